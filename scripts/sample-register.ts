/** The sample network's register: municipalities that took part in 2024 or later, invented people, a core group. */
import { toInstant } from '../bot/core/clock.ts';
import type { NetworkId } from '../bot/core/ids.ts';
import { type Member, type MemberId, mailPerson, memberIdOf, members, organisationId } from '../bot/core/network.ts';
import { defaultRules, groups, type Membership, organisations, registerRulesKind } from '../bot/core/organisation.ts';
import type { Store } from '../bot/core/ports.ts';
import { networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import { loadPlaces } from '../bot/places.ts';

const BEGAN = toInstant('2025-01-13T08:00:00Z');

/** Finnish name, stage, inhabitants rounded to the nearest thousand. */
const MUNICIPALITIES: readonly (readonly [name: string, stage: Membership, inhabitants: number])[] = [
  ['Akaa', 'member', 16_000],
  ['Forssa', 'member', 16_000],
  ['Hanko', 'member', 8_000],
  ['Heinola', 'trial', 18_000],
  ['Huittinen', 'member', 10_000],
  ['Kauhava', 'contacted', 15_000],
  ['Kemi', 'interested', 20_000],
  ['Kristiinankaupunki', 'member', 6_000],
  ['Liminka', 'member', 10_000],
  ['Loimaa', 'member', 15_000],
  ['Naantali', 'member', 20_000],
  ['Pieksämäki', 'member', 17_000],
  ['Pietarsaari', 'member', 19_000],
  ['Raahe', 'trial', 24_000],
  ['Riihimäki', 'member', 28_000],
  ['Teuva', 'left', 5_000],
  ['Uusikaupunki', 'member', 15_000],
  ['Ylivieska', 'member', 15_000],
];

interface SampleMember {
  readonly name: string;
  readonly of: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly isContact?: true;
  readonly locale?: 'sv';
}

/** Whom mail alone reaches. */
const BY_MAIL: readonly SampleMember[] = [
  {
    name: 'Oili Odottaja',
    of: 'Loimaa',
    title: 'kuljetussuunnittelija',
    topics: ['koulukuljetukset'],
    isContact: true,
  },
  {
    name: 'Kalle Kutsutaksi',
    of: 'Liminka',
    title: 'hankintasihteeri',
    topics: ['kutsuliikenne', 'haja-asutusalueet'],
  },
  {
    name: 'Helmi Hållplats',
    of: 'Kristiinankaupunki',
    title: 'trafikplanerare',
    topics: ['skolskjuts'],
    isContact: true,
    locale: 'sv',
  },
];

/** Those in the team, by their Teams id; who is not named has not said whom they represent. */
const IN_TEAMS: Readonly<Record<string, Omit<SampleMember, 'name' | 'locale'>>> = {
  '29:kaisa': {
    of: 'Riihimäki',
    title: 'joukkoliikennesuunnittelija',
    topics: ['kilpailutus', 'tilastot'],
    isContact: true,
  },
  '29:reino': {
    of: 'Akaa',
    title: 'logistiikkapäällikkö',
    topics: ['koulukuljetukset', 'kilpailutus'],
    isContact: true,
  },
  '29:linnea': {
    of: 'Pietarsaari',
    title: 'trafikingenjör',
    topics: ['skolskjuts', 'anropsstyrd trafik'],
    isContact: true,
  },
  '29:vuokko': { of: 'Uusikaupunki', title: 'liikenneinsinööri', topics: ['päättäjien koulutus'], isContact: true },
  '29:pentti': { of: 'Uusikaupunki', title: 'kuljetussihteeri', topics: ['haja-asutusalueet'] },
};

/** Fills the register once; what is there already stays as it is. */
export async function fillRegister(store: Store, id: NetworkId): Promise<void> {
  const scope = networkScope(id);
  const places = loadPlaces()('fi');
  const idOf = (name: string) => {
    const found = places.municipalities.find(({ names }) => names.fi === name);
    if (!found) throw new Error(`There is no municipality ${name}.`);
    return { ...found, id: organisationId.parse(`${places.name}-${found.code}`) };
  };
  const rules = {
    ...defaultRules(places.kinds),
    sizeBounds: [10_000, 20_000],
    areas: [
      { id: 'south', names: { fi: 'Etelä', sv: 'Södra', en: 'South' }, regions: ['01', '02', '04', '05', '06', '07'] },
      { id: 'east', names: { fi: 'Itä', sv: 'Östra', en: 'East' }, regions: ['08', '09', '10', '11', '12', '13'] },
      { id: 'west', names: { fi: 'Länsi', sv: 'Västra', en: 'West' }, regions: ['14', '15', '16', '21'] },
      { id: 'north', names: { fi: 'Pohjoinen', sv: 'Norra', en: 'North' }, regions: ['17', '18', '19'] },
    ],
  };
  await update({ store, scope, kind: registerRulesKind, id }, (now) => now ?? rules);
  for (const [name, membership, inhabitants] of MUNICIPALITIES) {
    const { id: organisation, code, names, region } = idOf(name);
    const made = { id: organisation, kind: 'municipality', names, code, region, inhabitants, membership };
    await update(
      { store, scope, kind: organisations, id: organisation },
      (now) => now ?? { ...made, since: BEGAN, domains: [], fees: [] },
    );
  }
  const traficom = organisationId.parse('o-traficom');
  await update(
    { store, scope, kind: organisations, id: traficom },
    (now) =>
      now ?? {
        id: traficom,
        kind: 'authority',
        names: { fi: 'Traficom', sv: 'Traficom', en: 'Traficom' },
        membership: 'contacted' as const,
        domains: ['traficom.fi'],
        fees: [],
      },
  );
  for (const [number, { name, of, locale, topics, ...one }] of BY_MAIL.entries()) {
    const person = mailPerson(`sample-${number + 1}`);
    const email = `${name.toLowerCase().replaceAll('å', 'a').split(' ').join('.')}@example.invalid`;
    const made: Member = {
      ...{ person, name, isGuest: true, joinedAt: BEGAN, organisation: idOf(of).id, topics: [...topics], ...one },
      ...{ email, emailSource: { from: 'import', at: BEGAN }, isListed: true },
      ...(locale === undefined ? {} : { locale }),
    };
    await update({ store, scope, kind: members, id: memberIdOf(person) }, (now) => now ?? made);
  }
  const inTeams = new Map<string, MemberId>();
  for (const { id: member, value } of (await store.list(scope, members, { page: 1000 })).items) {
    const sample = IN_TEAMS[value.teamsId ?? ''];
    if (!sample) continue;
    inTeams.set(value.teamsId ?? '', memberIdOf(value.person));
    const { of, topics, ...one } = sample;
    await update({ store, scope, kind: members, id: member }, (now) =>
      now && now.organisation === undefined
        ? {
            ...now,
            joinedAt: now.joinedAt ?? BEGAN,
            organisation: idOf(of).id,
            topics: [...topics],
            isListed: true as const,
            ...one,
          }
        : now,
    );
  }
  const sit = (key: string, role: 'chair' | 'member') => {
    const member = inTeams.get(key);
    return member === undefined ? [] : [{ id: key.replace('29:', 'seat-'), member, role, from: '2026-01-01' }];
  };
  const seats = [...sit('29:reino', 'chair'), ...sit('29:linnea', 'member'), ...sit('29:vuokko', 'member')];
  const core = { id: 'core', names: { fi: 'Ydinryhmä', sv: 'Kärngruppen', en: 'Core group' }, seats, createdAt: BEGAN };
  await update({ store, scope, kind: groups, id: core.id }, (now) => now ?? core);
}
