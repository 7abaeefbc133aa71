/** An event as it stands in the calendar of someone who has a place: plain data. */
import type { CalendarEntry } from '../../core/calendar-entry.ts';
import type { Instant } from '../../core/clock.ts';
import type { Translate } from '../../core/text.ts';
import { cardText } from './card-text.ts';
import type { Event } from './event.ts';
import type { Registration } from './registration.ts';
import type { Place } from './seats.ts';

export interface CalendarFrame {
  /** Stable for the event and the person. */
  readonly uid: string;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Address of the event's page, for who reads the calendar; absent: it opens nothing for them. */
  readonly link?: string;
  /** They have not answered yet: tentative, and without what is for those who come. */
  readonly isInvitation?: boolean;
}

/** `holds`: the place that they have; who has none any more gets the entry as cancelled, to take it out. */
export function calendarEntry(
  of: Event,
  {
    revision,
    answeredAt,
    createdAt,
  }: Pick<Registration, 'revision' | 'createdAt'> & Partial<Pick<Registration, 'answeredAt'>>,
  holds: Place | undefined,
  { uid, zone, t, link, isInvitation = false }: CalendarFrame,
): CalendarEntry {
  const { joinLink, contact, description } = of;
  const answered = answeredAt ?? createdAt;
  const address = holds === 'online' && joinLink !== undefined ? joinLink : link;
  const isOff = of.state !== 'published' || (holds === undefined && !isInvitation);
  const lines = [
    ...(description === undefined ? [] : [description]),
    ...(joinLink === undefined || holds === undefined ? [] : [t(cardText.calendarJoin, { link: joinLink })]),
    ...(contact === undefined ? [] : [t(cardText.contact, { contact })]),
  ];
  return {
    ...{ uid, zone, title: of.title, startsAt: of.startsAt, endsAt: of.endsAt },
    sequence: of.revision + revision,
    status: isOff ? 'cancelled' : isInvitation ? 'tentative' : 'confirmed',
    changedAt: laterOf(of.revisedAt, answered),
    ...(address === undefined ? {} : { link: address }),
    ...(lines.length > 0 ? { description: lines.join('\n\n') } : {}),
    ...(of.place !== undefined && holds !== 'online' ? { place: of.place } : {}),
  };
}

export const laterOf = (a: Instant, b: Instant): Instant => (a < b ? b : a);
