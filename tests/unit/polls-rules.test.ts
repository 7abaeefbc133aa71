/** The rules of a poll: drafts, votes, counting, closing and correcting, in tables and properties. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadCalendars } from '../../bot/calendars.ts';
import { dateIn, type Instant, instant, timeIn, toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  type Ballot,
  castVote,
  closeWith,
  correct,
  decideTie,
  defaultDeadline,
  type EntitlingFrame,
  makePoll,
  type Poll,
  type PollDraft,
  phaseOf,
  pollDraft,
  quickDraft,
  readDraft,
  reopen,
  resultOf,
  splitOptions,
  type Vote,
  verdictOf,
  visibleTo,
} from '../../bot/features/polls/poll.ts';
import { type Counted, nobodyKnown, tallyVotes } from '../../bot/features/polls/tally.ts';
import { text } from '../../bot/features/polls/text.ts';

const finland = loadCalendars()('fi');
const at = (time: string): Instant => instant.parse(time);
const NOW = at('2026-03-02T10:00:00.000Z');
const frame: EntitlingFrame = {
  ...{ now: NOW, zone: 'Europe/Helsinki', isFree: (date) => finland.isFree(date) },
  /** Twelve organisations are entitled; four sit in the group “core”, none in “empty”. */
  entitles: (group) => ({ everyone: 12, core: 4, empty: 0 })[group ?? 'everyone'],
};
/** Where every identity is a person and nobody represents anyone. */
const countVotes = (poll: Poll, cast: readonly Counted[]) => tallyVotes(poll, cast, nobodyKnown());

const draft = (typed: Partial<PollDraft> = {}): PollDraft =>
  pollDraft.parse({ question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot', ...typed });
const made = { id: activityId.parse('p1'), post: postId.parse('p1-card'), by: personOf('t', 'p0'), now: NOW };
const pollOf = (typed: Partial<PollDraft> = {}): Poll => makePoll(readDraft(draft(typed), frame), made);

function problemsOf(typed: Partial<PollDraft>): [string, object][] {
  try {
    readDraft(draft(typed), frame);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ field, row }) => [field, row]);
  }
}

describe('a draft', () => {
  test.each<[string, Partial<PollDraft>, [string, object][]]>([
    ['is fine as it is', {}, []],
    ['needs a question', { question: ' \n ' }, [['question', text.noQuestion]]],
    ['has a question of at most 300 letters', { question: 'x'.repeat(301) }, [['question', text.longQuestion]]],
    ['may have one of exactly 300', { question: 'x'.repeat(300) }, []],
    ['needs two options', { options: 'Yksi' }, [['options', text.fewOptions]]],
    [
      'has at most twenty',
      { options: Array.from({ length: 21 }, (_, n) => `A${n}`).join('\n') },
      [['options', text.manyOptions]],
    ],
    ['names an empty option', { options: 'A\n\nB' }, [['options', text.emptyOption]]],
    ['names a repeated option', { options: 'Kutsuliikenne\n kutsuliikenne ' }, [['options', text.repeatedOption]]],
    ['names a long option', { options: `A\n${'x'.repeat(121)}` }, [['options', text.longOption]]],
    ['can’t close in the past', { closesOn: '2026-03-01', closesAtTime: '12:00' }, [['closesOn', text.pastDeadline]]],
    ['can’t close years ahead', { closesOn: '2028-03-01', closesAtTime: '12:00' }, [['closesOn', text.farDeadline]]],
    ['needs a deadline that is a time', { closesOn: 'joskus' }, [['closesOn', text.unreadableTime]]],
    ['takes a deadline as people write it', { closesOn: 'pe klo 12' }, []],
    [
      'opens before it closes',
      { opensOn: '2026-04-02', closesOn: '2026-04-01' },
      [['opensOn', text.opensAfterClosing]],
    ],
    ['has no more choices than options', { mostChoices: '4' }, [['mostChoices', text.badMostChoices]]],
    ['has a number of choices', { mostChoices: 'kaksi' }, [['mostChoices', text.badMostChoices]]],
    ['has a turnout of at least one', { minimumTurnout: '0' }, [['minimumTurnout', text.badTurnout]]],
    [
      'of a secret poll shows results after closing only',
      { secrecy: 'secret', showResults: 'always' },
      [['showResults', text.secretShowsLater]],
    ],
    ['of a secret poll needs not say so', { secrecy: 'secret' }, []],
    ['counts by organisation', { tallies: 'organisations', rule: 'split' }, []],
    ['is for a group that there is', { group: 'gone' }, [['group', text.unknownGroup]]],
    ['is for everyone when the form says “-”', { group: '-' }, []],
    [
      'counts by organisation where some are entitled',
      { tallies: 'organisations', group: 'empty' },
      [['tallies', text.noneEntitled]],
    ],
    ['is secret and by organisation where enough are entitled', { tallies: 'organisations', secrecy: 'secret' }, []],
    [
      'is not secret and by organisation where few are entitled',
      { tallies: 'organisations', secrecy: 'secret', group: 'core' },
      [['tallies', text.fewForSecret]],
    ],
    ['is secret for a small group where people decide', { secrecy: 'secret', group: 'core' }, []],
    [
      'is not secret where votes are split',
      { tallies: 'organisations', secrecy: 'secret', rule: 'split' },
      [['rule', text.secretNotSplit]],
    ],
    ['has a description that fits', { description: 'x'.repeat(2001) }, [['description', text.longText]]],
    [
      'hears of everything that is wrong at once',
      { question: '', options: 'A', mostChoices: '9', closesOn: 'joskus' },
      [
        ['question', text.noQuestion],
        ['options', text.fewOptions],
        ['closesOn', text.unreadableTime],
        ['mostChoices', text.badMostChoices],
      ],
    ],
  ])('%s', (_, typed, problems) => {
    expect(problemsOf(typed)).toEqual(problems);
  });

  test('of dates has days and times as options, each once', () => {
    const options = '3.12. klo 9–10\nto 10.12. klo 12';
    expect(readDraft(draft({ type: 'dates', options }), frame).options).toMatchObject([
      { label: '', startsAt: '2026-12-03T07:00:00.000Z', endsAt: '2026-12-03T08:00:00.000Z' },
      { label: '', startsAt: '2026-12-10T10:00:00.000Z' },
    ]);
    expect(problemsOf({ type: 'dates', options: '3.12. klo 9\n3.12. kl. 9.00' })).toEqual([
      ['options', text.repeatedOption],
    ]);
    expect(problemsOf({ type: 'dates', options: '3.12.\nensi viikolla' })).toEqual([
      ['options', text.unreadableDate],
      ['options', text.unreadableDate],
    ]);
  });

  test('says always how it stands: defaults of nine in ten', () => {
    expect(readDraft(draft(), frame)).toMatchObject({
      ...{ mostChoices: 1, showResults: 'always', secrecy: 'unnamed', membersAddOptions: false, onTie: 'coordinator' },
      closesAt: '2026-03-09T14:00:00.000Z',
    });
  });
});

describe('the default deadline', () => {
  test('is seven days ahead at four in the afternoon, or the next working day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (date) => {
          const deadline = defaultDeadline({ ...frame, now: toInstant(date) });
          expect(timeIn(deadline, frame.zone)).toBe('16:00');
          expect(finland.isFree(dateIn(deadline, frame.zone))).toBe(false);
          const days = (Date.parse(deadline) - date.getTime()) / 86_400_000;
          expect(days).toBeGreaterThan(6.2);
          expect(days).toBeLessThan(14);
        },
      ),
    );
  });

  test.each([
    ['over the change to summer time', '2026-03-24T10:00:00.000Z', '2026-03-31T13:00:00.000Z'],
    ['over the change back', '2026-10-20T10:00:00.000Z', '2026-10-27T14:00:00.000Z'],
    ['not on Midsummer’s Eve', '2026-06-12T10:00:00.000Z', '2026-06-22T13:00:00.000Z'],
    ['not on Christmas Eve', '2026-12-17T10:00:00.000Z', '2026-12-28T14:00:00.000Z'],
    ['not on a Saturday', '2026-02-28T10:00:00.000Z', '2026-03-09T14:00:00.000Z'],
  ])('%s', (_, now, deadline) => {
    expect(defaultDeadline({ ...frame, now: at(now) })).toBe(deadline);
  });
});

describe('the quick command', () => {
  test.each([
    ['Mikä aihe? | Koulukuljetukset | Kutsuliikenne', 'Mikä aihe?', ['Koulukuljetukset', 'Kutsuliikenne']],
    ['Mikä aihe?\n- Koulukuljetukset\n- Kutsuliikenne\n', 'Mikä aihe?', ['Koulukuljetukset', 'Kutsuliikenne']],
    ['Mikä aihe?\n• Koulukuljetukset\n• Kutsuliikenne', 'Mikä aihe?', ['Koulukuljetukset', 'Kutsuliikenne']],
    ['Mikä aihe? • Koulukuljetukset • Kutsuliikenne', 'Mikä aihe?', ['Koulukuljetukset', 'Kutsuliikenne']],
    ['Mikä aihe?\n1. Koulukuljetukset\n2) Kutsuliikenne', 'Mikä aihe?', ['Koulukuljetukset', 'Kutsuliikenne']],
    ['Mikä aihe?\r\n* A\r\n* B', 'Mikä aihe?', ['A', 'B']],
    ['Mikä aihe? | 2026 | 3.5 tuntia', 'Mikä aihe?', ['2026', '3.5 tuntia']],
    ['Vain kysymys', 'Vain kysymys', []],
    ['Mikä? | A |  | B', 'Mikä?', ['A', '', 'B']],
  ])('%j', (typed, question, options) => {
    const quick = quickDraft(typed, frame);
    expect([quick.question, splitOptions(quick.options)]).toEqual([question, options]);
  });

  test.each([
    ['Mikä? | A | B | viimeistään pe klo 12', '2026-03-06T10:00:00.000Z'],
    ['Vilket? | A | B | senast fre kl. 12', '2026-03-06T10:00:00.000Z'],
    ['Which? | A | B | until 31.3. at 16', '2026-03-31T13:00:00.000Z'],
  ])('%j says until when', (typed, closesAt) => {
    const settled = readDraft(quickDraft(typed, frame), frame);
    expect([settled.options.map(({ label }) => label), settled.closesAt]).toEqual([['A', 'B'], closesAt]);
  });

  test('of ten thousand letters is refused by name', () => {
    const quick = quickDraft(`${'x'.repeat(5_000)} | ${'y'.repeat(5_000)}`, frame);
    expect(problemsOf(quick)).toEqual([
      ['question', text.longQuestion],
      ['options', text.fewOptions],
      ['options', text.longOption],
    ]);
  });

  test('that seems to name a deadline takes no time', () => {
    const started = process.cpuUsage();
    quickDraft(`Mikä? | A | B | asti${' '.repeat(9_000)}x\u2028y`, frame);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000); // a second of work, however busy the machine is
  });

  test('never throws anything but a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        problemsOf(quickDraft(typed, frame));
      }),
    );
  });
});

// ── Voting ─────────────────────────────────────────────────────────────────────────────────────

const voter = (n: number) => personOf('t', `p${n}`);
const ballot = (of: Partial<Ballot> & { id?: string; sentAt?: Instant }): Ballot => ({
  voter: voter(1),
  choices: ['o1'],
  delivery: { id: of.id ?? 'd1', at: of.sentAt ?? NOW },
  ...of,
});

describe('casting', () => {
  test.each([['__proto__'], ['constructor'], ['toString'], ['hasOwnProperty'], ['O1'], ['o01'], [''], ['o1 ']])(
    'a choice of %j is no option',
    (choice) => {
      expect(() => castVote(pollOf(), ballot({ choices: [choice] }), undefined, NOW)).toThrow(Refusal);
    },
  );

  test('at the very deadline is too late, a millisecond before is not', () => {
    const poll = pollOf();
    const before = toInstant(Date.parse(poll.closesAt) - 1);
    expect(castVote(poll, ballot({}), undefined, before).outcome).toBe('first');
    expect(() => castVote(poll, ballot({}), undefined, poll.closesAt)).toThrow(Refusal);
  });

  test('the same option twice is one', () => {
    expect(
      castVote(pollOf({ mostChoices: '2' }), ballot({ choices: ['o2', 'o2'] }), undefined, NOW).vote.choices,
    ).toEqual(['o2']);
  });

  test('a comment stays when only the choice changes, and goes when it is emptied or the vote withdrawn', () => {
    const poll = pollOf();
    const first = castVote(poll, ballot({ comment: ' Tärkeä ' }), undefined, NOW).vote;
    const step = (n: number, of: Partial<Ballot>, earlier: Vote): Vote =>
      castVote(poll, ballot({ ...of, id: `d${n}`, sentAt: toInstant(Date.parse(NOW) + n) }), earlier, NOW).vote;
    expect(first.comment).toBe('Tärkeä');
    expect(step(2, { choices: ['o2'] }, first).comment).toBe('Tärkeä');
    expect(step(2, { choices: ['o2'], comment: '' }, first)).not.toHaveProperty('comment');
    expect(step(2, { choices: [] }, first)).not.toHaveProperty('comment');
  });

  test('in any order and however often delivered, what was sent last holds', () => {
    const sent = fc.array(fc.constantFrom('o1', 'o2', 'o3', ''), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        sent.chain((choices) =>
          fc.record({
            choices: fc.constant(choices),
            order: fc.array(fc.nat({ max: choices.length - 1 }), { maxLength: 12 }),
            seed: fc.shuffledSubarray([...choices.keys()], { minLength: choices.length }),
          }),
        ),
        ({ choices, order, seed }) => {
          const poll = pollOf();
          let kept: Vote | undefined;
          for (const [n, index] of [...order, ...seed, ...order].entries()) {
            const choice = choices[index];
            const clicked = ballot({
              choices: choice ? [choice] : [],
              delivery: { id: n % 2 ? `again-${n}` : `d${index}`, at: toInstant(Date.parse(NOW) + index) },
            });
            kept = castVote(poll, clicked, kept, NOW).vote;
          }
          const last = choices.at(-1);
          expect(kept?.choices).toEqual(last ? [last] : []);
        },
      ),
    );
  });

  test('a click that a request of the tab has replaced is not brought back by a late delivery, though our clock is behind that of Teams', () => {
    const [teams, ours] = [toInstant(Date.parse(NOW) + 2000), NOW];
    const clicked = ballot({ id: 'd1', choices: ['o1'], sentAt: teams });
    const first = castVote(pollOf(), clicked, undefined, ours).vote;
    const delivery = { id: 'd2', at: toInstant(Date.parse(ours) + 1000), isInOrder: true };
    const { vote } = castVote(pollOf(), ballot({ choices: ['o2'], delivery }), first, ours);
    const again = castVote(pollOf(), { ...clicked, delivery: { id: 'd3', at: teams } }, vote, teams);
    expect(again).toMatchObject({ outcome: 'repeated', vote: { choices: ['o2'] } });
  });

  test('a request of the tab is newer than what came before, wherever the clock stands', () => {
    const earlier = castVote(pollOf(), ballot({ id: 'd1', choices: ['o1'] }), undefined, NOW).vote;
    const back = toInstant(Date.parse(NOW) - 60_000);
    const delivery = { id: 'd2', at: back, isInOrder: true };
    const cast = castVote(pollOf(), ballot({ choices: ['o2'], delivery }), earlier, NOW);
    expect(cast).toMatchObject({ outcome: 'changed', vote: { choices: ['o2'] } });
    expect(castVote(pollOf(), ballot({ choices: ['o2'], delivery }), cast.vote, NOW).outcome).toBe('repeated');
  });

  test('remembers only so many deliveries', () => {
    let kept: Vote | undefined;
    for (let n = 0; n < 50; n++) {
      kept = castVote(pollOf(), ballot({ id: `d${n}`, sentAt: toInstant(Date.parse(NOW) + n) }), kept, NOW).vote;
    }
    expect(kept?.deliveries.length).toBeLessThanOrEqual(8);
  });
});

describe('counting', () => {
  const someVotes = fc.array(
    fc.record({
      person: fc.nat({ max: 8 }),
      choices: fc.uniqueArray(fc.constantFrom('o1', 'o2', 'o3', 'o4'), { maxLength: 3 }),
      minutes: fc.nat({ max: 20_000 }),
    }),
    { maxLength: 30 },
  );

  test('equals a plain recount: the latest vote of each before the deadline, options that are there', () => {
    fc.assert(
      fc.property(someVotes, (all) => {
        const poll = pollOf({ mostChoices: '3' });
        const cast = all.map(({ person, choices, minutes }) => ({
          voter: voter(person),
          choices: choices as unknown as Vote['choices'],
          castAt: toInstant(Date.parse(NOW) + minutes * 60_000),
        }));
        const counts: Record<string, number> = { o1: 0, o2: 0, o3: 0 };
        let voters = 0;
        for (let person = 0; person <= 8; person++) {
          const own = cast.filter((one) => one.voter === voter(person) && one.castAt < poll.closesAt);
          const latest = own.reduce<(typeof own)[number] | undefined>(
            (a, b) => (!a || b.castAt > a.castAt ? b : a),
            undefined,
          );
          const valid = (latest?.choices ?? []).filter((id) => id in counts);
          if (valid.length > 0) voters++;
          for (const id of valid) counts[id] = (counts[id] ?? 0) + 1;
        }
        expect(countVotes(poll, cast)).toEqual({ voters, counts });
      }),
    );
  });

  test('one person under two tenants is one', () => {
    const [one, two] = [personOf('t1', 'p1'), personOf('t2', 'p1')].map((person, n) => ({
      voter: person,
      choices: pollOf()
        .options.slice(n, n + 1)
        .map(({ id }) => id),
      castAt: toInstant(Date.parse(NOW) + n),
    }));
    if (!one || !two) throw new Error('two votes are needed');
    expect(countVotes(pollOf(), [one, two])).toEqual({ voters: 1, counts: { o1: 0, o2: 1, o3: 0 } });
  });
});

// ── The rest of its life ───────────────────────────────────────────────────────────────────────

const closed = (typed: Partial<PollDraft>, ...choices: string[]): Poll => {
  const poll = pollOf(typed);
  const cast = choices.map(
    (choice, n) => castVote(poll, ballot({ voter: voter(n), choices: [choice] }), undefined, NOW).vote,
  );
  const later = toInstant(Date.parse(poll.closesAt) + 5_000);
  const result = resultOf(poll, cast, { electorate: nobodyKnown(10), now: later, shuffle: (items) => [...items] });
  return closeWith(poll, result, later) ?? poll;
};

describe('the verdict', () => {
  test.each<[string, Partial<PollDraft>, string[], object]>([
    ['one winner', {}, ['o1', 'o1', 'o2'], { type: 'winner', option: 'o1', decided: false }],
    ['nobody voted', {}, [], { type: 'nobodyVoted' }],
    ['too few voted', { minimumTurnout: '4' }, ['o1', 'o1', 'o2'], { type: 'notValid' }],
    ['a tie for the coordinator', {}, ['o1', 'o2'], { type: 'tie', options: ['o1', 'o2'] }],
    ['a tie for a re-vote', { onTie: 'revote' }, ['o1', 'o2'], { type: 'revote', options: ['o1', 'o2'] }],
    ['both win', { onTie: 'both' }, ['o3', 'o2'], { type: 'bothWin', options: ['o2', 'o3'] }],
    ['two secret votes tell nothing', { secrecy: 'secret' }, ['o1', 'o2'], { type: 'tooFewToTell' }],
    [
      'three secret votes do',
      { secrecy: 'secret' },
      ['o1', 'o2', 'o1'],
      { type: 'winner', option: 'o1', decided: false },
    ],
  ])('%s', (_, typed, choices, verdict) => {
    expect(verdictOf(closed(typed, ...choices))).toEqual(verdict);
  });

  test('a decision is only for a tie, and for one of the tied', () => {
    const tie = closed({}, 'o1', 'o2');
    expect(() => decideTie(tie, 'o3', voter(0), NOW)).toThrow(Refusal);
    expect(verdictOf(decideTie(tie, 'o2', voter(0), NOW))).toEqual({ type: 'winner', option: 'o2', decided: true });
    expect(() => decideTie(closed({}, 'o1'), 'o1', voter(0), NOW)).toThrow(Refusal);
  });
});

describe('who sees what', () => {
  test.each<[Partial<PollDraft>, boolean, string]>([
    [{ showResults: 'always' }, false, 'counts'],
    [{ showResults: 'afterVote' }, false, 'turnout'],
    [{ showResults: 'afterVote' }, true, 'counts'],
    [{ showResults: 'afterClosing' }, true, 'turnout'],
    [{ secrecy: 'secret' }, true, 'turnout'],
  ])('of %j, having voted %s: %s', (typed, hasVoted, visible) => {
    expect(visibleTo(pollOf(typed), { hasVoted })).toBe(visible);
  });
});

describe('closing', () => {
  test('does nothing before the grace is over, when it is counted already, or when it was taken back', () => {
    const poll = pollOf();
    const result = resultOf(poll, [], { electorate: nobodyKnown(1), now: NOW, shuffle: (items) => [...items] });
    expect(closeWith(poll, result, poll.closesAt)).toBeUndefined();
    const later = toInstant(Date.parse(poll.closesAt) + 5_000);
    expect(closeWith({ ...poll, state: 'undone' }, result, later)).toBeUndefined();
    expect(closeWith(closed({}), result, later)).toBeUndefined();
  });

  test('and opening again leaves neither result nor decision', () => {
    const opened = reopen(decideTie(closed({}, 'o1', 'o2'), 'o1', voter(0), NOW), at('2026-05-01T12:00:00.000Z'), NOW);
    expect(opened).toMatchObject({ state: 'running', round: 2 });
    expect(opened).not.toHaveProperty('result');
    expect(opened).not.toHaveProperty('decision');
    expect(phaseOf(opened, NOW)).toBe('open');
  });
});

describe('correcting', () => {
  const to = (poll: Poll, labels: Record<string, string>) => ({
    ...{ question: 'Mikä aihe olisi?', description: '', purpose: '' },
    options: poll.options.map(({ id, label }) => ({ id, label: labels[id] ?? label })),
  });

  test('never changes whose votes count for what', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('o1', 'o2', 'o3'), { maxLength: 8 }),
        fc.string({ minLength: 1, maxLength: 20 }),
        (choices, word) => {
          const poll = pollOf();
          const cast = choices.map(
            (choice, n) => castVote(poll, ballot({ voter: voter(n), choices: [choice] }), undefined, NOW).vote,
          );
          const before = countVotes(poll, cast);
          const corrected = (() => {
            try {
              return correct(poll, to(poll, { o2: word }), new Set(choices), frame);
            } catch (error) {
              if (error instanceof Refusal) return poll; // the new word is no option: nothing happens
              throw error;
            }
          })();
          expect(countVotes(corrected, cast)).toEqual(before);
        },
      ),
    );
  });

  test('gives a new option an id that was never used', () => {
    const poll = pollOf();
    const without = { ...to(poll, {}), options: to(poll, {}).options.slice(0, 2) };
    const shorter = correct(poll, without, new Set(), frame);
    const again = correct(
      shorter,
      { ...without, options: [...without.options, { id: undefined, label: 'Uusi' }] },
      new Set(),
      frame,
    );
    expect(again.options.map(({ id }) => id)).toEqual(['o1', 'o2', 'o4']);
  });

  test.each([
    ['an empty label', { o1: ' ' }, text.emptyOption],
    ['a label of another option', { o1: 'Tilastot' }, text.repeatedOption],
    ['a label that is too long', { o1: 'x'.repeat(121) }, text.longOption],
    ['one whose marks would part it in a form', { o1: `${'x'.repeat(100)}|${'y'.repeat(100)}` }, text.longOption],
    ['one that is too long with its number', { o1: `1. ${'x'.repeat(119)}` }, text.longOption],
  ])('refuses %s', (_, labels, row) => {
    const poll = pollOf();
    expect(() => correct(poll, to(poll, labels), new Set(), frame)).toThrow(expect.objectContaining({ row }));
  });

  test('keeps marks that part options in a form', () => {
    const corrected = correct(pollOf(), to(pollOf(), { o1: 'Bussi | juna', o2: '1. luokka' }), new Set(), frame);
    expect(corrected.options.map(({ label }) => label)).toEqual(['Bussi | juna', '1. luokka', 'Tilastot']);
  });

  test('takes each option once, and no more dates than fit', () => {
    const poll = pollOf();
    const [first] = to(poll, {}).options;
    const twice = { ...to(poll, {}), options: [first, first].flatMap((one) => one ?? []) };
    expect(() => correct(poll, twice, new Set(), frame)).toThrow(Refusal);
    const dates = pollOf({ type: 'dates', options: '4.3. klo 9\n5.3. klo 9' });
    const more = Array.from({ length: 19 }, (_, n) => ({ label: `${n + 6}.3. klo 9` }));
    const options = [...dates.options.map(({ id, label }) => ({ id, label })), ...more];
    expect(() => correct(dates, { ...to(dates, {}), options }, new Set(), frame)).toThrow(
      expect.objectContaining({ row: text.manyOptions }),
    );
    const again = [...dates.options.map(({ id, label }) => ({ id, label })), { label: '4.3. klo 9' }];
    expect(() => correct(dates, { ...to(dates, {}), options: again }, new Set(), frame)).toThrow(
      expect.objectContaining({ row: text.repeatedOption }),
    );
  });

  test('of a poll that was opened again long after it was made is possible', () => {
    const poll = { ...pollOf(), closesAt: at('2027-08-02T10:00:00.000Z') };
    const corrected = correct(poll, to(poll, {}), new Set(), { ...frame, now: at('2027-07-02T10:00:00.000Z') });
    expect(corrected.question).toBe('Mikä aihe olisi?');
  });

  test('ends with the deadline', () => {
    const poll = pollOf();
    const late = { ...frame, now: poll.closesAt };
    expect(() => correct(poll, to(poll, {}), new Set(), late)).toThrow(
      expect.objectContaining({ row: text.notRunning }),
    );
  });
});
