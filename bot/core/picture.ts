/** A picture that people add to what they write: drawn anew on the server, kept under an id of ours, shown by an address that belongs to nobody. */
import { z } from 'zod';
import { instant } from './clock.ts';
import { type ActivityId, activityId, personKey } from './ids.ts';
import { kind } from './kind.ts';

/** Bytes of a picture as it is sent; phones make such of 3 to 8 MB. */
export const LARGEST_PICTURE = 12 * 1024 * 1024;
/** Points of the longer side of a kept picture: cards show about half of it, and Teams draws none of more than 1024. */
export const PICTURE_SIDE = 1024;
/** Characters of what a picture shows, for those who do not see it. */
export const LONGEST_ALT = 200;
/** The one file of a picture's open page, and the round of its link, which is never renewed: the picture goes when what it stands in goes. */
export const PICTURE_FILE = 'picture.jpg';
export const PICTURE_ROUND = 1;

/** As it stands in what people wrote. `alt` says what it shows. */
export const picture = z.object({
  id: activityId,
  alt: z.string().max(LONGEST_ALT),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Picture = z.infer<typeof picture>;

/** As a form sends it: the id of one that was sent before. */
export const pictureDraft = z.object({
  id: z.string().max(80),
  alt: z
    .string()
    .max(LONGEST_ALT * 2)
    .default(''),
});
export type PictureDraft = z.infer<typeof pictureDraft>;

const PICTURE = 'pic-';
export const pictureIdOf = (id: string): ActivityId => activityId.parse(`${PICTURE}${id}`);
export const isPictureId = (id: string): boolean => id.startsWith(PICTURE);

/** A picture that is kept. Id: its own, also of its bytes in the port `Files`. */
export const keptPicture = z.object({
  id: activityId,
  by: personKey,
  at: instant,
  width: z.int().positive(),
  height: z.int().positive(),
  /** Bytes. */
  size: z.int().positive(),
  /** What it stands in; absent: nothing yet. */
  usedIn: activityId.optional(),
});
export type KeptPicture = z.infer<typeof keptPicture>;

export const keptPictures = kind<KeptPicture>({ name: 'keptPicture', container: 'materials', schema: keptPicture });
