/** A bulletin: what it says, to whom it goes and how far it has come, as state in, state out. */
import { z } from 'zod';
import { DAY, type Instant, instant, plus } from '../../core/clock.ts';
import { activityId, type PersonKey, type PostId, personKey, postId } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { picture, pictureDraft } from '../../core/picture.ts';
import { type Problem, Refusal, refuseAny } from '../../core/refusal.ts';
import { fromInputs } from '../../core/when.ts';
import { memberFilter } from '../members/criteria.ts';
import { text as words } from './text.ts';

export const LONGEST_TITLE = 120;
export const LONGEST_TEXT = 8000;
export const LONGEST_LABEL = 80;
export const LONGEST_URL = 2000;
export const MOST_CORRECTIONS = 20;
/** In days. */
const FARTHEST = 366;
/** What a form may send of one field: more than may be kept, so that its end is not lost before it is told. */
const LONGEST_TYPED = LONGEST_TEXT * 3;

/** Whom mail goes to. Whether someone is silent is a question to reach, which is not asked here. */
export const recipientFilter = memberFilter.omit({ isSilent: true });
export type RecipientFilter = z.infer<typeof recipientFilter>;

export const link = z.object({ url: z.url().max(LONGEST_URL), label: z.string().max(LONGEST_LABEL).optional() });

/** To nobody, to people of the register who fit all of the filter, or to those whose letter of an earlier bulletin was sent. */
export const mailing = z.discriminatedUnion('to', [
  z.object({ to: z.literal('none') }),
  z.object({ to: z.literal('members'), filter: recipientFilter }),
  z.object({ to: z.literal('readersOf'), bulletin: activityId }),
]);
export type Mailing = z.infer<typeof mailing>;

const content = z.object({
  title: z.string().max(LONGEST_TITLE),
  /** Paragraphs with empty lines between them; addresses in it are shown as links. */
  text: z.string().max(LONGEST_TEXT),
  link: link.optional(),
});
export type Content = z.infer<typeof content>;

export const bulletin = content.extend({
  id: activityId,
  picture: picture.optional(),
  toChannel: z.boolean(),
  mail: mailing,
  /** draft → scheduled (back to draft when that is undone) → sending, from the moment its recipients are frozen → sent, when all letters are in the queue. */
  state: z.enum(['draft', 'scheduled', 'sending', 'sent']),
  sendAt: instant.optional(),
  sentAt: instant.optional(),
  post: postId,
  /** Names the list of its frozen recipients; how many there are, and how many of them are given to the mail's queue. */
  list: z.object({ id: z.string(), size: z.int().nonnegative(), given: z.int().nonnegative() }).optional(),
  /** How many there were of each fate, kept when who they were is forgotten. */
  totals: z.record(z.string(), z.int().nonnegative()).optional(),
  /** Newest last. */
  corrections: z.array(z.object({ at: instant, by: personKey, was: content })).max(MOST_CORRECTIONS),
  /** The series that it is a day of, and which (yyyy-MM-dd). */
  series: z.object({ id: activityId, day: z.iso.date() }).optional(),
  /** Has a page that anyone may open, and the round of its link. */
  isPublic: z.boolean(),
  round: z.int().positive(),
  by: personKey,
  at: instant,
});
export type Bulletin = z.infer<typeof bulletin>;
export type BulletinId = Bulletin['id'];

/** Id: the bulletin's own. */
export const bulletins = kind<Bulletin>({ name: 'bulletin', container: 'activities', schema: bulletin });

/** How old a header may be for what is shown, in milliseconds. */
export const HEADER_AGE = 1000;

export const postOf = (id: BulletinId): PostId => postId.parse(`${id}-card`);

// ── What was typed ─────────────────────────────────────────────────────────────────────────────

/** What a form sends; the names of its fields are those of the inputs. */
export const contentDraft = z.object({
  title: z.string().max(LONGEST_TYPED).default(''),
  text: z.string().max(LONGEST_TYPED).default(''),
  picture: pictureDraft.optional(),
  linkUrl: z.string().max(LONGEST_TYPED).default(''),
  linkLabel: z.string().max(LONGEST_TYPED).default(''),
});
export type ContentDraft = z.infer<typeof contentDraft>;

export const bulletinDraft = contentDraft.extend({
  toChannel: z.boolean().default(true),
  /** readersOf: only of a follow-up, which keeps its readers. */
  mailTo: z.enum(['none', 'members', 'readersOf']).default('none'),
  filter: recipientFilter.default({}),
  isPublic: z.boolean().default(false),
});
export type BulletinDraft = z.infer<typeof bulletinDraft>;

const oneLine = (typed: string): string => typed.replace(/\s+/g, ' ').trim();
/** Line breaks as they are everywhere, no spaces at the ends of lines, one empty line at most. */
const paragraphs = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Whether nobody has written anything into it yet. */
export const isEmpty = (of: ContentDraft): boolean =>
  [of.title, of.text, of.linkUrl, of.linkLabel].every((typed) => typed.trim() === '') && of.picture === undefined;

/** What is to be said. Throws a Refusal that names every problem. */
export function readContent(draft: ContentDraft): Content {
  const title = oneLine(draft.title);
  const text = paragraphs(draft.text);
  const url = draft.linkUrl.trim();
  const label = oneLine(draft.linkLabel);
  const problems: Problem[] = [];
  if (title === '') problems.push({ field: 'title', row: words.noTitle });
  if (title.length > LONGEST_TITLE)
    problems.push({ field: 'title', row: words.longTitle, params: { n: LONGEST_TITLE } });
  if (text === '' && url === '' && draft.picture === undefined) problems.push({ field: 'text', row: words.noContent });
  if (text.length > LONGEST_TEXT) problems.push({ field: 'text', row: words.longText, params: { n: LONGEST_TEXT } });
  if (url !== '' && !isAddress(url)) problems.push({ field: 'linkUrl', row: words.badLink });
  if (url === '' && label !== '') problems.push({ field: 'linkUrl', row: words.badLink });
  if (label.length > LONGEST_LABEL)
    problems.push({ field: 'linkLabel', row: words.longLabel, params: { n: LONGEST_LABEL } });
  refuseAny(problems);
  return { title, text, ...(url === '' ? {} : { link: { url, ...(label === '' ? {} : { label }) } }) };
}

const isAddress = (url: string): boolean =>
  url.length <= LONGEST_URL && /^https?:\/\/[^\s/]/i.test(url) && link.shape.url.safeParse(url).success;

/** Where it goes. `before`: as it was; a follow-up keeps its readers. `hasGroup`: whether a group is there. Throws a Refusal. */
export function readMailing(
  { mailTo, filter }: Pick<BulletinDraft, 'mailTo' | 'filter'>,
  before: Mailing | undefined,
  hasGroup: (group: string) => boolean,
): Mailing {
  if (mailTo === 'readersOf') return before?.to === 'readersOf' ? before : { to: 'none' };
  if (mailTo === 'none') return { to: 'none' };
  const { group } = filter;
  if (group !== undefined && !hasGroup(group)) {
    throw new Refusal(words.unknownGroup, {}, [{ field: 'group', row: words.unknownGroup }]);
  }
  return { to: 'members', filter };
}

/** The time for which it is scheduled. Throws a Refusal unless it is to come, within a year. */
export function readTime({ date, time }: { date: string; time: string }, now: Instant, zone: string): Instant {
  const at = fromInputs(date.trim(), time.trim(), zone);
  const row =
    at === undefined
      ? words.badTime
      : at <= now
        ? words.pastTime
        : at > plus(now, FARTHEST * DAY)
          ? words.farTime
          : undefined;
  if (at === undefined || row) {
    const field = row === words.badTime && fromInputs(date.trim(), '12:00', zone) ? 'time' : 'date';
    throw new Refusal(row ?? words.badTime, {}, [{ field, row: row ?? words.badTime }]);
  }
  return at;
}

// ── Its life ───────────────────────────────────────────────────────────────────────────────────

export const makeBulletin = (
  of: Content & Pick<Bulletin, 'toChannel' | 'mail' | 'isPublic' | 'picture' | 'series'>,
  { id, by, now }: { readonly id: BulletinId; readonly by: PersonKey; readonly now: Instant },
): Bulletin => ({
  ...of,
  ...{ id, post: postOf(id), state: 'draft', corrections: [], round: 1, by, at: now },
});

/** It has begun to go out: what it says can only be corrected. */
export const hasGone = ({ state }: Pick<Bulletin, 'state'>): boolean => state === 'sending' || state === 'sent';

/** What is written anew, until it goes out. Throws a Refusal after that. */
export function edit(
  { link: _, picture: __, ...of }: Bulletin,
  to: Content & Pick<Bulletin, 'toChannel' | 'mail' | 'isPublic' | 'picture'>,
): Bulletin {
  if (hasGone(of)) throw new Refusal(words.isSent);
  return shared({ ...of, ...to, isPublic: of.isPublic }, to.isPublic);
}

/** Throws a Refusal when it goes nowhere or has gone. */
export function schedule(of: Bulletin, at: Instant): Bulletin {
  if (hasGone(of)) throw new Refusal(words.isSent);
  if (!of.toChannel && of.mail.to === 'none') {
    throw new Refusal(words.noAudience, {}, [{ field: 'toChannel', row: words.noAudience }]);
  }
  return { ...of, state: 'scheduled', sendAt: at };
}

export function unschedule({ sendAt: _, ...of }: Bulletin): Bulletin {
  if (hasGone(of)) throw new Refusal(words.isSent);
  return { ...of, state: 'draft' };
}

/** Whether its time has come. */
export const isDue = ({ state, sendAt }: Bulletin, now: Instant): boolean =>
  state === 'scheduled' && sendAt !== undefined && sendAt <= now;

/** From now on it goes to these and nobody else. One that was undone or changed to later meanwhile stays as it is. */
export const begin = (of: Bulletin, list: { id: string; size: number }, now: Instant): Bulletin =>
  isDue(of, now) ? { ...of, state: 'sending', sentAt: now, list: { ...list, given: 0 } } : of;

/** The first `given` of its recipients have their letters in the queue. */
export const gave = (of: Bulletin, given: number): Bulletin =>
  of.list && of.list.given < given ? { ...of, list: { ...of.list, given } } : of;

export const finish = (of: Bulletin): Bulletin => (of.state === 'sending' ? { ...of, state: 'sent' } : of);

/** As it should have been; the wording before is kept. The same words change nothing. Throws a Refusal unless it has gone. */
export function correct(
  of: Bulletin,
  to: Content & Pick<Bulletin, 'picture'>,
  { by, now }: { readonly by: PersonKey; readonly now: Instant },
): Bulletin {
  if (!hasGone(of)) throw new Refusal(words.isNotSent);
  const { title, text, link: before, picture: pictured, ...rest } = of;
  const was: Content = { title, text, ...(before ? { link: before } : {}) };
  const is: Content = { title: to.title, text: to.text, ...(to.link ? { link: to.link } : {}) };
  const isSame =
    JSON.stringify(was) === JSON.stringify(is) && pictured?.id === to.picture?.id && pictured?.alt === to.picture?.alt;
  if (isSame) return of;
  if (of.corrections.length >= MOST_CORRECTIONS) throw new Refusal(words.manyCorrections, { n: MOST_CORRECTIONS });
  return {
    ...{ ...rest, ...is },
    ...(to.picture ? { picture: to.picture } : {}),
    corrections: [...of.corrections, { at: now, by, was }],
  };
}

/** With or without a page for everyone. Each time it is opened its address is another. */
export function shared(of: Bulletin, isPublic: boolean): Bulletin {
  if (of.isPublic === isPublic) return of;
  return { ...of, isPublic, round: isPublic ? of.round + 1 : of.round };
}

/** Of whom it tells nobody any more. */
export function withoutPerson(of: Bulletin, isTheirs: (person: PersonKey) => boolean, as: PersonKey): Bulletin {
  if (!isTheirs(of.by) && !of.corrections.some(({ by }) => isTheirs(by))) return of;
  return {
    ...of,
    by: isTheirs(of.by) ? as : of.by,
    corrections: of.corrections.map((one) => (isTheirs(one.by) ? { ...one, by: as } : one)),
  };
}

// ── Words of it ────────────────────────────────────────────────────────────────────────────────

const ADDRESS = /https?:\/\/[^\s<>"”’)]+[^\s<>"”’).,;:!?]/gi;

/** A text in pieces, so that what are addresses can be shown as links. */
export function pieces(of: string): ({ readonly text: string } | { readonly url: string })[] {
  const found: ({ readonly text: string } | { readonly url: string })[] = [];
  let from = 0;
  for (const { 0: url, index } of of.matchAll(ADDRESS)) {
    if (index > from) found.push({ text: of.slice(from, index) });
    found.push({ url });
    from = index + url.length;
  }
  if (from < of.length) found.push({ text: of.slice(from) });
  return found;
}

/** Addresses in a text, each once. */
export const addressesIn = (of: string): string[] => [
  ...new Set(pieces(of).flatMap((one) => ('url' in one ? [one.url] : []))),
];

/** What other channels take without their link. */
const LONGEST_SHARED = 280;

/** The title and as much of the beginning as fits: whole sentences where it can be, else whole words. */
export function shareText({ title, text }: Content): string {
  const body = text.replace(/\s+/g, ' ').trim();
  const whole = body === '' ? title : `${title}. ${body}`.replace(/([.!?…])\. /, '$1 ');
  if (whole.length <= LONGEST_SHARED) return whole;
  const cut = whole.slice(0, LONGEST_SHARED - 1);
  const sentence = /^[\s\S]*[.!?…](?=\s)/.exec(cut)?.[0];
  if (sentence !== undefined && sentence.length > title.length + 1) return sentence;
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:–-]+$/, '')}…`;
}
