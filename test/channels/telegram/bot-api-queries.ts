// The methods of the Bot API server that are not about messages: answers to presses and inline queries, and the bot's profile.
import { badRequest, type Parameters, readKeyboard, readText } from './bot-api-text.ts';

const MOST_RESULTS = 50;
const COMMAND = /^[a-z0-9_]{1,32}$/;

const checkResult = (result: Parameters): void => {
  const { id, type, title, input_message_content: content, reply_markup: markup } = result;
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > 64) throw badRequest('RESULT_ID_INVALID');
  if (type !== 'article') throw badRequest('the server knows articles alone');
  if (typeof title !== 'string' || title.trim() === '') throw badRequest('article title is empty');
  const { message_text: text, parse_mode: parseMode } = (content ?? {}) as Parameters;
  readText(text, parseMode);
  readKeyboard(markup);
};

const checkCommand = ({ command, description }: Parameters): void => {
  if (typeof command !== 'string' || !COMMAND.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  const length = typeof description === 'string' ? description.length : 0;
  if (length < 1 || length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
};

const listOf = (value: unknown, name: string): readonly Parameters[] => {
  if (!Array.isArray(value)) throw badRequest(`expected an Array of ${name}`);
  return value;
};

const limited =
  (name: string, most: number) =>
  (parameters: Parameters): boolean => {
    if (String(parameters[name] ?? '').length > most) throw badRequest(`${name} is too long`);
    return true;
  };

/** Opens the queries; each can be answered once. */
export const createQueries = () => {
  const open = new Set<string>();
  let last = 0;

  const close = (id: unknown): void => {
    if (!open.delete(String(id))) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
  };

  return {
    /** A number for a press or an inline query that waits for its answer. */
    ask: (): string => {
      const id = `query-${++last}`;
      open.add(id);
      return id;
    },
    methods: {
      answerCallbackQuery: ({ callback_query_id: id, text }: Parameters): boolean => {
        if (String(text ?? '').length > 200) throw badRequest('MESSAGE_TOO_LONG');
        close(id);
        return true;
      },
      answerInlineQuery: ({ inline_query_id: id, results }: Parameters): boolean => {
        const list = listOf(results, 'InlineQueryResult');
        if (list.length > MOST_RESULTS) throw badRequest('RESULTS_TOO_MUCH');
        for (const result of list) checkResult(result);
        if (new Set(list.map((result) => result.id)).size < list.length) throw badRequest('RESULT_ID_DUPLICATE');
        close(id);
        return true;
      },
      setMyCommands: ({ commands }: Parameters): boolean => {
        const list = listOf(commands, 'BotCommand');
        if (list.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
        for (const command of list) checkCommand(command);
        return true;
      },
      deleteMyCommands: (): boolean => true,
      setChatMenuButton: (): boolean => true,
      setMyName: limited('name', 64),
      setMyDescription: limited('description', 512),
      setMyShortDescription: limited('short_description', 120),
    },
  };
};
