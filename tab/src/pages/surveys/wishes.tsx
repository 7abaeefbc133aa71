/** “You said – we did”: what people wished for, and what the coordinator has said became of it. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useReadPages } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { onLink } from '../../router.ts';
import { Segments } from '../../segments.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { listWishes, type WishView } from './calls.ts';
import { surveyPage } from './survey-line.tsx';
import './surveys.css';
import { surveyText } from './text.ts';

type Status = WishView['status'];
const WISH_STATUSES: Readonly<Record<Status, Message>> = {
  new: surveyText.wishNew,
  underWay: surveyText.wishUnderWay,
  done: surveyText.wishDone,
  notNow: surveyText.wishNotNow,
};
/** Members see those that have been answered. */
const FILTERS = ['all', 'done', 'underWay', 'notNow'] as const;

export function Wishes(): ReactNode {
  const t = useT();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const wishes = useReadPages('wishes', listWishes, { params: filter === 'all' ? {} : { status: filter } });
  const shown = (wishes.data?.pages ?? []).flatMap((page) => page.wishes);
  const isEmpty = wishes.isSuccess && shown.length === 0;
  return (
    <div className="narrow">
      <BackLink page="polls">{t(text.polls)}</BackLink>
      <Heading>{t(surveyText.wishes)}</Heading>
      <p className="lead">{t(surveyText.wishesLead)}</p>
      {wishes.isPending && <Skeleton />}
      {wishes.isError && <Failure error={wishes.error} onRetry={() => void wishes.refetch()} />}
      {(filter !== 'all' || shown.length > 0) && (
        <div className="after">
          <Segments
            name="wish-status"
            legend={t(surveyText.statusFilter)}
            value={filter}
            onChange={setFilter}
            choices={FILTERS.map((value) => ({
              value,
              label: t(value === 'all' ? surveyText.all : WISH_STATUSES[value]),
            }))}
          />
        </div>
      )}
      {isEmpty && filter === 'all' && (
        <div className="empty">
          <p className="strong">{t(surveyText.noWishes)}</p>
          <p>{t(surveyText.noWishesWhy)}</p>
        </div>
      )}
      <p role="status" className="quiet">
        {isEmpty && filter !== 'all' ? t(surveyText.noWishesSo) : ''}
      </p>
      <ul className="plain stack">
        {shown.map((wish) => (
          <li key={wish.id} className="card wish">
            <Wish wish={wish} />
          </li>
        ))}
      </ul>
      {wishes.hasNextPage && (
        <div className="row">
          <Button disabledFocusable={wishes.isFetchingNextPage} onClick={() => void wishes.fetchNextPage()}>
            {t(text.more)}
          </Button>
        </div>
      )}
    </div>
  );
}

function Wish({ wish }: { wish: WishView }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { status, words, reply, tags, isTold } = wish;
  return (
    <>
      <p className="facts">
        <span className={`badge ${status === 'done' ? 'open' : ''}`}>{t(WISH_STATUSES[status])}</span>
        {tags.length > 0 && <span className="quiet">{tags.join(' · ')}</span>}
      </p>
      <blockquote>{words}</blockquote>
      {reply && (
        <div className="reply">
          <p className="quiet small">{t(surveyText.reply)}</p>
          <p className="prose">{reply}</p>
        </div>
      )}
      <p className="quiet facts">
        <span>
          <a {...onLink(surveyPage(wish.survey))}>{wish.title}</a>
        </span>
        <span>{day(wish.askedAt)}</span>
        {isTold && <span>{t(surveyText.told)}</span>}
      </p>
    </>
  );
}
