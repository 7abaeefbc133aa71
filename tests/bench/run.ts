/** `npm run bench`: votes against a bare echo, a minute of 3 000 voters, and store requests a vote. Ratios gate; figures are printed. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startBotProcess } from '../fakes/bot-process.ts';
import { click, courier, somebody } from '../fakes/people-of-teams.ts';
import { type RunningPoll, setUpNetwork } from '../fakes/running-network.ts';
import { type Call, startTeamsCloud, TEAM } from '../fakes/teams-cloud.ts';
import { storeRequestsPerVote } from './store-requests.ts';

const RUNS = 5;
const VOTES = 4000;
const AT_ONCE = 64;
/** Of a bare restify echo of the same card. */
const LEAST_RATIO = 0.25;
const MOST_STORE_REQUESTS = 2;
const CROWD = 3000;
const COMMAND = 'äänestys Mikä aihe kevään webinaariin? | Koulukuljetukset | Kutsuliikenne | Tilastot | Kilpailutus';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
const percentile = (of: readonly number[], p: number): number =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * p))] ?? 0;

const failures: string[] = [];
const gate = (holds: boolean, what: string): void => {
  tell(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) failures.push(what);
};

tell(`Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`);
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const cloud = await startTeamsCloud();
const by = courier(AT_ONCE);
try {
  const bot = await startBotProcess(cloud, folder);
  const network = await setUpNetwork(cloud, () => bot.messages, by, Math.max(VOTES, CROWD));
  const first = await network.ask(COMMAND);
  const sample = await network.vote(first, somebody(1), 0);
  const cardFile = join(folder, 'card.json');
  await writeFile(cardFile, sample.body);
  const echo = await startEcho(cardFile);
  const token = cloud.sign();
  const votesOf = (of: RunningPoll) => (n: number) =>
    click(cloud, somebody(n), 'polls.vote', { poll: of.poll, choice: of.options[n % of.options.length] });

  tell(`\nVotes against a bare echo: ${RUNS} runs of ${VOTES}, ${AT_ONCE} at once, card ${sample.body.length} bytes`);
  await storm(echo.url, '', votesOf(first), 1000);
  await storm(bot.messages, token, votesOf(first), 1000);
  const ratios: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const poll = await network.ask(`${COMMAND} | Kierros ${run}`);
    const bare = await storm(echo.url, '', votesOf(poll), VOTES);
    const votes = await storm(bot.messages, token, votesOf(poll), VOTES);
    ratios.push(votes.perSecond / bare.perSecond);
    tell(
      `  run ${run + 1}: ${Math.round(votes.perSecond)} votes/s, echo ${Math.round(bare.perSecond)}/s, ratio ${ratios.at(-1)?.toFixed(3)}, vote p50 ${percentile(votes.times, 0.5).toFixed(1)} ms p99 ${percentile(votes.times, 0.99).toFixed(1)} ms`,
    );
  }
  gate(median(ratios) >= LEAST_RATIO, `median ratio ${median(ratios).toFixed(3)} ≥ ${LEAST_RATIO}`);
  echo.close();

  tell(`\n${CROWD} people vote within one minute`);
  const poll = await network.ask(`${COMMAND} | Minuutti`);
  const callsBefore = cloud.calls.length;
  const begun = performance.now();
  const times: number[] = [];
  const pending: Promise<void>[] = [];
  for (let n = 0; n < CROWD; n++) {
    const due = begun + (n * 60_000) / CROWD;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const at = performance.now();
    pending.push(
      network.vote(poll, somebody(n), n % 4).then((answer) => {
        if (answer.status !== 200) throw new Error(`A vote was answered with ${answer.status}.`);
        times.push(performance.now() - at);
      }),
    );
  }
  await Promise.all(pending);
  const shown = await cloud.called(
    (call) => call.what === 'update' && call.id === poll.message && JSON.stringify(call.body).includes(`${CROWD}`),
  );
  const sent = cloud.calls.slice(callsBefore).filter((call) => call.what === 'update' || call.what === 'create');
  tell(
    `  p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms, ${sent.length} requests to Teams, last update ${Math.round((shown.at - Date.now()) / 1000)} s from now`,
  );
  gate(
    countedOn(cloud.messages(TEAM).find(({ id }) => id === poll.message)?.activity) === CROWD,
    `${CROWD} votes are on the card`,
  );
  gate(withinLimits(sent), 'requests to Teams stay within 7/s, 8/2 s, 60/30 s in one conversation');
  await bot.stop();

  tell('\nStore requests a vote');
  const perVote = await storeRequestsPerVote(1000);
  tell(`  first votes ${perVote.first.toFixed(2)}, changed votes ${perVote.changed.toFixed(2)}`);
  gate(
    (perVote.first + perVote.changed) / 2 <= MOST_STORE_REQUESTS,
    `on average at most ${MOST_STORE_REQUESTS} store requests a vote`,
  );
} finally {
  by.close();
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
}
tell(failures.length === 0 ? '\nAll bounds hold.' : `\n${failures.length} bounds do not hold.`);
process.exit(failures.length === 0 ? 0 : 1);

async function storm(url: string, authorization: string, what: (n: number) => object, count: number) {
  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const worker = async (): Promise<void> => {
    while (next < count) {
      const n = next++;
      const at = performance.now();
      const answer = await by.deliver(url, authorization, what(n));
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${answer.body.slice(0, 200)}`);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { perSecond: count / ((performance.now() - begun) / 1000), times };
}

async function startEcho(cardFile: string): Promise<{ url: string; close(): void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'echo.ts'), cardFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('listening')) resolve((JSON.parse(line) as { port: number }).port);
    });
  });
  return { url: `http://127.0.0.1:${port}/api/messages`, close: () => child.kill() };
}

/** The number of voters that the card shows. */
function countedOn(activity: unknown): number {
  const all = JSON.stringify(activity).replace(/[\s\u00a0\u202f]/g, '');
  return all.includes(`"${CROWD}`) || all.includes(`${CROWD}/`) ? CROWD : 0;
}

/** learn.microsoft.com, “Optimize your bot with rate limiting in Teams”: per bot per thread. */
function withinLimits(calls: readonly Call[]): boolean {
  return [
    [7, 1000],
    [8, 2000],
    [60, 30_000],
    [1800, 3_600_000],
  ].every(([most = 0, span = 0]) =>
    calls.every((call) => calls.filter(({ at }) => at >= call.at && at < call.at + span).length <= most),
  );
}
