/** What the pages of municipalities, their people and groups say, in three languages. */
import { messages } from '../../text.ts';

export const memberText = messages({
  // ── Who is in ──
  municipalities: {
    fi: '{n, plural, one {# kunta} other {# kuntaa}}',
    sv: '{n, plural, one {# kommun} other {# kommuner}}',
    en: '{n, plural, one {# municipality} other {# municipalities}}',
  },
  others: {
    fi: '{n, plural, one {# muu organisaatio} other {# muuta organisaatiota}}',
    sv: '{n, plural, one {# annan organisation} other {# andra organisationer}}',
    en: '{n, plural, one {# other organisation} other {# other organisations}}',
  },
  people: {
    fi: '{n, plural, one {# ihminen} other {# ihmistä}}',
    sv: '{n, plural, one {# person} other {# personer}}',
    en: '{n, plural, one {# person} other {# people}}',
  },
  search: {
    fi: 'Etsi kuntaa, ihmistä tai aihetta',
    sv: 'Sök kommun, person eller ämne',
    en: 'Find a municipality, person or topic',
  },
  searchHint: { fi: 'esimerkiksi koulukuljetus', sv: 'till exempel skolskjuts', en: 'such as school transport' },
  area: { fi: 'Alue', sv: 'Område', en: 'Area' },
  region: { fi: 'Maakunta', sv: 'Landskap', en: 'Region' },
  kind: { fi: 'Laji', sv: 'Typ', en: 'Kind' },
  all: { fi: 'Kaikki', sv: 'Alla', en: 'All' },
  showAll: { fi: 'Näytä kaikki', sv: 'Visa alla', en: 'Show all' },
  found: {
    fi: '{organisations, plural, one {# kunta tai organisaatio} other {# kuntaa tai organisaatiota}}, {people, plural, one {# ihminen} other {# ihmistä}}',
    sv: '{organisations, plural, one {# kommun eller organisation} other {# kommuner eller organisationer}}, {people, plural, one {# person} other {# personer}}',
    en: '{organisations, plural, one {# municipality or organisation} other {# municipalities or organisations}}, {people, plural, one {# person} other {# people}}',
  },
  foundOrganisations: {
    fi: '{n, plural, =0 {Ei osumia} one {# kunta tai organisaatio} other {# kuntaa tai organisaatiota}}',
    sv: '{n, plural, =0 {Inga träffar} one {# kommun eller organisation} other {# kommuner eller organisationer}}',
    en: '{n, plural, =0 {Nothing found} one {# municipality or organisation} other {# municipalities or organisations}}',
  },
  nothingFound: {
    fi: 'Haulla ei löytynyt mitään. Kokeile lyhyempää sanaa tai poista rajauksia.',
    sv: 'Sökningen gav inget. Pröva ett kortare ord eller ta bort begränsningar.',
    en: 'Nothing was found. Try a shorter word, or remove a filter.',
  },
  canHelp: { fi: 'Voi auttaa', sv: 'Kan hjälpa', en: 'Can help' },
  canHelpWith: { fi: 'Kysy kollegalta', sv: 'Fråga en kollega', en: 'Ask a colleague' },
  canHelpWhy: {
    fi: 'Aiheet, joissa jäsenet ovat luvanneet auttaa. Valitse aihe, niin näet kuka.',
    sv: 'Ämnen som medlemmar har lovat hjälpa med. Välj ett ämne så ser du vem.',
    en: 'Topics that members have offered to help with. Choose one to see who.',
  },
  helpers: {
    fi: '{topic}: {n, plural, one {# voi auttaa} other {# voi auttaa}}',
    sv: '{topic}: {n, plural, one {# kan hjälpa} other {# kan hjälpa}}',
    en: '{topic}: {n, plural, one {# can help} other {# can help}}',
  },
  organisations: {
    fi: 'Kunnat ja organisaatiot',
    sv: 'Kommuner och organisationer',
    en: 'Municipalities and organisations',
  },
  peopleHead: { fi: 'Ihmiset', sv: 'Personer', en: 'People' },
  elsewhere: { fi: 'Muut kunnat', sv: 'Övriga kommuner', en: 'Other municipalities' },
  otherOrganisations: { fi: 'Muut organisaatiot', sv: 'Andra organisationer', en: 'Other organisations' },
  contact: { fi: 'Yhteyshenkilö', sv: 'Kontaktperson', en: 'Contact person' },
  nobodyYet: { fi: 'Jäsenkuntia ei ole vielä', sv: 'Inga medlemskommuner ännu', en: 'No municipalities yet' },
  nobodyYetWhy: {
    fi: 'Kunnat näkyvät täällä, kun jäsenet ovat kertoneet, mitä kuntaa he edustavat.',
    sv: 'Kommunerna syns här när medlemmarna har berättat vilken kommun de företräder.',
    en: 'Municipalities show here once members have said which one they represent.',
  },
  addMunicipalities: { fi: 'Lisää kuntia', sv: 'Lägg till kommuner', en: 'Add municipalities' },

  // ── The reader's own place ──
  isItYours: {
    fi: 'Onko {name} kuntasi tai organisaatiosi?',
    sv: 'Är {name} din kommun eller organisation?',
    en: 'Is {name} your municipality or organisation?',
  },
  isItYoursWhy: {
    fi: 'Kun ääniä lasketaan kunnittain, äänesi lasketaan oikean kunnan äänenä.',
    sv: 'När röster räknas per kommun räknas din röst för rätt kommun.',
    en: 'Where votes are counted by municipality, yours then counts for the right one.',
  },
  itIsMine: { fi: 'Kyllä on', sv: 'Ja', en: 'Yes, it is' },
  itIsAnother: { fi: 'Valitse toinen', sv: 'Välj en annan', en: 'Choose another' },
  whomDoYouRepresent: {
    fi: 'Et ole vielä kertonut, mitä kuntaa tai organisaatiota edustat.',
    sv: 'Du har inte ännu berättat vilken kommun eller organisation du företräder.',
    en: 'You have not said yet which municipality or organisation you represent.',
  },
  sayIt: { fi: 'Kerro nyt', sv: 'Berätta nu', en: 'Say it now' },
  waitsForConfirmation: {
    fi: 'Olet kertonut, että edustat: {name}. Koordinaattori vahvistaa sen.',
    sv: 'Du har berättat att du företräder: {name}. Koordinatorn bekräftar det.',
    en: 'You have said that you represent: {name}. The coordinator will confirm it.',
  },
  saved: { fi: 'Tallennettu: {name}.', sv: 'Sparat: {name}.', en: 'Saved: {name}.' },

  // ── One organisation ──
  contactPersons: { fi: 'Yhteyshenkilöt', sv: 'Kontaktpersoner', en: 'Contact persons' },
  otherPeople: { fi: 'Muut ihmiset', sv: 'Övriga personer', en: 'Other people' },
  noPeople: {
    fi: 'Täältä ei ole vielä ketään mukana. Tunnetko jonkun? Suosittele häntä.',
    sv: 'Ingen härifrån är med ännu. Känner du någon? Rekommendera personen.',
    en: 'Nobody from here is in yet. Do you know someone? Recommend them.',
  },
  helpsWith: { fi: 'Voi auttaa: {topics}', sv: 'Kan hjälpa med: {topics}', en: 'Can help with: {topics}' },
  hiddenContact: {
    fi: 'Ei ole jakanut yhteystietojaan.',
    sv: 'Har inte delat sina kontaktuppgifter.',
    en: 'Has not shared contact details.',
  },
  emailTo: { fi: 'Sähköposti: {name}', sv: 'E-post: {name}', en: 'E-mail: {name}' },
  callTo: { fi: 'Puhelin: {name}', sv: 'Telefon: {name}', en: 'Phone: {name}' },
  inhabitants: { fi: 'Asukkaita', sv: 'Invånare', en: 'Inhabitants' },
  inGroups: { fi: 'Ryhmissä', sv: 'I grupper', en: 'In groups' },
  edit: { fi: 'Muokkaa', sv: 'Redigera', en: 'Edit' },
  editThis: { fi: 'Muokkaa: {name}', sv: 'Redigera: {name}', en: 'Edit: {name}' },

  // ── Groups ──
  groups: { fi: 'Ryhmät', sv: 'Grupper', en: 'Groups' },
  groupsLead: {
    fi: 'Ketkä istuvat verkoston ryhmissä ja mihin asti.',
    sv: 'Vilka som sitter i nätverkets grupper och hur länge.',
    en: 'Who sits in the network’s groups, and until when.',
  },
  noGroups: { fi: 'Ryhmiä ei ole vielä', sv: 'Inga grupper ännu', en: 'No groups yet' },
  noGroupsWhy: {
    fi: 'Ydinryhmä, ohjausryhmä ja muut ryhmät näkyvät täällä, kun koordinaattori on perustanut ne.',
    sv: 'Kärngruppen, styrgruppen och andra grupper syns här när koordinatorn har skapat dem.',
    en: 'The core group, the steering group and others show here once the coordinator has made them.',
  },
  makeGroup: { fi: 'Perusta ryhmä', sv: 'Skapa en grupp', en: 'Make a group' },
  emptyGroup: {
    fi: 'Ryhmässä ei ole nyt ketään.',
    sv: 'Ingen sitter i gruppen nu.',
    en: 'Nobody sits in this group now.',
  },
  chair: { fi: 'Puheenjohtaja', sv: 'Ordförande', en: 'Chair' },
  viceChair: { fi: 'Varapuheenjohtaja', sv: 'Vice ordförande', en: 'Vice chair' },
  seat: { fi: 'Jäsen', sv: 'Medlem', en: 'Member' },
  substitute: {
    fi: 'Henkilökohtainen varajäsen: {name}',
    sv: 'Personlig ersättare: {name}',
    en: 'Personal substitute: {name}',
  },
  isSubstitute: { fi: 'Varajäsen', sv: 'Ersättare', en: 'Substitute' },
  forArea: { fi: 'Alue: {area}', sv: 'Område: {area}', en: 'Area: {area}' },
  term: { fi: '{from}–{to}', sv: '{from}–{to}', en: '{from} – {to}' },
  termOpen: { fi: '{from} alkaen', sv: 'från {from}', en: 'from {from}' },
  hasLeft: { fi: 'Ei enää verkostossa', sv: 'Inte längre i nätverket', en: 'No longer in the network' },
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

  // ── Recommending ──
  recommend: { fi: 'Suosittele kollegaa', sv: 'Rekommendera en kollega', en: 'Recommend a colleague' },
  recommendWhy: {
    fi: 'Kollegasi saa sähköpostiinsa kutsun, jossa kerromme, että suosittelit häntä. Hän päättää itse, liittyykö. Jos hän ei vastaa, emme lähetä uutta kutsua.',
    sv: 'Kollegan får en inbjudan per e-post där vi berättar att du har rekommenderat hen. Kollegan avgör själv om hen vill gå med. Om kollegan inte svarar skickar vi ingen ny inbjudan.',
    en: 'Your colleague gets an invitation by e-mail that says you recommended them. They decide for themselves. If they don’t answer, we send no second invitation.',
  },
  theirName: { fi: 'Kollegan nimi', sv: 'Kollegans namn', en: 'Your colleague’s name' },
  theirEmail: { fi: 'Kollegan sähköpostiosoite', sv: 'Kollegans e-postadress', en: 'Your colleague’s e-mail address' },
  theirEmailHint: {
    fi: 'Käytä työosoitetta, johon tällainen viesti sopii.',
    sv: 'Använd en jobbadress dit ett sådant meddelande passar.',
    en: 'Use a work address at which such a message is expected.',
  },
  theirOrganisation: {
    fi: 'Kunta tai organisaatio',
    sv: 'Kommun eller organisation',
    en: 'Municipality or organisation',
  },
  sendInvitation: { fi: 'Lähetä kutsu', sv: 'Skicka inbjudan', en: 'Send the invitation' },
  invited: {
    fi: 'Kutsu lähti: {name}.',
    sv: 'Inbjudan är skickad: {name}.',
    en: 'The invitation is on its way: {name}.',
  },
  invitedNoMail: {
    fi: 'Suositus on tallessa: {name}. Sähköposti ei ole käytössä, joten koordinaattori ottaa häneen yhteyttä.',
    sv: 'Rekommendationen är sparad: {name}. E-post används inte, så koordinatorn tar kontakt med kollegan.',
    en: 'The recommendation is kept: {name}. E-mail is not in use here, so the coordinator will contact them.',
  },
  left: {
    fi: '{n, plural, =0 {Tämän päivän suositukset on käytetty. Jatka huomenna.} one {Voit suositella tänään vielä # kollegaa.} other {Voit suositella tänään vielä # kollegaa.}}',
    sv: '{n, plural, =0 {Dagens rekommendationer är använda. Fortsätt i morgon.} one {Du kan rekommendera # kollega till i dag.} other {Du kan rekommendera # kolleger till i dag.}}',
    en: '{n, plural, =0 {Today’s recommendations are used up. Go on tomorrow.} one {You can recommend # more colleague today.} other {You can recommend # more colleagues today.}}',
  },
});
