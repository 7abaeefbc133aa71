/** The demo as someone starts it: ready, on other ports when these are taken, stopped by Ctrl-C, and with its data at the next start. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freePort } from '../../scripts/ports.ts';
import { sampleCoordinator } from '../../scripts/sample.ts';

let folder: string;
let port: number;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  port = await freePort(41_000);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Demo {
  readonly said: string;
  readonly tab: string;
  readonly teams: string;
  /** Ctrl-C; resolves to the exit code and all that was said. */
  stop(): Promise<{ code: number | null; said: string }>;
}

async function startDemo(): Promise<Demo> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/demo.ts')], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes('Stop with Ctrl-C')) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${said}`)));
  });
  const address = (of: RegExp): string => of.exec(said)?.[1] ?? '';
  return {
    said,
    tab: address(/The tab\s+(\S+)/),
    teams: address(/Teams \(emulator\)\s+(\S+)/),
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      const code = await ended;
      running.delete(child);
      return { code, said };
    },
  };
}

const asCoordinator = (tab: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(`/api/v1${path}`, tab), {
    ...init,
    headers: { 'x-act-as': sampleCoordinator, 'x-locale': 'fi', 'content-type': 'application/json' },
  });

test('the demo shows where to look, keeps what was done for the next start, and takes other ports when these are taken', async () => {
  const first = await startDemo();
  expect(new URL(first.tab).port).toBe(String(port));
  expect((await fetch(first.tab)).status).toBe(200);
  expect((await fetch(first.teams)).status).toBe(200);
  const { networks } = (await (await asCoordinator(first.tab, '/me')).json()) as {
    networks: { id: string; name: string }[];
  };
  const [network] = networks;
  expect(network?.name).toBe('Pienet joukot, iso merkitys');
  const bank = (await (await asCoordinator(first.tab, `/networks/${network?.id}/materials`)).json()) as {
    materials: unknown[];
  };
  expect(bank.materials).toHaveLength(12);
  const made = await asCoordinator(first.tab, `/networks/${network?.id}/polls`, {
    method: 'POST',
    body: JSON.stringify({
      draft: { question: 'Säilyykö tämä?', options: 'Kyllä\nEi' },
      requestId: crypto.randomUUID(),
    }),
  });
  expect(made.status).toBe(200);
  const { code, said } = await first.stop();
  expect(said).toContain('Your data is kept');
  expect(code).toBe(0);

  const taken: Server = createServer();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  const second = await startDemo();
  taken.close();
  expect(second.said).toContain(`Port ${port} is taken`);
  expect(new URL(second.tab).port).not.toBe(String(port));
  const { polls } = (await (await asCoordinator(second.tab, `/networks/${network?.id}/polls`)).json()) as {
    polls: { question: string }[];
  };
  expect(polls.map(({ question }) => question)).toContain('Säilyykö tämä?');
  expect((await second.stop()).code).toBe(0);
});
