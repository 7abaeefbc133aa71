/** What the tab asks of the network itself: who coordinates it, handing over, and posts that did not arrive. */
import { audit } from '../../core/audit.ts';
import { route } from '../../core/feature.ts';
import { objectIdOf } from '../../core/ids.ts';
import { modulesOn } from '../../core/modules.ts';
import { isCoordinator, type MemberId, memberIdOf } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, mainOf, type Register, registerNow } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import * as contract from './contract.ts';
import { switchModule } from './module-operations.ts';
import {
  claimFor,
  claimNetwork,
  handOver,
  nameCoordinator,
  presentCoordinators,
  removeCoordinator,
} from './operations.ts';
import { personShown } from './person.ts';
import { text } from './text.ts';

export const routes = [
  route(contract.listTroubledPosts, 'coordinator', async (_, { network: of, services }) => ({
    posts: (await services.posts.troubled(of.id)).flatMap((one) =>
      one.state === 'unknown' || one.state === 'failed' ? [{ ...one, state: one.state }] : [],
    ),
  })),
  route(contract.postAgain, 'coordinator', async ({ params }, visit) => {
    await visit.services.posts.again(visit.network.id, params.post);
    await audit(visit, 'posts.again', params.post);
    return {};
  }),
  route(contract.listModules, 'member', async (_, visit) => ({ on: modulesOn(await networkNow(visit)) })),
  route(contract.switchModule, 'coordinator', async ({ params, body }, visit) => ({
    on: modulesOn(await switchModule(visit, params.module, body.on)),
  })),
  route(contract.listCoordinators, 'member', async (_, visit) => coordinatorsFor(visit)),
  route(contract.nameCoordinator, 'coordinator', async ({ body }, visit) => {
    await nameCoordinator(visit, body.member);
    return coordinatorsFor(visit);
  }),
  route(contract.removeCoordinator, 'coordinator', async ({ params }, visit) => {
    await removeCoordinator(visit, params.member);
    return coordinatorsFor(visit);
  }),
  route(contract.claimNetwork, 'member', async (_, visit) => {
    await claimNetwork(visit);
    return coordinatorsFor(visit);
  }),
  route(contract.getHandover, 'coordinator', async ({ params }, visit) =>
    handoverFor(visit, params.person ?? memberIdOf(visit.actor.person)),
  ),
  route(contract.handOver, 'coordinator', async ({ body }, visit) => {
    const refused = await handOver(visit, body);
    return {
      ...(await handoverFor(visit, body.from)),
      refused: refused.map(({ id, reason }) => ({ id, reason: visit.t(reason.row, reason.params) })),
    };
  }),
];

/** The coordinators as people, each once, with whether they may be removed: another one must be in the team. */
async function rolesIn(visit: Visit, register: Register) {
  const of = await networkNow(visit);
  const present = await presentCoordinators(of, visit.services);
  const main = (person: (typeof of.coordinators)[number]): string => mainOf(register, objectIdOf(person));
  const people = [...new Set(of.coordinators.map(main))];
  const mayBeRemoved = (id: string): boolean => [...present].some((person) => main(person) !== id);
  return { of, people, mayBeRemoved, isPresent: (id: string) => [...present].some((person) => main(person) === id) };
}

async function coordinatorsFor(visit: Visit): Promise<contract.CoordinatorsView> {
  const register = await registerNow(visit);
  const { of, people, mayBeRemoved, isPresent } = await rolesIn(visit, register);
  const you = mainOf(register, objectIdOf(visit.actor.person));
  const coordinators = people.map((id) => ({
    ...personShown(register, id as MemberId, visit.t),
    isCurrent: isPresent(id),
    isYou: id === you,
    mayBeRemoved: mayBeRemoved(id),
  }));
  coordinators.sort((a, b) => a.name.localeCompare(b.name, visit.t.tag));
  return { coordinators, mayChange: isCoordinator(of, visit.actor.person), ...(await claimFor(visit)) };
}

async function handoverFor(visit: Visit, person: MemberId): Promise<contract.HandoverView> {
  const register = await registerNow(visit);
  const isYou = person === memberIdOf(visit.actor.person); // may coordinate before the roll has been read
  const known = register.members.get(person);
  if ((!known || known.isOutsider) && !isYou) throw new Refusal(text.unknownMember);
  const { people, mayBeRemoved } = await rolesIn(visit, register);
  const id = mainOf(register, person);
  const items = await visit.services.handover(identitiesOf(register, person), visit);
  return {
    person: personShown(register, person, visit.t),
    isCoordinator: people.includes(id),
    mayBeRemoved: people.includes(id) && mayBeRemoved(id),
    items: items.map(({ move, ...item }) => ({ ...item, isMovable: move !== undefined })),
  };
}
