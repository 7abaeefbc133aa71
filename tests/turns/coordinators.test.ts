/** Naming, removing and claiming over HTTP and by card: who coordinates is decided on the server at that moment. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonKey } from '../../bot/core/ids.ts';
import { type Member, members, networks } from '../../bot/core/network.ts';
import { changeGroup, changeMember, changeOrganisation, forgetRegister } from '../../bot/core/register.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { Work } from '../../bot/core/turn.ts';
import type { HandoverView } from '../../bot/features/network/contract.ts';
import { audited } from '../fakes/audited.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { TEAM } from '../fakes/teams-cloud.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const { coordinator, member, external, stranger } = people;
const base = `/api/v1/networks/${NETWORK}`;
const scope = networkScope(NETWORK);
let http: HttpApp;

beforeEach(async () => {
  http = await startHttpApp();
});
afterEach(() => http.close());

const ask = async (by: Someone, method: string, path: string, json?: unknown) => {
  const response = await http.ask(`${base}${path}`, by, json === undefined ? { method } : { method, json });
  return { status: response.status, body: (await response.json()) as never };
};
const name = (by: Someone, whom: Someone) => ask(by, 'POST', '/coordinators', { member: whom.objectId });
const remove = (by: Someone, whom: Someone) => ask(by, 'DELETE', `/coordinators/${whom.objectId}`);
const coordinators = async (): Promise<readonly PersonKey[]> =>
  (await http.app.services.store.get(scope, networks, NETWORK))?.value.coordinators ?? [];
const acts = async () =>
  (await audited(http.app.services, NETWORK)).map(({ act, by, subject }) => ({ act, by, subject }));
const work = async (): Promise<Work> => {
  const found = await http.app.gate.work(NETWORK);
  if (!found) throw new Error('There is no network.');
  return found;
};
const chatOf = (who: Someone) =>
  http.cloud.messages(`a:chat-29:${who.objectId}`).map(({ activity }) => JSON.stringify(activity));
const told = (what: string, changes: Recorded) =>
  deliver(http.url, http.cloud, recorded(what, http.cloud, { conversation: { id: TEAM }, ...changes }));
const pressing = (who: Someone, verb: string) =>
  told('card-click', {
    from: { id: `29:${who.objectId}`, aadObjectId: who.objectId, name: who.name },
    ...clicking(verb, {}),
  });
const install = (who: Someone) =>
  told('installed', {
    id: `f:${who.objectId}`,
    from: { id: `29:${who.objectId}`, aadObjectId: who.objectId, name: who.name },
    channelData: { team: { id: TEAM, name: 'Verkosto' } },
  });
const hasLeft = async (who: Someone) =>
  (await http.app.services.store.get(scope, members, who.objectId))?.value.leftAt !== undefined;
async function leaves(who: Someone): Promise<void> {
  const roster = http.cloud.rosters.get(TEAM) ?? [];
  http.cloud.rosters.set(
    TEAM,
    roster.filter(({ aadObjectId }) => aadObjectId !== who.objectId),
  );
  await told('members-removed', {
    channelData: { team: { id: TEAM } },
    membersRemoved: [{ id: `29:${who.objectId}` }],
  });
  await eventually(() => hasLeft(who));
}
function owns(who: Someone): void {
  for (const entry of http.cloud.rosters.get(TEAM) ?? []) {
    if (entry.aadObjectId === who.objectId) entry.userRole = 'owner';
  }
}

describe('naming', () => {
  test('a member becomes coordinator once, is told in 1:1 chat in their language by whom, and it is written down', async () => {
    await changeMember(await work(), external.objectId, (now) => now && { ...now, locale: 'sv' });
    const named = await name(coordinator, external);
    expect(named).toMatchObject({
      status: 200,
      body: {
        coordinators: [
          { name: external.name, isYou: false, mayBeRemoved: true, isCurrent: true },
          { name: coordinator.name, isYou: true, mayBeRemoved: true },
        ],
        ...{ mayChange: true, isOrphaned: false, mayClaim: false },
      },
    });
    expect((await name(coordinator, external)).status).toBe(200);
    await eventually(() => chatOf(external).length > 0);
    expect(chatOf(external)).toHaveLength(1);
    expect(chatOf(external)[0]).toContain('Du är nu koordinator');
    expect(chatOf(external)[0]).toContain(coordinator.name);
    expect(await acts()).toEqual([
      { act: 'network.nameCoordinator', by: coordinator.person, subject: external.objectId },
    ]);
    expect((await ask(external, 'GET', '/handover')).status).toBe(200);
  });

  test('only members who are in the team can be named, and only by a coordinator', async () => {
    expect((await name(coordinator, stranger)).status).toBe(409);
    const mail: Member = { person: 'mail|m-1' as never, name: 'Maija Meili', isGuest: false, email: 'm@akaa.example' };
    await changeMember(await work(), 'm-1', () => mail);
    const refused = await ask(coordinator, 'POST', '/coordinators', { member: 'm-1' });
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('ei ole tiimissä') } });
    await leaves(external);
    expect((await name(coordinator, external)).status).toBe(409);
    expect((await name(member, member)).status).toBe(403);
    expect(await coordinators()).toEqual([coordinator.person]);
  });

  test('the card of settings tells the one whom it names, too', async () => {
    const settings = { channel: TEAM, language: 'fi', zone: 'Europe/Helsinki', whoMayCreate: 'coordinators' };
    await told('card-click', {
      from: { id: `29:${coordinator.objectId}`, aadObjectId: coordinator.objectId, name: coordinator.name },
      ...clicking('network.save', { ...settings, coordinator: member.objectId }),
    });
    await eventually(() => chatOf(member).some((one) => one.includes('Olet nyt verkoston')));
  });
});

describe('removing', () => {
  test('the last coordinator stays, and one who left the team is none to count on', async () => {
    expect(await remove(coordinator, coordinator)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('ainakin yksi koordinaattori') },
    });
    await name(coordinator, member);
    await leaves(member);
    expect((await remove(coordinator, coordinator)).status).toBe(409);
    expect((await remove(coordinator, member)).body).toMatchObject({
      coordinators: [{ name: coordinator.name, mayBeRemoved: false }],
    });
    expect(await coordinators()).toEqual([coordinator.person]);
  });

  test('one removes oneself when another remains, and can do nothing more from then on', async () => {
    await name(coordinator, member);
    expect((await remove(coordinator, coordinator)).body).toMatchObject({ mayChange: false });
    expect((await name(coordinator, external)).status).toBe(403);
    expect(await coordinators()).toEqual([member.person]);
    expect((await acts()).at(-1)).toEqual({
      act: 'network.removeCoordinator',
      by: coordinator.person,
      subject: coordinator.objectId,
    });
  });

  test('all identities of a person go together', async () => {
    await name(coordinator, member);
    await name(coordinator, external);
    await changeMember(await work(), external.objectId, (now) => now && { ...now, sameAs: member.objectId as never });
    await remove(coordinator, member);
    expect(await coordinators()).toEqual([coordinator.person]);
  });

  test('two who remove each other at the same moment leave one, however often it is tried', async () => {
    for (let round = 0; round < 10; round++) {
      const [first = coordinator.person] = await coordinators();
      const here = [coordinator, member].find(({ person }) => person === first) ?? coordinator;
      const other = here === coordinator ? member : coordinator;
      await name(here, other);
      const both = await Promise.all([remove(here, other), remove(other, here)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
      expect(await coordinators()).toHaveLength(1);
    }
  });
});

describe('an orphaned network', () => {
  test('is told of in the channel and to who installed the app, and claimed by an owner whom Teams names', async () => {
    await install(member);
    await leaves(coordinator);
    await eventually(() => chatOf(member).some((one) => one.includes('network.claim')));
    await eventually(() =>
      http.cloud.messages(TEAM).some(({ activity }) => JSON.stringify(activity).includes('network.claim')),
    );
    owns(external);
    expect((await ask(external, 'GET', '/coordinators')).body).toMatchObject({ isOrphaned: true, mayClaim: true });
    const claimed = await pressing(external, 'network.claim');
    expect(JSON.stringify(claimed.body.value)).toContain('Olet nyt verkoston');
    expect(await coordinators()).toEqual([external.person]);
    expect((await acts()).at(-1)).toEqual({ act: 'network.claim', by: external.person, subject: NETWORK });
    expect((await ask(external, 'POST', '/claim')).status).toBe(200);
    expect((await ask(member, 'POST', '/claim')).status).toBe(409);
    await eventually(
      () => !http.cloud.messages(TEAM).some(({ activity }) => JSON.stringify(activity).includes('network.claim')),
    );
  });

  test('is claimed by who installs the app again, where Teams names no owners', async () => {
    await leaves(coordinator);
    expect((await ask(member, 'GET', '/coordinators')).body).toMatchObject({ isOrphaned: true, mayClaim: false });
    expect((await ask(member, 'POST', '/claim')).status).toBe(403);
    expect(JSON.stringify((await pressing(member, 'network.claim')).body.value)).toContain('asenna sovellus');
    expect(await coordinators()).toEqual([coordinator.person]);
    await install(member);
    expect((await ask(external, 'POST', '/claim')).status).toBe(403);
    expect((await ask(member, 'POST', '/claim')).body).toMatchObject({
      coordinators: [{ name: member.name, isYou: true }],
      ...{ isOrphaned: false, mayChange: true },
    });
    expect(await coordinators()).toEqual([member.person]);
  });

  test('is none while a coordinator is in the team: neither owner nor installer takes it over', async () => {
    owns(external);
    await install(member);
    expect((await ask(external, 'POST', '/claim')).status).toBe(409);
    expect((await ask(member, 'POST', '/claim')).status).toBe(409);
    expect((await ask(stranger, 'POST', '/claim')).status).toBe(404);
    expect(await coordinators()).toEqual([coordinator.person]);
  });

  test('is claimed by one of two who try at the same moment, and a coordinator who comes back has lost it', async () => {
    owns(external);
    await install(member);
    await leaves(coordinator);
    const both = await Promise.all([ask(external, 'POST', '/claim'), ask(member, 'POST', '/claim')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await coordinators()).toHaveLength(1);
    await changeMember(await work(), coordinator.objectId, (now) => {
      const { leftAt: _back, ...rest } = now ?? { person: coordinator.person, name: '', isGuest: false };
      return rest;
    });
    expect(await coordinators()).not.toContain(coordinator.person);
  });

  test('whom a client calls an owner is none: only what Teams’ roster says counts', async () => {
    await leaves(coordinator);
    const forged = await told('card-click', {
      from: { id: `29:${member.objectId}`, aadObjectId: member.objectId, name: member.name, userRole: 'owner' },
      ...clicking('network.claim', { userRole: 'owner', ownsTeam: true, installer: member.person }),
    });
    expect(JSON.stringify(forged.body.value)).toContain('asenna sovellus');
    expect(await coordinators()).toEqual([coordinator.person]);
  });
});

describe('handing over', () => {
  const ORGANISATION = 'fi-020' as never;
  const at = '2026-01-01T00:00:00.000Z' as never;

  beforeEach(async () => {
    const now = await work();
    const kept = { id: ORGANISATION, kind: 'municipality', names: { fi: 'Akaa' }, domains: [], fees: [] };
    await changeOrganisation(now, ORGANISATION, () => ({
      ...kept,
      membership: 'member',
      delegate: coordinator.objectId as never,
      substitute: coordinator.objectId as never,
    }));
    await changeMember(
      now,
      coordinator.objectId,
      (one) => one && { ...one, organisation: ORGANISATION, isContact: true },
    );
    await changeMember(now, external.objectId, (one) => one && { ...one, claims: ORGANISATION });
    await changeGroup(now, 'g-1', () => ({
      ...{ id: 'g-1', names: { fi: 'Ydinryhmä' }, createdAt: at },
      seats: [
        { id: 's-old', member: coordinator.objectId as never, role: 'chair', from: '2020-01-01', to: '2020-12-31' },
        { id: 's-now', member: coordinator.objectId as never, role: 'chair', from: '2021-01-01' },
        {
          id: 's-sub',
          member: external.objectId as never,
          role: 'member',
          from: '2021-01-01',
          substitute: coordinator.objectId as never,
        },
      ],
    }));
    forgetRegister(now);
  });

  const items = (of: HandoverView) =>
    of.items.map(({ kind, isMovable }) => `${kind}${isMovable ? ' moves' : ''}`).sort();

  test('the page lists everything that hangs on a person, with a page of the tab and what to do', async () => {
    const poll = { question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne' };
    const requestId = '5d1a52c6-63a8-4a3e-9d5b-111111111111';
    expect((await ask(coordinator, 'POST', '/polls', { draft: poll, requestId })).status).toBe(200);
    const note = { text: 'Soitettu.', nextStep: 'Lähetä esite', nextOn: '2026-01-31', requestId: crypto.randomUUID() };
    expect((await ask(coordinator, 'POST', `/membership/${ORGANISATION}/notes`, note)).status).toBe(200);
    const { body } = await ask(coordinator, 'GET', `/handover?person=${coordinator.objectId}`);
    const view = body as HandoverView;
    expect(view).toMatchObject({ person: { name: coordinator.name }, isCoordinator: true, mayBeRemoved: false });
    expect(items(view)).toEqual([
      'groups.seat moves',
      'groups.substitute moves',
      'membership.note',
      'network.claim',
      'network.contact',
      'network.delegate moves',
      'network.substitute moves',
      'polls.open',
    ]);
    expect(view.items.find(({ kind }) => kind === 'membership.note')).toMatchObject({
      title: 'Akaa: Lähetä esite',
      todo: expect.stringContaining('myöhässä'),
    });
    for (const { title, todo } of view.items) expect([title.length, todo.length]).not.toContain(0);
    expect(view.items.find(({ kind }) => kind === 'polls.open')).toMatchObject({ title: 'Mikä aihe?' });
    expect((await ask(coordinator, 'GET', '/handover')).body).toEqual(body);
    expect(items((await ask(coordinator, 'GET', `/handover?person=${member.objectId}`)).body)).toEqual([]);
  });

  test('the successor coordinates and takes over what was chosen and can be moved; repeated, nothing more changes', async () => {
    await changeMember(await work(), member.objectId, (one) => one && { ...one, organisation: ORGANISATION });
    const { body: before } = await ask(coordinator, 'GET', '/handover');
    const moves = (before as HandoverView).items.map(({ id }) => id);
    const request = { from: coordinator.objectId, to: member.objectId, moves, removesLeaving: false };
    const after = await ask(coordinator, 'POST', '/handover', request);
    expect(after).toMatchObject({ status: 200, body: { isCoordinator: true, mayBeRemoved: true, refused: [] } });
    expect(items(after.body)).toEqual(['network.claim', 'network.contact']);
    const theirs = await ask(coordinator, 'GET', `/handover?person=${member.objectId}`);
    expect(items(theirs.body)).toEqual([
      'groups.seat moves',
      'groups.substitute moves',
      'network.claim',
      'network.delegate moves',
      'network.substitute moves',
    ]);
    const { body: group } = await ask(member, 'GET', '/groups/g-1');
    expect(await ask(coordinator, 'POST', '/handover', request)).toEqual(after);
    expect((await ask(member, 'GET', '/groups/g-1')).body).toEqual(group);
    expect((group as { seats: { state: string }[] }).seats.map(({ state }) => state).sort()).toEqual([
      'now',
      'now',
      'past',
      'past',
    ]);
  });

  test('what can’t be moved is told with the reason, the rest is done, and the leaving one is out', async () => {
    const { body: before } = await ask(coordinator, 'GET', '/handover');
    const moves = (before as HandoverView).items.map(({ id }) => id);
    const request = { from: coordinator.objectId, to: external.objectId, moves, removesLeaving: true };
    const { status, body } = await ask(coordinator, 'POST', '/handover', request);
    expect(status).toBe(200);
    const { refused } = body as { refused: { id: string; reason: string }[] };
    expect(refused.map(({ id }) => id.split('|')[0]).sort()).toEqual([
      'groups.seat',
      'groups.substitute',
      'network.delegate',
      'network.substitute',
    ]);
    expect(refused.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(await coordinators()).toEqual([external.person]);
    expect((await ask(coordinator, 'GET', '/handover')).status).toBe(403);
    expect((await acts()).map(({ act }) => act)).toEqual([
      'network.nameCoordinator',
      'network.handOver',
      'network.removeCoordinator',
    ]);
  });

  test('nothing is handed over from or to someone from outside the network', async () => {
    const olli = { person: 'mail|olli' as never, name: 'Olli', isGuest: false, isOutsider: true as const };
    await changeMember(await work(), 'olli', () => olli);
    expect((await ask(coordinator, 'GET', '/handover?person=olli')).status).toBe(409);
    const over = { moves: [], removesLeaving: false };
    const from = await ask(coordinator, 'POST', '/handover', { ...over, from: 'olli', to: member.objectId });
    const to = await ask(coordinator, 'POST', '/handover', { ...over, from: coordinator.objectId, to: 'olli' });
    expect([from.status, to.status, await coordinators()]).toEqual([409, 409, [coordinator.person]]);
  });

  test('nobody hands over to themselves, to someone unknown, or without being a coordinator', async () => {
    const to = (who: Someone, from = coordinator) => ({
      ...{ from: from.objectId, to: who.objectId, moves: [], removesLeaving: true },
    });
    expect((await ask(coordinator, 'POST', '/handover', to(coordinator))).status).toBe(409);
    expect((await ask(coordinator, 'POST', '/handover', to(stranger))).status).toBe(409);
    expect((await ask(coordinator, 'POST', '/handover', to(member, stranger))).status).toBe(409);
    expect((await ask(member, 'POST', '/handover', to(member))).status).toBe(403);
    expect(await coordinators()).toEqual([coordinator.person]);
  });
});
