// Interactions from their dispatch to the last followup: when they were acknowledged and how, what came of them, and the calls that
// answer them.
import { createAsked, type State } from './discord-asked.ts';
import type { Request } from './discord-http.ts';
import { readChoices, readMessage, readModal } from './discord-message-check.ts';
import type { Messages } from './discord-messages.ts';
import { isObject, Refused } from './discord-refused.ts';
import type { ApiFault, ApiUser, Asked, Json, ShownMessage } from './discord-types.ts';
import type { Watch } from './discord-watch.ts';

type Options = {
  readonly applicationId: string;
  readonly bot: ApiUser;
  readonly messages: Messages;
  readonly watch: Watch;
  readonly acknowledgeWithinMs: number;
  readonly tokenLivesMs: number;
};

const EPHEMERAL = 64;
/** A person's own installation may follow up so often where the server has not installed the app. */
const MOST_FOLLOWUPS = 5;

/** Which answers an interaction of each type may have. */
const ANSWERS: Readonly<Record<number, readonly number[]>> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5] };
const OF_A_PRESS = [6, 7];

const answersOf = ({ raw, pressedId }: State): readonly number[] => [
  ...(ANSWERS[Number(raw.type)] ?? []),
  ...(pressedId === null ? [] : OF_A_PRESS),
];

const isPrivateIn = ({ flags = 0 }: Json): boolean => (Number(flags) & EPHEMERAL) !== 0;

/** What an interaction writes says who caused it. */
const causeOf = ({ id, raw, user }: State): Json => {
  const commandType = (raw.data as Json).type === 1 ? 20 : 23;
  const owners = raw.authorizing_integration_owners;
  return {
    type: raw.type === 2 ? commandType : 0,
    interaction_metadata: { id, type: raw.type, user, authorizing_integration_owners: owners },
  };
};

const createWriting = ({ messages, bot, applicationId }: Options) => {
  const write = (state: State, body: Json, rest: { readonly isPrivate: boolean; readonly isThinking?: boolean }) => {
    const { channelId, user } = state;
    return messages.write({
      channelId,
      author: bot,
      raw: { ...causeOf(state), application_id: applicationId, webhook_id: applicationId, ...messages.partsOf(body) },
      visibleTo: rest.isPrivate ? user.id : null,
      isThinking: rest.isThinking ?? false,
      allowedMentions: body.allowed_mentions,
    });
  };
  return {
    reply: (state: State, value: unknown): void => {
      const body = readMessage(value, true);
      state.replyId = write(state, body, { isPrivate: isPrivateIn(body) }).id;
    },
    think: (state: State, value: unknown): void => {
      const isPrivate = isObject(value) && isPrivateIn(value);
      state.replyId = write(state, {}, { isPrivate, isThinking: true }).id;
    },
    follow: (state: State, value: unknown): ShownMessage => {
      const body = readMessage(value, true);
      const owners = state.raw.authorizing_integration_owners as Json;
      const isLimited = state.raw.guild_id !== undefined && !('0' in owners);
      if (isLimited && state.followupIds.length >= MOST_FOLLOWUPS) {
        throw new Refused(400, [40_094, 'This interaction has reached its maximum number of follow-up messages']);
      }
      const message = write(state, body, { isPrivate: isPrivateIn(body) });
      state.followupIds.push(message.id);
      return message;
    },
  };
};

type Writing = ReturnType<typeof createWriting>;

const createAnswers = ({ messages }: Options, writing: Writing) => {
  const update = (state: State, data: unknown): void => {
    if (data !== null) messages.edit(state.pressedId ?? '', data);
    state.replyId = state.pressedId;
  };
  return {
    4: writing.reply,
    5: writing.think,
    6: (state: State) => update(state, null),
    7: (state: State, data: unknown) => update(state, data ?? {}),
    8: (state: State, data: unknown): void => {
      state.choices = readChoices(data);
    },
    9: (state: State, data: unknown): void => {
      state.form = readModal(data);
    },
  } as Readonly<Record<number, (state: State, data: unknown) => void>>;
};

/** What Discord answers where it is asked to (`with_response`). */
const responseOf = (state: State, reply: ShownMessage | undefined): Json => ({
  interaction: {
    id: state.id,
    type: state.raw.type,
    channel_id: state.channelId,
    guild_id: state.raw.guild_id,
    response_message_id: reply?.id,
    response_message_loading: reply?.isThinking,
    response_message_ephemeral: reply === undefined ? undefined : reply.visibleTo !== null,
  },
  resource: { type: state.as, ...(reply === undefined ? {} : { message: reply.raw }) },
});

type Find = (token: string) => State | undefined;

const createCallback = (options: Options, find: Find) => {
  const answers = createAnswers(options, createWriting(options));
  return ({ pieces: [id, token = ''], query, body }: Request): Json | undefined => {
    const state = find(token);
    if (state === undefined || state.id !== id) throw new Refused(404, [10_062, 'Unknown interaction']);
    if (state.acknowledgedAtMs !== null) throw new Refused(400, [40_060, 'Interaction has already been acknowledged.']);
    if (state.isExpired || performance.now() - state.atMs > options.acknowledgeWithinMs) {
      throw new Refused(404, [10_062, 'Unknown interaction']);
    }
    const { type, data } = isObject(body) ? body : {};
    const answer = answersOf(state).includes(Number(type)) ? answers[Number(type)] : undefined;
    const fault = { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${answersOf(state).join(', ')}}.` };
    const errors = { errors: { type: { _errors: [fault] } } };
    if (answer === undefined) throw new Refused(400, [50_035, 'Invalid Form Body'], errors);
    answer(state, data);
    state.acknowledgedAtMs = performance.now();
    state.as = Number(type);
    const reply = state.replyId === null ? undefined : options.messages.get(state.replyId);
    return query.with_response === 'true' ? responseOf(state, reply) : undefined;
  };
};

const withoutFlags = (body: unknown): unknown => {
  if (!isObject(body)) return body;
  const { flags: _, ...rest } = readMessage(body, true);
  return rest;
};

/** Finds what may be done with the token of an interaction. */
const createTokens = ({ applicationId, tokenLivesMs, messages }: Options, find: Find) => {
  const open = ([application, token = '']: Request['pieces']): State => {
    const state = find(token);
    if (application !== applicationId) throw new Refused(404, [10_015, 'Unknown Webhook']);
    if (state === undefined || state.isExpired || performance.now() - state.atMs > tokenLivesMs) {
      throw new Refused(401, [50_027, 'Invalid Webhook Token']);
    }
    if (state.acknowledgedAtMs === null) throw new Refused(404, [10_015, 'Unknown Webhook']);
    return state;
  };
  const named = (pieces: Request['pieces']): ShownMessage => {
    const { replyId, followupIds, pressedId } = open(pieces);
    const id = pieces[2] === '@original' ? (replyId ?? '') : (pieces[2] ?? '');
    if (![replyId, pressedId, ...followupIds].includes(id)) throw new Refused(404, [10_008, 'Unknown Message']);
    return messages.find(id);
  };
  return { open, named };
};

const createRoutes = (options: Options, find: Find) => {
  const { messages } = options;
  const writing = createWriting(options);
  const { open, named } = createTokens(options, find);
  const follow = ({ pieces, query, body }: Request): Json | undefined => {
    const state = open(pieces);
    const reply = state.replyId === null ? undefined : messages.get(state.replyId);
    // As Discord does: the first that follows "thinking" takes its place.
    const message =
      reply?.isThinking === true ? messages.edit(reply.id, withoutFlags(body)) : writing.follow(state, body);
    return query.wait === 'true' ? message.raw : undefined;
  };
  return {
    '!POST /interactions/*/*/callback': createCallback(options, find),
    '!POST /webhooks/*/*': follow,
    '!GET /webhooks/*/*/messages/*': ({ pieces }: Request) => named(pieces).raw,
    '!PATCH /webhooks/*/*/messages/*': ({ pieces, body }: Request) => messages.edit(named(pieces).id, body).raw,
    '!DELETE /webhooks/*/*/messages/*': ({ pieces }: Request) => messages.remove(named(pieces).id),
  };
};

/** Opens the registry of interactions; there are none at first. */
export const createInteractions = (options: Options) => {
  const states = new Map<string, State>();
  const asked: Asked[] = [];
  return {
    asked: asked as readonly Asked[],
    routes: createRoutes(options, (token) => states.get(token)),
    /** Notes one that is about to be dispatched. */
    begin: (raw: Json, { user, pressedId }: Pick<State, 'user' | 'pressedId'>): Asked => {
      const state: State = {
        ...{ raw, id: String(raw.id), token: String(raw.token), channelId: String(raw.channel_id), user, pressedId },
        ...{ atMs: performance.now(), acknowledgedAtMs: null, as: null, replyId: null, followupIds: [] },
        ...{ choices: null, form: null, errors: [], isExpired: false },
      };
      states.set(state.token, state);
      const begun = createAsked(state, options);
      asked.push(begun);
      return begun;
    },
    expire: (token: string): void => {
      const state = states.get(token);
      if (state === undefined) throw new Error(`no interaction has the token ${token}`);
      state.isExpired = true;
    },
    /** Keeps a fault with the interaction whose token is in its path. */
    note: (fault: ApiFault): void => {
      const [, token = ''] = /^\/(?:interactions|webhooks)\/[^/]+\/([^/]+)/.exec(fault.path) ?? [];
      states.get(token)?.errors.push(fault);
    },
  };
};
