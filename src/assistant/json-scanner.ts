// Finds the first JSON object in a text that comes in pieces and tells its values as each is complete. Hides prose, code fences
// and thinking around the object, and commas too many in it. One look at each character or two, whatever the nesting.

/**
 * Told each value of the object, or each element where the value is an array (`listed`), as the text it was written in; an
 * element or value with unbalanced insides may be no JSON. Returns whether it is of use: an object in which nothing so far
 * was of use is passed over for the next.
 */
type OnValue = (key: string, raw: string, listed: boolean) => boolean;

type Place = 'outside' | 'thinking' | 'key' | 'inside-key' | 'colon' | 'value' | 'inside-value' | 'next' | 'over';

/** Whitespace, and the invisible marks that models put around Arabic. */
export const BLANK = /[\s\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/u;

/** The function that takes the next piece of the text. */
export const createScanner = (onValue: OnValue): ((piece: string) => void) => {
  const scan: Scan = {
    place: 'outside',
    key: '',
    listed: false,
    useful: false,
    token: createToken(),
    tags: createTagReader(),
    onValue,
  };
  return (piece) => {
    for (let index = 0; index < piece.length && scan.place !== 'over'; index += 1) {
      while (!STEPS[scan.place](scan, piece.charAt(index)));
    }
  };
};

type Scan = {
  place: Place;
  key: string;
  /** Whether the place is in an array that is a value of the object. */
  listed: boolean;
  useful: boolean;
  readonly token: Token;
  readonly tags: TagReader;
  readonly onValue: OnValue;
};

const go = (scan: Scan, to: Place): true => {
  scan.place = to;
  return true;
};

const leave = (scan: Scan): true => {
  scan.listed = false;
  return go(scan, scan.useful ? 'over' : 'outside');
};

/** What is no JSON here may be the start of an object elsewhere: the character is looked at again. */
const abandon = (scan: Scan): false => !leave(scan);

const begin = (scan: Scan, char: string, to: Place): true => {
  scan.token.begin(char);
  return go(scan, to);
};

const endValue = (scan: Scan): true => {
  scan.useful = scan.onValue(scan.key, scan.token.text(), scan.listed) || scan.useful;
  return go(scan, 'next');
};

const endList = (scan: Scan): true => {
  scan.listed = false;
  return go(scan, 'next');
};

const ENDS_VALUE = ',:]}';

/** Each takes a character (true), or changes the place and leaves the character for there (false). */
const STEPS: Readonly<Record<Place, (scan: Scan, char: string) => boolean>> = {
  outside: (scan, char) => {
    if (char === '{') return go(scan, 'key');
    return scan.tags.take(char) === 'open' ? go(scan, 'thinking') : true;
  },
  thinking: (scan, char) => (scan.tags.take(char) === 'close' ? go(scan, 'outside') : true),
  key: (scan, char) => {
    if (char === '"') return begin(scan, char, 'inside-key');
    return char === '}' ? leave(scan) : BLANK.test(char) || abandon(scan);
  },
  'inside-key': (scan, char) => {
    if (!scan.token.take(char)) return true;
    scan.key = scan.token.text().slice(1, -1);
    return go(scan, 'colon');
  },
  colon: (scan, char) => (char === ':' ? go(scan, 'value') : BLANK.test(char) || abandon(scan)),
  value: (scan, char) => {
    if (char === '[' && !scan.listed) scan.listed = true;
    else if (char === ']' && scan.listed) return endList(scan);
    else if (ENDS_VALUE.includes(char)) return abandon(scan);
    else if (!BLANK.test(char)) return begin(scan, char, 'inside-value');
    return true;
  },
  'inside-value': (scan, char) => {
    if (scan.token.isWord() && (BLANK.test(char) || ENDS_VALUE.includes(char))) return !endValue(scan);
    return scan.token.take(char) ? endValue(scan) : true;
  },
  next: (scan, char) => {
    if (char === ',') return go(scan, scan.listed ? 'value' : 'key');
    if (char === ']' && scan.listed) return endList(scan);
    return char === '}' && !scan.listed ? leave(scan) : BLANK.test(char) || abandon(scan);
  },
  over: () => true,
};

type Token = {
  readonly begin: (char: string) => void;
  /** Whether the character ends the token, which it then belongs to. A word is ended by what stands after it. */
  readonly take: (char: string) => boolean;
  readonly text: () => string;
  /** Neither string nor object nor array: a number, `true`, `null`, or no JSON. */
  readonly isWord: () => boolean;
};

const createToken = (): Token => {
  let text = '';
  // Kept beside the text: looking into it would flatten it anew for every character.
  let word = false;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  const take = (char: string): boolean => {
    text += char;
    if (escaped) escaped = false;
    else if (quoted && char === '\\') escaped = true;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && '{['.includes(char)) depth += 1;
    else if (!quoted && '}]'.includes(char)) depth -= 1;
    return !word && !quoted && depth === 0;
  };
  return {
    begin: (char) => {
      [text, depth, quoted, escaped] = ['', 0, false, false];
      word = !'"{['.includes(char);
      take(char);
    },
    take,
    text: () => text,
    isWord: () => word,
  };
};

type TagReader = { readonly take: (char: string) => 'open' | 'close' | null };

/** The tags that models put around their thinking. */
const TAGS: ReadonlyMap<string, 'open' | 'close'> = new Map([
  ['<think>', 'open'],
  ['<thinking>', 'open'],
  ['</think>', 'close'],
  ['</thinking>', 'close'],
]);
const LONGEST_TAG = '</thinking>'.length;

const createTagReader = (): TagReader => {
  let text = '';
  return {
    take: (char) => {
      // One character more than any tag, so that what is longer is none.
      text = char === '<' ? char : (text + char).slice(0, LONGEST_TAG + 1);
      return TAGS.get(text) ?? null;
    },
  };
};
