/** The register: who is in the network, whom they represent, who can help, and how the chat asks for it. */
import { execute } from '../../cards/kit.ts';
import { asCoordinator } from '../../core/access.ts';
import type { Card } from '../../core/card.ts';
import { HOUR, MINUTE, plus, plusDays, weekdayOf } from '../../core/clock.ts';
import {
  type Command,
  type Drawing,
  type Feature,
  type Handler,
  type JobHandler,
  on,
  type TeamEvent,
} from '../../core/feature.ts';
import { type NetworkId, objectIdOf, postId } from '../../core/ids.ts';
import { type MemberId, memberIdOf, organisationId } from '../../core/network.ts';
import { networkAt, translatorFor } from '../../core/network-now.ts';
import {
  type Names,
  nameFor,
  nameIn,
  type Organisation,
  organisations,
  registerRulesKind,
} from '../../core/organisation.ts';
import { type Suggestion, searchPlaces } from '../../core/places.ts';
import type { Services } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { kindOf, mainOf, presentOrganisation, type Register, registerNow, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import { type Outcome, showCard, type Turn, todayIn, type Visit, type Work } from '../../core/turn.ts';
import { memberRoutes } from './api.ts';
import * as cards from './cards.ts';
import * as desk from './desk-cards.ts';
import type { Representation } from './drafts.ts';
import {
  byTarget,
  choosable,
  isUnknown,
  missingOrganisations,
  suggestionsOf,
  unassignedByDomain,
} from './enrolment.ts';
import { findOrganisations, findPeople, foldText, peopleOf } from './filter.ts';
import { letters } from './letters.ts';
import {
  assignMembers,
  knownOf,
  missingWords,
  placesOf,
  readerOf,
  recommendColleague,
  representSelf,
  settleClaim,
  tellCoordinators,
} from './operations.ts';
import { isIn, municipalityId } from './organisations.ts';
import { personal } from './personal.ts';
import { invitedAddresses, recommendations } from './recommendation.ts';
import {
  claimsIn,
  helpersFor,
  memberRow,
  organisationRow,
  organisationsByName,
  peopleByName,
  peopleByOrganisation,
  type Reader,
  totalsOf,
} from './shown.ts';
import { text } from './text.ts';

// ── Whom do you represent ──────────────────────────────────────────────────────────────────────

/** In the reader's language first, with the other names of the place: people type either. */
function longName(names: Names, t: Pick<Translate, 'locales'>): string {
  const own = t.locales.map((locale) => nameFor(names, locale));
  return [...new Set([...own, ...(['fi', 'sv'] as const).flatMap((locale) => names[locale] ?? [])])].join(' / ');
}

/** All that can be chosen: organisations of the network first, then municipalities of the country that are not in it yet. */
function choicesFor({ register, places, t }: Pick<Reader, 'register' | 'places' | 't'>): cards.Choice[] {
  const own = new Set(choosable(register).map(({ id }) => id));
  const here = organisationsByName({ register, t }).filter(({ id }) => own.has(id));
  const others = places.municipalities.filter(({ code }) => !register.organisations.has(municipalityId(places, code)));
  return [
    ...here.map(({ id, names }) => ({ id, label: longName(names, t) })),
    ...others.map(({ code, names }) => ({ id: municipalityId(places, code), label: longName(names, t) })),
  ];
}

function suggestedFor(register: Register, of: Suggestion<Organisation>, work: Work, t: Translate): cards.Suggested {
  if ('organisation' in of) {
    const { id, names } = of.organisation;
    return {
      id,
      label: longName(names, t),
      isMunicipality: kindOf(register, of.organisation)?.isMunicipality === true,
    };
  }
  const { code, names } = of.municipality;
  return { id: municipalityId(placesOf(work), code), label: longName(names, t), isMunicipality: true };
}

/** The question under someone's own card, until it is answered. */
async function aside(visit: Visit): Promise<readonly object[]> {
  const register = await registerOf(visit);
  const person = peopleOf(register, todayIn(visit)).get(memberIdOf(visit.actor.person));
  if (person && !isUnknown(person)) return [];
  const suggestion = person?.email === undefined ? undefined : suggestionsOf(register, placesOf(visit))(person.email);
  return cards.question(suggestion && suggestedFor(register, suggestion, visit, visit.t), visit.t);
}

/** Results that one card shows; a search with more says so. */
const MOST_CHOICES = 20;

async function chooseFrame(turn: Turn, more: Partial<cards.ChooseFrame> = {}): Promise<cards.ChooseFrame> {
  const register = await registerOf(turn);
  const own = register.members.get(mainOf(register, memberIdOf(turn.actor.person)));
  const value = own?.claims ?? own?.organisation;
  const present = value && presentOrganisation(register, value);
  return { t: turn.t, seen: knownOf(own), ...(present ? { value: present.id } : {}), ...more };
}

async function chooseOutcome(turn: Turn, more: Partial<cards.ChooseFrame> = {}): Promise<Outcome> {
  return showCard(cards.chooseCard(choicesFor(await readerOf(turn)), await chooseFrame(turn, more)));
}

async function findOutcome(turn: Turn, typed: string): Promise<Outcome> {
  const reader = await readerOf(turn);
  const all = new Map(choicesFor(reader).map((one) => [one.id, one]));
  const words = foldText(typed);
  const here = words ? [...all.values()].filter(({ label }) => foldText(label).includes(words)) : [];
  const ofCountry = words ? searchPlaces(reader.places, typed, MOST_CHOICES + 1) : [];
  const near = ofCountry.flatMap(({ code }) => all.get(municipalityId(reader.places, code)) ?? []);
  const found = [...new Set([...near, ...here])];
  const frame = await chooseFrame(turn, { typed, value: undefined });
  const more = found.length > MOST_CHOICES;
  return showCard(cards.foundOrganisationsCard(found.slice(0, MOST_CHOICES), { ...frame, more }));
}

async function answered(turn: Turn, said: Representation, seen: string): Promise<Outcome> {
  const { outcome, organisation, isClaim = false } = await representSelf(turn, said, seen);
  const name = organisation && nameIn(organisation.names, turn.t);
  return showCard(cards.representedCard({ outcome, name, isClaim }, turn.t));
}

/** A refused answer comes back as the card to choose in, with what was typed. */
async function refusedChoice(raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> {
  if (refusal instanceof NotAllowed) return undefined;
  const typed = cards.tellMissing.schema.safeParse(raw);
  const problem = turn.t(refusal.row, refusal.params);
  return chooseOutcome(turn, {
    problem,
    ...(typed.success && typed.data.words ? { typedWords: typed.data.words } : {}),
  });
}

const enrolling: readonly Handler[] = [
  on(
    cards.representOrganisation,
    async ({ organisation, seen }, turn) => {
      if (!organisation) throw new Refusal(text.chooseOrganisation);
      const id = organisationId.safeParse(organisation);
      if (!id.success) throw new Refusal(text.unknownOrganisation);
      return answered(turn, { type: 'organisation', organisation: id.data }, seen);
    },
    refusedChoice,
  ),
  on(cards.representNobody, ({ seen }, turn) => answered(turn, { type: 'nobody' }, seen)),
  on(cards.choose, (_, turn) => chooseOutcome(turn)),
  on(cards.findOrganisation, ({ text: typed }, turn) => findOutcome(turn, typed)),
  on(cards.tellMissing, ({ words, seen }, turn) => answered(turn, { type: 'missing', words }, seen), refusedChoice),
];

// ── The coordinators' desk ─────────────────────────────────────────────────────────────────────

function deskRows(register: Register, work: Work, t: Translate): desk.UnassignedRow[] {
  return byTarget(unassignedByDomain(register, placesOf(work), todayIn(work))).map(
    ({ domains, people, suggestion }) => ({
      domains,
      people: people.length,
      ...(suggestion ? { suggested: suggestedFor(register, suggestion, work, t) } : {}),
    }),
  );
}

const deskLink = ({ services, network }: Work): string => services.linkToTab(network, 'manage/register');

async function unassignedOutcome(turn: Turn, more: Partial<desk.DeskFrame> = {}): Promise<Outcome> {
  const rows = deskRows(await registerNow(turn), turn, turn.t);
  return showCard(desk.unassignedCard(rows, { t: turn.t, link: deskLink(turn), ...more }));
}

/** Everyone of these domains who represents nobody yet. */
async function groupsOf(turn: Turn, domains: string) {
  const wanted = new Set(domains.split(','));
  const register = await registerNow(turn);
  return unassignedByDomain(register, placesOf(turn), todayIn(turn)).filter(
    ({ domain }) => domain && wanted.has(domain),
  );
}

const idsOf = (people: readonly { readonly id: MemberId }[]): MemberId[] => people.map(({ id }) => id);

async function acceptAll(turn: Turn): Promise<Outcome> {
  await asCoordinator(turn);
  const places = placesOf(turn);
  const groups = unassignedByDomain(await registerNow(turn), places, todayIn(turn));
  const n = await assignMembers(
    turn,
    groups.flatMap(({ people, suggestion }) => {
      if (!suggestion) return [];
      const represent: Representation =
        'organisation' in suggestion
          ? { type: 'organisation', organisation: suggestion.organisation.id }
          : { type: 'municipality', code: suggestion.municipality.code };
      return [{ members: idsOf(people), represent }];
    }),
  );
  return unassignedOutcome(turn, { done: turn.t(text.assigned, { n }) });
}

async function assignOutcome(turn: Turn, domains: string, problem?: string): Promise<Outcome> {
  await asCoordinator(turn);
  const people = (await groupsOf(turn, domains)).reduce((sum, group) => sum + group.people.length, 0);
  if (people === 0) return unassignedOutcome(turn);
  const frame = { t: turn.t, link: deskLink(turn), problem };
  return showCard(desk.assignCard({ domains: domains.split(','), people }, choicesFor(await readerOf(turn)), frame));
}

async function claimsOutcome(turn: Turn, more: Partial<desk.DeskFrame> = {}): Promise<Outcome> {
  return showCard(await drawClaims(turn, turn.t, more));
}

async function drawClaims(work: Work, t: Translate, more: Partial<desk.DeskFrame> = {}): Promise<Card> {
  const register = await registerNow(work);
  const date = todayIn(work);
  const claims = claimsIn({ register, date, t }).map(({ person, claims: of }) => ({
    member: person.id,
    name: person.main.name,
    claims: { id: of.id, label: longName(of.names, t) },
  }));
  const people = peopleOf(register, date);
  const missing = (await missingWords(work)).flatMap(({ member, words }) => {
    const person = people.get(member);
    return person?.state === 'current' ? [{ name: person.main.name, words }] : [];
  });
  return desk.claimsCard(claims, missing, { t, link: deskLink(work), ...more });
}

const managing: readonly Handler[] = [
  on(desk.openUnassigned, async (_, turn) => {
    await asCoordinator(turn);
    return unassignedOutcome(turn);
  }),
  on(desk.acceptClear, (_, turn) => acceptAll(turn)),
  on(desk.chooseForDomain, ({ domains }, turn) => assignOutcome(turn, domains)),
  on(
    desk.assignDomain,
    async ({ domains, organisation }, turn) => {
      await asCoordinator(turn);
      const id = organisationId.safeParse(organisation);
      if (!id.success) throw new Refusal(text.chooseOrganisation);
      const members = (await groupsOf(turn, domains)).flatMap(({ people }) => idsOf(people));
      const represent: Representation = { type: 'organisation', organisation: id.data };
      const n = members.length === 0 ? 0 : await assignMembers(turn, [{ members, represent }]);
      return unassignedOutcome(turn, { done: turn.t(text.assigned, { n }) });
    },
    async (raw, refusal, turn) => {
      const fitting = desk.assignDomain.schema.safeParse(raw);
      if (!fitting.success || refusal instanceof NotAllowed) return undefined;
      return assignOutcome(turn, fitting.data.domains, turn.t(refusal.row, refusal.params));
    },
  ),
  on(desk.openClaims, async (_, turn) => {
    await asCoordinator(turn);
    return claimsOutcome(turn);
  }),
  on(
    desk.settleClaim,
    async ({ member, claims, settle }, turn) => {
      await settleClaim(turn, member, { settle, claims });
      return claimsOutcome(turn, { done: turn.t(settle === 'confirm' ? text.confirmed : text.declined) });
    },
    async (_, refusal, turn) =>
      refusal instanceof NotAllowed ? undefined : claimsOutcome(turn, { problem: turn.t(refusal.row, refusal.params) }),
  ),
];

// ── Members in chat ────────────────────────────────────────────────────────────────────────────

/** Lines that one part of an answer shows. */
const MOST_LINES = 6;

function some<T, R>(all: readonly T[], draw: (one: T) => R): cards.Some<R> {
  return { shown: all.slice(0, MOST_LINES).map(draw), more: Math.max(0, all.length - MOST_LINES) };
}

/** What everyone may see, also when a coordinator asks: the answer may stand in the channel. */
const asEveryone = async (visit: Visit): Promise<Reader> => ({ ...(await readerOf(visit)), isCoordinator: false });

async function membersCommand(rest: string, turn: Turn): Promise<Outcome> {
  return rest.trim() ? searchOutcome(turn, rest) : overview(turn);
}

async function overview(turn: Turn): Promise<Outcome> {
  const reader = await readerOf(turn);
  const link = turn.services.linkToTab(turn.network, 'members');
  const buttons = reader.isCoordinator && turn.place.kind === 'chat' ? await deskButtons(turn, reader) : [];
  return showCard(
    cards.membersCard({ totals: totalsOf(reader), link, desk: buttons }, turn.t),
    turn.t(text.membersTitle),
  );
}

async function deskButtons(turn: Turn, { register, places, date, t }: Reader) {
  const hasUnassigned = unassignedByDomain(register, places, date).length > 0;
  const hasClaims = claimsIn({ register, date, t }).length > 0 || (await missingWords(turn)).length > 0;
  return [
    ...(hasUnassigned ? [execute(desk.openUnassigned, t(text.unassignedTitle), {})] : []),
    ...(hasClaims ? [execute(desk.openClaims, t(text.claimsTitle), {})] : []),
  ];
}

async function searchOutcome(turn: Turn, typed: string): Promise<Outcome> {
  const asked = typed.trim().slice(0, 100);
  if (!foldText(asked)) throw new Refusal(text.searchError);
  const reader = await asEveryone(turn);
  const { register, t } = reader;
  const people = peopleByOrganisation(reader);
  const all = organisationsByName(reader).filter((one) => isIn(one, people.get(one.id)?.length ?? 0));
  const towns = findOrganisations(register, all, { text: asked }).found;
  const helpers = helpersFor(reader, asked);
  const current = peopleByName(reader).filter(({ state }) => state === 'current');
  const named = findPeople(register, current, { text: asked }, { words: 'open' }).found.filter(
    (one) => !helpers.includes(one),
  );
  const line = (one: (typeof named)[number]): cards.PersonLine => {
    const { organisation, ...row } = memberRow(reader, one);
    return { ...row, organisation: organisation?.name };
  };
  const link = turn.services.linkToTab(turn.network, 'members');
  return showCard(
    cards.foundCard(
      {
        typed: asked,
        helpers: some(helpers, line),
        organisations: some(towns, (one) => {
          const { name, people: n, contacts } = organisationRow(reader, one, people.get(one.id) ?? []);
          return { name, people: n, contacts: contacts.map((contact) => contact.name) };
        }),
        people: some(named, line),
        link,
      },
      t,
    ),
    t(text.membersTitle),
  );
}

const looking: readonly Handler[] = [on(cards.search, ({ text: typed }, turn) => searchOutcome(turn, typed))];

const commands: readonly Command[] = [
  {
    name: 'members',
    words: ['jäsenet', 'jäsenkunnat', 'medlemmar', 'medlemskommuner', 'members'],
    word: { fi: 'jäsenet', sv: 'medlemmar', en: 'members' },
    help: text.helpMembers,
    run: membersCommand,
  },
];

// ── Recommending a colleague ───────────────────────────────────────────────────────────────────

/** The organisation that someone wrote, in any language. Throws a Refusal when there is none of that name. */
function organisationCalled({ register, places }: Reader, typed: string) {
  const words = foldText(typed);
  if (!words) return undefined;
  const isCalled = (names: Names): boolean => Object.values(names).some((name) => name && foldText(name) === words);
  const own = choosable(register).find(({ names }) => isCalled(names));
  if (own) return own.id;
  const [first] = searchPlaces(places, typed, 1);
  if (first && isCalled(first.names)) return municipalityId(places, first.code);
  const params = { typed };
  throw new Refusal(text.unknownOrganisationName, params, [
    { field: 'organisation', row: text.unknownOrganisationName, params },
  ]);
}

const recommending: readonly Handler[] = [
  on(cards.openRecommendation, async (_, turn) =>
    showCard(cards.recommendCard({ form: turn.services.newId(), name: '', email: '', organisation: '' }, turn.t)),
  ),
  on(
    cards.recommend,
    async ({ form, name, email, organisation: typed }, turn) => {
      const organisation = organisationCalled(await readerOf(turn), typed);
      const draft = { name, email, ...(organisation === undefined ? {} : { organisation }) };
      const { outcome } = await recommendColleague(turn, draft, form);
      return showCard(cards.recommendedCard(outcome, turn.t));
    },
    async (raw, refusal, turn) => {
      const typed = cards.recommend.schema.safeParse(raw);
      if (!typed.success || refusal instanceof NotAllowed) return undefined;
      const problems = refusal.problems.length > 0 ? refusal.problems : [refusal];
      return showCard(
        cards.recommendCard(
          typed.data,
          turn.t,
          problems.map(({ row, params }) => turn.t(row, params)),
        ),
      );
    },
  ),
];

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

/** The roster is read first; then the coordinators are asked about those whom it left unclear. */
const AFTER_ROSTER = 5 * MINUTE;
/** While nobody coordinates yet. */
const ASK_AGAIN = HOUR;

async function onTeamEvent(event: TeamEvent, services: Services): Promise<void> {
  if (event.type !== 'installed' && event.type !== 'membersAdded') return;
  const network = await networkAt(event.team, services.store);
  if (network) await scheduleAsking(services, network, AFTER_ROSTER);
}

const scheduleAsking = (services: Services, network: NetworkId, after: number): Promise<void> =>
  services.jobs.schedule({
    kind: 'members.unassigned',
    network,
    key: 'roster',
    due: plus(services.clock.now(), after),
  });

/** Monday of the week, yyyy-MM-dd: coordinators are asked at most once a week. */
function weekOf(work: Work): string {
  const date = todayIn(work);
  return plusDays(date, 1 - weekdayOf(date));
}

async function askCoordinators(work: Work): Promise<void> {
  const { network, services } = work;
  if (network.pausedBecause === 'removed') return;
  if (network.coordinators.length === 0) return scheduleAsking(services, network.id, ASK_AGAIN);
  const rows = deskRows(await registerNow(work), work, work.channelT);
  if (rows.length === 0) return;
  for (const person of network.coordinators) {
    await services.posts.publish({
      id: postId.parse(`unassigned-${weekOf(work)}-${objectIdOf(person)}`),
      network: network.id,
      drawing: 'members.unassigned',
      subject: objectIdOf(person),
      to: { person },
    });
  }
}

const jobs: readonly JobHandler[] = [
  { kind: 'members.unassigned', run: (_, work) => askCoordinators(work) },
  // whoever lets people say whom they represent schedules it: the personal link's page and the tab's own details
  { kind: 'members.claims', run: (_, work) => tellCoordinators(work) },
];

const drawings: readonly Drawing[] = [
  {
    name: 'members.unassigned',
    async draw(subject, work) {
      const t = await translatorFor(subject, work);
      const rows = deskRows(await registerNow(work), work, t);
      return { card: desk.unassignedCard(rows, { t, link: deskLink(work) }), summary: t(text.unassignedTitle) };
    },
  },
  {
    name: 'members.claims',
    async draw(subject, work) {
      const t = await translatorFor(subject, work);
      return { card: await drawClaims(work, t), summary: t(text.claimsTitle) };
    },
  },
];

export const members: Feature = {
  name: 'members',
  kinds: [organisations, registerRulesKind, missingOrganisations, recommendations, invitedAddresses],
  handlers: [...enrolling, ...looking, ...recommending, ...managing],
  commands,
  jobs,
  drawings,
  routes: memberRoutes,
  downloads: [],
  letters,
  aside,
  personal,
  onTeamEvent,
};
