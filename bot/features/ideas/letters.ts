/** What ideas write by mail: what became of someone's own. */
import type { LetterBody, LetterDrawing } from '../../core/feature.ts';
import { memberIdOf } from '../../core/network.ts';
import { registerOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { ideaPage, stepFaces } from './card-operations.ts';
import { cardText } from './card-text.ts';
import { stepLines } from './cards.ts';
import { isTheirs } from './operations.ts';

/** `subject`: the idea and which of its steps, `i1|2`. Pointless when the step was taken back meanwhile, or it is not theirs. */
async function step(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const { t, network, services, actor } = visit;
  const of = await stepFaces(visit, subject, t);
  if (!of || !isTheirs(visit, await registerOf(visit), of.idea)) return undefined;
  const address = await services.linkForPerson(network.id, memberIdOf(actor.person), ideaPage(of.idea.id));
  return {
    title: t(cardText.letterTitle, { title: of.idea.title }),
    blocks: [
      ...stepLines(of, t).map((one) => ({ type: 'text', text: one }) as const),
      { type: 'text', text: t(cardText.ofCall, { title: of.call }) },
      { type: 'links', isButton: true, links: [{ label: t(cardText.openIdea), address }] },
      { type: 'text', text: t(cardText.withThanks) },
    ],
  };
}

export const ideaLetters: readonly LetterDrawing[] = [{ name: 'ideas.step', draw: step }];
