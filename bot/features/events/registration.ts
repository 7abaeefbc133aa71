/** What someone has answered to an event: state in, state out. Whether they have a place is told by the ledger alone. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { type PersonKey, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { LONGEST_NAME } from '../../core/network.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { severalLines } from '../../core/typed.ts';
import { type Event, isOffered, phaseOf, requireAnswerable } from './event.ts';
import type { Place } from './seats.ts';
import { text } from './text.ts';

export const LONGEST_WISH = 500;
export const LONGEST_ANSWER = 1000;
export const LONGEST_NEED = 200;
export const LONGEST_ORGANISATION = 120;
/** Colleagues whom one person may register for one event. */
export const MOST_COLLEAGUES = 10;
/** Registrations from the public page that wait for their confirmation, of one event. */
export const MOST_UNCONFIRMED = 300;
/** Ids of activities that an answer remembers, to recognise redeliveries. */
export const DELIVERIES_KEPT = 8;

/** room, online: with a place. maybe: without one. no: can't come. */
export const attendance = z.enum(['room', 'online', 'maybe', 'no']);
export type Attendance = z.infer<typeof attendance>;

/** What kitchens ask about most; anything else is written in words. */
export const diet = z.enum([
  'vegetarian',
  'vegan',
  'lactoseFree',
  'dairyFree',
  'glutenFree',
  'eggFree',
  'nutFree',
  'fishFree',
  'other',
]);
export type Diet = z.infer<typeof diet>;
export const access = z.enum(['stepFree', 'hearingLoop', 'signLanguage', 'assistant', 'other']);
export type Access = z.infer<typeof access>;

/** Asked for the room only, shown to coordinators as counts, removed when it has served. */
export const needs = z.object({
  diet: z.array(diet),
  dietWords: z.string().max(LONGEST_NEED).optional(),
  access: z.array(access),
  accessWords: z.string().max(LONGEST_NEED).optional(),
});
export type Needs = z.infer<typeof needs>;

/** Whether someone came, as ticked at the door or as the report of the meeting says. */
export const presence = z.object({
  isPresent: z.boolean(),
  by: z.enum(['door', 'report']),
  /** How long they were in the meeting. */
  minutes: z.number().int().nonnegative().optional(),
  at: instant,
});
export type Presence = z.infer<typeof presence>;

export const registration = z.object({
  person: personKey,
  /** Absent: invited from outside, or taken in at the door, and has not answered. */
  attendance: attendance.optional(),
  /** Of who can't come: what would have helped. */
  wish: z.string().max(LONGEST_WISH).optional(),
  /** To the event's own questions, by their id. */
  answers: z.record(z.string(), z.string().max(LONGEST_ANSWER)).optional(),
  needs: needs.optional(),
  /** Of someone who represents nobody in the register: the words in which they, or who registered them, named it. */
  organisationWords: z.string().max(LONGEST_ORGANISATION).optional(),
  /** A colleague or a coordinator did it for them. */
  registeredBy: personKey.optional(),
  /** What who registered them calls them: the register may know someone of that address by another name, which is not theirs to learn. */
  nameWords: z.string().max(LONGEST_NAME).optional(),
  /** They said themselves that it holds: by answering, or by the link in their letter. */
  confirmedAt: instant.optional(),
  /** From the public page: it holds nothing until confirmed. */
  isUnconfirmed: z.literal(true).optional(),
  /** Server's time of the last answer; absent as long as there is none. */
  answeredAt: instant.optional(),
  /** The activity's own time. An answer that isn't newer changes nothing. */
  sentAt: instant.optional(),
  /** Activity ids seen, newest last. */
  deliveries: z.array(z.string()),
  /** Rises when calendars should hear of it. */
  revision: z.number().int().nonnegative(),
  createdAt: instant,
  came: presence.optional(),
});
export type Registration = z.infer<typeof registration>;

/** In the event's scope; id: the object id of the person. */
export const registrations = kind<Registration>({
  name: 'registration',
  container: 'responses',
  schema: registration,
});

/** Which place a registration asks for. */
export function wantedPlace(of: Pick<Registration, 'attendance' | 'isUnconfirmed'> | undefined): Place | undefined {
  if (!of || of.isUnconfirmed) return undefined;
  return of.attendance === 'room' || of.attendance === 'online' ? of.attendance : undefined;
}

/** They said that they come, in one way or the other, whether or not there is a place. */
export const isComing = (of: Pick<Registration, 'attendance' | 'isUnconfirmed'>): boolean =>
  wantedPlace(of) !== undefined;

/** Somebody else, or the public page, registered them, and they have not said yet that it holds. */
export const isToConfirm = (of: Registration | undefined): boolean =>
  of !== undefined &&
  (of.attendance === 'room' || of.attendance === 'online') &&
  (of.isUnconfirmed === true || (of.registeredBy !== undefined && of.confirmedAt === undefined));

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

/** What someone answers, as typed. Undefined leaves what was there. */
export interface Answer {
  readonly attendance: Attendance;
  readonly wish?: string | undefined;
  readonly answers?: Readonly<Record<string, string>> | undefined;
  readonly needs?: NeedsDraft | undefined;
  readonly organisationWords?: string | undefined;
}

/** Needs as a form sends them: ids that are not known are left out. */
export interface NeedsDraft {
  readonly diet: readonly string[];
  readonly dietWords?: string | undefined;
  readonly access: readonly string[];
  readonly accessWords?: string | undefined;
}

export interface Answering {
  readonly person: PersonKey;
  /** Who does it for them; absent: they themselves. */
  readonly by?: PersonKey;
  readonly delivery: { readonly id: string; readonly at: Instant; readonly isInOrder?: boolean };
  /** They leave a waiting list and keep the place that they have: possible as long as saying that one can't come is. */
  readonly isLeavingList?: boolean;
  /** A coordinator registers also after the deadline. */
  readonly isCoordinator?: boolean;
}

/** repeated: a redelivery or an older click; what is there stays. */
export interface Answered {
  readonly registration: Registration;
  readonly outcome: 'first' | 'changed' | 'repeated';
}

/**
 * The registration that follows from an answer. A redelivery is recognised before anything is looked at, so it gets the same answer as the first.
 * Refuses when the event takes no answers now (who came may still say that they can't), does not offer that, or a question is not answered as asked.
 */
export function answer(
  of: Event,
  to: Answer,
  { person, by, delivery, isLeavingList = false, isCoordinator = false }: Answering,
  earlier: Registration | undefined,
  now: Instant,
): Answered {
  const isOld = !delivery.isInOrder && earlier?.sentAt !== undefined && delivery.at <= earlier.sentAt;
  if (earlier && (earlier.deliveries.includes(delivery.id) || isOld))
    return { registration: earlier, outcome: 'repeated' };
  requireAnswerable(
    of,
    {
      attendance: isLeavingList ? 'no' : to.attendance,
      wasComing: earlier !== undefined && isComing(earlier),
      isCoordinator,
    },
    now,
  );
  const coming = to.attendance === 'room' || to.attendance === 'online';
  const problems: Problem[] = [];
  const answers = coming ? readAnswers(of, to.answers, earlier?.answers, problems, by !== undefined) : undefined;
  const wish = to.attendance === 'no' ? severalLines(to.wish ?? earlier?.wish ?? '') : '';
  if (wish.length > LONGEST_WISH)
    problems.push({ field: 'wish', row: text.longText, params: { most: LONGEST_WISH, n: wish.length } });
  const ownNeeds =
    to.attendance === 'room' && of.asksNeeds ? (to.needs ? readNeeds(to.needs, problems) : earlier?.needs) : undefined;
  const organisationWords = severalLines(to.organisationWords ?? earlier?.organisationWords ?? '');
  refuseAny(problems);
  const isSelf = by === undefined;
  const isSame = earlier?.attendance === to.attendance && !earlier.isUnconfirmed;
  const {
    wish: _w,
    answers: _a,
    needs: _n,
    isUnconfirmed: _u,
    organisationWords: _o,
    ...kept
  } = earlier ?? fresh(person, now);
  const rest = isSelf || isSame ? kept : unconfirmed(kept);
  return {
    registration: {
      ...rest,
      attendance: to.attendance,
      answeredAt: now,
      // Never back: a click that this answer replaces may still be delivered once more.
      sentAt: earlier?.sentAt !== undefined && earlier.sentAt > delivery.at ? earlier.sentAt : delivery.at,
      deliveries: [...rest.deliveries, delivery.id].slice(-DELIVERIES_KEPT),
      revision: isSame ? rest.revision : rest.revision + 1,
      ...(isSelf ? { confirmedAt: rest.confirmedAt ?? now } : isSame ? {} : { registeredBy: by }),
      ...(wish ? { wish } : {}),
      ...(answers && Object.keys(answers).length > 0 ? { answers } : {}),
      ...(ownNeeds && hasNeeds(ownNeeds) ? { needs: ownNeeds } : {}),
      ...(organisationWords ? { organisationWords: organisationWords.slice(0, LONGEST_ORGANISATION) } : {}),
    },
    outcome: earlier?.attendance === undefined || earlier.isUnconfirmed ? 'first' : 'changed',
  };
}

/** What they had said themselves is not what another says for them now: they are told, and asked. */
const unconfirmed = ({ confirmedAt: _, ...of }: Registration): Registration => of;

/** Of someone who has not answered yet. */
export const fresh = (person: PersonKey, now: Instant): Registration => ({
  ...{ person, deliveries: [], revision: 0, createdAt: now },
});

/** The answers to the event's questions. Who is registered by someone else is asked later, by their own link. */
function readAnswers(
  of: Event,
  typed: Answer['answers'],
  earlier: Registration['answers'],
  problems: Problem[],
  isByOther: boolean,
): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { id, label, choices, isRequired } of of.questions) {
    const field = questionField(id);
    const before = earlier?.[id] ?? '';
    // a choice that the event no longer offers can't be kept, and who taps has no input to mend it in
    const value = severalLines(typed?.[id] ?? (choices && !choices.includes(before) ? '' : before));
    if (!value) {
      if (isRequired && typed !== undefined && !isByOther)
        problems.push({ field, row: text.answerNeeded, params: { question: label } });
      continue;
    }
    if (value.length > LONGEST_ANSWER)
      problems.push({ field, row: text.longText, params: { most: LONGEST_ANSWER, n: value.length } });
    else if (choices && !choices.includes(value))
      problems.push({ field, row: text.unknownChoice, params: { question: label } });
    else read[id] = value;
  }
  return read;
}

/** Id of the input of an event's own question. */
export const questionField = (id: string): string => `answer-${id}`;

function readNeeds(typed: NeedsDraft, problems: Problem[]): Needs {
  const dietWords = severalLines(typed.dietWords ?? '');
  const accessWords = severalLines(typed.accessWords ?? '');
  for (const [field, words] of [
    ['dietWords', dietWords],
    ['accessWords', accessWords],
  ] as const) {
    if (words.length > LONGEST_NEED)
      problems.push({ field, row: text.longText, params: { most: LONGEST_NEED, n: words.length } });
  }
  const known = <T extends string>(
    of: z.ZodType<T> & { readonly options: readonly T[] },
    ids: readonly string[],
    words: string,
  ) => of.options.filter((one) => ids.includes(one) || (one === ('other' as T) && words !== ''));
  return {
    diet: known(diet, typed.diet, dietWords),
    access: known(access, typed.access, accessWords),
    ...(dietWords ? { dietWords } : {}),
    ...(accessWords ? { accessWords } : {}),
  };
}

const hasNeeds = (of: Needs): boolean => of.diet.length + of.access.length > 0;

/** A registration from the public page begins to hold, or one that someone else made is confirmed. Asked again it changes nothing. */
export function confirm(of: Registration, event: Event, now: Instant): Registration {
  if (of.attendance === undefined) throw new Refusal(text.nothingToConfirm);
  if (of.confirmedAt !== undefined && !of.isUnconfirmed) return of;
  if (of.isUnconfirmed)
    requireAnswerable(event, { attendance: of.attendance, wasComing: false, isCoordinator: false }, now);
  const { isUnconfirmed: _, ...rest } = of;
  return { ...rest, confirmedAt: now, revision: of.revision + 1 };
}

/** Needs have served: a coordinator sees no more of them. */
export function withoutNeeds(of: Registration): Registration {
  const { needs: gone, ...rest } = of;
  return gone === undefined ? of : rest;
}

/** Someone is ticked as having come or not; undefined: not known. */
export function marked(of: Registration, came: Presence | undefined): Registration {
  const { came: _before, ...rest } = of;
  return came === undefined ? rest : { ...rest, came };
}

/** What an event offers to answer now, in the order of the buttons. */
export function offers(of: Event, now: Instant): readonly Attendance[] {
  if (phaseOf(of, now) !== 'upcoming') return [];
  return attendance.options.filter((one) => isOffered(of, one));
}

/** They have said something that holds: not only been invited, and not from a page where anyone can type their address. */
export const isSettled = (of: Pick<Registration, 'attendance' | 'isUnconfirmed'>): boolean =>
  of.attendance !== undefined && !of.isUnconfirmed;

/** Enough to tell which of two came last. */
type Dated = Pick<Registration, 'person' | 'attendance' | 'isUnconfirmed' | 'answeredAt' | 'createdAt'>;

/** Of several identities of one person the one that answered last stands for them; what holds before what does not. */
export function latestFirst(a: Dated, b: Dated): number {
  if (isSettled(a) !== isSettled(b)) return isSettled(a) ? -1 : 1;
  const [atA, atB] = [a.answeredAt ?? a.createdAt, b.answeredAt ?? b.createdAt];
  if (atA !== atB) return atB < atA ? -1 : 1;
  return a.person < b.person ? -1 : 1;
}
