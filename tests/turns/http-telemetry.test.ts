/** Telemetry to Application Insights, by a real process against a collector on loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { selfSigned } from '../fixtures/certificate.ts';

const MAIN = join(import.meta.dirname, '../../bot/main.ts');

test('with a connection string requests are told to Application Insights; what opens something by itself is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'telemetry-'));
  const certificate = selfSigned();
  await writeFile(join(folder, 'ca.pem'), certificate.cert);
  let told = '';
  const hosts = new Set<string>();
  const insights = createServer(certificate, (request, response) => {
    hosts.add(request.headers.host ?? '');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const sent = Buffer.concat(chunks);
      told += request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"itemsReceived":1,"itemsAccepted":1,"errors":[]}');
    });
  });
  await new Promise<void>((resolve) => insights.listen(0, '127.0.0.1', resolve));
  const address = `https://127.0.0.1:${(insights.address() as AddressInfo).port}/`;
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      AUTH: 'none',
      PORT: '0',
      DATA_DIR: folder,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint=${address}`,
    },
  });
  const ended = once(child, 'close');
  try {
    let errors = '';
    let port = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      const { event, level, ...fields } = JSON.parse(line) as Record<string, unknown>;
      if (level === 'error') errors += line;
      if (event !== 'listening') continue;
      port = Number(fields.port);
      await fetch(`http://127.0.0.1:${port}/api/v1/public-config`);
      await fetch(`http://127.0.0.1:${port}/files/salaisuus`);
      child.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
    expect(errors).toBe('');
    expect(told).toContain('/api/v1/public-config');
    expect(told).not.toContain('salaisuus');
  } finally {
    child.kill('SIGKILL');
    await ended;
    insights.closeAllConnections();
    insights.close();
    await rm(folder, { recursive: true, force: true });
  }
});
