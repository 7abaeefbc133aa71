/** What bulletins say: in cards, letters, pages, reports and refusals. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  unknownBulletin: {
    fi: 'Tiedotetta ei löydy. Se on ehkä poistettu.',
    sv: 'Meddelandet hittades inte. Det kan ha tagits bort.',
    en: 'The bulletin was not found. It may have been removed.',
  },
  unknownSeries: {
    fi: 'Sarjaa ei löydy. Se on ehkä poistettu.',
    sv: 'Serien hittades inte. Den kan ha tagits bort.',
    en: 'The series was not found. It may have been removed.',
  },
  noTitle: {
    fi: 'Anna tiedotteelle otsikko.',
    sv: 'Ge meddelandet en rubrik.',
    en: 'Give the bulletin a title.',
  },
  longTitle: {
    fi: 'Otsikossa saa olla enintään {n} merkkiä.',
    sv: 'Rubriken får ha högst {n} tecken.',
    en: 'A title may have at most {n} characters.',
  },
  noContent: {
    fi: 'Kirjoita tekstiä tai lisää kuva tai linkki.',
    sv: 'Skriv en text eller lägg till en bild eller en länk.',
    en: 'Write some text, or add a picture or a link.',
  },
  longText: {
    fi: 'Tekstissä saa olla enintään {n} merkkiä.',
    sv: 'Texten får ha högst {n} tecken.',
    en: 'The text may have at most {n} characters.',
  },
  badLink: {
    fi: 'Kirjoita linkki kokonaan, esimerkiksi https://kunta.example/sivu.',
    sv: 'Skriv hela länken, till exempel https://kommun.example/sida.',
    en: 'Write the whole address, such as https://municipality.example/page.',
  },
  longLabel: {
    fi: 'Linkin nimessä saa olla enintään {n} merkkiä.',
    sv: 'Länkens namn får ha högst {n} tecken.',
    en: 'The name of a link may have at most {n} characters.',
  },
  noAudience: {
    fi: 'Valitse, meneekö tiedote kanavalle, sähköpostilla vai molempiin.',
    sv: 'Välj om meddelandet ska till kanalen, per e-post eller bådadera.',
    en: 'Choose whether the bulletin goes to the channel, by e-mail, or both.',
  },
  goneFilter: {
    fi: 'Ryhmää, aluetta tai organisaation lajia, johon sähköposti on rajattu, ei enää ole. Valitse vastaanottajat uudelleen.',
    sv: 'Gruppen, området eller organisationstypen som e-posten begränsats till finns inte längre. Välj mottagarna på nytt.',
    en: 'The group, area or kind of organisation that the e-mail is limited to is no longer there. Choose the recipients again.',
  },
  noOneThere: {
    fi: 'Rajaus, jota ei enää ole',
    sv: 'En begränsning som inte längre finns',
    en: 'A limit that is no longer there',
  },
  unknownGroup: {
    fi: 'Ryhmää ei enää ole. Valitse toinen.',
    sv: 'Gruppen finns inte längre. Välj en annan.',
    en: 'The group is no longer there. Choose another.',
  },
  badTime: {
    fi: 'Anna päivä ja kellonaika, esimerkiksi 3.12.2026 ja 9.00.',
    sv: 'Ange datum och klockslag, till exempel 3.12.2026 och 9.00.',
    en: 'Give a date and a time, such as 3.12.2026 and 9.00.',
  },
  pastTime: {
    fi: 'Valitse aika, joka on vasta tulossa.',
    sv: 'Välj en tid som ännu inte har passerat.',
    en: 'Choose a time that is still to come.',
  },
  farTime: {
    fi: 'Valitse aika, joka on enintään vuoden päässä.',
    sv: 'Välj en tid som är högst ett år framåt.',
    en: 'Choose a time within a year from now.',
  },
  isSent: {
    fi: 'Tiedote on jo lähtenyt. Voit korjata sen tai lähettää jatkotiedotteen.',
    sv: 'Meddelandet har redan skickats. Du kan rätta det eller skicka en uppföljning.',
    en: 'The bulletin has gone out. You can correct it or send a follow-up.',
  },
  isNotSent: {
    fi: 'Tiedote ei ole vielä lähtenyt. Muokkaa sitä luonnoksena.',
    sv: 'Meddelandet har inte skickats ännu. Redigera utkastet.',
    en: 'The bulletin has not gone out yet. Edit the draft.',
  },
  isScheduled: {
    fi: 'Peru ensin ajastus.',
    sv: 'Ångra tidsinställningen först.',
    en: 'Undo the scheduling first.',
  },
  changedMeanwhile: {
    fi: 'Tiedotetta muutettiin juuri. Avaa sivu uudelleen ja tarkista se.',
    sv: 'Meddelandet ändrades nyss. Öppna sidan på nytt och kontrollera det.',
    en: 'The bulletin was changed just now. Open the page again and check it.',
  },
  manyCorrections: {
    fi: 'Tiedotetta on korjattu jo {n} kertaa. Lähetä uusi tiedote.',
    sv: 'Meddelandet har redan rättats {n} gånger. Skicka ett nytt meddelande.',
    en: 'The bulletin has been corrected {n} times. Send a new one.',
  },
  noOwnAddress: {
    fi: 'Sinulla ei ole sähköpostiosoitetta. Lisää se kohdassa Omat tietoni.',
    sv: 'Du har ingen e-postadress. Lägg till den under Mina uppgifter.',
    en: 'You have no e-mail address. Add one under My details.',
  },
  mailOff: {
    fi: 'Sähköpostia ei ole otettu käyttöön tällä palvelimella. Kysy ylläpidolta.',
    sv: 'E-post är inte i bruk på den här servern. Fråga administratören.',
    en: 'E-mail is not in use on this server. Ask its administrator.',
  },
  noSeriesTitle: {
    fi: 'Anna sarjalle nimi.',
    sv: 'Ge serien ett namn.',
    en: 'Give the series a name.',
  },
  badFirstDay: {
    fi: 'Anna sarjan ensimmäinen päivä.',
    sv: 'Ange seriens första dag.',
    en: 'Give the first day of the series.',
  },
  badDays: {
    fi: 'Päiviä voi olla 1–31.',
    sv: 'Antalet dagar kan vara 1–31.',
    en: 'A series may have 1 to 31 days.',
  },
  badClock: {
    fi: 'Anna kellonaika, esimerkiksi 9.00.',
    sv: 'Ange klockslag, till exempel 9.00.',
    en: 'Give a time, such as 9.00.',
  },
  notItsDay: {
    fi: 'Tämä päivä ei kuulu sarjaan.',
    sv: 'Dagen hör inte till serien.',
    en: 'This day is not in the series.',
  },
  wouldLoseDays: {
    fi: 'Muutos jättäisi pois päiviä, joille on jo sisältöä: {days}. Poista niiden sisältö ensin.',
    sv: 'Ändringen skulle lämna bort dagar som redan har innehåll: {days}. Ta bort innehållet först.',
    en: 'The change would leave out days that have content: {days}. Remove their content first.',
  },
  nothingFilled: {
    fi: 'Sarjassa ei ole vielä yhtään valmista päivää, joka on vasta tulossa.',
    sv: 'Serien har ännu ingen färdig dag som är på kommande.',
    en: 'The series has no filled day that is still to come.',
  },
  hasBegun: {
    fi: 'Sarjasta on jo julkaistu päiviä, joten sitä ei voi poistaa.',
    sv: 'Dagar i serien har redan publicerats, så den kan inte tas bort.',
    en: 'Days of the series have been posted, so it can’t be removed.',
  },

  // ── Cards ──
  corrected: { fi: 'Korjattu {when}', sv: 'Rättat {when}', en: 'Corrected {when}' },
  readAll: { fi: 'Lue koko tiedote', sv: 'Läs hela meddelandet', en: 'Read all of it' },
  open: { fi: 'Avaa välilehdessä', sv: 'Öppna på fliken', en: 'Open in the tab' },
  link: { fi: 'Avaa linkki', sv: 'Öppna länken', en: 'Open the link' },
  summary: { fi: 'Tiedote: {title}', sv: 'Meddelande: {title}', en: 'Bulletin: {title}' },

  // ── Letters ──
  readOnPage: { fi: 'Lue tiedote verkkosivulla', sv: 'Läs meddelandet på webben', en: 'Read it on a web page' },
  hasPicture: {
    fi: 'Tiedotteessa on kuva, jonka näet verkkosivulla: {alt}',
    sv: 'Meddelandet har en bild som du ser på webben: {alt}',
    en: 'The bulletin has a picture, which you can see on the web page: {alt}',
  },
  test: { fi: 'Koe: {title}', sv: 'Prov: {title}', en: 'Test: {title}' },
  testLead: {
    fi: 'Tämä on koe, joka lähti vain sinulle.',
    sv: 'Det här är ett prov som skickades bara till dig.',
    en: 'This is a test that was sent to you alone.',
  },
  followUpTitle: { fi: 'Korjaus: {title}', sv: 'Rättelse: {title}', en: 'Correction: {title}' },

  // ── Pages ──
  bulletins: { fi: 'Tiedotteet', sv: 'Meddelanden', en: 'Bulletins' },
  none: { fi: 'Tiedotteita ei vielä ole.', sv: 'Det finns inga meddelanden ännu.', en: 'There are no bulletins yet.' },
  sentOn: { fi: 'Julkaistu {when}', sv: 'Publicerat {when}', en: 'Published {when}' },
  from: {
    fi: 'Tiedotteen julkaisi verkosto {network}.',
    sv: 'Meddelandet publicerades av nätverket {network}.',
    en: 'Published by the network {network}.',
  },
  all: { fi: 'Kaikki tiedotteet', sv: 'Alla meddelanden', en: 'All bulletins' },
  older: { fi: 'Vanhemmat', sv: 'Äldre', en: 'Older' },

  // ── The report of delivery ──
  sent: { fi: 'lähetetty', sv: 'skickat', en: 'sent' },
  waiting: { fi: 'odottaa lähtöä', sv: 'väntar på att skickas', en: 'waits to be sent' },
  unknown: {
    fi: 'lähetys katkesi kesken: ei tiedetä, menikö perille',
    sv: 'avbröts under sändningen: det är oklart om det kom fram',
    en: 'cut off while being sent: nobody knows whether it arrived',
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
  notConfigured: {
    fi: 'ei lähetetty: sähköpostia ei ole otettu käyttöön',
    sv: 'inte skickat: e-post är inte i bruk',
    en: 'not sent: e-mail is not in use',
  },
  noAddress: {
    fi: 'ei toimivaa sähköpostiosoitetta',
    sv: 'ingen fungerande e-postadress',
    en: 'no working e-mail address',
  },
  unwanted: {
    fi: 'ei halua tiedotteita sähköpostilla',
    sv: 'vill inte ha meddelanden per e-post',
    en: 'does not want bulletins by e-mail',
  },
  inTeams: {
    fi: 'on Teamsissa eikä ole pyytänyt tiedotteita sähköpostilla',
    sv: 'är med i Teams och har inte bett om meddelanden per e-post',
    en: 'is in Teams and has not asked for bulletins by e-mail',
  },
  pointless: {
    fi: 'ei lähetetty: lähti verkostosta ennen lähetystä',
    sv: 'inte skickat: lämnade nätverket före sändningen',
    en: 'not sent: left the network before it was sent',
  },
  erased: {
    fi: 'henkilön tiedot on poistettu',
    sv: 'personens uppgifter har raderats',
    en: 'the person’s data has been erased',
  },
  someone: { fi: 'Poistettu henkilö', sv: 'Raderad person', en: 'Erased person' },
  sheetSums: { fi: 'Yhteenveto', sv: 'Sammandrag', en: 'Summary' },
  sheetPeople: { fi: 'Vastaanottajat', sv: 'Mottagare', en: 'Recipients' },
  columnTitle: { fi: 'Tiedote', sv: 'Meddelande', en: 'Bulletin' },
  columnSentAt: { fi: 'Lähetetty', sv: 'Skickat', en: 'Sent' },
  columnAll: { fi: 'Vastaanottajia', sv: 'Mottagare', en: 'Recipients' },
  columnName: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  columnOrganisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  columnState: { fi: 'Toimitus', sv: 'Leverans', en: 'Delivery' },
  columnSays: { fi: 'Tarkemmin', sv: 'Närmare', en: 'Details' },
  columnAt: { fi: 'Milloin', sv: 'När', en: 'When' },
  countSent: { fi: 'Lähetetty', sv: 'Skickat', en: 'Sent' },
  countWaiting: { fi: 'Odottaa lähtöä', sv: 'Väntar', en: 'Waiting' },
  countUnknown: { fi: 'Katkesi kesken', sv: 'Avbröts', en: 'Cut off' },
  countFailed: { fi: 'Ei mennyt perille', sv: 'Kom inte fram', en: 'Failed' },
  countNoAddress: { fi: 'Ei osoitetta', sv: 'Ingen adress', en: 'No address' },
  countUnwanted: { fi: 'Ei halua sähköpostia', sv: 'Vill inte ha e-post', en: 'Unsubscribed' },
  countInTeams: { fi: 'Vain Teamsissa', sv: 'Bara i Teams', en: 'In Teams only' },
  countPointless: { fi: 'Lähti verkostosta', sv: 'Lämnade nätverket', en: 'Left the network' },

  toEveryone: { fi: 'Kaikki jäsenet', sv: 'Alla medlemmar', en: 'All members' },
  toReaders: {
    fi: 'Ne, joille edellinen tiedote lähetettiin',
    sv: 'De som fick det tidigare meddelandet',
    en: 'Those to whom the earlier bulletin was sent',
  },
  contactsOnly: { fi: 'yhteyshenkilöt', sv: 'kontaktpersoner', en: 'contact persons' },

  // ── Handover ──
  todoScheduled: {
    fi: 'Ajastettu lähtemään {when}. Tarkista tai peru.',
    sv: 'Ska skickas {when}. Kontrollera eller ångra.',
    en: 'Goes out {when}. Check it or undo.',
  },
  todoDraft: {
    fi: 'Luonnos, jota ei ole lähetetty.',
    sv: 'Ett utkast som inte har skickats.',
    en: 'A draft that has not been sent.',
  },
});
