/** Reads the settings from the environment: all of them at once, each problem with its remedy. Pure; reads and prints nothing itself. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { zoneName } from './core/clock.ts';
import { type CloudEndpoints, PUBLIC_CLOUD } from './teams/teams-config.ts';

/** A password or key. It prints and serialises as asterisks, so that no log can hold it by accident. */
export interface Secret {
  reveal(): string;
  toJSON(): string;
  toString(): string;
}

export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Address by which browsers reach this server, without a slash at the end. Absent (`auth: none` only): wherever it listens. */
  readonly publicUrl?: string;
  /** `none` trusts whoever can reach the server, and therefore listens to this machine alone. */
  readonly auth: 'teams' | 'none';
  readonly store:
    | { readonly kind: 'embedded' }
    | {
        readonly kind: 'cosmos';
        readonly endpoint: string;
        readonly database: string;
        /** Absent: managed identity. */
        readonly key?: Secret;
      };
  /** Folder of what the embedded store and the local key box keep. */
  readonly dataDir: string;
  /** Keys of sealed votes live there. Absent: in a folder of their own beside the data folder. */
  readonly keyVaultUrl?: string;
  /** Files' bytes go there. Absent: to the data folder. `key`: of an emulator on this machine; without it, managed identity. */
  readonly blob?: { readonly endpoint: string; readonly key?: Secret };
  readonly bot: Bot;
  readonly tab: {
    /** Entra application behind the tab's single sign-on; empty with `auth: none`. */
    readonly appId: string;
    /** PEM of the application's certificate and RSA key, for Graph on behalf of a person. */
    readonly certificate?: Secret;
  };
  /** The app's id in Teams, for deep links: the manifest's, or the catalogue's where an organisation gave it another. */
  readonly teamsAppId: string;
  readonly cloud: Cloud;
  /** `perMinute`: letters that the mail server takes in a minute. */
  readonly mail?: { readonly smtpUrl: Secret; readonly from: string; readonly perMinute: number };
  readonly jobShards: number;
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Of new networks; an IANA name. */
  readonly timeZone: string;
  readonly telemetry?: Secret;
  /** Client id of the managed identity that reaches Azure. */
  readonly identityClientId?: string;
}

export interface Bot {
  /** Empty with `auth: none`. */
  readonly id: string;
  readonly tenant: string;
  readonly type: 'UserAssignedMSI' | 'SingleTenant';
  /** Of a SingleTenant registration. */
  readonly password?: Secret;
}

/** Endpoints of the cloud, the public one by default. */
export interface Cloud extends CloudEndpoints {
  /** Issuer of the tab's tokens; `{tenant}` stands for the person's tenant. */
  readonly tabIssuer: string;
  /** Address of the keys (JWKS) that sign the tab's tokens. */
  readonly tabKeys: string;
  /** Root of Microsoft Graph, without a slash at the end. */
  readonly graphUrl: string;
}

/** The settings can't be used. The message is a readable list for the person who starts the server. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The settings need mending (${problems.length}):\n${problems.map((one) => `  • ${one}`).join('\n')}\nREADME.md lists every setting with an example.`,
    );
    this.problems = problems;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

const MOST_SHARDS = 64;
/** What small mail servers and hosted ones take without throttling much. */
const LETTERS_A_MINUTE = 60;
const MOST_LETTERS_A_MINUTE = 10_000;
const PUBLIC_GRAPH = 'https://graph.microsoft.com';
/** An address, alone or with a name before it. */
const MAIL_SENDER = /^(?:[^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the settings. Throws ConfigError naming everything that is wrong or missing, never a secret's value. */
export function loadConfig(env: Environment): Config {
  const problems: string[] = [];
  const read = reader(env, problems);

  const auth = read.choice('AUTH', ['teams', 'none'] as const, 'teams');
  const open = auth === 'none';
  const host = read.text('HOST') ?? (open ? '127.0.0.1' : '0.0.0.0');
  if (open && !isLoopback(host)) {
    problems.push(
      `HOST is ${host}, but AUTH=none lets anyone in who can reach the server. Set HOST=127.0.0.1, or AUTH=teams to serve others.`,
    );
  }
  const port = read.whole('PORT', 3978, 0, 65_535);
  const publicUrl = read.url('PUBLIC_URL', { https: !open, required: !open, example: 'https://verkosto.example.fi' });

  const store = storeOf(read, problems);
  const keyVaultUrl = read.url('KEY_VAULT_URL', { https: true, example: 'https://verkosto.vault.azure.net' });
  if (store.kind === 'cosmos' && !keyVaultUrl && !isLoopback(hostOf(store.endpoint))) {
    problems.push(
      'KEY_VAULT_URL is missing. With STORE=cosmos several servers share the keys of secret polls: set it to the vault’s address, https://….vault.azure.net.',
    );
  }

  const bot = botOf(read, problems, open);
  const tabAppId = read.guid('TAB_APP_ID', !open, 'the application (client) id of the tab’s app registration');
  const smtpUrl = read.secret('SMTP_URL');
  const from = read.text('MAIL_FROM');
  if (smtpUrl && !isUrl(smtpUrl.reveal(), ['smtp:', 'smtps:']))
    problems.push('SMTP_URL is not an address. Write it as smtps://user:password@mail.example.fi:465.');
  if (smtpUrl && !from)
    problems.push(
      'MAIL_FROM is missing. With SMTP_URL set, give the sender’s address, Verkosto <verkosto@example.fi>.',
    );
  if (from && !MAIL_SENDER.test(from))
    problems.push('MAIL_FROM is not a sender. Write it as verkosto@example.fi or Verkosto <verkosto@example.fi>.');
  const perMinute = read.whole('MAIL_PER_MINUTE', LETTERS_A_MINUTE, 1, MOST_LETTERS_A_MINUTE);
  if (from && !smtpUrl) problems.push('SMTP_URL is missing. MAIL_FROM has no use without it: set both or neither.');

  const loginAuthority = read.url('LOGIN_AUTHORITY', endpoint(open)) ?? PUBLIC_CLOUD.loginAuthority;
  const tabCertificate = certificateOf(read, problems, loginAuthority);
  const telemetry = read.secret('APPLICATIONINSIGHTS_CONNECTION_STRING');
  if (telemetry && !/(^|;)InstrumentationKey=[^;]+/i.test(telemetry.reveal())) {
    problems.push(
      'APPLICATIONINSIGHTS_CONNECTION_STRING is not a connection string. Copy it whole from the Application Insights resource; it begins with InstrumentationKey=.',
    );
  }
  const blob = blobOf(read, problems, store);
  const identityClientId = read.guid('AZURE_CLIENT_ID', false, 'the client id of the managed identity');
  const config: Config = {
    port,
    host,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    auth,
    store,
    dataDir: read.text('DATA_DIR') ?? './data',
    ...(keyVaultUrl === undefined ? {} : { keyVaultUrl }),
    ...(blob === undefined ? {} : { blob }),
    bot,
    tab: { appId: tabAppId, ...(tabCertificate === undefined ? {} : { certificate: tabCertificate }) },
    teamsAppId: read.guid('TEAMS_APP_ID', false, 'the id of the app in Teams (manifest or catalogue)') || bot.id,
    cloud: {
      openIdMetadata: read.url('BOT_OPENID_METADATA', endpoint(open)) ?? PUBLIC_CLOUD.openIdMetadata,
      loginAuthority,
      issuer: read.text('BOT_TOKEN_ISSUER') ?? PUBLIC_CLOUD.issuer,
      scope: read.text('BOT_OAUTH_SCOPE') ?? PUBLIC_CLOUD.scope,
      serviceUrls: read.origins('SERVICE_URLS') ?? PUBLIC_CLOUD.serviceUrls,
      tabIssuer: tabIssuerOf(read, problems, loginAuthority),
      tabKeys: read.url('TAB_KEYS_URL', endpoint(open)) ?? `${loginAuthority}/common/discovery/v2.0/keys`,
      graphUrl: read.url('GRAPH_URL', { https: true, example: PUBLIC_GRAPH }) ?? PUBLIC_GRAPH,
    },
    ...(smtpUrl && from ? { mail: { smtpUrl, from, perMinute } } : {}),
    jobShards: read.whole('JOB_SHARDS', 1, 1, MOST_SHARDS),
    log: read.choice('LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent'] as const, 'info'),
    timeZone: zoneOf(read, problems),
    ...(telemetry === undefined ? {} : { telemetry }),
    ...(identityClientId === '' ? {} : { identityClientId }),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** Names of this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

function storeOf(read: Reader, problems: string[]): Config['store'] {
  const chosen = read.choice('STORE', ['embedded', 'cosmos'] as const, 'embedded');
  if (chosen === 'embedded') {
    if (read.text('COSMOS_ENDPOINT')) {
      problems.push(
        'COSMOS_ENDPOINT is set, but STORE is embedded. Set STORE=cosmos to use it, or leave COSMOS_ENDPOINT out.',
      );
    }
    return { kind: 'embedded' };
  }
  const endpoint = read.url('COSMOS_ENDPOINT', {
    https: true,
    required: true,
    example: 'https://verkosto.documents.azure.com',
  });
  const key = read.secret('COSMOS_KEY');
  const database = read.text('COSMOS_DATABASE') ?? 'verkostobotti';
  return { kind: 'cosmos', endpoint: endpoint ?? '', database, ...(key === undefined ? {} : { key }) };
}

function blobOf(read: Reader, problems: string[], store: Config['store']): Config['blob'] {
  const endpoint = read.url('BLOB_ENDPOINT', { https: true, example: 'https://verkosto.blob.core.windows.net' });
  const key = read.secret('BLOB_KEY');
  const isHere = endpoint !== undefined && isLoopback(hostOf(endpoint));
  if (!endpoint && store.kind === 'cosmos' && !isLoopback(hostOf(store.endpoint))) {
    problems.push(
      'BLOB_ENDPOINT is missing. With STORE=cosmos several servers share the uploaded files: set it to the storage account’s address, https://….blob.core.windows.net.',
    );
  }
  if (key && !isHere) {
    problems.push(
      'BLOB_KEY is only for an emulator on this machine. Leave it out: a storage account is reached by managed identity.',
    );
  }
  if (isHere && (!key || new URL(endpoint).pathname === '/')) {
    problems.push(
      'BLOB_ENDPOINT names an emulator on this machine. Write its account into the address, http://127.0.0.1:10000/devstoreaccount1, and set BLOB_KEY to that account’s key.',
    );
  }
  return endpoint === undefined ? undefined : { endpoint, ...(key === undefined ? {} : { key }) };
}

function botOf(read: Reader, problems: string[], open: boolean): Bot {
  const type = read.choice('BOT_TYPE', ['UserAssignedMSI', 'SingleTenant'] as const, 'UserAssignedMSI');
  const password = read.secret('BOT_PASSWORD');
  if (!open && type === 'SingleTenant' && !password) {
    problems.push(
      'BOT_PASSWORD is missing. BOT_TYPE=SingleTenant needs a client secret of the bot’s app registration; BOT_TYPE=UserAssignedMSI needs none.',
    );
  }
  if (!open && type === 'UserAssignedMSI' && password) {
    problems.push(
      'BOT_PASSWORD is set, but a bot with a managed identity has none. Leave it out, or set BOT_TYPE=SingleTenant.',
    );
  }
  return {
    id: read.guid('BOT_ID', !open, 'the Microsoft app id of the Azure Bot'),
    tenant: read.guid('BOT_TENANT_ID', !open, 'the tenant in which the bot is registered'),
    type,
    ...(password === undefined ? {} : { password }),
  };
}

/** A certificate and its key in one PEM. `\n` stands for a line break where a setting can't hold one. */
function certificateOf(read: Reader, problems: string[], loginAuthority: string): Secret | undefined {
  const given = read.text('TAB_APP_CERTIFICATE')?.replaceAll('\\n', '\n');
  if (given === undefined) return undefined;
  if (!isCertificateWithKey(given)) {
    problems.push(
      'TAB_APP_CERTIFICATE is not a certificate with its RSA key. Set it to both in PEM form, one after the other: -----BEGIN CERTIFICATE----- … and -----BEGIN PRIVATE KEY----- ….',
    );
  }
  if (URL.canParse(loginAuthority) && new URL(loginAuthority).protocol !== 'https:')
    problems.push('LOGIN_AUTHORITY must begin with https:// when TAB_APP_CERTIFICATE is set.');
  return secret(given);
}

/** Only RSA signs as Entra wants it of a certificate. */
function isCertificateWithKey(pem: string): boolean {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'rsa' && new X509Certificate(pem).checkPrivateKey(key);
  } catch {
    return false;
  }
}

function tabIssuerOf(read: Reader, problems: string[], loginAuthority: string): string {
  const given = read.text('TAB_TOKEN_ISSUER');
  if (given && !given.includes('{tenant}')) {
    problems.push(
      'TAB_TOKEN_ISSUER does not say where the tenant goes. Write {tenant} in its place: https://login.microsoftonline.com/{tenant}/v2.0.',
    );
  }
  return given ?? `${loginAuthority}/{tenant}/v2.0`;
}

function zoneOf(read: Reader, problems: string[]): string {
  const zone = read.text('TIME_ZONE') ?? 'Europe/Helsinki';
  if (!zoneName.safeParse(zone).success)
    problems.push(`TIME_ZONE is ${zone}, which is no time zone. Use an IANA name such as Europe/Helsinki.`);
  return zone;
}

interface UrlRules {
  readonly https?: boolean;
  readonly required?: boolean;
  readonly example: string;
}

/** Endpoints of a cloud; a test issuer on this machine may do without https. */
const endpoint = (open: boolean): UrlRules => ({ https: !open, example: 'https://login.microsoftonline.com' });

type Reader = ReturnType<typeof reader>;

function reader(env: Environment, problems: string[]) {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;

  /** https everywhere, except that this machine's own addresses may be plain. */
  const urlProblem = (name: string, value: string, { https = false, example }: UrlRules): string | undefined => {
    if (!isUrl(value, ['http:', 'https:'])) return `${name} is not an address. Write it whole, such as ${example}.`;
    const { protocol, hostname, search, hash, username } = new URL(value);
    if (https && protocol !== 'https:' && !isLoopback(hostname))
      return `${name} must begin with https://, such as ${example}.`;
    if (search || hash || username)
      return `${name} must be a plain address without ?, # or a user name, such as ${example}.`;
    return undefined;
  };

  return {
    text,
    secret: (name: string): Secret | undefined => {
      const value = text(name);
      return value === undefined ? undefined : secret(value);
    },
    choice: <T extends string>(name: string, of: readonly T[], fallback: T): T => {
      const value = text(name) ?? fallback;
      const found = of.find((one) => one === value);
      if (!found) problems.push(`${name} is ${value}. Use one of: ${of.join(', ')}.`);
      return found ?? fallback;
    },
    whole: (name: string, fallback: number, least: number, most: number): number => {
      const value = text(name);
      const parsed = z.coerce
        .number()
        .int()
        .min(least)
        .max(most)
        .safeParse(value ?? fallback);
      if (!parsed.success) problems.push(`${name} is ${value}. Use a whole number from ${least} to ${most}.`);
      return parsed.data ?? fallback;
    },
    /** Empty when it is not given. */
    guid: (name: string, required: boolean, meaning: string): string => {
      const value = text(name);
      if (value && !GUID.test(value))
        problems.push(`${name} is not an id of the form 00000000-0000-0000-0000-000000000000. Set it to ${meaning}.`);
      if (!value && required)
        problems.push(`${name} is missing. Set it to ${meaning}, or AUTH=none to try things out on this machine.`);
      return value?.toLowerCase() ?? '';
    },
    /** Without a slash at the end. */
    url: (name: string, rules: UrlRules): string | undefined => {
      const value = text(name);
      const problem = value
        ? urlProblem(name, value, rules)
        : rules.required && `${name} is missing. Set it to an address such as ${rules.example}.`;
      if (problem) problems.push(problem);
      return value?.replace(/\/+$/, '');
    },
    /** Several, separated by commas or spaces; whatever follows the host is left out. */
    origins: (name: string): readonly string[] | undefined => {
      const values =
        text(name)
          ?.split(/[\s,]+/)
          .filter(Boolean) ?? [];
      const wrong = values.map((value) =>
        urlProblem(name, value, { https: true, example: PUBLIC_CLOUD.serviceUrls.join(',') }),
      );
      problems.push(...wrong.filter((one) => one !== undefined));
      return values.length > 0 && !wrong.some(Boolean) ? values.map((value) => new URL(value).origin) : undefined;
    },
  };
}

function secret(value: string): Secret {
  return {
    reveal: () => value,
    toJSON: () => '***',
    toString: () => '***',
    ...{ [Symbol.for('nodejs.util.inspect.custom')]: () => '***' },
  };
}

function isUrl(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '');
