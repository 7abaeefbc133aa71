/** Texts of statements: what is refused, and what cards, pages, letters and the document say. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  unknownStatement: {
    fi: 'Tätä lausuntoa ei ole, tai se ei ole vielä jäsenten nähtävillä.',
    sv: 'Det här utlåtandet finns inte, eller så kan medlemmarna inte se det ännu.',
    en: 'There is no such statement, or members can’t see it yet.',
  },
  onlyMembers: {
    fi: 'Lausuntoja voivat kommentoida vain verkoston jäsenet.',
    sv: 'Bara nätverkets medlemmar kan kommentera utlåtanden.',
    en: 'Only members of the network can comment on statements.',
  },
  noTitle: { fi: 'Anna lausunnolle otsikko.', sv: 'Ge utlåtandet en rubrik.', en: 'Give the statement a title.' },
  noText: { fi: 'Kirjoita lausunnon teksti.', sv: 'Skriv utlåtandets text.', en: 'Write the text of the statement.' },
  longText: {
    fi: 'Lyhennä tätä: enintään {most, number} merkkiä, nyt {n, number}.',
    sv: 'Korta av det här: högst {most, number} tecken, nu {n, number}.',
    en: 'Shorten this: at most {most, number} characters, now {n, number}.',
  },
  manyParagraphs: {
    fi: 'Tekstissä voi olla enintään {most, number} kappaletta, nyt {n, number}. Yhdistä joitakin.',
    sv: 'Texten kan ha högst {most, number} stycken, nu {n, number}. Slå ihop några.',
    en: 'The text can have at most {most, number} paragraphs, now {n, number}. Join some of them.',
  },
  manyVersions: {
    fi: 'Lausunnolla on jo {most, number} versiota. Viimeistele se tai tee uusi lausunto.',
    sv: 'Utlåtandet har redan {most, number} versioner. Slutför det eller gör ett nytt utlåtande.',
    en: 'The statement already has {most, number} versions. Finish it or make a new one.',
  },
  manyComments: {
    fi: 'Lausunnolla on jo {most, number} kommenttia. Kerro asiasi koordinaattorille.',
    sv: 'Utlåtandet har redan {most, number} kommentarer. Berätta din åsikt för koordinatorn.',
    en: 'The statement already has {most, number} comments. Tell the coordinator instead.',
  },
  unreadableDate: {
    fi: 'Päivämäärää ei voi lukea. Kirjoita se esimerkiksi 31.1.2027.',
    sv: 'Datumet kan inte läsas. Skriv till exempel 31.1.2027.',
    en: 'This date can’t be read. Write for instance 31.1.2027.',
  },
  unreadableTime: {
    fi: 'Aikaa ei voi lukea. Kirjoita se esimerkiksi 31.1. klo 16.',
    sv: 'Tiden kan inte läsas. Skriv till exempel 31.1 kl. 16.',
    en: 'This time can’t be read. Write for instance 31.1. at 16.',
  },
  pastDeadline: {
    fi: 'Aika on jo mennyt. Valitse myöhempi.',
    sv: 'Tiden har redan gått. Välj en senare tid.',
    en: 'This time is already past. Choose a later one.',
  },
  farDeadline: {
    fi: 'Aika on liian kaukana: enintään {days, number} päivää.',
    sv: 'Tiden är för långt borta: högst {days, number} dagar.',
    en: 'This is too far ahead: at most {days, number} days.',
  },
  joinBeforeComments: {
    fi: 'Mukaan ilmoittaudutaan vasta kommentoinnin jälkeen. Valitse myöhempi aika.',
    sv: 'Man ansluter sig först efter kommenteringen. Välj en senare tid.',
    en: 'Joining comes after commenting. Choose a later time.',
  },
  changedMeanwhile: {
    fi: 'Joku muu muutti tekstiä sillä välin. Kopioi omasi talteen, avaa lausunto uudelleen ja tee muutokset siihen.',
    sv: 'Någon annan ändrade texten under tiden. Kopiera din text, öppna utlåtandet på nytt och gör ändringarna där.',
    en: 'Someone else changed the text meanwhile. Copy your own, open the statement again and make your changes there.',
  },
  joinedMeanwhile: {
    fi: 'Joku liittyi mukaan tai perui juuri äsken. Tarkista, ketkä ovat mukana, ja vahvista uudelleen.',
    sv: 'Någon gick med eller drog sig ur alldeles nyss. Kontrollera vilka som är med och bekräfta på nytt.',
    en: 'Someone joined or left just now. Check who has joined and confirm again.',
  },
  isFinal: {
    fi: 'Lausunto on valmis, eikä sitä voi enää muuttaa.',
    sv: 'Utlåtandet är klart och kan inte ändras längre.',
    en: 'The statement is final and can’t be changed any more.',
  },
  isWithdrawn: {
    fi: 'Lausunnon valmistelu on lopetettu.',
    sv: 'Beredningen av utlåtandet har avslutats.',
    en: 'Work on this statement has been stopped.',
  },
  nobodyHasSeen: {
    fi: 'Jäsenet eivät ole vielä nähneet tätä. Avaa lausunto ensin kommentoitavaksi.',
    sv: 'Medlemmarna har inte sett det här ännu. Öppna utlåtandet först för kommentarer.',
    en: 'Members have not seen this yet. Open the statement for comments first.',
  },
  commentsOver: {
    fi: 'Kommentointi on päättynyt. Kerro tarvittaessa asiasi koordinaattorille.',
    sv: 'Kommenteringen är avslutad. Berätta vid behov din åsikt för koordinatorn.',
    en: 'Commenting has ended. Tell the coordinator if you still have something to say.',
  },
  joiningOver: {
    fi: 'Ilmoittautumisaika on päättynyt. Ota yhteyttä koordinaattoriin, jos kuntasi haluaa vielä mukaan.',
    sv: 'Tiden för att ansluta sig har gått ut. Kontakta koordinatorn om er kommun ännu vill vara med.',
    en: 'The time for joining is over. Contact the coordinator if your municipality still wants to join.',
  },
  joiningLater: {
    fi: 'Mukaan voi ilmoittautua vasta, kun koordinaattori avaa ilmoittautumisen.',
    sv: 'Man kan ansluta sig först när koordinatorn öppnar för det.',
    en: 'Joining is possible once the coordinator opens it.',
  },
  noComment: { fi: 'Kirjoita kommentti.', sv: 'Skriv en kommentar.', en: 'Write a comment.' },
  unknownComment: {
    fi: 'Tätä kommenttia ei ole enää.',
    sv: 'Den här kommentaren finns inte längre.',
    en: 'This comment is no longer there.',
  },
  unknownParagraph: {
    fi: 'Tätä kohtaa ei ole lausunnossa. Lataa sivu uudelleen.',
    sv: 'Det här stycket finns inte i utlåtandet. Ladda om sidan.',
    en: 'This paragraph is not in the statement. Load the page again.',
  },
  unknownVersion: {
    fi: 'Tätä versiota ei ole. Lataa sivu uudelleen.',
    sv: 'Den här versionen finns inte. Ladda om sidan.',
    en: 'There is no such version. Load the page again.',
  },
  notYourComment: {
    fi: 'Vain kommentin kirjoittaja voi muuttaa sitä.',
    sv: 'Bara den som skrev kommentaren kan ändra den.',
    en: 'Only the person who wrote this comment can change it.',
  },
  representsNobody: {
    fi: 'Kerro ensin, mitä kuntaa tai organisaatiota edustat. Voit tehdä sen kohdassa Omat tietoni.',
    sv: 'Berätta först vilken kommun eller organisation du företräder. Det gör du under Mina uppgifter.',
    en: 'First say which municipality or organisation you represent. You can do so under My details.',
  },
  unknownOrganisation: {
    fi: 'Organisaatiota ei ole enää verkostossa. Valitse toinen.',
    sv: 'Organisationen finns inte längre i nätverket. Välj en annan.',
    en: 'This organisation is no longer in the network. Choose another.',
  },
  noReason: {
    fi: 'Kirjoita, kuka ilmoitti organisaation mukaan ja miten.',
    sv: 'Skriv vem som meddelade att organisationen är med och hur.',
    en: 'Write who said that the organisation joins, and how.',
  },
  notIn: {
    fi: 'Organisaatio ei ole mukana.',
    sv: 'Organisationen är inte med.',
    en: 'The organisation has not joined.',
  },
  notFinalYet: {
    fi: 'Vain valmiin lausunnon voi viedä materiaalipankkiin.',
    sv: 'Bara ett färdigt utlåtande kan läggas i materialbanken.',
    en: 'Only a final statement can be put into the material bank.',
  },

  // ── States and lines ──
  draft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
  commenting: { fi: 'Kommentoitavana', sv: 'Öppet för kommentarer', en: 'Open for comments' },
  commentingOver: { fi: 'Kommentit käsiteltävänä', sv: 'Kommentarerna behandlas', en: 'Comments being looked at' },
  joining: { fi: 'Ilmoittaudu mukaan', sv: 'Anslut er', en: 'Open for joining' },
  joiningEnded: { fi: 'Viimeisteltävänä', sv: 'Slutförs', en: 'Being finished' },
  final: { fi: 'Valmis', sv: 'Klart', en: 'Final' },
  withdrawn: { fi: 'Lopetettu', sv: 'Avslutat', en: 'Stopped' },
  statement: { fi: 'Lausunto', sv: 'Utlåtande', en: 'Statement' },
  commentUntil: {
    fi: 'Kommentoi viimeistään {when}.',
    sv: 'Kommentera senast {when}.',
    en: 'Comment by {when}.',
  },
  commentsEnded: {
    fi: 'Kommentointi päättyi {when}.',
    sv: 'Kommenteringen avslutades {when}.',
    en: 'Commenting ended {when}.',
  },
  joinUntil: {
    fi: 'Ilmoittautukaa mukaan viimeistään {when}.',
    sv: 'Anslut er senast {when}.',
    en: 'Join by {when}.',
  },
  joinEnded: {
    fi: 'Ilmoittautuminen päättyi {when}.',
    sv: 'Tiden för att ansluta sig gick ut {when}.',
    en: 'Joining ended {when}.',
  },
  finalOn: { fi: 'Valmistui {when}.', sv: 'Blev klart {when}.', en: 'Final since {when}.' },
  askedBy: { fi: 'Lausunnon pyytäjä: {who}', sv: 'Begärt av: {who}', en: 'Asked for by: {who}' },
  dueOn: { fi: 'Lausunto annetaan {date}', sv: 'Utlåtandet ges {date}', en: 'To be given on {date}' },
  comments: {
    fi: '{n, plural, =0 {Ei vielä kommentteja} one {# kommentti} other {# kommenttia}}',
    sv: '{n, plural, =0 {Inga kommentarer ännu} one {# kommentar} other {# kommentarer}}',
    en: '{n, plural, =0 {No comments yet} one {# comment} other {# comments}}',
  },
  paragraphs: {
    fi: '{n, plural, one {# kappale} other {# kappaletta}}',
    sv: '{n, plural, one {# stycke} other {# stycken}}',
    en: '{n, plural, one {# paragraph} other {# paragraphs}}',
  },
  versionN: { fi: 'Versio {n}', sv: 'Version {n}', en: 'Version {n}' },
  joinedCount: {
    fi: '{n, plural, =0 {Kukaan ei ole vielä mukana} one {Mukana # organisaatio} other {Mukana # organisaatiota}}',
    sv: '{n, plural, =0 {Ingen är med ännu} one {# organisation är med} other {# organisationer är med}}',
    en: '{n, plural, =0 {Nobody has joined yet} one {# organisation has joined} other {# organisations have joined}}',
  },
  joinedNames: { fi: 'Mukana: {names}', sv: 'Med: {names}', en: 'Joined: {names}' },
  joinedMore: {
    fi: 'Mukana: {names} ja {n, plural, one {# muu} other {# muuta}}',
    sv: 'Med: {names} och {n, plural, one {# till} other {# till}}',
    en: 'Joined: {names} and {n, plural, one {# other} other {# others}}',
  },
  summaryCommenting: {
    fi: 'Lausunto kommentoitavana: {title}',
    sv: 'Utlåtande att kommentera: {title}',
    en: 'Statement open for comments: {title}',
  },
  summaryJoining: {
    fi: 'Onko kuntanne mukana lausunnossa: {title}',
    sv: 'Är er kommun med i utlåtandet: {title}',
    en: 'Does your municipality join the statement: {title}',
  },
  summaryFinal: {
    fi: 'Lausunto on valmis: {title}',
    sv: 'Utlåtandet är klart: {title}',
    en: 'The statement is final: {title}',
  },
  name: { fi: '{name}', sv: '{name}', en: '{name}' },

  // ── Cards ──
  comment: { fi: 'Kommentoi', sv: 'Kommentera', en: 'Comment' },
  read: { fi: 'Lue lausunto', sv: 'Läs utlåtandet', en: 'Read the statement' },
  join: {
    fi: 'Kuntamme on mukana',
    sv: 'Vår kommun är med',
    en: 'Our municipality joins',
  },
  joinOrganisation: {
    fi: 'Organisaatiomme on mukana',
    sv: 'Vår organisation är med',
    en: 'Our organisation joins',
  },
  leave: { fi: 'Peru mukanaolo', sv: 'Dra er ur', en: 'Withdraw' },
  joined: {
    fi: '{name} on mukana lausunnossa.',
    sv: '{name} är med i utlåtandet.',
    en: '{name} has joined the statement.',
  },
  left: {
    fi: '{name} ei ole enää mukana lausunnossa.',
    sv: '{name} är inte längre med i utlåtandet.',
    en: '{name} is no longer in the statement.',
  },
  joinHow: {
    fi: 'Ilmoita kuntasi mukaan vain, jos sinulla on siihen valtuus. Nimesi näkyy muille jäsenille. Voit perua, kunnes lausunto on valmis.',
    sv: 'Anslut din kommun bara om du har rätt att göra det. De andra medlemmarna ser ditt namn. Du kan dra er ur tills utlåtandet är klart.',
    en: 'Join only if you may speak for your municipality. The other members see your name. You can withdraw until the statement is final.',
  },
  askedAgain: {
    fi: 'Sisältö on muuttunut sen jälkeen, kun {name} ilmoittautui mukaan. Lue uusi versio ja ilmoittautukaa uudelleen.',
    sv: 'Innehållet har ändrats sedan {name} anslöt sig. Läs den nya versionen och anslut er på nytt.',
    en: 'The content has changed since {name} joined. Read the new version and join again.',
  },
  newVersion: {
    fi: 'Lausunnosta ”{title}” on uusi versio {n}.',
    sv: 'Det finns en ny version {n} av utlåtandet ”{title}”.',
    en: 'There is a new version {n} of the statement “{title}”.',
  },
  newVersionNote: {
    fi: 'Lausunnosta ”{title}” on uusi versio {n}: {note}',
    sv: 'Det finns en ny version {n} av utlåtandet ”{title}”: {note}',
    en: 'There is a new version {n} of the statement “{title}”: {note}',
  },
  joinAgainAll: {
    fi: 'Sisältö muuttui, joten mukana olleet ilmoittautuvat uudelleen.',
    sv: 'Innehållet ändrades, så de som var med ansluter sig på nytt.',
    en: 'The content changed, so those who had joined join again.',
  },
  joiningOpened: {
    fi: 'Lausunnon ”{title}” teksti on valmis mukaan ilmoittautumista varten. Onko kuntanne mukana? Vastatkaa viimeistään {when}.',
    sv: 'Texten i utlåtandet ”{title}” är klar för anslutning. Är er kommun med? Svara senast {when}.',
    en: 'The text of the statement “{title}” is ready to be joined. Is your municipality in? Answer by {when}.',
  },
  finalPosted: {
    fi: 'Lausunto ”{title}” on valmis. {joined}.',
    sv: 'Utlåtandet ”{title}” är klart. {joined}.',
    en: 'The statement “{title}” is final. {joined}.',
  },
  remindComments: {
    fi: 'Muistutus: lausuntoa ”{title}” voi kommentoida vielä {when} asti. {comments}.',
    sv: 'Påminnelse: utlåtandet ”{title}” kan kommenteras ännu till {when}. {comments}.',
    en: 'A reminder: you can comment on the statement “{title}” until {when}. {comments}.',
  },
  remindJoining: {
    fi: 'Muistutus: lausuntoon ”{title}” voi ilmoittautua mukaan vielä {when} asti. {joined}.',
    sv: 'Påminnelse: man kan ansluta sig till utlåtandet ”{title}” ännu till {when}. {joined}.',
    en: 'A reminder: you can join the statement “{title}” until {when}. {joined}.',
  },

  // ── Pages and letters ──
  pageStatements: { fi: 'Lausunnot', sv: 'Utlåtanden', en: 'Statements' },
  none: { fi: 'Lausuntoja ei ole vielä.', sv: 'Det finns inga utlåtanden ännu.', en: 'There are no statements yet.' },
  open: { fi: 'Valmisteltavana', sv: 'Under beredning', en: 'In preparation' },
  finals: { fi: 'Valmiit lausunnot', sv: 'Färdiga utlåtanden', en: 'Final statements' },
  background: { fi: 'Taustaa', sv: 'Bakgrund', en: 'Background' },
  theText: { fi: 'Lausunnon teksti', sv: 'Utlåtandets text', en: 'The text' },
  whoJoined: { fi: 'Mukana', sv: 'Med', en: 'Joined' },
  removedParts: { fi: 'Poistetut kohdat', sv: 'Borttagna stycken', en: 'Removed paragraphs' },
  onWhole: { fi: 'Koko lausunnosta', sv: 'Om hela utlåtandet', en: 'On the whole statement' },
  addComment: { fi: 'Kommentoi', sv: 'Kommentera', en: 'Comment' },
  aboutPart: { fi: 'Mitä kohtaa kommentoit?', sv: 'Vilket stycke gäller det?', en: 'Which paragraph is it about?' },
  yourComment: { fi: 'Kommenttisi', sv: 'Din kommentar', en: 'Your comment' },
  commentHow: {
    fi: 'Nimesi ja organisaatiosi näkyvät muille jäsenille.',
    sv: 'De andra medlemmarna ser ditt namn och din organisation.',
    en: 'The other members see your name and organisation.',
  },
  send: { fi: 'Lähetä kommentti', sv: 'Skicka kommentaren', en: 'Send the comment' },
  removeComment: { fi: 'Poista oma kommenttini', sv: 'Ta bort min kommentar', en: 'Remove my comment' },
  yourComments: { fi: 'Omat kommenttisi', sv: 'Dina kommentarer', en: 'Your comments' },
  joinNote: { fi: 'Lisätieto (vapaaehtoinen)', sv: 'Tilläggsuppgift (frivillig)', en: 'A note (optional)' },
  saidComment: { fi: 'Kommenttisi on tallennettu.', sv: 'Din kommentar är sparad.', en: 'Your comment is saved.' },
  saidRemoved: { fi: 'Kommentti on poistettu.', sv: 'Kommentaren är borttagen.', en: 'The comment is removed.' },
  saidJoined: { fi: 'Kuntanne on mukana.', sv: 'Er kommun är med.', en: 'Your municipality has joined.' },
  saidLeft: {
    fi: 'Kuntanne ei ole enää mukana.',
    sv: 'Er kommun är inte längre med.',
    en: 'Your municipality is no longer in.',
  },
  pieceOf: { fi: 'Kohta {n}', sv: 'Stycke {n}', en: 'Paragraph {n}' },
  someone: { fi: 'Jäsen', sv: 'Medlem', en: 'A member' },
  letterComment: {
    fi: 'Kommentoi lausuntoa: {title}',
    sv: 'Kommentera utlåtandet: {title}',
    en: 'Comment on the statement: {title}',
  },
  letterJoin: {
    fi: 'Onko kuntanne mukana? {title}',
    sv: 'Är er kommun med? {title}',
    en: 'Is your municipality in? {title}',
  },
  letterFinal: {
    fi: 'Lausunto on valmis: {title}',
    sv: 'Utlåtandet är klart: {title}',
    en: 'The statement is final: {title}',
  },
  letterHow: {
    fi: 'Voit lukea tekstin ja kommentoida sitä kohta kohdalta omalla sivullasi.',
    sv: 'Du kan läsa texten och kommentera den stycke för stycke på din egen sida.',
    en: 'You can read the text and comment on it paragraph by paragraph on your own page.',
  },
  letterThanks: {
    fi: 'Kiitos, että olit mukana valmistelussa.',
    sv: 'Tack för att du var med i beredningen.',
    en: 'Thank you for taking part in preparing it.',
  },
  openStatement: { fi: 'Avaa lausunto', sv: 'Öppna utlåtandet', en: 'Open the statement' },

  // ── Coordinators ──
  waitComments: {
    fi: 'Kommentointi päättyi. Käsittele kommentit ja avaa ilmoittautuminen tai viimeistele lausunto.',
    sv: 'Kommenteringen är avslutad. Behandla kommentarerna och öppna anslutningen eller slutför utlåtandet.',
    en: 'Commenting has ended. Look at the comments and open joining, or finish the statement.',
  },
  waitFinish: {
    fi: 'Ilmoittautuminen päättyi. Viimeistele lausunto.',
    sv: 'Anslutningen är avslutad. Slutför utlåtandet.',
    en: 'Joining has ended. Finish the statement.',
  },
  handOpen: {
    fi: 'Lausunnon valmistelu on kesken.',
    sv: 'Utlåtandet är under beredning.',
    en: 'The statement is being prepared.',
  },
  overdue: { fi: 'Lausunto odottaa sinua', sv: 'Ett utlåtande väntar på dig', en: 'A statement waits for you' },

  // ── The document ──
  docVersion: {
    fi: 'Luonnos, versio {n}, {date}',
    sv: 'Utkast, version {n}, {date}',
    en: 'Draft, version {n}, {date}',
  },
  docFinal: { fi: 'Lausunto {date}', sv: 'Utlåtande {date}', en: 'Statement {date}' },
  docJoined: { fi: 'Lausunnossa ovat mukana', sv: 'Med i utlåtandet är', en: 'Joined by' },
  docNobody: {
    fi: 'Lausunnon antaa verkosto {network}.',
    sv: 'Utlåtandet ges av nätverket {network}.',
    en: 'Given by the network {network}.',
  },
  bankSummary: {
    fi: 'Verkoston lausunto. {joined}.',
    sv: 'Nätverkets utlåtande. {joined}.',
    en: 'A statement of the network. {joined}.',
  },
});
