/** The coordinator's pages of bulletins: all of them and all series, and the way to each. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useReadPages } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { AddRegular, ChevronRightRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import './bulletins.css';
import { type DeskLine, getDesk, type SeriesLine } from './calls.ts';
import { OneBulletin } from './desk-one.tsx';
import { EditBulletin, NewBulletin } from './form.tsx';
import { DESK_PAGE, deskPage, seriesPage } from './place.ts';
import { Report } from './report.tsx';
import { NewSeries, SeriesEditor } from './series.tsx';
import { bulletinText as words } from './text.ts';

/** Milliseconds between looks. */
const CALM = 30_000;

export function BulletinDesk({ path }: { path: readonly string[] }): ReactNode {
  const { network } = useSession();
  const [first, second, ...deeper] = path;
  if (deeper.length > 0 || !network.modules.includes('bulletins')) return <NotThere />;
  if (first === undefined) return <Desk />;
  if (first === 'series') {
    if (second === undefined) return <NotThere />;
    return second === 'new' ? <NewSeries /> : <SeriesEditor key={second} id={second} />;
  }
  if (first === 'new') return second === undefined ? <NewBulletin /> : <NotThere />;
  if (second === undefined) return <OneBulletin key={first} id={first} />;
  if (second === 'edit') return <EditBulletin key={first} id={first} />;
  return second === 'report' ? <Report key={first} id={first} /> : <NotThere />;
}

const GROUPS: readonly {
  readonly title: Message;
  readonly id: string;
  readonly states: readonly DeskLine['state'][];
}[] = [
  { id: 'drafts', title: words.drafts, states: ['draft'] },
  { id: 'scheduled', title: words.scheduledOnes, states: ['scheduled'] },
  { id: 'sent', title: words.sentOnes, states: ['sending', 'sent'] },
];

function Desk(): ReactNode {
  const t = useT();
  const desk = useReadPages('bulletin-desk', getDesk, { params: {}, every: CALM });
  const all = (desk.data?.pages ?? []).flatMap((page) => page.bulletins);
  const series = desk.data?.pages[0]?.series ?? [];
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <div className="title">
        <Heading>{t(words.title)}</Heading>
        <div className="row beside-title">
          <LinkButton page={`${DESK_PAGE}/new`} appearance="primary" icon={<AddRegular />}>
            {t(words.newOne)}
          </LinkButton>
          <LinkButton page={`${DESK_PAGE}/series/new`} icon={<AddRegular />}>
            {t(words.newSeries)}
          </LinkButton>
        </div>
      </div>
      <p className="lead prose spaced">{t(words.lead)}</p>
      {desk.isPending && <Skeleton />}
      {desk.isError && !desk.data && <Failure error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.isSuccess && all.length + series.length === 0 && (
        <div className="empty">
          <p className="strong">{t(words.deskEmpty)}</p>
          <p>{t(words.deskEmptyWhy)}</p>
        </div>
      )}
      {series.length > 0 && (
        <section aria-labelledby="series">
          <h2 id="series">{t(words.seriesOnes)}</h2>
          <ul className="plain list">
            {series.map((one) => (
              <OfSeries key={one.id} of={one} />
            ))}
          </ul>
        </section>
      )}
      {GROUPS.map(({ id, title, states }) => {
        const lines = all.filter(({ state }) => states.includes(state));
        if (lines.length === 0) return undefined;
        return (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{t(title)}</h2>
            <ul className="plain list">
              {lines.map((one) => (
                <Line key={one.id} of={one} />
              ))}
            </ul>
          </section>
        );
      })}
      {desk.hasNextPage && (
        <Button onClick={() => void desk.fetchNextPage()} disabledFocusable={desk.isFetchingNextPage}>
          {t(words.more)}
        </Button>
      )}
    </>
  );
}

function Line({ of }: { of: DeskLine }): ReactNode {
  const t = useT();
  return (
    <li>
      <a className="line place" {...onLink(deskPage(of.id))}>
        <span>
          <span className="strong">{of.title}</span>
          <StateLine of={of} />
        </span>
        <ChevronRightRegular className="icon" />
        {of.isMissed && <span className="badge late">{t(words.missed)}</span>}
      </a>
    </li>
  );
}

/** How far it has come, in a few words. */
export function StateLine({ of }: { of: Pick<DeskLine, 'state' | 'sendAt' | 'sentAt' | 'isMissed'> }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { state, sendAt, sentAt } = of;
  const says = {
    draft: t(words.draft),
    scheduled: t(words.goesOut, { when: sendAt === undefined ? '' : when(sendAt) }),
    sending: t(words.sending),
    sent: t(words.sentOn, { when: sentAt === undefined ? '' : when(sentAt) }),
  }[state];
  return <span className="quiet small below">{says}</span>;
}

function OfSeries({ of }: { of: SeriesLine }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  const { filled, days, scheduled, sent } = of;
  return (
    <li>
      <a className="line place" {...onLink(seriesPage(of.id))}>
        <span>
          <span className="strong">{of.title}</span>
          <span className="quiet small below">
            {date(of.firstDay)}–{date(of.lastDay)}
          </span>
          <span className="quiet small below">{t(words.seriesCount, { filled, days, scheduled, sent })}</span>
        </span>
        <ChevronRightRegular className="icon" />
      </a>
    </li>
  );
}
