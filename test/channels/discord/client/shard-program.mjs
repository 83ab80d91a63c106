// A copy of the program, as the tests of the shards start it: answers each command with what it is. Runs what was compiled.
import { openDiscordClient } from '../../../../dist/channels/discord/client/client.js';

const [apiUrl, token, manner] = process.argv.slice(2);
const quiet = () => undefined;
const ending = new AbortController();
process.on('SIGTERM', () => {
  if (manner !== 'stubborn') ending.abort();
});
const { signal } = ending;
const onIncoming = (incoming) => {
  if (incoming.kind !== 'command') return;
  void incoming.respond.reply({ content: `${process.pid} ${manner}` }, { isPrivate: false });
};
try {
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const client = await openDiscordClient({ apiUrl, token, log, onIncoming, signal });
  // Nothing is left then that would keep it from ending by itself.
  signal.addEventListener('abort', () => void client.close());
} catch (thrown) {
  if (!signal.aborted) throw thrown;
}
