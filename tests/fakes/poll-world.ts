/** Polls in a world of their own: asked, voted in and counted. */
import type { Endpoint } from '../../bot/core/endpoint.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { pollNow } from '../../bot/features/polls/memory.ts';
import { createPoll } from '../../bot/features/polls/operations.ts';
import { type Poll, type PollDraft, pollDraft } from '../../bot/features/polls/poll.ts';
import { askOf, type FeatureWorld, openFeatureWorld, type WorldOptions } from './feature-world.ts';

export { NETWORK, OTHER_NETWORK, openChat, person, represent, watchingKind, wordsOf } from './feature-world.ts';

export interface PollWorld extends FeatureWorld {
  /** Creates a poll as the coordinator; a topic poll of three options unless the draft says otherwise. */
  ask(draft?: Partial<PollDraft>): Promise<Poll>;
  vote(n: number, poll: Poll, ...choices: string[]): Promise<void>;
  now(poll: Pick<Poll, 'id'>): Promise<Poll>;
  /** Lets time pass until the poll has been counted. */
  untilCounted(poll: Poll): Promise<Poll>;
}

export async function openPollWorld(options: WorldOptions = {}): Promise<PollWorld> {
  const base = await openFeatureWorld([polls], options);
  const { clock, services } = base;
  const world: PollWorld = Object.assign(base, {
    async ask(draft: Partial<PollDraft> = {}) {
      const typed = { question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot', ...draft };
      const poll = await createPoll(await world.visit(0), pollDraft.parse(typed), services.newId());
      await clock.rest();
      return poll;
    },
    async vote(n: number, poll: Poll, ...choices: string[]) {
      await world.click('polls.vote', { poll: poll.id, choice: choices.join(',') }, await world.turn(n));
    },
    now: async ({ id }: Pick<Poll, 'id'>) => pollNow(await world.work(), id),
    async untilCounted(poll: Poll) {
      const { closesAt } = await world.now(poll);
      await world.passTo(closesAt);
      await clock.advance(11_000); // the grace of the counting, and a look at the jobs
      return world.now(poll);
    },
  });
  return world;
}

/** Asks as the tab does, and checks that the answer keeps the contract. */
export const ask = <P, B, R>(
  endpoint: Endpoint<P, B, R>,
  visit: Visit,
  of: { params?: object; body?: object } = {},
): Promise<R> => askOf(polls.routes, endpoint, visit, of);
