/** Groups of a network: who sits where and for which term, as state in, state out. */
import { z } from 'zod';

/** Terms that end within so many days are shown to coordinators. */
export const ENDS_SOON = 60;
export const MOST_GROUPS = 100;
export const LONGEST_NAME = 120;

/** A group's names as typed; an empty one is none. */
export const namesDraft = z.object({
  fi: z.string().default(''),
  sv: z.string().default(''),
  en: z.string().default(''),
});
export type NamesDraft = z.infer<typeof namesDraft>;

/** A seat as typed. Dates as yyyy-MM-dd; empty is none. Field names are the inputs' ids. */
export const seatDraft = z.object({
  /** Id of the member. */
  member: z.string().default(''),
  role: z.string().default('member'),
  /** Id of the area; empty for the whole network. */
  area: z.string().default(''),
  /** Id of their personal substitute. */
  substitute: z.string().default(''),
  from: z.string().default(''),
  to: z.string().default(''),
});
export type SeatDraft = z.infer<typeof seatDraft>;
