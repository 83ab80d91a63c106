// What people say of answers, kept for staff: one word of each person on each answer. Hides what is known of the answer besides.
import type { Language } from '../domain.ts';
import type { FeedbackEntry } from '../records/records.ts';
import { chatHash, type Desk } from './desk.ts';
import type { Reason } from './messenger-phrases.ts';

export type Opinion = {
  readonly verdict: 'useful' | 'not-useful';
  readonly reason: Reason | null;
  /** What the person was spoken to in; the answer's own counts where it is known. */
  readonly language: Language;
  /** The person, hashed. */
  readonly user: string;
  /** The chat's id, which is logged as a hash. */
  readonly chat: number | string;
  /** What the answer is given under on the desk. */
  readonly answer: string;
  /** Names the answer and the person; kept as a hash. */
  readonly id: string;
  /** What is seen of the answer where the button stands below itself; null below the question "why?". */
  readonly below: { readonly passages: readonly string[]; readonly question: string | null } | null;
};

/** A later word of the same person on the same answer takes the place of the earlier one. Throws what the records throw. */
export const keepOpinion = async (desk: Desk, opinion: Opinion): Promise<void> => {
  const { verdict, reason, user, below } = opinion;
  const id = desk.hash('chat', `${desk.channel}-answer`, opinion.id);
  const given = desk.given.get(opinion.answer);
  const earlier = below === null ? await opinionOf(desk, id) : undefined;
  const entry: FeedbackEntry = {
    language: given?.language ?? opinion.language,
    agreements: given?.agreements ?? [],
    kind: given?.kind ?? null,
    mode: given?.mode ?? null,
    passages: below?.passages ?? [],
    question: desk.keepQuestions ? (below?.question ?? null) : null,
    correction: null,
    ...earlier,
    ...{ id, at: desk.now().toISOString(), channel: desk.channel, user, verdict, reason },
  };
  await desk.records.feedback.add(entry);
  desk.opinions.set(id, entry);
  desk.log.info({ chatId: chatHash(desk, opinion.chat), verdict, reason }, 'feedback');
};

/** What a person said of an answer, perhaps before a restart; undefined where it was nothing yet. */
const opinionOf = async (desk: Desk, id: string): Promise<FeedbackEntry | undefined> =>
  desk.opinions.get(id) ?? (await desk.records.feedback.all()).find((entry) => entry.id === id);
