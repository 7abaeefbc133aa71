/** The requests of surveys, feedback and wishes, beside those of the first view: `../../calls.ts` has the list. */
import type { z } from 'zod';
import type * as surveys from '../../../../bot/features/surveys/contract.ts';
import { call } from '../../call.ts';

export const getSurvey = call<typeof surveys.getSurvey>('GET', '/surveys/{survey}');
export const saveAnswers = call<typeof surveys.saveAnswers>('POST', '/surveys/{survey}/draft');
export const sendAnswers = call<typeof surveys.sendAnswers>('POST', '/surveys/{survey}/answers');
export const withdrawAnswers = call<typeof surveys.withdrawAnswers>('POST', '/surveys/{survey}/withdraw');

export const previewSurvey = call<typeof surveys.previewSurvey>('POST', '/surveys/preview');
export const readQuestionLines = call<typeof surveys.readQuestionLines>('POST', '/surveys/questions');
export const createSurvey = call<typeof surveys.createSurvey>('POST', '/surveys');
export const copySurvey = call<typeof surveys.copySurvey>('GET', '/surveys/{survey}/copy');
export const listForms = call<typeof surveys.listForms>('GET', '/survey-forms');
export const saveForm = call<typeof surveys.saveForm>('PUT', '/survey-forms/{form}');
export const removeForm = call<typeof surveys.removeForm>('DELETE', '/survey-forms/{form}');
export const addPicture = call<typeof surveys.addPicture>('POST', '/surveys/pictures');
export const correctSurvey = call<typeof surveys.correctSurvey>('PATCH', '/surveys/{survey}');
export const closeSurvey = call<typeof surveys.closeSurvey>('POST', '/surveys/{survey}/close');
export const extendSurvey = call<typeof surveys.extendSurvey>('POST', '/surveys/{survey}/deadline');
export const undoSurvey = call<typeof surveys.undoSurvey>('POST', '/surveys/{survey}/undo');
export const enterAnswers = call<typeof surveys.enterAnswers>('POST', '/surveys/{survey}/entered');
export const previewSurveyReminder = call<typeof surveys.previewSurveyReminder>('GET', '/surveys/{survey}/reminder');
export const remindSurvey = call<typeof surveys.remindSurvey>('POST', '/surveys/{survey}/reminder');
export const repostSurvey = call<typeof surveys.repostSurvey>('POST', '/surveys/{survey}/repost');
export const renewLink = call<typeof surveys.renewLink>('POST', '/surveys/{survey}/link');
export const postResults = call<typeof surveys.postResults>('POST', '/surveys/{survey}/results');
export const exportSurvey = call<typeof surveys.exportSurvey>('POST', '/surveys/{survey}/export');
export const listResponses = call<typeof surveys.listResponses>('GET', '/surveys/{survey}/responses');

export const listTexts = call<typeof surveys.listTexts>('GET', '/surveys/{survey}/texts');
export const changeText = call<typeof surveys.changeText>('PATCH', '/surveys/{survey}/texts/{text}');
export const listWishes = call<typeof surveys.listWishes>('GET', '/wishes');
export const feedbackYears = call<typeof surveys.feedbackYears>('GET', '/feedback');
export const getFeedbackForm = call<typeof surveys.getFeedbackForm>('GET', '/feedback/form');
export const putFeedbackForm = call<typeof surveys.putFeedbackForm>('PUT', '/feedback/form');

export type SurveyView = surveys.SurveyView;
export type SurveyDesk = NonNullable<SurveyView['desk']>;
export type QuestionView = surveys.QuestionView;
export type QuestionResult = surveys.QuestionResult;
export type AverageView = surveys.AverageView;
export type TextView = surveys.TextView;
export type WishView = surveys.WishView;
export type FeedbackFormView = surveys.FeedbackFormView;
/** What the form of a new survey sends. */
export type SurveyDraft = z.infer<(typeof surveys.previewSurvey)['body']>;
export type QuestionDraft = SurveyDraft['parts'][number]['questions'][number];
