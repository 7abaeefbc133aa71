/** Facts that differ from country to country: a folder of JSON files, one a country, read and checked once at the start. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Every file of a folder by the name that it gives itself. Throws, naming the file, when one does not fit its schema or is called otherwise.
 * `what` names the kind of file in these messages, `Calendar`.
 */
export function readDataFiles<T extends { readonly name: string }>(of: {
  readonly folder: string;
  readonly schema: z.ZodType<T>;
  readonly what: string;
}): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const file of readdirSync(of.folder).filter((one) => one.endsWith('.json'))) {
    const parsed = of.schema.safeParse(parse(readFileSync(join(of.folder, file), 'utf8')));
    if (!parsed.success) throw new Error(`${of.what} ${file} does not fit: ${z.prettifyError(parsed.error)}`);
    const { name } = parsed.data;
    if (`${name}.json` !== file)
      throw new Error(
        `${of.what} ${file} calls itself ${name}; give the file and the ${of.what.toLowerCase()} one name.`,
      );
    found.set(name, parsed.data);
  }
  return found;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
