// The body of a Chat Completions request, and which part of it a server that refuses it may not know. Pure.
import type { ChatMessage, ChatOptions } from '../ports.ts';

/** A part of the request that can be left out, or be said in an older way. */
export type Feature = 'json-schema' | 'json-object' | 'limit-name' | 'stream-usage' | 'temperature';

/** What one request asks for. */
export type ChatRequest = {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly options: ChatOptions;
  /** Whether it goes to OpenAI itself. */
  readonly isOpenAi: boolean;
};

/** How a server says no. */
export type Complaint = {
  /** Of HTTP. */
  readonly status: number;
  /** The server's own word for the fault. */
  readonly code: string | null;
  /** The part of the request that it names. */
  readonly param: string | null;
  /** In the server's words: for matching only, it may repeat the prompt or the key. */
  readonly reason: string;
};

type Droppable = {
  readonly name: Feature;
  readonly names: RegExp;
  readonly isUsed: (request: ChatRequest) => boolean;
};

const FORMAT = /response_format|json_schema|json_object|schema|structured|grammar|guided/i;

/** In the order in which they are left out where the server does not say what it dislikes. */
const DROPPABLE: readonly Droppable[] = [
  { name: 'json-schema', names: FORMAT, isUsed: ({ options }) => options.schema !== undefined },
  { name: 'json-object', names: FORMAT, isUsed: ({ options }) => options.schema !== undefined },
  { name: 'limit-name', names: /max_(?:completion_)?tokens/i, isUsed: () => true },
  {
    name: 'stream-usage',
    names: /stream_options|include_usage/i,
    isUsed: ({ options }) => options.onText !== undefined,
  },
  { name: 'temperature', names: /temperature/i, isUsed: () => true },
];

const MAY_MEAN_UNKNOWN: readonly number[] = [400, 404, 422, 501];

/** Refused for what is asked, not for how: a prompt too long, a model that is not there, a filter. */
const OTHER_FAULT = /context.?(?:length|window|size)|too.?long|content.?(?:filter|policy)|model.?not.?found|api.?key/i;

/** Whether the server finds the prompt too long for its model. */
export const saysTooLong = ({ code, reason }: Complaint): boolean =>
  /context.?(?:length|window|size)|too.?long/i.test(`${code} ${reason}`);

/**
 * What to leave out after this complaint: what it names, or else the first that is left; null where the request's form is not
 * the fault, or nothing is left.
 */
export const featureToDrop = (
  complaint: Complaint,
  request: ChatRequest,
  dropped: ReadonlySet<Feature>,
): Feature | null => {
  const { status, code, param, reason } = complaint;
  if (!MAY_MEAN_UNKNOWN.includes(status) || OTHER_FAULT.test(`${code} ${reason}`)) return null;
  const byParam = DROPPABLE.filter(({ names }) => param !== null && names.test(param));
  const named = byParam.length > 0 ? byParam : DROPPABLE.filter(({ names }) => names.test(reason));
  // An address or a model that is not there is a 404 as well; routers say so when no model takes all parameters.
  if (named.length === 0 && status === 404 && !/parameter/i.test(reason)) return null;
  const left = (named.length > 0 ? named : DROPPABLE).filter(
    ({ name, isUsed }) => !dropped.has(name) && isUsed(request),
  );
  return left[0]?.name ?? null;
};

const formatOf = ({ options }: ChatRequest, dropped: ReadonlySet<Feature>) => {
  const { schema } = options;
  if (schema === undefined || dropped.has('json-object')) return {};
  return dropped.has('json-schema')
    ? { response_format: { type: 'json_object' as const } }
    : {
        response_format: {
          type: 'json_schema' as const,
          json_schema: { name: schema.name, strict: true, schema: { ...schema.schema } },
        },
      };
};

/**
 * OpenAI refuses `max_tokens` for its newer models; Ollama and older llama.cpp pass over `max_completion_tokens` in silence and
 * then write without an end. So each gets the name that it knows first, and the other one when it complains.
 */
const limitOf = ({ options, isOpenAi }: ChatRequest, dropped: ReadonlySet<Feature>) =>
  isOpenAi === dropped.has('limit-name')
    ? { max_tokens: options.maxTokens }
    : { max_completion_tokens: options.maxTokens };

/** The body without what is dropped; `stream` is not part of it. */
export const requestBody = (request: ChatRequest, dropped: ReadonlySet<Feature>) => ({
  model: request.model,
  messages: request.messages.map(({ role, content }) => ({ role, content })),
  ...limitOf(request, dropped),
  ...(dropped.has('temperature') ? {} : { temperature: 0 }),
  ...formatOf(request, dropped),
  ...(request.options.onText === undefined || dropped.has('stream-usage')
    ? {}
    : { stream_options: { include_usage: true } }),
});
