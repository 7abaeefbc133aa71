/** What the tab asks of questions: each request is loaded, decided and answered here. */
import { asCoordinator } from '../../core/access.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { pageOf } from '../../core/paging.ts';
import type { Visit } from '../../core/turn.ts';
import * as contract from './contract.ts';
import {
  actOn,
  answerMove,
  answerQuestion,
  askQuestion,
  changeAnswer,
  changeAsked,
  daysOf,
  readerOf,
  removeAnswer,
  requestAnswer,
  setDays,
  suggestMove,
  toBank,
  visibleQuestion,
} from './operations.ts';
import { listFor, queueOf, rowsFor, suggestionsFor, viewFor } from './shown.ts';

/** Questions in one answer of the list. */
const LIST_PAGE = 50;

const deskFor = async (visit: Visit) => ({
  queue: await rowsFor(visit, await queueOf(visit)),
  questionDays: await daysOf(visit),
});

export const routes: readonly Route[] = [
  route(contract.listQuestions, 'member', async ({ params }, visit) => {
    const lists = await listFor(visit);
    const { rows, ...more } = pageOf(lists[params.show ?? 'open'], params.after, LIST_PAGE);
    const { open, answered, own } = lists;
    return {
      questions: await rowsFor(visit, rows),
      ...{ open: open.length, answered: answered.length, own: own.length, ...more },
    };
  }),
  route(contract.getQuestion, 'member', async ({ params }, visit) =>
    viewFor(visit, await visibleQuestion(visit, params.question, await readerOf(visit))),
  ),
  route(contract.suggestForQuestion, 'member', ({ body }, visit) => suggestionsFor(visit, body)),
  route(contract.askQuestion, 'member', async ({ body }, visit) =>
    viewFor(visit, await askQuestion(visit, body.draft, body.requestId)),
  ),
  route(contract.changeQuestion, 'member', async ({ params, body }, visit) =>
    viewFor(visit, await changeAsked(visit, params.question, body.draft)),
  ),
  route(contract.answerQuestion, 'member', async ({ params, body }, visit) =>
    viewFor(visit, await answerQuestion(visit, params.question, { answer: body.answer, form: body.requestId })),
  ),
  route(contract.changeAnswer, 'member', async ({ params, body }, visit) =>
    viewFor(visit, await changeAnswer(visit, params, body.answer)),
  ),
  route(contract.removeAnswer, 'member', async ({ params }, visit) =>
    viewFor(visit, await removeAnswer(visit, params.question, params.answer)),
  ),
  route(contract.actOnQuestion, 'member', async ({ params, body }, visit) =>
    viewFor(visit, await actOn(visit, params.question, body.act)),
  ),
  route(contract.suggestMove, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await suggestMove(visit, params.question)),
  ),
  route(contract.answerMove, 'member', async ({ params, body }, visit) =>
    viewFor(visit, await answerMove(visit, params.question, body)),
  ),
  route(contract.requestAnswer, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await requestAnswer(visit, params.question, body.member)),
  ),
  route(contract.toBank, 'coordinator', async ({ params, body }, visit) => ({
    material: await toBank(visit, params.question, body),
  })),
  route(contract.getQuestionsDesk, 'coordinator', (_, visit) => deskFor(visit)),
  route(contract.setQuestionsDesk, 'coordinator', async ({ body }, visit) => {
    await setDays(visit, body.questionDays);
    return deskFor(visit);
  }),
  route(contract.exportQuestions, 'coordinator', async ({ body }, visit) => {
    await asCoordinator(visit);
    return { url: await linkToFile(visit, `questions.${body.format}`, '') };
  }),
];
