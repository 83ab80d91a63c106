// Numbers with their nouns, in Arabic and in French. Hides the plurals.
const frenchPlural = new Intl.PluralRules('fr');

/** `1 seconde`, `2 secondes`, with a no-break space. */
export const frenchCount = (count: number, one: string, more: string): string =>
  `${count}\u00a0${frenchPlural.select(count) === 'one' ? one : more}`;

export type CountedForms = {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly more: string;
};

const arabicPlural = new Intl.PluralRules('ar');

/** One and two are said without a digit; `few` is for 3 to 10. */
export const arabicCount = (count: number, { one, two, few, more }: CountedForms): string => {
  const category = arabicPlural.select(count);
  if (category === 'one') return one;
  if (category === 'two') return two;
  return `${count} ${category === 'few' ? few : more}`;
};
