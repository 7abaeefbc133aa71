/** What questions write by mail: that one’s question was answered, and what waits for one. Links lead to the person’s own page. */

import { when } from '../../core/clock.ts';
import type { LetterBlock, LetterBody, LetterDrawing } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { memberIdOf } from '../../core/network.ts';
import { registerOf } from '../../core/register.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { aboutLines, askerLine, whoLine } from './cards.ts';
import { answersNow, findQuestion } from './memory.ts';
import { readerOf } from './operations.ts';
import { isAsker, isForAll, isOpen, maySee, type Question, type Reader } from './question.ts';
import { answerShown, shownTo } from './shown.ts';
import { text } from './text.ts';

const paragraphs = (...of: readonly (string | undefined | false)[]): LetterBlock[] =>
  of.flatMap((one) => (one ? [{ type: 'text', text: one }] : []));

async function letterOn(visit: Visit, of: Question, title: string, ...lines: readonly string[]): Promise<LetterBody> {
  const { t, network, services, actor } = visit;
  const shown = await shownTo(visit, of);
  const address = await services.linkForPerson(network.id, memberIdOf(actor.person), `questions/${of.id}`);
  return {
    title,
    blocks: [
      ...paragraphs(...lines),
      { type: 'heading', text: shown.text },
      ...paragraphs(askerLine(shown, t), shown.details, ...aboutLines(shown, t)),
      { type: 'links', isButton: true, links: [{ label: t(text.letterOpen), address }] },
    ],
  };
}

/** Drawn when it is sent: undefined once its reader may not see it any more, or it has become pointless. */
const onQuestion =
  (title: Message, fits: (of: Question, reader: Reader) => boolean, line: (of: Question, visit: Visit) => string) =>
  async (subject: string, visit: Visit): Promise<LetterBody | undefined> => {
    const [of, reader] = await Promise.all([findQuestion(visit, subject as ActivityId), readerOf(visit)]);
    if (!of || !isOn(visit.network, 'questions') || !maySee(of, reader) || !fits(of, reader)) return undefined;
    return letterOn(visit, of, visit.t(title), line(of, visit));
  };

async function answeredLetter(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const [question = '', answer = ''] = subject.split('|');
  const [of, reader] = await Promise.all([findQuestion(visit, question as ActivityId), readerOf(visit)]);
  if (!of || !isAsker(of, reader) || of.state === 'withdrawn' || !isOn(visit.network, 'questions')) return undefined;
  const one = (await answersNow(visit, of.id)).find(({ id }) => id === answer);
  const shown = one && answerShown(await registerOf(visit), of, one, visit.t);
  return shown && letterOn(visit, of, visit.t(text.toldAnswer, { who: whoLine(shown.by) }), shown.text);
}

export const letters: readonly LetterDrawing[] = [
  { name: 'questions.answered', draw: answeredLetter },
  {
    name: 'questions.asked',
    draw: onQuestion(
      text.toldForYou,
      (of, { isCoordinator }) => isCoordinator && isOpen(of),
      () => '',
    ),
  },
  {
    name: 'questions.unanswered',
    draw: onQuestion(
      text.toldUnanswered,
      (of, { isCoordinator }) => isCoordinator && isOpen(of),
      (of, { t, network }) => t(text.unansweredSince, { when: when(of.at, network.zone) }),
    ),
  },
  {
    name: 'questions.requested',
    draw: onQuestion(
      text.toldRequested,
      (of) => isForAll(of) && isOpen(of),
      (_, { t }) => t(text.requestedWhy),
    ),
  },
  {
    name: 'questions.move',
    draw: onQuestion(
      text.consentTitle,
      (of, reader) => isAsker(of, reader) && of.to === 'coordinator' && of.moveAskedAt !== undefined,
      (_, { t }) => t(text.mayGoToAll),
    ),
  },
];
