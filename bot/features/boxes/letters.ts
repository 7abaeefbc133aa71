/** What challenges write by mail: that someone was challenged by name. The link leads to the person's own page. */
import type { LetterBody, LetterDrawing } from '../../core/feature.ts';
import { isOn } from '../../core/modules.ts';
import { memberIdOf } from '../../core/network.ts';
import type { Visit } from '../../core/turn.ts';
import { countLine, nameIn, passedSummary } from './cards.ts';
import { passedBy } from './hook-operations.ts';
import { deedsIn } from './memory.ts';
import { text } from './text.ts';

/** Pointless once they have answered or said no, or the challenge or their part of it is over. */
async function passed(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const { t, services, network, actor } = visit;
  const found = isOn(network, 'boxes') ? await passedBy(visit, subject, memberIdOf(actor.person)) : undefined;
  if (!found) return undefined;
  const { challenge, passed: by } = found;
  const count = (await deedsIn.recent(visit, challenge.id)).size;
  const page = `challenges/${challenge.id}?from=${by.id}`;
  const address = await services.linkForPerson(network.id, memberIdOf(actor.person), page);
  const paragraphs = [
    t(text.challengedLine, { name: nameIn(by, t) }),
    challenge.text,
    by.deed && `${t(text.theirDeed, { name: nameIn(by, t) })}\n${by.deed}`,
    countLine(challenge, count, t),
    t(text.letterHow),
  ];
  return {
    title: passedSummary(challenge, by, t),
    blocks: [
      ...paragraphs.flatMap((one) => (one ? [{ type: 'text' as const, text: one }] : [])),
      { type: 'links', isButton: true, links: [{ label: t(text.addDeed), address }] },
    ],
  };
}

export const boxLetters: readonly LetterDrawing[] = [{ name: 'boxes.passed', draw: passed }];
