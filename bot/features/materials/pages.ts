/** A shared item for someone from outside the network: one page with its words, links and files, as long as its link holds. */
import { inWords } from '../../core/clock.ts';
import { nameIn } from '../../core/organisation.ts';
import type { OpenPage, OpenVisit, PageBody, PageRequest } from '../../core/page.ts';
import { presentOrganisation, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import { heading, hint, link, linkButton, list, type Piece, paragraph, together } from '../../pages/kit.ts';
import { servedFile } from './export.ts';
import { isSharedBy, type Material, newestOf, PRACTICE_PARTS } from './material.ts';
import { findMaterial } from './memory.ts';
import { text as pageText } from './page-text.ts';
import { text } from './text.ts';

/** The item as it is now, if this link still opens it. */
async function sharedBy(visit: OpenVisit): Promise<Material | undefined> {
  const item = await findMaterial(visit, visit.subject);
  return item && isSharedBy(item, visit.round, visit.services.clock.now()) ? item : undefined;
}

/** Bytes in words: `1,4 Mt`. */
export function sizeInWords(bytes: number, { tag, locales }: Pick<Translate, 'tag' | 'locales'>): string {
  const unit = bytes >= 1024 * 1024 ? 1024 * 1024 : 1024;
  const n = new Intl.NumberFormat(tag, { maximumFractionDigits: bytes / unit < 10 ? 1 : 0 }).format(bytes / unit);
  const isFinnish = locales[0] === 'fi';
  return `${n} ${unit === 1024 ? (isFinnish ? 'kt' : 'kB') : isFinnish ? 'Mt' : 'MB'}`;
}

async function show({ to }: PageRequest, visit: OpenVisit): Promise<PageBody | undefined> {
  const item = await sharedBy(visit);
  if (!item) return undefined;
  const { t, locale, network } = visit;
  const register = await registerOf(visit);
  const organisation = item.organisation && presentOrganisation(register, item.organisation);
  const until = inWords(item.share?.until ?? visit.services.clock.now(), network.zone, locale, { dateStyle: 'long' });
  const parts: Piece[] = PRACTICE_PARTS.flatMap((part) => {
    const written = item.practice?.[part] ?? '';
    return written === '' ? [] : [heading(t(pageText[part])), paragraph(written)];
  });
  const about: [label: string, value: string][] = [
    ...(item.event ? [[t(pageText.event), item.event.title] as [string, string]] : []),
    ...(organisation ? [[t(pageText.organisation), nameIn(organisation.names, t)] as [string, string]] : []),
    ...(item.author ? [[t(pageText.author), item.author] as [string, string]] : []),
    ...(item.targetGroups.length > 0
      ? [[t(pageText.targetGroups), item.targetGroups.join(', ')] as [string, string]]
      : []),
  ];
  return {
    title: item.title,
    hasFiles: true,
    body: together(
      hint(t(text[item.type])),
      item.summary !== '' && paragraph(item.summary),
      item.answer && [
        heading(t(pageText.question)),
        paragraph(item.answer.question),
        heading(t(pageText.answer)),
        paragraph(item.answer.answer),
      ],
      parts,
      about.map(([label, value]) => hint(`${label}: ${value}`)),
      item.files.length > 0 && [
        heading(t(pageText.files)),
        item.files
          .map(newestOf)
          .map(({ file, name, size }) =>
            linkButton(t(pageText.download, { name, size: sizeInWords(size, t) }), to(`files/${file}`)),
          ),
      ],
      item.links.length > 0 && [
        heading(t(pageText.links)),
        list(item.links.map(({ url, label }) => link(label ?? url, url))),
      ],
      hint(t(pageText.from, { network: network.name, until })),
    ),
  };
}

export const openPages: readonly OpenPage[] = [
  {
    purpose: 'share',
    show,
    async file(name, visit) {
      const item = await sharedBy(visit);
      const version = item?.files.map(newestOf).find(({ file }) => file === name);
      return version && servedFile(visit.network.id, version, false);
    },
  },
];
