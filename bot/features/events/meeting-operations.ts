/** The meeting in Teams that a coordinator makes in their own calendar for an event, and keeps in step with it. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import type { ActivityId } from '../../core/ids.ts';
import { type MeetingDraft, MeetingFailure } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { differenceOf, type Event, isOnline, revised } from './event.ts';
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

/** The same event and person make one meeting, however often it is asked for; after a refusal another try has another name. */
const draftFor = (visit: Visit, of: Event): MeetingDraft => ({
  requestId: shortHash(of.id, visit.actor.person, of.startsAt),
  ...{ title: of.title, startsAt: of.startsAt, endsAt: of.endsAt },
  description: [of.description, of.contact].filter(Boolean).join('\n\n'),
  ...(of.place === undefined ? {} : { place: of.place }),
});

/** Makes the meeting in the actor's own calendar; its address becomes the event's join link, and those who come hear of it. */
export async function createMeeting(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const before = await eventNow(visit, id);
  if (before.meeting !== undefined) return before;
  if (before.state !== 'published' && before.state !== 'draft') throw new Refusal(text.notChangeable);
  if (!isOnline(before)) throw new Refusal(text.notOffered);
  const made = await tried(visit, (assertion) => visit.services.meetings.create(assertion, draftFor(visit, before)));
  const now = visit.services.clock.now();
  if (before.state === 'published') await tellLater(visit, id, before.revision + 1, { isInThread: false });
  const event = await changeEvent(visit, id, (of) => {
    if (of.meeting !== undefined) return of;
    const to = { ...of, joinLink: made.joinUrl };
    const difference = of.state === 'published' ? differenceOf(of, to) : undefined;
    const after = difference ? { ...to, ...revised(of, difference, visit.actor.person, now) } : to;
    return { ...after, meeting: { id: made.id, owner: visit.actor.person, revision: after.revision } };
  });
  await audit(visit, 'events.meeting', id);
  if (event.state === 'published') await showChange(visit, event);
  return event;
}

/** Brings the actor's own calendar event up to what the event is now. */
export async function updateMeeting(visit: Visit, id: ActivityId): Promise<Event> {
  await asCoordinator(visit);
  const of = await eventNow(visit, id);
  const { meeting } = of;
  if (!meeting || meeting.owner !== visit.actor.person) throw new Refusal(text.meetingNotYours);
  await tried(visit, (assertion) =>
    of.state === 'cancelled'
      ? visit.services.meetings.cancel(assertion, meeting.id, of.cancelled?.reason ?? '')
      : visit.services.meetings.update(assertion, meeting.id, draftFor(visit, of)),
  );
  return changeEvent(visit, id, (now) =>
    now.meeting?.id === meeting.id ? { ...now, meeting: { ...meeting, revision: of.revision } } : now,
  );
}
