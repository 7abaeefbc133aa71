/** What the tab asks of statements: each request is loaded, decided and answered here. */
import type { Instant } from '../../core/clock.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { isCoordinator, isOneOf } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { nameIn } from '../../core/organisation.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { statementCard } from './cards.ts';
import { compare } from './compare.ts';
import * as contract from './contract.ts';
import { commentsOf, joinsOf } from './memory.ts';
import {
  addComment,
  bankStatement,
  changeStatement,
  createStatement,
  draftFrame,
  editComment,
  finishStatement,
  joinFor,
  joinStatement,
  leaveStatement,
  openForComments,
  openForJoining,
  removeComment,
  removeJoin,
  repostStatement,
  statementsFor,
  withdrawStatement,
} from './operations.ts';
import { channelFrame, joinedOf, ownStanding, personShown, requireMember, shownOf, visibleStatement } from './shown.ts';
import {
  arranged,
  deadlineFor,
  draftOf,
  openComments,
  type Statement,
  type StatementComment,
  takesComments,
  takesJoins,
  waitsForCoordinator,
} from './statement.ts';
import { text } from './text.ts';

const current = async (visit: Visit, id: ActivityId): Promise<contract.StatementView> =>
  viewFor(visit, await visibleStatement(visit, id));

export const statementRoutes: readonly Route[] = [
  route(contract.listStatements, 'member', async (_, visit) => {
    requireMember(visit);
    const all = await statementsFor(visit);
    return {
      statements: await Promise.all(all.map((of) => summaryFor(visit, of))),
      mayManage: isCoordinator(await networkNow(visit), visit.actor.person),
    };
  }),
  route(contract.getStatement, 'member', async ({ params }, visit) => current(visit, params.statement)),
  route(contract.compareVersions, 'member', async ({ params }, visit) => {
    const { versions } = await visibleStatement(visit, params.statement);
    const [from, to] = [params.from, params.to].map((n) => versions.find((one) => one.n === n));
    if (!from || !to) throw new Refusal(text.unknownVersion);
    const paragraphs = compare(from.paragraphs, to.paragraphs);
    return { paragraphs: paragraphs.map(({ pieces, ...one }) => ({ ...one, pieces: [...pieces] })) };
  }),
  route(contract.createStatement, 'coordinator', async ({ body }, visit) =>
    viewFor(visit, await createStatement(visit, body.draft, body.requestId)),
  ),
  route(contract.changeStatement, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await changeStatement(visit, params.statement, body.draft, body.edits)),
  ),
  route(contract.openStatement, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await openForComments(visit, params.statement, body)),
  ),
  route(contract.openStatementJoining, 'coordinator', async ({ params, body }, visit) =>
    viewFor(visit, await openForJoining(visit, params.statement, body)),
  ),
  route(contract.finishStatement, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await finishStatement(visit, params.statement)),
  ),
  route(contract.bankStatement, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await bankStatement(visit, params.statement)),
  ),
  route(contract.withdrawStatement, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await withdrawStatement(visit, params.statement)),
  ),
  route(contract.repostStatement, 'coordinator', async ({ params }, visit) =>
    viewFor(visit, await repostStatement(visit, params.statement)),
  ),
  route(contract.commentStatement, 'member', async ({ params, body }, visit) => {
    await addComment(visit, params.statement, body);
    return current(visit, params.statement);
  }),
  route(contract.editStatementComment, 'member', async ({ params, body }, visit) => {
    await editComment(visit, params.statement, params.comment, body.text);
    return current(visit, params.statement);
  }),
  route(contract.removeStatementComment, 'member', async ({ params }, visit) => {
    await removeComment(visit, params.statement, params.comment);
    return current(visit, params.statement);
  }),
  route(contract.joinStatement, 'member', async ({ params, body }, visit) => {
    await joinStatement(visit, params.statement, body.note);
    return current(visit, params.statement);
  }),
  route(contract.leaveStatement, 'member', async ({ params }, visit) => {
    await leaveStatement(visit, params.statement);
    return current(visit, params.statement);
  }),
  route(contract.joinStatementFor, 'coordinator', async ({ params, body }, visit) => {
    await joinFor(visit, params.statement, body);
    return current(visit, params.statement);
  }),
  route(contract.removeStatementJoin, 'coordinator', async ({ params }, visit) => {
    await removeJoin(visit, params.statement, params.organisation);
    return current(visit, params.statement);
  }),
  route(contract.exportStatement, 'member', async ({ params }, visit) => {
    const { id } = await visibleStatement(visit, params.statement);
    return { url: await linkToFile(visit, 'statements.docx', id) };
  }),
];

async function summaryFor(visit: Visit, of: Statement): Promise<contract.StatementSummary> {
  const now = visit.services.clock.now();
  const [shown, { joined }] = await Promise.all([shownOf(visit, of), ownStanding(visit, of)]);
  return {
    ...{ id: of.id, title: of.title, state: of.state },
    isOpen: takesComments(of, now) || takesJoins(of, now),
    ...(of.commentsUntil === undefined ? {} : { commentsUntil: of.commentsUntil }),
    ...(of.joinUntil === undefined ? {} : { joinUntil: of.joinUntil }),
    ...(of.final === undefined ? {} : { finalAt: of.final.at }),
    ...{ comments: shown.comments, joined: shown.joined.length },
    isIn: joined !== undefined && !joined.isAskedAgain,
  };
}

/** The statement as this reader may see it: the only way in which it leaves for the tab. */
async function viewFor(visit: Visit, of: Statement): Promise<contract.StatementView> {
  const { t, services, actor } = visit;
  const now = services.clock.now();
  const [register, comments, joins, standing, summary] = await Promise.all([
    ...([registerOf(visit), commentsOf(visit, of.id), joinsOf(visit, of.id)] as const),
    ...([ownStanding(visit, of), summaryFor(visit, of)] as const),
  ]);
  const own = identitiesOf(register, objectIdOf(actor.person));
  const commentView = (one: StatementComment): contract.CommentView => ({
    ...{ id: one.id, text: one.text, at: one.at, version: one.version, isEdited: one.editedAt !== undefined },
    ...personShown(register, one.by, t),
    isOwn: isOneOf(own, one.by),
  });
  const { whole, byParagraph, removed } = arranged(of, comments);
  const part = (one: (typeof byParagraph)[number]): contract.ParagraphView => ({
    ...one.paragraph,
    comments: one.comments.map(commentView),
  });
  const joined = joinedOf(register, of, joins);
  const { organisation, isMunicipality, joined: mine } = standing;
  return {
    ...summary,
    ...(of.background === undefined ? {} : { background: of.background }),
    ...(of.askedBy === undefined ? {} : { askedBy: of.askedBy }),
    ...(of.dueOn === undefined ? {} : { dueOn: of.dueOn }),
    versions: of.versions.map(({ n, at, by, note }) => ({
      ...{ n, at, by: personShown(register, by, t).name },
      ...(note === undefined ? {} : { note }),
    })),
    ...{ paragraphs: byParagraph.map(part), removed: removed.map(part), whole: whole.map(commentView) },
    joinedBy: of.final
      ? of.final.joined.map(({ id, names, note }) => ({
          ...{ organisation: id, name: nameIn(names, t), isAskedAgain: false },
          ...(note === undefined ? {} : { note }),
        }))
      : joined.map(({ organisation: id, names, join, isAskedAgain }) => ({
          ...{ organisation: id, name: nameIn(names, t), isAskedAgain, by: personShown(register, join.by, t).name },
          ...(join.note === undefined ? {} : { note: join.note }),
          ...(join.reason === undefined ? {} : { reason: join.reason }),
        })),
    ...{ takesComments: takesComments(of, now), takesJoins: takesJoins(of, now) },
    own: {
      ...(organisation ? { organisation: nameIn(organisation.names, t) } : {}),
      ...{ isMunicipality, isIn: mine !== undefined && !mine.isAskedAgain },
      isAskedAgain: mine?.isAskedAgain ?? false,
      ...(mine?.join.note === undefined ? {} : { note: mine.join.note }),
    },
    ...(of.bankItem === undefined ? {} : { bankItem: of.bankItem }),
    ...(await deskFor(visit, of, now)),
  };
}

async function deskFor(visit: Visit, of: Statement, now: Instant): Promise<Pick<contract.StatementView, 'desk'>> {
  const { network, actor, services, t } = visit;
  if (!isCoordinator(network, actor.person)) return {};
  const [post, register] = await Promise.all([services.posts.status(network.id, of.post), registerOf(visit)]);
  const organisations = [...register.organisations.values()]
    .filter(({ mergedInto, membership }) => mergedInto === undefined && membership !== 'left')
    .map(({ id, names }) => ({ id, name: nameIn(names, t) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fi'));
  return {
    desk: {
      organisations,
      ...{ draft: draftOf(of, network.zone), edits: of.edits },
      ...(of.state === 'draft' ? { card: asPosted(visit, of) } : {}),
      ...(waitsForCoordinator(of, now)
        ? { waits: t(of.state === 'joining' ? text.waitFinish : text.waitComments) }
        : {}),
      post: {
        state: post?.state ?? (of.state === 'draft' ? 'waiting' : 'removed'),
        ...(post?.reason === undefined ? {} : { reason: post.reason }),
      },
    },
  };
}

/** The card as it would be posted if a draft was opened for comments now. */
function asPosted(visit: Visit, of: Statement): object {
  const frame = draftFrame(visit);
  const until = deadlineFor('commentsUntilOn', { on: '', at: '' }, frame, of.commentsUntil);
  const opened = openComments(of, until, frame.now);
  return statementCard(opened, { comments: 0, joined: [] }, channelFrame(visit, of));
}
