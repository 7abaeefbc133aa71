/** The text inside files: read once by a job, kept beside the bytes, and given to the index with the item. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { BLOCK, formatOf } from '../../core/file-format.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import { nameFor } from '../../core/organisation.ts';
import { type Searchable, type SearchEntry, type TextPage, Unextractable } from '../../core/ports.ts';
import { presentOrganisation, registerOf } from '../../core/register.ts';
import type { Work } from '../../core/turn.ts';
import {
  audiencesFor,
  type FileVersion,
  type Material,
  materials,
  newestOf,
  PRACTICE_PARTS,
  type TextState,
  textFileOf,
  versionOf,
  withText,
} from './material.ts';
import { changeMaterialNow, findMaterial, vocabularyOf, vocabularyVersion } from './memory.ts';
import { rowOf } from './row.ts';
import { namesOf, termsOf } from './vocabulary.ts';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

const textPages = z.array(
  z.object({ number: z.number().int().optional(), heading: z.string().optional(), text: z.string() }),
);
/** Bytes of a file's text unpacked: what the extractor gives at most, and some. */
const LARGEST_TEXT = 64 * 1024 * 1024;

// ── Reading and keeping ────────────────────────────────────────────────────────────────────────

/** Sets the reading of every file going whose text waits for it. Can be repeated. */
export async function readTexts({ services, network }: Work, { id, files }: Material): Promise<void> {
  for (const { file, text } of files.flatMap(({ versions }) => versions))
    if (text === 'waiting')
      await services.jobs.schedule({
        ...{ kind: 'materials.read', network: network.id, key: `${id}|${file}`, due: services.clock.now() },
      });
}

/** The job: reads the text of one file, keeps it, and says so on the item, which the index then follows. */
export async function readText(work: Work, key: string): Promise<void> {
  const [id = '', file = ''] = key.split('|');
  const item = activityId.parse(id);
  const version = await versionNow(work, item, file);
  if (!version) return dropText(work, file); // of a reading that was cut off while the file went
  if (version.text !== 'waiting') return;
  const format = formatOf(version.name);
  const state = format?.hasText ? await extracted(work, version.file, format) : 'none';
  // Who removed the file meanwhile has removed its text too, but before it was kept.
  if (!(await versionNow(work, item, file))) return dropText(work, file);
  await changeMaterialNow(work, item, (of) => withText(of, file, state));
}

async function versionNow(work: Work, item: ActivityId, file: string): Promise<FileVersion | undefined> {
  const found = await findMaterial(work, item);
  return found && versionOf(found, file);
}

const dropText = ({ services, network }: Work, file: string): Promise<void> =>
  services.files.remove({ network: network.id, id: textFileOf(file) });

async function extracted(
  work: Work,
  file: ActivityId,
  format: NonNullable<ReturnType<typeof formatOf>>,
): Promise<TextState> {
  const { services, network } = work;
  try {
    const { pages, isCut } = await services.extractor.extract({ network: network.id, id: file }, format);
    if (pages.length === 0) return 'none';
    await keepText(work, file, pages);
    return isCut ? 'cut' : 'ready';
  } catch (error) {
    if (!(error instanceof Unextractable)) throw error;
    services.log.info('materials.unread', { network: network.id, file, why: error.code });
    return error.code;
  }
}

async function keepText({ services, network }: Work, file: ActivityId, pages: readonly TextPage[]): Promise<void> {
  const bytes = await packed(JSON.stringify(pages));
  const key = { network: network.id, id: textFileOf(file) };
  await services.files.remove(key); // of a reading that was cut off
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  for (let index = 0; index < blocks; index++)
    await services.files.putBlock(key, index, bytes.subarray(index * BLOCK, (index + 1) * BLOCK));
  await services.files.assemble(key, blocks);
}

/** Text inside a file as it was kept; empty when it is gone. */
export async function textIn({ services, network }: Work, file: ActivityId): Promise<readonly TextPage[]> {
  const found = await services.files.read({ network: network.id, id: textFileOf(file) });
  if (!found) return [];
  const parts: Uint8Array[] = [];
  for await (const part of found.bytes) parts.push(part);
  const whole = await unpacked(Buffer.concat(parts), { maxOutputLength: LARGEST_TEXT });
  return textPages.parse(JSON.parse(whole.toString())) as TextPage[];
}

// ── For the index ──────────────────────────────────────────────────────────────────────────────

async function entry(of: Material, work: Work): Promise<SearchEntry> {
  const [vocabulary, register] = await Promise.all([vocabularyOf(work), registerOf(work)]);
  const terms = termsOf(vocabulary, of.terms);
  const organisation = of.organisation && presentOrganisation(register, of.organisation);
  const newest = of.files.map(newestOf);
  const files = await Promise.all(
    newest.map(async ({ file, name, text }) => ({
      file,
      name,
      pages: text === 'ready' || text === 'cut' ? await textIn(work, file) : [],
    })),
  );
  return {
    ...{ title: of.title, summary: of.summary, files, audiences: audiencesFor(of), at: of.addedAt, row: rowOf(of) },
    keywords: [
      ...terms.flatMap(({ id }) => namesOf(vocabulary, id)),
      ...(of.event ? [of.event.title] : []),
      ...(organisation ? [nameFor(organisation.names, 'fi'), nameFor(organisation.names, 'sv')] : []),
      ...(of.author ? [of.author] : []),
      ...of.targetGroups,
    ],
    body: [
      ...PRACTICE_PARTS.flatMap((part) => of.practice?.[part] || []),
      ...(of.answer ? [of.answer.question, of.answer.answer] : []),
      ...of.links.flatMap(({ label }) => label ?? []),
    ],
    facets: {
      type: [of.type],
      theme: terms.filter(({ kind }) => kind === 'theme').map(({ id }) => id),
      tag: terms.filter(({ kind }) => kind === 'tag').map(({ id }) => id),
      event: of.event ? [`${of.event.id ?? ''}|${of.event.title}`] : [],
      organisation: organisation ? [organisation.id] : [],
      language: of.language ? [of.language] : [],
      targetGroup: of.targetGroups,
      state: [of.state],
      pinned: of.isPinned ? ['yes'] : [],
    },
  };
}

/** Renamed and merged themes change what finds an item, so the list's version is the index's. */
export const searchable: Searchable<Material> = { kind: materials, entry, version: vocabularyVersion };
