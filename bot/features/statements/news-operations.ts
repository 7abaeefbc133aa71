/** What the digest and start pages tell of statements: those that members can comment on or join now. */
import { type Instant, when } from '../../core/clock.ts';
import type { News, Waiting } from '../../core/feature.ts';
import { isOneOf } from '../../core/network.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { untilOf } from './cards.ts';
import { allStatements, commentsOf } from './memory.ts';
import { ownIdentities } from './operations.ts';
import { ownStanding } from './shown.ts';
import { type Statement, takesComments, takesJoins } from './statement.ts';
import { text } from './text.ts';

async function openNow(work: Work): Promise<readonly { readonly of: Statement; readonly until: Instant }[]> {
  const now = work.services.clock.now();
  const open = (await allStatements(work)).flatMap((of) => {
    const until = takesComments(of, now) ? of.commentsUntil : takesJoins(of, now) ? of.joinUntil : undefined;
    return until === undefined ? [] : [{ of, until }];
  });
  return open.sort((a, b) => (a.until < b.until ? -1 : 1));
}

/** Open ones, and those that became final since then. */
export async function news(since: Instant, work: Work): Promise<readonly News[]> {
  const { network, channelT } = work;
  const open = (await openNow(work)).map(({ of, until }): News => {
    const row = of.state === 'commenting' ? text.commentUntil : text.joinUntil;
    const hint = channelT(row, { when: when(until, network.zone) });
    return { section: 'statements', title: of.title, hint, page: `statements/${of.id}`, at: until };
  });
  const finals = (await allStatements(work)).flatMap(({ id, title, final }): News[] =>
    final && final.at >= since
      ? [
          {
            ...{ section: 'statements', title, page: `statements/${id}`, at: final.at },
            hint: channelT(text.finalOn, { when: when(final.at, network.zone) }),
          },
        ]
      : [],
  );
  return [...open, ...finals];
}

/** Those that wait for the actor's comment or their organisation's joining, then those that have it. */
export async function waitingStatements(visit: Visit): Promise<readonly Waiting[]> {
  const { services, network, t, actor } = visit;
  if (actor.isInvited || actor.isOutsider) return [];
  const frame = { now: services.clock.now(), zone: network.zone, t };
  const lines = await Promise.all(
    (await openNow(visit)).map(async ({ of }): Promise<Waiting[]> => {
      const line = { title: of.title, hint: untilOf(of, frame) ?? '', page: `statements/${of.id}` };
      if (of.state === 'joining') {
        const { organisation, joined } = await ownStanding(visit, of);
        if (!organisation) return [];
        return [joined && !joined.isAskedAgain ? { ...line, isDone: true } : line];
      }
      const own = await ownIdentities(visit);
      const has = (await commentsOf(visit, of.id)).some(({ by }) => isOneOf(own, by));
      return [has ? { ...line, isDone: true } : line];
    }),
  );
  return lines.flat().sort((a, b) => Number(a.isDone ?? false) - Number(b.isDone ?? false));
}
