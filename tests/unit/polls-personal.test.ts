/** What polls store on a person: shown whole to them, erased without a trace, with every total kept. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { personOf } from '../../bot/core/ids.ts';
import { memberIdOf, members, organisationId } from '../../bot/core/network.ts';
import { changeMember, changeOrganisation } from '../../bot/core/register.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { decidePoll, proposeOption, remind, reopenPoll } from '../../bot/features/polls/operations.ts';
import { pollPersonal } from '../../bot/features/polls/personal.ts';
import type { Poll } from '../../bot/features/polls/poll.ts';
import { EVERYONE, possibleNow, shownTo } from '../../bot/features/polls/shown.ts';
import { text } from '../../bot/features/polls/text.ts';
import { openPollWorld, type PollWorld, person, represent } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld({ size: 7 });
});
afterEach(() => world.close());

const idOf = (n: number) => memberIdOf(person(n));
const AS = personOf('erased', 'nobody-1');
const erase = async (...people: number[]): Promise<void> => {
  await pollPersonal.erase(people.map(idOf), AS, await world.work());
};
const voteWith = async (n: number, poll: Poll, choice: string, comment?: string): Promise<void> => {
  const data = { poll: poll.id, choice, ...(comment === undefined ? {} : { comment }) };
  await world.click('polls.vote', data, await world.turn(n));
  world.clock.jump(1_000);
};
const shown = async (poll: Poll) => shownTo(await world.work(), await world.now(poll), EVERYONE);
/** Everything in the data folder that polls wrote, the log and free pages of the database included. */
async function allBytes(): Promise<string> {
  await world.temp.store.scrub();
  const files = await readdir(world.temp.folder, { recursive: true, withFileTypes: true });
  const read = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(read)).join('\n');
}

describe('collecting', () => {
  test('shows a person’s own votes, comments, options and what they ran, and nobody else’s', async () => {
    const poll = await world.ask({ membersAddOptions: 'true', onTie: 'coordinator' });
    await proposeOption(await world.visit(1), poll.id, 'Oma ehdotus');
    await voteWith(1, poll, 'o4', 'Sana yksi');
    await voteWith(2, poll, 'o1', 'Sana kaksi');
    const sealed = await world.ask({ secrecy: 'secret', question: 'Salainen?' });
    await voteWith(1, sealed, 'o2', 'Sinetöity');
    const own = await pollPersonal.collect([idOf(1)], await world.work());
    expect(own).toMatchObject({
      pollVotes: expect.arrayContaining([
        expect.objectContaining({ poll: poll.id, choices: ['Oma ehdotus'], comment: 'Sana yksi' }),
        expect.objectContaining({ poll: sealed.id, choices: ['Kutsuliikenne'], comment: 'Sinetöity' }),
      ]),
      pollOptionsAdded: [{ poll: poll.id, question: 'Mikä aihe?', option: 'Oma ehdotus' }],
      pollsCreated: [],
    });
    expect(JSON.stringify(own)).not.toMatch(/kaksi|person-2/);
    expect(await pollPersonal.collect([idOf(0)], await world.work())).toMatchObject({
      pollsCreated: [{ poll: expect.any(String) }, { poll: expect.any(String) }],
      pollVotes: [],
    });
  });
});

describe('erasing', () => {
  test.each(['unnamed', 'named', 'secret'])(
    'while a poll that is %s is open keeps its numbers and nothing of the person',
    async (secrecy) => {
      for (const n of [1, 2, 3]) await represent(world, n, n === 3 ? 1 : 0);
      const poll = await world.ask({ secrecy });
      for (const n of [1, 2, 3, 4])
        await voteWith(n, poll, n === 1 ? 'o1' : 'o2', n === 1 ? 'Kaikuluotain' : undefined);
      const before = await shown(poll);
      await erase(1);
      await erase(1); // it can be repeated
      const { names: _then, ...kept } = before;
      expect(await shown(poll)).toMatchObject(kept);
      const { result } = await world.untilCounted(poll);
      expect(result).toMatchObject({ voters: 4, comments: [] });
      if (secrecy !== 'secret') expect(result?.organisations?.counts).toEqual(before.organisations?.counts);
      expect(JSON.stringify(await world.now(poll))).not.toContain('person-1');
      const work = await world.work();
      await work.services.store.remove(work.scope, members, idOf(1));
      expect(await allBytes()).not.toContain('Kaikuluotain');
    },
  );

  test('counts the named delegate’s vote as before', async () => {
    for (const n of [1, 2]) await represent(world, n, 0);
    await changeOrganisation(await world.work(), 'o-0', (now) => now && { ...now, delegate: idOf(1) });
    const poll = await world.ask({ tallies: 'organisations', rule: 'delegate' });
    await voteWith(1, poll, 'o1');
    await voteWith(2, poll, 'o2');
    await erase(1);
    await changeMember(await world.work(), idOf(1), () => undefined);
    expect((await world.untilCounted(poll)).result?.organisations?.counts).toMatchObject({ o1: '1', o2: '0' });
  });

  test('merged identities leave one vote, the latest', async () => {
    await changeMember(await world.work(), idOf(2), (now) => now && { ...now, sameAs: idOf(1) });
    const poll = await world.ask();
    await voteWith(1, poll, 'o1');
    await voteWith(2, poll, 'o2');
    await erase(1, 2);
    expect(await shown(poll)).toMatchObject({ voters: 1, counts: { o1: 0, o2: 1, o3: 0 } });
  });

  test('cut off between two identities, the latest vote stays all the same', async () => {
    const poll = await world.ask();
    await voteWith(2, poll, 'o1');
    await voteWith(1, poll, 'o2');
    await changeMember(await world.work(), idOf(2), (now) => now && { ...now, sameAs: idOf(1) });
    const { fails } = world.store;
    let removed = 0;
    world.store.fails = (method, args) => (method === 'remove' && ++removed > 1) || fails(method, args);
    await expect(erase(1, 2)).rejects.toThrow('the store is out');
    world.store.fails = fails;
    await erase(1, 2);
    expect(await shown(poll)).toMatchObject({ voters: 1, counts: { o1: 0, o2: 1 } });
  });

  test('in a closed poll touches no figure and takes the person out everywhere', async () => {
    const poll = await world.ask({ membersAddOptions: 'true' });
    await proposeOption(await world.visit(1), poll.id, 'Oma ehdotus');
    await voteWith(1, poll, 'o1', 'Kaikuluotain');
    await voteWith(2, poll, 'o2', 'Jonkun muun sana');
    await remind(await world.visit(0), poll.id, { direct: false, channel: true, form: 'f' });
    const closed = await world.untilCounted(poll);
    await decidePoll(await world.visit(0), poll.id, 'o1');
    await erase(1);
    await erase(0);
    const now = await world.now(poll);
    const { participants: _who, comments, ...figures } = now.result ?? { participants: [], comments: [] };
    expect(closed.result).toMatchObject(figures);
    expect(comments).toEqual(['Jonkun muun sana']);
    expect(now.result?.participants).toEqual([AS, person(2)]);
    expect(JSON.stringify(now)).not.toMatch(/person-[01]"/);
    expect(now).toMatchObject({ createdBy: AS, decision: { by: AS }, reminders: [{ by: AS }] });
  });

  test('a vote goes along when the municipality it was given for becomes part of another', async () => {
    await represent(world, 1, 1);
    await represent(world, 2, 2);
    const poll = await world.ask({ tallies: 'organisations' });
    await voteWith(1, poll, 'o1');
    await erase(1);
    const into = organisationId.parse('o-2');
    await changeOrganisation(await world.work(), 'o-1', (now) => now && { ...now, mergedInto: into });
    expect((await world.untilCounted(poll)).result).toMatchObject({
      voters: 1,
      organisations: { voted: ['o-2'], entitled: 1, counts: { o1: '1' }, outside: 0 },
    });
  });

  test('of someone who has nothing in a poll leaves it as it is', async () => {
    const poll = await world.ask();
    await voteWith(2, poll, 'o1');
    const before = await world.now(poll);
    await erase(5);
    expect(await world.now(poll)).toEqual(before);
  });
});

describe('in time', () => {
  test('two years after closing nobody is linked with a vote, and the figures stay', async () => {
    const poll = await world.ask({ secrecy: 'named' });
    await voteWith(1, poll, 'o1');
    const { result } = await world.untilCounted(poll);
    await pollPersonal.expire?.(await world.work());
    expect((await world.now(poll)).result).toEqual(result);
    await world.passTo('2028-04-01T10:00:00.000Z');
    await pollPersonal.expire?.(await world.work());
    expect((await world.now(poll)).result).toEqual({ ...result, participants: [] });
    expect(await pollPersonal.collect([idOf(1)], await world.work())).toMatchObject({
      pollVotes: [],
      pollsTakenPartIn: [],
    });
  });

  test('a poll whose votes are gone is not opened again to be counted without them', async () => {
    const poll = await world.ask();
    await voteWith(1, poll, 'o1');
    const { result } = await world.untilCounted(poll);
    expect(possibleNow(await world.now(poll), 1, await world.work())).toMatchObject({ reopen: true });
    await world.passTo('2028-04-01T10:00:00.000Z');
    await pollPersonal.expire?.(await world.work());
    expect(possibleNow(await world.now(poll), 1, await world.work())).toMatchObject({ reopen: false });
    const again = { closesOn: '2028-05-01', closesAtTime: '12:00' };
    await expect(reopenPoll(await world.visit(0), poll.id, again)).rejects.toMatchObject({ row: text.votesAreGone });
    expect((await world.now(poll)).result).toMatchObject({ voters: result?.voters, counts: result?.counts });
  });
});

test('who took part is told of open polls and of counted ones, never of a secret one that runs', async () => {
  const start = world.clock.now();
  const open = await world.ask();
  await voteWith(1, open, 'o1');
  const secret = await world.ask({ secrecy: 'secret', question: 'Salainen?' });
  for (const n of [1, 2, 3]) await voteWith(n, secret, 'o1');
  const told = async (since = start) =>
    (await polls.participation?.(since, await world.work()))?.map(({ member, activity }) => `${activity} ${member}`);
  expect(await told()).toEqual([`${open.id} ${idOf(1)}`]);
  await world.untilCounted(secret);
  expect((await told())?.filter((one) => one.startsWith(secret.id))).toHaveLength(3);
  expect(await told(world.clock.now())).toEqual([]);
});
