/** What an event of each type is when nothing else is said, as in the server's own table; a test compares the two. */
export type EventType = 'webinar' | 'seminar' | 'meeting' | 'training' | 'other';
export type Ways = 'room' | 'online' | 'both';

export const EVENT_TYPES: readonly EventType[] = ['webinar', 'seminar', 'meeting', 'training', 'other'];
export const WAYS: readonly Ways[] = ['online', 'room', 'both'];

export const USUAL: Readonly<
  Record<
    EventType,
    { readonly starts: string; readonly minutes: number; readonly ways: Ways; readonly asksNeeds: boolean }
  >
> = {
  webinar: { starts: '09:00', minutes: 60, ways: 'online', asksNeeds: false },
  seminar: { starts: '09:00', minutes: 7 * 60, ways: 'room', asksNeeds: true },
  meeting: { starts: '09:00', minutes: 60, ways: 'online', asksNeeds: false },
  training: { starts: '09:00', minutes: 3 * 60, ways: 'both', asksNeeds: true },
  other: { starts: '12:00', minutes: 120, ways: 'room', asksNeeds: false },
};

/** Everyone is asked for feedback, except on a group's own meetings. */
export const asksFeedbackUsually = ({ type, group }: { readonly type: EventType; readonly group: string }): boolean =>
  type !== 'meeting' || group === '';

/** Wall time `HH:mm` so many minutes later, on the same clock face. */
export function laterBy(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const all = (hour * 60 + minute + minutes) % (24 * 60);
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
