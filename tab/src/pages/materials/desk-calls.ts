/** The requests of adding and changing items, and of the coordinators' pages of the material bank. */
import type { z } from 'zod';
import type * as materials from '../../../../bot/features/materials/contract.ts';
import { call } from '../../call.ts';

export const materialChoices = call<typeof materials.materialChoices>('GET', '/material-choices');
export const addMaterial = call<typeof materials.addMaterial>('POST', '/materials');
export const getMaterialDraft = call<typeof materials.getMaterialDraft>('GET', '/materials/{material}/draft');
export const changeMaterial = call<typeof materials.changeMaterial>('PUT', '/materials/{material}');
export const publishMaterial = call<typeof materials.publishMaterial>('POST', '/materials/{material}/publish');
export const removeMaterial = call<typeof materials.removeMaterial>('DELETE', '/materials/{material}');
export const reviewMaterial = call<typeof materials.reviewMaterial>('PUT', '/materials/{material}/review');

export const startUpload = call<typeof materials.startUpload>('POST', '/material-uploads');
export const finishUpload = call<typeof materials.finishUpload>('POST', '/material-uploads/{upload}/finish');
export const cancelUpload = call<typeof materials.cancelUpload>('DELETE', '/material-uploads/{upload}');

export const listTerms = call<typeof materials.listTerms>('GET', '/material-terms');
export const addTerm = call<typeof materials.addTerm>('POST', '/material-terms');
export const changeTerm = call<typeof materials.changeTerm>('PUT', '/material-terms/{term}');
export const mergeTerm = call<typeof materials.mergeTerm>('POST', '/material-terms/{term}/merge');
export const removeTerm = call<typeof materials.removeTerm>('DELETE', '/material-terms/{term}');

export const addCollection = call<typeof materials.addCollection>('POST', '/material-collections');
export const changeCollection = call<typeof materials.changeCollection>('PUT', '/material-collections/{collection}');
export const removeCollection = call<typeof materials.removeCollection>('DELETE', '/material-collections/{collection}');

export const getMaterialDesk = call<typeof materials.getMaterialDesk>('GET', '/material-desk');
export const exportMaterials = call<typeof materials.exportMaterials>('POST', '/materials/export');

export type MaterialDraft = materials.MaterialDraft;
export type MaterialView = materials.MaterialView;
export type MaterialRow = materials.MaterialRow;
export type MaterialChoices = z.infer<typeof materials.materialChoices.response>;
export type MaterialDesk = z.infer<typeof materials.getMaterialDesk.response>;
export type TermView = materials.TermView;
export type CollectionDraft = z.infer<typeof materials.addCollection.body>['draft'];
