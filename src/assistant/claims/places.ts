// Whether what a claim says of places is said by the quotations themselves. Pure.
import type { Claim } from './alignment.ts';
import { citiesIn } from './cities.ts';

/** Whether each city is one that the sentences themselves name: a party's own city says nothing of where something was done. */
export const placesAreStated = ({ statement, sources }: Claim): boolean => {
  const stated = new Set(sources.sentences.flatMap(({ words }) => citiesIn(words).map(({ city }) => city)));
  return citiesIn(statement.words).every(({ city }) => stated.has(city));
};
