/** The requests of statements. */
import type * as statements from '../../../../bot/features/statements/contract.ts';
import { call } from '../../call.ts';

export const listStatements = call<typeof statements.listStatements>('GET', '/statements');
export const getStatement = call<typeof statements.getStatement>('GET', '/statements/{statement}');
export const compareVersions = call<typeof statements.compareVersions>('GET', '/statements/{statement}/comparison');
export const createStatement = call<typeof statements.createStatement>('POST', '/statements');
export const changeStatement = call<typeof statements.changeStatement>('PATCH', '/statements/{statement}');
export const openStatement = call<typeof statements.openStatement>('POST', '/statements/{statement}/commenting');
export const openStatementJoining = call<typeof statements.openStatementJoining>(
  'POST',
  '/statements/{statement}/joining',
);
export const finishStatement = call<typeof statements.finishStatement>('POST', '/statements/{statement}/final');
export const bankStatement = call<typeof statements.bankStatement>('POST', '/statements/{statement}/bank');
export const withdrawStatement = call<typeof statements.withdrawStatement>(
  'POST',
  '/statements/{statement}/withdrawal',
);
export const repostStatement = call<typeof statements.repostStatement>('POST', '/statements/{statement}/repost');
export const commentStatement = call<typeof statements.commentStatement>('POST', '/statements/{statement}/comments');
export const editStatementComment = call<typeof statements.editStatementComment>(
  'PUT',
  '/statements/{statement}/comments/{comment}',
);
export const removeStatementComment = call<typeof statements.removeStatementComment>(
  'DELETE',
  '/statements/{statement}/comments/{comment}',
);
export const joinStatement = call<typeof statements.joinStatement>('PUT', '/statements/{statement}/join');
export const leaveStatement = call<typeof statements.leaveStatement>('DELETE', '/statements/{statement}/join');
export const joinStatementFor = call<typeof statements.joinStatementFor>('POST', '/statements/{statement}/joins');
export const removeStatementJoin = call<typeof statements.removeStatementJoin>(
  'DELETE',
  '/statements/{statement}/joins/{organisation}',
);
export const exportStatement = call<typeof statements.exportStatement>('POST', '/statements/{statement}/document');

export type StatementSummary = statements.StatementSummary;
export type StatementView = statements.StatementView;
export type StatementDesk = NonNullable<StatementView['desk']>;
export type StatementDraft = statements.StatementDraft;
export type ParagraphView = statements.ParagraphView;
export type CommentView = statements.CommentView;
export type JoinedView = statements.JoinedView;
export type ComparedParagraph = statements.ComparedParagraph;
