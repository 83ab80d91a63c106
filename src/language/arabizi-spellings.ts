// The spellings in Arabic script that a word in Latin letters may stand for: Arabizi writes one letter for several and leaves
// most vowels to the reader. Pure.

/** Longest first at each place; the likelier spelling first. Vowels inside a word may go unwritten. */
const SOUNDS: readonly (readonly [string, readonly string[]])[] = [
  ['ch', ['ش']],
  ['sh', ['ش']],
  ['kh', ['خ']],
  ['gh', ['غ']],
  ['th', ['ث', 'ت']],
  ['dh', ['ذ', 'ض', 'ظ']],
  ['ou', ['و', '']],
  ['oo', ['و']],
  ['ee', ['ي']],
  ['aa', ['ا', 'ع']],
  ['ay', ['اي', 'ي']],
  ['2', ['ا', 'ي', '']],
  ['3', ['ع']],
  ['5', ['خ']],
  ['6', ['ط']],
  ['7', ['ح']],
  ['8', ['غ']],
  ['9', ['ق']],
  ['a', ['ا', '']],
  ['b', ['ب']],
  ['d', ['د', 'ض', 'ذ']],
  ['e', ['', 'ي']],
  ['f', ['ف']],
  ['g', ['ك', 'ق', 'ج']],
  ['h', ['ه', 'ح']],
  ['i', ['ي', '']],
  ['j', ['ج']],
  ['k', ['ك', 'ق']],
  ['l', ['ل']],
  ['m', ['م']],
  ['n', ['ن']],
  ['o', ['و', '']],
  ['q', ['ق']],
  ['r', ['ر']],
  ['s', ['س', 'ص']],
  ['t', ['ت', 'ط']],
  ['u', ['و', '']],
  ['w', ['و']],
  ['y', ['ي']],
  ['z', ['ز', 'ظ']],
];

/** A last vowel is written, and a first one too. */
const LAST: Readonly<Record<string, readonly string[]>> = { a: ['ه', 'ا', 'ي', 'اء'], i: ['ي'], o: ['و'], u: ['و'] };
const FIRST: Readonly<Record<string, readonly string[]>> = {
  a: ['ا', 'ع'],
  e: ['ا'],
  i: ['ا'],
  o: ['ا', 'و'],
  u: ['ا'],
};

const MOST_SPELLINGS = 256;

/** In Latin letters: no word is longer, and guessing takes the longer the longer it is. */
const LONGEST = 14;

/** Fewer Arabic letters than this could be anything. */
const SHORTEST = 3;

/** Spellings of one word of small Latin letters and digits, likelier ones first; none for a word that has other signs in it. */
export const spellingsOf = (word: string): readonly string[] => {
  if (word.length > LONGEST) return [];
  const single = word.replace(/([^aeo])\1+/gu, '$1');
  let spellings = [''];
  for (let place = 0; place < single.length; ) {
    const sound = SOUNDS.find(([letters]) => single.startsWith(letters, place));
    if (sound === undefined) return [];
    const [letters, usual] = sound;
    const options = atEdge(letters, place, single) ?? usual;
    // Of a word with more spellings only the likeliest of each further sound are tried.
    const tried = spellings.length * options.length > MOST_SPELLINGS ? options.slice(0, 1) : options;
    spellings = spellings.flatMap((spelling) => tried.map((option) => `${spelling}${option}`));
    place += letters.length;
  }
  return [...new Set(spellings)].filter((spelling) => spelling.length >= SHORTEST);
};

const atEdge = (letters: string, place: number, word: string): readonly string[] | undefined => {
  if (place + letters.length === word.length) return LAST[letters];
  return place === 0 ? FIRST[letters] : undefined;
};
