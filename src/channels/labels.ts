// Titles on buttons and in lists, where room is short: as much of a title as fits, with whole characters. Pure.
import type { Language } from '../domain.ts';
import { fittingLength, type Room, wholeCharacters } from './packing.ts';
import { spanOf, textOf } from './spans.ts';

const ELLIPSIS = '…';

/** The beginning of a title that fits, isolates included. */
export const labelOf = (
  title: string,
  { language, longest }: { readonly language: Language; readonly longest: number },
): string => {
  const span = spanOf(title, language);
  const room = (units: number): Room => ({ longest: units, sizeOf: (one) => textOf(one).length });
  if (fittingLength(span, room(longest)) === title.length) return textOf(span);
  const end = wholeCharacters(title, fittingLength(span, room(longest - ELLIPSIS.length)));
  return textOf(spanOf(title.slice(0, end).trimEnd(), language)) + ELLIPSIS;
};
