/** The requests of the pages of questions. */
import type { z } from 'zod';
import type * as questions from '../../../../bot/features/questions/contract.ts';
import { call } from '../../call.ts';

export const listQuestions = call<typeof questions.listQuestions>('GET', '/questions');
export const getQuestion = call<typeof questions.getQuestion>('GET', '/questions/{question}');
export const suggestForQuestion = call<typeof questions.suggestForQuestion>('POST', '/question-suggestions');
export const askQuestion = call<typeof questions.askQuestion>('POST', '/questions');
export const changeQuestion = call<typeof questions.changeQuestion>('PUT', '/questions/{question}');
export const answerQuestion = call<typeof questions.answerQuestion>('POST', '/questions/{question}/answers');
export const changeAnswer = call<typeof questions.changeAnswer>('PUT', '/questions/{question}/answers/{answer}');
export const removeAnswer = call<typeof questions.removeAnswer>('DELETE', '/questions/{question}/answers/{answer}');
export const actOnQuestion = call<typeof questions.actOnQuestion>('POST', '/questions/{question}/act');
export const suggestMove = call<typeof questions.suggestMove>('POST', '/questions/{question}/move');
export const answerMove = call<typeof questions.answerMove>('POST', '/questions/{question}/consent');
export const requestAnswer = call<typeof questions.requestAnswer>('POST', '/questions/{question}/requests');
export const toBank = call<typeof questions.toBank>('POST', '/questions/{question}/bank');
export const getQuestionsDesk = call<typeof questions.getQuestionsDesk>('GET', '/questions-desk');
export const setQuestionsDesk = call<typeof questions.setQuestionsDesk>('PUT', '/questions-desk');
export const exportQuestions = call<typeof questions.exportQuestions>('POST', '/questions-file');

export type QuestionRow = questions.QuestionRow;
export type QuestionView = questions.QuestionView;
export type AnswerView = questions.AnswerView;
export type Knowing = questions.Knowing;
export type QuestionDraft = questions.QuestionDraft;
export type QuestionsDesk = questions.QuestionsDesk;
export type Suggested = z.infer<typeof questions.suggestForQuestion.response>;
