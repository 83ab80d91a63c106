// Corrections of moderators on Discord: the form, what the texts say of what was written, and the answer that is corrected. Hides how an
// answer that all can see is amended in its place.
import type { Citation, Language } from '../../domain.ts';
import { detectQuestion } from '../../language/detect.ts';
import type { Correction } from '../../records/records.ts';
import { userHash } from '../desk.ts';
import { wholeCharacters } from '../packing.ts';
import { PHRASES } from '../phrases.ts';
import { questionKey } from '../question-key.ts';
import { clean, inQuotationMarks, linesOf, spanOf } from '../spans.ts';
import { encode } from './actions.ts';
import type { Desk, Shown } from './desk.ts';
import { faultIn } from './faults.ts';
import type { Form, Outgoing } from './incoming.ts';
import { pagesOf } from './markdown.ts';
import { answerMeant, type Moderator } from './moderation.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import { answerPages, phraseMessage, shownMessage } from './views.ts';

/** "Max 4000" (discord.com/developers/docs/components/reference#text-input); an answer of one embed is enough. */
const LONGEST_CORRECTION = 1_500;
const LONGEST_PINNED_QUESTION = 500;

/** No message has it: a correction of what is not known any more. */
const NO_ANSWER = '0';

/** The first takes the place of the deferred reply. */
export type Messages = readonly [Outgoing, ...Outgoing[]];

/** `/mithaq correct`: the form, with the question of the answer that is meant where it is known. */
export const correctionForm = (desk: Desk, moderator: Moderator, reference: string | null): Form => {
  const { form } = DISCORD_PHRASES[moderator.language].moderation;
  const meant = answerMeant(desk, moderator, reference);
  const asked = meant?.shown.answer?.understood ?? meant?.shown.question ?? '';
  return {
    title: form.title,
    data: encode({ kind: 'correct', answer: meant?.id ?? NO_ANSWER }),
    fields: [
      {
        name: 'question',
        label: form.question,
        value: asked.slice(0, wholeCharacters(asked, LONGEST_PINNED_QUESTION)),
        isLong: true,
        isRequired: true,
        longest: LONGEST_PINNED_QUESTION,
      },
      { name: 'text', label: form.text, isLong: true, isRequired: false, longest: LONGEST_CORRECTION },
    ],
  };
};

/** What was written in the form; `answer` is the id of the message it was opened for. */
export type Written = { readonly answer: string; readonly question: string; readonly text: string };

/** Pins what was written in the form. Throws what the assistant and the records throw. */
export const saveCorrection = async (desk: Desk, moderator: Moderator, written: Written): Promise<Messages> => {
  const { server, language: spoken } = moderator;
  const question = written.question.trim();
  const key = questionKey(question);
  if (key === null) return [phraseMessage(DISCORD_PHRASES[spoken].moderation.cannotBePinned)];
  const text = written.text.trim();
  const meant = answerTo(answerMeant(desk, moderator, written.answer), key);
  const language = meant?.shown.language ?? detectQuestion(question).language;
  const citations = text === '' ? [] : await supportOf(desk, text, language);
  const correction: Correction = {
    id: desk.hash('chat', 'discord-correction', `${server}:${language}:${key}`),
    at: desk.now().toISOString(),
    channel: 'discord',
    server,
    by: userHash(desk, moderator.person),
    question,
    language,
    text,
    citations: citations.map(({ passage, quote }) => ({ passage: passage.id, agreement: passage.agreement.id, quote })),
    answerable: text !== '',
  };
  await desk.records.corrections.pin(correction);
  desk.log.info({ server, citations: citations.length }, 'a correction was pinned');
  if (meant !== null) await amend(desk, meant, correction);
  return savedMessages(correction, citations, spoken);
};

/** The answer that was meant, unless the question was changed into another one. */
const answerTo = (meant: ReturnType<typeof answerMeant>, key: string): typeof meant => {
  const asked = meant?.shown.answer?.understood ?? meant?.shown.question ?? '';
  return questionKey(asked) === key ? meant : null;
};

/** What of the texts bears out all that was written; nothing where a sentence of it is not borne out. */
const supportOf = async (desk: Desk, text: string, language: Language): Promise<readonly Citation[]> => {
  const { findings, leftOut } = await desk.assistant.check(text, { language });
  const isBorneOut = leftOut === 0 && findings.every(({ verdict }) => verdict === 'supported');
  return isBorneOut ? findings.flatMap(({ citations }) => citations) : [];
};

const savedMessages = (correction: Correction, citations: readonly Citation[], language: Language): Messages => {
  const { moderation } = DISCORD_PHRASES[language];
  const { text, answerable } = correction;
  const note = !answerable ? null : citations.length > 0 ? moderation.supportedByTexts : moderation.notSupportedByTexts;
  const said = answerable ? clean(text) : PHRASES[correction.language].unsupported;
  const quotes = citations.map(({ quote, passage }) =>
    spanOf(inQuotationMarks(clean(quote), language), passage.language, 'quote'),
  );
  const [description = '', ...others] = pagesOf([
    { spans: linesOf(spanOf(moderation.saved, language, 'bold'), spanOf(said, correction.language)) },
    ...(note === null ? [] : [{ spans: linesOf(spanOf(note, language), ...quotes) }]),
  ]);
  const remove = encode({ kind: 'uncorrect', correction: correction.id });
  const buttons = [[{ label: moderation.removeCorrection, data: remove, style: 'danger' as const }]];
  return [{ embeds: [{ description }], buttons }, ...others.map((page) => ({ embeds: [{ description: page }] }))];
};

/** The answer that all can see carries its correction, or none. That it cannot be amended keeps nothing from being pinned. */
const amend = async (
  desk: Desk,
  { id, shown }: { readonly id: string; readonly shown: Shown },
  correction: Correction | null,
): Promise<void> => {
  const { answer, question, isPrivate, place } = shown;
  if (isPrivate || answer === null || !place.hasBot) return;
  const pages = answerPages({ answer, question, correction });
  const amended: Shown = { ...shown, pages, correction: correction?.id ?? null };
  try {
    const message = shownMessage(amended, { page: 1, canPublish: false });
    if (await desk.client.edit(place.channelId, id, message)) desk.shown.set(id, amended);
  } catch (thrown) {
    desk.log.warn({ fault: faultIn(thrown) }, 'a corrected answer could not be amended in its place');
  }
};

/** Takes a correction of the server back. Throws what the records throw. */
export const removeCorrection = async (
  desk: Desk,
  { server, place, language }: Moderator,
  id: string,
): Promise<Outgoing> => {
  const isOfServer = (await desk.records.corrections.of(server)).some((correction) => correction.id === id);
  if (isOfServer) await desk.records.corrections.remove(id);
  for (const [answer, shown] of [...desk.shown.entries()])
    if (isOfServer && shown.correction === id && shown.place.guildId === place.guildId)
      await amend(desk, { id: answer, shown }, null);
  return phraseMessage(DISCORD_PHRASES[language].moderation.removed);
};
