// What Mithaq says on Discord, in Arabic and in French. All of it is plain text without markup, but for mentions that a phrase is given:
// Discord shows it the same, escaped or as it stands.
import type { Language } from '../../domain.ts';
import type { DiscordPhrases } from './phrase-shapes.ts';
import { ARABIC_PHRASES } from './phrases-arabic.ts';
import { FRENCH_PHRASES } from './phrases-french.ts';

export type { DiscordPhrases } from './phrase-shapes.ts';

/** The phrases by the language of the reader. */
export const DISCORD_PHRASES: Readonly<Record<Language, DiscordPhrases>> = { ar: ARABIC_PHRASES, fr: FRENCH_PHRASES };
