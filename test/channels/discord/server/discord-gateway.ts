// The gateway: sessions of shards over WebSockets. What was dispatched to a session is kept, and sent again to one that resumes.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject } from './discord-refused.ts';
import type { Entrance, Json } from './discord-types.ts';

type Session = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | null;
};

/** To whom a dispatch goes: the shard of its guild, the first without one; and only to those who asked for one of these intents. */
export type Audience = { readonly guildId: string | null; readonly intents?: number };

type Options = {
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  readonly resumeUrl: string;
  /** The data of READY besides session and shard, and then what is told of each guild. */
  readonly welcome: (holds: (guildId: string) => boolean) => {
    readonly ready: Json;
    readonly guilds: readonly Json[];
  };
  readonly onChange: () => void;
};

/** Members, presences and the content of messages. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
/** The intent that guilds and their channels are told for. */
export const GUILDS = 1 << 0;
const [HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID_SESSION, HELLO, ACKNOWLEDGED] = [1, 2, 6, 7, 9, 10, 11];

const isOf = ([shard, count]: Session['shard'], guildId: string | null): boolean =>
  shard === (guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));

const send = (socket: WebSocket, payload: object): void =>
  socket.send(JSON.stringify({ s: null, t: null, ...payload }));

const dispatchTo = (session: Session, name: string, data: unknown): void => {
  const payload = { op: 0, s: session.sent.length + 1, t: name, d: data } as const;
  session.sent.push(payload);
  if (session.socket !== null) send(session.socket, payload);
};

const refusalOfIdentify = ({ token, intents }: Json, known: string, shard: Session['shard']): number | null => {
  if (token !== known) return 4_004;
  if (shard[0] >= shard[1]) return 4_010;
  if (!Number.isInteger(intents)) return 4_013;
  return (Number(intents) & PRIVILEGED) === 0 ? null : 4_014;
};

type Within = Options & {
  readonly sessions: Map<string, Session>;
  readonly note: (entrance: Partial<Entrance> & Pick<Entrance, 'kind'>) => void;
};

const createIdentify = ({ sessions, note, ...options }: Within) => {
  const enter = (socket: WebSocket, session: Session): void => {
    for (const { id, shard, socket: other } of sessions.values()) {
      if (other === null && `${shard}` === `${session.shard}`) sessions.delete(id);
    }
    sessions.set(session.id, session);
    const { ready, guilds } = options.welcome((guildId) => isOf(session.shard, guildId));
    const own = { session_id: session.id, resume_gateway_url: options.resumeUrl, shard: session.shard };
    note({ kind: 'identify', shard: session.shard, intents: session.intents, sessionId: session.id });
    session.socket = socket;
    dispatchTo(session, 'READY', { ...ready, ...own });
    if ((session.intents & GUILDS) === 0) return;
    for (const guild of guilds) dispatchTo(session, 'GUILD_CREATE', guild);
  };
  return (socket: WebSocket, data: Json): void => {
    const { shard = [0, 1] } = data as { readonly shard?: Session['shard'] };
    const intents = Number(data.intents);
    const refusedWith = refusalOfIdentify(data, options.token, shard);
    if (refusedWith === null) enter(socket, { id: randomUUID(), shard, intents, sent: [], socket: null });
    else {
      note({ kind: 'identify', shard, intents, refusedWith });
      socket.close(refusedWith);
    }
  };
};

const createResume = ({ sessions, note, ...options }: Within) => {
  return (socket: WebSocket, { token, session_id, seq }: Json): void => {
    const sessionId = String(session_id);
    const session = sessions.get(sessionId);
    if (token !== options.token) {
      note({ kind: 'resume', sessionId, refusedWith: 4_004 });
      socket.close(4_004);
    } else if (session === undefined) {
      note({ kind: 'resume', sessionId, refusedWith: INVALID_SESSION });
      send(socket, { op: INVALID_SESSION, d: false });
    } else if (Number(seq) > session.sent.length) {
      note({ kind: 'resume', sessionId, refusedWith: 4_007 });
      socket.close(4_007);
    } else {
      const missed = session.sent.slice(Number(seq));
      const { shard, intents } = session;
      note({ kind: 'resume', sessionId, shard, intents, replayed: missed.length });
      for (const payload of missed) send(socket, payload);
      session.socket = socket;
      dispatchTo(session, 'RESUMED', { _trace: [] });
    }
  };
};

/** What a client says, once it has been greeted. */
const listenTo = (
  socket: WebSocket,
  enter: Readonly<Record<'identify' | 'resume', (socket: WebSocket, data: Json) => void>>,
  sessionOf: (socket: WebSocket) => Session | undefined,
): void => {
  socket.on('message', (raw: Buffer) => {
    const payload: unknown = JSON.parse(raw.toString());
    const { op, d } = isObject(payload) ? payload : {};
    const session = sessionOf(socket);
    if (op === HEARTBEAT) send(socket, { op: ACKNOWLEDGED });
    else if (op === IDENTIFY || op === RESUME) {
      if (session !== undefined) socket.close(4_005);
      else if (op === IDENTIFY) enter.identify(socket, d as Json);
      else enter.resume(socket, d as Json);
    } else if (session === undefined) socket.close(4_003);
    else if (![3, 4, 8].includes(Number(op))) socket.close(4_001);
  });
};

/** How the HTTP server lets clients in. */
const createDoor = () => {
  let refusal: number | 'cut' | null = null;
  return {
    stopAccepting: (status?: number): void => {
      refusal = status ?? 'cut';
    },
    startAccepting: (): void => {
      refusal = null;
    },
    /** Whether one may come in; turns away one that may not. */
    admits: (socket: Duplex): boolean => {
      if (refusal === 'cut') socket.destroy();
      else if (refusal !== null)
        socket.end(`HTTP/1.1 ${refusal} As Told\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return refusal === null;
    },
  };
};

/** A client that goes with such a code ends its session. */
const ENDS_SESSION = [1_000, 1_001];

/** What is done to those who are in. */
const createControls = (sessions: Map<string, Session>) => ({
  connections: (): number => [...sessions.values()].filter(({ socket }) => socket !== null).length,
  dispatch: (name: string, data: unknown, { guildId, intents }: Audience): void => {
    for (const session of sessions.values()) {
      const isAsked = intents === undefined || (session.intents & intents) !== 0;
      if (isOf(session.shard, guildId) && isAsked) dispatchTo(session, name, data);
    }
  },
  dropGateway: (code?: number): void => {
    for (const session of sessions.values()) {
      const { socket } = session;
      session.socket = null;
      if (code === undefined) socket?.terminate();
      else socket?.close(code);
    }
  },
  askToReconnect: (): void => {
    for (const { socket } of sessions.values()) if (socket !== null) send(socket, { op: RECONNECT, d: null });
  },
  forgetSessions: (): void => {
    const forgotten = [...sessions.values()];
    sessions.clear();
    for (const { socket } of forgotten) socket?.terminate();
  },
});

/** Opens the gateway on the upgrades of an HTTP server. */
export const openGateway = (server: Server, options: Options) => {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const entrances: Entrance[] = [];
  const note: Within['note'] = (entrance) => {
    entrances.push({ sessionId: null, shard: [0, 1], intents: 0, replayed: 0, refusedWith: null, ...entrance });
    options.onChange();
  };
  const within = { ...options, sessions, note };
  const enter = { identify: createIdentify(within), resume: createResume(within) };
  const { admits, ...door } = createDoor();
  const sessionOf = (socket: WebSocket): Session | undefined =>
    [...sessions.values()].find((session) => session.socket === socket);

  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      const session = sessionOf(socket);
      if (session !== undefined) session.socket = null;
      if (session !== undefined && ENDS_SESSION.includes(code)) sessions.delete(session.id);
      options.onChange();
    });
    listenTo(socket, enter, sessionOf);
    send(socket, { op: HELLO, d: { heartbeat_interval: options.heartbeatIntervalMs } });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const greet = (opened: WebSocket): boolean => sockets.emit('connection', opened);
    if (admits(socket)) sockets.handleUpgrade(request, socket, head, greet);
  });
  const close = (): void => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
  return { entrances: entrances as readonly Entrance[], ...door, ...createControls(sessions), close };
};

export type Gateway = ReturnType<typeof openGateway>;
