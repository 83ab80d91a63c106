// Which phrases Discord needs beside those of every messenger, and what each is told. One that is missing in a language does not compile.
import type { Verdict } from '../../domain.ts';
import type { MessengerPhrases } from '../messenger-phrases.ts';

/** What /about must say truthfully of this installation. */
export type PrivacyFacts = {
  /** Whether a judgement is kept with the text of its question. */
  readonly keepsQuestions: boolean;
  /** Whether a chat model is shown the questions. */
  readonly usesChatModel: boolean;
};

type CheckPhrases = {
  readonly title: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly difference: (claimed: string, stated: string) => string;
  readonly nothingToCheck: string;
  /** Of sentences at the end of a long text. */
  readonly notChecked: (count: number) => string;
  readonly disclaimer: string;
};

type ModerationPhrases = {
  readonly notAllowed: string;
  readonly ownerOnly: string;
  readonly notInServer: string;
  /** Where there is no list of channels, and where it was emptied. */
  readonly everywhere: string;
  readonly tooManyChannels: (most: number) => string;
  /** Above the list of channels. */
  readonly onlyHere: string;
  readonly cooldownSet: (seconds: number) => string;
  readonly cooldownOff: string;
  /** Above the trace of an answer. */
  readonly whyTitle: string;
  /** Of an answer that is not known, or not any more. */
  readonly whyUnknown: string;
  /** A title and labels of at most 45 UTF-16 units each. An empty text says that the texts do not say. */
  readonly form: Readonly<Record<'title' | 'question' | 'text', string>>;
  /** Of a question that does not say by itself what it is about. */
  readonly cannotBePinned: string;
  /** Above a correction that was just pinned. */
  readonly saved: string;
  readonly supportedByTexts: string;
  readonly notSupportedByTexts: string;
  /** On the button. */
  readonly removeCorrection: string;
  readonly removed: string;
  /** How many there are in the server: a line of the counts. */
  readonly corrections: (count: number) => string;
};

export type DiscordPhrases = MessengerPhrases & {
  readonly about: (facts: PrivacyFacts) => string;
  readonly help: string;
  readonly askUsage: string;
  readonly forgotten: string;
  /** Stands before the question that an answer repeats. */
  readonly asked: string;
  /** On the button. */
  readonly publish: string;
  /** Stands before the mention of whoever published it, and a space. */
  readonly publishedBy: string;
  readonly alreadyPublished: string;
  readonly cannotPublish: string;
  /** Where the bot answers. `channels` are Discord's mentions of them: this phrase must not be escaped. */
  readonly notHere: (channels: string) => string;
  readonly privateHere: string;
  readonly cooldown: (seconds: number) => string;
  readonly pagesGone: string;
  /** Of a title that was typed. */
  readonly sourceNotFound: string;
  /** Of a message in whose menu a command was chosen. */
  readonly nothingToRead: string;
  /** Around what a moderator pinned to a question. */
  readonly corrected: {
    readonly label: string;
    readonly supported: string;
    readonly notSupported: string;
    /** Above what the texts were found to say. */
    readonly ownAnswer: string;
  };
  readonly check: CheckPhrases;
  readonly moderation: ModerationPhrases;
};
