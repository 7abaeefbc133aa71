/** What is done with statements: load, decide by `statement.ts`, save, and set going what follows. */
import { createHash } from 'node:crypto';
import { asCoordinator, coordinates } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, type Instant, plus, SECOND } from '../../core/clock.ts';
import type { Facts, Span } from '../../core/facts.ts';
import type { HandoverItem } from '../../core/feature.ts';
import { type ActivityId, activityId, objectIdOf, type PersonKey, type PostId, postId } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { isOneOf, type MemberId, memberIdOf, type OrganisationId, organisationId } from '../../core/network.ts';
import { notify } from '../../core/notify.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import {
  currentPeople,
  getsMail,
  identitiesOf,
  mainOf,
  organisationOf,
  presentOrganisation,
  registerNow,
} from '../../core/register.ts';
import { activityScope } from '../../core/scope.ts';
import { translator } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { bankItemOf } from './export.ts';
import {
  allStatements,
  changeStatementNow,
  commentsOf,
  findStatement,
  joinsOf,
  rememberStatement,
  statementNow,
} from './memory.ts';
import { joinedOf, requireMember, visibleStatement } from './shown.ts';
import {
  change,
  type DraftFrame,
  deadlineFor,
  finish,
  isShown,
  type Join,
  MOST_COMMENTS,
  makeComment,
  makeStatement,
  newest,
  openComments,
  openJoining,
  readComment,
  readLine,
  remindAt,
  requireComments,
  requireJoins,
  requireUnfinished,
  type Signatory,
  type Statement,
  type StatementComment,
  type StatementDraft,
  statementComments,
  statementJoins,
  statements,
  takesComments,
  takesJoins,
  withdraw,
} from './statement.ts';
import { text } from './text.ts';

/** What follows a change is set going by the request, and by the job only if that was cut off. */
const SAFETY_NET = 10 * SECOND;
/** Letters about a statement that is open go under the choice of bulletins: both are the network speaking to its members. */
const TOPIC = 'bulletins';

const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same statement. */
const statementIdOf = (by: PersonKey, form: string): ActivityId => activityId.parse(`st${shortHash(by, form)}`);
const commentIdOf = (by: PersonKey, form: string): ActivityId => activityId.parse(`sc${shortHash(by, form)}`);
const cardOf = (id: ActivityId): PostId => postId.parse(`${id}-card`);
/** A round of joining: opened anew after more comments, it is another. */
const joiningRound = ({ joiningAt }: Pick<Statement, 'joiningAt'>): string => String(Date.parse(joiningAt ?? ''));

export const draftFrame = ({ services, network }: Work): DraftFrame => ({
  now: services.clock.now(),
  zone: network.zone,
});

// ── What coordinators do ───────────────────────────────────────────────────────────────────────

/** Puts a draft aside, which members don't see. The same `form` makes one. Refuses with all problems. */
export async function createStatement(visit: Visit, draft: StatementDraft, form: string): Promise<Statement> {
  await asCoordinator(visit);
  const { store } = visit.services;
  const by = visit.actor.person;
  const id = statementIdOf(by, form);
  const earlier = await findStatement(visit, id);
  if (earlier) return earlier;
  const made = makeStatement(draft, { id, post: cardOf(id), by, ...draftFrame(visit) });
  try {
    await store.insert(visit.scope, statements, id, made);
    rememberStatement(visit, made, made.createdAt);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  await audit(visit, 'statements.create', id, made.createdAt);
  return statementNow(visit, id);
}

/** New wording and details. `edits`: of the statement that the form was opened with. */
export async function changeStatement(
  visit: Visit,
  id: ActivityId,
  draft: StatementDraft,
  edits: number,
): Promise<Statement> {
  await asCoordinator(visit);
  const by = visit.actor.person;
  return changed(visit, id, 'statements.change', (of) => change(of, draft, { by, edits, ...draftFrame(visit) }));
}

interface Deadline {
  readonly on: string;
  readonly at: string;
}

/** Members see it and comment on it until a time: as typed, else as it stands, else two weeks. */
export async function openForComments(visit: Visit, id: ActivityId, typed: Deadline): Promise<Statement> {
  await asCoordinator(visit);
  const frame = draftFrame(visit);
  return changed(visit, id, 'statements.open', (of) =>
    openComments(of, deadlineFor('commentsUntilOn', typed, frame, of.commentsUntil), frame.now),
  );
}

/** Organisations join until a time: as typed, else as it stands, else two weeks. */
export async function openForJoining(visit: Visit, id: ActivityId, typed: Deadline): Promise<Statement> {
  await asCoordinator(visit);
  const frame = draftFrame(visit);
  return changed(visit, id, 'statements.joining', (of) =>
    openJoining(of, deadlineFor('joinUntilOn', typed, frame, of.joinUntil), frame.now),
  );
}

/** The text is final with who has joined, and goes into the material bank as a document. */
export async function finishStatement(visit: Visit, id: ActivityId): Promise<Statement> {
  await asCoordinator(visit);
  const register = await registerNow(visit);
  const { joinings } = await statementNow(visit, id);
  const joins = await joinsOf(visit, id);
  const now = visit.services.clock.now();
  const of = await changed(visit, id, 'statements.final', (found) => {
    // who joined or left since they were read was told that it counts
    if (found.state !== 'final' && found.joinings !== joinings) throw new Refusal(text.joinedMeanwhile);
    const signatories = joinedOf(register, found, joins)
      .filter(({ isAskedAgain }) => !isAskedAgain)
      .map(
        ({ organisation, names, join: { note } }): Signatory => ({
          ...{ id: organisation, names },
          ...(note === undefined ? {} : { note }),
        }),
      );
    return finish(found, signatories, visit.actor.person, now);
  });
  return of.bankItem === undefined ? bankStatement(visit, of.id) : of;
}

/** The final text into the material bank, once: also when finishing was cut off before it. */
export async function bankStatement(visit: Visit, id: ActivityId): Promise<Statement> {
  await asCoordinator(visit);
  const of = await statementNow(visit, id);
  if (of.state !== 'final') throw new Refusal(text.notFinalYet);
  if (of.bankItem !== undefined) return of;
  const t = translator(visit.channelT.locales[0] ?? 'fi');
  const item = await visit.services.addToBank(await bankItemOf(visit, of, t), visit);
  await audit(visit, 'statements.bank', id);
  return changeStatementNow(visit, id, (found) => ({ ...found, bankItem: found.bankItem ?? item }));
}

/** Nothing becomes of it: the card goes, members see it no more. */
export async function withdrawStatement(visit: Visit, id: ActivityId): Promise<Statement> {
  await asCoordinator(visit);
  const now = visit.services.clock.now();
  return changed(visit, id, 'statements.withdraw', (of) => withdraw(of, now));
}

/** Posts the shared card again when it is unknown whether it reached the channel, or it failed. */
export async function repostStatement(visit: Visit, id: ActivityId): Promise<Statement> {
  await asCoordinator(visit);
  const of = await statementNow(visit, id);
  await visit.services.posts.again(visit.network.id, of.post);
  await audit(visit, 'statements.repost', id);
  return of;
}

/** Changes it, writes that down and sets going what follows; a crash in between is mended by the job. */
async function changed(
  visit: Visit,
  id: ActivityId,
  act: string,
  to: (of: Statement) => Statement,
): Promise<Statement> {
  const { jobs, clock } = visit.services;
  to(await statementNow(visit, id)); // what is refused schedules nothing
  await jobs.schedule({
    ...{ kind: 'statements.follow', network: visit.network.id, key: id, due: plus(clock.now(), SAFETY_NET) },
  });
  const of = await changeStatementNow(visit, id, to);
  await audit(visit, act, id);
  await follow(visit, of);
  return of;
}

// ── What follows ───────────────────────────────────────────────────────────────────────────────

/** The job after a change whose request may have been cut off. */
export async function followStatement(work: Work, id: string): Promise<void> {
  const of = await findStatement(work, id as ActivityId);
  if (of) await follow(work, of);
}

/** Everything that the channel and people are told of its present state. Idempotent: each post and job is there once. */
async function follow(work: Work, of: Statement): Promise<void> {
  const { posts } = work.services;
  const network = work.network.id;
  if (of.state === 'draft') return;
  if (of.state === 'withdrawn') {
    if (of.openedAt !== undefined) await posts.remove(network, of.post);
    return;
  }
  const post = (id: PostId, drawing: string, subject: string, to: { channel: true } | { thread: PostId }) =>
    posts.publish({ id, network, drawing, subject, to });
  await post(of.post, 'statements.statement', of.id, { channel: true });
  const inThread = (what: string, drawing: string, subject: string): Promise<void> =>
    post(postId.parse(`${of.id}-${what}`), drawing, subject, { thread: of.post });
  const { n } = newest(of);
  if (n > 1) await inThread(`version-${n}`, 'statements.version', `${of.id}|${n}`);
  if (of.state === 'joining') await inThread(`joining-${joiningRound(of)}`, 'statements.joining', of.id);
  if (of.state === 'final') await inThread('final', 'statements.final', of.id);
  await posts.refresh(network, of.post);
  await scheduleFor(work, of);
}

async function scheduleFor(work: Work, of: Statement): Promise<void> {
  const { jobs, clock } = work.services;
  const now = clock.now();
  const schedule = (kind: string, key: string, due: Instant): Promise<void> =>
    jobs.schedule({ kind, network: work.network.id, key: `${of.id}|${key}`, due });
  const remind = async (step: 'comments' | 'joining', until: Instant | undefined): Promise<void> => {
    const at = remindAt(of, step);
    if (at !== undefined && at > now) await schedule('statements.remind', `${step}|${until}`, at);
  };
  if (of.state === 'commenting') {
    await remind('comments', of.commentsUntil);
    await schedule('statements.mail', 'open', of.openedAt ?? now);
  }
  if (of.state === 'joining') {
    await remind('joining', of.joinUntil);
    await schedule('statements.mail', `joining-${joiningRound(of)}`, of.joiningAt ?? now);
  }
  if (of.state === 'final') await schedule('statements.mail', 'final', of.final?.at ?? now);
  else if (of.joinsFrom > 1) await schedule('statements.mail', `again-${of.joinsFrom}`, versionAt(of, of.joinsFrom));
}

const versionAt = (of: Statement, n: number): Instant => of.versions.find((one) => one.n === n)?.at ?? of.createdAt;

/** The job two days before a deadline: one message in the card's thread. A deadline that was moved has another job. */
export async function remindOfStatement(work: Work, key: string): Promise<void> {
  const [id = '', step, until] = key.split('|');
  if (!isOn(work.network, 'statements')) return;
  const of = await findStatement(work, id as ActivityId);
  const now = work.services.clock.now();
  if (!of?.reminds) return;
  const isMeant =
    step === 'comments'
      ? takesComments(of, now) && of.commentsUntil === until
      : takesJoins(of, now) && of.joinUntil === until;
  if (!isMeant) return;
  await work.services.posts.publish({
    id: postId.parse(`${of.id}-remind-${step}-${Date.parse(until ?? '')}`),
    ...{ network: work.network.id, drawing: 'statements.reminder', subject: `${of.id}|${step}|${until}` },
    to: { thread: of.post },
  });
}

/** How late letters about something open are still worth sending. */
export const LATEST_MAIL = 3 * DAY;

/** The job that writes to people: to whom mail reaches that it is open, to who took part that it is final or has changed. One letter each, also when it runs again. */
export async function mailStatement(work: Work, key: string): Promise<void> {
  const [id = '', what = ''] = key.split('|');
  if (!isOn(work.network, 'statements')) return;
  const of = await findStatement(work, id as ActivityId);
  if (!of) return;
  const now = work.services.clock.now();
  if (what === 'open' && takesComments(of, now)) return toAll(work, of, what, 'statements.open');
  if (what === `joining-${joiningRound(of)}` && takesJoins(of, now)) return toAll(work, of, what, 'statements.join');
  const people = what === 'final' ? await whoTookPart(work, of) : await whoIsAskedAgain(work, of);
  const isMeant = what === 'final' ? of.state === 'final' : what === `again-${of.joinsFrom}` && of.state !== 'final';
  if (!isMeant || !isShown(of)) return;
  const register = await registerNow(work);
  const drawing = what === 'final' ? 'statements.ready' : 'statements.again';
  for (const who of new Set(people.map((one) => mainOf(register, one) as MemberId))) {
    const subject = what === 'final' ? of.id : `${of.id}|${of.joinsFrom}`;
    await notify(work, register, who, {
      ...{ id: `${of.id}-${what}`, subject, letter: drawing, direct: `${drawing}Direct`, topic: TOPIC },
      ...{ urgency: 'nudge', isOwn: true },
    });
  }
}

async function toAll(work: Work, of: Statement, what: string, drawing: string): Promise<void> {
  const register = await registerNow(work);
  for (const { person } of currentPeople(register)) {
    const to = memberIdOf(person);
    if (!getsMail(register, to, TOPIC)) continue;
    await work.services.letters.send({
      ...{ id: `${of.id}-${what}-${to}`, network: work.network.id, to, drawing, subject: of.id },
      ...{ topic: TOPIC, urgency: 'nudge' },
    });
  }
}

async function whoTookPart(work: Work, of: Statement): Promise<MemberId[]> {
  const [comments, joins] = await Promise.all([commentsOf(work, of.id), joinsOf(work, of.id)]);
  return [...comments, ...joins.filter(({ reason }) => reason === undefined)].map(({ by }) => memberIdOf(by));
}

const whoIsAskedAgain = async (work: Work, of: Statement): Promise<MemberId[]> =>
  (await joinsOf(work, of.id))
    .filter(({ version, reason }) => version < of.joinsFrom && reason === undefined)
    .map(({ by }) => memberIdOf(by));

// ── Comments ───────────────────────────────────────────────────────────────────────────────────

export interface NewComment {
  /** Absent: on the whole. */
  readonly paragraph?: string | undefined;
  readonly text: string;
  readonly requestId: string;
}

/** The actor's comment; the same request comments once. */
export async function addComment(visit: Visit, id: ActivityId, sent: NewComment): Promise<StatementComment> {
  const of = await visibleStatement(visit, id);
  const { store, clock, posts } = visit.services;
  const by = visit.actor.person;
  const scope = activityScope(visit.scope, id);
  const comment = commentIdOf(by, `${id}\n${sent.requestId}`);
  const earlier = await store.get(scope, statementComments, comment);
  if (earlier) return earlier.value;
  const made = makeComment(of, { id: comment, by, at: clock.now(), paragraph: sent.paragraph, typed: sent.text });
  if ((await commentsOf(visit, id)).length >= MOST_COMMENTS)
    throw new Refusal(text.manyComments, { most: MOST_COMMENTS });
  try {
    await store.insert(scope, statementComments, comment, made);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  posts.refreshSoon(visit.network.id, of.post);
  return made;
}

/** Other words for the actor's own comment, as long as comments are taken. */
export async function editComment(
  visit: Visit,
  id: ActivityId,
  comment: ActivityId,
  typed: string,
): Promise<StatementComment> {
  const of = await visibleStatement(visit, id);
  const now = visit.services.clock.now();
  requireComments(of, now);
  const words = readComment(typed);
  const own = await ownIdentities(visit);
  const { store } = visit.services;
  const place = { store, scope: activityScope(visit.scope, id), kind: statementComments, id: comment };
  const stored = await update(place, (found) => {
    if (!found) throw new Refusal(text.unknownComment);
    if (!isOneOf(own, found.by)) throw new NotAllowed(text.notYourComment);
    return found.text === words ? found : { ...found, text: words, editedAt: now };
  });
  if (!stored) throw new Refusal(text.unknownComment);
  return stored.value;
}

/** Who wrote it takes it away until the text is final, a coordinator always. */
export async function removeComment(visit: Visit, id: ActivityId, comment: ActivityId): Promise<void> {
  const of = await visibleStatement(visit, id);
  const { store, posts } = visit.services;
  const scope = activityScope(visit.scope, id);
  const found = await store.get(scope, statementComments, comment);
  if (!found) return;
  const isOwn = isOneOf(await ownIdentities(visit), found.value.by);
  if (isOwn) requireUnfinished(of);
  else if (!(await coordinates(visit))) throw new NotAllowed(text.notYourComment);
  await store.remove(scope, statementComments, comment);
  if (!isOwn) await audit(visit, 'statements.removeComment', id);
  posts.refreshSoon(visit.network.id, of.post);
}

/** All identities of the actor. */
export const ownIdentities = async (visit: Visit): Promise<MemberId[]> =>
  identitiesOf(await registerNow(visit), objectIdOf(visit.actor.person));

// ── Joining ────────────────────────────────────────────────────────────────────────────────────

/** The actor's organisation joins the present version; said again it changes nothing but the note. Resolves to which it is. */
export async function joinStatement(visit: Visit, id: ActivityId, typedNote: string): Promise<OrganisationId> {
  const of = await visibleStatement(visit, id);
  requireMember(visit);
  const now = visit.services.clock.now();
  requireJoins(of, now);
  const organisation = organisationOf(await registerNow(visit), objectIdOf(visit.actor.person));
  if (!organisation) throw new Refusal(text.representsNobody);
  const note = readLine('note', typedNote);
  const { n } = newest(of);
  await keepJoin(visit, of, {
    ...{ organisation: organisation.id, by: visit.actor.person, at: now, version: n },
    ...(note === undefined ? {} : { note }),
  });
  return organisation.id;
}

/** A coordinator writes down that an organisation joins, and why: it said so by mail or at a meeting. */
export async function joinFor(
  visit: Visit,
  id: ActivityId,
  { organisation, reason: typed }: { readonly organisation: string; readonly reason: string },
): Promise<void> {
  await asCoordinator(visit);
  const of = await statementNow(visit, id);
  requireUnfinished(of);
  if (of.state === 'draft') throw new Refusal(text.nobodyHasSeen);
  const named = organisationId.safeParse(organisation);
  const known = named.success ? presentOrganisation(await registerNow(visit), named.data) : undefined;
  if (!known)
    throw new Refusal(text.unknownOrganisation, {}, [{ field: 'organisation', row: text.unknownOrganisation }]);
  const reason = readLine('reason', typed);
  if (reason === undefined) throw new Refusal(text.noReason, {}, [{ field: 'reason', row: text.noReason }]);
  const at = visit.services.clock.now();
  await keepJoin(visit, of, {
    ...{ organisation: known.id, by: visit.actor.person, at, version: newest(of).n },
    reason,
  });
  await audit(visit, 'statements.joinFor', `${id}|${known.id}`);
}

async function keepJoin(visit: Visit, of: Statement, join: Join): Promise<void> {
  const { store, posts } = visit.services;
  const scope = activityScope(visit.scope, of.id);
  await update({ store, scope, kind: statementJoins, id: join.organisation }, (found) =>
    found && found.version >= join.version && found.note === join.note ? found : join,
  );
  const after = await noteJoining(visit, of.id);
  // The text may have become final while this was on its way: what is promised must be in it.
  const isLost = after.final !== undefined && !after.final.joined.some(({ id }) => id === join.organisation);
  if (isLost) {
    await store.remove(scope, statementJoins, join.organisation);
    throw new Refusal(text.isFinal);
  }
  posts.refreshSoon(visit.network.id, of.post);
}

/** Finishing that began before this begins anew. */
const noteJoining = (visit: Visit, id: ActivityId): Promise<Statement> =>
  changeStatementNow(visit, id, (of) => (of.state === 'final' ? of : { ...of, joinings: (of.joinings ?? 0) + 1 }));

/** The actor's organisation is in no more. Until the text is final. Resolves to which it was. */
export async function leaveStatement(visit: Visit, id: ActivityId): Promise<OrganisationId> {
  const of = await visibleStatement(visit, id);
  requireUnfinished(of);
  const register = await registerNow(visit);
  const organisation = organisationOf(register, objectIdOf(visit.actor.person));
  if (!organisation) throw new Refusal(text.representsNobody);
  await dropJoins(visit, of, organisation.id);
  return organisation.id;
}

/** A coordinator takes an organisation out that joined by mistake. */
export async function removeJoin(visit: Visit, id: ActivityId, organisation: OrganisationId): Promise<void> {
  await asCoordinator(visit);
  const of = await statementNow(visit, id);
  requireUnfinished(of);
  await dropJoins(visit, of, organisation);
  await audit(visit, 'statements.removeJoin', `${id}|${organisation}`);
}

/** Also what an organisation said that has become part of this one. */
async function dropJoins(visit: Visit, of: Statement, organisation: OrganisationId): Promise<void> {
  const { store, posts } = visit.services;
  const register = await registerNow(visit);
  const own = (await joinsOf(visit, of.id)).filter(
    (one) => (presentOrganisation(register, one.organisation)?.id ?? one.organisation) === organisation,
  );
  if (own.length === 0) throw new Refusal(text.notIn);
  const scope = activityScope(visit.scope, of.id);
  for (const one of own) await store.remove(scope, statementJoins, one.organisation);
  const after = await noteJoining(visit, of.id);
  if (after.final?.joined.some(({ id }) => id === organisation)) {
    for (const one of own) await store.upsert(scope, statementJoins, one.organisation, one);
    throw new Refusal(text.isFinal); // the text became final with it while this was on its way
  }
  posts.refreshSoon(visit.network.id, of.post);
}

// ── Finding and looking back ───────────────────────────────────────────────────────────────────

const PLACE = { commenting: 0, joining: 0, draft: 1, final: 2, withdrawn: 3 } as const;

/** What the actor may see: open ones by their deadline, drafts, then final ones with the newest first. */
export async function statementsFor(visit: Visit): Promise<readonly Statement[]> {
  const isCoordinator = await coordinates(visit);
  const untilOf = (of: Statement): Instant =>
    (of.state === 'joining' ? of.joinUntil : of.commentsUntil) ?? of.createdAt;
  return (await allStatements(visit))
    .filter((of) => isShown(of) || isCoordinator)
    .sort((a, b) => {
      if (PLACE[a.state] !== PLACE[b.state]) return PLACE[a.state] - PLACE[b.state];
      if (a.final && b.final) return a.final.at < b.final.at ? 1 : -1;
      return untilOf(a) < untilOf(b) ? -1 : 1;
    });
}

/** Statements that became final in the span, with how many organisations joined. */
export async function facts({ from, to }: Span, visit: Visit): Promise<Partial<Facts>> {
  const found = (await allStatements(visit)).flatMap(({ id, title, final }) =>
    final && final.at >= from && final.at < to
      ? [{ page: `statements/${id}`, title, at: final.at, organisations: final.joined.length }]
      : [],
  );
  return { statements: found.sort((a, b) => (a.at < b.at ? -1 : 1)) };
}

/** What the person was preparing. Who began it stays, as history; every coordinator can go on with it. */
export async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  return (await allStatements(visit))
    .filter(({ createdBy, state }) => isOneOf(ids, createdBy) && state !== 'final' && state !== 'withdrawn')
    .map(({ id, title }) => ({
      ...{ id: `statements.statement|${id}`, kind: 'statements.open', title, page: `statements/${id}` },
      todo: visit.t(text.handOpen),
    }));
}
