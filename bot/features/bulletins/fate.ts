/** What becomes of a bulletin for one of its recipients: each has exactly one of these. */
import { z } from 'zod';

/**
 * waiting: in the mail's queue or about to be. unknown: cut off while it was sent, never sent again by itself. failed: refused or given up.
 * noAddress, unwanted, inTeams (has not asked for mail, and reads it there): never sent, and why. pointless: left or erased meanwhile.
 */
export const fate = z.enum(['sent', 'waiting', 'unknown', 'failed', 'noAddress', 'unwanted', 'inTeams', 'pointless']);
export type Fate = z.infer<typeof fate>;

export const sums = z.record(fate, z.int().nonnegative());
export type Sums = z.infer<typeof sums>;
