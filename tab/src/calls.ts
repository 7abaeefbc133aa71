/**
 * The requests of the contracts by method and path, typed by them. Only types are imported: the schemas would bring zod and
 * luxon into the first view. A test compares each row with its contract. Those of surveys and materials are with their pages.
 */
import type { z } from 'zod';
import type * as events from '../../bot/features/events/contract.ts';
import type * as groups from '../../bot/features/groups/contract.ts';
import type * as imports from '../../bot/features/imports/contract.ts';
import type * as letters from '../../bot/features/letters/contract.ts';
import type * as members from '../../bot/features/members/contract.ts';
import type * as membership from '../../bot/features/membership/contract.ts';
import type * as network from '../../bot/features/network/contract.ts';
import type * as own from '../../bot/features/own/contract.ts';
import type * as polls from '../../bot/features/polls/contract.ts';
import type * as privacy from '../../bot/features/privacy/contract.ts';
import type * as reach from '../../bot/features/reach/contract.ts';
import type * as surveys from '../../bot/features/surveys/contract.ts';
import type * as server from '../../bot/http/contract.ts';
import { call } from './call.ts';

const global = { isGlobal: true };

export const getPublicConfig = call<typeof server.getPublicConfig>('GET', '/public-config', {
  ...global,
  isOpen: true,
});
export const getPeople = call<typeof server.getPeople>('GET', '/people', { ...global, isOpen: true });
export const getMe = call<typeof server.getMe>('GET', '/me', global);

export const listPolls = call<typeof polls.listPolls>('GET', '/polls');
export const getPoll = call<typeof polls.getPoll>('GET', '/polls/{poll}');
export const previewPoll = call<typeof polls.previewPoll>('POST', '/polls/preview');
export const pollChoices = call<typeof polls.pollChoices>('GET', '/poll-choices');
export const createPoll = call<typeof polls.createPoll>('POST', '/polls');
export const castPollVote = call<typeof polls.castPollVote>('PUT', '/polls/{poll}/vote');
export const addPollOption = call<typeof polls.addPollOption>('POST', '/polls/{poll}/options');
export const correctPoll = call<typeof polls.correctPoll>('PATCH', '/polls/{poll}');
export const closePoll = call<typeof polls.closePoll>('POST', '/polls/{poll}/close');
export const reopenPoll = call<typeof polls.reopenPoll>('POST', '/polls/{poll}/reopen');
export const undoPoll = call<typeof polls.undoPoll>('POST', '/polls/{poll}/undo');
export const decidePoll = call<typeof polls.decidePoll>('POST', '/polls/{poll}/decide');
export const previewReminder = call<typeof polls.previewReminder>('GET', '/polls/{poll}/reminder');
export const remindPoll = call<typeof polls.remindPoll>('POST', '/polls/{poll}/reminder');
export const exportPoll = call<typeof polls.exportPoll>('POST', '/polls/{poll}/export');
export const repostPoll = call<typeof polls.repostPoll>('POST', '/polls/{poll}/repost');

export const listEvents = call<typeof events.listEvents>('GET', '/events');
export const getEvent = call<typeof events.getEvent>('GET', '/events/{event}');
export const answerEvent = call<typeof events.answerEvent>('PUT', '/events/{event}/answer');
export const leaveWaitingList = call<typeof events.leaveWaitingList>('POST', '/events/{event}/leave-list');
export const confirmEvent = call<typeof events.confirmEvent>('POST', '/events/{event}/confirm');
export const registerColleague = call<typeof events.registerColleague>('POST', '/events/{event}/colleagues');
export const eventChoices = call<typeof events.eventChoices>('GET', '/event-choices');
export const previewEvent = call<typeof events.previewEvent>('POST', '/events/preview');
export const createEvents = call<typeof events.createEvents>('POST', '/events');
export const eventFromPoll = call<typeof events.eventFromPoll>('POST', '/events/from-poll');
export const changeEvent = call<typeof events.changeEvent>('PUT', '/events/{event}');
export const publishEvent = call<typeof events.publishEvent>('POST', '/events/{event}/publish');
export const undoEvent = call<typeof events.undoEvent>('POST', '/events/{event}/undo');
export const cancelEvent = call<typeof events.cancelEvent>('POST', '/events/{event}/cancel');
export const repostEvent = call<typeof events.repostEvent>('POST', '/events/{event}/repost');
export const renewPublicLink = call<typeof events.renewPublicLink>('POST', '/events/{event}/renew-link');
export const makeMeeting = call<typeof events.makeMeeting>('POST', '/events/{event}/make-meeting');
export const updateMeeting = call<typeof events.updateMeeting>('POST', '/events/{event}/update-meeting');
export const listParticipants = call<typeof events.listParticipants>('GET', '/events/{event}/participants');
export const getCatering = call<typeof events.getCatering>('GET', '/events/{event}/catering');
export const answerFor = call<typeof events.answerFor>('PUT', '/events/{event}/participants/{who}');
export const inviteOutsiders = call<typeof events.inviteOutsiders>('POST', '/events/{event}/invite');
export const setReminders = call<typeof events.setReminders>('PUT', '/events/{event}/reminders');
export const previewEventReminder = call<typeof events.previewReminder>('GET', '/events/{event}/reminders/{kind}');
export const sendReminder = call<typeof events.sendReminder>('POST', '/events/{event}/reminders/{kind}');
export const exportEvent = call<typeof events.exportEvent>('POST', '/events/{event}/file');
export const addMaterial = call<typeof events.addMaterial>('POST', '/events/{event}/materials');
export const getDoor = call<typeof events.getDoor>('GET', '/events/{event}/door');
export const tickDoor = call<typeof events.tickDoor>('PUT', '/events/{event}/door/{who}');
export const addAtDoor = call<typeof events.addAtDoor>('POST', '/events/{event}/door');
export const setHeadcount = call<typeof events.setHeadcount>('PUT', '/events/{event}/headcount');
export const readReport = call<typeof events.readReport>('POST', '/events/{event}/attendance-report');

export const listSurveys = call<typeof surveys.listSurveys>('GET', '/surveys');

export const listLetters = call<typeof letters.listLetters>('GET', '/letters');

export const listTroubledPosts = call<typeof network.listTroubledPosts>('GET', '/posts/troubled');
export const postAgain = call<typeof network.postAgain>('POST', '/posts/{post}/again');
export const listCoordinators = call<typeof network.listCoordinators>('GET', '/coordinators');
export const nameCoordinator = call<typeof network.nameCoordinator>('POST', '/coordinators');
export const removeCoordinator = call<typeof network.removeCoordinator>('DELETE', '/coordinators/{member}');
export const getHandover = call<typeof network.getHandover>('GET', '/handover');
export const handOver = call<typeof network.handOver>('POST', '/handover');

export const getRegister = call<typeof members.getRegister>('GET', '/register');
export const listOrganisations = call<typeof members.listOrganisations>('GET', '/organisations');
export const getOrganisation = call<typeof members.getOrganisation>('GET', '/organisations/{organisation}');
export const listMembers = call<typeof members.listMembers>('GET', '/members');
export const getMember = call<typeof members.getMember>('GET', '/members/{member}');
export const searchHelp = call<typeof members.searchHelp>('GET', '/help');
export const searchMunicipalities = call<typeof members.searchMunicipalities>('GET', '/municipalities');
export const represent = call<typeof members.represent>('POST', '/register/own');
export const recommendColleague = call<typeof members.recommendColleague>('POST', '/recommendations');

export const changeRegisterRules = call<typeof members.changeRegisterRules>('PUT', '/register/rules');
export const addMunicipalities = call<typeof members.addMunicipalities>('POST', '/organisations/municipalities');
export const addOrganisation = call<typeof members.addOrganisation>('POST', '/organisations');
export const editOrganisation = call<typeof members.editOrganisation>('PUT', '/organisations/{organisation}');
export const removeOrganisation = call<typeof members.removeOrganisation>('DELETE', '/organisations/{organisation}');
export const listMergers = call<typeof members.listMergers>('GET', '/organisations/mergers');
export const mergeOrganisation = call<typeof members.mergeOrganisation>('POST', '/organisations/{organisation}/merge');
export const unmergeOrganisation = call<typeof members.unmergeOrganisation>(
  'POST',
  '/organisations/{organisation}/unmerge',
);
export const addMember = call<typeof members.addMember>('POST', '/members');
export const editMember = call<typeof members.editMember>('PUT', '/members/{member}');
export const removeMember = call<typeof members.removeMember>('DELETE', '/members/{member}');
export const bringMemberBack = call<typeof members.bringMemberBack>('POST', '/members/{member}/return');
export const listDoubles = call<typeof members.listDoubles>('GET', '/members/doubles');
export const mergeMember = call<typeof members.mergeMember>('POST', '/members/{member}/merge');
export const unmergeMember = call<typeof members.unmergeMember>('POST', '/members/{member}/unmerge');
export const listClaims = call<typeof members.listClaims>('GET', '/register/claims');
export const settleClaim = call<typeof members.settleClaim>('POST', '/register/claims/{member}');
export const listUnassigned = call<typeof members.listUnassigned>('GET', '/register/unassigned');
export const assignMembers = call<typeof members.assignMembers>('POST', '/register/unassigned');

export const readImport = call<typeof imports.readImport>('POST', '/imports');
export const listImports = call<typeof imports.listImports>('GET', '/imports');
export const getImport = call<typeof imports.getImport>('GET', '/imports/{import}');
export const removeImport = call<typeof imports.removeImport>('DELETE', '/imports/{import}');
export const setImportColumns = call<typeof imports.setImportColumns>('PUT', '/imports/{import}/columns');
export const listImportRows = call<typeof imports.listImportRows>('GET', '/imports/{import}/rows');
export const settleImportRow = call<typeof imports.settleImportRow>('PUT', '/imports/{import}/rows/{row}');
export const skipImportRows = call<typeof imports.skipImportRows>('POST', '/imports/{import}/skip');
export const applyImport = call<typeof imports.applyImport>('POST', '/imports/{import}/apply');
export const membersFile = call<typeof imports.membersFile>('POST', '/members/file');

export const listGroups = call<typeof groups.listGroups>('GET', '/groups');
export const createGroup = call<typeof groups.createGroup>('POST', '/groups');
export const renameGroup = call<typeof groups.renameGroup>('PATCH', '/groups/{group}');
export const removeGroup = call<typeof groups.removeGroup>('DELETE', '/groups/{group}');
export const addSeat = call<typeof groups.addSeat>('POST', '/groups/{group}/seats');
export const changeSeat = call<typeof groups.changeSeat>('PUT', '/groups/{group}/seats/{seat}');
export const endSeat = call<typeof groups.endSeat>('POST', '/groups/{group}/seats/{seat}/end');
export const removeSeat = call<typeof groups.removeSeat>('DELETE', '/groups/{group}/seats/{seat}');

export const getMembership = call<typeof membership.getMembership>('GET', '/membership');
export const setFeeClasses = call<typeof membership.setFeeClasses>('PUT', '/membership/fee-classes');
export const invoiceClass = call<typeof membership.invoiceClass>('POST', '/membership/invoices');
export const setStage = call<typeof membership.setStage>('PUT', '/membership/{organisation}/stage');
export const setFee = call<typeof membership.setFee>('PUT', '/membership/{organisation}/fees/{year}');
export const getFees = call<typeof membership.getFees>('GET', '/membership/{organisation}/fees');
export const listNotes = call<typeof membership.listNotes>('GET', '/membership/{organisation}/notes');
export const addNote = call<typeof membership.addNote>('POST', '/membership/{organisation}/notes');
export const editNote = call<typeof membership.editNote>('PUT', '/membership/{organisation}/notes/{note}');
export const removeNote = call<typeof membership.removeNote>('DELETE', '/membership/{organisation}/notes/{note}');
export const membershipFile = call<typeof membership.membershipFile>('POST', '/membership/file');

export const getReach = call<typeof reach.getReach>('GET', '/reach');
export const getReachOf = call<typeof reach.getReachOf>('GET', '/reach/{organisation}');
export const reachFile = call<typeof reach.reachFile>('POST', '/reach/file');

export const getOwn = call<typeof own.getOwn>('GET', '/own');
export const putOwn = call<typeof own.putOwn>('PUT', '/own');
export const askLink = call<typeof own.askLink>('POST', '/own/link');
export const revokeLink = call<typeof own.revokeLink>('POST', '/own/link/revoke');

export const getOwnData = call<typeof privacy.getOwnData>('GET', '/privacy/own');
export const exportOwnData = call<typeof privacy.exportOwnData>('POST', '/privacy/own/export');
export const previewErasure = call<typeof privacy.previewErasure>('GET', '/privacy/erase');
export const eraseMyself = call<typeof privacy.eraseMyself>('POST', '/privacy/erase');
export const getNotice = call<typeof privacy.getNotice>('GET', '/privacy/notice');
export const putNotice = call<typeof privacy.putNotice>('PUT', '/privacy/notice');
export const eraseMember = call<typeof privacy.eraseMember>('POST', '/privacy/erase/{member}');
export const listErasures = call<typeof privacy.listErasures>('GET', '/privacy/erasures');
export const listMentions = call<typeof privacy.listMentions>('GET', '/privacy/mentions');
export const listAudit = call<typeof privacy.listAudit>('GET', '/audit');
export const exportAudit = call<typeof privacy.exportAudit>('POST', '/audit/export');

export type Me = z.infer<typeof server.getMe.response>;
export type MyNetwork = Me['networks'][number];
export type PollSummary = polls.PollSummary;
export type PollView = polls.PollView;
export type PollDraft = z.infer<(typeof polls.previewPoll)['body']>;
export type SurveySummary = surveys.SurveySummary;
export type EventSummary = events.EventSummary;
export type EventView = events.EventView;
export type StandingView = events.StandingView;
export type PlaceCountView = events.PlaceCountView;
export type EventDraft = z.infer<(typeof events.previewEvent)['body']>['draft'];
export type ReminderView = events.ReminderView;
export type ParticipantView = events.ParticipantView;
export type ParticipantsView = z.infer<typeof events.listParticipants.response>;
export type DoorRow = events.DoorRow;
export type DoorView = z.infer<typeof events.getDoor.response>;
export type ReportRow = events.ReportRow;
export type OrganisationRow = members.OrganisationRow;
export type OrganisationView = members.OrganisationView;
export type MemberRow = members.MemberRow;
export type MemberView = members.MemberView;
export type RulesDraft = members.RulesDraft;
export type Representation = members.Representation;
export type ImportView = imports.ImportView;
export type ImportRow = imports.ImportRow;
export type RegisterFrame = z.infer<typeof members.getRegister.response>;
export type SeatView = groups.SeatView;
export type GroupView = groups.GroupView;
export type OwnView = own.OwnView;
export type Coordinator = network.CoordinatorsView['coordinators'][number];
export type HandoverView = network.HandoverView;
export type HandoverItem = network.HandoverItemView;
export type MembershipRow = membership.MembershipRow;
export type MembershipYear = z.infer<typeof membership.getMembership.response>;
export type NoteView = membership.NoteView;
export type ReachRow = reach.ReachRow;
export type ReachView = z.infer<typeof reach.getReach.response>;
export type Mention = privacy.Mention;
export type ErasureView = privacy.ErasureView;
export type PrivacyNotice = privacy.Notice;
export type LetterView = letters.LetterView;
