/** Choosing members and organisations by words, place, size, membership, group and how they are reached. */
import { describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import type { Member } from '../../bot/core/network.ts';
import { currentPeople } from '../../bot/core/register.ts';
import { memberFilter } from '../../bot/features/members/criteria.ts';
import {
  canHelpWith,
  findOrganisations,
  findPeople,
  matches,
  peopleOf,
  sizeClasses,
} from '../../bot/features/members/filter.ts';
import { likenessesOf } from '../../bot/features/members/member.ts';
import { likelyDoubles } from '../../bot/features/members/merge.ts';
import { idOf, mailMember, org, registerOf, teamMember } from '../fakes/register-of.ts';

const DATE = '2026-11-22';
const pietarsaari = org('fi-598', {
  ...{ names: { fi: 'Pietarsaari', sv: 'Jakobstad' }, code: '598', region: '15', inhabitants: 19_200 },
});
const aanekoski = org('fi-992', {
  ...{ names: { fi: 'Äänekoski' }, code: '992', region: '13', inhabitants: 18_000, membership: 'trial' },
});
const akaa = org('fi-020', { names: { fi: 'Akaa' }, code: '020', region: '06', inhabitants: 1_999 });
const agency = org('o-virasto', { names: { fi: 'Virasto' }, kind: 'authority', membership: 'contacted' });

const maija = teamMember('maija', {
  ...{ name: 'Maija Merilä', organisation: pietarsaari.id, isContact: true, title: 'Liikennesuunnittelija' },
  ...{
    topics: ['Koulukuljetukset', 'Kilpailutus'],
    isListed: true,
    email: 'maija@pietarsaari.example',
    phone: '+358 40 1',
  },
});
const akseli = mailMember('akseli', {
  ...{ name: 'Akseli Äyräs', organisation: aanekoski.id, topics: ['Kutsuliikenne'], phone: '050 777' },
});
const vera = teamMember('vera', { name: 'Vera Virta', organisation: agency.id });
const nobody = teamMember('nobody', { name: 'Noora Nähty' });
const left = mailMember('left', { name: 'Lasse Lähtenyt', leftAt: toInstant(0) });
const invited = mailMember('invited', { name: 'Iida Kutsuttu', isInvited: true });
const outsider = mailMember('outsider', { name: 'Olli Ulkopuolinen', organisation: pietarsaari.id, isOutsider: true });

const register = registerOf({
  members: [maija, akseli, vera, nobody, left, invited, outsider],
  organisations: [pietarsaari, aanekoski, akaa, agency],
  rules: {
    sizeBounds: [2_000, 18_500],
    areas: [{ id: 'west', names: { fi: 'Länsi' }, regions: ['15', '02'] }],
  },
  groups: [
    {
      ...{ id: 'core', names: { fi: 'Ydinryhmä' }, createdAt: toInstant(0) },
      seats: [
        { id: 's1', member: idOf('vera'), role: 'member', from: '2026-01-01', to: '2026-06-30' },
        { id: 's2', member: idOf('akseli'), role: 'chair', substitute: idOf('maija'), from: '2026-07-01' },
      ],
    },
  ],
});
const fitting = (filter: object, words: 'open' | 'all' = 'all'): string[] =>
  [maija, akseli, vera, nobody]
    .filter((one) => matches(register, one, memberFilter.parse(filter), DATE, { words }))
    .map(({ name }) => name.split(' ')[0] ?? '');

describe('each criterion chooses those of whom it is true', () => {
  test.each<[object, string[]]>([
    [{}, ['Maija', 'Akseli', 'Vera', 'Noora']],
    [{ text: 'merila' }, ['Maija']],
    [{ text: 'MERILÄ maija' }, ['Maija']],
    [{ text: 'jakobstad' }, ['Maija']],
    [{ text: 'aanekoski' }, ['Akseli']],
    [{ text: 'maija virta' }, []],
    [{ text: 'koulukuljetus' }, ['Maija']],
    [{ text: 'kutsuliikenteen' }, ['Akseli']],
    [{ text: 'akseli@kunta.example' }, ['Akseli']],
    [{ area: 'west' }, ['Maija']],
    [{ area: 'east' }, []],
    [{ region: '13' }, ['Akseli']],
    [{ size: '1' }, ['Akseli']],
    [{ size: '2' }, ['Maija']],
    [{ organisation: 'fi-598' }, ['Maija']],
    [{ organisation: 'none' }, ['Noora']],
    [{ kind: 'authority' }, ['Vera']],
    [{ membership: 'trial' }, ['Akseli']],
    [{ group: 'core' }, ['Maija', 'Akseli']],
    [{ isContact: 'yes' }, ['Maija']],
    [{ isContact: 'no' }, ['Akseli', 'Vera', 'Noora']],
    [{ hasMail: 'yes' }, ['Maija', 'Akseli']],
    [{ hasTeams: 'no' }, ['Akseli']],
    [{ hasTeams: 'yes', kind: 'municipality' }, ['Maija']],
  ])('%j → %j', (filter, names) => {
    expect(fitting(filter)).toEqual(names);
  });
});

test('members find nobody by an address, phone or topic that its owner keeps to themselves', () => {
  expect(fitting({ text: 'kutsuliikenne' }, 'all')).toEqual(['Akseli']);
  expect(fitting({ text: 'kutsuliikenne' }, 'open')).toEqual([]);
  expect(fitting({ text: '777' }, 'all')).toEqual(['Akseli']);
  expect(fitting({ text: '777' }, 'open')).toEqual([]);
  expect(fitting({ text: 'akseli@kunta' }, 'open')).toEqual([]);
  expect(fitting({ text: 'maija@pietarsaari' }, 'open')).toEqual(['Maija']);
});

test('the silent ones are those that reach names', () => {
  const silent = new Set(['akseli']);
  const isIn = (one: Member, isSilent: 'yes' | 'no') => matches(register, one, { isSilent }, DATE, { silent });
  expect([isIn(akseli, 'yes'), isIn(akseli, 'no'), isIn(maija, 'yes'), isIn(maija, 'no')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('people from outside are nowhere among the people of the register', () => {
  expect(peopleOf(register, DATE).has('outsider')).toBe(false);
  expect(matches(register, outsider, {}, DATE)).toBe(false);
  expect(likenessesOf(register, { ...maija, name: 'Olli Ulkopuolinen' }, idOf('maija'), DATE)).toEqual([]);
  const double = { ...outsider, email: 'maija@pietarsaari.example' };
  const both = registerOf({ members: [maija, double], organisations: [pietarsaari] });
  expect(likelyDoubles(both, DATE)).toEqual([]);
  expect(currentPeople(both)).toEqual([maija]);
});

test('another identity of a person fits what the person fits', () => {
  const alias = mailMember('alias', { name: 'M. Merilä', email: 'm@koti.example', sameAs: idOf('maija') });
  const both = registerOf({ members: [maija, alias], organisations: [pietarsaari] });
  expect(matches(both, alias, { organisation: 'fi-598', hasTeams: 'yes' }, DATE)).toBe(true);
  expect(matches(both, maija, { text: 'koti.example' }, DATE)).toBe(true);
  expect(new Set(peopleOf(both, DATE).values()).size).toBe(1);
});

test('someone whose main identity is gone stands for themselves', () => {
  const alias = mailMember('alias', { sameAs: idOf('gone') });
  expect(peopleOf(registerOf({ members: [alias] }), DATE).get('alias')?.id).toBe('alias');
});

test('someone who is being erased is there no more', () => {
  const erased = mailMember('erased', { isErased: true, leftAt: toInstant(0) });
  const alias = mailMember('alias', { sameAs: idOf('erased') });
  const people = peopleOf(registerOf({ members: [erased, alias] }), DATE);
  expect([...people.keys()]).toEqual(['alias']);
});

test('who left and who is only invited are told apart', () => {
  const people = peopleOf(register, DATE);
  expect(['maija', 'left', 'invited'].map((id) => people.get(id)?.state)).toEqual(['current', 'left', 'invited']);
});

test('an organisation that became part of another is found by either', () => {
  const old = org('fi-001', { mergedInto: pietarsaari.id });
  const merged = registerOf({
    members: [{ ...maija, organisation: old.id }],
    organisations: [pietarsaari, old],
  });
  expect(matches(merged, maija, { organisation: 'fi-598' }, DATE)).toBe(true);
  expect(matches(merged, maija, { organisation: 'fi-001' }, DATE)).toBe(true);
});

test('a bound of size belongs to the class above it', () => {
  expect(sizeClasses({ sizeBounds: [2_000, 10_000] })).toEqual([
    { id: '0', to: 1_999 },
    { id: '1', from: 2_000, to: 9_999 },
    { id: '2', from: 10_000 },
  ]);
  expect(sizeClasses({ sizeBounds: [] })).toEqual([]);
});

test('each facet counts as if the filter said nothing of it', () => {
  const people = [...new Set(peopleOf(register, DATE).values())].filter(({ state }) => state === 'current');
  const { found, facets } = findPeople(register, people, { kind: 'municipality', region: '13' });
  expect(found.map(({ id }) => id)).toEqual(['akseli']);
  expect(facets.region).toEqual({ 13: 1, 15: 1 });
  expect(facets.kind).toEqual({ municipality: 1 });
  expect(facets.isContact).toEqual({ no: 1 });
});

test('organisations are found by name in any language, code, place and membership', () => {
  const all = [...register.organisations.values()];
  const ids = (filter: object) => findOrganisations(register, all, filter).found.map(({ id }) => id);
  expect(ids({ text: 'jakob' })).toEqual(['fi-598']);
  expect(ids({ text: '020' })).toEqual(['fi-020']);
  expect(ids({ size: '0' })).toEqual(['fi-020']);
  expect(ids({ membership: 'contacted' })).toEqual(['o-virasto']);
});

test.each([
  ['koulukuljetus', true],
  ['koulukuljetusten', true],
  ['kilpailuttaminen', true],
  ['kuljetukset', true],
  ['koulut', false],
  ['kirjasto', false],
])('who named Koulukuljetukset and Kilpailutus is asked about %s: %s', (typed, can) => {
  const person = peopleOf(register, DATE).get('maija');
  expect(person && canHelpWith(person, typed)).toBe(can);
});
