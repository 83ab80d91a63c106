// placeholder
import type { StemCount } from '../language/darija.ts';
import type { Names } from '../language/names.ts';
import type { Turn } from './conversation.ts';
export type FollowUpOptions = { readonly names: Names; readonly count?: StemCount };
export const wholeQuestion = (_question: string, _turns: readonly Turn[], _options: FollowUpOptions): string | null =>
  null;
export const mayFollow = (_question: string, _turns: readonly Turn[]): boolean => false;
