/** What privacy shows: the notice, what an erasure leaves, the audit trail in words, and where free text names someone. */
import { type AuditEntry, auditOf } from '../../core/audit.ts';
import { objectIdOf } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { nameFor, nameIn } from '../../core/organisation.ts';
import { identitiesOf, mainOf, type Register, registerNow } from '../../core/register.ts';
import { BACKUP_DAYS, RETENTION, type RetentionRow } from '../../core/retention.ts';
import { activityScope } from '../../core/scope.ts';
import type { Locale, Message } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { boxes } from '../boxes/box.ts';
import { challenges } from '../boxes/challenge.ts';
import { type Event, events } from '../events/event.ts';
import { registrations } from '../events/registration.ts';
import { collections as calls } from '../ideas/collection.ts';
import { comments as ideaComments, ideas } from '../ideas/idea.ts';
import { ideaActs } from '../ideas/lineage.ts';
import { materials } from '../materials/material.ts';
import { contactNotes } from '../membership/membership.ts';
import { type Poll, polls, visibleTo, votes } from '../polls/poll.ts';
import { answers, questions } from '../questions/question.ts';
import { yearPlans } from '../report/plan.ts';
import { publishedReports, type ReportContent, reportTextsKind } from '../report/report.ts';
import { statementComments, statementJoins, statements } from '../statements/statement.ts';
import { type Survey, surveys } from '../surveys/survey.ts';
import { surveyTexts } from '../surveys/wish.ts';
import type { AuditLine, ErasureView, Mention, Notice } from './contract.ts';
import { type Erasure, isErasedPerson, type PrivacySettings, privacySettingsKind } from './erasure.ts';
import { type Marks, marksOf, mentionIn } from './mentions.ts';
import { acts, retention, text } from './text.ts';

// ── Erasure ────────────────────────────────────────────────────────────────────────────────────

/** What stays or follows, for the person themself or for the coordinator. */
export function notesOn({ t }: Visit, about: 'you' | 'them', isInTeam: boolean): string[] {
  const rows: Message[] = [
    text.votesStay,
    text.eventsStay,
    text.surveysStay,
    text.statementsStay,
    text.boxesStay,
    text.freeTextStays,
    text.teamsStays,
  ];
  const all = [...rows.map((row) => t(row)), t(text.backupsAge, { n: BACKUP_DAYS })];
  if (!isInTeam) return all;
  return [t(about === 'you' ? text.inTeamYou : text.inTeamThem), ...all];
}

export const erasureView = (visit: Visit, of: Erasure, about: 'you' | 'them'): ErasureView => ({
  ...{ id: of.id, by: of.by, requestedAt: of.requestedAt, isInTeam: of.isInTeam },
  state: of.doneAt === undefined ? 'running' : 'done',
  notes: notesOn(visit, about, of.isInTeam),
  ...(of.doneAt === undefined ? {} : { doneAt: of.doneAt }),
});

// ── The notice ─────────────────────────────────────────────────────────────────────────────────

const DAYS_OF_MONTH = 30.4;
/** From here on months say it better, in days. */
const IN_MONTHS = 60;

export async function settingsOf({ services, scope, network }: Work): Promise<PrivacySettings> {
  const kept = await services.store.get(scope, privacySettingsKind, network.id);
  return kept?.value ?? { controller: '', contact: '' };
}

export async function noticeFor(visit: Visit): Promise<Notice> {
  const { t } = visit;
  const { controller, contact } = await settingsOf(visit);
  const section = (heading: Message, ...rows: readonly Message[]) => ({
    heading: t(heading),
    paragraphs: rows.map((row) => t(row)),
  });
  const meaning = section(
    text.erasureHeading,
    text.erasureFirst,
    text.votesStay,
    text.eventsStay,
    text.surveysStay,
    text.statementsStay,
    text.boxesStay,
    text.materialsStay,
    text.questionsStay,
    text.ideasStay,
    text.freeTextStays,
    text.teamsStays,
  );
  return {
    title: t(text.title),
    controller,
    contact,
    ...(controller === '' ? { missing: t(text.noController) } : {}),
    sections: [
      section(
        text.whatHeading,
        text.whatWho,
        text.whatDetails,
        text.whatDone,
        text.whatNeeds,
        text.whatDesk,
        text.keptElse,
      ),
      section(
        text.whoHeading,
        text.whoMembers,
        text.whoVotes,
        text.whoSurveys,
        text.whoEvents,
        text.whoStatements,
        text.whoBoxes,
        text.whoMaterials,
        text.whoQuestions,
        text.whoIdeas,
        text.whoCoordinators,
        text.whoOthers,
      ),
      section(text.rightsHeading, text.rightsSee, text.rightsMail, text.rightsComplain),
      { ...meaning, paragraphs: [...meaning.paragraphs, t(text.backupsAge, { n: BACKUP_DAYS })] },
    ],
    retention: {
      heading: t(text.keptHeading),
      rows: (Object.keys(RETENTION) as RetentionRow[]).map((row) => ({
        what: t(retention[row].what),
        kept: keptFor(visit, RETENTION[row]),
        why: t(retention[row].why),
      })),
    },
  };
}

function keptFor({ t }: Visit, days: number): string {
  return days < IN_MONTHS ? t(text.days, { n: days }) : t(text.months, { n: Math.round(days / DAYS_OF_MONTH) });
}

// ── Audit ──────────────────────────────────────────────────────────────────────────────────────

/** Newest first. */
export async function auditLines(visit: Visit, month: string): Promise<AuditLine[]> {
  const [register, all] = await Promise.all([registerNow(visit), auditOf(visit, month)]);
  const entries = all.map(({ value }) => value).reverse();
  const titles = await titlesOf(visit, entries);
  return entries.map((entry) => ({
    at: entry.at,
    act: entry.act,
    by: nameOf(visit, register, entry),
    what: inWords(visit, entry, titleOf(visit, register, titles, entry.subject)),
  }));
}

export function inWords({ t }: Pick<Visit, 't'>, { act }: Pick<AuditEntry, 'act'>, title: string): string {
  const what = title === '' ? '' : `: ${title}`;
  const row = acts[act];
  return row === undefined ? t(text.otherAct, { act, what }) : t(row, { what });
}

function nameOf({ t }: Visit, register: Register, { by }: AuditEntry): string {
  if (isErasedPerson(by)) return t(text.erasedPerson);
  return register.members.get(mainOf(register, objectIdOf(by)))?.name || t(text.unknownPerson);
}

/** What polls ask, and events and materials are called, by the ids in the entries' subjects. */
async function titlesOf(
  { services: { store }, scope }: Work,
  entries: readonly AuditEntry[],
): Promise<Map<string, string>> {
  const subjectsOf = (feature: string): string[] => [
    ...new Set(
      entries.filter(({ act }) => act.startsWith(`${feature}.`)).flatMap(({ subject }) => subject.split('|')[0] ?? []),
    ),
  ];
  const [asked, held, questioned, kept, boxed, dared, stated, called, proposed, merged] = await Promise.all([
    Promise.all(subjectsOf('polls').map((id) => store.get(scope, polls, id))),
    Promise.all(subjectsOf('events').map((id) => store.get(scope, events, id))),
    Promise.all(subjectsOf('surveys').map((id) => store.get(scope, surveys, id))),
    Promise.all(subjectsOf('materials').map((id) => store.get(scope, materials, id))),
    Promise.all(subjectsOf('boxes').map((id) => store.get(scope, boxes, id))),
    Promise.all(subjectsOf('challenges').map((id) => store.get(scope, challenges, id))),
    Promise.all(subjectsOf('statements').map((id) => store.get(scope, statements, id))),
    Promise.all(subjectsOf('ideas').map((id) => store.get(scope, calls, id))),
    Promise.all(subjectsOf('ideas').map((id) => store.get(scope, ideas, id))),
    Promise.all(subjectsOf('ideas').map((id) => store.get(scope, ideaActs, id))),
  ]);
  const made = await Promise.all(
    merged.map(async (one) => {
      const [first] = one?.value.made ?? [];
      const idea = first && (await store.get(scope, ideas, first));
      return one && idea ? ([one.id, idea.value.title] as const) : undefined;
    }),
  );
  return new Map([
    ...subjectsOf('report').map((year) => [year, year] as const),
    ...asked.flatMap((one) => (one ? [[one.id, one.value.question] as const] : [])),
    ...held.flatMap((one) => (one ? [[one.id, one.value.title] as const] : [])),
    ...[...called, ...proposed].flatMap((one) => (one ? [[one.id, one.value.title] as const] : [])),
    ...made.flatMap((one) => (one ? [one] : [])),
    ...stated.flatMap((one) => (one ? [[one.id, one.value.title] as const] : [])),
    ...[...boxed, ...dared].flatMap((one) => (one ? [[one.id, one.value.title] as const] : [])),
    ...kept.flatMap((one) => (one ? [[one.id, one.value.title] as const] : [])),
    ...questioned.flatMap((one) => (one ? [[one.id, surveyTitle(one.value, 'fi')] as const] : [])),
  ]);
}

/** A subject may be made of several ids; those that nothing is known of are left out. */
function titleOf({ t }: Visit, register: Register, titles: ReadonlyMap<string, string>, subject: string): string {
  const known = (id: string): string | undefined => {
    const organisation = register.organisations.get(id) ?? register.groups.get(id);
    return organisation ? nameIn(organisation.names, t) : (register.members.get(id)?.name ?? titles.get(id));
  };
  return [subject, ...(subject.includes('|') ? subject.split('|') : [])].flatMap((id) => known(id) ?? []).join(', ');
}

// ── Mentions ───────────────────────────────────────────────────────────────────────────────────

interface Place extends Omit<Mention, 'excerpt'> {
  readonly texts: readonly (string | undefined)[];
  /** Nobody may read them yet: only where they are is told. */
  readonly isHidden?: boolean;
}

/** Free text of others that names the member; what erasing them would leave. */
export async function mentionsOf(visit: Visit, member: MemberId): Promise<Mention[]> {
  const register = await registerNow(visit);
  const ids = identitiesOf(register, member);
  const marks = marksOf(ids.flatMap((id) => register.members.get(id) ?? []));
  const places = [
    ...(await pollPlaces(visit, ids)),
    ...(await eventPlaces(visit, ids)),
    ...(await surveyPlaces(visit)),
    ...(await materialPlaces(visit)),
    ...(await questionPlaces(visit, ids)),
    ...(await ideaPlaces(visit, ids)),
    ...(await statementPlaces(visit, ids)),
    ...(await notePlaces(visit, register)),
    ...(await reportPlaces(visit)),
    ...registerPlaces(visit, register, ids),
    ...(await noticePlaces(visit)),
  ];
  return places.flatMap((place) => found(place, marks));
}

function found({ texts, isHidden = false, ...place }: Place, marks: Marks): Mention[] {
  const excerpt = texts.map((one) => mentionIn(one ?? '', marks)).find((one) => one !== undefined);
  if (excerpt === undefined) return [];
  return [isHidden ? place : { ...place, excerpt }];
}

async function pollPlaces({ services, scope, t }: Visit, ids: readonly MemberId[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const { value: poll } of await listAll(services.store, scope, polls)) {
    const { question, description, purpose, options } = poll;
    const place = { title: question, page: `polls/${poll.id}` };
    places.push({
      ...place,
      what: t(text.inPoll),
      texts: [question, description, purpose, ...options.map(({ label }) => label)],
    });
    const open = poll.secrecy === 'secret' ? [] : await listAll(services.store, activityScope(scope, poll.id), votes);
    const others = open.filter(({ value }) => !isOneOf(ids, value.voter));
    const texts = [...others.map(({ value }) => value.comment), ...commentsIn(poll)];
    const isHidden = visibleTo(poll, { hasVoted: false }) !== 'counts';
    places.push({ ...place, what: t(text.inComment), texts, isHidden });
  }
  return places;
}

const commentsIn = (poll: Poll): readonly string[] => poll.result?.comments ?? [];

/** Diets and access needs are shown to nobody, and go by themselves soon after. */
async function eventPlaces({ services, scope, t }: Visit, ids: readonly MemberId[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const { value: event } of await listAll(services.store, scope, events)) {
    const place = { title: event.title, page: `events/${event.id}` };
    places.push({ ...place, what: t(text.inEvent), texts: wordsOf(event) });
    const all = await listAll(services.store, activityScope(scope, event.id), registrations);
    const others = all.filter(({ id }) => !(ids as readonly string[]).includes(id));
    const texts = others.flatMap(({ value: { wish, answers = {} } }) => [wish, ...Object.values(answers)]);
    places.push({ ...place, what: t(text.inRegistration), texts });
  }
  return places;
}

const wordsOf = ({ title, description, place, contact, agenda, questions, changes, cancelled }: Event) => [
  ...[title, description, place, contact, cancelled?.reason],
  ...agenda.flatMap((one) => [one.title, one.speakers]),
  ...questions.flatMap(({ label, choices = [] }) => [label, ...choices]),
  ...changes.flatMap((one) => [one.title, one.place]),
];

/** Answers that are published are nobody's; those that are not, nobody may read. */
async function surveyPlaces({ services, scope, t, actor }: Visit): Promise<Place[]> {
  const places: Place[] = [];
  for (const { value: survey } of await listAll(services.store, scope, surveys)) {
    const place = { title: surveyTitle(survey, actor.locale), page: `surveys/${survey.id}` };
    places.push({ ...place, what: t(text.inSurvey), texts: writtenIn(survey) });
    const written = await listAll(services.store, activityScope(scope, survey.id), surveyTexts);
    const texts = written.flatMap(({ value }) => [value.text, value.wish?.reply, ...value.tags]);
    places.push({ ...place, what: t(text.inSurveyText), texts });
  }
  return places;
}

const surveyTitle = ({ title }: Survey, locale: Locale): string => nameFor(title, locale);

const writtenIn = ({ title, description, purpose, questions }: Survey): Place['texts'] =>
  [
    ...[title, description, purpose],
    ...questions.flatMap(({ label, hint, section, options }) => [
      label,
      hint,
      section,
      ...options.map((one) => one.label),
    ]),
  ].flatMap((words) => Object.values(words ?? {}));

/** What was asked of coordinators alone they may read. Whose own it is goes or loses the name by itself. */
async function questionPlaces({ services, scope, t }: Visit, ids: readonly MemberId[]): Promise<Place[]> {
  const [asked, said] = await Promise.all([
    listAll(services.store, scope, questions),
    listAll(services.store, scope, answers),
  ]);
  const shown = asked.filter(({ value: { state } }) => state !== 'withdrawn');
  return shown.map(({ value: { id, text: title, details, topic, askedBy } }) => {
    const theirs = said.filter(({ value }) => value.question === id && !isOneOf(ids, value.by));
    const own = isOneOf(ids, askedBy) ? [] : [title, details, topic];
    return {
      what: t(text.inQuestion),
      title,
      page: `questions/${id}`,
      texts: [...own, ...theirs.map(({ value }) => value.text)],
    };
  });
}

/** What is theirs loses the name by itself, but not what they wrote: a coordinator may read it. */
async function ideaPlaces({ services, scope, t }: Visit, ids: readonly MemberId[]): Promise<Place[]> {
  const places: Place[] = [];
  const all = await listAll(services.store, scope, ideas);
  for (const { value: call } of await listAll(services.store, scope, calls)) {
    const { title, description, purpose, decision, conditions, themes } = call;
    places.push({
      ...{ what: t(text.inIdeaCall), title, page: `ideas/${call.id}` },
      texts: [
        ...[title, description, purpose, decision?.body],
        ...conditions.promises,
        ...conditions.targetGroups,
        ...themes,
      ],
    });
    const said = await listAll(services.store, activityScope(scope, call.id), ideaComments);
    for (const { value: one } of all.filter(({ value }) => value.collection === call.id)) {
      const place = { title: one.title, page: `ideas/idea/${one.id}` };
      const written = one.wordings.flatMap((before) => [before.title, before.text]);
      const notes = one.steps.map(({ note }) => note);
      const texts = [one.title, one.text, one.reason, one.picture?.alt, ...written, ...notes];
      places.push({ ...place, what: t(text.inIdea), texts });
      const others = said.filter(({ value }) => value.of === one.id && !isOneOf(ids, value.by));
      places.push({ ...place, what: t(text.inIdeaComment), texts: others.map(({ value }) => value.text) });
    }
  }
  return places;
}

async function materialPlaces({ services, scope, t }: Visit): Promise<Place[]> {
  const all = await listAll(services.store, scope, materials);
  return all.map(({ value: { id, title, summary, event, author, links, practice, answer } }) => ({
    ...{ what: t(text.inMaterial), title, page: `materials/${id}` },
    texts: [
      ...[title, summary, event?.title, author, ...Object.values(practice ?? {}), ...Object.values(answer ?? {})],
      ...links.flatMap(({ url, label }) => [url, label]),
    ],
  }));
}

/** Every version; what others said of it, and why a coordinator wrote an organisation down. */
async function statementPlaces({ services, scope, t }: Visit, ids: readonly MemberId[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const { value: of } of await listAll(services.store, scope, statements)) {
    const place = { title: of.title, page: `statements/${of.id}` };
    const written = of.versions.flatMap(({ note, paragraphs }) => [note, ...paragraphs.map((one) => one.text)]);
    places.push({ ...place, what: t(text.inStatement), texts: [of.title, of.background, of.askedBy, ...written] });
    const within = activityScope(scope, of.id);
    const comments = await listAll(services.store, within, statementComments);
    const joins = await listAll(services.store, within, statementJoins);
    const others = comments.filter(({ value }) => !isOneOf(ids, value.by)).map(({ value }) => value.text);
    const said = joins.flatMap(({ value: { note, reason } }) => [note, reason]);
    places.push({ ...place, what: t(text.inStatementComment), texts: [...others, ...said] });
  }
  return places;
}

async function notePlaces({ services, scope, t }: Visit, register: Register): Promise<Place[]> {
  const all = await listAll(services.store, scope, contactNotes);
  return all.map(({ value: { organisation, text: written, nextStep } }) => {
    const of = register.organisations.get(organisation);
    return {
      ...{ what: t(text.inNote), title: of ? nameIn(of.names, t) : '', page: `manage/membership/${organisation}` },
      texts: [written, nextStep],
    };
  });
}

/** Plans, drafts and what members read of reports; also what was quoted and wished in them. */
async function reportPlaces({ services, scope, t }: Visit): Promise<Place[]> {
  const [plans, drafts, published] = await Promise.all([
    listAll(services.store, scope, yearPlans),
    listAll(services.store, scope, reportTextsKind),
    listAll(services.store, scope, publishedReports),
  ]);
  const place = (year: number, what: string, texts: Place['texts']): Place => ({
    ...{ what, title: String(year), page: `manage/report/${year}`, texts },
  });
  return [
    ...plans.map(({ value: { year, parts } }) => place(year, t(text.inPlan), Object.values(parts))),
    ...drafts.map(({ value: { year, parts } }) => place(year, t(text.inReport), Object.values(parts))),
    ...published.map(({ value: { content } }) => place(content.year, t(text.inPublishedReport), wordsIn(content))),
  ];
}

const wordsIn = ({ plan, texts, figures: { quotes, wishes } }: ReportContent): Place['texts'] => [
  ...Object.values(plan),
  ...Object.values(texts),
  ...quotes.map((one) => one.text),
  ...wishes.flatMap((one) => [one.text, one.reply]),
];

function registerPlaces({ t }: Visit, register: Register, ids: readonly string[]): Place[] {
  const others = [...register.members].filter(([id]) => !ids.includes(id)).map(([, of]) => of);
  return [
    ...[...register.organisations.values()].map((of) => ({
      ...{ what: t(text.inOrganisation), title: nameIn(of.names, t), page: `members/${of.id}` },
      texts: Object.values(of.names),
    })),
    ...[...register.groups.values()].map((of) => ({
      ...{ what: t(text.inGroup), title: nameIn(of.names, t), page: 'manage/groups' },
      texts: Object.values(of.names),
    })),
    ...others.map(({ name, title, topics = [] }) => ({
      ...{ what: t(text.inMember), title: name, page: 'manage/register' },
      texts: [title, ...topics],
    })),
  ];
}

async function noticePlaces(visit: Visit): Promise<Place[]> {
  const { controller, contact } = await settingsOf(visit);
  const { t } = visit;
  return [{ what: t(text.inNotice), title: t(text.title), page: 'manage/privacy', texts: [controller, contact] }];
}
