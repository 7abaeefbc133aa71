/** What has become of a letter, in words for coordinators. */
import { messages } from '../../core/text.ts';

export const text = messages({
  waiting: { fi: 'odottaa lähtöä', sv: 'väntar på att skickas', en: 'waits to be sent' },
  sending: { fi: 'lähtee juuri nyt', sv: 'skickas just nu', en: 'is being sent' },
  sent: { fi: 'lähetetty', sv: 'skickat', en: 'sent' },
  unknown: {
    fi: 'lähetys katkesi kesken: ei tiedetä, meneekö perille',
    sv: 'avbröts under sändningen: det är oklart om det kommer fram',
    en: 'cut off while being sent: nobody knows whether it arrives',
  },
  refused: {
    fi: 'vastaanottajan postipalvelin ei ottanut viestiä vastaan ({reason})',
    sv: 'mottagarens e-postserver tog inte emot det ({reason})',
    en: 'not accepted by the reader’s mail server ({reason})',
  },
  givenUp: {
    fi: 'ei saatu perille vuorokaudessa',
    sv: 'gick inte att leverera inom ett dygn',
    en: 'could not be delivered within a day',
  },
  broken: {
    fi: 'ei voitu lähettää ohjelman virheen vuoksi',
    sv: 'kunde inte skickas på grund av ett fel i programmet',
    en: 'could not be sent because of a fault in the app',
  },
  noAddress: {
    fi: 'ei lähetetty: toimivaa sähköpostiosoitetta ei ole',
    sv: 'inte skickat: det finns ingen fungerande e-postadress',
    en: 'not sent: there is no working e-mail address',
  },
  unwanted: {
    fi: 'ei lähetetty: ei halua näitä sähköpostilla',
    sv: 'inte skickat: vill inte ha sådana per e-post',
    en: 'not sent: does not want these by e-mail',
  },
  pointless: {
    fi: 'ei lähetetty: asia ei ollut enää ajankohtainen',
    sv: 'inte skickat: ärendet var inte längre aktuellt',
    en: 'not sent: it was no longer current',
  },
  recent: {
    fi: 'ei lähetetty: sai saman muistutuksen Teamsissa alle 12 tuntia aiemmin',
    sv: 'inte skickat: fick samma påminnelse i Teams mindre än 12 timmar tidigare',
    en: 'not sent: had the same reminder in Teams less than 12 hours before',
  },
  notConfigured: {
    fi: 'ei lähetetty: sähköpostia ei ole otettu käyttöön',
    sv: 'inte skickat: e-post är inte i bruk',
    en: 'not sent: e-mail is not in use',
  },
  someone: { fi: 'Poistettu henkilö', sv: 'Raderad person', en: 'Erased person' },
});
