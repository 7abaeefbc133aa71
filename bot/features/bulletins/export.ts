/** The report of delivery as a file: how many have each fate, and each recipient with theirs. For coordinators. */
import { asCoordinator } from '../../core/access.ts';
import { type Instant, when } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { type Sheet, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import type { Bulletin } from './bulletin.ts';
import { type Fate, fate } from './fate.ts';
import { bulletinNow } from './memory.ts';
import { deliveriesOf, sumsFor } from './operations.ts';
import { deliveryViews } from './shown.ts';
import { text } from './text.ts';

export const COUNTED: Readonly<Record<Fate, Message>> = {
  sent: text.countSent,
  waiting: text.countWaiting,
  unknown: text.countUnknown,
  failed: text.countFailed,
  noAddress: text.countNoAddress,
  unwanted: text.countUnwanted,
  inTeams: text.countInTeams,
  pointless: text.countPointless,
};

export async function reportSheets(visit: Visit, of: Bulletin): Promise<readonly Sheet[]> {
  const { t, network } = visit;
  const told = await deliveriesOf(visit, of);
  const sums = sumsFor(of, told);
  const at = (time: Instant | undefined): string => (time ? when(time, network.zone)(visit.actor.locale) : '');
  const rows = await deliveryViews(visit, told);
  return [
    {
      name: t(text.sheetSums),
      rows: [
        [t(text.columnTitle), of.title],
        [t(text.columnSentAt), at(of.sentAt)],
        [t(text.columnAll), of.list?.size ?? 0],
        ...fate.options.map((one) => [t(COUNTED[one]), sums[one] ?? 0]),
      ],
    },
    {
      name: t(text.sheetPeople),
      rows: [
        [text.columnName, text.columnOrganisation, text.columnState, text.columnSays, text.columnAt].map((row) =>
          t(row),
        ),
        ...rows.map((one) => [one.name, one.organisation, t(COUNTED[one.fate]), one.says, at(one.at)]),
      ],
    },
  ];
}

function fileName({ title, id }: Bulletin): string {
  const words = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return [...words].slice(0, 60).join('') || id;
}

const download = (format: SheetFormat): Download => ({
  name: `bulletins.${format}`,
  role: 'coordinator',
  async produce(subject, visit) {
    await asCoordinator(visit);
    const of = await bulletinNow(visit, subject as ActivityId);
    return sheetsFile(fileName(of), format, await reportSheets(visit, of));
  },
});

export const bulletinDownloads: readonly Download[] = [download('csv'), download('xlsx')];
