// Reads a sentence of a post that refers back ("Elle a été signée", "cet accord", هذه الاتفاقية) as one that names what it is about.
// Hides how that is found in the sentences before. Pure.

import { citiesIn } from '../claims/cities.ts';
import type { NameSpan } from '../claims/name-spans.ts';
import type { Reader, Reading } from '../claims/reading.ts';

/** A sentence of a post as it stands by itself. */
export type Referred = {
  readonly statement: string;
  /** What the sentences before it were about, where it does not say so itself; else empty. */
  readonly about: string;
  /** Whether it speaks of something that it does not name, nor any sentence before it. */
  readonly isOpen: boolean;
};

const DOCUMENT =
  "(?:accord|convention|protocole|mémorandum|déclaration|partenariat|contrat)(?:\\s+(?:d['’](?:accord|entente|intention)|de\\s+partenariat|de\\s+coopération))?";
const PRONOUN = /^(?:elles?|ils?|celle-ci|celui-ci|ce dernier|cette dernière|(?:و|ف)?(?:هو|هي))(?=\s)/iu;
const THIS = new RegExp(
  `^(?:(?:cet(?:te)?|ce)\\s+(?:${DOCUMENT}|projet|programme|centre|hub|institut)|(?:و|ف)?(?:هذا|هذه)\\s+ال\\p{L}+(?:\\s+(?:تفاهم|شراكة|نوايا))?)(?=\\s)`,
  'iu',
);
const BARE = new RegExp(
  `^(?:(?:l['’]|la\\s+|le\\s+)${DOCUMENT}|(?:و|ف)?(?:الاتفاق|الاتفاقية|المذكرة|البروتوكول|الشراكة|العقد))(?=\\s)(?!\\s+(?:avec|entre|de|du|d['’]|portant|sur|conclue?|signée?|مع|بين|حول|المبرم|المبرمة|الموقع|الموقعة))`,
  'iu',
);

/** Gives each sentence of one post, in order, what it refers to in those before. */
export const createReferences = (read: Reader): ((claim: string) => Referred) => {
  let subject = '';
  return (claim) => {
    const referred = refer(claim, subject, read);
    subject = subjectOf(read(referred.statement)) ?? subject;
    return referred;
  };
};

const refer = (claim: string, subject: string, read: Reader): Referred => {
  const back = PRONOUN.exec(claim) ?? THIS.exec(claim);
  const bare = BARE.exec(claim);
  const [words] = back ?? bare ?? [];
  if (words === undefined) {
    const isNamed = namesOf(read(claim)).length > 0;
    return { statement: claim, about: isNamed ? '' : subject, isOpen: false };
  }
  if (subject === '' || isOther(words, subject)) return { statement: claim, about: '', isOpen: back !== null };
  const rest = claim.slice(words.length);
  return { statement: `${capitalised(subject)}${rest}`, about: subject, isOpen: false };
};

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

const FEMININE = /(?<!\p{L})(?:convention|déclaration)(?!\p{L})/iu;
const MASCULINE = /(?<!\p{L})(?:accord|protocole|mémorandum|partenariat|contrat)(?!\p{L})/iu;

/** Whether the words cannot mean this subject: "elle" is no accord, "cette convention" no protocol. */
const isOther = (words: string, subject: string): boolean => {
  const [document] = subject.split(/\s+(?:avec|entre|مع|بين)\s+/u);
  const isFeminine = FEMININE.test(document ?? '');
  const isMasculine = !isFeminine && MASCULINE.test(document ?? '');
  if (/^(?:elle|celle|cette)/iu.test(words)) return isMasculine;
  return /^(?:il|celui|ce(?!tte)t?)(?!\p{L})/iu.test(words) && isFeminine;
};

const namesOf = (reading: Reading): readonly NameSpan[] => {
  const cities = citiesIn(reading.words);
  return reading.names.filter(
    ({ first, isProper }) => isProper && !cities.some((city) => city.first <= first && first <= city.last),
  );
};

const OPENS = /^(?:(?:l['’]|la\s+|le\s+|les\s+|un\s+|une\s+|cet\s+|cette\s+|ce\s+)|(?:و|ف)(?=ال))/iu;
const DOCUMENT_BEFORE = new RegExp(
  `(?:(?:l['’]|la\\s+|le\\s+|une?\\s+)?${DOCUMENT}|(?<!\\p{L})(?:ال)?(?:اتفاق(?:ية)?|مذكرة|بروتوكول|إعلان)(?:\\s+(?:ال)?(?:تفاهم|شراكة|نوايا|اتفاق))?)(?=[^.,;،؛]*$)`,
  'iu',
);

/** The agreement that a sentence is about, with the names that tell it; else the first name in it. */
const subjectOf = (reading: Reading): string | null => {
  const { text, words } = reading;
  const names = namesOf(reading);
  const label = names.findLast(({ isLabel }) => isLabel);
  if (label !== undefined) {
    const document = DOCUMENT_BEFORE.exec(text.slice(0, words[label.first]?.start));
    if (document !== null) return definite(text.slice(document.index, words[label.last]?.end));
  }
  const [first] = names;
  if (first === undefined) return null;
  const before = text.slice(0, words[first.first]?.start);
  const article = /(?:l['’]|la\s|le\s|les\s)$/iu.exec(before)?.[0] ?? '';
  return article + text.slice(words[first.first]?.start, words[first.last]?.end);
};

/** "Un accord avec X" is "l'accord avec X" from then on. */
const definite = (phrase: string): string => {
  const bare = phrase.replace(OPENS, '');
  if (/^\p{Script=Arabic}/u.test(bare)) return bare;
  if (/^[aeiouéèê]/iu.test(bare)) return `l'${bare}`;
  return `${FEMININE.test(bare.slice(0, 12)) ? 'la' : 'le'} ${bare}`;
};
