/** One event: when and where, the reader’s own registration, what will be there, and what has changed. */
import { Button } from '@fluentui/react-button';
import { LocationRegular } from '@fluentui/react-icons/svg/location';
import { lazy, type ReactNode, Suspense } from 'react';
import { BackLink } from '../../back-link.tsx';
import type { EventView, PlaceCountView } from '../../calls.ts';
import { useEvent } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { CalendarRegular, OpenRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { type Message, type Translate, text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { materialPage } from '../materials/place.ts';
import { pollPage } from '../poll-line.tsx';
import { OwnRegistration } from './answer.tsx';
import { EVENT_TYPES, eventPage, whereOf } from './event-line.tsx';
import './events.css';
import { eventText } from './text.ts';

const EventDesk = lazy(() => import('./event-desk.tsx').then((page) => ({ default: page.EventDesk })));

const PHASES: Readonly<Record<EventView['phase'], Message>> = {
  draft: text.eventDraft,
  upcoming: eventText.upcoming,
  closed: text.eventClosed,
  ongoing: text.eventOngoing,
  past: eventText.isPast,
  cancelled: text.eventCancelled,
  undone: eventText.undone,
};

const LANGUAGES: Readonly<Record<string, Message>> = {
  fi: eventText.inFinnish,
  sv: eventText.inSwedish,
  en: eventText.inEnglish,
  'fi+sv': eventText.inBoth,
};

export function EventPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const event = useEvent(id);
  return (
    <>
      <BackLink page="events">{t(text.events)}</BackLink>
      {event.isPending && <Skeleton />}
      {event.isError && !event.data && <Failure isPage error={event.error} onRetry={() => void event.refetch()} />}
      {event.data && <Event event={event.data} />}
    </>
  );
}

function Event({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const { span } = useWhen();
  const { phase } = event;
  const isAhead = phase === 'upcoming' || phase === 'closed' || phase === 'ongoing';
  const hasOwn = isAhead || (phase === 'past' && event.own.attendance !== undefined);
  return (
    <article className="event-page">
      <p className="facts state">
        <span className={`badge ${phase === 'upcoming' || phase === 'ongoing' ? 'open' : ''}`}>{t(PHASES[phase])}</span>
        <span>{t(EVENT_TYPES[event.type])}</span>
      </p>
      <Heading>{event.title}</Heading>
      <p className="when">
        <CalendarRegular className="icon" />
        <span className="bold">{span(event.startsAt, event.endsAt)}</span>
      </p>
      <p className="when">
        <LocationRegular className="icon" />
        {whereOf(event, t)}
      </p>
      {event.joinLink && isAhead && (
        <div className="row">
          <Button
            as="a"
            href={event.joinLink}
            target="_blank"
            rel="noopener noreferrer"
            appearance={phase === 'ongoing' ? 'primary' : 'secondary'}
            icon={<OpenRegular />}
          >
            {t(eventText.join)}
            <span className="hidden">, {t(text.opensElsewhere)}</span>
          </Button>
        </div>
      )}
      <Ending event={event} />
      {event.feedback !== undefined && phase === 'past' && (
        <p className="after">
          <a {...onLink(event.feedback)}>{t(eventText.feedback)}</a>
        </p>
      )}
      {isAhead && <LatestChange event={event} />}
      {event.preMeetingOf && (
        <p className="after">
          <a {...onLink(eventPage(event.preMeetingOf))}>{t(eventText.toMainEvent)}</a>
        </p>
      )}
      <div className={hasOwn ? 'columns even' : 'narrow after-head'}>
        {hasOwn && (
          <div>
            <OwnRegistration event={event} />
          </div>
        )}
        <div>
          {event.description && (
            <section aria-labelledby="about">
              <h2 id="about">{t(eventText.about)}</h2>
              <p className="prose">{event.description}</p>
            </section>
          )}
          <Agenda event={event} />
          <YouSaid event={event} />
          <Facts event={event} />
          <PreMeetings event={event} />
          <Materials event={event} />
          <Changes event={event} />
          <FromPoll event={event} />
        </div>
      </div>
      {event.desk && (
        <Suspense fallback={<Skeleton lines={1} />}>
          <EventDesk event={event} desk={event.desk} />
        </Suspense>
      )}
    </article>
  );
}

/** An event that won’t be held says so before anything else. */
function Ending({ event: { phase, cancelled } }: { event: EventView }): ReactNode {
  const t = useT();
  if (phase === 'draft') return <p className="notice after">{t(eventText.draftWhat)}</p>;
  if (phase === 'undone') return <p className="notice after">{t(eventText.undoneWhat)}</p>;
  if (phase !== 'cancelled') return undefined;
  return (
    <div className="notice attention after">
      <p className="strong">{t(eventText.cancelledWhat)}</p>
      {cancelled?.reason && <p>{t(eventText.cancelledWhy, { reason: cancelled.reason })}</p>}
    </div>
  );
}

/** What changed last, where who comes can’t miss it. */
function LatestChange({ event: { changes } }: { event: EventView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const [latest] = changes;
  if (!latest) return undefined;
  return (
    <section className="notice warning after" aria-labelledby="changed">
      <h2 id="changed">{t(eventText.changed, { when: when(latest.at) })}</h2>
      {latest.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

function Facts({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { phase, registrationEndsAt, language, contact, group, series } = event;
  const spoken = language === undefined ? undefined : LANGUAGES[language];
  const rows: [name: string, value: string | undefined][] = [
    [
      t(phase === 'upcoming' || phase === 'draft' ? eventText.registerBy : eventText.registrationEnded),
      registrationEndsAt && when(registrationEndsAt),
    ],
    [t(text.inRoom), event.room && countOf(event.room, event, t)],
    [t(text.online), event.online && countOf(event.online, event, t)],
    [t(eventText.forWhom), group],
    [t(eventText.series), series && t(eventText.numberOf, { n: series.number, of: series.of })],
    [t(eventText.language), spoken && t(spoken)],
    [t(eventText.contact), contact],
  ];
  const known = rows.filter(([, value]) => value !== undefined);
  if (known.length === 0) return undefined;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t(eventText.facts)}</h2>
      <dl className="facts-table first">
        {known.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }): ReactNode {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** `12 ilmoittautunutta, paikkoja vapaana 28/40`; undefined where there is nothing to tell. */
function countOf(
  { taken, waiting, capacity, free }: PlaceCountView,
  { phase }: EventView,
  t: Translate,
): string | undefined {
  if (phase === 'draft') return capacity === undefined ? undefined : t(eventText.places, { n: capacity });
  const isOver = phase === 'past' || phase === 'cancelled' || phase === 'undone';
  if (isOver && taken === 0) return undefined;
  const registered = t(eventText.registered, { n: taken });
  if (capacity === undefined || free === undefined || isOver) return registered;
  return free > 0
    ? `${registered}, ${t(eventText.free, { free, capacity })}`
    : t(eventText.full, { capacity, waiting });
}

function Agenda({ event: { agenda } }: { event: EventView }): ReactNode {
  const t = useT();
  if (agenda.length === 0) return undefined;
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{t(eventText.agenda)}</h2>
      <ol className="plain agenda">
        {agenda.map(({ time, title, speakers }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two items of an agenda may say the same
          <li key={index}>
            <span className="quiet number">{time && clock(time, t)}</span>
            <span>
              {title}
              {speakers && <span className="quiet speakers">{speakers}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `09:30` as people write it: `9.30`. */
const clock = (time: string, t: Translate): string =>
  time.replace(/^0/, '').replace(':', t.locale === 'en' ? ':' : '.');

/** What people wished for after an earlier event, and what was done about it. */
function YouSaid({ event: { youSaid } }: { event: EventView }): ReactNode {
  const t = useT();
  if (youSaid.length === 0) return undefined;
  return (
    <section aria-labelledby="you-said">
      <h2 id="you-said">{t(eventText.youSaid)}</h2>
      <ul className="plain list">
        {youSaid.map(({ said, did }) => (
          <li key={said} className="line">
            <p>{t(eventText.quoted, { words: said })}</p>
            <p className="quiet">{did}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PreMeetings({ event: { preMeetings } }: { event: EventView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  if (preMeetings.length === 0) return undefined;
  return (
    <section aria-labelledby="pre-meetings">
      <h2 id="pre-meetings">{t(eventText.preMeetings)}</h2>
      <ul className="plain list">
        {preMeetings.map(({ id, title, startsAt, group }) => (
          <li key={id} className="line">
            <a {...onLink(eventPage(id))}>{title}</a>
            <p className="quiet facts">
              <span>{when(startsAt)}</span>
              {group !== undefined && <span>{t(text.onlyForGroup, { group })}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Materials({ event: { materials } }: { event: EventView }): ReactNode {
  const t = useT();
  if (materials.length === 0) return undefined;
  return (
    <section aria-labelledby="event-materials">
      <h2 id="event-materials">{t(eventText.materials)}</h2>
      <ul className="plain list">
        {materials.map(({ id, title }) => (
          <li key={id} className="line">
            <a {...onLink(materialPage(id))}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Earlier ones too; the latest is told above while it matters. */
function Changes({ event: { changes } }: { event: EventView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  if (changes.length < 2) return undefined;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t(eventText.changes)}</h2>
      <ul className="plain stack tight">
        {changes.map(({ at, lines }) => (
          <li key={at}>
            <p className="quiet small">{when(at)}</p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FromPoll({ event: { poll } }: { event: EventView }): ReactNode {
  const t = useT();
  if (!poll) return undefined;
  return (
    <section aria-labelledby="from-poll">
      <h2 id="from-poll">{t(eventText.fromPoll)}</h2>
      <p>
        {t(eventText.fromPollWhy)} <a {...onLink(pollPage(poll.id))}>{poll.question}</a>
      </p>
      {poll.others.length > 0 && (
        <>
          <p className="quiet">{t(eventText.othersOfPoll)}</p>
          <ul className="notes">
            {poll.others.map(({ id, label, votes }) => (
              <li key={id}>
                {label}
                {votes !== undefined && <span className="quiet"> · {t(text.votes, { n: votes })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
