/** Texts of ideas: what is refused, and what things are called on cards, pages, letters and in files. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  unknownCollection: {
    fi: 'Tätä ideahakua ei ole enää.',
    sv: 'Den här idéinsamlingen finns inte längre.',
    en: 'This call for ideas is no longer there.',
  },
  unknownIdea: {
    fi: 'Tätä ideaa ei ole enää.',
    sv: 'Den här idén finns inte längre.',
    en: 'This idea is no longer there.',
  },
  unknownComment: {
    fi: 'Tätä kommenttia ei ole enää.',
    sv: 'Den här kommentaren finns inte längre.',
    en: 'This comment is no longer there.',
  },
  unknownGroup: {
    fi: 'Ryhmää ei ole enää. Valitse toinen.',
    sv: 'Gruppen finns inte längre. Välj en annan.',
    en: 'This group is no longer there. Choose another.',
  },
  notYetOpen: {
    fi: 'Ideahaku ei ole vielä auki. Katso alkamisaika ja tule silloin uudelleen.',
    sv: 'Idéinsamlingen är inte öppen ännu. Kom tillbaka när den har börjat.',
    en: 'This call for ideas is not open yet. Come back when it has begun.',
  },
  isClosed: {
    fi: 'Ideahaku on päättynyt, joten uusia ideoita ei enää oteta vastaan.',
    sv: 'Idéinsamlingen är avslutad och tar inte emot nya idéer.',
    en: 'This call for ideas is closed and takes no new ideas.',
  },
  standing: {
    fi: 'Toiveaiheita kerätään jatkuvasti, joten niiden keräämistä ei voi päättää eikä muuttaa.',
    sv: 'Önskade ämnen samlas in hela tiden, så insamlingen kan inte avslutas eller ändras.',
    en: 'Wished topics are collected all the time, so this call can’t be closed or changed.',
  },
  mayNotPropose: {
    fi: 'Tähän ideahakuun voi ehdottaa vain {who}.',
    sv: 'I den här idéinsamlingen kan bara {who} lämna förslag.',
    en: 'Only {who} can propose ideas here.',
  },
  whoCoordinators: { fi: 'koordinaattori', sv: 'koordinatorn', en: 'coordinators' },
  whoGroup: { fi: 'ryhmän {group} jäsen', sv: 'medlemmar i gruppen {group}', en: 'members of the group {group}' },
  notJury: {
    fi: 'Tämän voi tehdä vain koordinaattori tai ideahaun raati.',
    sv: 'Det här kan bara koordinatorn eller insamlingens jury göra.',
    en: 'Only a coordinator or the jury of this call can do this.',
  },
  notYours: {
    fi: 'Vain ehdottaja, koordinaattori ja raati voivat muuttaa ideaa.',
    sv: 'Bara den som har föreslagit idén, koordinatorn och juryn kan ändra den.',
    en: 'Only the person who proposed this idea, coordinators and the jury can change it.',
  },
  notYourComment: {
    fi: 'Vain kommentin kirjoittaja ja koordinaattori voivat muuttaa sitä.',
    sv: 'Bara den som skrev kommentaren och koordinatorn kan ändra den.',
    en: 'Only the person who wrote this comment and coordinators can change it.',
  },
  noTitle: { fi: 'Anna ideahaulle nimi.', sv: 'Ge idéinsamlingen ett namn.', en: 'Give the call a title.' },
  noIdeaTitle: { fi: 'Anna idealle nimi.', sv: 'Ge idén ett namn.', en: 'Give the idea a title.' },
  noComment: { fi: 'Kirjoita kommentti.', sv: 'Skriv en kommentar.', en: 'Write a comment.' },
  long: {
    fi: 'Lyhennä tätä: enintään {n, number} merkkiä.',
    sv: 'Korta av det här: högst {n, number} tecken.',
    en: 'Shorten this: at most {n, number} characters.',
  },
  tooMany: {
    fi: 'Tässä voi olla enintään {n, number}. Poista osa.',
    sv: 'Här får det finnas högst {n, number}. Ta bort några.',
    en: 'There can be at most {n, number} here. Remove some.',
  },
  badTime: {
    fi: 'Päivämäärää tai kellonaikaa ei voi lukea. Valitse ne uudelleen.',
    sv: 'Datumet eller klockslaget kan inte läsas. Välj dem på nytt.',
    en: 'This date or time can’t be read. Choose them again.',
  },
  closesFirst: {
    fi: 'Ideahaun pitää päättyä vasta alkamisensa jälkeen. Muuta päättymisaikaa.',
    sv: 'Idéinsamlingen måste avslutas efter att den har börjat. Ändra sluttiden.',
    en: 'The call must close after it opens. Change when it closes.',
  },
  closesInPast: {
    fi: 'Päättymisaika on jo mennyt. Valitse myöhempi.',
    sv: 'Sluttiden har redan passerat. Välj en senare.',
    en: 'This closing time has passed. Choose a later one.',
  },
  badCost: {
    fi: 'Kirjoita kustannus euroina pelkkänä lukuna, esimerkiksi 4500.',
    sv: 'Skriv kostnaden i euro som ett tal, till exempel 4500.',
    en: 'Write the cost in euros as a number, for instance 4500.',
  },
  tooDear: {
    fi: 'Kustannus voi olla enintään {most, number} €; tämä on {n, number} €.',
    sv: 'Kostnaden får vara högst {most, number} €; den här är {n, number} €.',
    en: 'The cost can be at most €{most, number}; this is €{n, number}.',
  },
  needsCost: { fi: 'Arvioi kustannus euroina.', sv: 'Uppskatta kostnaden i euro.', en: 'Estimate the cost in euros.' },
  needsTargetGroup: {
    fi: 'Valitse kohderyhmä, jota idea koskee.',
    sv: 'Välj den målgrupp som idén gäller.',
    en: 'Choose the target group that the idea is for.',
  },
  needsPromise: {
    fi: 'Ehtona on, että vahvistat tämän: ”{promise}”.',
    sv: 'Ett villkor är att du intygar det här: ”{promise}”.',
    en: 'It is a condition that you confirm this: “{promise}”.',
  },
  needsPicture: {
    fi: 'Ehtona on, että ideassa on kuva. Lisää kuva.',
    sv: 'Ett villkor är att idén har en bild. Lägg till en bild.',
    en: 'It is a condition that the idea has a picture. Add one.',
  },
  contestPicture: {
    fi: 'Kuvakilpailuun osallistutaan kuvalla. Lisää kuva.',
    sv: 'I bildtävlingen deltar man med en bild. Lägg till en bild.',
    en: 'You take part in the picture contest with a picture. Add one.',
  },
  livesOn: {
    fi: 'Tämä idea on yhdistetty tai jaettu, ja se elää toisessa ideassa. Avaa se.',
    sv: 'Idén har slagits ihop eller delats och lever vidare i en annan idé. Öppna den.',
    en: 'This idea was merged or split and lives on in another one. Open that.',
  },
  notMergeable: {
    fi: 'Ideaa ”{title}” ei voi enää yhdistää tai jakaa, koska sen käsittely on edennyt.',
    sv: 'Idén ”{title}” kan inte längre slås ihop eller delas, eftersom behandlingen har gått vidare.',
    en: '“{title}” can’t be merged or split any more, because its handling has gone further.',
  },
  onVoteNow: {
    fi: 'Idea on äänestyksessä. Odota, että äänestys päättyy.',
    sv: 'Idén är uppe till omröstning. Vänta tills omröstningen är avslutad.',
    en: 'This idea is being voted on. Wait until the poll closes.',
  },
  mergeTwo: {
    fi: 'Valitse vähintään kaksi ideaa yhdistettäväksi.',
    sv: 'Välj minst två idéer att slå ihop.',
    en: 'Choose at least two ideas to merge.',
  },
  splitTwo: {
    fi: 'Jaa idea vähintään kahdeksi ideaksi.',
    sv: 'Dela idén i minst två idéer.',
    en: 'Split the idea into at least two.',
  },
  tookElsewhere: {
    fi: 'Joku ehti yhdistää tai jakaa saman idean. Katso tilanne ja yritä uudelleen.',
    sv: 'Någon hann slå ihop eller dela samma idé. Kontrollera läget och försök på nytt.',
    en: 'Someone has just merged or split the same idea. Look again and retry.',
  },
  notMade: {
    fi: 'Tätä ideaa ei ole tehty yhdistämällä tai jakamalla, joten peruttavaa ei ole.',
    sv: 'Den här idén har inte uppstått genom sammanslagning eller delning, så det finns inget att ångra.',
    en: 'This idea was not made by merging or splitting, so there is nothing to undo.',
  },
  undoLaterFirst: {
    fi: 'Ideaa on sittemmin yhdistetty tai jaettu lisää. Peru ensin myöhempi muutos.',
    sv: 'Idén har senare slagits ihop eller delats igen. Ångra först den senare ändringen.',
    en: 'The idea was merged or split further. Undo the later change first.',
  },
  tooLateToUndo: {
    fi: 'Yhdistämistä tai jakamista ei voi enää perua, koska idean käsittely on edennyt.',
    sv: 'Sammanslagningen eller delningen kan inte längre ångras, eftersom behandlingen av idén har gått vidare.',
    en: 'Merging or splitting can’t be undone any more, because the idea’s handling has gone further.',
  },
  isUsed: {
    fi: 'Ideaa on jo kannatettu, kommentoitu tai käsitelty, joten sitä ei voi poistaa. Koordinaattori voi merkitä sen ”ei toteuteta”.',
    sv: 'Idén har redan fått stöd, kommenterats eller behandlats, så den kan inte tas bort. Koordinatorn kan märka den ”genomförs inte”.',
    en: 'The idea has been supported, commented on or handled, so it can’t be removed. A coordinator can mark it “not taken”.',
  },
  hasIdeas: {
    fi: 'Ideahakuun on jo tullut ideoita, joten sitä ei voi perua. Sen voi päättää.',
    sv: 'Insamlingen har redan fått idéer, så den kan inte ångras. Den kan avslutas.',
    en: 'Ideas have come in, so this call can’t be taken back. It can be closed.',
  },
  voteTwo: {
    fi: 'Valitse jatkoon 2–{n, number} ideaa ennen äänestystä.',
    sv: 'Välj 2–{n, number} idéer till kortlistan före omröstningen.',
    en: 'Shortlist 2 to {n, number} ideas before the vote.',
  },
  voteRuns: {
    fi: 'Ideoista on jo äänestys käynnissä.',
    sv: 'En omröstning om idéerna pågår redan.',
    en: 'These ideas are being voted on already.',
  },
  sameTitles: {
    fi: 'Kahdella jatkoon valitulla idealla on sama nimi ”{title}”. Nimeä toinen niistä uudelleen.',
    sv: 'Två idéer på kortlistan har samma namn ”{title}”. Ge en av dem ett nytt namn.',
    en: 'Two shortlisted ideas have the same title “{title}”. Rename one of them.',
  },
  chooseIdeas: {
    fi: 'Valitse, mistä ideoista päätettiin.',
    sv: 'Välj vilka idéer som beslutet gäller.',
    en: 'Choose which ideas were decided on.',
  },
  needsReason: {
    fi: 'Kerro, miksi ideaa ei toteuteta. Perustelu kerrotaan ehdottajille.',
    sv: 'Berätta varför idén inte genomförs. Motiveringen ges till dem som föreslog den.',
    en: 'Say why the idea is not taken. Its authors are told.',
  },
  nothingToPropose: {
    fi: 'Nyt ei ole avoinna ideahakua, johon voisit ehdottaa.',
    sv: 'Just nu finns ingen öppen idéinsamling där du kan lämna förslag.',
    en: 'There is no open call that you can propose ideas to now.',
  },
  supportIsOver: {
    fi: 'Ideaa ei voi enää kannattaa, koska sen käsittely on edennyt.',
    sv: 'Idén kan inte längre stödjas, eftersom behandlingen har gått vidare.',
    en: 'This idea takes no more support, because its handling has gone further.',
  },

  // ── Names ──
  topicsTitle: { fi: 'Toiveaiheet', sv: 'Önskade ämnen', en: 'Wished topics' },
  untitled: { fi: 'Ideahaku', sv: 'Idéinsamling', en: 'Call for ideas' },
  someone: { fi: 'Entinen jäsen', sv: 'Tidigare medlem', en: 'A former member' },
  authorHidden: { fi: 'Kuvan lähettäjä', sv: 'Bildens inskickare', en: 'Who sent the picture' },
  proposersMembers: { fi: 'kaikki jäsenet', sv: 'alla medlemmar', en: 'all members' },
  proposersCoordinators: { fi: 'koordinaattori', sv: 'koordinatorn', en: 'coordinators' },
  proposersGroup: { fi: 'ryhmä {group}', sv: 'gruppen {group}', en: 'the group {group}' },
  pollQuestion: {
    fi: '{title}: mikä idea toteutetaan?',
    sv: '{title}: vilken idé ska genomföras?',
    en: '{title}: which idea should be carried out?',
  },
  pollAbout: {
    fi: 'Ideat ovat ideahausta ”{title}”.',
    sv: 'Idéerna kommer från idéinsamlingen ”{title}”.',
    en: 'The ideas come from the call “{title}”.',
  },
  closesSoon: { fi: 'Ideahaku päättyy {when}', sv: 'Idéinsamlingen avslutas {when}', en: 'This call closes {when}' },
  handDraft: {
    fi: 'Julkaise ideahaku tai peru se.',
    sv: 'Publicera idéinsamlingen eller ångra den.',
    en: 'Publish this call or take it back.',
  },
  handOpen: {
    fi: 'Seuraa ideahakua ja vie ideat päätökseen.',
    sv: 'Följ idéinsamlingen och för idéerna till beslut.',
    en: 'Follow this call and take its ideas to a decision.',
  },
  handUndecided: {
    fi: 'Kirjaa, mitä ideoista päätettiin.',
    sv: 'Anteckna vad som har beslutats om idéerna.',
    en: 'Record what was decided on the ideas.',
  },
  mayNotProposeHere: {
    fi: 'Et voi ehdottaa tähän ideahakuun. Voit silti katsoa ideoita ja kannattaa niitä.',
    sv: 'Du kan inte lämna förslag i den här idéinsamlingen. Du kan ändå läsa idéerna och stödja dem.',
    en: 'You can’t propose ideas here. You can still read and support them.',
  },
});
