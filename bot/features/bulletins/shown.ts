/** What readers and coordinators see of bulletins, of their delivery and of series. */
import { between, type Instant, MINUTE, when } from '../../core/clock.ts';
import { objectIdOf, type PersonKey } from '../../core/ids.ts';
import { nameFor, nameIn } from '../../core/organisation.ts';
import { identitiesOf, organisationOf, type Register, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { toInputs } from '../../core/when.ts';
import { type Bulletin, hasGone, shareText } from './bulletin.ts';
import type {
  BulletinLine,
  BulletinView,
  DayView,
  DeliveryView,
  DeskLine,
  DeskView,
  SeriesLine,
  SeriesView,
} from './contract.ts';
import { allBulletins, findBulletin, seriesNow, wentTo } from './memory.ts';
import type { Delivery } from './recipients.ts';
import { type BulletinSeries, daysOf, timeOf } from './series.ts';
import { filledDays } from './series-operations.ts';
import { text } from './text.ts';

/** A job that is so late was passed over, not slow. */
const LATE = 10 * MINUTE;
/** Characters of the beginning that a list shows. */
const EXCERPT = 160;

/** What was posted or is open to all is everyone's; what only went by mail is those whom it went to. */
export async function mayRead(visit: Visit, of: Bulletin): Promise<boolean> {
  if (!hasGone(of)) return false;
  if (of.toChannel || of.isPublic) return true;
  const ids = identitiesOf(await registerOf(visit), objectIdOf(visit.actor.person));
  return wentTo(visit, of, ids);
}

/** What has gone out to the reader, the newest first. */
export async function readable(visit: Visit): Promise<readonly Bulletin[]> {
  const all = await allBulletins(visit);
  const may = await Promise.all(all.map((one) => mayRead(visit, one)));
  return all.filter((_, at) => may[at]).sort((a, b) => ((a.sentAt ?? a.at) < (b.sentAt ?? b.at) ? 1 : -1));
}

export function lineOf({ id, title, text: body, sentAt, at, corrections }: Bulletin): BulletinLine {
  const flat = body.replace(/\s+/g, ' ');
  const excerpt = flat.length <= EXCERPT ? flat : `${flat.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …`;
  const correctedAt = corrections.at(-1)?.at;
  return { id, title, excerpt, sentAt: sentAt ?? at, ...(correctedAt === undefined ? {} : { correctedAt }) };
}

export async function viewOf(work: Work, of: Bulletin): Promise<BulletinView> {
  const { id, title, text: body, link, picture, sentAt, corrections } = of;
  const correctedAt = corrections.at(-1)?.at;
  return {
    ...{ id, title, text: body },
    ...(link ? { link } : {}),
    ...(picture
      ? { picture: { ...picture, address: await work.services.linkToPicture(work.network.id, picture.id) } }
      : {}),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(correctedAt === undefined ? {} : { correctedAt }),
  };
}

// ── For coordinators ───────────────────────────────────────────────────────────────────────────

export const isMissed = ({ state, sendAt }: Pick<Bulletin, 'state' | 'sendAt'>, now: Instant): boolean =>
  state === 'scheduled' && sendAt !== undefined && between(sendAt, now) > LATE;

export const deskLineOf = (of: Bulletin, now: Instant): DeskLine => ({
  ...{ id: of.id, title: of.title, state: of.state, isMissed: isMissed(of, now) },
  ...(of.sendAt === undefined ? {} : { sendAt: of.sendAt }),
  ...(of.sentAt === undefined ? {} : { sentAt: of.sentAt }),
});

const ORDER: Readonly<Record<Bulletin['state'], number>> = { draft: 0, scheduled: 1, sending: 2, sent: 3 };

/** Drafts first, then what is scheduled by its time, then what has gone out, the newest first. */
export const inDeskOrder = (all: readonly Bulletin[]): Bulletin[] =>
  [...all].sort((a, b) => {
    if (a.state !== b.state) return ORDER[a.state] - ORDER[b.state];
    if (a.state === 'scheduled') return (a.sendAt ?? '') < (b.sendAt ?? '') ? -1 : 1;
    return (a.sentAt ?? a.at) < (b.sentAt ?? b.at) ? 1 : -1;
  });

export async function deskViewOf(visit: Visit, of: Bulletin): Promise<DeskView> {
  const { services, network, t } = visit;
  const register = await registerOf(visit);
  const status = of.toChannel && hasGone(of) ? await services.posts.status(network.id, of.post) : undefined;
  const mailTo = mailInWords(of, register, t);
  const earlier = of.mail.to === 'readersOf' ? await findBulletin(visit, of.mail.bulletin) : undefined;
  const series = of.series && (await seriesNow(visit, of.series.id));
  const address = of.isPublic
    ? await services.linkToOpenPage(network.id, 'bulletin', of.id, of.round)
    : services.linkToTab(network, `bulletins/${of.id}`);
  return {
    ...deskLineOf(of, services.clock.now()),
    view: await viewOf(visit, of),
    draft: draftOf(of),
    ...(mailTo === undefined ? {} : { mailTo }),
    ...(earlier ? { followsUp: earlier.title } : {}),
    ...(of.series && series ? { series: { id: series.id, title: series.title, day: of.series.day } } : {}),
    ...(status ? { post: status.state } : {}),
    ...(of.sendAt === undefined ? {} : { schedule: toInputs(of.sendAt, network.zone) }),
    ...(of.list && of.mail.to !== 'none' ? { recipients: of.list.size } : {}),
    share: { text: shareText(of), address, isPublic: of.isPublic },
    corrections: of.corrections.map(({ at, by, was }) => ({
      ...{ at, by: nameOf(register, by, t), title: was.title, text: was.text },
    })),
    by: nameOf(register, of.by, t),
  };
}

const nameOf = ({ members }: Register, person: PersonKey, t: Translate): string =>
  members.get(objectIdOf(person))?.name ?? t(text.someone);

const draftOf = ({ title, text: body, picture, link, toChannel, mail, isPublic }: Bulletin): DeskView['draft'] => ({
  ...{ title, text: body, linkUrl: link?.url ?? '', linkLabel: link?.label ?? '', toChannel, isPublic },
  ...(picture ? { picture: { id: picture.id, alt: picture.alt } } : {}),
  ...{ mailTo: mail.to, filter: mail.to === 'members' ? mail.filter : {} },
});

/** Whom it goes to by mail, as a coordinator would say it. */
function mailInWords({ mail }: Bulletin, { groups, rules }: Register, t: Translate): string | undefined {
  if (mail.to === 'none') return undefined;
  if (mail.to === 'readersOf') return t(text.toReaders);
  const { group, area, kind, isContact } = mail.filter;
  const inGroup = group === undefined ? undefined : groups.get(group);
  const inArea = rules.areas.find(({ id }) => id === area);
  const ofKind = rules.kinds.find(({ id }) => id === kind);
  const isGone = (id: string | undefined, found: unknown): boolean => id !== undefined && found === undefined;
  const narrowed = [
    inGroup && nameIn(inGroup.names, t),
    inArea && nameIn(inArea.names, t),
    ofKind && nameIn(ofKind.names, t),
    isContact === 'yes' && t(text.contactsOnly),
    (isGone(group, inGroup) || isGone(area, inArea) || isGone(kind, ofKind)) && t(text.noOneThere),
  ].filter(Boolean);
  return narrowed.length === 0 ? t(text.toEveryone) : narrowed.join(' · ');
}

// ── Delivery ───────────────────────────────────────────────────────────────────────────────────

/** By name; who has been erased last. */
export async function deliveryViews(visit: Visit, told: readonly Delivery[]): Promise<DeliveryView[]> {
  const { t } = visit;
  const register = await registerOf(visit);
  const views = told.map((one): DeliveryView => {
    const { member, fate, at } = one;
    const known = member && register.members.get(member);
    const of = member && organisationOf(register, member);
    return {
      ...(member === undefined ? {} : { member }),
      name: known?.name ?? t(text.someone),
      organisation: of ? nameFor(of.names, visit.actor.locale) : '',
      ...{ fate, says: fateInWords(one, t) },
      ...(at === undefined ? {} : { at }),
    };
  });
  return views.sort(
    (a, b) =>
      Number(a.member === undefined) - Number(b.member === undefined) || a.name.localeCompare(b.name, visit.t.tag),
  );
}

function fateInWords({ fate, way, letter }: Delivery, t: Translate): string {
  if (way === 'erased') return t(text.erased);
  if (fate !== 'failed') return t(text[fate]);
  const { state, reason } = letter ?? {};
  if (state === 'notConfigured') return t(text.notConfigured);
  if (reason === 'given-up') return t(text.givenUp);
  return reason === undefined || reason === 'error' ? t(text.broken) : t(text.refused, { reason });
}

// ── Series ─────────────────────────────────────────────────────────────────────────────────────

export function seriesLineOf(of: BulletinSeries, posts: readonly Bulletin[]): SeriesLine {
  const days = daysOf(of);
  return {
    ...{ id: of.id, title: of.title, firstDay: of.firstDay, lastDay: days.at(-1) ?? of.firstDay, days: days.length },
    filled: posts.length,
    scheduled: posts.filter(({ state }) => state === 'scheduled').length,
    sent: posts.filter(hasGone).length,
  };
}

export async function seriesViewOf(visit: Visit, of: BulletinSeries): Promise<SeriesView> {
  const filled = await filledDays(visit, of);
  const now = visit.services.clock.now();
  const { title, firstDay, days, isWeekdaysOnly, time, isPublic } = of;
  const list = daysOf(of).map(async (day): Promise<DayView> => {
    const one = filled.get(day);
    const at = one?.sentAt ?? timeOf(of, day, visit.network.zone);
    return {
      ...{ day, at, isPast: at <= now },
      ...(one
        ? { post: { id: one.id, state: one.state, isMissed: isMissed(one, now), view: await viewOf(visit, one) } }
        : {}),
    };
  });
  return {
    ...seriesLineOf(of, [...filled.values()]),
    draft: { title, firstDay, days: String(days), isWeekdaysOnly, time, isPublic },
    list: await Promise.all(list),
  };
}

/** “to 3.12.2026 klo 9.00” */
export const sentInWords = (of: Bulletin, { network, t }: Pick<Visit, 'network' | 't'>): string =>
  t(text.sentOn, { when: when(of.sentAt ?? of.at, network.zone) });
