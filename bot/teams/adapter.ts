/** The SDK's adapter with authentication, told what it leaves open: one answer for every bad token, no hidden replays, shared clients. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { hash } from 'node:crypto';
import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  TeamsConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import { ChannelFailure, type Log } from '../core/ports.ts';
import { BotCredentials, createTokens } from './credentials.ts';
import { type Envelope, type GuardRules, isServiceUrl } from './guard.ts';
import type { TeamsConfig } from './teams-config.ts';

/** Every request to Teams ends within this, in milliseconds, unless configured otherwise. */
const DEADLINE = 10_000;
/** A verified token is believed again for this long, in milliseconds. */
const VERIFIED_FOR = 60_000;
/** How far past its end a token still passes, as in the SDK (ParameterizedBotFrameworkAuthentication, clockTolerance). */
const TOLERANCE = 5 * 60_000;
/** Teams sends all its activities of an hour with a handful of tokens. */
const MOST_VERIFIED = 1_000;
/** The keys that sign activities must arrive within this, in milliseconds. */
const KEYS_DEADLINE = 10_000;

/** `unavailable`: the keys could not be fetched, so nothing is known about the token; Teams delivers again. */
export type Verdict = { readonly verified: AuthenticateRequestResult } | { readonly refused: string } | 'unavailable';

/** The SDK's two clients for one service URL. */
export interface Connector {
  readonly client: ConnectorClient;
  readonly conversations: ConnectorClient['conversations'];
  readonly teams: TeamsConnectorClient['teams'];
}

export interface TeamsAdapter {
  readonly config: TeamsConfig;
  readonly rules: GuardRules;
  /** Judges who sent an activity that the guard let in. Never throws. */
  verify(activity: Envelope, authorization: string | undefined): Promise<Verdict>;
  /** Runs `turn` in the SDK's turn for a verified activity. */
  run(
    verified: AuthenticateRequestResult,
    activity: Envelope,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<void>;
  /** The clients for a service URL. Throws ChannelFailure when its host is not on the list: tokens never leave for it. */
  connector(serviceUrl: string): Promise<Connector>;
  /** Teams refused the bot's token. */
  forgetToken(): void;
}

interface Kept {
  readonly verified: AuthenticateRequestResult;
  readonly serviceUrl: string;
  /** Epoch milliseconds. */
  readonly endsAt: number;
  readonly until: number;
}

/** `now` in epoch milliseconds; tests give their own. */
export function createAdapter(config: TeamsConfig, log: Log, now: () => number = Date.now): TeamsAdapter {
  const tokens = createTokens(config);
  const authentication = new SharedAuthentication(config, new BotCredentials(config, tokens));
  const adapter = new CloudAdapter(authentication);
  const rules: GuardRules = { allowedServiceUrls: config.cloud.serviceUrls, allowLoopback: config.auth === 'none' };
  const verdicts = new Map<string, Kept>();
  const connectors = new Map<string, Promise<Connector>>();
  muteRejections();

  const connector = (serviceUrl: string): Promise<Connector> => {
    const known = connectors.get(serviceUrl);
    if (known) return known;
    if (!isServiceUrl(serviceUrl, rules)) throw new ChannelFailure('unavailable', 'unlisted-host');
    const made = authentication.connectTo(serviceUrl);
    connectors.set(serviceUrl, made);
    return made;
  };
  const shared = (found: AuthenticateRequestResult): AuthenticateRequestResult => ({
    ...found,
    connectorFactory: { create: async (serviceUrl) => (await connector(serviceUrl)).client },
  });

  async function ask(activity: Envelope, authorization: string, key: string): Promise<Verdict> {
    try {
      const asking = verifying.run(true, () => authentication.authenticateRequest(asActivity(activity), authorization));
      const found = await within(KEYS_DEADLINE, asking);
      if (config.auth === 'none') return { verified: shared(found) };
      const claim = (type: string): unknown => found.claimsIdentity.getClaimValue(type);
      // the SDK has weaker ways in for tokens of its emulator and of skills, and takes a token that never ends
      if (claim('iss') !== config.cloud.issuer) return { refused: 'issuer' };
      if (claim('serviceurl') !== activity.serviceUrl) return { refused: 'service url' };
      const end = claim('exp');
      if (typeof end !== 'number') return { refused: 'no end' };
      const verified = shared(found);
      const oldest = verdicts.size >= MOST_VERIFIED ? verdicts.keys().next().value : undefined;
      if (oldest !== undefined) verdicts.delete(oldest);
      verdicts.set(key, { verified, serviceUrl: activity.serviceUrl, endsAt: end * 1000, until: now() + VERIFIED_FOR });
      return { verified };
    } catch (error) {
      if (isUnreachable(error)) {
        log.error('teams.keysUnavailable', error);
        return 'unavailable';
      }
      return { refused: reasonOf(error) };
    }
  }

  return {
    config,
    rules,
    async verify(activity, authorization = '') {
      if (config.auth === 'none') return ask(activity, '', '');
      if (!authorization) return { refused: 'no token' };
      const key = hash('sha256', authorization, 'base64');
      const kept = verdicts.get(key);
      if (!kept || now() >= kept.until) {
        verdicts.delete(key);
        return ask(activity, authorization, key);
      }
      if (kept.serviceUrl !== activity.serviceUrl) return { refused: 'service url' };
      if (activity.channelId !== 'msteams') return { refused: 'channel' }; // the key's endorsement was checked for this channel
      if (now() >= kept.endsAt + TOLERANCE) return { refused: 'expired' };
      return { verified: kept.verified };
    },
    async run(verified, activity, turn) {
      await adapter.processActivityDirect(verified, asActivity(activity), turn);
    },
    connector,
    forgetToken: () => tokens.forget(),
  };
}

/** The SDK's authentication with the deployment's endpoints, and with one client per service where the SDK makes one per turn. */
class SharedAuthentication extends ConfigurationBotFrameworkAuthentication {
  #userTokens: Promise<UserTokenClient> | undefined;
  readonly #botId: string;
  readonly #deadline: number;

  constructor(
    { botId, tenant, cloud, keysKeptFor = 24, deadline = DEADLINE }: TeamsConfig,
    credentials: BotCredentials,
  ) {
    // when any of these endpoints is given, all must be: the SDK then takes every one as it stands
    super(
      {
        MicrosoftAppId: botId,
        MicrosoftAppTenantId: tenant,
        ValidateAuthority: 'true',
        ToChannelFromBotLoginUrl: `${cloud.loginAuthority}/${tenant}`,
        ToChannelFromBotOAuthScope: cloud.scope,
        ToBotFromChannelTokenIssuer: cloud.issuer,
        OAuthUrl: cloud.issuer,
        ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
        ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadata,
        CallerId: 'urn:botframework:azure',
      },
      credentials,
      undefined,
      undefined,
      { tokenRefreshInterval: keysKeptFor },
    );
    this.#botId = botId;
    this.#deadline = deadline;
  }

  async connectTo(serviceUrl: string): Promise<Connector> {
    const bot = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: this.#botId }], true);
    const client = await this.createConnectorFactory(bot).create(serviceUrl);
    const teamsClient = new TeamsConnectorClient(client.credentials, { baseUri: serviceUrl });
    withoutReplays(client, this.#deadline);
    withoutReplays(teamsClient, this.#deadline);
    return { client, conversations: client.conversations, teams: teamsClient.teams };
  }

  /** Nothing here signs people in through the bot, but the SDK hands such a client to every turn. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }
}

interface Pipeline {
  removePolicy(named: { name: string }): readonly unknown[];
  addPolicy(policy: {
    name: string;
    sendRequest(
      request: { timeout: number },
      next: (request: { timeout: number }) => Promise<unknown>,
    ): Promise<unknown>;
  }): void;
}

/**
 * Takes out the SDK's retries (it would send a POST that may have arrived up to four times) and its redirects (they would carry
 * the bot's token away), and sets the deadline. The SDK has no public door to its pipeline; when a release moves it, this throws.
 */
function withoutReplays(client: ConnectorClient | TeamsConnectorClient, deadline: number): void {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  for (const name of ['defaultRetryPolicy', 'redirectPolicy']) {
    if (pipeline.removePolicy({ name }).length !== 1) throw new Error(`The SDK's ${name} is not where it was.`);
  }
  pipeline.addPolicy({
    name: 'deadline',
    sendRequest: (request, next) => {
      request.timeout = deadline;
      return next(request);
    },
  });
}

const verifying = new AsyncLocalStorage<true>();
let isMuted = false;

/** The SDK writes every rejected token to console.error, where strangers could fill the log; ours has one line for each. */
function muteRejections(): void {
  if (isMuted) return;
  isMuted = true;
  const { console } = globalThis;
  const speak = console.error;
  console.error = (...words: unknown[]) => {
    if (!verifying.getStore()) speak.apply(console, words);
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new KeysLate('The keys that sign activities did not arrive in time.')),
      milliseconds,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

class KeysLate extends Error {
  override name = 'KeysLate';
}

/** The keys could not be had: no fault of the token's. FetchError comes from the SDK's own HTTP client. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode === 500;
  return error instanceof Error && (error.name === 'FetchError' || error.name === 'KeysLate');
}

/** The SDK's words up to the first colon; what follows may quote the token. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unreadable';
  return error.message.split(':')[0]?.slice(0, 80) ?? error.name;
}

/** The SDK reads a few fields of the envelope; its type promises more than Teams sends. */
const asActivity = (envelope: Envelope): Activity => envelope as unknown as Activity;
