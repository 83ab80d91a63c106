// Keeps text of mixed direction readable, and untrusted text harmless, in a terminal or a chat. Adds and removes invisible
// characters only; Arabic is never reshaped.
import type { Language } from '../domain.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** The text inside U+2068 … U+2069: shown in its own direction, whatever stands around it. */
export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

/** What may stand inside a run; brackets and quotation marks may not, for a pair of them must keep one direction. */
const INSIDE = String.raw`\p{M}\p{N}\p{Zs}\-–—_.,:;/'’&+@%#°،؛؟!`;
const LATIN_RUN = new RegExp(
  String.raw`(?<!\p{N})\p{N}*(?!\p{Script=Arabic})\p{L}(?:(?!\p{Script=Arabic})\p{L}|[${INSIDE}])*`,
  'gu',
);
const ARABIC_RUN = new RegExp(String.raw`(?=\p{Script=Arabic})\p{L}(?:(?=\p{Script=Arabic})\p{L}|[${INSIDE}])*`, 'gu');

/** Spaces and punctuation after the last word belong to the text around the run; so does a number after Arabic words. */
const AFTER_LATIN = /[^\p{L}\p{M}\p{N}]+$/u;
const AFTER_ARABIC = /[^\p{L}\p{M}]+$/u;

/**
 * Isolates every run of words in the other direction: Latin names in Arabic text, Arabic names in French text. Nothing else
 * changes: without the isolates it is the same text.
 */
export const isolateRuns = (text: string, base: Language): string =>
  text.replace(base === 'ar' ? LATIN_RUN : ARABIC_RUN, (run) => {
    const after = (base === 'ar' ? AFTER_LATIN : AFTER_ARABIC).exec(run)?.[0] ?? '';
    return isolate(run.slice(0, run.length - after.length)) + after;
  });

/** The text without bidirectional control characters, which untrusted text can use to show itself in another order. */
export const stripDirectionMarks = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

/** The text without C0 and C1 control characters, ESC included, which could steer a terminal. Newline and tab stay. */
export const stripControls = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '');
