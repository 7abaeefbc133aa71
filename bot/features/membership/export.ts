/** The list of a membership year as a file for coordinators. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { dateIn } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import type { Visit } from '../../core/turn.ts';
import { type Cell, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import { membershipYear } from './membership.ts';
import { yearFor } from './shown.ts';
import { text } from './text.ts';

async function rowsOf(visit: Visit, asked: number): Promise<Cell[][]> {
  const { t, network } = visit;
  const { rows, organisations, register } = await yearFor(visit, asked);
  const codes = new Map(organisations.map(({ id, code }) => [id, code]));
  const classes = new Map(register.rules.feeClasses.map(({ id, name }) => [id, name]));
  const head = [
    text.columnOrganisation,
    text.columnCode,
    text.columnKind,
    text.columnStage,
    text.columnSince,
    text.columnClass,
    text.columnInvoiced,
    text.columnPaid,
    text.columnStep,
    text.columnStepOn,
  ];
  return [
    head.map((row) => t(row)),
    ...rows.map((row) => [
      row.name,
      codes.get(row.id) ?? '',
      row.kind,
      t(text[row.membership]),
      row.since === undefined ? '' : dateIn(row.since, network.zone),
      classes.get(row.feeClass ?? '') ?? '',
      row.invoicedOn ?? '',
      row.paidOn ?? '',
      row.next?.step ?? '',
      row.next?.on ?? '',
    ]),
  ];
}

const download = (format: SheetFormat): Download => ({
  name: `membership.${format}`,
  role: 'coordinator',
  async produce(subject, visit) {
    await asCoordinator(visit);
    const year = membershipYear.parse(subject);
    await audit(visit, 'membership.file', String(year));
    const rows = await rowsOf(visit, year);
    return sheetsFile(visit.t(text.fileName, { year: String(year) }), format, [
      { name: visit.t(text.sheet, { year: String(year) }), rows },
    ]);
  },
});

export const membershipDownloads: readonly Download[] = [download('csv'), download('xlsx')];
