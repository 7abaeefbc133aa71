/** One line of a list of materials: what it is, where what was looked for stands in it, and what is new in it. */
import { ChatHelpRegular } from '@fluentui/react-icons/svg/chat-help';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { SlideTextRegular } from '@fluentui/react-icons/svg/slide-text';
import { VideoRegular } from '@fluentui/react-icons/svg/video';
import { type ComponentType, memo, type ReactNode } from 'react';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import type { Translate } from '../../text.ts';
import { useWhen } from '../../when.ts';
import type { MaterialRow, MaterialType, MaterialView, Piece } from './calls.ts';
import { lineText } from './line-text.ts';
import { materialPage } from './place.ts';

export const TYPE_ICONS: Readonly<Record<MaterialType, ComponentType<{ className?: string }>>> = {
  presentation: SlideTextRegular,
  recording: VideoRegular,
  document: DocumentRegular,
  link: LinkRegular,
  goodPractice: LightbulbRegular,
  questionAnswer: ChatHelpRegular,
};

/** What is inside a line; the list item around it has the classes `line material`. While one scrolls it is drawn once, not with each frame. */
export const MaterialLine = memo(Line);

function Line({ material, isFull = false }: { material: MaterialRow; isFull?: boolean }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { id, title, summary, type, event, organisation, addedAt, where, found, extract } = material;
  const Icon = TYPE_ICONS[type];
  return (
    <>
      <Icon className="icon kind" />
      <a {...onLink(materialPage(id, where))}>{found ? <Marked pieces={found} /> : title}</a>
      <MaterialBadges of={material} />
      {isFull && (extract || summary) && (
        <p className="summary">{extract ? <Marked pieces={extract} /> : clipped(summary)}</p>
      )}
      {isFull && where && <p className="small where">{whereIn(where, t)}</p>}
      <p className="quiet facts">
        <span>{t(lineText[type])}</span>
        {isFull && event && <span>{event}</span>}
        {isFull && organisation && <span>{organisation}</span>}
        <span>{day(addedAt)}</span>
      </p>
    </>
  );
}

/** What is unusual about an item: new to the reader, not out yet, or not for everyone. */
export function MaterialBadges({
  of: { isNew, state, audience },
}: {
  of: Pick<MaterialRow | MaterialView, 'isNew' | 'state' | 'audience'>;
}): ReactNode {
  const t = useT();
  return (
    <>
      {isNew && <span className="badge open">{t(lineText.isNew)}</span>}
      {state !== 'published' && <span className="badge">{t(lineText[state])}</span>}
      {audience !== undefined && <span className="badge">{audience}</span>}
    </>
  );
}

/** Text in which what was looked for stands out. */
export const Marked = ({ pieces }: { pieces: readonly Piece[] }): ReactNode =>
  pieces.map(({ text, isHit }, at) => {
    const key = `${at} ${text}`;
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });

/** `Dia 3 · tilastot.pptx`; by name of the file whether its parts are slides, sheets or pages. */
export function whereIn({ file, page, heading }: NonNullable<MaterialRow['where']>, t: Translate): string {
  if (heading !== undefined && heading !== '') return t(lineText.heading, { heading, file });
  if (page === undefined) return file;
  const row = /\.(pptx?|odp)$/i.test(file)
    ? lineText.slide
    : /\.(xlsx?|ods)$/i.test(file)
      ? lineText.sheet
      : lineText.page;
  return t(row, { page, file });
}

/** Characters of a summary in a list. */
const MOST_SHOWN = 200;
const clipped = (words: string): string => {
  const line = words.replace(/\s+/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN).replace(/\s+\S*$/, '')}…` : line;
};
