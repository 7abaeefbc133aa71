/** The letter of a bulletin, and the test that only its writer gets. */
import { when } from '../../core/clock.ts';
import type { LetterBlock, LetterBody, LetterDrawing } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { memberIdOf } from '../../core/network.ts';
import type { Visit } from '../../core/turn.ts';
import { type Bulletin, hasGone } from './bulletin.ts';
import { findBulletin } from './memory.ts';
import { text } from './text.ts';

/** What it says to the actor. Pictures are not in letters: they say that there is one, and where. */
export async function letterBody(
  of: Pick<Bulletin, 'id' | 'title' | 'text' | 'link' | 'picture' | 'corrections'>,
  visit: Visit,
): Promise<LetterBody> {
  const { t, services, network, actor } = visit;
  const corrected = of.corrections.at(-1)?.at;
  const address = await services.linkForPerson(network.id, memberIdOf(actor.person), `bulletins/${of.id}`);
  return {
    title: of.title,
    blocks: [
      ...paragraphs(
        of.text,
        of.picture && t(text.hasPicture, { alt: of.picture.alt }),
        corrected !== undefined && t(text.corrected, { when: when(corrected, network.zone) }),
      ),
      ...(of.link ? [links([{ label: of.link.label ?? t(text.link), address: of.link.url }], true)] : []),
      links([{ label: t(text.readOnPage), address }]),
    ],
  };
}

const links = (of: readonly { label: string; address: string }[], isButton = false): LetterBlock => ({
  ...{ type: 'links', links: of },
  ...(isButton ? { isButton } : {}),
});

const paragraphs = (...of: readonly (string | undefined | false)[]): LetterBlock[] =>
  of.flatMap((one) => (one ? [{ type: 'text', text: one }] : []));

/** As it is when the letter leaves: what was corrected by then is right in it. */
async function bulletin(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const of = await findBulletin(visit, subject as ActivityId);
  return of && hasGone(of) ? letterBody(of, visit) : undefined;
}

async function test(subject: string, visit: Visit): Promise<LetterBody | undefined> {
  const of = await findBulletin(visit, (subject.split('|')[0] ?? '') as ActivityId);
  if (!of) return undefined;
  const { title, blocks } = await letterBody(of, visit);
  return {
    title: visit.t(text.test, { title }),
    blocks: [...paragraphs(visit.t(text.testLead)), ...blocks],
  };
}

export const bulletinLetters: readonly LetterDrawing[] = [
  { name: 'bulletins.bulletin', draw: bulletin },
  { name: 'bulletins.test', draw: test },
];
