/** The composition root: store, Teams, jobs, posts, gate and features are made and tied together here, and only here. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCalendars } from './calendars.ts';
import { type Config, isLoopback } from './config.ts';
import { auditPersonal } from './core/audit.ts';
import { type Clock, SECOND, systemClock } from './core/clock.ts';
import { together } from './core/facts.ts';
import { type Feature, offered, type TeamEvent } from './core/feature.ts';
import { createGate, type Gate } from './core/gate.ts';
import type { NewId } from './core/ids.ts';
import { switched } from './core/modules.ts';
import type { Network } from './core/network.ts';
import { PICTURE_FILE, PICTURE_ROUND } from './core/picture.ts';
import type { Log, Meetings, Search, Services } from './core/ports.ts';
import { createExtractor } from './extract/extract.ts';
import { features as allFeatures } from './features.ts';
import { type FilesConfig, openFiles } from './files/open.ts';
import { createMeetings, type MeetingsOptions } from './graph/meetings.ts';
import { apiRoutes } from './http/api.ts';
import { calendarRoutes } from './http/calendars.ts';
import { TAB_ENTITY } from './http/contract.ts';
import { createFileLinks, fileRoutes } from './http/files.ts';
import { healthRoutes } from './http/health.ts';
import { peopleToActAs, rememberTeams } from './http/people.ts';
import { personalRoutes } from './http/personal.ts';
import { createPersonalLinks } from './http/personal-links.ts';
import { createServer } from './http/server.ts';
import { tabRoutes } from './http/static.ts';
import { actAs, tabAuth } from './http/tab-auth.ts';
import { calendarDomain } from './ics/write.ts';
import { createJobs, type JobsEngine } from './jobs/jobs.ts';
import { jobsPersonal, postsPersonal } from './jobs/personal.ts';
import { createPosts, type PostsQueue } from './jobs/posts.ts';
import { createLog } from './log.ts';
import { createLetters, type LettersQueue, AT_ONCE as MAIL_AT_ONCE } from './mail/letters.ts';
import { createSmtp, type MailServer } from './mail/smtp.ts';
import { subscribe, unsubscribe } from './mail/unsubscribe.ts';
import { createPictures } from './pictures/pictures.ts';
import { loadPlaces } from './places.ts';
import { createSearch } from './search/search.ts';
import { openStore, type StoreConfig } from './store/open.ts';
import { messagesEndpoint } from './teams/endpoint.ts';
import { connectTeams } from './teams/teams.ts';
import type { TeamsConfig } from './teams/teams-config.ts';

/** All that is in flight has this long to end when the app stops. */
const STOP_WITHIN = 10 * SECOND;

const ROOT = join(import.meta.dirname, '..');

export interface App {
  /** Begins to work and to answer. Resolves to the address it answers at. */
  listen(): Promise<string>;
  /** Takes nothing new, finishes what is in flight within ten seconds, and gives everything back. Idempotent. */
  close(): Promise<void>;
  readonly services: Services;
  readonly gate: Gate;
  readonly jobs: JobsEngine;
  readonly posts: PostsQueue;
  readonly letters: LettersQueue;
  /** Tells every feature what happened to a team, as Teams' own messages do. */
  tell(event: TeamEvent): Promise<void>;
}

/** What tests and the demo set themselves. */
export interface Overrides {
  readonly clock?: Clock;
  readonly newId?: NewId;
  readonly log?: Log;
  readonly features?: readonly Feature[];
  readonly meetings?: Meetings;
  readonly search?: Search;
  /** Folder of the built tab. */
  readonly tabFolder?: string;
}

/** Opens the store and ties everything together; nothing is sent or answered before `listen`. Throws what the store throws when it can't open. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const { clock = systemClock, newId = randomUUID, log = createLog(config.log) } = overrides;
  const isOpen = config.auth === 'none';
  const features = [...(overrides.features ?? allFeatures).map(switched), ...(isOpen ? [rememberTeams] : [])];
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const calendar = loadCalendars();

  const { store, keys } = await openStore(storeOf(config));
  const files = await openFiles(filesOf(config)).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const teams = connectTeams(teamsOf(config), log);
  const isAlone = config.store.kind === 'embedded';
  // With services behind it, the server's own folder may be one that can't be written, or is shared with other instances.
  const own = isAlone ? config.dataDir : tmpdir();
  const extractor = createExtractor({ files, folder: join(own, 'reading'), log });
  const searchables = features.flatMap((one) => one.searchable ?? []);
  const ownSearch = createSearch({ store, searchables, log, folder: join(own, 'search') });
  const search = overrides.search ?? ownSearch;
  const shared = { store, clock, log, newId, shards: config.jobShards, isAlone };
  const jobs = createJobs(shared);
  const posts = createPosts({ ...shared, jobs, channel: teams.channel });
  const mailServer = mailServerOf(config);
  const letters = createLetters({
    ...shared,
    jobs,
    ...(mailServer ? { mailServer } : {}),
    ...(config.mail ? { aMinute: config.mail.perMinute } : {}),
  });

  let address = config.publicUrl ?? '';
  // Jobs and posts get to know the gate when they start, and so the services are whole before it.
  const services: Services = {
    store,
    keys,
    jobs,
    posts,
    letters,
    files,
    extractor,
    meetings: overrides.meetings ?? createMeetings(graphOf(config, log)),
    search,
    pictures: createPictures(),
    news: async (since, work) => (await Promise.all(features.map((one) => one.news?.(since, work) ?? []))).flat(),
    roster: teams.roster,
    clock,
    newId,
    log,
    timeZone: config.timeZone,
    calendar,
    places: loadPlaces(),
    linkToTab: (of, page) => (isOpen ? `${address}/tab/${page}` : deepLink(config.teamsAppId, address, of, page)),
    linkForPerson: async (of, member, page) => `${address}/p/${await personalLinks.token(of, member)}/${page}`,
    linkToOpenPage: async (of, purpose, subject, round) =>
      `${address}/p/${await personalLinks.openToken(of, purpose, subject, round)}`,
    linkToCalendar: async (of, member, activity) => {
      const event = activity === undefined ? '' : `?event=${encodeURIComponent(activity)}`;
      return `${address}/calendar/${await personalLinks.token(of, member, 'calendar')}.ics${event}`;
    },
    aside: async (visit) => (await Promise.all(features.map((one) => one.aside?.(visit) ?? []))).flat(),
    waiting: async (visit) => (await Promise.all(features.map((one) => one.waiting?.(visit) ?? []))).flat(),
    participation: async (since, work) =>
      (await Promise.all(features.map((one) => one.participation?.(since, work) ?? []))).flat(),
    handover: async (ids, visit) => (await Promise.all(features.map((one) => one.handover?.(ids, visit) ?? []))).flat(),
    openForGroup: async (group, work) =>
      (await Promise.all(features.map((one) => one.openForGroup?.(group, work) ?? []))).flat(),
    needsOutsider: async (id, work) =>
      (await Promise.all(features.map((one) => one.needsOutsider?.(id, work) ?? false))).includes(true),
    facts: async (span, visit) => together(await Promise.all(features.map((one) => one.facts?.(span, visit) ?? {}))),
    followEvent: async (of, event) => {
      for (const { afterEvent } of features)
        if (afterEvent) await jobs.schedule({ kind: afterEvent, network: of, key: event, due: clock.now() });
    },
    followPoll: async (of, poll) => {
      for (const { afterPoll } of features)
        if (afterPoll) await jobs.schedule({ kind: afterPoll, network: of, key: poll, due: clock.now() });
    },
    addToBank: (item, visit) => offered(features, 'addToBank')(item, visit),
    startPoll: (order, visit) => offered(features, 'startPoll')(order, visit),
    linkToPicture: async (of, picture) =>
      `${address}/p/${await personalLinks.openToken(of, 'picture', picture, PICTURE_ROUND)}/files/${PICTURE_FILE}`,
    get personal() {
      const ofFeatures = features.flatMap((one) => one.personal ?? []);
      const ofJobs = jobsPersonal(config.jobShards);
      // Links first: which tokens someone had is told by the member's document, which features take away.
      return [personalLinks.personal, ...ofFeatures, postsPersonal, letters.personal, ofJobs, auditPersonal];
    },
    linkToFile: async (file) => `${address}${await links.sign(file)}`,
  };
  const gate = createGate(services);
  const personalLinks = createPersonalLinks(store, keys);
  const links = createFileLinks(keys, clock, async (network) => (await gate.work(network)) !== undefined);

  const tell = async (event: TeamEvent): Promise<void> => {
    for (const feature of features) await feature.onTeamEvent?.(event, services);
  };

  let isStopping = false;
  const server = createServer({
    messages: messagesEndpoint({ ...teams, gate, services, features }),
    routes: [
      ...apiRoutes({
        features,
        gate,
        authenticate: isOpen
          ? actAs
          : tabAuth({
              appId: config.tab.appId,
              botId: config.bot.id,
              publicUrl: address,
              issuer: config.cloud.tabIssuer,
              keysUrl: config.cloud.tabKeys,
              log,
            }),
        ...(isOpen ? { people: () => peopleToActAs(store, gate) } : {}),
        publicConfig: { auth: config.auth, appId: config.teamsAppId, version },
      }),
      ...fileRoutes({ links, features, gate, clock }),
      ...calendarRoutes({ links: personalLinks, gate, features, clock, domain: () => calendarDomain(address) }),
      ...personalRoutes({ links: personalLinks, gate, features, clock, unsubscribe, subscribe }),
      ...tabRoutes(overrides.tabFolder ?? join(ROOT, 'tab', 'dist')),
      ...healthRoutes({ store, keys, files, log, isStopping: () => isStopping }),
    ],
    log,
    newId,
    isHttps: address.startsWith('https:'),
    onlyLoopback: isOpen,
  });

  const close = async (): Promise<void> => {
    isStopping = true;
    log.info('stopping');
    const queues = Promise.all([posts.stop(), letters.stop(), extractor.close()]);
    const stopped = Promise.all([server.close(), queues.then(() => jobs.stop())]);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, STOP_WITHIN, 'late');
    });
    const ended = await Promise.race([stopped, late]);
    clearTimeout(timer);
    if (ended === 'late') log.warn('stopped.late');
    await ownSearch.close();
    await store.close();
    log.info('stopped');
  };

  let closing: Promise<void> | undefined;
  return {
    services,
    gate,
    jobs,
    posts,
    letters,
    tell,
    async listen() {
      const port = await server.listen(config.port, config.host);
      address ||= `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
      posts.start({
        drawings: features.flatMap((feature) => feature.drawings),
        work: gate.work,
        onChannelLost: async (id) => {
          const work = await gate.work(id);
          if (work) await tell(channelGone(work.network, clock));
        },
      });
      letters.start({
        drawings: features.flatMap((feature) => feature.letters ?? []),
        visitOf: gate.byId,
        unsubscribeLink: async (of, member) => `${address}/p/${await personalLinks.token(of, member, 'unsubscribe')}`,
        domain: calendarDomain(address),
      });
      const handlers = [...features.flatMap((feature) => feature.jobs), ...posts.handlers, ...letters.handlers];
      jobs.start(handlers, gate.work);
      log.info('listening', { port, host: config.host, auth: config.auth, store: config.store.kind, version });
      return address;
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Teams refuses the channel: features hear it as if Teams had told of its removal, which it often does not. */
const channelGone = (of: Network, clock: Clock): TeamEvent => ({
  type: 'channelDeleted',
  team: of.team,
  tenant: of.tenant,
  serviceUrl: of.serviceUrl,
  channel: of.channel.id,
  at: clock.now(),
});

/**
 * Opens the tab in the network's channel at a page; `webUrl` is for clients that can't show tabs.
 * Source: learn.microsoft.com, “Deep link to an application”, parameters of /l/entity.
 */
export function deepLink(appId: string, address: string, of: Pick<Network, 'channel'>, page: string): string {
  const context = JSON.stringify({ subEntityId: page, channelId: of.channel.id });
  const query = new URLSearchParams({ webUrl: `${address}/tab/${page}`, context });
  return `https://teams.microsoft.com/l/entity/${appId}/${TAB_ENTITY}?${query.toString().replace(/\+/g, '%20')}`;
}

function storeOf(config: Config): StoreConfig {
  if (config.store.kind === 'embedded') return { type: 'embedded', folder: config.dataDir };
  const { endpoint, key, database } = config.store;
  return {
    type: 'cosmos',
    endpoint,
    database,
    ...(key ? { key: key.reveal() } : {}),
    ...(config.identityClientId ? { clientId: config.identityClientId } : {}),
    keys: config.keyVaultUrl ? { vaultUrl: config.keyVaultUrl } : { folder: join(config.dataDir, 'keys') },
    emulator: isLoopback(new URL(endpoint).hostname),
  };
}

function filesOf({ blob, dataDir, identityClientId }: Config): FilesConfig {
  if (!blob) return { type: 'folder', folder: dataDir };
  const { endpoint, key } = blob;
  return {
    type: 'blob',
    endpoint,
    ...(key ? { key: key.reveal() } : {}),
    ...(identityClientId ? { clientId: identityClientId } : {}),
  };
}

/** Undefined where nobody's sign-in is looked at, or there is no certificate to act on their behalf. */
function graphOf({ auth, tab, cloud }: Config, log: Log): MeetingsOptions | undefined {
  if (auth === 'none' || !tab.certificate) return undefined;
  const { loginAuthority, graphUrl } = cloud;
  return { appId: tab.appId, certificate: tab.certificate.reveal(), loginAuthority, graphUrl, log };
}

function mailServerOf({ mail }: Config): MailServer | undefined {
  return mail && createSmtp({ url: mail.smtpUrl.reveal(), from: mail.from, atOnce: MAIL_AT_ONCE });
}

function teamsOf({ auth, bot, cloud }: Config): TeamsConfig {
  return {
    auth,
    botId: bot.id,
    tenant: bot.tenant,
    type: bot.type,
    ...(bot.password ? { password: bot.password.reveal() } : {}),
    cloud,
  };
}
