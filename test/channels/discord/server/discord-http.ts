// The calls of Discord's REST interface as they go over HTTP, kept for a test to look at; and the faults of a network.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Refused } from './discord-refused.ts';
import type { ApiCall, ApiFault, Fault, Match } from './discord-types.ts';

/** What a route is given: `pieces` are what its stars stand for. */
export type Request = {
  readonly pieces: readonly string[];
  readonly query: ApiCall['query'];
  readonly body: unknown;
};

/** By `GET /users/*` and the like; nothing is answered as 204. Ones that begin with `!` need no token. */
export type Routes = Readonly<Record<string, (request: Request) => unknown>>;

type Kept = { -readonly [Field in keyof ApiCall]: ApiCall[Field] };
type Sent = { readonly status: number; readonly body?: unknown; readonly headers?: Fault['headers'] };

const ROOT = '/api/v10';

const patternOf = (match: Match): RegExp => {
  if (match instanceof RegExp) return match;
  if (match === '*') return /^/;
  const pieces = match.split('*').map((piece) => piece.replace(/[.$@+()[\]|\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('([^/]+)')}$`);
};

/** Whether a call looks like that. */
const matches = ({ method, path }: Pick<ApiCall, 'method' | 'path'>, match: Match): boolean =>
  patternOf(match).test(`${method} ${path}`);

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const jsonIn = (text: string): unknown => {
  const fault = new Refused(400, [50_109, 'The request body contains invalid JSON.']);
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value === 'string' && LONE_SURROGATE.test(value)) throw fault;
      return value;
    });
  } catch {
    throw fault;
  }
};

const readBody = async (request: IncomingMessage): Promise<unknown> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const text = Buffer.concat(pieces).toString();
  return text === '' ? null : jsonIn(text);
};

const refusalOf = (thrown: unknown): Sent => {
  if (!(thrown instanceof Refused)) throw thrown;
  const { status, message, code, errors } = thrown;
  return { status, body: { message, code, ...errors } };
};

/** What is sent where a fault says so; null where it only cuts or waits. */
const sentAs = ({ status, body, headers, retryAfter = 1 }: Fault): Sent | null => {
  if (status === undefined) return null;
  if (status !== 429)
    return { status, body: body ?? { message: `as told: ${status}`, code: 0 }, headers: headers ?? {} };
  const limits = {
    'retry-after': `${retryAfter}`,
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': `${retryAfter}`,
    'x-ratelimit-reset': `${Date.now() / 1_000 + retryAfter}`,
    'x-ratelimit-bucket': 'told',
    'x-ratelimit-scope': 'user',
  };
  const told = { message: 'You are being rate limited.', retry_after: retryAfter, global: false, code: 0 };
  return { status, body: body ?? told, headers: { ...limits, ...headers } };
};

const createFaults = () => {
  const queued: { readonly match: Match; readonly fault: Fault; left: number }[] = [];
  return {
    failNext: (match: Match, fault: Fault): void => {
      queued.push({ match, fault, left: fault.times ?? 1 });
    },
    take: (call: ApiCall): Fault => {
      const next = queued.find(({ match, left }) => left > 0 && matches(call, match));
      if (next === undefined) return {};
      next.left -= 1;
      return next.fault;
    },
  };
};

const createRouter = (routes: Routes, token: string) => {
  const known = Object.entries(routes).map(([name, handle]) => ({
    isOpen: name.startsWith('!'),
    pattern: patternOf(name.replace(/^!/, '')),
    handle,
  }));
  return ({ method, path, query, body }: ApiCall, authorization: string | undefined): Sent => {
    for (const { isOpen, pattern, handle } of known) {
      const found = pattern.exec(`${method} ${path}`);
      if (found === null) continue;
      if (!isOpen && authorization !== `Bot ${token}`) throw new Refused(401, [0, '401: Unauthorized']);
      const answer = handle({ pieces: found.slice(1).map(decodeURIComponent), query, body });
      return answer === undefined ? { status: 204 } : { status: 200, body: answer };
    }
    throw new Refused(404, [0, '404: Not Found']);
  };
};

const send = (response: ServerResponse, { status, body, headers }: Sent): void => {
  if (body === undefined) response.writeHead(status, headers).end();
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

const cut = ({ socket }: IncomingMessage, { isReset }: Fault): void => {
  if (isReset === true) socket.resetAndDestroy();
  else socket.destroy();
};

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
};

const callOf = (request: IncomingMessage): Kept => {
  const url = new URL(request.url ?? '', 'http://localhost');
  const path = url.pathname.startsWith(ROOT) ? url.pathname.slice(ROOT.length) : url.pathname;
  const query = Object.fromEntries(url.searchParams);
  return { method: request.method ?? '', path, query, body: null, atMs: performance.now(), status: null };
};

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Serves the routes; `onChange` is told of each answer, and of its fault where it is one. */
export const serveRest = async (options: {
  readonly token: string;
  readonly routes: (host: string) => Routes;
  readonly onChange: (fault: ApiFault | null) => void;
}) => {
  const calls: Kept[] = [];
  const faults = createFaults();
  const server = createServer((request, response) => void serve(request, response));
  const host = await listen(server);
  const route = createRouter(options.routes(host), options.token);

  const perform = async (call: Kept, request: IncomingMessage): Promise<Sent> => {
    try {
      call.body = (await readBody(request)) as ApiCall['body'];
      return route(call, request.headers.authorization);
    } catch (thrown) {
      return refusalOf(thrown);
    }
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = callOf(request);
    calls.push(call);
    const fault = faults.take(call);
    if (fault.delayMs !== undefined) await wait(fault.delayMs);
    const told = sentAs(fault);
    const sent = fault.cut === 'before' ? null : (told ?? (await perform(call, request)));
    if (sent === null || fault.cut !== undefined) cut(request, fault);
    else {
      send(response, sent);
      call.status = sent.status;
    }
    const { message = '', code = 0 } = (sent?.body ?? {}) as { readonly message?: string; readonly code?: number };
    const { status } = sent ?? { status: 0 };
    options.onChange(status < 400 ? null : { status, code, message, path: call.path });
  };

  return {
    host,
    server,
    failNext: faults.failNext,
    calls: (match: Match = '*'): readonly ApiCall[] => calls.filter((call) => matches(call, match)),
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
