// The nouns of Mithaq: every type that crosses a folder boundary. Imports nothing.

/** The languages that answers are given in. Darija, in either script, is answered in Arabic. */
export type Language = 'ar' | 'fr';

/** The agreement (or any other document) that a passage belongs to. */
export type Agreement = {
  /** The same for all language versions of one agreement; unique within a language. */
  readonly id: string;
  readonly title: string;
  /** Where the text comes from, for people: the named sources joined by "; ", or the file when none is named. */
  readonly source: string;
  /** ISO 8601 date, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly place?: string;
  /** What sort of text this is, e.g. `press-summary`. */
  readonly kind?: string;
  readonly parties: readonly string[];
};

/** A verbatim slice of one file: the unit that is indexed, found and quoted. */
export type Passage = {
  /** Content hash, 16 hexadecimal digits: stable over re-indexing as long as the passage's own words and heading stay. */
  readonly id: string;
  readonly agreement: Agreement;
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** Heading path, outermost first, joined by " › "; empty above the first heading. */
  readonly heading: string;
  /** Verbatim: exactly the document's text between `span[0]` and `span[1]`. */
  readonly text: string;
  readonly language: Language;
  /** First and last line in the file, counted from 1. */
  readonly lines: readonly [from: number, to: number];
  /** UTF-16 offsets into the document's text (as read: no BOM, LF line ends, NFC). */
  readonly span: readonly [start: number, end: number];
};

/** What somebody asks. */
export type Question = {
  readonly text: string;
  /** Overrides the detected language of the answer. */
  readonly language?: Language;
  /** Names the conversation that it goes on with; without one it stands alone. */
  readonly conversation?: string;
  /** Whose daily share of the chat model it takes; an id that tells nothing of the person. */
  readonly user?: string;
};

/** One passage found for a question, best first in a list; where a reranker is configured, the first ten stand in its order. */
export type Retrieved = {
  readonly passage: Passage;
  /** Fused score, which a reranker leaves as it is; comparable within one list only. */
  readonly score: number;
  /** Rank (from 1) in each list that was fused; null when the list does not hold the passage. */
  readonly ranks: { readonly vector: number | null; readonly lexical: number | null };
};

/** A verbatim quotation: `quote === passage.text.slice(...span)`. */
export type Citation = {
  readonly marker: number;
  readonly passage: Passage;
  readonly quote: string;
  readonly span: readonly [start: number, end: number];
};

/** A sentence of an answer; there is none without a citation. */
export type Statement = {
  readonly text: string;
  readonly markers: readonly [number, ...number[]];
};

/** How well the best quotation supports an answer, and what was asked of it. */
export type Judgement = {
  /** Estimated probability, 0 to 1, that the quotation answers the question. */
  readonly support: number;
  /** The least support at which an answer is given. */
  readonly threshold: number;
  /** The measurements behind `support`, for `:explain`. */
  readonly evidence: Readonly<Record<string, number>>;
};

/** Why what a chat model wrote is not shown, as one word. */
export type ClaimFault =
  | 'no-quote'
  | 'unknown-passage'
  | 'quote-not-found'
  | 'quote-too-short'
  | 'value-not-quoted'
  | 'name-not-quoted'
  | 'polarity'
  | 'order'
  | 'not-covered'
  | 'other-language'
  | 'not-plain-text';

/** What the chat model did for an answer. */
export type Generation = {
  /** `generated` and `not-in-texts` are its answers; after any other outcome the answer is the extractive one. */
  readonly outcome: 'generated' | 'not-in-texts' | 'unverified' | 'unreadable' | 'failed' | 'timeout' | 'budget';
  /** Calls to the model, repair and rewriting included. */
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** What its tokens cost, in the currency of the configured prices; null where there are none. */
  readonly cost: number | null;
  /** For each statement that was dropped, what was wrong with it. */
  readonly dropped: readonly (readonly ClaimFault[])[];
};

export type SmalltalkTopic = 'greeting' | 'thanks' | 'identity' | 'capabilities' | 'farewell';

export type Answer =
  | {
      readonly kind: 'answered';
      readonly mode: 'extractive' | 'generated';
      readonly language: Language;
      readonly statements: readonly [Statement, ...Statement[]];
      readonly citations: readonly Citation[];
      readonly judgement: Judgement;
      readonly retrieved: readonly Retrieved[];
      /** The whole question that a follow-up was read as. */
      readonly understood?: string;
      /** Only where a chat model is configured. */
      readonly generation?: Generation;
    }
  | {
      /** The texts do not say: claims nothing, shows the nearest passages as related only. */
      readonly kind: 'unsupported';
      readonly language: Language;
      readonly related: readonly Passage[];
      readonly judgement: Judgement | null;
      readonly retrieved: readonly Retrieved[];
      readonly understood?: string;
      readonly generation?: Generation;
    }
  | {
      readonly kind: 'smalltalk';
      readonly language: Language;
      readonly topic: SmalltalkTopic;
    };

/** Whether the texts bear out a posted sentence, say otherwise, or leave it open. In doubt `not-found`. */
export type Verdict = 'supported' | 'contradicted' | 'not-found';

/** What a posted sentence says and what the texts say instead, each as its text writes it. */
export type Difference = { readonly claimed: string; readonly stated: string };

/** What the texts say of one posted sentence. */
export type Finding = {
  /** A verbatim slice of what was posted. */
  readonly sentence: string;
  readonly verdict: Verdict;
  /** Numbered through the whole check; empty for `not-found`. */
  readonly citations: readonly Citation[];
  /** Empty unless `contradicted`. */
  readonly differences: readonly Difference[];
  /** The nearest passages of `not-found`, which say nothing for or against it; empty for the other verdicts. */
  readonly related: readonly Passage[];
};

/** A posted text held against the texts, sentence by sentence. */
export type Checked = {
  readonly language: Language;
  /** In the order of the posted text; none where nothing in it claims anything. */
  readonly findings: readonly Finding[];
  /** How many sentences claim nothing: greetings, questions, links. */
  readonly skipped: number;
  /** How many sentences were left out at the end, because only so many are looked at. */
  readonly leftOut: number;
};

/** A file, or a part of it, that could not be taken into the index. */
export type Fault = {
  /** Path below the knowledge folder, with forward slashes. */
  readonly file: string;
  /** Line in the file, counted from 1, where there is one to name. */
  readonly line?: number;
  /** What is wrong and what to do, one sentence each. */
  readonly message: string;
};

/** What one `sync` did to the index, in passages. */
export type SyncReport = {
  readonly added: number;
  /** Same words, but their place or metadata changed; not embedded again. */
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Why the whole index was made anew, for people; null when it was not. */
  readonly rebuilt: string | null;
};
