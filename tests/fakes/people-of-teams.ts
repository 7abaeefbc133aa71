/** Activities as Teams sends them for a team of any size, and a client that delivers them. */
import { Agent, request } from 'node:http';
import { BOT_ID, type RosterEntry, TEAM, TENANT, type TeamsCloud } from './teams-cloud.ts';

export interface Somebody {
  readonly teamsId: string;
  readonly objectId: string;
  readonly name: string;
}

/** The n-th invented member; the first is the coordinator. */
export const somebody = (n: number): Somebody => ({
  teamsId: `29:member-${n}`,
  objectId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  name: `Jäsen ${n}`,
});

export const rosterOf = (size: number): RosterEntry[] =>
  Array.from({ length: size }, (_, n) => {
    const { teamsId, objectId, name } = somebody(n);
    return { id: teamsId, aadObjectId: objectId, name, tenantId: TENANT, userRole: 'user' };
  });

let sent = 0;

export interface Telling {
  readonly id?: string;
  /** Epoch milliseconds of the click. */
  readonly at?: number;
  readonly locale?: string;
}

function activity(cloud: TeamsCloud, who: Somebody, { id, at = Date.now(), locale = 'fi-FI' }: Telling) {
  return {
    id: id ?? `f:${++sent}-${process.pid}`,
    channelId: 'msteams',
    serviceUrl: cloud.serviceUrl,
    timestamp: new Date(at).toISOString(),
    locale,
    from: { id: who.teamsId, name: who.name, aadObjectId: who.objectId },
    recipient: { id: `28:${BOT_ID}`, name: 'Verkostobotti' },
    conversation: { id: TEAM, isGroup: true, conversationType: 'channel', tenantId: TENANT },
    channelData: {
      tenant: { id: TENANT },
      team: { id: TEAM, name: 'Pienet joukot, iso merkitys', aadGroupId: '00000000-0000-4000-8000-0000000000aa' },
      channel: { id: TEAM },
    },
  };
}

export const installation = (cloud: TeamsCloud, who: Somebody) => ({
  ...activity(cloud, who, {}),
  type: 'installationUpdate',
  action: 'add',
});

export const typed = (cloud: TeamsCloud, who: Somebody, text: string, telling: Telling = {}) => ({
  ...activity(cloud, who, telling),
  type: 'message',
  text: `<at>Verkostobotti</at> ${text}`,
  textFormat: 'plain',
  entities: [
    { type: 'mention', mentioned: { id: `28:${BOT_ID}`, name: 'Verkostobotti' }, text: '<at>Verkostobotti</at>' },
  ],
});

export const click = (cloud: TeamsCloud, who: Somebody, verb: string, data: object, telling: Telling = {}) => ({
  ...activity(cloud, who, telling),
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Delivers activities over kept connections. `close` ends them. */
export function courier(most = 64) {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  return {
    /** Rejects when the connection breaks before the answer is whole. */
    deliver(url: string, authorization: string, what: object): Promise<Answer> {
      const body = JSON.stringify(what);
      return new Promise((resolve, reject) => {
        const req = request(
          url,
          {
            agent,
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
              ...(authorization ? { authorization } : {}),
            },
          },
          (res) => {
            const chunks: Buffer[] = [];
            res.on('data', (chunk: Buffer) => chunks.push(chunk));
            res.on('error', reject);
            res.on('end', () => resolve({ status: res.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
          },
        );
        req.on('error', reject);
        req.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
