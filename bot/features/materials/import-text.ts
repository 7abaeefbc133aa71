/** Texts of bringing materials in from a list or folder, and of taking everything out: columns, what is wrong or told, and what files say. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Columns: what they are called in files, and recognised by ──
  title: { fi: 'Nimi', sv: 'Namn', en: 'Title' },
  summary: { fi: 'Tiivistelmä', sv: 'Sammanfattning', en: 'Summary' },
  type: { fi: 'Tyyppi', sv: 'Typ', en: 'Type' },
  links: { fi: 'Linkit', sv: 'Länkar', en: 'Links' },
  fileName: { fi: 'Tiedostot', sv: 'Filer', en: 'Files' },
  themes: { fi: 'Teemat', sv: 'Teman', en: 'Themes' },
  tags: { fi: 'Avainsanat', sv: 'Nyckelord', en: 'Tags' },
  event: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  eventDate: { fi: 'Tilaisuuden päivä', sv: 'Evenemangets datum', en: 'Date of the event' },
  organisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  author: { fi: 'Tekijä', sv: 'Upphovsperson', en: 'Author' },
  addedOn: { fi: 'Lisätty', sv: 'Tillagt', en: 'Added on' },
  targetGroups: { fi: 'Kohderyhmät', sv: 'Målgrupper', en: 'Target groups' },
  collection: { fi: 'Kokoelma', sv: 'Samling', en: 'Collection' },
  question: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  answer: { fi: 'Vastaus', sv: 'Svar', en: 'Answer' },
  topic: { fi: 'Aihe', sv: 'Ämne', en: 'Topic' },
  goal: { fi: 'Tavoite', sv: 'Mål', en: 'Goal' },
  implementation: { fi: 'Toteutus', sv: 'Genomförande', en: 'Implementation' },
  lessons: { fi: 'Opit', sv: 'Lärdomar', en: 'Lessons' },
  reviewOn: { fi: 'Tarkistettava', sv: 'Granskas', en: 'Review on' },
  audience: { fi: 'Kenelle näkyy', sv: 'Vem som ser', en: 'Visible to' },
  state: { fi: 'Tila', sv: 'Läge', en: 'State' },
  forMembers: { fi: 'Kaikille jäsenille', sv: 'För alla medlemmar', en: 'All members' },

  // ── What is refused ──
  unknownImport: {
    fi: 'Tätä tuontia ei ole enää. Tuonti säilyy seitsemän päivää. Valitse tiedostot uudelleen.',
    sv: 'Den här importen finns inte längre. En import sparas i sju dagar. Välj filerna på nytt.',
    en: 'This import is no longer there. An import is kept for seven days. Choose the files again.',
  },
  isApplying: {
    fi: 'Materiaaleja tuodaan jo. Odota, että tuonti on valmis.',
    sv: 'Materialen importeras redan. Vänta tills importen är klar.',
    en: 'These items are being imported already. Wait until the import is done.',
  },
  isApplied: {
    fi: 'Tämä tuonti on jo tehty.',
    sv: 'Den här importen är redan gjord.',
    en: 'This import is already done.',
  },
  nothingChosen: {
    fi: 'Valitse kansio, luettelo tai molemmat.',
    sv: 'Välj en mapp, en lista eller båda.',
    en: 'Choose a folder, a list, or both.',
  },
  nothingToDo: {
    fi: 'Tuotavaa ei ole: kaikki rivit jäävät pois.',
    sv: 'Det finns inget att importera: alla rader lämnas bort.',
    en: 'There is nothing to import: every row is left out.',
  },
  tooManyRows: {
    fi: 'Kerralla voi tuoda enintään {most, number} materiaalia. Jaa luettelo tai kansio osiin.',
    sv: 'Du kan importera högst {most, number} material på en gång. Dela listan eller mappen.',
    en: 'At most {most, number} items can be imported at a time. Divide the list or folder.',
  },
  noColumns: {
    fi: 'Luettelosta ei löydy saraketta, jossa on materiaalien nimet. Anna sarakkeelle otsikko ”Nimi” tai lataa mallipohja.',
    sv: 'Listan har ingen kolumn med materialens namn. Ge kolumnen rubriken ”Namn” eller ladda ner mallen.',
    en: 'The list has no column with the titles of items. Head the column “Title”, or download the template.',
  },
  tooLarge: {
    fi: 'Luettelo on liian suuri. Siinä voi olla enintään 5 Mt.',
    sv: 'Listan är för stor. Den får vara högst 5 MB.',
    en: 'The list is too large. It can have at most 5 MB.',
  },
  empty: {
    fi: 'Luettelossa ei ole yhtään riviä otsikon alla.',
    sv: 'Listan har inga rader under rubriken.',
    en: 'The list has no rows below its heading.',
  },
  oldExcel: {
    fi: 'Tämä on vanha Excel-tiedosto (.xls). Tallenna se muodossa .xlsx ja valitse uudelleen.',
    sv: 'Det här är en gammal Excelfil (.xls). Spara den som .xlsx och välj den på nytt.',
    en: 'This is an old Excel file (.xls). Save it as .xlsx and choose it again.',
  },
  broken: {
    fi: 'Luetteloa ei voi lukea. Tallenna se CSV- tai Excel-tiedostona ja valitse uudelleen.',
    sv: 'Listan kan inte läsas. Spara den som CSV- eller Excelfil och välj den på nytt.',
    en: 'The list can’t be read. Save it as a CSV or Excel file and choose it again.',
  },
  slow: {
    fi: 'Luettelon lukeminen kesti liian kauan. Jaa se osiin.',
    sv: 'Det tog för länge att läsa listan. Dela den.',
    en: 'Reading the list took too long. Divide it.',
  },
  unknownRow: {
    fi: 'Tätä riviä ei ole tuonnissa.',
    sv: 'Den här raden finns inte i importen.',
    en: 'The import has no such row.',
  },
  unknownFolder: {
    fi: 'Tätä kansiota ei ole tuonnissa.',
    sv: 'Den här mappen finns inte i importen.',
    en: 'The import has no such folder.',
  },
  unknownChoice: {
    fi: 'Tätä tilaisuutta, teemaa tai kokoelmaa ei ole enää. Valitse toinen.',
    sv: 'Det här evenemanget, temat eller den här samlingen finns inte längre. Välj något annat.',
    en: 'This event, theme or collection is no longer there. Choose another.',
  },
  tooManyTags: {
    fi: 'Tuonti toisi liian monta uutta avainsanaa: luettelossa voi olla enintään {most, number} teemaa ja avainsanaa.',
    sv: 'Importen skulle ge för många nya nyckelord: listan kan ha högst {most, number} teman och nyckelord.',
    en: 'The import would bring too many new tags: the list can have at most {most, number} themes and tags.',
  },

  // ── What is wrong with a row ──
  badType: {
    fi: 'Tyyppi on esitys, tallenne, asiakirja, linkki, hyvä käytäntö tai kysymys ja vastaus.',
    sv: 'Typen är presentation, inspelning, dokument, länk, god praxis eller fråga och svar.',
    en: 'The type is presentation, recording, document, link, good practice or question and answer.',
  },
  badLanguage: {
    fi: 'Kieli on suomi, ruotsi tai englanti.',
    sv: 'Språket är finska, svenska eller engelska.',
    en: 'The language is Finnish, Swedish or English.',
  },
  badDate: {
    fi: 'Päivämäärää ei voi lukea. Kirjoita se esimerkiksi 31.1.2026.',
    sv: 'Datumet kan inte läsas. Skriv till exempel 31.1.2026.',
    en: 'This date can’t be read. Write for instance 2026-01-31.',
  },
  dateToCome: {
    fi: 'Materiaalia ei ole voitu lisätä päivänä, joka on vasta tulossa.',
    sv: 'Materialet kan inte ha lagts till en dag som inte har kommit än.',
    en: 'An item can’t have been added on a day that is yet to come.',
  },
  badState: {
    fi: 'Tila on julkaistu tai luonnos.',
    sv: 'Läget är publicerad eller utkast.',
    en: 'The state is published or draft.',
  },
  badAudience: {
    fi: 'Näkyvyys on kaikille jäsenille, vain koordinaattoreille tai ryhmän nimi. Ryhmää ”{name}” ei ole.',
    sv: 'Materialet visas för alla medlemmar, bara för koordinatorer eller för en grupp. Gruppen ”{name}” finns inte.',
    en: 'An item is visible to all members, to coordinators only, or to a group. There is no group “{name}”.',
  },
  unknownOrganisation: {
    fi: 'Organisaatiota ”{name}” ei ole verkoston rekisterissä.',
    sv: 'Organisationen ”{name}” finns inte i nätverkets register.',
    en: 'The organisation “{name}” is not in the network’s register.',
  },
  severalOrganisations: {
    fi: 'Nimellä ”{name}” on rekisterissä useampi organisaatio.',
    sv: 'Flera organisationer i registret heter ”{name}”.',
    en: 'Several organisations of the register are called “{name}”.',
  },
  severalEvents: {
    fi: 'Nimellä ”{name}” on useampi tilaisuus. Kirjoita tilaisuuden päivä.',
    sv: 'Flera evenemang heter ”{name}”. Skriv evenemangets datum.',
    en: 'Several events are called “{name}”. Write the date of the event.',
  },
  notThatDay: {
    fi: 'Tilaisuutta ”{name}” ei ole ollut tuona päivänä.',
    sv: 'Evenemanget ”{name}” har inte ordnats den dagen.',
    en: 'The event “{name}” was not on that day.',
  },
  severalFiles: {
    fi: 'Kansiossa on useampi tiedosto nimeltä ”{name}”. Kirjoita myös alikansion nimi, esimerkiksi kevät/{name}.',
    sv: 'Mappen har flera filer som heter ”{name}”. Skriv också undermappens namn, till exempel vår/{name}.',
    en: 'The folder has several files called “{name}”. Write its subfolder too, for instance spring/{name}.',
  },
  fileTwice: {
    fi: 'Tiedosto ”{name}” on jo rivillä {row, number}.',
    sv: 'Filen ”{name}” finns redan på rad {row, number}.',
    en: 'The file “{name}” is already in row {row, number}.',
  },

  // ── What is told of a row that can be imported ──
  newTag: {
    fi: '”{name}” ei ole luettelossa: siitä tulee uusi avainsana.',
    sv: '”{name}” finns inte i listan: det blir ett nytt nyckelord.',
    en: '“{name}” is not on the list: it becomes a new tag.',
  },
  unknownEvent: {
    fi: 'Tilaisuutta ”{name}” ei löydy: nimi näkyy materiaalissa, mutta ei linkkinä.',
    sv: 'Evenemanget ”{name}” hittas inte: namnet visas i materialet, men inte som länk.',
    en: 'There is no event “{name}”: the name is shown on the item, but not as a link.',
  },
  unknownCollection: {
    fi: 'Kokoelmaa ”{name}” ei ole: materiaali tuodaan ilman kokoelmaa.',
    sv: 'Samlingen ”{name}” finns inte: materialet importeras utan samling.',
    en: 'There is no collection “{name}”: the item is imported without one.',
  },
  missingFile: {
    fi: 'Tiedostoa ”{name}” ei ole valitussa kansiossa: materiaali tuodaan ilman sitä.',
    sv: 'Filen ”{name}” finns inte i den valda mappen: materialet importeras utan den.',
    en: 'The file “{name}” is not in the chosen folder: the item is imported without it.',
  },
  isThere: {
    fi: 'Materiaalipankissa on jo ”{name}”.',
    sv: 'Materialbanken har redan ”{name}”.',
    en: 'The material bank already has “{name}”.',
  },
  inRow: {
    fi: 'Sama materiaali on jo rivillä {row, number}.',
    sv: 'Samma material finns redan på rad {row, number}.',
    en: 'The same item is already in row {row, number}.',
  },

  // ── Files ──
  templateName: { fi: 'Materiaalit-mallipohja', sv: 'Material-mall', en: 'Items-template' },
  exampleTitle: {
    fi: 'Koulukuljetusten kilpailutus',
    sv: 'Upphandling av skolskjutsar',
    en: 'Tendering of school transport',
  },
  exampleSummary: {
    fi: 'Mitä kilpailutus maksoi ja mitä siitä opittiin.',
    sv: 'Vad upphandlingen kostade och vad vi lärde oss.',
    en: 'What the tender cost and what was learnt.',
  },
  exampleTheme: { fi: 'Kuljetukset', sv: 'Transporter', en: 'Transport' },
  exampleFile: { fi: 'kilpailutus.pptx', sv: 'upphandling.pptx', en: 'tender.pptx' },
  archive: { fi: 'materiaalipankki', sv: 'materialbank', en: 'material-bank' },
  missing: {
    fi: 'Näitä tiedostoja ei löytynyt, kun arkisto tehtiin:',
    sv: 'De här filerna hittades inte när arkivet gjordes:',
    en: 'These files were not found when the archive was made:',
  },
});
