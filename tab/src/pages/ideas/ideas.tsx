/** Calls for ideas: open ones, a coordinator’s drafts, those that have closed, and what became of the reader’s own ideas. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { HelpPlaces } from '../../help-places.tsx';
import { AddRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type CollectionSummary, listCollections, ownIdeas } from './calls.ts';
import { IDEAS } from './data.ts';
import { IdeaLine } from './idea-line.tsx';
import { ideaText as words } from './text.ts';
import { collectionPage, STAGES, useOpening } from './words.ts';

export function Ideas(): ReactNode {
  const t = useT();
  const found = useRead(IDEAS, listCollections);
  const own = useRead(IDEAS, ownIdeas);
  const { collections = [], mayCreate = false } = found.data ?? {};
  const open = collections.filter(({ phase }) => phase === 'open' || phase === 'scheduled');
  const drafts = collections.filter(({ phase }) => phase === 'draft');
  const ended = collections.filter(({ phase }) => phase === 'closed');
  return (
    <>
      <HelpPlaces here="ideas" />
      <div className="title">
        <Heading>{t(words.ideas)}</Heading>
        {mayCreate && (
          <LinkButton page="ideas/new" appearance="primary" icon={<AddRegular />}>
            {t(words.newCollection)}
          </LinkButton>
        )}
      </div>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && collections.length === 0 && (
        <div className="empty">
          <p className="strong">{t(words.none)}</p>
          <p>{t(mayCreate ? words.noneCreate : words.noneWhy)}</p>
        </div>
      )}
      <Group name="drafts" title={t(words.drafts)} collections={drafts} />
      <Group name="open" title={t(words.open)} collections={open} />
      {own.data && own.data.ideas.length > 0 && (
        <section aria-labelledby="own">
          <h2 id="own">{t(words.own)}</h2>
          <ul className="plain list">
            {own.data.ideas.map((idea) => (
              <li key={idea.id} className="line idea">
                <IdeaLine idea={idea} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group name="ended" title={t(words.ended)} collections={ended} />
    </>
  );
}

function Group({
  name,
  title,
  collections,
}: {
  name: string;
  title: string;
  collections: readonly CollectionSummary[];
}): ReactNode {
  const t = useT();
  const opening = useOpening();
  if (collections.length === 0) return undefined;
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <ul className="plain list">
        {collections.map((one) => {
          const stage = STAGES[one.stage];
          return (
            <li key={one.id} className="line">
              <a {...onLink(collectionPage(one.id))}>{one.title}</a>
              <p className="quiet facts">
                <span>{opening(one)}</span>
                <span>{t(words.ideaCount, { n: one.ideas })}</span>
                {one.supporters > 0 && <span>{t(words.supporterCount, { n: one.supporters })}</span>}
                {one.own > 0 && <span>{t(words.ownCount, { n: one.own })}</span>}
              </p>
              {stage && (
                <p className="facts badges">
                  <span className="badge">{t(stage)}</span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
