// Whether a statement asserts what its quotations assert: denied or not, planned or done, certain or not, of all or of some, and
// not the opposite word. Looks at whole sentences, so that nothing is lost where a quotation was cut. Pure.
import type { Claim } from './alignment.ts';
import { sidesOf } from './antonyms.ts';
import { conceptsOf } from './concepts.ts';
import type { Cue, CueKind } from './cues.ts';
import type { Reading } from './reading.ts';
import type { SourceSentence } from './sources.ts';
import { neededIn } from './unsaid.ts';

/** In both or in neither. */
const KEPT: readonly CueKind[] = [
  'negated',
  'without',
  'excepted',
  'denied',
  'hypothetical',
  'conditional',
  'may',
  'must',
  'future',
  'former',
  'only',
  'some',
  'most',
  'share',
  'atLeast',
  'atMost',
  'more',
  'less',
  'perYear',
  'perMonth',
  'perWeek',
  'perDay',
  'perHead',
  'before',
];

/** What a statement may leave out, but not add; `all` and `about` are kept where the word after them is. */
const NOT_ADDED: readonly CueKind[] = ['all', 'about', 'against', 'committed', 'after', 'cause', 'degree', 'time'];

/** What stands around the quoted sentences can deny them. */
const DENYING: readonly CueKind[] = ['negated', 'without', 'excepted', 'denied', 'hypothetical', 'conditional'];

/** Whether the statement asserts no more, no less and nothing else than the quoted sentences. */
export const keepsPolarity = (claim: Claim): boolean =>
  keepsCues(claim) && keepsPlans(claim) && keepsScope(claim) && !saysOpposite(claim);

const has = ({ cues }: Pick<Reading, 'cues'>, kind: CueKind): boolean => cues.some((cue) => cue.kind === kind);

const keepsCues = (claim: Claim): boolean => {
  const { statement, sources } = claim;
  const used = sources.sentences.map((_, place) => neededIn(claim, place));
  const isInSource = (kind: CueKind): boolean =>
    sources.sentences.some(({ cues }, place) =>
      cues.some((cue) => cue.kind === kind && (!LOCAL.has(kind) || used[place]?.has(cue.first))),
    );
  const kept = KEPT.every((kind) => has(statement, kind) === isInSource(kind));
  const added = NOT_ADDED.some((kind) => has(statement, kind) && !isInSource(kind));
  const deniedAround = DENYING.some(
    (kind) => !has(statement, kind) && sources.around.some((reading) => has(reading, kind)),
  );
  const unreported = !has(statement, 'reported') && sources.sentences.some(isReported);
  return kept && !added && !deniedAround && !unreported && !dropsAll(claim);
};

/** These say something of their own clause alone; the others of the whole sentence. */
const LOCAL: ReadonlySet<CueKind> = new Set([
  'negated',
  'without',
  'future',
  'only',
  'may',
  'must',
  'atLeast',
  'atMost',
  'more',
  'less',
  'perYear',
  'perMonth',
  'perWeek',
  'perDay',
  'before',
  'some',
  'most',
  'share',
]);

/** Whether somebody else is said to say it; "selon l'accord" only names the text. */
const isReported = ({ cues, words }: SourceSentence): boolean =>
  cues.some(
    ({ kind, last }) =>
      kind === 'reported' &&
      !words
        .slice(last + 1, last + 4)
        .some((word) => conceptsOf(word).some(({ sort }) => sort === 'document') || TEXT.test(word.folded)),
  );

const TEXT = /^(?:texte|document|article|articles|dispositions?|(?:ال)?(?:نص|ماده|وثيقه|بند|فصل|مقتضيات))$/u;

/** "Tous les élèves" may not become "les élèves", where the statement speaks of them. */
const dropsAll = ({ statement, sources, matches }: Claim): boolean =>
  !has(statement, 'all') &&
  sources.sentences.some(({ cues, words }, sentence) =>
    cues.some(({ kind, last }) => {
      if (kind !== 'all') return false;
      const next = words.findIndex((word, index) => index > last && !word.stop);
      return matches.some((found) => found.some((match) => match.sentence === sentence && match.index === next));
    }),
  );

/** What is only planned, promised or the subject of talks may not be told as done. */
const keepsPlans = ({ statement, sources, matches }: Claim): boolean => {
  const tellsPlan = (['planned', 'scheduled', 'committed', 'topical'] as const).some((kind) => has(statement, kind));
  if (has(statement, 'planned') || has(statement, 'scheduled'))
    return sources.sentences.some((sentence) => !isPast(sentence) || isPlan(sentence));
  if (tellsPlan) return true;
  return !sources.sentences.some((sentence, place) =>
    sentence.cues.some(
      (cue) =>
        PLANS.has(cue.kind) &&
        matches.some((found) => {
          const own = found.filter((match) => match.sentence === place);
          return own.length > 0 && own.every(({ index }) => cue.last < index && index < scopeEnd(sentence, cue));
        }),
    ),
  );
};

/** The step that a comma makes. */
const COMMA = 2;

const PLANS: ReadonlySet<CueKind> = new Set(['planned', 'scheduled', 'committed']);

/** What is "prévu" goes no further than the next comma; what a text aims at, to the end. */
const scopeEnd = ({ words }: Reading, { kind, last }: Cue): number => {
  if (kind !== 'scheduled') return words.length;
  const end = words.findIndex((word, index) => index > last && word.at - (words[index - 1]?.at ?? 0) >= COMMA);
  return end === -1 ? words.length : end;
};

const isPlan = (sentence: Reading): boolean =>
  (['planned', 'scheduled', 'committed', 'topical'] as const).some((kind) => has(sentence, kind));

const isPast = ({ words }: Reading): boolean =>
  words.some(
    ({ text, folded }) => text === 'a' || /^(?:ont|ete|fut|furent|s'est|جري|جرت|تم|تمت|وقد|لقد)$/u.test(folded),
  );

/** From this step on a new clause begins, to the right and to the left of a negation. */
const CLAUSE_AFTER = 2.4;
const CLAUSE_BEFORE = 5;

/** Where both deny something, it must be the same: the clause of the one within the clause of the other. */
const keepsScope = ({ statement, sources, matches }: Claim): boolean => {
  const denied = new Set(clausesOf(statement));
  if (denied.size === 0) return true;
  const theirs = sources.sentences.map((sentence) => new Set(clausesOf(sentence)));
  return statement.words.every((_, index) => {
    const found = matches[index] ?? [];
    if (found.length === 0) return true;
    const inside = found.filter((match) => theirs[match.sentence]?.has(match.index));
    return denied.has(index) ? inside.length > 0 : inside.length < found.length;
  });
};

const clausesOf = ({ words, cues }: Reading): readonly number[] =>
  cues.filter(({ kind }) => kind === 'negated').flatMap((cue) => clauseAround(words, cue));

const clauseAround = (words: Reading['words'], { first, last }: Cue): readonly number[] => {
  const step = (index: number): number => (words[index]?.at ?? 0) - (words[index - 1]?.at ?? 0);
  let from = first;
  let to = last;
  while (from > 0 && step(from) < CLAUSE_BEFORE) from -= 1;
  while (to + 1 < words.length && step(to + 1) < CLAUSE_AFTER) to += 1;
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
};

/** A word whose opposite stands in the source, but not the word itself. */
const saysOpposite = ({ statement, sources }: Claim): boolean => {
  const theirs = sources.sentences.flatMap(({ words }) => words.flatMap((word) => sidesOf(word)));
  return statement.words.some((word) =>
    sidesOf(word).some(
      ({ pair, side }) =>
        theirs.some((other) => other.pair === pair && other.side !== side) &&
        !theirs.some((other) => other.pair === pair && other.side === side),
    ),
  );
};
