/** An event as one line of a list, and how the reader stands in words. */
import type { ReactNode } from 'react';
import type { EventSummary } from '../../calls.ts';
import { CheckmarkRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { type Message, type Translate, text } from '../../text.ts';
import { useWhen } from '../../when.ts';

export const eventPage = (id: string): string => `events/${encodeURIComponent(id)}`;

export const EVENT_TYPES: Readonly<Record<EventSummary['type'], Message>> = {
  webinar: text.webinar,
  seminar: text.seminar,
  meeting: text.meeting,
  training: text.training,
  other: text.otherEvent,
};

/** What is worth saying of an event’s state where many are listed. */
const STATES: Readonly<Partial<Record<EventSummary['phase'], Message>>> = {
  closed: text.eventClosed,
  ongoing: text.eventOngoing,
  cancelled: text.eventCancelled,
};

/** The reader is asked, and has not answered. */
export const isUnanswered = ({ phase, own, isForOthers }: EventSummary): boolean =>
  phase === 'upcoming' && !isForOthers && own.attendance === undefined;

/** `Akaan kaupungintalo tai etänä`. */
export function whereOf({ ways, place }: Pick<EventSummary, 'ways' | 'place'>, t: Translate): string {
  if (ways === 'online') return t(text.online);
  if (ways === 'room') return place ?? t(text.inRoom);
  return place ? t(text.placeOrOnline, { place }) : t(text.roomOrOnline);
}

export function EventLine({ event }: { event: EventSummary }): ReactNode {
  const t = useT();
  const { span } = useWhen();
  const { phase, group } = event;
  const isTold = phase === 'upcoming' || phase === 'closed' || phase === 'ongoing';
  const state = STATES[phase];
  return (
    <li className="line event">
      <Leaf at={event.startsAt} />
      <a {...onLink(eventPage(event.id))}>{event.title}</a>
      <p className="quiet facts">
        <span>{span(event.startsAt, event.endsAt)}</span>
        <span>{t(EVENT_TYPES[event.type])}</span>
        <span>{whereOf(event, t)}</span>
        {group !== undefined && <span>{t(text.onlyForGroup, { group })}</span>}
      </p>
      <p className="quiet facts">
        {state && <span className="bold">{t(state)}</span>}
        <OwnAnswer event={event} />
        {isTold && <Places event={event} />}
      </p>
    </li>
  );
}

/** What screen readers hear from the line itself. */
function Leaf({ at }: { at: string }): ReactNode {
  const { leaf } = useWhen();
  const { day, month } = leaf(at);
  return (
    <span className="leaf" aria-hidden="true">
      <span>{day}</span>
      <span>{month}</span>
    </span>
  );
}

function OwnAnswer({ event }: { event: EventSummary }): ReactNode {
  const t = useT();
  const { own, phase } = event;
  if (phase === 'draft' || phase === 'undone' || phase === 'cancelled') return undefined;
  if (phase === 'past') return own.holds && <span>{t(text.wasRegistered)}</span>;
  if (isUnanswered(event)) return <span className="due">{t(text.ownUnanswered)}</span>;
  const words = standingOf(own, t);
  if (words === undefined) return undefined;
  return own.holds ? (
    <span className="good">
      <CheckmarkRegular className="icon" />
      {words}
    </span>
  ) : (
    <span>{words}</span>
  );
}

/** In short how someone stands who has answered: their place, their turn in the waiting list, or both. */
export function standingOf(own: EventSummary['own'], t: Translate): string | undefined {
  const held = own.holds && t(own.holds === 'room' ? text.ownRoom : text.ownOnline);
  const waits =
    own.waitsFor && t(own.waitsFor === 'room' ? text.ownWaitsRoom : text.ownWaitsOnline, { n: own.position ?? 1 });
  const both = [held, waits].filter((one) => one !== undefined);
  if (both.length > 0) return both.join(' · ');
  if (own.attendance === 'maybe') return t(text.ownMaybe);
  return own.attendance === 'no' ? t(text.ownNo) : undefined;
}

/** How many come, and how many more may. */
function Places({ event: { coming, room, online } }: { event: EventSummary }): ReactNode {
  const t = useT();
  return (
    <>
      {coming > 0 && <span>{t(text.comingCount, { n: coming })}</span>}
      {room?.free !== undefined && <span>{t(text.freeRoom, { n: room.free })}</span>}
      {online?.free !== undefined && <span>{t(text.freeOnline, { n: online.free })}</span>}
    </>
  );
}
