/** Reach: who took part in what, first-timers, silent ones; people once, whatever their identities. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import type { Participation } from '../../bot/core/feature.ts';
import { activityId } from '../../bot/core/ids.ts';
import { organisationId } from '../../bot/core/network.ts';
import { reachRoutes } from '../../bot/features/reach/api.ts';
import * as contract from '../../bot/features/reach/contract.ts';
import { reachDownloads } from '../../bot/features/reach/export.ts';
import { countByType, filterReach, peopleIn, reachOf } from '../../bot/features/reach/reach.ts';
import { madeFile } from '../fakes/made-file.ts';
import { idOf, mailMember, org, registerOf, teamMember } from '../fakes/register-of.ts';
import { askRoute, openRegisterWorld, type RegisterWorld } from '../fakes/register-world.ts';

const at = (time: string) => toInstant(`${time}T10:00:00Z`);
const took = (member: string, activity: string, day: string, type: Participation['type'] = 'poll'): Participation => ({
  ...{ member: idOf(member), type, activity: activityId.parse(activity), title: `Aihe ${activity}`, at: at(day) },
});
const pietarsaari = organisationId.parse('fi-598');
const akaa = organisationId.parse('fi-020');
const people = [
  teamMember('anna', { organisation: pietarsaari }),
  mailMember('annas-mail', { sameAs: idOf('anna') }),
  teamMember('bo', { organisation: pietarsaari }),
  mailMember('cecilia', { organisation: akaa }),
  mailMember('left', { organisation: akaa, leftAt: at('2026-10-01') }),
  mailMember('unknown'),
];
const organisations = [
  org('fi-598', { names: { fi: 'Pietarsaari', sv: 'Jakobstad' }, region: '15' }),
  org('fi-020', { names: { fi: 'Akaa' }, region: '06' }),
  org('fi-694', { names: { fi: 'Riihimäki' }, region: '05' }),
  org('fi-895', { names: { fi: 'Uusikaupunki' }, membership: 'contacted' }),
  org('fi-old', { names: { fi: 'Entinen' }, mergedInto: akaa }),
];
const all = [
  took('anna', 'old', '2024-03-01', 'event'),
  took('anna', 'p1', '2026-03-01'),
  took('annas-mail', 'p1', '2026-03-02'),
  took('bo', 'p1', '2026-03-03'),
  took('left', 'p1', '2026-03-04'),
  took('anna', 'e1', '2026-06-01', 'event'),
  took('cecilia', 'e1', '2026-06-02', 'event'),
  took('unknown', 'e1', '2026-06-01', 'event'),
];
const register = registerOf({ members: people, organisations });
const TIME = { since: at('2025-11-22'), today: '2026-11-22' };
const reach = reachOf(register, all, TIME);
const rowOf = (id: string) => reach.organisations.find(({ of }) => of.id === id);

describe('the computation', () => {
  test('counts nothing of outsiders, whomever they represent', () => {
    const olli = mailMember('olli', { organisation: organisationId.parse('fi-694'), isOutsider: true });
    const with_ = registerOf({ members: [...people, olli], organisations });
    expect(reachOf(with_, [...all, took('olli', 'e1', '2026-06-03', 'event')], TIME)).toEqual(reach);
  });

  test('counts an organisation’s people once, whatever identity they used', () => {
    expect(rowOf('fi-598')).toMatchObject({
      people: 2,
      activePeople: 2,
      firstAt: at('2026-03-01'),
      lastAt: at('2026-06-01'),
    });
    expect(rowOf('fi-598')?.activities.map(({ activity, people: who }) => [activity, who.size])).toEqual([
      ['e1', 1],
      ['p1', 2],
    ]);
    expect(countByType(rowOf('fi-598')?.activities ?? [])).toEqual({ poll: 1, event: 1 });
  });

  test('what someone did before they left counts for their organisation, and they are no one of it now', () => {
    expect(rowOf('fi-020')).toMatchObject({ people: 1, activePeople: 1, firstAt: at('2026-03-04') });
    expect(rowOf('fi-020')?.activities).toHaveLength(2);
  });

  test('a first-timer had taken part in nothing before, also not before the twelve months', () => {
    const [last, first] = reach.activities;
    expect([last?.activity, [...(last?.firstTimers ?? [])].sort()]).toEqual(['e1', ['cecilia', 'unknown']]);
    expect([...(first?.firstTimers ?? [])].sort()).toEqual(['bo', 'left']);
    expect([rowOf('fi-020')?.firstTimers, rowOf('fi-598')?.firstTimers]).toEqual([1, 0]);
  });

  test('silent are members that took part in nothing; one that was only contacted is not', () => {
    expect(reach.organisations.filter(({ isSilent }) => isSilent).map(({ of }) => of.id)).toEqual(['fi-694']);
    expect(reach.organisations.map(({ of }) => of.id)).not.toContain('fi-old');
    expect([...reach.silentPeople]).toEqual([]);
    expect(reachOf(register, all.slice(0, 4), TIME).silentPeople).toEqual(new Set([idOf('cecilia'), idOf('unknown')]));
    expect(reach.withoutOrganisation).toBe(1);
  });

  test('rows are found by name, place, stage, silence and first-timers', () => {
    const found = (filter: Parameters<typeof filterReach>[2]) =>
      filterReach(register, reach.organisations, filter).map(({ of }) => of.id);
    expect(found({ text: 'jakob' })).toEqual(['fi-598']);
    expect(found({ region: '06' })).toEqual(['fi-020']);
    expect(found({ membership: 'contacted' })).toEqual(['fi-895']);
    expect(found({ silent: 'true' })).toEqual(['fi-694']);
    expect(found({ silent: 'false' })).toEqual(['fi-598', 'fi-020', 'fi-895']);
    expect(found({ firstTimers: 'true' })).toEqual(['fi-020']);
  });

  test('who took part in one activity are people of the network now', () => {
    expect(peopleIn(register, all, activityId.parse('p1'))).toEqual(new Set([idOf('anna'), idOf('bo')]));
  });

  test('a network in which nothing has happened has only silent members', () => {
    const empty = reachOf(register, [], TIME);
    expect(empty.activities).toEqual([]);
    expect(empty.organisations.filter(({ isSilent }) => isSilent)).toHaveLength(3);
  });
});

describe('as coordinators see it', () => {
  let world: RegisterWorld;
  beforeAll(async () => {
    world = await openRegisterWorld();
    await world.put({ members: people, organisations });
    const now = Date.parse(world.clock.now());
    world.participation = [
      { ...took('bo', 'p1', '2026-01-01'), at: toInstant(now + 1000) },
      { ...took('cecilia', 'p2', '2026-01-01'), title: '=HYPERLINK("x")', at: toInstant(now + 2000) },
    ];
    await world.clock.advance(5000);
  });
  afterAll(() => world.close());

  test('the list, one organisation’s activities and the totals', async () => {
    const answer = await askRoute(reachRoutes, contract.getReach, world.visitIn('sv'), {
      params: { membership: 'member' },
    });
    expect(answer.organisations.map(({ name, total, isSilent }) => [name, total, isSilent])).toEqual([
      ['Akaa', 1, false],
      ['Jakobstad', 1, false],
      ['Riihimäki', 0, true],
    ]);
    expect(answer.totals).toEqual({
      ...{
        organisations: 4,
        active: 2,
        silent: 1,
        people: 5,
        activePeople: 2,
        silentPeople: 3,
        withoutOrganisation: 0,
      },
    });
    expect(answer.lastActivity).toMatchObject({ activity: 'p2', people: 1, organisations: 1, firstTimers: 1 });
    const one = await askRoute(reachRoutes, contract.getReachOf, world.visit, { params: { organisation: 'fi-598' } });
    expect(one.activities.map(({ activity, people: who }) => [activity, who])).toEqual([['p1', 1]]);
  });

  test('the list as a file holds what the filter leaves', async () => {
    const csv = reachDownloads.find(({ name }) => name === 'reach.csv');
    const file = await madeFile(csv, JSON.stringify({ silent: 'true' }), world.visit);
    const lines = new TextDecoder().decode(file.bytes).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe('Riihimäki;0;0;0;0;;;0;kyllä');
  });
});
