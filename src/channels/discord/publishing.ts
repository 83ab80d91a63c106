// Shows to all what a moderator was answered privately, and who published it. Hides what can still be shown after a restart, when only
// the message itself is left.
import type { Desk, Shown } from './desk.ts';
import type { Below, Outgoing, Person } from './incoming.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import { shownMessage } from './views.ts';

/** A mention in it shows a name and alerts nobody. */
const publishedBy = ({ id }: Person, language: Shown['language']): string =>
  `${DISCORD_PHRASES[language].publishedBy} <@${id}>`;

/** What was answered privately, as it is shown to all; null where it is no longer known. */
export const publicOf = (desk: Desk, message: Below, by: Person): Shown | null => {
  const shown = desk.shown.get(message.id);
  return shown === undefined ? null : { ...shown, isPrivate: false, above: publishedBy(by, shown.language) };
};

/** Whether the message holds all that there was to show: pages are numbered below. */
export const isWhole = ({ embeds }: Below): boolean => embeds.every(({ footer }) => footer === undefined);

/** The message for all; of what is no longer known, the message itself. */
export const publishedMessage = (
  published: { readonly shown: Shown | null; readonly message: Below; readonly by: Person },
  language: Shown['language'],
): Outgoing => {
  const { shown, message, by } = published;
  return shown === null
    ? { content: publishedBy(by, language), embeds: message.embeds }
    : shownMessage(shown, { page: 1, canPublish: false });
};
