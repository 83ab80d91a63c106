// A Chat Completions server on the loopback: replies, streams, fails and breaks off as told, and keeps what it was asked. It
// streams as real servers do at their worst: in pieces that end within a line and within a letter.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** The parsed body of a request. */
export type ChatBody = {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
} & Readonly<Record<string, unknown>>;

/** Where the server breaks off or goes silent: before its headers, within its body, or after some words of a stream. */
type Place = 'headers' | 'body' | 'words';

type Described =
  /** A reply; `usage: null` counts nothing, `finish: null` leaves the end of a stream unsaid. */
  | {
      readonly reply: string | null;
      readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
      readonly finish?: string | null;
      readonly refusal?: string;
    }
  /** A fault: an object is sent as JSON, a string as it is. */
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly error?: unknown }
  /** HTTP 200 with this body, whatever was asked. */
  | { readonly body: string; readonly contentType?: string }
  | { readonly cut: Place }
  | { readonly stall: Place }
  /** A stream of the same words without end. */
  | { readonly endless: string };

/** What the server does with one request; a bare string is a reply. */
export type ChatBehaviour = string | Described | ((body: ChatBody) => string | Described);

type ChatRequestSeen = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: ChatBody;
};

export type ChatServer = {
  /** Base URL of the API, ending in /v1. */
  readonly url: string;
  /** Oldest first. */
  readonly requests: readonly ChatRequestSeen[];
  /** Queues one behaviour for each of the next requests. */
  next(...behaviours: readonly ChatBehaviour[]): void;
  /** What is done whenever nothing is queued; HTTP 418, which is never asked again, until this is called. */
  always(behaviour: ChatBehaviour): void;
  close(): Promise<void>;
};

/** OpenAI's fault for a part of the request that the model does not take. */
export const unsupported = (param: string): Described => ({
  status: 400,
  error: {
    error: {
      message: `Unsupported parameter: '${param}' is not supported with this model.`,
      type: 'invalid_request_error',
      param,
      code: 'unsupported_parameter',
    },
  },
});

const UNSCRIPTED: Described = { status: 418, error: { error: { message: 'nothing is scripted for this request' } } };
const DEFAULT_USAGE = { prompt_tokens: 11, completion_tokens: 7 };
const HALF_A_REPLY = '{"id":"chat-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assista';
const HEAD = { id: 'chat-1', created: 1_700_000_000, model: 'scripted' };

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const event = (data: object): string =>
  `data: ${JSON.stringify({ ...HEAD, object: 'chat.completion.chunk', ...data })}\n\n`;
const choice = (delta: object, finish: string | null = null): object => ({
  choices: [{ index: 0, delta, finish_reason: finish }],
});
const wordsEvent = (content: string): string => event(choice({ content }));

/** Pieces of 8 characters, none of which splits a letter: that is left to the bytes. */
const piecesOf = (text: string): readonly string[] =>
  Array.from({ length: Math.ceil([...text].length / 8) }, (_, index) =>
    [...text].slice(index * 8, index * 8 + 8).join(''),
  );

/** Cut after the first byte of a letter of several bytes, at most once in 16 bytes, and else after 90. */
const slicesOf = (text: string): readonly Buffer[] => {
  const bytes = Buffer.from(text);
  const slices: Buffer[] = [];
  let start = 0;
  for (let end = 1; end <= bytes.length; end += 1) {
    const isWithinLetter = (bytes[end - 1] ?? 0) >= 0xc0 && end - start >= 16;
    if (isWithinLetter || end - start >= 90 || end === bytes.length) {
      slices.push(bytes.subarray(start, end));
      start = end;
    }
  }
  return slices;
};

const openStream = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
};

const stream = async (response: ServerResponse, text: string): Promise<void> => {
  response.socket?.setNoDelay(true);
  for (const slice of slicesOf(text)) {
    response.write(slice);
    await turn();
  }
};

type Reply = Extract<Described, { readonly reply: unknown }>;

const reply = async (response: ServerResponse, body: ChatBody, told: Reply): Promise<void> => {
  const { usage = DEFAULT_USAGE, finish = 'stop', refusal } = told;
  const refused = refusal === undefined ? {} : { refusal };
  if (body.stream !== true) {
    const message = { role: 'assistant', content: told.reply, ...refused };
    const choices = [{ index: 0, message, finish_reason: finish }];
    const counted = usage === null ? {} : { usage };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ...HEAD, object: 'chat.completion', choices, ...counted }));
    return;
  }
  openStream(response);
  const isCounted = usage !== null && body.stream_options?.include_usage === true;
  await stream(
    response,
    [
      ': comments are to be passed over\n\n',
      event(choice({ role: 'assistant', content: '', ...refused })),
      ...piecesOf(told.reply ?? '').map(wordsEvent),
      ...(finish === null ? [] : [event(choice({}, finish))]),
      ...(isCounted ? [event({ choices: [], usage })] : []),
      ...(finish === null ? [] : ['data: [DONE]\n\n']),
    ].join(''),
  );
  response.end();
};

/** Sends what comes before the place. */
const sendUntil = async (response: ServerResponse, body: ChatBody, place: Place): Promise<void> => {
  if (place === 'headers') return;
  if (body.stream === true) {
    openStream(response);
    const words = place === 'words' ? wordsEvent('Deux mots') : '';
    await stream(response, `${event(choice({ role: 'assistant', content: '' }))}${words}`);
  } else {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(HALF_A_REPLY);
  }
  // The client is to have read it before anything breaks.
  await new Promise((resolve) => setTimeout(resolve, 20));
};

const goOn = async (response: ServerResponse, words: string): Promise<void> => {
  openStream(response);
  while (!response.destroyed) {
    if (!response.write(wordsEvent(words))) await Promise.race([drained(response), closed(response)]);
    await turn();
  }
};

const drained = (response: ServerResponse): Promise<unknown> => new Promise((done) => response.once('drain', done));
const closed = (response: ServerResponse): Promise<unknown> => new Promise((done) => response.once('close', done));

const act = async (response: ServerResponse, body: ChatBody, told: string | Described): Promise<void> => {
  if (typeof told === 'string') return reply(response, body, { reply: told });
  if ('reply' in told) return reply(response, body, told);
  if ('endless' in told) return goOn(response, told.endless);
  if ('stall' in told) return sendUntil(response, body, told.stall);
  if ('cut' in told) {
    await sendUntil(response, body, told.cut);
    response.destroy();
  } else if ('status' in told) {
    const { status, headers = {}, error = '' } = told;
    const isText = typeof error === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
    response.end(isText ? error : JSON.stringify(error));
  } else {
    response.writeHead(200, { 'content-type': told.contentType ?? 'application/json' }).end(told.body);
  }
};

const bodyOf = async (request: IncomingMessage): Promise<ChatBody> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? {} : JSON.parse(text);
};

/** Starts a server that does what the script says, one entry a request, and then what `always` was told. */
export const startChatServer = async (script: readonly ChatBehaviour[] = []): Promise<ChatServer> => {
  const requests: ChatRequestSeen[] = [];
  const queue: ChatBehaviour[] = [...script];
  let standing: ChatBehaviour = UNSCRIPTED;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const { method = '', url = '', headers } = request;
    requests.push({ method, path: url, headers, body });
    const behaviour = queue.shift() ?? standing;
    await act(response, body, typeof behaviour === 'function' ? behaviour(body) : behaviour);
  };
  const server = createServer((request, response) => {
    // A client that goes away is no fault; a behaviour that throws shows as a broken connection.
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    next: (...behaviours) => {
      queue.push(...behaviours);
    },
    always: (behaviour) => {
      standing = behaviour;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
