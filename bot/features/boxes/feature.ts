/** Boxes and challenges: what the bot does with their cards, what runs by the clock, and how their posts are drawn. */
import { plain } from '../../cards/kit.ts';
import { type Drawing, type Feature, type Handler, type JobHandler, on } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import type { MemberId } from '../../core/network.ts';
import { translatorFor } from '../../core/network-now.ts';
import { nameIn } from '../../core/organisation.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { organisationOf, registerOf } from '../../core/register.ts';
import { type Outcome, showCard, type Turn, type Work } from '../../core/turn.ts';
import { boxRoutes } from './api.ts';
import { boxes as boxKind, isOpen, stories, storyDraft } from './box.ts';
import { comesOut, openBox } from './box-operations.ts';
import * as cards from './cards.ts';
import { challenges, deedDraft, deeds, phaseOf } from './challenge.ts';
import { type Added, addDeed, declineChallenge, whomToChallenge } from './challenge-operations.ts';
import { handover, news, pageOfBox, pageOfChallenge, passedBy, waiting } from './hook-operations.ts';
import { boxLetters } from './letters.ts';
import { boxNow, challengeNow, deedsIn, findBox, findChallenge } from './memory.ts';
import { boxOpenPages, boxPages } from './pages.ts';
import { boxPersonal } from './personal.ts';
import { latestDeeds, numbersOf, storiesOf } from './shown.ts';
import { leaveStory } from './story-operations.ts';
import { text } from './text.ts';

/** Deeds on the channel's card. */
const LATEST = 3;

const linkTo = ({ services, network }: Work, page: string): string => services.linkToTab(network, page);

// ── Leaving a story ────────────────────────────────────────────────────────────────────────────

async function storyForm(
  turn: Turn,
  id: ActivityId,
  { typed = {}, form = turn.services.newId(), refusal }: FormState<cards.StoryTyped> = {},
): Promise<Outcome> {
  const box = await boxNow(turn, id);
  if (!isOpen(box)) throw new Refusal(text.boxEnded);
  const organisation = organisationOf(await registerOf(turn), objectIdOf(turn.actor.person));
  return showCard(
    cards.storyFormCard(box, typed, {
      ...{
        t: turn.t,
        form,
        link: linkTo(turn, pageOfBox(id)),
        organisation: organisation && nameIn(organisation.names, turn.t),
      },
      refusal,
    }),
    turn.t(text.leaveStory),
  );
}

interface FormState<T> {
  readonly typed?: T;
  readonly form?: string;
  readonly refusal?: string;
}

const said = (turn: Turn, { row, params, problems }: Refusal): string =>
  problems.length > 0 ? problems.map((one) => turn.t(one.row, one.params)).join(' ') : turn.t(row, params);

const handlers: readonly Handler[] = [
  on(cards.askStory, ({ box }, turn) => storyForm(turn, box)),
  on(
    cards.leaveStory,
    async ({ box: id, form, ...typed }, turn) => {
      const draft = storyDraft.parse({ ...typed, showsOrganisation: typed.showsOrganisation === 'true' });
      const story = await leaveStory(turn, id, draft, form);
      const { title } = await boxNow(turn, id);
      const done = turn.t(story.state === 'waiting' ? text.waitsForCheck : text.isInBox);
      const button = { label: turn.t(text.openBox), link: linkTo(turn, pageOfBox(id)) };
      return showCard(cards.doneCard(title, done, button));
    },
    async (raw, refusal, turn) => {
      const fitting = cards.leaveStory.schema.safeParse(raw);
      if (!fitting.success || refusal instanceof NotAllowed || refusal.problems.length === 0) return undefined;
      const { box, form, ...typed } = fitting.data;
      return storyForm(turn, box, { typed, form, refusal: said(turn, refusal) });
    },
  ),
  on(cards.askDeed, ({ challenge, from }, turn) => deedForm(turn, challenge, from)),
  on(
    cards.addDeed,
    async ({ challenge, form, isUnnamed, ...typed }, turn) => {
      const draft = deedDraft.parse({ ...typed, isUnnamed: isUnnamed === 'true' });
      const added = await addDeed(turn, challenge, draft, form);
      const button = { label: turn.t(text.openChallenge), link: linkTo(turn, pageOfChallenge(challenge)) };
      return showCard(cards.doneCard(added.challenge.title, doneWith(turn, added), button));
    },
    async (raw, refusal, turn) => {
      const fitting = cards.addDeed.schema.safeParse(raw);
      if (!fitting.success || refusal instanceof NotAllowed || refusal.problems.length === 0) return undefined;
      const { challenge, form, from, ...typed } = fitting.data;
      return deedForm(turn, challenge, from, { typed, form, refusal: said(turn, refusal) });
    },
  ),
  on(cards.decline, async ({ challenge: id, deed }, turn) => {
    await declineChallenge(turn, id, deed);
    const { title } = await challengeNow(turn, id);
    const button = { label: turn.t(text.openChallenge), link: linkTo(turn, pageOfChallenge(id)) };
    return showCard(cards.doneCard(title, turn.t(text.declined), button));
  }),
];

// ── Adding a deed ──────────────────────────────────────────────────────────────────────────────

async function deedForm(
  turn: Turn,
  id: ActivityId,
  from: string,
  { typed = {}, form = turn.services.newId(), refusal }: FormState<cards.DeedTyped> = {},
): Promise<Outcome> {
  const challenge = await challengeNow(turn, id);
  if (challenge.state === 'ended') throw new Refusal(text.challengeEnded);
  const all = whomToChallenge(await registerOf(turn), turn.actor.person);
  const people = all.length > cards.MOST_PEOPLE ? [] : all.map((one) => ({ id: one.id, label: one.name }));
  const frame = { t: turn.t, form, link: linkTo(turn, pageOfChallenge(id)), refusal, people, from };
  return showCard(cards.deedFormCard(challenge, typed, frame), turn.t(text.addDeed));
}

function doneWith({ t }: Turn, { passed }: Added): string {
  if (!passed) return t(text.deedAdded);
  return t(passed.by === 'none' ? text.deedPassedByNobody : text.deedPassed, { name: passed.name });
}

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

const jobs: readonly JobHandler[] = [{ kind: 'boxes.open', isVital: true, run: (job, work) => openBox(work, job) }];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

const drawings: readonly Drawing[] = [
  {
    name: 'boxes.box',
    async draw(subject, work) {
      const of = await findBox(work, subject as ActivityId);
      if (!of) return undefined;
      const { inBox } = await numbersOf(work, of);
      const frame = {
        ...{ zone: work.network.zone, t: work.channelT, link: linkTo(work, pageOfBox(of.id)) },
        opensAt: comesOut(of, work),
      };
      return {
        card: cards.boxCard(of, inBox, frame),
        summary: plain(cards.boxSummaryText(of, work.channelT)),
        live: isOpen(of),
      };
    },
  },
  {
    name: 'boxes.opening',
    async draw(subject, work) {
      const [id = '', n] = subject.split('|');
      const of = await findBox(work, id as ActivityId);
      const shown = of ? await storiesOf(work, of, Number(n), work.channelT) : [];
      if (!of || shown.length === 0) return undefined;
      return {
        card: cards.openingCard(of, shown, { t: work.channelT, link: linkTo(work, pageOfBox(of.id)) }),
        summary: plain(cards.openingSummary(of, work.channelT)),
      };
    },
  },
  {
    name: 'boxes.challenge',
    async draw(subject, work) {
      const of = await findChallenge(work, subject as ActivityId);
      if (!of) return undefined;
      const count = (await deedsIn.recent(work, of.id)).size;
      const deeds = await latestDeeds(work, of, LATEST, work.channelT);
      const frame = { t: work.channelT, link: linkTo(work, pageOfChallenge(of.id)) };
      return {
        card: cards.challengeCard(of, { count, phase: phaseOf(of, count), deeds }, frame),
        summary: plain(cards.challengeSummaryText(of, work.channelT)),
        live: of.state === 'open',
      };
    },
  },
  {
    name: 'boxes.reached',
    async draw(subject, work) {
      const of = await findChallenge(work, subject as ActivityId);
      const count = of ? (await deedsIn.recent(work, of.id)).size : 0;
      if (!of || count < of.goal) return undefined;
      const frame = { t: work.channelT, link: linkTo(work, pageOfChallenge(of.id)) };
      return {
        card: cards.reachedCard(of, count, frame),
        summary: plain(cards.reachedSummary(of, work.channelT)),
      };
    },
  },
  {
    name: 'boxes.passedDirect',
    async draw(subject, work) {
      const [challenge = '', deed = '', member = ''] = subject.split('|');
      const found = await passedBy(work, `${challenge}|${deed}`, member as MemberId);
      if (!found) return undefined;
      const t = await translatorFor(member, work); // they alone read it
      const count = (await deedsIn.recent(work, found.challenge.id)).size;
      const frame = { t, link: linkTo(work, pageOfChallenge(found.challenge.id)) };
      return {
        card: cards.passedCard(found.challenge, count, found.passed, frame),
        summary: plain(cards.passedSummary(found.challenge, found.passed, t)),
      };
    },
  },
];

export const boxes: Feature = {
  ...{ name: 'boxes', module: 'boxes', kinds: [boxKind, stories, challenges, deeds] },
  ...{ handlers, commands: [], jobs, drawings, routes: boxRoutes, downloads: [] },
  ...{ pages: boxPages, openPages: boxOpenPages, letters: boxLetters, personal: boxPersonal },
  ...{ waiting, news, handover },
};
