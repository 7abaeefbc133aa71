/** Answers in the store: sealed or open, one document a person, read back one after the other, and destroyed. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { between, SECOND } from '../../core/clock.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { type Kind, kind } from '../../core/kind.ts';
import { listAll } from '../../core/list-all.ts';
import { AlreadyExists, VersionConflict } from '../../core/ports.ts';
import { noteWritten, recently } from '../../core/recent.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, registerOf } from '../../core/register.ts';
import { activityScope } from '../../core/scope.ts';
import { open, seal, sealedId } from '../../core/seal.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { LONGEST_ANSWER, type Typed } from './answers.ts';
import { forgetSurvey, keyOfSurvey, standingsOf, surveyNow } from './memory.ts';
import {
  isRepeated,
  keepDraft,
  latestOf,
  type Outcome,
  type Response,
  response,
  type Sent,
  type Standing,
  send,
  standingOf,
} from './response.ts';
import { COUNTING_GRACE, countingDue, requireOpen, type Survey } from './survey.ts';
import { text } from './text.ts';

/** Answers that say whose they are. Id: the person's object id. */
export const openAnswers = kind<Response>({ name: 'surveyAnswer', container: 'responses', schema: response });
/** Sealed answers. The id is the HMAC of the person under the survey's key; nothing outside the seal tells who or when. */
export const sealedAnswers = kind({
  name: 'sealedAnswer',
  container: 'responses',
  schema: z.object({ sealed: z.string() }),
});

/** Documents of one reading: twenty long answers fill 128 KB. */
const READ_AT_ONCE = 100;
const REMOVED_AT_ONCE = 50;
/** Clocks of two instances may differ by this much, in milliseconds. */
const CLOCK_SKEW = SECOND;

/** How an answer is stored in this survey, and where this person's is. */
interface Box<T> {
  readonly kind: Kind<T>;
  readonly id: string;
  open(stored: T): Response;
  wrap(of: Response): T;
}

const isSealed = ({ secrecy }: Survey): boolean => secrecy === 'anonymous';

const openBox = (identity: string): Box<Response> => ({
  ...{ kind: openAnswers, id: identity },
  open: (stored) => stored,
  wrap: (of) => of,
});

async function sealedBox(work: Work, survey: Survey, identity: string): Promise<Box<{ sealed: string }>> {
  const key = await keyOfSurvey(work, survey.id);
  if (!key) {
    requireOpen(survey, work.services.clock.now()); // of a closed one it was destroyed, as it should be
    throw new Refusal(text.lostKey);
  }
  const id = sealedId(key, identity);
  return {
    ...{ kind: sealedAnswers, id },
    open: ({ sealed }) => opened(key, id, sealed),
    wrap: (of) => ({ sealed: seal(key, of, identity, roomFor(survey)) }),
  };
}

/** Bytes of everything else than texts; packed, one answer in full and what was changed in it fit into the room of one. */
const ROOM = 2048;
const BYTES_OF_LETTER = 1.2;

/** So much that a long answer is sealed as long as a short one: in an old backup sizes would tell whose the long texts are. */
const roomFor = ({ questions }: Survey): number =>
  ROOM + questions.filter(({ type }) => type === 'text').length * LONGEST_ANSWER * BYTES_OF_LETTER;

function opened(key: Uint8Array, id: string, sealed: string): Response {
  const { identity, value } = open(key, id, sealed);
  const of = response.parse(value);
  if (objectIdOf(of.who) !== identity) throw new Error('A sealed answer is not of the person it is sealed for.');
  return of;
}

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

export interface Kept {
  readonly response: Response;
  readonly outcome: Outcome;
}

/**
 * Sends, changes or (without answers) withdraws what a person answers. A redelivery changes nothing. Refuses when the survey is not open, when
 * the key of an anonymous one is lost, and when writing took so long that counting may have been first.
 */
export const keepAnswers = (work: Work, survey: Survey, sent: Sent): Promise<Kept> =>
  inBox(work, survey, sent.who, (earlier, now) => {
    if (earlier && isRepeated(earlier, sent.delivery)) return { response: earlier, outcome: 'repeated' };
    requireOpen(survey, now);
    const answered = earlier && latestOf(earlier) !== undefined;
    const isWithdrawn = !sent.isAbsent && Object.keys(sent.answers).length === 0;
    return {
      response: send(earlier, sent, now),
      outcome: isWithdrawn ? 'withdrawn' : answered ? 'changed' : 'first',
    };
  });

/** Keeps what a person has typed and not sent. Refuses as `keepAnswers`. */
export const keepTyped = (
  work: Work,
  survey: Survey,
  of: Pick<Sent, 'who' | 'source' | 'cell' | 'delivery'>,
  typed: Typed,
): Promise<Kept> =>
  inBox(work, survey, of.who, (earlier, now) => {
    if (earlier && isRepeated(earlier, of.delivery)) return { response: earlier, outcome: 'repeated' };
    requireOpen(survey, now);
    return { response: keepDraft(earlier, of, typed), outcome: 'changed' };
  });

type Decide = (earlier: Response | undefined, now: Response['sentAt']) => Kept;

async function inBox(work: Work, survey: Survey, who: PersonKey, decide: Decide): Promise<Kept> {
  const identity = await identityIn(work, survey, who);
  return isSealed(survey)
    ? settle(work, survey, await sealedBox(work, survey, identity), decide)
    : settle(work, survey, openBox(identity), decide);
}

/** Who answered by another of their identities goes on with that answer: a human being has one. */
async function identityIn(work: Work, survey: Survey, who: PersonKey): Promise<string> {
  const own = objectIdOf(who);
  const others = identitiesOf(await registerOf(work), own).filter((id) => id !== own);
  for (const id of others) if (await responseOf(work, survey, id)) return id;
  return own;
}

/** Counting waits COUNTING_GRACE for answers on their way; one that took longer is only promised when the survey still runs. */
async function settle<T>(work: Work, survey: Survey, box: Box<T>, decide: Decide): Promise<Kept> {
  const { store, clock } = work.services;
  const begun = clock.now();
  const scope = activityScope(work.scope, survey.id);
  let kept: { now: Kept; earlier: Response | undefined } | undefined;
  await update({ store, scope, kind: box.kind, id: box.id }, (stored) => {
    const earlier = stored && box.open(stored);
    const now = decide(earlier, clock.now());
    // An answer stays with the identity under which it was begun.
    const response = earlier ? { ...now.response, who: earlier.who } : now.response;
    kept = { now: { ...now, response }, earlier };
    return now.outcome === 'repeated' ? stored : box.wrap(response);
  });
  if (!kept) throw new Error('An answer was neither kept nor refused.');
  const { now, earlier } = kept;
  noteWritten(standingsOf(work, survey.id), box.id, standingOf(now.response));
  if (now.outcome === 'repeated' || between(begun, clock.now()) < COUNTING_GRACE - CLOCK_SKEW) return now;
  const present = await surveyNow(work, survey.id);
  if (present.state === 'running' && clock.now() < countingDue(present)) return now;
  await takeBack(
    work,
    survey,
    box,
    now.response,
    present.state === 'running' || !isSealed(survey) ? earlier : undefined,
  );
  throw new Refusal(present.state === 'undone' ? text.unknownSurvey : text.lateAnswer);
}

/** A refused answer does not stay: the earlier one stands, if there was one. A newer one stays. */
async function takeBack<T>(
  work: Work,
  survey: Survey,
  box: Box<T>,
  late: Response,
  earlier: Response | undefined,
): Promise<void> {
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.id);
  const stored = await store.get(scope, box.kind, box.id);
  if (!stored || box.open(stored.value).deliveries.at(-1) !== late.deliveries.at(-1)) return;
  try {
    if (earlier) await store.replace(scope, box.kind, box.id, box.wrap(earlier), stored.version);
    else await store.remove(scope, box.kind, box.id, stored.version);
  } catch (error) {
    if (!(error instanceof VersionConflict || error instanceof AlreadyExists)) throw error;
  }
  standingsOf(work, survey.id).readAt = undefined; // what it holds of this person is read anew
}

// ── Reading ────────────────────────────────────────────────────────────────────────────────────

/** What one identity answered; of an anonymous survey nothing once it is closed or its key is lost. */
export async function responseOf(work: Work, survey: Survey, identity: string): Promise<Response | undefined> {
  const scope = activityScope(work.scope, survey.id);
  if (!isSealed(survey)) return (await work.services.store.get(scope, openAnswers, identity))?.value;
  if (survey.state !== 'running' || !(await keyOfSurvey(work, survey.id))) return undefined;
  const box = await sealedBox(work, survey, identity);
  const found = await work.services.store.get(scope, sealedAnswers, box.id);
  return found && box.open(found.value);
}

/** The person's own answers, by whichever of their identities. */
export async function ownResponse(work: Work, survey: Survey, person: PersonKey): Promise<Response | undefined> {
  const identities = identitiesOf(await registerOf(work), objectIdOf(person));
  const found = await Promise.all(identities.map((id) => responseOf(work, survey, id)));
  return found.find((one) => one !== undefined);
}

/** Every stored answer, drafts and withdrawn ones too, one page after the other: thousands need no more memory than a hundred. Refuses when the key is lost. */
export async function* eachResponse(
  work: Work,
  survey: Survey,
): AsyncGenerator<{ readonly id: string; readonly response: Response }> {
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.id);
  if (!isSealed(survey)) {
    for await (const { id, value } of pages(work, scope, openAnswers)) yield { id, response: value };
    return;
  }
  if (survey.state !== 'running') return;
  const key = await keyOfSurvey(work, survey.id);
  for await (const { id, value } of pages({ services: { store } }, scope, sealedAnswers)) {
    if (!key) throw new Refusal(text.lostKey);
    yield { id, response: opened(key, id, value.sealed) };
  }
}

async function* pages<T>(
  { services: { store } }: { readonly services: Pick<Work['services'], 'store'> },
  scope: ReturnType<typeof activityScope>,
  of: Kind<T>,
): AsyncGenerator<{ readonly id: string; readonly value: T }> {
  let after: string | undefined;
  do {
    const page = await store.list(scope, of, { page: READ_AT_ONCE, ...(after === undefined ? {} : { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

export type Counts = Readonly<Record<Standing, number>>;

/** Reading an answer only to count it is worth it once in so many milliseconds: of thousands what other processes wrote shows within a minute. */
const AGE_EACH = 10;

/** How many have answered and so on, about a second old; own writes of this process are in it. A survey whose key is lost counts everyone as having answered. */
export async function countsOf(work: Work, survey: Survey): Promise<Counts> {
  const counts: Record<Standing, number> = { answered: 0, absent: 0, drafted: 0, withdrawn: 0 };
  if (survey.result) return { ...counts, answered: survey.result.answers, absent: survey.result.absent };
  const { clock } = work.services;
  const known = standingsOf(work, survey.id);
  const isYoung = known.readAt && Math.abs(between(known.readAt, clock.now())) < known.found.size * AGE_EACH;
  const found = isYoung ? known.found : await recently(known, clock, () => readStandings(work, survey));
  for (const standing of found.values()) counts[standing] += 1;
  return counts;
}

/** The same read anew, for what is decided. */
export async function countsNow(work: Work, survey: Survey): Promise<Counts> {
  standingsOf(work, survey.id).readAt = undefined;
  return countsOf(work, survey);
}

async function readStandings(work: Work, survey: Survey): Promise<(readonly [string, Standing])[]> {
  const isLost = isSealed(survey) && survey.state === 'running' && !(await keyOfSurvey(work, survey.id));
  if (isLost) {
    const all = await listAll(work.services.store, activityScope(work.scope, survey.id), sealedAnswers);
    return all.map(({ id }) => [id, 'answered']);
  }
  const found: (readonly [string, Standing])[] = [];
  for await (const { id, response: of } of eachResponse(work, survey)) found.push([id, standingOf(of)]);
  return found;
}

/** Makes ids of published texts: the same for the same words of the same person, and telling nothing without the survey's key. */
export async function textIds(
  work: Work,
  survey: Survey,
): Promise<(person: string, question: string, words: string) => string> {
  const key = isSealed(survey) ? await keyOfSurvey(work, survey.id) : new TextEncoder().encode(survey.id);
  if (!key) throw new Refusal(text.lostKey);
  return (person, question, words) =>
    createHmac('sha256', key).update(`text\n${person}\n${question}\n${words}`).digest('hex').slice(0, 32);
}

// ── Erasing and destroying ─────────────────────────────────────────────────────────────────────

/** Puts what is left of a person's answers in the place of theirs, under somebody who is nobody; undefined only takes them away. Can be repeated. */
export async function moveResponse(
  work: Work,
  survey: Survey,
  from: readonly string[],
  to: Response | undefined,
): Promise<void> {
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.id);
  if (!isSealed(survey)) {
    if (to) await store.upsert(scope, openAnswers, objectIdOf(to.who), to);
    for (const id of from) await store.remove(scope, openAnswers, id);
    return;
  }
  if (to) {
    const box = await sealedBox(work, survey, objectIdOf(to.who));
    await store.upsert(scope, sealedAnswers, box.id, box.wrap(to));
  }
  for (const id of from) await store.remove(scope, sealedAnswers, (await sealedBox(work, survey, id)).id);
}

/** After this nobody can connect an answer with a person: sealed answers, the key, and what files and memory still held of them are gone. Idempotent. */
export async function destroyAnswers(work: Work, survey: ActivityId): Promise<void> {
  const { store, keys } = work.services;
  const scope = activityScope(work.scope, survey);
  for (;;) {
    const { items } = await store.list(scope, sealedAnswers, { page: REMOVED_AT_ONCE });
    if (items.length === 0) break;
    await Promise.all(items.map(({ id }) => store.remove(scope, sealedAnswers, id)));
  }
  await keys.destroy(work.network.id, survey);
  forgetSurvey(work, survey);
  await store.scrub();
}
