// Whether two names, one in each script, are the same: the same consonants, and the long vowels of the Arabic one where they
// belong, so that محمد is Mohamed and not Mahmoud. Pure.
import type { Term } from '../../language/fold.ts';
import { skeletonOf } from '../../language/skeleton.ts';
import { isArabic } from './script.ts';

/** Vowels are not in the skeleton; what a name begins with still tells Akram from Karim. */
const BEGINS_WITH_VOWEL = /^(?:[aeiouyw]|[وفبل]?(?:ال)?[اعيو])/u;

/** A capitalised name in the other script: فكرات and Fikrat. */
export const isSameName = (one: Term, two: Term): boolean => {
  const [latin, arabic] = isArabic(one) ? [two, one] : [one, two];
  if (!/^\p{Lu}/u.test(latin.text)) return false;
  const bare = arabic.folded.replace(/^[وفبل]?ال(?=.{3})/u, '');
  if (BEGINS_WITH_VOWEL.test(latin.folded) !== BEGINS_WITH_VOWEL.test(bare)) return false;
  const skeleton = skeletonOf(latin.folded);
  return skeleton !== null && skeleton === skeletonOf(arabic.folded) && haveSameVowels(latin.folded, bare);
};

const DIGRAPHS = /sch|sh|ch|gh|kh|th|dh|ph|ck|([bcdfgjklmnpqrstvz])\1/gu;
const LONG: Readonly<Record<string, RegExp>> = { ا: /[aeo]/u, و: /[ouw]/u, ي: /[iey]/u };

/** For each place between two consonants, the vowels that stand there. */
const vowelsOf = (name: string, consonant: RegExp): readonly string[] => {
  const places = [''];
  for (const letter of name)
    if (consonant.test(letter)) places.push('');
    else places.push(`${places.pop() ?? ''}${letter}`);
  return places;
};

const haveSameVowels = (latin: string, arabic: string): boolean => {
  const mine = vowelsOf(latin.replace(DIGRAPHS, 'x'), /[b-df-hj-np-tvxz]/u);
  const theirs = vowelsOf(arabic.replace(/[عء]/gu, ''), /[^اويه]|ه(?=.)/u);
  if (mine.length !== theirs.length) return true;
  return mine.every((vowels, place) => {
    const isInner = place > 0 && place < mine.length - 1;
    const written = theirs[place] ?? '';
    if (!isInner) return true;
    // A long vowel of the last syllable is written in both.
    if (place === mine.length - 2 && /^(?:ou|oo|ei|ee|ie|aa|î)$/u.test(vowels) && written === '') return false;
    return [...written].every((letter) => LONG[letter]?.test(vowels) ?? true);
  });
};
