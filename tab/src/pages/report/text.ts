/** What the pages of the yearly report say around the report itself, whose own words are those of its files. */
import { messages } from '../../text.ts';

export const reportText = messages({
  reports: { fi: 'Vuosisuunnitelma ja raportti', sv: 'Årsplan och rapport', en: 'Year plan and report' },
  reportsLead: {
    fi: 'Suunnitelma kirjoitetaan vuoden alussa. Raportin luvut tulevat verkoston omista tilaisuuksista, äänestyksistä ja palautteista, ja sinä kirjoitat loput.',
    sv: 'Planen skrivs i början av året. Rapportens siffror kommer från nätverkets egna evenemang, omröstningar och respons, och resten skriver du.',
    en: 'The plan is written when the year begins. The report’s figures come from the network’s own events, polls and feedback; the rest is yours to write.',
  },
  year: { fi: 'Vuosi {year}', sv: 'År {year}', en: 'Year {year}' },
  report: { fi: 'Raportti', sv: 'Rapport', en: 'Report' },
  plan: { fi: 'Suunnitelma', sv: 'Plan', en: 'Plan' },
  hasPlan: { fi: 'Suunnitelma on kirjoitettu', sv: 'Planen är skriven', en: 'The plan is written' },
  noPlan: { fi: 'Suunnitelmaa ei ole vielä', sv: 'Ingen plan ännu', en: 'No plan yet' },
  isPublished: {
    fi: 'Raportti julkaistu: {languages}',
    sv: 'Rapporten publicerad: {languages}',
    en: 'Report published: {languages}',
  },
  isDraft: { fi: 'Raportti luonnoksena', sv: 'Rapporten är ett utkast', en: 'Report is a draft' },
  writePlan: { fi: 'Kirjoita suunnitelma', sv: 'Skriv planen', en: 'Write the plan' },
  openReport: { fi: 'Avaa raportti', sv: 'Öppna rapporten', en: 'Open the report' },
  language: { fi: 'Raportin kieli', sv: 'Rapportens språk', en: 'Language of the report' },
  finnish: { fi: 'Suomi', sv: 'Finska', en: 'Finnish' },
  swedish: { fi: 'Ruotsi', sv: 'Svenska', en: 'Swedish' },
  english: { fi: 'Englanti', sv: 'Engelska', en: 'English' },
  // ── The report ──
  ownTexts: { fi: 'Omat tekstit', sv: 'Egna texter', en: 'Your own texts' },
  ownTextsLead: {
    fi: 'Kirjoita rauhassa: tekstit säilyvät luonnoksena, ja luvut päivittyvät itsestään julkaisemiseen asti.',
    sv: 'Skriv i lugn och ro: texterna sparas som utkast och siffrorna uppdateras av sig själva tills du publicerar.',
    en: 'Take your time: the texts stay a draft, and the figures update by themselves until you publish.',
  },
  otherLanguage: {
    fi: 'Raportissa näkyy nyt teksti, joka on kirjoitettu toisella kielellä ({language}). Kirjoita se tähän tällä kielellä.',
    sv: 'I rapporten visas nu en text som är skriven på ett annat språk ({language}). Skriv den här på det här språket.',
    en: 'The report now shows a text written in another language ({language}). Write it here in this one.',
  },
  summaryHint: {
    fi: 'Pari virkettä siitä, mitä vuodesta jäi käteen.',
    sv: 'Ett par meningar om vad året gav.',
    en: 'A few sentences on what the year brought.',
  },
  goalsHint: {
    fi: 'Katso suunnitelman tavoitteita: mikä toteutui, mikä ei ja miksi.',
    sv: 'Se på planens mål: vad nåddes, vad inte och varför.',
    en: 'Look at the plan’s goals: what was met, what was not, and why.',
  },
  save: { fi: 'Tallenna luonnos', sv: 'Spara utkastet', en: 'Save the draft' },
  saved: { fi: 'Luonnos on tallessa.', sv: 'Utkastet är sparat.', en: 'The draft is saved.' },
  savedAt: { fi: 'Tallennettu {when}', sv: 'Sparat {when}', en: 'Saved {when}' },
  unsaved: {
    fi: 'Tekstissä on muutoksia, joita ei ole tallennettu.',
    sv: 'Texten har ändringar som inte är sparade.',
    en: 'The text has changes that are not saved.',
  },
  takeTheirs: { fi: 'Näytä tallennettu teksti', sv: 'Visa den sparade texten', en: 'Show what is saved' },
  whatIsIn: { fi: 'Raportti nyt', sv: 'Rapporten nu', en: 'The report now' },
  notPublished: {
    fi: 'Raporttia ei ole julkaistu. Sen näkevät vain koordinaattorit.',
    sv: 'Rapporten är inte publicerad. Bara koordinatorer ser den.',
    en: 'The report is not published. Only coordinators see it.',
  },
  publishedSince: {
    fi: 'Julkaistu {when}. Jäsenet näkevät raportin sellaisena kuin se silloin oli.',
    sv: 'Publicerad {when}. Medlemmarna ser rapporten så som den var då.',
    en: 'Published {when}. Members see the report as it was then.',
  },
  isChanged: {
    fi: 'Luvut tai tekstit ovat muuttuneet julkaisemisen jälkeen. Julkaise uudelleen, jos muutosten pitää näkyä jäsenille.',
    sv: 'Siffror eller texter har ändrats efter publiceringen. Publicera på nytt om medlemmarna ska se ändringarna.',
    en: 'Figures or texts have changed since. Publish again if members should see the changes.',
  },
  publish: { fi: 'Julkaise jäsenille', sv: 'Publicera för medlemmarna', en: 'Publish to members' },
  publishAgain: { fi: 'Julkaise uudelleen', sv: 'Publicera på nytt', en: 'Publish again' },
  publishTitle: {
    fi: 'Julkaistaanko vuosiraportti {year}?',
    sv: 'Publicera årsrapporten {year}?',
    en: 'Publish the yearly report {year}?',
  },
  publishWhat: {
    fi: 'Luvut ja tekstit jäädytetään tällaisiksi, ja kaikki jäsenet näkevät ne. Voit julkaista uuden version tai perua julkaisun milloin vain.',
    sv: 'Siffrorna och texterna fryses så som de är nu och alla medlemmar ser dem. Du kan publicera en ny version eller ta bort den när som helst.',
    en: 'Figures and texts are frozen as they are, and all members see them. You can publish a new version or withdraw it at any time.',
  },
  published: { fi: 'Raportti on julkaistu.', sv: 'Rapporten är publicerad.', en: 'The report is published.' },
  withdraw: { fi: 'Peru julkaisu', sv: 'Ta bort publiceringen', en: 'Withdraw' },
  withdrawn: { fi: 'Julkaisu on peruttu.', sv: 'Publiceringen är borttagen.', en: 'It is withdrawn.' },
  asWord: { fi: 'Lataa Word', sv: 'Ladda ner Word', en: 'Download Word' },
  asCard: { fi: 'Lataa hankekortti', sv: 'Ladda ner projektkortet', en: 'Download the project card' },
  lastYear: { fi: '{year}', sv: '{year}', en: '{year}' },
  source: {
    fi: 'Mistä luku tulee: {name}',
    sv: 'Varifrån siffran kommer: {name}',
    en: 'Where the figure comes from: {name}',
  },
  empty: { fi: 'Ei vielä kirjoitettu', sv: 'Inte skrivet ännu', en: 'Not written yet' },
  // ── The plan ──
  planLead: {
    fi: 'Kirjoita lyhyesti, mitä verkosto aikoo tänä vuonna. Raportti luetaan tätä vasten.',
    sv: 'Skriv kort vad nätverket tänker göra i år. Rapporten läses mot det här.',
    en: 'Write briefly what the network sets out to do this year. The report is read against it.',
  },
  goalsEg: {
    fi: 'Esimerkiksi: kolme webinaaria ja seminaari; viisi uutta kuntaa mukaan.',
    sv: 'Till exempel: tre webbinarier och ett seminarium; fem nya kommuner med.',
    en: 'For example: three webinars and a seminar; five new municipalities.',
  },
  fundingEg: {
    fi: 'Mistä rahat tulevat ja mihin ne käytetään, sanoin.',
    sv: 'Varifrån pengarna kommer och vad de används till, i ord.',
    en: 'Where the money comes from and what it is for, in words.',
  },
  contactEg: {
    fi: 'Kenestä rahoittaja saa lisätietoja. Näkyy hankekortissa.',
    sv: 'Vem som ger finansiären mer information. Syns på projektkortet.',
    en: 'Whom the funder may ask. Shown on the project card.',
  },
  savePlan: { fi: 'Tallenna suunnitelma', sv: 'Spara planen', en: 'Save the plan' },
  planSaved: { fi: 'Suunnitelma on tallessa.', sv: 'Planen är sparad.', en: 'The plan is saved.' },
  // ── Members ──
  yearlyReports: { fi: 'Vuosiraportit', sv: 'Årsrapporter', en: 'Yearly reports' },
  yearlyReport: { fi: 'Vuosiraportti {year}', sv: 'Årsrapport {year}', en: 'Yearly report {year}' },
});
