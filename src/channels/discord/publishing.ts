// Shows to all what a moderator was answered privately, and who published it. Hides what can still be shown after a restart, when only
// the message itself is left.
import type { Desk, Shown } from './desk.ts';
import type { Below, Outgoing, Person } from './incoming.ts';
import { DISCORD_PHRASES } from './phrases.ts';
import { shownMessage } from './views.ts';

/** What was answered privately, as it is shown to all; null where it is no longer known. */
export const publicOf = (desk: Desk, message: Below): Shown | null => {
  const shown = desk.shown.get(message.id);
  return shown === undefined ? null : { ...shown, isPrivate: false };
};

/** Whether the message holds all that there was to show: pages are numbered below. */
export const isWhole = ({ embeds }: Below): boolean => embeds.every(({ footer }) => footer === undefined);

/** The message for all. A mention in it shows a name and alerts nobody. */
export const publishedMessage = (
  published: { readonly shown: Shown | null; readonly message: Below; readonly by: Person },
  language: Shown['language'],
): Outgoing => {
  const { shown, message, by } = published;
  const content = `${DISCORD_PHRASES[language].publishedBy} <@${by.id}>`;
  return shown === null
    ? { content, embeds: message.embeds }
    : { content, ...shownMessage(shown, { page: 1, canPublish: false }) };
};
