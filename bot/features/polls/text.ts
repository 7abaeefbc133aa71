/** What polls say, in three languages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  noQuestion: { fi: 'Kirjoita kysymys.', sv: 'Skriv en fråga.', en: 'Write a question.' },
  longQuestion: {
    fi: 'Kysymys on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Frågan är för lång: {n} tecken, högst {most}.',
    en: 'The question is too long: {n} characters, at most {most}.',
  },
  longText: {
    fi: 'Teksti on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Texten är för lång: {n} tecken, högst {most}.',
    en: 'The text is too long: {n} characters, at most {most}.',
  },
  fewOptions: {
    fi: 'Anna vähintään {least} vaihtoehtoa, kukin omalle rivilleen.',
    sv: 'Ange minst {least} alternativ, vart och ett på sin egen rad.',
    en: 'Give at least {least} options, each on a line of its own.',
  },
  manyOptions: {
    fi: 'Vaihtoehtoja on {n}, enintään {most} mahtuu.',
    sv: 'Det finns {n} alternativ, högst {most} ryms.',
    en: 'There are {n} options; at most {most} fit.',
  },
  emptyOption: { fi: 'Vaihtoehto {n} on tyhjä.', sv: 'Alternativ {n} är tomt.', en: 'Option {n} is empty.' },
  repeatedOption: {
    fi: 'Vaihtoehto ”{option}” on mukana kahdesti.',
    sv: 'Alternativet ”{option}” finns två gånger.',
    en: 'The option “{option}” is there twice.',
  },
  longOption: {
    fi: 'Vaihtoehto ”{option}” on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Alternativet ”{option}” är för långt: {n} tecken, högst {most}.',
    en: 'The option “{option}” is too long: {n} characters, at most {most}.',
  },
  unreadableDate: {
    fi: 'Vaihtoehdosta ”{option}” ei löydy tulevaa päivää ja kellonaikaa. Kirjoita esimerkiksi 3.12. klo 9–10.',
    sv: 'I alternativet ”{option}” finns ingen kommande dag med klockslag. Skriv till exempel 3.12. kl. 9–10.',
    en: 'The option “{option}” has no day and time to come. Write for example 3.12. at 9–10.',
  },
  unreadableTime: {
    fi: 'Päivästä tai kellonajasta ei saa selvää. Kirjoita esimerkiksi 3.12. klo 16.',
    sv: 'Datumet eller klockslaget går inte att tolka. Skriv till exempel 3.12. kl. 16.',
    en: 'The date or time can’t be read. Write for example 3.12. at 16.',
  },
  pastDeadline: {
    fi: 'Määräaika on jo mennyt. Valitse myöhempi aika.',
    sv: 'Tiden har redan gått ut. Välj en senare tidpunkt.',
    en: 'That deadline has passed. Choose a later time.',
  },
  farDeadline: {
    fi: 'Määräaika on liian kaukana: enintään {days} päivän päässä.',
    sv: 'Tidsfristen är för långt borta: högst {days} dagar framåt.',
    en: 'That deadline is too far away: at most {days} days ahead.',
  },
  opensAfterClosing: {
    fi: 'Äänestyksen pitää alkaa ennen kuin se päättyy.',
    sv: 'Omröstningen måste öppna innan den stänger.',
    en: 'The poll must open before it closes.',
  },
  badMostChoices: {
    fi: 'Valintojen enimmäismäärä on luku väliltä 1–{most}.',
    sv: 'Högsta antalet val är ett tal mellan 1 och {most}.',
    en: 'The most choices is a number from 1 to {most}.',
  },
  badTurnout: {
    fi: 'Vähimmäismäärä on kokonaisluku, vähintään 1.',
    sv: 'Minsta antalet är ett heltal, minst 1.',
    en: 'The smallest number of voters is a whole number, at least 1.',
  },
  secretShowsLater: {
    fi: 'Salaisen äänestyksen tulokset näytetään vasta sulkemisen jälkeen: kesken näkyvistä luvuista voisi päätellä, mitä kukin äänesti.',
    sv: 'I en hemlig omröstning visas resultatet först efter stängningen: av siffror under tiden kunde man sluta sig till vem som röstat på vad.',
    en: 'A secret ballot shows its results only after closing: numbers seen on the way would tell who voted for what.',
  },
  notYetOpen: {
    fi: 'Äänestys ”{question}” ei ole vielä alkanut.',
    sv: 'Omröstningen ”{question}” har inte öppnat ännu.',
    en: 'The poll “{question}” has not opened yet.',
  },
  closedPoll: {
    fi: 'Äänestys ”{question}” on päättynyt.',
    sv: 'Omröstningen ”{question}” är stängd.',
    en: 'The poll “{question}” is closed.',
  },
  undonePoll: {
    fi: 'Tämä äänestys on peruttu.',
    sv: 'Den här omröstningen har återtagits.',
    en: 'This poll was taken back.',
  },
  unknownOption: {
    fi: 'Tätä vaihtoehtoa ei enää ole. Valitse uudelleen.',
    sv: 'Det alternativet finns inte längre. Välj på nytt.',
    en: 'That option is no longer there. Choose again.',
  },
  manyChoices: {
    fi: 'Voit valita enintään {most, plural, one {# vaihtoehdon} other {# vaihtoehtoa}}.',
    sv: 'Du kan välja högst {most} alternativ.',
    en: 'You can choose at most {most, plural, one {# option} other {# options}}.',
  },
  noOwnOptions: {
    fi: 'Tähän äänestykseen ei voi lisätä omia vaihtoehtoja.',
    sv: 'I den här omröstningen kan man inte lägga till egna alternativ.',
    en: 'This poll takes no options of your own.',
  },
  notClosed: {
    fi: 'Äänestys ei ole vielä päättynyt.',
    sv: 'Omröstningen är inte stängd ännu.',
    en: 'The poll is not closed yet.',
  },
  notRunning: {
    fi: 'Äänestys on jo päättynyt.',
    sv: 'Omröstningen är redan avslutad.',
    en: 'The poll has ended already.',
  },
  secretStaysClosed: {
    fi: 'Salaista äänestystä ei voi avata uudelleen: sen äänet on hävitetty laskennan jälkeen.',
    sv: 'En hemlig omröstning kan inte öppnas igen: rösterna har förstörts efter rösträkningen.',
    en: 'A secret ballot can’t be opened again: its votes were destroyed after counting.',
  },
  revoteWasHeld: {
    fi: 'Äänestystä ei voi avata uudelleen, koska uusintaäänestys on jo alkanut.',
    sv: 'Omröstningen kan inte öppnas igen, eftersom en ny omröstning redan har ordnats.',
    en: 'The poll can’t be opened again, because a re-vote has already begun.',
  },
  hasVotes: {
    fi: 'Äänestystä ei voi enää perua, koska joku on jo äänestänyt. Voit sulkea sen.',
    sv: 'Omröstningen kan inte längre återtas, eftersom någon redan har röstat. Du kan stänga den.',
    en: 'The poll can’t be taken back any more, because someone has voted. You can close it.',
  },
  noTie: {
    fi: 'Ratkaistavaa tasatulosta ei ole.',
    sv: 'Det finns inget lika röstetal att avgöra.',
    en: 'There is no tie to decide.',
  },
  optionHasVotes: {
    fi: 'Vaihtoehtoa ”{option}” ei voi poistaa, koska sillä on jo ääniä.',
    sv: 'Alternativet ”{option}” kan inte tas bort, eftersom det redan har röster.',
    en: 'The option “{option}” can’t be removed, because it has votes.',
  },
  unknownPoll: {
    fi: 'Äänestystä ei löytynyt tästä verkostosta.',
    sv: 'Omröstningen hittades inte i det här nätverket.',
    en: 'There is no such poll in this network.',
  },

  // ── Keeping, counting, answering ──
  lostBallots: {
    fi: 'Tämän salaisen äänestyksen avain on kadonnut, joten annettuja ääniä ei voi avata eikä uusia ottaa vastaan. Kerro siitä koordinaattorille.',
    sv: 'Nyckeln till den här hemliga omröstningen har försvunnit, så rösterna kan inte öppnas och nya kan inte tas emot. Berätta det för koordinatorn.',
    en: 'The key of this secret ballot is lost, so its votes can’t be opened and new ones can’t be taken. Please tell the coordinator.',
  },
  lostResult: {
    fi: 'Salaisen äänestyksen ”{question}” ääniä ei voitu laskea, koska sen avain on kadonnut. Äänestys on peruttu.',
    sv: 'Rösterna i den hemliga omröstningen ”{question}” kunde inte räknas, eftersom nyckeln har försvunnit. Omröstningen har återtagits.',
    en: 'The votes of the secret ballot “{question}” could not be counted, because its key is lost. The poll was taken back.',
  },
  lateVote: {
    fi: 'Äänesi tallentui vasta, kun äänestys ”{question}” oli jo päättymässä, joten se ei ehkä ehtinyt mukaan tulokseen.',
    sv: 'Din röst sparades först när omröstningen ”{question}” redan höll på att stänga, så den hann kanske inte med i resultatet.',
    en: 'Your vote was stored only when the poll “{question}” was already closing, so it may not be in the result.',
  },
  optionsStay: {
    fi: 'Vaihtoehtoja ei voi enää poistaa, koska äänestys on jo alkanut ja tulokset näytetään vasta myöhemmin.',
    sv: 'Alternativ kan inte längre tas bort, eftersom röster redan har getts och resultatet visas först senare.',
    en: 'Options can’t be removed any more, because votes have been cast and results are shown only later.',
  },
  nobodyToRemind: {
    fi: 'Kaikki ovat jo äänestäneet, joten muistutettavia ei ole.',
    sv: 'Alla har redan röstat, så det finns ingen att påminna.',
    en: 'Everyone has voted already, so there is nobody to remind.',
  },
  noMeansChosen: {
    fi: 'Valitse, miten muistutus lähetetään.',
    sv: 'Välj hur påminnelsen skickas.',
    en: 'Choose how the reminder is sent.',
  },
  createInChat: {
    fi: 'Kirjoita tähän esimerkiksi: äänestys Mikä aihe? | Koulukuljetukset | Kutsuliikenne. Lomakkeen saat kirjoittamalla minulle 1:1-keskusteluun ”äänestys” tai välilehdeltä: {link}',
    sv: 'Skriv här till exempel: omröstning Vilket ämne? | Skolskjuts | Anropsstyrd trafik. Ett formulär får du genom att skriva ”omröstning” till mig i en 1:1-chatt eller på fliken: {link}',
    en: 'Write here for example: poll Which topic? | School transport | Demand-responsive transport. For a form, write “poll” to me in a 1:1 chat or open the tab: {link}',
  },
  notCreated: {
    fi: 'Äänestystä ei luotu. {problems}\nKirjoitit: {typed}',
    sv: 'Omröstningen skapades inte. {problems}\nDu skrev: {typed}',
    en: 'The poll was not created. {problems}\nYou wrote: {typed}',
  },
  published: {
    fi: 'Äänestys ”{question}” on julkaistu kanavalla {channel}. Se päättyy {closes}.',
    sv: 'Omröstningen ”{question}” har publicerats i kanalen {channel}. Den stänger {closes}.',
    en: 'The poll “{question}” is published in the channel {channel}. It closes {closes}.',
  },
  noOpenPolls: {
    fi: 'Avoimia äänestyksiä ei ole juuri nyt.',
    sv: 'Det finns inga öppna omröstningar just nu.',
    en: 'There are no open polls right now.',
  },
  closesSoon: {
    fi: 'Äänestys ”{question}” sulkeutuu, ja tulos julkaistaan hetken kuluttua.',
    sv: 'Omröstningen ”{question}” stänger, och resultatet publiceras om en liten stund.',
    en: 'The poll “{question}” is closing, and the result is published in a moment.',
  },
  reminded: {
    fi: 'Muistutus lähti: {direct, plural, =0 {ei yhtään 1:1-viestiä} one {# 1:1-viesti} other {# 1:1-viestiä}}, kanavalle {channel, select, true {kyllä} other {ei}}.',
    sv: 'Påminnelsen har skickats: {direct, plural, =0 {inga 1:1-meddelanden} one {# 1:1-meddelande} other {# 1:1-meddelanden}}, i kanalen {channel, select, true {ja} other {nej}}.',
    en: 'The reminder is on its way: {direct, plural, =0 {no 1:1 messages} one {# 1:1 message} other {# 1:1 messages}}, in the channel {channel, select, true {yes} other {no}}.',
  },
  tookBack: {
    fi: 'Äänestys ”{question}” peruttiin.',
    sv: 'Omröstningen ”{question}” återtogs.',
    en: 'The poll “{question}” was taken back.',
  },
  whichPoll: {
    fi: 'Avoimia äänestyksiä on useita: {questions}. Kirjoita komento sen äänestyksen ketjuun, jota tarkoitat.',
    sv: 'Det finns flera öppna omröstningar: {questions}. Skriv kommandot i tråden för den omröstning du menar.',
    en: 'Several polls are open: {questions}. Write the command in the thread of the poll you mean.',
  },
  helpPoll: {
    fi: 'äänestys Mikä aihe? | Koulukuljetukset | Kutsuliikenne: luo äänestyksen',
    sv: 'omröstning Vilket ämne? | Skolskjuts | Anropsstyrd trafik: skapar en omröstning',
    en: 'poll Which topic? | School transport | Demand-responsive transport: creates a poll',
  },
  helpOpen: {
    fi: 'avoimet: äänestykset, joissa voit nyt äänestää',
    sv: 'öppna: omröstningar där du kan rösta nu',
    en: 'open: polls in which you can vote now',
  },
  helpClose: {
    fi: 'sulje: sulkee äänestyksen (koordinaattori)',
    sv: 'stäng: stänger en omröstning (koordinatorn)',
    en: 'close: closes a poll (coordinators)',
  },
  helpRemind: {
    fi: 'muistuta: muistuttaa niitä, jotka eivät ole vielä äänestäneet (koordinaattori)',
    sv: 'påminn: påminner dem som inte har röstat ännu (koordinatorn)',
    en: 'remind: reminds those who have not voted yet (coordinators)',
  },
  nameUnknown: { fi: 'Nimi ei tiedossa', sv: 'Namnet är inte känt', en: 'Name not known' },
  // ── Export ──
  sheetResults: { fi: 'Tulokset', sv: 'Resultat', en: 'Results' },
  sheetVotes: { fi: 'Äänet', sv: 'Röster', en: 'Votes' },
  sheetVoters: { fi: 'Äänestäneet', sv: 'Röstande', en: 'Voters' },
  sheetComments: { fi: 'Kommentit', sv: 'Kommentarer', en: 'Comments' },
  columnQuestion: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  columnState: { fi: 'Tila', sv: 'Status', en: 'State' },
  columnDeadline: { fi: 'Päättyy', sv: 'Stänger', en: 'Closes' },
  columnTurnout: { fi: 'Äänestäneitä', sv: 'Antal röstande', en: 'People who voted' },
  columnEntitled: { fi: 'Jäseniä', sv: 'Medlemmar', en: 'Members' },
  columnOption: { fi: 'Vaihtoehto', sv: 'Alternativ', en: 'Option' },
  columnVotes: { fi: 'Ääniä', sv: 'Röster', en: 'Votes' },
  columnWho: { fi: 'Kuka', sv: 'Vem', en: 'Who' },
  columnComment: { fi: 'Kommentti', sv: 'Kommentar', en: 'Comment' },
  hiddenYet: {
    fi: 'Tulokset näytetään myöhemmin.',
    sv: 'Resultatet visas senare.',
    en: 'Results are shown later.',
  },
  stateScheduled: { fi: 'ei vielä alkanut', sv: 'har inte öppnat', en: 'not yet open' },
  stateOpen: { fi: 'avoin', sv: 'öppen', en: 'open' },
  stateCounting: { fi: 'lasketaan', sv: 'räknas', en: 'being counted' },
  stateClosed: { fi: 'päättynyt', sv: 'stängd', en: 'closed' },
  stateUndone: { fi: 'peruttu', sv: 'återtagen', en: 'taken back' },
});
