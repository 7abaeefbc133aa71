/** Reminders of events: who gets which, once each and never too late, over a whole year in which the server is dead again and again. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { between, DAY, HOUR, type Instant, MINUTE, plus, SECOND, toInstant } from '../../bot/core/clock.ts';
import { objectIdOf, type PersonKey, postId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeMember } from '../../bot/core/register.ts';
import { translator } from '../../bot/core/text.ts';
import { answerEvent } from '../../bot/features/events/answer-operations.ts';
import { type Event, eventDraft, type ReminderKind } from '../../bot/features/events/event.ts';
import { allEvents, changeEvent, changeRegistration } from '../../bot/features/events/memory.ts';
import { cancelEvent, correctEvent, createEvents, setReminders } from '../../bot/features/events/operations.ts';
import type { Attendance } from '../../bot/features/events/registration.ts';
import { fresh } from '../../bot/features/events/registration.ts';
import { type ReminderNumbers, reminderText } from '../../bot/features/events/reminder-cards.ts';
import {
  remind,
  reminderNow,
  remindersView,
  remindNow,
  whomToRemind,
} from '../../bot/features/events/reminder-operations.ts';
import { text as words } from '../../bot/features/events/reminder-text.ts';
import { isAhead, LATEST, remindersDue } from '../../bot/features/events/schedule.ts';
import { text } from '../../bot/features/events/text.ts';
import { posts as postKind } from '../../bot/jobs/post.ts';
import { type EventWorld, openEventWorld } from '../fakes/event-world.ts';
import { openChat, person } from '../fakes/feature-world.ts';

const ZONE = 'Europe/Helsinki';
/** Whom what reaches: chats of 1, 2 and 5, mail for 3, nothing for the coordinator and 4. */
const CHATS = [1, 2, 5];

let world: EventWorld;
beforeEach(async () => {
  world = await openEventWorld();
  for (const n of CHATS) await openChat(world, n);
  await changeMember(
    await world.work(),
    objectIdOf(person(3)),
    (of) => of && { ...of, email: 'jasen3@kunta.example', mail: { events: true } },
  );
});
afterEach(() => world.close());

const idOf = (n: number): string => objectIdOf(person(n));
let deliveries = 0;
async function says(n: number, { id }: Pick<Event, 'id'>, attendance: Attendance): Promise<void> {
  const delivery = { id: `said-${++deliveries}`, at: toInstant(Date.parse(world.clock.now()) + deliveries) };
  await answerEvent(await world.visit(n), id, { attendance }, delivery);
}
/** 1 and 3 come to the room, 2 online, 4 says maybe; 5 and the coordinator say nothing. */
async function allSay(event: Event): Promise<void> {
  for (const [n, attendance] of [
    [1, 'room'],
    [2, 'online'],
    [3, 'room'],
    [4, 'maybe'],
  ] as const)
    await says(n, event, attendance);
}
const dueOf = (event: Event, kind: ReminderKind) => {
  const found = remindersDue(event, ZONE).find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
/** The jobs look every five seconds. */
const A_LOOK = 6000;
async function passTo(time: Instant): Promise<void> {
  await world.passTo(time);
  await world.clock.advance(A_LOOK);
}
/** What went out of a reminder, from the store and the mail queue: persons by letter and by chat, and whether the thread has it. */
async function outOf(event: Event, reminder: string) {
  const prefix = `${event.id}-remind-${reminder}`;
  const found = await listAll(world.temp.store, world.scope, postKind, { prefix });
  const mail = [...world.letters.keys()]
    .filter((id) => id.startsWith(`${prefix}-`))
    .map((id) => id.slice(prefix.length + 1));
  const chat = found.filter(({ id }) => id !== prefix);
  return {
    mail: mail.sort(),
    chat: chat.map(({ id }) => id.slice(prefix.length + 1)).sort(),
    thread: found.some(({ id }) => id === prefix),
    states: found.map(({ value }) => value.state),
  };
}
const refusalOf = async (act: Promise<unknown>): Promise<Refusal['row'] | undefined> => {
  try {
    await act;
  } catch (error) {
    if (error instanceof Refusal) return error.row;
    throw error;
  }
  return undefined;
};

describe('a reminder that is due', () => {
  test.each<[ReminderKind, { mail: number[]; chat: number[]; thread: boolean; others: number }]>([
    ['week', { mail: [3], chat: [1, 2], thread: false, others: 0 }],
    ['day', { mail: [3], chat: [1, 2], thread: true, others: 1 }],
    ['hour', { mail: [3], chat: [1, 2], thread: false, others: 0 }],
    ['nudge', { mail: [], chat: [5], thread: true, others: 1 }],
  ])(
    '(%s) goes to each whom it concerns by one way, and to the thread for the others',
    async (kind, { mail, chat, thread, others }) => {
      const event = await world.invite({ reminders: kind });
      await allSay(event);
      const { id, due } = dueOf(event, kind);
      await passTo(plus(due, -MINUTE));
      expect((await world.now(event)).reminded).toEqual([]);
      await passTo(due);
      const out = await outOf(event, id);
      expect(out).toMatchObject({ mail: mail.map(idOf), chat: chat.map(idOf), thread });
      expect((await world.now(event)).reminded).toMatchObject([
        { id, kind, state: 'sent', mail: mail.length, direct: chat.length, others, channel: thread },
      ]);
      await remind(await world.work(), `${event.id}|${id}`);
      await world.restart();
      expect(await outOf(event, id)).toEqual(out);
    },
  );

  test('goes to who waits for a place a day before, an hour before not', async () => {
    const event = await world.invite({ capacityRoom: '1' });
    await says(1, event, 'room');
    await says(2, event, 'room');
    for (const [kind, chat] of [
      ['day', [1, 2]],
      ['hour', [1]],
    ] as const) {
      const { id, due } = dueOf(event, kind);
      await passTo(due);
      expect((await outOf(event, id)).chat).toEqual(chat.map(idOf));
    }
  });

  test('before the registration ends goes to invited outsiders too, and to nobody who has answered, whatever it was', async () => {
    const event = await world.invite({ reminders: 'nudge' });
    const outsider = 'x-outsider' as PersonKey;
    const key = `mail|${outsider}` as PersonKey;
    const from = { from: 'coordinator', at: world.clock.now() } as const;
    await changeMember(await world.work(), outsider, () => ({
      ...{ person: key, name: 'Otto Oja', isGuest: false, isOutsider: true, email: 'otto@laani.example' },
      ...{ emailSource: from, joinedAt: world.clock.now() },
    }));
    await changeRegistration(await world.work(), event.id, outsider as never, () => fresh(key, world.clock.now()));
    for (const [n, attendance] of [
      [0, 'no'],
      [1, 'maybe'],
      [2, 'online'],
      [3, 'no'],
      [4, 'room'],
    ] as const)
      await says(n, event, attendance);
    const { id, due } = dueOf(event, 'nudge');
    await passTo(due);
    expect(await outOf(event, id)).toMatchObject({ mail: [outsider], chat: [idOf(5)], thread: false });
  });

  test('is nobody’s when nobody comes, and then the thread has none either', async () => {
    const event = await world.invite();
    const { id, due } = dueOf(event, 'day');
    await passTo(due);
    expect(await outOf(event, id)).toMatchObject({ mail: [], chat: [], thread: false });
    expect((await world.now(event)).reminded.find((one) => one.id === id)?.state).toBe('nobody');
  });

  test.each<[string, (event: Event) => Promise<unknown>]>([
    ['was cancelled', async ({ id }) => cancelEvent(await world.visit(0), id, '')],
    ['has it switched off', async ({ id }) => setReminders(await world.visit(0), id, ['hour'])],
  ])('does not go out when the event %s meanwhile', async (_, change) => {
    const event = await world.invite({ reminders: 'day' });
    await allSay(event);
    await change(event);
    const { id, due } = dueOf(event, 'day');
    await passTo(due);
    expect(await outOf(event, id)).toMatchObject({ mail: [], chat: [], thread: false });
    expect((await world.now(event)).reminded).toEqual([]);
  });

  test('goes out at the new time when the event was moved, and not at the old one', async () => {
    const event = await world.invite({ reminders: 'day', startsOn: '2026-03-16' });
    await allSay(event);
    const moving = {
      type: 'webinar',
      title: event.title,
      ways: 'both',
      startsOn: '2026-03-20',
      startsAtTime: '09:00',
      reminders: 'day',
    };
    const moved = await correctEvent(await world.visit(0), event.id, eventDraft.parse(moving), { tells: false });
    const [old, now] = [dueOf(event, 'day'), dueOf(moved, 'day')];
    await passTo(old.due);
    expect((await outOf(event, old.id)).chat).toEqual([]);
    await passTo(now.due);
    expect((await outOf(event, now.id)).chat).toEqual([1, 2].map(idOf));
  });

  test('of the same kind does not follow within half a day when the event is moved after the first', async () => {
    const event = await world.invite({ reminders: 'day', startsOn: '2026-03-16' });
    await allSay(event);
    await passTo(plus(dueOf(event, 'day').due, HOUR));
    const moving = {
      type: 'webinar',
      title: event.title,
      ways: 'both',
      startsOn: '2026-03-16',
      startsAtTime: '11:00',
      reminders: 'day',
    };
    const moved = await correctEvent(await world.visit(0), event.id, eventDraft.parse(moving), { tells: false });
    await passTo(dueOf(moved, 'day').due);
    expect((await world.now(event)).reminded.map(({ state }) => state)).toEqual(['sent', 'skipped']);
    expect((await outOf(event, dueOf(moved, 'day').id)).chat).toEqual([]);
  });

  test.each<[ReminderKind, number, 'sent' | 'skipped']>([
    ['week', LATEST.week - MINUTE, 'sent'],
    ['week', LATEST.week + MINUTE, 'skipped'],
    ['day', LATEST.day + MINUTE, 'skipped'],
    ['hour', LATEST.hour - MINUTE, 'sent'],
    ['hour', LATEST.hour + MINUTE, 'skipped'],
    ['hour', 2 * HOUR, 'skipped'],
  ])('(%s) after the server was down for %d ms ends as %s', async (kind, late, state) => {
    const event = await world.invite({ reminders: kind });
    await allSay(event);
    const { id, due } = dueOf(event, kind);
    world.kill();
    await world.passTo(plus(due, late));
    await world.restart();
    await world.clock.advance(A_LOOK);
    expect((await world.now(event)).reminded).toMatchObject([{ id, state }]);
    expect((await outOf(event, id)).chat).toEqual(state === 'sent' ? [1, 2].map(idOf) : []);
  });

  test('that was cut off when it could not go on ends with what had gone out', async () => {
    const event = await world.invite({ reminders: 'day' });
    await allSay(event);
    const { id, due } = dueOf(event, 'day');
    await passTo(due);
    const open = (of: Event): Event => ({
      ...of,
      reminded: of.reminded.map((one) => ({ ...one, state: 'sending', direct: 0 })),
    });
    await changeEvent(await world.work(), event.id, open);
    await world.passTo(event.startsAt);
    await remind(await world.work(), `${event.id}|${id}`);
    expect((await world.now(event)).reminded).toMatchObject([{ id, state: 'sent', direct: 2, channel: true }]);
  });

  test('that waits on its way is right only as long as the event is ahead, where it was, and concerns the person', async () => {
    const event = await world.invite();
    await allSay(event);
    const [day, nudge] = [dueOf(event, 'day').id, dueOf(event, 'nudge').id];
    const isRight = async (subject: string) =>
      (await reminderNow(await world.work(), `${event.id}|${subject}`)) !== undefined;
    expect([await isRight(day), await isRight(`${day}|${idOf(1)}`), await isRight(`${day}|${idOf(5)}`)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([
      await isRight(`${nudge}|${idOf(5)}`),
      await isRight(`${nudge}|${idOf(1)}`),
      await isRight('day-2020-01-01T0700'),
    ]).toEqual([true, false, false]);
    await says(5, event, 'no');
    expect(await isRight(`${nudge}|${idOf(5)}`)).toBe(false);
    await world.passTo(event.startsAt);
    expect(await isRight(day)).toBe(false);
  });
});

describe('a coordinator', () => {
  const FORM = { form: 'form-1', channel: true };

  test('sees whom a reminder would reach, and sends it once however often the form arrives', async () => {
    const event = await world.invite({ reminders: 'none' });
    await allSay(event);
    const visit = await world.visit(0);
    expect(await whomToRemind(visit, event, 'day')).toMatchObject({ people: 4, direct: 2, mail: 1, others: 1 });
    expect(await whomToRemind(visit, event, 'nudge')).toMatchObject({
      people: 2,
      direct: 1,
      mail: 0,
      others: 1,
      silent: 2,
    });
    const [once] = await Promise.all([
      remindNow(visit, event.id, 'day', FORM),
      remindNow(visit, event.id, 'day', FORM),
    ]);
    await remindNow(visit, event.id, 'day', FORM);
    await world.clock.advance(30_000);
    const [entry, ...others] = (await world.now(event)).reminded;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'day',
      state: 'sent',
      by: person(0),
      direct: 2,
      mail: 1,
      others: 1,
      channel: true,
    });
    expect(await outOf(event, entry?.id ?? '')).toMatchObject({
      mail: [idOf(3)],
      chat: [1, 2].map(idOf),
      thread: true,
    });
    expect(once?.reminded).toHaveLength(1);
    await remindNow(visit, event.id, 'day', { form: 'form-2', channel: false });
    const second = (await world.now(event)).reminded[1];
    expect([second?.channel, (await outOf(event, second?.id ?? '')).thread]).toEqual([false, false]);
  });

  test('whose request was cut off has the reminder sent by the job, the thread as they chose', async () => {
    const event = await world.invite({ reminders: 'none' });
    await allSay(event);
    await remindNow(await world.visit(0), event.id, 'week', { form: 'form-1', channel: false });
    const reminder = (await world.now(event)).reminded[0]?.id ?? '';
    for (const id of [idOf(2), idOf(3)])
      await world.temp.store.remove(world.scope, postKind, `${event.id}-remind-${reminder}-${id}`);
    const cut = (of: Event): Event => ({
      ...of,
      reminded: of.reminded.map((one) => ({ ...one, state: 'sending', direct: 0, mail: 0 })),
    });
    await changeEvent(await world.work(), event.id, cut);
    await world.clock.advance(20_000);
    expect((await world.now(event)).reminded).toMatchObject([
      { state: 'sent', direct: 2, mail: 1, others: 0, channel: false },
    ]);
    expect(await outOf(event, reminder)).toMatchObject({ chat: [1, 2].map(idOf), thread: false });
  });

  test('is told why nothing can be sent', async () => {
    const visit = await world.visit(0);
    const event = await world.invite({ registrationEndsOn: '2026-03-12' });
    const why = (kind: ReminderKind, channel = true) =>
      refusalOf(remindNow(visit, event.id, kind, { form: `${kind}-${channel}`, channel }));
    expect(await why('day')).toBe(text.nobodyToRemind);
    await says(4, event, 'room');
    expect(await why('day', false)).toBe(words.onlyInChannel);
    expect(await why('day')).toBeUndefined();
    await world.passTo('2026-03-13T10:00:00.000Z');
    expect(await why('nudge')).toBe(words.registrationOver);
    await world.passTo(event.startsAt);
    expect(await why('hour')).toBe(words.hasBegun);
    const draft = await world.draft({ startsOn: '2026-05-05' });
    expect(await refusalOf(whomToRemind(visit, draft, 'day'))).toBe(words.notOut);
    const open = await world.invite({ startsOn: '2026-05-05' });
    const cancelled = await cancelEvent(visit, open.id, '');
    expect(await refusalOf(whomToRemind(visit, cancelled, 'day'))).toBe(text.isCancelled);
    await expect(whomToRemind(await world.visit(1), open, 'day')).rejects.toThrow();
  });

  test('sees what goes out when, and what has gone', async () => {
    const event = await world.invite({ reminders: 'day,hour' });
    await allSay(event);
    const view = async () =>
      Object.fromEntries(remindersView(await world.now(event), await world.work()).map((one) => [one.kind, one]));
    const [day, hour] = [dueOf(event, 'day').due, dueOf(event, 'hour').due];
    expect(await view()).toMatchObject({
      week: { isOn: false, sent: [] },
      day: { isOn: true, due: day, sent: [] },
      hour: { due: hour },
    });
    expect((await view()).week?.due).toBeUndefined();
    await passTo(day);
    expect((await view()).day).toMatchObject({
      sent: [{ state: 'sent', direct: 2, mail: 1, others: 1, channel: true, isByHand: false }],
    });
    expect((await view()).day?.due).toBeUndefined();
    const draft = remindersView(await world.draft({ startsOn: '2026-05-05' }), await world.work());
    expect(draft.every(({ due }) => due !== undefined)).toBe(true);
  });
});

describe('the thread', () => {
  const numbers: ReminderNumbers = { room: 34, online: 12, waiting: 3, silent: 7 };
  const reads = (of: Event, reminder: string, now: string, language: 'fi' | 'sv' | 'en' | 'fi+sv' = 'fi') =>
    reminderText(of, reminder, numbers, { now: toInstant(now), zone: ZONE, t: translator(language) });

  test('reads how far ahead it is when it reads it, with numbers and never a name', async () => {
    const event = await world.invite({ startsOn: '2026-03-19' });
    const day = dueOf(event, 'day').id;
    expect(reads(event, day, '2026-03-18T07:00:00.000Z')).toBe(
      'Muistutus: ”Joukkoliikenteen tilastot” alkaa huomenna, to 19.3.2026 klo 9.00.\n\nPaikka: Akaan kaupungintalo\n\nTulossa: 34 paikan päälle · 12 etänä · 3 varasijoilla',
    );
    expect(reads(event, day, '2026-03-19T00:30:00.000Z')).toContain('alkaa tänään');
    expect(reads(event, 'week-2026-03-19T0700', '2026-03-12T07:00:00.000Z')).toContain('alkaa viikon päästä');
    expect(reads(event, 'week-2026-03-19T0700', '2026-03-13T07:00:00.000Z')).toContain('alkaa 6 päivän päästä');
    expect(reads(event, 'hour-2026-03-19T0700', '2026-03-19T06:00:03.000Z')).toContain('alkaa tunnin päästä');
    expect(reads(event, 'hour-2026-03-19T0700', '2026-03-19T06:00:03.000Z', 'sv')).toContain('börjar om en timme');
    expect(reads(event, day, '2026-03-18T07:00:00.000Z', 'en')).toContain('begins tomorrow, Thu');
    expect(reads(event, dueOf(event, 'nudge').id, '2026-03-17T08:00:00.000Z')).toBe(
      'Muistutus: ilmoittautuminen tilaisuuteen ”Joukkoliikenteen tilastot” päättyy ylihuomenna, to 19.3.2026 klo 9.00.\n\n7 kutsuttua ei ole vielä vastannut. Vastaa tämän ketjun kutsussa.',
    );
    const both = reads(event, day, '2026-03-18T07:00:00.000Z', 'fi+sv');
    expect([both.includes('huomenna'), both.includes('i morgon')]).toEqual([true, true]);
  });

  test('takes a title as words, never as markup', async () => {
    const event = await world.invite({ startsOn: '2026-03-19', title: '**x** [a](https://evil.example)' });
    expect(reads(event, 'day-1', '2026-03-18T07:00:00.000Z')).not.toMatch(/\*\*|\]\(/);
  });
});

// ── A year ─────────────────────────────────────────────────────────────────────────────────────

/** Small numbers that look random and are the same in every run of a seed. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('over a year with the server dead again and again', () => {
  test.each([1, 2, 3])(
    'each reminder is sent once to each, or skipped since it came too late, or unknown; none twice (seed %d)',
    async (seed) => {
      const chance = chances(seed);
      const pick = (from: number, to: number): number => from + Math.floor(chance() * (to - from));
      await world.passTo('2026-10-01T07:00:00.000Z');
      const visit = await world.visit(0);
      const meetings = {
        type: 'meeting',
        title: 'Kuukausikokous',
        ways: 'both',
        startsOn: '2026-10-26',
        startsAtTime: '09:00',
        repeats: 'monthlyDate',
        times: '12',
      };
      const seminar = {
        type: 'seminar',
        title: 'Seminaari',
        ways: 'both',
        startsOn: '2027-03-29',
        registrationEndsOn: '2027-03-22',
      };
      for (const typed of [meetings, seminar])
        await createEvents(visit, eventDraft.parse(typed), { form: typed.title, publishes: true });
      await world.clock.advance(A_LOOK);
      const all = await allEvents(await world.work());
      expect(all).toHaveLength(13);
      for (const event of all) await allSay(event);
      await world.clock.advance(5 * MINUTE);

      const dues = all
        .flatMap((event) => remindersDue(event, ZONE).map((one) => ({ ...one, event })))
        .sort((a, b) => (a.due < b.due ? -1 : 1));
      expect(dues).toHaveLength(13 * 4);
      /** When the server was dead, and whether it died in the middle of something. */
      const deaths: { from: Instant; to: Instant }[] = [];
      let left = Number.POSITIVE_INFINITY;
      const counted = world.store.fails;
      world.store.fails = (method, args) => {
        if (--left === 0) world.kill();
        return counted(method, args);
      };
      const dieUntil = async (to: Instant): Promise<void> => {
        world.kill();
        deaths.push({ from: world.clock.now(), to });
        left = Number.POSITIVE_INFINITY;
        await world.passTo(to);
        await world.restart();
        await world.clock.advance(20 * SECOND);
      };
      for (const { due } of dues) {
        if (world.clock.now() > due) continue;
        const fate = chance();
        const length = [10 * MINUTE, HOUR, 7 * HOUR, 2 * DAY][pick(0, 4)] ?? HOUR;
        if (fate < 0.3) {
          await world.passTo(plus(due, -pick(1, 60) * MINUTE));
          await dieUntil(plus(due, pick(0, length)));
          continue;
        }
        if (fate < 0.7) left = pick(5, 90);
        await passTo(due);
        const isDead = left <= 0;
        if (isDead) await dieUntil(plus(world.clock.now(), length));
        left = Number.POSITIVE_INFINITY;
        await world.clock.advance(20 * SECOND);
      }
      await passTo(plus(dues.at(-1)?.due ?? world.clock.now(), 3 * DAY));
      await world.clock.advance(5 * MINUTE);

      const ends = { sent: 0, skipped: 0, unknown: 0 };
      for (const { event, id, kind, due } of dues) {
        const entries = (await world.now(event)).reminded.filter((one) => one.id === id);
        expect(entries).toHaveLength(1);
        const state = entries[0]?.state;
        const { mail, chat, thread, states } = await outOf(event, id);
        const people = kind === 'nudge' ? [5] : [1, 2, 3];
        expect(new Set([...mail, ...chat]).size).toBe(mail.length + chat.length);
        const awake = deaths.find(({ from, to }) => from <= due && due < to)?.to ?? due;
        const isTimely = between(due, awake) <= LATEST[kind] && isAhead(event, kind, awake);
        const diedInside = deaths.some(({ from }) => from >= due && between(due, from) < LATEST[kind] + HOUR);
        if (state === 'sent' && !diedInside) {
          expect(isTimely).toBe(true);
          expect([...mail, ...chat].sort()).toEqual(people.map(idOf));
          expect(thread).toBe(kind === 'day' || kind === 'nudge');
        } else if (state === 'skipped') {
          expect(isTimely && !diedInside).toBe(false);
          expect([mail, chat, thread]).toEqual([[], [], false]);
        } else expect(state).toBe('sent');
        for (const one of states) expect(['sent', 'unknown', 'removed', 'waiting']).toContain(one);
        ends[state === 'skipped' ? 'skipped' : 'sent']++;
        ends.unknown += states.filter((one) => one === 'unknown').length;
      }
      expect(ends.sent).toBeGreaterThan(5);
      expect(ends.skipped).toBeGreaterThan(2);

      // In Teams each post was made at most once: what is stored as sent once, what is unknown perhaps.
      const stored = (await listAll(world.temp.store, world.scope, postKind)).map(({ value }) => value);
      for (const n of CHATS) {
        const own = stored.filter(({ to }) => 'person' in to && to.person === person(n));
        const made = world.channel.requests.filter(
          ({ what, conversation }) => what === 'create' && conversation === `chat-${n}`,
        ).length;
        expect(made).toBeGreaterThanOrEqual(own.filter(({ state }) => state === 'sent').length);
        expect(made).toBeLessThanOrEqual(
          own.filter(({ state }) => state === 'sent' || state === 'unknown' || state === 'removed').length,
        );
      }
      process.stdout.write(
        `seed ${seed}: ${deaths.length} deaths, ${ends.sent} sent, ${ends.skipped} skipped, ${ends.unknown} posts unknown\n`,
      );
    },
    120_000,
  );
});

test('ids of reminders can be ids of posts', () => {
  expect(postId.safeParse(`e${'f'.repeat(24)}-24-pre-remind-nudge-2026-12-03T0700-${'a'.repeat(36)}`).success).toBe(
    true,
  );
});
