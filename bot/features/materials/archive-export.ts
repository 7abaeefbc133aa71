/** Everything of the bank as one ZIP: what is known of the items as JSON and as a list that an import reads back, and their files; and the template of such a list. */
import { dateIn } from '../../core/clock.ts';
import type { Download, StreamedFile } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { memberIdOf } from '../../core/network.ts';
import { nameIn, type Organisation } from '../../core/organisation.ts';
import { mainOf, presentOrganisation, type Register, registerOf } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { entryNames, type ZipEntry, zipOf } from '../../documents/zip.ts';
import { sheetsFile, toCsv } from '../../sheets/write.ts';
import { events } from '../events/event.ts';
import { allCollections, collectionName } from './desk-operations.ts';
import { type Cells, FIELDS, labelOf } from './import-fields.ts';
import { text } from './import-text.ts';
import { type FileVersion, type Material, PRACTICE_PARTS } from './material.ts';
import { allMaterials, vocabularyOf } from './memory.ts';
import { reactions } from './reaction.ts';
import { text as bankText } from './text.ts';
import { materialUses, total } from './use.ts';
import { namesOf, ownTerms, type Term, termsOf, type Vocabulary } from './vocabulary.ts';

const utf8 = new TextEncoder();

/** One version of a file, and where it stands in the archive. */
interface Placed {
  readonly version: FileVersion;
  readonly path: string;
}
/** Of each file of an item its versions, newest first. */
type Placing = ReadonlyMap<string, readonly (readonly Placed[])[]>;

interface Bank {
  readonly items: readonly Material[];
  readonly register: Register;
  readonly vocabulary: Vocabulary;
  /** Names of the collections that an item is in, in the reader's language. */
  readonly collectionsOf: ReadonlyMap<string, readonly string[]>;
  /** yyyy-MM-dd of each event. */
  readonly days: ReadonlyMap<string, string>;
  readonly placing: Placing;
}

/** Each item has a folder named by its title; earlier versions stand below it. */
function placed(items: readonly Material[]): Placing {
  const names = entryNames();
  return new Map(
    items
      .filter(({ files }) => files.length > 0)
      .map(({ id, title, files }) => {
        const folder = names('files/', title);
        return [
          id,
          files.map(({ versions }) =>
            [...versions].reverse().map((version, age) => ({
              version,
              path: names(age === 0 ? `${folder}/` : `${folder}/earlier/`, version.name),
            })),
          ),
        ];
      }),
  );
}

async function bankOf(visit: Visit): Promise<Bank> {
  const { services, scope, network } = visit;
  const [all, register, vocabulary, kept, held] = await Promise.all([
    allMaterials(visit),
    registerOf(visit),
    vocabularyOf(visit),
    allCollections(visit),
    listAll(services.store, scope, events),
  ]);
  const days = new Map(held.map(({ id, value }) => [id, dateIn(value.startsAt, network.zone)]));
  const collectionsOf = new Map<string, string[]>();
  for (const one of kept)
    for (const item of one.items)
      collectionsOf.set(item, [...(collectionsOf.get(item) ?? []), collectionName(one, visit)]);
  const items = [...all].sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
  return { items, register, vocabulary, collectionsOf, days, placing: placed(items) };
}

// ── The archive ────────────────────────────────────────────────────────────────────────────────

async function* archive(visit: Visit): AsyncGenerator<ZipEntry> {
  const { services } = visit;
  const bank = await bankOf(visit);
  const changedAt = new Date(services.clock.now());
  const rows = bank.items.map((of) => csvRow(of, bank, visit));
  const list = { name: '', rows: [FIELDS.map((one) => visit.t(labelOf(one))), ...rows] };
  yield { name: 'materials.csv', content: utf8.encode(toCsv([list])), changedAt };
  yield { name: 'materials.json', content: jsonOf(bank, visit), changedAt };
  const missing: string[] = [];
  for (const { version, path } of [...bank.placing.values()].flat(2)) {
    const content = await opened(visit, version.file);
    if (content) yield { name: path, content, changedAt: new Date(version.addedAt) };
    else missing.push(path);
  }
  if (missing.length > 0) {
    const said = [visit.t(text.missing), '', ...missing, ''].join('\r\n');
    yield { name: 'missing.txt', content: utf8.encode(`\ufeff${said}`), changedAt };
  }
}

/** Begun to be read, so that what is gone, or can't be read, is known before it has a place in the archive. */
async function opened({ services, network }: Visit, id: ActivityId): Promise<AsyncIterable<Uint8Array> | undefined> {
  try {
    const bytes = (await services.files.read({ network: network.id, id }))?.bytes[Symbol.asyncIterator]();
    const first = await bytes?.next();
    return bytes && first && from(first, bytes);
  } catch (error) {
    services.log.error('materials.unreadable', error, { network: network.id, file: id });
    return undefined;
  }
}

async function* from(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = first; !piece.done; piece = await rest.next()) yield piece.value;
  } finally {
    await rest.return?.();
  }
}

/** Item by item, so that never all of it is one string. */
async function* jsonOf(bank: Bank, visit: Visit): AsyncGenerator<Uint8Array> {
  const { store } = visit.services;
  const [said, uses, kept] = await Promise.all([
    listAll(store, visit.scope, reactions),
    listAll(store, visit.scope, materialUses),
    allCollections(visit),
  ]);
  const reactionsOf = Map.groupBy(
    said.flatMap(({ value }) => (value.status === undefined ? [] : [{ ...value, status: value.status }])),
    ({ material }) => String(material),
  );
  const usesOf = new Map(uses.map(({ id, value }) => [id, value]));
  const head = {
    network: visit.network.name,
    exportedAt: visit.services.clock.now(),
    terms: ownTerms(bank.vocabulary).map(({ id, kind, names }) => ({
      ...{ id, kind, names },
      otherNames: namesOf(bank.vocabulary, id).filter((name) => !Object.values(names).includes(name)),
    })),
    collections: kept.map(({ id, names, about, items }) => ({ id, names, about, items })),
  };
  yield utf8.encode(`${JSON.stringify(head).slice(0, -1)},"items":[`);
  for (const [at, of] of bank.items.entries()) {
    const use = usesOf.get(of.id);
    const item = {
      ...known(of, bank),
      seen: total(use?.months),
      downloaded: total(use?.downloads),
      months: { seen: use?.months ?? {}, downloaded: use?.downloads ?? {} },
      // what a municipality notes for itself stays its own
      reactions: (reactionsOf.get(of.id) ?? []).map(({ organisation, status, comment, at: when }) => ({
        ...{ organisation, name: organisationNames(bank.register, organisation), status, comment, at: when },
      })),
    };
    yield utf8.encode(`${at === 0 ? '' : ','}\n${JSON.stringify(item)}`);
  }
  yield utf8.encode('\n]}\n');
}

const organisationNames = (register: Register, id: string) =>
  presentOrganisation(register, id as Organisation['id'])?.names ?? {};

/** Everything of an item but who is who in Teams: people are named as the register names them. */
function known(of: Material, { register, vocabulary, placing }: Bank) {
  const { addedBy, files, posts: _posts, share, terms, organisation, ...plain } = of;
  const named = (person: typeof addedBy) =>
    person === undefined ? undefined : register.members.get(mainOf(register, memberIdOf(person)))?.name;
  const places = placing.get(of.id) ?? [];
  return {
    ...plain,
    ...(organisation === undefined
      ? {}
      : { organisation: { id: organisation, names: organisationNames(register, organisation) } }),
    terms: termsOf(vocabulary, terms).map(({ id, kind, names }) => ({ id, kind, names })),
    addedBy: named(addedBy),
    sharedUntil: share?.until,
    files: files.map(({ id }, at) => ({
      id,
      versions: (places[at] ?? []).map(({ version: { name, size, addedAt, addedBy: by }, path }) => ({
        ...{ path, name, size, addedAt, addedBy: named(by) },
      })),
    })),
  };
}

// ── The list ───────────────────────────────────────────────────────────────────────────────────

const joined = (parts: readonly string[]): string => parts.join('; ');

function csvRow(
  of: Material,
  { register, vocabulary, collectionsOf, days, placing }: Bank,
  { t, network }: Visit,
): string[] {
  const terms = termsOf(vocabulary, of.terms);
  const named = (kind: Term['kind']): string =>
    joined(terms.filter((one) => one.kind === kind).map(({ names }) => nameIn(names, t)));
  const organisation = of.organisation && presentOrganisation(register, of.organisation);
  const group = of.audience.to === 'group' ? register.groups.get(of.audience.group) : undefined;
  const newest = (placing.get(of.id) ?? []).flatMap(([first]) => first ?? []);
  const cells: Record<keyof Cells, string> = {
    ...{ title: of.title, summary: of.summary, type: t(bankText[of.type]) },
    links: joined(of.links.map(({ url }) => url)),
    fileName: joined(newest.map(({ path }) => path.slice('files/'.length))),
    ...{ themes: named('theme'), tags: named('tag'), event: of.event?.title ?? '' },
    eventDate: days.get(of.event?.id ?? '') ?? '',
    organisation: organisation ? nameIn(organisation.names, t) : '',
    language: of.language ? t(bankText[`in_${of.language}`]) : '',
    ...{ author: of.author ?? '', addedOn: dateIn(of.addedAt, network.zone), targetGroups: joined(of.targetGroups) },
    collection: joined(collectionsOf.get(of.id) ?? []),
    ...{ question: of.answer?.question ?? '', answer: of.answer?.answer ?? '' },
    ...(Object.fromEntries(PRACTICE_PARTS.map((part) => [part, of.practice?.[part] ?? ''])) as Record<
      (typeof PRACTICE_PARTS)[number],
      string
    >),
    reviewOn: of.reviewOn ?? '',
    audience:
      of.audience.to === 'members' ? t(text.forMembers) : group ? nameIn(group.names, t) : t(bankText.forCoordinators),
    state: t(bankText[of.state]),
  };
  return FIELDS.map((one) => cells[one]);
}

async function produceArchive(_: string, visit: Visit): Promise<StreamedFile> {
  const name = `${visit.t(text.archive)}-${todayIn(visit)}.zip`;
  return { stream: zipOf(archive(visit)), fileName: name, contentType: 'application/zip' };
}

/** With one row that shows how each column is filled in. */
async function produceTemplate(_: string, visit: Visit) {
  const { t } = visit;
  const example: Cells = {
    ...{ title: t(text.exampleTitle), summary: t(text.exampleSummary), type: t(bankText.presentation) },
    ...{ links: 'https://www.kunta.example/', fileName: t(text.exampleFile), themes: t(text.exampleTheme) },
    ...{
      language: t(bankText.in_fi),
      addedOn: '31.1.2026',
      audience: t(text.forMembers),
      state: t(bankText.published),
    },
  };
  const rows = [FIELDS.map((one) => t(labelOf(one))), FIELDS.map((one) => example[one] ?? '')];
  return sheetsFile(t(text.templateName), 'csv', [{ name: '', rows }]);
}

export const archiveDownloads: readonly Download[] = [
  { name: 'materials.archive', role: 'coordinator', produce: produceArchive },
  { name: 'materials.template', role: 'coordinator', produce: produceTemplate },
];
