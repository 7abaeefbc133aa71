/** The demo: local Teams emulator, bot, tab and a sample network on this machine alone. One command, stopped by Ctrl-C. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../bot/app.ts';
import { loadConfig } from '../bot/config.ts';
import type { NetworkId } from '../bot/core/ids.ts';
import { conversationEntries } from '../bot/core/network.ts';
import { directoryScope } from '../bot/core/scope.ts';
import { setupPost } from '../bot/features/network/operations.ts';
import { startPlayground } from './playground.ts';
import { freePort } from './ports.ts';
import { fillSample, repost, sampleTeam } from './sample.ts';
import { fillBoxes } from './sample-boxes.ts';
import { fillBulletins } from './sample-bulletins.ts';
import { fillIdeas } from './sample-ideas.ts';
import { fillBank } from './sample-materials.ts';
import { fillQuestions } from './sample-questions.ts';
import { fillStatements } from './sample-statements.ts';

const BOT_PORT = 3978;
const TEAMS_PORT = 56150;
const root = join(import.meta.dirname, '..');
const folder = process.env.DATA_DIR ?? join(root, 'data', 'demo');
const tell = (line = ''): void => void process.stdout.write(`${line}\n`);

const started = Date.now();
tell('Verkostobotti – esittelyversio tällä koneella (demo on this machine)');
if (isTabStale()) {
  tell('• Building the tab; this is done once and takes about half a minute …');
  await run(process.execPath, [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    join(root, 'tab'),
    '--logLevel',
    'warn',
  ]);
}

const botPort = await chosenPort(Number(process.env.PORT ?? BOT_PORT), 'bot and tab');
const teamsPort = await chosenPort(TEAMS_PORT, 'Teams emulator');
tell('• Starting the bot …');
const app = await createApp(
  loadConfig({
    AUTH: 'none',
    HOST: '127.0.0.1',
    PORT: String(botPort),
    PUBLIC_URL: `http://127.0.0.1:${botPort}`,
    DATA_DIR: folder,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  }),
);
await app.listen();
const before = await networkNow();
tell('• Starting the Teams emulator …');
const teams = await startPlayground(sampleTeam, {
  port: teamsPort,
  messages: `http://127.0.0.1:${botPort}/api/messages`,
  folder: join(folder, 'emulator'),
});
tell('• Installing the app into the sample network …');
await teams.install('team');
const network = await installedNetwork().catch(async (error: unknown) => {
  await Promise.allSettled([teams.close(), app.close()]);
  throw error;
});
await fillSample(app.services.store, network);
await fillBank(app.services, network);
await fillBoxes(app.services, network);
await fillIdeas(app.services, network);
await fillBulletins(app.services.store, network);
await fillStatements(app.services, network);
await fillQuestions(app.services, network);
if (before !== undefined) await repost(app.services, network);
await app.posts.refresh(network, setupPost(network));

tell();
tell(`Ready in ${Math.round((Date.now() - started) / 1000)} s. Open these in a browser:`);
tell(`  Teams (emulator)  ${teams.url}  – you are ${sampleTeam.people[0].name}, the coordinator`);
tell(`  The tab           http://127.0.0.1:${botPort}/tab/`);
tell();
tell('Try in the channel General: type @, choose Verkostobotti, and write');
tell('  äänestys Mikä aihe kevään webinaariin? | Koulukuljetukset | Kutsuliikenne | Tilastot');
tell('  seminaari Joukkoliikennepäivä | pe klo 9–16 | Akaan kaupungintalo');
tell(`What you do is kept in ${folder} for the next start. Stop with Ctrl-C.`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    tell('\nStopping …');
    void Promise.allSettled([teams.close(), app.close()]).then((ends) => {
      const failed = ends.some((end) => end.status === 'rejected');
      tell(failed ? 'Stopped, but not cleanly.' : 'Stopped. Your data is kept.');
      process.exit(failed ? 1 : 0);
    });
  });
}

async function chosenPort(wanted: number, what: string): Promise<number> {
  const port = await freePort(wanted);
  if (port !== wanted) tell(`• Port ${wanted} is taken; the ${what} uses ${port} instead.`);
  return port;
}

/** The sample network, when the app is installed in it. */
async function networkNow(): Promise<NetworkId | undefined> {
  const entry = `conversation|${sampleTeam.team.id}`;
  const found = await app.services.store.get(directoryScope(entry), conversationEntries, entry);
  const of = found && (await app.gate.work(found.value.network));
  return of?.network.id;
}

/** The installation takes a moment to arrive. */
async function installedNetwork(): Promise<NetworkId> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const found = await networkNow();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The emulator did not install the app within 20 seconds. Stop it and start again.');
}

/** Never built, or older than its sources. */
function isTabStale(): boolean {
  const built = join(root, 'tab/dist/index.html');
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  const isNewer = (folder: string): boolean =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).some(
      (entry) => entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > since,
    );
  return isNewer(join(root, 'tab/src')) || statSync(join(root, 'tab/index.html')).mtimeMs > since;
}

function run(command: string, given: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, given, { stdio: 'inherit', cwd: root });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`Building the tab ended with code ${code}.`)),
    );
  });
}
