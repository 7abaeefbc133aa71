/** Polls by mail: who is written to, once and by one way, and what the letters say. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createGate } from '../../bot/core/gate.ts';
import { objectIdOf } from '../../bot/core/ids.ts';
import { type Member, memberIdOf } from '../../bot/core/network.ts';
import { changeGroup, changeMember } from '../../bot/core/register.ts';
import { pollLetters } from '../../bot/features/polls/letters.ts';
import { closePoll, mailPoll, remind, reopenPoll, whomToRemind } from '../../bot/features/polls/operations.ts';
import {
  NETWORK,
  openChat,
  openPollWorld,
  type PollWorld,
  person,
  represent,
  watchingKind,
} from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld({ size: 6 });
});
afterEach(() => world.close());

const idOf = (n: number) => memberIdOf(person(n));
const change = async (n: number, of: Partial<Member>): Promise<void> => {
  await changeMember(await world.work(), idOf(n), (now) => now && { ...now, ...of });
};
const hasMail = (n: number): Partial<Member> => ({ email: `jasen${n}@kunta.example` });
/** Someone without Teams. */
async function onlyMail(n: number): Promise<void> {
  await changeMember(await world.work(), idOf(n), (now) => {
    if (!now) return now;
    const { teamsId: _none, ...rest } = now;
    return { ...rest, ...hasMail(n) };
  });
}
const sent = () => [...world.letters.values()].map(({ drawing, to }) => `${drawing} ${to}`).sort();
const draw = async (name: string, subject: string, n: number) => {
  const visit = await createGate(world.services).byId(NETWORK, idOf(n));
  return visit && pollLetters.find((one) => one.name === name)?.draw(subject, visit);
};

describe('a poll that opens', () => {
  test('is written to people without Teams and to those who chose mail, once each', async () => {
    await onlyMail(1);
    await change(2, { ...hasMail(2), mail: { polls: true } });
    await change(3, hasMail(3));
    await onlyMail(4);
    await change(4, { mail: { polls: false } });
    const poll = await world.ask();
    await world.clock.advance(16_000);
    expect(sent()).toEqual([`polls.open ${idOf(1)}`, `polls.open ${idOf(2)}`]);
    expect([...world.letters.values()]).toMatchObject([
      { subject: poll.id, topic: 'polls', urgency: 'nudge' },
      { subject: poll.id },
    ]);
    await mailPoll(await world.work(), `${poll.id}|open|1`);
    expect(world.letters.size).toBe(2);
  });

  test('is written when it opens, not before, and again when it was opened again', async () => {
    await onlyMail(1);
    const poll = await world.ask({ opensOn: '2026-03-03', opensAtTime: '08:00', closesOn: '2026-03-20' });
    await world.clock.advance(16_000);
    expect(sent()).toEqual([]);
    await world.passTo('2026-03-03T06:00:00.000Z');
    await world.clock.advance(6_000);
    expect(sent()).toEqual([`polls.open ${idOf(1)}`]);
    await closePoll(await world.visit(0), poll.id);
    await world.clock.advance(16_000);
    expect(sent()).toEqual([`polls.open ${idOf(1)}`, `polls.result ${idOf(1)}`]);
    await reopenPoll(await world.visit(0), poll.id, { closesOn: '2026-04-01', closesAtTime: '12:00' });
    await world.clock.advance(16_000);
    expect(sent().filter((one) => one.startsWith('polls.open'))).toHaveLength(2);
  });

  test('is not written to those it is not for', async () => {
    for (const n of [1, 2, 3]) await onlyMail(n);
    await represent(world, 3, 1, { kind: watchingKind(world) });
    const work = await world.work();
    await changeGroup(work, 'core', () => ({
      ...{ id: 'core', names: { fi: 'Ydinryhmä' }, createdAt: world.clock.now() },
      seats: [{ id: 's', member: idOf(2), role: 'member', from: '2026-01-01' }],
    }));
    await world.ask({ group: 'core' });
    await world.clock.advance(16_000);
    expect(sent()).toEqual([`polls.open ${idOf(2)}`]);
    await world.ask({ question: 'Kaikille?' });
    await world.clock.advance(16_000);
    expect(sent().slice(-3)).not.toContain(`polls.open ${idOf(3)}`);
  });

  test('is one letter to a person with several identities, and none when one of them is in Teams', async () => {
    await onlyMail(1);
    await onlyMail(2);
    await change(2, { sameAs: idOf(1) });
    await onlyMail(3);
    await change(4, { sameAs: idOf(3) });
    await world.ask();
    await world.clock.advance(16_000);
    expect(sent()).toEqual([`polls.open ${idOf(1)}`]);
  });
  test('reaches a person by the identity that is left when their main one has left the team', async () => {
    await onlyMail(2);
    await change(1, { leftAt: world.clock.now() });
    await change(2, { sameAs: idOf(1) });
    const poll = await world.ask();
    await world.clock.advance(16_000);
    expect(sent()).toEqual([`polls.open ${idOf(1)}`]); // the queue finds the identity that is left
    expect(await draw('polls.open', poll.id, 2)).toBeDefined();
  });
});

describe('the letter', () => {
  test('has a link for each option that only preselects, and the deadline, in the reader’s language', async () => {
    await onlyMail(1);
    await change(1, { locale: 'sv' });
    const poll = await world.ask({ purpose: 'Webinaarin aihe', secrecy: 'named' });
    const letter = await draw('polls.open', poll.id, 1);
    expect(letter?.title).toBe('Omröstning: Mikä aihe?');
    const links = letter?.blocks.flatMap((block) => (block.type === 'links' ? block.links : []));
    const page = `https://bot.example.test/p/token-of-${idOf(1)}/polls/${poll.id}`;
    expect(links).toEqual([
      { label: 'Koulukuljetukset', address: `${page}?choice=o1` },
      { label: 'Kutsuliikenne', address: `${page}?choice=o2` },
      { label: 'Tilastot', address: `${page}?choice=o3` },
      { label: 'Öppna omröstningen', address: page },
    ]);
    const words = JSON.stringify(letter?.blocks).replaceAll('\u00a0', ' ');
    expect(words).toContain('Rösta senast');
    expect(words).toContain('kl. 16.00');
    expect(words).toContain('Namnen visas');
    expect(words).toContain('är ännu ingen röst');
  });

  test.each([
    ['they have voted', async (poll: { id: string }) => world.vote(1, await world.now(poll as never), 'o1')],
    ['the poll is over', async (poll: { id: string }) => world.untilCounted(await world.now(poll as never))],
    ['they want no mail any more', async () => change(1, { mail: { polls: false } })],
    ['they only watch', async () => represent(world, 1, 1, { kind: watchingKind(world) })],
    ['they left', async () => change(1, { leftAt: world.clock.now() })],
  ])('is not sent once %s', async (_, happens) => {
    await onlyMail(1);
    const poll = await world.ask();
    expect(await draw('polls.reminder', poll.id, 1)).toMatchObject({ title: expect.stringContaining('Muistutus') });
    await happens(poll);
    expect(await draw('polls.open', poll.id, 1)).toBeUndefined();
    expect(await draw('polls.reminder', poll.id, 1)).toBeUndefined();
  });

  test('with the result tells the verdict and both tallies, of that round alone', async () => {
    await onlyMail(1);
    for (const n of [0, 1]) await represent(world, n, 0);
    await represent(world, 2, 1);
    await represent(world, 3, 2);
    const poll = await world.ask();
    for (const n of [0, 1, 4, 5]) await world.vote(n, poll, 'o1');
    for (const n of [2, 3]) await world.vote(n, poll, 'o2');
    await world.untilCounted(poll);
    const words = JSON.stringify(await draw('polls.result', `${poll.id}|1`, 1)).replaceAll('\u00a0', ' ');
    expect(words).toContain('Tulos: Koulukuljetukset');
    expect(words).toContain('Koulukuljetukset: 4 ääntä · 67 % · Kuntien ääniä 1');
    expect(words).toContain('Kuntien äänissä eniten: Kutsuliikenne.');
    expect(words).toContain('3/3 kuntaa äänesti.');
    expect(await draw('polls.result', `${poll.id}|2`, 1)).toBeUndefined();
  });

  test('of a secret poll by municipality tells no people’s votes', async () => {
    await onlyMail(1);
    for (let n = 0; n < 5; n++) await represent(world, n, n);
    const poll = await world.ask({ secrecy: 'secret', tallies: 'organisations' });
    expect(JSON.stringify(await draw('polls.open', poll.id, 1))).toContain('Salainen äänestys');
    for (let n = 0; n < 6; n++) await world.vote(n, poll, n < 5 ? 'o1' : 'o2');
    await world.untilCounted(poll);
    const words = JSON.stringify(await draw('polls.result', `${poll.id}|1`, 1));
    expect(words).toContain('kuntien ääniä 5');
    expect(words).not.toContain('Henkilöiden');
  });
});

describe('a reminder', () => {
  test('goes to each by one way: mail, else 1:1 chat, else the channel', async () => {
    await onlyMail(1);
    await openChat(world, 1);
    await openChat(world, 2);
    await change(3, { ...hasMail(3), mail: { polls: true } });
    await openChat(world, 3);
    const poll = await world.ask();
    await world.vote(0, poll, 'o1');
    expect(await whomToRemind(await world.visit(0), poll)).toEqual({
      ...{ notVoted: 5, direct: [person(2)], mail: [idOf(1), idOf(3)], byChannel: 2 },
    });
    const how = { direct: true, channel: false, form: 'f' };
    expect((await remind(await world.visit(0), poll.id, how)).reminders).toMatchObject([{ direct: 1, mail: 2 }]);
    await world.clock.advance(20_000);
    const reminders = sent().filter((one) => one.startsWith('polls.reminder'));
    expect(reminders).toEqual([`polls.reminder ${idOf(1)}`, `polls.reminder ${idOf(3)}`]);
    const chats = world.channel.requests.filter(({ what, text }) => what === 'create' && text?.startsWith('Äänestys:'));
    expect(chats).toHaveLength(2); // the shared card, and one chat
  });

  test('that mail has just brought does not come in Teams too', async () => {
    await openChat(world, 2);
    const poll = await world.ask();
    await world.services.letters.claimReminder({ network: NETWORK, subject: poll.id, to: idOf(2), by: 'mail' });
    await remind(await world.visit(0), poll.id, { direct: true, channel: false, form: 'f' });
    await world.clock.advance(20_000);
    expect(world.channel.requests.filter(({ what }) => what === 'create')).toHaveLength(1);
  });

  test('reaches the identity that has a chat', async () => {
    await change(3, { sameAs: idOf(2) });
    await openChat(world, 3);
    const poll = await world.ask();
    const reach = await whomToRemind(await world.visit(0), poll);
    expect(reach.direct.map(objectIdOf)).toEqual([idOf(3)]);
    expect(reach.notVoted).toBe(5);
  });
});
