// One thing at a time in each chat, many chats side by side. Hides who waits, whose turn it is, and how the end of the program is
// waited for.

import { within } from './within.ts';

export type ChatQueuesOptions<Key> = {
  /** How many may wait in one chat besides the one under way. */
  readonly most: number;
  /** How many may be under way in all chats together; any number where it is left out. */
  readonly mostAtOnce?: number;
  /** Told what a work throws that was not aborted; must not throw. */
  readonly onFault: (thrown: unknown, key: Key) => void;
};

/** Should end soon once the signal is aborted: nothing else of its chat begins before it has ended. */
export type ChatWork = (signal: AbortSignal) => Promise<void>;

export type ChatQueues<Key> = {
  /** `full` takes nothing: too many wait in this chat, or the queues are stopped. */
  add(key: Key, work: ChatWork): 'started' | 'waiting' | 'full';
  /** Drops what waits in this chat and aborts what is under way. */
  cancel(key: Key): void;
  /** Once nothing is under way or waiting. */
  idle(): Promise<void>;
  /**
   * Takes nothing more, goes on for so long with what was taken, then drops and aborts the rest. Gives the chats that were cut
   * off, which may still be ending.
   */
  stop(graceMs: number): Promise<readonly Key[]>;
  /** How many chats have something under way or waiting: nothing is kept of the others. */
  size(): number;
};

type Chat = { readonly waiting: ChatWork[]; underWay: AbortController | null };

type State<Key> = {
  readonly chats: Map<Key, Chat>;
  /** Something waits in these and nothing is under way: in the order that they came to it, so that each has its turn. */
  readonly ready: Set<Key>;
  readonly idlers: (() => void)[];
  running: number;
  isStopped: boolean;
};

/** Empty queues. */
export const createChatQueues = <Key>(options: ChatQueuesOptions<Key>): ChatQueues<Key> => {
  const state: State<Key> = { chats: new Map(), ready: new Set(), idlers: [], running: 0, isStopped: false };
  const idle = (): Promise<void> =>
    state.chats.size === 0 ? Promise.resolve() : new Promise((resolve) => state.idlers.push(resolve));
  return {
    add: (key, work) => add(state, options, { key, work }),
    cancel: (key) => cancel(state, key),
    idle,
    stop: async (graceMs) => {
      state.isStopped = true;
      await within(graceMs, idle());
      const cutOff = [...state.chats.keys()];
      for (const key of cutOff) cancel(state, key);
      return cutOff;
    },
    size: () => state.chats.size,
  };
};

const add = <Key>(
  state: State<Key>,
  options: ChatQueuesOptions<Key>,
  { key, work }: { readonly key: Key; readonly work: ChatWork },
): 'started' | 'waiting' | 'full' => {
  const chat = state.chats.get(key) ?? { waiting: [], underWay: null };
  const room = chat.underWay === null ? options.most + 1 : options.most;
  if (state.isStopped || chat.waiting.length >= room) return 'full';
  state.chats.set(key, chat);
  // The same work may be added twice, and each is one of its own.
  const turn: ChatWork = (signal) => work(signal);
  chat.waiting.push(turn);
  if (chat.underWay === null) state.ready.add(key);
  startNext(state, options);
  return chat.waiting.includes(turn) ? 'waiting' : 'started';
};

const startNext = <Key>(state: State<Key>, options: ChatQueuesOptions<Key>): void => {
  for (const key of state.ready) {
    if (state.running >= (options.mostAtOnce ?? Number.POSITIVE_INFINITY)) return;
    state.ready.delete(key);
    const chat = state.chats.get(key);
    const work = chat?.waiting.shift();
    if (chat === undefined || work === undefined) continue;
    const controller = new AbortController();
    chat.underWay = controller;
    state.running += 1;
    const end = (): void => {
      chat.underWay = null;
      state.running -= 1;
      settle(state, key, chat);
      startNext(state, options);
    };
    run(work, controller.signal, (thrown) => options.onFault(thrown, key)).then(end, end);
  }
};

const run = async (work: ChatWork, signal: AbortSignal, onFault: (thrown: unknown) => void): Promise<void> => {
  try {
    await work(signal);
  } catch (thrown) {
    // What was told to end may end in any way.
    if (!signal.aborted) onFault(thrown);
  }
};

/** A chat with nothing left is forgotten; one with nothing under way has its turn. */
const settle = <Key>(state: State<Key>, key: Key, chat: Chat): void => {
  if (chat.underWay !== null) return;
  if (chat.waiting.length > 0) {
    state.ready.add(key);
    return;
  }
  state.ready.delete(key);
  state.chats.delete(key);
  if (state.chats.size === 0) for (const resolve of state.idlers.splice(0)) resolve();
};

const cancel = <Key>(state: State<Key>, key: Key): void => {
  const chat = state.chats.get(key);
  if (chat === undefined) return;
  chat.waiting.length = 0;
  chat.underWay?.abort();
  settle(state, key, chat);
};
