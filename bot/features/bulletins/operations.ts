/** What is done with bulletins: written, scheduled, sent to the channel and by mail, corrected and followed up. */
import { createHash } from 'node:crypto';
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { type Instant, plus, SECOND, when } from '../../core/clock.ts';
import type { HandoverItem } from '../../core/feature.ts';
import { type ActivityId, activityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOn } from '../../core/modules.ts';
import { isOneOf, type MemberId, memberIdOf } from '../../core/network.ts';
import type { Picture, PictureDraft } from '../../core/picture.ts';
import { dropPictures, placePicture } from '../../core/pictures.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { addresseeOf, mainOf, type Register, registerNow, registerOf } from '../../core/register.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import {
  type Bulletin,
  type BulletinDraft,
  type BulletinId,
  begin,
  bulletins,
  type ContentDraft,
  correct,
  edit,
  finish,
  gave,
  isDue,
  makeBulletin,
  type RecipientFilter,
  readContent,
  readMailing,
  readTime,
  schedule,
  shared,
  unschedule,
} from './bulletin.ts';
import { bulletinCard, bulletinSummary } from './cards.ts';
import type { Fate, Sums } from './fate.ts';
import { allBulletins, bulletinNow, changeBulletin, findBulletin, forgetBulletin, recipientsOf } from './memory.ts';
import {
  bulletinRecipients,
  chosenBy,
  type Delivery,
  deliveries,
  frozen,
  inParts,
  letterOf,
  partId,
  prefixOf,
  sumsOf,
  type Way,
  wayOf,
} from './recipients.ts';
import { text } from './text.ts';

/** Its job exists before it is scheduled; one that goes out at once is sent by a job of its own, and by this one only if that was cut off. */
const SAFETY_NET = 10 * SECOND;
/** Letters that are given to the mail's queue at the same time, and between two notes of how far that has come. */
const GIVEN_AT_ONCE = 100;

export const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same bulletin. */
const bulletinIdOf = (by: PersonKey, requestId: string): BulletinId => activityId.parse(`b${shortHash(by, requestId)}`);

// ── Writing ────────────────────────────────────────────────────────────────────────────────────

/** A draft, whatever is still missing of whom it goes to. The same request makes one. For coordinators. */
export async function createBulletin(visit: Visit, draft: BulletinDraft, requestId: string): Promise<Bulletin> {
  await asCoordinator(visit);
  const id = bulletinIdOf(visit.actor.person, requestId);
  const earlier = await findBulletin(visit, id);
  if (earlier) return earlier;
  const content = readContent(draft);
  const mail = readMailing(draft, undefined, await hasGroup(visit));
  const { toChannel, isPublic } = draft;
  const picture = await placed(visit, draft.picture, id);
  const of = makeBulletin(
    { ...content, mail, toChannel, isPublic, ...(picture ? { picture } : {}) },
    { id, by: visit.actor.person, now: visit.services.clock.now() },
  );
  return insertBulletin(visit, of);
}

export async function insertBulletin(visit: Visit, of: Bulletin): Promise<Bulletin> {
  try {
    await visit.services.store.insert(visit.scope, bulletins, of.id, of);
    await audit(visit, 'bulletins.create', of.id, of.at);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  return bulletinNow(visit, of.id);
}

const hasGroup = async (work: Work): Promise<(group: string) => boolean> => {
  const { groups } = await registerOf(work);
  return (group) => groups.has(group);
};

export const placed = async (
  visit: Visit,
  draft: PictureDraft | undefined,
  id: BulletinId,
  before?: Picture,
): Promise<Picture | undefined> => draft && placePicture(visit, draft, id, before);

/** As it is written now, until it goes out. For coordinators. */
export async function editBulletin(visit: Visit, id: BulletinId, draft: BulletinDraft): Promise<Bulletin> {
  await asCoordinator(visit);
  const before = await bulletinNow(visit, id);
  const content = readContent(draft);
  const mail = readMailing(draft, before.mail, await hasGroup(visit));
  const { toChannel, isPublic } = draft;
  edit(before, { ...content, mail, toChannel, isPublic }); // refuses before a picture is placed
  const picture = await placed(visit, draft.picture, id, before.picture);
  const of = await changeBulletin(visit, id, (now) =>
    edit(now, { ...content, mail, toChannel, isPublic, ...(picture ? { picture } : {}) }),
  );
  await dropReplaced(visit, before.picture, of.picture);
  return of;
}

export async function dropReplaced(work: Work, before: Picture | undefined, now: Picture | undefined): Promise<void> {
  if (before && before.id !== now?.id) await dropPictures(work, [before.id]);
}

/** A draft is thrown away with its picture. Can be repeated. For coordinators. */
export async function removeBulletin(visit: Visit, id: BulletinId): Promise<void> {
  await asCoordinator(visit);
  const of = await findBulletin(visit, id);
  if (!of) return;
  requireDraft(of);
  await takeAway(visit, of);
  await audit(visit, 'bulletins.remove', id);
}

function requireDraft({ state }: Bulletin): void {
  if (state === 'scheduled') throw new Refusal(text.isScheduled);
  if (state !== 'draft') throw new Refusal(text.isSent);
}

/** Refuses when it has begun to go out since it was read. */
export async function takeAway(work: Work, of: Bulletin): Promise<void> {
  const { store } = work.services;
  const now = await store.get(work.scope, bulletins, of.id);
  if (!now) return;
  if (now.value.state !== of.state) throw new Refusal(text.changedMeanwhile);
  await store.remove(work.scope, bulletins, of.id, now.version);
  forgetBulletin(work, of.id);
  if (of.picture) await dropPictures(work, [of.picture.id]);
}

// ── When it goes out ───────────────────────────────────────────────────────────────────────────

/** Typed date and time of the network. For coordinators. */
export async function scheduleBulletin(
  visit: Visit,
  id: BulletinId,
  typed: { readonly date: string; readonly time: string },
): Promise<Bulletin> {
  await asCoordinator(visit);
  const at = readTime(typed, visit.services.clock.now(), visit.network.zone);
  return goAt(visit, id, at);
}

/** For coordinators. */
export async function sendNow(visit: Visit, id: BulletinId): Promise<Bulletin> {
  await asCoordinator(visit);
  const before = await bulletinNow(visit, id);
  if (before.state === 'sending' || before.state === 'sent') return before; // the second press of one button
  return goAt(visit, id, visit.services.clock.now());
}

/** Schedules it for a time that may be now. */
export async function goAt(visit: Visit, id: BulletinId, at: Instant): Promise<Bulletin> {
  const { clock } = visit.services;
  const before = await bulletinNow(visit, id);
  schedule(before, at);
  await requireAudience(visit, before);
  const isNow = at <= clock.now();
  await sendAt(visit, id, isNow ? plus(clock.now(), SAFETY_NET) : at);
  const of = await changeBulletin(visit, id, (now) => schedule(now, at));
  if (isNow) await sendAt(visit, id, clock.now());
  await audit(visit, isNow ? 'bulletins.send' : 'bulletins.schedule', id);
  return of;
}

/** What it was narrowed to may have been removed since it was written: then it would reach nobody. */
async function requireAudience(work: Work, { mail }: Bulletin): Promise<void> {
  if (mail.to !== 'members') return;
  const { groups, rules } = await registerOf(work);
  const { group, area, kind } = mail.filter;
  const isKnown = (all: readonly { readonly id: string }[], id: string | undefined): boolean =>
    id === undefined || all.some((one) => one.id === id);
  if (isKnown([...groups.values()], group) && isKnown(rules.areas, area) && isKnown(rules.kinds, kind)) return;
  throw new Refusal(text.goneFilter, {}, [{ field: 'mailTo', row: text.goneFilter }]);
}

const sendAt = (work: Work, id: BulletinId, due: Instant): Promise<void> =>
  work.services.jobs.schedule({ kind: 'bulletins.send', network: work.network.id, key: id, due });

/** A draft again. For coordinators. */
export async function unscheduleBulletin(visit: Visit, id: BulletinId): Promise<Bulletin> {
  await asCoordinator(visit);
  const of = await changeBulletin(visit, id, unschedule);
  await audit(visit, 'bulletins.unschedule', id);
  return of;
}

// ── Sending ────────────────────────────────────────────────────────────────────────────────────

/**
 * The job. Its recipients are written down before anything leaves; then the card goes to the posts' queue and a letter for each to the mail's.
 * A crash anywhere in it is gone on from where it was: letters have ids of their own, so that nobody's is queued twice.
 */
export async function sendBulletin(work: Work, id: BulletinId): Promise<void> {
  const found = await findBulletin(work, id);
  if (!found) return;
  const of = isDue(found, work.services.clock.now()) ? await freeze(work, found) : found;
  if (of?.state !== 'sending') return;
  if (of.toChannel) {
    await work.services.posts.publish({
      ...{ id: of.post, network: work.network.id, drawing: 'bulletins.bulletin', subject: id, to: { channel: true } },
    });
  }
  await giveLetters(work, of);
  await changeBulletin(work, id, finish);
}

/** Undefined where the network does without bulletins or is paused: it stays scheduled, and its page says that its time went by. */
async function freeze(work: Work, of: Bulletin): Promise<Bulletin | undefined> {
  const { store, newId, clock } = work.services;
  if (!isOn(work.network, 'bulletins') || work.network.state !== 'active') return undefined;
  const register = await registerNow(work);
  const all = frozen(register, await readersFor(work, of, register));
  const list = newId();
  for (const [part, recipients] of inParts(all).entries()) {
    const value = { bulletin: of.id, list, part, recipients };
    await store.insert(work.scope, bulletinRecipients, partId(value), value);
  }
  const begun = await changeBulletin(work, of.id, (now) => begin(now, { id: list, size: all.length }, clock.now()));
  if (begun.list?.id !== list) await dropList(work, of.id, list); // undone meanwhile, or another process was first
  return begun;
}

async function readersFor(work: Work, { mail }: Bulletin, register: Register): Promise<MemberId[]> {
  if (mail.to === 'none') return [];
  if (mail.to === 'members') return chosenBy(register, mail.filter, todayIn(work));
  const earlier = await findBulletin(work, mail.bulletin);
  const told = earlier ? await deliveriesOf(work, earlier) : [];
  // Many letters take hours: whose turn is still to come needs what follows too, and so does who may have got the one that was cut off.
  const gets = (of: Fate): boolean => of === 'sent' || of === 'waiting' || of === 'unknown';
  const reached = told.flatMap(({ fate, member }) => (gets(fate) && member !== undefined ? [member] : []));
  return [...new Set(reached.map((id) => mainOf(register, id) as MemberId))].sort();
}

export async function dropList(work: Work, bulletin: BulletinId, list: string): Promise<void> {
  const { store } = work.services;
  for (const { id } of await listAll(store, work.scope, bulletinRecipients, { prefix: prefixOf(bulletin, list) }))
    await store.remove(work.scope, bulletinRecipients, id);
}

async function giveLetters(work: Work, of: Bulletin): Promise<void> {
  const { letters } = work.services;
  const all = await recipientsOf(work, of);
  for (let from = of.list?.given ?? 0; from < all.length; from += GIVEN_AT_ONCE) {
    const some = all.slice(from, from + GIVEN_AT_ONCE);
    await Promise.all(
      some.map(async ({ member, way }) => {
        if (member === undefined || way !== 'mail') return;
        await letters.send({
          ...{ id: letterOf(of.id, member), network: work.network.id, to: member, drawing: 'bulletins.bulletin' },
          ...{ subject: of.id, topic: 'bulletins', urgency: 'bulk' },
        });
      }),
    );
    await changeBulletin(work, of.id, (now) => gave(now, from + some.length));
  }
}

// ── After it ───────────────────────────────────────────────────────────────────────────────────

/** The card is drawn anew and says that it was corrected; letters that have left stay as they are. For coordinators. */
export async function correctBulletin(visit: Visit, id: BulletinId, draft: ContentDraft): Promise<Bulletin> {
  await asCoordinator(visit);
  const before = await bulletinNow(visit, id);
  const content = readContent(draft);
  const by = { by: visit.actor.person, now: visit.services.clock.now() };
  correct(before, content, by); // refuses before a picture is placed
  const picture = await placed(visit, draft.picture, id, before.picture);
  const of = await changeBulletin(visit, id, (now) =>
    correct(now, { ...content, ...(picture ? { picture } : {}) }, by),
  );
  await dropReplaced(visit, before.picture, of.picture);
  if (of.corrections.length > before.corrections.length) await audit(visit, 'bulletins.correct', id);
  if (of.toChannel) await visit.services.posts.refresh(visit.network.id, of.post);
  return of;
}

/** A draft for those whose letter was sent. The same request makes one. For coordinators. */
export async function followUp(visit: Visit, id: BulletinId, requestId: string): Promise<Bulletin> {
  await asCoordinator(visit);
  const of = await bulletinNow(visit, id);
  if (of.state !== 'sent' && of.state !== 'sending') throw new Refusal(text.isNotSent);
  const made = makeBulletin(
    {
      title: visit.channelT(text.followUpTitle, { title: of.title }).slice(0, 120),
      text: of.text,
      ...(of.link ? { link: of.link } : {}),
      ...{ toChannel: false, mail: { to: 'readersOf', bulletin: id }, isPublic: false },
    },
    {
      id: bulletinIdOf(visit.actor.person, `${id} ${requestId}`),
      by: visit.actor.person,
      now: visit.services.clock.now(),
    },
  );
  return insertBulletin(visit, made);
}

/** With or without a page that anyone may open. For coordinators. */
export async function shareBulletin(visit: Visit, id: BulletinId, isPublic: boolean): Promise<Bulletin> {
  await asCoordinator(visit);
  const of = await changeBulletin(visit, id, (now) => shared(now, isPublic));
  await audit(visit, isPublic ? 'bulletins.share' : 'bulletins.unshare', id);
  return of;
}

/** The letter to the actor alone. Refuses where it can't reach them. For coordinators. */
export async function testLetter(visit: Visit, id: BulletinId, requestId: string): Promise<void> {
  await asCoordinator(visit);
  const of = await bulletinNow(visit, id);
  const { letters } = visit.services;
  if (!letters.isConfigured) throw new Refusal(text.mailOff);
  const register = await registerOf(visit);
  const to = addresseeOf(register, objectIdOf(visit.actor.person));
  if (to?.email === undefined || to.emailFailedAt !== undefined) throw new Refusal(text.noOwnAddress);
  await letters.send({
    ...{ id: `${of.id}-test-${shortHash(visit.actor.person, requestId)}`, network: visit.network.id },
    ...{ to: memberIdOf(visit.actor.person), drawing: 'bulletins.test', subject: `${of.id}|test` },
    ...{ topic: 'always', urgency: 'due' },
  });
}

// ── Whom it reaches and reached ────────────────────────────────────────────────────────────────

/** How many people a filter would mail to now, by the way each is reached. */
export async function audienceOf(work: Work, filter: RecipientFilter): Promise<Partial<Record<Way, number>>> {
  const register = await registerOf(work);
  const found: Partial<Record<Way, number>> = {};
  for (const id of chosenBy(register, filter, todayIn(work))) {
    const way = wayOf(register, id);
    found[way] = (found[way] ?? 0) + 1;
  }
  return found;
}

/** Every recipient with what became of them, in the order in which they were frozen; empty when they are forgotten. */
export async function deliveriesOf(work: Work, of: Bulletin): Promise<readonly Delivery[]> {
  const [recipients, statuses] = await Promise.all([
    recipientsOf(work, of),
    work.services.letters.statuses(work.network.id, of.id),
  ]);
  return deliveries(of.id, recipients, new Map(statuses.map((one) => [one.id, one])));
}

/** How many have each fate: as they are now, or as they were when who they were was forgotten. */
export const sumsFor = (of: Bulletin, told: readonly Delivery[]): Sums => {
  const counted = sumsOf(told);
  return of.totals === undefined ? counted : ({ ...counted, ...of.totals } as Sums);
};

// ── The card ───────────────────────────────────────────────────────────────────────────────────

export async function cardFrame(work: Work, of: Pick<Bulletin, 'id' | 'picture'>) {
  const { services, network, channelT } = work;
  const picture = of.picture && (await services.linkToPicture(network.id, of.picture.id));
  return {
    ...{ t: channelT, zone: network.zone, page: services.linkToTab(network, `bulletins/${of.id}`) },
    ...(picture === undefined ? {} : { picture }),
  };
}

export async function drawBulletin(subject: string, work: Work) {
  const of = await findBulletin(work, subject as ActivityId);
  if (!of || of.sentAt === undefined) return undefined;
  return { card: bulletinCard(of, await cardFrame(work, of)), summary: bulletinSummary(of, work.channelT) };
}

// ── What hangs on people and groups ────────────────────────────────────────────────────────────

export async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const { t, network } = visit;
  const theirs = (await allBulletins(visit)).filter(
    ({ by, state, series }) => isOneOf(ids, by) && series === undefined && (state === 'draft' || state === 'scheduled'),
  );
  return theirs.map(({ id, title, sendAt }) => ({
    ...{ id: `bulletins-${id}`, kind: 'bulletins.open', title, page: `manage/bulletins/${id}` },
    todo: sendAt === undefined ? t(text.todoDraft) : t(text.todoScheduled, { when: when(sendAt, network.zone) }),
    move: async (to) => {
      const register = await registerNow(visit);
      const successor = register.members.get(to)?.person;
      if (successor) await changeBulletin(visit, id, (of) => (isOneOf(ids, of.by) ? { ...of, by: successor } : of));
    },
  }));
}

/** Those that are to be mailed to a group, which can't be removed meanwhile. */
export async function openForGroup(group: string, work: Work): Promise<readonly string[]> {
  return (await allBulletins(work))
    .filter(({ state, mail }) => state === 'scheduled' && mail.to === 'members' && mail.filter.group === group)
    .map(({ title }) => title);
}
