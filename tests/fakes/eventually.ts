/** Waits for a fact instead of a time. */

/** What `look` finds, as soon as it is neither false nor undefined. Throws when it has not come true within `most` milliseconds. */
export async function eventually<T>(look: () => T | Promise<T>, most = 20_000): Promise<Exclude<T, false | undefined>> {
  for (const until = Date.now() + most; Date.now() < until; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found as Exclude<T, false | undefined>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come true within ${most / 1000} seconds: ${look.toString().slice(0, 200)}`);
}
