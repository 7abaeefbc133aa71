/** The real server as a process with authentication on, on either store, with a network set up through Teams: what faults are done to. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NetworkId } from '../../bot/core/ids.ts';
import { conversationEntries } from '../../bot/core/network.ts';
import type { KeyBox, Store } from '../../bot/core/ports.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import type { PollView } from '../../bot/features/polls/contract.ts';
import { text } from '../../bot/features/polls/text.ts';
import { openStore, type StoreConfig } from '../../bot/store/open.ts';
import { startBotProcess } from './bot-process.ts';
import { type CosmosServer, startCosmosServer } from './cosmos-server.ts';
import { eventually } from './eventually.ts';
import { type Answer, click, courier, type Somebody, somebody, type Telling } from './people-of-teams.ts';
import { type RunningNetwork, type RunningPoll, setUpNetwork } from './running-network.ts';
import { startTabIssuer } from './tab-issuer.ts';
import { type Call, startTeamsCloud, TEAM, TENANT, type TeamsCloud } from './teams-cloud.ts';

export const STORES = ['embedded', 'cosmos'] as const;
export type StoreName = (typeof STORES)[number];

export interface ServerWorld {
  readonly cloud: TeamsCloud;
  readonly network: RunningNetwork;
  /** Holds `store/` (embedded), `keys/`, `files/`, and the index in `search/`. */
  readonly folder: string;
  /** Lines that all lives of the server logged. */
  readonly log: readonly string[];
  readonly cosmos: CosmosServer | undefined;
  /** Of the process that runs now. */
  pid(): number;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** After `kill` or `stop`, on the same data. */
  start(): Promise<void>;
  /** The coordinator, the first of the team, publishes a poll by its form; resolves when the card stands in the channel. */
  publish(draft: Readonly<Record<string, string>>): Promise<RunningPoll>;
  click(who: Somebody, verb: string, data: object, telling?: Telling): Promise<Answer>;
  /** A request of the network’s API with the person’s own token. A body of bytes is sent as it is, anything else as JSON. */
  api(who: Somebody, method: string, path: string, body?: unknown): Promise<Response>;
  /** A GET of the server, such as a signed file. */
  fetch(path: string): Promise<Response>;
  view(who: Somebody, of: RunningPoll): Promise<PollView>;
  /** A message of the poll's thread; resolves when it has been sent. */
  announcement(of: RunningPoll): Promise<Call>;
  /** Opens the same data from outside; embedded only while the server is stopped, or a copy of its folder. To be closed by the caller. */
  openStore(copy?: string): Promise<{ readonly store: Store; readonly keys: KeyBox; readonly network: NetworkId }>;
  close(): Promise<void>;
}

/** What the answer to a vote tells: that it is kept, that it is withdrawn, that it came too late; anything else is no answer to count on. */
export function saidBy({ status, body }: Answer): 'receipt' | 'withdrawn' | 'closed' | 'other' {
  const says = ({ fi }: { readonly fi: string }): boolean => fi.split(/\{\w+\}/).every((part) => body.includes(part));
  if (status !== 200) return 'other';
  if (says(text.closedPoll) || says(text.lateVote)) return 'closed';
  if (says(text.withdrawn)) return 'withdrawn';
  return says(text.recorded) || says(text.changed) ? 'receipt' : 'other';
}

/** A team of `size` members; `more`: further settings of the process. */
export async function startServerWorld(
  on: StoreName,
  size: number,
  more: Readonly<Record<string, string>> = {},
): Promise<ServerWorld> {
  const [cloud, issuer, folder] = await Promise.all([
    startTeamsCloud(),
    startTabIssuer(),
    mkdtemp(join(tmpdir(), 'faults-')),
  ]);
  const cosmos = on === 'cosmos' ? await startCosmosServer() : undefined;
  const by = courier();
  const log: string[] = [];
  const env = {
    // Restarting is most of what these tests wait for.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    TAB_TOKEN_ISSUER: issuer.issuer,
    TAB_KEYS_URL: issuer.keysUrl,
    ...(cosmos ? await cosmosSettings(cosmos, folder) : {}),
    ...more,
  };
  const giveBack = async (): Promise<void> => {
    by.close();
    await Promise.all([cloud.close(), issuer.close(), cosmos?.close()]);
    await rm(folder, { recursive: true, force: true });
  };
  let server = await startBotProcess(cloud, folder, { env, log }).catch(async (error: unknown) => {
    await giveBack();
    throw error;
  });
  const network = await setUpNetwork(cloud, () => server.messages, by, size);
  const coordinator = somebody(0);
  let forms = 0;

  const world: ServerWorld = {
    ...{ cloud, network, folder, log, cosmos },
    pid: () => server.pid,
    kill: () => server.kill(),
    stop: () => server.stop(),
    async start() {
      server = await startBotProcess(cloud, folder, { env, log });
    },
    async publish(draft) {
      const form = `form-${++forms}`;
      const answer = await world.click(coordinator, 'polls.create', { ...draft, form });
      const poll = pollIn(answer.body);
      if (!poll) throw new Error(`No poll was made: ${answer.body.slice(0, 500)}`);
      const shown = () => cloud.messages(TEAM).find(({ activity }) => JSON.stringify(activity).includes(poll));
      await eventually(() => shown() !== undefined);
      const message = shown()?.id ?? '';
      const count = (draft.options ?? '').split('\n').length;
      return { poll, message, options: Array.from({ length: count }, (_, n) => `o${n + 1}`) };
    },
    click: (who, verb, data, telling) => network.deliver(click(cloud, who, verb, data, telling)),
    async api(who, method, path, body) {
      const token = await issuer.sign({ tenant: TENANT, objectId: who.objectId });
      const base = server.messages.replace('/api/messages', `/api/v1/networks/${networkIn(log)}`);
      return fetch(`${base}${path}`, {
        method,
        headers: {
          ...{ authorization: `Bearer ${token}`, 'accept-language': 'fi' },
          'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
        },
        ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
      });
    },
    fetch: (path) => fetch(server.messages.replace('/api/messages', path)),
    async view(who, { poll }) {
      const response = await world.api(who, 'GET', `/polls/${poll}`);
      if (!response.ok) throw new Error(`The poll was answered with ${response.status}: ${await response.text()}`);
      return (await response.json()) as PollView;
    },
    announcement: ({ message }) =>
      cloud.called(({ what, conversation }) => what === 'create' && conversation === `${TEAM};messageid=${message}`),
    async openStore(copy = folder) {
      const opened = await openStore(storeConfig(cosmos, copy));
      const key = `conversation|${TEAM}`;
      const entry = await opened.store.get(directoryScope(key), conversationEntries, key);
      if (!entry) throw new Error('The store does not know the team.');
      return { ...opened, network: entry.value.network };
    },
    async close() {
      await server.kill();
      await giveBack();
    },
  };
  return world;
}

const pollIn = (body: string): string | undefined => /"poll":"([^"]+)"/.exec(body)?.[1];

/** The network's id as the log names it. */
function networkIn(log: readonly string[]): string {
  const line = log.find((one) => one.includes('"network":"')) ?? '{}';
  return (JSON.parse(line) as { network?: string }).network ?? '';
}

async function cosmosSettings({ endpoint, key, ca }: CosmosServer, folder: string): Promise<Record<string, string>> {
  const certificate = join(folder, 'ca.pem');
  await writeFile(certificate, ca);
  const temporary = { TMPDIR: folder }; // what is derived, such as the index, goes where nothing else is kept
  return {
    STORE: 'cosmos',
    COSMOS_ENDPOINT: endpoint,
    COSMOS_KEY: key,
    NODE_EXTRA_CA_CERTS: certificate,
    ...temporary,
  };
}

function storeConfig(cosmos: CosmosServer | undefined, folder: string): StoreConfig {
  if (!cosmos) return { type: 'embedded', folder };
  const { endpoint, key, agent } = cosmos;
  const keys = { folder: join(folder, 'keys') };
  return { type: 'cosmos', endpoint, key, database: 'verkostobotti', keys, emulator: true, agent };
}
