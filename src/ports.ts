// All that the core asks of the outside: what is slow, remote or paid for. Adapters live in models/ and log.ts.

/** Whether a text is what is looked for with, or what is looked for: some models treat the two differently. */
export type EmbeddingRole = 'query' | 'passage';

/** Turns texts into vectors of unit length. */
export interface Embedder {
  /** Names the model and its exact weights; two embedders with the same id give the same vectors. */
  readonly id: string;
  /** Length of each vector. */
  readonly dimensions: number;
  /**
   * One vector per text, in order, each of unit length (all zeros for a text in which the model knows no token).
   * Throws `AppError` with code `model-failed`, or the signal's reason once it is aborted.
   */
  embed(texts: readonly string[], role: EmbeddingRole, signal?: AbortSignal): Promise<Float32Array[]>;
  /**
   * How well each text answers a query token by token, −1 to 1: every token of the query counts by its best counterpart in
   * the text. Only of a model whose tokens have the same vectors in every text. Throws as `embed` does.
   */
  lateInteraction?(query: string, texts: readonly string[], signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Judges how well texts answer a question, each beside the question: slower than vectors, and better. */
export interface Reranker {
  /** Names the model and its exact weights. */
  readonly id: string;
  /**
   * The relevance of each text, in order, higher being better; comparable for one question only. Throws `AppError` with code
   * `model-failed`, or the signal's reason once it is aborted.
   */
  scores(question: string, texts: readonly string[], signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

type LogLine = (fields: Readonly<Record<string, string | number | boolean | null>>, message: string) => void;

/** Structured log. Fields are ids, counts, scores and milliseconds: never texts, names or secrets. */
export interface Log {
  readonly debug: LogLine;
  readonly info: LogLine;
  readonly warn: LogLine;
  readonly error: LogLine;
}
