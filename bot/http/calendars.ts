/** `/calendar/{token}.ics`: a person's own calendar for programs that follow it, and one entry of it to download. Showing changes nothing. */
import type { Clock } from '../core/clock.ts';
import type { Feature } from '../core/feature.ts';
import type { Gate } from '../core/gate.ts';
import { activityId } from '../core/ids.ts';
import { type Locale, type Message, messages, type Params, translator } from '../core/text.ts';
import { calendarFile } from '../ics/write.ts';
import { countUp, MOST_A_TOKEN, MOST_FAILED } from './counter.ts';
import { type HttpRoute, localeAsked, type Reply, type Request } from './exchange.ts';
import { disposition } from './files.ts';
import type { PersonalLinks } from './personal-links.ts';

const FILE = /^([\w-]{43})\.ics$/;
const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' };

const text = messages({
  name: { fi: 'Tilaisuuteni: {network}', sv: 'Mina evenemang: {network}', en: 'My events: {network}' },
  unknown: {
    fi: 'Tätä kalenteria ei ole, tai sen osoite ei ole enää voimassa. Hae uusi osoite omalta sivultasi.',
    sv: 'Den här kalendern finns inte, eller så gäller adressen inte längre. Hämta en ny adress på din egen sida.',
    en: 'There is no such calendar, or its address is no longer valid. Get a new one from your own page.',
  },
  notTheirs: {
    fi: 'Tätä tilaisuutta ei ole kalenterissasi. Katso omalta sivultasi, oletko ilmoittautunut.',
    sv: 'Det här evenemanget finns inte i din kalender. Se på din egen sida om du är anmäld.',
    en: 'This event is not in your calendar. See on your own page whether you are registered.',
  },
  tooMany: {
    fi: 'Kalenteria on haettu liian monta kertaa peräkkäin. Yritä uudelleen minuutin kuluttua.',
    sv: 'Kalendern har hämtats för många gånger i följd. Försök igen om en minut.',
    en: 'The calendar was fetched too many times in a row. Try again in a minute.',
  },
  broken: {
    fi: 'Jokin meni vikaan. Yritä hetken päästä uudelleen. Jos vika jatkuu, kerro koordinaattorille tunnus {reference}.',
    sv: 'Något gick fel. Försök igen om en stund. Om felet kvarstår, uppge koden {reference} för koordinatorn.',
    en: 'Something went wrong. Try again in a moment. If it keeps happening, give the coordinator the reference {reference}.',
  },
});

export interface CalendarOptions {
  readonly links: PersonalLinks;
  readonly gate: Gate;
  readonly features: readonly Feature[];
  readonly clock: Clock;
  /** Behind each UID: `calendarDomain`. Asked for when a file is made, since a server on a free port learns its address late. */
  readonly domain: () => string;
}

export function calendarRoutes({ links, gate, features, clock, domain }: CalendarOptions): HttpRoute[] {
  const perToken = countUp(clock);
  const failed = countUp(clock);

  const handle = async (request: Request): Promise<Reply> => {
    const asked = localeAsked(request);
    const token = FILE.exec(request.params.file ?? '')?.[1] ?? '';
    const entry = token === '' ? undefined : await links.open(token);
    const isCalendar = entry?.purpose === 'calendar';
    const visit = isCalendar ? await gate.byId(entry.network, entry.member, asked) : undefined;
    if (!visit) {
      const isTooMany = failed('all') > MOST_FAILED;
      return isTooMany ? sentence(429, text.tooMany, asked ?? 'fi') : sentence(404, text.unknown, asked ?? 'fi');
    }
    const { locale } = visit.actor;
    request.learnt.network = visit.network.id;
    request.learnt.locale = locale;
    if (perToken(token) > MOST_A_TOKEN) return sentence(429, text.tooMany, locale);
    const one = request.query.get('event');
    const activity = one === null ? undefined : activityId.safeParse(one).data;
    if (one !== null && activity === undefined) return sentence(404, text.notTheirs, locale);
    const entries = (await Promise.all(features.map((feature) => feature.calendar?.(visit, activity) ?? []))).flat();
    if (activity === undefined) {
      const name = visit.t(text.name, { network: visit.network.name });
      return file(calendarFile(entries, { method: 'PUBLISH', name, domain: domain() }), name, 'inline');
    }
    const [first] = entries;
    if (!first) return sentence(404, text.notTheirs, locale);
    return file(calendarFile(entries, { method: 'PUBLISH', domain: domain() }), first.title, 'attachment');
  };

  return [{ method: 'GET', pattern: '/calendar/:file', handle, failed: broken }];
}

function file(content: string, name: string, how: 'inline' | 'attachment'): Reply {
  const headers = {
    ...PRIVATE,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': disposition(`${name}.ics`, how),
  };
  return { status: 200, headers, body: content };
}

/** A person may follow the address in a browser: its errors are plain sentences. */
function sentence(status: number, row: Message, locale: Locale, params: Params = {}): Reply {
  const headers = {
    ...PRIVATE,
    'content-type': 'text/plain; charset=utf-8',
    'content-language': locale,
    ...(status === 429 ? { 'retry-after': '60' } : {}),
  };
  return { status, headers, body: translator(locale)(row, params) };
}

const broken: NonNullable<HttpRoute['failed']> = ({ status, reference, locale }) =>
  sentence(status, text.broken, locale, { reference });
