/** Teams meetings by Microsoft Graph, as events in the calendar of the person who signed in: they are theirs, not the app's. */
import { z } from 'zod';
import { SECOND } from '../core/clock.ts';
import { type Log, type MeetingDraft, MeetingFailure, type Meetings } from '../core/ports.ts';
import { type OnBehalfOptions, onBehalf } from './on-behalf.ts';

export interface MeetingsOptions extends OnBehalfOptions {
  readonly log: Log;
  /** Token and requests of one call end within this, in milliseconds; the tab waits for 30 s. */
  readonly deadline?: number;
}

const DEADLINE = 20 * SECOND;
/** Where an earlier create is looked for: who repeats one has rarely put this many others into their calendar in between. */
const NEWEST = 50;
/** What Graph gives as ids; none that would be another path. */
const ID = /^[\w=+/-]{1,512}$/;
/** The request never left: nothing listens there, or no such host. https://nodejs.org/api/errors.html#common-system-errors */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Of Graph's event, as far as it is read here. Source: learn.microsoft.com, “event resource type”. */
const graphEvent = z.object({
  id: z.string().regex(ID),
  isOnlineMeeting: z.boolean().nullish(),
  transactionId: z.string().nullish(),
  onlineMeeting: z.object({ joinUrl: z.url({ protocol: /^https$/ }).nullish() }).nullish(),
});
type GraphEvent = z.infer<typeof graphEvent>;
const graphEvents = z.object({ value: z.array(graphEvent) });
const graphError = z.object({ error: z.object({ code: z.string().regex(/^[\w.-]{1,80}$/) }) });

interface Answer {
  readonly status: number;
  /** Undefined when it is no JSON. */
  readonly body: unknown;
  /** `Retry-After`, in milliseconds; 0 when there is none. */
  readonly wait: number;
}

/** One request to Graph under `/v1.0/me`, never repeated. Throws MeetingFailure when there is no answer. */
type Ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => Promise<Answer>;

/** Without options, what every server has that no certificate was given to. */
export function createMeetings(options?: MeetingsOptions): Meetings {
  if (!options) {
    const absent = async (): Promise<never> => {
      throw new MeetingFailure('unavailable', 'not-configured');
    };
    return { isConfigured: false, create: absent, update: absent, cancel: absent };
  }
  const { log, graphUrl, deadline = DEADLINE } = options;
  const token = onBehalf(options);

  const during = async <T>(assertion: string, work: (ask: Ask) => Promise<T>): Promise<T> => {
    const signal = AbortSignal.timeout(deadline);
    try {
      const bearer = await before(signal, token(assertion));
      return await work((method, path, body) =>
        request({ url: `${graphUrl}/v1.0/me${path}`, method, bearer, signal }, body),
      );
    } catch (error) {
      if (error instanceof MeetingFailure) log.warn('meeting.failed', { outcome: error.outcome, code: error.code });
      throw error;
    }
  };

  return {
    isConfigured: true,
    create: (assertion, meeting) =>
      during(assertion, async (ask) => {
        const made = await ask('POST', '/events', {
          ...shown(meeting),
          body: { contentType: 'text', content: meeting.description },
          ...(meeting.place === undefined ? {} : { location: { displayName: meeting.place } }),
          isOnlineMeeting: true,
          onlineMeetingProvider: 'teamsForBusiness',
          allowNewTimeProposals: false,
          responseRequested: false,
          transactionId: meeting.requestId,
        });
        if (isDone(made)) return joinable(ask, graphEvent.parse(made.body));
        if (codeOf(made) === 'ErrorDuplicateTransactionId') return earlier(ask, meeting);
        throw failureOf(made);
      }),
    update: (assertion, id, meeting) => during(assertion, (ask) => change(ask, id, meeting)),
    cancel: (assertion, id, comment) =>
      during(assertion, async (ask) => {
        const cancelled = await ask('POST', `${pathOf(id)}/cancel`, { comment });
        if (isDone(cancelled)) return;
        if (cancelled.status !== 400) throw ofMeeting(cancelled);
        // Only what others were invited to can be cancelled with a word; without them it is an appointment to be removed.
        const removed = await ask('DELETE', pathOf(id));
        if (!isDone(removed)) throw ofMeeting(removed);
      }),
  };
}

/**
 * Times in UTC: Graph promises to take only some of the zones' names, and Helsinki is not among them; calendars show them in
 * their reader's own zone. Source: learn.microsoft.com, “dateTimeTimeZone resource type”.
 */
const shown = ({ title, startsAt, endsAt }: MeetingDraft) => ({
  subject: title,
  start: { dateTime: startsAt.replace(/Z$/, ''), timeZone: 'UTC' },
  end: { dateTime: endsAt.replace(/Z$/, ''), timeZone: 'UTC' },
});

/**
 * Everything but the text: Teams keeps its own part in it, and who writes over that ends the meeting.
 * Source: learn.microsoft.com, “Update event”, notes on body and online meetings.
 */
async function change(ask: Ask, id: string, meeting: MeetingDraft): Promise<void> {
  const changed = await ask('PATCH', pathOf(id), { ...shown(meeting), location: { displayName: meeting.place ?? '' } });
  if (!isDone(changed)) throw ofMeeting(changed);
}

/** Teams may take a moment to give the link; in a calendar that can't hold Teams meetings it never comes, and nothing is left there. */
async function joinable(ask: Ask, made: GraphEvent): Promise<{ id: string; joinUrl: string }> {
  const linked = made.onlineMeeting?.joinUrl ? made : await again(ask, made.id);
  const joinUrl = linked.onlineMeeting?.joinUrl;
  if (joinUrl) return { id: made.id, joinUrl };
  if (linked.isOnlineMeeting !== false) throw new MeetingFailure('unavailable', 'no-link-yet');
  await ask('DELETE', pathOf(made.id));
  throw new MeetingFailure('refused', 'no-teams-meetings');
}

async function again(ask: Ask, id: string): Promise<GraphEvent> {
  const found = await ask('GET', `${pathOf(id)}?$select=id,isOnlineMeeting,onlineMeeting`);
  if (!isDone(found)) throw failureOf(found);
  return graphEvent.parse(found.body);
}

/** The same create came before with other words or times: Graph refuses it, so the event of that time is found and changed. */
async function earlier(ask: Ask, meeting: MeetingDraft): Promise<{ id: string; joinUrl: string }> {
  const fields = 'id,transactionId,isOnlineMeeting,onlineMeeting';
  const listed = await ask('GET', `/events?$select=${fields}&$orderby=createdDateTime%20desc&$top=${NEWEST}`);
  if (!isDone(listed)) throw failureOf(listed);
  const found = graphEvents.parse(listed.body).value.find((one) => one.transactionId === meeting.requestId);
  if (!found) throw new MeetingFailure('refused', 'made-and-removed');
  await change(ask, found.id, meeting);
  return joinable(ask, found);
}

const pathOf = (id: string): string => {
  if (!ID.test(id)) throw new MeetingFailure('gone', 'no-id');
  return `/events/${encodeURIComponent(id)}`;
};

interface Wanted {
  readonly url: string;
  readonly method: string;
  readonly bearer: string;
  readonly signal: AbortSignal;
}

async function request({ url, method, bearer, signal }: Wanted, body?: object): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        accept: 'application/json',
        prefer: 'IdType="ImmutableId"', // an id must outlive its move to another folder of the calendar
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal,
    });
    const said = await response.text();
    return { status: response.status, body: jsonOf(said), wait: waitOf(response.headers.get('retry-after')) };
  } catch (error) {
    throw unanswered(error);
  }
}

function unanswered(error: unknown): MeetingFailure {
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: { readonly code?: unknown } };
  if (name === 'TimeoutError') return new MeetingFailure('unknown', 'timeout');
  const code = String(cause?.code ?? 'connection');
  return new MeetingFailure(NEVER_LEFT.has(code) ? 'unavailable' : 'unknown', code);
}

/** What takes longer than the signal allows has done nothing yet. */
async function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const end = (): void => late.reject(new MeetingFailure('unavailable', 'no-token-in-time'));
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300;

const codeOf = ({ status, body }: Answer): string => {
  const said = graphError.safeParse(body);
  return said.success ? said.data.error.code : `http-${status}`;
};

/** Of a request about no certain event. Everything that is not expected here is refused with Graph's code. */
function failureOf(answer: Answer): MeetingFailure {
  const code = codeOf(answer);
  if (answer.status === 401) return new MeetingFailure('signIn', code);
  if (answer.status === 429) return new MeetingFailure('throttled', code, answer.wait);
  if (answer.status >= 500) return new MeetingFailure('unknown', code, answer.wait);
  return new MeetingFailure('refused', code);
}

/** Of a request about one event, which is in the calendar of who made it alone: to anyone else it is not there. */
function ofMeeting(answer: Answer): MeetingFailure {
  const isGone = answer.status === 403 || answer.status === 404 || answer.status === 410;
  return isGone ? new MeetingFailure('gone', codeOf(answer)) : failureOf(answer);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds or a date (RFC 9110 §10.2.3), in milliseconds. */
function waitOf(said: string | null): number {
  if (!said) return 0;
  const milliseconds = /^\d+(\.\d+)?$/.test(said) ? Number(said) * SECOND : Date.parse(said) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, Math.round(milliseconds)) : 0;
}
