/** The cards of events that members and the channel see, and the actions that all cards' buttons carry. */
import { z } from 'zod';
import { card, heading, text as words } from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import type { Instant } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import type { Names } from '../../core/organisation.ts';
import type { Translate } from '../../core/text.ts';
import { type Event, eventDraft, reminderKind } from './event.ts';
import { attendance, type Registration } from './registration.ts';
import { type PlaceCount, place, type Standing } from './seats.ts';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

const onEvent = z.object({ event: activityId });
/** Of a form: made with the card, so that the same form acts once. */
const formId = z.string().min(1).max(100);
const draftForm = eventDraft.extend({ form: formId });

/** What stands in the other inputs of one's own card comes along; answers to the event's own questions are `answer-q1` and so on. */
const typedInCard = z.looseObject({
  event: activityId,
  wish: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  organisation: z.string().optional(),
});

export const answerEvent = action('events.answer', typedInCard.extend({ attendance }));
export const myAnswer = action('events.mine', onEvent);
export const leaveList = action('events.leaveList', onEvent);
export const confirmAnswer = action('events.confirm', onEvent);
export const registerColleague = action(
  'events.colleague',
  typedInCard.extend({ form: formId, colleagueAttendance: place.optional() }),
);
export const createEvent = action('events.create', draftForm);
export const previewEvent = action('events.preview', draftForm);
export const editDraft = action('events.edit', draftForm);
export const publishEvent = action('events.publish', onEvent);
export const cancelEvent = action('events.cancel', onEvent.extend({ reason: z.string().default('') }));
export const repostEvent = action('events.repost', onEvent);
const ofKind = onEvent.extend({ kind: reminderKind });
/** Shows how many a reminder would reach; sends nothing. */
export const askReminder = action('events.askReminder', ofKind);
export const sendReminder = action(
  'events.remind',
  ofKind.extend({ form: formId, channel: z.string().default('false') }),
);

// ── What cards are drawn from ──────────────────────────────────────────────────────────────────

/** Numbers of an event, which everyone may see. A place is there only when the event offers it. */
export interface Shown {
  readonly room?: PlaceCount;
  readonly online?: PlaceCount;
  readonly maybe: number;
  readonly no: number;
  /** What the event's group is called. */
  readonly group?: Names;
  readonly preMeetings: readonly { readonly title: string; readonly startsAt: Instant; readonly group?: Names }[];
}

export interface Frame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Address of the event's page in the tab. */
  readonly link?: string;
}

/** How the reader stands, and whom they have brought. */
export interface Own {
  readonly registration?: Registration;
  readonly standing: Standing;
  /** Who registered them, when they have not confirmed it yet. */
  readonly registeredBy?: string;
  readonly colleagues: readonly { readonly name: string; readonly standing: Standing }[];
  /** Address of their calendar file of it, while they hold a place. */
  readonly calendar?: string;
  /** Why they can't answer, in their language. */
  readonly hindrance?: string;
}

export interface OwnFrame extends Frame {
  /** Why what they asked for was not done, in their language. */
  readonly refusal?: string;
  /** What other features ask under the reader's own card. */
  readonly aside?: readonly object[];
}

// ── The shared card ────────────────────────────────────────────────────────────────────────────

export function eventCard(of: Event, _shown: Shown, _frame: Frame): Card {
  return card(heading(of.title));
}

export function ownEventCard(of: Event, _shown: Shown, _own: Own, frame: OwnFrame): Card {
  return card(frame.refusal !== undefined && words(frame.refusal), heading(of.title));
}
