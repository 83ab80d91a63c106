// A Redis on the loopback that knows one script: the counting of messages, as rate-limiter-flexible sends it. It keeps counts, or
// misbehaves as told; what the script itself does in a real Redis it cannot tell.
import { createServer, type Server, type Socket } from 'node:net';

/** `mute` takes commands and never answers, `refuse` answers each with an error. */
type Behaviour = 'serve' | 'mute' | 'refuse';

export type CountingRedis = {
  readonly url: string;
  /** By key, with its prefix. */
  readonly counts: ReadonlyMap<string, number>;
  /** Connections that are open. */
  readonly open: () => number;
  behave(behaviour: Behaviour): void;
  /** Breaks all connections and takes no new ones; counts stay. */
  stop(): Promise<void>;
  /** On the same port again, where it was stopped. */
  start(): Promise<void>;
};

/** The complete commands in what was received, and what is left of it. No argument has a line end in it. */
const commandsIn = (received: string): { commands: string[][]; rest: string } => {
  const lines = received.split('\r\n');
  const commands: string[][] = [];
  let place = 0;
  for (;;) {
    const end = place + 1 + 2 * Number(lines[place]?.slice(1));
    if (!(end < lines.length)) return { commands, rest: lines.slice(place).join('\r\n') };
    commands.push(lines.slice(place + 1, end).filter((_, index) => index % 2 === 1));
    place = end;
  }
};

type State = { readonly counts: Map<string, number>; readonly sockets: Set<Socket>; behaviour: Behaviour };

const reply = ({ counts, behaviour }: State, [name = '', ...rest]: readonly string[]): string => {
  if (behaviour === 'refuse') return '-ERR refused: sesame\r\n';
  if (name.toUpperCase() === 'HELLO') return '*2\r\n$5\r\nproto\r\n:2\r\n';
  if (name.toUpperCase() !== 'EVAL') return '+OK\r\n';
  const [script = '', , key = '', points = '', seconds = ''] = rest;
  if (!/'incrby'.*'pttl'/.test(script)) return '-ERR another script\r\n';
  const count = (counts.get(key) ?? 0) + Number(points);
  counts.set(key, count);
  return `*2\r\n:${count}\r\n:${Number(seconds) * 1_000 - 1}\r\n`;
};

const listen = (state: State): Server =>
  createServer((socket) => {
    let waiting = '';
    state.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => state.sockets.delete(socket));
    socket.on('data', (chunk) => {
      const { commands, rest } = commandsIn(waiting + chunk.toString('utf8'));
      waiting = rest;
      if (state.behaviour !== 'mute') socket.write(commands.map((command) => reply(state, command)).join(''));
    });
  });

/** Starts one without any count. */
export const startCountingRedis = async (): Promise<CountingRedis> => {
  const state: State = { counts: new Map(), sockets: new Set(), behaviour: 'serve' };
  let server = listen(state);
  const start = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      if (server.listening) return resolve();
      server = listen(state).once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await start(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `redis://127.0.0.1:${port}`,
    counts: state.counts,
    open: () => state.sockets.size,
    behave: (behaviour) => {
      state.behaviour = behaviour;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of state.sockets) socket.destroy();
      }),
    start: () => start(port),
  };
};
