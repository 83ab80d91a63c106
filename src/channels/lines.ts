// A stream -> its lines. Hides chunks, UTF-8 sequences cut in two, BOM, CRLF and lines without end. node:readline would
// also end a line at U+2028, which a JSON string may hold.
import { addAbortSignal, Readable } from 'node:stream';

/** Longer lines are cut here: far beyond any question, and no reason to fill the memory. */
const LONGEST_LINE = 1_000_000;

/**
 * The lines of a stream, read no faster than they are taken. Throws the signal's reason once it is aborted, also while
 * waiting for input.
 */
export async function* linesOf(
  input: Readable | AsyncIterable<string>,
  signal?: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const stream = input instanceof Readable ? input : Readable.from(input);
  if (signal !== undefined) addAbortSignal(signal, stream);
  try {
    let pending = '';
    for await (const text of decoded(stream)) {
      const parts = text.split('\n');
      for (const [index, part] of parts.entries()) {
        pending = (pending + part).slice(0, LONGEST_LINE);
        if (index === parts.length - 1) break;
        yield pending.replace(/\r$/, '');
        pending = '';
      }
    }
    if (pending !== '') yield pending.replace(/\r$/, '');
  } catch (thrown) {
    signal?.throwIfAborted();
    throw thrown;
  }
}

async function* decoded(stream: Readable): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let first = true;
  for await (const chunk of stream) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    if (text === '') continue;
    yield first ? text.replace(/^\ufeff/, '') : text;
    first = false;
  }
  yield decoder.decode();
}
