/** What the Teams edge needs to know of the deployment; filled in by `config.ts`. */

/** Where the cloud's identity and connector live. All of them together, or the public cloud's. */
export interface CloudEndpoints {
  /** Metadata with the keys that sign activities. */
  readonly openIdMetadata: string;
  /** Whom the bot asks for its own tokens; the tenant and `/oauth2/v2.0/token` are appended. */
  readonly loginAuthority: string;
  /** Issuer of the tokens on incoming activities. */
  readonly issuer: string;
  /** Scope of the bot's own tokens, without `/.default`. */
  readonly scope: string;
  /**
   * Origins that an activity may name as its service URL: `https://host`, or `https://*.host` for every host below it.
   * A loopback origin with `http:` counts only when it is listed with its port.
   */
  readonly serviceUrls: readonly string[];
}

export interface TeamsConfig {
  /** none: for the emulator on this machine alone; nobody's token is looked at. */
  readonly auth: 'teams' | 'none';
  /** The bot's application id; may be empty when authentication is off. */
  readonly botId: string;
  readonly tenant: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  /** Client secret; SingleTenant only. */
  readonly password?: string;
  readonly cloud: CloudEndpoints;
  /** How long the keys that sign activities are kept, in hours. Default 24, as Microsoft advises at most. */
  readonly keysKeptFor?: number;
  /** Every request to Teams ends within this, in milliseconds. Default 10 s. */
  readonly deadline?: number;
}

/**
 * Microsoft's commercial cloud. The service hosts are those that Microsoft's own Teams SDK lets in for it
 * (microsoft/teams.ts, `packages/api`, CloudEnvironment PUBLIC, `allowedServiceUrls`); hosts of other channels under
 * botframework.com never carry Teams activities and stay out, as there.
 */
export const PUBLIC_CLOUD: CloudEndpoints = {
  openIdMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  loginAuthority: 'https://login.microsoftonline.com',
  issuer: 'https://api.botframework.com',
  scope: 'https://api.botframework.com',
  serviceUrls: [
    // the global endpoint and the regions' (/amer, /emea, /apac, …): learn.microsoft.com, “Send proactive messages”
    'https://smba.trafficmanager.net',
    'https://smba.onyx.prod.teams.trafficmanager.net',
    // Government Community Cloud, signed by the commercial cloud: learn.microsoft.com, same page
    'https://smba.infra.gcc.teams.microsoft.com',
  ],
};
