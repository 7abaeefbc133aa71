/** Example cards of statements, from invented data; the tests read them and the pictures show them. */
import { plain } from '../../bot/cards/kit.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import { organisationId } from '../../bot/core/network.ts';
import type { Names } from '../../bot/core/organisation.ts';
import type { Translate } from '../../bot/core/text.ts';
import {
  type Numbers,
  type OwnFrame,
  ownCard,
  statementCard,
  tellingCard,
} from '../../bot/features/statements/cards.ts';
import {
  finish,
  LONGEST_BACKGROUND,
  LONGEST_TITLE,
  makeStatement,
  openComments,
  openJoining,
  type Statement,
  statementDraft,
} from '../../bot/features/statements/statement.ts';
import { type Example, INJECTION } from './examples.ts';

export const now = toInstant('2026-11-23T10:00:00.000Z');
const later = toInstant('2026-12-11T14:00:00.000Z');
const LINK = `https://teams.microsoft.com/l/entity/app/network?webUrl=${'x'.repeat(200)}&context=statements`;
const by = personOf('tenant-1', 'person-0');

export const BACKGROUND =
  'Ministeriö pyytää lausuntoa esityksestä, joka muuttaisi joukkoliikenteen tukea pienissä kunnissa. Yhteinen lausunto painaa enemmän kuin yksittäiset.';
export const draft = (of: Partial<Parameters<typeof statementDraft.parse>[0] & object> = {}): Statement =>
  makeStatement(
    statementDraft.parse({
      ...{ title: 'Lausunto joukkoliikenteen valtiontuesta', background: BACKGROUND, dueOn: '2026-12-18' },
      ...{ askedBy: 'Liikenneministeriö', text: 'Verkosto kannattaa esitystä.\n\nRahoituksen pitää olla pysyvää.' },
      ...of,
    }),
    { id: activityId.parse('st1'), post: postId.parse('st1-card'), by, now, zone: 'Europe/Helsinki' },
  );

export const commenting = openComments(draft(), later, now);
export const joining = openJoining(draft(), later, now);
const KUNTIA = ['Akaa', 'Loimaa', 'Riihimäki', 'Uusikaupunki'];
export const municipalities: readonly Names[] = [
  ...KUNTIA.map((fi) => ({ fi })),
  { fi: 'Pietarsaari', sv: 'Jakobstad' },
];
export const final = finish(
  joining,
  municipalities.map((names, at) => ({ id: organisationId.parse(`o-${at}`), names })),
  by,
  later,
);
const wide = (n: number): string => 'Ä_[*<'.repeat(Math.ceil(n / 5)).slice(0, n);
export const largest = openJoining(
  draft({ title: wide(LONGEST_TITLE), background: wide(LONGEST_BACKGROUND), askedBy: wide(200) }),
  later,
  now,
);
export const hostile = openJoining(draft({ title: INJECTION.slice(0, 140), background: INJECTION }), later, now);
const many: readonly Names[] = Array.from({ length: 159 }, (_, at) => ({
  fi: `${wide(100)} ${at}`,
  sv: `Kommun ${at}`,
}));

const none: Numbers = { comments: 0, joined: [] };
export const some: Numbers = { comments: 7, joined: municipalities };

export const frameOf = (t: Translate) => ({ now, zone: 'Europe/Helsinki', t, link: LINK });
const own = (t: Translate, of: Partial<OwnFrame> = {}): OwnFrame => ({
  ...{ ...frameOf(t), organisation: { fi: 'Akaa' }, isMunicipality: true, isIn: false, isAskedAgain: false },
  ...of,
});
const over = (t: Translate) => ({ ...frameOf(t), now: toInstant('2026-12-12T10:00:00.000Z') });

export const statementExamples: readonly Example[] = [
  { name: 'commenting', draw: (t) => statementCard(commenting, { comments: 7, joined: [] }, frameOf(t)) },
  {
    name: 'commenting-bare',
    draw: (t) =>
      statementCard(openComments(draft({ background: '', askedBy: '', dueOn: '' }), later, now), none, frameOf(t)),
  },
  { name: 'commenting-over', draw: (t) => statementCard(commenting, some, over(t)) },
  { name: 'joining', draw: (t) => statementCard(joining, some, frameOf(t)) },
  { name: 'joining-nobody', draw: (t) => statementCard(joining, none, frameOf(t)) },
  { name: 'joining-over', draw: (t) => statementCard(joining, some, over(t)) },
  { name: 'final', draw: (t) => statementCard(final, some, frameOf(t)) },
  { name: 'hostile', draw: (t) => statementCard(hostile, { comments: 1, joined: [{ fi: INJECTION }] }, frameOf(t)) },
  { name: 'largest', draw: (t) => statementCard(largest, { comments: 2000, joined: many }, frameOf(t)) },
  { name: 'own-out', draw: (t) => ownCard(joining, some, own(t)) },
  { name: 'own-organisation', draw: (t) => ownCard(joining, none, own(t, { isMunicipality: false })) },
  { name: 'own-in', draw: (t) => ownCard(joining, some, own(t, { isIn: true })) },
  { name: 'own-again', draw: (t) => ownCard(joining, some, own(t, { isAskedAgain: true })) },
  { name: 'own-refused', draw: (t) => ownCard(joining, some, own(t, { refusal: INJECTION })) },
  { name: 'own-done', draw: (t) => ownCard(joining, some, own(t, { isIn: true, done: INJECTION })) },
  { name: 'telling-final', draw: (t) => tellingCard(final, INJECTION, some, frameOf(t)) },
  { name: 'telling-again', draw: (t) => tellingCard(joining, INJECTION, some, frameOf(t)) },
  { name: 'own-largest', draw: (t) => ownCard(largest, { comments: 1, joined: many }, own(t, { isIn: true })) },
];

/** Whatever people wrote, as cards show it. */
export function userTexts(): string[] {
  const texts = [
    ...[commenting, joining, hostile].flatMap((of) => [of.title, of.background ?? '', of.askedBy ?? '']),
    ...commenting.versions.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    ...municipalities.flatMap(({ fi = '', sv = '' }) => [fi, sv]),
    ...['Akaa', INJECTION],
  ];
  return texts
    .filter(Boolean)
    .map((one) => plain(one.trim()))
    .sort((a, b) => b.length - a.length);
}
