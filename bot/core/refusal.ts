/** A refusal: what the person asked for can't be done, and they can act on it. Anything else that is thrown is our bug. */
import type { Message, Params } from './text.ts';

/** Shown to the actor in their own language; logged at info without its parameters. */
export class Refusal extends Error {
  readonly row: Message;
  readonly params: Params;

  constructor(row: Message, params: Params = {}) {
    super(row.en); // for the log's stack only: the pattern, never the parameters, which may be someone's words
    this.name = 'Refusal';
    this.row = row;
    this.params = params;
  }
}
