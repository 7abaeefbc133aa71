/** Texts of the material bank: what is refused, and what things are called on cards, pages and in files. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  unknownMaterial: {
    fi: 'Tätä materiaalia ei ole enää materiaalipankissa.',
    sv: 'Det här materialet finns inte längre i materialbanken.',
    en: 'This item is no longer in the material bank.',
  },
  notYours: {
    fi: 'Vain materiaalin lisääjä ja koordinaattorit voivat muuttaa sitä.',
    sv: 'Bara den som lade till materialet och koordinatorerna kan ändra det.',
    en: 'Only the person who added this item and the coordinators can change it.',
  },
  noTitle: { fi: 'Anna materiaalille nimi.', sv: 'Ge materialet ett namn.', en: 'Give the item a title.' },
  longLine: {
    fi: 'Lyhennä tätä: enintään {n, number} merkkiä.',
    sv: 'Korta av det här: högst {n, number} tecken.',
    en: 'Shorten this: at most {n, number} characters.',
  },
  longPart: {
    fi: 'Lyhennä tekstiä: enintään {n, number} merkkiä.',
    sv: 'Korta av texten: högst {n, number} tecken.',
    en: 'Shorten the text: at most {n, number} characters.',
  },
  noQuestion: { fi: 'Kirjoita kysymys.', sv: 'Skriv frågan.', en: 'Write the question.' },
  noAnswer: { fi: 'Kirjoita vastaus.', sv: 'Skriv svaret.', en: 'Write the answer.' },
  noLink: { fi: 'Lisää linkki.', sv: 'Lägg till länken.', en: 'Add the link.' },
  badLink: {
    fi: 'Linkki ei kelpaa. Sen pitää alkaa https:// ja olla kokonainen osoite.',
    sv: 'Länken fungerar inte. Den ska börja med https:// och vara en hel adress.',
    en: 'This is not a link. It must begin with https:// and be a whole address.',
  },
  unknownEvent: {
    fi: 'Tilaisuutta ei ole enää. Valitse toinen tai jätä tyhjäksi.',
    sv: 'Evenemanget finns inte längre. Välj ett annat eller lämna tomt.',
    en: 'This event is no longer there. Choose another or leave it empty.',
  },
  unknownOrganisation: {
    fi: 'Organisaatiota ei ole enää verkostossa. Valitse toinen.',
    sv: 'Organisationen finns inte längre i nätverket. Välj en annan.',
    en: 'This organisation is no longer in the network. Choose another.',
  },
  unknownGroup: {
    fi: 'Ryhmää ei ole enää. Valitse, kenelle materiaali näkyy.',
    sv: 'Gruppen finns inte längre. Välj vem som ska se materialet.',
    en: 'This group is no longer there. Choose who sees the item.',
  },
  badDate: {
    fi: 'Päivämäärää ei voi lukea. Kirjoita se esimerkiksi 2027-01-31.',
    sv: 'Datumet kan inte läsas. Skriv till exempel 2027-01-31.',
    en: 'This date can’t be read. Write for instance 2027-01-31.',
  },
  tooMany: {
    fi: 'Tässä voi olla enintään {n, number}. Poista osa.',
    sv: 'Här får det finnas högst {n, number}. Ta bort några.',
    en: 'There can be at most {n, number} here. Remove some.',
  },
  tooManyFiles: {
    fi: 'Yhdessä materiaalissa voi olla enintään {n, number} tiedostoa.',
    sv: 'Ett material kan ha högst {n, number} filer.',
    en: 'One item can have at most {n, number} files.',
  },
  tooManyVersions: {
    fi: 'Tiedostolla on jo {n, number} versiota. Lisää uusi tiedosto sen sijaan.',
    sv: 'Filen har redan {n, number} versioner. Lägg till en ny fil i stället.',
    en: 'This file already has {n, number} versions. Add a new file instead.',
  },
  notForAll: {
    fi: 'Vain kaikille jäsenille näkyvän, julkaistun materiaalin voi jakaa.',
    sv: 'Bara publicerat material som alla medlemmar ser kan delas.',
    en: 'Only a published item that every member may see can be shared.',
  },
  badShareDays: {
    fi: 'Jakolinkki voi olla voimassa 1–{n, number} päivää.',
    sv: 'Delningslänken kan gälla 1–{n, number} dagar.',
    en: 'A share link can be valid for 1 to {n, number} days.',
  },

  noThread: {
    fi: 'Materiaalilla ei ole tilaisuutta, jonka kutsu olisi kanavalla. Jaa se kanavalle.',
    sv: 'Materialet hör inte till något evenemang vars inbjudan finns i kanalen. Dela det i kanalen.',
    en: 'This item belongs to no event whose invitation is in the channel. Share it in the channel instead.',
  },

  // ── Files ──
  fileName: {
    fi: 'Anna tiedostolle nimi, jossa on enintään {n, number} merkkiä.',
    sv: 'Ge filen ett namn på högst {n, number} tecken.',
    en: 'Give the file a name of at most {n, number} characters.',
  },
  fileKind: {
    fi: '”{name}” on tyyppiä, jota pankkiin ei voi lisätä. Lisää esimerkiksi PDF-, Word-, PowerPoint-, Excel-, kuva-, video- tai zip-tiedosto.',
    sv: '”{name}” är av en typ som inte kan läggas till. Lägg till till exempel en PDF-, Word-, PowerPoint-, Excel-, bild-, video- eller zip-fil.',
    en: '“{name}” is of a kind that can’t be added. Add for instance a PDF, Word, PowerPoint, Excel, picture, video or zip file.',
  },
  emptyFile: {
    fi: '”{name}” on tyhjä tiedosto.',
    sv: '”{name}” är en tom fil.',
    en: '“{name}” is an empty file.',
  },
  largeFile: {
    fi: '”{name}” on liian suuri. Yksi tiedosto voi olla enintään {mb, number} Mt.',
    sv: '”{name}” är för stor. En fil får vara högst {mb, number} MB.',
    en: '“{name}” is too large. One file can have at most {mb, number} MB.',
  },
  wrongContent: {
    fi: 'Tiedoston ”{name}” sisältö ei ole sitä, mitä sen nimi lupaa. Avaa se ohjelmallaan, tallenna uudelleen ja lisää sitten.',
    sv: 'Innehållet i ”{name}” är inte vad namnet lovar. Öppna filen i sitt program, spara den på nytt och lägg till den sedan.',
    en: 'The content of “{name}” is not what its name says. Open it in its program, save it again, and then add it.',
  },
  unknownUpload: {
    fi: 'Tiedosto ei ole enää tallessa. Lisää se uudelleen.',
    sv: 'Filen finns inte längre kvar. Lägg till den på nytt.',
    en: 'The file is no longer kept. Add it again.',
  },
  unknownFile: {
    fi: 'Tätä tiedostoa ei ole enää materiaalissa.',
    sv: 'Den här filen finns inte längre i materialet.',
    en: 'This file is no longer in the item.',
  },
  badBlock: {
    fi: 'Osa tiedostosta muuttui matkalla. Lähetys yrittää sitä uudelleen.',
    sv: 'En del av filen förändrades på vägen. Den skickas på nytt.',
    en: 'A part of the file changed on its way. It is sent again.',
  },
  missingBlocks: {
    fi: 'Tiedostosta puuttuu vielä osia. Jatka lähettämistä.',
    sv: 'Delar av filen saknas ännu. Fortsätt att skicka den.',
    en: 'Parts of the file are still missing. Go on sending it.',
  },
  noRoom: {
    fi: 'Tiedostoille ei ole juuri nyt tilaa. Kerro verkoston koordinaattorille. Mitään aiemmin lisättyä ei ole kadonnut.',
    sv: 'Det finns inte plats för filer just nu. Berätta det för nätverkets koordinator. Inget av det som lagts till tidigare har försvunnit.',
    en: 'There is no room for files at the moment. Tell the coordinator of the network. Nothing that was added before is lost.',
  },
  manyUploads: {
    fi: 'Sinulla on jo paljon keskeneräisiä tiedostoja. Lisää ne materiaaleihin tai poista ne ensin.',
    sv: 'Du har redan många oavslutade filer. Lägg till dem i material eller ta bort dem först.',
    en: 'You already have many unfinished files. Put them into items or remove them first.',
  },

  // ── Themes, collections, reactions ──
  noTermName: {
    fi: 'Anna nimi ainakin yhdellä kielellä.',
    sv: 'Ge ett namn på åtminstone ett språk.',
    en: 'Give a name in at least one language.',
  },
  longTerm: {
    fi: 'Lyhennä nimeä: enintään {n, number} merkkiä.',
    sv: 'Korta av namnet: högst {n, number} tecken.',
    en: 'Shorten the name: at most {n, number} characters.',
  },
  termTaken: {
    fi: '”{name}” on jo luettelossa. Yhdistä ne, jos ne ovat sama asia.',
    sv: '”{name}” finns redan i listan. Slå ihop dem om de är samma sak.',
    en: '“{name}” is already on the list. Merge them if they are the same.',
  },
  tooManyTerms: {
    fi: 'Luettelossa on jo {n, number} teemaa ja avainsanaa. Yhdistä tai poista vanhoja.',
    sv: 'Listan har redan {n, number} teman och nyckelord. Slå ihop eller ta bort gamla.',
    en: 'The list already has {n, number} themes and tags. Merge or remove old ones.',
  },
  unknownTerm: {
    fi: 'Tätä ei ole enää luettelossa.',
    sv: 'Det här finns inte längre i listan.',
    en: 'This is no longer on the list.',
  },
  sameTerm: {
    fi: 'Valitse yhdistämiseen kaksi eri nimeä.',
    sv: 'Välj två olika namn att slå ihop.',
    en: 'Choose two different names to merge.',
  },
  noCollectionName: {
    fi: 'Anna kokoelmalle nimi ainakin yhdellä kielellä.',
    sv: 'Ge samlingen ett namn på åtminstone ett språk.',
    en: 'Give the collection a name in at least one language.',
  },
  unknownCollection: {
    fi: 'Tätä kokoelmaa ei ole enää.',
    sv: 'Den här samlingen finns inte längre.',
    en: 'This collection is no longer there.',
  },
  tooManyCollections: {
    fi: 'Kokoelmia on jo {n, number}. Poista vanhoja ensin.',
    sv: 'Det finns redan {n, number} samlingar. Ta bort gamla först.',
    en: 'There are already {n, number} collections. Remove old ones first.',
  },
  notRepresenting: {
    fi: 'Vain jäsenkunnan edustaja voi vastata kuntansa puolesta. Kerro Omissa tiedoissa, mitä kuntaa edustat.',
    sv: 'Bara den som företräder en medlemskommun kan svara för sin kommun. Berätta i Mina uppgifter vilken kommun du företräder.',
    en: 'Only someone who represents a member municipality can answer for it. Say in My details which one you represent.',
  },
  notAPractice: {
    fi: 'Kunnan kannan voi merkitä vain hyvään käytäntöön.',
    sv: 'Kommunens svar kan bara ges på en god praxis.',
    en: 'A municipality can answer only on a good practice.',
  },
  commentWithoutStatus: {
    fi: 'Valitse ensin, sopiiko tämä teille.',
    sv: 'Välj först om det här passar er.',
    en: 'First choose whether this would work for you.',
  },
  longComment: {
    fi: 'Lyhennä kommenttia: enintään {n, number} merkkiä.',
    sv: 'Korta av kommentaren: högst {n, number} tecken.',
    en: 'Shorten the comment: at most {n, number} characters.',
  },
  longNote: {
    fi: 'Lyhennä muistiinpanoa: enintään {n, number} merkkiä.',
    sv: 'Korta av anteckningen: högst {n, number} tecken.',
    en: 'Shorten the note: at most {n, number} characters.',
  },

  // ── What things are called ──
  presentation: { fi: 'Esitys', sv: 'Presentation', en: 'Presentation' },
  recording: { fi: 'Tallenne', sv: 'Inspelning', en: 'Recording' },
  document: { fi: 'Asiakirja', sv: 'Dokument', en: 'Document' },
  link: { fi: 'Linkki', sv: 'Länk', en: 'Link' },
  goodPractice: { fi: 'Hyvä käytäntö', sv: 'God praxis', en: 'Good practice' },
  questionAnswer: { fi: 'Kysymys ja vastaus', sv: 'Fråga och svar', en: 'Question and answer' },
  tried: { fi: 'Kokeiltu', sv: 'Har prövats', en: 'Tried' },
  planned: { fi: 'Suunnitteilla', sv: 'Planeras', en: 'Planned' },
  notForUs: { fi: 'Ei sovi meille', sv: 'Passar inte oss', en: 'Not for us' },
  draft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
  proposed: { fi: 'Odottaa koordinaattoria', sv: 'Väntar på koordinatorn', en: 'Waits for a coordinator' },
  published: { fi: 'Julkaistu', sv: 'Publicerad', en: 'Published' },
  in_fi: { fi: 'Suomi', sv: 'Finska', en: 'Finnish' },
  in_sv: { fi: 'Ruotsi', sv: 'Svenska', en: 'Swedish' },
  in_en: { fi: 'Englanti', sv: 'Engelska', en: 'English' },
  forCoordinators: { fi: 'Vain koordinaattoreille', sv: 'Bara för koordinatorer', en: 'Coordinators only' },
  forGroup: { fi: 'Vain ryhmälle', sv: 'Bara för en grupp', en: 'For a group only' },
});
