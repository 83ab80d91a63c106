// Splits what somebody posted into sentences and tells which of them claim anything. Hides what people write around a claim: links,
// emoji, hashtags, "il paraît que", "عاجل:". Pure.
import type { Language } from '../../domain.ts';
import { detectQuestion, type Variety } from '../../language/detect.ts';
import { foldText, terms } from '../../language/fold.ts';
import { splitSentences } from '../../language/sentences.ts';
import { smalltalkIn } from '../smalltalk.ts';

/** More sentences than these are not looked at: a post of 4,096 characters, the longest of Telegram, has some thirty. */
export const MOST_SENTENCES = 20;

/** A sentence of a post that claims something. */
export type PostedSentence = {
  /** A verbatim slice of the post. */
  readonly sentence: string;
  /** What it claims, without what stands around it. */
  readonly claim: string;
  readonly variety: Variety;
};

export type Post = {
  readonly language: Language;
  readonly sentences: readonly PostedSentence[];
  readonly skipped: number;
  readonly leftOut: number;
};

/** Reads a post; one without a claim has no sentences. */
export const readPost = (text: string): Post => {
  const { language } = detectQuestion(text);
  const all = linesOf(text).flatMap(([start, end]) =>
    splitSentences(text.slice(start, end), language).map(([from, to]) => text.slice(start + from, start + to)),
  );
  const read = all.map((sentence) => ({ sentence, claim: claimIn(sentence), ...detectQuestion(sentence) }));
  const claiming = read.filter(({ sentence, claim }) => claims(sentence, claim));
  const sentences = claiming
    .slice(0, MOST_SENTENCES)
    .map(({ sentence, claim, variety }) => ({ sentence, claim, variety }));
  return {
    language,
    sentences,
    skipped: all.length - claiming.length,
    leftOut: claiming.length - sentences.length,
  };
};

/** In a chat a new line is a new thought. */
const linesOf = (text: string): readonly (readonly [start: number, end: number])[] =>
  [...text.matchAll(/[^\n\r\u2028\u2029]+/gu)].map(({ 0: line, index }) => [index, index + line.length] as const);

const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;
const MENTION = /<[@#&!:]\S*>|(?<!\S)@[\p{L}\p{N}_.]+/gu;
const MARKUP = /[*_~`|#]+|^\s*(?:>|[-•–—]\s|\d{1,2}[.)]\s)+/gu;
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3)+/gu;
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** What announces a claim without being a part of it. */
const OPENERS = [
  /^(?:urgent|alerte|info|infos|breaking(?: news)?|news|flash|officiel|rumeur|scoop|exclusif|exclusivité|important|attention)\s*[:!–—-]\s*/iu,
  /^(?:عاجل|خبر عاجل|هام|رسميا|إشاعة|خبر|حصري)\s*[:!،–—-]\s*/u,
  /^(?:apparemment|paraît-il|visiblement|en fait|bref|donc|au fait|sachez que|à savoir|pour info|pour rappel)\s*[,:]?\s+/iu,
  /^(?:(?:il paraît|on (?:dit|raconte|m['’]a dit)|j['’]ai (?:lu|vu|entendu)(?: dire)?|selon (?:une rumeur|la rumeur|mes sources)|d['’]après (?:la rumeur|ce qu['’]on dit)|certains disent|le saviez-vous|je (?:crois|pense)|il semble(?:rait)?)\s*[,:]?\s*(?:que\s+|qu['’])?)/iu,
  /^(?:يقال|قيل|سمعت|سمعنا|يبدو|قالوا(?: ليا| لي| لينا)?|كيقولو|كيقولوا|يقولون|قريت|شفت|حسب ما سمعت|على ما يبدو)\s*[،:]?\s*(?:(?:ب?أن|إن|ان|بأنه?|بلي|باللي|بللي)\s+)?/u,
];

const claimIn = (sentence: string): string => {
  const bare = sentence
    .replace(INVISIBLE, '')
    .replace(LINK, ' ')
    .replace(MENTION, ' ')
    .replace(EMOJI, ' ')
    .replace(MARKUP, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return OPENERS.reduce((text, opener) => text.replace(opener, ''), bare);
};

const ASKS = /[?؟][^\p{L}\p{N}]*$/u;
const ASKS_WITHOUT_MARK =
  /^(?:pourquoi|comment|combien|quand|est ce que|qui est ce|qu est ce|quel|quelle|quels|quelles|هل|لماذا|كيف|متي|اين|كم|ماذا|واش|شكون|علاش|فين|شحال|شنو|اش|فوقاش|كيفاش|wach|chkoun|3lach|chhal|ch7al|fin|kifach|fo9ach) /u;
const COMMANDS =
  /^(?:partagez|partage|lisez|regardez|regarde|voir|cliquez|suivez|abonnez vous|abonnez|likez|votez|venez|ecoutez|dites|votre avis|شاركوا|شارك|اقروا|اقرا|شاهدوا|شاهد|تابعوا|تابع|اشتركوا|اضغطوا|اضغط|شوفوا|شوفو|بارطاجيو) /u;

/** Fewer words than this that say something make no claim. */
const FEWEST_WORDS = 2;

const claims = (sentence: string, claim: string): boolean => {
  const folded = `${foldText(claim)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  if (ASKS.test(sentence.replace(LINK, ' ')) || ASKS_WITHOUT_MARK.test(folded) || COMMANDS.test(folded)) return false;
  if (smalltalkIn(claim) !== null) return false;
  const telling = terms(claim).filter((term) => !term.stop);
  return telling.length >= FEWEST_WORDS && telling.some((term) => /\p{L}/u.test(term.folded));
};
