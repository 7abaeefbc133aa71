/** `/p/{token}` of a thing: pages that belong to nobody and are passed on to anyone, such as the public registration for an event. */
import type { Clock } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';
import type { Gate } from '../core/gate.ts';
import type { OpenPage, OpenVisit, PageRequest, SentForm } from '../core/page.ts';
import { NotAllowed, Refusal } from '../core/refusal.ts';
import { type Locale, translator } from '../core/text.ts';
import { DECOY, FORM_ID, notice } from '../pages/kit.ts';
import type { PageFrame } from '../pages/page.ts';
import { text } from '../pages/text.ts';
import { countUp } from './counter.ts';
import { localeAsked, type Reply, type Request } from './exchange.ts';
import { fileReply } from './files.ts';
import { draw, formOf, isFormId, tooMany, unread } from './page-replies.ts';
import type { OpenLink } from './personal-links.ts';

/** Requests a minute with one token: many follow a link that was passed on. */
export const MOST_OPENED = 300;
/** Forms a minute with one token: a busy minute after a mailing, and no flood. */
export const MOST_SENT = 30;
/** So many times as much where a whole room answers at once: 600 forms a minute. */
export const CROWD = 20;

const LOCALES: readonly Locale[] = ['fi', 'sv', 'en'];

export interface OpenPagesOptions {
  readonly gate: Gate;
  readonly features: readonly Feature[];
  readonly clock: Clock;
}

export interface OpenPages {
  /** Undefined: the answer is that of a link that never was. */
  answer(request: Request, token: string, link: OpenLink): Promise<Reply | undefined>;
  /** Forms with files a minute that the link's page takes. */
  withFiles(link: OpenLink): number;
}

export function openPages({ gate, features, clock }: OpenPagesOptions): OpenPages {
  const pages = new Map<string, OpenPage>();
  for (const page of features.flatMap((one) => one.openPages ?? [])) {
    if (pages.has(page.purpose)) throw new Error(`Two pages are for the link of ${page.purpose}.`);
    pages.set(page.purpose, page);
  }
  const opened = countUp(clock);
  const sent = countUp(clock);

  const answer: OpenPages['answer'] = async (request, token, link) => {
    const page = pages.get(link.purpose);
    const work = page && (await gate.work(link.network));
    const path = request.params['*'] ?? '';
    const file = /^files\/([^/]+)$/.exec(path)?.[1];
    if (!page || !work || (path !== '' && file === undefined)) return undefined;
    const chosen = LOCALES.find((one) => one === request.query.get('lang'));
    const ofNetwork = work.network.language === 'fi+sv' ? 'fi' : work.network.language;
    const locale = chosen ?? localeAsked(request) ?? ofNetwork;
    request.learnt.network = link.network;
    request.learnt.locale = locale;
    const times = page.isForCrowds ? CROWD : 1;
    if (opened(token) > MOST_OPENED * times) return tooMany(locale);
    const t = translator(locale);
    const visit: OpenVisit = { ...work, subject: link.subject, round: link.round, locale, t };
    const to = (path: string): string => {
      const [at = '', query = ''] = path.split('?');
      const asked = new URLSearchParams(query);
      if (chosen !== undefined && !asked.has('lang')) asked.set('lang', chosen);
      return `/p/${token}/${encodeURI(at)}${asked.size > 0 ? `?${asked}` : ''}`;
    };
    const asked: PageRequest = { params: {}, query: request.query, to };
    const languages = LOCALES.map((one) => ({ locale: one, address: to(`?lang=${one}`) }));
    const frame: PageFrame = { t, network: work.network.name, languages };
    if (file !== undefined) return request.method === 'POST' ? undefined : fileOf(page, file, visit, request, frame);
    if (request.method !== 'POST') {
      const body = await page.show(asked, visit);
      return body && draw(body, frame);
    }
    if (sent(token) > MOST_SENT * times) return tooMany(locale);
    const typed = await formOf(request);
    if (typeof typed === 'number') return unread(typed, locale);
    return take(page, { ...asked, ...typed, id: typed.fields.get(FORM_ID) ?? '' }, visit, frame);
  };
  return {
    answer,
    withFiles: ({ purpose }) => {
      const page = pages.get(purpose);
      return page?.takesFiles ? MOST_SENT * (page.isForCrowds ? CROWD : 1) : 0;
    },
  };
}

async function fileOf(
  page: OpenPage,
  name: string,
  visit: OpenVisit,
  request: Request,
  frame: PageFrame,
): Promise<Reply | undefined> {
  try {
    const file = await page.file?.(name, visit);
    const reply = file && (await fileReply(file, request, visit.services.files));
    return reply && { ...reply, headers: { ...reply.headers, 'x-robots-tag': 'noindex, nofollow' } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return draw(refusalPage(error, visit), frame, error instanceof NotAllowed ? 403 : 422);
  }
}

async function take(page: OpenPage, sent: SentForm, visit: OpenVisit, frame: PageFrame): Promise<Reply | undefined> {
  if (!page.take) return undefined;
  if (!isFormId(sent.id) || (sent.fields.get(DECOY) ?? '') !== '') return unread(422, visit.locale);
  try {
    const body = await page.take(sent, visit);
    return body && draw(body, frame);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isOwn = page.refused !== undefined && !(error instanceof NotAllowed);
    const body = isOwn ? await page.refused?.(sent, error, visit) : refusalPage(error, visit);
    const trouble = visit.t(error.problems.length > 0 ? text.toCorrect : text.refused);
    return body && draw(body, isOwn ? { ...frame, trouble } : frame, error instanceof NotAllowed ? 403 : 422);
  }
}

const refusalPage = ({ row, params }: Refusal, { t }: OpenVisit) => ({
  title: t(text.refused),
  body: notice('bad', t(row, params)),
});
