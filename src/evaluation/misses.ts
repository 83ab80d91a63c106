// What went wrong with a question: one kind of miss for each measure that a question can spoil. Pure.
import { type Asked, agreementWithin, isAnswered, isExact, isFactQuoted, isInOwnLanguage } from './measure.ts';

/** The kinds of miss, the worst first, as people call them. */
export const MISS_TITLES = {
  inexactQuote: 'A quotation is not the exact text',
  answeredAnyway: 'Answered, though the texts do not say',
  otherAgreement: 'Answered from another agreement',
  factMissing: 'Right agreement, but no quotation holds the fact',
  wronglyRefused: 'Refused, though the texts do say',
  wrongLanguage: 'Answered in the wrong language',
  otherLanguage: 'The first quotation is in the other language',
  notAmongThree: 'The right agreement is not among the first three passages',
  notFirst: 'The right agreement is among the first three passages, but not first',
} as const;

export type MissKind = keyof typeof MISS_TITLES;

/** Every kind of miss that this answer is; none where all is right. */
export const missesOf = (asked: Asked): readonly MissKind[] => {
  const { question, answer } = asked;
  const found: readonly (readonly [MissKind, boolean])[] = [
    ['inexactQuote', answer.kind === 'answered' && !answer.citations.every(isExact)],
    ['answeredAnyway', !question.answerable && isAnswered(asked)],
    ['otherAgreement', isWrongAnswer(asked) && !quotesRightAgreement(asked)],
    ['factMissing', isWrongAnswer(asked) && quotesRightAgreement(asked)],
    ['wronglyRefused', question.answerable && !isAnswered(asked)],
    ['wrongLanguage', answer.language !== question.language],
    ['otherLanguage', isAnswered(asked) && !isInOwnLanguage(asked)],
    ['notAmongThree', question.answerable && !agreementWithin(asked, 3)],
    ['notFirst', question.answerable && agreementWithin(asked, 3) && !agreementWithin(asked, 1)],
  ];
  return found.flatMap(([kind, holds]) => (holds ? [kind] : []));
};

const isWrongAnswer = (asked: Asked): boolean => asked.question.answerable && isAnswered(asked) && !isFactQuoted(asked);

const quotesRightAgreement = ({ question, answer }: Asked): boolean =>
  answer.kind === 'answered' && answer.citations.some(({ passage }) => question.rightAgreement(passage));
