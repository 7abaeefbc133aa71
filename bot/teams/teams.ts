/** The Teams edge as the composition root sees it: the ports that services need; `endpoint.ts` then takes the services. */
import type { Channel, Log } from '../core/ports.ts';
import { createAdapter, type TeamsAdapter } from './adapter.ts';
import { createChannel } from './post.ts';
import { createRoster, type TeamRoster } from './roster.ts';
import type { TeamsConfig } from './teams-config.ts';

export interface TeamsConnection {
  readonly adapter: TeamsAdapter;
  readonly channel: Channel;
  readonly roster: TeamRoster;
}

/** The SDK refuses proactive calls without a bot id, also when authentication is off. */
const LOCAL_BOT = '00000000-0000-4000-8000-000000000b07';

/** `now` in epoch milliseconds is for tests of the token cache. */
export function connectTeams(config: TeamsConfig, log: Log, now?: () => number): TeamsConnection {
  const adapter = createAdapter(config.botId ? config : { ...config, botId: LOCAL_BOT }, log, now);
  return { adapter, channel: createChannel(adapter), roster: createRoster(adapter) };
}
