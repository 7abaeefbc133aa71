/** The card of the digest: what is new, open and ahead, each line leading to its page. */
import {
  actions,
  card,
  type Element,
  elements,
  fitting,
  heading,
  openUrl,
  runs,
  subtle,
  tappable,
  text as words,
} from '../../cards/kit.ts';
import type { Card } from '../../core/card.ts';
import type { News } from '../../core/feature.ts';
import type { Translate } from '../../core/text.ts';
import { text } from './text.ts';

const SECTIONS = ['materials', 'events', 'polls', 'surveys', 'questions', 'boxes'] as const satisfies News['section'][];

/** A line with the address of its page in the tab. */
export interface DigestLine extends Pick<News, 'section' | 'title' | 'hint' | 'at'> {
  readonly link: string;
}

export interface DigestFrame {
  readonly t: Translate;
  /** Pages of the tab. */
  readonly tab: string;
  readonly bank: string;
}

/** How many lines of a section fit; the tab has them all. */
interface Room {
  readonly lines: number;
  readonly title: number;
}

const clip = (typed: string, most: number): string => {
  const letters = [...typed];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : typed;
};

/** In `materials` the latest first, else what comes first. */
function inOrder(lines: readonly DigestLine[], section: News['section']): DigestLine[] {
  const sign = section === 'materials' ? -1 : 1;
  return lines.filter((one) => one.section === section).sort((a, b) => (a.at < b.at ? -sign : a.at > b.at ? sign : 0));
}

function sectionOf(lines: readonly DigestLine[], section: News['section'], t: Translate, room: Room): Element[] {
  const all = inOrder(lines, section);
  if (all.length === 0) return [];
  const shown = all.slice(0, room.lines);
  return elements([
    words(t(text[section]), { weight: 'Bolder', size: 'Medium', spacing: 'Large', style: 'heading' }),
    ...shown.map(({ title, hint, link }) =>
      tappable(
        t(text.openLine, { title: clip(title, room.title) }),
        link,
        elements([
          runs([{ text: clip(title, room.title), look: { weight: 'Bolder', color: 'Accent' } }]),
          hint !== undefined && subtle(clip(hint, 300), { size: 'Small', spacing: 'None' }),
        ]),
        { spacing: 'Small' },
      ),
    ),
    all.length > shown.length && subtle(t(text.more, { n: all.length - shown.length }), { size: 'Small' }),
  ]);
}

function drawn(lines: readonly DigestLine[], { t, tab, bank }: DigestFrame, room: Room): Card {
  const hasMaterials = lines.some(({ section }) => section === 'materials');
  return card(
    heading(t(text.title)),
    words(t.each(text.lead).join('\n')),
    ...SECTIONS.flatMap((section) => sectionOf(lines, section, t, room)),
    actions(hasMaterials && openUrl(t(text.openBank), bank), openUrl(t(text.openTab), tab)),
  );
}

export const digestCard = (lines: readonly DigestLine[], frame: DigestFrame): Card =>
  fitting(
    () => drawn(lines, frame, { lines: 6, title: 200 }),
    () => drawn(lines, frame, { lines: 3, title: 120 }),
    () => drawn(lines, frame, { lines: 2, title: 60 }),
  );

/** What notifications say of it. */
export const digestSummary = (lines: readonly DigestLine[], t: Translate): string =>
  t(text.summary, { n: lines.length });
