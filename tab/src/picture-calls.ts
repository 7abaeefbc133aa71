/** The request of the picture field by method and path, typed by its contract; not in the first view. */
import type * as pictures from '../../bot/features/pictures/contract.ts';
import { call } from './call.ts';

export const sendPicture = call<typeof pictures.addPicture>('POST', '/pictures');
