/** A Key Vault on loopback: the part of its REST interface that concerns secrets, with challenge, soft delete and purge. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Agent, createServer } from 'node:https';
import type { AddressInfo, LookupFunction } from 'node:net';
import { text } from 'node:stream/consumers';
import { selfSigned } from '../fixtures/certificate.ts';

const HOST = 'keys.vault.test';
const TOKEN = 'token of the loopback vault';

interface Version {
  readonly version: string;
  readonly value: string;
  /** Whole seconds, as in Azure. */
  readonly created: number;
}

interface Deleted {
  readonly versions: readonly Version[];
  /** Requests that still find the deletion under way. */
  pending: number;
}

export interface KeyVault {
  readonly url: string;
  /** Knows the address and trusts the certificate. */
  readonly agent: Agent;
  readonly credential: { getToken(): Promise<{ token: string; expiresOnTimestamp: number }> };
  /** Every value that the vault could still give back, deleted ones included. */
  remains(): readonly string[];
  /** Names of the secrets, deleted ones included. */
  names(): readonly string[];
  /** Deletes without purging, as an operator by hand would. */
  softDelete(name: string): void;
  close(): Promise<void>;
}

export async function startKeyVault(): Promise<KeyVault> {
  const certificate = selfSigned([HOST]);
  const secrets = new Map<string, Version[]>();
  const deleted = new Map<string, Deleted>();
  let url = '';

  const bundle = (name: string, { version, value, created }: Version) => ({
    id: `${url}/secrets/${name}/${version}`,
    value,
    attributes: {
      enabled: true,
      created,
      updated: created,
      recoveryLevel: 'Recoverable+Purgeable',
      recoverableDays: 90,
    },
  });
  const failure = (status: number, code: string): Answer => ({ status, body: { error: { code, message: code } } });

  function softDelete(name: string): void {
    deleted.set(name, { versions: secrets.get(name) ?? [], pending: 4 });
    secrets.delete(name);
  }

  function answerDeleted(method: string, name: string): Answer {
    const found = deleted.get(name);
    if (!found) return failure(404, 'SecretNotFound');
    const isPending = found.pending-- > 0;
    if (method === 'DELETE') {
      if (isPending) return found.pending > 0 ? failure(404, 'SecretNotFound') : failure(409, 'ObjectIsBeingDeleted');
      deleted.delete(name);
      return { status: 204 };
    }
    const last = found.versions.at(-1);
    return isPending || !last ? failure(404, 'SecretNotFound') : { status: 200, body: bundle(name, last) };
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const body = await text(request);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      const challenge = `Bearer authorization="https://login.vault.test/${randomUUID()}", resource="https://vault.test"`;
      return { ...failure(401, 'Unauthorized'), headers: { 'www-authenticate': challenge } };
    }
    const [, collection, name = '', which = ''] = new URL(request.url ?? '/', url).pathname.split('/');
    const method = request.method ?? 'GET';
    if (!/^[0-9a-zA-Z-]{1,127}$/.test(name)) return failure(400, 'BadParameter');
    if (collection === 'deletedsecrets') return answerDeleted(method, name);
    if (method === 'PUT') {
      if (deleted.has(name)) return failure(409, 'Conflict');
      const made = {
        version: randomUUID().replaceAll('-', ''),
        value: String(JSON.parse(body).value),
        created: Math.floor(Date.now() / 1000),
      };
      secrets.set(name, [...(secrets.get(name) ?? []), made]);
      return { status: 200, body: bundle(name, made) };
    }
    const versions = secrets.get(name);
    if (!versions) return failure(404, 'SecretNotFound');
    if (method === 'DELETE') {
      const [first] = versions;
      softDelete(name);
      return { status: 200, body: { ...(first && bundle(name, first)), recoveryId: `${url}/deletedsecrets/${name}` } };
    }
    if (which === 'versions') {
      const value = versions.map((version) => ({ ...bundle(name, version), value: undefined }));
      return { status: 200, body: { value, nextLink: null } };
    }
    const wanted = which ? versions.find(({ version }) => version === which) : versions.at(-1);
    return wanted ? { status: 200, body: bundle(name, wanted) } : failure(404, 'SecretNotFound');
  }

  const server = createServer(certificate, (request, response) => {
    answer(request).then(
      ({ status, body, headers }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(body === undefined ? undefined : JSON.stringify(body));
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `https://${HOST}:${(server.address() as AddressInfo).port}`;
  const lookup: LookupFunction = (_host, { all }, done) =>
    all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
  const agent = new Agent({ ca: certificate.cert, keepAlive: true, lookup });

  return {
    url,
    agent,
    credential: { getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }) },
    remains: () =>
      [...secrets.values(), ...[...deleted.values()].map(({ versions }) => versions)].flat().map(({ value }) => value),
    names: () => [...secrets.keys(), ...deleted.keys()],
    softDelete,
    async close() {
      agent.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}
