/** What the pages of groups and their seats say. */
import { messages } from '../../text.ts';

export const groupsText = messages({
  lead: {
    fi: 'Ketkä istuvat verkoston ryhmissä ja mihin asti. Jäsenet näkevät ryhmät mutta eivät voi muuttaa niitä.',
    sv: 'Vilka som sitter i nätverkets grupper och hur länge. Medlemmarna ser grupperna men kan inte ändra dem.',
    en: 'Who sits in the network’s groups, and until when. Members see the groups but can’t change them.',
  },
  makeGroup: { fi: 'Perusta ryhmä', sv: 'Skapa en grupp', en: 'Make a group' },
  noGroups: { fi: 'Ryhmiä ei ole vielä', sv: 'Inga grupper ännu', en: 'No groups yet' },
  noGroupsWhy: {
    fi: 'Perusta esimerkiksi ydinryhmä tai ohjausryhmä. Ryhmälle voi tehdä oman äänestyksen.',
    sv: 'Skapa till exempel en kärngrupp eller en styrgrupp. En omröstning kan riktas till en grupp.',
    en: 'Make a core group or a steering group, for example. A poll can be for one group.',
  },
  endingHead: { fi: 'Päättyy pian', sv: 'Tar snart slut', en: 'Ends soon' },
  endingWhy: {
    fi: 'Nämä kaudet päättyvät 60 päivän kuluessa. Jatka kautta tai valitse seuraaja.',
    sv: 'De här perioderna tar slut inom 60 dagar. Förläng perioden eller välj en efterträdare.',
    en: 'These terms end within 60 days. Extend the term or choose a successor.',
  },
  endsOn: { fi: 'päättyy {date}', sv: 'slutar {date}', en: 'ends on {date}' },
  addPerson: { fi: 'Lisää henkilö', sv: 'Lägg till person', en: 'Add a person' },
  addPersonTo: { fi: 'Lisää henkilö: {group}', sv: 'Lägg till person: {group}', en: 'Add a person: {group}' },
  edit: { fi: 'Muokkaa', sv: 'Redigera', en: 'Edit' },
  editThis: { fi: 'Muokkaa: {name}', sv: 'Redigera: {name}', en: 'Edit: {name}' },
  emptyGroup: {
    fi: 'Ryhmässä ei ole nyt ketään.',
    sv: 'Ingen sitter i gruppen nu.',
    en: 'Nobody sits in this group now.',
  },
  coming: {
    fi: '{n, plural, one {# tuleva kausi} other {# tulevaa kautta}}',
    sv: '{n, plural, one {# kommande period} other {# kommande perioder}}',
    en: '{n, plural, one {# coming term} other {# coming terms}}',
  },
  past: {
    fi: '{n, plural, one {# päättynyt kausi} other {# päättynyttä kautta}}',
    sv: '{n, plural, one {# avslutad period} other {# avslutade perioder}}',
    en: '{n, plural, one {# past term} other {# past terms}}',
  },
  chair: { fi: 'Puheenjohtaja', sv: 'Ordförande', en: 'Chair' },
  viceChair: { fi: 'Varapuheenjohtaja', sv: 'Vice ordförande', en: 'Vice chair' },
  member: { fi: 'Jäsen', sv: 'Medlem', en: 'Member' },
  substitute: {
    fi: 'Henkilökohtainen varajäsen: {name}',
    sv: 'Personlig ersättare: {name}',
    en: 'Personal substitute: {name}',
  },
  forArea: { fi: 'Alue: {area}', sv: 'Område: {area}', en: 'Area: {area}' },
  term: { fi: '{from}–{to}', sv: '{from}–{to}', en: '{from} – {to}' },
  termOpen: { fi: '{from} alkaen', sv: 'från {from}', en: 'from {from}' },
  hasLeft: { fi: 'Ei enää verkostossa', sv: 'Inte längre i nätverket', en: 'No longer in the network' },

  // ── One group ──
  nameFi: { fi: 'Nimi suomeksi', sv: 'Namn på finska', en: 'Name in Finnish' },
  nameSv: { fi: 'Nimi ruotsiksi', sv: 'Namn på svenska', en: 'Name in Swedish' },
  nameEn: { fi: 'Nimi englanniksi', sv: 'Namn på engelska', en: 'Name in English' },
  namesHint: {
    fi: 'Yksi kieli riittää: se näkyy myös niille, joiden kielellä nimeä ei ole.',
    sv: 'Ett språk räcker: det visas också för dem på vars språk namnet saknas.',
    en: 'One language is enough: it is shown also to those in whose language there is none.',
  },
  made: { fi: 'Ryhmä on perustettu: {name}.', sv: 'Gruppen har skapats: {name}.', en: 'The group is made: {name}.' },
  saved: { fi: 'Tallennettu.', sv: 'Sparat.', en: 'Saved.' },
  names: { fi: 'Ryhmän nimi', sv: 'Gruppens namn', en: 'Name of the group' },
  removeGroup: { fi: 'Poista ryhmä', sv: 'Ta bort gruppen', en: 'Remove the group' },
  removeGroupTitle: { fi: 'Poistetaanko {name}?', sv: 'Ta bort {name}?', en: 'Remove {name}?' },
  removeGroupWhy: {
    fi: 'Myös päättyneet kaudet katoavat, eikä niitä saa takaisin. Jos ryhmällä on avoin äänestys, sulje se ensin.',
    sv: 'Också de avslutade perioderna försvinner och kan inte återställas. Har gruppen en öppen omröstning, stäng den först.',
    en: 'Past terms go too and can’t be brought back. If a poll is open for the group, close it first.',
  },
  groupRemoved: { fi: 'Ryhmä on poistettu.', sv: 'Gruppen har tagits bort.', en: 'The group is removed.' },

  // ── One seat ──
  newSeat: { fi: 'Lisää henkilö ryhmään', sv: 'Lägg till person i gruppen', en: 'Add a person to the group' },
  editSeat: { fi: 'Muokkaa paikkaa', sv: 'Redigera platsen', en: 'Edit the seat' },
  person: { fi: 'Henkilö', sv: 'Person', en: 'Person' },
  search: {
    fi: 'Hae nimellä, kunnalla tai osoitteella.',
    sv: 'Sök med namn, kommun eller adress.',
    en: 'Search by name, municipality or address.',
  },
  role: { fi: 'Tehtävä', sv: 'Uppdrag', en: 'Role' },
  area: { fi: 'Alue', sv: 'Område', en: 'Area' },
  wholeNetwork: { fi: 'Koko verkosto', sv: 'Hela nätverket', en: 'The whole network' },
  substituteField: {
    fi: 'Henkilökohtainen varajäsen',
    sv: 'Personlig ersättare',
    en: 'Personal substitute',
  },
  substituteHint: {
    fi: 'Tulee tilalle, kun henkilö itse on estynyt. Tyhjennä kenttä, jos varajäsentä ei ole.',
    sv: 'Träder in när personen själv har förhinder. Töm fältet om det inte finns någon ersättare.',
    en: 'Steps in when the person can’t come. Empty the field if there is none.',
  },
  from: { fi: 'Kausi alkaa', sv: 'Perioden börjar', en: 'Term begins' },
  to: { fi: 'Kauden viimeinen päivä', sv: 'Periodens sista dag', en: 'Last day of the term' },
  toHint: {
    fi: 'Tyhjä: toistaiseksi.',
    sv: 'Tomt: tills vidare.',
    en: 'Empty: until further notice.',
  },
  seatAdded: { fi: 'Lisätty: {name}.', sv: 'Tillagd: {name}.', en: 'Added: {name}.' },
  endTerm: { fi: 'Päätä kausi', sv: 'Avsluta perioden', en: 'End the term' },
  endTermTitle: {
    fi: 'Päätetäänkö kausi: {name}?',
    sv: 'Avsluta perioden: {name}?',
    en: 'End the term of {name}?',
  },
  endTermWhy: {
    fi: 'Kausi jää näkyviin päättyneiden joukkoon.',
    sv: 'Perioden blir synlig bland de avslutade.',
    en: 'The term stays visible among the past ones.',
  },
  lastDay: { fi: 'Viimeinen päivä', sv: 'Sista dagen', en: 'Last day' },
  termEnded: {
    fi: 'Kauden loppu on merkitty.',
    sv: 'Periodens slut är antecknat.',
    en: 'The end of the term is noted.',
  },
  removeSeat: { fi: 'Poista tuleva kausi', sv: 'Ta bort den kommande perioden', en: 'Remove the coming term' },
  removeSeatTitle: {
    fi: 'Poistetaanko tuleva kausi: {name}?',
    sv: 'Ta bort den kommande perioden: {name}?',
    en: 'Remove the coming term of {name}?',
  },
  removeSeatWhy: {
    fi: 'Kausi ei ole vielä alkanut, joten siitä ei jää merkintää.',
    sv: 'Perioden har inte börjat, så inget blir kvar av den.',
    en: 'The term has not begun, so nothing of it stays.',
  },
  seatRemoved: { fi: 'Kausi on poistettu.', sv: 'Perioden har tagits bort.', en: 'The term is removed.' },
});
