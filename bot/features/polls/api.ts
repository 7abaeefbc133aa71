/** What the tab asks of polls: each request is loaded, decided and answered here. */
import { asCreator } from '../../core/access.ts';
import { when } from '../../core/clock.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { isCoordinator, mayCreate } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { nameFor, nameIn } from '../../core/organisation.ts';
import { pageOf } from '../../core/paging.ts';
import { Refusal } from '../../core/refusal.ts';
import { entitledOrganisations, registerOf } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { ownVote } from './ballots.ts';
import { optionLabel, pollCard, reminderText, type Shown } from './cards.ts';
import * as contract from './contract.ts';
import { allPolls, pollNow } from './memory.ts';
import {
  castBallot,
  closePoll,
  correctPoll,
  createPoll,
  decidePoll,
  draftPoll,
  hasVoted,
  lockedOptions,
  proposeOption,
  remind,
  reopenPoll,
  repostPoll,
  roundKey,
  undoPoll,
  whomToRemind,
} from './operations.ts';
import { disagreement, type Poll, phaseOf, publishedCounts, verdictOf, visibleTo } from './poll.ts';
import {
  cannotVote,
  channelFrame,
  commentsFor,
  EVERYONE,
  organisationsOf,
  possibleNow,
  shownBefore,
  shownTo,
  votersOf,
} from './shown.ts';
import { numberOf } from './tally.ts';
import { text } from './text.ts';

/** Polls in one answer of the list. */
const LIST_PAGE = 50;

export const pollRoutes: readonly Route[] = [
  route(contract.listPolls, 'member', async ({ params }, visit) => {
    const sorted = inListOrder(await allPolls(visit), visit);
    const { rows, ...more } = pageOf(sorted, params.after, LIST_PAGE);
    return {
      polls: await Promise.all(rows.map((poll) => summaryFor(visit, poll))),
      mayCreate: mayCreate(await networkNow(visit), visit.actor.person),
      ...more,
    };
  }),
  route(contract.getPoll, 'member', async ({ params }, visit) => viewFor(visit, await pollNow(visit, params.poll))),
  route(contract.previewPoll, 'member', async ({ body }, visit) => {
    await asCreator(visit);
    try {
      const { pictures, ...draft } = body;
      const poll = await draftPoll(visit, draft, pictures);
      const card = pollCard(poll, await shownBefore(visit, poll), channelFrame(visit, poll));
      return {
        card,
        problems: [],
        closes: when(poll.closesAt, visit.network.zone)(visit.actor.locale),
        closesAt: poll.closesAt,
      };
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
      const problems = error.problems.map(({ field, row, params }) => ({ field, message: visit.t(row, params) }));
      return { problems };
    }
  }),
  route(contract.pollChoices, 'member', async (_, visit) => {
    await asCreator(visit);
    const register = await registerOf(visit);
    return {
      groups: [...register.groups.values()].map(({ id, names }) => ({ id, name: nameIn(names, visit.t) })),
      entitled: entitledOrganisations(register, todayIn(visit)).length,
    };
  }),
  route(contract.createPoll, 'member', async ({ body }, visit) =>
    viewFor(visit, await createPoll(visit, body.draft, body.requestId, body.pictures)),
  ),
  route(contract.castPollVote, 'member', async ({ params, body }, visit) => {
    const delivery = { id: body.requestId, at: visit.services.clock.now(), isInOrder: true };
    await castBallot(visit, params.poll, { choices: body.choices, comment: body.comment, delivery });
    return current(visit, params.poll);
  }),
  route(contract.addPollOption, 'member', async ({ params, body }, visit) =>
    viewFor(visit, await proposeOption(visit, params.poll, body.label)),
  ),
  route(contract.correctPoll, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await correctPoll(visit, params.poll, body)),
  ),
  route(contract.closePoll, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await closePoll(visit, params.poll)),
  ),
  route(contract.reopenPoll, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await reopenPoll(visit, params.poll, body)),
  ),
  route(contract.undoPoll, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await undoPoll(visit, params.poll)),
  ),
  route(contract.decidePoll, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await decidePoll(visit, params.poll, body.option)),
  ),
  route(contract.previewReminder, 'coordinator', async ({ params }, visit) => {
    const poll = await pollNow(visit, params.poll);
    const { notVoted, direct, mail, byChannel } = await whomToRemind(visit, poll);
    const { voters, entitled } = await shownTo(visit, poll, EVERYONE);
    const channelText = reminderText(poll, { voters, entitled, notVoted }, channelFrame(visit, poll));
    return { notVoted, direct: direct.length, mail: mail.length, byChannel, channelText };
  }),
  route(contract.remindPoll, 'coordinator', async ({ params, body }, visit) => {
    const { direct, channel, requestId: form } = body;
    return viewFor(visit, await remind(visit, params.poll, { direct, channel, form }));
  }),
  route(contract.exportPoll, 'coordinator', async ({ params, body }, visit) => {
    const { id: subject } = await pollNow(visit, params.poll);
    return { url: await linkToFile(visit, `polls.${body.format}`, subject) };
  }),
  route(contract.repostPoll, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await repostPoll(visit, params.poll)),
  ),
];

const current = async (visit: Visit, id: ActivityId): Promise<contract.PollView> =>
  viewFor(visit, await pollNow(visit, id));

const ORDER = { open: 0, counting: 1, scheduled: 2, closed: 3, undone: 4 } as const;

/** Open ones first, then those that open later, then closed ones; what closes next or closed last in front. Taken back ones are left out. */
function inListOrder(all: readonly Poll[], { services }: Visit): readonly Poll[] {
  const now = services.clock.now();
  const place = (poll: Poll): number => ORDER[phaseOf(poll, now)];
  const byTime = (a: Poll, b: Poll): number => (a.closesAt < b.closesAt ? -1 : 1) * (place(a) >= ORDER.closed ? -1 : 1);
  return all.filter((poll) => poll.state !== 'undone').sort((a, b) => place(a) - place(b) || byTime(a, b));
}

async function summaryFor(visit: Visit, poll: Poll): Promise<contract.PollSummary> {
  const [{ voters, entitled, kind = 'municipality', organisations }, voted] = await Promise.all([
    shownTo(visit, poll, EVERYONE),
    hasVoted(visit, poll, visit.actor.person),
  ]);
  const verdict = verdictOf(poll);
  return {
    ...{ id: poll.id, question: poll.question, opensAt: poll.opensAt, closesAt: poll.closesAt, voters, entitled },
    ...{ tallies: poll.tallies, kind },
    ...(organisations ? { organisations: turnoutOf(organisations) } : {}),
    phase: phaseOf(poll, visit.services.clock.now()),
    hasVoted: voted,
    winners: winnersOf(poll, ['winner', 'bothWin']).map((id) => labelOf(visit, poll, id)),
    ...(verdict ? { verdict: verdict.type === 'winner' && verdict.decided ? ('decided' as const) : verdict.type } : {}),
  };
}

const turnoutOf = ({ counts: _shown, ...turnout }: NonNullable<Shown['organisations']>) => turnout;

/** The poll as this reader may see it: the only way in which it leaves for the tab. */
async function viewFor(visit: Visit, poll: Poll): Promise<contract.PollView> {
  const own = await ownVote(visit, poll, visit.actor.person);
  const voted = await hasVoted(visit, poll, visit.actor.person);
  const reader = { hasVoted: voted };
  const shown = await shownTo(visit, poll, reader);
  const { voters, entitled, counts, names, organisations, group, pictures } = shown;
  const differing = disagreement(poll, shown);
  const isOpen = phaseOf(poll, visit.services.clock.now()) === 'open';
  const refusal = isOpen ? await cannotVote(visit, poll) : undefined;
  const labels = (ids: readonly string[]): string[] => ids.map((id) => labelOf(visit, poll, id));
  return {
    ...(await summaryFor(visit, poll)),
    ...{ voters, entitled, hasVoted: voted, type: poll.type, mostChoices: poll.mostChoices },
    ...{ showResults: poll.showResults, secrecy: poll.secrecy, onTie: poll.onTie, rule: poll.rule },
    ...(group ? { group: nameFor(group, visit.actor.locale) } : {}),
    ...(refusal ? { cannotVote: refusal } : {}),
    ...(differing
      ? { disagreement: { persons: labels(differing.persons), organisations: labels(differing.organisations) } }
      : {}),
    membersAddOptions: poll.membersAddOptions,
    options: poll.options.map((option) => ({
      id: option.id,
      label: labelOf(visit, poll, option.id),
      ...(option.startsAt === undefined ? {} : { startsAt: option.startsAt }),
      ...(option.endsAt === undefined ? {} : { endsAt: option.endsAt }),
      ...(counts ? { votes: counts[option.id] ?? 0 } : {}),
      ...(organisations?.counts ? { organisationVotes: numberOf(organisations.counts[option.id] ?? '0') } : {}),
      ...(names ? { voters: [...(names[option.id] ?? [])] } : {}),
      ...pictureFor(option, pictures),
    })),
    visible: publishedCounts(poll, shown) ? visibleTo(poll, reader) : 'turnout',
    winnerIds: winnersOf(poll, ['winner', 'bothWin', 'tie', 'revote']),
    comments: await commentsFor(visit, poll, reader),
    ...(poll.description === undefined ? {} : { description: poll.description }),
    ...(poll.purpose === undefined ? {} : { purpose: poll.purpose }),
    ...(poll.minimumTurnout === undefined ? {} : { minimumTurnout: poll.minimumTurnout }),
    ...(poll.revote === undefined ? {} : { revote: poll.revote }),
    ...(poll.revoteOf === undefined ? {} : { revoteOf: poll.revoteOf }),
    ...(own && own.choices.length > 0
      ? {
          own: {
            choices: own.choices,
            castAt: own.castAt,
            ...(own.comment === undefined ? {} : { comment: own.comment }),
          },
        }
      : {}),
    ...(await deskFor(visit, poll, voters)),
  };
}

function pictureFor({ id, picture }: Poll['options'][number], addresses: Shown['pictures']) {
  const address = addresses?.[id];
  if (address === undefined || !picture) return {};
  return { picture: { address, alt: picture.alt, width: picture.width, height: picture.height } };
}

async function deskFor(visit: Visit, poll: Poll, votes: number): Promise<Pick<contract.PollView, 'desk'>> {
  if (!isCoordinator(visit.network, visit.actor.person)) return {};
  const [voters, organisations, locked, post] = await Promise.all([
    votersOf(visit, poll, visit.t),
    organisationsOf(visit, poll, visit.t),
    lockedOptions(visit, poll, votes),
    visit.services.posts.status(visit.network.id, poll.post),
  ]);
  return {
    desk: {
      reminders: poll.reminders.map(({ at, direct, mail, channel }) => ({ at, direct, mail, channel })),
      letters: [poll.id, roundKey(poll)],
      lockedOptions: poll.options.flatMap(({ id }) => (locked.has(id) ? [id] : [])),
      post: {
        state: post?.state ?? (phaseOf(poll, visit.services.clock.now()) === 'scheduled' ? 'waiting' : 'removed'),
        ...(post?.reason === undefined ? {} : { reason: post.reason }),
      },
      can: possibleNow(poll, votes, visit),
      ...(voters ? { votedNames: voters.map(({ name }) => name || visit.t(text.nameUnknown)) } : {}),
      ...(organisations
        ? { organisations: { voted: [...organisations.voted], notVoted: [...organisations.notVoted] } }
        : {}),
    },
  };
}

function winnersOf(poll: Poll, of: readonly string[]): contract.PollView['winnerIds'] {
  const verdict = verdictOf(poll);
  if (!verdict || !of.includes(verdict.type)) return [];
  if (verdict.type === 'winner') return [verdict.option];
  return 'options' in verdict ? [...verdict.options] : [];
}

function labelOf({ network, t }: Visit, poll: Poll, id: string): string {
  const option = poll.options.find((one) => one.id === id);
  return option ? optionLabel(option, network.zone, t) : '';
}
