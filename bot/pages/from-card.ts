/** The words of a card's elements as a page shows them; buttons and inputs are left out, since a page has its own. */
import type { Html } from '../core/page.ts';
import { barOfText, heading, hint, notice, paragraph, picture, strong, together } from './kit.ts';

type Element = Readonly<Record<string, unknown>>;

/** Zero-width letters part marks that Markdown would read; HTML needs none of them. */
const said = (words: unknown): string => (typeof words === 'string' ? words.replace(/[\u200c]/g, '') : '');

const NOTICES: Readonly<Record<string, 'good' | 'bad'>> = { good: 'good', attention: 'bad' };

/** Elements in order; those that a card hides until something is pressed are left out. */
export function fromCard(of: readonly Element[]): Html {
  return together(of.filter(({ isVisible }) => isVisible !== false).map(drawn));
}

function drawn(one: Element): Html | undefined {
  switch (one.type) {
    case 'TextBlock': {
      const text = said(one.text).replace(/\n{2,}/g, '\n');
      if (one.style === 'heading') return heading(text);
      if (one.weight === 'Bolder') return strong(text);
      return one.isSubtle === true ? hint(text) : paragraph(text);
    }
    case 'RichTextBlock':
      return together(barOfText(listed(one.inlines).map((run) => said(run.text))));
    case 'Image':
      return picture({ address: String(one.url), alt: said(one.altText), isSmall: true });
    case 'Container':
      return one.style === undefined
        ? fromCard(listed(one.items))
        : notice(NOTICES[String(one.style)] ?? 'plain', fromCard(listed(one.items)));
    case 'ColumnSet':
      return fromCard(listed(one.columns));
    case 'Column':
      return fromCard(listed(one.items));
    default:
      return undefined;
  }
}

const listed = (items: unknown): readonly Element[] => (Array.isArray(items) ? (items as Element[]) : []);
