// Downloads a model from the hub, or a mirror of it, into the cache. A file gets its own name only when it is whole, so a
// download that was cut short, or killed, never counts as a model, and the next one goes on from the files that are there.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, messageOf } from '../errors.ts';
import { DESCRIPTION_FILES, QUANTISED_WEIGHTS } from './model-folder.ts';

/** Time for the first, small file: what tells a hub that is there from one that is not. */
const PROBE_MS = 3_000;

/** Longest silence within a download. */
const STALL_MS = 30_000;

/** Where models come from and where they are kept. */
export type HubOptions = {
  /** Ends in a slash. */
  readonly hubUrl: string;
  readonly cacheFolder: string;
  /** Hears how much of a file, 0 to 1, is there. */
  readonly progress?: (file: string, fraction: number) => void;
  readonly signal?: AbortSignal | undefined;
  /** Shorter waits, for tests. */
  readonly waits?: { readonly probeMs: number; readonly stallMs: number };
};

/** Whether this is an id that the hub can know (`owner/name`), and a safe path. */
export const isHubId = (value: string): boolean => /^\w[\w.-]*\/\w[\w.-]*$/.test(value) && !value.includes('..');

/** The folder in the cache that holds, or will hold, this model. */
export const cachedFolder = (id: string, cacheFolder: string): string => join(cacheFolder, ...id.split('/'));

type FileDownload = {
  readonly url: URL;
  readonly path: string;
  readonly onFraction: (fraction: number) => void;
  readonly signal: AbortSignal | undefined;
  /** Longest wait for the next piece. */
  readonly stallMs: number;
  /** Longest wait for the whole file. */
  readonly totalMs: number | null;
};

const partSuffix = (): string => `.${randomUUID()}.part`;

const openBody = async (url: URL, signal: AbortSignal) => {
  // "identity": the length that the server names is then the length of the file.
  const response = await fetch(url, { signal, headers: { 'accept-encoding': 'identity' } });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`HTTP ${response.status} for ${url.pathname}`);
  }
  if (response.headers.get('content-type')?.startsWith('text/html') === true) {
    await response.body.cancel();
    // The log-in page of a hotel or office network says 200 to everything.
    throw new Error(`a web page instead of ${url.pathname}`);
  }
  return { body: response.body, length: Number(response.headers.get('content-length') ?? Number.NaN) };
};

const saveBody = async (download: FileDownload, part: string, stall: AbortController): Promise<void> => {
  const timer = setTimeout(() => stall.abort(new Error(`no data for ${download.stallMs} ms`)), download.stallMs);
  const limits = download.totalMs === null ? [stall.signal] : [stall.signal, AbortSignal.timeout(download.totalMs)];
  const signal = AbortSignal.any(download.signal === undefined ? limits : [...limits, download.signal]);
  try {
    const { body, length } = await openBody(download.url, signal);
    let received = 0;
    const counted = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        timer.refresh();
        received += piece.length;
        download.onFraction(Number.isNaN(length) ? 0 : Math.min(1, received / length));
        yield piece;
      }
    };
    await pipeline(Readable.fromWeb(body), counted, createWriteStream(part), { signal });
    if (!Number.isNaN(length) && received !== length) {
      throw new Error(`${received} bytes instead of ${length} for ${download.url.pathname}`);
    }
  } catch (thrown) {
    // An abort hides its reason behind a general error in some of these calls.
    throw signal.aborted ? signal.reason : thrown;
  } finally {
    clearTimeout(timer);
  }
};

const downloadFile = async (download: FileDownload): Promise<void> => {
  const part = `${download.path}${partSuffix()}`;
  await mkdir(dirname(part), { recursive: true });
  try {
    await saveBody(download, part, new AbortController());
    if (download.path.endsWith('.json')) {
      JSON.parse(await readFile(part, 'utf8'));
    }
    await rename(part, download.path);
  } finally {
    await rm(part, { force: true });
  }
  download.onFraction(1);
};

/** Clears away what killed downloads left: a living one writes at least once within the stall limit. Never throws. */
export const removeDeadParts = async (folder: string, stallMs = STALL_MS): Promise<void> => {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const path of names.filter((name) => name.endsWith('.part')).map((name) => join(folder, name))) {
    const stats = await stat(path).catch(() => null);
    if (stats !== null && Date.now() - stats.mtimeMs > 2 * stallMs) {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }
};

const reasonOf = (thrown: unknown): string => {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  // fetch says only "fetch failed"; the cause says why.
  const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : cause;
  return detail === undefined ? messageOf(thrown) : `${messageOf(thrown)}: ${messageOf(detail)}`;
};

/**
 * Brings a model into the cache. Files that are there stay, but for the first one, which shows at once whether the hub answers.
 * Throws `AppError` `model-missing` when the hub cannot be reached or has no such model, or the signal's reason.
 */
export const downloadModel = async (id: string, options: HubOptions): Promise<void> => {
  const { probeMs, stallMs } = options.waits ?? { probeMs: PROBE_MS, stallMs: STALL_MS };
  const folder = cachedFolder(id, options.cacheFolder);
  try {
    await removeDeadParts(folder, stallMs);
    for (const [position, file] of [...DESCRIPTION_FILES, QUANTISED_WEIGHTS].entries()) {
      const path = join(folder, file);
      if (position === 0 || (await stat(path).catch(() => null)) === null) {
        await downloadFile({
          url: new URL(`${id}/resolve/main/${file}`, options.hubUrl),
          path,
          onFraction: (fraction) => options.progress?.(file, fraction),
          signal: options.signal,
          stallMs,
          totalMs: position === 0 ? probeMs : null,
        });
      }
    }
  } catch (thrown) {
    options.signal?.throwIfAborted();
    throw new AppError('model-missing', `${id} cannot be downloaded from ${options.hubUrl} (${reasonOf(thrown)})`, {
      cause: thrown,
      retryable: true,
    });
  }
};
