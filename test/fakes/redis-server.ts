// A Redis on the loopback: speaks enough of its protocol (RESP 2 and 3) to keep values for a while, or misbehaves as told.
import { createServer, type Server, type Socket } from 'node:net';

/** `mute` takes commands and never answers, `refuse` answers each with an error that repeats the command. */
type RedisBehaviour = 'serve' | 'mute' | 'refuse';

export type RedisServer = {
  readonly port: number;
  /** Keys as they are kept, prefixes and all, with the text kept there. */
  readonly entries: ReadonlyMap<string, { readonly text: string; readonly endsAt: number }>;
  /** Connections taken so far. */
  readonly connections: () => number;
  /** Connections that are open. */
  readonly open: () => number;
  /** Puts a text under a key, as another program would. */
  keep(key: string, text: string): void;
  behave(behaviour: RedisBehaviour): void;
  /** Breaks all connections and takes no new ones; what is kept stays. */
  stop(): Promise<void>;
  /** On the same port again. */
  start(): Promise<void>;
};

type State = {
  readonly password: string | null;
  readonly entries: Map<string, { readonly text: string; readonly endsAt: number }>;
  readonly sockets: Set<Socket>;
  connections: number;
  behaviour: RedisBehaviour;
};

const OK = '+OK\r\n';
const NOTHING = '$-1\r\n';

const bulk = (text: string): string => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

/** The commands received, each an array of bulk strings, and what is not complete yet. */
const commandsIn = (received: Buffer): { commands: string[][]; rest: Buffer } => {
  const commands: string[][] = [];
  let start = 0;
  const lineAt = (from: number): { text: string; next: number } | null => {
    const end = received.indexOf('\r\n', from);
    return end === -1 ? null : { text: received.toString('utf8', from, end), next: end + 2 };
  };
  for (;;) {
    const head = lineAt(start);
    if (head === null) return { commands, rest: received.subarray(start) };
    const words: string[] = [];
    let place = head.next;
    for (let count = Number(head.text.slice(1)); count > 0; count -= 1) {
      const size = lineAt(place);
      const length = Number(size?.text.slice(1));
      if (size === null || received.length < size.next + length + 2)
        return { commands, rest: received.subarray(start) };
      words.push(received.toString('utf8', size.next, size.next + length));
      place = size.next + length + 2;
    }
    commands.push(words);
    start = place;
  }
};

const set = ({ entries }: State, [key = '', text = '', option = '', milliseconds = '']: readonly string[]): string => {
  const isTimed = option.toUpperCase() === 'PX';
  if (isTimed && !/^[1-9]\d*$/.test(milliseconds)) return '-ERR value is not an integer or out of range\r\n';
  entries.set(key, { text, endsAt: isTimed ? Date.now() + Number(milliseconds) : Number.POSITIVE_INFINITY });
  return OK;
};

const get = ({ entries }: State, key: string): string => {
  const entry = entries.get(key);
  return entry === undefined || entry.endsAt <= Date.now() ? NOTHING : bulk(entry.text);
};

const reply = (state: State, command: readonly string[], session: { isKnown: boolean }): string => {
  const [name = '', ...rest] = command;
  const [first = ''] = rest;
  const verb = name.toUpperCase();
  if (verb === 'AUTH') {
    session.isKnown = rest.at(-1) === state.password;
    return session.isKnown ? OK : `-WRONGPASS invalid username-password pair: ${rest.join(' ')}\r\n`;
  }
  if (!session.isKnown) return '-NOAUTH Authentication required.\r\n';
  if (state.behaviour === 'refuse') return `-ERR refused: ${command.join(' ').replaceAll(/\s/g, ' ')}\r\n`;
  switch (verb) {
    case 'HELLO':
      return `*2\r\n${bulk('proto')}:2\r\n`;
    case 'CLIENT':
    case 'SELECT':
    case 'QUIT':
      return OK;
    case 'PING':
      return '+PONG\r\n';
    case 'SET':
      return set(state, rest);
    case 'GET':
      return get(state, first);
    case 'DEL':
    case 'UNLINK':
      return `:${rest.filter((key) => state.entries.delete(key)).length}\r\n`;
    default:
      return `-ERR unknown command '${name}'\r\n`;
  }
};

const listen = (state: State): Server =>
  createServer((socket) => {
    let waiting: Buffer = Buffer.alloc(0);
    const session = { isKnown: state.password === null };
    state.connections += 1;
    state.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => state.sockets.delete(socket));
    socket.on('data', (chunk) => {
      const { commands, rest } = commandsIn(Buffer.concat([waiting, chunk]));
      waiting = rest;
      if (state.behaviour === 'mute') return;
      socket.write(commands.map((command) => reply(state, command, session)).join(''));
    });
  });

/** Starts an empty Redis; with a password it serves nobody who does not give it. */
export const startRedisServer = async ({
  password = null,
}: {
  password?: string | null;
} = {}): Promise<RedisServer> => {
  const state: State = {
    password,
    entries: new Map(),
    sockets: new Set(),
    connections: 0,
    behaviour: 'serve',
  };
  let server = listen(state);
  const start = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server = listen(state).once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  await start(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    entries: state.entries,
    connections: () => state.connections,
    open: () => state.sockets.size,
    keep: (key, text) => {
      state.entries.set(key, { text, endsAt: Number.POSITIVE_INFINITY });
    },
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
