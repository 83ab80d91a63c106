// Finds numbers that are only about so much: "une centaine", "des milliers", عشرات الملايين. Hides of which words they are made.
import { isJoined, lookUp, type Token } from './value-tokens.ts';
import { readNumber } from './written-numbers.ts';

const words = (text: string): ReadonlyMap<string, true> =>
  new Map(
    text
      .trim()
      .split(/\s+/u)
      .map((word) => [word, true]),
  );

const ABOUT = words(`
  dizaine dizaines douzaine douzaines quinzaine quinzaines vingtaine vingtaines trentaine trentaines quarantaine
  cinquantaine soixantaine centaine centaines millier milliers millions milliards عشرات ميات الاف ملايين مليارات
`);
const SCALE = words('mille million milliard الف مليون مليار');
const BETWEEN: ReadonlySet<string> = new Set(['de', 'من']);

/** The index after the approximate number that begins at token `at`, or null. */
export const readApproximate = (tokens: readonly Token[], at: number): number | null => {
  const number = readNumber(tokens, at);
  const first = number?.next ?? at;
  const token = tokens[first];
  if (token === undefined || (first > at && !isJoined(token)) || lookUp(token.text, ABOUT) === null) return null;
  let next = first + 1;
  for (;;) {
    const after = BETWEEN.has(tokens[next]?.text ?? '') ? next + 1 : next;
    const word = tokens[after];
    const isJoint = isJoined(tokens[next]) && isJoined(word);
    const goesOn = isJoint && (lookUp(word.text, ABOUT, ARTICLE) ?? lookUp(word.text, SCALE, ARTICLE)) !== null;
    if (!goesOn) return next;
    next = after + 1;
  }
};

const ARTICLE = ['', 'ال'];
