/** What the pages of groups share: their addresses, the names of roles, and what shows groups. */
import type { SeatView } from '../../calls.ts';
import type { Message } from '../../text.ts';
import { groupsText } from './groups-text.ts';

export const GROUPS = 'manage/groups';
/** `new` in the place of the seat: one that is added. */
export const seatPage = (group: string, seat: string): string =>
  `${GROUPS}/${encodeURIComponent(group)}/seats/${encodeURIComponent(seat)}`;

export const ROLES: Readonly<Record<SeatView['role'], Message>> = {
  chair: groupsText.chair,
  viceChair: groupsText.viceChair,
  member: groupsText.member,
};

/** What is read anew when a group has changed. */
export const SHOWS_GROUPS = ['groups', 'register', 'people', 'poll-choices', 'handover'];
