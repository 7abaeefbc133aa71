/** A server on loopback that speaks the protocol of Cosmos DB over HTTPS to the real client; see docs for what it does not prove. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Agent, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createHttpsServer } from '@vercel/cosmosdb-server';
import { selfSigned } from '../fixtures/certificate.ts';

export interface CosmosServer {
  readonly endpoint: string;
  readonly key: string;
  /** Trusts the server's certificate; for `openCosmos`. */
  readonly agent: Agent;
  /** PEM of the same certificate, for another process (NODE_EXTRA_CA_CERTS). */
  readonly ca: string;
  /** Sees every request first; true says that it has answered (or dropped) it itself. Undefined takes it away. */
  intercept(hook: Intercept | undefined): void;
  close(): Promise<void>;
}

export type Intercept = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The data are in memory and go with the server. Rejects when it can't listen. */
export async function startCosmosServer(): Promise<CosmosServer> {
  const { cert, key } = selfSigned();
  const options: ServerOptions & { keepAlive: boolean } = { cert, key, keepAlive: true, minVersion: 'TLSv1.2' };
  const server: Server = createHttpsServer(options);
  let hook: Intercept | undefined;
  const answers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (hook?.(request, response)) return;
    for (const answer of answers) answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ ca: cert, keepAlive: true });
  return {
    endpoint: `https://127.0.0.1:${port}`,
    key: randomBytes(64).toString('base64'),
    agent,
    ca: cert,
    intercept(next) {
      hook = next;
    },
    async close() {
      agent.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
