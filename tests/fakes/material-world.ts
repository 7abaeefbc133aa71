/** A material bank in a world of its own: files sent as the tab sends them, items added, changed and read. */
import { createHash } from 'node:crypto';
import { BLOCK, blocksOf } from '../../bot/core/file-format.ts';
import { type ActivityId, activityId } from '../../bot/core/ids.ts';
import type { Locale } from '../../bot/core/text.ts';
import { events } from '../../bot/features/events/feature.ts';
import type { MaterialView } from '../../bot/features/materials/contract.ts';
import { materials } from '../../bot/features/materials/feature.ts';
import type { Material } from '../../bot/features/materials/material.ts';
import { EMPTY_DRAFT, type MaterialDraft } from '../../bot/features/materials/material-draft.ts';
import { findMaterial } from '../../bot/features/materials/memory.ts';
import { addMaterial, changeMaterial, type Intent } from '../../bot/features/materials/operations.ts';
import { findMaterials, lookingAt, materialView, visibleMaterial } from '../../bot/features/materials/shown.ts';
import { finishUpload, startUpload, takeBlock } from '../../bot/features/materials/upload-operations.ts';
import { type FeatureWorld, NETWORK, openFeatureWorld, type WorldOptions } from './feature-world.ts';

export interface MaterialWorld extends FeatureWorld {
  /** Sends a file of these words whole, as member n. */
  send(n: number, name: string, words: string): Promise<ActivityId>;
  /** One block of an upload, as it must be unless said otherwise. */
  block(n: number, upload: ActivityId, index: number, bytes: Uint8Array, sha256?: string): Promise<void>;
  add(n: number, draft?: Partial<MaterialDraft>, intent?: Intent): Promise<Material>;
  change(n: number, of: Pick<Material, 'id'>, draft: Partial<MaterialDraft>, intent?: Intent): Promise<Material>;
  now(of: Pick<Material, 'id'>): Promise<Material | undefined>;
  /** The item as member n sees it; throws the refusal when they don't. */
  seen(n: number, of: Pick<Material, 'id'>, locale?: Locale): Promise<MaterialView>;
  /** Titles that member n finds, in order. */
  titles(n: number, words?: string): Promise<string[]>;
  /** Whether any bytes of this file are kept. */
  has(file: string): Promise<boolean>;
}

export async function openMaterialWorld(options: WorldOptions = {}): Promise<MaterialWorld> {
  const base = await openFeatureWorld([events, materials], options);
  let requests = 0;
  const world: MaterialWorld = Object.assign(base, {
    async send(n: number, name: string, words: string) {
      const bytes = Buffer.from(words);
      const visit = await world.visit(n);
      const { upload } = await startUpload(visit, { name, size: bytes.length, changedAt: ++requests });
      for (let index = 0; index < blocksOf(bytes.length); index++)
        await world.block(n, upload.id, index, bytes.subarray(index * BLOCK, (index + 1) * BLOCK));
      return (await finishUpload(visit, upload.id)).id;
    },
    async block(n: number, upload: ActivityId, index: number, bytes: Uint8Array, sha256?: string) {
      const digest = sha256 ?? createHash('sha256').update(bytes).digest('hex');
      await takeBlock(await world.visit(n), upload, { index, sha256: digest, bytes });
    },
    async add(n: number, draft: Partial<MaterialDraft> = {}, intent: Intent = 'send') {
      const whole = { ...EMPTY_DRAFT, title: 'Koulukuljetusten ohje', ...draft };
      const item = await addMaterial(await world.visit(n), {
        draft: whole,
        intent,
        requestId: `request-${++requests}`,
      });
      await base.clock.rest();
      return item;
    },
    async change(n: number, { id }: Pick<Material, 'id'>, draft: Partial<MaterialDraft>, intent: Intent = 'send') {
      const whole = { ...EMPTY_DRAFT, title: 'Koulukuljetusten ohje', ...draft };
      const item = await changeMaterial(await world.visit(n), id, { draft: whole, intent });
      await base.clock.rest();
      return item;
    },
    now: async ({ id }: Pick<Material, 'id'>) => findMaterial(await world.work(), id),
    async seen(n: number, { id }: Pick<Material, 'id'>, locale: Locale = 'fi') {
      const visit = await world.visit(n, locale);
      const looking = await lookingAt(visit);
      return materialView(visit, await visibleMaterial(visit, id, looking), looking);
    },
    async titles(n: number, words = '') {
      return (await findMaterials(await world.visit(n), words)).rows.map(({ title }) => title);
    },
    async has(file: string) {
      const key = { network: NETWORK, id: activityId.parse(file) };
      return (await base.files.read(key)) !== undefined || (await base.files.blocks(key)).length > 0;
    },
  });
  return world;
}
