/** What statements store on a person: their comments, what they joined for their organisation, and what they prepared. Who has joined stays joined. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { keptSince } from '../../core/retention.ts';
import { activityScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { allStatements, changeStatementNow, commentsOf, joinsOf } from './memory.ts';
import { type Statement, statementComments, statementJoins, withoutPerson } from './statement.ts';

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const isTheirs = (person: PersonKey): boolean => isOneOf(ids, person);
  const found = await Promise.all(
    (await allStatements(work)).map(async (of) => {
      const [comments, joins] = await Promise.all([commentsOf(work, of.id), joinsOf(work, of.id)]);
      const about = { statement: of.id, title: of.title };
      return {
        comments: comments.filter(({ by }) => isTheirs(by)).map(({ by: _, of: __, ...one }) => ({ ...about, ...one })),
        joins: joins.filter(({ by }) => isTheirs(by)).map(({ by: _, ...one }) => ({ ...about, ...one })),
        created: isTheirs(of.createdBy) ? [{ ...about, createdAt: of.createdAt }] : [],
        versions: of.versions.filter(({ by }) => isTheirs(by)).map(({ n, at }) => ({ ...about, n, at })),
        finished: of.final && isTheirs(of.final.by) ? [{ ...about, at: of.final.at }] : [],
      };
    }),
  );
  return {
    statementComments: found.flatMap(({ comments }) => comments),
    statementsJoined: found.flatMap(({ joins }) => joins),
    statementsCreated: found.flatMap(({ created }) => created),
    statementVersions: found.flatMap(({ versions }) => versions),
    statementsFinished: found.flatMap(({ finished }) => finished),
  };
}

/** Their words go, and their name; that their organisation joined is the organisation's. */
async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  const { store, posts } = work.services;
  const isTheirs = (person: PersonKey): boolean => isOneOf(ids, person);
  for (const of of await allStatements(work)) {
    const scope = activityScope(work.scope, of.id);
    for (const one of await commentsOf(work, of.id)) {
      if (!isTheirs(one.by)) continue;
      await store.remove(scope, statementComments, one.id);
      posts.refreshSoon(work.network.id, of.post);
    }
    for (const one of await joinsOf(work, of.id)) {
      if (!isTheirs(one.by)) continue;
      await update({ store, scope, kind: statementJoins, id: one.organisation }, (now) =>
        now && isTheirs(now.by) ? { ...now, by: as } : now,
      );
    }
    if (withoutPerson(of, isTheirs, as) !== of)
      await changeStatementNow(work, of.id, (now) => withoutPerson(now, isTheirs, as));
  }
}

/** When work on it ended. */
const endedAt = ({ final, withdrawnAt }: Statement) => final?.at ?? withdrawnAt;

/** Some time after it ended, nobody's comments and nobody's name are kept; the text and the organisations stay. */
async function expire(work: Work): Promise<void> {
  const { store, clock } = work.services;
  const since = keptSince('statementComments', clock.now());
  for (const of of await allStatements(work)) {
    const ended = endedAt(of);
    if (ended === undefined || ended >= since) continue;
    const scope = activityScope(work.scope, of.id);
    for (const { id } of await commentsOf(work, of.id)) await store.remove(scope, statementComments, id);
    for (const { organisation } of await joinsOf(work, of.id)) await store.remove(scope, statementJoins, organisation);
  }
}

export const statementPersonal: Personal = { collect, erase, expire };
