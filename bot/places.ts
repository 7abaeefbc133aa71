/** Municipalities of countries: one file of facts each in `places/`, read once at the start. Another country is another file. */
import { join } from 'node:path';
import { type Places, places } from './core/places.ts';
import { readDataFiles } from './data-files.ts';

const FOLDER = join(import.meta.dirname, 'places');

/** Reads every country of a folder. Throws, naming the file, when one does not fit. Returns what finds a country by its name, or throws. */
export function loadPlaces(folder = FOLDER): (name: string) => Places {
  const all = readDataFiles({ folder, schema: places, what: 'Country' });
  return (name) => {
    const found = all.get(name);
    if (!found)
      throw new Error(
        `There are no municipalities of ${name}; there are those of ${[...all.keys()].join(', ')}. Add bot/places/${name}.json.`,
      );
    return found;
  };
}
