/** The parts of an Office or OpenDocument file by name, and how they refer to each other. */
import { posix } from 'node:path';
import { Unextractable } from '../core/ports.ts';
import type { ExtractLimits } from './limits.ts';
import { partName } from './sign.ts';
import type { Source } from './source.ts';
import { attribute, readXml, type XmlReader } from './xml.ts';
import { listZip, type Unpacked, unpack } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** The last word of its type: `slide`, `notesSlide`, `officeDocument`. */
  readonly type: string;
  /** Name of the part. */
  readonly target: string;
}

export interface Package {
  has(name: string): boolean;
  /** Reads a part; does nothing when there is none, and says so. */
  read(name: string, reader: XmlReader): Promise<boolean>;
  /** What a part refers to inside the package; `''` stands for the package itself. */
  relations(name: string): Promise<readonly Relation[]>;
}

/** Throws Unextractable. */
export async function openPackage(source: Source, limits: ExtractLimits): Promise<Package> {
  const entries = await listZip(source, limits);
  if (!entries) throw new Unextractable('broken');
  const parts = new Map(entries.map((one) => [partName(one.name), one]));
  const together: Unpacked = { bytes: 0 };
  const read = async (name: string, reader: XmlReader): Promise<boolean> => {
    const entry = parts.get(partName(name));
    if (!entry) return false;
    await readXml(unpack(source, entry, limits, together), reader, limits);
    return true;
  };
  return {
    has: (name) => parts.has(partName(name)),
    read,
    async relations(name) {
      const folder = posix.dirname(name);
      const found: Relation[] = [];
      await read(posix.join(folder, '_rels', `${posix.basename(name)}.rels`), {
        open(element, attributes) {
          if (element !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
          const target = attribute(attributes, 'Target')?.replaceAll('\\', '/') ?? '';
          const type = attribute(attributes, 'Type') ?? '';
          found.push({
            id: attribute(attributes, 'Id') ?? '',
            type: type.slice(type.lastIndexOf('/') + 1),
            target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
          });
        },
      });
      return found;
    },
  };
}

/** Name of the part that the document begins with. Throws `broken` when there is none. */
export async function mainPart(pack: Package): Promise<string> {
  const main = (await pack.relations('')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !pack.has(main)) throw new Unextractable('broken');
  return main;
}
