/** Ideas of the sample network: an open call with a few ideas, two of them merged with a trace, and a wished topic. */
import { DAY, type Instant, plus, toInstant } from '../bot/core/clock.ts';
import { activityId, type NetworkId, personOf, postId } from '../bot/core/ids.ts';
import type { Services } from '../bot/core/ports.ts';
import { activityScope, networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import {
  collections,
  EMPTY_COLLECTION,
  makeCollection,
  publish,
  readCollection,
  TOPICS,
  topicsFrom,
} from '../bot/features/ideas/collection.ts';
import {
  EMPTY_IDEA,
  type Idea,
  ideas,
  makeIdea,
  readIdea,
  readMade,
  supportId,
  supports,
} from '../bot/features/ideas/idea.ts';
import { ideaActs, merge, settled } from '../bot/features/ideas/lineage.ts';
import { sampleCoordinator, sampleTeam } from './sample.ts';

const CALL = activityId.parse('ideas-sample');
const ZONE = 'Europe/Helsinki';
/** Long enough for whoever tries the demo. */
const OPEN_DAYS = 30;

const people = sampleTeam.people.map(({ objectId }) => personOf(sampleTeam.tenant, objectId));
const who = (n: number) => people[n] ?? sampleCoordinator;

/** Who proposes, what, and in how many euros. */
const IDEAS: readonly (readonly [by: number, title: string, text: string, cost: string])[] = [
  [1, 'Kimppakyyti kerhoihin', 'Vanhempien kyydit samaan kalenteriin, jotta autoissa ei ole tyhjiä paikkoja.', '2500'],
  [2, 'Kyytikalenteri harrastuksiin', 'Seurat ilmoittavat treenien kyydit yhdessä paikassa.', '4000'],
  [3, 'Pyöräparkki asemalle', 'Katettu teline, johon polkupyörän voi jättää lukkoon yöksi.', '9000'],
  [4, 'Viikonloppuvuoro uimahallille', 'Kutsutaksi lauantaisin kello 12 ja paluu kello 15.', '6000'],
];
const SUPPORT: readonly (readonly [idea: number, by: number])[] = [
  ...([
    [0, 3],
    [0, 4],
    [1, 4],
    [2, 1],
    [3, 5],
  ] as const),
];

/** Can be repeated. */
export async function fillIdeas(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  network: NetworkId,
): Promise<void> {
  const scope = networkScope(network);
  const known = await store.get(scope, collections, CALL);
  if (known) return;
  const now = clock.now();
  const opened = plus(now, -3 * DAY);
  const frame = { now: opened, zone: ZONE, isGroup: () => false };
  const draft = {
    ...EMPTY_COLLECTION,
    ...{ title: 'Nuorten liikenneraha', description: 'Mikä helpottaisi nuorten kulkemista? Pieni kokeilu riittää.' },
    ...{ purpose: 'Verkosto rahoittaa kokeilut, jotka saavat eniten ääniä.', mostCost: '10000' },
    ...{ promises: ['Idea hyödyttää nuoria'], closesOn: plus(now, OPEN_DAYS * DAY).slice(0, 10) },
  };
  const made = { id: CALL, post: postId.parse(`${CALL}-card`), by: sampleCoordinator, now: opened };
  const call = publish(makeCollection(readCollection(draft, frame), made), opened);
  const proposed = IDEAS.map(([by, title, text, cost], n) =>
    makeIdea(readIdea({ ...EMPTY_IDEA, title, text, cost, promises: ['Idea hyödyttää nuoria'] }, call), call, {
      ...{ id: activityId.parse(`idea-sample-${n + 1}`), by: who(by), now: hours(opened, n + 1) },
    }),
  );
  const wording = {
    title: 'Yhteinen kyytikalenteri',
    text: 'Vanhempien ja seurojen kyydit samassa paikassa.',
    cost: '5000',
  };
  const { act, made: merged } = merge(proposed.slice(0, 2), readMade(wording, call), {
    ...{ id: activityId.parse('merge-sample'), by: sampleCoordinator, now: hours(opened, 20) },
  });
  const all = [...proposed, ...merged].map((one): Idea => settled(one, act) ?? one);
  for (const one of all) await update({ store, scope, kind: ideas, id: one.id }, (before) => before ?? one);
  await update({ store, scope, kind: ideaActs, id: act.id }, (before) => before ?? act);
  for (const [n, by] of SUPPORT) {
    const of = proposed[n];
    if (!of) continue;
    const one = { idea: of.id, by: who(by), isFor: true, at: hours(opened, 10) };
    const id = supportId(of.id, one.by);
    await update({ store, scope: activityScope(scope, CALL), kind: supports, id }, (before) => before ?? one);
  }
  const topics = topicsFrom(sampleCoordinator, toInstant('2024-01-08T08:00:00Z'));
  await update({ store, scope, kind: collections, id: TOPICS }, (before) => before ?? topics);
  const topic = makeIdea(readIdea({ ...EMPTY_IDEA, title: 'Kutsuliikenteen hinnoittelu' }, topics), topics, {
    ...{ id: activityId.parse('topic-sample'), by: who(5), now: opened },
  });
  await update({ store, scope, kind: ideas, id: topic.id }, (before) => before ?? topic);
  // the call last: while it is not there, all of it is filled in again
  await update({ store, scope, kind: collections, id: CALL }, (before) => before ?? call);
}

const hours = (from: Instant, n: number): Instant => plus(from, (n * DAY) / 24);
