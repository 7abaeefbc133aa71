/** Bulletins without Teams: on the personal link's pages, and on a page of their own that anyone may open where a coordinator wants it. */
import { when } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import type { Html, OpenPage, Page, PageBody } from '../../core/page.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Translate } from '../../core/text.ts';
import type { Work } from '../../core/turn.ts';
import {
  entries,
  hint,
  link,
  linkButton,
  type Piece,
  paragraph,
  picture as shownPicture,
  together,
} from '../../pages/kit.ts';
import { type Bulletin, hasGone, pieces } from './bulletin.ts';
import { bulletinNow, findBulletin } from './memory.ts';
import { lineOf, mayRead, readable, sentInWords } from './shown.ts';
import { text } from './text.ts';

/** Newest ones on the list; older ones are in the tab. */
const MOST_LISTED = 50;

const listPage: Page = {
  path: 'bulletins',
  menu: text.bulletins,
  async show(asked, visit) {
    const all = (await readable(visit)).slice(0, MOST_LISTED);
    return {
      title: visit.t(text.bulletins),
      body:
        all.length === 0
          ? paragraph(visit.t(text.none))
          : entries(
              all.map((one) => ({
                title: one.title,
                hint: [sentInWords(one, visit), lineOf(one).excerpt].filter(Boolean).join('. '),
                address: asked.to(`bulletins/${one.id}`),
              })),
            ),
    };
  },
};

const onePage: Page = {
  path: 'bulletins/{bulletin}',
  async show(asked, visit) {
    const id = activityId.safeParse(asked.params.bulletin);
    if (!id.success) throw new Refusal(text.unknownBulletin);
    const of = await bulletinNow(visit, id.data);
    if (!(await mayRead(visit, of))) throw new Refusal(text.unknownBulletin);
    return page(visit, of, visit.t, linkButton(visit.t(text.all), asked.to('bulletins')));
  },
};

async function page(work: Work, of: Bulletin, t: Translate, ...below: readonly Piece[]): Promise<PageBody> {
  const { services, network } = work;
  const corrected = of.corrections.at(-1)?.at;
  const picture = of.picture && {
    ...{ address: await services.linkToPicture(network.id, of.picture.id), alt: of.picture.alt },
    ...{ width: of.picture.width, height: of.picture.height },
  };
  return {
    title: of.title,
    ...(picture ? { hasFiles: true as const } : {}),
    body: together(
      hint(sentInWords(of, { network, t })),
      picture && shownPicture(picture),
      of.text
        .split(/\n{2,}/)
        .filter(Boolean)
        .map(withLinks),
      of.link && linkButton(of.link.label ?? t(text.link), of.link.url),
      corrected !== undefined && hint(t(text.corrected, { when: when(corrected, network.zone) })),
      below,
    ),
  };
}

/** A paragraph whose addresses are links. */
const withLinks = (of: string): Html =>
  paragraph(pieces(of).map((one): Piece => ('url' in one ? link(one.url, one.url) : one.text)));

export const bulletinPages: readonly Page[] = [listPage, onePage];

export const bulletinOpenPages: readonly OpenPage[] = [
  {
    purpose: 'bulletin',
    isForCrowds: true,
    async show(_, visit) {
      const of = await findBulletin(visit, visit.subject);
      if (!of?.isPublic || !hasGone(of) || of.round !== visit.round) return undefined;
      return page(visit, of, visit.t, hint(visit.t(text.from, { network: visit.network.name })));
    },
  },
];
