/** What the picture field says, wherever it stands. */
import { messages } from './text.ts';

export const pictureText = messages({
  picture: { fi: 'Kuva', sv: 'Bild', en: 'Picture' },
  choose: { fi: 'Valitse kuva', sv: 'Välj en bild', en: 'Choose a picture' },
  change: { fi: 'Vaihda kuva', sv: 'Byt bild', en: 'Change the picture' },
  camera: { fi: 'Ota kuva', sv: 'Ta en bild', en: 'Take a picture' },
  remove: { fi: 'Poista kuva', sv: 'Ta bort bilden', en: 'Remove the picture' },
  drop: {
    fi: 'Voit myös pudottaa kuvan tähän.',
    sv: 'Du kan också släppa en bild här.',
    en: 'You can also drop one here.',
  },
  file: { fi: '{label}: kuvatiedosto', sv: '{label}: bildfil', en: '{label}: file' },
  fromCamera: { fi: '{label}: kamera', sv: '{label}: kamera', en: '{label}: camera' },
  formats: {
    fi: 'JPEG, PNG tai WebP. Kuvan tiedot, kuten ottopaikka, poistetaan.',
    sv: 'JPEG, PNG eller WebP. Uppgifter i bilden, såsom platsen, tas bort.',
    en: 'JPEG, PNG or WebP. What the camera wrote into it, such as the place, is removed.',
  },
  busy: { fi: 'Kuvaa lähetetään', sv: 'Bilden skickas', en: 'Sending the picture' },
  added: { fi: 'Kuva on lisätty.', sv: 'Bilden är tillagd.', en: 'The picture has been added.' },
  removed: { fi: 'Kuva on poistettu.', sv: 'Bilden är borttagen.', en: 'The picture has been removed.' },
  tooLarge: {
    fi: 'Kuva on liian suuri. Valitse kuva, joka on enintään 12 Mt.',
    sv: 'Bilden är för stor. Välj en bild på högst 12 MB.',
    en: 'The picture is too large. Choose one of at most 12 MB.',
  },
  failed: {
    fi: 'Kuvan lähettäminen ei onnistunut. Yritä uudelleen.',
    sv: 'Bilden kunde inte skickas. Försök igen.',
    en: 'The picture could not be sent. Try again.',
  },
  alt: { fi: 'Mitä kuvassa on?', sv: 'Vad visar bilden?', en: 'What does the picture show?' },
  altHint: {
    fi: 'Luetaan ääneen niille, jotka eivät näe kuvaa.',
    sv: 'Läses upp för dem som inte ser bilden.',
    en: 'Read out to those who can’t see the picture.',
  },
});
