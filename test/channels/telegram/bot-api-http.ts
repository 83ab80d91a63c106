// The calls of the Bot API as they go over HTTP, with JSON and form bodies, kept for a test to look at; and the faults of a network.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { badRequest, type Parameters, Refused } from './bot-api-text.ts';

/** What is done with a call instead: `lost` does it and cuts the connection, so that its answer is lost. */
export type Fault =
  | { readonly flood: number }
  | { readonly status: number; readonly description?: string }
  /** HTTP 200 with this body. */
  | { readonly body: string }
  | 'cut'
  | 'lost'
  | 'stall';

export type ApiCall = {
  readonly method: string;
  readonly parameters: Parameters;
  /** As `performance.now()` gives it. */
  readonly atMs: number;
  /** As it was answered; null while it was not. */
  readonly status: number | null;
};

type Method = (parameters: Parameters) => unknown;

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("can't parse request parameters");
  }
};

/** Fields of a form are texts: objects and lists in them are written as JSON. */
const fieldsOf = (form: Iterable<readonly [string, unknown]>): Parameters =>
  Object.fromEntries(
    [...form].map(([name, value]) => [name, /^[[{]/.test(String(value)) ? jsonIn(String(value)) : value]),
  );

const readParameters = async (request: IncomingMessage, query: URLSearchParams): Promise<Parameters> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return fieldsOf(query);
  if (type.startsWith('application/json')) return jsonIn(body.toString()) as Parameters;
  return fieldsOf(await new Response(body, { headers: { 'content-type': type } }).formData());
};

/** What is sent; null cuts the connection, undefined leaves it open without an answer. */
type Sent = { readonly status: number; readonly body: string } | null | undefined;

const refusalOf = (thrown: unknown): Sent => {
  if (!(thrown instanceof Refused)) throw thrown;
  const { status, message, extra } = thrown;
  return { status, body: JSON.stringify({ ok: false, error_code: status, description: message, ...extra }) };
};

const perform = async (work: () => unknown): Promise<Sent> => {
  try {
    return { status: 200, body: JSON.stringify({ ok: true, result: await work() }) };
  } catch (thrown) {
    return refusalOf(thrown);
  }
};

const failAs = async (fault: Fault, work: () => unknown): Promise<Sent> => {
  if (fault === 'stall') return undefined;
  if (fault === 'cut') return null;
  if (fault === 'lost') return perform(work).then(() => null);
  if ('body' in fault) return { status: 200, body: fault.body };
  if ('status' in fault) return refusalOf(new Refused(fault.status, fault.description ?? 'as told'));
  const parameters = { retry_after: fault.flood };
  return refusalOf(new Refused(429, `Too Many Requests: retry after ${fault.flood}`, { parameters }));
};

const send = (response: ServerResponse, sent: Sent): number | null => {
  if (sent === null) response.destroy();
  else if (sent !== undefined) {
    response.writeHead(sent.status, { 'content-type': 'application/json' }).end(sent.body);
    return sent.status;
  }
  return null;
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
};

type ServedCall = {
  readonly token: string | undefined;
  readonly call: { -readonly [Field in keyof ApiCall]: ApiCall[Field] };
};

const callOf = ({ pathname }: URL): ServedCall => {
  const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(pathname) ?? [];
  return { token, call: { method, parameters: {}, atMs: performance.now(), status: null } };
};

/** Serves the methods to whoever has the token; `onChange` is told of each answer. */
export const serveCalls = async (options: {
  readonly token: string;
  readonly methods: Readonly<Record<string, Method>>;
  readonly onChange: () => void;
}) => {
  const { methods, onChange } = options;
  const calls: ApiCall[] = [];
  const faults = new Map<string, Fault[]>();
  let isReachable = true;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const { token, call } = callOf(url);
    calls.push(call);
    const fault = faults.get(call.method)?.shift() ?? faults.get('*')?.shift();
    const read = readParameters(request, url.searchParams).catch((thrown: unknown) => {
      throw thrown instanceof Refused ? thrown : badRequest("can't read the request");
    });
    call.parameters = await read.catch(() => ({}));
    const work = async (): Promise<unknown> => {
      const method = methods[call.method];
      if (token !== options.token) throw new Refused(token === undefined ? 404 : 401, 'Unauthorized');
      if (method === undefined) throw new Refused(404, 'Not Found: method not found');
      return method(await read);
    };
    call.status = send(response, await (fault === undefined ? perform(work) : failAs(fault, work)));
    onChange();
  };

  const server = createServer((request, response) => void serve(request, response));
  server.on('connection', (socket) => {
    if (!isReachable) socket.destroy();
  });
  return {
    url: await listen(server),
    calls: calls as readonly ApiCall[],
    fail: (method: string, fault: Fault, count = 1): void => {
      faults.set(method, [...(faults.get(method) ?? []), ...Array.from({ length: count }, () => fault)]);
    },
    setReachable: (isNowReachable: boolean): void => {
      isReachable = isNowReachable;
      if (!isReachable) server.closeAllConnections();
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
