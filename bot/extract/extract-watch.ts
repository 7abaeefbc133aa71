/** The thread that ends the process it is in as soon as that takes too much memory or time, or nobody waits for it any more. */
import { workerData } from 'node:worker_threads';
import { type ExtractLimits, SECOND } from './limits.ts';

export interface Watched {
  readonly limits: ExtractLimits;
  /** Who asked: named by itself, since it may be gone before this thread begins. */
  readonly parent: number;
  /** One whole number that the process reads too: the most megabytes that were seen. The system's own figure begins with those of the parent. */
  readonly most: SharedArrayBuffer;
}

const { limits, parent, most } = workerData as Watched;
const seen = new Int32Array(most);
const startedAt = performance.now();

// Memory grows by a gigabyte a second at worst: 20 ms are 20 MB.
setInterval(() => {
  const megabytes = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  seen[0] = Math.max(seen[0] ?? 0, megabytes);
  const isLate = performance.now() - startedAt > limits.time + 5 * SECOND;
  if (megabytes > limits.memory || isLate || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 20);
