/** Pictures in what people write: made fit when they are sent, put into something, and taken away with it. */
import { type ActivityId, activityId, objectIdOf, type PersonKey } from './ids.ts';
import {
  type KeptPicture,
  keptPictures,
  LARGEST_PICTURE,
  LONGEST_ALT,
  PICTURE_SIDE,
  type Picture,
  type PictureDraft,
  pictureIdOf,
} from './picture.ts';
import { NoRoom, UnusablePicture } from './ports.ts';
import { Refusal } from './refusal.ts';
import { messages } from './text.ts';
import type { Visit, Work } from './turn.ts';
import { update } from './update.ts';

const text = messages({
  broken: {
    fi: 'Tätä kuvaa ei voi lukea. Valitse kuva, joka on JPEG-, PNG- tai WebP-muodossa.',
    sv: 'Bilden går inte att läsa. Välj en bild i formatet JPEG, PNG eller WebP.',
    en: 'This picture can’t be read. Choose one that is JPEG, PNG or WebP.',
  },
  tooLarge: {
    fi: 'Kuva on liian suuri. Valitse kuva, joka on enintään 12 Mt ja 50 megapikseliä.',
    sv: 'Bilden är för stor. Välj en bild på högst 12 MB och 50 megapixel.',
    en: 'The picture is too large. Choose one of at most 12 MB and 50 megapixels.',
  },
  noRoom: {
    fi: 'Kuvaa ei voitu tallentaa, koska tila on lopussa. Kerro asiasta koordinaattorille.',
    sv: 'Bilden kunde inte sparas eftersom utrymmet är slut. Berätta det för koordinatorn.',
    en: 'The picture could not be saved because storage is full. Please tell the coordinator.',
  },
  unknown: {
    fi: 'Kuvaa ei enää ole. Valitse se uudelleen.',
    sv: 'Bilden finns inte längre. Välj den på nytt.',
    en: 'The picture is no longer there. Choose it again.',
  },
  noAlt: {
    fi: 'Kerro, mitä kuvassa on, niille jotka eivät näe sitä.',
    sv: 'Berätta vad bilden visar för dem som inte ser den.',
    en: 'Say what the picture shows, for those who can’t see it.',
  },
});

/** Keeps a picture that someone sent, drawn anew. Refuses what is none. */
export async function keepPicture(work: Work, by: PersonKey, sent: Uint8Array): Promise<KeptPicture> {
  const { files, pictures, store, clock, newId } = work.services;
  if (sent.length > LARGEST_PICTURE) throw new Refusal(text.tooLarge);
  try {
    const { bytes, width, height } = await pictures.fit(sent, PICTURE_SIDE);
    const id = pictureIdOf(newId());
    const kept: KeptPicture = { id, by, at: clock.now(), width, height, size: bytes.length };
    const key = { network: work.network.id, id };
    // The document first: bytes that no document knows would be looked for by nobody.
    await store.insert(work.scope, keptPictures, id, kept);
    await files.putBlock(key, 0, bytes);
    await files.assemble(key, 1);
    return kept;
  } catch (error) {
    if (error instanceof UnusablePicture) throw new Refusal(text[error.code]);
    if (error instanceof NoRoom) throw new Refusal(text.noRoom);
    throw error;
  }
}

/** Puts a picture that the actor sent into something of theirs. `before`: what stood there; the same picture stays whoever sent it. */
export async function placePicture(
  visit: Visit,
  { id, alt }: PictureDraft,
  usedIn: ActivityId,
  before?: Picture,
): Promise<Picture> {
  const words = alt.replace(/\s+/g, ' ').trim().slice(0, LONGEST_ALT);
  if (words === '') throw new Refusal(text.noAlt);
  const read = activityId.safeParse(id);
  if (!read.success) throw new Refusal(text.unknown);
  if (before?.id === read.data) return { ...before, alt: words };
  const { store } = visit.services;
  const isTheirs = ({ by, usedIn: now }: KeptPicture): boolean =>
    objectIdOf(by) === objectIdOf(visit.actor.person) && (now === undefined || now === usedIn);
  const stored = await update({ store, scope: visit.scope, kind: keptPictures, id: read.data }, (of) =>
    of && isTheirs(of) ? { ...of, usedIn } : of,
  );
  if (!stored || !isTheirs(stored.value)) throw new Refusal(text.unknown);
  const { width, height } = stored.value;
  return { id: read.data, alt: words, width, height };
}

/** Takes pictures away for good. Can be repeated. */
export async function dropPictures({ services, scope, network }: Work, ids: readonly ActivityId[]): Promise<void> {
  for (const id of ids) {
    await services.files.remove({ network: network.id, id }); // first: without its document nobody would look for the bytes
    await services.store.remove(scope, keptPictures, id);
  }
}
