/** `/p/{token}`: the personal link's pages, for one person, without sign-in, scripts or cookies; tokens of things lead to `open-pages.ts`. Showing changes nothing; forms do. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { between, type Clock, type Instant, MINUTE } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';
import type { Gate } from '../core/gate.ts';
import { type MailTopic, type Member, mailTopic, members, topicsFor } from '../core/network.ts';
import type { Page, PageOutcome, PageRequest, SentForm } from '../core/page.ts';
import { NotAllowed, Refusal } from '../core/refusal.ts';
import type { Message } from '../core/text.ts';
import type { Actor, Visit, Work } from '../core/turn.ts';
import { FORM_ID, notice, paragraph } from '../pages/kit.ts';
import type { PageFrame } from '../pages/page.ts';
import { startPage } from '../pages/start.ts';
import { text } from '../pages/text.ts';
import { subscribedPage, unsubscribedPage, unsubscribePage } from '../pages/unsubscribe.ts';
import { countUp, MOST_A_TOKEN, MOST_FAILED } from './counter.ts';
import { type HttpRoute, localeAsked, type Reply, type Request } from './exchange.ts';
import { MOST_SENT, openPages } from './open-pages.ts';
import {
  brokenPage,
  draw,
  formOf,
  isFormId,
  LARGEST_PARTS,
  nobody,
  sentence,
  tooMany,
  unread,
} from './page-replies.ts';
import { isOpen, type PersonalLinks, type PersonLink } from './personal-links.ts';

/** What was done is told this long, in milliseconds: a page opened again later must not say that it was done just now. */
const SAID_FOR = 2 * MINUTE;
const TOKEN = /^[\w-]{43}$/;

export interface PersonalOptions {
  readonly links: PersonalLinks;
  readonly gate: Gate;
  readonly features: readonly Feature[];
  readonly clock: Clock;
  /** Stops all letters to a member. */
  readonly unsubscribe: (work: Work, member: PersonLink['member']) => Promise<unknown>;
  /** Letters of these topics again. */
  readonly subscribe: (work: Work, member: PersonLink['member'], topics: readonly MailTopic[]) => Promise<unknown>;
}

/** Someone whose token was opened. */
interface Reader {
  readonly visit: Visit;
  readonly entry: PersonLink;
  readonly token: string;
  readonly asked: PageRequest;
  /** Under the token. */
  readonly path: string;
}

export function personalRoutes(options: PersonalOptions): HttpRoute[] {
  const { links, gate, features, clock } = options;
  const pages = features.flatMap((one) => one.pages ?? []).map((page) => ({ page, match: matcher(page.path) }));
  const open = openPages(options);
  const perToken = countUp(clock);
  const withFiles = countUp(clock);
  const failed = countUp(clock);

  const readerOf = async (
    request: Omit<Request, 'body'>,
    token: string,
    entry: PersonLink,
  ): Promise<Reader | undefined> => {
    if (entry.purpose === 'calendar') return undefined; // calendars are no pages: `calendars.ts`
    const path = request.params['*'] ?? '';
    const visit = await gate.byId(entry.network, entry.member, localeAsked(request));
    if (!visit) return undefined;
    request.learnt.network = visit.network.id;
    request.learnt.locale = visit.actor.locale;
    const to = (page: string): string => `/p/${token}/${encodeURI(page)}`;
    return { visit, entry, token, asked: { params: {}, query: request.query, to }, path };
  };

  const handle = async (request: Request): Promise<Reply> => {
    const { token = '' } = request.params;
    const entry = TOKEN.test(token) ? await links.open(token) : undefined;
    const reply =
      entry && (isOpen(entry) ? await open.answer(request, token, entry) : await answer(request, token, entry));
    if (reply) return reply;
    const locale = localeAsked(request) ?? 'fi';
    return failed('all') > MOST_FAILED ? tooMany(locale) : nobody(locale);
  };

  const answer = async (request: Request, token: string, entry: PersonLink): Promise<Reply | undefined> => {
    const reader = await readerOf(request, token, entry);
    if (!reader) return undefined;
    const { locale } = reader.visit.actor;
    if (perToken(token) > MOST_A_TOKEN) return tooMany(locale);
    const sent = request.method === 'POST' ? await formOf(request) : undefined;
    // Mail programs send their one click as a form with parts, or as they like: the request alone says all (RFC 8058).
    const typed = sent === 415 && reader.entry.purpose === 'unsubscribe' ? { fields: new URLSearchParams() } : sent;
    if (typeof typed === 'number') return unread(typed, locale);
    if (reader.entry.purpose === 'unsubscribe') return unsubscribing(options, reader, typed?.fields);
    return typed ? taken(reader, typed) : shown(reader);
  };

  /** Only who may open a page that takes files sends some; everything else is answered without having read them. */
  const admitParts: NonNullable<HttpRoute['admitParts']> = async (request) => {
    const { token = '' } = request.params;
    const entry = TOKEN.test(token) ? await links.open(token) : undefined;
    if (!entry) return undefined;
    const mostOf = async (link: PersonLink): Promise<number> => {
      const reader = link.purpose === 'unsubscribe' ? undefined : await readerOf(request, token, link);
      return reader && find(reader)?.page.takesFiles ? MOST_SENT : 0;
    };
    const most = isOpen(entry) ? open.withFiles(entry) : await mostOf(entry);
    return most > 0 && withFiles(token) <= most ? { most: LARGEST_PARTS, from: token } : undefined;
  };

  const find = ({
    path,
    visit,
  }: Pick<Reader, 'path' | 'visit'>): { page: Page; params: Record<string, string> } | undefined => {
    for (const { page, match } of pages) {
      const params = match(path);
      if (params && mayOpen(page, visit.actor)) return { page, params };
    }
    return undefined;
  };

  const shown = async (reader: Reader): Promise<Reply> => {
    const { visit, path, asked } = reader;
    const said = readSaid(reader, clock.now());
    if (path === '' && visit.actor.isInvited && !visit.actor.isOutsider) return leadTo(asked.to('join'));
    if (path === '') {
      const all = await visit.services.waiting(visit);
      const waiting = all.filter(({ page }) => find({ path: page.split('?')[0] ?? '', visit }) !== undefined);
      const menu = pages.flatMap(({ page }) =>
        page.menu && mayOpen(page, visit.actor) && (page.isIn?.(visit.network) ?? true)
          ? [{ title: page.menu, page: page.path }]
          : [],
      );
      const of = { name: visit.actor.name, network: visit.network.name, waiting, menu };
      return draw(startPage(of, visit.t, asked.to), { t: visit.t, network: visit.network.name, said });
    }
    const found = find(reader);
    if (!found) return inside(reader, 404, text.noPage, text.noPageBody);
    try {
      return draw(await found.page.show({ ...asked, params: found.params }, visit), { ...frameOf(reader), said });
    } catch (error) {
      return refusal(reader, error, 404);
    }
  };

  const taken = async (reader: Reader, typed: Pick<SentForm, 'fields' | 'files'>): Promise<Reply> => {
    const { asked, visit } = reader;
    const found = find(reader);
    if (!found?.page.take) return inside(reader, 404, text.noPage, text.noPageBody);
    const id = typed.fields.get(FORM_ID) ?? '';
    if (!isFormId(id)) return inside(reader, 422, text.unread, text.unreadBody);
    const sent = { ...asked, params: found.params, ...typed, id };
    try {
      return await after(reader, await found.page.take(sent, visit));
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof NotAllowed || !found.page.refused)
        return refusal(reader, error, 422);
      try {
        const body = await found.page.refused(sent, error, visit);
        const trouble = visit.t(error.problems.length > 0 ? text.toCorrect : text.refused);
        return draw(body, { ...frameOf(reader), trouble }, 422);
      } catch (another) {
        return refusal(reader, another, 404); // what the form is about is not there
      }
    }
  };

  /** The answer to a form is another page, so that going back or reloading sends nothing twice. */
  const after = async (reader: Reader, { goTo, said, farewell }: PageOutcome): Promise<Reply> => {
    const { asked, entry, visit, token } = reader;
    if (farewell) return draw(farewell, { t: visit.t, network: visit.network.name });
    const now = await gate.byId(entry.network, entry.member, visit.actor.locale);
    const words = (now ?? visit).t(said);
    const address = asked.to(goTo);
    return leadTo(`${address}${address.includes('?') ? '&' : '?'}said=${writeSaid(token, goTo, words, clock.now())}`);
  };

  return (['/p/:token', '/p/:token/*'] as const).flatMap((pattern) =>
    (['GET', 'POST'] as const).map(
      (method): HttpRoute => ({
        ...{ method, pattern, handle, failed: brokenPage },
        ...(method === 'POST' ? { admitParts } : {}),
      }),
    ),
  );
}

/** Members open every page; who is invited or from outside those that are for them. */
function mayOpen({ isForInvited, isForOutsiders }: Page, { isInvited, isOutsider }: Actor): boolean {
  if (!isInvited && !isOutsider) return true;
  return (isInvited === true && isForInvited === true) || (isOutsider === true && isForOutsiders === true);
}

// ── Replies ────────────────────────────────────────────────────────────────────────────────────

const frameOf = ({ visit, asked }: Reader): PageFrame => ({
  t: visit.t,
  network: visit.network.name,
  start: asked.to(''),
});

const leadTo = (address: string): Reply => ({
  status: 303,
  headers: { location: address, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' },
});

const inside = (reader: Reader, status: number, title: Message, body: Message): Reply =>
  draw({ title: reader.visit.t(title), body: paragraph(reader.visit.t(body)) }, frameOf(reader), status);

/** A refusal in plain words; anything else is our error and goes on. */
function refusal(reader: Reader, error: unknown, status: number): Reply {
  if (!(error instanceof Refusal)) throw error;
  const { t } = reader.visit;
  const body = notice('bad', t(error.row, error.params));
  return draw({ title: t(text.refused), body }, frameOf(reader), error instanceof NotAllowed ? 403 : status);
}

// ── Requests ───────────────────────────────────────────────────────────────────────────────────

/** Finds the parameters of `polls/{poll}` in a path; undefined when it is another one. */
function matcher(pattern: string): (path: string) => Record<string, string> | undefined {
  const parts = pattern.split('/');
  return (path) => {
    const given = path.replace(/\/$/, '').split('/');
    if (given.length !== parts.length) return undefined;
    const params: Record<string, string> = {};
    for (const [at, part] of parts.entries()) {
      const value = given[at] ?? '';
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined ? part !== value : value === '') return undefined;
      if (name !== undefined) params[name] = value;
    }
    return params;
  };
}

// ── What was done just before ──────────────────────────────────────────────────────────────────

/** Only who holds the token could have written it, so an address can't put words into a page. */
const macOf = (token: string, path: string, payload: string): Buffer =>
  createHmac('sha256', token).update(`said\n${path}\n${payload}`).digest().subarray(0, 16);

function writeSaid(token: string, goTo: string, words: string, now: Instant): string {
  const payload = Buffer.from(JSON.stringify([now, words])).toString('base64url');
  return `${payload}.${macOf(token, goTo.split('?')[0] ?? '', payload).toString('base64url')}`;
}

function readSaid({ token, path, asked }: Reader, now: Instant): string | undefined {
  const [payload = '', given = ''] = (asked.query.get('said') ?? '').split('.');
  const right = macOf(token, path, payload);
  const sent = Buffer.from(given, 'base64url');
  if (sent.length !== right.length || !timingSafeEqual(sent, right)) return undefined;
  const [at, words] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [Instant, string];
  return Math.abs(between(at, now)) < SAID_FOR ? words : undefined;
}

// ── Unsubscribing ──────────────────────────────────────────────────────────────────────────────

/** The page of the link in each letter: one button, and the one-click request of mail programs (RFC 8058). */
async function unsubscribing(
  { unsubscribe, subscribe }: PersonalOptions,
  { visit, entry, path, asked }: Reader,
  fields: URLSearchParams | undefined,
): Promise<Reply> {
  const { t, network, services, scope } = visit;
  const frame: PageFrame = { t, network: network.name };
  const look = { to: asked.to(''), id: services.newId(), network: network.name };
  if (path !== '') return sentence(404, text.noPage, text.noPageBody, visit.actor.locale);
  const before = (await services.store.get(scope, members, entry.member))?.value;
  if (!fields) return draw(isSilent(before) ? unsubscribedPage(look, t, []) : unsubscribePage(look, t), frame);
  if (fields.get('act') === 'subscribe') {
    const topics = fields.getAll('topic').flatMap((one) => mailTopic.safeParse(one).data ?? []);
    await subscribe(visit, entry.member, topics);
    return draw(subscribedPage(look, t), frame);
  }
  await unsubscribe(visit, entry.member);
  return draw(unsubscribedPage(look, t, before ? topicsOf(before) : []), frame);
}

const topicsOf = (of: Member): MailTopic[] =>
  topicsFor(of).filter((topic) => of.mail?.[topic] ?? of.teamsId === undefined);
const isSilent = (of: Member | undefined): boolean => of !== undefined && topicsOf(of).length === 0;
