/** What people wished for, as the coordinator answers it: by status, each with a reply that members read. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useRef, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useReadPages } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { onLink } from '../../router.ts';
import { Segments } from '../../segments.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { listWishes } from './calls.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { surveyPage } from './survey-line.tsx';
import { STATUSES, WishForm, type WishStatus } from './text-card.tsx';
import './desk.css';

export function DeskWishes(): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const [status, setStatus] = useState<WishStatus | 'all'>('new');
  const found = useReadPages('wishes', listWishes, { params: status === 'all' ? {} : { status } });
  const list = useRef<HTMLUListElement>(null);
  const wishes = (found.data?.pages ?? []).flatMap((page) => page.wishes);
  return (
    <div className="survey-desk-page">
      <BackLink page="polls">{t(text.polls)}</BackLink>
      <Heading>{t(words.wishesTitle)}</Heading>
      <p className="lead">{t(words.wishesWhy)}</p>
      <div className="row">
        <Segments<WishStatus | 'all'>
          name="status"
          legend={t(words.wishStatus)}
          value={status}
          onChange={setStatus}
          choices={[
            ...STATUSES.map((one) => ({ value: one.status, label: t(one.name) })),
            { value: 'all', label: t(words.allWishes) },
          ]}
        />
      </div>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && wishes.length === 0 && (
        <div className="empty">
          <p className="strong">{t(status === 'new' ? words.noNewWishes : words.noWishes)}</p>
          <p>{t(words.noWishesWhy)}</p>
        </div>
      )}
      <ul ref={list} tabIndex={-1} aria-label={t(words.wishesTitle)} className="plain stack survey-texts">
        {wishes.map((wish) => (
          <li key={wish.id}>
            <article className="card survey-text">
              <blockquote className="prose">{wish.words}</blockquote>
              <p className="quiet facts">
                <a {...onLink(surveyPage(wish.survey))}>{wish.title}</a>
                <span>{day(wish.askedAt)}</span>
                {wish.tags.length > 0 && <span>{wish.tags.join(', ')}</span>}
                {wish.isTold && <span className="good">{t(words.isTold)}</span>}
              </p>
              {wish.reply && <p className="prose quiet">{wish.reply}</p>}
              {/* A change by someone else begins the form anew. */}
              <WishForm
                key={`${wish.status} ${wish.reply ?? ''}`}
                survey={wish.survey}
                id={wish.text}
                status={wish.status}
                reply={wish.reply ?? ''}
                onSaved={() => list.current?.focus()}
              />
            </article>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <div className="row">
          <Button onClick={() => void found.fetchNextPage()} disabledFocusable={found.isFetchingNextPage}>
            {t(text.more)}
          </Button>
        </div>
      )}
    </div>
  );
}
