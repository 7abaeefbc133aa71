/** What is done with questions: load, decide by `question.ts`, save, and set going what follows. */
import { createHash } from 'node:crypto';
import { asCoordinator, coordinates } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, plus, SECOND } from '../../core/clock.ts';
import { type ActivityId, activityId, objectIdOf, type PersonKey, type PostId, postId } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { isCurrent, type MemberId, memberIdOf, networks } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { notify } from '../../core/notify.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { NotAllowed, Refusal, refuseAny } from '../../core/refusal.ts';
import { identitiesOf, mainOf, organisationOf, registerNow, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import {
  allQuestions,
  answerKey,
  answersNow,
  changeQuestion,
  findQuestion,
  noteAnswer,
  questionNow,
  rememberQuestion,
} from './memory.ts';
import {
  type Answer,
  answered,
  answers,
  answersOfOthers,
  askToMove,
  type Consent,
  consent,
  DEFAULT_DAYS,
  type Frame,
  isAsker,
  isAuthor,
  isForAll,
  isOpen,
  MOST_DAYS,
  markAnswered,
  maySee,
  type Question,
  type QuestionDraft,
  questions,
  type Reader,
  readAnswer,
  readDraft,
  reopen,
  reword,
  take,
  tellAt,
  unanswered,
  withdraw,
} from './question.ts';
import { text } from './text.ts';

/** Jobs exist before what they follow; what the request does at once, the job does only if that was cut off. In milliseconds. */
const SAFETY_NET = 10 * SECOND;

/** Threads of older questions are talked in without being listened to. */
const MOST_THREADS = 200;

const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same question. */
const questionIdOf = (by: PersonKey, form: string): ActivityId => activityId.parse(`q${shortHash(by, form)}`);
/** Who asked adds as nobody: every reader has the ids of answers, and what is added in a card's field they know too. */
const answerIdOf = (by: PersonKey | 'asker', question: ActivityId, form: string): ActivityId =>
  activityId.parse(`a${shortHash(by, question, form)}`);
const cardOf = (question: ActivityId): PostId => postId.parse(`${question}-card`);
const replyOf = (answer: ActivityId): PostId => postId.parse(`${answer}-reply`);
/** Of the message that tells who asked of an answer; with their id the post's own. */
const toldOf = (answer: ActivityId): string => `${answer}-told`;

/** Time, zone and holidays of the network. */
export function frameOf({ services, network }: Work): Frame {
  const calendar = services.calendar(network.calendar);
  return { now: services.clock.now(), zone: network.zone, isFree: (date) => calendar.isFree(date) };
}

/** Who looks, with all their identities. */
export async function readerOf(visit: Visit): Promise<Reader> {
  const [register, isCoordinator] = await Promise.all([registerOf(visit), coordinates(visit)]);
  return { ids: identitiesOf(register, memberIdOf(visit.actor.person)), isCoordinator };
}

/** The question as it is now. What the reader may not see is to them as if it had never been. */
export async function visibleQuestion(visit: Visit, id: ActivityId, reader: Reader): Promise<Question> {
  const of = await questionNow(visit, id);
  if (!maySee(of, reader)) throw new Refusal(text.unknownQuestion);
  return of;
}

// ── Asking ─────────────────────────────────────────────────────────────────────────────────────

/** Asks the network, by a card in its channel, or its coordinators alone. The same `form` asks once. Refuses with all problems of the draft. */
export async function askQuestion(visit: Visit, draft: QuestionDraft, form: string): Promise<Question> {
  const { services, network, actor } = visit;
  const id = questionIdOf(actor.person, form);
  const earlier = await findQuestion(visit, id);
  if (earlier) return earlier;
  const asked = readDraft(draft, frameOf(visit));
  const now = services.clock.now();
  const organisation = organisationOf(await registerNow(visit), memberIdOf(actor.person))?.id;
  const made: Question = {
    ...{ id, ...asked, askedBy: actor.person, state: 'new', at: now, waitsSince: now, touchedAt: now, requested: [] },
    ...(organisation === undefined ? {} : { organisation }),
    ...(asked.to === 'network' ? { post: cardOf(id) } : {}),
  };
  await services.jobs.schedule({ kind: 'questions.show', network: network.id, key: id, due: plus(now, SAFETY_NET) });
  await scheduleTelling(visit, made);
  try {
    await services.store.insert(visit.scope, questions, id, made);
    rememberQuestion(visit, made, now);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const kept = await questionNow(visit, id);
  await showQuestion(visit, kept);
  return kept;
}

/** Puts it before whom it is for: the card in the channel, or a word to each coordinator. Can be repeated. */
export async function showQuestion(work: Work, of: Question): Promise<void> {
  if (of.state === 'withdrawn') return takeAway(work, of);
  if (of.to === 'coordinator') return tellCoordinators(work, of, 'asked');
  const post = of.post ?? cardOf(of.id);
  await work.services.posts.publish({
    ...{ id: post, network: work.network.id, drawing: 'questions.question', subject: of.id, to: { channel: true } },
  });
}

/** Whom the coordinators are, without who asked. */
async function tellCoordinators(work: Work, of: Question, what: 'asked' | 'unanswered'): Promise<void> {
  const register = await registerOf(work);
  const asker = mainOf(register, objectIdOf(of.askedBy));
  const told = new Set<string>([asker]);
  for (const person of (await networkNow(work)).coordinators) {
    const main = mainOf(register, objectIdOf(person));
    if (told.has(main)) continue;
    told.add(main);
    await notify(work, register, memberIdOf(person), {
      ...{ id: `${of.id}-${what}-${of.waitsSince}`, subject: of.id, letter: `questions.${what}` },
      ...{ direct: `questions.${what}`, topic: 'questions', urgency: 'due', isOwn: true },
    });
  }
}

/** Another wording or date, until someone has answered. */
export async function changeAsked(visit: Visit, id: ActivityId, draft: QuestionDraft): Promise<Question> {
  const reader = await readerOf(visit);
  const of = await visibleQuestion(visit, id, reader);
  if (!isAsker(of, reader)) throw new NotAllowed(text.notYours);
  if (answersOfOthers(of, await answersNow(visit, id), reader.ids).length > 0) throw new Refusal(text.alreadyAnswered);
  const asked = readDraft({ ...draft, to: of.to }, frameOf(visit));
  const changed = await changeQuestion(visit, id, (now) => {
    if (now.state === 'withdrawn') throw new Refusal(text.notOpen);
    return reword(now, asked, visit.services.clock.now());
  });
  await scheduleTelling(visit, changed);
  await redraw(visit, changed);
  if (changed.isUnnamed !== of.isUnnamed) await redrawTold(visit, changed); // what they added and who was told of it said their name
  return changed;
}

async function redraw({ services, network }: Work, { post }: Question): Promise<void> {
  if (post !== undefined) await services.posts.refresh(network.id, post);
}

/** Also what was said of it elsewhere, with the answers that there were: in its thread, to coordinators, to who was asked for one and to who asked. */
export async function redrawTold(work: Work, of: Question): Promise<void> {
  const { posts } = work.services;
  const network = work.network.id;
  const told = (await networkNow(work)).coordinators.flatMap((person) =>
    [...new Set([of.at, of.waitsSince])].flatMap((since) =>
      (['asked', 'unanswered'] as const).map((what) => `${of.id}-${what}-${since}-${memberIdOf(person)}`),
    ),
  );
  const requested = of.requested.map((member) => `${of.id}-requested-${member}`);
  const all = await answersNow(work, of.id);
  const answered = all.map(({ id }) => `${toldOf(id)}-${memberIdOf(of.askedBy)}`);
  for (const one of [...told, ...requested, ...answered].map((id) => postId.parse(id)))
    if (await posts.status(network, one)) await posts.refresh(network, one);
  for (const { post } of all) if (post !== undefined) await posts.refresh(network, post);
}

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

export interface AnswerForm {
  readonly answer: string;
  /** The same form answers once. */
  readonly form: string;
  /** It was written in the thread of the question's card, where everyone reads it already. */
  readonly isInThread?: true;
}

/** Keeps an answer, shows it in the thread and tells who asked. */
export async function answerQuestion(visit: Visit, id: ActivityId, form: AnswerForm): Promise<Question> {
  const { services, network, scope, actor } = visit;
  const reader = await readerOf(visit);
  const of = await visibleQuestion(visit, id, reader);
  if (of.state === 'withdrawn') throw new Refusal(text.notOpen);
  const words = readAnswer(form.answer);
  const own = answerIdOf(isAsker(of, reader) ? 'asker' : actor.person, id, form.form);
  const now = services.clock.now();
  const organisation = organisationOf(await registerOf(visit), memberIdOf(actor.person))?.id;
  const made: Answer = {
    ...{ id: own, question: id, by: actor.person, text: words, at: now },
    ...(reader.isCoordinator ? { isByCoordinator: true } : {}),
    ...(organisation === undefined ? {} : { organisation }),
    ...(of.post === undefined || form.isInThread ? {} : { post: replyOf(own) }),
  };
  const key = answerKey(id, own);
  await services.jobs.schedule({ kind: 'questions.follow', network: network.id, key, due: plus(now, SAFETY_NET) });
  try {
    await services.store.insert(scope, answers, key, made);
    noteAnswer(visit, made);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return questionNow(visit, id);
  }
  return (await follow(visit, made, 'now')) ?? of;
}

/** What follows an answer. Can be repeated; long after it, a state that changed meanwhile stays. */
async function follow(work: Work, of: Answer, when: 'now' | 'later'): Promise<Question | undefined> {
  const { services, network } = work;
  const asked = await findQuestion(work, of.question);
  if (!asked || asked.state === 'withdrawn' || of.isRemoved) return asked;
  const register = await registerOf(work);
  const isOwn = identitiesOf(register, objectIdOf(asked.askedBy)).includes(memberIdOf(of.by));
  const changed = await changeQuestion(work, of.question, (now) => {
    if (when === 'later' && now.touchedAt >= of.at) return now;
    const at = services.clock.now();
    return isOwn ? { ...now, touchedAt: at } : answered(now, at);
  });
  if (of.post !== undefined && changed.post !== undefined)
    await services.posts.publish({
      ...{ id: of.post, network: network.id, drawing: 'questions.answer' },
      ...{ subject: answerKey(of.question, of.id), to: { thread: changed.post } },
    });
  if (changed.post !== undefined) services.posts.refreshSoon(network.id, changed.post);
  if (!isOwn)
    await notify(work, register, memberIdOf(asked.askedBy), {
      ...{ id: toldOf(of.id), subject: answerKey(of.question, of.id), letter: 'questions.answered' },
      ...{ direct: 'questions.answered', topic: 'questions', urgency: 'due', isOwn: true },
    });
  return changed;
}

/** The job: finishes what a request that was cut off had begun. */
export async function finishAnswer(work: Work, key: string): Promise<void> {
  const found = await work.services.store.get(work.scope, answers, key);
  if (found?.value.isRemoved && found.value.post !== undefined)
    await work.services.posts.remove(work.network.id, found.value.post);
  else if (found && isOn(work.network, 'questions')) await follow(work, found.value, 'later');
}

export async function changeAnswer(
  visit: Visit,
  { question, answer }: { readonly question: ActivityId; readonly answer: ActivityId },
  typed: string,
): Promise<Question> {
  const reader = await readerOf(visit);
  await visibleQuestion(visit, question, reader);
  const words = readAnswer(typed);
  await updateAnswer(visit, question, answer, (of) => {
    if (!isAuthor(of, reader)) throw new NotAllowed(text.notYourAnswer);
    return of.text === words ? of : { ...of, text: words, editedAt: visit.services.clock.now() };
  });
  return afterChange(visit, question, (of) => ({ ...of, touchedAt: visit.services.clock.now() }));
}

/** One's own, or any as a coordinator. */
export async function removeAnswer(visit: Visit, question: ActivityId, answer: ActivityId): Promise<Question> {
  const reader = await readerOf(visit);
  const of = await visibleQuestion(visit, question, reader);
  await scheduleNet(visit, 'questions.follow', answerKey(question, answer));
  let isOthers = false;
  const removed = await updateAnswer(visit, question, answer, (one) => {
    isOthers = !isAuthor(one, reader);
    if (isOthers && !reader.isCoordinator) throw new NotAllowed(text.notYourAnswer);
    return { ...one, text: '', isRemoved: true };
  });
  if (removed.post !== undefined) await visit.services.posts.remove(visit.network.id, removed.post);
  if (isOthers) await audit(visit, 'questions.removeAnswer', question);
  const register = await registerOf(visit);
  const left = answersOfOthers(of, await answersNow(visit, question), identitiesOf(register, objectIdOf(of.askedBy)));
  const now = visit.services.clock.now();
  const changed = await afterChange(visit, question, (one) =>
    left.length === 0 ? unanswered(one, now) : { ...one, touchedAt: now },
  );
  if (isOpen(changed)) await scheduleTelling(visit, changed); // what was answered in time was told of to nobody
  return changed;
}

async function updateAnswer(
  visit: Visit,
  question: ActivityId,
  answer: ActivityId,
  change: (of: Answer) => Answer,
): Promise<Answer> {
  const { store } = visit.services;
  const place = { store, scope: visit.scope, kind: answers, id: answerKey(question, answer) };
  const stored = await update(place, (of) => {
    if (!of || of.isRemoved) throw new Refusal(text.unknownAnswer);
    return change(of);
  });
  if (!stored) throw new Refusal(text.unknownAnswer);
  noteAnswer(visit, stored.value);
  if (stored.value.post !== undefined && !stored.value.isRemoved)
    await visit.services.posts.refresh(visit.network.id, stored.value.post);
  return stored.value;
}

async function afterChange(visit: Visit, id: ActivityId, change: (of: Question) => Question): Promise<Question> {
  const changed = await changeQuestion(visit, id, change);
  await redraw(visit, changed);
  return changed;
}

// ── What becomes of it ─────────────────────────────────────────────────────────────────────────

export type Act = 'take' | 'answered' | 'reopen' | 'withdraw';

/** take: coordinators. The others: who asked, and coordinators of what they look after. */
export async function actOn(visit: Visit, id: ActivityId, act: Act): Promise<Question> {
  if (act === 'take') await asCoordinator(visit);
  const reader = await readerOf(visit);
  const of = await visibleQuestion(visit, id, reader);
  const isOwn = isAsker(of, reader);
  if (!isOwn && !reader.isCoordinator) throw new NotAllowed(text.notYours);
  const now = visit.services.clock.now();
  if (act === 'reopen') await scheduleNet(visit, 'questions.unanswered', id);
  if (act === 'withdraw') await scheduleNet(visit, 'questions.show', id);
  const changed = await afterChange(visit, id, (one) => changedBy(one, act, visit.actor.person, now));
  if (!isOwn) await noteAct(visit, act, id);
  if (act === 'reopen') await scheduleTelling(visit, changed);
  if (act === 'withdraw') await takeAway(visit, changed);
  return changed;
}

function noteAct(visit: Visit, act: Act, id: ActivityId): Promise<void> {
  if (act === 'take') return audit(visit, 'questions.take', id);
  if (act === 'answered') return audit(visit, 'questions.answered', id);
  return act === 'reopen' ? audit(visit, 'questions.reopen', id) : audit(visit, 'questions.withdraw', id);
}

function changedBy(of: Question, act: Act, by: PersonKey, now: Question['at']): Question {
  if (act === 'take') return take(of, by, now);
  if (act === 'answered') return markAnswered(of, now);
  return act === 'reopen' ? reopen(of, now) : withdraw(of, now);
}

async function takeAway(work: Work, of: Question): Promise<void> {
  const { posts } = work.services;
  for (const { post } of await answersNow(work, of.id))
    if (post !== undefined) await posts.remove(work.network.id, post);
  if (of.post !== undefined) await posts.remove(work.network.id, of.post);
  await redrawTold(work, of); // drawn as nothing, since only who asked sees it
}

/** A coordinator suggests that everyone may see it; who asked is asked. */
export async function suggestMove(visit: Visit, id: ActivityId): Promise<Question> {
  await asCoordinator(visit);
  await visibleQuestion(visit, id, await readerOf(visit));
  const changed = await changeQuestion(visit, id, (of) => askToMove(of, visit.services.clock.now()));
  await notify(visit, await registerOf(visit), memberIdOf(changed.askedBy), {
    ...{ id: `${id}-move-${changed.moveAskedAt}`, subject: id, letter: 'questions.move', direct: 'questions.move' },
    ...{ topic: 'questions', urgency: 'due', isOwn: true },
  });
  await audit(visit, 'questions.move', id);
  return changed;
}

/** Who asked lets everyone see it, with or without their name, or keeps it where it is. */
export async function answerMove(visit: Visit, id: ActivityId, said: Consent): Promise<Question> {
  const reader = await readerOf(visit);
  const of = await visibleQuestion(visit, id, reader);
  if (!isAsker(of, reader)) throw new NotAllowed(text.notYours);
  const now = visit.services.clock.now();
  if (said.agrees && of.moveAskedAt !== undefined) {
    await scheduleNet(visit, 'questions.show', id);
    await scheduleNet(visit, 'questions.unanswered', id);
  }
  const changed = await changeQuestion(visit, id, (one) => {
    const after = consent(one, said, now);
    return after.to === 'network' && after.post === undefined ? { ...after, post: cardOf(id) } : after;
  });
  if (changed.to === 'network') {
    await scheduleTelling(visit, changed);
    await showQuestion(visit, changed);
  }
  return changed;
}

/** Asks one person for an answer, once; never many. */
export async function requestAnswer(visit: Visit, id: ActivityId, member: MemberId): Promise<Question> {
  await asCoordinator(visit);
  const of = await visibleQuestion(visit, id, await readerOf(visit));
  if (!isForAll(of)) throw new Refusal(text.onlyForAll);
  const register = await registerNow(visit);
  const main = mainOf(register, member) as MemberId;
  const person = register.members.get(main);
  if (!person || !isCurrent(person)) throw new Refusal(text.unknownMember);
  if (of.requested.includes(main)) throw new Refusal(text.askedAlready);
  // told first: cut off in between, pressing again tells nobody twice and notes it
  await notify(visit, register, main, {
    ...{ id: `${id}-requested`, subject: id, letter: 'questions.requested', direct: 'questions.requested' },
    ...{ topic: 'questions', urgency: 'due', isOwn: true },
  });
  const changed = await changeQuestion(visit, id, (one) =>
    one.requested.includes(main) ? one : { ...one, requested: [...one.requested, main] },
  );
  await audit(visit, 'questions.request', id);
  return changed;
}

export interface ForTheBank {
  readonly title: string;
  readonly question: string;
  readonly answer: string;
}

/** Question and answer as an item of the material bank, without who asked. Once. */
export async function toBank(visit: Visit, id: ActivityId, of: ForTheBank): Promise<ActivityId> {
  await asCoordinator(visit);
  const asked = await visibleQuestion(visit, id, await readerOf(visit));
  if (asked.bankItem !== undefined) return asked.bankItem;
  if (!isForAll(asked)) throw new Refusal(text.notInTheBank);
  const answer = readAnswer(of.answer);
  const { text: title, details } = readDraft(
    { ...asDraft(asked), text: of.title, details: of.question },
    frameOf(visit),
  );
  const question = details === '' ? title : details;
  const item = await visit.services.addToBank(
    { requestId: id, type: 'questionAnswer', title, summary: '', question, answer },
    visit,
  );
  await changeQuestion(visit, id, (now) => ({ ...now, bankItem: item, touchedAt: visit.services.clock.now() }));
  await audit(visit, 'questions.bank', id);
  return item;
}

/** The form as it would be filled to ask the same; without a date, which may have passed. */
const asDraft = ({ text: words, details, to, topic = '' }: Question): QuestionDraft => ({
  ...{ text: words, details, to, topic, isUnnamed: '', dueOn: '' },
});

// ── Nobody has answered ────────────────────────────────────────────────────────────────────────

/** Working days after which coordinators are told. */
export const daysOf = async (work: Work): Promise<number> => (await networkNow(work)).questionDays ?? DEFAULT_DAYS;

export async function setDays(visit: Visit, days: number): Promise<number> {
  await asCoordinator(visit);
  const isFitting = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  refuseAny(isFitting ? [] : [{ field: 'questionDays', row: text.badDays, params: { most: MOST_DAYS } }]);
  const { store } = visit.services;
  await update({ store, scope: visit.scope, kind: networks, id: visit.network.id }, (of) =>
    of && of.questionDays !== days ? { ...of, questionDays: days } : of,
  );
  await audit(visit, 'questions.days', visit.network.id);
  for (const of of await allQuestions(visit)) if (isOpen(of)) await scheduleTelling(visit, of);
  return days;
}

/** In case the request is cut off before it does the same itself. */
const scheduleNet = (
  { services, network }: Work,
  kind: 'questions.show' | 'questions.unanswered' | 'questions.follow',
  key: string,
): Promise<void> =>
  services.jobs.schedule({ kind, network: network.id, key, due: plus(services.clock.now(), SAFETY_NET) });

async function scheduleTelling(work: Work, of: Question): Promise<void> {
  const { services, network } = work;
  const due = tellAt(of, await daysOf(work), frameOf(work));
  await services.jobs.schedule({ kind: 'questions.unanswered', network: network.id, key: of.id, due });
}

/** The job: tells coordinators once that nobody has answered, if that is so and its time has come. */
export async function tellUnanswered(work: Work, id: string): Promise<void> {
  const of = await findQuestion(work, id as ActivityId);
  if (!of || !isOpen(of) || of.toldAt !== undefined) return;
  const now = work.services.clock.now();
  if (!isOn(work.network, 'questions')) {
    const again = { kind: 'questions.unanswered', network: work.network.id, key: of.id, due: plus(now, DAY) };
    return work.services.jobs.schedule(again); // once the part is in use again, it still waits
  }
  if (tellAt(of, await daysOf(work), frameOf(work)) > now) return scheduleTelling(work, of); // the date or the setting has changed
  const askers = identitiesOf(await registerOf(work), objectIdOf(of.askedBy));
  const others = answersOfOthers(of, await answersNow(work, of.id), askers);
  if (others.some(({ at }) => at >= of.waitsSince)) return;
  await tellCoordinators(work, of, 'unanswered');
  await changeQuestion(work, of.id, (one) => ({ ...one, toldAt: now }));
}

/** The job: what a request that was cut off had not put before anyone. */
export async function finishAsking(work: Work, id: string): Promise<void> {
  const of = await findQuestion(work, id as ActivityId);
  if (of && isOn(work.network, 'questions')) await showQuestion(work, of);
}

/** The question whose card began this thread of the channel. */
export async function questionOfThread(work: Work, thread: string): Promise<Question | undefined> {
  const { posts } = work.services;
  const newest = (await allQuestions(work))
    .filter(isForAll)
    .sort((a, b) => (a.at > b.at ? -1 : 1))
    .slice(0, MOST_THREADS);
  const statuses = await Promise.all(newest.map(({ post }) => post && posts.status(work.network.id, post)));
  return newest.find((_, at) => statuses[at]?.messageId === thread);
}
