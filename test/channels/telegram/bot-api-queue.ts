// The updates that wait for the bot: fetched by long polling, or delivered to its webhook until it takes them.
import { setTimeout as pause } from 'node:timers/promises';
import { badRequest, type Parameters, Refused } from './bot-api-text.ts';

/** One delivery to the webhook; null for a connection that failed. */
export type Delivery = { readonly updateId: number; readonly status: number | null };

type Entry = { readonly id: number; readonly update: unknown };
type Webhook = { readonly url: URL; readonly secret: string };
type Waiting = { readonly parameters: Parameters; readonly end: (outcome: readonly unknown[] | Refused) => void };

/** Kinds that Telegram sends to those alone who ask for them, or for all. */
const OTHER_KINDS = [
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'message_reaction',
  'poll',
  'chat_member',
];
const REDELIVERY_MS = 20;

/** Opens the queue; `onChange` is told of each delivery. */
export const createQueue = (onChange: () => void) => {
  const entries: Entry[] = [];
  const deliveries: Delivery[] = [];
  let [lastId, allowed] = [1_000, null as readonly string[] | null];
  let waiting: Waiting | null = null;
  let webhook: Webhook | null = null;
  let isDelivering = false;

  const isWanted = ({ update }: Entry): boolean => {
    const kinds = typeof update === 'object' && update !== null ? Object.keys(update) : [];
    const wanted = allowed ?? [];
    return wanted.length === 0 || kinds.every((kind) => wanted.includes(kind) || !OTHER_KINDS.includes(kind));
  };

  const remove = (isGone: (entry: Entry) => boolean): void => {
    entries.splice(0, entries.length, ...entries.filter((entry) => !isGone(entry)));
  };

  const release = (outcome: readonly unknown[] | Refused): void => {
    waiting?.end(outcome);
    waiting = null;
  };

  const take = ({ offset = 0, limit = 100 }: Parameters): readonly unknown[] => {
    remove((entry) => entry.id < Number(offset) || !isWanted(entry));
    return entries.slice(0, Number(limit)).map(({ update }) => update);
  };

  const deliver = async ({ url, secret }: Webhook, { id, update }: Entry): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    const request = fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    const status = await request.then((response) => response.status).catch(() => null);
    deliveries.push({ updateId: id, status });
    if (status === 200) remove((entry) => entry.id === id);
    else await pause(REDELIVERY_MS);
    onChange();
  };

  const deliverAll = async (): Promise<void> => {
    if (isDelivering) return;
    isDelivering = true;
    while (webhook !== null) {
      remove((entry) => !isWanted(entry));
      const [next] = entries;
      if (next === undefined) break;
      await deliver(webhook, next);
    }
    isDelivering = false;
  };

  const wake = (): void => {
    if (webhook !== null) void deliverAll();
    const updates = waiting === null ? [] : take(waiting.parameters);
    if (updates.length > 0) release(updates);
  };

  const listen = ({ allowed_updates: kinds }: Parameters): void => {
    if (Array.isArray(kinds)) allowed = kinds.map(String);
  };

  return {
    deliveries,
    /** Gives the update its number, unless it has one. */
    push: (update: unknown): number => {
      const isObject = typeof update === 'object' && update !== null;
      const own = isObject && 'update_id' in update ? update.update_id : null;
      lastId = typeof own === 'number' ? own : lastId + 1;
      entries.push({ id: lastId, update: isObject && own === null ? { update_id: lastId, ...update } : update });
      wake();
      return lastId;
    },
    pending: (): readonly unknown[] => entries.map(({ update }) => update),
    /** Delivers no more, and ends a request for updates that is held open. */
    close: (): void => {
      webhook = null;
      release([]);
    },
    methods: {
      getUpdates: async (parameters: Parameters): Promise<readonly unknown[]> => {
        if (webhook !== null) throw new Refused(409, "Conflict: can't use getUpdates method while webhook is active");
        release(new Refused(409, 'Conflict: terminated by other getUpdates request'));
        listen(parameters);
        const updates = take(parameters);
        const timeoutMs = Number(parameters.timeout ?? 0) * 1_000;
        if (updates.length > 0 || timeoutMs === 0) return updates;
        const outcome = await new Promise<readonly unknown[] | Refused>((resolve) => {
          const held = { parameters, end: resolve };
          waiting = held;
          setTimeout(() => waiting === held && release([]), timeoutMs).unref();
        });
        if (outcome instanceof Refused) throw outcome;
        return outcome;
      },
      setWebhook: (parameters: Parameters): boolean => {
        const url = URL.canParse(String(parameters.url)) ? new URL(String(parameters.url)) : null;
        if (url?.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
        listen(parameters);
        // As if the bot's host took the encryption off.
        webhook = { url: new URL(url.href.replace(/^https:/, 'http:')), secret: String(parameters.secret_token ?? '') };
        wake();
        return true;
      },
      deleteWebhook: (): boolean => {
        webhook = null;
        return true;
      },
      getWebhookInfo: () => ({
        url: webhook?.url.href.replace(/^http:/, 'https:') ?? '',
        pending_update_count: entries.length,
        allowed_updates: allowed ?? [],
      }),
    },
  };
};
