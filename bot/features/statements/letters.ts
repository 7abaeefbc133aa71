/** What statements write by mail: one is open for comments or for joining, one is final, one has changed since the reader joined. */
import { when } from '../../core/clock.ts';
import type { LetterBlock, LetterBody, LetterDrawing } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { isOneOf, memberIdOf } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { identitiesOf, registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { joinedLine } from './cards.ts';
import { commentsOf, findStatement } from './memory.ts';
import { ownStanding, shownOf } from './shown.ts';
import { type Statement, takesComments, takesJoins } from './statement.ts';
import { text } from './text.ts';

async function found(subject: string, visit: Visit): Promise<Statement | undefined> {
  return isOn(visit.network, 'statements') ? findStatement(visit, subject as ActivityId) : undefined;
}

const paragraphs = (...of: readonly (string | undefined | false)[]): LetterBlock[] =>
  of.flatMap((one) => (one ? [{ type: 'text', text: one }] : []));

async function button(visit: Visit, of: Statement): Promise<LetterBlock> {
  const { services, network, actor, t } = visit;
  const address = await services.linkForPerson(network.id, memberIdOf(actor.person), `statements/${of.id}`);
  return { type: 'links', isButton: true, links: [{ label: t(text.openStatement), address }] };
}

/** Pointless once they have commented, or commenting is over. */
async function toComment(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const { t, network, services, actor } = visit;
  const of = await found(subject, visit);
  if (!of || !takesComments(of, services.clock.now()) || of.commentsUntil === undefined) return undefined;
  const own = identitiesOf(await registerOf(visit), objectIdOf(actor.person));
  if ((await commentsOf(visit, of.id)).some(({ by }) => isOneOf(own, by))) return undefined;
  return {
    title: t(text.letterComment, { title: of.title }),
    blocks: [
      ...paragraphs(
        of.background,
        of.askedBy !== undefined && t(text.askedBy, { who: of.askedBy }),
        t(text.commentUntil, { when: when(of.commentsUntil, network.zone) }),
        t(text.letterHow),
      ),
      await button(visit, of),
    ],
  };
}

/** Pointless for who represents nobody or has joined, and once joining is over. */
async function toJoin(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const { t, network, services } = visit;
  const of = await found(subject, visit);
  if (!of || !takesJoins(of, services.clock.now()) || of.joinUntil === undefined) return undefined;
  const { organisation, joined } = await ownStanding(visit, of);
  if (!organisation || (joined && !joined.isAskedAgain)) return undefined;
  const shown = await shownOf(visit, of);
  return {
    title: t(text.letterJoin, { title: of.title }),
    blocks: [
      ...paragraphs(
        of.background,
        t(text.joinUntil, { when: when(of.joinUntil, network.zone) }),
        t(text.joinHow),
        shown.joined.length > 0 && joinedLine(shown.joined, t),
      ),
      await button(visit, of),
    ],
  };
}

async function ready(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const { t } = visit;
  const of = await found(subject, visit);
  if (!of?.final) return undefined;
  const { joined } = await shownOf(visit, of);
  return {
    title: t(text.letterFinal, { title: of.title }),
    blocks: [...paragraphs(joined.length > 0 && joinedLine(joined, t), t(text.letterThanks)), await button(visit, of)],
  };
}

/** `subject`: the statement and the version from which on joining counts. Pointless once they have joined again, or it changed once more. */
async function again(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const [id = '', from] = subject.split('|');
  const of = await found(id, visit);
  const line = of && String(of.joinsFrom) === from ? await askedAgainLine(of, visit) : undefined;
  if (!of || line === undefined) return undefined;
  return {
    title: visit.t(text.letterJoin, { title: of.title }),
    blocks: [...paragraphs(line), await button(visit, of)],
  };
}

/** Undefined when the actor's organisation is not asked again. */
export async function askedAgainLine(of: Statement, visit: Visit): Promise<string | undefined> {
  if (of.state === 'final' || of.state === 'withdrawn') return undefined;
  const { joined } = await ownStanding(visit, of);
  return joined?.isAskedAgain ? visit.t(text.askedAgain, { name: nameIn(joined.names, visit.t) }) : undefined;
}

export const statementLetters: readonly LetterDrawing[] = [
  { name: 'statements.open', draw: toComment },
  { name: 'statements.join', draw: toJoin },
  { name: 'statements.ready', draw: ready },
  { name: 'statements.again', draw: again },
];
