/** Events in a world of their own: invited to, answered and changed. */
import type { Feature } from '../../bot/core/feature.ts';
import { type Event, type EventDraft, eventDraft } from '../../bot/features/events/event.ts';
import { events } from '../../bot/features/events/feature.ts';
import { eventNow } from '../../bot/features/events/memory.ts';
import { createEvents } from '../../bot/features/events/operations.ts';
import type { Attendance } from '../../bot/features/events/registration.ts';
import { materials } from '../../bot/features/materials/feature.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { type FeatureWorld, openFeatureWorld, type WorldOptions } from './feature-world.ts';

export interface EventWorld extends FeatureWorld {
  /** Creates and publishes an event as the coordinator; a webinar of an hour that is also held in a room, in two weeks, unless the draft says otherwise. */
  invite(draft?: Partial<EventDraft>): Promise<Event>;
  /** The same as a draft, which coordinators see. */
  draft(draft?: Partial<EventDraft>): Promise<Event>;
  /** Answers by the card's button. `more`: what stands in the card's inputs. */
  answer(
    n: number,
    event: Pick<Event, 'id'>,
    attendance: Attendance,
    more?: Readonly<Record<string, string>>,
  ): Promise<void>;
  now(event: Pick<Event, 'id'>): Promise<Event>;
}

/** `beside`: features that hang on events. */
export async function openEventWorld({
  beside = [],
  ...options
}: WorldOptions & { readonly beside?: readonly Feature[] } = {}): Promise<EventWorld> {
  const base = await openFeatureWorld([events, polls, materials, ...beside], options);
  const { clock, services } = base;
  const make = async (draft: Partial<EventDraft>, publishes: boolean): Promise<Event> => {
    const typed = {
      ...{ type: 'webinar', title: 'Joukkoliikenteen tilastot', ways: 'both', place: 'Akaan kaupungintalo' },
      joinLink: 'https://teams.example.test/join/1',
      startsOn: twoWeeksOn(clock.now()),
      ...{ startsAtTime: '09:00', endsAtTime: '10:00' },
      ...draft,
    };
    const form = services.newId();
    const [event] = await createEvents(await world.visit(0), eventDraft.parse(typed), { form, publishes });
    if (!event) throw new Error('no event was made');
    await clock.rest();
    return event;
  };
  const world: EventWorld = Object.assign(base, {
    invite: (draft: Partial<EventDraft> = {}) => make(draft, true),
    draft: (draft: Partial<EventDraft> = {}) => make(draft, false),
    async answer(
      n: number,
      { id }: Pick<Event, 'id'>,
      attendance: Attendance,
      more: Readonly<Record<string, string>> = {},
    ) {
      await world.click('events.answer', { event: id, attendance, ...more }, await world.turn(n));
      await clock.rest();
    },
    now: async ({ id }: Pick<Event, 'id'>) => eventNow(await world.work(), id),
  });
  return world;
}

/** yyyy-MM-dd */
const twoWeeksOn = (now: string): string =>
  new Date(Date.parse(now) + 14 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
