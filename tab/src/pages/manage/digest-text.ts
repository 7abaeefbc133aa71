/** What the page says on which the digest is set. */
import { messages } from '../../text.ts';

export const digestText = messages({
  title: { fi: 'Kooste kanavalle', sv: 'Sammandrag till kanalen', en: 'Digest to the channel' },
  lead: {
    fi: 'Kanavalle julkaistaan kortti, jossa on uudet materiaalit, tulevat tilaisuudet sekä avoimet äänestykset ja kyselyt. Jos mitään uutta ei ole, koostetta ei lähetetä.',
    sv: 'I kanalen publiceras ett kort med nytt material, kommande evenemang samt öppna omröstningar och enkäter. Om inget är nytt skickas inget sammandrag.',
    en: 'A card is posted in the channel with new items, coming events, and open polls and surveys. When nothing is new, no digest is sent.',
  },
  every: { fi: 'Kuinka usein', sv: 'Hur ofta', en: 'How often' },
  never: { fi: 'Ei koskaan', sv: 'Aldrig', en: 'Never' },
  week: { fi: 'Joka viikko', sv: 'Varje vecka', en: 'Every week' },
  month: { fi: 'Joka kuukausi', sv: 'Varje månad', en: 'Every month' },
  weekday: { fi: 'Viikonpäivä', sv: 'Veckodag', en: 'Day of the week' },
  monthlyHint: {
    fi: 'Kuukauden ensimmäinen tällainen päivä.',
    sv: 'Månadens första sådan dag.',
    en: 'The first such day of the month.',
  },
  hour: { fi: 'Kellonaika', sv: 'Klockslag', en: 'Time of day' },
  next: { fi: 'Seuraava kooste: {when}.', sv: 'Nästa sammandrag: {when}.', en: 'Next digest: {when}.' },
  last: { fi: 'Edellinen lähetettiin {when}.', sv: 'Det förra skickades {when}.', en: 'The last one was sent {when}.' },
  off: {
    fi: 'Koostetta ei lähetetä.',
    sv: 'Inget sammandrag skickas.',
    en: 'No digest is sent.',
  },
  saved: {
    fi: 'Koosteen asetukset tallennettiin.',
    sv: 'Inställningarna för sammandraget sparades.',
    en: 'The settings of the digest were saved.',
  },
  previewWhy: {
    fi: 'Tältä kooste näyttäisi kanavalla juuri nyt.',
    sv: 'Så här skulle sammandraget se ut i kanalen just nu.',
    en: 'This is how the digest would look in the channel at this moment.',
  },
  previewEmpty: {
    fi: 'Juuri nyt ei ole mitään uutta, joten koostetta ei lähetettäisi.',
    sv: 'Just nu finns inget nytt, så inget sammandrag skulle skickas.',
    en: 'There is nothing new at the moment, so no digest would be sent.',
  },
});
