/** The rules of an event: drafts, series, reminders over changes of the clocks, changes, and what people may answer when. */
import { describe, expect, test } from '@jest/globals';
import { dateIn, type Instant, instant, plus, timeIn, toInstant } from '../../bot/core/clock.ts';
import { activityId, ID_PATTERN, personOf, postId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  cancel,
  change,
  datesOf,
  differenceOf,
  draftOf,
  type Event,
  type EventDraft,
  type EventFrame,
  eventDraft,
  event as eventSchema,
  makeEvent,
  onDate,
  phaseOf,
  publish,
  type Repetition,
  readDraft,
  reminderKind,
  shifted,
  undo,
  withReminders,
} from '../../bot/features/events/event.ts';
import {
  type Answer,
  type Answering,
  answer,
  confirm,
  offers,
  questionField,
  type Registration,
  registration as registrationSchema,
  wantedPlace,
  withoutNeeds,
} from '../../bot/features/events/registration.ts';
import {
  aheadOf,
  isAhead,
  isStillMeant,
  kindOfReminder,
  LATEST,
  remindersDue,
} from '../../bot/features/events/schedule.ts';
import { text } from '../../bot/features/events/text.ts';

const at = (time: string): Instant => instant.parse(time);
const ZONE = 'Europe/Helsinki';
/** A Monday noon in Finland. */
const NOW = at('2026-03-02T10:00:00.000Z');
const frame: EventFrame = { now: NOW, zone: ZONE, isGroup: (id) => id === 'chairs' };
const draft = (typed: Partial<EventDraft> = {}): EventDraft =>
  eventDraft.parse({ type: 'webinar', title: 'Tilastot', startsOn: '2026-03-19', ...typed });
const by = personOf('t', 'p0');
const made = { id: activityId.parse('e1'), post: postId.parse('e1-card'), by, now: NOW };
const eventOf = (typed: Partial<EventDraft> = {}, of: EventFrame = frame): Event =>
  makeEvent(readDraft(draft(typed), of).event, { ...made, now: of.now });
const published = (typed: Partial<EventDraft> = {}, of: EventFrame = frame): Event =>
  publish(eventOf(typed, of), of.now);
const wall = (time: Instant): string => `${dateIn(time, ZONE)} ${timeIn(time, ZONE)}`;

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}
const problemsOf = (typed: Partial<EventDraft>): [string, object][] => {
  try {
    readDraft(draft(typed), frame);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ field, row }) => [field, row]);
  }
};

describe('a draft', () => {
  test.each<[string, Partial<EventDraft>, [string, object][]]>([
    ['is fine as it is', {}, []],
    ['needs a title', { title: ' \n ' }, [['title', text.noTitle]]],
    ['has a title of at most 200 letters', { title: 'x'.repeat(201) }, [['title', text.longText]]],
    ['may have one of exactly 200', { title: 'x'.repeat(200) }, []],
    ['needs a beginning', { startsOn: ' ' }, [['startsOn', text.noStart]]],
    ['needs a beginning that is a time', { startsOn: 'joskus' }, [['startsOn', text.unreadableTime]]],
    ['knows that there is no such day', { startsOn: '31.2.' }, [['startsOn', text.unreadableTime]]],
    ['can’t begin in the past', { startsOn: '2026-03-02', startsAtTime: '11:59' }, [['startsOn', text.pastStart]]],
    ['can’t begin years ahead', { startsOn: '2029-03-02' }, [['startsOn', text.farStart]]],
    [
      'can’t end before it begins',
      { startsAtTime: '10:00', endsAtTime: '9:00' },
      [['endsAtTime', text.endsBeforeStart]],
    ],
    ['lasts two weeks at most', { endsOn: '2026-04-03', endsAtTime: '10:00' }, [['endsAtTime', text.tooLong]]],
    ['has an end that is a time', { endsAtTime: 'illalla' }, [['endsAtTime', text.unreadableTime]]],
    [
      'takes registrations until it begins at the latest',
      { registrationEndsOn: '2026-03-20' },
      [['registrationEndsOn', text.deadlineAfterStart]],
    ],
    [
      'can’t have taken them until yesterday',
      { registrationEndsOn: '2026-03-01' },
      [['registrationEndsOn', text.pastDeadline]],
    ],
    ['has a deadline that is a time', { registrationEndsOn: 'ajoissa' }, [['registrationEndsOn', text.unreadableTime]]],
    ['has a link of https alone', { joinLink: 'http://x.example/' }, [['joinLink', text.badLink]]],
    ['has no link that runs', { joinLink: 'javascript:alert(1)' }, [['joinLink', text.badLink]]],
    ['does not care for a link where nobody takes part online', { ways: 'room', joinLink: 'http://x' }, []],
    ['seats at least one', { ways: 'both', capacityRoom: '0' }, [['capacityRoom', text.badCapacity]]],
    ['seats a whole number', { ways: 'both', capacityOnline: '12,5' }, [['capacityOnline', text.badCapacity]]],
    ['seats ten thousand at most', { ways: 'both', capacityRoom: '10001' }, [['capacityRoom', text.badCapacity]]],
    ['names an unknown group', { group: 'nobody' }, [['group', text.unknownGroup]]],
    ['takes the form’s word for everyone', { group: '-' }, []],
    ['has a description of at most 4000 letters', { description: 'x'.repeat(4001) }, [['description', text.longText]]],
    ['has at most forty lines of agenda', { agenda: 'x\n'.repeat(41) }, [['agenda', text.manyLines]]],
    ['names a long line of the agenda', { agenda: 'x'.repeat(201) }, [['agenda', text.longLine]]],
    ['has at most ten questions', { questions: 'x\n'.repeat(11) }, [['questions', text.manyLines]]],
    ['names a question with one choice', { questions: 'Lounas? | Kyllä' }, [['questions', text.badChoices]]],
    ['names a question without words', { questions: '* | Kyllä | Ei' }, [['questions', text.longLine]]],
    ['repeats at least twice', { repeats: 'monthly', times: '1' }, [['times', text.badTimes]]],
    ['repeats at most 24 times', { repeats: 'weekly', times: '25' }, [['times', text.badTimes]]],
    ['repeats a number of times', { repeats: 'weekly', times: '' }, [['times', text.badTimes]]],
    [
      'has no repetition that goes on for years',
      { startsOn: '2027-12-01', repeats: 'monthly', times: '24' },
      [['times', text.farStart]],
    ],
    ['has a group before it that exists', { preGroup: 'nobody' }, [['preGroup', text.unknownGroup]]],
    [
      'lets that group meet before it',
      { preGroup: 'chairs', preStartsAtTime: '09:00' },
      [['preStartsAtTime', text.preMeetingLate]],
    ],
    [
      'tells all that is wrong at once',
      { title: '', startsOn: '', group: 'x' },
      [
        ['startsOn', text.noStart],
        ['title', text.noTitle],
        ['group', text.unknownGroup],
      ],
    ],
  ])('%s', (_, typed, problems) => {
    expect(problemsOf(typed).sort()).toEqual([...problems].sort());
  });

  test.each([
    ['webinar', '2026-03-19 09:00', '2026-03-19 10:00', 'online', false],
    ['seminar', '2026-03-19 09:00', '2026-03-19 16:00', 'room', true],
    ['meeting', '2026-03-19 09:00', '2026-03-19 10:00', 'online', false],
    ['training', '2026-03-19 09:00', '2026-03-19 12:00', 'both', true],
    ['other', '2026-03-19 12:00', '2026-03-19 14:00', 'room', false],
    ['party', '2026-03-19 12:00', '2026-03-19 14:00', 'room', false],
  ])('of a %s that says nothing more is from %s to %s, %s', (type, starts, ends, ways, asksNeeds) => {
    const of = eventOf({ type });
    expect([wall(of.startsAt), wall(of.endsAt), of.ways, of.asksNeeds]).toEqual([starts, ends, ways, asksNeeds]);
    expect(of.reminders).toEqual(reminderKind.options);
    expect(eventSchema.parse(of)).toEqual(of);
  });

  test.each([
    ['19.3. klo 9–16', '', '2026-03-19 09:00', '2026-03-19 16:00'],
    ['to 19.3.2026 klo 13.30', '', '2026-03-19 13:30', '2026-03-19 14:30'],
    ['19.3.', '14', '2026-03-19 14:00', '2026-03-19 15:00'],
    ['2026-03-19', '08:15', '2026-03-19 08:15', '2026-03-19 09:15'],
  ])('takes “%s” “%s” as people type it', (startsOn, startsAtTime, starts, ends) => {
    const of = eventOf({ startsOn, startsAtTime });
    expect([wall(of.startsAt), wall(of.endsAt)]).toEqual([starts, ends]);
  });

  test('keeps only what its ways of taking part can use', () => {
    const typed = {
      place: 'Sali',
      joinLink: 'https://x.example/',
      capacityRoom: '5',
      capacityOnline: '6',
      asksNeeds: 'true',
    };
    const { place, joinLink, capacity, asksNeeds } = eventOf({ ...typed, ways: 'room' });
    expect([place, joinLink, capacity, asksNeeds]).toEqual(['Sali', undefined, { room: 5 }, true]);
    const online = eventOf({ ...typed, ways: 'online' });
    expect([online.place, online.joinLink, online.capacity, online.asksNeeds]).toEqual([
      undefined,
      typed.joinLink,
      { online: 6 },
      false,
    ]);
  });

  test('reads the agenda and the questions line by line', () => {
    const { agenda, questions } = eventOf({
      agenda: '9.30 Avaus | Veera Virta | Otto Oja\n\nLounas\nklo 13 ei aikaa\n25.00 Outo',
      questions: 'Tuletko lounaalle? * | Kyllä | Ei | Ei\nTerveisiä?',
    });
    expect(agenda).toEqual([
      { time: '09:30', title: 'Avaus', speakers: 'Veera Virta, Otto Oja' },
      { title: 'Lounas' },
      { title: 'klo 13 ei aikaa' },
      { title: '25.00 Outo' },
    ]);
    expect(questions).toEqual([
      { id: 'q1', label: 'Tuletko lounaalle?', isRequired: true, choices: ['Kyllä', 'Ei'] },
      { id: 'q2', label: 'Terveisiä?', isRequired: false },
    ]);
  });

  test('switches reminders on and off', () => {
    const on = (reminders: string) => eventOf({ reminders }).reminders;
    expect([on(''), on('none'), on('hour, week'), on('often')]).toEqual([
      reminderKind.options,
      [],
      ['week', 'hour'],
      [],
    ]);
    expect(withReminders(eventOf(), ['nudge', 'day']).reminders).toEqual(['day', 'nudge']);
  });

  test('has a public page unless it is for a group', () => {
    expect([
      eventOf({ isPublic: 'true' }).isPublic,
      eventOf({ isPublic: 'true', group: 'chairs' }).isPublic,
      eventOf().isPublic,
    ]).toEqual([true, false, false]);
  });

  test('comes back from the form that changes it as it was', () => {
    const full = {
      ...{ type: 'seminar', ways: 'both', place: 'Sali', joinLink: 'https://x.example/', contact: 'Koordinaattori' },
      ...{ description: 'Päivän aihe\nToinen rivi', agenda: '9.30 Avaus | Veera Virta\nLounas', language: 'sv' },
      ...{ questions: 'Lounas? * | Kyllä | Ei', registrationEndsOn: '2026-03-12', capacityRoom: '40' },
      ...{ reminders: 'none', asksNeeds: 'false', group: 'chairs' },
    };
    const of = readDraft(draft(full), frame).event;
    expect(readDraft(draftOf(makeEvent(of, made), ZONE), frame).event).toEqual(of);
  });
});

describe('a series', () => {
  test.each<[Repetition, string, string[]]>([
    ['weekly', '2026-10-19', ['2026-10-19', '2026-10-26', '2026-11-02']],
    ['biweekly', '2026-12-21', ['2026-12-21', '2027-01-04', '2027-01-18']],
    ['monthly', '2026-01-13', ['2026-01-13', '2026-02-10', '2026-03-10', '2026-04-14']],
    ['monthly', '2026-12-01', ['2026-12-01', '2027-01-05', '2027-02-02']],
    ['monthly', '2026-01-29', ['2026-01-29', '2026-02-26', '2026-03-26', '2026-04-30', '2026-05-28']],
    ['monthlyDate', '2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['monthlyDate', '2027-12-30', ['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30']],
    ['monthlyDate', '2026-11-15', ['2026-11-15', '2026-12-15', '2027-01-15']],
  ])('%s from %s is %j', (how, first, dates) => {
    expect(datesOf(first, how, dates.length)).toEqual(dates);
  });

  test('keeps its wall times over both changes of the clocks, and its deadline so many days ahead', () => {
    const of = readDraft(
      draft({
        startsOn: '2026-10-15',
        startsAtTime: '09:00',
        registrationEndsOn: '2026-10-12',
        repeats: 'weekly',
        times: '24',
      }),
      { ...frame, now: at('2026-10-01T10:00:00.000Z') },
    );
    const all = of.dates.map((date) => onDate(of.event, date, ZONE));
    expect(all.map(({ startsAt }) => wall(startsAt))).toEqual(of.dates.map((date) => `${date} 09:00`));
    expect(new Set(all.map(({ endsAt }) => timeIn(endsAt, ZONE)))).toEqual(new Set(['10:00']));
    expect(new Set(all.map(({ registrationEndsAt }) => timeIn(registrationEndsAt ?? NOW, ZONE)))).toEqual(
      new Set(['16:00']),
    );
    expect(all.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      ...Array(2).fill('06:00'),
      ...Array(22).fill('07:00'),
    ]);
    const over = onDate(of.event, '2027-04-01', ZONE);
    expect([wall(over.startsAt), over.startsAt.slice(11, 16), wall(over.registrationEndsAt ?? NOW)]).toEqual([
      '2027-04-01 09:00',
      '06:00',
      '2027-03-29 16:00',
    ]);
  });

  test('has a group’s meeting an hour before, unless another time of that day was typed', () => {
    const meeting = (typed: Partial<EventDraft>) =>
      readDraft(draft({ preGroup: 'chairs', ...typed }), frame).preMeeting;
    expect(wall(meeting({})?.startsAt ?? NOW)).toBe('2026-03-19 08:00');
    expect(wall(meeting({ preStartsAtTime: '07:30' })?.startsAt ?? NOW)).toBe('2026-03-19 07:30');
    expect(meeting({ preGroup: '-' })).toBeUndefined();
  });
});

describe('reminders', () => {
  const dueOf = (of: Event) => Object.fromEntries(remindersDue(of, ZONE).map(({ kind, due }) => [kind, wall(due)]));
  const autumn = { ...frame, now: at('2026-10-01T10:00:00.000Z') };
  const winter = { ...frame, now: at('2027-03-01T10:00:00.000Z') };

  test.each([
    [
      'autumn',
      autumn,
      '2026-10-25',
      '14:00',
      { week: '2026-10-18 14:00', day: '2026-10-24 14:00', hour: '2026-10-25 13:00', nudge: '2026-10-22 10:00' },
    ],
    [
      'autumn, the day after',
      autumn,
      '2026-10-26',
      '09:00',
      { week: '2026-10-19 09:00', day: '2026-10-25 09:00', hour: '2026-10-26 08:00', nudge: '2026-10-22 10:00' },
    ],
    [
      'spring',
      winter,
      '2027-03-28',
      '14:00',
      { week: '2027-03-21 14:00', day: '2027-03-27 14:00', hour: '2027-03-28 13:00', nudge: '2027-03-25 10:00' },
    ],
    [
      'spring, the day after',
      winter,
      '2027-03-29',
      '09:00',
      { week: '2027-03-22 09:00', day: '2027-03-28 09:00', hour: '2027-03-29 08:00', nudge: '2027-03-25 10:00' },
    ],
  ])('in %s are at the same time of day, whatever the clocks do', (_, of, startsOn, startsAtTime, due) => {
    expect(dueOf(published({ startsOn, startsAtTime }, of))).toEqual(due);
  });

  test('an hour before is an hour, also in the night in which the clocks change', () => {
    const [autumnHour] = remindersDue(
      published({ startsOn: '2026-10-25', startsAtTime: '04:00', reminders: 'hour' }, autumn),
      ZONE,
    );
    expect(autumnHour?.due).toBe('2026-10-25T01:00:00.000Z'); // 3.00 for the second time
    const [springHour] = remindersDue(
      published({ startsOn: '2027-03-28', startsAtTime: '04:00', reminders: 'hour' }, winter),
      ZONE,
    );
    expect(springHour?.due).toBe('2027-03-28T00:00:00.000Z'); // 2.00, since 3.00 does not exist
  });

  test('a nudge comes at ten two weekdays before the registration ends', () => {
    expect(dueOf(published({ registrationEndsOn: '2026-03-16', reminders: 'nudge' }))).toEqual({
      nudge: '2026-03-12 10:00',
    });
    expect(dueOf(published({ startsOn: '2026-03-25', registrationEndsOn: '2026-03-19', reminders: 'nudge' }))).toEqual({
      nudge: '2026-03-17 10:00',
    });
  });

  test('that were due before it was published, or are switched off, are none', () => {
    expect(Object.keys(dueOf(published({ startsOn: '2026-03-03', startsAtTime: '11:00' })))).toEqual(['hour']);
    expect(dueOf(published({ reminders: 'none' }))).toEqual({});
  });

  test('have ids of the time they count down to: a moved event has others, one with other words has not', () => {
    const of = published();
    const ids = (one: Event): string[] => remindersDue(one, ZONE).map(({ id }) => id);
    expect(ids(of)).toEqual([
      'nudge-2026-03-19T0700',
      'week-2026-03-19T0700',
      'day-2026-03-19T0700',
      'hour-2026-03-19T0700',
    ]);
    for (const id of ids(of)) {
      expect(`${'e'.repeat(40)}-remind-${id}-${'p'.repeat(60)}`).toMatch(ID_PATTERN);
      expect(kindOfReminder(id)).toBe(id.split('-')[0]);
    }
    const moved = change(of, readDraft(draft({ startsAtTime: '09:30' }), frame).event, by, NOW);
    const renamed = change(of, readDraft(draft({ title: 'Toinen' }), frame).event, by, NOW);
    expect(ids(moved).filter((id) => ids(of).includes(id))).toEqual([]);
    expect(ids(renamed)).toEqual(ids(of));
    expect([isStillMeant(of, 'day-2026-03-19T0700', ZONE), isStillMeant(moved, 'day-2026-03-19T0700', ZONE)]).toEqual([
      true,
      false,
    ]);
    const byHand = {
      id: 'day-by-1',
      kind: 'day',
      at: NOW,
      state: 'sent',
      by,
      direct: 1,
      mail: 0,
      others: 0,
      channel: false,
    } as const;
    expect(isStillMeant({ ...moved, reminded: [byHand] }, 'day-by-1', ZONE)).toBe(true);
  });

  test('are of use until what they count down to', () => {
    const of = published({ registrationEndsOn: '2026-03-12' });
    const ahead = (kind: 'day' | 'nudge', now: string) => isAhead(of, kind, at(now));
    expect([ahead('nudge', '2026-03-12T13:59:59.000Z'), ahead('nudge', '2026-03-12T14:00:00.000Z')]).toEqual([
      true,
      false,
    ]);
    expect([ahead('day', '2026-03-19T06:59:59.000Z'), ahead('day', '2026-03-19T07:00:00.000Z')]).toEqual([true, false]);
    expect(isAhead(cancel(of, '', by, NOW), 'day', NOW)).toBe(false);
    for (const kind of reminderKind.options) expect(LATEST[kind]).toBeGreaterThan(0);
  });

  test.each([
    ['2026-03-19T06:59:30.000Z', { minutes: 1 }],
    ['2026-03-19T06:00:00.000Z', { minutes: 60 }],
    ['2026-03-19T06:00:04.000Z', { minutes: 60 }],
    ['2026-03-19T06:02:10.000Z', { minutes: 60 }],
    ['2026-03-19T06:11:00.000Z', { minutes: 50 }],
    ['2026-03-19T05:00:00.000Z', { days: 0 }],
    ['2026-03-18T22:30:00.000Z', { days: 0 }],
    ['2026-03-18T21:30:00.000Z', { days: 1 }],
    ['2026-03-12T07:00:00.000Z', { days: 7 }],
  ])('at %s it is %j ahead', (now, ahead) => {
    expect(aheadOf(at('2026-03-19T07:00:00.000Z'), at(now), ZONE)).toEqual(ahead);
  });

  test('a week is seven days of the calendar also when it has an hour more or less', () => {
    for (const start of ['2026-10-26T07:00:00.000Z', '2027-03-29T06:00:00.000Z'])
      expect(aheadOf(at(start), shifted(at(start), -7, ZONE), ZONE)).toEqual({ days: 7 });
  });
});

describe('an event', () => {
  const of = published({ registrationEndsOn: '2026-03-12' });

  test.each([
    ['2026-03-12T13:59:59.999Z', 'upcoming'],
    ['2026-03-12T14:00:00.000Z', 'closed'],
    ['2026-03-19T06:59:59.999Z', 'closed'],
    ['2026-03-19T07:00:00.000Z', 'ongoing'],
    ['2026-03-19T08:00:00.000Z', 'past'],
  ])('at %s is %s', (now, phase) => {
    expect(phaseOf(of, at(now))).toBe(phase);
    expect(offers(of, at(now))).toEqual(phase === 'upcoming' ? ['online', 'maybe', 'no'] : []);
  });

  test('goes out once, and never after it began or its registration ended', () => {
    const drafted = eventOf({ registrationEndsOn: '2026-03-12' });
    expect(publish(of, plus(NOW, 1000))).toBe(of);
    expect(refusalOf(() => publish(drafted, at('2026-03-19T07:00:00.000Z'))).row).toBe(text.pastStart);
    expect(refusalOf(() => publish(drafted, at('2026-03-13T07:00:00.000Z'))).row).toBe(text.pastDeadline);
    expect(refusalOf(() => publish(cancel(of, '', by, NOW), NOW)).row).toBe(text.notDraft);
  });

  test('tells what changed with the values before, and calendars hear of it', () => {
    const to = readDraft(
      draft({ startsAtTime: '10:00', title: 'Uusi', registrationEndsOn: '2026-03-12' }),
      frame,
    ).event;
    const later = plus(NOW, 60_000);
    const changed = change(of, to, by, later);
    expect(changed.changes).toEqual([{ at: later, by, title: 'Tilastot', startsAt: of.startsAt, endsAt: of.endsAt }]);
    expect([changed.revision, changed.revisedAt]).toEqual([1, later]);
    expect(differenceOf(of, changed)).toEqual({ title: 'Tilastot', startsAt: of.startsAt, endsAt: of.endsAt });
    expect(differenceOf(of, of)).toBeUndefined();
  });

  test('with another description alone has no news', () => {
    const to = readDraft(draft({ description: 'Uusi', registrationEndsOn: '2026-03-12' }), frame).event;
    const changed = change(of, to, by, NOW);
    expect([changed.description, changed.changes, changed.revision]).toEqual(['Uusi', [], 0]);
  });

  test('keeps twenty changes', () => {
    let now = of;
    for (let n = 0; n < 25; n++) now = change(now, { ...readDraft(draft(), frame).event, title: `Nimi ${n}` }, by, NOW);
    expect(now.changes).toHaveLength(20);
    expect(now.changes.at(-1)?.title).toBe('Nimi 23');
    expect(now.revision).toBe(25);
  });

  test('keeps whom it is for once it is out, as a draft it does not', () => {
    const everyone = readDraft(draft(), frame).event;
    expect(change(published({ group: 'chairs' }), everyone, by, NOW).group).toBe('chairs');
    expect(change(eventOf({ group: 'chairs' }), everyone, by, NOW).group).toBeUndefined();
  });

  test('that loses its public page and gets one again has another link', () => {
    const open = published({ isPublic: 'true' });
    const closed = change(open, readDraft(draft(), frame).event, by, NOW);
    const again = change(closed, readDraft(draft({ isPublic: 'true' }), frame).event, by, NOW);
    expect([open.publicRound, closed.publicRound, again.publicRound]).toEqual([1, 2, 2]);
    expect(change(open, readDraft(draft({ isPublic: 'true' }), frame).event, by, NOW).publicRound).toBe(1);
  });

  test('keeps the ids of questions with the same words, and gives new ones ids that none ever had', () => {
    const asks = (one: Event, questions: string): Event =>
      change(one, readDraft(draft({ questions }), frame).event, by, NOW);
    const ids = (one: Event) => one.questions.map(({ id, label }) => `${id} ${label}`);
    const first = published({ questions: 'A\nB\nC' });
    const second = asks(first, 'C\nA');
    expect(ids(second)).toEqual(['q3 C', 'q1 A']);
    const third = asks(asks(second, 'A'), 'A\nD');
    expect(ids(third)).toEqual(['q1 A', 'q4 D']);
    expect(ids(asks(third, 'A\nB\nA'))).toEqual(['q1 A', 'q5 B', 'q6 A']);
    expect(eventSchema.parse(third)).toEqual(third);
  });

  test('is cancelled once, with a reason, and taken back only when nobody has answered', () => {
    const cancelled = cancel(of, ' Puhuja  sairastui ', by, NOW);
    expect(cancelled).toMatchObject({ state: 'cancelled', revision: 1, cancelled: { reason: 'Puhuja sairastui', by } });
    expect(cancel(cancelled, 'Muu', by, plus(NOW, 1))).toBe(cancelled);
    expect(refusalOf(() => cancel(of, '', by, of.endsAt)).row).toBe(text.isPast);
    expect(refusalOf(() => cancel(of, 'x'.repeat(501), by, NOW)).row).toBe(text.longText);
    expect(refusalOf(() => cancel(eventOf(), '', by, NOW)).row).toBe(text.notChangeable);
    expect(refusalOf(() => change(cancelled, readDraft(draft(), frame).event, by, NOW)).row).toBe(text.notChangeable);
    expect([undo(of, false).state, refusalOf(() => undo(of, true)).row]).toEqual(['undone', text.hasAnswers]);
  });
});

describe('an answer', () => {
  const of = published({
    ...{ type: 'seminar', ways: 'both', registrationEndsOn: '2026-03-12' },
    questions: 'Lounas? * | Kyllä | Ei\nTerveisiä?',
  });
  const me = personOf('t', 'p1');
  const OPEN = at('2026-03-05T10:00:00.000Z');
  const CLOSED = at('2026-03-13T10:00:00.000Z');
  let sent = 0;
  const delivery = (more: Partial<Answering['delivery']> = {}): Answering['delivery'] => ({
    ...{ id: `d${++sent}`, at: toInstant(Date.parse(OPEN) + sent) },
    ...more,
  });
  const says = (
    to: Answer | Answer['attendance'],
    earlier?: Registration,
    { now = OPEN, event = of, ...how }: Partial<Answering> & { now?: Instant; event?: Event } = {},
  ) =>
    answer(
      event,
      typeof to === 'string' ? { attendance: to } : to,
      { person: me, delivery: delivery(), ...how },
      earlier,
      now,
    );
  const needs = { diet: ['vegan', 'junk'], dietWords: 'ei sipulia', access: [], accessWords: '' };

  test('is the first one, then changed, and calendars hear of each other attendance', () => {
    const first = says('online');
    expect(first).toMatchObject({
      outcome: 'first',
      registration: { attendance: 'online', revision: 1, confirmedAt: OPEN },
    });
    const same = says('online', first.registration);
    expect([same.outcome, same.registration.revision]).toEqual(['changed', 1]);
    const changed = says('room', same.registration);
    expect([changed.outcome, changed.registration.revision, wantedPlace(changed.registration)]).toEqual([
      'changed',
      2,
      'room',
    ]);
    expect(registrationSchema.parse(changed.registration)).toEqual(changed.registration);
  });

  test('delivered again, or older than what is there, changes nothing', () => {
    const first = says('room', undefined, { delivery: { id: 'a', at: at('2026-03-05T10:00:02.000Z') } }).registration;
    expect(says('online', first, { delivery: { id: 'a', at: at('2026-03-05T10:00:09.000Z') } })).toEqual({
      registration: first,
      outcome: 'repeated',
    });
    expect(says('online', first, { delivery: { id: 'b', at: at('2026-03-05T10:00:01.000Z') } }).outcome).toBe(
      'repeated',
    );
    expect(says('online', first, { delivery: { id: 'c', at: at('2026-03-05T10:00:02.000Z') } }).outcome).toBe(
      'repeated',
    );
    const inOrder = says('online', first, {
      delivery: { id: 'd', at: at('2026-03-05T10:00:01.000Z'), isInOrder: true },
    });
    expect([inOrder.outcome, inOrder.registration.sentAt]).toEqual(['changed', first.sentAt]);
  });

  test('delivered again after the deadline gets the same answer as the first', () => {
    const first = says('room', undefined, { delivery: { id: 'a', at: OPEN } }).registration;
    expect(says('room', first, { now: CLOSED, delivery: { id: 'a', at: OPEN } }).outcome).toBe('repeated');
  });

  test('remembers the last eight deliveries', () => {
    let now: Registration | undefined;
    for (let n = 0; n < 12; n++) now = says('maybe', now).registration;
    expect(now?.deliveries).toHaveLength(8);
  });

  test.each<[string, Answer['attendance'], Answer['attendance'] | undefined, Instant, boolean, object | undefined]>([
    ['to come is too late after the deadline', 'room', undefined, CLOSED, false, text.registrationEnded],
    ['to come late is taken from a coordinator', 'room', undefined, CLOSED, true, undefined],
    ['that one can’t come is taken from who came, until the end', 'no', 'room', CLOSED, false, undefined],
    ['that one can’t come is taken while it goes on', 'no', 'online', at('2026-03-19T10:00:00.000Z'), false, undefined],
    ['that one can’t come is too late from who never came', 'no', 'maybe', CLOSED, false, text.registrationEnded],
    ['to switch is too late after the deadline', 'online', 'room', CLOSED, false, text.registrationEnded],
    ['to come has begun', 'room', undefined, at('2026-03-19T08:00:00.000Z'), false, text.hasBegun],
    ['is over for coordinators too', 'room', undefined, at('2026-03-19T14:00:00.000Z'), true, text.isPast],
  ])('%s', (_, attendance, before, now, isCoordinator, row) => {
    const earlier = before && says(before).registration;
    const act = () => says(attendance, earlier, { now, isCoordinator });
    if (row) expect(refusalOf(act).row).toBe(row);
    else expect(act().registration.attendance).toBe(attendance);
  });

  test('is refused by a draft, one that was cancelled, and one that does not offer it', () => {
    const refused = (event: Event, attendance: Answer['attendance']) =>
      refusalOf(() => says(attendance, undefined, { event })).row;
    expect(refused(eventOf(), 'online')).toBe(text.unknownEvent);
    expect(refused(undo(of, false), 'online')).toBe(text.unknownEvent);
    expect(refused(cancel(of, '', by, NOW), 'no')).toBe(text.isCancelled);
    expect(refused(published({ ways: 'online' }), 'room')).toBe(text.notOffered);
    expect(says('maybe', undefined, { event: published({ ways: 'online' }) }).registration.attendance).toBe('maybe');
  });

  test('holds needs of the room alone: they go with it, and where nobody asks for them', () => {
    const room = says({ attendance: 'room', needs }).registration;
    expect(room.needs).toEqual({ diet: ['vegan', 'other'], dietWords: 'ei sipulia', access: [] });
    expect(says('room', room).registration.needs).toEqual(room.needs);
    for (const other of ['online', 'maybe', 'no'] as const)
      expect(says(other, room).registration.needs).toBeUndefined();
    expect(says({ attendance: 'online', needs }).registration.needs).toBeUndefined();
    expect(says('room', says('online', room).registration).registration.needs).toBeUndefined();
    const unasked = published({ ...{ type: 'seminar', ways: 'both' }, asksNeeds: 'false' });
    expect(says({ attendance: 'room', needs }, undefined, { event: unasked }).registration.needs).toBeUndefined();
    expect(says({ attendance: 'room', needs: { diet: [], access: [] } }, room).registration.needs).toBeUndefined();
    expect([withoutNeeds(room).needs, withoutNeeds(withoutNeeds(room)).attendance]).toEqual([undefined, 'room']);
  });

  test('to the event’s questions is needed where it says so, one of the choices, and kept when not asked again', () => {
    const typed = (answers: Record<string, string>) => ({ attendance: 'room', answers }) as const;
    const missing = refusalOf(() => says(typed({})));
    expect(missing.problems.map(({ field, row }) => [field, row])).toEqual([[questionField('q1'), text.answerNeeded]]);
    expect(refusalOf(() => says(typed({ q1: 'Ehkä' }))).row).toBe(text.unknownChoice);
    expect(refusalOf(() => says(typed({ q1: 'Ei', q2: 'x'.repeat(1001) }))).row).toBe(text.longText);
    const kept = says(typed({ q1: 'Ei', q2: ' Moi ', q9: 'vieras' })).registration;
    expect(kept.answers).toEqual({ q1: 'Ei', q2: 'Moi' });
    expect(says('online', kept).registration.answers).toEqual(kept.answers);
    expect(says(typed({ q1: 'Kyllä', q2: '' }), kept).registration.answers).toEqual({ q1: 'Kyllä' });
    expect(says('no', kept).registration.answers).toBeUndefined();
    expect(says('room').registration.answers).toBeUndefined(); // one tap is enough
    expect(says(typed({}), undefined, { by }).registration).toMatchObject({ registeredBy: by, attendance: 'room' });
  });

  test('that one can’t come may say what would have helped, and nothing else keeps it', () => {
    const no = says({ attendance: 'no', wish: ' Etäyhteys ' }).registration;
    expect(no.wish).toBe('Etäyhteys');
    expect(says('no', no).registration.wish).toBe('Etäyhteys');
    expect(says('online', no).registration.wish).toBeUndefined();
    expect(refusalOf(() => says({ attendance: 'no', wish: 'x'.repeat(501) })).problems[0]?.field).toBe('wish');
  });

  test('by a colleague holds a place and waits for a word of theirs; from the public page it holds nothing before', () => {
    const brought = says('room', undefined, { by }).registration;
    expect([wantedPlace(brought), brought.confirmedAt, brought.registeredBy]).toEqual(['room', undefined, by]);
    expect(confirm(brought, of, CLOSED)).toMatchObject({ confirmedAt: CLOSED, revision: 2 });
    const open: Registration = { ...brought, isUnconfirmed: true };
    expect(wantedPlace(open)).toBeUndefined();
    expect(refusalOf(() => confirm(open, of, CLOSED)).row).toBe(text.registrationEnded);
    const held = confirm(open, of, OPEN);
    expect([wantedPlace(held), confirm(held, of, CLOSED)]).toEqual(['room', held]);
    const { attendance: _, ...silent } = brought;
    expect(refusalOf(() => confirm(silent, of, OPEN)).row).toBe(text.nothingToConfirm);
    expect(says('room', open).outcome).toBe('first');
  });
});
