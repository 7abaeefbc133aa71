/** What the tab and the server say about pictures. Runs in the browser. */
import { z } from 'zod';
import { bytes, endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { LARGEST_PICTURE } from '../../core/picture.ts';

export const addPicture = endpoint({
  method: 'POST',
  path: '/pictures',
  summary:
    'Keeps a picture for what the reader is writing: JPEG, PNG or WebP by its content, at most 12 MB. It is drawn anew without what the camera wrote into it.',
  params: z.object({}),
  body: bytes,
  largestBody: LARGEST_PICTURE,
  response: z.object({
    id: activityId,
    width: z.int(),
    height: z.int(),
    /** Where it can be seen at once. */
    address: z.string(),
  }),
});
