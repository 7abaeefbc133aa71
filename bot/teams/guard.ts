/** Lets in only what can be a Teams activity, before any token is looked at. Pure. */

export interface GuardRules {
  /** Origins as in CloudEndpoints.serviceUrls. */
  readonly allowedServiceUrls: readonly string[];
  /** Any http origin on loopback too: with AUTH=none only. */
  readonly allowLoopback: boolean;
}

/** An activity whose envelope was checked; everything in it is still someone's claim until its token is verified. */
export interface Envelope {
  readonly type: string;
  readonly channelId: 'msteams';
  readonly serviceUrl: string;
  readonly [field: string]: unknown;
}

export type Admission =
  | { readonly activity: Envelope }
  | {
      /** `host`: everything else was right, so the list of hosts may be out of date: worth an alert. */
      readonly refused: 'shape' | 'channel' | 'host';
      readonly origin?: string;
    };

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Judges a parsed body. Only JSON objects of Teams' channel with a type and the service URL of a known host come in. */
export function admit(body: unknown, rules: GuardRules): Admission {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { refused: 'shape' };
  const { type, channelId, serviceUrl } = body as Record<string, unknown>;
  if (typeof type !== 'string' || type === '') return { refused: 'shape' };
  if (typeof serviceUrl !== 'string' || serviceUrl === '') return { refused: 'shape' };
  if (channelId !== 'msteams') return { refused: 'channel' };
  if (!isServiceUrl(serviceUrl, rules)) return { refused: 'host', origin: originOf(serviceUrl) ?? 'not a URL' };
  return { activity: body as Envelope };
}

const seen = new WeakMap<GuardRules, Map<string, boolean>>();

/** Is this the service URL of a host on the list? The few that are get remembered: parsing a URL for every vote is a waste. */
export function isServiceUrl(serviceUrl: string, rules: GuardRules): boolean {
  const known = seen.get(rules) ?? new Map<string, boolean>();
  seen.set(rules, known);
  const before = known.get(serviceUrl);
  if (before !== undefined) return before;
  const verdict = judge(serviceUrl, rules);
  if (verdict && known.size < 100) known.set(serviceUrl, verdict);
  return verdict;
}

function judge(serviceUrl: string, { allowedServiceUrls, allowLoopback }: GuardRules): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, origin, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  const isLoopback = LOOPBACK.has(hostname);
  if (protocol === 'http:') return isLoopback && (allowLoopback || allowedServiceUrls.includes(origin));
  if (protocol !== 'https:') return false;
  return allowedServiceUrls.some((allowed) => {
    const [, domain] = /^https:\/\/\*(\..+)$/.exec(allowed) ?? [];
    return domain === undefined ? allowed === origin : hostname.endsWith(domain) && new URL(serviceUrl).port === '';
  });
}

function originOf(serviceUrl: string): string | undefined {
  return URL.canParse(serviceUrl) ? new URL(serviceUrl).origin : undefined;
}
