/** A refusal: what the person asked for can't be done, and they can act on it. Anything else that is thrown is our bug. */
import type { Message, Params } from './text.ts';

/** One thing that is wrong with a form. `field` is the input's id, the domain's field name. */
export interface Problem {
  readonly field: string;
  readonly row: Message;
  readonly params?: Params;
  /** Stable, for programs that ask the person something about it; most problems need none. */
  readonly code?: string;
}

/** Shown to the actor in their own language; logged at info without its parameters. */
export class Refusal extends Error {
  readonly row: Message;
  readonly params: Params;
  /** Of a form: everything that is wrong at once; the first one is `row` and `params`. */
  readonly problems: readonly Problem[];

  constructor(row: Message, params: Params = {}, problems: readonly Problem[] = []) {
    super(row.en); // for the log's stack only: the pattern, never the parameters, which may be someone's words
    this.name = 'Refusal';
    this.row = row;
    this.params = params;
    this.problems = problems;
  }
}

/** Refused because of who asks, not of what they ask. */
export class NotAllowed extends Refusal {}

/** Refuses a form with all its problems; returns when there are none. */
export function refuseAny(problems: readonly Problem[]): void {
  const first = problems[0];
  if (first) throw new Refusal(first.row, first.params, problems);
}
