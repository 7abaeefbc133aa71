/** What makes the sample network's material bank alive: real files, themes, a good practice in its form, what a municipality says of it, a guide and a collection. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toInstant } from '../bot/core/clock.ts';
import { activityId, type NetworkId } from '../bot/core/ids.ts';
import { listAll } from '../bot/core/list-all.ts';
import { organisationId } from '../bot/core/network.ts';
import type { Services } from '../bot/core/ports.ts';
import { networkScope } from '../bot/core/scope.ts';
import { update } from '../bot/core/update.ts';
import { collections } from '../bot/features/materials/collection.ts';
import { type Material, materials } from '../bot/features/materials/material.ts';
import { reactionId, reactions } from '../bot/features/materials/reaction.ts';
import { VOCABULARY_ID, vocabularies } from '../bot/features/materials/vocabulary.ts';
import { sampleCoordinator } from './sample.ts';

const FOLDER = join(import.meta.dirname, 'sample-files');

const THEMES = [
  ['koulukuljetukset', 'Koulukuljetukset', 'Skolskjutsar'],
  ['kutsuliikenne', 'Kutsuliikenne', 'Anropsstyrd trafik'],
  ['haja-asutus', 'Haja-asutusalueet', 'Glesbygd'],
  ['kilpailutus', 'Kilpailutus', 'Konkurrensutsättning'],
  ['tilastot', 'Tilastot', 'Statistik'],
  ['viestinta', 'Viestintä', 'Kommunikation'],
] as const;

interface Addition {
  /** Title of the sample item that it goes to. */
  readonly to: string;
  readonly themes: readonly (typeof THEMES)[number][0][];
  readonly file?: string;
  /** What the file is called for people. */
  readonly name?: string;
  readonly more?: Partial<Material>;
}

const ADDITIONS: readonly Addition[] = [
  {
    ...{ to: 'Seminaarin esitykset yhtenä tiedostona', themes: ['viestinta'], file: 'seminaari.pptx' },
    name: 'Seminaarin esitykset 2024.pptx',
  },
  {
    ...{ to: 'Asiakaskokemus kilpailutuksessa: diat', themes: ['kilpailutus'], file: 'asiakaskokemus.pptx' },
    name: 'Asiakaskokemus kilpailutuksessa.pptx',
  },
  {
    ...{
      to: 'Kutsuliikenne haja-asutusalueella',
      themes: ['kutsuliikenne', 'haja-asutus'],
      file: 'kutsuliikenne.docx',
    },
    name: 'Kutsuliikenteen kokemukset.docx',
    more: {
      targetGroups: ['Ikäihmiset', 'Kylien asukkaat'],
      practice: {
        topic: 'Tilattava kyyti kahdeksalle kylälle, joihin vakiovuoro ei kannata.',
        goal: 'Jokainen pääsee asioille kahdesti viikossa bussilipun hinnalla.',
        implementation:
          'Kyyti tilataan edellisenä päivänä puhelimella tai lomakkeella. Auto lähtee, kun yksikin on tilannut. Soittoaika siirrettiin iltapäivään, koska ikäihmiset toivoivat sitä.',
        lessons:
          'Kyläyhdistys kertoi palvelusta paremmin kuin kunnan tiedote. Peruutuksista kannattaa sopia välityskeskuksen kanssa kirjallisesti.',
      },
    },
  },
  { to: 'Koulukuljetus ja linja-auto samaan aikaan', themes: ['koulukuljetukset'] },
  { to: 'Tilastopohja nousijamääristä', themes: ['tilastot'] },
  {
    ...{ to: 'Näin käytät materiaalipankkia', themes: [], file: 'opas.pdf', name: 'Materiaalipankin opas.pdf' },
    more: { isPinned: true },
  },
];

/** What is there already stays as it is, so that it can run at every start. Call it after `fillSample`. */
export async function fillBank({ store, files, jobs, clock }: Services, id: NetworkId): Promise<void> {
  const scope = networkScope(id);
  await update({ store, scope, kind: vocabularies, id: VOCABULARY_ID }, (of) => {
    return of ?? { terms: THEMES.map(([term, fi, sv]) => ({ id: term, kind: 'theme' as const, names: { fi, sv } })) };
  });
  const byTitle = new Map((await listAll(store, scope, materials)).map(({ value }) => [value.title, value]));
  for (const { to, themes, file, name, more } of ADDITIONS) {
    const item = byTitle.get(to);
    if (!item || item.terms.length > 0 || item.files.length > 0) continue;
    const version = file && name ? await keep(file, name) : undefined;
    await update({ store, scope, kind: materials, id: item.id }, (of) =>
      of
        ? { ...of, ...more, terms: [...themes], files: version ? [{ id: version.file, versions: [version] }] : [] }
        : of,
    );
    if (version)
      await jobs.schedule({
        ...{ kind: 'materials.read', network: id, key: `${item.id}|${version.file}`, due: clock.now() },
      });
  }
  await fillAround();

  async function keep(file: string, name: string) {
    const bytes = await readFile(join(FOLDER, file));
    const key = { network: id, id: activityId.parse(`sample-${file}`) };
    await files.putBlock(key, 0, bytes);
    await files.assemble(key, 1);
    const at = { addedAt: toInstant('2024-11-20T09:00:00Z'), addedBy: sampleCoordinator };
    return { file: key.id, name, size: bytes.length, text: 'waiting' as const, ...at };
  }

  async function fillAround(): Promise<void> {
    const practice = byTitle.get('Kutsuliikenne haja-asutusalueella');
    const akaa = organisationId.parse('fi-020');
    if (practice)
      await update({ store, scope, kind: reactions, id: reactionId(practice.id, akaa) }, (of) => {
        const said = { status: 'tried' as const, comment: 'Toimi meillä heti, kun soittoaika oli iltapäivällä.' };
        return (
          of ?? { material: practice.id, organisation: akaa, ...said, notes: {}, at: toInstant('2024-12-02T09:00:00Z') }
        );
      });
    const seminar = [...byTitle.values()].filter(({ event }) => event?.title.startsWith('Seminaari 2024'));
    const collection = activityId.parse('sample-collection');
    await update({ store, scope, kind: collections, id: collection }, (of) => {
      const names = { fi: 'Aloita tästä', sv: 'Börja här', en: 'Start here' };
      const items = seminar.slice(0, 3).map((one) => one.id);
      const about = 'Kolme materiaalia, joista uusi jäsenkunta pääsee alkuun.';
      return of ?? { id: collection, names, about, items, changedAt: toInstant('2024-12-02T09:00:00Z') };
    });
  }
}
