/** What the tab's forms, pickers and dialogs say themselves, wherever they stand. */
import { messages } from './text.ts';

export const formText = messages({
  required: { fi: 'pakollinen', sv: 'obligatorisk', en: 'required' },
  optional: { fi: 'vapaaehtoinen', sv: 'frivillig', en: 'optional' },
  showChoices: { fi: 'Näytä vaihtoehdot', sv: 'Visa alternativen', en: 'Show the choices' },
  choices: {
    fi: '{n, plural, =0 {Ei osumia} one {# vaihtoehto} other {# vaihtoehtoa}}',
    sv: '{n, plural, =0 {Inga träffar} one {# alternativ} other {# alternativ}}',
    en: '{n, plural, =0 {Nothing found} one {# choice} other {# choices}}',
  },
  moreChoices: {
    fi: 'Kirjoita lisää, niin luettelo lyhenee.',
    sv: 'Skriv mer så blir listan kortare.',
    en: 'Type more to shorten the list.',
  },
  searching: { fi: 'Haetaan', sv: 'Söker', en: 'Searching' },
  notFound: {
    fi: 'Ei osumia. Tarkista kirjoitusasu.',
    sv: 'Inga träffar. Kontrollera stavningen.',
    en: 'Nothing found. Check the spelling.',
  },
  copy: { fi: 'Kopioi', sv: 'Kopiera', en: 'Copy' },
  copied: { fi: 'Kopioitu.', sv: 'Kopierad.', en: 'Copied.' },
  copyByHand: {
    fi: 'Teksti on valittu. Kopioi se näppäimillä Ctrl+C.',
    sv: 'Texten är markerad. Kopiera den med Ctrl+C.',
    en: 'The text is selected. Copy it with Ctrl+C.',
  },
  typeToConfirm: {
    fi: 'Kirjoita vahvistukseksi: {word}',
    sv: 'Bekräfta genom att skriva: {word}',
    en: 'To confirm, type: {word}',
  },
  asExcel: { fi: 'Lataa Excel', sv: 'Ladda ner Excel', en: 'Download Excel' },
  asCsv: { fi: 'Lataa CSV', sv: 'Ladda ner CSV', en: 'Download CSV' },
  fileReady: {
    fi: 'Tiedosto on valmis. Avaa se tästä, jos lataus ei alkanut.',
    sv: 'Filen är klar. Öppna den här om nedladdningen inte började.',
    en: 'The file is ready. Open it here if the download did not start.',
  },
});
