/** What the other parts of the app ask of boxes and challenges: what waits, what is new, what hangs on a person, and who was challenged. */
import { coordinates } from '../../core/access.ts';
import type { Instant } from '../../core/clock.ts';
import type { HandoverItem, News, Waiting } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { identitiesOf, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { isOpen } from './box.ts';
import { comesOut } from './box-operations.ts';
import { countLine, opensLine, type Passed } from './cards.ts';
import { type Challenge, unanswered } from './challenge.ts';
import { challengesFor, nameOf, nameOfMember } from './challenge-operations.ts';
import { allBoxes, allChallenges, deedsIn, findChallenge } from './memory.ts';
import { waitingStories } from './story-operations.ts';
import { text } from './text.ts';

export const pageOfBox = (id: ActivityId): string => `boxes/${id}`;
export const pageOfChallenge = (id: ActivityId): string => `challenges/${id}`;

/** Who challenged this member by a deed (`challenge|deed`); undefined: there is nothing to answer any more. */
export async function passedBy(
  work: Work,
  subject: string,
  member: MemberId,
): Promise<{ readonly challenge: Challenge; readonly passed: Passed } | undefined> {
  const [id = '', deed] = subject.split('|');
  const challenge = await findChallenge(work, id as ActivityId);
  if (!challenge || challenge.state === 'ended') return undefined;
  const register = await registerOf(work);
  const ids = identitiesOf(register, member);
  if (nameOfMember(register, member) === undefined) return undefined; // they have left
  const open = unanswered(await deedsIn.now(work, challenge.id), (one) => ids.some((theirs) => theirs === one));
  const of = open.find((one) => one.id === deed);
  return of && { challenge, passed: { id: of.id, deed: of.text, name: nameOf(register, of) } };
}

/** Challenges that someone passed on to the person; for coordinators, stories to look at. */
export async function waiting(visit: Visit): Promise<readonly Waiting[]> {
  if (visit.actor.isOutsider || visit.actor.isInvited) return [];
  const { t } = visit;
  const mine = await Promise.all(
    (await allChallenges(visit)).map(async (of): Promise<Waiting[]> => {
      const [first] = of.state === 'ended' ? [] : await challengesFor(visit, of.id);
      if (!first) return [];
      const name = nameOf(await registerOf(visit), first) ?? t(text.byMember);
      return [
        {
          title: t(text.waitDeed, { title: of.title }),
          hint: t(text.challengedYou, { name }),
          page: pageOfChallenge(of.id),
        },
      ];
    }),
  );
  if (!(await coordinates(visit))) return mine.flat();
  const toCheck = await Promise.all(
    (await allBoxes(visit)).map(async (of): Promise<Waiting[]> => {
      const n = (await waitingStories(visit, of.id)).length;
      return n === 0 ? [] : [{ title: t(text.waitStories, { n, title: of.title }), page: pageOfBox(of.id) }];
    }),
  );
  return [...mine.flat(), ...toCheck.flat()];
}

/** Boxes that take stories and challenges that run. Of what is in a box nothing but when it is opened. */
export async function news(_since: Instant, work: Work): Promise<readonly News[]> {
  const t = work.channelT;
  const [boxes, challenges] = await Promise.all([allBoxes(work), allChallenges(work)]);
  const counted = await Promise.all(
    challenges
      .filter(({ state }) => state === 'open')
      .map(async (of): Promise<News> => {
        const count = (await deedsIn.recent(work, of.id)).size;
        return {
          ...{ section: 'boxes', title: of.title, hint: countLine(of, count, t) },
          ...{ page: pageOfChallenge(of.id), at: of.at },
        };
      }),
  );
  const open = boxes.filter(isOpen).map((of): News => {
    const opensAt = comesOut(of, work);
    const hint = opensLine(of, { opensAt, zone: work.network.zone, t });
    return {
      ...{ section: 'boxes', title: of.title, page: pageOfBox(of.id), at: opensAt ?? of.at },
      ...(hint === undefined ? {} : { hint }),
    };
  });
  return [...open, ...counted];
}

/** What the person put up that still runs. Who did stays, as history; every coordinator can look after it. */
export async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const [boxes, challenges] = await Promise.all([allBoxes(visit), allChallenges(visit)]);
  const isTheirs = ({ by, state }: { by: Challenge['by']; state: string }): boolean =>
    state === 'open' && isOneOf(ids, by);
  return [
    ...boxes.filter(isTheirs).map((of) => ({
      ...{ id: `boxes.box|${of.id}`, kind: 'boxes.box', title: of.title },
      ...{ todo: visit.t(text.handBox), page: pageOfBox(of.id) },
    })),
    ...challenges.filter(isTheirs).map((of) => ({
      ...{ id: `boxes.challenge|${of.id}`, kind: 'boxes.challenge', title: of.title },
      ...{ todo: visit.t(text.handChallenge), page: pageOfChallenge(of.id) },
    })),
  ];
}
