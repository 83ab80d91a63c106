// A copy of the program, as the tests of the shards start it: answers each command with what it is. Runs what was compiled.
import { openDiscordClient } from '../../../../dist/channels/discord/client/client.js';

const [apiUrl, token, manner] = process.argv.slice(2);
const quiet = () => undefined;
const controller = new AbortController();
process.on('SIGTERM', () => {
  // Nothing is left then that would keep it from ending by itself.
  if (manner !== 'stubborn') controller.abort();
});
const client = await openDiscordClient({
  signal: controller.signal,
  apiUrl,
  token,
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  onIncoming: (incoming) => {
    if (incoming.kind !== 'command') return;
    void incoming.respond.reply({ content: `${process.pid} ${manner}` }, { isPrivate: false });
  },
});
const end = () => void client.close();
if (controller.signal.aborted) end();
controller.signal.addEventListener('abort', end);
