/** The card of a bulletin in the channel. */
import {
  actions,
  card,
  type Element,
  fitting,
  heading,
  openUrl,
  plain,
  subtle,
  text as words,
} from '../../cards/kit.ts';
import type { Card } from '../../core/card.ts';
import { when } from '../../core/clock.ts';
import type { Translate } from '../../core/text.ts';
import { addressesIn, type Bulletin } from './bulletin.ts';
import { text } from './text.ts';

export interface BulletinFrame {
  readonly t: Translate;
  readonly zone: string;
  /** Addresses of its picture and of its page in the tab. */
  readonly picture?: string;
  readonly page: string;
}

/** A longer text is cut here in a card that would not hold it whole. */
const CLIPPED = 1500;
/** Addresses in the text that have a button each: a card shows no links in people's words. */
const MOST_ADDRESSES = 3;

type Shown = Pick<Bulletin, 'title' | 'text' | 'link' | 'picture' | 'corrections'>;

export const bulletinCard = (of: Shown, frame: BulletinFrame): Card =>
  fitting(
    () => drawn(of, frame, of.text.length),
    () => drawn(of, frame, CLIPPED),
  );

function drawn(of: Shown, { t, zone, picture, page }: BulletinFrame, most: number): Card {
  const isCut = of.text.length > most;
  const said = isCut ? `${of.text.slice(0, most).replace(/\s+\S*$/, '')} …` : of.text;
  const corrected = of.corrections.at(-1)?.at;
  const addresses = addressesIn(said)
    .filter((url) => url !== of.link?.url)
    .slice(0, MOST_ADDRESSES);
  return card(
    heading(of.title),
    picture !== undefined && image(picture, of.picture?.alt ?? ''),
    said !== '' && words(said),
    corrected !== undefined && subtle(t(text.corrected, { when: when(corrected, zone) })),
    ...actions(
      of.link && openUrl(of.link.label ?? t(text.link), of.link.url),
      ...addresses.map((url) => openUrl(hostOf(url), url)),
      openUrl(t(isCut ? text.readAll : text.open), page),
    ),
  );
}

const image = (url: string, alt: string): Element => ({
  ...{ type: 'Image', url, altText: plain(alt), size: 'Stretch' },
});

/** `https://www.kunta.example/sivu` → `kunta.example` */
const hostOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/[/?#][\s\S]*$/, '')
    .slice(0, 60);

/** What notifications say of it. */
export const bulletinSummary = ({ title }: Pick<Bulletin, 'title'>, t: Translate): string => t(text.summary, { title });
