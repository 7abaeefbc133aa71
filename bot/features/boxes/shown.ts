/** What a reader may see of boxes and challenges: the only way in which stories and deeds leave for cards, the tab and pages. */
import { objectIdOf } from '../../core/ids.ts';
import { nameIn } from '../../core/organisation.ts';
import { pageOf } from '../../core/paging.ts';
import type { Picture } from '../../core/picture.ts';
import { organisationOf, presentOrganisation, type Register, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { type Box, draftOf, isOpen, isOpened, type Opening, openedIn, type Story } from './box.ts';
import { comesOut } from './box-operations.ts';
import { type Challenge, canTakeBack, type Deed, inOrder, phaseOf, unanswered } from './challenge.ts';
import { challengesFor, nameOf, nameOfMember } from './challenge-operations.ts';
import type * as contract from './contract.ts';
import { deedsIn, storiesIn } from './memory.ts';
import { isTheirs } from './story-operations.ts';

/** Stories, and deeds, in one answer. */
const PAGE = 50;

const pictureFor = async ({ services, network }: Work, of: Picture | undefined) =>
  of ? { picture: { ...of, address: await services.linkToPicture(network.id, of.id) } } : {};

// ── Stories ────────────────────────────────────────────────────────────────────────────────────

const byKept = (a: Story, b: Story): number => ((a.keptAt ?? a.at) < (b.keptAt ?? b.at) ? -1 : 1);

/** Opened stories of a box, the last opening's first, in each in the order in which they came. What is not opened is not among them. */
export function openedStories(of: Box, all: Iterable<Story>): { readonly story: Story; readonly opening: Opening }[] {
  return [...all]
    .flatMap((story) => {
      const opening = openedIn(of, story);
      return opening ? [{ story, opening }] : [];
    })
    .sort((a, b) => b.opening.n - a.opening.n || byKept(a.story, b.story));
}

/** Those of one opening, as everyone may read them. */
export async function storiesOf(work: Work, of: Box, n: number, t: Translate): Promise<contract.StoryView[]> {
  const all = openedStories(of, (await storiesIn.recent(work, of.id)).values());
  return Promise.all(all.flatMap(({ story, opening }) => (opening.n === n ? [storyFor(work, story, t)] : [])));
}

async function storyFor(work: Work, of: Story, t: Translate): Promise<contract.StoryView> {
  const register = await registerOf(work);
  const organisation = of.organisation && presentOrganisation(register, of.organisation);
  return {
    ...{ id: of.id, text: of.text },
    ...(await pictureFor(work, of.picture)),
    ...(of.name === undefined ? {} : { name: of.name }),
    ...(organisation ? { organisation: nameIn(organisation.names, t) } : {}),
  };
}

/** With its state: for who wrote it and for coordinators alone. */
async function closedStoryFor(visit: Visit, box: Box, of: Story): Promise<contract.OwnStoryView> {
  return {
    ...(await storyFor(visit, of, visit.t)),
    ...{ at: of.at, state: isOpened(box, of) ? 'opened' : of.state },
    ...{ isFromOutside: of.isFromOutside === true, showsOrganisation: of.organisation !== undefined },
  };
}

// ── Boxes ──────────────────────────────────────────────────────────────────────────────────────

/** Numbers alone: how many are in it and how many came out. */
export async function numbersOf(work: Work, of: Box): Promise<{ readonly inBox: number; readonly opened: number }> {
  const kept = [...(await storiesIn.recent(work, of.id)).values()].filter(({ state }) => state === 'kept');
  const opened = kept.filter((one) => isOpened(of, one)).length;
  return { inBox: kept.length - opened, opened };
}

export async function boxSummary(work: Work, of: Box, isCoordinator: boolean): Promise<contract.BoxSummary> {
  const opensAt = comesOut(of, work);
  const all = await storiesIn.recent(work, of.id);
  return {
    ...{ id: of.id, title: of.title, isOpen: isOpen(of), isWeekly: of.opens.type === 'weekly' },
    ...(await numbersOf(work, of)),
    ...(opensAt === undefined ? {} : { opensAt }),
    ...(isCoordinator ? { waiting: [...all.values()].filter(({ state }) => state === 'waiting').length } : {}),
  };
}

export async function boxFor(
  visit: Visit,
  of: Box,
  { isCoordinator, after }: { readonly isCoordinator: boolean; readonly after?: string | undefined },
): Promise<contract.BoxView> {
  const all = [...(await storiesIn.recent(visit, of.id)).values()].sort((a, b) => (a.at < b.at ? -1 : 1));
  const isOwn = await isTheirs(visit);
  const { rows, ...more } = pageOf(openedStories(of, all), after, PAGE);
  const yours = organisationOf(await registerOf(visit), objectIdOf(visit.actor.person));
  const closed = (some: readonly Story[]) => Promise.all(some.map((one) => closedStoryFor(visit, of, one)));
  return {
    ...(await boxSummary(visit, of, isCoordinator)),
    ...{ intro: of.intro, checksMembers: of.checksMembers },
    own: await closed(all.filter(isOwn).reverse()),
    ...(yours ? { yourOrganisation: nameIn(yours.names, visit.t) } : {}),
    stories: await Promise.all(
      rows.map(async ({ story, opening }) => ({
        ...(await storyFor(visit, story, visit.t)),
        ...{ opening: opening.n, openedAt: opening.at, isOwn: isOwn(story) },
      })),
    ),
    ...more,
    ...(isCoordinator ? { desk: await deskFor(visit, of, all, closed) } : {}),
  };
}

async function deskFor(
  { services, network }: Visit,
  of: Box,
  all: readonly Story[],
  closed: (some: readonly Story[]) => Promise<contract.OwnStoryView[]>,
): Promise<NonNullable<contract.BoxView['desk']>> {
  const inState = (state: Story['state']) => closed(all.filter((one) => one.state === state && !isOpened(of, one)));
  const link = of.isPublic ? await services.linkToOpenPage(network.id, 'box', of.id, of.round) : undefined;
  return {
    ...{ waiting: await inState('waiting'), inside: await inState('kept'), refused: await inState('refused') },
    ...(link === undefined ? {} : { publicLink: link }),
    ...{ draft: draftOf(of, network.zone), canRemove: all.length === 0 },
  };
}

// ── Challenges ─────────────────────────────────────────────────────────────────────────────────

export async function challengeSummary(visit: Visit, of: Challenge): Promise<contract.ChallengeSummary> {
  const count = (await deedsIn.recent(visit, of.id)).size;
  return {
    ...{ id: of.id, title: of.title, goal: of.goal, unit: of.unit, count, phase: phaseOf(of, count) },
    isForYou: of.state !== 'ended' && (await challengesFor(visit, of.id)).length > 0,
  };
}

/** A deed as everyone may read it on a card: whom it challenged is not on it. */
export interface DeedShown {
  readonly text: string;
  readonly name?: string;
  readonly organisation?: string;
}

export async function latestDeeds(work: Work, of: Challenge, most: number, t: Translate): Promise<DeedShown[]> {
  const register = await registerOf(work);
  return inOrder((await deedsIn.recent(work, of.id)).values())
    .filter(({ text }) => text !== '')
    .slice(-most)
    .reverse()
    .map((one) => ({ text: one.text, ...whose(register, one, t) }));
}

function whose(register: Register, of: Deed, t: Translate): Pick<DeedShown, 'name' | 'organisation'> {
  const name = nameOf(register, of);
  if (name === undefined) return {};
  const organisation = organisationOf(register, objectIdOf(of.by));
  return { name, ...(organisation ? { organisation: nameIn(organisation.names, t) } : {}) };
}

const named = (name: string | undefined): { name?: string } => (name === undefined ? {} : { name });

export async function challengeFor(
  visit: Visit,
  of: Challenge,
  { isCoordinator, after }: { readonly isCoordinator: boolean; readonly after?: string | undefined },
): Promise<contract.ChallengeView> {
  const register = await registerOf(visit);
  const all = inOrder((await deedsIn.recent(visit, of.id)).values());
  const byId = new Map(all.map((one) => [one.id, one]));
  const isOwn = await isTheirs(visit);
  const open = new Set(unanswered(all, () => true).map(({ id }) => id));
  // each challenges one person alone: beside its challenger, an answer without a name would be named by the chain
  const toUnnamed = new Set(all.flatMap(({ from, isUnnamed }) => (isUnnamed ? (from ?? []) : [])));
  const { rows, ...more } = pageOf(all.map((deed, at) => ({ deed, number: at + 1 })).reverse(), after, PAGE);
  const isRunning = of.state !== 'ended';
  const viewOf = async ({ deed, number }: (typeof rows)[number]): Promise<contract.DeedView> => {
    const from = deed.from === undefined ? undefined : byId.get(deed.from);
    const own = isOwn(deed);
    return {
      ...{ id: deed.id, number, text: deed.text, at: deed.at, isOwn: own },
      ...(await pictureFor(visit, deed.picture)),
      ...whose(register, deed, visit.t),
      ...(from && !deed.isUnnamed ? { from: named(nameOf(register, from)) } : {}),
      ...(deed.passedTo === undefined
        ? {}
        : {
            to: {
              ...(toUnnamed.has(deed.id) ? {} : named(nameOfMember(register, deed.passedTo))),
              isAnswered: !open.has(deed.id),
            },
          }),
      canTakeBack: isCoordinator || (own && canTakeBack(deed, visit.services.clock.now())),
      canPass: isRunning && own && deed.passedTo === undefined,
    };
  };
  const calls = isRunning ? await challengesFor(visit, of.id) : [];
  return {
    ...(await challengeSummary(visit, of)),
    ...{ text: of.text, deeds: await Promise.all(rows.map(viewOf)), ...more },
    calls: calls.map((one) => ({ deed: one.id, text: one.text, ...named(nameOf(register, one)) })),
    ...(isCoordinator
      ? {
          desk: {
            draft: { title: of.title, text: of.text, goal: String(of.goal), unit: of.unit },
            canRemove: all.length === 0,
          },
        }
      : {}),
  };
}
