/** An event as calendars show it: plain data of which files and invitations by mail are made. */
import type { Instant } from './clock.ts';

export interface CalendarEntry {
  /** Stable for the event and its person: letters, digits, `-` and `.`; a domain is put behind it. */
  readonly uid: string;
  /** Never falls, and rises with each change that calendars should take over (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly title: string;
  /** Plain text with line breaks. */
  readonly description?: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** IANA zone in which it is shown and its VTIMEZONE is written. */
  readonly zone: string;
  readonly place?: string;
  /** Full address: where to join, or the event's page. */
  readonly link?: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** When what it says last changed. */
  readonly changedAt: Instant;
}

/**
 * What a letter does to the reader's calendar: puts an entry in or changes it, or takes it out. PUBLISH does nothing by itself: a file that
 * the reader may take in, and that no program offers to accept.
 */
export interface CalendarInvitation {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  readonly entry: CalendarEntry;
}
