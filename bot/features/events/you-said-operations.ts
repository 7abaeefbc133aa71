/** “You said, we did”: the wishes that an event's invitation answers, read off what was published of feedback. */
import { type ActivityId, activityId } from '../../core/ids.ts';
import { activityScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { surveyTexts, textId } from '../surveys/wish.ts';
import { cardText } from './card-text.ts';
import { clip } from './cards.ts';
import { LONGEST_YOU_SAID, MOST_YOU_SAID, type YouSaid } from './event.ts';

/** Those of these wishes, `<survey>~<text>`, that are done or under way, in their order; one that is hidden, or gone, is not among them. */
export async function youSaidOf(work: Work, ids: readonly string[]): Promise<readonly YouSaid[]> {
  const found = await Promise.all(ids.slice(0, MOST_YOU_SAID).map((id) => oneOf(work, id)));
  return found.filter((one) => one !== undefined);
}

async function oneOf(work: Work, id: string): Promise<YouSaid | undefined> {
  const of = partsOf(id);
  if (!of) return undefined;
  const found = await work.services.store.get(activityScope(work.scope, of.survey), surveyTexts, of.text);
  const { text: said = '', wish, isHidden } = found?.value ?? {};
  if (isHidden || !said.trim() || (wish?.status !== 'done' && wish?.status !== 'underWay')) return undefined;
  const status = work.channelT(wish.status === 'done' ? cardText.wishDone : cardText.wishUnderWay);
  return { id, said: shortened(said), did: shortened(wish.reply?.trim() || status) };
}

const shortened = (words: string): string => {
  const whole = clip(words.replace(/\s+/g, ' ').trim(), LONGEST_YOU_SAID);
  // letters of two units each, such as pictures, are counted twice by whoever checks the length
  return whole.length <= LONGEST_YOU_SAID ? whole : clip(whole, Math.floor(LONGEST_YOU_SAID / 2));
};

function partsOf(id: string): { readonly survey: ActivityId; readonly text: string } | undefined {
  const at = id.lastIndexOf('~');
  const survey = activityId.safeParse(id.slice(0, Math.max(0, at)));
  const text = textId.safeParse(id.slice(at + 1));
  return survey.success && text.success ? { survey: survey.data, text: text.data } : undefined;
}
