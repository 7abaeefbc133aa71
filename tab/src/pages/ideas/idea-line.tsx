/** An idea as a list shows it: what, who, how much, and how many support it. */
import type { ReactNode } from 'react';
import { shownAt } from '../../picture-address.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import type { IdeaRow } from './calls.ts';
import { ideaText as words } from './text.ts';
import { euros, ideaPage, STATES } from './words.ts';

export function IdeaLine({ idea }: { idea: IdeaRow }): ReactNode {
  const t = useT();
  const { picture, authors, organisation, cost, theme, extract } = idea;
  return (
    <>
      {picture && (
        <img
          className="idea-picture"
          src={shownAt(picture.address)}
          alt={picture.alt}
          width={96}
          height={72}
          loading="lazy"
        />
      )}
      <a {...onLink(ideaPage(idea.id))}>{idea.title}</a>
      {extract && <p className="summary">{extract}</p>}
      <p className="quiet facts">
        {authors.length > 0 && <span>{[authors.join(', '), organisation].filter(Boolean).join(', ')}</span>}
        {cost !== undefined && <span>{euros(cost, t)}</span>}
        {theme && <span>{theme}</span>}
        {idea.supporters > 0 && <span>{t(words.supporterCount, { n: idea.supporters })}</span>}
        {idea.comments > 0 && <span>{t(words.commentCount, { n: idea.comments })}</span>}
        {idea.votes !== undefined && <span>{t(words.votes, { n: idea.votes })}</span>}
      </p>
      <Badges idea={idea} />
    </>
  );
}

/** Where it has come; a proposed idea among others needs no word. */
export function Badges({
  idea,
}: {
  idea: Pick<IdeaRow, 'state' | 'isWinner' | 'isOnVote' | 'isShortlisted' | 'isOwn'>;
}): ReactNode {
  const t = useT();
  const { state, isWinner, isOnVote, isShortlisted, isOwn } = idea;
  const all = [
    state !== 'proposed' && { row: STATES[state], isGood: state === 'decided' || state === 'done' },
    isWinner && { row: words.winner, isGood: true },
    isOnVote && { row: words.onVote, isGood: false },
    isShortlisted && !isOnVote && state === 'proposed' && { row: words.shortlisted, isGood: false },
    isOwn && { row: words.isOwn, isGood: false },
  ].filter((one) => one !== false);
  if (all.length === 0) return undefined;
  return (
    <p className="facts badges">
      {all.map(({ row, isGood }) => (
        <span key={row.en} className={isGood ? 'badge open' : 'badge'}>
          {t(row)}
        </span>
      ))}
    </p>
  );
}
