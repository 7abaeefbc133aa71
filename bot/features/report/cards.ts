/** The card that the word “report” is answered with: a way to the tab's page. */
import { actions, card, heading, openUrl, text as paragraph } from '../../cards/kit.ts';
import type { Card } from '../../core/card.ts';
import type { Translate } from '../../core/text.ts';
import { text } from './text.ts';

/** `link`: the tab's page. `has`: coordinators write and publish, members read what is published, if anything is. */
export function reportCard(
  t: Translate,
  { link, has }: { readonly link: string; readonly has: 'desk' | 'published' | 'nothing' },
): Card {
  const lead = { desk: text.cardCoordinator, published: text.cardMember, nothing: text.cardNone }[has];
  return card(
    heading(t(text.cardTitle)),
    paragraph(t(lead)),
    ...(has === 'nothing' ? [] : actions(openUrl(t(text.openReport), link))),
  );
}
