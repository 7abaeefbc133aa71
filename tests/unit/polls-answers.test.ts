/** What polls answer: to words, to clicks on cards and to the tab, in each reader's language and no more than they may see. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { NotAllowed, Refusal } from '../../bot/core/refusal.ts';
import type { Outcome, Turn } from '../../bot/core/turn.ts';
import * as contract from '../../bot/features/polls/contract.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { allPolls } from '../../bot/features/polls/memory.ts';
import { text } from '../../bot/features/polls/text.ts';
import { ask, OTHER_NETWORK, openPollWorld, type PollWorld, wordsOf } from '../fakes/poll-world.ts';

let world: PollWorld;
beforeEach(async () => {
  world = await openPollWorld();
});
afterEach(() => world.close());

const inChat = { place: { kind: 'chat' }, answers: 'message' } as const;
const inChannel = { place: { kind: 'channel' }, answers: 'message' } as const;
const all = async () => allPolls(await world.work());
const made = () => world.channel.requests.filter(({ what }) => what === 'create');
const UUID = '00000000-0000-4000-8000-000000000001';

/** Clicks as the dispatcher does: a refusal is answered by the handler's own card. */
async function clicked(verb: string, data: object, turn: Turn): Promise<Outcome | undefined> {
  try {
    return await world.click(verb, data, turn);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return polls.handlers.find((one) => one.verb === verb)?.refused(data, error, turn);
  }
}

describe('the word for polls', () => {
  test('with a question and options publishes in the channel, and a redelivery not again', async () => {
    const turn = await world.turn(0, inChannel);
    const typed = 'Mikä aihe? | Koulukuljetukset | Kutsuliikenne | viimeistään pe klo 12';
    expect(await world.say('äänestys', typed, turn)).toEqual({ type: 'nothing' });
    await world.say('äänestys', typed, turn);
    await world.clock.rest();
    expect(made()).toHaveLength(1);
    expect(await all()).toMatchObject([{ question: 'Mikä aihe?', closesAt: '2026-03-06T10:00:00.000Z' }]);
  });

  test('in another channel of the team says where the card is, in the network’s own nothing', async () => {
    const place = (channel: string) => ({ ...inChannel, place: { kind: 'channel', channel } }) as const;
    const elsewhere = await world.say('äänestys', 'Mikä? | A | B', await world.turn(0, place('19:other')));
    expect(elsewhere).toMatchObject({ type: 'message', text: expect.stringContaining('julkaistu kanavalla Yleinen') });
    const here = await world.say('äänestys', 'Kuka? | A | B', await world.turn(0, place('channel-network-1')));
    expect(here).toEqual({ type: 'nothing' });
  });

  test('in 1:1 chat publishes too and answers with the poll’s desk', async () => {
    const answer = await world.say('omröstning', 'Vilket? | A | B', await world.turn(0, { ...inChat, locale: 'sv' }));
    expect(wordsOf(answer)).toContain('har publicerats i kanalen Yleinen');
    expect(wordsOf(answer)).toContain('polls.undo');
  });

  test('that can’t be understood gets every reason and what was typed, and nothing is posted', async () => {
    const told = wordsOf(await world.say('äänestys', 'Mikä? | A | a', await world.turn(0, inChannel)));
    expect(told).toContain('on mukana kahdesti');
    expect(told).toContain('Mikä? | A | a');
    const form = wordsOf(await world.say('äänestys', 'Mikä?\nA\n\na', await world.turn(0, inChat)));
    expect(form).toContain('Vaihtoehto 2 on tyhjä');
    expect(form).toContain('"value":"Mikä?"');
    expect(form).toContain('"value":"A\\n\\na"');
    await world.clock.rest();
    expect(made()).toEqual([]);
  });

  test('of ten thousand letters is answered within Teams’ limits', async () => {
    const told = wordsOf(await world.say('äänestys', `Mikä? | ${'x'.repeat(10_000)}`, await world.turn(0, inChannel)));
    expect(told).toContain('liian pitkä');
    expect(told.length).toBeLessThan(5_000);
    const form = wordsOf(await world.say('äänestys', `Mikä? | ${'x'.repeat(10_000)}`, await world.turn(0, inChat)));
    expect(form).toContain('liian pitkä');
    expect(form.length).toBeLessThan(25 * 1024);
    expect(await all()).toEqual([]);
  });

  test('alone opens the form in 1:1 chat, and in the channel says how', async () => {
    expect(wordsOf(await world.say('äänestys', '', await world.turn(0, inChat)))).toContain('polls.preview');
    const told = await world.say('äänestys', '', await world.turn(0, inChannel));
    expect(wordsOf(told)).toContain('1:1-keskusteluun');
  });

  test('alone lists the open polls for who may not create, and a question from them is refused', async () => {
    await world.ask({ question: 'Avoinna oleva?' });
    expect(wordsOf(await world.say('rösta', '', await world.turn(1, inChat)))).toContain('Avoinna oleva?');
    await expect(world.say('äänestys', 'Mikä? | A | B', await world.turn(1, inChat))).rejects.toThrow(
      'only a coordinator',
    );
  });
});

describe('the other words', () => {
  test('“avoimet” lists what is open, in front what waits, and in a channel tells nobody’s voting', async () => {
    const first = await world.ask({ question: 'Ensin?' });
    await world.ask({ question: 'Sitten?' });
    await world.vote(1, first, 'o1');
    const own = wordsOf(await world.say('avoimet', '', await world.turn(1, inChat)));
    expect(own.indexOf('Sitten?')).toBeLessThan(own.indexOf('Ensin?'));
    expect(own).toContain('Olet äänestänyt');
    expect(wordsOf(await world.say('avoimet', '', await world.turn(1, inChannel)))).not.toContain('Olet äänestänyt');
  });

  test('“sulje” closes the poll of its thread among several', async () => {
    const first = await world.ask({ question: 'Ensin?' });
    const second = await world.ask({ question: 'Sitten?' });
    expect(wordsOf(await world.say('sulje', '', await world.turn(0, inChannel)))).toContain('useita');
    const inThread = { ...inChannel, place: { kind: 'channel', thread: 'message-2' } } as const;
    expect(wordsOf(await world.say('sulje', '', await world.turn(0, inThread)))).toContain('Sitten?');
    expect((await world.now(second)).closesAt).not.toBe(second.closesAt);
    expect((await world.now(first)).closesAt).toBe(first.closesAt);
    await world.say('close', 'ensin', await world.turn(0, inChannel));
    expect((await world.now(first)).closesAt).not.toBe(first.closesAt);
  });

  test('“sulje” with words that fit no open poll closes none', async () => {
    const poll = await world.ask({ question: 'Mikä aihe?' });
    const told = wordsOf(await world.say('sulje', 'seminaari', await world.turn(0, inChannel)));
    expect(told).toContain('Mikä aihe?');
    expect((await world.now(poll)).closesAt).toBe(poll.closesAt);
    await world.say('sulje', 'äänestys', await world.turn(0, inChannel));
    expect((await world.now(poll)).closesAt).not.toBe(poll.closesAt);
  });

  test('“sulje” and “muistuta” are for coordinators', async () => {
    await world.ask();
    for (const word of ['sulje', 'muistuta']) {
      await expect(world.say(word, '', await world.turn(1, inChannel))).rejects.toThrow('Only a coordinator');
    }
  });

  test('“muistuta” shows how many it would reach, and sends nothing yet', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    const before = made().length;
    const shown = wordsOf(await world.say('påminn', '', await world.turn(0, { ...inChat, locale: 'sv' })));
    expect(shown).toContain('polls.remind');
    expect(shown).toContain('5');
    expect(made()).toHaveLength(before);
  });

  test('“sulje” with nothing open says so', async () => {
    expect(wordsOf(await world.say('sulje', '', await world.turn(0, inChannel)))).toContain('ei ole juuri nyt');
  });
});

describe('a click', () => {
  test('that is refused keeps what was ticked, written and proposed', async () => {
    const poll = await world.ask({ mostChoices: '2', membersAddOptions: 'true' });
    const voted = { poll: poll.id, choice: 'o1,o2,o3', comment: 'Oma sana', label: '' };
    const many = JSON.stringify(await clicked('polls.vote', voted, await world.turn(1)));
    expect(many).toContain('"value":"o1,o2,o3"');
    expect(many).toContain('"value":"Oma sana"');
    const twice = { poll: poll.id, label: 'tilastot', choice: 'o1,o9', comment: 'Oma sana' };
    const proposed = JSON.stringify(await clicked('polls.addOption', twice, await world.turn(1)));
    expect(proposed).toContain('"value":"tilastot"');
    expect(proposed).toContain('"value":"o1"');
    const added = JSON.stringify(
      await clicked('polls.addOption', { ...twice, label: 'Aikataulut' }, await world.turn(1)),
    );
    expect(added).toContain('"value":"o1"');
    expect(added).toContain('"value":"Oma sana"');
    expect(added).toContain('Et ole vielä äänestänyt');
  });

  test('of one tap that is refused ticks nothing that was not cast', async () => {
    const poll = await world.ask();
    const long = { poll: poll.id, choice: 'o1', comment: 'x'.repeat(501) };
    expect(JSON.stringify(await clicked('polls.vote', long, await world.turn(1)))).not.toContain('✓ Koulukuljetukset');
  });

  test('on an option is answered with a receipt in the voter’s language', async () => {
    const poll = await world.ask();
    const fi = await world.click('polls.vote', { poll: poll.id, choice: 'o1' }, await world.turn(1));
    expect(wordsOf(fi)).toContain('Äänesi on kirjattu');
    const sv = await world.click('polls.vote', { poll: poll.id, choice: 'o1' }, await world.turn(4, { locale: 'sv' }));
    expect(wordsOf(sv)).toContain('Din röst är registrerad');
    expect(wordsOf(sv)).not.toContain('Äänesi');
  });

  test('is answered with what other features ask beside it, and a refusal is not', async () => {
    const poll = await world.ask();
    const aside = { type: 'TextBlock', text: 'Edustatko kuntaa Pietarsaari?', wrap: true };
    const turn = await world.turn(1);
    const asked = { ...turn, services: { ...turn.services, aside: async () => [aside] } };
    expect(wordsOf(await world.click('polls.vote', { poll: poll.id, choice: 'o1' }, asked))).toContain('Pietarsaari');
    const later = { ...(await world.turn(1)), services: asked.services };
    const wrong = await clicked('polls.vote', { poll: poll.id, choice: 'o9' }, later);
    expect(wordsOf(wrong ?? { type: 'nothing' })).toContain('Äänesi: Koulukuljetukset');
    expect(wordsOf(wrong ?? { type: 'nothing' })).not.toContain('Pietarsaari');
  });

  test('that is too late keeps the comment that was typed, and says why', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    const data = { poll: poll.id, choice: 'o9', comment: 'Pitkään mietitty' };
    const open = wordsOf((await clicked('polls.vote', data, await world.turn(1))) ?? { type: 'nothing' });
    expect(open).toContain('Tätä vaihtoehtoa ei enää ole');
    expect(open).toContain('Pitkään mietitty');
    expect(open).toContain('Äänesi: Koulukuljetukset');
    await world.passTo(poll.closesAt);
    const late = wordsOf(
      (await clicked('polls.vote', { ...data, choice: 'o2' }, await world.turn(1))) ?? { type: 'nothing' },
    );
    expect(late).toContain('on päättynyt');
    expect(late).toContain('Äänesi: Koulukuljetukset');
  });

  test('with another network’s or no poll’s id gets the plain refusal', async () => {
    const poll = await world.ask();
    const turn = { ...(await world.turn(1)), ...(await world.visit(1, 'fi', OTHER_NETWORK)) };
    for (const id of [poll.id, '__proto__', 'constructor']) {
      await expect(world.click('polls.vote', { poll: id, choice: 'o1' }, turn)).rejects.toMatchObject({
        row: text.unknownPoll,
      });
      expect(await clicked('polls.vote', { poll: id, choice: 'o1' }, turn)).toBeUndefined();
    }
  });

  test.each([[{}], [{ poll: 'a/b', choice: 'o1' }], [{ poll: ['p'] }], [{ poll: 'p1', choice: { o1: true } }]])(
    'with the data %j is stale',
    async (data) => {
      await expect(world.click('polls.vote', data, await world.turn(1))).rejects.toMatchObject({ name: 'StaleCard' });
    },
  );

  test('publishes a form once and then shows its desk', async () => {
    const draft = { question: 'Mikä?', options: 'A\nB', form: 'form-1' };
    const turn = await world.turn(0, inChat);
    expect(wordsOf(await world.click('polls.preview', draft, turn))).toContain('polls.create');
    expect(await all()).toEqual([]);
    expect(wordsOf(await world.click('polls.create', draft, turn))).toContain('on julkaistu');
    await world.click('polls.create', draft, turn);
    expect(await all()).toHaveLength(1);
  });

  test('on a form with mistakes gets the form back, filled, with all of them', async () => {
    const draft = { question: '', options: 'Vain yksi', purpose: 'Webinaarin aiheeksi', form: 'form-1' };
    const form = wordsOf((await clicked('polls.create', draft, await world.turn(0, inChat))) ?? { type: 'nothing' });
    for (const words of ['Kirjoita kysymys.', 'Anna vähintään 2', 'Vain yksi', 'Webinaarin aiheeksi', 'form-1']) {
      expect(form).toContain(words);
    }
  });

  test('of a member on what is for coordinators is refused, and nothing happens', async () => {
    const poll = await world.ask();
    const before = await world.now(poll);
    const data = { poll: poll.id, form: 'f', choice: 'o1', closesOn: '2026-05-01', direct: 'true', channel: 'true' };
    for (const verb of [
      'polls.close',
      'polls.reopen',
      'polls.undo',
      'polls.decide',
      'polls.askReminder',
      'polls.remind',
      'polls.repost',
    ]) {
      await expect(world.click(verb, data, await world.turn(1))).rejects.toBeInstanceOf(NotAllowed);
      expect(await clicked(verb, data, await world.turn(1))).toBeUndefined();
    }
    expect(await world.now(poll)).toEqual(before);
  });

  test('of a coordinator that is refused shows the desk with the reason', async () => {
    const poll = await world.ask();
    await world.vote(1, poll, 'o1');
    const desk = wordsOf(
      (await clicked('polls.undo', { poll: poll.id }, await world.turn(0, inChat))) ?? { type: 'nothing' },
    );
    expect(desk).toContain('koska joku on jo äänestänyt');
    expect(desk).toContain('polls.close');
  });
});

describe('hidden results', () => {
  test.each([
    ['always', 'unnamed', { channel: true, unvoted: true, voted: true }],
    ['afterVote', 'unnamed', { channel: false, unvoted: false, voted: true }],
    ['afterClosing', 'unnamed', { channel: false, unvoted: false, voted: false }],
    ['afterClosing', 'named', { channel: false, unvoted: false, voted: false }],
    ['afterClosing', 'secret', { channel: false, unvoted: false, voted: false }],
  ])('shown %s in a poll that is %s leak nowhere before', async (showResults, secrecy, seen) => {
    const poll = await world.ask({ showResults, secrecy });
    for (const n of [1, 2, 3]) {
      await world.click('polls.vote', { poll: poll.id, choice: 'o2', comment: 'Salainen sana' }, await world.turn(n));
    }
    world.clock.jump(1_000);
    const hasCounts = (words: string): boolean => words.includes('█') || words.includes('100');
    const drawn = async (name: string, subject: string) =>
      JSON.stringify(await polls.drawings.find((one) => one.name === name)?.draw(subject, await world.work()));
    expect(hasCounts(await drawn('polls.poll', poll.id))).toBe(seen.channel);
    expect(hasCounts(await drawn('polls.reminderDirect', `${poll.id}|person-5`))).toBe(seen.channel);
    expect(hasCounts(wordsOf(await world.click('polls.mine', { poll: poll.id }, await world.turn(5))))).toBe(
      seen.unvoted,
    );
    expect(hasCounts(wordsOf(await world.click('polls.mine', { poll: poll.id }, await world.turn(1))))).toBe(
      seen.voted,
    );
    for (const [n, isSeen] of [
      [0, seen.unvoted],
      [5, seen.unvoted],
      [1, seen.voted],
    ] as const) {
      const view = await ask(contract.getPoll, await world.visit(n), { params: { poll: poll.id } });
      expect(view.options.some(({ votes }) => votes !== undefined)).toBe(isSeen);
      expect(view.options.some(({ voters }) => voters !== undefined)).toBe(isSeen && secrecy === 'named');
      expect(view.comments.length > 0).toBe(isSeen);
      expect(view.visible).toBe(isSeen ? 'counts' : 'turnout');
      expect(view.voters).toBe(3);
      expect(JSON.stringify(view).includes('Salainen sana')).toBe(n === 1 || isSeen);
    }
    const list = await ask(contract.listPolls, await world.visit(0));
    expect(list.polls).toMatchObject([{ voters: 3, winners: [] }]);
  });

  test('a member sees no desk; a coordinator sees who has voted but not what', async () => {
    const poll = await world.ask();
    await world.vote(2, poll, 'o1');
    await world.vote(1, poll, 'o2');
    const own = await ask(contract.getPoll, await world.visit(0), { params: { poll: poll.id } });
    expect(own.desk?.votedNames).toEqual(['Jäsen 1', 'Jäsen 2']);
    expect(own.desk?.can).toEqual({
      correct: true,
      close: true,
      reopen: false,
      undo: false,
      remind: true,
      decide: false,
    });
    expect(own.desk?.lockedOptions).toEqual(['o1', 'o2']);
    const other = await ask(contract.getPoll, await world.visit(1), { params: { poll: poll.id } });
    expect(other).not.toHaveProperty('desk');
    expect(JSON.stringify(other)).not.toContain('Jäsen');
  });

  test('names are shown of a poll that said so', async () => {
    const poll = await world.ask({ secrecy: 'named' });
    await world.vote(2, poll, 'o1');
    await world.vote(1, poll, 'o1');
    const view = await ask(contract.getPoll, await world.visit(4), { params: { poll: poll.id } });
    expect(view.options[0]).toMatchObject({ votes: 2, voters: ['Jäsen 1', 'Jäsen 2'] });
  });
});

describe('the tab', () => {
  test('lists open polls first, then those to come, then closed ones, the newest first', async () => {
    const closed = await world.ask({ question: 'Ensimmäinen', closesOn: '2026-03-03', closesAtTime: '12:00' });
    await world.untilCounted(closed);
    const later = await world.ask({ question: 'Toinen', closesOn: '2026-03-04', closesAtTime: '12:00' });
    await world.untilCounted(later);
    await world.ask({ question: 'Tuleva', opensOn: '2026-03-20', closesOn: '2026-03-30' });
    await world.ask({ question: 'Pian sulkeutuva', closesOn: '2026-03-09' });
    await world.ask({ question: 'Avoin', closesOn: '2026-03-28' });
    const { polls: list, mayCreate } = await ask(contract.listPolls, await world.visit(1));
    expect(list.map(({ question }) => question)).toEqual([
      'Pian sulkeutuva',
      'Avoin',
      'Tuleva',
      'Toinen',
      'Ensimmäinen',
    ]);
    expect(mayCreate).toBe(false);
  });

  test('votes once for a request, changes and withdraws', async () => {
    const poll = await world.ask();
    const visit = await world.visit(1);
    const vote = async (choices: string[], requestId: string) =>
      ask(contract.castPollVote, visit, { params: { poll: poll.id }, body: { choices, requestId } });
    expect((await vote(['o1'], UUID)).own?.choices).toEqual(['o1']);
    world.clock.jump(1_000);
    const changed = UUID.replace(/1$/, '2');
    expect((await vote(['o2'], changed)).own?.choices).toEqual(['o2']);
    world.clock.jump(1_000);
    expect((await vote(['o1'], UUID)).own?.choices).toEqual(['o2']);
    expect(await vote([], UUID.replace(/1$/, '3'))).toMatchObject({ hasVoted: false, voters: 0 });
  });

  test('previews with the very card that is posted, or says what is wrong', async () => {
    const visit = await world.visit(0);
    const body = { question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' };
    const preview = await ask(contract.previewPoll, visit, { body });
    expect(preview).toMatchObject({
      problems: [],
      closes: 'ma 9.3.2026 klo 16.00',
      closesAt: '2026-03-09T14:00:00.000Z',
    });
    const poll = await world.ask(body);
    const posted = await polls.drawings.find(({ name }) => name === 'polls.poll')?.draw(poll.id, await world.work());
    const neutral = (card: unknown): string => JSON.stringify(card).replaceAll(/p[0-9a-f]{24}/g, 'ID');
    expect(neutral(preview.card)).toBe(neutral(posted && 'card' in posted ? posted.card : undefined));
    const wrong = await ask(contract.previewPoll, visit, { body: { question: '', options: 'A' } });
    expect(wrong.problems.map(({ field }) => field)).toEqual(['question', 'options']);
    await expect(ask(contract.previewPoll, await world.visit(1), { body })).rejects.toThrow('only a coordinator');
  });

  test('creates, reminds, decides, reopens and exports', async () => {
    const visit = await world.visit(0);
    const draft = { question: 'Mikä?', options: 'A\nB' };
    const created = await ask(contract.createPoll, visit, { body: { draft, requestId: UUID } });
    expect((await ask(contract.createPoll, visit, { body: { draft, requestId: UUID } })).id).toBe(created.id);
    const params = { poll: created.id };
    await world.clock.rest();
    expect(await ask(contract.previewReminder, visit, { params })).toMatchObject({
      notVoted: 6,
      direct: 0,
      byChannel: 6,
    });
    const reminded = await ask(contract.remindPoll, visit, {
      params,
      body: { direct: true, channel: true, requestId: UUID },
    });
    expect(reminded.desk?.reminders).toEqual([{ at: toInstant(world.clock.now()), direct: 0, mail: 0, channel: true }]);
    await world.vote(1, await world.now(created), 'o1');
    await world.vote(2, await world.now(created), 'o2');
    await ask(contract.closePoll, visit, { params });
    await world.clock.advance(16_000);
    expect(await ask(contract.getPoll, visit, { params })).toMatchObject({ verdict: 'tie', winnerIds: ['o1', 'o2'] });
    const decided = await ask(contract.decidePoll, visit, { params, body: { option: 'o2' } });
    expect(decided).toMatchObject({ verdict: 'decided', winners: ['B'], winnerIds: ['o2'] });
    const body = { closesOn: '2026-04-01', closesAtTime: '12:00' };
    expect(await ask(contract.reopenPoll, visit, { params, body })).toMatchObject({ phase: 'open', winners: [] });
    const { url } = await ask(contract.exportPoll, visit, { params, body: { format: 'xlsx' } });
    expect(url).toContain('polls.xlsx');
  });

  test('gives roles to endpoints: what only coordinators may do is checked on the server', () => {
    const open = polls.routes.filter(({ role }) => role === 'member').map(({ endpoint }) => endpoint.summary);
    expect(open).toEqual(
      [
        contract.listPolls,
        contract.getPoll,
        contract.previewPoll,
        contract.pollChoices,
        contract.createPoll,
        contract.castPollVote,
        contract.addPollOption,
      ].map(({ summary }) => summary),
    );
    const declared = Object.values(contract).filter((one) => typeof one === 'object' && 'method' in one);
    expect(polls.routes).toHaveLength(declared.length);
  });
});
