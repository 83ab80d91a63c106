// Corrections of moderators on Discord: the form, what the texts say of what was written, and the answer that is corrected. Hides how an
// answer that all can see is amended in its place.
import type { Citation, Language } from '../../domain.ts';
import { detectQuestion } from '../../language/detect.ts';
import type { Correction } from '../../records/records.ts';
import { canBePinned } from '../corrections.ts';
import { userHash } from '../desk.ts';
import { PHRASES } from '../phrases.ts';
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
        value: asked.slice(0, LONGEST_PINNED_QUESTION),
        isLong: true,
        isRequired: true,
        longest: LONGEST_PINNED_QUESTION,
      },
      { name: 'text', label: form.text, isLong: true, isRequired: false, longest: LONGEST_CORRECTION },
    ],
  };
};

export type Written = { readonly answer: string; readonly question: string; readonly text: string };

/** Pins what was written in the form. Throws what the assistant and the records throw. */
export const saveCorrection = async (desk: Desk, moderator: Moderator, written: Written): Promise<Outgoing> => {
  const { server, language: spoken } = moderator;
  const question = written.question.trim();
  if (!canBePinned(question)) return phraseMessage(DISCORD_PHRASES[spoken].moderation.cannotBePinned);
  const text = written.text.trim();
  const meant = answerMeant(desk, moderator, written.answer);
  const language = meant?.shown.language ?? detectQuestion(question).language;
  const citations = text === '' ? [] : await supportOf(desk, text, language);
  const correction: Correction = {
    id: desk.hash('chat', 'discord-correction', `${server}:${question}`),
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
  return savedMessage(correction, citations, spoken);
};

/** What of the texts bears out all that was written; nothing where a sentence of it is not borne out. */
const supportOf = async (desk: Desk, text: string, language: Language): Promise<readonly Citation[]> => {
  const { findings, leftOut } = await desk.assistant.check(text, { language });
  const isBorneOut = leftOut === 0 && findings.every(({ verdict }) => verdict === 'supported');
  return isBorneOut ? findings.flatMap(({ citations }) => citations) : [];
};

const savedMessage = (correction: Correction, citations: readonly Citation[], language: Language): Outgoing => {
  const { moderation } = DISCORD_PHRASES[language];
  const { text, answerable } = correction;
  const note = !answerable ? null : citations.length > 0 ? moderation.supportedByTexts : moderation.notSupportedByTexts;
  const said = answerable ? clean(text) : PHRASES[correction.language].unsupported;
  const quotes = citations.map(({ quote, passage }) =>
    spanOf(inQuotationMarks(clean(quote), language), passage.language, 'quote'),
  );
  const [description = ''] = pagesOf([
    { spans: linesOf(spanOf(moderation.saved, language, 'bold'), spanOf(said, correction.language)) },
    ...(note === null ? [] : [{ spans: linesOf(spanOf(note, language), ...quotes) }]),
  ]);
  const remove = encode({ kind: 'uncorrect', correction: correction.id });
  return {
    embeds: [{ description }],
    buttons: [[{ label: moderation.removeCorrection, data: remove, style: 'danger' }]],
  };
};

/** The answer that all can see carries its correction. That it cannot be amended keeps nothing from being pinned. */
const amend = async (
  desk: Desk,
  { id, shown }: { readonly id: string; readonly shown: Shown },
  correction: Correction,
): Promise<void> => {
  const { answer, question, isPrivate, place } = shown;
  if (isPrivate || answer === null || !place.hasBot) return;
  const amended: Shown = { ...shown, pages: answerPages({ answer, question, correction }) };
  try {
    const message = shownMessage(amended, { page: 1, canPublish: false });
    if (await desk.client.edit(place.channelId, id, message)) desk.shown.set(id, amended);
  } catch (thrown) {
    desk.log.warn({ fault: faultIn(thrown) }, 'a corrected answer could not be amended in its place');
  }
};

/** Takes a correction of the server back. Throws what the records throw. */
export const removeCorrection = async (desk: Desk, { server, language }: Moderator, id: string): Promise<Outgoing> => {
  const isOfServer = (await desk.records.corrections.of(server)).some((correction) => correction.id === id);
  if (isOfServer) await desk.records.corrections.remove(id);
  return phraseMessage(DISCORD_PHRASES[language].moderation.removed);
};
