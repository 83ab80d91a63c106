// discord.js clients of the Discord server, for the tests of that server.
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import type { DiscordServer } from './discord-server.ts';

const opened: Client[] = [];

/** A client that is ready; `closeClients` ends it. */
export const login = async (
  server: DiscordServer,
  options: Partial<ClientOptions> = {},
  token = server.token,
): Promise<Client<true>> => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: `${server.url}/api`, ...options.rest },
    // Without the five seconds between two identifies.
    ws: { buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }), ...options.ws },
  });
  opened.push(client);
  client.on(Events.Error, () => {});
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return await ready;
};

export const closeClients = async (): Promise<void> => {
  await Promise.all(opened.splice(0).map((client) => client.destroy()));
};
