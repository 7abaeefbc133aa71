/** Cards of boxes and challenges: plain data from plain data. What is in a box unopened stands on none of them. */
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
  plain,
  runs,
  subtle,
  textInput,
  toggle,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { type Instant, when } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import type { Translate } from '../../core/text.ts';
import { type Box, clip, LONGEST_NAME, LONGEST_STORY } from './box.ts';
import { type Challenge, LONGEST_DEED, type Phase } from './challenge.ts';
import { text } from './text.ts';

/** Stories, and deeds, on one card; the tab has them all. */
const MOST_STORIES = 4;
/** More people than this fit into no card: whom to challenge is then chosen in the tab. */
export const MOST_PEOPLE = 200;
/** The longest bar, in letters: with its number it stays on one line of a phone. */
const LONGEST_BAR = 14;
const BAR = '█';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

const onBox = z.object({ box: activityId });
const onChallenge = z.object({ challenge: activityId });
/** Made with the form, so that the same form acts once. */
const form = z.string().min(1).max(80);
const typed = z.string().default('');

export const askStory = action('boxes.askStory', onBox);
export const leaveStory = action(
  'boxes.leaveStory',
  onBox.extend({ form, text: typed, name: typed, showsOrganisation: z.string().default('false') }),
);
export const askDeed = action('boxes.askDeed', onChallenge.extend({ from: z.string().default('') }));
export const addDeed = action(
  'boxes.addDeed',
  onChallenge.extend({
    ...{ form, text: typed, passTo: typed, isUnnamed: z.string().default('false') },
    from: z.string().default(''),
  }),
);
export const decline = action('boxes.decline', onChallenge.extend({ deed: activityId }));

// ── The box ────────────────────────────────────────────────────────────────────────────────────

export interface BoxFrame {
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Page of the tab. */
  readonly link: string;
  readonly opensAt: Instant | undefined;
}

/** When it is opened, in words; none when nothing opens it any more. */
export function opensLine({ opens, state }: Box, { opensAt, zone, t }: Pick<BoxFrame, 'opensAt' | 'zone' | 't'>) {
  if (opensAt === undefined) return undefined;
  const row = opens.type === 'weekly' && state === 'open' ? text.opensEvery : text.opensNext;
  return t(row, { when: when(opensAt, zone) });
}

/** Who sees stories before the opening, in words. */
export const secrecyLine = ({ checksMembers }: Pick<Box, 'checksMembers'>, t: Translate): string =>
  t(checksMembers ? text.togetherChecked : text.together);

export function boxCard(of: Box, inBox: number, frame: BoxFrame): Card {
  const { t, link } = frame;
  const isOpen = of.state === 'open';
  const line = opensLine(of, frame);
  const drawn = (intro: number): Card =>
    card(
      heading(of.title),
      of.intro !== '' && words(clip(of.intro, intro)),
      !isOpen && words(t(text.boxIsEnded), { weight: 'Bolder' }),
      line !== undefined && words(line, { weight: 'Bolder' }),
      (isOpen || inBox > 0) && subtle(t(text.inBox, { n: inBox })),
      isOpen && subtle(secrecyLine(of, t)),
      actions(
        isOpen && execute(askStory, t(text.leaveStory), { box: of.id }, { style: 'positive' }),
        openUrl(t(isOpen ? text.leaveWithPicture : text.openBox), link),
      ),
    );
  return fitting(
    () => drawn(2000),
    () => drawn(600),
  );
}

export const boxSummaryText = (of: Pick<Box, 'title'>, t: Translate): string => `${t(text.box)}: ${of.title}`;

/** What is read of one story on a card. */
export interface StoryShown {
  readonly text: string;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly picture?: { readonly address: string; readonly alt: string } | undefined;
}

export const byLine = ({ name, organisation }: Pick<StoryShown, 'name' | 'organisation'>, t: Translate): string =>
  [name ?? (organisation === undefined ? t(text.byNobody) : undefined), organisation].filter(Boolean).join(', ');

export function openingCard(
  of: Pick<Box, 'title'>,
  stories: readonly StoryShown[],
  { t, link }: Pick<BoxFrame, 't' | 'link'>,
): Card {
  const drawn = (most: number, letters: number): Card => {
    const rest = stories.length - Math.min(most, stories.length);
    return card(
      heading(t(text.openedTitle, { title: of.title })),
      subtle(t(text.openedWith, { n: stories.length })),
      stories.slice(0, most).map((one) => storyOn(one, letters, t)),
      rest > 0 && subtle(t(text.moreStories, { n: rest })),
      actions(openUrl(t(text.readAll), link)),
    );
  };
  return fitting(
    () => drawn(MOST_STORIES, 600),
    () => drawn(MOST_STORIES, 300),
    () => drawn(2, 200),
    () => drawn(0, 0),
  );
}

const storyOn = (of: StoryShown, letters: number, t: Translate): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Medium',
  items: elements([
    of.picture && pictureOn(of.picture),
    words(clip(of.text, letters)),
    subtle(byLine(of, t), { size: 'Small' }),
  ]),
});

const pictureOn = ({ address, alt }: NonNullable<StoryShown['picture']>): Element => ({
  type: 'Image',
  ...{ url: address, altText: plain(alt), size: 'Stretch' },
});

export const openingSummary = (of: Pick<Box, 'title'>, t: Translate): string =>
  t(text.openedTitle, { title: of.title });

// ── Leaving a story ────────────────────────────────────────────────────────────────────────────

export interface StoryTyped {
  readonly text?: string;
  readonly name?: string;
  readonly showsOrganisation?: string;
}

export interface FormFrame extends Pick<BoxFrame, 't' | 'link'> {
  readonly form: string;
  readonly refusal?: string | undefined;
}

export const storyFormCard = (
  of: Box,
  typedBefore: StoryTyped,
  { t, form: id, link, refusal, organisation }: FormFrame & { readonly organisation?: string | undefined },
): Card =>
  card(
    heading(of.title),
    refusal !== undefined && notice('attention', words(refusal)),
    subtle(secrecyLine(of, t)),
    textInput({
      ...{ id: 'text', label: t(text.storyLabel), errorMessage: t(text.noStory), value: typedBefore.text },
      ...{ required: true, multiline: true, maxLength: LONGEST_STORY },
    }),
    textInput({
      ...{ id: 'name', label: t(text.nameLabel), errorMessage: t(text.nameHint), value: typedBefore.name },
      maxLength: LONGEST_NAME,
    }),
    subtle(t(text.nameHint), { size: 'Small' }),
    organisation !== undefined &&
      toggle({
        ...{ id: 'showsOrganisation', label: organisation, errorMessage: organisation },
        ...{ title: t(text.showOrganisation), value: typedBefore.showsOrganisation },
      }),
    actions(
      execute(leaveStory, t(text.putIn), { box: of.id, form: id }, { style: 'positive' }),
      openUrl(t(text.leaveWithPicture), link),
    ),
  );

/** After something was done: what, and where to go on. */
export const doneCard = (
  title: string,
  done: string,
  button: { readonly label: string; readonly link: string },
): Card => card(heading(title), notice('good', words(done)), actions(openUrl(button.label, button.link)));

// ── The challenge ──────────────────────────────────────────────────────────────────────────────

export interface ChallengeShown {
  readonly count: number;
  readonly phase: Phase;
  /** The latest first. */
  readonly deeds: readonly Pick<StoryShown, 'text' | 'name' | 'organisation'>[];
}

export interface ChallengeFrame {
  readonly t: Translate;
  readonly link: string;
}

export const countLine = ({ goal, unit }: Challenge, count: number, t: Translate): string =>
  t(text.countOf, { n: count, goal, unit });

/** How far the goal is: a bar for the eye, the number beside it for everyone. */
function progress(of: Challenge, count: number, t: Translate): Element {
  const share = Math.min(1, count / of.goal);
  const full = count === 0 ? 0 : Math.max(1, Math.floor(share * LONGEST_BAR));
  return runs([
    ...(full > 0 ? [{ text: BAR.repeat(full), look: { color: 'Good' } as const }] : []),
    ...(full < LONGEST_BAR ? [{ text: BAR.repeat(LONGEST_BAR - full), look: { isSubtle: true } as const }] : []),
    { text: `  ${countLine(of, count, t)}`, look: { weight: 'Bolder' } as const },
  ]);
}

const deedOn = (of: ChallengeShown['deeds'][number], letters: number, t: Translate): Element => ({
  type: 'Container',
  spacing: 'Small',
  items: elements([
    words(clip(of.text, letters)),
    subtle(of.name === undefined ? t(text.byMember) : byLine(of, t), { size: 'Small', spacing: 'None' }),
  ]),
});

export function challengeCard(of: Challenge, shown: ChallengeShown, { t, link }: ChallengeFrame): Card {
  const isRunning = shown.phase !== 'ended';
  const drawn = (prose: number, letters: number): Card =>
    card(
      heading(of.title),
      of.text !== '' && words(clip(of.text, prose)),
      !isRunning && words(t(text.challengeIsEnded), { weight: 'Bolder' }),
      progress(of, shown.count, t),
      letters > 0 &&
        shown.deeds.length > 0 && [
          subtle(t(text.latestDeeds), { size: 'Small', spacing: 'Medium' }),
          ...shown.deeds.map((one) => deedOn(one, letters, t)),
        ],
      actions(
        isRunning && execute(askDeed, t(text.addDeed), { challenge: of.id }, { style: 'positive' }),
        openUrl(t(text.openChallenge), link),
      ),
    );
  return fitting(
    () => drawn(1000, 200),
    () => drawn(600, 100),
    () => drawn(400, 0),
  );
}

export const challengeSummaryText = (of: Pick<Challenge, 'title'>, t: Translate): string =>
  `${t(text.challenge)}: ${of.title}`;

export const reachedCard = (of: Challenge, count: number, { t, link }: ChallengeFrame): Card =>
  card(
    heading(t(text.reachedTitle, { title: of.title })),
    words(t(text.reachedBody, { n: count, unit: of.unit })),
    actions(openUrl(t(text.openChallenge), link)),
  );

export const reachedSummary = (of: Pick<Challenge, 'title'>, t: Translate): string =>
  t(text.reachedTitle, { title: of.title });

/** Who challenged them, as they want to be called: to whom alone it is sent. */
export interface Passed {
  readonly name: string | undefined;
  readonly deed: string;
  readonly id: string;
}

export const nameIn = ({ name }: Pick<Passed, 'name'>, t: Translate): string => name ?? t(text.byMember);

export const passedCard = (of: Challenge, count: number, passed: Passed, { t, link }: ChallengeFrame): Card =>
  card(
    heading(of.title),
    words(t(text.challengedLine, { name: nameIn(passed, t) })),
    of.text !== '' && words(clip(of.text, 1000)),
    passed.deed !== '' && [
      subtle(t(text.theirDeed, { name: nameIn(passed, t) }), { size: 'Small' }),
      words(passed.deed, { spacing: 'Small' }),
    ],
    progress(of, count, t),
    actions(
      execute(askDeed, t(text.addDeed), { challenge: of.id, from: passed.id }, { style: 'positive' }),
      openUrl(t(text.openChallenge), link),
      execute(decline, t(text.decline), { challenge: of.id, deed: passed.id }),
    ),
  );

export const passedSummary = (of: Pick<Challenge, 'title'>, passed: Passed, t: Translate): string =>
  t(text.letterPassed, { name: nameIn(passed, t), title: of.title });

export interface DeedTyped {
  readonly text?: string;
  readonly passTo?: string;
  readonly isUnnamed?: string;
}

/** Where so many people are in the network that they don't fit, whom to challenge is chosen in the tab. */
export const deedFormCard = (of: Challenge, typedBefore: DeedTyped, frame: DeedFormFrame): Card =>
  fitting(
    () => deedForm(of, typedBefore, frame),
    () => deedForm(of, typedBefore, { ...frame, people: [] }),
  );

export interface DeedFormFrame extends FormFrame {
  /** Whom they can challenge; empty: that is done in the tab. */
  readonly people: readonly { readonly id: string; readonly label: string }[];
  readonly from: string;
}

const deedForm = (of: Challenge, typedBefore: DeedTyped, frame: DeedFormFrame): Card => {
  const { t, form: id, link, refusal, people, from } = frame;
  return card(
    heading(of.title),
    refusal !== undefined && notice('attention', words(refusal)),
    textInput({
      ...{ id: 'text', label: t(text.deedLabel), errorMessage: t(text.noDeed), value: typedBefore.text },
      ...{ required: true, multiline: true, maxLength: LONGEST_DEED },
    }),
    people.length > 0 && [
      choices({
        ...{ id: 'passTo', label: t(text.passLabel), errorMessage: t(text.noMember), value: typedBefore.passTo },
        ...{ options: people, filtered: true },
      }),
      subtle(t(text.passHint), { size: 'Small' }),
    ],
    toggle({
      ...{ id: 'isUnnamed', label: t(text.yourName), errorMessage: t(text.unnamedLabel) },
      ...{ title: t(text.unnamedLabel), value: typedBefore.isUnnamed },
    }),
    actions(
      execute(addDeed, t(text.addAndPass), { challenge: of.id, form: id, from }, { style: 'positive' }),
      openUrl(t(text.openChallenge), link),
    ),
  );
};
