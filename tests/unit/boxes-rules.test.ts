/** The rules of the box and the challenge: when a box is opened over the year, what is open, and who was challenged. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dateIn, type Instant, plus, timeIn, toInstant, weekdayOf } from '../../bot/core/clock.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import { memberId } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  type Box,
  boxDraft,
  check,
  clip,
  comingOpening,
  isOpened,
  nextOpening,
  opened,
  openedIn,
  postOfBox,
  readBox,
  readStory,
  type Story,
  storyDraft,
} from '../../bot/features/boxes/box.ts';
import {
  canTakeBack,
  challengeDraft,
  type Deed,
  deedDraft,
  phaseOf,
  readChallenge,
  readDeed,
  unanswered,
} from '../../bot/features/boxes/challenge.ts';

const ZONE = 'Europe/Helsinki';
const NOW = toInstant('2026-03-02T10:00:00.000Z');
const SOMEONE = personOf('tenant-1', 'person-1');
const BOX = activityId.parse('box-1');

const box = (of: Partial<Box> = {}): Box => ({
  ...{ id: BOX, title: 'Laatikko', intro: '', opens: { type: 'weekly', weekday: 5, time: '12:00' }, scheduleRound: 1 },
  ...{ isPublic: false, round: 1, checksMembers: false, state: 'open', post: postOfBox(BOX), by: SOMEONE, at: NOW },
  ...{ openings: [], ...of },
});
const story = (of: Partial<Story> = {}): Story => ({
  ...{ id: activityId.parse('story-1'), box: BOX, text: 'Tarina', state: 'kept', at: NOW, keptAt: NOW, ...of },
});

/** Fields and Finnish words of a refusal. */
function problemsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ field, row }) => `${field}: ${row.fi}`);
    throw error;
  }
  return [];
}

describe('when a box is opened', () => {
  test('every week at the same time of the wall clock, over both changes of daylight saving time', () => {
    const opens = { type: 'weekly', weekday: 7, time: '12:00' } as const;
    const times: string[] = [];
    for (let at: Instant | undefined = toInstant('2026-03-20T10:00:00.000Z'); times.length < 3; ) {
      at = nextOpening(opens, at as Instant, ZONE);
      times.push(at as string);
    }
    expect(times).toEqual(['2026-03-22T10:00:00.000Z', '2026-03-29T09:00:00.000Z', '2026-04-05T09:00:00.000Z']);
    expect(nextOpening(opens, toInstant('2026-10-24T12:00:00.000Z'), ZONE)).toBe('2026-10-25T10:00:00.000Z');
  });

  test('a time that the spring change skips is an hour later that day', () => {
    const opens = { type: 'weekly', weekday: 7, time: '03:30' } as const;
    const at = nextOpening(opens, toInstant('2026-03-28T12:00:00.000Z'), ZONE);
    expect(at && [dateIn(at, ZONE), timeIn(at, ZONE)]).toEqual(['2026-03-29', '04:30']);
  });

  test('is always ahead, on the right day and less than eight days away, from any moment of two years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 * 366 * 24 * 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 5, max: 23 }),
        (minutes, weekday, hour) => {
          const after = plus(NOW, minutes * 60_000);
          const time = `${String(hour).padStart(2, '0')}:15`;
          const at = nextOpening({ type: 'weekly', weekday, time }, after, ZONE);
          if (at === undefined) return false;
          const isSoon = Date.parse(at) - Date.parse(after) <= 7 * 24 * 3_600_000 + 3_600_000;
          return at > after && isSoon && weekdayOf(dateIn(at, ZONE)) === weekday && timeIn(at, ZONE) === time;
        },
      ),
    );
  });

  test('once is once; and one that was ended is opened one last time', () => {
    const at = toInstant('2026-03-06T10:00:00.000Z');
    expect(comingOpening(box({ opens: { type: 'once', at } }), NOW, ZONE)).toBe(at);
    expect(comingOpening(box({ opens: { type: 'once', at } }), at, ZONE)).toBeUndefined();
    const ended = box({ state: 'ended', endedAt: NOW });
    expect(comingOpening(ended, NOW, ZONE)).toBe('2026-03-06T10:00:00.000Z');
    expect(comingOpening(ended, toInstant('2026-03-06T10:00:00.000Z'), ZONE)).toBeUndefined();
  });
});

describe('what is open', () => {
  const at = toInstant('2026-03-06T10:00:00.000Z');

  test('one change of the box opens all that was in it, and nothing that came later or waits', () => {
    const after = opened(box(), at, at);
    expect(isOpened(box(), story())).toBe(false);
    expect(isOpened(after, story())).toBe(true);
    expect(isOpened(after, story({ keptAt: at }))).toBe(false);
    const { keptAt: _, ...waiting } = story({ state: 'waiting' });
    expect(isOpened(after, waiting)).toBe(false);
    expect(isOpened(after, story({ state: 'refused' }))).toBe(false);
  });

  test('the same opening happens once, and a later one opens what came in between', () => {
    const first = opened(box(), at, at);
    expect(opened(first, at, plus(at, 1000))).toBe(first);
    const second = opened(first, plus(at, 7), plus(at, 7));
    expect(openedIn(second, story({ keptAt: plus(at, 3) }))?.n).toBe(2);
    expect(openedIn(second, story())?.n).toBe(1);
  });

  test('a box that is opened once takes no more after it', () => {
    expect(opened(box({ opens: { type: 'once', at } }), at, at).state).toBe('ended');
    expect(opened(box(), at, at).state).toBe('open');
  });

  test('a coordinator lets in what waits or was refused, and what is in stays in', () => {
    const { keptAt: _, ...waiting } = story({ state: 'waiting' });
    expect(check(waiting, true, SOMEONE, at)).toMatchObject({ state: 'kept', keptAt: at });
    const not = check(waiting, false, SOMEONE, at);
    expect(not.state).toBe('refused');
    expect(not.keptAt).toBeUndefined();
    expect(check(not, true, SOMEONE, plus(at, 5)).keptAt).toBe(plus(at, 5));
    expect(() => check(story(), false, SOMEONE, at)).toThrow(Refusal);
  });
});

describe('forms', () => {
  const read = (of: object): string[] => problemsOf(() => readBox(boxDraft.parse(of), { now: NOW, zone: ZONE }));

  test('a box wants a name and a time that is ahead', () => {
    expect(read({ title: ' ', opens: 'weekly', weekday: '9', time: '25:00' })).toEqual([
      'title: Kirjoita nimi.',
      'weekday: Valitse viikonpäivä.',
      'time: Anna kellonaika muodossa 12:00.',
    ]);
    expect(read({ title: 'A', opens: 'once', opensOn: '2026-02-30', time: '12:00' })).toEqual([
      'opensOn: Valitse päivä ja kellonaika, jolloin laatikko avataan.',
    ]);
    expect(read({ title: 'A', opens: 'once', opensOn: '2026-03-02', time: '11:59' })).toEqual([
      'opensOn: Aika on jo mennyt. Valitse aika, joka on edessä.',
    ]);
    expect(
      readBox(boxDraft.parse({ title: ' Muistot ', opens: 'once', opensOn: '2026-03-02', time: '12:01' }), {
        now: NOW,
        zone: ZONE,
      }),
    ).toMatchObject({
      title: 'Muistot',
      opens: { type: 'once', at: '2026-03-02T10:01:00.000Z' },
    });
  });

  test('a box that was opened once can be corrected without a new time', () => {
    const before = { type: 'once', at: toInstant('2026-02-27T10:00:00.000Z') } as const;
    const draft = boxDraft.parse({ title: 'Uusi nimi', opens: 'once', opensOn: '2026-02-27', time: '12:00' });
    expect(readBox(draft, { now: NOW, zone: ZONE, before }).opens).toEqual(before);
  });

  test('a story wants words, and what its picture shows', () => {
    const told = problemsOf(() =>
      readStory(storyDraft.parse({ text: ' ', name: 'x'.repeat(61), picture: { id: 'p' } })),
    );
    expect(told.map((one) => one.split(':')[0])).toEqual(['text', 'name', 'picture']);
    expect(readStory(storyDraft.parse({ text: 'a\r\n\n\n\nb ', name: '  Aino   A ' }))).toEqual({
      text: 'a\n\nb',
      name: 'Aino A',
    });
  });

  test('a challenge wants a goal and what is counted', () => {
    const told = problemsOf(() => readChallenge(challengeDraft.parse({ title: 'A', goal: '0', unit: '' })));
    expect(told.map((one) => one.split(':')[0])).toEqual(['goal', 'unit']);
    expect(readChallenge(challengeDraft.parse({ title: 'A', goal: '1 000', unit: 'tekoa' })).goal).toBe(1000);
    expect(problemsOf(() => readDeed(deedDraft.parse({ text: 'x'.repeat(501) })))).toHaveLength(1);
  });

  test('long words are cut between letters', () => {
    expect(clip('ääääää', 4)).toBe('äää…');
    expect(clip('👍👍👍', 2)).toBe('👍…');
  });
});

describe('who was challenged', () => {
  const deed = (n: number, of: Partial<Deed> = {}): Deed => ({
    ...{ id: activityId.parse(`deed-${n}`), challenge: activityId.parse('challenge-1'), by: SOMEONE, text: 'Teko' },
    ...{ at: plus(NOW, n), ...of },
  });
  const bertta = memberId.parse('bertta');

  test('is who was named, until they answer with a deed of their own or say no', () => {
    const first = deed(1, { passedTo: bertta });
    const isBertta = (id: string): boolean => id === bertta;
    expect(unanswered([first], isBertta)).toEqual([first]);
    expect(unanswered([first], () => false)).toEqual([]);
    expect(unanswered([first, deed(2, { from: first.id })], isBertta)).toEqual([]);
    expect(unanswered([{ ...first, isDeclined: true }], isBertta)).toEqual([]);
  });

  test('a goal is reached, passed, and unreached again when a deed goes', () => {
    expect([0, 1, 2, 3].map((n) => phaseOf({ state: 'open', goal: 2 }, n))).toEqual([
      'open',
      'open',
      'reached',
      'reached',
    ]);
    expect(phaseOf({ state: 'ended', goal: 2 }, 3)).toBe('ended');
  });

  test('an own deed can be taken back for a day', () => {
    expect(canTakeBack({ at: NOW }, plus(NOW, 24 * 3_600_000 - 1))).toBe(true);
    expect(canTakeBack({ at: NOW }, plus(NOW, 24 * 3_600_000))).toBe(false);
  });
});
