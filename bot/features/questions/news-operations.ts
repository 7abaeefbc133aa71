/** What the rest of the app hears of questions: the index, the digest, reach, the report, handing over, and what waits. Of those for coordinators alone nothing but figures. */
import type { Instant } from '../../core/clock.ts';
import type { Facts, HelpFact, Span } from '../../core/facts.ts';
import type { HandoverItem, News, Participation, Waiting } from '../../core/feature.ts';
import { objectIdOf } from '../../core/ids.ts';
import { isOneOf, type MemberId, memberIdOf } from '../../core/network.ts';
import { nameFor } from '../../core/organisation.ts';
import type { Searchable, SearchEntry } from '../../core/ports.ts';
import { identitiesOf, mainOf, presentOrganisation, type Register, registerOf } from '../../core/register.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { dueWords } from './cards.ts';
import { allAnswers, allQuestions, answersNow, changeQuestion } from './memory.ts';
import { readerOf } from './operations.ts';
import {
  type Answer,
  answersOfOthers,
  isAsker,
  isForAll,
  isOpen,
  type Question,
  questions,
  standing,
} from './question.ts';
import { queueOf } from './shown.ts';
import { text } from './text.ts';

// ── For the index ──────────────────────────────────────────────────────────────────────────────

/** Question and answers, and never a name: who asked or answered is told by the question’s page to who may know. */
async function entry(of: Question, work: Work): Promise<SearchEntry | undefined> {
  if (!isForAll(of)) return undefined;
  const [register, all] = await Promise.all([registerOf(work), answersNow(work, of.id)]);
  const organisation = of.organisation && !of.isUnnamed && presentOrganisation(register, of.organisation);
  return {
    ...{ title: of.text, summary: of.details.slice(0, 300), files: [], audiences: ['members'], at: of.at, facets: {} },
    keywords: [
      ...(of.topic === undefined ? [] : [of.topic]),
      ...(organisation ? [nameFor(organisation.names, 'fi'), nameFor(organisation.names, 'sv')] : []),
    ],
    body: [of.details, ...standing(all).map((one) => one.text)].filter(Boolean),
    row: { id: of.id },
  };
}

export const searchable: Searchable<Question> = { kind: questions, entry, version: async () => '1' };

// ── The digest ─────────────────────────────────────────────────────────────────────────────────

/** What everyone may still answer. */
export async function news(_since: Instant, work: Work): Promise<readonly News[]> {
  return (await allQuestions(work))
    .filter((of) => isForAll(of) && isOpen(of))
    .map(({ id, text: title, dueOn, at }) => ({
      ...{ section: 'questions', title, page: `questions/${id}`, at },
      ...(dueOn === undefined ? {} : { hint: work.channelT(text.dueBy, { when: dueWords(dueOn) }) }),
    }));
}

// ── Who took part ──────────────────────────────────────────────────────────────────────────────

type ByQuestion = ReadonlyMap<string, readonly Answer[]>;

async function answersByQuestion(work: Work): Promise<ByQuestion> {
  const by = new Map<string, Answer[]>();
  for (const one of await allAnswers(work)) by.set(one.question, [...(by.get(one.question) ?? []), one]);
  return by;
}

/** Who asked everyone by name, and who answered them. */
export async function participation(since: Instant, work: Work): Promise<readonly Participation[]> {
  const by = await answersByQuestion(work);
  return (await allQuestions(work)).filter(isForAll).flatMap((of): Participation[] => {
    const about = { type: 'question', activity: of.id, title: of.text } as const;
    const said = standing(by.get(of.id) ?? []).filter((one) => one.by !== of.askedBy || !of.isUnnamed);
    const took = [
      ...(of.isUnnamed ? [] : [{ person: of.askedBy, at: of.at }]),
      ...said.map((one) => ({ person: one.by, at: one.at })),
    ];
    return took.filter(({ at }) => at >= since).map(({ person, at }) => ({ ...about, member: memberIdOf(person), at }));
  });
}

// ── The report ─────────────────────────────────────────────────────────────────────────────────

/** Questions that were first answered in the span. Of one that is not for all the words are left out, and of it as of what was asked without a name also where from. */
export async function facts({ from, to }: Span, visit: Visit): Promise<Partial<Facts>> {
  const [register, by, all] = await Promise.all([registerOf(visit), answersByQuestion(visit), allQuestions(visit)]);
  const help = all
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap((of) => factOf(register, of, by.get(of.id) ?? [], visit))
    .filter(({ at }) => at >= from && at < to)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return { help };
}

function factOf(register: Register, of: Question, all: readonly Answer[], { t }: Visit): HelpFact[] {
  const others = answersOfOthers(of, all, identitiesOf(register, objectIdOf(of.askedBy)));
  const [first] = others;
  if (!first) return [];
  const peers = others.filter(({ isByCoordinator }) => !isByCoordinator);
  const isPublic = isForAll(of);
  return [
    {
      ...{ at: first.at, page: isPublic ? `questions/${of.id}` : 'questions' },
      title: isPublic ? of.text : t(text.forCoordinators),
      ...(of.organisation === undefined || of.isUnnamed || !isPublic ? {} : { from: of.organisation }),
      by: [...new Set(peers.flatMap(({ organisation }) => organisation ?? []))],
      isByCoordinator: peers.length < others.length,
    },
  ];
}

// ── What waits and what hangs on someone ───────────────────────────────────────────────────────

/** Questions that one was asked to answer, one’s own that need a decision, and the coordinators’ queue. */
export async function waiting(visit: Visit): Promise<readonly Waiting[]> {
  const [reader, register, all] = await Promise.all([readerOf(visit), registerOf(visit), allQuestions(visit)]);
  const main = mainOf(register, memberIdOf(visit.actor.person)) as MemberId;
  const { t } = visit;
  const own = all.filter((of) => isAsker(of, reader) && of.to === 'coordinator' && of.moveAskedAt !== undefined);
  const requested = all.filter((of) => isForAll(of) && isOpen(of) && of.requested.includes(main));
  const unanswered = await Promise.all(
    requested.map(async (of) => {
      const said = standing(await answersNow(visit, of.id)).some((one) => isOneOf(reader.ids, one.by));
      return said ? [] : [of];
    }),
  );
  const queue = reader.isCoordinator ? await queueOf(visit) : [];
  const isLate = queue.some(({ dueOn }) => dueOn !== undefined && dueOn < todayIn(visit));
  return [
    ...own.map((of) => ({ title: t(text.consentTitle), hint: of.text, page: `questions/${of.id}` })),
    ...unanswered.flat().map((of) => ({ title: t(text.toldRequested), hint: of.text, page: `questions/${of.id}` })),
    ...(queue.length === 0
      ? []
      : [
          {
            ...{ title: t(text.waitingQueue, { n: queue.length }), page: 'questions' },
            ...(isLate ? { hint: t(text.waitingLate) } : {}),
          },
        ]),
  ];
}

/** What a coordinator had taken goes to the successor. */
export async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const register = await registerOf(visit);
  return (await allQuestions(visit))
    .filter((of) => isOpen(of) && of.takenBy !== undefined && isOneOf(ids, of.takenBy))
    .map((of) => ({
      ...{ id: `questions.taken|${of.id}`, kind: 'questions.taken', title: of.text, todo: visit.t(text.handTaken) },
      page: `questions/${of.id}`,
      move: async (to) => {
        const person = register.members.get(to)?.person;
        if (person) await changeQuestion(visit, of.id, (now) => ({ ...now, takenBy: person }));
      },
    }));
}
