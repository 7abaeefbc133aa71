/** The report as files. */
import type { Download } from '../../core/feature.ts';

export const reportDownloads: readonly Download[] = [];
