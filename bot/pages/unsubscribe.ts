/** The pages behind a letter's unsubscribe link. */
import type { MailTopic } from '../core/network.ts';
import type { PageBody } from '../core/page.ts';
import type { Translate } from '../core/text.ts';
import { ACT, buttons, type FormLook, form, heading, hidden, paragraph, together } from './kit.ts';
import { text } from './text.ts';

interface Look extends FormLook {
  /** Name of the network. */
  readonly network: string;
}

/** Asks with one button. */
export const unsubscribePage = (look: Look, t: Translate): PageBody => ({
  title: t(text.unsubscribe),
  body: together(
    paragraph(t(text.unsubscribeHow, { network: look.network })),
    form(look, buttons({ label: t(text.unsubscribe), act: 'unsubscribe' })),
  ),
});

/** It is done; `before`: what they got until then, and get again when it was a mistake. */
export const unsubscribedPage = (look: Look, t: Translate, before: readonly MailTopic[]): PageBody => ({
  title: t(text.unsubscribed),
  body: together(
    paragraph(t(text.unsubscribedHow, { network: look.network })),
    heading(t(text.byMistake)),
    form(
      look,
      before.map((topic) => hidden('topic', topic)),
      hidden(ACT, 'subscribe'),
      buttons({ label: t(text.subscribeAgain), isQuiet: true }),
    ),
  ),
});

export const subscribedPage = (look: Look, t: Translate): PageBody => ({
  title: t(text.subscribed),
  body: together(
    paragraph(t(text.subscribedHow, { network: look.network })),
    form(look, buttons({ label: t(text.unsubscribe), act: 'unsubscribe', isQuiet: true })),
  ),
});
