/** Reminders of surveys: once by the clock and by a coordinator's hand, each person by the one way that reaches them. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { between, HOUR, type Instant, plus } from '../../core/clock.ts';
import { type ActivityId, postId } from '../../core/ids.ts';
import type { MemberId } from '../../core/network.ts';
import { notify, type Reach, reachesOf } from '../../core/notify.ts';
import { Refusal } from '../../core/refusal.ts';
import { registerNow, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { atNow, notAnswered } from './asked-operations.ts';
import { changeSurvey, findSurvey, keyOfSurvey, surveyNow } from './memory.ts';
import { placeOf, SAFETY_NET, scheduleReminder, shortHash } from './operations.ts';
import { phaseOf, type ReminderEntry, requireOpen, type Survey } from './survey.ts';
import { text } from './text.ts';

/** A reminder by the clock that comes later than this, in milliseconds, is left out. */
const LATEST = 24 * HOUR;
/** Name of the one that goes out by the clock. */
const CLOCK = 'clock';

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

/**
 * The job of a reminder; key: `survey|reminder`. It looks at how things are now: of a survey that is closed or was taken back nothing goes out,
 * and what comes too late is noted as skipped. Run again after it was cut off anywhere, it sends what is missing and nothing twice.
 */
export async function remind(work: Work, key: string): Promise<void> {
  const [id = '', reminder = ''] = key.split('|');
  const survey = await findSurvey(work, id as ActivityId);
  const entry = survey?.reminded.find((one) => one.id === reminder);
  if (!survey || survey.state === 'undone' || (entry && entry.state !== 'sending')) return;
  const { now } = atNow(work);
  if (!entry && (reminder !== CLOCK || survey.remindsAt === undefined)) return;
  const due = entry?.by === undefined ? (survey.remindsAt ?? now) : entry.at;
  if (!entry && now < due) return scheduleReminder(work, survey); // the survey was moved
  const isTimely = isAsking(survey, now) && between(due, now) <= LATEST && (await canBeRead(work, survey));
  if (!isTimely) {
    await (entry ? settle(work, survey, entry) : note(work, survey.id, { ...emptyEntry(now), state: 'skipped' }));
    work.services.log.info('surveys.reminder-skipped', { network: work.network.id, survey: survey.id });
    return;
  }
  const begun = entry ?? emptyEntry(now);
  await sendAll(work, entry ? survey : await note(work, survey.id, begun), begun);
}

const emptyEntry = (at: Instant): ReminderEntry => ({
  ...{ id: CLOCK, at, state: 'sending', direct: 0, mail: 0, channel: false },
});

/** People have been asked, and can still answer. */
const isAsking = (of: Survey, now: Instant): boolean => phaseOf(of, now) === 'open' && of.postsAt <= now;

/** Without its key nobody knows who has answered an anonymous survey. */
const canBeRead = async (work: Work, of: Survey): Promise<boolean> =>
  of.secrecy === 'named' || (await keyOfSurvey(work, of.id)) !== undefined;

/** Keeps what became of a reminder with its survey; what has ended stays as it ended. */
const note = (work: Work, id: ActivityId, entry: ReminderEntry): Promise<Survey> =>
  changeSurvey(work, id, (of) => {
    const before = of.reminded.find((one) => one.id === entry.id);
    if (before === undefined) return { ...of, reminded: [...of.reminded, entry] };
    if (before.state !== 'sending' || entry.state === 'sending') return of;
    return { ...of, reminded: of.reminded.map((one) => (one === before ? entry : one)) };
  });

const noticeOf = (survey: ActivityId, reminder: string): string => `${survey}-remind-${reminder}`;
const channelPostOf = (survey: ActivityId, reminder: string) => postId.parse(noticeOf(survey, reminder));

/** Each person by the one way that reaches them; the thread for who is reached by none. Ids are of the reminder and the person, so nothing goes twice. */
async function sendAll(work: Work, of: Survey, begun: ReminderEntry): Promise<Survey> {
  const isByClock = begun.by === undefined;
  const people = await notAnswered(work, of);
  const reached = { mail: 0, chat: 0, none: 0 } satisfies Record<Reach['by'], number>;
  if (isByClock || begun.direct + begun.mail > 0) {
    const register = await registerNow(work);
    for (const who of people) {
      const { by } = await notify(work, register, who, {
        ...{ id: noticeOf(of.id, begun.id), subject: of.id, isReminder: true, urgency: 'nudge' },
        ...{ letter: 'surveys.reminder', direct: 'surveys.reminderDirect', topic: 'feedback' },
      });
      reached[by]++;
    }
  }
  const channel = isByClock ? reached.none > 0 : begun.channel && people.length > 0;
  if (channel)
    await work.services.posts.publish({
      ...{ id: channelPostOf(of.id, begun.id), network: work.network.id, drawing: 'surveys.reminder', subject: of.id },
      to: await placeOf(work, of),
    });
  const counts = { direct: reached.chat, mail: reached.mail, channel };
  return note(work, of.id, { ...begun, ...counts, state: people.length > 0 ? 'sent' : 'nobody' });
}

/** A reminder that was cut off and can't go on ends with what had gone out by then. */
async function settle(work: Work, of: Survey, begun: ReminderEntry): Promise<void> {
  const { services, network } = work;
  const notice = noticeOf(of.id, begun.id);
  const mail = (await services.letters.statuses(network.id, of.id)).filter(({ id }) => id.startsWith(`${notice}-`));
  let direct = 0;
  for (const who of (await registerOf(work)).members.keys())
    if (await services.posts.status(network.id, postId.parse(`${notice}-${who}`))) direct++;
  const channel = (await services.posts.status(network.id, channelPostOf(of.id, begun.id))) !== undefined;
  const state = mail.length + direct > 0 || channel ? 'sent' : 'skipped';
  await note(work, of.id, { ...begun, mail: mail.length, direct, channel, state });
}

// ── By hand ────────────────────────────────────────────────────────────────────────────────────

/** How many a reminder would reach now, and by what; `byChannel`: by nothing but the thread. */
export interface Whom {
  readonly notAnswered: number;
  readonly direct: number;
  readonly mail: number;
  readonly byChannel: number;
}

/** Whom a reminder would reach now. Refuses when nothing is asked any more, or yet. */
export async function whomToRemind(visit: Visit, of: Survey): Promise<Whom> {
  await asCoordinator(visit);
  const { now } = atNow(visit);
  requireOpen(of, now);
  if (now < of.postsAt) throw new Refusal(text.notYetOpen);
  if (!(await canBeRead(visit, of))) throw new Refusal(text.lostKey);
  const people: readonly MemberId[] = await notAnswered(visit, of);
  const reached = { mail: 0, chat: 0, none: 0 } satisfies Record<Reach['by'], number>;
  for (const by of await reachesOf(visit, await registerOf(visit), people, 'feedback')) reached[by]++;
  return { notAnswered: people.length, direct: reached.chat, mail: reached.mail, byChannel: reached.none };
}

/** Reminds now those who have not answered. The same `form` reminds once; what goes out is kept with the survey. Refuses when there is nobody, or no means is chosen. */
export async function remindSurvey(
  visit: Visit,
  id: ActivityId,
  how: { readonly direct: boolean; readonly channel: boolean; readonly form: string },
): Promise<Survey> {
  await asCoordinator(visit);
  const reminder = `by-${shortHash(visit.actor.person, how.form)}`;
  const survey = await surveyNow(visit, id);
  const earlier = survey.reminded.find((one) => one.id === reminder);
  if (earlier && earlier.state !== 'sending') return survey;
  const whom = await whomToRemind(visit, survey);
  if (!earlier && !how.direct && !how.channel) throw new Refusal(text.noMeansChosen);
  if (!earlier && whom.notAnswered === 0) throw new Refusal(text.nobodyToRemind);
  if (!earlier && whom.direct + whom.mail === 0 && !how.channel) throw new Refusal(text.onlyInChannel);
  const { now } = atNow(visit);
  const entry: ReminderEntry = earlier ?? {
    ...{ id: reminder, at: now, state: 'sending', by: visit.actor.person, channel: how.channel },
    ...(how.direct ? { direct: whom.direct, mail: whom.mail } : { direct: 0, mail: 0 }),
  };
  await visit.services.jobs.schedule({
    ...{ kind: 'surveys.remind', network: visit.network.id, key: `${id}|${reminder}`, due: plus(now, SAFETY_NET) },
  });
  const reminded = await sendAll(visit, await note(visit, id, entry), entry);
  await audit(visit, 'surveys.remind', id, entry.at);
  return reminded;
}
