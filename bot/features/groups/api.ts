/** What the tab asks of groups: everyone looks them up, coordinators change them. */
import { route } from '../../core/feature.ts';
import { isCoordinator } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { type Group, nameIn, type Seat } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import { type Register, registerNow } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { personShown } from '../network/person.ts';
import * as contract from './contract.ts';
import { endsSoon, inOrder, stateOf } from './group.ts';
import {
  addSeat,
  changeSeat,
  createGroup,
  endTerm,
  groupName,
  removeGroup,
  renameGroup,
  takeAwaySeat,
} from './operations.ts';
import { text } from './text.ts';

export const groupRoutes = [
  route(contract.listGroups, 'member', async (_, visit) => {
    const [register, network] = await Promise.all([registerNow(visit), networkNow(visit)]);
    const mayChange = isCoordinator(network, visit.actor.person);
    const views = [...register.groups.values()]
      .map((one) => groupView(visit, register, one))
      .sort((a, b) => a.name.localeCompare(b.name, visit.t.tag));
    return {
      groups: views,
      areas: register.rules.areas.map(({ id, names }) => ({ id, name: nameIn(names, visit.t) })),
      mayChange,
      ...(mayChange ? { ending: ending(views) } : {}),
    };
  }),
  route(contract.getGroup, 'member', async ({ params }, visit) => {
    const register = await registerNow(visit);
    const of = register.groups.get(params.group);
    if (!of) throw new Refusal(text.unknownGroup);
    return groupView(visit, register, of);
  }),
  route(contract.createGroup, 'coordinator', async ({ body }, visit) =>
    shown(visit, await createGroup(visit, body.names, body.requestId)),
  ),
  route(contract.renameGroup, 'coordinator', async ({ params, body }, visit) =>
    shown(visit, await renameGroup(visit, params.group, body.names)),
  ),
  route(contract.removeGroup, 'coordinator', async ({ params }, visit) => {
    await removeGroup(visit, params.group);
    return {};
  }),
  route(contract.addSeat, 'coordinator', async ({ params, body }, visit) =>
    shown(visit, await addSeat(visit, params.group, body.seat, body.requestId)),
  ),
  route(contract.changeSeat, 'coordinator', async ({ params, body }, visit) =>
    shown(visit, await changeSeat(visit, params.group, params.seat, body.seat)),
  ),
  route(contract.endSeat, 'coordinator', async ({ params, body }, visit) =>
    shown(visit, await endTerm(visit, params.group, params.seat, body.on)),
  ),
  route(contract.removeSeat, 'coordinator', async ({ params }, visit) =>
    shown(visit, await takeAwaySeat(visit, params.group, params.seat)),
  ),
];

const shown = async (visit: Visit, of: Group): Promise<contract.GroupView> =>
  groupView(visit, await registerNow(visit), of);

function groupView(visit: Visit, register: Register, of: Group): contract.GroupView {
  const seats = inOrder(of.seats, todayIn(visit)).map((one) => seatView(visit, register, one));
  return { id: of.id, name: groupName(of, visit), names: of.names, seats };
}

function seatView(visit: Visit, register: Register, of: Seat): contract.SeatView {
  const today = todayIn(visit);
  const { id, role, from, to, area: areaId, substitute } = of;
  const area = register.rules.areas.find((one) => one.id === areaId);
  return {
    ...{ id, role, from, state: stateOf(of, today), endsSoon: endsSoon(of, today) },
    member: personShown(register, of.member, visit.t),
    ...(area ? { area: { id: area.id, name: nameIn(area.names, visit.t) } } : {}),
    ...(substitute === undefined ? {} : { substitute: personShown(register, substitute, visit.t) }),
    ...(to === undefined ? {} : { to }),
  };
}

function ending(views: readonly contract.GroupView[]) {
  const soon = views.flatMap(({ id, name, seats }) =>
    seats.filter((seat) => seat.endsSoon).map((seat) => ({ group: id, name, seat })),
  );
  return soon.sort((a, b) => ((a.seat.to ?? '') < (b.seat.to ?? '') ? -1 : 1));
}
