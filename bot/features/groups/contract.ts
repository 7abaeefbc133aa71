/** What the tab and the server say to each other about groups: who sits where, and for which term. Runs in the browser. */
import { z } from 'zod';
import { endpoint } from '../../core/endpoint.ts';
import { ID_PATTERN } from '../../core/ids.ts';
import { names, seat } from '../../core/organisation.ts';
import { personRef } from '../network/contract.ts';
import { namesDraft, seatDraft } from './group.ts';

const none = z.object({});
const id = z.string().regex(ID_PATTERN);
const one = z.object({ group: id });
const oneSeat = z.object({ group: id, seat: id });

export const seatView = z.object({
  id,
  member: personRef,
  role: seat.shape.role,
  /** Absent: the whole network. */
  area: z.object({ id: z.string(), name: z.string() }).optional(),
  substitute: personRef.optional(),
  /** yyyy-MM-dd, both inclusive; without `to` until further notice. */
  from: z.iso.date(),
  to: z.iso.date().optional(),
  state: z.enum(['now', 'coming', 'past']),
  /** Begun or about to, and over within 60 days. */
  endsSoon: z.boolean(),
});
export type SeatView = z.infer<typeof seatView>;

export const groupView = z.object({
  id,
  /** In the reader's language. */
  name: z.string(),
  names,
  /** Those who sit now (chair, vice chair, members), then coming ones, then past ones with the newest first. */
  seats: z.array(seatView),
});
export type GroupView = z.infer<typeof groupView>;

export const listGroups = endpoint({
  method: 'GET',
  path: '/groups',
  summary: 'Groups of the network with their seats and terms, also past ones; for members to look up.',
  params: none,
  body: none,
  response: z.object({
    groups: z.array(groupView),
    /** Areas that a seat may be for, in the reader's language. */
    areas: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Terms that end within 60 days, the next first; for coordinators. */
    ending: z.array(z.object({ group: id, name: z.string(), seat: seatView })).optional(),
    mayChange: z.boolean(),
  }),
});

export const getGroup = endpoint({
  method: 'GET',
  path: '/groups/{group}',
  summary: 'One group with its seats and terms, also past ones.',
  params: one,
  body: none,
  response: groupView,
});

export const createGroup = endpoint({
  method: 'POST',
  path: '/groups',
  summary: 'Makes a group. The same request id makes one.',
  params: none,
  body: z.object({ names: namesDraft, requestId: z.uuid() }),
  response: groupView,
});

export const renameGroup = endpoint({
  method: 'PATCH',
  path: '/groups/{group}',
  summary: 'Renames a group.',
  params: one,
  body: z.object({ names: namesDraft }),
  response: groupView,
});

export const removeGroup = endpoint({
  method: 'DELETE',
  path: '/groups/{group}',
  summary: 'Removes a group with its seats and terms; refused while something open is for it.',
  params: one,
  body: none,
  response: none,
});

export const addSeat = endpoint({
  method: 'POST',
  path: '/groups/{group}/seats',
  summary: 'Gives a member a seat for a term. The same request id gives one.',
  params: one,
  body: z.object({ seat: seatDraft, requestId: z.uuid() }),
  response: groupView,
});

export const changeSeat = endpoint({
  method: 'PUT',
  path: '/groups/{group}/seats/{seat}',
  summary: 'Corrects a seat: who holds it, for what, with which substitute, and its term.',
  params: oneSeat,
  body: z.object({ seat: seatDraft }),
  response: groupView,
});

export const endSeat = endpoint({
  method: 'POST',
  path: '/groups/{group}/seats/{seat}/end',
  summary: 'Ends a term on a day, the last one on which it is in force; the term stays visible as a past one.',
  params: oneSeat,
  body: z.object({ on: z.string() }),
  response: groupView,
});

export const removeSeat = endpoint({
  method: 'DELETE',
  path: '/groups/{group}/seats/{seat}',
  summary: 'Takes away a seat whose term has not begun.',
  params: oneSeat,
  body: none,
  response: groupView,
});
