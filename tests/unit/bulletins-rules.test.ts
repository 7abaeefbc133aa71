/** What may be written, scheduled, corrected and shared; whom mail goes to; and which days a series has. */
import { describe, expect, test } from '@jest/globals';
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import { type Member, memberIdOf } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  addressesIn,
  type Bulletin,
  begin,
  bulletinDraft,
  correct,
  edit,
  finish,
  gave,
  isDue,
  LONGEST_TEXT,
  MOST_CORRECTIONS,
  makeBulletin,
  pieces,
  readContent,
  readMailing,
  readTime,
  schedule,
  shared,
  shareText,
  unschedule,
} from '../../bot/features/bulletins/bulletin.ts';
import { fate } from '../../bot/features/bulletins/fate.ts';
import {
  chosenBy,
  deliveries,
  frozen,
  inParts,
  letterOf,
  sumsOf,
  withoutRecipient,
} from '../../bot/features/bulletins/recipients.ts';
import { daysOf, inShort, readSeries, reframe, seriesDraft, timeOf } from '../../bot/features/bulletins/series.ts';
import { registerOf } from '../fakes/register-of.ts';

const ZONE = 'Europe/Helsinki';
const at = (time: string): Instant => toInstant(time);
const NOW = at('2026-11-28T10:00Z');
const by = personOf('tenant-1', 'kirjoittaja');
const id = activityId.parse('b1');

const drafted = (of: object = {}) => bulletinDraft.parse({ title: 'Joulutiedote', text: 'Hyvää joulua!', ...of });
const made = (of: Partial<Bulletin> = {}): Bulletin => ({
  ...makeBulletin(
    { ...readContent(drafted()), toChannel: true, mail: { to: 'none' }, isPublic: false },
    { id, by, now: NOW },
  ),
  ...of,
});

/** Fields of the problems that a refusal names. */
function fieldsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map(({ field }) => field);
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is written', () => {
  test.each([
    ['no title', { title: ' ' }, ['title']],
    ['a title that is too long', { title: 'a'.repeat(121) }, ['title']],
    ['nothing to say', { text: '' }, ['text']],
    ['a text that is too long', { text: 'a'.repeat(LONGEST_TEXT + 1) }, ['text']],
    ['a link that is no address', { linkUrl: 'kunta.example' }, ['linkUrl']],
    ['a script for a link', { linkUrl: 'javascript:alert(1)' }, ['linkUrl']],
    ['a name without a link', { linkLabel: 'Lue lisää' }, ['linkUrl']],
    [
      'everything at once',
      { title: '', text: '', linkLabel: 'x'.repeat(81) },
      ['title', 'text', 'linkUrl', 'linkLabel'],
    ],
  ])('%s is refused by its field', (_, of, fields) => {
    expect(fieldsOf(() => readContent(drafted(of)))).toEqual(fields);
  });

  test('a picture or a link is enough beside the title', () => {
    expect(readContent(drafted({ text: '', linkUrl: 'https://kunta.example/sivu' }))).toEqual({
      title: 'Joulutiedote',
      text: '',
      link: { url: 'https://kunta.example/sivu' },
    });
    expect(readContent(drafted({ text: '', picture: { id: 'pic-1', alt: 'Kuusi' } })).text).toBe('');
  });

  test('line breaks become the same everywhere, and a title one line', () => {
    const { title, text } = readContent(drafted({ title: ' Joulu\n tulee ', text: 'Yksi  \r\n\r\n\r\n\r\nKaksi\r\n' }));
    expect(title).toBe('Joulu tulee');
    expect(text).toBe('Yksi\n\nKaksi');
  });

  test('a group that is not there is refused, and a form can’t name readers of another bulletin by itself', () => {
    const mailTo = 'members' as const;
    expect(fieldsOf(() => readMailing({ mailTo, filter: { group: 'g1' } }, undefined, () => false))).toEqual(['group']);
    expect(readMailing({ mailTo: 'readersOf', filter: {} }, { to: 'none' }, () => true)).toEqual({ to: 'none' });
    const before = { to: 'readersOf', bulletin: id } as const;
    expect(readMailing({ mailTo: 'readersOf', filter: {} }, before, () => true)).toBe(before);
  });

  test('addresses in a text are told apart from the words around them', () => {
    const text = 'Ks. https://kunta.example/a?b=1. Tai (https://toinen.example) ja javascript:alert(1)';
    expect(addressesIn(text)).toEqual(['https://kunta.example/a?b=1', 'https://toinen.example']);
    expect(
      pieces(text)
        .map((one) => ('url' in one ? one.url : one.text))
        .join(''),
    ).toBe(text);
  });

  test('what is shared elsewhere is at most 280 characters, of whole sentences where it can be', () => {
    expect(shareText({ title: 'Joulu', text: 'Lyhyt.' })).toBe('Joulu. Lyhyt.');
    const long = shareText({ title: 'Joulu', text: `${'Tämä on lause. '.repeat(30)}` });
    expect(long.length).toBeLessThanOrEqual(280);
    expect(long).toMatch(/lause\.$/);
    const words = shareText({ title: 'Joulu', text: 'sana '.repeat(100) });
    expect(words.length).toBeLessThanOrEqual(280);
    expect(words).toMatch(/sana…$/);
    expect(shareText({ title: 'Tuletko?', text: 'Tule.' })).toBe('Tuletko? Tule.');
  });
});

describe('its life', () => {
  test.each([
    ['a date that is none', { date: '2026-13-01', time: '9.00' }, ['date']],
    ['a time that is none', { date: '2026-12-01', time: '25' }, ['time']],
    ['a time that has gone by', { date: '2026-11-28', time: '11.59' }, ['date']],
    ['a time years away', { date: '2028-01-01', time: '9.00' }, ['date']],
  ])('%s is refused', (_, typed, fields) => {
    expect(fieldsOf(() => readTime(typed, NOW, ZONE))).toEqual(fields);
  });

  test('times are those of the network’s wall clock, over the change to summer time', () => {
    expect(readTime({ date: '2026-12-24', time: '9.00' }, NOW, ZONE)).toBe('2026-12-24T07:00:00.000Z');
    expect(readTime({ date: '2027-03-29', time: '9.00' }, NOW, ZONE)).toBe('2027-03-29T06:00:00.000Z');
  });

  test('one that goes nowhere can’t be scheduled', () => {
    expect(fieldsOf(() => schedule(made({ toChannel: false }), NOW))).toEqual(['toChannel']);
  });

  test('it goes out once its time has come, and not when that was undone or put off', () => {
    const of = schedule(made(), at('2026-12-01T07:00Z'));
    const list = { id: 'l1', size: 3 };
    expect(isDue(of, at('2026-12-01T06:59Z'))).toBe(false);
    expect(begin(of, list, at('2026-12-01T06:59Z'))).toBe(of);
    const undone = unschedule(of);
    expect(begin(undone, list, at('2026-12-01T07:00Z'))).toBe(undone);
    const begun = begin(of, list, at('2026-12-01T07:00Z'));
    expect(begun).toMatchObject({ state: 'sending', list: { ...list, given: 0 } });
    expect(begin(begun, { id: 'l2', size: 9 }, at('2026-12-01T07:01Z'))).toBe(begun);
    expect(gave(gave(begun, 2), 1).list?.given).toBe(2);
    expect(finish(begun).state).toBe('sent');
  });

  test('what has gone is corrected and not rewritten; what has not is rewritten and not corrected', () => {
    const gone = { ...made(), state: 'sent' as const, sentAt: NOW };
    const to = { title: 'Uusi', text: 'Teksti' };
    const whole = { ...to, toChannel: true, mail: { to: 'none' }, isPublic: false } as const;
    expect(() => edit(gone, whole)).toThrow(Refusal);
    expect(() => unschedule(gone)).toThrow(Refusal);
    expect(() => correct(made(), to, { by, now: NOW })).toThrow(Refusal);
    const once = correct(gone, to, { by, now: NOW });
    expect(once).toMatchObject({ title: 'Uusi', corrections: [{ was: { title: 'Joulutiedote' } }] });
    expect(correct(once, to, { by, now: NOW })).toBe(once);
  });

  test('it can’t be corrected without end', () => {
    let of: Bulletin = { ...made(), state: 'sent' };
    for (let n = 0; n < MOST_CORRECTIONS; n++) of = correct(of, { title: `Otsikko ${n}`, text: '' }, { by, now: NOW });
    expect(() => correct(of, { title: 'Vielä', text: '' }, { by, now: NOW })).toThrow(Refusal);
  });

  test('a page that was closed and opened again has another address', () => {
    const first = shared(made(), true);
    const again = shared(shared(first, false), true);
    expect(again.round).toBeGreaterThan(first.round);
    expect(shared(first, true)).toBe(first);
  });
});

describe('recipients', () => {
  const member = (name: string, of: Partial<Member> = {}): Member => ({
    person: personOf('tenant-1', name),
    ...{ name, isGuest: false },
    ...of,
  });
  const mail = (name: string, of: Partial<Member> = {}): Member =>
    member(name, { email: `${name}@kunta.example`, ...of });
  const idOf = (name: string) => memberIdOf(personOf('tenant-1', name));
  const register = registerOf({
    members: [
      mail('anna'),
      mail('asta', { teamsId: '29:asta', mail: { bulletins: true } }),
      mail('eino', { teamsId: '29:eino' }),
      mail('irja', { mail: { bulletins: false } }),
      member('olli'),
      mail('rikki', { emailFailedAt: NOW }),
      mail('kutsuttu', { isInvited: true }),
      mail('ulkona', { isOutsider: true }),
      mail('poissa', { leftAt: NOW }),
      mail('poistuva', { isErased: true }),
      mail('toinen', { sameAs: idOf('anna') }),
    ],
  });

  test('are the members of now, each human being once; never the invited, outsiders, those who left or are being erased', () => {
    const names = chosenBy(register, {}, '2026-11-28');
    expect(names).toEqual(['anna', 'asta', 'eino', 'irja', 'olli', 'rikki'].map(idOf));
  });

  test('are frozen with the way that reaches them: who has no address is among them', () => {
    const ways = frozen(register, chosenBy(register, {}, '2026-11-28')).map(({ way }) => way);
    expect(ways).toEqual(['mail', 'mail', 'inTeams', 'unwanted', 'noAddress', 'noAddress']);
  });

  test('each has exactly one fate, and the sum of fates is their number', () => {
    const all = [
      ...frozen(register, chosenBy(register, {}, '2026-11-28')),
      ...['unknown', 'refused', 'notConfigured', 'noAddress', 'unwanted', 'pointless', 'sending'].map((state) => ({
        member: idOf(state),
        way: 'mail' as const,
      })),
      { way: 'erased' as const },
    ];
    const letters = new Map(
      (['unknown', 'refused', 'notConfigured', 'noAddress', 'unwanted', 'pointless', 'sending', 'sent'] as const).map(
        (state) => {
          const to = state === 'sent' ? idOf('anna') : idOf(state);
          return [
            letterOf(id, to),
            { id: letterOf(id, to), to, drawing: 'bulletins.bulletin', subject: id, state, at: NOW },
          ];
        },
      ),
    );
    const told = deliveries(id, all, letters);
    const sums = sumsOf(told);
    expect(Object.values(sums).reduce((sum, n) => sum + n, 0)).toBe(all.length);
    // asta has no letter yet, and one is on its way
    expect(sums).toEqual({
      ...{ sent: 1, waiting: 2, unknown: 1, failed: 2, noAddress: 3, unwanted: 2, inTeams: 1, pointless: 2 },
    });
    expect(Object.keys(sums)).toEqual(fate.options);
  });

  test('an erased person leaves their place in the sum, and nothing else', () => {
    const part = { bulletin: id, list: 'l1', part: 0, recipients: frozen(register, [idOf('anna'), idOf('olli')]) };
    const without = withoutRecipient(part, [idOf('anna')]);
    expect(without.recipients).toEqual([{ way: 'erased' }, { member: idOf('olli'), way: 'noAddress' }]);
    expect(withoutRecipient(without, [idOf('anna')])).toBe(without);
  });

  test('5 000 of them are five documents of a thousand', () => {
    const many = Array.from({ length: 5000 }, (_, n) => ({ member: idOf(`m${n}`), way: 'mail' as const }));
    expect(inParts(many).map(({ length }) => length)).toEqual([1000, 1000, 1000, 1000, 1000]);
    expect(inParts([])).toEqual([]);
  });
});

describe('a series', () => {
  const typed = (of: object = {}) =>
    seriesDraft.parse({ title: 'Joulukalenteri', firstDay: '2026-12-01', days: '24', time: '9', ...of });

  test('has one day after another, or working days alone', () => {
    expect(daysOf(readSeries(typed(), ZONE))).toHaveLength(24);
    expect(daysOf(readSeries(typed(), ZONE)).at(-1)).toBe('2026-12-24');
    const weekdays = daysOf(readSeries(typed({ isWeekdaysOnly: true, firstDay: '2026-12-05', days: '6' }), ZONE));
    expect(weekdays.map(inShort)).toEqual(['7.12.', '8.12.', '9.12.', '10.12.', '11.12.', '14.12.']);
  });

  test.each([
    ['no name', { title: '' }, ['title']],
    ['no first day', { firstDay: '1.12.' }, ['firstDay']],
    ['no days', { days: '0' }, ['days']],
    ['too many days', { days: '32' }, ['days']],
    ['half a day', { days: '1,5' }, ['days']],
    ['a time that is none', { time: '24.00' }, ['time']],
  ])('with %s is refused', (_, of, fields) => {
    expect(fieldsOf(() => readSeries(typed(of), ZONE))).toEqual(fields);
  });

  test('goes out at the same hour of the wall clock on both sides of the change to summer time', () => {
    const { time } = readSeries(typed({ time: '09.00' }), ZONE);
    expect(timeOf({ time }, '2027-03-27', ZONE)).toBe('2027-03-27T07:00:00.000Z');
    expect(timeOf({ time }, '2027-03-28', ZONE)).toBe('2027-03-28T06:00:00.000Z');
    expect(timeOf({ time: '03:30' }, '2027-03-28', ZONE)).toBe('2027-03-28T01:30:00.000Z'); // skipped: an hour later
  });

  test('can’t be shortened past a day that has content, and names that day', () => {
    const of = { ...readSeries(typed(), ZONE), id: activityId.parse('bs1'), by, at: NOW };
    const shorter = readSeries(typed({ days: '3' }), ZONE);
    expect(() => reframe(of, shorter, ['2026-12-02', '2026-12-24'])).toThrow(
      expect.objectContaining({ params: { days: '24.12.' } }),
    );
    expect(reframe(of, shorter, ['2026-12-02']).days).toBe(3);
  });
});
