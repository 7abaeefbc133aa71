/** The thread in which a table is read, so that a large or hostile file holds nobody else up. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseTable, UnreadableTable } from './table.ts';

try {
  parentPort?.postMessage({ table: await parseTable(workerData as Uint8Array) });
} catch (error) {
  if (!(error instanceof UnreadableTable)) throw error;
  parentPort?.postMessage({ fault: error.code });
}
