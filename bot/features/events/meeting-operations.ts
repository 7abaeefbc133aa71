/** The meeting in Teams that a coordinator makes in their own calendar for an event, and keeps in step with it. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { isCurrent } from '../../core/network.ts';
import { type MeetingDraft, MeetingFailure } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { mainOf, type Register, registerNow } from '../../core/register.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { differenceOf, type Event, isOnline, revised, telling } from './event.ts';
import { changeEvent, eventNow } from './memory.ts';
import { shortHash, showChange, tellLater } from './operations.ts';
import { text } from './text.ts';

const WHY: Readonly<Record<MeetingFailure['outcome'], Message>> = {
  consent: text.meetingConsent,
  signIn: text.meetingSignIn,
  refused: text.meetingRefused,
  gone: text.meetingGone,
  throttled: text.meetingLater,
  unavailable: text.meetingLater,
  unknown: text.meetingUnknown,
};

/** What Teams does not do is told in words that say what can be done instead. */
async function tried<T>(visit: Visit, call: (assertion: string) => Promise<T>): Promise<T> {
  if (visit.assertion === undefined || !visit.services.meetings.isConfigured)
    throw new Refusal(text.meetingOnlyInTeams);
  try {
    return await call(visit.assertion);
  } catch (error) {
    if (!(error instanceof MeetingFailure)) throw error;
    visit.services.log.warn('events.meeting-failed', { outcome: error.outcome, code: error.code });
    throw new Refusal(WHY[error.outcome]);
  }
}

/** Its name is of the event, its beginning and the person, so they make one meeting, however often it is asked for; one in place of another has a name of its own. */
const draftFor = (visit: Visit, of: Event): MeetingDraft => ({
  requestId: shortHash(of.id, visit.actor.person, of.startsAt, ...(of.meeting ? [of.meeting.id] : [])),
  ...{ title: of.title, startsAt: of.startsAt, endsAt: of.endsAt },
  description: [of.description, of.contact].filter(Boolean).join('\n\n'),
  ...(of.place === undefined ? {} : { place: of.place }),
});

/** In whose calendar it is is not in the network any more. */
export function hasOwnerLeft(register: Register, { owner }: NonNullable<Event['meeting']>): boolean {
  const member = register.members.get(mainOf(register, objectIdOf(owner)));
  return member === undefined || !isCurrent(member);
}

/** There is no meeting, or one that nobody can change or join any more: a coordinator may make a new one. */
export const lacksMeeting = (register: Register, { meeting }: Event): boolean =>
  meeting === undefined || meeting.isGone === true || hasOwnerLeft(register, meeting);

const isOpen = ({ state }: Event): boolean => state === 'published' || state === 'draft';

/**
 * Makes the meeting in the actor's own calendar; its address becomes the event's join link, and those who come hear of it. One that is gone, or
 * whose owner has left, is replaced. Of two who make one at the same moment the first is kept; the other's is cancelled again.
 */
export async function createMeeting(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const before = await eventNow(visit, id);
  if (!lacksMeeting(await registerNow(visit), before)) return before;
  if (!isOpen(before)) throw new Refusal(text.notChangeable);
  if (!isOnline(before)) throw new Refusal(text.notOffered);
  const made = await tried(visit, (assertion) => visit.services.meetings.create(assertion, draftFor(visit, before)));
  const now = visit.services.clock.now();
  if (before.state === 'published') await tellLater(visit, id, before.revision + 1, { isInThread: false });
  const event = await changeEvent(visit, id, (of) => {
    if (of.meeting?.id !== before.meeting?.id || !isOpen(of)) return of;
    const to = { ...of, joinLink: made.joinUrl };
    const difference = of.state === 'published' ? differenceOf(of, to) : undefined;
    const after = difference ? { ...to, ...revised(of, difference, visit.actor.person, now) } : to;
    return telling({ ...after, meeting: { id: made.id, owner: visit.actor.person, revision: after.revision } });
  });
  if (event.meeting?.id !== made.id) {
    await cancelUnkept(visit, made.id);
    return event;
  }
  await audit(visit, 'events.meeting', id);
  if (event.state === 'published') await showChange(visit, event);
  return event;
}

/** As well as it goes: an empty meeting in a calendar is a nuisance, nothing worse. */
async function cancelUnkept(visit: Visit, meeting: string): Promise<void> {
  try {
    await tried(visit, (assertion) => visit.services.meetings.cancel(assertion, meeting, ''));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Brings the actor's own calendar event up to what the event is now. */
export async function updateMeeting(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const of = await eventNow(visit, id);
  const { meeting } = of;
  if (!meeting || meeting.owner !== visit.actor.person) throw new Refusal(text.meetingNotYours);
  try {
    await tried(visit, (assertion) =>
      of.state === 'cancelled'
        ? visit.services.meetings.cancel(assertion, meeting.id, of.cancelled?.reason ?? '')
        : visit.services.meetings.update(assertion, meeting.id, draftFor(visit, of)),
    );
  } catch (error) {
    if (error instanceof Refusal && error.row === text.meetingGone)
      await changeEvent(visit, id, (now) =>
        now.meeting?.id === meeting.id ? { ...now, meeting: { ...now.meeting, isGone: true } } : now,
      );
    throw error;
  }
  return changeEvent(visit, id, (now) =>
    now.meeting?.id === meeting.id ? { ...now, meeting: { ...meeting, revision: of.revision } } : now,
  );
}
