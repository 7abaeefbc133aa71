/** Meetings on a person's own behalf: the real credential of TeamsFx and our client, against login and Graph on loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import type { MeetingDraft, Meetings } from '../../bot/core/ports.ts';
import { createMeetings, type MeetingsOptions } from '../../bot/graph/meetings.ts';
import { type FakeLog, fakeLog } from '../fakes/fake-log.ts';
import { type Answered, type GraphCloud, LOGIN, startGraphCloud } from '../fakes/graph-cloud.ts';
import { startTabIssuer, TAB_APP_ID, type TabIssuer } from '../fakes/tab-issuer.ts';

const KAISA = { tenant: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee', objectId: '00000000-0000-4000-8000-000000000001' };
const OTTO = { tenant: 'cccccccc-bbbb-4ccc-8ddd-eeeeeeeeeeee', objectId: '00000000-0000-4000-8000-000000000002' };
const webinar: MeetingDraft = {
  requestId: 'event-1',
  title: 'Tulvariskit & hulevedet',
  description: 'Ensin <esittelyt>.\nSitten keskustelu.',
  startsAt: toInstant('2026-10-26T07:00:00.000Z'),
  endsAt: toInstant('2026-10-26T08:00:00.000Z'),
  place: 'Kaupungintalo, sali 2',
};

let issuer: TabIssuer;
let cloud: GraphCloud;
let log: FakeLog;
let meetings: Meetings;
let kaisa: string;

const open = (more: Partial<MeetingsOptions> = {}): Meetings =>
  createMeetings({
    ...{ appId: TAB_APP_ID, certificate: cloud.certificate, loginAuthority: LOGIN, graphUrl: cloud.graphUrl, log },
    ...more,
  });
const paths = (): string[] => cloud.requests.map(({ method, path }) => `${method} ${path}`);
const saying = (answered: Answered): void => {
  cloud.answer = () => {
    cloud.answer = () => undefined;
    return answered;
  };
};

beforeAll(async () => {
  issuer = await startTabIssuer();
});
afterAll(() => issuer.close());
beforeEach(async () => {
  cloud = await startGraphCloud();
  log = fakeLog();
  meetings = open();
  kaisa = await issuer.sign(KAISA);
});
afterEach(() => cloud.close());

describe('a meeting is created', () => {
  test('as a Teams meeting in the calendar of who signed in, at the same moment in any zone', async () => {
    const made = await meetings.create(kaisa, webinar);
    expect([...cloud.events.keys()]).toEqual([made.id]);
    expect(made.joinUrl).toBe(`https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(made.id)}`);
    expect(cloud.requests).toEqual([
      {
        method: 'POST',
        path: '/v1.0/me/events',
        person: KAISA.objectId,
        prefer: 'IdType="ImmutableId"',
        body: {
          subject: 'Tulvariskit & hulevedet',
          body: { contentType: 'text', content: 'Ensin <esittelyt>.\nSitten keskustelu.' },
          start: { dateTime: '2026-10-26T07:00:00.000', timeZone: 'UTC' },
          end: { dateTime: '2026-10-26T08:00:00.000', timeZone: 'UTC' },
          location: { displayName: 'Kaupungintalo, sali 2' },
          isOnlineMeeting: true,
          onlineMeetingProvider: 'teamsForBusiness',
          allowNewTimeProposals: false,
          responseRequested: false,
          transactionId: 'event-1',
        },
      },
    ]);
  });

  test('by a token that is asked for in the person’s own tenant, for calendars alone, with the certificate', async () => {
    const otto = await issuer.sign(OTTO);
    await meetings.create(kaisa, webinar);
    await meetings.create(otto, webinar);
    expect(cloud.grants.map(({ tenant, form }) => [tenant, form.assertion])).toEqual([
      [KAISA.tenant, kaisa],
      [OTTO.tenant, otto],
    ]);
    const form = cloud.grants[0]?.form;
    expect(String(form?.scope).split(' ').sort()).toEqual(
      [`${cloud.graphUrl}/Calendars.ReadWrite`, 'offline_access', 'openid', 'profile'].sort(),
    );
    expect(form).not.toHaveProperty('client_secret');
    expect([...cloud.hosts]).toEqual([new URL(LOGIN).hostname]);
    expect([...cloud.events.values()].map(({ person }) => person)).toEqual([KAISA.objectId, OTTO.objectId]);
  });

  test('once, however often the same request comes', async () => {
    const first = await meetings.create(kaisa, webinar);
    expect(await meetings.create(kaisa, webinar)).toEqual(first);
    expect(cloud.events.size).toBe(1);
  });

  test('once, when the request comes again with other words: the meeting gets them', async () => {
    const first = await meetings.create(kaisa, webinar);
    await meetings.create(kaisa, { ...webinar, requestId: 'event-2' });
    expect(await meetings.create(kaisa, { ...webinar, title: 'Tulvariskit' })).toEqual(first);
    expect([...cloud.events.values()].map(({ fields }) => fields.subject)).toEqual([
      'Tulvariskit',
      'Tulvariskit & hulevedet',
    ]);
  });

  test('once, when the answer was cut off and the request repeated', async () => {
    saying('cutAfterwards');
    await expect(meetings.create(kaisa, webinar)).rejects.toMatchObject({ outcome: 'unknown' });
    await meetings.create(kaisa, webinar);
    expect(cloud.events.size).toBe(1);
  });

  test('with the link that Teams gives a moment later', async () => {
    cloud.links = 'later';
    expect((await meetings.create(kaisa, webinar)).joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
    expect(paths()).toEqual([
      'POST /v1.0/me/events',
      'GET /v1.0/me/events/AAMk%2F1%2Bx_-%3D%3D?$select=id,isOnlineMeeting,onlineMeeting',
    ]);
  });

  test('or not at all in a calendar without Teams, where nothing is left', async () => {
    cloud.links = 'never';
    await expect(meetings.create(kaisa, webinar)).rejects.toMatchObject({
      outcome: 'refused',
      code: 'no-teams-meetings',
    });
    expect(cloud.events.size).toBe(0);
  });

  test('never with an address that is not https', async () => {
    saying({
      status: 201,
      body: { id: 'AAMk1', isOnlineMeeting: true, onlineMeeting: { joinUrl: 'javascript:alert(1)' } },
    });
    await expect(meetings.create(kaisa, webinar)).rejects.toThrow();
  });
});

describe('a meeting is changed', () => {
  test('in its title, times and place, and never in its text, of which a part is Teams’ own', async () => {
    const { id } = await meetings.create(kaisa, webinar);
    await meetings.update(kaisa, id, {
      ...webinar,
      title: 'Tulvat',
      startsAt: toInstant('2026-10-27T07:00:00.000Z'),
      endsAt: toInstant('2026-10-27T09:00:00.000Z'),
    });
    expect(cloud.requests.at(-1)).toMatchObject({ method: 'PATCH', path: '/v1.0/me/events/AAMk%2F1%2Bx_-%3D%3D' });
    expect(cloud.requests.at(-1)?.body).toEqual({
      subject: 'Tulvat',
      start: { dateTime: '2026-10-27T07:00:00.000', timeZone: 'UTC' },
      end: { dateTime: '2026-10-27T09:00:00.000', timeZone: 'UTC' },
      location: { displayName: 'Kaupungintalo, sali 2' },
    });
  });

  test('and loses its place when the event has none', async () => {
    const { id } = await meetings.create(kaisa, webinar);
    const { place: _, ...online } = webinar;
    await meetings.update(kaisa, id, online);
    expect(cloud.events.get(id)?.fields.location).toEqual({ displayName: '' });
  });

  test.each([403, 404, 410])('or is gone: %i', async (status) => {
    const { id } = await meetings.create(kaisa, webinar);
    saying({ status, body: { error: { code: 'ErrorItemNotFound' } } });
    await expect(meetings.update(kaisa, id, webinar)).rejects.toMatchObject({
      outcome: 'gone',
      code: 'ErrorItemNotFound',
    });
  });

  test('by nobody but who made it: to another it is gone', async () => {
    const { id } = await meetings.create(kaisa, webinar);
    const otto = await issuer.sign(OTTO);
    await expect(meetings.update(otto, id, { ...webinar, title: 'Kaapattu' })).rejects.toMatchObject({
      outcome: 'gone',
    });
    await expect(meetings.cancel(otto, id, '')).rejects.toMatchObject({ outcome: 'gone' });
    expect(cloud.events.get(id)?.fields.subject).toBe(webinar.title);
  });

  test.each(['', '.', '..', '../messages', '..%2Fmessages', 'a?b', 'a\nb'])(
    'never under an id that would be another path: %j',
    async (id) => {
      await expect(meetings.update(kaisa, id, webinar)).rejects.toMatchObject({ outcome: 'gone' });
      await expect(meetings.cancel(kaisa, id, '')).rejects.toMatchObject({ outcome: 'gone' });
      expect(cloud.requests).toEqual([]);
    },
  );
});

describe('a meeting is cancelled', () => {
  test('with the reason, when the person has invited others to it', async () => {
    const { id } = await meetings.create(kaisa, webinar);
    const kept = cloud.events.get(id);
    if (kept) kept.fields = { ...kept.fields, attendees: [{}] };
    await meetings.cancel(kaisa, id, 'Puhuja sairastui.');
    expect(cloud.requests.at(-1)).toMatchObject({
      path: '/v1.0/me/events/AAMk%2F1%2Bx_-%3D%3D/cancel',
      body: { comment: 'Puhuja sairastui.' },
    });
    expect(cloud.events.size).toBe(0);
  });

  test('by removal, when nobody was invited; the second time it is gone', async () => {
    const { id } = await meetings.create(kaisa, webinar);
    await meetings.cancel(kaisa, id, '');
    expect(cloud.events.size).toBe(0);
    await expect(meetings.cancel(kaisa, id, '')).rejects.toMatchObject({ outcome: 'gone' });
  });
});

describe('what went wrong is told by its outcome', () => {
  const refusals: readonly (readonly [string, string, string, string, string])[] = [
    ['nobody has agreed yet', 'consent', 'AADSTS65001', 'invalid_grant', 'consent_required'],
    ['only an administrator may agree', 'consent', 'AADSTS90094', 'invalid_grant', ''],
    ['the tenant wants a second factor', 'signIn', 'AADSTS50076', 'interaction_required', 'basic_action'],
    ['the sign-in is too old', 'signIn', 'AADSTS500133', 'invalid_grant', ''],
    ['the certificate is not the application’s', 'unavailable', 'AADSTS700027', 'invalid_client', ''],
  ];
  test.each(refusals)('%s: %s', async (_, outcome, code, error, suberror) => {
    cloud.refuse = () => ({
      error,
      error_description: `${code}: Something about ${KAISA.objectId}.`,
      suberror,
    });
    await expect(meetings.create(kaisa, webinar)).rejects.toMatchObject({ name: 'MeetingFailure', outcome, code });
    expect(cloud.requests).toEqual([]);
  });

  test('a sign-in that has ended is not taken by login: signIn', async () => {
    const ended = await issuer.sign(KAISA, { claims: { exp: Math.floor(Date.now() / 1000) - 30 } });
    await expect(meetings.create(ended, webinar)).rejects.toMatchObject({ outcome: 'signIn', code: 'AADSTS500133' });
  });

  const answers: readonly (readonly [string, Answered, object])[] = [
    ['429 with seconds', { status: 429, headers: { 'retry-after': '7' } }, { outcome: 'throttled', retryAfter: 7000 }],
    ['429 without a time', { status: 429 }, { outcome: 'throttled', code: 'http-429', retryAfter: 0 }],
    [
      '503',
      { status: 503, headers: { 'retry-after': '2' } },
      { outcome: 'unknown', code: 'http-503', retryAfter: 2000 },
    ],
    ['500', { status: 500, body: { error: { code: 'ErrorInternal' } } }, { outcome: 'unknown', code: 'ErrorInternal' }],
    ['a cut connection', 'cut', { outcome: 'unknown' }],
    ['401', { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } }, { outcome: 'signIn' }],
    [
      'a guest’s calendar',
      { status: 404, body: { error: { code: 'MailboxNotEnabledForRESTAPI' } } },
      { outcome: 'refused' },
    ],
    ['403', { status: 403, body: { error: { code: 'ErrorAccessDenied' } } }, { outcome: 'refused' }],
    ['400 with words as its code', { status: 400, body: { error: { code: 'Kaisa K., no' } } }, { code: 'http-400' }],
  ];
  test.each(answers)('Graph answers a create with %s', async (_, answered, expected) => {
    saying(answered);
    await expect(meetings.create(kaisa, webinar)).rejects.toMatchObject({ name: 'MeetingFailure', ...expected });
    expect(paths()).toEqual(['POST /v1.0/me/events']);
  });

  test('429 with a date waits until then', async () => {
    saying({ status: 429, headers: { 'retry-after': new Date(Date.now() + 90_000).toUTCString() } });
    const failed = await meetings.create(kaisa, webinar).catch((error: unknown) => error);
    expect(failed).toMatchObject({ outcome: 'throttled' });
    expect((failed as { retryAfter: number }).retryAfter).toBeGreaterThan(60_000);
  });

  test('Graph does not answer in time: unknown', async () => {
    await meetings.create(kaisa, { ...webinar, requestId: 'event-0' }); // the SDK is read by now
    cloud.answer = () => 'never';
    await expect(open({ deadline: 500 }).create(kaisa, webinar)).rejects.toMatchObject({
      outcome: 'unknown',
      code: 'timeout',
    });
  });

  test('login does not answer in time: nothing was done', async () => {
    cloud.refuse = () => 'never';
    await expect(open({ deadline: 500 }).create(kaisa, webinar)).rejects.toMatchObject({
      outcome: 'unavailable',
      code: 'no-token-in-time',
    });
    expect(cloud.requests).toEqual([]);
  });

  test('Graph is not there: nothing was done', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const graphUrl = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
    await new Promise<void>((done) => gone.close(() => done()));
    const { graphUrl: before } = cloud;
    Object.assign(cloud, { graphUrl }); // login gives tokens for it
    await expect(open().create(kaisa, webinar)).rejects.toMatchObject({ outcome: 'unavailable', code: 'ECONNREFUSED' });
    Object.assign(cloud, { graphUrl: before });
  });

  test('and in the log by outcome and code alone', async () => {
    cloud.refuse = () => ({ error: 'invalid_grant', error_description: `AADSTS65001: ${KAISA.objectId} ${kaisa}` });
    await expect(meetings.create(kaisa, webinar)).rejects.toThrow();
    expect(log.events.map(({ event, fields }) => [event, fields])).toEqual([
      ['meeting.failed', { outcome: 'consent', code: 'AADSTS65001' }],
    ]);
  });
});

describe('without a certificate', () => {
  test('nothing is configured, and every call says so', async () => {
    const absent = createMeetings();
    expect(absent.isConfigured).toBe(false);
    expect(meetings.isConfigured).toBe(true);
    const outcome = { outcome: 'unavailable', code: 'not-configured' };
    await expect(absent.create(kaisa, webinar)).rejects.toMatchObject(outcome);
    await expect(absent.update(kaisa, 'AAMk1', webinar)).rejects.toMatchObject(outcome);
    await expect(absent.cancel(kaisa, 'AAMk1', '')).rejects.toMatchObject(outcome);
  });

  test.each([
    [false, ''],
    [true, 'with a certificate'],
  ])('TeamsFx is read: %s %s', async (expected) => {
    const certificate = expected ? cloud.certificate : undefined;
    const folder = await mkdtemp(join(tmpdir(), 'meetings-'));
    const script = `
      import { createRequire } from 'node:module';
      import { createApp } from './bot/app.ts';
      import { loadConfig } from './bot/config.ts';
      const app = await createApp(loadConfig(process.env));
      const isRead = () => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('@microsoft/teamsfx'));
      const atStart = isRead();
      const code = await app.services.meetings.create(process.env.ASSERTION, {}).catch((error) => error.code);
      console.log(JSON.stringify({ atStart, afterwards: isRead(), code }));
      await app.close();
      process.exit();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        ...{
          PATH: process.env.PATH,
          LOG_LEVEL: 'silent',
          DATA_DIR: folder,
        },
        ...{ PUBLIC_URL: 'https://verkosto.example.fi', BOT_ID: TAB_APP_ID, BOT_TENANT_ID: TAB_APP_ID, TAB_APP_ID },
        ASSERTION: 'no token',
        ...(certificate === undefined ? {} : { TAB_APP_CERTIFICATE: certificate }),
      },
    });
    const ended = once(child, 'close');
    const [said, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
    await ended;
    await rm(folder, { recursive: true, force: true });
    expect({ errors, said: JSON.parse(said) }).toEqual({
      errors: '',
      said: { atStart: false, afterwards: expected, code: expected ? 'no-token' : 'not-configured' },
    });
  });
});
