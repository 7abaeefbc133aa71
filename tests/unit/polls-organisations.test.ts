/** One municipality, one vote, over a real store: who may vote, what is frozen when, and what each reader is told. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { objectIdOf, personKey } from '../../bot/core/ids.ts';
import { decode } from '../../bot/core/kind.ts';
import { memberIdOf, organisationId } from '../../bot/core/network.ts';
import {
  changeGroup,
  changeMember,
  changeOrganisation,
  changeRules,
  getsMail,
  registerNow,
} from '../../bot/core/register.ts';
import { activityScope } from '../../bot/core/scope.ts';
import * as contract from '../../bot/features/polls/contract.ts';
import { pollSheets } from '../../bot/features/polls/export.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { castBallot, closePoll, notVoted, proposeOption, reopenPoll } from '../../bot/features/polls/operations.ts';
import { type Poll, polls as pollKind, votes } from '../../bot/features/polls/poll.ts';
import { text } from '../../bot/features/polls/text.ts';
import { toCsv } from '../../bot/sheets/write.ts';
import { ask, openPollWorld, type PollWorld, person, represent, watchingKind, wordsOf } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld({ size: 12 });
});
afterEach(() => world.close());

const idOf = (n: number) => memberIdOf(person(n));
const see = async (poll: Pick<Poll, 'id'>, n = 0) =>
  ask(contract.getPoll, await world.visit(n), { params: { poll: poll.id } });
const drawn = async (name: string, subject: string) =>
  JSON.stringify(await polls.drawings.find((one) => one.name === name)?.draw(subject, await world.work()));
/** Members 0 and 1 are of town 0; 2, 3, 4, 5 of towns 1 to 4. */
async function enrolTowns(towns = 5): Promise<void> {
  await represent(world, 0, 0);
  await represent(world, 1, 0);
  for (let n = 1; n < towns; n++) await represent(world, n + 1, n);
}
const merge = async (n: number, into: number | undefined): Promise<void> => {
  await changeMember(await world.work(), idOf(n), (now) => {
    if (!now) return now;
    const { sameAs: _before, ...alone } = now;
    return into === undefined ? alone : { ...alone, sameAs: idOf(into) };
  });
};

describe('both tallies', () => {
  test('who said that they represent nobody waits for no answer, also once they are erased', async () => {
    await enrolTowns();
    const poll = await world.ask({ tallies: 'organisations' });
    for (const n of [0, 6, 7]) await world.vote(n, poll, 'o1');
    await changeMember(await world.work(), idOf(6), (now) => now && { ...now, representsNobody: true as const });
    expect(await see(poll)).toMatchObject({ organisations: { waiting: 1, outside: 1 } });
    await polls.personal?.erase([idOf(6)], personKey.parse('erased|x'), await world.work());
    world.clock.jump(16_000);
    expect(await see(poll)).toMatchObject({ voters: 3, organisations: { waiting: 1, outside: 1 } });
  });

  test('stand side by side on the card, in the tab and in the result, which says when they disagree', async () => {
    await enrolTowns();
    const poll = await world.ask({ tallies: 'organisations' });
    await world.vote(0, poll, 'o1');
    await world.vote(1, poll, 'o1');
    for (const n of [6, 7]) await world.vote(n, poll, 'o1');
    for (const n of [2, 3]) await world.vote(n, poll, 'o2');
    world.clock.jump(1_000);
    const card = await drawn('polls.poll', poll.id);
    expect(card).toContain('3/5 kuntaa on äänestänyt.');
    expect(card).toContain('6/12 jäsenestä on äänestänyt.');
    expect(card).toContain('2 ääntä odottaa kuntatietoa.');
    expect(card).toContain('Yksi kunta, yksi ääni');
    expect(card).toContain('kuntien ääniä 2 · 67');
    expect(card).toContain('Henkilöiden ääniä 4');
    expect(await see(poll)).toMatchObject({
      ...{ tallies: 'organisations', rule: 'latest', kind: 'municipality', voters: 6, entitled: 12 },
      organisations: { voted: 3, entitled: 5, waiting: 2, outside: 0 },
      options: [
        { votes: 4, organisationVotes: 1 },
        { votes: 2, organisationVotes: 2 },
        { votes: 0, organisationVotes: 0 },
      ],
      disagreement: { organisations: ['Kutsuliikenne'], persons: ['Koulukuljetukset'] },
      desk: {
        organisations: { voted: ['Kunta 0', 'Kunta 1', 'Kunta 2'], notVoted: ['Kunta 3', 'Kunta 4'] },
      },
    });
    expect((await see(poll, 4)).desk).toBeUndefined();
    const counted = await world.untilCounted(poll);
    expect(counted.result).toMatchObject({ leaders: ['o2'], voters: 6 });
    const announced = await drawn('polls.result', `${poll.id}|1`);
    expect(announced).toContain('Tulos: Kutsuliikenne');
    expect(announced).toContain('Kunnat ja henkilöt olivat eri mieltä.');
    expect(announced).toContain('Kuntien äänissä eniten: Kutsuliikenne.');
    expect(announced).toContain('Henkilöiden äänissä eniten: Koulukuljetukset.');
    expect(announced).toContain('2 ääntä jäi ilman kuntatietoa.');
    expect(await see(poll)).toMatchObject({ verdict: 'winner', winners: ['Kutsuliikenne'] });
  });

  test('of a network without organisations are one', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    expect(await see(poll)).not.toHaveProperty('organisations');
    expect(await drawn('polls.poll', poll.id)).not.toMatch(/kunta|kunt/i);
    await expect(world.ask({ tallies: 'organisations' })).rejects.toMatchObject({
      problems: [{ field: 'tallies', row: text.noneEntitled }],
    });
  });

  test('of whatever is no municipality speak of organisations', async () => {
    const association = { id: 'alliance', names: { fi: 'Yhdistys' }, mayVote: true, isMunicipality: false };
    await changeRules(await world.work(), (now) => ({ ...now, kinds: [...now.kinds, association] }));
    await represent(world, 1, 1, { kind: 'alliance' });
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    expect(await drawn('polls.poll', poll.id)).toContain('1/1 organisaatiota on äänestänyt.');
  });

  test('the quick command asks for it in words', async () => {
    await enrolTowns();
    await world.say('äänestys', 'Mikä? | A | B | äänet kunnittain | viimeistään pe klo 12', await world.turn(0));
    const { polls: list } = await ask(contract.listPolls, await world.visit(0));
    expect(list).toMatchObject([{ tallies: 'organisations', organisations: { voted: 0, entitled: 5 } }]);
    const [only] = list;
    expect(only && (await see(only)).options.map(({ label }) => label)).toEqual(['A', 'B']);
  });
});

describe('one person with several identities', () => {
  test('counts once with the latest vote, sees it from each, and twice again when the merge is undone', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    world.clock.jump(1_000);
    await world.vote(2, poll, 'o2');
    await merge(2, 1);
    expect(await see(poll, 1)).toMatchObject({ voters: 1, entitled: 11, own: { choices: ['o2'] } });
    expect((await see(poll, 2)).options.map(({ votes: n }) => n)).toEqual([0, 1, 0]);
    world.clock.jump(1_000);
    await world.click('polls.withdraw', { poll: poll.id }, await world.turn(1));
    expect(await see(poll, 2)).toMatchObject({ voters: 0, hasVoted: false });
    world.clock.jump(1_000);
    await world.vote(1, poll, 'o3');
    await merge(2, undefined);
    expect(await see(poll, 2)).toMatchObject({ voters: 2, entitled: 12, own: { choices: ['o2'] } });
    expect((await see(poll, 1)).own?.choices).toEqual(['o3']);
  });

  test('of a secret poll counts once too, and sees the own vote from each', async () => {
    const poll = await world.ask({ secrecy: 'secret' });
    for (const n of [1, 2, 3, 4]) {
      await world.vote(n, poll, n === 1 ? 'o1' : 'o2');
      world.clock.jump(1_000);
    }
    await merge(2, 1);
    expect((await see(poll, 1)).own?.choices).toEqual(['o2']);
    const counted = await world.untilCounted(poll);
    expect(counted.result).toMatchObject({ voters: 3, counts: { o1: 0, o2: 3 } });
    expect(await see(poll, 1)).toMatchObject({ hasVoted: true });
  });

  test('changes nothing in a closed poll', async () => {
    await enrolTowns();
    const poll = await world.ask({ secrecy: 'named' });
    await world.vote(1, poll, 'o1');
    world.clock.jump(1_000);
    await world.vote(2, poll, 'o2');
    const { result } = await world.untilCounted(poll);
    const before = await see(poll);
    await merge(2, 1);
    await represent(world, 3, 7);
    await changeOrganisation(
      await world.work(),
      'o-1',
      (now) => now && { ...now, mergedInto: organisationId.parse('o-0') },
    );
    expect((await world.now(poll)).result).toEqual(result);
    const { desk: _names, ...after } = await see(poll);
    expect(before).toMatchObject(after);
  });
});

describe('who is entitled', () => {
  test('is frozen when the poll is posted, when it opens for a scheduled one, and stays so when it is opened again', async () => {
    await enrolTowns(3);
    const now = await world.ask();
    const later = await world.ask({ opensOn: '2026-03-03', opensAtTime: '08:00', closesOn: '2026-03-20' });
    await represent(world, 6, 8);
    expect((await world.now(now)).entitledOrganisations).toEqual(['o-0', 'o-1', 'o-2']);
    expect(await world.now(later)).not.toHaveProperty('entitledOrganisations');
    await world.passTo('2026-03-03T06:00:00.000Z');
    await world.clock.advance(6_000);
    await represent(world, 7, 9);
    expect((await world.now(later)).entitledOrganisations).toEqual(['o-0', 'o-1', 'o-2', 'o-8']);
    await closePoll(await world.visit(0), now.id);
    await world.clock.advance(16_000);
    const opened = await reopenPoll(await world.visit(0), now.id, { closesOn: '2026-04-01', closesAtTime: '12:00' });
    expect(opened.entitledOrganisations).toEqual(['o-0', 'o-1', 'o-2']);
  });

  test('who represents a kind that only watches is refused with the reason, and sees the results', async () => {
    const poll = await world.ask({ membersAddOptions: 'true' });
    await represent(world, 1, 1, { kind: watchingKind(world) });
    await world.vote(2, poll, 'o1');
    await expect(world.vote(1, poll, 'o1')).rejects.toMatchObject({ row: text.kindCantVote });
    await expect(proposeOption(await world.visit(1), poll.id, 'Oma')).rejects.toMatchObject({ row: text.kindCantVote });
    expect(await see(poll, 1)).toMatchObject({
      ...{ entitled: 11, voters: 1, cannotVote: expect.stringContaining('ei äänestä') },
      options: expect.arrayContaining([expect.objectContaining({ votes: 1 })]),
    });
    expect(await see(poll, 2)).not.toHaveProperty('cannotVote');
  });

  test('a vote from before it was known that its voter only watches counts no more', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    await represent(world, 1, 1, { kind: watchingKind(world) });
    expect(await see(poll)).toMatchObject({ voters: 0 });
    await world.click('polls.withdraw', { poll: poll.id }, await world.turn(1)); // it can still be taken away
    expect((await world.untilCounted(poll)).result).toMatchObject({ voters: 0, participants: [] });
  });

  test('who is only invited can’t vote', async () => {
    const poll = await world.ask();
    const visit = await world.visit(1);
    const invited = { ...visit, actor: { ...visit.actor, isInvited: true as const } };
    const ballot = { choices: ['o1'], delivery: { id: 'd', at: world.clock.now() } };
    await expect(castBallot(invited, poll.id, ballot)).rejects.toMatchObject({ row: text.invitedCantVote });
    await changeMember(await world.work(), idOf(2), (now) => now && { ...now, isInvited: true });
    await expect(world.vote(2, poll, 'o1')).rejects.toMatchObject({ row: text.invitedCantVote });
    expect(await see(poll)).toMatchObject({ voters: 0, entitled: 11 });
  });
});

test('an outsider can’t vote and is nobody who is entitled, waited for or reminded', async () => {
  const poll = await world.ask();
  const visit = await world.visit(1);
  const fromOutside = { ...visit, actor: { ...visit.actor, isOutsider: true as const } };
  const ballot = { choices: ['o1'], delivery: { id: 'd', at: world.clock.now() } };
  await expect(castBallot(fromOutside, poll.id, ballot)).rejects.toMatchObject({ row: text.outsiderCantVote });
  await changeMember(await world.work(), idOf(2), (now) => {
    if (!now) return now;
    const { teamsId: _, ...rest } = now;
    return { ...rest, email: 'olli@yritys.example', isOutsider: true };
  });
  await expect(world.vote(2, poll, 'o1')).rejects.toMatchObject({ row: text.outsiderCantVote });
  const register = await registerNow(await world.work());
  expect([getsMail(register, idOf(2), 'polls'), getsMail(register, idOf(2), 'events')]).toEqual([false, true]);
  expect((await notVoted(await world.work(), poll)).map((one) => memberIdOf(one.person))).not.toContain(idOf(2));
  expect(await see(poll)).toMatchObject({ voters: 0, entitled: 11 });
});

describe('a poll for a group', () => {
  const core = async (): Promise<void> => {
    const seat = (n: number, substitute?: number) => ({
      ...{ id: `seat-${n}`, member: idOf(n), role: 'member' as const, from: '2026-01-01' },
      ...(substitute === undefined ? {} : { substitute: idOf(substitute) }),
    });
    await changeGroup(await world.work(), 'core', () => ({
      ...{ id: 'core', names: { fi: 'Ydinryhmä', sv: 'Kärngruppen' }, createdAt: world.clock.now() },
      seats: [seat(1, 5), seat(2), { ...seat(3), from: '2026-05-01' }],
    }));
  };

  test('is voted in by its seat holders and their substitutes, the member before the substitute', async () => {
    await enrolTowns();
    await core();
    const poll = await world.ask({ group: 'core' });
    expect(await drawn('polls.poll', poll.id)).toContain('Tässä äänestää ryhmä Ydinryhmä.');
    for (const n of [0, 3, 4]) await expect(world.vote(n, poll, 'o1')).rejects.toMatchObject({ row: text.notInGroup });
    await world.vote(5, poll, 'o1');
    expect(await see(poll)).toMatchObject({
      voters: 1,
      entitled: 2,
      group: 'Ydinryhmä',
      organisations: { entitled: 2 },
    });
    expect((await notVoted(await world.work(), poll)).map(({ person: who }) => who)).toEqual([person(2)]);
    world.clock.jump(1_000);
    await world.vote(1, poll, 'o2');
    expect((await see(poll)).options.map(({ votes: n }) => n)).toEqual([0, 1, 0]);
    const counted = await world.untilCounted(poll);
    expect(counted.result).toMatchObject({ voters: 1, entitled: 2, participants: [person(1)] });
  });

  test('that is not there is refused, and while one is open its group is known to be in use', async () => {
    await expect(world.ask({ group: 'core' })).rejects.toMatchObject({ problems: [{ field: 'group' }] });
    await core();
    const poll = await world.ask({ group: 'core' });
    expect(await polls.openForGroup?.('core', await world.work())).toEqual(['Mikä aihe?']);
    await world.untilCounted(poll);
    expect(await polls.openForGroup?.('core', await world.work())).toEqual([]);
  });

  test('is no work of others: it is not on their list of open polls', async () => {
    await core();
    await world.ask({ group: 'core', question: 'Ydinryhmän asia?' });
    const inChat = { place: { kind: 'chat' }, answers: 'message' } as const;
    expect(wordsOf(await world.say('avoimet', '', await world.turn(4, inChat)))).not.toContain('Ydinryhmän asia?');
    expect(wordsOf(await world.say('avoimet', '', await world.turn(2, inChat)))).toContain('Ydinryhmän asia?');
  });
});

describe('secret and by municipality', () => {
  test('is refused with the reason where fewer than five are entitled', async () => {
    await enrolTowns(4);
    await expect(world.ask({ secrecy: 'secret', tallies: 'organisations' })).rejects.toMatchObject({
      problems: [{ field: 'tallies', row: text.fewForSecret, params: { least: 5, n: 4 } }],
    });
  });

  test('publishes the municipalities’ tally alone, to everyone and in every file', async () => {
    await enrolTowns();
    const poll = await world.ask({ secrecy: 'secret', tallies: 'organisations' });
    const card = await drawn('polls.poll', poll.id);
    expect(card).toContain('Vain kuntien äänet julkaistaan, ei henkilöiden');
    expect(card).toContain('Jos alle 5 kuntaa äänestää');
    for (const [n, choice] of ['o1', 'o1', 'o2', 'o2', 'o2', 'o1'].entries()) {
      await world.vote(n, poll, choice);
      world.clock.jump(1_000);
    }
    await world.vote(9, poll, 'o3');
    expect((await see(poll)).desk).not.toHaveProperty('organisations');
    const counted = await world.untilCounted(poll);
    expect(counted.result).toMatchObject({
      ...{ voters: 7, leaders: ['o2'] },
      organisations: { counts: { o1: '2', o2: '3', o3: '0' }, waiting: 1 },
    });
    expect(counted.result).not.toHaveProperty('counts');
    const view = await see(poll);
    expect(view.options.map(({ votes: n, organisationVotes }) => [n, organisationVotes])).toEqual([
      [undefined, 2],
      [undefined, 3],
      [undefined, 0],
    ]);
    expect(view).not.toHaveProperty('disagreement');
    const csv = toCsv(await pollSheets(await world.visit(0), counted));
    expect(csv).toContain('Vaihtoehto;Kuntien ääniä');
    expect(csv).not.toContain(';Ääniä');
    expect(await drawn('polls.result', `${poll.id}|1`)).not.toContain('Henkilöiden ääniä');
  });

  test('tells the turnout alone where fewer than five voted', async () => {
    await enrolTowns();
    const poll = await world.ask({ secrecy: 'secret', tallies: 'organisations' });
    for (const n of [0, 1, 2, 3, 4, 8, 9]) await world.vote(n, poll, 'o1');
    const counted = await world.untilCounted(poll);
    expect(JSON.stringify(counted.result)).not.toMatch(/"o1"/);
    expect(await see(poll)).toMatchObject({ verdict: 'tooFewToTell', visible: 'turnout', organisations: { voted: 4 } });
    expect(await drawn('polls.result', `${poll.id}|1`)).toContain('Alle 5 kuntaa äänesti');
  });

  test('a secret poll of persons tells nothing by municipality, also not who of them voted', async () => {
    await enrolTowns();
    const poll = await world.ask({ secrecy: 'secret' });
    for (const n of [0, 1, 2, 3]) await world.vote(n, poll, 'o1');
    const counted = await world.untilCounted(poll);
    expect(counted.result).not.toHaveProperty('organisations');
    const view = await see(poll);
    expect(view).not.toHaveProperty('organisations');
    expect(view.desk).not.toHaveProperty('organisations');
  });
});

describe('the rules', () => {
  test('of the named delegate and of parts of votes are read off the register when they are counted', async () => {
    await enrolTowns(3);
    await changeOrganisation(await world.work(), 'o-0', (now) => now && { ...now, delegate: idOf(0) });
    const delegate = await world.ask({ tallies: 'organisations', rule: 'delegate' });
    const split = await world.ask({ tallies: 'organisations', rule: 'split', question: 'Jaettu?' });
    for (const poll of [delegate, split]) {
      await world.vote(0, poll, 'o1');
      world.clock.jump(1_000);
      await world.vote(1, poll, 'o2');
      await world.vote(2, poll, 'o2');
    }
    expect((await world.untilCounted(delegate)).result?.organisations).toMatchObject({
      ...{ voted: ['o-0'], counts: { o1: '1', o2: '0' } },
    });
    const counted = await world.now(split);
    expect(counted.result?.organisations?.counts).toEqual({ o1: '1/2', o2: '3/2', o3: '0' });
    expect(await drawn('polls.result', `${split.id}|1`)).toContain('kuntien ääniä 1,5 · 75');
    const csv = toCsv(await pollSheets(await world.visit(0), counted));
    expect(csv).toContain('Kutsuliikenne;2;1,5');
    expect(csv).toContain('Kunta 1;kyllä');
  });

  test('a tie of parts of votes is a tie, and its re-vote entitles the same', async () => {
    await enrolTowns(3);
    const poll = await world.ask({ tallies: 'organisations', rule: 'split', onTie: 'revote', minimumTurnout: '2' });
    await world.vote(0, poll, 'o1');
    await world.vote(1, poll, 'o2');
    await world.vote(2, poll, 'o1');
    await world.vote(3, poll, 'o2');
    const counted = await world.untilCounted(poll);
    expect(counted.result?.leaders).toEqual(['o1', 'o2']);
    await represent(world, 8, 8);
    const revote = await world.now({ id: counted.revote ?? poll.id });
    expect(revote).toMatchObject({
      ...{ tallies: 'organisations', rule: 'split', minimumTurnout: 2 },
      entitledOrganisations: ['o-0', 'o-1', 'o-2'],
    });
  });
});

test('a poll from before this reads as one that counts persons, and entitles no organisation', () => {
  const old = {
    ...{
      id: 'p1',
      question: 'Mikä?',
      type: 'topics',
      options: [{ id: 'o1', label: 'A' }],
      nextOption: 2,
      mostChoices: 1,
    },
    ...{ opensAt: '2026-03-01T10:00:00.000Z', closesAt: '2026-03-09T10:00:00.000Z', showResults: 'always' },
    ...{ secrecy: 'unnamed', membersAddOptions: false, onTie: 'coordinator', createdBy: 't|p0', state: 'running' },
    ...{ createdAt: '2026-03-01T10:00:00.000Z', round: 1, post: 'p1-card' },
    reminders: [{ id: 'r', at: '2026-03-02T10:00:00.000Z', by: 't|p0', direct: 2, channel: true }],
  };
  expect(decode(pollKind, 1, old)).toEqual({
    ...{ ...old, tallies: 'persons', rule: 'latest', entitledOrganisations: [] },
    reminders: [{ ...old.reminders[0], mail: 0 }],
  });
});

test('a first vote asks the store once and a changed one twice, also by municipality', async () => {
  await enrolTowns();
  const poll = await world.ask({ tallies: 'organisations' });
  const cast = async (n: number, choice: string): Promise<number> => {
    const turn = await world.turn(n);
    world.requests = 0;
    await castBallot(turn, poll.id, { choices: [choice], delivery: turn.delivery });
    return world.requests;
  };
  expect(await cast(1, 'o1')).toBe(1);
  expect(await cast(1, 'o2')).toBe(2);
  const stored = await world.temp.store.get(activityScope(world.scope, poll.id), votes, objectIdOf(person(1)));
  expect(stored?.value.choices).toEqual(['o2']);
});
