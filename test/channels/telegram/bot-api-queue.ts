// The updates that wait for the bot: fetched by long polling, or delivered to its webhook until it takes them.
import { setTimeout as pause } from 'node:timers/promises';
import { badRequest, type Parameters, Refused } from './bot-api-text.ts';

/** One delivery to the webhook; `status` is null for a connection that failed. */
export type Delivery = { readonly updateId: number; readonly status: number | null };

type Entry = { readonly id: number; readonly update: unknown };
type Webhook = { readonly url: URL; readonly secret: string };
type Outcome = readonly unknown[] | Refused;

/** Kinds that Telegram sends to those alone who ask for them, as far as tests write them. */
const OTHER_KINDS = [
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'message_reaction',
  'poll',
  'chat_member',
];
const REDELIVERY_MS = 20;

/** What waits, oldest first. */
const createEntries = () => {
  let entries: readonly Entry[] = [];
  let allowed: readonly string[] = [];
  let lastId = 1_000;

  const isWanted = ({ update }: Entry): boolean => {
    const kinds = typeof update === 'object' && update !== null ? Object.keys(update) : [];
    return allowed.length === 0 || kinds.every((kind) => allowed.includes(kind) || !OTHER_KINDS.includes(kind));
  };

  return {
    allowed: () => allowed,
    allow: ({ allowed_updates: kinds }: Parameters): void => {
      if (Array.isArray(kinds)) allowed = kinds.map(String);
    },
    add: (update: unknown): number => {
      const isObject = typeof update === 'object' && update !== null && !Array.isArray(update);
      const own = isObject && 'update_id' in update ? update.update_id : null;
      lastId = typeof own === 'number' ? own : lastId + 1;
      entries = [
        ...entries,
        { id: lastId, update: isObject && own === null ? { update_id: lastId, ...update } : update },
      ];
      return lastId;
    },
    /** Forgets what is confirmed, and what nobody asked for. */
    remove: (isConfirmed: (id: number) => boolean): void => {
      entries = entries.filter((entry) => !isConfirmed(entry.id) && isWanted(entry));
    },
    list: (): readonly Entry[] => entries,
  };
};

type Entries = ReturnType<typeof createEntries>;

const createWebhook = (entries: Entries, onChange: () => void) => {
  const deliveries: Delivery[] = [];
  let webhook: Webhook | null = null;
  let isDelivering = false;

  const deliver = async ({ url, secret }: Webhook, { id, update }: Entry): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    const request = fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
    const status = await request.then((response) => response.status).catch(() => null);
    deliveries.push({ updateId: id, status });
    if (status === 200) entries.remove((removed) => removed === id);
    else await pause(REDELIVERY_MS);
    onChange();
  };

  return {
    deliveries,
    isSet: (): boolean => webhook !== null,
    info: () => ({
      url: webhook?.url.href.replace(/^http:/, 'https:') ?? '',
      pending_update_count: entries.list().length,
      allowed_updates: entries.allowed(),
    }),
    set: (url: URL | null, secret: string): void => {
      webhook = url === null ? null : { url, secret };
    },
    deliverAll: async (): Promise<void> => {
      if (isDelivering) return;
      isDelivering = true;
      while (webhook !== null) {
        entries.remove(() => false);
        const [next] = entries.list();
        if (next === undefined) break;
        await deliver(webhook, next);
      }
      isDelivering = false;
    },
  };
};

const createPolls = (entries: Entries) => {
  let held: { readonly parameters: Parameters; readonly end: (outcome: Outcome) => void } | null = null;

  const release = (outcome: Outcome): void => {
    held?.end(outcome);
    held = null;
  };
  const take = ({ offset = 0, limit = 100 }: Parameters): readonly unknown[] => {
    entries.remove((id) => id < Number(offset));
    return entries
      .list()
      .slice(0, Number(limit))
      .map(({ update }) => update);
  };

  return {
    release,
    wake: (): void => {
      const updates = held === null ? [] : take(held.parameters);
      if (updates.length > 0) release(updates);
    },
    getUpdates: async (parameters: Parameters): Promise<readonly unknown[]> => {
      release(new Refused(409, 'Conflict: terminated by other getUpdates request'));
      entries.allow(parameters);
      const updates = take(parameters);
      const timeoutMs = Number(parameters.timeout ?? 0) * 1_000;
      if (updates.length > 0 || timeoutMs === 0) return updates;
      const outcome = await new Promise<Outcome>((resolve) => {
        const mine = { parameters, end: resolve };
        held = mine;
        setTimeout(() => held === mine && release([]), timeoutMs).unref();
      });
      if (outcome instanceof Refused) throw outcome;
      return outcome;
    },
  };
};

/** Opens the queue; `onChange` is told of each delivery. */
export const createQueue = (onChange: () => void) => {
  const entries = createEntries();
  const polls = createPolls(entries);
  const webhook = createWebhook(entries, onChange);
  const methods = {
    getUpdates: (parameters: Parameters): Promise<readonly unknown[]> => {
      if (webhook.isSet()) throw new Refused(409, "Conflict: can't use getUpdates method while webhook is active");
      return polls.getUpdates(parameters);
    },
    setWebhook: (parameters: Parameters): boolean => {
      const url = String(parameters.url);
      if (!/^https:/.test(url) || !URL.canParse(url)) {
        throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
      }
      entries.allow(parameters);
      // As if something on the bot's host took the encryption off.
      webhook.set(new URL(url.replace(/^https:/, 'http:')), String(parameters.secret_token ?? ''));
      void webhook.deliverAll();
      return true;
    },
    deleteWebhook: (): boolean => {
      webhook.set(null, '');
      return true;
    },
    getWebhookInfo: webhook.info,
  };
  return {
    methods,
    deliveries: webhook.deliveries,
    /** Gives the update its number, unless it has one. */
    push: (update: unknown): number => {
      const id = entries.add(update);
      polls.wake();
      void webhook.deliverAll();
      return id;
    },
    pending: (): readonly unknown[] => entries.list().map(({ update }) => update),
    /** Delivers no more, and ends a request for updates that is held open. */
    close: (): void => {
      webhook.set(null, '');
      polls.release([]);
    },
  };
};
