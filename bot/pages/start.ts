/** The start page of a personal link: what waits for its reader, and where the rest is. */
import type { Waiting } from '../core/feature.ts';
import type { PageBody } from '../core/page.ts';
import type { Message, Translate } from '../core/text.ts';
import { entries, heading, hint, paragraph, together } from './kit.ts';
import { text } from './text.ts';

export interface StartPage {
  readonly name: string;
  readonly network: string;
  readonly waiting: readonly Waiting[];
  readonly menu: readonly { readonly title: Message; readonly page: string }[];
}

/** `to` gives the address of a page. */
export function startPage(of: StartPage, t: Translate, to: (page: string) => string): PageBody {
  const open = of.waiting.filter((one) => one.isDone === undefined);
  const done = of.waiting.filter((one) => one.isDone !== undefined);
  const lines = (waiting: readonly Waiting[]) =>
    entries(waiting.map((one) => ({ title: one.title, hint: one.hint, address: to(one.page) })));
  return {
    title: t(text.hello, { name: of.name }),
    body: together(
      hint(t(text.ownPage, { network: of.network })),
      open.length > 0 ? [heading(t(text.waits)), lines(open)] : paragraph(t(text.nothingWaits)),
      done.length > 0 && [heading(t(text.canChange)), lines(done)],
      of.menu.length > 0 && [
        heading(t(text.more)),
        entries(of.menu.map(({ title, page }) => ({ title: t(title), address: to(page) }))),
      ],
    ),
  };
}
