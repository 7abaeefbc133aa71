/** The rules of the register: what may be typed of organisations, people and the network's own rules, and whom people represent. */
import { describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { type Member, mailPerson, organisationId } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { Register } from '../../bot/core/register.ts';
import { type MemberDraft, memberDraft, organisationDraft, rulesDraft } from '../../bot/features/members/drafts.ts';
import {
  byTarget,
  placed,
  represent,
  representNobody,
  unassignedByDomain,
  withoutClaim,
} from '../../bot/features/members/enrolment.ts';
import { likenessesOf, withMemberDraft } from '../../bot/features/members/member.ts';
import {
  blankOrganisation,
  isIn,
  isUnused,
  likelyMergers,
  municipalityOf,
  newMunicipality,
  withDraft,
} from '../../bot/features/members/organisations.ts';
import { invited } from '../../bot/features/members/recommendation.ts';
import { withRules } from '../../bot/features/members/register-rules.ts';
import { idOf, mailMember, org, places, registerOf, rules, teamMember } from '../fakes/register-of.ts';

const NOW = toInstant('2026-11-22T10:00:00.000Z');
const DATE = '2026-11-22';

/** The fields that a refusal finds fault with. */
function faults(act: () => unknown): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ field }) => field);
  }
}

describe('municipalities', () => {
  test('one joins the register as contacted, with its code, names and region, and so is entitled to nothing', () => {
    expect(newMunicipality(places, rules, '598', NOW)).toEqual({
      ...{
        id: 'fi-598',
        kind: 'municipality',
        names: { fi: 'Pietarsaari', sv: 'Jakobstad' },
        code: '598',
        region: '15',
      },
      ...{ domains: [], membership: 'contacted', since: NOW, fees: [] },
    });
  });

  test('the code of a former one stands for what it became part of, and an unknown one is refused', () => {
    expect(newMunicipality(places, rules, '588', NOW).id).toBe('fi-507');
    expect(() => newMunicipality(places, rules, '999', NOW)).toThrow(Refusal);
    expect(municipalityOf(places, 'fi-588')?.code).toBe('507');
    expect(municipalityOf(places, 'o-588')).toBeUndefined();
  });

  test('one of the register that has merged since is suggested for merging', () => {
    const pertunmaa = org('fi-588', { code: '588' });
    const [alone] = likelyMergers(registerOf({ organisations: [pertunmaa] }), places);
    expect(alone).toMatchObject({ organisation: { id: 'fi-588' }, code: '507', into: undefined, on: '2025-01-01' });
    const both = registerOf({ organisations: [pertunmaa, org('fi-507', { code: '507' })] });
    expect(likelyMergers(both, places)[0]?.into?.id).toBe('fi-507');
    const done = registerOf({ organisations: [{ ...pertunmaa, mergedInto: organisationId.parse('fi-507') }] });
    expect(likelyMergers(done, places)).toEqual([]);
  });
});

describe('an organisation by hand', () => {
  const blank = blankOrganisation(organisationId.parse('o-1'), NOW);
  const make = (draft: object, register: Register = registerOf({})) =>
    withDraft(blank, organisationDraft.parse({ kind: 'authority', names: { fi: 'Virasto' }, ...draft }), {
      ...{ register, places, date: DATE },
    });

  test('is kept with its names in order and its domains as domains', () => {
    const made = make({
      names: { fi: '  Uusi   virasto ', sv: ' ' },
      domains: ['https://www.Virasto.example/yhteys', '@virasto.example'],
    });
    expect(made).toMatchObject({
      names: { fi: 'Uusi virasto' },
      domains: ['virasto.example'],
      membership: 'contacted',
    });
    expect(made.names).not.toHaveProperty('sv');
  });

  test.each<[string, object, string[]]>([
    ['no name', { names: { fi: ' ' } }, ['names']],
    ['an unknown kind', { kind: 'club' }, ['kind']],
    ['an unknown region', { region: '99' }, ['region']],
    ['what is no domain', { domains: ['virasto', 'a b.example'] }, ['domains', 'domains']],
    ['mail for everyone', { domains: ['gmail.com'] }, ['domains']],
    ['a delegate of another organisation', { delegate: 'maija' }, ['delegate']],
    ['everything at once', { names: {}, kind: 'club', region: 'x' }, ['names', 'kind', 'region']],
  ])('with %s is refused', (_, draft, fields) => {
    const register = registerOf({ members: [teamMember('maija')] });
    expect(faults(() => make(draft, register))).toEqual(fields);
  });

  test('of the same kind and name as another is refused, however it is written', () => {
    const register = registerOf({ organisations: [org('o-2', { kind: 'authority', names: { sv: 'VIRASTÖ' } })] });
    expect(faults(() => make({ names: { fi: 'virasto' } }, register))).toEqual(['names']);
    expect(faults(() => make({ names: { fi: 'virasto' }, kind: 'company' }, register))).toEqual([]);
  });

  test('has a delegate and another person as substitute, both of its own people', () => {
    const register = registerOf({
      organisations: [blank],
      members: ['a', 'b'].map((id) => teamMember(id, { organisation: blank.id })),
    });
    expect(make({ delegate: 'a', substitute: 'b' }, register)).toMatchObject({ delegate: 'a', substitute: 'b' });
    expect(faults(() => make({ delegate: 'a', substitute: 'a' }, register))).toEqual(['substitute']);
  });

  test('is removed only while nobody represents it, nothing became part of it and nothing was invoiced', () => {
    const of = org('o-1');
    const held: [string, boolean][] = [
      ['nothing', isUnused(registerOf({ organisations: [of] }), of)],
      ['a member', isUnused(registerOf({ members: [teamMember('a', { organisation: of.id })] }), of)],
      ['a claim', isUnused(registerOf({ members: [teamMember('a', { claims: of.id })] }), of)],
      ['one who left', isUnused(registerOf({ members: [mailMember('a', { organisation: of.id, leftAt: NOW })] }), of)],
      ['a merged one', isUnused(registerOf({ organisations: [org('o-2', { mergedInto: of.id })] }), of)],
      ['a fee', isUnused(registerOf({}), { ...of, fees: [{ year: 2026 }] })],
    ];
    expect(held).toEqual([
      ['nothing', true],
      ['a member', false],
      ['a claim', false],
      ['one who left', true],
      ['a merged one', false],
      ['a fee', false],
    ]);
  });

  test('members see those that are in: members, those on trial, and those whose people take part', () => {
    const seen = (['contacted', 'interested', 'trial', 'member', 'left'] as const).map((membership) => [
      isIn(org('o-1', { membership }), 0),
      isIn(org('o-1', { membership }), 1),
    ]);
    expect(seen).toEqual([
      [false, true],
      [false, true],
      [true, true],
      [true, true],
      [false, false],
    ]);
  });
});

describe('the network’s own rules', () => {
  const { feeClasses, ...draft } = rules;
  const change =
    (of: object, register = registerOf({})) =>
    () =>
      withRules(
        { ...register.rules, feeClasses: [{ id: 'a', name: 'A' }] },
        rulesDraft.parse({ ...draft, ...of }),
        register,
        places,
      );

  test('are set, and the fee classes stay', () => {
    const changed = change({ confirms: true, sizeBounds: [2000, 10_000] })();
    expect(changed).toMatchObject({ confirms: true, sizeBounds: [2000, 10_000], feeClasses: [{ id: 'a', name: 'A' }] });
    expect(feeClasses).toEqual([]);
  });

  test('keep a kind that is in use and an area that a seat is for', () => {
    const seated = registerOf({
      organisations: [org('o-1', { kind: 'company' })],
      rules: { areas: [{ id: 'west', names: { fi: 'Länsi' }, regions: ['02'] }] },
      groups: [
        {
          ...{ id: 'core', names: { fi: 'Ydin' }, createdAt: NOW },
          seats: [{ id: 's1', member: idOf('a'), role: 'chair', area: 'west', from: '2026-01-01' }],
        },
      ],
    });
    const without = draft.kinds.filter(({ id }) => id !== 'company');
    expect(faults(change({ kinds: without, areas: [] }, seated))).toEqual(['kinds', 'areas']);
    expect(faults(change({ kinds: without }))).toEqual([]);
  });

  test.each<[string, object, string[]]>([
    ['bounds that fall', { sizeBounds: [10_000, 2_000] }, ['sizeBounds']],
    ['the same bound twice', { sizeBounds: [2_000, 2_000] }, ['sizeBounds']],
    ['an area of an unknown region', { areas: [{ id: 'a', names: { fi: 'A' }, regions: ['99'] }] }, ['areas']],
    ['an area without a name', { areas: [{ id: 'a', names: {}, regions: [] }] }, ['areas']],
    ['no kind for municipalities', { kinds: draft.kinds.filter((one) => !one.isMunicipality) }, ['kinds']],
    ['a kind twice', { kinds: [...draft.kinds, ...draft.kinds.slice(0, 1)] }, ['kinds']],
  ])('refuse %s', (_, of, fields) => {
    expect(faults(change(of))).toEqual(fields);
  });
});

describe('a person as a coordinator writes them', () => {
  const kunta = org('fi-598');
  const register = registerOf({ organisations: [kunta] });
  const blank: Member = { person: mailPerson('new'), name: '', isGuest: false, joinedAt: NOW };
  const write = (draft: Partial<MemberDraft> & object, of = blank) =>
    withMemberDraft(
      of,
      memberDraft.parse({ name: 'Maija Merilä', email: 'maija@kunta.example', ...draft }),
      register,
      NOW,
    );

  test('is kept with the address in lower case and where it came from', () => {
    const made = write({
      name: ' Maija \n Merilä ',
      email: ' Maija@Kunta.Example ',
      organisation: kunta.id,
      isContact: true,
      topics: ['Tilastot', ' Tilastot '],
    });
    expect(made).toMatchObject({
      ...{ name: 'Maija Merilä', email: 'maija@kunta.example', emailSource: { from: 'coordinator', at: NOW } },
      ...{ organisation: 'fi-598', isContact: true, topics: ['Tilastot'] },
    });
  });

  test('keeps the source of an address that stays, and forgets that another one failed', () => {
    const failed = {
      ...blank,
      name: 'M',
      email: 'maija@kunta.example',
      emailSource: { from: 'import' as const, at: NOW },
      emailFailedAt: NOW,
    };
    expect(write({}, failed)).toMatchObject({ emailSource: { from: 'import' }, emailFailedAt: NOW });
    const mended = write({ email: 'm@kunta.example' }, failed);
    expect(mended.emailSource?.from).toBe('coordinator');
    expect(mended).not.toHaveProperty('emailFailedAt');
  });

  test('of the team has the name of Teams and needs no address; consent is never written', () => {
    const inTeam = teamMember('t', { name: 'Teamsin Nimi', isListed: true, mail: { polls: true } });
    const written = write({ name: 'Muu', email: '' }, inTeam);
    expect(written).toMatchObject({ name: 'Teamsin Nimi', isListed: true, mail: { polls: true } });
    expect(written).not.toHaveProperty('email');
  });

  test.each<[string, object, string[]]>([
    ['no name', { name: ' ' }, ['name']],
    ['no address', { email: '' }, ['email']],
    ['what is no address', { email: 'maija@kunta' }, ['email']],
    ['an unknown organisation', { organisation: 'o-gone' }, ['organisation']],
    ['a contact person of nothing', { isContact: true }, ['isContact']],
    ['too many topics', { topics: Array.from({ length: 21 }, (_, n) => `aihe ${n}`) }, ['topics']],
    ['a title that never ends', { title: 'x'.repeat(121) }, ['title']],
  ])('with %s is refused', (_, draft, fields) => {
    expect(faults(() => write(draft))).toEqual(fields);
  });

  test('who shares an address, or a name and an organisation, is told', () => {
    const known = registerOf({
      organisations: [kunta],
      members: [
        mailMember('same', { email: 'maija@kunta.example', leftAt: NOW }),
        teamMember('named', { name: 'Maija Merila', organisation: kunta.id }),
        teamMember('elsewhere', { name: 'Maija Merilä' }),
      ],
    });
    const found = likenessesOf(known, write({ organisation: kunta.id }), undefined, DATE);
    expect(found.map(({ why, person }) => [why, person.id])).toEqual([
      ['sameAddress', 'same'],
      ['sameNameAndOrganisation', 'named'],
    ]);
  });
});

describe('whom someone represents', () => {
  const [a, b] = [organisationId.parse('fi-598'), organisationId.parse('fi-020')];
  const maija = teamMember('maija', { representsNobody: true });

  test('counts at once, or waits as a claim where the network confirms it', () => {
    expect(represent(maija, a, { confirms: false })).toEqual(teamMember('maija', { organisation: a }));
    expect(represent(maija, a, { confirms: true })).toEqual(teamMember('maija', { claims: a }));
  });

  test('said again changes nothing', () => {
    for (const confirms of [true, false]) {
      const said = represent(maija, a, { confirms });
      expect(represent(said, a, { confirms })).toBe(said);
    }
    const nobody = representNobody(teamMember('maija'));
    expect(representNobody(nobody)).toBe(nobody);
  });

  test('changing over ends being the contact person; a claim leaves what is known as it is', () => {
    const contact = teamMember('maija', { organisation: a, isContact: true });
    expect(represent(contact, b, { confirms: false })).toEqual(teamMember('maija', { organisation: b }));
    expect(represent(contact, b, { confirms: true })).toEqual({ ...contact, claims: b });
    expect(placed({ ...contact, claims: b }, a)).toEqual(contact);
    expect(withoutClaim({ ...contact, claims: b })).toEqual(contact);
    expect(represent({ ...contact, claims: b }, a, { confirms: true })).toEqual(contact);
  });
});

describe('members whose organisation is not known', () => {
  const register = registerOf({
    organisations: [org('fi-598', { code: '598', names: { fi: 'Pietarsaari', sv: 'Jakobstad' } })],
    members: [
      teamMember('a', { email: 'a@pietarsaari.fi' }),
      teamMember('b', { email: 'b@jakobstad.fi' }),
      teamMember('c', { email: 'c@jakobstad.fi' }),
      teamMember('d', { email: 'd@uusikaupunki.fi' }),
      teamMember('e', { email: 'e@tuntematon.example' }),
      teamMember('f', { email: 'f@gmail.com' }),
      teamMember('g'),
      teamMember('h', { email: 'h@pietarsaari.fi', organisation: organisationId.parse('fi-598') }),
      teamMember('i', { email: 'i@pietarsaari.fi', representsNobody: true }),
      teamMember('j', { email: 'j@pietarsaari.fi', claims: organisationId.parse('fi-598') }),
      mailMember('k', { email: 'k@pietarsaari.fi', leftAt: NOW }),
      mailMember('l', { email: 'l@pietarsaari.fi', isInvited: true }),
    ],
  });

  test('are grouped by domain, the clear ones first; settled, gone and invited people are left out', () => {
    const groups = unassignedByDomain(register, places, DATE);
    expect(groups.map(({ domain, people }) => [domain, people.map(({ id }) => id).join(' ')])).toEqual([
      ['jakobstad.fi', 'b c'],
      ['pietarsaari.fi', 'a'],
      ['uusikaupunki.fi', 'd'],
      ['tuntematon.example', 'e'],
      ['', 'f g'],
    ]);
    expect(groups.map(({ suggestion }) => suggestion !== undefined)).toEqual([true, true, true, false, false]);
  });

  test('both languages of a town are one question', () => {
    const rows = byTarget(unassignedByDomain(register, places, DATE));
    expect(rows[0]).toMatchObject({
      domains: ['jakobstad.fi', 'pietarsaari.fi'],
      suggestion: { organisation: { id: 'fi-598' } },
    });
    expect(rows[0]?.people).toHaveLength(3);
    expect(rows[1]).toMatchObject({ suggestion: { municipality: { code: '895' } } });
  });
});

describe('a recommended colleague', () => {
  const by = idOf('maija');
  const person = mailPerson('new');
  const make = (name: string, email: string) =>
    invited({ name, email }, { person, by, organisation: undefined, now: NOW });

  test('is invited and no member yet; the letter can say where the address came from', () => {
    expect(make('Kalle Kollega', ' Kalle@Kunta.example')).toEqual({
      ...{
        person,
        name: 'Kalle Kollega',
        isGuest: false,
        isInvited: true,
        recommendedBy: by,
        email: 'kalle@kunta.example',
      },
      emailSource: { from: 'recommendation', at: NOW },
    });
  });

  test('needs a name and an address', () => {
    expect(faults(() => make(' ', 'kunta.example'))).toEqual(['name', 'email']);
  });
});
