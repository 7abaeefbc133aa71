/** The thread in which a file is read, so that a large or hostile one holds nobody else up. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseAttendanceReport, UnreadableReport } from './attendance-report.ts';
import type { Answer, Reading } from './read.ts';
import { parseTable, UnreadableTable } from './table.ts';

const { what, bytes, cells } = workerData as Reading;
const say = (answer: Answer): void => parentPort?.postMessage(answer);

try {
  say({ read: what === 'table' ? await parseTable(bytes, cells) : parseAttendanceReport(bytes) });
} catch (error) {
  if (!(error instanceof UnreadableTable) && !(error instanceof UnreadableReport)) throw error;
  say({ fault: error.code });
}
