/** The requests by which members find, read and react, beside those of the forms and the desk: `desk-calls.ts`. */
import type { z } from 'zod';
import type * as materials from '../../../../bot/features/materials/contract.ts';
import { type Call, call } from '../../call.ts';

export const listMaterials = call<typeof materials.listMaterials>('GET', '/materials');
export const suggestMaterials = call<typeof materials.suggestMaterials>('GET', '/material-suggestions');
export const getMaterial = call<typeof materials.getMaterial>('GET', '/materials/{material}');
export const openMaterial = call<typeof materials.openMaterial>('POST', '/materials/{material}/open');
export const openFile = call<typeof materials.openFile>('POST', '/materials/{material}/files/{file}');
export const listCollections = call<typeof materials.listCollections>('GET', '/material-collections');
export const getCollection = call<typeof materials.getCollection>('GET', '/material-collections/{collection}');

export const reactToMaterial = call<typeof materials.reactToMaterial>('PUT', '/materials/{material}/reaction');
export const pinMaterial = call<typeof materials.pinMaterial>('PUT', '/materials/{material}/pin');
export const shareMaterial = call<typeof materials.shareMaterial>('POST', '/materials/{material}/share');
export const unshareMaterial = call<typeof materials.unshareMaterial>('DELETE', '/materials/{material}/share');
export const postMaterial = call<typeof materials.postMaterial>('POST', '/materials/{material}/post');

export type ListMaterials = typeof listMaterials extends Call<infer P, unknown, unknown> ? P : never;
export type MaterialList = z.infer<typeof materials.listMaterials.response>;
export type MaterialRow = materials.MaterialRow;
export type MaterialType = MaterialRow['type'];
export type MaterialView = materials.MaterialView;
export type FileView = materials.FileView;
export type Piece = materials.Piece;
export type FacetName = materials.FacetName;
export type Facet = MaterialList['facets'][number];
export type ReactionView = materials.ReactionView;
export type ReactionDraft = materials.ReactionDraft;
export type ReactionStatus = materials.ReactionStatus;
export type Prompt = materials.Prompt;
