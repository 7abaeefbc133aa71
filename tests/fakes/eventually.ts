/** Waits for a fact instead of a time. */

/** Resolves as soon as `holds` says so. Throws when it has not within `most` milliseconds. */
export async function eventually(holds: () => boolean | Promise<boolean>, most = 20_000): Promise<void> {
  for (const until = Date.now() + most; Date.now() < until; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come true within ${most / 1000} seconds: ${holds.toString().slice(0, 200)}`);
}
