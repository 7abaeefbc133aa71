/** Example cards of bulletins, from invented data; the tests read them and the pictures show them. */
import { plain } from '../../bot/cards/kit.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import type { Translate } from '../../bot/core/text.ts';
import {
  type Bulletin,
  LONGEST_LABEL,
  LONGEST_TEXT,
  LONGEST_TITLE,
  makeBulletin,
} from '../../bot/features/bulletins/bulletin.ts';
import { type BulletinFrame, bulletinCard } from '../../bot/features/bulletins/cards.ts';
import { type Example, INJECTION } from './examples.ts';

const now = toInstant('2026-11-25T07:00:00.000Z');
const by = personOf('tenant-1', 'person-0');
const PAGE = `https://teams.microsoft.com/l/entity/app/network?webUrl=${'x'.repeat(200)}&context=bulletins`;
const TEXT =
  'Tapaamme Uudessakaupungissa 4.3. klo 10–15.\n\nOhjelma: https://kunta.example/ohjelma. Ilmoittaudu viimeistään 20.2.';

export const bulletin = (of: Partial<Bulletin> = {}): Bulletin => ({
  ...makeBulletin(
    { title: 'Kevään tapaamiset sovittu', text: TEXT, toChannel: true, mail: { to: 'none' }, isPublic: false },
    { id: activityId.parse('b1'), by, now },
  ),
  ...{ state: 'sent', sentAt: now },
  ...of,
});

export const pictured = bulletin({
  picture: { id: activityId.parse('pic-1'), alt: 'Kylän bussipysäkki lumessa', width: 800, height: 450 },
  link: { url: 'https://kunta.example/ilmoittautuminen', label: 'Ilmoittaudu' },
});
export const corrected = bulletin({
  corrections: [{ at: now, by, was: { title: 'Kevään tapaamiset', text: 'Tapaamme 3.3.' } }],
});
const wide = (n: number): string => 'Ä_[*<'.repeat(Math.ceil(n / 5)).slice(0, n);
export const largest = bulletin({
  title: wide(LONGEST_TITLE),
  text: wide(LONGEST_TEXT),
  link: { url: `https://kunta.example/${'x'.repeat(1900)}`, label: wide(LONGEST_LABEL) },
});

export const frameOf = (t: Translate, of: Pick<Bulletin, 'picture'> = {}): BulletinFrame => ({
  ...{ t, zone: 'Europe/Helsinki', page: PAGE },
  ...(of.picture ? { picture: 'https://verkosto.example/p/abc/files/picture.jpg' } : {}),
});

const shown = (name: string, of: Bulletin): Example => ({
  name,
  draw: (t) => bulletinCard(of, frameOf(t, of)),
});

export const bulletinExamples: readonly Example[] = [
  shown('bulletin', bulletin()),
  shown('bulletin with a picture and a link', pictured),
  shown('bulletin corrected', corrected),
  shown('bulletin of a picture alone', { ...pictured, text: '' }),
  shown('bulletin hostile', bulletin({ title: INJECTION, text: INJECTION })),
  shown('bulletin largest', largest),
];

/** What people wrote in them, as it stands in cards. */
export const userTexts = (): readonly string[] =>
  [pictured, corrected, bulletin({ title: INJECTION })]
    .flatMap(({ title, text, link, picture }) => [title, ...text.split('\n'), link?.label ?? '', picture?.alt ?? ''])
    .concat('kunta.example', 'example.org')
    .filter((one) => one !== '')
    .map(plain)
    .sort((a, b) => b.length - a.length);
