/** What a reader may see of questions: rows of lists, whole questions, and who and what may help while one is written. */
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import type { OrganisationId } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import {
  currentPeople,
  identitiesOf,
  mainOf,
  presentOrganisation,
  type Register,
  registerOf,
} from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { materials } from '../materials/material.ts';
import { readRow } from '../materials/row.ts';
import type { AnswerShown, QuestionShown } from './cards.ts';
import type { AnswerView, Knowing, QuestionRow, QuestionView, Who } from './contract.ts';
import { allQuestions, answersNow, findQuestion, recentAnswers } from './memory.ts';
import { readerOf } from './operations.ts';
import {
  type Answer,
  answersOfOthers,
  inQueueOrder,
  isAsker,
  isAuthor,
  isForAll,
  isOpen,
  maySee,
  type Question,
  questions,
  type Reader,
  seesAsker,
  standing,
} from './question.ts';
import { text } from './text.ts';
import { whoKnows } from './who-knows.ts';

/** Of each kind, while someone is writing. */
const MOST_SIMILAR = 3;
/** Characters of what is being written that are looked for. */
const LONGEST_LOOKED_FOR = 200;

/** Of an erased person, or one whom the register does not know: no name. */
export function whoIs(
  register: Register,
  { person, organisation }: { readonly person: PersonKey; readonly organisation?: OrganisationId | undefined },
  t: Translate,
): Who {
  const member = register.members.get(mainOf(register, objectIdOf(person)));
  const of = organisation && presentOrganisation(register, organisation);
  return { name: member?.name ?? t(text.someone), ...(of ? { organisation: nameIn(of.names, t) } : {}) };
}

export const wordsOf = ({ text: words }: Question, t: Translate): string =>
  words === '' ? t(text.wordsErased) : words;

const askersOf = (register: Register, { askedBy }: Question) => identitiesOf(register, objectIdOf(askedBy));

interface Around {
  readonly register: Register;
  readonly reader: Reader;
  readonly answers: readonly Answer[];
  readonly today: string;
  readonly t: Translate;
}

function rowFrom(of: Question, { register, reader, answers, today, t }: Around): QuestionRow {
  const { id, to, state, dueOn, topic, at, takenBy } = of;
  return {
    ...{ id, text: wordsOf(of, t), to, state, at, isOwn: isAsker(of, reader) },
    ...(seesAsker(of, reader)
      ? { asker: whoIs(register, { person: of.askedBy, organisation: of.organisation }, t) }
      : {}),
    ...(dueOn === undefined ? {} : { dueOn }),
    isLate: isOpen(of) && dueOn !== undefined && dueOn < today,
    ...(topic === undefined ? {} : { topic }),
    answers: answersOfOthers(of, answers, askersOf(register, of)).length,
    ...(reader.isCoordinator && takenBy !== undefined ? { takenBy: whoIs(register, { person: takenBy }, t).name } : {}),
  };
}

export type Show = 'open' | 'answered' | 'own';

/** Everything that the reader may see, in the order of its list. Of coordinators’ own questions there is a queue apart. */
export async function listFor(visit: Visit): Promise<Readonly<Record<Show, readonly Question[]>>> {
  const reader = await readerOf(visit);
  const all = await allQuestions(visit);
  const newest = (a: Question, b: Question): number => (a.at > b.at ? -1 : 1);
  const forAll = all.filter(isForAll);
  return {
    open: forAll.filter(isOpen).sort(inQueueOrder),
    answered: forAll
      .filter((of) => !isOpen(of))
      .sort((a, b) => ((a.answeredAt ?? a.at) > (b.answeredAt ?? b.at) ? -1 : 1)),
    own: all.filter((of) => isAsker(of, reader)).sort(newest),
  };
}

export async function rowsFor(visit: Visit, of: readonly Question[]): Promise<QuestionRow[]> {
  const [register, reader, answers] = await Promise.all([registerOf(visit), readerOf(visit), recentAnswers(visit)]);
  const today = todayIn(visit);
  return of.map((one) => rowFrom(one, { register, reader, answers: answers.get(one.id) ?? [], today, t: visit.t }));
}

/** What waits for coordinators: everything new and in work. */
export async function queueOf(visit: Visit): Promise<readonly Question[]> {
  const reader = await readerOf(visit);
  return (await allQuestions(visit)).filter((of) => isOpen(of) && maySee(of, reader)).sort(inQueueOrder);
}

export async function viewFor(visit: Visit, of: Question): Promise<QuestionView> {
  const { t } = visit;
  const [register, reader, all] = await Promise.all([registerOf(visit), readerOf(visit), answersNow(visit, of.id)]);
  const askers = askersOf(register, of);
  const others = answersOfOthers(of, all, askers);
  const isOwn = isAsker(of, reader);
  const isThere = of.state !== 'withdrawn';
  const runs = isOwn || reader.isCoordinator;
  return {
    ...rowFrom(of, { register, reader, answers: all, today: todayIn(visit), t }),
    ...{ details: of.details, isUnnamed: of.isUnnamed === true },
    answerList: standing(all).map((one) => answerFrom(one, of, { register, reader, answers: all, t, today: '' })),
    mayEdit: isOwn && isThere && others.length === 0,
    mayAnswer: isThere,
    mayMark: runs && isOpen(of),
    mayReopen: runs && of.state === 'answered',
    mayWithdraw: isThere && (isOwn || (reader.isCoordinator && of.to === 'network')),
    mayConsent: isOwn && isThere && of.to === 'coordinator' && of.moveAskedAt !== undefined,
    ...(of.bankItem === undefined ? {} : { bankItem: of.bankItem }),
    ...(reader.isCoordinator && isThere ? { desk: deskOf(of, { register, others, t }) } : {}),
  };
}

function answerFrom(one: Answer, of: Question, { register, reader, t }: Around): AnswerView {
  const isAddition = askersOf(register, of).some((id) => id === objectIdOf(one.by)) || one.by === of.askedBy;
  const isHidden = isAddition && !seesAsker(of, reader);
  const by = isHidden
    ? { name: t(text.asker) }
    : whoIs(register, { person: one.by, organisation: one.organisation }, t);
  const isOwn = isAuthor(one, reader);
  return {
    ...{
      id: one.id,
      by,
      isByCoordinator: one.isByCoordinator === true && !isHidden,
      isAddition,
      isOwn,
      text: one.text,
    },
    ...{ at: one.at, mayRemove: isOwn || reader.isCoordinator },
    ...(one.editedAt === undefined ? {} : { editedAt: one.editedAt }),
  };
}

function deskOf(
  of: Question,
  { register, others, t }: Pick<Around, 'register' | 't'> & { readonly others: readonly Answer[] },
): NonNullable<QuestionView['desk']> {
  return {
    mayTake: isOpen(of),
    maySuggestMove: of.to === 'coordinator' && of.moveAskedAt === undefined,
    isMoveAsked: of.to === 'coordinator' && of.moveAskedAt !== undefined,
    mayBank: isForAll(of) && others.length > 0 && of.bankItem === undefined,
    mayRequest: isForAll(of),
    knowing: isForAll(of)
      ? knowingFor(register, [of.askedBy, ...others.map(({ by }) => by)], [wordsIn(of), of.requested], t)
      : [],
  };
}

const wordsIn = ({ text: asked, details, topic = '' }: Question): string => `${asked} ${details} ${topic}`;

/** Never `those`: who asked, and who has answered already. */
function knowingFor(
  register: Register,
  those: readonly PersonKey[],
  [asked, requested]: readonly [string, readonly string[]],
  t: Translate,
): Knowing[] {
  const except = those.flatMap((person) => identitiesOf(register, objectIdOf(person)));
  return whoKnows(asked, currentPeople(register), except).map(({ member, topics }) => ({
    member: mainOf(register, objectIdOf(member.person)) as Knowing['member'],
    ...whoIs(register, { person: member.person, organisation: member.organisation }, t),
    topics: [...topics],
    isRequested: requested.includes(mainOf(register, objectIdOf(member.person))),
  }));
}

/** Who may know, and what has been asked and kept of it already, for what is being written. Tells and stores nothing. */
export async function suggestionsFor(visit: Visit, asked: { readonly text: string; readonly topic: string }) {
  const register = await registerOf(visit);
  const words = `${asked.text} ${asked.topic}`.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LOOKED_FOR);
  const looked = { words, filter: {}, audiences: ['members'], sort: 'best', from: 0, size: MOST_SIMILAR } as const;
  if (words === '') return { knowing: [], questions: [], materials: [] };
  const { search } = visit.services;
  const [similar, kept] = await Promise.all([
    search.find({ ...looked, kind: questions.name }, visit),
    search.find({ ...looked, kind: materials.name }, visit),
  ]);
  const found = await Promise.all(similar.hits.map(({ id }) => findQuestion(visit, id as Question['id'])));
  return {
    knowing: knowingFor(register, [visit.actor.person], [words, []], visit.t),
    questions: found.flatMap((of) => (of && isForAll(of) ? [{ id: of.id, text: of.text, state: of.state }] : [])),
    materials: kept.hits.map(({ row }) => readRow(row)).map(({ id, title }) => ({ id, title })),
  };
}

// ── For cards, pages and letters ───────────────────────────────────────────────────────────────

/** As every member may see it, in the words of `t`. */
export async function shownToAll(work: Work, of: Question, t: Translate): Promise<QuestionShown> {
  return shownFrom(work, of, { t, seesAsker: of.isUnnamed !== true });
}

/** As this reader may see it. */
export async function shownTo(visit: Visit, of: Question): Promise<QuestionShown> {
  return shownFrom(visit, of, { t: visit.t, seesAsker: seesAsker(of, await readerOf(visit)) });
}

async function shownFrom(
  work: Work,
  of: Question,
  { t, seesAsker: isNamed }: { readonly t: Translate; readonly seesAsker: boolean },
): Promise<QuestionShown> {
  const [register, all] = await Promise.all([registerOf(work), answersNow(work, of.id)]);
  const askers = askersOf(register, of);
  const { id, to, state, dueOn, topic, details, at } = of;
  return {
    ...{ id, text: wordsOf(of, t), details, to, state, at },
    ...(isNamed ? { asker: whoIs(register, { person: of.askedBy, organisation: of.organisation }, t) } : {}),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(topic === undefined ? {} : { topic }),
    answers: answersOfOthers(of, all, askers).map(
      (one): AnswerShown => ({
        by: whoIs(register, { person: one.by, organisation: one.organisation }, t),
        text: one.text,
      }),
    ),
    page: work.services.linkToTab(work.network, `questions/${id}`),
  };
}

/** One answer as everyone may read it; undefined once it is removed. Of who asked without their name there is none. */
export function answerShown(register: Register, of: Question, one: Answer, t: Translate): AnswerShown | undefined {
  if (one.isRemoved || of.state === 'withdrawn') return undefined;
  const isAddition = askersOf(register, of).some((id) => id === objectIdOf(one.by));
  const by =
    isAddition && of.isUnnamed
      ? { name: t(text.asker) }
      : whoIs(register, { person: one.by, organisation: one.organisation }, t);
  return { by, text: one.text };
}
