/** What people type about themselves and others, put right before the rules look at it. */
import { z } from 'zod';
import { LONGEST_ADDRESS } from './network.ts';

/** Spaces put right, control letters gone. */
export const oneLine = (typed: string): string => typed.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** Line breaks put right and kept, control letters gone. */
export const severalLines = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();

/** Lower case, as the register keeps it. */
export const asAddress = (typed: string): string => typed.trim().toLowerCase();

const address = z.email().max(LONGEST_ADDRESS);

/** `typed` as `asAddress` gives it. */
export const isAddress = (typed: string): boolean => address.safeParse(typed).success;
