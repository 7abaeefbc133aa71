/** `npm test`: every check and every test in order, with one closing line that sums them all. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, closingLine, countJest, countStep, type JestReport, sum } from './gate-count.ts';

const root = join(import.meta.dirname, '..');
const reports = join(root, 'build', 'gate');
const binary = (name: string): string => join(root, 'node_modules', '.bin', name);

interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...parameters: string[]];
  /** Where Jest writes its report; absent: the step counts as one test. */
  readonly report?: string;
  /** Not run when the step of this name failed; counts as failed then. */
  readonly needs?: string;
}

function jest(name: string, ...parameters: string[]): Step {
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`);
  const runner = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', runner];
  return { name, command: [process.execPath, ...node, '--json', `--outputFile=${report}`, ...parameters], report };
}

const steps: readonly Step[] = [
  { name: 'types', command: [binary('tsc'), '-p', '.'] },
  { name: 'style', command: [binary('biome'), 'check', '.'] },
  { name: 'unused code', command: [binary('knip')] },
  jest('tests', '--maxWorkers=100%', '--selectProjects', 'unit', 'contract', 'cards', 'turns'),
  { name: 'tab', command: [binary('vite'), 'build', 'tab'] },
  { ...jest('e2e', '--runInBand', '--selectProjects', 'e2e'), needs: 'tab' },
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Resolves to the exit code; what the step prints comes through as it comes. */
function run({ command: [program, ...parameters] }: Step): Promise<number> {
  const child = spawn(program, parameters, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return undefined; // Jest ended before writing it
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const counts = new Map<string, Count>();
for (const step of steps) {
  const broken = step.needs !== undefined && counts.get(step.needs)?.failed !== 0;
  const started = performance.now();
  say(`\n— ${step.name}`);
  const exitCode = broken ? 1 : await run(step);
  const count = step.report ? countJest(readReport(step.report), exitCode) : countStep(exitCode);
  counts.set(step.name, count);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    broken
      ? `${step.name}: not run, since ${step.needs} failed`
      : `${step.name}: ${closingLine(count)} in ${seconds} s`,
  );
}

const total = sum([...counts.values()]);
say(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
