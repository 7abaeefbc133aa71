/** A whole call for ideas over its API: 50 ideas by 30 people, two over the limit, merged to five, put to a vote by municipality, decided, and followed by every author. */

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../bot/core/endpoint.ts';
import type { ActivityId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import * as contract from '../../bot/features/ideas/contract.ts';
import { ideas } from '../../bot/features/ideas/feature.ts';
import * as pollContract from '../../bot/features/polls/contract.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { askOf, type FeatureWorld, openChat, openFeatureWorld, represent } from '../fakes/feature-world.ts';

const PEOPLE = 30;
const COORDINATOR = 0;

let world: FeatureWorld;
/** As the n-th member through the tab. */
const ask = async <P, B, R>(
  n: number,
  endpoint: Endpoint<P, B, R>,
  of: { params?: object; body?: object } = {},
): Promise<R> => askOf([...ideas.routes, ...polls.routes], endpoint, await world.visit(n), of);

/** What was posted into a conversation. */
const saidTo = (conversation: string): (string | undefined)[] =>
  world.channel.requests
    .filter((one) => one.what === 'create' && one.conversation === conversation)
    .map(({ text }) => text);

beforeEach(async () => {
  world = await openFeatureWorld([ideas, polls], { size: PEOPLE + 1 });
  for (let n = 1; n <= PEOPLE; n++) {
    await represent(world, n, ((n - 1) % 10) + 1);
    await openChat(world, n);
  }
});
afterEach(() => world.close());

const draft = {
  ...contract.EMPTY_COLLECTION,
  ...{ title: 'Nuorten liikenneraha', purpose: 'Kunnanhallitus päättää hankkeista.', mostCost: '10 000' },
  ...{ targetGroups: ['Nuoret', 'Kaikki'], promises: ['Hyödyttää nuoria'], closesOn: '2027-01-31' },
};
const idea = (title: string, cost = '4000') => ({
  ...contract.EMPTY_IDEA,
  ...{ title, text: `${title} koululaisille.`, cost, targetGroup: 'Nuoret', promises: ['Hyödyttää nuoria'] },
});
const propose = (n: number, collection: ActivityId, of: object) =>
  ask(n, contract.proposeIdea, { params: { collection }, body: { draft: of, requestId: randomUUID() } });

async function refusalOf(act: Promise<unknown>): Promise<Refusal> {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error('nothing was refused');
  return error;
}

describe('from 50 ideas to a decision', () => {
  test('every author can follow theirs', async () => {
    const call = await ask(COORDINATOR, contract.addCollection, {
      body: { draft, intent: 'publish', requestId: randomUUID() },
    });
    const collection = call.id;
    await world.clock.advance(60_000);
    expect(saidTo('channel-network-1')).toEqual(['Nuorten liikenneraha']);

    // ── 50 ideas by 30 people, two of them too dear ──
    const proposed: { id: ActivityId; by: number }[] = [];
    for (let n = 0; n < 50; n++) {
      const by = (n % PEOPLE) + 1;
      if (n === 7 || n === 31) {
        const refusal = await refusalOf(propose(by, collection, idea(`Liian kallis ${n}`, '12 500')));
        const { t } = await world.visit(by);
        expect(refusal.problems.map(({ field }) => field)).toEqual(['cost']);
        expect(t(refusal.row, refusal.params).replace(/\s/g, ' ')).toBe(
          'Kustannus voi olla enintään 10 000 €; tämä on 12 500 €.',
        );
        continue;
      }
      const { id } = await propose(by, collection, idea(`Idea ${n}`));
      proposed.push({ id, by });
    }
    expect(proposed).toHaveLength(48);
    expect((await ask(5, contract.getCollection, { params: { collection } })).ideas).toBe(48);

    // ── Support and comments, visible to all at once ──
    for (const { id, by } of proposed.slice(0, 20))
      await ask((by % PEOPLE) + 1, contract.supportIdea, { params: { idea: id }, body: { isSupported: true } });
    const [first] = proposed as [(typeof proposed)[number]];
    const seen = await ask(9, contract.commentIdea, {
      params: { idea: first.id },
      body: { text: 'Tämä sopisi meillekin.', requestId: randomUUID() },
    });
    expect(seen.comments.map(({ text, author }) => [author, text])).toEqual([['Jäsen 9', 'Tämä sopisi meillekin.']]);
    const supporters = (await ask(5, contract.getCollection, { params: { collection } })).supporters;
    expect(supporters).toBe(20);

    // ── Merged to five, everyone credited and told ──
    const five: ActivityId[] = [];
    for (let theme = 0; theme < 5; theme++) {
      const group = proposed.filter((_, at) => at % 5 === theme).map(({ id }) => id);
      const merged = await ask(COORDINATOR, contract.mergeIdeas, {
        params: { collection },
        body: {
          ...{ ideas: group, requestId: randomUUID() },
          draft: { title: `Hanke ${theme + 1}`, text: 'Yhdistetty hanke.', cost: '10000' },
        },
      });
      five.push(merged.id);
      expect(merged.from).toHaveLength(group.length);
    }
    const after = await ask(5, contract.getCollection, { params: { collection } });
    expect(after).toMatchObject({ ideas: 5, supporters });
    await world.clock.advance(600_000);
    for (const { id, by } of proposed) {
      const own = await ask(by, contract.getIdea, { params: { idea: id } });
      expect(own).toMatchObject({ isOwn: true, state: 'merged' });
      expect(five).toContain(own.into[0]?.id);
      const into = await ask(by, contract.getIdea, { params: { idea: own.into[0]?.id } });
      expect(into.authors).toContain(`Jäsen ${by}`);
      expect(into.isOwn).toBe(true);
    }
    expect(saidTo('chat-4').join(' ')).toContain('on yhdistetty ideaan');

    // ── A vote by municipality from the shortlist ──
    await ask(COORDINATOR, contract.shortlistIdeas, { params: { collection }, body: { ideas: five } });
    const onVote = await ask(COORDINATOR, contract.voteOnIdeas, {
      params: { collection },
      body: {
        question: '',
        tallies: 'organisations',
        secrecy: 'named',
        closesOn: '',
        closesAtTime: '',
        mostChoices: 1,
      },
    });
    expect(onVote.stage).toBe('voting');
    const poll = onVote.poll?.id as ActivityId;
    const view = await ask(3, pollContract.getPoll, { params: { poll } });
    expect(view.options.map(({ label }) => label)).toEqual(['Hanke 1', 'Hanke 2', 'Hanke 3', 'Hanke 4', 'Hanke 5']);
    for (let n = 1; n <= PEOPLE; n++)
      await ask(n, pollContract.castPollVote, {
        params: { poll },
        body: { choices: [view.options[n % 10 < 7 ? 1 : 2]?.id ?? ''], requestId: randomUUID() },
      });
    await ask(COORDINATOR, pollContract.closePoll, { params: { poll } });
    await world.clock.advance(120_000);
    const winner = await ask(1, contract.getIdea, { params: { idea: five[1] } });
    expect(winner).toMatchObject({ state: 'voted', isWinner: true });

    // ── The decision, who confirmed it and when ──
    await ask(COORDINATOR, contract.decideIdeas, {
      params: { collection },
      body: {
        ideas: [five[1]],
        body: 'Kunnanhallitus',
        on: '2027-03-12',
        restReason: 'Raha riitti yhteen hankkeeseen.',
      },
    });
    const decided = await ask(2, contract.getCollection, { params: { collection } });
    expect(decided.decision).toMatchObject({ body: 'Kunnanhallitus', on: '2027-03-12', by: 'Jäsen 0' });
    expect(decided.stage).toBe('decided');
    await ask(COORDINATOR, contract.setIdeaState, { params: { idea: five[1] }, body: { state: 'underWay', note: '' } });
    await ask(COORDINATOR, contract.setIdeaState, { params: { idea: five[1] }, body: { state: 'done', note: '' } });
    await world.clock.advance(600_000);

    // ── Every author follows their idea to its end ──
    for (const { id, by } of proposed) {
      const own = await ask(by, contract.ownIdeas);
      expect(own.ideas.map((one) => one.id)).toContain(id);
      const [into] = (await ask(by, contract.getIdea, { params: { idea: id } })).into;
      const end = await ask(by, contract.getIdea, { params: { idea: into?.id } });
      const whats = end.steps.map(({ what }) => what);
      if (end.id === five[1]) {
        expect(whats).toEqual(['proposed', 'onVote', 'voted', 'decided', 'underWay', 'done']);
        expect(end.decision).toEqual({ body: 'Kunnanhallitus', on: '2027-03-12' });
        expect(saidTo(`chat-${by}`).join(' ')).toContain('on toteutettu');
      } else {
        expect(whats).toEqual(['proposed', 'onVote', 'voted', 'notTaken']);
        expect(end.reason).toBe('Raha riitti yhteen hankkeeseen.');
        expect(saidTo(`chat-${by}`).join(' ')).toContain('ei toteuteta');
      }
    }
  }, 120_000);
});
