// The doctor's look at what a chat model needs: its configuration and the prompts. Asks the model nothing: that would cost.
import { loadPrompts } from '../assistant/prompts.ts';
import type { Config } from '../config.ts';
import type { Check } from './doctor.ts';

/** Throws `AppError` `configuration` for a prompt that is wrong. */
export const checkChat = async ({ chat }: Config, promptsFolder: string): Promise<readonly Check[]> => {
  await loadPrompts(promptsFolder);
  const prompts: Check = { name: 'prompts', state: 'ok', detail: `complete, in ${promptsFolder}` };
  if (chat === null) {
    const detail = 'none (neither OPENAI_API_KEY nor OPENAI_BASE_URL is set); answers are quotations alone';
    return [prompts, { name: 'chat model', state: 'ok', detail }];
  }
  const detail = `${chat.model} at ${chat.baseUrl ?? 'OpenAI'}, at most ${chat.dailyTokens ?? 'any number of'} tokens a day`;
  if (chat.dailyTokens !== 0) return [prompts, { name: 'chat model', state: 'ok', detail }];
  const remedy = 'raise CHAT_DAILY_TOKENS, or the model is never asked';
  return [prompts, { name: 'chat model', state: 'warning', detail, remedy }];
};
