/** What the pages and answers about one's own details say, in three languages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  notThere: {
    fi: 'Tietojasi ei ole vielä tallennettu verkostoon. Yritä hetken päästä uudelleen.',
    sv: 'Dina uppgifter finns inte i nätverket ännu. Försök igen om en stund.',
    en: 'Your details are not in the network yet. Try again in a moment.',
  },
  noName: { fi: 'Kirjoita nimesi.', sv: 'Skriv ditt namn.', en: 'Write your name.' },
  tooLong: {
    fi: 'Teksti on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Texten är för lång: {n} tecken, högst {most}.',
    en: 'The text is too long: {n} characters, at most {most}.',
  },
  badAddress: {
    fi: 'Tarkista sähköpostiosoite. Kirjoita se muodossa nimi@kunta.fi.',
    sv: 'Kontrollera e-postadressen. Skriv den i formen namn@kommun.fi.',
    en: 'Check the e-mail address. Write it like name@town.fi.',
  },
  addressNeeded: {
    fi: 'Sähköpostiosoite tarvitaan, koska et käytä Teamsia: muuten verkosto ei tavoita sinua. Jos et halua enää viestejä, ota valinnat pois tai poistu verkostosta.',
    sv: 'E-postadressen behövs eftersom du inte använder Teams: annars når nätverket dig inte. Om du inte vill ha fler meddelanden kan du ta bort valen eller lämna nätverket.',
    en: 'The e-mail address is needed because you don’t use Teams: nothing else reaches you. If you want no more messages, clear the choices or leave the network.',
  },
  badPhone: {
    fi: 'Tarkista puhelinnumero. Kirjoita se numeroin, esimerkiksi 040 123 4567.',
    sv: 'Kontrollera telefonnumret. Skriv det med siffror, till exempel 040 123 4567.',
    en: 'Check the phone number. Write it in digits, for example 040 123 4567.',
  },
  manyTopics: {
    fi: 'Aiheita on {n}, enintään {most} mahtuu.',
    sv: 'Ämnena är {n}, högst {most} ryms.',
    en: 'There are {n} topics; at most {most} fit.',
  },
  longTopic: {
    fi: 'Aihe ”{topic}” on liian pitkä: enintään {most} merkkiä.',
    sv: 'Ämnet ”{topic}” är för långt: högst {most} tecken.',
    en: 'The topic “{topic}” is too long: at most {most} characters.',
  },
  unknownOrganisation: {
    fi: 'Tätä organisaatiota ei löytynyt. Valitse luettelosta.',
    sv: 'Organisationen hittades inte. Välj ur listan.',
    en: 'There is no such organisation. Choose one from the list.',
  },
});
