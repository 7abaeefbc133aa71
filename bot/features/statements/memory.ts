/** Statements, comments and who joined, as they are stored; headers are remembered between requests. */
import { SECOND } from '../../core/clock.ts';
import { headersOf } from '../../core/headers.ts';
import type { ActivityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { activityScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { type Join, type StatementComment, statementComments, statementJoins, statements } from './statement.ts';
import { text } from './text.ts';

const headers = headersOf(statements, { age: 2 * SECOND, unknown: text.unknownStatement });

/** As it is stored now. Refuses an id that is not a statement of this network. */
export const statementNow = headers.now;
/** As `statementNow`, undefined when there is none: for jobs and drawings. */
export const findStatement = headers.find;
/** Changes it and remembers it. `change` may run several times. Refuses an id that is not a statement of this network. */
export const changeStatementNow = headers.change;
export const rememberStatement = headers.remember;
/** All of the network as they are now. */
export const allStatements = headers.all;

export const commentsOf = async ({ services, scope }: Work, id: ActivityId): Promise<StatementComment[]> =>
  (await listAll(services.store, activityScope(scope, id), statementComments)).map(({ value }) => value);

export const joinsOf = async ({ services, scope }: Work, id: ActivityId): Promise<Join[]> =>
  (await listAll(services.store, activityScope(scope, id), statementJoins)).map(({ value }) => value);
