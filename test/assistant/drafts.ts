// Replies of a chat model, written for tests as the model writes them.

/** A statement with its quotations, each a passage number and words. */
export type DraftLine = readonly [text: string, ...quotes: readonly (readonly [passage: number, quote: string])[]];

/** The JSON of a reply with these statements. */
export const replyWith = (...lines: readonly DraftLine[]): string =>
  JSON.stringify({
    answerable: true,
    statements: lines.map(([text, ...quotes]) => ({
      text,
      quotes: quotes.map(([passage, quote]) => ({ passage, quote })),
    })),
  });

/** What a model replies whose passages do not answer. */
export const NOT_IN_TEXTS = JSON.stringify({ answerable: false, statements: [] });
