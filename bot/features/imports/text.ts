/** Texts of imports and exports: what is wrong or doubtful in a list, names of fields, headings of files. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── The file ──
  tooLarge: {
    fi: 'Tiedosto on liian suuri. Luettelo saa olla enintään 5 Mt.',
    sv: 'Filen är för stor. En lista får vara högst 5 MB.',
    en: 'The file is too large. A list may have at most 5 MB.',
  },
  tooManyRows: {
    fi: 'Luettelossa on yli {most, number} riviä. Jaa se osiin.',
    sv: 'Listan har över {most, number} rader. Dela upp den.',
    en: 'The list has more than {most, number} rows. Split it.',
  },
  empty: {
    fi: 'Tiedostossa pitää olla otsikkorivi ja sen alla ainakin yksi rivi.',
    sv: 'Filen ska ha en rubrikrad och minst en rad under den.',
    en: 'The file must have a heading row and at least one row below it.',
  },
  oldExcel: {
    fi: 'Tämä on vanha Excel-tiedosto (.xls). Tallenna se muodossa .xlsx ja valitse se uudelleen.',
    sv: 'Det här är en gammal Excel-fil (.xls). Spara den som .xlsx och välj den på nytt.',
    en: 'This is an old Excel file (.xls). Save it as .xlsx and choose it again.',
  },
  broken: {
    fi: 'Tiedostoa ei voi lukea. Tallenna luettelo CSV- tai XLSX-tiedostona ja valitse se uudelleen.',
    sv: 'Filen kan inte läsas. Spara listan som CSV eller XLSX och välj den på nytt.',
    en: 'The file can’t be read. Save the list as CSV or XLSX and choose it again.',
  },
  slow: {
    fi: 'Tiedoston lukeminen kesti liian kauan. Tallenna luettelo CSV-tiedostona ja valitse se uudelleen.',
    sv: 'Det tog för länge att läsa filen. Spara listan som CSV och välj den på nytt.',
    en: 'Reading the file took too long. Save the list as CSV and choose it again.',
  },
  // ── Columns ──
  columnTwice: {
    fi: 'Kaksi saraketta on valittu samaksi tiedoksi.',
    sv: 'Två kolumner är valda för samma uppgift.',
    en: 'Two columns are chosen for the same thing.',
  },
  noEmailColumn: {
    fi: 'Valitse, missä sarakkeessa on sähköpostiosoite.',
    sv: 'Välj i vilken kolumn e-postadressen finns.',
    en: 'Choose the column that holds the e-mail address.',
  },
  columnsChanged: {
    fi: 'Sarakkeita on {n}, mutta valintoja tuli {given}. Lataa sivu uudelleen.',
    sv: 'Det finns {n} kolumner, men {given} val. Ladda om sidan.',
    en: 'There are {n} columns, but {given} choices came. Reload the page.',
  },
  // ── Wrong ──
  noName: { fi: 'Nimi puuttuu.', sv: 'Namnet saknas.', en: 'The name is missing.' },
  noAddress: {
    fi: 'Sähköpostiosoite puuttuu.',
    sv: 'E-postadressen saknas.',
    en: 'The e-mail address is missing.',
  },
  badAddress: {
    fi: 'Tämä ei ole sähköpostiosoite.',
    sv: 'Det här är ingen e-postadress.',
    en: 'This is no e-mail address.',
  },
  severalAddresses: {
    fi: 'Solussa saa olla vain yksi sähköpostiosoite.',
    sv: 'Cellen får bara ha en e-postadress.',
    en: 'There may be only one e-mail address in the cell.',
  },
  tooLong: {
    fi: 'Liian pitkä, enintään {most} merkkiä.',
    sv: 'För långt, högst {most} tecken.',
    en: 'Too long, at most {most} characters.',
  },
  badPhone: {
    fi: 'Tämä ei ole puhelinnumero.',
    sv: 'Det här är inget telefonnummer.',
    en: 'This is no phone number.',
  },
  badLanguage: {
    fi: 'Kieli on suomi, ruotsi tai englanti.',
    sv: 'Språket är finska, svenska eller engelska.',
    en: 'The language is Finnish, Swedish or English.',
  },
  badYesNo: {
    fi: 'Kirjoita kyllä tai ei.',
    sv: 'Skriv ja eller nej.',
    en: 'Write yes or no.',
  },
  badTopics: {
    fi: 'Aiheita saa olla enintään {most}, ja kukin enintään {length} merkkiä.',
    sv: 'Högst {most} ämnen, vart och ett högst {length} tecken.',
    en: 'At most {most} topics of at most {length} characters each.',
  },
  badStage: {
    fi: 'Jäsenyys on yhteydessä oltu, kiinnostunut, kokeilujäsen, jäsen tai eronnut.',
    sv: 'Medlemskapet är kontaktad, intresserad, medlem på prov, medlem eller utträdd.',
    en: 'The membership is contacted, interested, on trial, member or left.',
  },
  badNumber: { fi: 'Kirjoita luku.', sv: 'Skriv ett tal.', en: 'Write a number.' },
  unknownOrganisation: {
    fi: 'Tällaista kuntaa tai rekisterin organisaatiota ei ole.',
    sv: 'Det finns ingen sådan kommun eller organisation i registret.',
    en: 'There is no such municipality or organisation in the register.',
  },
  contactWithoutOrganisation: {
    fi: 'Yhteyshenkilöltä puuttuu organisaatio.',
    sv: 'Kontaktpersonen saknar organisation.',
    en: 'The contact person has no organisation.',
  },
  noOrganisation: {
    fi: 'Riviltä puuttuu organisaatio, jota tämä koskee.',
    sv: 'Raden saknar organisationen som det här gäller.',
    en: 'The row lacks the organisation that this is about.',
  },
  otherwise: {
    fi: 'Rivillä {row} on samasta organisaatiosta eri tieto.',
    sv: 'Rad {row} säger något annat om samma organisation.',
    en: 'Row {row} says something else about the same organisation.',
  },
  sameMember: {
    fi: 'Rivi {row} koskee samaa jäsentä. Jätä toinen pois.',
    sv: 'Rad {row} gäller samma medlem. Lämna bort den ena.',
    en: 'Row {row} is about the same member. Leave one out.',
  },
  // ── Doubtful ──
  similarName: {
    fi: 'Rekisterissä on samanniminen henkilö, jolla on toinen osoite. Onko hän sama?',
    sv: 'I registret finns någon med samma namn men en annan adress. Är det samma person?',
    en: 'The register has someone of this name with another address. Is it the same person?',
  },
  sharedAddress: {
    fi: 'Osoite on jo toisennimisellä henkilöllä. Onko hän sama?',
    sv: 'Adressen hör redan till någon med ett annat namn. Är det samma person?',
    en: 'Someone of another name has this address already. Is it the same person?',
  },
  severalMembers: {
    fi: 'Osoite on usealla henkilöllä. Kuka heistä?',
    sv: 'Flera personer har adressen. Vem av dem?',
    en: 'Several people have this address. Which of them?',
  },
  left: {
    fi: 'Henkilö on lähtenyt verkostosta. Otetaanko hänet takaisin?',
    sv: 'Personen har lämnat nätverket. Ska hen tas tillbaka?',
    en: 'This person has left the network. Take them back in?',
  },
  invited: {
    fi: 'Henkilö on kutsuttu eikä ole vielä vastannut. Otetaanko hänet mukaan?',
    sv: 'Personen är inbjuden och har inte svarat än. Ska hen tas med?',
    en: 'This person was invited and has not answered yet. Take them in?',
  },
  twice: {
    fi: 'Rivi {row} näyttää olevan sama henkilö.',
    sv: 'Rad {row} verkar vara samma person.',
    en: 'Row {row} seems to be the same person.',
  },
  unclearOrganisation: {
    fi: 'Mitä organisaatiota tarkoitetaan?',
    sv: 'Vilken organisation avses?',
    en: 'Which organisation is meant?',
  },
  // ── Refusals ──
  unknownImport: {
    fi: 'Tätä luetteloa ei ole enää. Luettelot poistetaan seitsemän päivän kuluttua.',
    sv: 'Den här listan finns inte längre. Listor tas bort efter sju dagar.',
    en: 'This list is no longer there. Lists are removed after seven days.',
  },
  unknownRow: { fi: 'Tätä riviä ei ole.', sv: 'Den här raden finns inte.', en: 'There is no such row.' },
  isApplied: {
    fi: 'Luettelo on jo viety rekisteriin.',
    sv: 'Listan har redan förts in i registret.',
    en: 'The list has been taken into the register already.',
  },
  isApplying: {
    fi: 'Luetteloa viedään juuri rekisteriin.',
    sv: 'Listan förs just nu in i registret.',
    en: 'The list is being taken into the register right now.',
  },
  chooseMember: {
    fi: 'Valitse jäsen, jota rivi koskee.',
    sv: 'Välj medlemmen som raden gäller.',
    en: 'Choose the member that the row is about.',
  },
  notSettled: {
    fi: '{n, plural, one {# rivi} other {# riviä}} odottaa ratkaisua tai korjausta. Jätä pois rivit, joita et vie rekisteriin.',
    sv: '{n, plural, one {# rad} other {# rader}} väntar på avgörande eller rättelse. Lämna bort de rader som du inte för in i registret.',
    en: '{n, plural, one {# row waits} other {# rows wait}} to be settled or corrected. Leave out rows that you don’t take in.',
  },
  nothingToDo: {
    fi: 'Luettelossa ei ole mitään uutta rekisteriin.',
    sv: 'Listan har inget nytt till registret.',
    en: 'The list has nothing new for the register.',
  },
  dateToCome: {
    fi: 'Päivä on tulevaisuudessa. Valitse, milloin luettelo koottiin.',
    sv: 'Dagen ligger i framtiden. Välj när listan sammanställdes.',
    en: 'The date is in the future. Choose when the list was collected.',
  },
  // ── Names of fields ──
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  firstName: { fi: 'Etunimi', sv: 'Förnamn', en: 'First name' },
  lastName: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Last name' },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  organisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  title: { fi: 'Tehtävänimike', sv: 'Titel', en: 'Job title' },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  isContact: { fi: 'Yhteyshenkilö', sv: 'Kontaktperson', en: 'Contact person' },
  topics: { fi: 'Aiheet', sv: 'Ämnen', en: 'Topics' },
  membership: { fi: 'Jäsenyys', sv: 'Medlemskap', en: 'Membership' },
  inhabitants: { fi: 'Asukasluku', sv: 'Invånarantal', en: 'Inhabitants' },
  // ── Values ──
  contacted: { fi: 'Yhteydessä oltu', sv: 'Kontaktad', en: 'Contacted' },
  interested: { fi: 'Kiinnostunut', sv: 'Intresserad', en: 'Interested' },
  trial: { fi: 'Kokeilujäsen', sv: 'Medlem på prov', en: 'On trial' },
  member: { fi: 'Jäsen', sv: 'Medlem', en: 'Member' },
  leftMembership: { fi: 'Eronnut', sv: 'Utträdd', en: 'Left' },
  fi: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  sv: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  en: { fi: 'englanti', sv: 'engelska', en: 'English' },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  // ── Files ──
  membersName: { fi: 'jasenet-{date}', sv: 'medlemmar-{date}', en: 'members-{date}' },
  mailingName: { fi: 'postituslista-{date}', sv: 'sandlista-{date}', en: 'mailing-list-{date}' },
  membersSheet: { fi: 'Jäsenet', sv: 'Medlemmar', en: 'Members' },
  mailingSheet: { fi: 'Postituslista', sv: 'Sändlista', en: 'Mailing list' },
  columnCode: { fi: 'Kuntanumero', sv: 'Kommunnummer', en: 'Municipality code' },
  columnKind: { fi: 'Laji', sv: 'Typ', en: 'Kind' },
  columnRecipient: { fi: 'Vastaanottaja', sv: 'Mottagare', en: 'Recipient' },
});
