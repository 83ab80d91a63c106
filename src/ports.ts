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

export type ChatMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

export type ChatOptions = {
  /** The JSON that is asked for; a server that knows no schemas is asked for it in words alone. Without one: plain text. */
  readonly schema?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  /** The reply is ended after so many tokens. */
  readonly maxTokens: number;
  /** Told each piece of the reply as it comes; nothing is retried once it was. */
  readonly onText?: (piece: string) => void;
};

export type ChatReply = {
  readonly text: string;
  /** As the server counted them, all attempts together; estimated where it counts none. */
  readonly promptTokens: number;
  readonly completionTokens: number;
};

/** A model that writes. */
export interface ChatModel {
  readonly id: string;
  /**
   * One reply. Throws `AppError` `model-failed`, retryable where the same call may succeed later, or the signal's reason once
   * it is aborted.
   */
  complete(messages: readonly ChatMessage[], options: ChatOptions, signal?: AbortSignal): Promise<ChatReply>;
}

/** Keeps values for a while, in memory or in a service that several instances share. Values survive a trip through JSON. */
export interface Store {
  /** Undefined where there is none, or its time is over. Throws `AppError` `store-failed`, as all of these do. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, timeToLiveMs: number): Promise<void>;
  delete(key: string): Promise<void>;
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
