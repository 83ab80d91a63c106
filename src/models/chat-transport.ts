// The requests to a chat model as they go over the wire: only the headers that are needed, never on to another address, and no
// more of an answer than a reply can be. Hides in how many shapes servers give their reasons.
import { MAX_REPLY_CHARACTERS } from './chat-reply.ts';

/** In a stream each token, some 3 characters, comes in an event of about 300 bytes. */
const MAX_BYTES = 100 * MAX_REPLY_CHARACTERS;

/** An answer without an end. */
export class EndlessAnswer extends Error {}

const limited = (response: Response): Response => {
  if (response.body === null) return response;
  let received = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform: (piece, controller) => {
      received += piece.length;
      if (received > MAX_BYTES) throw new EndlessAnswer('the answer does not end');
      controller.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(limit), { status: response.status, headers: response.headers });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The library reads `{ error: {…} }` alone; vLLM and FastAPI have said `{ message }` and `{ detail }`, proxies plain text. */
const withReadableReason = async (response: Response): Promise<Response> => {
  const text = await limited(response)
    .text()
    .catch(() => '');
  const body = parsed(text);
  const own = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const error = typeof own === 'object' && own !== null ? own : { message: text };
  return new Response(JSON.stringify({ error }), { status: response.status, headers: response.headers });
};

/** A `fetch` for one key. */
export const createTransport =
  (apiKey: string) =>
  async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body = null, signal = null } = init;
    const response = await fetch(url, {
      method,
      body,
      signal,
      // Nothing of what the library tells about this machine, or finds in OPENAI_CUSTOM_HEADERS.
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      // The prompt goes where the configuration says, and nowhere else.
      redirect: 'manual',
    });
    if (response.ok) return limited(response);
    return response.status >= 400 && response.status <= 599 ? withReadableReason(response) : response;
  };
