/** The thread that ends the process it is in as soon as that takes too much memory or time, or nobody waits for it any more. */
import { workerData } from 'node:worker_threads';
import { type ExtractLimits, SECOND } from './limits.ts';

const { memory, time } = workerData as ExtractLimits;
const parent = process.ppid;
const startedAt = performance.now();

// Memory grows by a gigabyte a second at worst: 20 ms are 20 MB.
setInterval(() => {
  const isTooMuch = process.memoryUsage.rss() > memory * 1024 * 1024;
  const isLate = performance.now() - startedAt > time + 5 * SECOND;
  if (isTooMuch || isLate || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 20);
