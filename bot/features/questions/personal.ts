/** What questions store on a person: what they asked and answered, what they took and were asked for. Erasing keeps what everyone reads, without the name. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { keptSince } from '../../core/retention.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { allAnswers, allQuestions, answerKey, answersNow, changeQuestion, noteAnswer } from './memory.ts';
import { redrawTold } from './operations.ts';
import { type Answer, answers, isForAll, isOpen, type Question, withoutAsker } from './question.ts';

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const [all, said] = await Promise.all([allQuestions(work), allAnswers(work)]);
  const isTheirs = (person: PersonKey | undefined): boolean => person !== undefined && isOneOf(ids, person);
  const titleOf = (id: string): string => {
    const of = all.find((one) => one.id === id);
    // what another asked the coordinators alone stays theirs
    return of && (isForAll(of) || isTheirs(of.askedBy)) ? of.text : '';
  };
  return {
    questionsAsked: all
      .filter(({ askedBy }) => isTheirs(askedBy))
      .map(({ id, text, details, to, isUnnamed, dueOn, topic, state, at }) => ({
        ...{ question: id, text, details, to, state, at },
        ...(isUnnamed ? { isUnnamed } : {}),
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(topic === undefined ? {} : { topic }),
      })),
    questionAnswers: said
      .filter(({ by, isRemoved }) => isTheirs(by) && !isRemoved)
      .map(({ question, text, at }) => ({ question: titleOf(question) || question, text, at })),
    questionsTaken: all.filter(({ takenBy }) => isTheirs(takenBy)).map(({ id, at }) => ({ question: id, at })),
    questionsRequested: all
      .filter(({ requested }) => requested.some((one) => ids.includes(one)))
      .map(({ id }) => ({ question: id, text: titleOf(id) })),
  };
}

/** What was between them and coordinators loses its words and stays as a figure. The answers go first: what a crash leaves undone is told by the question. */
async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  const { posts, search } = work.services;
  const network = work.network.id;
  for (const of of await allQuestions(work)) {
    const all = await answersNow(work, of.id);
    const isTheirs = isOneOf(ids, of.askedBy);
    const isPrivate = isTheirs && !isForAll(of);
    const touched = all.filter(({ by }) => isPrivate || isOneOf(ids, by));
    for (const one of touched) await changeAnswer(work, one, (now) => withoutAuthor(now, ids, as, isPrivate));
    if (withoutAsker(of, ids, as) !== of) await changeQuestion(work, of.id, (now) => withoutAsker(now, ids, as));
    else if (touched.length === 0) continue;
    if (of.post !== undefined) await posts.refresh(network, of.post);
    await redrawTold(work, of); // their name and words are in what others were told of it too
  }
  await search.forget(network);
}

const withoutAuthor = (of: Answer, ids: readonly MemberId[], as: PersonKey, isPrivate: boolean): Answer => ({
  ...of,
  by: isOneOf(ids, of.by) ? as : of.by,
  ...(isPrivate ? { text: '' } : {}),
});

async function changeAnswer(work: Work, { question, id }: Answer, change: (of: Answer) => Answer): Promise<void> {
  const { store } = work.services;
  const place = { store, scope: work.scope, kind: answers, id: answerKey(question, id) };
  const stored = await update(place, (of) => of && change(of));
  if (stored) noteAnswer(work, stored.value);
}

/** Long after the last word, what was asked of coordinators alone is a figure without words. */
async function expire(work: Work): Promise<void> {
  const before = keptSince('privateQuestions', work.services.clock.now());
  const isOver = (of: Question): boolean =>
    of.to === 'coordinator' && !isOpen(of) && of.touchedAt < before && of.text !== '';
  for (const over of (await allQuestions(work)).filter(isOver)) {
    const { id } = over;
    for (const one of await answersNow(work, id)) await changeAnswer(work, one, (now) => ({ ...now, text: '' }));
    await changeQuestion(work, id, ({ topic: _, ...now }) => ({ ...now, text: '', details: '' }));
    await redrawTold(work, over);
  }
}

export const questionPersonal: Personal = { collect, erase, expire };
