/** One's own data as JSON, and a month of the audit trail as CSV. */
import { inWords as timeInWords } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { sheetsFile } from '../../sheets/write.ts';
import { auditMonth, type OwnData } from './contract.ts';
import { collectOwn } from './operations.ts';
import { auditLines } from './shown.ts';
import { headings, text } from './text.ts';

export async function ownDataOf(visit: Visit): Promise<OwnData> {
  const sections = await collectOwn(visit);
  return {
    at: visit.services.clock.now(),
    sections: sections.map(({ id, data }) => {
      const heading = headings[id];
      return { id, heading: heading === undefined ? id : visit.t(heading), data };
    }),
  };
}

export const privacyDownloads: readonly Download[] = [
  {
    name: 'privacy.own',
    role: 'member',
    async produce(_, visit) {
      const data = await ownDataOf(visit);
      return {
        fileName: `${visit.t(text.ownFile)}-${todayIn(visit)}.json`,
        contentType: 'application/json; charset=utf-8',
        bytes: new TextEncoder().encode(`${JSON.stringify(data, undefined, 2)}\n`),
      };
    },
  },
  {
    name: 'privacy.audit',
    role: 'coordinator',
    async produce(subject, visit) {
      const month = auditMonth.parse(subject);
      const { t, network, actor } = visit;
      const look = { dateStyle: 'short', timeStyle: 'medium' } as const;
      const rows = (await auditLines(visit, month)).map(({ at, by, what }) => [
        timeInWords(at, network.zone, actor.locale, look),
        by,
        what,
      ]);
      const head = [t(text.columnTime), t(text.columnWho), t(text.columnWhat)];
      return sheetsFile(t(text.auditFile, { month }), 'csv', [{ name: t(text.auditSheet), rows: [head, ...rows] }]);
    },
  },
];
