/** The bot's own tokens: asked for with a secret or a managed identity, kept until shortly before they end. */
import { JwtTokenProviderFactory, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { TeamsConfig } from './teams-config.ts';

/** A token counts as ended this long before it really does, in milliseconds. */
const EARLY = 5 * 60_000;
/** The login authority must answer within this, in milliseconds. */
const DEADLINE = 10_000;

/** There is no token to send with: nothing has left for Teams. `cause` says why. */
export class NoToken extends Error {
  override name = 'NoToken';
}

export interface Tokens {
  /** Throws NoToken. */
  current(): Promise<string>;
  /** Teams refused the current one: the next call asks for a new one. */
  forget(): void;
}

interface Fetched {
  readonly token: string;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

export function createTokens(config: TeamsConfig): Tokens {
  const fetchToken = config.type === 'UserAssignedMSI' ? byManagedIdentity(config) : bySecret(config);
  let kept: Fetched | undefined;
  let asking: Promise<Fetched> | undefined;
  return {
    async current() {
      if (kept && Date.now() < kept.endsAt - EARLY) return kept.token;
      asking ??= fetchToken().finally(() => {
        asking = undefined;
      });
      try {
        kept = await asking;
      } catch (cause) {
        throw new NoToken('The login authority gave no token to the bot.', { cause });
      }
      return kept.token;
    },
    forget() {
      kept = undefined;
    },
  };
}

/**
 * OAuth 2.0 client credentials grant, RFC 6749 §4.4. Asked for here and not by MSAL, which refuses any authority that is not
 * https and so could never be proven against an issuer on loopback.
 */
function bySecret({ botId, tenant, password, cloud }: TeamsConfig): () => Promise<Fetched> {
  return async () => {
    const asked = Date.now();
    const response = await fetch(`${cloud.loginAuthority.replace(/\/$/, '')}/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: botId,
        client_secret: password ?? '',
        scope: `${cloud.scope}/.default`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE),
    });
    const answer = (await response.json()) as { access_token?: unknown; expires_in?: unknown; error?: unknown };
    if (!response.ok || typeof answer.access_token !== 'string') {
      throw new Error(`The login authority answered ${response.status} ${String(answer.error ?? '')}`);
    }
    return { token: answer.access_token, endsAt: asked + Number(answer.expires_in ?? 0) * 1000 };
  };
}

function byManagedIdentity({ botId, cloud }: TeamsConfig): () => Promise<Fetched> {
  const provider = new JwtTokenProviderFactory().createAzureServiceTokenProvider(botId);
  return async () => {
    const found = await provider.getToken(`${cloud.scope}/.default`);
    if (!found) throw new Error('The managed identity endpoint gave no token.');
    return { token: found.token, endsAt: found.expiresOnTimestamp };
  };
}

/** Gives the SDK the tokens above, or none at all when authentication is off. */
export class BotCredentials extends ServiceClientCredentialsFactory {
  readonly #config: TeamsConfig;
  readonly #tokens: Tokens;

  constructor(config: TeamsConfig, tokens: Tokens) {
    super();
    this.#config = config;
    this.#tokens = tokens;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#config.botId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#config.auth === 'none';
  }

  override async createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const tokens = this.#config.auth === 'none' ? undefined : this.#tokens;
    return {
      async signRequest(request) {
        if (tokens) request.headers.set('authorization', `Bearer ${await tokens.current()}`);
        return request;
      },
    };
  }
}
