/** What this process remembers of lists between requests: their rows, which never change, and the last dry run of each. */
import { listAll } from '../../core/list-all.ts';
import type { Store } from '../../core/ports.ts';
import type { Register } from '../../core/register.ts';
import type { Work } from '../../core/turn.ts';
import { type ImportList, importRowsKind, settledRows } from './list.ts';
import { type DryRun, dryRunInSteps, type RawRow, type Settled } from './plan.ts';

/** Lists whose rows are kept at most: one or two coordinators settle one at a time. */
const MOST = 4;

interface Kept {
  readonly rows: Promise<readonly RawRow[]>;
  run?: { readonly round: number; readonly register: Register; readonly result: Promise<DryRun> };
}
const memories = new WeakMap<Store, Map<string, Kept>>();

function keptOf(work: Work, { id }: Pick<ImportList, 'id'>): Kept {
  const { store } = work.services;
  const memory = memories.get(store) ?? new Map<string, Kept>();
  memories.set(store, memory);
  const key = `${work.network.id}\n${id}`;
  const kept = memory.get(key) ?? { rows: readRows(work, id) };
  memory.delete(key);
  memory.set(key, kept); // the last used is the last to go
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST) break;
    memory.delete(oldest);
  }
  kept.rows.catch(() => memory.delete(key));
  return kept;
}

async function readRows({ services, scope }: Work, id: string): Promise<RawRow[]> {
  const parts = await listAll(services.store, scope, importRowsKind, { prefix: `${id}|` });
  return parts.flatMap(({ value }) => value.rows);
}

export const rowsOf = (work: Work, list: Pick<ImportList, 'id'>): Promise<readonly RawRow[]> => keptOf(work, list).rows;

/** What was said of the rows of a list, by row. */
export async function settledOf({ services, scope }: Work, id: string): Promise<Map<number, Settled>> {
  const all = await listAll(services.store, scope, settledRows, { prefix: `${id}|` });
  return new Map(all.map(({ value }) => [value.row, value]));
}

/** The dry run against this register; worked out once for each round of a list. */
export function dryRunOf(work: Work, list: ImportList, register: Register): Promise<DryRun> {
  const kept = keptOf(work, list);
  const { run } = kept;
  if (run?.round === list.round && run.register === register) return run.result;
  const result = freshRun(work, list, register, kept.rows);
  kept.run = { round: list.round, register, result };
  result.catch(() => {
    if (kept.run?.result === result) delete kept.run;
  });
  return result;
}

async function freshRun(
  work: Work,
  list: ImportList,
  register: Register,
  rows: Promise<readonly RawRow[]>,
): Promise<DryRun> {
  const [raw, settled] = await Promise.all([rows, settledOf(work, list.id)]);
  const places = work.services.places(work.network.calendar);
  const steps = dryRunInSteps(raw, list.columns, settled, { register, places });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Nothing of a list is kept any more. */
export function forgetList({ services, network }: Work, id: string): void {
  memories.get(services.store)?.delete(`${network.id}\n${id}`);
}
