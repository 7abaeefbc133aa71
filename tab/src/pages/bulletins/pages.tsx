/** Bulletins as members read them: the list, and one of them. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead, useReadPages } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { BulletinBody } from './body.tsx';
import './bulletins.css';
import { type BulletinLine, getBulletin, listBulletins } from './calls.ts';
import { bulletinPage, DESK_PAGE, deskPage, LIST_PAGE } from './place.ts';
import { bulletinText as words } from './text.ts';

export function BulletinPages({ path }: { path: readonly string[] }): ReactNode {
  const [id, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  return id === undefined ? <List /> : <One key={id} id={id} />;
}

function List(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const list = useReadPages('bulletins', listBulletins, { params: {} });
  const all = (list.data?.pages ?? []).flatMap((page) => page.bulletins);
  return (
    <>
      <div className="title">
        <Heading>{t(words.title)}</Heading>
        {network.coordinator && (
          <div className="row beside-title">
            <LinkButton page={`${DESK_PAGE}/new`} appearance="primary">
              {t(words.newOne)}
            </LinkButton>
          </div>
        )}
      </div>
      {list.isPending && <Skeleton />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && all.length === 0 && (
        <div className="empty">
          <p className="strong">{t(words.none)}</p>
          <p>{t(words.noneWhy)}</p>
        </div>
      )}
      <ul className="plain list spaced">
        {all.map((one) => (
          <Line key={one.id} of={one} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} disabledFocusable={list.isFetchingNextPage}>
          {t(words.more)}
        </Button>
      )}
    </>
  );
}

export function Line({ of }: { of: BulletinLine }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  return (
    <li>
      <a className="line place" {...onLink(bulletinPage(of.id))}>
        <span>
          <span className="strong">{of.title}</span>
          <span className="quiet small below">{t(words.sentOn, { when: when(of.sentAt) })}</span>
          {of.excerpt && <span className="small below">{of.excerpt}</span>}
        </span>
      </a>
    </li>
  );
}

function One({ id }: { id: string }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { network } = useSession();
  const found = useRead('bulletins', getBulletin, { params: { bulletin: id } });
  return (
    <>
      <BackLink page={LIST_PAGE}>{t(words.all)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !found.data && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <article>
          <Heading>{found.data.title}</Heading>
          {found.data.sentAt !== undefined && (
            <p className="quiet after">{t(words.sentOn, { when: when(found.data.sentAt) })}</p>
          )}
          <BulletinBody of={found.data} />
          {network.coordinator && (
            <div className="row">
              <LinkButton page={deskPage(id)}>{t(words.report)}</LinkButton>
            </div>
          )}
        </article>
      )}
    </>
  );
}
