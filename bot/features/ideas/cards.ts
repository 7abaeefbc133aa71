/** The cards of ideas: a call in the channel, the form for proposing, and what became of one's idea. */
import { z } from 'zod';
import {
  actions,
  card,
  choices,
  type Element,
  elements,
  execute,
  fitting,
  heading,
  notice,
  openUrl,
  subtle,
  textInput,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { atWallTime, type Instant, inWords, when } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import type { Locale, Message, Translate } from '../../core/text.ts';
import { cardText } from './card-text.ts';
import { type Collection, type Conditions, LONGEST_PROMISE, LONGEST_TITLE, phaseOf } from './collection.ts';
import { type Idea, type IdeaDraft, LONGEST_TEXT, type Step } from './idea.ts';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

const onCall = z.object({ collection: activityId });
/** Opens the form for the reader alone. */
export const openForm = action(
  'ideas.form',
  onCall.extend({ title: z.string().default(''), text: z.string().default('') }),
);
/** Of a form: made with the card, so that the same form proposes once. */
const formId = z.string().min(1).max(100);
export const proposeIdea = action(
  'ideas.propose',
  onCall.extend({
    form: formId,
    title: z.string().default(''),
    text: z.string().default(''),
    cost: z.coerce.string().default(''),
    /** Number of one of the call's target groups, from 0. */
    targetGroup: z.string().default(''),
    /** Numbers of the call's promises, from 0, with commas between. */
    promises: z.string().default(''),
  }),
);
export type TypedIdea = z.infer<typeof proposeIdea.schema>;

/** What stood in the card's inputs. */
export const draftFrom = (typed: TypedIdea, { promises, targetGroups }: Conditions): IdeaDraft => ({
  ...{ title: typed.title, text: typed.text, cost: typed.cost, picture: null },
  targetGroup: targetGroups[Number(typed.targetGroup || Number.NaN)] ?? '',
  promises: typed.promises.split(',').flatMap((one) => (one === '' ? [] : (promises[Number(one)] ?? []))),
});

// ── What cards are drawn from ──────────────────────────────────────────────────────────────────

export interface Frame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Address of the call's page in the tab, and of its form. */
  readonly link: string;
  readonly formLink: string;
}

/** A call as its card shows it. */
export interface Faces {
  readonly call: Collection;
  /** In the language of `t`. */
  readonly title: string;
  readonly whoProposes: string;
  /** Ideas that are still ones. */
  readonly ideas: number;
  /** Where their authors come from. */
  readonly organisations: number;
  /** Titles, newest first. */
  readonly newest: readonly string[];
  readonly isOnVote: boolean;
  /** Titles of what was decided. */
  readonly decided: readonly string[];
}

const MOST_NEWEST = 3;
/** Calls on one card: what was typed goes along with each. */
const MOST_CALLS = 10;

const KINDS: Readonly<Record<Collection['type'], Message>> = {
  ideas: cardText.kindIdeas,
  topics: cardText.kindTopics,
  pictures: cardText.kindPictures,
};

/** A date without a time, “3.12.2026”. */
export const dateIn =
  (on: string, zone: string) =>
  (locale: Locale): string =>
    inWords(atWallTime(on, '12:00', zone), zone, locale, { day: 'numeric', month: 'numeric', year: 'numeric' });

const clip = (typed: string, most: number): string => {
  const letters = [...typed];
  return letters.length > most ? `${letters.slice(0, Math.max(0, most - 1)).join('')}…` : typed;
};

/** The call's conditions as sentences; none: it has none. */
export function conditionLines({ conditions: of, type }: Collection, t: Translate): string[] {
  return [
    of.mostCost !== undefined && t(cardText.conditionCost, { most: of.mostCost }),
    of.mostCost === undefined && of.needsCost && t(cardText.conditionNeedsCost),
    of.targetGroups.length > 0 && t(cardText.conditionTargets, { groups: of.targetGroups.join(', ') }),
    of.needsPicture && type !== 'pictures' && t(cardText.conditionPicture),
    ...of.promises,
  ].filter((one): one is string => typeof one === 'string');
}

// ── A call ─────────────────────────────────────────────────────────────────────────────────────

const proposeLabel = ({ type }: Pick<Collection, 'type'>): Message =>
  ({ ideas: cardText.propose, topics: cardText.proposeTopic, pictures: cardText.sendPicture })[type];

/** The button that opens the form; one that asks for a picture is filled in in the tab. */
function proposeButton(
  call: Collection,
  { t, formLink }: Pick<Frame, 't' | 'formLink'>,
  typed: { readonly title?: string; readonly text?: string } = {},
): Element {
  const label = t(proposeLabel(call));
  return call.conditions.needsPicture
    ? openUrl(label, formLink)
    : execute(openForm, label, { collection: call.id, ...typed }, { style: 'positive', associatedInputs: 'none' });
}

/** In the channel, for everyone. */
export const collectionCard = (of: Faces, frame: Frame): Card =>
  fitting(
    () => drawCall(of, frame, 1500),
    () => drawCall(of, frame, 400),
    () => drawCall(of, frame, 0),
  );

function drawCall(of: Faces, frame: Frame, prose: number): Card {
  const { call, title } = of;
  const { t, now, zone } = frame;
  const phase = phaseOf(call, now);
  const isOpen = phase === 'open' || phase === 'scheduled';
  const isContest = call.type === 'pictures';
  const conditions = conditionLines(call, t).map((one) => clip(one, prose === 0 ? 100 : 300));
  return card(
    title !== t(KINDS[call.type]) && subtle(t(KINDS[call.type])),
    heading(title),
    call.description !== undefined && prose > 0 && words(clip(call.description, prose)),
    call.purpose !== undefined && prose > 0 && words(t(cardText.purpose, { purpose: clip(call.purpose, prose) })),
    isOpen &&
      conditions.length > 0 && [
        words(t(cardText.conditions), { weight: 'Bolder', spacing: 'Medium' }),
        ...conditions.map((one) => words(`• ${one}`, { spacing: 'Small' })),
      ],
    isOpen && call.type === 'pictures' && subtle(t(cardText.hidden)),
    isOpen && call.whoProposes !== 'members' && subtle(t(cardText.whoProposesGroup, { who: of.whoProposes })),
    phase === 'scheduled' && words(t(cardText.opens, { when: when(call.opensAt, zone) }), { weight: 'Bolder' }),
    isOpen && call.closesAt !== undefined && words(closing(call, frame), { weight: 'Bolder' }),
    phase === 'closed' &&
      call.decision === undefined &&
      !of.isOnVote &&
      words(t(isContest ? cardText.closedPictures : cardText.closed), { weight: 'Bolder' }),
    of.isOnVote && words(t(isContest ? cardText.onVotePictures : cardText.onVote), { weight: 'Bolder' }),
    call.decision !== undefined && decisionOf(of, frame, prose),
    phase !== 'scheduled' && words(soFar(of, t, isOpen), { spacing: 'Medium' }),
    isOpen &&
      of.newest.length > 0 && [
        subtle(t(cardText.newest)),
        ...of.newest.slice(0, MOST_NEWEST).map((one) => words(`• ${clip(one, LONGEST_TITLE)}`, { spacing: 'Small' })),
      ],
    actions(
      phase === 'open' && proposeButton(call, frame),
      openUrl(t(isContest ? cardText.seePictures : cardText.see), frame.link),
    ),
  );
}

/** Until when one may propose. */
export const closing = ({ type, closesAt, opensAt }: Collection, { t, zone }: Pick<Frame, 't' | 'zone'>): string =>
  t(type === 'pictures' ? cardText.closesPictures : cardText.closes, { when: when(closesAt ?? opensAt, zone) });

function soFar({ call, ideas, organisations }: Faces, t: Translate, isOpen: boolean): string {
  if (call.type === 'pictures') return t(cardText.picturesSoFar, { n: ideas });
  return ideas === 0 && isOpen ? t(cardText.noIdeas) : t(cardText.ideasSoFar, { n: ideas, from: organisations });
}

function decisionOf({ call, decided }: Faces, { t, zone }: Frame, prose: number): Element[] {
  const { decision } = call;
  if (!decision) return [];
  const on = dateIn(decision.on, zone);
  const shown = prose === 0 ? decided.slice(0, 5) : decided;
  return [
    notice(
      'good',
      words(t(call.type === 'pictures' ? cardText.winners : cardText.decided), { weight: 'Bolder' }),
      ...shown.map((one) => words(`• ${one}`, { spacing: 'Small' })),
      subtle(decision.body ? t(cardText.confirmed, { body: decision.body, on }) : t(cardText.confirmedOn, { on })),
    ),
  ];
}

// ── The form ───────────────────────────────────────────────────────────────────────────────────

export interface FormFrame extends Frame {
  /** Made with the card. */
  readonly form: string;
  readonly problems?: readonly { readonly field: string; readonly message: string }[];
}

/** For the reader alone: everything that the call's rules ask for. */
export const ideaFormCard = (of: Pick<Faces, 'call' | 'title'>, typed: Partial<TypedIdea>, frame: FormFrame): Card =>
  fitting(
    () => drawForm(of, typed, frame, LONGEST_PROMISE),
    () => drawForm(of, typed, frame, MOST_SHORT),
  );

/** Letters of a promise or target group where a card has no room for all. */
const MOST_SHORT = 60;

function drawForm(
  { call, title }: Pick<Faces, 'call' | 'title'>,
  typed: Partial<TypedIdea>,
  frame: FormFrame,
  room: number,
): Card {
  const { t, problems = [] } = frame;
  const { conditions, type } = call;
  const isTopic = type === 'topics';
  const wrong = (field: string): Element[] =>
    problems
      .filter((one) => one.field === field)
      .map((one) => words(one.message, { color: 'Attention', spacing: 'Small' }));
  const lines = conditionLines(call, t).filter((one) => !conditions.promises.includes(one));
  const other = problems.filter(({ field }) => !['title', 'text', 'cost', 'targetGroup', 'promises'].includes(field));
  return card(
    !isTopic && subtle(t(KINDS[type])),
    heading(title),
    lines.length > 0 && room > MOST_SHORT && subtle(lines.join(' · ')),
    other.length > 0 && notice('attention', ...other.map((one) => words(one.message))),
    textInput({
      ...{
        id: 'title',
        label: t(isTopic ? cardText.topicTitle : cardText.title),
        errorMessage: t(cardText.titleNeeded),
      },
      ...{ required: true, maxLength: LONGEST_TITLE, value: typed.title },
    }),
    wrong('title'),
    textInput({
      ...{ id: 'text', label: t(cardText.text), errorMessage: t(cardText.textLong) },
      ...{ multiline: true, maxLength: LONGEST_TEXT, value: typed.text },
    }),
    wrong('text'),
    !isTopic &&
      textInput({
        id: 'cost',
        label: t(cardText.cost),
        errorMessage: t(cardText.costWrong),
        required: conditions.needsCost,
        value: typed.cost,
      }),
    wrong('cost'),
    conditions.targetGroups.length > 0 &&
      choices({
        ...{
          id: 'targetGroup',
          label: t(cardText.targetGroup),
          errorMessage: t(cardText.targetGroupNeeded),
          required: true,
        },
        options: conditions.targetGroups.map((one, at) => ({ id: String(at), label: clip(one, room) })),
        ...{ compact: true, value: typed.targetGroup },
      }),
    wrong('targetGroup'),
    conditions.promises.length > 0 &&
      choices({
        ...{ id: 'promises', label: t(cardText.promises), errorMessage: t(cardText.promises), several: true },
        options: conditions.promises.map((one, at) => ({ id: String(at), label: clip(one, room) })),
        value: typed.promises,
      }),
    wrong('promises'),
    type === 'ideas' && subtle(t(cardText.withPicture)),
    actions(
      execute(
        proposeIdea,
        t(isTopic ? cardText.sendTopic : cardText.send),
        { collection: call.id, form: frame.form },
        { style: 'positive' },
      ),
      openUrl(t(cardText.openForm), frame.formLink),
    ),
  );
}

/** What the proposer reads then. */
export const sentCard = (idea: Idea, { t, link }: { readonly t: Translate; readonly link: string }): Card =>
  card(
    notice('good', words(t(cardText.sent, { title: idea.title }), { weight: 'Bolder' })),
    words(t(cardText.sentWhat)),
    actions(
      openUrl(t(cardText.openIdea), link),
      execute(openForm, t(cardText.another), { collection: idea.collection }, { associatedInputs: 'none' }),
    ),
  );

/** Several calls are open: each with its button, which takes along what was typed. */
export const openCallsCard = (
  calls: readonly (Pick<Faces, 'call' | 'title'> & { readonly frame: Frame })[],
  typed: { readonly title: string; readonly text: string },
  t: Translate,
): Card =>
  card(
    heading(t(cardText.chooseCall)),
    calls
      .slice(0, MOST_CALLS)
      .flatMap(({ call, title, frame }) =>
        elements([
          words(title, { weight: 'Bolder', spacing: 'Medium' }),
          call.closesAt !== undefined && subtle(closing(call, frame)),
          ...actions(
            proposeButton(call, frame, { title: typed.title, text: clip(typed.text, LONGEST_TEXT / MOST_CALLS) }),
          ),
        ]),
      ),
  );

// ── What became of it ──────────────────────────────────────────────────────────────────────────

export interface StepFaces {
  readonly idea: Idea;
  readonly step: Step;
  /** Title of its call. */
  readonly call: string;
  /** Titles of what it went into. */
  readonly into: readonly string[];
}

/** The step in one sentence, and what else there is to it. */
export function stepLines({ idea, step, into }: StepFaces, t: Translate): string[] {
  const { title, vote } = idea;
  const votes = Math.round(vote?.votes ?? 0);
  const first: Readonly<Record<Step['what'], () => string>> = {
    proposed: () => t(cardText.sent, { title }),
    merged: () => t(cardText.stepMerged, { title, into: into[0] ?? title }),
    split: () => t(cardText.stepSplit, { title, into: into.map((one) => `”${one}”`).join(', ') }),
    back: () => t(cardText.stepBack, { title }),
    onVote: () => t(cardText.stepOnVote, { title }),
    voted: () => t(vote?.isWinner ? cardText.stepWon : cardText.stepVoted, { title, votes }),
    decided: () => t(cardText.stepDecided, { title }),
    underWay: () => t(cardText.stepUnderWay, { title }),
    done: () => t(cardText.stepDone, { title }),
    notTaken: () => t(cardText.stepNotTaken, { title }),
  };
  const { note } = step;
  return [first[step.what](), ...(note === undefined ? [] : [noteOf(step.what, note, t)])];
}

function noteOf(what: Step['what'], note: string, t: Translate): string {
  return t(what === 'notTaken' ? cardText.why : cardText.note, { note });
}

/** In the author's own chat. */
export const stepCard = (of: StepFaces, { t, link }: { readonly t: Translate; readonly link: string }): Card =>
  card(
    stepLines(of, t).map((one, at) => words(clip(one, 1500), at === 0 ? { weight: 'Bolder' } : {})),
    subtle(t(cardText.ofCall, { title: of.call })),
    actions(openUrl(t(cardText.openIdea), link)),
  );

// ── States ─────────────────────────────────────────────────────────────────────────────────────

const STATES: Readonly<Record<Idea['state'], Message>> = {
  ...{ proposed: cardText.proposed, merged: cardText.merged, voted: cardText.voted },
  ...{ decided: cardText.decidedState, underWay: cardText.underWay, done: cardText.done, notTaken: cardText.notTaken },
};

/** Where an idea has come, in a word. */
export const stateLabel = ({ state, into }: Pick<Idea, 'state' | 'into'>): Message =>
  state === 'merged' && into.length > 1 ? cardText.split : STATES[state];

const STEPS: Readonly<Record<Step['what'], Message>> = {
  ...{ ...STATES, split: cardText.split, back: cardText.back, onVote: cardText.onVoteState },
};
export const stepLabel = ({ what }: Pick<Step, 'what'>): Message => STEPS[what];
