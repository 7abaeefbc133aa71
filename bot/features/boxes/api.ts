/** What the tab asks of boxes and challenges: each request is loaded, decided and answered here. */
import { coordinates } from '../../core/access.ts';
import { type Route, route } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Visit } from '../../core/turn.ts';
import type { Box } from './box.ts';
import { createBox, editBox, endBox, removeBox, setPublic } from './box-operations.ts';
import type { Challenge } from './challenge.ts';
import {
  type Added,
  addDeed,
  createChallenge,
  declineChallenge,
  editChallenge,
  endChallenge,
  passOn,
  removeChallenge,
  removeDeed,
} from './challenge-operations.ts';
import * as contract from './contract.ts';
import { allBoxes, allChallenges, boxNow, challengeNow } from './memory.ts';
import { boxFor, boxSummary, challengeFor, challengeSummary } from './shown.ts';
import { changeStory, checkStory, leaveStory, removeStory } from './story-operations.ts';

const boxView = async (visit: Visit, of: Box, after?: string): Promise<contract.BoxView> =>
  boxFor(visit, of, { isCoordinator: await coordinates(visit), after });

const current = async (visit: Visit, box: ActivityId): Promise<contract.BoxView> =>
  boxView(visit, await boxNow(visit, box));

const challengeView = async (visit: Visit, of: Challenge, after?: string): Promise<contract.ChallengeView> =>
  challengeFor(visit, of, { isCoordinator: await coordinates(visit), after });

const added = async (visit: Visit, { challenge, passed }: Added): Promise<contract.DeedAdded> => ({
  challenge: await challengeView(visit, challenge),
  ...(passed ? { passed: { name: passed.name, isReached: passed.by !== 'none' } } : {}),
});

/** Those that go on first, in each the newest first. */
const goingOnFirst = <T extends { readonly state: string; readonly at: string }>(all: readonly T[]): T[] =>
  [...all].sort(
    (a, b) => Number(a.state === 'ended') - Number(b.state === 'ended') || (a.at > b.at ? -1 : a.at < b.at ? 1 : 0),
  );

export const boxRoutes: readonly Route[] = [
  route(contract.listBoxes, 'member', async (_, visit) => {
    const [boxes, challenges, isCoordinator] = await Promise.all([
      allBoxes(visit),
      allChallenges(visit),
      coordinates(visit),
    ]);
    return {
      boxes: await Promise.all(goingOnFirst(boxes).map((of) => boxSummary(visit, of, isCoordinator))),
      challenges: await Promise.all(goingOnFirst(challenges).map((of) => challengeSummary(visit, of))),
    };
  }),
  route(contract.getBox, 'member', async ({ params }, visit) =>
    boxView(visit, await boxNow(visit, params.box), params.after),
  ),
  route(contract.createBox, 'coordinator', async ({ body }, visit) =>
    boxView(visit, await createBox(visit, body.draft, body.requestId)),
  ),
  route(contract.editBox, 'coordinator', async ({ params, body }, visit) =>
    boxView(visit, await editBox(visit, params.box, body.draft)),
  ),
  route(contract.endBox, 'coordinator', async ({ params }, visit) => boxView(visit, await endBox(visit, params.box))),
  route(contract.removeBox, 'coordinator', async ({ params }, visit) => {
    await removeBox(visit, params.box);
    return {};
  }),
  route(contract.setPublic, 'coordinator', async ({ params, body }, visit) =>
    boxView(visit, await setPublic(visit, params.box, body)),
  ),
  route(contract.leaveStory, 'member', async ({ params, body }, visit) => {
    await leaveStory(visit, params.box, body.draft, body.requestId);
    return current(visit, params.box);
  }),
  route(contract.changeStory, 'member', async ({ params, body }, visit) => {
    await changeStory(visit, params.box, params.story, body.draft);
    return current(visit, params.box);
  }),
  route(contract.removeStory, 'member', async ({ params }, visit) =>
    boxView(visit, await removeStory(visit, params.box, params.story)),
  ),
  route(contract.checkStory, 'coordinator', async ({ params, body }, visit) => {
    await checkStory(visit, params.box, params.story, body.isLetIn);
    return current(visit, params.box);
  }),
  route(contract.getChallenge, 'member', async ({ params }, visit) =>
    challengeView(visit, await challengeNow(visit, params.challenge), params.after),
  ),
  route(contract.createChallenge, 'coordinator', async ({ body }, visit) =>
    challengeView(visit, await createChallenge(visit, body.draft, body.requestId)),
  ),
  route(contract.editChallenge, 'coordinator', async ({ params, body }, visit) =>
    challengeView(visit, await editChallenge(visit, params.challenge, body.draft)),
  ),
  route(contract.endChallenge, 'coordinator', async ({ params }, visit) =>
    challengeView(visit, await endChallenge(visit, params.challenge)),
  ),
  route(contract.removeChallenge, 'coordinator', async ({ params }, visit) => {
    await removeChallenge(visit, params.challenge);
    return {};
  }),
  route(contract.addDeed, 'member', async ({ params, body }, visit) =>
    added(visit, await addDeed(visit, params.challenge, body.draft, body.requestId)),
  ),
  route(contract.passOn, 'member', async ({ params, body }, visit) =>
    added(visit, await passOn(visit, params.challenge, params.deed, body.passTo)),
  ),
  route(contract.declineChallenge, 'member', async ({ params }, visit) => {
    await declineChallenge(visit, params.challenge, params.deed);
    return challengeView(visit, await challengeNow(visit, params.challenge));
  }),
  route(contract.removeDeed, 'member', async ({ params }, visit) =>
    challengeView(visit, await removeDeed(visit, params.challenge, params.deed)),
  ),
];
