/** The project card that a funder wants: one page of what was meant, done, reached and learned. */
import { TAGS, translator } from '../../core/text.ts';
import type { Block, DocumentDraft } from '../../documents/document.ts';
import { dayIn, type Frame, keyFigures } from './document-export.ts';
import { type FigureName, gradeText } from './figures.ts';
import type { ReportContent } from './report.ts';
import { text } from './text.ts';

const FIGURES: readonly FigureName[] = [
  ...(['events', 'participants', 'municipalities', 'grade'] as const),
  ...(['newOrganisations', 'firstTimers', 'materials', 'wishesDone'] as const),
];
const ACROSS = 4;
/** What one page has room for, found by trying long words: letters of each part, and letters that a line of half a page holds. */
const ROOM = { goals: 700, targetGroups: 360, phases: 500, effects: 700, lessons: 600, funding: 400, contact: 280 };
const LINE = 56;
const MOST_EVENTS = 5;
const LONGEST_EVENT = 74;

export function projectCard(content: ReportContent, { zone }: Frame): DocumentDraft {
  const { year, language, network, plan, texts, figures } = content;
  const t = translator(language);
  const title = t(text.projectCard, { year: String(year) });
  const part = (row: keyof typeof ROOM, written: string | undefined): Block[] =>
    written === undefined
      ? []
      : [
          { type: 'heading', level: 2, text: t(text[row]) },
          { type: 'text', text: fitted(written, ROOM[row]) },
        ];
  return {
    ...{ title, author: network, language: TAGS[language], isDense: true },
    blocks: [
      { type: 'title', text: fitted(network, 80) },
      { type: 'lead', text: title },
      {
        type: 'halves',
        left: [...part('goals', plan.goals), ...part('targetGroups', plan.targetGroups), ...doneBlocks(content, zone)],
        right: [
          ...part('effects', texts.effects ?? texts.goalsMet),
          ...part('lessons', texts.lessons),
          ...part('funding', plan.funding),
          ...part('contact', plan.contact),
        ],
      },
      { type: 'heading', level: 2, text: t(text.resultsInFigures) },
      figures.isEmpty
        ? { type: 'text', text: t(text.nothingHappened, { year: String(year) }) }
        : { type: 'figures', across: ACROSS, items: keyFigures(content, FIGURES) },
    ],
  };
}

/** Phases in the plan's words, then the events that were held. */
function doneBlocks({ plan, figures, language }: ReportContent, zone: string): Block[] {
  const t = translator(language);
  const held = figures.events.filter(({ isCancelled }) => !isCancelled);
  const shown = held.slice(0, held.length > MOST_EVENTS ? MOST_EVENTS - 1 : MOST_EVENTS);
  const items = shown.map(({ startsAt, title, participants, grade }) => {
    const told = [t(text.came, { n: participants }), ...(grade ? [gradeText(grade, language)] : [])].join(', ');
    return `${dayIn(startsAt, zone, language)} ${shortened(title, LONGEST_EVENT)} (${told})`;
  });
  const more = held.length - shown.length;
  if (plan.phases === undefined && items.length === 0) return [];
  return [
    { type: 'heading', level: 2, text: t(text.whatWasDone) },
    ...(plan.phases === undefined ? [] : [{ type: 'text', text: fitted(plan.phases, ROOM.phases) } as const]),
    { type: 'list', items: [...items, ...(more > 0 ? [t(text.andMore, { n: more })] : [])] },
  ];
}

/** As much of a text as has room, whole words: a line break takes what is left of its line. */
export function fitted(written: string, room: number): string {
  const kept: string[] = [];
  let left = room;
  for (const line of written.split('\n').filter((one) => one.trim() !== '')) {
    const takes = Math.ceil((line.length + 1) / LINE) * LINE;
    if (takes > left + LINE) {
      const rest = left >= LINE ? shortened(line, left) : undefined;
      if (rest === undefined) kept[kept.length - 1] = `${kept.at(-1) ?? ''} …`;
      else kept.push(rest);
      break;
    }
    kept.push(line);
    left -= takes;
  }
  return kept.join('\n');
}

function shortened(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:–-]+$/, '')}…`;
}
