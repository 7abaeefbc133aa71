/** The process from its start to its end: wrong settings, signals, a folder or port that is taken, no authentication. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from '@jest/globals';
import { createApp } from '../../bot/app.ts';
import { loadConfig } from '../../bot/config.ts';
import { objectIdOf, personOf } from '../../bot/core/ids.ts';
import { type Member, members, personEntries } from '../../bot/core/network.ts';
import type { Log } from '../../bot/core/ports.ts';
import { directoryScope } from '../../bot/core/scope.ts';
import { TEAM, TENANT } from '../fakes/teams-cloud.ts';

const MAIN = join(import.meta.dirname, '../../bot/main.ts');
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'start-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

interface Started {
  readonly child: ChildProcess;
  /** Resolves with the first line of the log that has this event; rejects when the process ends before. */
  logged(event: string): Promise<Record<string, unknown>>;
  readonly ended: Promise<{ code: number | null; stderr: string; stdout: string }>;
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, ...env } });
  const lines: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    stdout += `${line}\n`;
    lines.push(JSON.parse(line) as Record<string, unknown>);
    for (const look of waiting) look();
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr, stdout }));
  cleanUps.push(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    child,
    ended,
    logged: (event) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => line.event === event);
          if (found) resolve(found);
        };
        waiting.add(look);
        look();
        ended.then(
          () => reject(new Error(`ended before ${event}: ${stderr}${stdout}`)),
          () => undefined,
        );
      }),
  };
}

test('wrong settings: every problem is printed, and the process ends with 1', async () => {
  const { code, stderr, stdout } = await start({ PORT: 'x', BOT_PASSWORD: 'hunter2' }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/The settings need mending \(6\):\n {2}• PORT is x/);
  expect(stderr + stdout).not.toMatch(/hunter2|\n\s+at /);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the server in good order, and its folder is free for the next',
  async (signal) => {
    const env = { AUTH: 'none', PORT: '0', DATA_DIR: await newFolder() };
    for (let round = 0; round < 2; round++) {
      const { child, logged, ended } = start(env);
      const { port } = await logged('listening');
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('"event":"stopped"');
    }
  },
);

test('a folder that another server has is refused with the reason', async () => {
  const env = { AUTH: 'none', PORT: '0', DATA_DIR: await newFolder() };
  await start(env).logged('listening');
  const second = await start(env).ended;
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/^Verkostobotti can't start: .*(another|in use)/);
});

test('a port that is taken is refused with the reason', async () => {
  const { port } = await start({ AUTH: 'none', PORT: '0', DATA_DIR: await newFolder() }).logged('listening');
  const second = await start({ AUTH: 'none', PORT: String(port), DATA_DIR: await newFolder() }).ended;
  expect(second.code).toBe(1);
  expect(second.stderr).toMatch(/^Verkostobotti can't start: .*EADDRINUSE/);
});

// ── Without authentication ─────────────────────────────────────────────────────────────────────

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function startOpen() {
  const config = loadConfig({ AUTH: 'none', PORT: '0', DATA_DIR: await newFolder(), TIME_ZONE: 'Europe/Stockholm' });
  const app = await createApp(config, { log: silent });
  cleanUps.push(() => app.close());
  const url = await app.listen();
  return { app, url };
}

test('without authentication the address, links and people are this machine’s', async () => {
  const { app, url } = await startOpen();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const one = (n: number, name: string): Member => ({
    person: personOf(TENANT, `00000000-0000-4000-8000-00000000000${n}`),
    teamsId: `29:${n}`,
    name,
    isGuest: false,
  });
  const [coordinator, member] = [one(1, 'Kaisa'), one(2, 'Jaakko')];
  // nothing listens there: the app's own roll says who is a member
  const serviceUrl = 'http://127.0.0.1:9/';
  await app.tell({
    type: 'installed',
    team: TEAM,
    tenant: TENANT,
    serviceUrl,
    at: app.services.clock.now(),
    name: 'Pienet joukot',
    channel: TEAM,
    by: coordinator,
  });
  const id = await app.gate.networkOf(TEAM);
  const work = id && (await app.gate.work(id));
  if (!work) throw new Error('no network');
  expect(work.network.zone).toBe('Europe/Stockholm');
  const { store } = app.services;
  for (const person of [coordinator, member]) {
    await store.upsert(work.scope, members, objectIdOf(person.person), person);
    const key = `person|${person.person}`;
    await store.upsert(directoryScope(key), personEntries, key, { person: person.person, networks: [work.network.id] });
  }

  const { people } = (await (await fetch(`${url}/api/v1/people`)).json()) as { people: { name: string }[] };
  expect(people).toEqual([
    { person: member.person, name: 'Jaakko', coordinator: false },
    { person: coordinator.person, name: 'Kaisa', coordinator: false },
  ]);
  const me = await fetch(`${url}/api/v1/me`, { headers: { 'x-act-as': member.person } });
  expect(await me.json()).toMatchObject({ person: member.person, networks: [{ name: 'Pienet joukot' }] });
  expect(app.services.linkToTab(work.network, 'polls/abc')).toBe(`${url}/tab/polls/abc`);
});

test.each([
  ['nobody', {}],
  ['something that is no person', { 'x-act-as': 'a b/c' }],
])('acting as %s is refused', async (_, headers) => {
  const { url } = await startOpen();
  expect((await fetch(`${url}/api/v1/me`, { headers: headers as Record<string, string> })).status).toBe(401);
});

test('a page of another site can’t reach this machine’s server by rebinding a name', async () => {
  const { url } = await startOpen();
  const status = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      httpRequest(`${url}/api/v1/people`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
  const { host } = new URL(url);
  expect(
    await Promise.all([host, 'localhost:1', '[::1]:80', 'evil.example', '127.0.0.1.evil.example'].map(status)),
  ).toEqual([200, 200, 200, 421, 421]);
});
