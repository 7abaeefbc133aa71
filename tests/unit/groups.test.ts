/** The rules of groups: seats, terms, substitutes, and what passes to a successor. */
import { describe, expect, test } from '@jest/globals';
import { type MemberId, memberId } from '../../bot/core/network.ts';
import type { Group, Seat } from '../../bot/core/organisation.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  endSeat,
  endsSoon,
  inOrder,
  MOST_SEATS,
  newGroup,
  passSeat,
  passSubstitute,
  putSeat,
  readNames,
  removeSeat,
  renamePeople,
  type SeatDraft,
  type SeatFrame,
  stateOf,
} from '../../bot/features/groups/group.ts';
import { text } from '../../bot/features/groups/text.ts';

const TODAY = '2026-11-22';
const id = (name: string): MemberId => memberId.parse(name);
const people = new Map([
  ['akaa', { id: id('akaa'), name: 'Aino Akaa', isCurrent: true }],
  ['akaa-other', { id: id('akaa'), name: 'Aino Akaa', isCurrent: true }],
  ['riihi', { id: id('riihi'), name: 'Risto Riihi', isCurrent: true }],
  ['uusi', { id: id('uusi'), name: 'Ulla Uusi', isCurrent: true }],
  ['left', { id: id('left'), name: 'Lasse Lähtenyt', isCurrent: false }],
]);
const frame: SeatFrame = { person: (one) => people.get(one), areas: ['west', 'east'] };
const empty = newGroup('g-1', { fi: 'Ydinryhmä' }, '2026-01-01T00:00:00.000Z' as Group['createdAt']);
const draft = (of: Partial<SeatDraft> = {}): SeatDraft => ({
  ...{ member: 'akaa', role: 'member', area: '', substitute: '', from: '2026-01-01', to: '2026-12-31' },
  ...of,
});
const seat = (of: Partial<Seat> = {}): Seat => ({
  ...{ id: 's-1', member: id('akaa'), role: 'member', from: '2026-01-01', to: '2026-12-31' },
  ...of,
});
const withSeats = (...seats: Seat[]): Group => ({ ...empty, seats });
const put = (of: Group, typed: Partial<SeatDraft>, as = 's-2') => putSeat(of, as, draft(typed), frame);

/** The rows of what is refused; fails when nothing is. */
function refusedBy(act: () => unknown): readonly unknown[] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.length > 0 ? error.problems.map(({ row }) => row) : [error.row];
  }
  throw new Error('Nothing was refused.');
}

describe('a seat', () => {
  test('has a member, a role, an area, a substitute and a term', () => {
    const typed = { role: 'chair', area: 'west', substitute: 'riihi' };
    expect(put(empty, typed).seats).toEqual([
      {
        ...{ id: 's-2', member: 'akaa', role: 'chair', area: 'west', substitute: 'riihi' },
        ...{ from: '2026-01-01', to: '2026-12-31' },
      },
    ]);
  });

  test('goes on until further notice without a last day', () => {
    const [open] = put(empty, { to: '' }).seats;
    expect(open).not.toHaveProperty('to');
    expect(open && stateOf(open, '2199-01-01')).toBe('now');
  });

  test('stands for the main identity, whichever was named', () => {
    expect(put(empty, { member: 'akaa-other' }).seats[0]?.member).toBe('akaa');
  });

  test.each<[string, Partial<SeatDraft>, unknown]>([
    ['an unknown member', { member: 'nobody' }, text.unknownMember],
    ['no member', { member: '' }, text.unknownMember],
    ['a member who has left', { member: 'left' }, text.memberLeft],
    ['an unknown substitute', { substitute: 'nobody' }, text.unknownMember],
    ['a substitute who has left', { substitute: 'left' }, text.memberLeft],
    ['the member as their own substitute', { substitute: 'akaa' }, text.substituteIsMember],
    ['the member’s other identity as substitute', { substitute: 'akaa-other' }, text.substituteIsMember],
    ['a role that there is not', { role: 'king' }, text.badRole],
    ['an unknown area', { area: 'north' }, text.unknownArea],
    ['no first day', { from: '' }, text.badFrom],
    ['a first day that no month has', { from: '2026-02-30' }, text.badFrom],
    ['a last day that is no date', { to: 'joulukuu' }, text.badTo],
    ['an end before the start', { from: '2026-05-02', to: '2026-05-01' }, text.endBeforeStart],
  ])('is refused with %s', (_, typed, row) => {
    expect(refusedBy(() => put(empty, typed))).toEqual([row]);
  });

  test('everything that is wrong is told at once', () => {
    expect(refusedBy(() => put(empty, { member: '', role: '', from: '' }))).toEqual([
      text.unknownMember,
      text.badRole,
      text.badFrom,
    ]);
  });

  test.each<[string, Partial<SeatDraft>]>([
    ['inside', { from: '2026-03-01', to: '2026-03-31' }],
    ['on the very last day', { from: '2026-12-31', to: '2027-12-31' }],
    ['on the very first day', { from: '2025-01-01', to: '2026-01-01' }],
    ['without an end', { from: '2025-01-01', to: '' }],
    ['under another identity', { member: 'akaa-other', from: '2026-03-01' }],
  ])('of the same person may not overlap %s', (_, typed) => {
    expect(refusedBy(() => put(withSeats(seat()), typed))).toEqual([text.overlaps]);
  });

  test('of the same person may follow the day after', () => {
    expect(put(withSeats(seat()), { from: '2027-01-01', to: '' }).seats).toHaveLength(2);
  });

  test('can be held beside being another one’s substitute', () => {
    const of = withSeats(seat({ substitute: id('riihi') }));
    expect(put(of, { member: 'riihi' }).seats).toHaveLength(2);
  });

  test('can be corrected also when its member has left meanwhile, but not given to one who left', () => {
    const of = withSeats(seat({ member: id('left') }));
    expect(put(of, { member: 'left', from: '2026-02-01' }, 's-1').seats).toEqual([
      seat({ member: id('left'), from: '2026-02-01' }),
    ]);
    expect(refusedBy(() => put(withSeats(seat()), { member: 'left' }, 's-1'))).toEqual([text.memberLeft]);
  });

  test('does not fit a full group, but one that is there can be corrected', () => {
    const seats = Array.from({ length: MOST_SEATS }, (_, n) => seat({ id: `s-${n}`, member: id(`m-${n}`) }));
    expect(refusedBy(() => put(withSeats(...seats), { member: 'riihi' }, 'new'))).toEqual([text.fullGroup]);
    expect(put(withSeats(...seats), { member: 'riihi' }, 's-0').seats).toHaveLength(MOST_SEATS);
  });

  test('that has begun is ended, and one that has not is taken away', () => {
    expect(endSeat(withSeats(seat()), 's-1', TODAY, frame).seats).toEqual([seat({ to: TODAY })]);
    expect(refusedBy(() => endSeat(withSeats(seat()), 's-1', '2025-12-31', frame))).toEqual([text.endBeforeStart]);
    expect(refusedBy(() => endSeat(withSeats(seat()), 's-1', 'tänään', frame))).toEqual([text.badTo]);
    expect(refusedBy(() => endSeat(empty, 's-1', TODAY, frame))).toEqual([text.unknownSeat]);
    expect(refusedBy(() => removeSeat(withSeats(seat()), 's-1', TODAY))).toEqual([text.hasBegun]);
    expect(removeSeat(withSeats(seat({ from: '2026-11-23' })), 's-1', TODAY).seats).toEqual([]);
  });

  test('whose end is put off may not run into the next one', () => {
    const of = withSeats(seat(), seat({ id: 's-2', from: '2027-01-01', to: '2027-12-31' }));
    expect(refusedBy(() => endSeat(of, 's-1', '2027-01-01', frame))).toEqual([text.overlaps]);
  });
});

describe('who sits now', () => {
  test('first and last day belong to the term', () => {
    const term = seat({ from: TODAY, to: TODAY });
    expect(stateOf(term, '2026-11-21')).toBe('coming');
    expect(stateOf(term, TODAY)).toBe('now');
    expect(stateOf(term, '2026-11-23')).toBe('past');
  });

  test('the chairs come first, then members, then coming terms, then past ones with the newest first', () => {
    const seats = [
      seat({ id: 'old', from: '2024-01-01', to: '2024-12-31' }),
      seat({ id: 'newer', from: '2025-01-01', to: '2025-12-31' }),
      seat({ id: 'member' }),
      seat({ id: 'vice', role: 'viceChair' }),
      seat({ id: 'chair', role: 'chair' }),
      seat({ id: 'later', from: '2028-01-01', to: '2028-12-31' }),
      seat({ id: 'next', from: '2027-01-01', to: '2027-12-31' }),
    ];
    const order = ['chair', 'vice', 'member', 'next', 'later', 'newer', 'old'];
    expect(inOrder(seats, TODAY).map((one) => one.id)).toEqual(order);
  });

  test.each([
    ['2026-11-22', true],
    ['2027-01-21', true],
    ['2027-01-22', false],
    ['2026-11-21', false],
  ])('a term until %s ends within 60 days: %s', (to, soon) => {
    expect(endsSoon(seat({ to }), TODAY)).toBe(soon);
  });
});

describe('handing over', () => {
  const [uusi, riihi] = [people.get('uusi'), people.get('riihi')];
  if (!uusi || !riihi) throw new Error('The people are missing.');

  test('the successor sits from today, and the past of the one who leaves stays', () => {
    const of = withSeats(seat({ role: 'chair', area: 'west', substitute: id('riihi') }));
    const passed = passSeat(of, 's-1', uusi, TODAY, frame);
    expect(passed.seats).toEqual([
      seat({ role: 'chair', area: 'west', substitute: id('riihi'), to: '2026-11-21' }),
      {
        ...{ id: `s-1.${TODAY}`, member: 'uusi', role: 'chair', area: 'west', substitute: 'riihi' },
        ...{ from: TODAY, to: '2026-12-31' },
      },
    ]);
    expect(passSeat(passed, 's-1', uusi, TODAY, frame)).toBe(passed);
  });

  test('a substitute who takes over the seat has none any more', () => {
    const of = withSeats(seat({ substitute: id('riihi') }));
    expect(passSeat(of, 's-1', riihi, TODAY, frame).seats.at(-1)).toEqual({
      ...{ id: `s-1.${TODAY}`, member: 'riihi', role: 'member', from: TODAY, to: '2026-12-31' },
    });
  });

  test('a term that has not begun passes whole', () => {
    const of = withSeats(seat({ from: '2027-01-01', to: '2027-12-31' }));
    expect(passSeat(of, 's-1', uusi, TODAY, frame).seats).toEqual([
      seat({ member: id('uusi'), from: '2027-01-01', to: '2027-12-31' }),
    ]);
  });

  test('who has a seat already can’t take a second one', () => {
    const of = withSeats(seat(), seat({ id: 's-2', member: id('uusi') }));
    expect(refusedBy(() => passSeat(of, 's-1', uusi, TODAY, frame))).toEqual([text.overlaps]);
  });

  test('a substitute’s duty passes, but not to the member', () => {
    const of = withSeats(seat({ substitute: id('riihi') }));
    expect(passSubstitute(of, 's-1', uusi, TODAY, frame).seats).toEqual([seat({ substitute: id('uusi') })]);
    const theirs = withSeats(seat({ member: id('uusi'), substitute: id('riihi') }));
    expect(refusedBy(() => passSubstitute(theirs, 's-1', uusi, TODAY, frame))).toEqual([text.substituteIsMember]);
  });

  test('past terms pass to nobody', () => {
    const of = withSeats(seat({ to: '2026-11-21', substitute: id('riihi') }));
    expect(passSeat(of, 's-1', uusi, TODAY, frame)).toBe(of);
    expect(passSubstitute(of, 's-1', uusi, TODAY, frame)).toBe(of);
  });
});

test('an erased person’s terms stay, and nothing of them', () => {
  const of = withSeats(
    seat({ substitute: id('riihi') }),
    seat({ id: 's-2', member: id('riihi'), substitute: id('akaa'), from: '2025-01-01', to: '2025-12-31' }),
  );
  const erased = renamePeople(of, [id('akaa'), id('akaa-other')], id('erased-1'));
  expect(JSON.stringify(erased)).not.toContain('akaa');
  expect(erased.seats.map(({ from, to }) => [from, to])).toEqual(of.seats.map(({ from, to }) => [from, to]));
  expect(erased.seats.map(({ member, substitute }) => [member, substitute])).toEqual([
    ['erased-1', 'riihi'],
    ['riihi', 'erased-1'],
  ]);
  expect(renamePeople(erased, [id('akaa')], id('erased-1'))).toBe(erased);
});

describe('a group’s name', () => {
  test('is kept in the languages that were given', () => {
    expect(readNames({ fi: ' Ydinryhmä ', sv: '', en: 'Core group' }, [])).toEqual({
      fi: 'Ydinryhmä',
      en: 'Core group',
    });
  });

  test.each<[string, string, unknown]>([
    ['missing', '  ', text.noName],
    ['too long', 'x'.repeat(121), text.longName],
    ['another group’s', 'ydinryhmä', text.nameTaken],
  ])('may not be %s', (_, fi, row) => {
    expect(refusedBy(() => readNames({ fi, sv: '', en: '' }, ['Ydinryhmä']))).toEqual([row]);
  });
});
