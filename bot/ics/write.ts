/** Calendar files (RFC 5545) and invitations (RFC 5546) from events as plain data. Pure: the same entries make the same file. */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { DateTime } from 'luxon';
import type { CalendarEntry } from '../core/calendar-entry.ts';
import type { Instant } from '../core/clock.ts';
import { escaped, LONGEST, lines, linkOf, nameOf, oneLine, uri } from './words.ts';
import { comesTwice, rulesOf, type ZoneRules } from './zones.ts';

/** A person in an invitation. */
export interface Party {
  readonly name: string;
  readonly address: string;
}

export interface CalendarFrame {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  /** What calendars that follow a PUBLISH call it. Without it programs open the entries themselves, as they should a download of one. */
  readonly name?: string;
  /** Behind each UID: `calendarDomain`. */
  readonly domain: string;
  /** Only invitations and cancellations have them: who invites, and whose calendar it is. */
  readonly organizer?: Party;
  readonly attendee?: Party;
}

/** What of an entry goes behind an @ must hold (RFC 5545, 3.8.4.7); it is not escaped. */
const UID = /^[\w.-]+$/;
const PRODUCT = { company: 'Verkostobotti', product: 'Verkostobotti', language: 'EN' };

/**
 * The part of UIDs behind the @: the name that the server is reached by. One place decides it, so that an entry is the same one in a download
 * and in an invitation by mail; the sender's address of letters may change, and a deployment may have none.
 */
export const calendarDomain = (address: string): string => new URL(address).hostname.replace(/^\[|\]$/g, '');

/**
 * One VCALENDAR with all entries, in lines of at most 75 octets. Times are wall time of the entry's zone, whole seconds, with the zone's rules
 * in the file. What is too long is cut (`LONGEST`); a link that is no web address is left out. Calendars that show no links find it under the description.
 * Throws RangeError for a UID that no calendar could take, or an entry that ends before it starts.
 */
export function calendarFile(entries: readonly CalendarEntry[], frame: CalendarFrame): string {
  const zones = new Map<string, ZoneRules>();
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod[frame.method] });
  // Without a zone of its own: its stamps would be written in it, and they have to be UTC.
  calendar.timezone({ name: null, generator: (id) => zones.get(id)?.block ?? null });
  // ical-generator writes names as they are.
  if (frame.method === 'PUBLISH' && frame.name) calendar.name(escaped(oneLine(frame.name, LONGEST.name)));
  for (const entry of entries) {
    const isUnclear = [entry.startsAt, entry.endsAt].some((at) => comesTwice(at, entry.zone));
    const rules = isUnclear ? undefined : rulesOf(entry.zone);
    if (rules) zones.set(rules.id, rules);
    calendar.createEvent({ ...eventOf(entry, frame), timezone: rules?.id ?? null });
  }
  return `${calendar.toString()}\r\n`;
}

function eventOf(entry: CalendarEntry, frame: CalendarFrame): ICalEventData {
  if (!UID.test(entry.uid)) throw new RangeError(`No UID can be made of ${entry.uid}.`);
  if (entry.endsAt < entry.startsAt) throw new RangeError(`${entry.uid} ends before it starts.`);
  const isCancelled = frame.method === 'CANCEL' || entry.status === 'cancelled';
  const place = oneLine(entry.place ?? '', LONGEST.place);
  const link = linkOf(entry.link);
  const description = descriptionOf(entry, link);
  return {
    id: `${entry.uid}@${frame.domain}`,
    sequence: entry.sequence,
    summary: oneLine(entry.title, LONGEST.title),
    ...(description === '' ? {} : { description: { plain: description } }),
    start: wallTime(entry.startsAt, entry.zone),
    end: wallTime(entry.endsAt, entry.zone),
    ...(place === '' ? {} : { location: { title: place } }),
    ...(link === undefined ? {} : { url: uri(link) }),
    status: isCancelled ? ICalEventStatus.CANCELLED : STATUS[entry.status],
    transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    stamp: wallTime(entry.changedAt, 'utc'),
    lastModified: wallTime(entry.changedAt, 'utc'),
    ...(frame.method === 'PUBLISH' ? {} : partiesOf(entry, frame)),
  };
}

const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const;

/** Outlook and Google show no URL: the link is the description's last line too, also of one that was cut. */
function descriptionOf({ description = '', link: asked }: CalendarEntry, link: string | undefined): string {
  const words = lines(description, LONGEST.description);
  if (link === undefined || words.includes(link) || (asked !== undefined && words.includes(asked))) return words;
  return [words, link].filter(Boolean).join('\n\n');
}

/** No reply is asked for: answers come by the link, and nobody reads the sender's mailbox for them. */
function partiesOf({ status }: CalendarEntry, { method, organizer, attendee }: CalendarFrame): Partial<ICalEventData> {
  const answer = status === 'tentative' ? ICalAttendeeStatus.TENTATIVE : ICalAttendeeStatus.ACCEPTED;
  return {
    ...(organizer
      ? { organizer: { name: nameOf(organizer.name) || organizer.address, email: organizer.address } }
      : {}),
    ...(attendee
      ? {
          attendees: [
            {
              name: nameOf(attendee.name) || attendee.address,
              email: attendee.address,
              role: ICalAttendeeRole.REQ,
              rsvp: false,
              ...(method === 'REQUEST' ? { status: answer } : {}),
            },
          ],
        }
      : {}),
  };
}

const wallTime = (at: Instant, zone: string): DateTime => DateTime.fromISO(at, { zone });
