/** Dates some years on, for when an item is looked through again. */

/** yyyy-MM-dd so many years on; the last of February where the year has no 29th. */
export function yearsOn(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}
