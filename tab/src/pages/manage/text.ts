/** What the first of the coordinator's pages says; each further page has a table of its own. */
import { messages } from '../../text.ts';

export const manageText = messages({
  lead: {
    fi: 'Verkoston asiat yhdessä paikassa. Tänne pääsevät vain koordinaattorit.',
    sv: 'Nätverkets ärenden på ett ställe. Bara koordinatorer kommer in här.',
    en: 'The network’s affairs in one place. Only coordinators get here.',
  },
  waits: { fi: 'Odottaa sinua', sv: 'Väntar på dig', en: 'Waiting for you' },
  pages: { fi: 'Sivut', sv: 'Sidor', en: 'Pages' },
  noMail: {
    fi: 'Sähköpostia ei ole otettu käyttöön. Äänestykset, kutsut ja muistutukset eivät tavoita niitä, jotka eivät ole Teamsissa. Pyydä palvelimen ylläpitäjää asettamaan SMTP_URL ja MAIL_FROM.',
    sv: 'E-post har inte tagits i bruk. Omröstningar, inbjudningar och påminnelser når inte dem som inte är i Teams. Be serverns administratör ställa in SMTP_URL och MAIL_FROM.',
    en: 'E-mail is not set up. Polls, invitations and reminders do not reach people outside Teams. Ask whoever runs the server to set SMTP_URL and MAIL_FROM.',
  },
  claims: {
    fi: '{n, plural, one {# ihminen odottaa, että vahvistat hänen kuntansa} other {# ihmistä odottaa, että vahvistat heidän kuntansa}}',
    sv: '{n, plural, one {# person väntar på att du bekräftar kommunen} other {# personer väntar på att du bekräftar kommunen}}',
    en: '{n, plural, one {# person waits for you to confirm whom they represent} other {# people wait for you to confirm whom they represent}}',
  },
  unassigned: {
    fi: '{n, plural, one {# jäsenen kunta puuttuu} other {# jäsenen kunta puuttuu}}',
    sv: '{n, plural, one {Kommun saknas för # medlem} other {Kommun saknas för # medlemmar}}',
    en: '{n, plural, one {# member has no municipality yet} other {# members have no municipality yet}}',
  },
  doubles: {
    fi: '{n, plural, one {Yksi ihminen näyttää olevan listalla kahdesti} other {# ihmistä näyttää olevan listalla kahdesti}}',
    sv: '{n, plural, one {En person verkar finnas två gånger på listan} other {# personer verkar finnas två gånger på listan}}',
    en: '{n, plural, one {One person seems to be listed twice} other {# people seem to be listed twice}}',
  },
  mergers: {
    fi: '{n, plural, one {# kunta on liittynyt toiseen} other {# kuntaa on liittynyt toiseen}}',
    sv: '{n, plural, one {# kommun har gått samman med en annan} other {# kommuner har gått samman med en annan}}',
    en: '{n, plural, one {# municipality has become part of another} other {# municipalities have become part of another}}',
  },
  endingTerms: {
    fi: '{n, plural, one {# toimikausi päättyy pian} other {# toimikautta päättyy pian}}',
    sv: '{n, plural, one {# mandatperiod tar snart slut} other {# mandatperioder tar snart slut}}',
    en: '{n, plural, one {# term ends soon} other {# terms end soon}}',
  },
  register: { fi: 'Rekisteri', sv: 'Register', en: 'Register' },
  registerWhat: {
    fi: 'Kunnat, muut organisaatiot ja ihmiset; alueet ja äänestämisen säännöt',
    sv: 'Kommuner, andra organisationer och personer; områden och regler för röstning',
    en: 'Municipalities, other organisations and people; areas and rules of voting',
  },
  lists: { fi: 'Tuonti ja vienti', sv: 'Import och export', en: 'Import and export' },
  listsWhat: {
    fi: 'Tuo postituslista tiedostosta, lataa jäsenet tai postituslista',
    sv: 'Importera en sändlista från en fil, ladda ner medlemmar eller en sändlista',
    en: 'Import a mailing list from a file, download members or a mailing list',
  },
  groups: { fi: 'Ryhmät ja roolit', sv: 'Grupper och roller', en: 'Groups and roles' },
  groupsWhat: {
    fi: 'Ydinryhmä, puheenjohtajisto ja varajäsenet; koordinaattorit ja tehtävien luovutus',
    sv: 'Kärngrupp, presidium och ersättare; koordinatorer och överlämning',
    en: 'Core group, chairs and substitutes; coordinators and handing over',
  },
  membership: { fi: 'Jäsenyys ja jäsenmaksut', sv: 'Medlemskap och avgifter', en: 'Membership and fees' },
  membershipWhat: {
    fi: 'Kuka on jäsen, kuka vasta kiinnostunut; yhteydenotot ja maksut vuosittain',
    sv: 'Vem som är medlem och vem som är intresserad; kontakter och avgifter per år',
    en: 'Who is a member and who is interested; contacts and fees by year',
  },
  reach: { fi: 'Osallistuminen', sv: 'Deltagande', en: 'Participation' },
  reachWhat: {
    fi: 'Mitkä kunnat ovat olleet mukana ja keistä ei ole kuulunut',
    sv: 'Vilka kommuner som varit med och vilka som varit tysta',
    en: 'Which municipalities took part, and which have been silent',
  },
  report: { fi: 'Vuosisuunnitelma ja raportti', sv: 'Årsplan och rapport', en: 'Year plan and report' },
  reportWhat: {
    fi: 'Vuoden tavoitteet ja raportti rahoittajalle ja jäsenille, luvut valmiina',
    sv: 'Årets mål och rapporten till finansiären och medlemmarna, med färdiga siffror',
    en: 'Goals of the year, and the report to the funder and members with its figures ready',
  },
  materials: { fi: 'Materiaalipankki', sv: 'Materialbanken', en: 'Material bank' },
  materialsWhat: {
    fi: 'Ehdotukset, tarkistettavat, teemat, kokoelmat ja kaiken lataaminen',
    sv: 'Förslag, det som ska granskas, teman, samlingar och nedladdning av allt',
    en: 'Proposals, what is to be looked through, themes, collections and downloading it all',
  },
  questionsWait: {
    fi: '{n, plural, one {# kysymys odottaa vastausta} other {# kysymystä odottaa vastausta}}',
    sv: '{n, plural, one {# fråga väntar på svar} other {# frågor väntar på svar}}',
    en: '{n, plural, one {# question waits for an answer} other {# questions wait for an answer}}',
  },
  materialsWait: {
    fi: '{n, plural, one {# materiaali odottaa julkaisua tai tarkistamista} other {# materiaalia odottaa julkaisua tai tarkistamista}}',
    sv: '{n, plural, one {# material väntar på publicering eller granskning} other {# material väntar på publicering eller granskning}}',
    en: '{n, plural, one {# item waits to be published or looked through} other {# items wait to be published or looked through}}',
  },
  bulletins: { fi: 'Tiedotteet', sv: 'Meddelanden', en: 'Bulletins' },
  bulletinsWhat: {
    fi: 'Kanavalle ja sähköpostiin, toimitusraportti ja etukäteen valmistellut sarjat',
    sv: 'Till kanalen och per e-post, leveransrapport och serier som förbereds på förhand',
    en: 'To the channel and by e-mail, report of delivery, and series prepared beforehand',
  },
  digest: { fi: 'Kooste kanavalle', sv: 'Sammandrag till kanalen', en: 'Digest to the channel' },
  digestWhat: {
    fi: 'Uudet materiaalit, tulevat tilaisuudet ja avoimet kysymykset viikoittain tai kuukausittain',
    sv: 'Nytt material, kommande evenemang och öppna frågor varje vecka eller månad',
    en: 'New items, coming events and open questions, weekly or monthly',
  },
  feedback: { fi: 'Palautelomake', sv: 'Responsformulär', en: 'Feedback form' },
  feedbackWhat: {
    fi: 'Mitä jokaisen tilaisuuden jälkeen kysytään',
    sv: 'Vad som frågas efter varje evenemang',
    en: 'What is asked after every event',
  },
  modules: { fi: 'Käytössä olevat osat', sv: 'Delar i bruk', en: 'Parts in use' },
  modulesWhat: {
    fi: 'Kysymykset, ideat, tiedotteet, lausunnot, laatikko ja haasteet',
    sv: 'Frågor, idéer, meddelanden, utlåtanden, lådan och utmaningar',
    en: 'Questions, ideas, bulletins, statements, the box and challenges',
  },
  privacy: { fi: 'Tietosuoja ja loki', sv: 'Dataskydd och logg', en: 'Privacy and audit trail' },
  privacyWhat: {
    fi: 'Tietosuojaseloste, tietojen poistaminen ja koordinaattorien toimet',
    sv: 'Dataskyddsbeskrivning, radering av uppgifter och koordinatorernas åtgärder',
    en: 'Privacy notice, erasing data, and what coordinators have done',
  },
});
