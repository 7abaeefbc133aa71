/** All events of the network: a coordinator’s drafts, what is coming, and what is over. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import type { EventSummary } from '../../calls.ts';
import { useEvents } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { AddRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { EventLine } from './event-line.tsx';
import { eventText } from './text.ts';

export function Events(): ReactNode {
  const t = useT();
  const events = useEvents();
  const { drafts = [], coming = [], past = [], mayCreate = false } = events.data ?? {};
  const isEmpty = events.isSuccess && drafts.length + coming.length + past.length === 0;
  return (
    <>
      <div className="title">
        <Heading>{t(text.events)}</Heading>
        {mayCreate && (
          <LinkButton page="events/new" appearance="primary" icon={<AddRegular />}>
            {t(eventText.newEvent)}
          </LinkButton>
        )}
      </div>
      {events.isPending && <Skeleton />}
      {events.isError && <Failure error={events.error} onRetry={() => void events.refetch()} />}
      {isEmpty && (
        <div className="empty">
          <p className="strong">{t(eventText.noEvents)}</p>
          <p>{t(mayCreate ? eventText.noEventsCreate : eventText.noEventsWhy)}</p>
        </div>
      )}
      <Group name="drafts" title={t(eventText.drafts)} events={drafts} />
      <Group name="coming" title={t(eventText.coming)} events={coming} />
      {events.isSuccess && coming.length === 0 && past.length > 0 && (
        <section aria-labelledby="coming">
          <h2 id="coming">{t(eventText.coming)}</h2>
          <p className="quiet">{t(eventText.noComing)}</p>
        </section>
      )}
      <Group name="past" title={t(eventText.past)} events={past} />
      {events.hasNextPage && (
        <div className="row">
          <Button onClick={() => void events.fetchNextPage()} disabledFocusable={events.isFetchingNextPage}>
            {t(text.more)}
          </Button>
        </div>
      )}
    </>
  );
}

function Group({ name, title, events }: { name: string; title: string; events: readonly EventSummary[] }): ReactNode {
  if (events.length === 0) return undefined;
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <ul className="plain list">
        {events.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ul>
    </section>
  );
}
