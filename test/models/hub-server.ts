// A model hub on the loopback: serves a model's folder as /<id>/resolve/main/<file>, or misbehaves as told.
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';

/** `cut` breaks the connection half way, `stall` goes silent there, `mute` never answers, `page` is a log-in page. */
export type HubBehaviour = 'serve' | 'cut' | 'stall' | 'mute' | 'page' | 404 | 500;

export type HubServer = {
  readonly url: string;
  /** Paths asked for, oldest first. */
  readonly requests: readonly string[];
  /** How files whose path ends so are served from now on; '' stands for all. */
  behave(ending: string, behaviour: HubBehaviour): void;
  close(): Promise<void>;
};

const answer = async (response: ServerResponse, path: string, behaviour: HubBehaviour): Promise<void> => {
  if (behaviour === 'mute') {
    return;
  }
  if (behaviour === 'page') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Connectez-vous</h1>');
    return;
  }
  const body = await readFile(path).catch(() => null);
  if (typeof behaviour === 'number' || body === null) {
    response.writeHead(typeof behaviour === 'number' ? behaviour : 404).end('no');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': body.length });
  if (behaviour === 'serve') {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, body.length / 2), () => {
    if (behaviour === 'cut') {
      response.destroy();
    }
  });
};

/** Starts a hub that serves `folder` under every id. */
export const startHubServer = async (folder: string): Promise<HubServer> => {
  const requests: string[] = [];
  const behaviours = new Map<string, HubBehaviour>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const [, file = 'none'] = path.split('/resolve/main/');
    const ending = [...behaviours.keys()].filter((key) => path.endsWith(key)).sort((a, b) => b.length - a.length)[0];
    void answer(response, join(folder, file), behaviours.get(ending ?? '') ?? 'serve');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    behave: (ending, behaviour) => behaviours.set(ending, behaviour),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
