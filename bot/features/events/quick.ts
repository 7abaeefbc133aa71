/** The quick command: an event in one line of chat, `webinaari Tilastot | 3.12. klo 9–10 | https://…`, read into a draft. */
import { oneLine } from '../../core/typed.ts';
import { parseWhen, toInputs } from '../../core/when.ts';
import { type EventDraft, type EventFrame, type EventType, eventDraft, USUAL } from './event.ts';

/** Words that say which type an event is; every other word of the command says nothing of it. */
export const TYPE_WORDS: Readonly<Record<EventType, readonly string[]>> = {
  webinar: ['webinaari', 'webbinarium', 'webinar'],
  seminar: ['seminaari', 'seminarium', 'seminar'],
  meeting: ['kokous', 'möte', 'meeting'],
  training: ['koulutus', 'utbildning'],
  other: ['tilaisuus', 'tapahtuma', 'kutsu', 'evenemang', 'tillställning', 'inbjudan', 'event'],
};

/** Words that say until when one can register. */
const UNTIL =
  /^(?:(?:ilmoittaudu|ilmoittautuminen|ilmoittautumiset|anmälan|anmalan|anmäl dig|registration|register)\s+)?(?:viimeistään|viimeistaan|päättyy|senast|slutar|by|until|ends)\s*:?\s+(.+)$/i;
const LINK = /^https?:\/\/\S+$/i;

/**
 * A draft from what was typed after the command's word, with `|` or new lines between. The first part is the title; a part that reads as a
 * time is the time, an address of the web the link to join, `ilmoittautuminen viimeistään …` the deadline, and what else there is the place.
 * Where there is both a link and a place, one can take part in both ways; what can't be understood is for the form to complain of.
 */
export function quickDraft(
  type: EventType,
  typed: string,
  { now, zone }: Pick<EventFrame, 'now' | 'zone'>,
): EventDraft {
  const [title = '', ...parts] = typed
    .split(/\||\r?\n/)
    .map(oneLine)
    .filter(Boolean);
  const draft: Partial<EventDraft> = {};
  const others: string[] = [];
  for (const part of parts) {
    const until = draft.registrationEndsOn ? undefined : UNTIL.exec(part)?.[1];
    const deadline = until === undefined ? undefined : parseWhen(until, now, zone);
    const time = draft.startsOn || deadline ? undefined : parseWhen(part, now, zone, USUAL[type].starts);
    if (deadline) {
      const { date, time: at } = toInputs(deadline.start, zone);
      Object.assign(draft, { registrationEndsOn: date, registrationEndsAtTime: at });
    } else if (time) {
      const start = toInputs(time.start, zone);
      const end = time.end && toInputs(time.end, zone);
      Object.assign(draft, { startsOn: start.date, startsAtTime: start.time });
      if (end) Object.assign(draft, { endsOn: end.date, endsAtTime: end.time });
    } else if (LINK.test(part) && !draft.joinLink) draft.joinLink = part;
    else others.push(part);
  }
  const place = others.join(', ');
  const ways = place && draft.joinLink ? 'both' : place ? 'room' : draft.joinLink ? 'online' : '';
  return eventDraft.parse({ type, title, ...draft, place, ways });
}
