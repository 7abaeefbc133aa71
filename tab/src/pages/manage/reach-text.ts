/** What the pages of reach say. */
import { messages } from '../../text.ts';

export const reachText = messages({
  lead: {
    fi: 'Mihin verkoston kunnat ja muut organisaatiot ovat osallistuneet {date} jälkeen. Vain koordinaattorit näkevät tämän.',
    sv: 'Vad nätverkets kommuner och andra organisationer har deltagit i sedan {date}. Bara koordinatorer ser det här.',
    en: 'What the network’s municipalities and other organisations took part in since {date}. Only coordinators see this.',
  },
  organisations: { fi: 'Organisaatiot', sv: 'Organisationer', en: 'Organisations' },
  people: { fi: 'Ihmiset', sv: 'Personer', en: 'People' },
  active: { fi: 'ollut mukana', sv: 'har deltagit', en: 'took part' },
  silent: { fi: 'hiljaista', sv: 'tysta', en: 'silent' },
  whatIsSilent: {
    fi: 'Hiljainen on jäsen tai äänioikeutettu, joka ei ole 12 kuukauteen osallistunut mihinkään.',
    sv: 'Tyst är en medlem eller röstberättigad som inte har deltagit i något på 12 månader.',
    en: 'Silent is a member, or one entitled to vote, that took part in nothing for 12 months.',
  },
  inAll: { fi: 'yhteensä', sv: 'sammanlagt', en: 'in all' },
  withoutOrganisation: {
    fi: '{n, plural, one {# osallistuja ei ole kertonut, mitä kuntaa tai organisaatiota edustaa. Hän ei näy luettelossa.} other {# osallistujaa ei ole kertonut, mitä kuntaa tai organisaatiota edustaa. He eivät näy luettelossa.}}',
    sv: '{n, plural, one {# deltagare har inte berättat vilken kommun eller organisation hen företräder och syns inte i listan.} other {# deltagare har inte berättat vilken kommun eller organisation de företräder och syns inte i listan.}}',
    en: '{n, plural, one {# participant has not said whom they represent, and is not in the list.} other {# participants have not said whom they represent, and are not in the list.}}',
  },
  whoIsMissing: { fi: 'Katso, ketkä', sv: 'Se vilka', en: 'See who' },

  // ── What was last ──
  last: { fi: 'Viimeisin', sv: 'Senast', en: 'The latest' },
  poll: { fi: 'Äänestys', sv: 'Omröstning', en: 'Poll' },
  event: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  feedback: { fi: 'Palaute', sv: 'Respons', en: 'Feedback' },
  survey: { fi: 'Kysely', sv: 'Enkät', en: 'Survey' },
  question: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  idea: { fi: 'Idea', sv: 'Idé', en: 'Idea' },
  polls: {
    fi: '{n, plural, one {# äänestys} other {# äänestystä}}',
    sv: '{n, plural, one {# omröstning} other {# omröstningar}}',
    en: '{n, plural, one {# poll} other {# polls}}',
  },
  events: {
    fi: '{n, plural, one {# tilaisuus} other {# tilaisuutta}}',
    sv: '{n, plural, one {# evenemang} other {# evenemang}}',
    en: '{n, plural, one {# event} other {# events}}',
  },
  feedbacks: {
    fi: '{n, plural, one {# palaute} other {# palautetta}}',
    sv: '{n, plural, one {# respons} other {# responser}}',
    en: '{n, plural, one {# feedback reply} other {# feedback replies}}',
  },
  surveys: {
    fi: '{n, plural, one {# kysely} other {# kyselyä}}',
    sv: '{n, plural, one {# enkät} other {# enkäter}}',
    en: '{n, plural, one {# survey} other {# surveys}}',
  },
  questions: {
    fi: '{n, plural, one {# kysymys} other {# kysymystä}}',
    sv: '{n, plural, one {# fråga} other {# frågor}}',
    en: '{n, plural, one {# question} other {# questions}}',
  },
  ideas: {
    fi: '{n, plural, one {# idea} other {# ideaa}}',
    sv: '{n, plural, one {# idé} other {# idéer}}',
    en: '{n, plural, one {# idea} other {# ideas}}',
  },
  nPeople: {
    fi: '{n, plural, one {# ihminen} other {# ihmistä}}',
    sv: '{n, plural, one {# person} other {# personer}}',
    en: '{n, plural, one {# person} other {# people}}',
  },
  nOrganisations: {
    fi: '{n, plural, one {# organisaatio} other {# organisaatiota}}',
    sv: '{n, plural, one {# organisation} other {# organisationer}}',
    en: '{n, plural, one {# organisation} other {# organisations}}',
  },
  firstTimers: {
    fi: '{n, plural, one {# mukana ensimmäistä kertaa} other {# mukana ensimmäistä kertaa}}',
    sv: '{n, plural, one {# med för första gången} other {# med för första gången}}',
    en: '{n, plural, one {# for the first time} other {# for the first time}}',
  },

  // ── The list ──
  listHead: { fi: 'Kuka on ollut mukana', sv: 'Vem som har deltagit', en: 'Who took part' },
  search: { fi: 'Etsi organisaatiota', sv: 'Sök organisation', en: 'Search for an organisation' },
  area: { fi: 'Alue', sv: 'Område', en: 'Area' },
  region: { fi: 'Maakunta', sv: 'Landskap', en: 'Region' },
  kind: { fi: 'Organisaation laji', sv: 'Typ av organisation', en: 'Kind of organisation' },
  show: { fi: 'Näytä', sv: 'Visa', en: 'Show' },
  all: { fi: 'Kaikki', sv: 'Alla', en: 'All' },
  onlySilent: { fi: 'Hiljaiset', sv: 'De tysta', en: 'Silent ones' },
  onlyFirstTimers: { fi: 'Ensikertalaiset', sv: 'Förstagångsdeltagare', en: 'First-timers' },
  nothingFound: {
    fi: 'Näillä ehdoilla ei löytynyt yhtään organisaatiota.',
    sv: 'Inga organisationer hittades med de här villkoren.',
    en: 'No organisation fits these conditions.',
  },
  showAll: { fi: 'Näytä kaikki', sv: 'Visa alla', en: 'Show all' },
  nobody: {
    fi: 'Seurattavaa ei ole vielä',
    sv: 'Det finns inget att följa ännu',
    en: 'There is nothing to follow yet',
  },
  nobodyWhy: {
    fi: 'Osallistuminen näkyy täällä, kun rekisterissä on organisaatioita ja joku on äänestänyt tai osallistunut.',
    sv: 'Deltagandet syns här när registret har organisationer och någon har röstat eller deltagit.',
    en: 'Participation shows here once the register has organisations and someone has voted or taken part.',
  },
  isSilent: { fi: 'Hiljainen', sv: 'Tyst', en: 'Silent' },
  nothing: { fi: 'Ei osallistumisia', sv: 'Inget deltagande', en: 'Took part in nothing' },
  lastAt: { fi: 'viimeksi {date}', sv: 'senast {date}', en: 'last on {date}' },
  activePeople: {
    fi: '{active}/{n} ihmistä mukana',
    sv: '{active}/{n} personer med',
    en: '{active} of {n} people took part',
  },

  // ── Files ──
  files: { fi: 'Lataa luettelo', sv: 'Ladda ner listan', en: 'Download the list' },
  filesWhy: {
    fi: 'Tiedostoon tulevat yllä näkyvät organisaatiot.',
    sv: 'Filen får de organisationer som syns ovan.',
    en: 'The file has the organisations shown above.',
  },
  silentList: {
    fi: 'Lataa hiljaisten postituslista',
    sv: 'Ladda ner de tystas sändlista',
    en: 'Download the mailing list of silent ones',
  },
  silentListWhy: {
    fi: 'Toimivat sähköpostiosoitteet ihmisiltä, jotka eivät ole 12 kuukauteen osallistuneet mihinkään eivätkä ole kieltäneet sähköpostia. Yllä valittu alue ja laji rajaavat listaa.',
    sv: 'Fungerande e-postadresser till personer som inte har deltagit i något på 12 månader och inte har avböjt e-post. Området och typen ovan begränsar listan.',
    en: 'Working addresses of people who took part in nothing for 12 months and have not refused e-mail. The area and kind chosen above narrow it.',
  },
  silentPeople: {
    fi: '{n, plural, =0 {Listalla ei ole ketään.} one {Listalla on # ihminen.} other {Listalla on # ihmistä.}}',
    sv: '{n, plural, =0 {Ingen finns på listan.} one {# person finns på listan.} other {# personer finns på listan.}}',
    en: '{n, plural, =0 {Nobody is on the list.} one {# person is on the list.} other {# people are on the list.}}',
  },

  // ── One organisation ──
  activities: {
    fi: 'Mukana viimeisten 12 kuukauden aikana',
    sv: 'Med under de senaste 12 månaderna',
    en: 'Took part during the last 12 months',
  },
  noActivities: {
    fi: 'Täältä ei ole osallistuttu mihinkään 12 kuukauteen. Ota yhteyttä ja kysy, mikä auttaisi.',
    sv: 'Härifrån har ingen deltagit i något på 12 månader. Ta kontakt och fråga vad som skulle hjälpa.',
    en: 'Nobody from here took part in anything for 12 months. Get in touch and ask what would help.',
  },
  toMembership: { fi: 'Jäsenyys ja yhteydenotot', sv: 'Medlemskap och kontakter', en: 'Membership and contacts' },
  toPeople: { fi: 'Ihmiset', sv: 'Personer', en: 'People' },
});
