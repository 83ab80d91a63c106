// Which of the two scripts a word is written in. Pure.
import type { Term } from '../../language/fold.ts';

export const isArabic = ({ folded }: Pick<Term, 'folded'>): boolean => /\p{Script=Arabic}/u.test(folded);
