/** What polls write by mail: that one is open, that one’s vote is missing, and the result. Links lead to the person’s own page and only preselect. */
import type { LetterBlock, LetterBody, LetterDrawing } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { memberIdOf } from '../../core/network.ts';
import { getsMail, mainOf, registerOf } from '../../core/register.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { day, optionLabel, resultLines, toldBefore } from './cards.ts';
import { findPoll } from './memory.ts';
import { hasVoted } from './operations.ts';
import { type Poll, phaseOf } from './poll.ts';
import { cannotVote, ownFrame, shownTo } from './shown.ts';
import { text } from './text.ts';

/** Pointless once they have voted, the poll is over, they may not vote in it, or another way reaches them now. */
async function toVote(subject: string, visit: Visit, title: Message): Promise<LetterBody | undefined> {
  const { t, network, services, actor } = visit;
  const poll = await findPoll(visit, subject as ActivityId);
  if (!poll || phaseOf(poll, services.clock.now()) !== 'open') return undefined;
  if (await cannotVote(visit, poll)) return undefined;
  if (!(await isReader(visit)) || (await hasVoted(visit, poll, actor.person))) return undefined;
  const shown = await shownTo(visit, poll, { hasVoted: false });
  const address = (query = ''): Promise<string> =>
    services.linkForPerson(network.id, memberIdOf(actor.person), `polls/${poll.id}${query}`);
  const options = poll.options.map(async (one) => ({
    label: optionLabel(one, network.zone, t),
    address: await address(`?choice=${one.id}`),
  }));
  return {
    title: t(title, { question: poll.question }),
    blocks: [
      ...paragraphs(
        poll.description,
        poll.purpose && `${t(text.purpose)}: ${poll.purpose}`,
        t(text.deadline, { when: day(poll.closesAt, network.zone) }),
        ...toldBefore(poll, shown, t),
        poll.secrecy === 'unnamed' && t(text.unnamed),
        t(text.letterHow),
      ),
      { type: 'links', links: await Promise.all(options) },
      { type: 'links', isButton: true, links: [{ label: t(text.openPoll), address: await address() }] },
    ],
  };
}

async function isReader(visit: Visit): Promise<boolean> {
  const register = await registerOf(visit);
  return getsMail(register, mainOf(register, objectIdOf(visit.actor.person)), 'polls');
}

/** Of the round that was closed; a poll that was opened again has no result. */
async function result(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const { t, network, services, actor } = visit;
  const [id = '', round] = subject.split('|');
  const poll: Poll | undefined = await findPoll(visit, id as ActivityId);
  if (poll?.state !== 'closed' || String(poll.round) !== round || !(await isReader(visit))) return undefined;
  const shown = await shownTo(visit, poll, { hasVoted: true });
  const { verdict, votes, turnout } = resultLines(poll, shown, ownFrame(visit, poll));
  const address = await services.linkForPerson(network.id, memberIdOf(actor.person), `polls/${poll.id}`);
  return {
    title: t(text.letterResult, { question: poll.question }),
    blocks: [
      ...paragraphs(...verdict, votes.join('\n'), turnout.join('\n')),
      { type: 'links', isButton: true, links: [{ label: t(text.openResult), address }] },
    ],
  };
}

const paragraphs = (...of: readonly (string | undefined | false)[]): LetterBlock[] =>
  of.flatMap((one) => (one ? [{ type: 'text', text: one }] : []));

export const pollLetters: readonly LetterDrawing[] = [
  { name: 'polls.open', draw: (subject, visit) => toVote(subject, visit, text.letterOpen) },
  { name: 'polls.reminder', draw: (subject, visit) => toVote(subject, visit, text.letterReminder) },
  { name: 'polls.result', draw: result },
];
