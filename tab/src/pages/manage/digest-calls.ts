/** The requests of the digest's page: `../../calls.ts` has the list of the first view. */
import type * as digest from '../../../../bot/features/digest/contract.ts';
import { call } from '../../call.ts';

export const getDigest = call<typeof digest.getDigest>('GET', '/digest');
export const putDigest = call<typeof digest.putDigest>('PUT', '/digest');
export const previewDigest = call<typeof digest.previewDigest>('GET', '/digest/preview');

export type DigestView = digest.DigestView;
export type DigestSettings = digest.DigestSettings;
