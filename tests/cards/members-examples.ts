/** Example cards of the register, with invented people in real municipalities. */

import { card, execute } from '../../bot/cards/kit.ts';
import { memberId, organisationId } from '../../bot/core/network.ts';
import {
  type Choice,
  chooseCard,
  foundCard,
  foundOrganisationsCard,
  membersCard,
  type PersonLine,
  question,
  recommendCard,
  recommendedCard,
  representedCard,
} from '../../bot/features/members/cards.ts';
import {
  assignCard,
  claimsCard,
  openClaims,
  openUnassigned,
  unassignedCard,
} from '../../bot/features/members/desk-cards.ts';
import { text } from '../../bot/features/members/text.ts';
import { loadPlaces } from '../../bot/places.ts';
import type { Example } from './examples.ts';

/** Names and words are people's own: they must come out as plain text. */
const NAME = 'Maija <at>kaikki</at> [**Merilä**](https://example.org)';
const LINK = 'https://teams.microsoft.com/l/entity/app/network?context=%7B%22subEntityId%22%3A%22members%22%7D';
const FORM = '7f3a1c52-1111-4000-8000-0000000d3a01';

const municipalities: readonly Choice[] = loadPlaces()('fi').municipalities.map(({ code, names }) => ({
  id: `fi-${code}`,
  label: [...new Set([names.fi, names.sv])].filter(Boolean).join(' / '),
}));
const suggested = { id: 'fi-598', label: 'Pietarsaari / Jakobstad', isMunicipality: true };
const organisations = (count: number): Choice[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `o-${n}`,
    label: `${n} Erittäin pitkänimisen yhteistoiminta-alueen kuntayhtymä`,
  }));

const person = (of: Partial<PersonLine> = {}): PersonLine => ({
  ...{ name: 'Akseli Äyräs', organisation: 'Äänekoski', title: 'Suunnittelija', isContact: false },
  ...{ email: 'akseli@kunta.example', phone: '+358 40 0000000', topics: ['Koulukuljetukset', 'Kilpailutus'] },
  ...of,
});
const none = { shown: [], more: 0 };
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    domains: [`kunta-${n}.example`, `kommun-${n}.example`],
    people: n + 1,
    ...(n % 3 === 2 ? {} : { suggested: { id: `fi-${n}`, label: `Kunta ${n} / Kommun ${n}` } }),
  }));

export const memberExamples: readonly Example[] = [
  { name: 'question', draw: (t) => card(question(suggested, t)) },
  {
    name: 'question-organisation',
    draw: (t) => card(question({ ...suggested, label: NAME, isMunicipality: false }, t)),
  },
  { name: 'question-open', draw: (t) => card(question(undefined, t)) },
  { name: 'choose', draw: (t) => chooseCard(municipalities, { t, seen: '' }) },
  { name: 'choose-many', draw: (t) => chooseCard([...organisations(200), ...municipalities], { t, seen: '' }) },
  { name: 'choose-again', draw: (t) => chooseCard(municipalities, { t, seen: 'fi-598', value: 'fi-598' }) },
  {
    name: 'choose-refused',
    draw: (t) => chooseCard(municipalities, { t, seen: '', problem: t(text.writeOrganisation), typedWords: NAME }),
  },
  {
    name: 'found-organisations',
    draw: (t) => foundOrganisationsCard(municipalities.slice(0, 20), { t, seen: '', typed: 'ää', more: true }),
  },
  { name: 'found-no-organisation', draw: (t) => foundOrganisationsCard([], { t, seen: '', typed: NAME, more: false }) },
  ...(['set', 'waits', 'nobody', 'asked', 'same'] as const).map((outcome) => ({
    name: `represented-${outcome}`,
    draw: (t: Parameters<Example['draw']>[0]) => representedCard({ outcome, name: NAME, isClaim: false }, t),
  })),
  { name: 'represented-same-claim', draw: (t) => representedCard({ outcome: 'same', name: 'Akaa', isClaim: true }, t) },
  {
    name: 'members',
    draw: (t) => membersCard({ totals: { organisations: 34, municipalities: 31, people: 54 }, link: LINK }, t),
  },
  {
    name: 'members-desk',
    draw: (t) =>
      membersCard(
        {
          totals: { organisations: 1, municipalities: 1, people: 1 },
          link: LINK,
          desk: [execute(openUnassigned, t(text.unassignedTitle), {}), execute(openClaims, t(text.claimsTitle), {})],
        },
        t,
      ),
  },
  {
    name: 'found',
    draw: (t) =>
      foundCard(
        {
          typed: 'koulukuljetus',
          helpers: { shown: [person(), person({ name: NAME, isContact: true })], more: 3 },
          organisations: {
            shown: [
              { name: 'Pietarsaari', people: 2, contacts: ['Maija Merilä'] },
              { name: 'Akaa', people: 0, contacts: [] },
            ],
            more: 0,
          },
          people: {
            shown: [person({ email: undefined, phone: undefined, topics: undefined, title: undefined })],
            more: 1,
          },
          link: LINK,
        },
        t,
      ),
  },
  {
    name: 'found-nothing',
    draw: (t) => foundCard({ typed: NAME, helpers: none, organisations: none, people: none, link: LINK }, t),
  },
  { name: 'recommend', draw: (t) => recommendCard({ form: FORM, name: '', email: '', organisation: '' }, t) },
  {
    name: 'recommend-refused',
    draw: (t) =>
      recommendCard({ form: FORM, name: NAME, email: 'kunta', organisation: 'Akaa' }, t, [
        t(text.badAddress),
        t(text.alreadyInvited),
      ]),
  },
  { name: 'recommended', draw: (t) => recommendedCard('invited', t) },
  { name: 'recommended-without-mail', draw: (t) => recommendedCard('noMail', t) },
  { name: 'unassigned', draw: (t) => unassignedCard(rows(4), { t, link: LINK }) },
  {
    name: 'unassigned-many',
    draw: (t) =>
      unassignedCard([...rows(30), { domains: [''], people: 9 }], { t, link: LINK, done: t(text.assigned, { n: 12 }) }),
  },
  { name: 'unassigned-none', draw: (t) => unassignedCard([], { t, link: LINK, done: t(text.assigned, { n: 1 }) }) },
  {
    name: 'assign',
    draw: (t) =>
      assignCard({ domains: ['kunta.example'], people: 12 }, municipalities, {
        t,
        link: LINK,
        problem: t(text.chooseOrganisation),
      }),
  },
  {
    name: 'assign-in-tab',
    draw: (t) => assignCard({ domains: ['kunta.example'], people: 1 }, organisations(400), { t, link: LINK }),
  },
  {
    name: 'claims',
    draw: (t) =>
      claimsCard(
        Array.from({ length: 12 }, (_, n) => ({
          member: memberId.parse(`m${n}`),
          name: n === 0 ? NAME : `Jäsen ${n}`,
          claims: { id: organisationId.parse(`fi-${n}`), label: `Kunta ${n}` },
        })),
        [{ name: 'Akseli Äyräs', words: NAME }],
        { t, link: LINK, done: t(text.confirmed) },
      ),
  },
  { name: 'claims-none', draw: (t) => claimsCard([], [], { t, link: LINK, problem: t(text.claimChanged) }) },
];
