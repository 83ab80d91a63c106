// What every part of the Telegram channel works with: the desk of every messenger, and the way out to chats. Hides which language
// somebody is spoken to in.
import type { Language } from '../../domain.ts';
import { detectQuestion } from '../../language/detect.ts';
import {
  chatHash,
  chooseLanguage as choose,
  chosenLanguage as chosen,
  createDesk as createSharedDesk,
  languageOfApp,
  type Services,
  type Desk as SharedDesk,
} from '../desk.ts';
import type { LanguageChoice } from '../messenger-phrases.ts';
import { faultIn, type Outbox } from './outbox.ts';
import type { Chat, Person } from './updates.ts';

export type Desk = SharedDesk & {
  readonly outbox: Outbox;
  /** Whether passages can be shared: the bot's inline mode is switched on. */
  readonly canShare: boolean;
};

/** Opens a desk. */
export const createDesk = (services: Services, own: Pick<Desk, 'outbox' | 'canShare'>): Desk => ({
  ...createSharedDesk(services, { channel: 'telegram', faultIn }),
  ...own,
});

/** The conversation of a chat, or of a topic in it. */
export const conversationOf = (
  desk: Desk,
  { chatId, threadId }: { readonly chatId: number; readonly threadId: number | null },
) => `telegram:${chatHash(desk, chatId)}${threadId === null ? '' : `:${threadId}`}`;

export const answerKey = (chatId: number, messageId: number | string): string => `${chatId}:${messageId}`;

/** The language that a chat chose for its answers; null follows each question. Never throws. */
export const chosenLanguage = (desk: Desk, chatId: number): Promise<Language | null> =>
  chosen(desk, chatHash(desk, chatId));

/** Throws what the settings throw. */
export const chooseLanguage = (desk: Desk, chatId: number, choice: LanguageChoice): Promise<void> =>
  choose(desk, chatHash(desk, chatId), choice);

/** French for those whose app speaks French, Arabic for all others. */
export const appLanguage = ({ languageCode }: Pick<Person, 'languageCode'>): Language => languageOfApp(languageCode);

/** The language to speak to somebody in who asks nothing: chosen, else that of their app. */
export const spokenLanguage = async (desk: Desk, chatId: number, from: Person): Promise<Language> =>
  (await chosenLanguage(desk, chatId)) ?? appLanguage(from);

/** The language to speak to somebody in about a question, whatever their app speaks: chosen, else that of the question. */
export const languageFor = async (
  desk: Desk,
  { chat, from, text }: { readonly chat: Pick<Chat, 'id'>; readonly from: Person; readonly text: string },
): Promise<Language> =>
  /\p{L}/u.test(text)
    ? ((await chosenLanguage(desk, chat.id)) ?? detectQuestion(text).language)
    : spokenLanguage(desk, chat.id, from);
