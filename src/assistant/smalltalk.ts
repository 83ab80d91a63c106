// Recognises messages that ask nothing of the texts: greetings, thanks, goodbyes, "who are you?", "what can you do?". Pure.
import type { SmalltalkTopic } from '../domain.ts';
import { foldText } from '../language/fold.ts';
import { CAPABILITIES, FAREWELL, FILLERS, GREETING, IDENTITY, THANKS } from './smalltalk-phrases.ts';

const folded = (phrases: readonly string[]): readonly string[] =>
  phrases.map(foldText).sort((one, two) => two.length - one.length);

// In order of weight: a greeting before "what can you do?" is a question about capabilities. Longer phrases first.
const TOPICS: readonly (readonly [SmalltalkTopic, readonly string[]])[] = [
  ['identity', folded(IDENTITY)],
  ['capabilities', folded(CAPABILITIES)],
  ['thanks', folded(THANKS)],
  ['farewell', folded(FAREWELL)],
  ['greeting', folded(GREETING)],
];

/** The topic of a message that is nothing but smalltalk; null for anything that may be a question to the texts. */
export const smalltalkIn = (message: string): SmalltalkTopic | null => {
  let rest = ` ${foldText(message)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()} `;
  if (rest.trim() === '') return null;
  let topic: SmalltalkTopic | null = null;
  for (const [name, phrases] of TOPICS) {
    for (const phrase of phrases) {
      while (rest.includes(` ${phrase} `)) {
        rest = rest.replace(` ${phrase} `, ' ');
        topic ??= name;
      }
    }
  }
  const unexplained = rest.split(' ').filter((word) => word !== '' && !FILLERS.has(word));
  return unexplained.length === 0 ? topic : null;
};
