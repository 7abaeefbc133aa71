/** `npm run bench`: how fast the search answers and how much memory it takes, beside MiniSearch with a stemmer in the same run. Ratios gate; figures are printed. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Outcome } from './search-contender.ts';

const RUNS = 5;
/** Of MiniSearch's, at the most items. */
const MOST_TIME = 1;
const MOST_MEMORY = 0.5;

const run = promisify(execFile);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const sorted = (of: readonly number[]): number[] => [...of].sort((a, b) => a - b);
const percentile = (of: readonly number[], p: number): number =>
  sorted(of)[Math.min(of.length - 1, Math.floor(of.length * p))] ?? 0;
const median = (of: readonly number[]): number => percentile(of, 0.5);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** Each in a process of its own, so that nobody's memory is another's. */
async function contend(
  contender: string,
  items: number,
  size: number,
): Promise<{ p50: number; p95: number } & Outcome> {
  const file = join(import.meta.dirname, 'search-contender.ts');
  const args = [
    '--expose-gc',
    '--disable-warning=ExperimentalWarning',
    file,
    contender,
    String(items),
    String(size),
    String(RUNS),
  ];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  const outcome = JSON.parse(stdout) as Outcome;
  const each = outcome.times.length / RUNS;
  const rounds = Array.from({ length: RUNS }, (_, n) => outcome.times.slice(n * each, (n + 1) * each));
  const p50 = median(rounds.map((times) => percentile(times, 0.5)));
  const p95 = median(rounds.map((times) => percentile(times, 0.95)));
  const name =
    { ours: 'ours', stemmer: 'MiniSearch, stemmer', all: 'MiniSearch, stemmer, prefix, fuzzy' }[contender] ?? contender;
  tell(
    `${name.padEnd(36)} ${`${items} × ${size}`.padStart(13)}   p50 ${p50.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms   memory ${megabytes(outcome.memory).padStart(8)}   disk ${megabytes(outcome.disk).padStart(7)}   built in ${(outcome.built / 1000).toFixed(1)} s`,
  );
  return { ...outcome, p50, p95 };
}

const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
tell(`\nSearch: medians of ${RUNS} runs of the queries to develop with`);
await contend('ours', 10_000, 500);
await contend('ours', 20_000, 2000);
const ours = await contend('ours', 100_000, 500);
const stemmer = await contend('stemmer', 100_000, 500);
await contend('all', 100_000, 500);
await rm(folder, { recursive: true });

const failures: string[] = [];
const gate = (holds: boolean, what: string): void => {
  tell(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) failures.push(what);
};
const slower = ours.p95 / stemmer.p95;
const larger = ours.memory / stemmer.memory;
gate(
  slower <= MOST_TIME,
  `at 100 000 items p95 is ${slower.toFixed(2)} of MiniSearch's with a stemmer, at most ${MOST_TIME}`,
);
gate(larger <= MOST_MEMORY, `… and memory ${larger.toFixed(2)}, at most ${MOST_MEMORY}`);
if (failures.length > 0) process.exitCode = 1;
