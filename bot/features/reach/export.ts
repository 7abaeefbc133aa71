/** The list of reach as a file for coordinators. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { dateIn, type Instant } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { type Cell, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import { filterReach } from './reach.ts';
import { type ReachFilter, reachFilter } from './reach-filter.ts';
import { byName, reachNow, rowView } from './shown.ts';
import { text } from './text.ts';

async function rowsOf(visit: Visit, filter: ReachFilter): Promise<Cell[][]> {
  const { t, network } = visit;
  const { register, reach } = await reachNow(visit);
  const types = [...new Set(reach.activities.map(({ type }) => type))];
  const date = (at: Instant | undefined): string => (at === undefined ? '' : dateIn(at, network.zone));
  const rows = byName(visit, filterReach(register, reach.organisations, filter)).map((row) =>
    rowView(visit, register, row),
  );
  return [
    [
      t(text.columnOrganisation),
      t(text.columnPeople),
      t(text.columnActive),
      ...types.map((type) => t(text[type])),
      t(text.columnTotal),
      t(text.columnFirst),
      t(text.columnLast),
      t(text.columnFirstTimers),
      t(text.columnSilent),
    ],
    ...rows.map((row) => [
      row.name,
      row.people,
      row.activePeople,
      ...types.map((type) => row.activities[type] ?? 0),
      row.total,
      date(row.firstAt),
      date(row.lastAt),
      row.firstTimers,
      row.isSilent ? t(text.yes) : '',
    ]),
  ];
}

const download = (format: SheetFormat): Download => ({
  name: `reach.${format}`,
  role: 'coordinator',
  async produce(subject, visit) {
    await asCoordinator(visit);
    const rows = await rowsOf(visit, reachFilter.parse(JSON.parse(subject)));
    await audit(visit, 'reach.file', visit.network.id);
    return sheetsFile(visit.t(text.fileName, { date: todayIn(visit) }), format, [{ name: visit.t(text.sheet), rows }]);
  },
});

export const reachDownloads: readonly Download[] = [download('csv'), download('xlsx')];
