/** Texts of membership and fees: refusals, and headings of the list as a file. */
import { messages } from '../../core/text.ts';

export const text = messages({
  unknownOrganisation: {
    fi: 'Tätä organisaatiota ei ole enää rekisterissä.',
    sv: 'Den här organisationen finns inte längre i registret.',
    en: 'This organisation is no longer in the register.',
  },
  unknownNote: {
    fi: 'Tätä muistiinpanoa ei ole enää.',
    sv: 'Den här anteckningen finns inte längre.',
    en: 'This note is no longer there.',
  },
  unknownClass: {
    fi: 'Valitse jokin verkoston maksuluokista.',
    sv: 'Välj en av nätverkets avgiftsklasser.',
    en: 'Choose one of the network’s fee classes.',
  },
  classTwice: {
    fi: 'Anna jokaiselle maksuluokalle oma nimi.',
    sv: 'Ge varje avgiftsklass ett eget namn.',
    en: 'Give each fee class a name of its own.',
  },
  classInUse: {
    fi: 'Maksuluokkaa ”{name}” ei voi poistaa, koska jokin jäsenmaksu kuuluu siihen.',
    sv: 'Avgiftsklassen ”{name}” kan inte tas bort, eftersom någon medlemsavgift hör till den.',
    en: 'The fee class “{name}” can’t be removed, because some membership fee belongs to it.',
  },
  paidNotInvoiced: {
    fi: 'Kirjaa ensin laskun päivä.',
    sv: 'Ange först fakturans datum.',
    en: 'Enter the date of the invoice first.',
  },
  paidBeforeInvoiced: {
    fi: 'Maksupäivä ei voi olla ennen laskun päivää.',
    sv: 'Betalningsdagen kan inte vara före fakturans datum.',
    en: 'The fee can’t be paid before it was invoiced.',
  },
  future: {
    fi: 'Päivä on tulevaisuudessa. Valitse tämä tai aiempi päivä.',
    sv: 'Dagen ligger i framtiden. Välj i dag eller en tidigare dag.',
    en: 'The date is in the future. Choose today or an earlier day.',
  },
  fileName: { fi: 'jasenmaksut-{year}', sv: 'medlemsavgifter-{year}', en: 'membership-fees-{year}' },
  sheet: { fi: 'Jäsenyydet {year}', sv: 'Medlemskap {year}', en: 'Membership {year}' },
  columnOrganisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  columnCode: { fi: 'Kuntanumero', sv: 'Kommunnummer', en: 'Municipality code' },
  columnKind: { fi: 'Laji', sv: 'Typ', en: 'Kind' },
  columnStage: { fi: 'Jäsenyys', sv: 'Medlemskap', en: 'Membership' },
  columnSince: { fi: 'Alkaen', sv: 'Från och med', en: 'Since' },
  columnClass: { fi: 'Maksuluokka', sv: 'Avgiftsklass', en: 'Fee class' },
  columnInvoiced: { fi: 'Laskutettu', sv: 'Fakturerad', en: 'Invoiced' },
  columnPaid: { fi: 'Maksettu', sv: 'Betald', en: 'Paid' },
  columnStep: { fi: 'Seuraavaksi', sv: 'Nästa steg', en: 'Next step' },
  columnStepOn: { fi: 'Viimeistään', sv: 'Senast', en: 'By' },
  contacted: { fi: 'Yhteydessä oltu', sv: 'Kontaktad', en: 'Contacted' },
  interested: { fi: 'Kiinnostunut', sv: 'Intresserad', en: 'Interested' },
  trial: { fi: 'Kokeilujäsen', sv: 'Medlem på prov', en: 'On trial' },
  member: { fi: 'Jäsen', sv: 'Medlem', en: 'Member' },
  left: { fi: 'Eronnut', sv: 'Utträdd', en: 'Left' },
  // ── Handing over ──
  handNote: { fi: '{organisation}: {step}', sv: '{organisation}: {step}', en: '{organisation}: {step}' },
  handWaits: {
    fi: 'Sovittu seuraava askel odottaa. Tee se tai sovi, kuka tekee.',
    sv: 'Det avtalade nästa steget väntar. Ta det eller kom överens om vem som gör det.',
    en: 'The agreed next step waits. Take it, or agree on who does.',
  },
  handLate: {
    fi: 'Sovittu seuraava askel on myöhässä. Tee se tai sovi, kuka tekee.',
    sv: 'Det avtalade nästa steget är försenat. Ta det eller kom överens om vem som gör det.',
    en: 'The agreed next step is late. Take it, or agree on who does.',
  },
});
