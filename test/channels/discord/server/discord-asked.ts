// An interaction as it stands, and as a test looks at it.
import type { Messages } from './discord-messages.ts';
import type { ApiFault, ApiUser, Asked, Json, ShownMessage } from './discord-types.ts';
import type { Watch } from './discord-watch.ts';

/** An interaction as it stands. */
export type State = {
  readonly raw: Json;
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  readonly user: ApiUser;
  /** The message with the button that was pressed. */
  readonly pressedId: string | null;
  readonly atMs: number;
  acknowledgedAtMs: number | null;
  as: number | null;
  replyId: string | null;
  readonly followupIds: string[];
  choices: Asked['choices'];
  form: Json | null;
  readonly errors: ApiFault[];
  isExpired: boolean;
};

const described = ({ acknowledgedAs, acknowledgedAfterMs, reply, followups, errors }: Asked): string => {
  const replied = reply === null ? 'none' : `${reply.isThinking ? '(thinking)' : reply.content.slice(0, 80)}`;
  const told = errors.map(({ status, code, message }) => `${status}/${code} ${message}`).join(', ');
  const when = `acknowledged as ${acknowledgedAs} after ${acknowledgedAfterMs} ms`;
  return `${when}; reply: ${replied}; ${followups.length} followups; errors: ${told === '' ? 'none' : told}`;
};

/** How long it waits unless told. */
const LONGEST_WAIT_MS = 10_000;

const isSettled = ({ acknowledgedAs, reply }: Asked): boolean => acknowledgedAs !== null && reply?.isThinking !== true;

/** An interaction as a test looks at it. */
export const createAsked = (
  state: State,
  { messages, watch }: { readonly messages: Messages; readonly watch: Watch },
): Asked => {
  const message = (id: string | null): ShownMessage | null => (id === null ? null : (messages.get(id) ?? null));
  const asked: Asked = {
    ...{ id: state.id, token: state.token, raw: state.raw, errors: state.errors },
    get acknowledgedAfterMs() {
      return state.acknowledgedAtMs === null ? null : state.acknowledgedAtMs - state.atMs;
    },
    get acknowledgedAs() {
      return state.as;
    },
    get isPrivate() {
      const reply = message(state.replyId);
      return reply === null ? null : reply.visibleTo !== null;
    },
    get reply() {
      return message(state.replyId);
    },
    get followups() {
      return state.followupIds.flatMap((id) => message(id) ?? []);
    },
    get choices() {
      return state.choices;
    },
    get form() {
      return state.form;
    },
    settled: async (predicate = isSettled, timeoutMs = LONGEST_WAIT_MS) => {
      const describe = (): string => described(asked);
      return watch.waitFor(() => (predicate(asked) ? asked : null), timeoutMs, describe);
    },
  };
  return asked;
};
