// The web server that Telegram delivers updates to. Takes what carries the secret, answers as soon as it is handed on, and hides
// HTTP: sizes, faults, connections that are kept open.
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AppError } from '../../errors.ts';
import type { Log } from '../../ports.ts';
import type { Intake } from './intake.ts';
import type { Receiver } from './polling.ts';

/** Updates are some 10 kB at most. */
const MAX_BODY_BYTES = 1_000_000;

/** Somebody who sends a byte now and then does not hold a connection for long. */
const REQUEST_TIMEOUT_MS = 30_000;

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

type WebhookServerOptions = {
  readonly path: string;
  readonly port: number;
  readonly secret: string;
  readonly take: Intake;
  readonly log: Log;
  /** What requests under way have to end once it is stopped. */
  readonly graceMs: number;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In constant time, and also where the lengths differ. */
const isSecret = (given: string | string[] | undefined, secret: string): boolean =>
  typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));

/** Null where it is too long or breaks off. */
const readBody = (request: IncomingMessage): Promise<Buffer | null> =>
  new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes <= MAX_BODY_BYTES) pieces.push(piece);
      else {
        request.pause();
        resolve(null);
      }
    });
    request.once('end', () => resolve(Buffer.concat(pieces)));
    request.once('close', () => resolve(null));
    request.once('error', () => resolve(null));
  });

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
};

const receive = async (request: IncomingMessage, { secret, take }: WebhookServerOptions): Promise<number> => {
  if (!isSecret(request.headers[SECRET_HEADER], secret)) return 401;
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 413;
  const body = await readBody(request);
  if (body === null) return 413;
  const update = parsed(body);
  return update === undefined || take(update).id === null ? 400 : 200;
};

const statusFor = async (request: IncomingMessage, options: WebhookServerOptions): Promise<number> => {
  const path = (request.url ?? '').split('?', 1)[0];
  if (path === '/healthz' && request.method === 'GET') return 200;
  if (path !== options.path) return 404;
  return request.method === 'POST' ? await receive(request, options) : 405;
};

const reply = (response: ServerResponse, status: number, isLast: boolean): void => {
  const connection = isLast ? 'close' : 'keep-alive';
  response
    .writeHead(status, { 'content-type': 'application/json', connection })
    .end(JSON.stringify({ ok: status === 200 }));
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (thrown: NodeJS.ErrnoException) =>
      reject(
        new AppError(
          'configuration',
          `port ${port} cannot be opened for Telegram's webhook (${thrown.code ?? thrown.name}); set another one`,
        ),
      ),
    );
    server.listen(port, resolve);
  });

const close = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });

/** Listens until it is stopped. Throws `AppError` `configuration` for a port that cannot be opened. */
export const openWebhookServer = async (options: WebhookServerOptions): Promise<Receiver> => {
  let isStopping = false;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Telegram delivers again what is not taken.
    const status = isStopping ? 503 : await statusFor(request, options);
    if (status !== 200) options.log.warn({ status }, 'a request to the webhook is turned away');
    // What was not read to its end cannot be followed by another request.
    reply(response, status, isStopping || status !== 200);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  await listen(server, options.port);
  server.on('error', (thrown) => options.log.error({ fault: thrown.name }, "Telegram's webhook has a fault"));
  return {
    stop: async () => {
      isStopping = true;
      await close(server, options.graceMs);
    },
  };
};
