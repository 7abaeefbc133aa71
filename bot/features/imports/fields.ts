/** What a column of a list can hold. */
import { z } from 'zod';

export const FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'organisation',
  'title',
  'phone',
  'language',
  'isContact',
  'topics',
  'membership',
  'inhabitants',
] as const;

export const field = z.enum(FIELDS);
export type Field = z.infer<typeof field>;

/** Of each column in order; null: not taken. */
export type Columns = readonly (Field | null)[];
