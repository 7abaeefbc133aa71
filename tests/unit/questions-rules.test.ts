/** The rules of questions: what a form may say, who sees what, when coordinators are told, and who may know. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, type PersonKey, personOf } from '../../bot/core/ids.ts';
import { type Member, memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  EMPTY_DRAFT,
  inQueueOrder,
  LONGEST_QUESTION,
  maySee,
  type Question,
  readAnswer,
  readDraft,
  reopen,
  seesAsker,
  tellAt,
  unanswered,
  withoutAsker,
  workingDaysAfter,
} from '../../bot/features/questions/question.ts';
import { isAkin, MOST_KNOWING, whoKnows } from '../../bot/features/questions/who-knows.ts';

const NOW = toInstant('2026-11-25T10:00:00Z'); // a Wednesday
const zone = 'Europe/Helsinki';
const isFree = (date: string): boolean => [0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());
const frame = { now: NOW, zone, isFree };
const person = (n: number): PersonKey => personOf('tenant-1', `person-${n}`);
const ids = (n: number) => [memberIdOf(person(n))];

const question = (of: Partial<Question> = {}): Question => ({
  ...{ id: activityId.parse('q1'), text: 'Miten koulukuljetukset on kilpailutettu?', details: '', to: 'network' },
  ...{ askedBy: person(1), state: 'new', at: NOW, waitsSince: NOW, touchedAt: NOW, requested: [] },
  ...of,
});

/** Fields of the problems that a form is refused with. */
function wrongIn(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ field }) => field);
  }
}

describe('a form', () => {
  test('asks what it says, in order', () => {
    const asked = readDraft(
      {
        ...EMPTY_DRAFT,
        text: '  Miten\n hoidatte? ',
        details: 'A\r\nB',
        dueOn: '4.12.',
        topic: ' kyydit ',
        isUnnamed: 'true',
      },
      frame,
    );
    expect(asked).toEqual({
      ...{ text: 'Miten hoidatte?', details: 'A\nB', to: 'network', isUnnamed: true },
      ...{ dueOn: '2026-12-04', topic: 'kyydit' },
    });
  });

  test('to the coordinator alone is never unnamed: there is nobody to hide it from', () => {
    const asked = readDraft({ ...EMPTY_DRAFT, text: 'Miten?', to: 'coordinator', isUnnamed: 'true' }, frame);
    expect(asked).toEqual({ text: 'Miten?', details: '', to: 'coordinator' });
  });

  test.each([
    [{ text: ' ' }, ['text']],
    [{ text: 'a'.repeat(LONGEST_QUESTION + 1) }, ['text']],
    [{ text: 'A', to: 'everyone' }, ['to']],
    [{ text: 'A', dueOn: 'joskus' }, ['dueOn']],
    [{ text: 'A', dueOn: '2026-11-24' }, ['dueOn']],
    [{ text: 'A', dueOn: '2028-01-01' }, ['dueOn']],
    [{ text: '', to: '', dueOn: '2026-02-31' }, ['text', 'to', 'dueOn']],
  ])('%j is refused by its fields, all at once', (of, fields) => {
    expect(wrongIn(() => readDraft({ ...EMPTY_DRAFT, ...of }, frame))).toEqual(fields);
  });

  test('may be due today', () => {
    expect(readDraft({ ...EMPTY_DRAFT, text: 'A', dueOn: '2026-11-25' }, frame).dueOn).toBe('2026-11-25');
  });

  test('an empty answer is refused at its field', () => {
    expect(wrongIn(() => readAnswer(' \n'))).toEqual(['answer']);
  });
});

describe('who sees it', () => {
  const member = { ids: ids(2), isCoordinator: false };
  const coordinator = { ids: ids(0), isCoordinator: true };
  const asker = { ids: ids(1), isCoordinator: false };

  test.each([
    ['network', 'new', [true, true, true]],
    ['network', 'withdrawn', [false, false, true]],
    ['coordinator', 'new', [false, true, true]],
    ['coordinator', 'answered', [false, true, true]],
    ['coordinator', 'withdrawn', [false, false, true]],
  ] as const)('to %s, %s: member, coordinator, who asked: %j', (to, state, seen) => {
    const of = question({ to, state });
    expect([member, coordinator, asker].map((reader) => maySee(of, reader))).toEqual(seen);
  });

  test('without a name nobody but coordinators and who asked is told who', () => {
    const of = question({ isUnnamed: true });
    expect([member, coordinator, asker].map((reader) => seesAsker(of, reader))).toEqual([false, true, true]);
  });

  test('another identity of who asked sees it too', () => {
    expect(maySee(question({ to: 'coordinator' }), { ids: [...ids(7), ...ids(1)], isCoordinator: false })).toBe(true);
  });
});

describe('the clock', () => {
  test.each([
    ['on Wednesday, after three working days', {}, '2026-11-30T07:00:00.000Z'],
    ['due far off, as without a date', { dueOn: '2026-12-20' }, '2026-11-30T07:00:00.000Z'],
    ['due on Friday, the day before', { dueOn: '2026-11-27' }, '2026-11-26T07:00:00.000Z'],
    ['due tomorrow, in an hour', { dueOn: '2026-11-26' }, '2026-11-25T11:00:00.000Z'],
  ] as const)('coordinators are told of what is asked %s', (_, of, at) => {
    expect(tellAt(question(of), 3, frame)).toBe(at);
  });

  test('free days are no working days', () => {
    expect(workingDaysAfter('2026-11-27', 1, isFree)).toBe('2026-11-30');
  });

  test('what is opened again waits from then on', () => {
    const later = toInstant('2026-12-01T10:00:00Z');
    const of = reopen(question({ state: 'answered', answeredAt: NOW, toldAt: NOW }), later);
    expect(of).toMatchObject({ state: 'inWork', waitsSince: later });
    expect(of.toldAt).toBeUndefined();
  });

  test('what lost its only answer waits as before', () => {
    expect(unanswered(question({ state: 'answered', answeredAt: NOW }), NOW).state).toBe('new');
    expect(unanswered(question({ state: 'answered', takenBy: person(0) }), NOW).state).toBe('inWork');
  });

  test('the queue has what is due first in front, then the oldest', () => {
    const of = (id: string, dueOn: string | undefined, at: string): Question =>
      question({ id: activityId.parse(id), at: toInstant(at), ...(dueOn === undefined ? {} : { dueOn }) });
    const queue = [
      of('young', undefined, '2026-11-25T10:00:00Z'),
      of('due', '2026-12-04', '2026-11-25T11:00:00Z'),
      of('old', undefined, '2026-11-20T10:00:00Z'),
      of('first', '2026-11-26', '2026-11-25T12:00:00Z'),
    ];
    expect([...queue].sort(inQueueOrder).map(({ id }) => id)).toEqual(['first', 'due', 'old', 'young']);
  });
});

describe('who may know', () => {
  const knows = (n: number, topics: readonly string[], isListed = true): Member => ({
    ...{ person: person(n), name: `Jäsen ${n}`, isGuest: false, topics: [...topics] },
    ...(isListed ? { isListed: true as const } : {}),
  });
  const names = (asked: string, people: readonly Member[], except: readonly string[] = []) =>
    whoKnows(asked, people, except).map(({ member }) => member.name);

  test('is who agreed to be found and named a word of the question, in any form', () => {
    const people = [
      knows(1, ['koulukuljetukset']),
      knows(2, ['koulukuljetukset'], false),
      knows(3, ['koulutus']),
      knows(4, ['Tilastointi', 'kilpailuttaminen']),
    ];
    expect(names('Miten koulukuljetusten kilpailutus on tehty?', people)).toEqual(['Jäsen 1', 'Jäsen 4']);
  });

  test('is never who asks, and the best come first, five at most', () => {
    const people = [1, 2, 3, 4, 5, 6, 7].map((n) => knows(n, n === 6 ? ['tilastot', 'kutsuliikenne'] : ['tilastot']));
    const found = names('Tilastoista ja kutsuliikenteestä', people, [memberIdOf(person(1))]);
    expect(found).toHaveLength(MOST_KNOWING);
    expect(found[0]).toBe('Jäsen 6');
    expect(found).not.toContain('Jäsen 1');
  });

  test.each([
    ['kuljetus', 'kuljetukset', true],
    ['tilastot', 'tilastoja', true],
    ['koulutus', 'koulukuljetus', false],
    ['juna', 'junat', false],
  ])('%s and %s are akin: %s', (a, b, is) => {
    expect([isAkin(a, b), isAkin(b, a)]).toEqual([is, is]);
  });

  test('takes any words without fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (asked, topics) => {
        expect(whoKnows(asked, [knows(1, topics)], []).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('without the person', () => {
  const as = personOf('tenant-1', 'nobody');

  test('what everyone read stays; what coordinators alone read loses its words', () => {
    expect(withoutAsker(question(), ids(1), as)).toMatchObject({ askedBy: as, text: question().text });
    const secret = question({ to: 'coordinator', details: 'Tausta', topic: 'kyydit' });
    expect(withoutAsker(secret, ids(1), as)).toMatchObject({ askedBy: as, text: '', details: '' });
    expect(withoutAsker(secret, ids(1), as).topic).toBeUndefined();
  });

  test('who took it or was asked about it is not there any more', () => {
    const of = question({ takenBy: person(2), requested: ids(2) });
    expect(withoutAsker(of, ids(2), as)).toMatchObject({ takenBy: as, requested: [], askedBy: person(1) });
  });

  test('a question that is not about them is left as it is', () => {
    const of = question();
    expect(withoutAsker(of, ids(3), as)).toBe(of);
  });
});
