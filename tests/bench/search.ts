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
const NAMES = {
  ours: 'ours',
  stemmer: 'MiniSearch with a stemmer',
  all: 'MiniSearch, stemmer, prefix, fuzzy',
};

const run = promisify(execFile);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const percentile = (of: readonly number[], p: number): number =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * p))] ?? 0;
const median = (of: readonly number[]): number => percentile(of, 0.5);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`.padStart(7);
const milliseconds = (time: number): string => `${time.toFixed(1)} ms`.padStart(10);

const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));

/** Each in a process of its own, so that nobody's memory is another's; ours builds in one and is asked in another, as after a restart. */
async function contend(
  contender: keyof typeof NAMES,
  items: number,
  size: number,
  runs = RUNS,
): Promise<{ p95: number; memory: number }> {
  const file = join(import.meta.dirname, 'search-contender.ts');
  const start = async (as: string): Promise<Outcome> => {
    const about = [items, size, runs].map(String);
    const args = ['--expose-gc', file, as, ...about, join(folder, `${items}-${size}.db`)];
    const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout) as Outcome;
  };
  const building = contender === 'ours' ? await start('build') : undefined;
  const asked = await start(contender);
  const { built, disk } = building ?? asked;
  const each = asked.times.length / runs;
  const rounds = Array.from({ length: runs }, (_, n) => asked.times.slice(n * each, (n + 1) * each));
  const at = (p: number): number => median(rounds.map((times) => percentile(times, p)));
  const row = [
    NAMES[contender].padEnd(36),
    `${items} × ${size}`.padStart(13),
    `   p50${milliseconds(at(0.5))}   p95${milliseconds(at(0.95))}   memory${megabytes(asked.memory)}`,
    `   index${megabytes(disk)}   built in ${(built / 1000).toFixed(0)} s`,
  ];
  tell(row.join(''));
  return { p95: at(0.95), memory: asked.memory };
}

const failures: string[] = [];
const gate = (holds: boolean, what: string): void => {
  tell(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) failures.push(what);
};

try {
  tell(`\nSearch: medians of ${RUNS} runs of the queries to develop with`);
  await contend('ours', 10_000, 500);
  await contend('ours', 20_000, 2000);
  const ours = await contend('ours', 100_000, 500);
  const stemmer = await contend('stemmer', 100_000, 500);
  // With prefixes and typos it finds nearly as much as ours; at a tenth of the items, since at all of them it takes minutes.
  await contend('all', 10_000, 500, 1);
  const slower = ours.p95 / stemmer.p95;
  const larger = ours.memory / stemmer.memory;
  gate(slower <= MOST_TIME, `p95 is ${slower.toFixed(2)} of MiniSearch's with a stemmer, at most ${MOST_TIME}`);
  gate(larger <= MOST_MEMORY, `memory is ${larger.toFixed(2)} of it, at most ${MOST_MEMORY}`);
} finally {
  await rm(folder, { recursive: true });
}
if (failures.length > 0) process.exitCode = 1;
