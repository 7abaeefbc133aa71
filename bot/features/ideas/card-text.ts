/** What the cards, letters and pages of ideas say. */
import { messages } from '../../core/text.ts';

export const cardText = messages({
  // ── A call ──
  kindIdeas: { fi: 'Ideahaku', sv: 'Idéinsamling', en: 'Call for ideas' },
  kindTopics: { fi: 'Toiveaiheet', sv: 'Önskade ämnen', en: 'Wished topics' },
  kindPictures: { fi: 'Kuvakilpailu', sv: 'Bildtävling', en: 'Picture contest' },
  topicsAbout: {
    fi: 'Ehdota aihetta webinaariin tai muuhun tilaisuuteen ja kannata muiden toiveita.',
    sv: 'Föreslå ett ämne för ett webbinarium eller ett annat evenemang och stöd andras önskemål.',
    en: 'Suggest a topic for a webinar or another event, and support what others wish for.',
  },
  purpose: {
    fi: 'Mihin tulosta käytetään: {purpose}',
    sv: 'Så används resultatet: {purpose}',
    en: 'What the result is used for: {purpose}',
  },
  conditions: { fi: 'Ehdot', sv: 'Villkor', en: 'Conditions' },
  conditionCost: {
    fi: 'Kustannus enintään {most, number} €',
    sv: 'Kostnaden högst {most, number} €',
    en: 'Cost at most €{most, number}',
  },
  conditionTargets: {
    fi: 'Kohderyhmä jokin näistä: {groups}',
    sv: 'Målgruppen är någon av dessa: {groups}',
    en: 'For one of these target groups: {groups}',
  },
  conditionPicture: { fi: 'Mukana kuva', sv: 'En bild bifogas', en: 'With a picture' },
  conditionNeedsCost: {
    fi: 'Mukana arvio kustannuksesta',
    sv: 'En uppskattning av kostnaden ingår',
    en: 'With an estimate of the cost',
  },
  whoProposesGroup: {
    fi: 'Ehdottaa voi {who}.',
    sv: 'Förslag kan lämnas av {who}.',
    en: 'Open to proposals by {who}.',
  },
  opens: { fi: 'Alkaa {when}.', sv: 'Öppnas {when}.', en: 'Opens {when}.' },
  closes: { fi: 'Ehdota viimeistään {when}.', sv: 'Lämna ditt förslag senast {when}.', en: 'Propose by {when}.' },
  closed: { fi: 'Ideahaku on päättynyt.', sv: 'Idéinsamlingen är avslutad.', en: 'This call is closed.' },
  hidden: {
    fi: 'Lähettäjien nimet näkyvät vasta, kun kilpailu on päättynyt.',
    sv: 'Inskickarnas namn visas först när tävlingen är avslutad.',
    en: 'Who sent the pictures is shown when the contest has closed.',
  },
  noIdeas: {
    fi: 'Ideoita ei ole vielä. Ole ensimmäinen!',
    sv: 'Inga idéer ännu. Bli den första!',
    en: 'No ideas yet. Be the first!',
  },
  ideasSoFar: {
    fi: '{n, plural, one {# idea} other {# ideaa}}{from, plural, =0 {} one {, mukana yksi kunta tai muu organisaatio} other {, mukana # kuntaa tai muuta organisaatiota}}',
    sv: '{n, plural, one {# idé} other {# idéer}}{from, plural, =0 {} one {, en kommun eller annan organisation är med} other {, # kommuner eller andra organisationer är med}}',
    en: '{n, plural, one {# idea} other {# ideas}}{from, plural, =0 {} one { from one municipality or other organisation} other { from # municipalities or other organisations}}',
  },
  picturesSoFar: {
    fi: '{n, plural, =0 {Kuvia ei ole vielä. Ole ensimmäinen!} one {# kuva} other {# kuvaa}}',
    sv: '{n, plural, =0 {Inga bilder ännu. Bli den första!} one {# bild} other {# bilder}}',
    en: '{n, plural, =0 {No pictures yet. Be the first!} one {# picture} other {# pictures}}',
  },
  closesPictures: {
    fi: 'Lähetä kuvasi viimeistään {when}.',
    sv: 'Skicka din bild senast {when}.',
    en: 'Send your picture by {when}.',
  },
  closedPictures: { fi: 'Kilpailu on päättynyt.', sv: 'Tävlingen är avslutad.', en: 'The contest has closed.' },
  onVotePictures: {
    fi: 'Kuvista äänestetään nyt.',
    sv: 'Omröstning om bilderna pågår.',
    en: 'The pictures are being voted on now.',
  },
  seePictures: { fi: 'Katso kuvat', sv: 'Se bilderna', en: 'See the pictures' },
  winners: { fi: 'Palkitut kuvat', sv: 'Belönade bilder', en: 'Winning pictures' },
  newest: { fi: 'Uusimmat', sv: 'Nyaste', en: 'Newest' },
  onVote: {
    fi: 'Ideoista äänestetään nyt.',
    sv: 'Omröstning om idéerna pågår.',
    en: 'The ideas are being voted on now.',
  },
  decided: { fi: 'Päätetty toteuttaa', sv: 'Beslutade att genomföras', en: 'Decided to be carried out' },
  confirmed: { fi: 'Vahvisti: {body}, {on}.', sv: 'Fastställdes av: {body}, {on}.', en: 'Confirmed by {body}, {on}.' },
  confirmedOn: { fi: 'Päätetty {on}.', sv: 'Beslutat {on}.', en: 'Decided on {on}.' },
  propose: { fi: 'Ehdota', sv: 'Lämna förslag', en: 'Propose' },
  proposeTopic: { fi: 'Ehdota aihetta', sv: 'Föreslå ett ämne', en: 'Suggest a topic' },
  sendPicture: { fi: 'Osallistu kuvalla', sv: 'Delta med en bild', en: 'Send a picture' },
  see: { fi: 'Katso ideat', sv: 'Se idéerna', en: 'See the ideas' },

  // ── The form ──
  title: { fi: 'Idea lyhyesti', sv: 'Idén i korthet', en: 'The idea in brief' },
  topicTitle: { fi: 'Aihe', sv: 'Ämne', en: 'Topic' },
  titleNeeded: { fi: 'Anna idealle nimi.', sv: 'Ge idén ett namn.', en: 'Give the idea a title.' },
  text: { fi: 'Kuvaus (halutessasi)', sv: 'Beskrivning (om du vill)', en: 'Description (optional)' },
  textLong: { fi: 'Lyhennä kuvausta.', sv: 'Korta av beskrivningen.', en: 'Shorten the description.' },
  cost: { fi: 'Arvioitu kustannus euroina', sv: 'Uppskattad kostnad i euro', en: 'Estimated cost in euros' },
  costWrong: {
    fi: 'Kirjoita luku, esimerkiksi 4500.',
    sv: 'Skriv ett tal, till exempel 4500.',
    en: 'Write a number, for instance 4500.',
  },
  targetGroup: { fi: 'Kohderyhmä', sv: 'Målgrupp', en: 'Target group' },
  targetGroupNeeded: { fi: 'Valitse kohderyhmä.', sv: 'Välj målgrupp.', en: 'Choose a target group.' },
  promises: {
    fi: 'Vahvista, että ehdot täyttyvät',
    sv: 'Intyga att villkoren uppfylls',
    en: 'Confirm that the conditions are met',
  },
  send: { fi: 'Lähetä idea', sv: 'Skicka idén', en: 'Send the idea' },
  sendTopic: { fi: 'Lähetä aihe', sv: 'Skicka ämnet', en: 'Send the topic' },
  withPicture: {
    fi: 'Kuvan voi lisätä välilehdellä.',
    sv: 'En bild kan läggas till på fliken.',
    en: 'A picture can be added in the tab.',
  },
  openForm: { fi: 'Avaa lomake', sv: 'Öppna formuläret', en: 'Open the form' },
  sent: {
    fi: 'Kiitos! Ideasi ”{title}” on nyt muiden nähtävillä.',
    sv: 'Tack! Din idé ”{title}” syns nu för de andra.',
    en: 'Thank you! Your idea “{title}” can now be seen by everyone.',
  },
  sentWhat: {
    fi: 'Kerromme sinulle, kun ideasi etenee.',
    sv: 'Vi berättar för dig när din idé går vidare.',
    en: 'We’ll tell you when your idea moves on.',
  },
  openIdea: { fi: 'Avaa idea', sv: 'Öppna idén', en: 'Open the idea' },
  another: { fi: 'Ehdota toista', sv: 'Lämna ett förslag till', en: 'Propose another' },
  chooseCall: {
    fi: 'Mihin ideahakuun ehdotat?',
    sv: 'Till vilken idéinsamling hör ditt förslag?',
    en: 'Which call do you propose to?',
  },
  proposeInChat: {
    fi: 'Ehdota ideaa täällä: {link}',
    sv: 'Lämna ditt förslag här: {link}',
    en: 'Propose an idea here: {link}',
  },

  // ── What became of it ──
  stepMerged: {
    fi: 'Ideasi ”{title}” on yhdistetty ideaan ”{into}”. Olet mainittu sen tekijänä, ja alkuperäinen sanamuotosi on yhä luettavissa.',
    sv: 'Din idé ”{title}” har slagits ihop till idén ”{into}”. Du nämns som upphov, och din ursprungliga formulering går fortfarande att läsa.',
    en: 'Your idea “{title}” was merged into “{into}”. You are credited as its author, and your wording stays readable.',
  },
  stepSplit: {
    fi: 'Ideasi ”{title}” on jaettu ideoiksi {into}. Olet mainittu niiden tekijänä.',
    sv: 'Din idé ”{title}” har delats i idéerna {into}. Du nämns som upphov.',
    en: 'Your idea “{title}” was split into {into}. You are credited as their author.',
  },
  stepBack: {
    fi: 'Ideasi ”{title}” on jälleen oma ehdotuksensa: aiempi vaihe peruttiin.',
    sv: 'Din idé ”{title}” är åter ett eget förslag: det tidigare steget ångrades.',
    en: 'Your idea “{title}” is a proposal of its own again: an earlier step was taken back.',
  },
  stepOnVote: {
    fi: 'Ideastasi ”{title}” äänestetään nyt.',
    sv: 'Din idé ”{title}” är nu uppe till omröstning.',
    en: 'Your idea “{title}” is being voted on now.',
  },
  stepWon: {
    fi: 'Ideasi ”{title}” voitti äänestyksen{votes, plural, =0 {} other { (# ääntä)}}. Kerromme, kun siitä on päätetty.',
    sv: 'Din idé ”{title}” vann omröstningen{votes, plural, =0 {} other { (# röster)}}. Vi berättar när det är beslutat.',
    en: 'Your idea “{title}” won the vote{votes, plural, =0 {} other { (# votes)}}. We’ll tell you when it is decided.',
  },
  stepVoted: {
    fi: 'Äänestys ideastasi ”{title}” on päättynyt{votes, plural, =0 {} one {: se sai yhden äänen} other {: se sai # ääntä}}.',
    sv: 'Omröstningen om din idé ”{title}” är avslutad{votes, plural, =0 {} one {: den fick en röst} other {: den fick # röster}}.',
    en: 'The vote on your idea “{title}” has closed{votes, plural, =0 {} one {: it got one vote} other {: it got # votes}}.',
  },
  stepDecided: {
    fi: 'Ideasi ”{title}” on päätetty toteuttaa.',
    sv: 'Det har beslutats att din idé ”{title}” genomförs.',
    en: 'It was decided that your idea “{title}” will be carried out.',
  },
  stepUnderWay: {
    fi: 'Ideasi ”{title}” on työn alla.',
    sv: 'Din idé ”{title}” är på gång.',
    en: 'Your idea “{title}” is under way.',
  },
  stepDone: {
    fi: 'Ideasi ”{title}” on toteutettu. Kiitos!',
    sv: 'Din idé ”{title}” har genomförts. Tack!',
    en: 'Your idea “{title}” has been carried out. Thank you!',
  },
  stepNotTaken: {
    fi: 'Ideaasi ”{title}” ei toteuteta.',
    sv: 'Din idé ”{title}” genomförs inte.',
    en: 'Your idea “{title}” will not be carried out.',
  },
  why: { fi: 'Perustelu: {note}', sv: 'Motivering: {note}', en: 'Reason: {note}' },
  note: { fi: 'Lisätieto: {note}', sv: 'Mer information: {note}', en: 'Note: {note}' },
  ofCall: { fi: 'Ideahaku: {title}', sv: 'Idéinsamling: {title}', en: 'Call for ideas: {title}' },
  letterTitle: { fi: 'Ideasi: {title}', sv: 'Din idé: {title}', en: 'Your idea: {title}' },
  withThanks: {
    fi: 'Saat tämän viestin, koska ehdotit ideaa tai se on osa toista ideaa.',
    sv: 'Du får det här meddelandet eftersom du har föreslagit idén eller den ingår i en annan idé.',
    en: 'You get this because you proposed the idea, or it is part of another one.',
  },

  // ── States, on pages and in files ──
  proposed: { fi: 'Ehdotettu', sv: 'Föreslagen', en: 'Proposed' },
  merged: { fi: 'Yhdistetty', sv: 'Sammanslagen', en: 'Merged' },
  split: { fi: 'Jaettu', sv: 'Delad', en: 'Split' },
  back: { fi: 'Palautettu ehdotukseksi', sv: 'Återställd till förslag', en: 'A proposal again' },
  onVoteState: { fi: 'Äänestyksessä', sv: 'På omröstning', en: 'On the vote' },
  voted: { fi: 'Äänestetty', sv: 'Omröstad', en: 'Voted on' },
  decidedState: { fi: 'Päätetty toteuttaa', sv: 'Beslutad', en: 'Decided' },
  underWay: { fi: 'Työn alla', sv: 'På gång', en: 'Under way' },
  done: { fi: 'Toteutettu', sv: 'Genomförd', en: 'Done' },
  notTaken: { fi: 'Ei toteuteta', sv: 'Genomförs inte', en: 'Not taken' },

  help: {
    fi: 'ehdota ideaa tai toiveaihetta',
    sv: 'föreslå en idé eller ett ämne',
    en: 'propose an idea or a topic',
  },
  newIdeas: {
    fi: '{n, plural, =0 {Avoinna ehdotuksille} one {# uusi idea} other {# uutta ideaa}}',
    sv: '{n, plural, =0 {Öppen för förslag} one {# ny idé} other {# nya idéer}}',
    en: '{n, plural, =0 {Open for proposals} one {# new idea} other {# new ideas}}',
  },
});
