/** The thread in which a Word document is made. */
import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentDraft } from './document.ts';
import { toDocx } from './docx.ts';

parentPort?.postMessage(await toDocx(workerData as DocumentDraft));
