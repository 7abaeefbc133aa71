/** What tests/turns/roles.test.ts sends with each route, button, download and form: the least that fits. What is not here is sent without anything. */
import type { Message } from '../../bot/core/text.ts';
import { EMPTY_DRAFT } from '../../bot/features/materials/material-draft.ts';
import { text as materialText } from '../../bot/features/materials/text.ts';
import { text as pollText } from '../../bot/features/polls/text.ts';
import { text as surveyText } from '../../bot/features/surveys/text.ts';
import { FOR_GROUP, type Input, type Things } from './roles-world.ts';

const draft = { question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne' };
const settings = { coordinator: 'me', language: 'fi', zone: 'Europe/Helsinki', whoMayCreate: 'coordinators' };

const colleague = (id: string) => ({ name: 'Kollega Kutsuttava', email: `${id}@akaa.example` });
const eventDraft = { type: 'webinar', title: 'Tilastot', startsOn: '3.12.', startsAtTime: '09:00' };
/** Longer than may be: an event that is cancelled takes nothing any more from those who come after. */
const reason = 'Sairastapaus. '.repeat(100);

const inFinnish = (fi: string) => ({ fi, sv: '', en: '' });
const surveyDraft = {
  title: inFinnish('Aiheet'),
  parts: [{ questions: [{ id: 'q1', type: 'grade', label: inFinnish('Miten menee?') }] }],
};
const typedSurvey = { title: 'Aiheet', questions: 'Miten menee? [1–5]' };
const feedbackForm = {
  ...{ grade: inFinnish(''), best: inFinnish(''), improve: inFinnish(''), absent: inFinnish('') },
  own: [],
};
const TEXT = '0'.repeat(32);

const rules = {
  kinds: [{ id: 'municipality', names: { fi: 'Kunta' }, mayVote: true, isMunicipality: true }],
  ...{ areas: [], confirms: false, trialVotes: false, unpaidVotes: true, sizeBounds: [] },
};

/** The refusal names the group after these words. */
const upToItsName = (of: Message): Message => ({ ...of, fi: of.fi.split('”')[0] ?? '' });

/** By the key of docs/ROLES.md. What would take the actor's own role away is sent so that it is refused for another reason than who asks. */
export function inputFor(key: string, things: Things): Input {
  const {
    poll,
    groupPoll,
    option,
    event,
    survey,
    groupSurvey,
    question,
    answer,
    box,
    story,
    challenge,
    deed,
    material,
    file,
    groupMaterial,
    term,
    group,
    seat,
    seated,
    organisation,
    someone,
    another,
    uuid,
  } = things;
  const onPoll = { params: { poll }, body: {} };
  /** That of the event, which those from outside are on the list of. */
  const feedback = `${event}-feedback`;
  const onEvent = { params: { event }, body: {} };
  const ofReport = { params: { year: '2026', language: 'fi' } };
  const onSurvey = { params: { survey }, body: {} };
  const onQuestion = { params: { question }, body: {} };
  const onBox = { params: { box }, body: {} };
  const onChallenge = { params: { challenge }, body: {} };
  const onMaterial = { params: { material } };
  const onOrganisation = { params: { organisation }, body: {} };
  const ofSeat = { member: someone, role: 'member', from: '2020-01-01' };
  const inputs: Readonly<Record<string, Input>> = {
    // ── The network ──
    'network.save': { body: { ...settings, channel: '19:team-pienet-joukot@thread.tacv2' } },
    'network.test': { body: { form: uuid() } },
    'POST /posts/{post}/again': { params: { post: 'unknown' } },
    'POST /coordinators': { body: { member: someone } },
    'DELETE /coordinators/{member}': { params: { member: another } },
    'POST /modules/{module}': { params: { module: 'questions' }, body: { on: true } },
    'POST /pictures': { bytes: new Uint8Array(100) },
    'GET /handover': { params: { person: someone } },
    'POST /handover': { body: { from: another, to: someone, moves: [], removesLeaving: false } },
    // ── Groups ──
    'GET /groups/{group}': { params: { group } },
    'POST /groups': { body: { names: { fi: `Ryhmä ${uuid()}` }, requestId: uuid() } },
    'PATCH /groups/{group}': { params: { group }, body: { names: { fi: `Ryhmä ${uuid()}` } } },
    'DELETE /groups/{group}': { params: { group: 'g-unknown' } },
    'POST /groups/{group}/seats': { params: { group }, body: { seat: ofSeat, requestId: uuid() } },
    'PUT /groups/{group}/seats/{seat}': { params: { group, seat }, body: { seat: { ...ofSeat, member: seated } } },
    'POST /groups/{group}/seats/{seat}/end': { params: { group, seat }, body: { on: '2199-12-31' } },
    'DELETE /groups/{group}/seats/{seat}': { params: { group, seat } },
    // ── Polls ──
    'GET /polls/{poll}': onPoll,
    'POST /polls/preview': { body: draft },
    'POST /polls': { body: { draft, requestId: uuid() } },
    'PUT /polls/{poll}/vote': { params: { poll }, body: { choices: [option], requestId: uuid() } },
    'POST /polls/{poll}/options': { params: { poll }, body: { label: `Aihe ${uuid().slice(0, 8)}` } },
    'PATCH /polls/{poll}': { params: { poll }, body: { ...draft, description: '', purpose: '', options: [] } },
    'POST /polls/{poll}/close': onPoll,
    'POST /polls/{poll}/reopen': { params: { poll }, body: { closesOn: '', closesAtTime: '' } },
    'POST /polls/{poll}/undo': onPoll,
    'POST /polls/{poll}/decide': { params: { poll }, body: { option } },
    'GET /polls/{poll}/reminder': onPoll,
    'POST /polls/{poll}/reminder': { params: { poll }, body: { direct: false, channel: true, requestId: uuid() } },
    'POST /polls/{poll}/export': { params: { poll }, body: { format: 'csv' } },
    'POST /polls/{poll}/repost': onPoll,
    'polls.csv': { subject: poll },
    'polls.xlsx': { subject: poll },
    'polls.vote': { body: { poll, choice: option } },
    'polls.withdraw': { body: { poll } },
    'polls.mine': { body: { poll } },
    'polls.addOption': { body: { poll, label: `Aihe ${uuid().slice(0, 8)}` } },
    'polls.create': { body: { ...draft, form: uuid() } },
    'polls.preview': { body: { ...draft, form: uuid() } },
    'polls.edit': { body: { ...draft, form: uuid() } },
    'polls.close': { body: { poll } },
    'polls.reopen': { body: { poll } },
    'polls.undo': { body: { poll } },
    'polls.decide': { body: { poll, choice: option } },
    'polls.repost': { body: { poll } },
    'polls.askReminder': { body: { poll } },
    'polls.remind': { body: { poll, form: uuid(), channel: 'true' } },
    'GET /p/{token}/polls/{poll}': { params: { poll } },
    'POST /p/{token}/polls/{poll}': { params: { poll }, body: { act: 'vote', choice: option } },
    [`PUT /polls/{poll}/vote${FOR_GROUP}`]: {
      ...{ params: { poll: groupPoll }, body: { choices: [option], requestId: uuid() } },
      deniedBy: pollText.notInGroup,
    },
    [`polls.vote${FOR_GROUP}`]: { body: { poll: groupPoll, choice: option }, deniedBy: pollText.notInGroup },
    [`POST /p/{token}/polls/{poll}${FOR_GROUP}`]: {
      ...{ params: { poll: groupPoll }, body: { act: 'vote', choice: option } },
      deniedBy: pollText.notInGroup,
    },
    // ── Events ──
    'GET /events/{event}': onEvent,
    'POST /events/preview': { body: { draft: eventDraft } },
    'POST /events': { body: { draft: eventDraft, publishes: true, requestId: uuid() } },
    'POST /events/from-poll': { body: { poll } },
    'PUT /events/{event}': { params: { event }, body: { draft: { ...eventDraft, title: '' }, tells: false } },
    'POST /events/{event}/publish': onEvent,
    'POST /events/{event}/undo': onEvent,
    'POST /events/{event}/repost': onEvent,
    'POST /events/{event}/renew-link': onEvent,
    'POST /events/{event}/cancel': { params: { event }, body: { reason } },
    'POST /events/{event}/make-meeting': onEvent,
    'POST /events/{event}/update-meeting': onEvent,
    'PUT /events/{event}/answer': { params: { event }, body: { attendance: 'online', requestId: uuid() } },
    'POST /events/{event}/leave-list': { params: { event }, body: { requestId: uuid() } },
    'POST /events/{event}/confirm': onEvent,
    'POST /events/{event}/colleagues': {
      params: { event },
      body: { ...colleague(uuid()), organisation: '', attendance: 'online', requestId: uuid() },
    },
    'GET /events/{event}/participants': onEvent,
    'GET /events/{event}/catering': onEvent,
    'PUT /events/{event}/participants/{who}': {
      params: { event, who: someone },
      body: { attendance: 'online', requestId: uuid() },
    },
    'POST /events/{event}/invite': { params: { event }, body: { people: '', requestId: uuid() } },
    'PUT /events/{event}/reminders': { params: { event }, body: { on: ['day'] } },
    'GET /events/{event}/reminders/{kind}': { params: { event, kind: 'day' } },
    'POST /events/{event}/reminders/{kind}': {
      params: { event, kind: 'day' },
      body: { channel: false, requestId: uuid() },
    },
    'POST /events/{event}/file': { params: { event }, body: { format: 'csv' } },
    'POST /events/{event}/materials': {
      params: { event },
      body: { title: '', url: '', type: 'link', requestId: uuid() },
    },
    'GET /events/{event}/door': onEvent,
    'PUT /events/{event}/door/{who}': { params: { event, who: someone }, body: { came: true } },
    'POST /events/{event}/door': {
      params: { event },
      body: { ...colleague(uuid()), organisation: '', requestId: uuid() },
    },
    'PUT /events/{event}/headcount': { params: { event }, body: { headcount: '7' } },
    'POST /events/{event}/attendance-report': {
      params: { event },
      body: { base64: '', decisions: {}, applies: false },
    },
    'events.csv': { subject: event },
    'events.xlsx': { subject: event },
    'events.answer': { body: { event, attendance: 'online' } },
    'events.mine': { body: { event } },
    'events.leaveList': { body: { event } },
    'events.confirm': { body: { event } },
    'events.colleague': {
      body: { event, ...colleague(uuid()), organisation: '', attendance: 'online', form: uuid() },
    },
    'events.create': { body: { ...eventDraft, form: uuid() } },
    'events.preview': { body: { ...eventDraft, form: uuid() } },
    'events.edit': { body: { ...eventDraft, form: uuid() } },
    'events.publish': { body: { event } },
    'events.cancel': { body: { event, reason } },
    'events.repost': { body: { event } },
    'events.askReminder': { body: { event, kind: 'day' } },
    'events.remind': { body: { event, kind: 'day', form: uuid() } },
    'GET /p/{token}/events/{event}': { params: { event } },
    'POST /p/{token}/events/{event}': { params: { event }, body: { attendance: 'online' } },
    'GET /p/{token}/events/{event}/colleague': { params: { event } },
    'POST /p/{token}/events/{event}/colleague': {
      params: { event },
      body: { ...colleague(uuid()), organisation: '', attendance: 'online' },
    },
    // ── Surveys and feedback ──
    'GET /p/{token}/surveys/{survey}': { params: { survey: feedback } },
    'POST /p/{token}/surveys/{survey}': { params: { survey: feedback }, body: { act: 'send', grade: '4' } },
    [`POST /p/{token}/surveys/{survey}${FOR_GROUP}`]: {
      ...{ params: { survey: groupSurvey }, body: { act: 'send', q1: '4' } },
      deniedBy: upToItsName(surveyText.notForYou),
    },
    'surveys.answer': { body: { survey, q1: '4' } },
    [`surveys.answer${FOR_GROUP}`]: {
      ...{ body: { survey: groupSurvey, q1: '4' }, deniedBy: upToItsName(surveyText.notForYou) },
    },
    'surveys.absent': { body: { survey: feedback, absent: 'Tallenne.' } },
    'surveys.withdraw': { body: { survey } },
    'surveys.mine': { body: { survey } },
    'surveys.create': { body: { ...typedSurvey, form: uuid() } },
    'surveys.preview': { body: { ...typedSurvey, form: uuid() } },
    'surveys.edit': { body: { ...typedSurvey, form: uuid() } },
    'surveys.manage': { body: { survey } },
    'surveys.close': { body: { survey } },
    'surveys.undo': { body: { survey } },
    'surveys.repost': { body: { survey } },
    'surveys.postResults': { body: { survey, form: uuid() } },
    'surveys.askReminder': { body: { survey } },
    'surveys.remind': { body: { survey, form: uuid(), channel: 'true' } },
    'GET /surveys/{survey}': onSurvey,
    'POST /surveys/{survey}/draft': { params: { survey }, body: { typed: { q1: '4' }, requestId: uuid() } },
    'POST /surveys/{survey}/answers': { params: { survey }, body: { typed: { q1: '4' }, requestId: uuid() } },
    [`POST /surveys/{survey}/answers${FOR_GROUP}`]: {
      ...{ params: { survey: groupSurvey }, body: { typed: { q1: '4' }, requestId: uuid() } },
      deniedBy: upToItsName(surveyText.notForYou),
    },
    'POST /surveys/{survey}/withdraw': { params: { survey }, body: { requestId: uuid() } },
    'POST /surveys/preview': { body: surveyDraft },
    'POST /surveys/questions': { body: { lines: 'Miten menee? [1–5]' } },
    'POST /surveys': { body: { draft: surveyDraft, requestId: uuid() } },
    'GET /surveys/{survey}/copy': onSurvey,
    'PUT /survey-forms/{form}': { params: { form: uuid() }, body: { draft: surveyDraft } },
    'DELETE /survey-forms/{form}': { params: { form: uuid() } },
    'POST /surveys/pictures': { body: { bytes: '' } },
    'PATCH /surveys/{survey}': { params: { survey }, body: { title: inFinnish(''), questions: [] } },
    'POST /surveys/{survey}/close': onSurvey,
    'POST /surveys/{survey}/deadline': { params: { survey }, body: { closesOn: '', closesAtTime: '' } },
    'POST /surveys/{survey}/undo': onSurvey,
    'POST /surveys/{survey}/entered': { params: { survey }, body: { source: 'paper', typed: {}, requestId: uuid() } },
    'GET /surveys/{survey}/reminder': onSurvey,
    'POST /surveys/{survey}/reminder': {
      params: { survey },
      body: { direct: false, channel: true, requestId: uuid() },
    },
    'POST /surveys/{survey}/repost': onSurvey,
    'POST /surveys/{survey}/link': { params: { survey }, body: { isPublic: true } },
    'POST /surveys/{survey}/results': { params: { survey }, body: { requestId: uuid() } },
    'POST /surveys/{survey}/export': { params: { survey }, body: { format: 'csv' } },
    'GET /surveys/{survey}/responses': onSurvey,
    'GET /surveys/{survey}/texts': { params: { survey, question: 'q1' } },
    'PATCH /surveys/{survey}/texts/{text}': { params: { survey, text: TEXT }, body: { isHidden: true } },
    'PUT /feedback/form': { body: feedbackForm },
    'surveys.csv': { subject: survey },
    'surveys.xlsx': { subject: survey },
    // ── Privacy ──
    'POST /privacy/erase': { body: { confirmation: 'en' } },
    'POST /privacy/erase/{member}': { params: { member: another }, body: { confirmation: 'en' } },
    'POST /p/{token}/privacy/erase': { body: { confirmation: 'en' } },
    'GET /privacy/mentions': { params: { member: another } },
    'PUT /privacy/notice': { body: { controller: 'Verkosto', contact: 'toimisto@verkosto.example' } },
    'POST /audit/export': { body: { month: '2026-11' } },
    'privacy.audit': { subject: '2026-11' },
    // ── Membership and reach ──
    'PUT /membership/fee-classes': { body: { feeClasses: [{ id: 'small', name: 'Pienet' }] } },
    'POST /membership/invoices': { body: { year: 2026, feeClass: 'small', invoicedOn: '2026-02-01' } },
    'PUT /membership/{organisation}/stage': { params: { organisation }, body: { membership: 'member' } },
    'PUT /membership/{organisation}/fees/{year}': {
      params: { organisation, year: '2026' },
      body: { feeClass: 'small', invoicedOn: null, paidOn: null },
    },
    'GET /membership/{organisation}/fees': onOrganisation,
    'GET /membership/{organisation}/notes': onOrganisation,
    'POST /membership/{organisation}/notes': {
      params: { organisation },
      body: { text: 'Soitettu.', requestId: uuid() },
    },
    'PUT /membership/{organisation}/notes/{note}': {
      params: { organisation, note: 'unknown' },
      body: { text: 'Soitettu.', isDone: false },
    },
    'DELETE /membership/{organisation}/notes/{note}': { params: { organisation, note: 'unknown' } },
    'POST /membership/file': { body: { year: 2026, format: 'csv' } },
    'membership.csv': { subject: '2026' },
    'membership.xlsx': { subject: '2026' },
    'GET /reach/{organisation}': onOrganisation,
    'POST /reach/file': { body: { filter: {}, format: 'csv' } },
    'reach.csv': { subject: '{}' },
    'reach.xlsx': { subject: '{}' },
    // ── Year plan and report ──
    'GET /plans/{year}': { params: { year: '2026' } },
    'PUT /plans/{year}': { params: { year: '2026' }, body: { draft: { goals: uuid() }, revision: 999 } },
    'GET /reports/{year}': ofReport,
    'PUT /reports/{year}/texts': {
      params: { year: '2026' },
      body: { language: 'fi', draft: { summary: uuid() }, revision: 999 },
    },
    'POST /reports/{year}/publish': { params: { year: '2026' }, body: { language: 'fi' } },
    'POST /reports/{year}/withdraw': { params: { year: '2026' }, body: { language: 'sv' } },
    'POST /reports/{year}/file': { params: { year: '2026' }, body: { language: 'fi', format: 'docx' } },
    'GET /published-reports/{year}': ofReport,
    'POST /published-reports/{year}/file': { params: { year: '2026' }, body: { language: 'fi', format: 'docx' } },
    'report.docx': { subject: '2026|fi' },
    'report.card.docx': { subject: '2026|fi' },
    'report.xlsx': { subject: '2026|fi' },
    'report.published.docx': { subject: '2026|fi' },
    'report.published.xlsx': { subject: '2026|fi' },
    // ── The digest ──
    'PUT /digest': { body: { every: 'week', weekday: 1, hour: 9 } },
    // ── Questions ──
    'GET /questions/{question}': onQuestion,
    'POST /question-suggestions': { body: { text: 'Miten?' } },
    'POST /questions': { body: { draft: { text: 'Miten?' }, requestId: uuid() } },
    'PUT /questions/{question}': { params: { question }, body: { draft: { text: 'Miten?' } } },
    'POST /questions/{question}/answers': { params: { question }, body: { answer: 'Näin.', requestId: uuid() } },
    'PUT /questions/{question}/answers/{answer}': { params: { question, answer }, body: { answer: 'Näin.' } },
    'DELETE /questions/{question}/answers/{answer}': { params: { question, answer } },
    'POST /questions/{question}/act': { params: { question }, body: { act: 'reopen' } },
    'POST /questions/{question}/move': onQuestion,
    'POST /questions/{question}/consent': { params: { question }, body: { agrees: false } },
    'POST /questions/{question}/requests': { params: { question }, body: { member: someone } },
    'POST /questions/{question}/bank': { params: { question }, body: { title: 'Miten?', question: '', answer: '' } },
    'PUT /questions-desk': { body: { questionDays: 3 } },
    'POST /questions-file': { body: { format: 'csv' } },
    'questions.ask': { body: { text: 'Miten?', form: uuid() } },
    'questions.answer': { body: { question, answer: 'Näin.' } },
    'questions.take': { body: { question } },
    'questions.answered': { body: { question } },
    'questions.reopen': { body: { question } },
    'questions.consent': { body: { question, says: 'no' } },
    'questions.csv': { subject: '' },
    'questions.xlsx': { subject: '' },
    'GET /p/{token}/questions/{question}': { params: { question } },
    'POST /p/{token}/questions/new': { body: { text: 'Miten?', to: 'network' } },
    'POST /p/{token}/questions/{question}': { params: { question }, body: { act: 'answer', answer: 'Näin.' } },
    // ── Boxes and challenges ──
    'GET /boxes/{box}': onBox,
    'POST /boxes': { body: { draft: { title: 'Laatikko' }, requestId: uuid() } },
    'PATCH /boxes/{box}': { params: { box }, body: { draft: { title: 'Laatikko' } } },
    'POST /boxes/{box}/end': onBox,
    'DELETE /boxes/{box}': onBox,
    'POST /boxes/{box}/public': { params: { box }, body: { isPublic: true } },
    'POST /boxes/{box}/stories': { params: { box }, body: { draft: { text: 'Tarina' }, requestId: uuid() } },
    'PATCH /boxes/{box}/stories/{story}': { params: { box, story }, body: { draft: { text: 'Tarina' } } },
    'DELETE /boxes/{box}/stories/{story}': { params: { box, story } },
    'POST /boxes/{box}/stories/{story}/check': { params: { box, story }, body: { isLetIn: true } },
    'GET /challenges/{challenge}': onChallenge,
    'POST /challenges': { body: { draft: { title: 'Haaste', goal: '100', unit: 'tekoa' }, requestId: uuid() } },
    'PATCH /challenges/{challenge}': {
      params: { challenge },
      body: { draft: { title: 'Haaste', goal: '100', unit: 'tekoa' } },
    },
    'POST /challenges/{challenge}/end': onChallenge,
    'DELETE /challenges/{challenge}': onChallenge,
    'POST /challenges/{challenge}/deeds': {
      params: { challenge },
      body: { draft: { text: 'Teko' }, requestId: uuid() },
    },
    'POST /challenges/{challenge}/deeds/{deed}/pass': { params: { challenge, deed }, body: { passTo: someone } },
    'POST /challenges/{challenge}/deeds/{deed}/decline': { params: { challenge, deed } },
    'DELETE /challenges/{challenge}/deeds/{deed}': { params: { challenge, deed } },
    'boxes.askStory': { body: { box } },
    'boxes.leaveStory': { body: { box, form: uuid(), text: 'Tarina' } },
    'boxes.askDeed': { body: { challenge } },
    'boxes.addDeed': { body: { challenge, form: uuid(), text: 'Teko' } },
    'boxes.decline': { body: { challenge, deed } },
    'GET /p/{token}/boxes/{box}': { params: { box } },
    'POST /p/{token}/boxes/{box}': { params: { box }, body: { act: 'leave', text: 'Tarina' } },
    'GET /p/{token}/challenges/{challenge}': { params: { challenge } },
    'POST /p/{token}/challenges/{challenge}': { params: { challenge }, body: { act: 'add', text: 'Teko' } },
    // ── The material bank ──
    'materials.search': { body: { words: 'ohje' } },
    searchMaterials: { body: { parameters: [{ name: 'words', value: 'ohje' }] } },
    saveMaterial: { body: { data: { form: uuid(), title: 'Viestistä', type: 'document' } } },
    'GET /material-suggestions': { params: { words: 'koulu' } },
    'GET /materials/{material}': onMaterial,
    [`GET /materials/{material}${FOR_GROUP}`]: {
      ...{ params: { material: groupMaterial }, deniedBy: materialText.unknownMaterial },
    },
    'POST /materials/{material}/open': onMaterial,
    'POST /materials/{material}/files/{file}': { params: { material, file }, body: { how: 'show' } },
    'materials.file': { subject: `${material}|${file}` },
    'materials.show': { subject: `${material}|${file}` },
    [`materials.file${FOR_GROUP}`]: {
      ...{ subject: `${groupMaterial}|file-2`, deniedBy: materialText.unknownMaterial },
    },
    'POST /materials': {
      body: {
        draft: { ...EMPTY_DRAFT, type: 'link', title: 'Linkki', links: [{ url: 'akaa.example', label: '' }] },
        ...{ intent: 'send', requestId: uuid() },
      },
    },
    'GET /materials/{material}/draft': onMaterial,
    'PUT /materials/{material}': {
      params: { material },
      body: {
        draft: { ...EMPTY_DRAFT, type: 'goodPractice', title: 'Koulukuljetukset', files: [{ id: file }] },
        intent: 'send',
      },
    },
    'POST /materials/{material}/publish': onMaterial,
    'DELETE /materials/{material}': onMaterial,
    'PUT /materials/{material}/pin': { params: { material }, body: { isPinned: true } },
    'PUT /materials/{material}/review': { params: { material }, body: { reviewOn: '2199-12-31' } },
    'PUT /materials/{material}/reaction': {
      params: { material },
      body: { status: '', comment: 'Ennen kantaa', notes: {} },
    },
    'POST /materials/{material}/share': { params: { material }, body: { days: 7 } },
    'DELETE /materials/{material}/share': onMaterial,
    'POST /materials/{material}/post': { params: { material }, body: { to: 'event', requestId: uuid() } },
    'POST /material-uploads': { body: { name: 'ohje.pdf', size: 100, changedAt: 0 } },
    'PUT /material-uploads/{upload}/blocks/{index}': {
      ...{ params: { upload: 'unknown', index: '0', sha256: '0'.repeat(64) }, bytes: new Uint8Array(100) },
    },
    'POST /material-uploads/{upload}/finish': { params: { upload: 'unknown' } },
    'DELETE /material-uploads/{upload}': { params: { upload: 'unknown' } },
    'POST /material-terms': { body: { kind: 'theme', fi: `Teema ${uuid()}`, sv: '', en: '' } },
    'PUT /material-terms/{term}': { params: { term }, body: { kind: 'theme', fi: 'Teema', sv: '', en: '' } },
    'POST /material-terms/{term}/merge': { params: { term }, body: { into: term } },
    'DELETE /material-terms/{term}': { params: { term } },
    'GET /material-collections/{collection}': { params: { collection: 'unknown' } },
    'POST /material-collections': {
      body: { draft: { fi: 'Kokoelma', sv: '', en: '', about: '', items: [] }, requestId: uuid() },
    },
    'PUT /material-collections/{collection}': {
      params: { collection: 'unknown' },
      body: { draft: { fi: 'Kokoelma', sv: '', en: '', about: '', items: [] } },
    },
    'DELETE /material-collections/{collection}': { params: { collection: 'unknown' } },
    'POST /material-imports': {
      body: { name: 'lista.csv', base64: Buffer.from('Nimi\nOpas').toString('base64'), files: [] },
    },
    'GET /material-imports/{import}': { params: { import: 'unknown' } },
    'DELETE /material-imports/{import}': { params: { import: 'unknown' } },
    'GET /material-imports/{import}/rows': { params: { import: 'unknown' } },
    'PUT /material-imports/{import}/rows/{row}': { params: { import: 'unknown', row: '1' } },
    'PUT /material-imports/{import}/folders': {
      params: { import: 'unknown' },
      body: { folder: 'a', meaning: 'nothing' },
    },
    'POST /material-imports/{import}/apply': { params: { import: 'unknown' } },
    'GET /material-imports/{import}/results': { params: { import: 'unknown' } },
    'materials.archive': { subject: '' },
    'materials.template': { subject: '' },
    'GET /letters': { params: { subject: poll } },
    // ── The register ──
    'PUT /register/rules': { body: rules },
    'GET /organisations/{organisation}': onOrganisation,
    'GET /municipalities': { params: { text: 'Akaa' } },
    'POST /organisations/municipalities': { body: { codes: ['598'] } },
    'POST /organisations': {
      body: { draft: { kind: 'company', names: { fi: `Yhtiö ${uuid()}` } }, requestId: uuid() },
    },
    'PUT /organisations/{organisation}': {
      params: { organisation },
      body: { kind: 'municipality', names: { fi: 'Akaa' }, region: '06' },
    },
    'DELETE /organisations/{organisation}': { params: { organisation: 'o-unknown' } },
    'POST /organisations/{organisation}/merge': { params: { organisation }, body: { into: 'o-unknown' } },
    'POST /organisations/{organisation}/unmerge': onOrganisation,
    'GET /members/{member}': { params: { member: someone } },
    'POST /members': { body: { draft: { name: `Meili ${uuid()}` }, requestId: uuid() } },
    'PUT /members/{member}': { params: { member: another }, body: { name: 'Topi Toinen' } },
    'DELETE /members/{member}': { params: { member: another } },
    'POST /members/{member}/return': { params: { member: another } },
    'POST /members/{member}/merge': { params: { member: another }, body: { into: another } },
    'POST /members/{member}/unmerge': { params: { member: another } },
    'POST /register/own': { body: { type: 'nobody' } },
    'POST /register/claims/{member}': { params: { member: another }, body: { settle: 'decline' } },
    'POST /register/unassigned': { body: { assignments: [{ members: [another], represent: { type: 'nobody' } }] } },
    'POST /recommendations': { body: { draft: colleague(uuid()), requestId: uuid() } },
    'members.recommend': { body: { ...colleague(uuid()), form: uuid() } },
    'members.chooseFor': { body: { domains: 'akaa.example' } },
    'members.assign': { body: { domains: 'akaa.example', organisation } },
    'members.settle': { body: { member: another, settle: 'decline' } },
    // ── Lists that are read in and written ──
    'POST /imports': { body: { fileName: 'lista.csv', base64: Buffer.from('Nimi\nUuno Uusi\n').toString('base64') } },
    'PUT /imports/{import}/columns': { params: { import: uuid() }, body: { fields: ['name'] } },
    'GET /imports/{import}': { params: { import: uuid() } },
    'GET /imports/{import}/rows': { params: { import: uuid() } },
    'DELETE /imports/{import}': { params: { import: uuid() } },
    'PUT /imports/{import}/rows/{row}': { params: { import: uuid(), row: '2' }, body: { decision: 'skip' } },
    'POST /imports/{import}/skip': { params: { import: uuid() }, body: { outcome: 'wrong' } },
    'POST /imports/{import}/apply': {
      params: { import: uuid() },
      body: { listName: 'Jäsenlista', collectedOn: '2026-01-31' },
    },
    'POST /members/file': { body: { filter: {}, content: 'members', format: 'csv' } },
    'members.csv': { subject: JSON.stringify({ filter: {}, content: 'members' }) },
    'members.xlsx': { subject: JSON.stringify({ filter: {}, content: 'mailingList' }) },
    // ── One's own ──
    'PUT /own': { body: { title: 'Suunnittelija' } },
    'POST /own/link': { body: { byMail: false, requestId: uuid() } },
  };
  return inputs[key] ?? {};
}

/** Done last of all: they take the person, or their link, away. */
export const LAST = [
  'DELETE /materials/{material}',
  'POST /p/{token}/link',
  'POST /p/{token}/leave',
  'POST /p/{token}/join',
];
