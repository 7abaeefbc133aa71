/** The register over HTTP: what coordinators change, what members see, and what is kept of a person. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus, toInstant } from '../../bot/core/clock.ts';
import type { Kind } from '../../bot/core/kind.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { type Member, type MemberId, mailPerson, memberId, memberIdOf, members } from '../../bot/core/network.ts';
import { organisations } from '../../bot/core/organisation.ts';
import {
  changeMember,
  changeOrganisation,
  changeRules,
  forgetRegister,
  registerNow,
  registerOf,
} from '../../bot/core/register.ts';
import type { Visit, Work } from '../../bot/core/turn.ts';
import { update } from '../../bot/core/update.ts';
import type { MemberRow, MemberView, OrganisationView } from '../../bot/features/members/contract.ts';
import { missingOrganisations } from '../../bot/features/members/enrolment.ts';
import { members as feature } from '../../bot/features/members/feature.ts';
import { invitedAddresses, recommendations } from '../../bot/features/members/recommendation.ts';
import { letters } from '../../bot/mail/stored-letter.ts';
import { audited } from '../fakes/audited.ts';
import { emptyRegister } from '../fakes/empty-register.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { mailMember, org } from '../fakes/register-of.ts';

const { coordinator, member, external, stranger } = people;
const base = `/api/v1/networks/${NETWORK}`;
let http: HttpApp;
let work: Work;

beforeAll(async () => {
  http = await startHttpApp({ features: [feature] });
  const found = await http.app.gate.work(NETWORK);
  if (!found) throw new Error('There is no network.');
  work = found;
});
afterAll(() => http.close());

beforeEach(async () => {
  await emptyRegister(work, [coordinator, member, external]);
  http.logged.length = 0;
});

const ask = async (by: Someone, method: string, path: string, json?: unknown, locale = 'fi') => {
  const init = json === undefined ? { method } : { method, json };
  const response = await http.ask(`${base}${path}`, by, { ...init, headers: { 'accept-language': locale } });
  return { status: response.status, body: (await response.json()) as never };
};
const asked = async <T>(by: Someone, method: string, path: string, json?: unknown, locale = 'fi'): Promise<T> => {
  const { status, body } = await ask(by, method, path, json, locale);
  if (status !== 200) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body as T;
};
const put = (of: Member): Promise<Member | undefined> => changeMember(work, memberIdOf(of.person), () => of);
const set = (id: string, of: Partial<Member>) => changeMember(work, id, (now) => now && { ...now, ...of });
const municipalities = (...codes: string[]) => asked(coordinator, 'POST', '/organisations/municipalities', { codes });
const acts = async (): Promise<string[]> => (await audited(work.services, NETWORK)).map(({ act }) => act);

describe('organisations', () => {
  test('municipalities of the country come in by their codes, once, and coordinators see them as contacted', async () => {
    const first = await asked<{ added: { id: string }[]; known: number }>(
      ...([coordinator, 'POST', '/organisations/municipalities', { codes: ['598', '895', '588'] }] as const),
    );
    expect(first.added.map(({ id }) => id).sort()).toEqual(['fi-507', 'fi-598', 'fi-895']);
    expect(await municipalities('598', '507')).toEqual({ added: [], known: 2 });
    const { organisations: rows, total } = await asked<{ organisations: OrganisationView[]; total: number }>(
      ...([coordinator, 'GET', '/organisations', undefined, 'sv'] as const),
    );
    expect(total).toBe(3);
    expect(rows.find(({ id }) => id === 'fi-598')).toMatchObject({
      ...{ name: 'Jakobstad', membership: 'contacted', isMunicipality: true, people: 0 },
      region: { id: '15', name: 'Österbotten' },
    });
    expect(await acts()).toEqual(expect.arrayContaining(['organisations.add']));
    expect(await ask(coordinator, 'POST', '/organisations/municipalities', { codes: ['020', '999'] })).toMatchObject({
      status: 409,
    });
    expect((await registerNow(work)).organisations.has('fi-020')).toBe(false);
  });

  test('one made by hand is there once per request, is edited whole, and is removed while nobody represents it', async () => {
    const draft = { kind: 'authority', names: { fi: 'Virasto', sv: 'Verk' }, domains: ['virasto.example'] };
    const request = { draft, requestId: randomUUID() };
    const made = await asked<OrganisationView>(coordinator, 'POST', '/organisations', request);
    expect(made).toMatchObject({
      id: `o-${request.requestId}`,
      name: 'Virasto',
      desk: { domains: ['virasto.example'], mayRemove: true },
    });
    expect(await asked(coordinator, 'POST', '/organisations', request)).toEqual(made);
    const twice = await ask(coordinator, 'POST', '/organisations', { draft, requestId: randomUUID() });
    expect(twice).toMatchObject({ status: 422, body: { fields: [{ field: 'names' }] } });
    await set(member.objectId, { organisation: made.id });
    const edited = await asked<OrganisationView>(coordinator, 'PUT', `/organisations/${made.id}`, {
      ...{ kind: 'authority', names: { fi: 'Virasto' }, inhabitants: 12, delegate: member.objectId },
    });
    expect(edited).toMatchObject({
      inhabitants: 12,
      people: 1,
      desk: { delegate: { name: member.name }, mayRemove: false },
    });
    expect(edited.desk?.domains).toEqual([]);
    expect(await ask(coordinator, 'DELETE', `/organisations/${made.id}`)).toMatchObject({ status: 409 });
    await set(member.objectId, { organisation: undefined });
    expect((await ask(coordinator, 'DELETE', `/organisations/${made.id}`)).status).toBe(200);
    expect((await ask(coordinator, 'DELETE', `/organisations/${made.id}`)).status).toBe(200);
    expect((await registerNow(work)).organisations.size).toBe(0);
  });

  test('a merger of municipalities is suggested, moves the people, and is undone', async () => {
    await changeOrganisation(work, 'fi-588', () => org('fi-588', { code: '588', names: { fi: 'Pertunmaa' } }));
    await set(member.objectId, { organisation: org('fi-588').id });
    await municipalities('507');
    const { mergers } = await asked<{ mergers: object[] }>(coordinator, 'GET', '/organisations/mergers');
    expect(mergers).toEqual([
      {
        organisation: { id: 'fi-588', name: 'Pertunmaa' },
        into: { id: 'fi-507', name: 'Mäntyharju' },
        code: '507',
        name: 'Mäntyharju',
        on: '2025-01-01',
      },
    ]);
    const merged = await asked<OrganisationView>(coordinator, 'POST', '/organisations/fi-588/merge', {
      into: 'fi-507',
    });
    expect(merged.desk?.mergedInto).toEqual({ id: 'fi-507', name: 'Mäntyharju' });
    expect(await asked(member, 'GET', '/organisations/fi-588')).toMatchObject({ id: 'fi-507', people: 1 });
    expect(await ask(coordinator, 'POST', '/organisations/fi-507/merge', { into: 'fi-588' })).toMatchObject({
      status: 409,
    });
    await asked(coordinator, 'POST', '/organisations/fi-588/unmerge');
    expect(await asked(member, 'GET', '/organisations/fi-588')).toMatchObject({ id: 'fi-588', people: 1 });
    expect(await acts()).toEqual(expect.arrayContaining(['organisations.merge', 'organisations.unmerge']));
  });

  test('two mergers that cross at the same moment leave no circle', async () => {
    await municipalities('598', '895');
    await Promise.all([
      ask(coordinator, 'POST', '/organisations/fi-598/merge', { into: 'fi-895' }),
      ask(coordinator, 'POST', '/organisations/fi-895/merge', { into: 'fi-598' }),
    ]);
    const { organisations: stored } = await registerNow(work);
    expect([...stored.values()].filter(({ mergedInto }) => mergedInto !== undefined).length).toBeLessThan(2);
  });

  test('the network’s own kinds, areas and size classes are set, and refused where they would tear something', async () => {
    const { desk } = await asked<{ desk: { rules: Record<string, unknown> & { kinds: { id: string }[] } } }>(
      coordinator,
      'GET',
      '/register',
    );
    const own = { id: 'region', names: { fi: 'Seutu' }, mayVote: true, isMunicipality: false };
    const areas = [{ id: 'west', names: { fi: 'Länsi', sv: 'Väst' }, regions: ['15', '02'] }];
    const rules = { ...desk.rules, kinds: [...desk.rules.kinds, own], areas, sizeBounds: [10_000] };
    await changeRules(work, (now) => ({ ...now, feeClasses: [{ id: 'secret-class', name: 'Salainen' }] }));
    await asked(coordinator, 'PUT', '/register/rules', rules);
    expect((await registerNow(work)).rules.feeClasses).toHaveLength(1);
    await asked(coordinator, 'POST', '/organisations', {
      ...{ draft: { kind: 'region', names: { fi: 'Etelä' } }, requestId: randomUUID() },
    });
    expect(await ask(coordinator, 'PUT', '/register/rules', desk.rules)).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'kinds' }] },
    });
    await municipalities('598');
    await set(member.objectId, { organisation: org('fi-598').id });
    const frame = await ask(member, 'GET', '/register', undefined, 'sv');
    expect(frame.body).toMatchObject({
      ...{ areas: [{ id: 'west', name: 'Väst' }], regions: [{ id: '15', name: 'Österbotten' }] },
      ...{
        sizeClasses: [
          { id: '0', to: 9_999 },
          { id: '1', from: 10_000 },
        ],
      },
      ...{ totals: { organisations: 1, municipalities: 1, people: 3 }, own: { organisation: { name: 'Jakobstad' } } },
    });
    expect(JSON.stringify(frame.body)).not.toContain('secret-class');
    expect(frame.body).not.toHaveProperty('desk');
  });
});

describe('what members see', () => {
  beforeEach(async () => {
    await municipalities('598', '895');
    await set(coordinator.objectId, {
      organisation: org('fi-598').id,
      email: 'kaisa@hidden.example',
      phone: '040 hidden',
      topics: ['Piiloaihe'],
    });
    await set(external.objectId, {
      ...{
        organisation: org('fi-598').id,
        isContact: true,
        isListed: true,
        email: 'eva@shown.example',
        topics: ['Koulukuljetukset'],
      },
      ...{ recommendedBy: memberId.parse(coordinator.objectId), mail: { polls: true }, claims: org('fi-895').id },
    });
    await put(mailMember('left', { name: 'Lasse Lähtenyt', leftAt: work.services.clock.now() }));
    await put(mailMember('invited', { name: 'Iida Kutsuttu', isInvited: true }));
    await put(mailMember('outsider', { name: 'Olli Ulkopuolinen', organisation: org('fi-598').id, isOutsider: true }));
  });

  test('never names anyone from outside, to coordinators neither', async () => {
    for (const path of ['/members', '/members?state=left', '/members?state=invited', '/organisations/fi-598'])
      expect([path, JSON.stringify(await asked(coordinator, 'GET', path))]).toEqual([
        path,
        expect.not.stringContaining('Olli'),
      ]);
    for (const [method, path, json] of [
      ['GET', '/members/outsider', undefined],
      ['DELETE', '/members/outsider', undefined],
      ['POST', '/members/outsider/merge', { into: member.objectId }],
      ['POST', `/members/${member.objectId}/merge`, { into: 'outsider' }],
    ] as const)
      expect([method, path, (await ask(coordinator, method, path, json)).status]).toEqual([method, path, 409]);
  });

  test('is who is in, and contacts and topics only of those who agreed', async () => {
    const { members: rows, total } = await asked<{ members: MemberRow[]; total: number }>(member, 'GET', '/members');
    expect(rows.map(({ name }) => name)).toEqual(
      [external.name, member.name, coordinator.name].sort((a, b) => a.localeCompare(b, 'fi')),
    );
    expect(total).toBe(3);
    expect(rows.find(({ id }) => id === external.objectId)).toEqual({
      ...{
        id: external.objectId,
        name: external.name,
        isContact: true,
        email: 'eva@shown.example',
        topics: ['Koulukuljetukset'],
      },
      organisation: { id: 'fi-598', name: 'Pietarsaari' },
    });
    expect(rows.find(({ id }) => id === coordinator.objectId)).toEqual({
      ...{ id: coordinator.objectId, name: coordinator.name, isContact: false },
      organisation: { id: 'fi-598', name: 'Pietarsaari' },
    });
  });

  test('never holds what is the coordinators’ or the person’s own, on any page, whatever is asked', async () => {
    const pages = [
      ...['/members', '/members?state=left', '/members?state=invited', '/members?text=hidden', '/members?hasMail=yes'],
      ...[
        '/members?membership=contacted',
        '/organisations',
        '/organisations/fi-598',
        `/members/${coordinator.objectId}`,
      ],
      ...[`/members/${external.objectId}`, '/register', '/help', '/help?text=piiloaihe', '/municipalities?text=pietar'],
    ];
    for (const page of pages) {
      const { status, body } = await ask(member, 'GET', page);
      expect([page, status]).toEqual([page, 200]);
      const said = JSON.stringify(body);
      for (const secret of [
        'hidden',
        'Piiloaihe',
        'Lasse',
        'Iida',
        'desk',
        'detail',
        'recommended"',
        'recommendedBy',
        'claims"',
        'membership',
      ])
        expect([page, secret, said.includes(secret)]).toEqual([page, secret, false]);
    }
    for (const gone of ['left', 'invited']) expect((await ask(member, 'GET', `/members/${gone}`)).status).toBe(409);
    expect((await asked<{ total: number }>(member, 'GET', '/members?text=040')).total).toBe(0);
    expect((await asked<{ total: number }>(member, 'GET', '/members?hasMail=no')).total).toBe(3);
  });

  test('finds who can help with what, in other forms of the word', async () => {
    const help = await asked<{ members: MemberRow[]; topics: object[] }>(
      member,
      'GET',
      `/help?text=${encodeURIComponent('koulukuljetusten')}`,
    );
    expect(help.members.map(({ name }) => name)).toEqual([external.name]);
    expect(help.topics).toEqual([{ topic: 'Koulukuljetukset', people: 1 }]);
  });

  test('lists only organisations that are in; coordinators see all, with their membership and filters', async () => {
    const seen = await asked<{ organisations: OrganisationView[]; facets: object }>(member, 'GET', '/organisations');
    expect(seen.organisations.map(({ id }) => id)).toEqual(['fi-598']);
    expect(seen.facets).not.toHaveProperty('membership');
    const all = await asked<{ total: number; facets: object }>(
      coordinator,
      'GET',
      '/organisations?membership=contacted',
    );
    expect(all).toMatchObject({ total: 2, facets: { membership: { contacted: 2 } } });
    const left = await asked<{ members: MemberRow[] }>(coordinator, 'GET', '/members?state=left');
    expect(left.members).toMatchObject([{ name: 'Lasse Lähtenyt', desk: { state: 'left' } }]);
  });

  test('nothing of it is for someone of another network', async () => {
    for (const page of ['/register', '/members', '/organisations'])
      expect((await ask(stranger, 'GET', page)).status).toBe(404);
  });
});

describe('people', () => {
  const draft = { name: 'Maija Merilä', email: 'Maija@Kunta.example', topics: ['Tilastot'] };
  const add = (of: object = {}, more: object = {}) =>
    asked<{ member?: MemberView; likenesses: object[] }>(coordinator, 'POST', '/members', {
      ...{ draft: { ...draft, ...of }, requestId: randomUUID(), ...more },
    });

  test('someone without Teams is added once per request, edited, removed and taken back', async () => {
    await municipalities('598');
    const request = { draft: { ...draft, organisation: 'fi-598', isContact: true }, requestId: randomUUID() };
    const { member: made } = await asked<{ member: MemberView }>(coordinator, 'POST', '/members', request);
    expect(made).toMatchObject({
      ...{ email: 'maija@kunta.example', isContact: true, organisation: { id: 'fi-598' } },
      desk: { state: 'current', hasTeams: false },
      detail: { emailSource: { from: 'coordinator' }, can: { rename: true, remove: true, bringBack: false } },
    });
    expect(await asked(coordinator, 'POST', '/members', request)).toMatchObject({ member: { id: made.id } });
    // whatever a request is called, nobody takes the place of someone in Teams
    expect((await add({ email: 'toinen@kunta.example' }, { requestId: stranger.objectId })).member?.id).toBeDefined();
    expect((await registerNow(work)).members.has(stranger.objectId)).toBe(false);
    const { total } = await asked<{ total: number }>(coordinator, 'GET', '/members?hasTeams=no');
    expect(total).toBe(2);
    const edited = await asked<{ member: MemberView }>(coordinator, 'PUT', `/members/${made.id}`, {
      name: 'Maija Meri',
      email: draft.email,
      locale: 'sv',
    });
    expect(edited.member).toMatchObject({ name: 'Maija Meri', isContact: false, detail: { locale: 'sv' } });
    expect(edited.member).not.toHaveProperty('organisation');
    expect(await asked(coordinator, 'DELETE', `/members/${made.id}`)).toMatchObject({
      desk: { state: 'left' },
      detail: { can: { bringBack: true } },
    });
    expect(await asked(coordinator, 'POST', `/members/${made.id}/return`)).toMatchObject({
      desk: { state: 'current' },
    });
    expect(await acts()).toEqual(
      expect.arrayContaining(['members.add', 'members.edit', 'members.remove', 'members.return']),
    );
  });

  test('an outsider who is added becomes a member as who they were', async () => {
    const joinedAt = toInstant('2026-01-01');
    const source = { from: 'registration', at: joinedAt } as const;
    const outsider = { name: 'M. M.', email: 'maija@kunta.example', emailSource: source, isOutsider: true as const };
    await put(mailMember('outsider', { ...outsider, joinedAt }));
    const { member: made, likenesses } = await add();
    expect([made?.id, likenesses]).toEqual(['outsider', []]);
    const { members: all } = await registerNow(work);
    expect(all.get('outsider')).toEqual({
      ...{ person: mailPerson('outsider'), isGuest: false, joinedAt, name: 'Maija Merilä' },
      ...{ email: 'maija@kunta.example', emailSource: source, topics: ['Tilastot'] },
    });
    expect([...all.values()].filter(({ email }) => email === 'maija@kunta.example')).toHaveLength(1);
    expect((await asked<{ total: number }>(coordinator, 'GET', '/members?hasTeams=no')).total).toBe(1);
  });

  test('a form with faults is refused with each of them, in the reader’s language', async () => {
    const wrong = { draft: { name: ' ', email: 'kunta', isContact: true }, requestId: randomUUID() };
    const { status, body } = await ask(coordinator, 'POST', '/members', wrong, 'sv');
    expect(status).toBe(422);
    expect(body).toMatchObject({
      fields: [{ field: 'name', message: 'Skriv ett namn.' }, { field: 'email' }, { field: 'isContact' }],
    });
  });

  test('who shares an address is told before anyone is added, and added when the coordinator says so', async () => {
    await set(member.objectId, { email: 'maija@kunta.example' });
    const told = await add();
    expect(told).toEqual({
      likenesses: [{ why: 'sameAddress', member: { id: member.objectId, name: member.name }, state: 'current' }],
    });
    expect((await add({}, { anyway: true })).member).toMatchObject({ name: 'Maija Merilä' });
  });

  test('someone in the team is removed in Teams, and keeps the name of Teams', async () => {
    const refused = await ask(coordinator, 'DELETE', `/members/${member.objectId}`);
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Teams-tiimissä') } });
    const edited = await asked<{ member: MemberView }>(coordinator, 'PUT', `/members/${member.objectId}`, {
      name: 'Väärä',
      title: 'Johtaja',
    });
    expect(edited.member).toMatchObject({ name: member.name, title: 'Johtaja' });
  });

  test('two identities are suggested as one, count once when merged, and twice when it is undone', async () => {
    await set(member.objectId, { email: 'maija@kunta.example' });
    const { member: made } = await add({}, { anyway: true });
    const id = made?.id ?? '';
    const doubles = await asked<{ likely: { why: string; members: MemberRow[] }[] }>(
      coordinator,
      'GET',
      '/members/doubles',
    );
    expect(doubles.likely.map(({ why, members: [a, b] }) => [why, a?.id, b?.id])).toEqual([
      ['sameAddress', member.objectId, id],
    ]);
    const count = async () => (await asked<{ total: number }>(member, 'GET', '/members')).total;
    expect(await count()).toBe(4);
    const merged = await asked<MemberView>(coordinator, 'POST', `/members/${id}/merge`, { into: member.objectId });
    expect(merged).toMatchObject({ id: member.objectId, detail: { identities: [{ id, hasTeams: false }] } });
    expect(await count()).toBe(3);
    const after = await asked<{ likely: object[]; merged: object[] }>(coordinator, 'GET', '/members/doubles');
    expect(after).toMatchObject({
      likely: [],
      merged: [{ member: { id, name: 'Maija Merilä' }, into: { id: member.objectId } }],
    });
    expect((await ask(coordinator, 'POST', `/members/${member.objectId}/merge`, { into: id })).status).toBe(409);
    await asked(coordinator, 'POST', `/members/${id}/unmerge`);
    expect(await count()).toBe(4);
    expect((await ask(coordinator, 'POST', `/members/${id}/unmerge`)).status).toBe(409);
    expect(await acts()).toEqual(expect.arrayContaining(['members.merge', 'members.unmerge']));
  });

  test('two merges that cross at the same moment leave no loop', async () => {
    await put(mailMember('a'));
    await put(mailMember('b'));
    await Promise.all([
      ask(coordinator, 'POST', '/members/a/merge', { into: 'b' }),
      ask(coordinator, 'POST', '/members/b/merge', { into: 'a' }),
    ]);
    const { members: stored } = await registerNow(work);
    expect(['a', 'b'].filter((id) => stored.get(id)?.sameAs !== undefined).length).toBeLessThan(2);
  });

  test('a list of five thousand comes in pages of two hundred with its total and counts', async () => {
    await municipalities('598', '895');
    const { store } = work.services;
    const many = Array.from({ length: 4997 }, (_, n) =>
      mailMember(`p${n}`, { name: `Henkilö ${n}`, organisation: org(n % 2 ? 'fi-598' : 'fi-895').id, isContact: true }),
    );
    await Promise.all(many.map((one) => store.upsert(work.scope, members, memberIdOf(one.person), one)));
    forgetRegister(work);
    const first = await asked<{ members: MemberRow[]; total: number; next: string; facets: object }>(
      coordinator,
      'GET',
      '/members',
    );
    expect([first.members.length, first.total, first.next]).toEqual([200, 5000, '200']);
    expect(first.facets).toMatchObject({ region: { 15: 2498, '02': 2499 }, isContact: { yes: 4997, no: 3 } });
    const last = await asked<{ members: MemberRow[] }>(coordinator, 'GET', '/members?after=4900');
    expect(last.members).toHaveLength(100);
    expect(last).not.toHaveProperty('next');
    const some = await asked<{ total: number }>(
      member,
      'GET',
      `/members?region=15&text=${encodeURIComponent('henkilö 77')}`,
    );
    expect(some.total).toBeGreaterThan(0);
    expect(http.logged.join()).not.toContain('Henkilö');
  });
});

describe('whom people represent', () => {
  const own = (by: Someone, said: object) => ask(by, 'POST', '/register/own', said);

  test('a member’s word counts at once, takes the municipality into the register, and is theirs to change', async () => {
    await set(member.objectId, { email: 'jaakko@jakobstad.fi' });
    const before = await asked<{ own: object }>(member, 'GET', '/register');
    expect(before.own).toMatchObject({
      suggestion: { represent: { type: 'municipality', code: '598' }, name: 'Pietarsaari' },
    });
    expect((await own(member, { type: 'municipality', code: '598' })).body).toEqual({
      outcome: 'set',
      organisation: { id: 'fi-598', name: 'Pietarsaari' },
    });
    const { organisations: stored, members: people_ } = await registerNow(work);
    expect(stored.get('fi-598')?.membership).toBe('contacted');
    expect(people_.get(member.objectId)?.organisation).toBe('fi-598');
    expect((await own(member, { type: 'nobody' })).body).toEqual({ outcome: 'nobody' });
    const after = await asked<{ own: object }>(member, 'GET', '/register');
    expect(after.own).toMatchObject({ representsNobody: true });
    expect(after.own).not.toHaveProperty('suggestion');
    expect((await own(member, { type: 'organisation', organisation: 'o-unknown' })).status).toBe(409);
  });

  test('is kept of their main identity, also of one that was merged a moment ago elsewhere', async () => {
    await registerOf(work); // what this process has read lately
    const place = { store: work.services.store, scope: work.scope, kind: members, id: member.objectId };
    await update(place, (now) => now && { ...now, sameAs: memberId.parse(external.objectId) });
    expect((await own(member, { type: 'nobody' })).body).toEqual({ outcome: 'nobody' });
    const { members: people_ } = await registerNow(work);
    expect(people_.get(external.objectId)).toMatchObject({ representsNobody: true });
    expect(people_.get(member.objectId)).not.toHaveProperty('representsNobody');
  });

  test('waits for a coordinator where the network confirms it; what changed meanwhile is not confirmed', async () => {
    await changeRules(work, (now) => ({ ...now, confirms: true }));
    await municipalities('598', '895');
    expect((await own(member, { type: 'organisation', organisation: 'fi-598' })).body).toMatchObject({
      outcome: 'waits',
    });
    const { claims } = await asked<{ claims: object[] }>(coordinator, 'GET', '/register/claims');
    expect(claims).toMatchObject([{ member: { id: member.objectId }, claims: { id: 'fi-598' } }]);
    await own(member, { type: 'organisation', organisation: 'fi-895' });
    const path = `/register/claims/${member.objectId}`;
    expect((await ask(coordinator, 'POST', path, { settle: 'confirm', claims: 'fi-598' })).status).toBe(409);
    expect((await ask(coordinator, 'POST', path, { settle: 'confirm', claims: 'fi-895' })).status).toBe(200);
    expect((await ask(coordinator, 'POST', path, { settle: 'confirm', claims: 'fi-895' })).status).toBe(200);
    expect((await registerNow(work)).members.get(member.objectId)).toMatchObject({ organisation: 'fi-895' });
    await own(external, { type: 'organisation', organisation: 'fi-598' });
    await ask(coordinator, 'POST', `/register/claims/${external.objectId}`, { settle: 'decline', claims: 'fi-598' });
    const declined = (await registerNow(work)).members.get(external.objectId);
    expect([declined?.claims, declined?.organisation]).toEqual([undefined, undefined]);
    expect(await acts()).toEqual(expect.arrayContaining(['members.confirm', 'members.decline']));
  });

  test('what the list lacks is told to the coordinators, who settle it', async () => {
    expect((await own(member, { type: 'missing', words: '  Saariston  liikenne ' })).body).toEqual({
      outcome: 'asked',
    });
    expect((await own(member, { type: 'missing', words: ' ' })).status).toBe(422);
    const waiting = await asked<{ missing: object[] }>(coordinator, 'GET', '/register/claims');
    expect(waiting.missing).toMatchObject([{ member: { id: member.objectId }, words: 'Saariston liikenne' }]);
    const made = await asked<OrganisationView>(coordinator, 'POST', '/organisations', {
      ...{ draft: { kind: 'company', names: { fi: 'Saariston liikenne' } }, requestId: randomUUID() },
    });
    await ask(coordinator, 'POST', `/register/claims/${member.objectId}`, { settle: 'confirm', organisation: made.id });
    expect((await registerNow(work)).members.get(member.objectId)?.organisation).toBe(made.id);
    expect(await asked(coordinator, 'GET', '/register/claims')).toEqual({ claims: [], missing: [] });
  });

  test('the team’s people are placed by their addresses, many at once; who has answered meanwhile keeps it', async () => {
    await set(member.objectId, { email: 'jaakko@pietarsaari.fi' });
    await set(external.objectId, { email: 'eva@jakobstad.fi' });
    await set(coordinator.objectId, { email: 'kaisa@tuntematon.example' });
    const { groups, clear, unclear } = await asked<{
      groups: { domain: string; members: { id: string }[]; suggestion?: { represent: object } }[];
      clear: number;
      unclear: number;
    }>(...([coordinator, 'GET', '/register/unassigned'] as const));
    expect([clear, unclear]).toEqual([2, 1]);
    expect(groups.map(({ domain }) => domain)).toEqual(['jakobstad.fi', 'pietarsaari.fi', 'tuntematon.example']);
    await own(external, { type: 'nobody' });
    const assignments = groups.flatMap(({ members: those, suggestion }) =>
      suggestion ? [{ members: those.map(({ id }) => id), represent: suggestion.represent }] : [],
    );
    expect(await asked(coordinator, 'POST', '/register/unassigned', { assignments })).toEqual({ assigned: 1 });
    expect(await asked(coordinator, 'POST', '/register/unassigned', { assignments })).toEqual({ assigned: 0 });
    const { members: stored } = await registerNow(work);
    expect([stored.get(member.objectId)?.organisation, stored.get(external.objectId)?.organisation]).toEqual([
      'fi-598',
      undefined,
    ]);
    expect(await acts()).toEqual(expect.arrayContaining(['members.assign']));
  });
});

describe('recommending a colleague', () => {
  const recommend = (by: Someone, email: string, requestId: string = randomUUID()) =>
    ask(by, 'POST', '/recommendations', { draft: { name: 'Kalle Kollega', email, organisation: 'fi-598' }, requestId });
  const invited = async () => [...(await registerNow(work)).members.values()].filter((one) => one.isInvited);
  const invitedAt = async (email: string): Promise<MemberId> => {
    const found = (await invited()).find((one) => one.email === email);
    if (!found) throw new Error(`Nobody is invited by ${email}.`);
    return memberIdOf(found.person);
  };

  test('makes someone who is invited and no member yet, with a letter in the queue, once per request', async () => {
    const request = randomUUID();
    const first = await recommend(member, 'Kalle@kunta.example', request);
    expect(first).toEqual({ status: 200, body: { outcome: 'noMail', left: 9 } });
    expect(await recommend(member, 'Kalle@kunta.example', request)).toEqual(first);
    const [kalle, ...others] = await invited();
    expect(others).toEqual([]);
    expect(kalle).toMatchObject({
      email: 'kalle@kunta.example',
      recommendedBy: member.objectId,
      organisation: 'fi-598',
      emailSource: { from: 'recommendation' },
    });
    expect((await asked<{ total: number }>(member, 'GET', '/members')).total).toBe(3);
    const to = await invitedAt('kalle@kunta.example');
    const statuses = await work.services.letters.statuses(NETWORK, to);
    expect(statuses).toMatchObject([{ to, drawing: 'members.invitation' }]);
    const all = await listAll(work.services.store, work.scope, letters);
    // a stranger is written to in office hours only
    expect(all.find(({ value }) => value.to === to)?.value.urgency).toBe('nudge');
  });

  test('invites an outsider as who they are: declined they stay one, accepted they are a member', async () => {
    const olli = memberId.parse('olli');
    await put(mailMember('olli', { name: 'Olli', email: 'olli@kunta.example', isOutsider: true }));
    const request = randomUUID();
    expect((await recommend(member, 'Olli@kunta.example', request)).body).toEqual({ outcome: 'noMail', left: 9 });
    expect((await recommend(member, 'Olli@kunta.example', request)).body).toEqual({ outcome: 'noMail', left: 9 });
    expect(await invitedAt('olli@kunta.example')).toBe(olli);
    expect((await registerNow(work)).members.get(olli)).toMatchObject({
      name: 'Olli',
      isOutsider: true,
      isInvited: true,
    });
    expect((await recommend(external, 'olli@kunta.example')).status).toBe(409);
    const long = plus(work.services.clock.now(), -91 * DAY);
    await set(olli, { emailSource: { from: 'recommendation', at: long } });
    await feature.personal?.expire?.(work);
    const after = (await registerNow(work)).members.get(olli);
    expect(after).toMatchObject({ isOutsider: true, email: 'olli@kunta.example' });
    expect(after).not.toHaveProperty('isInvited');
    expect((await recommend(external, 'olli@kunta.example')).status).toBe(409);
  });

  test('can’t take the place of a colleague in Teams who is not on the roll yet', async () => {
    const { objectId } = stranger;
    expect((await recommend(member, 'kalle@kunta.example', objectId)).status).toBe(200);
    expect((await registerNow(work)).members.has(objectId)).toBe(false);
    expect((await recommend(external, 'liisa@kunta.example', objectId)).status).toBe(200);
    expect(await invited()).toHaveLength(2);
  });

  test('never goes to an address that is in, was invited or declined, and ten a day are enough', async () => {
    await set(external.objectId, { email: 'eva@kunta.example' });
    expect((await recommend(member, 'eva@kunta.example')).status).toBe(409);
    for (let n = 0; n < 10; n++) expect((await recommend(member, `k${n}@kunta.example`)).status).toBe(200);
    const eleventh = await recommend(member, 'k10@kunta.example');
    expect(eleventh).toMatchObject({ status: 409, body: { detail: expect.stringContaining('enintään 10') } });
    expect((await recommend(external, 'k3@kunta.example')).status).toBe(409);
    expect((await recommend(external, 'k10@kunta.example')).status).toBe(200);
    expect(await invited()).toHaveLength(11);
  });

  test('ten at the same moment are ten, and two of one address at the same moment are one', async () => {
    const all = await Promise.all(Array.from({ length: 14 }, (_, n) => recommend(member, `s${n}@kunta.example`)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(10);
    const two = await Promise.all([
      recommend(external, 'same@kunta.example'),
      recommend(coordinator, 'same@kunta.example'),
    ]);
    expect(two.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await invited()).filter(({ email }) => email === 'same@kunta.example')).toHaveLength(1);
  });

  test('the letter names who recommends, leads to the answer, and is pointless after it', async () => {
    await recommend(member, 'kalle@kunta.example');
    const id = await invitedAt('kalle@kunta.example');
    const visit = await http.app.gate.byId(NETWORK, id);
    if (!visit) throw new Error('The invited person is not let in.');
    const drawing = feature.letters?.find(({ name }) => name === 'members.invitation');
    const body = await drawing?.draw(id, visit);
    expect(body?.title).toContain('Kutsu verkostoon');
    expect(JSON.stringify(body)).toContain(member.name);
    expect(JSON.stringify(body)).toMatch(/\/p\/[^/"]+\/join/);
    await set(id, { leftAt: work.services.clock.now() });
    expect(await drawing?.draw(id, visit)).toBeUndefined();
  });

  test('of who declined only a hash is kept when they are erased, and the address is not asked again for a year', async () => {
    await recommend(member, 'no@kunta.example');
    const id = await invitedAt('no@kunta.example');
    const { clock, store } = work.services;
    await set(id, { leftAt: clock.now() });
    await feature.personal?.erase([id], mailPerson('erased'), work);
    await store.remove(work.scope, members, id); // as whoever erases does at the end
    forgetRegister(work);
    const kept = JSON.stringify(await listAll(store, work.scope, invitedAddresses));
    expect(kept).not.toMatch(new RegExp(`kunta|no@|${id}`));
    expect((await recommend(external, 'no@kunta.example')).status).toBe(409);
    const inDays = (days: number): Work => ({
      ...work,
      services: { ...work.services, clock: { now: () => toInstant(plus(clock.now(), days * DAY)) } },
    });
    await feature.personal?.expire?.(inDays(360));
    expect(await listAll(store, work.scope, invitedAddresses)).toHaveLength(1);
    await feature.personal?.expire?.(inDays(366));
    expect(await listAll(store, work.scope, invitedAddresses)).toEqual([]);
    expect(await listAll(store, work.scope, recommendations)).toEqual([]);
  });
});

describe('what is stored on a person', () => {
  const id = memberId.parse(member.objectId);
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        ([members, organisations, missingOrganisations, recommendations, invitedAddresses] as Kind<unknown>[]).map(
          (kind) => listAll(work.services.store, work.scope, kind),
        ),
      ),
    );

  beforeEach(async () => {
    await municipalities('598');
    await set(id, { organisation: org('fi-598').id, email: 'jaakko@sentinel.example', phone: '040 sentinel' });
    await changeOrganisation(
      work,
      'fi-598',
      (now) => now && { ...now, delegate: id, substitute: memberId.parse(external.objectId) },
    );
    await ask(member, 'POST', '/register/own', { type: 'missing', words: 'Sentinel-liikenne' });
    await ask(member, 'POST', '/recommendations', {
      draft: { name: 'Kalle', email: 'kalle@kunta.example' },
      requestId: randomUUID(),
    });
  });

  test('is told to them whole, and nothing of anyone else', async () => {
    const told = await feature.personal?.collect([id], work);
    expect(told).toMatchObject({
      members: [{ email: 'jaakko@sentinel.example', phone: '040 sentinel', organisationName: 'Pietarsaari' }],
      delegateOf: [{ id: 'fi-598' }],
      substituteOf: [],
      missingOrganisation: [{ words: 'Sentinel-liikenne' }],
      recommendationsMade: [{ at: expect.any(String) }],
    });
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${external.objectId}|kalle`, 'i'));
  });

  test('is gone after erasure, from their own documents and from others’; asked again it changes nothing', async () => {
    const other = (await feature.personal?.collect([memberId.parse(external.objectId)], work)) as object;
    const as = mailPerson('erased');
    for (let round = 0; round < 2; round++) await feature.personal?.erase([id], as, work);
    const own = await work.services.store.get(work.scope, members, id);
    await work.services.store.remove(work.scope, members, id); // as whoever erases does at the end
    expect(await everything()).not.toMatch(new RegExp(`sentinel|${id}`, 'i'));
    expect(await feature.personal?.collect([memberId.parse(external.objectId)], work)).toEqual(other);
    expect((await registerNow(work)).organisations.get('fi-598')).toMatchObject({ substitute: external.objectId });
    if (own) await work.services.store.insert(work.scope, members, id, own.value);
  });
});

test('a visit by someone who is only invited can recommend nobody', async () => {
  const routeOf = feature.routes.find(({ endpoint }) => endpoint.path === '/recommendations');
  const visit = await http.app.gate.inApi(NETWORK, member.person, 'fi');
  if (!visit || !routeOf) throw new Error('There is no such route or visit.');
  const asInvited: Visit = { ...visit, actor: { ...visit.actor, isInvited: true } };
  const body = { draft: { name: 'Kalle', email: 'kalle@kunta.example' }, requestId: randomUUID() };
  await expect(routeOf.run({ params: {}, body }, asInvited)).rejects.toThrow();
  expect((await registerNow(work)).members.has(body.requestId as MemberId)).toBe(false);
});
