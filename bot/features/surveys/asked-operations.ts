/** Whom a survey asks, and who may answer it: read off the register and the events that surveys are about. */
import type { Instant } from '../../core/clock.ts';
import { activityId, objectIdOf } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import type { MemberId } from '../../core/network.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, mainOf, registerOf } from '../../core/register.ts';
import { activityScope } from '../../core/scope.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { events } from '../events/event.ts';
import { askedForFeedback, isFor as isEventFor } from '../events/people.ts';
import { registrations } from '../events/registration.ts';
import { LEDGER, ledgers } from '../events/seats.ts';
import { eachResponse } from './ballots.ts';
import { askedPeople, isFor } from './people.ts';
import { latestOf } from './response.ts';
import type { Survey } from './survey.ts';
import { text } from './text.ts';

export const atNow = ({ services, network }: Work): { readonly zone: string; readonly now: Instant } => ({
  zone: network.zone,
  now: services.clock.now(),
});

/** A published event of the network. */
export async function eventOf(work: Work, id: string) {
  const known = activityId.safeParse(id);
  const found = known.success ? await work.services.store.get(work.scope, events, known.data) : undefined;
  return found?.value.state === 'published' ? found.value : undefined;
}

/** All events of the network by id, for surveys that are about one. */
export async function eventsById(work: Work) {
  const all = await listAll(work.services.store, work.scope, events);
  return new Map(all.map(({ value }) => [value.id, value]));
}

/** Published events that have not begun, the next one in front: what an advance survey can prepare. */
export async function eventsAhead(work: Work) {
  const { now } = atNow(work);
  return [...(await eventsById(work)).values()]
    .filter(({ state, startsAt }) => state === 'published' && startsAt > now)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** Main identities of those whom a survey asks now: of feedback who came, or had a place where nobody noted who came. */
export async function askedOf(work: Work, survey: Survey): Promise<readonly MemberId[]> {
  const register = await registerOf(work);
  if (survey.type !== 'feedback' || survey.event === undefined) return askedPeople(register, survey, atNow(work));
  const { store } = work.services;
  const scope = activityScope(work.scope, survey.event);
  const [event, all, ledger] = await Promise.all([
    store.get(work.scope, events, survey.event),
    listAll(store, scope, registrations),
    store.get(scope, ledgers, LEDGER),
  ]);
  if (!event) return [];
  return askedForFeedback(
    register,
    event.value,
    new Map(all.map(({ id, value }) => [id as MemberId, value])),
    ledger?.value,
  );
}

/** Why someone may not answer; undefined when they may. Feedback is everyone's for whom its event was, and outsiders' who registered; what a group is asked is never an outsider's. */
export async function whyNot(visit: Visit, survey: Survey): Promise<Refusal | undefined> {
  const { actor, services } = visit;
  if (actor.isInvited) return new Refusal(text.invitedCantAnswer);
  const register = await registerOf(visit);
  if (actor.isOutsider) {
    const isOfGroup = survey.type === 'survey' && survey.group !== undefined;
    return !isOfGroup && (await tookPart(visit, survey)) ? undefined : new Refusal(text.onlyParticipants);
  }
  if (survey.type === 'feedback' && survey.event !== undefined) {
    const event = (await services.store.get(visit.scope, events, survey.event))?.value;
    const isInvited = event !== undefined && isEventFor(register, event, actor.person, atNow(visit));
    return isInvited || (await tookPart(visit, survey)) ? undefined : new Refusal(text.onlyParticipants);
  }
  if (isFor(register, survey, actor.person, atNow(visit))) return undefined;
  const group = survey.group === undefined ? undefined : register.groups.get(survey.group);
  const names = group?.names ?? {};
  return new Refusal(text.notForYou, { group: (locale) => names[locale] ?? names.fi ?? names.sv ?? names.en ?? '' });
}

/** Registered for the event that a survey is about. */
async function tookPart(visit: Visit, survey: Survey): Promise<boolean> {
  if (survey.event === undefined) return false;
  const scope = activityScope(visit.scope, survey.event);
  const identities = identitiesOf(await registerOf(visit), objectIdOf(visit.actor.person));
  const found = await Promise.all(identities.map((id) => visit.services.store.get(scope, registrations, id)));
  return found.some((one) => one !== undefined && !one.value.isUnconfirmed);
}

/** Of those who are asked, who have not answered: by their sealed answers while it runs. */
export async function notAnswered(work: Work, survey: Survey): Promise<readonly MemberId[]> {
  const register = await registerOf(work);
  const done = new Set<string>();
  for await (const { response } of eachResponse(work, survey)) {
    if (response.source === 'own' && latestOf(response)) done.add(mainOf(register, objectIdOf(response.who)));
  }
  return (await askedOf(work, survey)).filter((who) => !done.has(mainOf(register, who)));
}
