/** Example cards of boxes and challenges, from invented data; the tests read them and the pictures show them. */
import { plain } from '../../bot/cards/kit.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import type { Translate } from '../../bot/core/text.ts';
import { type Box, LONGEST_INTRO, LONGEST_NAME, LONGEST_STORY, postOfBox } from '../../bot/features/boxes/box.ts';
import {
  boxCard,
  challengeCard,
  deedFormCard,
  doneCard,
  openingCard,
  passedCard,
  reachedCard,
  type StoryShown,
  storyFormCard,
} from '../../bot/features/boxes/cards.ts';
import { type Challenge, LONGEST_DEED, LONGEST_TEXT, postOfChallenge } from '../../bot/features/boxes/challenge.ts';
import { type Example, INJECTION } from './examples.ts';

const LINK = `https://teams.microsoft.com/l/entity/app/network?webUrl=${'x'.repeat(200)}&context=boxes`;
const by = personOf('tenant-1', 'person-0');
const at = toInstant('2026-11-23T10:00:00.000Z');
const opensAt = toInstant('2026-11-27T10:00:00.000Z');
const wide = (n: number): string => 'Ä_[*<'.repeat(Math.ceil(n / 5)).slice(0, n);

export const box = (of: Partial<Box> = {}): Box => {
  const id = activityId.parse('box-1');
  return {
    ...{ id, title: 'Matkamuistojen laatikko', intro: 'Kerro matkasta, joka jäi mieleen.', scheduleRound: 1 },
    ...{ opens: { type: 'weekly', weekday: 5, time: '12:00' }, isPublic: false, round: 1, checksMembers: false },
    ...{ state: 'open', post: postOfBox(id), by, at, openings: [], ...of },
  };
};
export const challenge = (of: Partial<Challenge> = {}): Challenge => {
  const id = activityId.parse('challenge-1');
  return {
    ...{ id, title: 'Sata kyytiä yhdessä', text: 'Ota joku kyytiin ja haasta seuraava.', goal: 100, unit: 'kyytiä' },
    ...{ state: 'open', post: postOfChallenge(id), by, at, ...of },
  };
};
const picture = {
  address: `https://bot.example.test/p/${'t'.repeat(60)}/files/picture.jpg`,
  alt: 'Punaiset lapaset pysäkin penkillä',
};
export const stories: readonly StoryShown[] = [
  { text: 'Viimeinen vuoro odotti, koska kuljettaja tiesi, että tulen töistä.', name: 'Aino', organisation: 'Akaa' },
  { text: 'Mummo neuloi koko matkan.\nPerillä minulla oli uudet lapaset.', name: 'Naapurin Kerttu', picture },
  { text: 'Koulukyydissä opin kertotaulun.' },
];
const largest: readonly StoryShown[] = Array.from({ length: 60 }, () => ({
  ...{ text: wide(LONGEST_STORY), name: wide(LONGEST_NAME), organisation: wide(120) },
  picture: { ...picture, alt: wide(200) },
}));
export const deeds: readonly StoryShown[] = [
  { text: 'Vein naapurin lapset kouluun.', name: 'Reino Reitti', organisation: 'Akaa' },
  { text: 'Opastin uuden matkustajan oikeaan bussiin.' },
];
const people = ['Aada Aikataulu', 'Pentti Pysäkki'].map((label, n) => ({ id: `person-${n}`, label }));

const frame = (t: Translate) => ({ zone: 'Europe/Helsinki', t, link: LINK, opensAt });
const form = (t: Translate, of: { refusal?: string } = {}) => ({ t, link: LINK, form: 'form-1', ...of });
const passed = { id: 'deed-1', deed: deeds[0]?.text ?? '', name: 'Reino Reitti' };
const shown = { count: 12, phase: 'open', deeds } as const;

export const boxExamples: readonly Example[] = [
  { name: 'box', draw: (t) => boxCard(box(), 3, frame(t)) },
  {
    name: 'box-empty-once',
    draw: (t) => boxCard(box({ opens: { type: 'once', at: opensAt }, intro: '' }), 0, frame(t)),
  },
  { name: 'box-checked', draw: (t) => boxCard(box({ checksMembers: true }), 1, frame(t)) },
  { name: 'box-ended', draw: (t) => boxCard(box({ state: 'ended' }), 2, frame(t)) },
  { name: 'box-over', draw: (t) => boxCard(box({ state: 'ended' }), 0, { ...frame(t), opensAt: undefined }) },
  { name: 'box-hostile', draw: (t) => boxCard(box({ title: INJECTION.slice(0, 120), intro: INJECTION }), 1, frame(t)) },
  { name: 'box-largest', draw: (t) => boxCard(box({ title: wide(120), intro: wide(LONGEST_INTRO) }), 9, frame(t)) },
  { name: 'box-opening', draw: (t) => openingCard(box(), stories, frame(t)) },
  { name: 'box-opening-many', draw: (t) => openingCard(box(), [...stories, ...stories], frame(t)) },
  {
    name: 'box-opening-hostile',
    draw: (t) => openingCard(box(), [{ text: INJECTION, name: INJECTION, organisation: INJECTION }], frame(t)),
  },
  { name: 'box-opening-largest', draw: (t) => openingCard(box({ title: wide(120) }), largest, frame(t)) },
  { name: 'story-form', draw: (t) => storyFormCard(box(), {}, { ...form(t), organisation: 'Akaa' }) },
  {
    name: 'story-form-refused',
    draw: (t) =>
      storyFormCard(box({ checksMembers: true }), { text: INJECTION, name: 'Aino' }, form(t, { refusal: INJECTION })),
  },
  { name: 'story-done', draw: () => doneCard(INJECTION, INJECTION, { label: INJECTION, link: LINK }) },
  { name: 'challenge', draw: (t) => challengeCard(challenge(), shown, form(t)) },
  {
    name: 'challenge-bare',
    draw: (t) => challengeCard(challenge({ text: '' }), { count: 0, phase: 'open', deeds: [] }, form(t)),
  },
  {
    name: 'challenge-reached',
    draw: (t) => challengeCard(challenge(), { count: 104, phase: 'reached', deeds }, form(t)),
  },
  {
    name: 'challenge-ended',
    draw: (t) => challengeCard(challenge({ state: 'ended' }), { ...shown, phase: 'ended' }, form(t)),
  },
  {
    name: 'challenge-hostile',
    draw: (t) =>
      challengeCard(
        challenge({ title: INJECTION.slice(0, 120), text: INJECTION, unit: INJECTION.slice(0, 40) }),
        { ...shown, deeds: [{ text: INJECTION, name: INJECTION, organisation: INJECTION }] },
        form(t),
      ),
  },
  {
    name: 'challenge-largest',
    draw: (t) =>
      challengeCard(
        challenge({ title: wide(120), text: wide(LONGEST_TEXT), unit: wide(40), goal: 100_000 }),
        { ...shown, deeds: Array.from({ length: 3 }, () => ({ text: wide(LONGEST_DEED), name: wide(120) })) },
        form(t),
      ),
  },
  { name: 'challenge-goal', draw: (t) => reachedCard(challenge(), 100, form(t)) },
  { name: 'challenge-passed', draw: (t) => passedCard(challenge(), 12, passed, form(t)) },
  {
    name: 'challenge-passed-unnamed',
    draw: (t) => passedCard(challenge({ text: '' }), 1, { ...passed, name: undefined, deed: '' }, form(t)),
  },
  { name: 'deed-form', draw: (t) => deedFormCard(challenge(), {}, { ...form(t), people, from: '' }) },
  {
    name: 'deed-form-refused',
    draw: (t) =>
      deedFormCard(
        challenge(),
        { text: INJECTION, passTo: 'person-1', isUnnamed: 'true' },
        {
          ...form(t, { refusal: INJECTION }),
          ...{ people, from: 'deed-1' },
        },
      ),
  },
  { name: 'deed-form-alone', draw: (t) => deedFormCard(challenge(), {}, { ...form(t), people: [], from: '' }) },
  {
    name: 'deed-form-largest',
    draw: (t) =>
      deedFormCard(
        challenge({ title: wide(120) }),
        { text: wide(LONGEST_DEED) },
        {
          ...{ ...form(t), from: `deed-${'0'.repeat(32)}` },
          people: Array.from({ length: 200 }, (_, n) => ({
            id: `00000000-0000-4000-8000-${n}00000000`,
            label: wide(40),
          })),
        },
      ),
  },
];

/** Whatever people wrote, as cards show it. */
export function userTexts(): string[] {
  const texts = [
    ...[box(), box({ title: INJECTION.slice(0, 120), intro: INJECTION })].flatMap(({ title, intro }) => [title, intro]),
    ...[challenge(), challenge({ title: INJECTION.slice(0, 120), unit: INJECTION.slice(0, 40) })].flatMap((of) => [
      of.title,
      of.text,
      of.unit,
    ]),
    ...[...stories, ...deeds].flatMap((one) => [
      ...one.text.split('\n'),
      one.name ?? '',
      one.organisation ?? '',
      one.picture?.alt ?? '',
    ]),
    ...[...people.map(({ label }) => label), 'Akaa', INJECTION],
  ];
  return texts
    .filter(Boolean)
    .map((one) => plain(one.trim()))
    .sort((a, b) => b.length - a.length);
}
