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
    fi: 'Äänestyksen pitää alkaa, ennen kuin se päättyy.',
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
    fi: 'Salaisen äänestyksen tulokset näytetään vasta sulkemisen jälkeen: äänestyksen aikana näkyvistä luvuista voisi päätellä, mitä kukin äänesti.',
    sv: 'I en hemlig omröstning visas resultatet först efter stängningen: av siffror som syns under omröstningen kunde man sluta sig till vem som röstat på vad.',
    en: 'A secret ballot shows its results only after closing: numbers seen while it runs would tell who voted for what.',
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
  votesAreGone: {
    fi: 'Äänestystä ei voi enää avata uudelleen: sen äänet on poistettu vanhoina.',
    sv: 'Omröstningen kan inte längre öppnas igen: rösterna är gamla och har tagits bort.',
    en: 'The poll can no longer be opened again: its votes are old and have been removed.',
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

  outsiderCantVote: {
    fi: 'Verkoston äänestyksissä äänestävät sen jäsenet. Pyydä koordinaattoria lisäämään sinut verkostoon.',
    sv: 'I nätverkets omröstningar röstar dess medlemmar. Be koordinatorn att lägga till dig i nätverket.',
    en: 'The network’s members vote in its polls. Ask the coordinator to add you to the network.',
  },
  invitedCantVote: {
    fi: 'Voit äänestää, kun olet hyväksynyt kutsun verkostoon.',
    sv: 'Du kan rösta när du har tackat ja till inbjudan till nätverket.',
    en: 'You can vote once you have accepted the invitation to the network.',
  },
  kindCantVote: {
    fi: 'Organisaatiosi ei äänestä, mutta voit seurata äänestyksiä. Tulokset näet täältä.',
    sv: 'Din organisation röstar inte, men du kan följa omröstningarna. Resultaten ser du här.',
    en: 'Your organisation does not vote, but you can follow the polls. You can see the results here.',
  },
  notInGroup: {
    fi: 'Tässä äänestyksessä äänestävät vain ryhmän jäsenet ja heidän varajäsenensä.',
    sv: 'I den här omröstningen röstar bara gruppens medlemmar och deras ersättare.',
    en: 'Only the members of the group and their substitutes vote in this poll.',
  },
  unknownGroup: {
    fi: 'Ryhmää ei löytynyt. Valitse ryhmä uudelleen.',
    sv: 'Gruppen hittades inte. Välj gruppen på nytt.',
    en: 'There is no such group. Choose the group again.',
  },
  noneEntitled: {
    fi: 'Yhdelläkään kunnalla ei ole vielä äänioikeutta, joten ääniä ei voi laskea kunnittain. Merkitse ensin, mitkä kunnat ovat jäseniä.',
    sv: 'Ingen kommun har rösträtt ännu, så rösterna kan inte räknas per kommun. Ange först vilka kommuner som är medlemmar.',
    en: 'No municipality is entitled to vote yet, so votes can’t be counted by municipality. First say which municipalities are members.',
  },
  fewForSecret: {
    fi: 'Salaisen äänestyksen voi laskea kunnittain vain, kun äänioikeutettuja kuntia on vähintään {least}. Nyt niitä on {n}, ja tuloksesta voisi päätellä, mitä kukin kunta äänesti.',
    sv: 'En hemlig omröstning kan räknas per kommun bara när minst {least} kommuner har rösträtt. Nu har {n} det, och av resultatet kunde man sluta sig till vad varje kommun röstade på.',
    en: 'A secret ballot can be counted by municipality only when at least {least} municipalities are entitled to vote. Now {n} are, and the result would tell how each of them voted.',
  },
  secretNotSplit: {
    fi: 'Salaisessa äänestyksessä kunnan ääntä ei voi jakaa: äänen osista voisi päätellä, mitä kukin äänesti. Valitse toinen sääntö.',
    sv: 'I en hemlig omröstning kan kommunens röst inte delas: av röstens delar kunde man sluta sig till vem som röstat på vad. Välj en annan regel.',
    en: 'In a secret ballot a municipality’s vote can’t be split: the parts of a vote would tell who voted for what. Choose another rule.',
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
    fi: 'Vaihtoehtoja ei voi enää poistaa, koska ääniä on jo annettu ja tulokset näytetään vasta myöhemmin.',
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
  publishedLater: {
    fi: 'Äänestys ”{question}” on ajastettu. Se julkaistaan kanavalla {channel} {opens} ja päättyy {closes}.',
    sv: 'Omröstningen ”{question}” är schemalagd. Den publiceras i kanalen {channel} {opens} och stänger {closes}.',
    en: 'The poll “{question}” is scheduled. It is published in the channel {channel} {opens} and closes {closes}.',
  },
  /** Teams gives the first channel of a team no name; this is what its clients call it. */
  general: { fi: 'Yleinen', sv: 'Allmänt', en: 'General' },
  closesSoon: {
    fi: 'Äänestys ”{question}” sulkeutuu, ja tulos julkaistaan hetken kuluttua.',
    sv: 'Omröstningen ”{question}” stänger, och resultatet publiceras om en liten stund.',
    en: 'The poll “{question}” is closing, and the result is published in a moment.',
  },
  reminded: {
    fi: 'Muistutus lähti. Henkilökohtaisia viestejä Teamsissa: {direct}, sähköpostilla: {mail}. {channel, select, true {Kanavalle lähti muistutus ilman nimiä.} other {Kanavalla ei muistutettu.}}',
    sv: 'Påminnelsen har skickats. Personliga meddelanden i Teams: {direct}, per e-post: {mail}. {channel, select, true {I kanalen publiceras en påminnelse utan namn.} other {Ingen påminnelse i kanalen.}}',
    en: 'The reminder is on its way. Direct messages in Teams: {direct}, by e-mail: {mail}. {channel, select, true {The channel gets a reminder without names.} other {The channel was not reminded.}}',
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
    fi: 'Luo äänestyksen. Esimerkiksi: äänestys Mikä aihe? | Koulukuljetukset | Kutsuliikenne',
    sv: 'Skapar en omröstning. Till exempel: omröstning Vilket ämne? | Skolskjuts | Anropsstyrd trafik',
    en: 'Creates a poll. For example: poll Which topic? | School transport | Demand-responsive transport',
  },
  helpOpen: {
    fi: 'Näyttää äänestykset, joissa voit nyt äänestää, ja kutsut, joihin et ole vastannut.',
    sv: 'Visar omröstningarna där du kan rösta nu och inbjudningarna som du inte har svarat på.',
    en: 'Shows the polls in which you can vote now and the invitations that you have not answered.',
  },
  helpClose: {
    fi: 'Sulkee äänestyksen (koordinaattori).',
    sv: 'Stänger en omröstning (koordinatorn).',
    en: 'Closes a poll (coordinators).',
  },
  helpRemind: {
    fi: 'Muistuttaa niitä, jotka eivät ole vielä äänestäneet (koordinaattori).',
    sv: 'Påminner dem som inte har röstat ännu (koordinatorn).',
    en: 'Reminds those who have not voted yet (coordinators).',
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
  columnOrganisationVotes: {
    fi: '{kind, select, municipality {Kuntien ääniä} other {Organisaatioiden ääniä}}',
    sv: '{kind, select, municipality {Kommunernas röster} other {Organisationernas röster}}',
    en: '{kind, select, municipality {Votes of municipalities} other {Votes of organisations}}',
  },
  columnOrganisation: {
    fi: '{kind, select, municipality {Kunta} other {Organisaatio}}',
    sv: '{kind, select, municipality {Kommun} other {Organisation}}',
    en: '{kind, select, municipality {Municipality} other {Organisation}}',
  },
  columnOrganisationsVoted: {
    fi: '{kind, select, municipality {Äänestäneitä kuntia} other {Äänestäneitä organisaatioita}}',
    sv: '{kind, select, municipality {Kommuner som röstat} other {Organisationer som röstat}}',
    en: '{kind, select, municipality {Municipalities that voted} other {Organisations that voted}}',
  },
  columnOrganisationsEntitled: {
    fi: '{kind, select, municipality {Äänioikeutettuja kuntia} other {Äänioikeutettuja organisaatioita}}',
    sv: '{kind, select, municipality {Röstberättigade kommuner} other {Röstberättigade organisationer}}',
    en: '{kind, select, municipality {Municipalities entitled to vote} other {Organisations entitled to vote}}',
  },
  columnTallies: { fi: 'Tuloksen ratkaisevat', sv: 'Resultatet avgörs av', en: 'What decides' },
  columnHasVoted: { fi: 'Äänesti', sv: 'Röstade', en: 'Voted' },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  no: { fi: 'ei', sv: 'nej', en: 'no' },
  sheetOrganisations: {
    fi: '{kind, select, municipality {Kunnat} other {Organisaatiot}}',
    sv: '{kind, select, municipality {Kommuner} other {Organisationer}}',
    en: '{kind, select, municipality {Municipalities} other {Organisations}}',
  },
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

  // ── States ──
  open: { fi: 'Äänestys on käynnissä', sv: 'Omröstningen pågår', en: 'Poll open' },
  openRevote: { fi: 'Uusintaäänestys on käynnissä', sv: 'Ny omröstning pågår', en: 'Re-vote open' },
  scheduled: { fi: 'Äänestys ei ole vielä alkanut', sv: 'Omröstningen har inte öppnat ännu', en: 'Poll not open yet' },
  counting: { fi: 'Äänestys on päättynyt', sv: 'Omröstningen är stängd', en: 'Poll closed' },
  countingBody: {
    fi: 'Ääniä lasketaan. Tulos tulee tähän hetken kuluttua.',
    sv: 'Rösterna räknas. Resultatet visas här om en liten stund.',
    en: 'The votes are being counted. The result will be here in a moment.',
  },
  closed: { fi: 'Äänestys on päättynyt', sv: 'Omröstningen är stängd', en: 'Poll closed' },
  undone: { fi: 'Äänestys on peruttu', sv: 'Omröstningen har återtagits', en: 'Poll taken back' },
  undoneBody: {
    fi: 'Tämä äänestys peruttiin, ennen kuin kukaan oli äänestänyt.',
    sv: 'Den här omröstningen återtogs innan någon hade röstat.',
    en: 'This poll was taken back before anyone had voted.',
  },

  // ── The question and the vote ──
  deadline: { fi: 'Äänestä viimeistään {when}.', sv: 'Rösta senast {when}.', en: 'Vote by {when}.' },
  opens: {
    fi: 'Äänestys alkaa {from} ja päättyy {to}.',
    sv: 'Omröstningen öppnar {from} och stänger {to}.',
    en: 'The poll opens on {from} and closes on {to}.',
  },
  closedAt: { fi: 'Äänestys päättyi {when}.', sv: 'Omröstningen stängde {when}.', en: 'The poll closed on {when}.' },
  tapToVote: {
    fi: 'Äänestä painamalla vaihtoehtoa.',
    sv: 'Rösta genom att trycka på ett alternativ.',
    en: 'Press an option to vote.',
  },
  mayChange: {
    fi: 'Voit muuttaa äänesi tai perua sen, kunnes äänestys päättyy.',
    sv: 'Du kan ändra eller ta bort din röst tills omröstningen stänger.',
    en: 'You can change or withdraw your vote until the poll closes.',
  },
  choose: {
    fi: '{most, plural, one {Valitse yksi vaihtoehto} other {Valitse enintään # vaihtoehtoa}}',
    sv: '{most, plural, one {Välj ett alternativ} other {Välj högst # alternativ}}',
    en: '{most, plural, one {Choose one option} other {Choose up to # options}}',
  },
  chooseFirst: {
    fi: 'Valitse ensin vaihtoehto.',
    sv: 'Välj först ett alternativ.',
    en: 'Choose an option first.',
  },
  vote: { fi: 'Äänestä', sv: 'Rösta', en: 'Vote' },
  myVote: { fi: 'Oma ääneni', sv: 'Min röst', en: 'My vote' },
  showInTab: { fi: 'Avaa välilehdellä', sv: 'Öppna på fliken', en: 'Open in the tab' },
  addOption: { fi: 'Lisää vaihtoehto', sv: 'Lägg till alternativ', en: 'Add an option' },
  ownOption: { fi: 'Oma vaihtoehtosi', sv: 'Ditt eget alternativ', en: 'Your own option' },
  ownOptionHow: {
    fi: 'Lisäämäsi vaihtoehto näkyy heti kaikille, ilman nimeäsi.',
    sv: 'Ditt alternativ visas genast för alla, utan ditt namn.',
    en: 'Your option is shown to everyone at once, without your name.',
  },
  add: { fi: 'Lisää', sv: 'Lägg till', en: 'Add' },
  atMostLetters: {
    fi: 'Kirjoita enintään {most} merkkiä.',
    sv: 'Skriv högst {most} tecken.',
    en: 'Write at most {most} characters.',
  },
  shortened: {
    fi: 'Teksti on lyhennetty. Kokonaan se on välilehdellä.',
    sv: 'Texten är förkortad. I sin helhet finns den på fliken.',
    en: 'This text is shortened. All of it is in the tab.',
  },

  // ── Numbers ──
  votesAndShare: {
    fi: '{n, plural, one {# ääni} other {# ääntä}} · {share, number, percent}',
    sv: '{n, plural, one {# röst} other {# röster}} · {share, number, percent}',
    en: '{n, plural, one {# vote} other {# votes}} · {share, number, percent}',
  },
  /** Of a channel with two languages: numbers need no words there, the turnout says what they count. */
  numberAndShare: {
    fi: '{n} · {share, number, percent}',
    sv: '{n} · {share, number, percent}',
    en: '{n} · {share, number, percent}',
  },
  turnout: {
    fi: '{voters, plural, =0 {Kukaan ei ole vielä äänestänyt. Jäseniä on {entitled}.} other {{voters}/{entitled} jäsenestä on äänestänyt.}}',
    sv: '{voters, plural, =0 {Ingen har röstat ännu. Det finns {entitled} medlemmar.} other {{voters} av {entitled} medlemmar har röstat.}}',
    en: '{voters, plural, =0 {Nobody has voted yet. There are {entitled} members.} other {{voters} of {entitled} members have voted.}}',
  },
  nobodyYet: {
    fi: 'Kukaan ei ole vielä äänestänyt.',
    sv: 'Ingen har röstat ännu.',
    en: 'Nobody has voted yet.',
  },
  /** `kind`: municipality when all that are entitled are municipalities, else organisation. Numbers of votes may have decimals and come written. */
  organisationTurnout: {
    fi: '{voted}/{entitled} {kind, select, municipality {kuntaa} other {organisaatiota}} on äänestänyt.',
    sv: '{voted} av {entitled} {kind, select, municipality {kommuner} other {organisationer}} har röstat.',
    en: '{voted} of {entitled} {kind, select, municipality {municipalities} other {organisations}} have voted.',
  },
  finalOrganisationTurnout: {
    fi: '{voted}/{entitled} {kind, select, municipality {kuntaa} other {organisaatiota}} äänesti.',
    sv: '{voted} av {entitled} {kind, select, municipality {kommuner} other {organisationer}} röstade.',
    en: '{voted} of {entitled} {kind, select, municipality {municipalities} other {organisations}} voted.',
  },
  waiting: {
    fi: '{kind, select, municipality {{n, plural, one {# ääni odottaa kuntatietoa} other {# ääntä odottaa kuntatietoa}}} other {{n, plural, one {# ääni odottaa tietoa organisaatiosta} other {# ääntä odottaa tietoa organisaatiosta}}}}.',
    sv: '{kind, select, municipality {{n, plural, one {# röst väntar på uppgift om kommun} other {# röster väntar på uppgift om kommun}}} other {{n, plural, one {# röst väntar på uppgift om organisation} other {# röster väntar på uppgift om organisation}}}}.',
    en: '{kind, select, municipality {{n, plural, one {# vote waits for its municipality} other {# votes wait for their municipality}}} other {{n, plural, one {# vote waits for its organisation} other {# votes wait for their organisation}}}}.',
  },
  finalWaiting: {
    fi: '{kind, select, municipality {{n, plural, one {# ääni jäi ilman kuntatietoa} other {# ääntä jäi ilman kuntatietoa}}} other {{n, plural, one {# ääni jäi ilman tietoa organisaatiosta} other {# ääntä jäi ilman tietoa organisaatiosta}}}}.',
    sv: '{kind, select, municipality {{n, plural, one {# röst saknar uppgift om kommun} other {# röster saknar uppgift om kommun}}} other {{n, plural, one {# röst saknar uppgift om organisation} other {# röster saknar uppgift om organisation}}}}.',
    en: '{kind, select, municipality {{n, plural, one {# vote had no municipality} other {# votes had no municipality}}} other {{n, plural, one {# vote had no organisation} other {# votes had no organisation}}}}.',
  },
  outside: {
    fi: '{n, plural, one {# ääni lasketaan vain henkilöiden ääniin, koska äänestäjä ei edusta äänioikeutettua organisaatiota.} other {# ääntä lasketaan vain henkilöiden ääniin, koska äänestäjät eivät edusta äänioikeutettua organisaatiota.}}',
    sv: '{n, plural, one {# röst räknas bara bland personernas röster, eftersom den som röstade inte företräder någon röstberättigad organisation.} other {# röster räknas bara bland personernas röster, eftersom de som röstade inte företräder någon röstberättigad organisation.}}',
    en: '{n, plural, one {# vote counts among people’s votes only, because the voter represents no organisation that is entitled to vote.} other {# votes count among people’s votes only, because the voters represent no organisation that is entitled to vote.}}',
  },
  organisationVotesAndShare: {
    fi: '{kind, select, municipality {kuntien ääniä} other {organisaatioiden ääniä}} {n} · {share, number, percent}',
    sv: '{kind, select, municipality {kommunernas röster} other {organisationernas röster}} {n} · {share, number, percent}',
    en: '{kind, select, municipality {votes of municipalities} other {votes of organisations}} {n} · {share, number, percent}',
  },
  organisationVotes: {
    fi: '{kind, select, municipality {Kuntien ääniä} other {Organisaatioiden ääniä}} {n}',
    sv: '{kind, select, municipality {Kommunernas röster} other {Organisationernas röster}} {n}',
    en: '{kind, select, municipality {Votes of municipalities} other {Votes of organisations}} {n}',
  },
  personVotes: { fi: 'Henkilöiden ääniä {n}', sv: 'Personernas röster {n}', en: 'Votes of people {n}' },
  resultsNow: { fi: 'Tilanne nyt', sv: 'Läget nu', en: 'So far' },
  finalTurnout: {
    fi: '{voters, plural, =0 {Kukaan {entitled} jäsenestä ei äänestänyt.} other {{voters}/{entitled} jäsenestä äänesti.}}',
    sv: '{voters, plural, =0 {Ingen av {entitled} medlemmar röstade.} other {{voters} av {entitled} medlemmar röstade.}}',
    en: '{voters, plural, =0 {None of {entitled} members voted.} other {{voters} of {entitled} members voted.}}',
  },
  /** What reads differently in each language by itself, such as a date. */
  name: { fi: '{name}', sv: '{name}', en: '{name}' },
  othersToo: {
    fi: '{names} ja {n} muuta',
    sv: '{names} och {n} andra',
    en: '{names} and {n, plural, one {# other} other {# others}}',
  },
  comments: {
    fi: '{n, plural, one {# kommentti} other {# kommenttia}} on luettavissa välilehdellä.',
    sv: '{n, plural, one {# kommentar} other {# kommentarer}} finns att läsa på fliken.',
    en: '{n, plural, one {# comment} other {# comments}} to read in the tab.',
  },

  // ── Rules, printed on the card ──
  unnamed: {
    fi: 'Nimet eivät näy jäsenille. Koordinaattori näkee, ketkä ovat äänestäneet, mutta ei sitä, mitä he äänestivät.',
    sv: 'Namnen visas inte för medlemmarna. Koordinatorn ser vilka som har röstat, men inte vad de röstade på.',
    en: 'Names are not shown to members. The coordinator sees who has voted, but not what they voted for.',
  },
  named: {
    fi: 'Nimet näkyvät: kaikki jäsenet näkevät, mitä kukin äänestää.',
    sv: 'Namnen visas: alla medlemmar ser vad var och en röstar på.',
    en: 'Names are shown: all members see what each person votes for.',
  },
  secret: { fi: 'Salainen äänestys', sv: 'Hemlig omröstning', en: 'Secret ballot' },
  secretBefore: {
    fi: 'Äänimäärät julkaistaan vasta, kun äänestys on päättynyt. Siihen asti palvelin voisi toimiessaan yhdistää äänen äänestäjään. Laskennan jälkeen äänet hävitetään, eikä niitä voi enää kukaan yhdistää.',
    sv: 'Röstetalen publiceras först när omröstningen har stängt. Fram till dess skulle servern, medan den är i gång, kunna koppla en röst till den som röstat. Efter rösträkningen förstörs rösterna, och sedan kan ingen koppla dem längre.',
    en: 'Counts are published only after the poll has closed. Until then the running server could connect a vote with its voter. After counting the votes are destroyed, and nobody can connect them any more.',
  },
  secretLimits: {
    fi: 'Jos ääniä annetaan alle {least}, julkaistaan vain äänestäneiden määrä. Jos kaikki äänestävät samaa vaihtoehtoa, tulos kertoo jokaisen äänen. Koordinaattori saa lopuksi tietää, ketkä äänestivät, mutta ei sitä, mitä he äänestivät.',
    sv: 'Om färre än {least} röstar publiceras bara antalet röstande. Om alla röstar på samma alternativ avslöjar resultatet allas röster. Koordinatorn får till slut veta vilka som röstade, men inte vad de röstade på.',
    en: 'With fewer than {least} votes only the number of voters is published. If everyone votes for the same option, the result tells how each of them voted. In the end the coordinator learns who voted, but not what they voted for.',
  },
  showAlways: {
    fi: 'Äänimäärät näkyvät koko ajan.',
    sv: 'Röstetalen visas hela tiden.',
    en: 'Counts are shown all the time.',
  },
  showAfterVote: {
    fi: 'Näet äänimäärät, kun olet äänestänyt.',
    sv: 'Du ser röstetalen när du har röstat.',
    en: 'You see the counts once you have voted.',
  },
  showAfterClosing: {
    fi: 'Äänimäärät näkyvät, kun äänestys on päättynyt.',
    sv: 'Röstetalen visas när omröstningen har stängt.',
    en: 'Counts are shown once the poll has closed.',
  },
  turnoutRule: {
    fi: 'Tulos on voimassa, jos vähintään {n, plural, one {# jäsen} other {# jäsentä}} äänestää.',
    sv: 'Resultatet gäller om minst {n, plural, one {# medlem} other {# medlemmar}} röstar.',
    en: 'The result is valid if at least {n, plural, one {# member votes} other {# members vote}}.',
  },
  organisationTurnoutRule: {
    fi: 'Tulos on voimassa, jos vähintään {n} {kind, select, municipality {{n, plural, one {kunta} other {kuntaa}}} other {{n, plural, one {organisaatio} other {organisaatiota}}}} äänestää.',
    sv: 'Resultatet gäller om minst {n} {kind, select, municipality {{n, plural, one {kommun} other {kommuner}}} other {{n, plural, one {organisation} other {organisationer}}}} röstar.',
    en: 'The result is valid if at least {n} {kind, select, municipality {{n, plural, one {municipality votes} other {municipalities vote}}} other {{n, plural, one {organisation votes} other {organisations vote}}}}.',
  },
  /** Printed on the card of a poll that organisations decide. */
  byOrganisation: {
    fi: '{kind, select, municipality {Yksi kunta, yksi ääni} other {Yksi organisaatio, yksi ääni}}',
    sv: '{kind, select, municipality {En kommun, en röst} other {En organisation, en röst}}',
    en: '{kind, select, municipality {One municipality, one vote} other {One organisation, one vote}}',
  },
  ruleLatest: {
    fi: '{kind, select, municipality {Kuntien äänet ratkaisevat. Jos kunnasta äänestää moni, kunnan ääni on se, joka annettiin viimeksi.} other {Organisaatioiden äänet ratkaisevat. Jos organisaatiosta äänestää moni, sen ääni on se, joka annettiin viimeksi.}}',
    sv: '{kind, select, municipality {Kommunernas röster avgör. Om flera från en kommun röstar är kommunens röst den som gavs sist.} other {Organisationernas röster avgör. Om flera från en organisation röstar är organisationens röst den som gavs sist.}}',
    en: '{kind, select, municipality {The votes of municipalities decide. If several people of a municipality vote, its vote is the one cast last.} other {The votes of organisations decide. If several people of an organisation vote, its vote is the one cast last.}}',
  },
  ruleDelegate: {
    fi: '{kind, select, municipality {Kuntien äänet ratkaisevat. Kunnan ääni on sen nimeämän edustajan ääni, tai jos hän ei äänestä, varaedustajan. Muiden äänet näkyvät henkilöiden äänissä.} other {Organisaatioiden äänet ratkaisevat. Organisaation ääni on sen nimeämän edustajan ääni, tai jos hän ei äänestä, varaedustajan. Muiden äänet näkyvät henkilöiden äänissä.}}',
    sv: '{kind, select, municipality {Kommunernas röster avgör. Kommunens röst är dess utsedda företrädares röst eller, om hen inte röstar, ersättarens. De andras röster syns bland personernas röster.} other {Organisationernas röster avgör. Organisationens röst är dess utsedda företrädares röst eller, om hen inte röstar, ersättarens. De andras röster syns bland personernas röster.}}',
    en: '{kind, select, municipality {The votes of municipalities decide. A municipality’s vote is that of its named delegate or, if they don’t vote, of the substitute. Others’ votes show among people’s votes.} other {The votes of organisations decide. An organisation’s vote is that of its named delegate or, if they don’t vote, of the substitute. Others’ votes show among people’s votes.}}',
  },
  /** As `ruleDelegate`, of a secret ballot: there people’s votes are not published. */
  ruleDelegateOnly: {
    fi: '{kind, select, municipality {Kuntien äänet ratkaisevat. Kunnan ääni on sen nimeämän edustajan ääni, tai jos hän ei äänestä, varaedustajan. Muiden ääniä ei lasketa.} other {Organisaatioiden äänet ratkaisevat. Organisaation ääni on sen nimeämän edustajan ääni, tai jos hän ei äänestä, varaedustajan. Muiden ääniä ei lasketa.}}',
    sv: '{kind, select, municipality {Kommunernas röster avgör. Kommunens röst är dess utsedda företrädares röst eller, om hen inte röstar, ersättarens. De andras röster räknas inte.} other {Organisationernas röster avgör. Organisationens röst är dess utsedda företrädares röst eller, om hen inte röstar, ersättarens. De andras röster räknas inte.}}',
    en: '{kind, select, municipality {The votes of municipalities decide. A municipality’s vote is that of its named delegate or, if they don’t vote, of the substitute. Others’ votes are not counted.} other {The votes of organisations decide. An organisation’s vote is that of its named delegate or, if they don’t vote, of the substitute. Others’ votes are not counted.}}',
  },
  ruleSplit: {
    fi: '{kind, select, municipality {Kuntien äänet ratkaisevat. Jos kunnasta äänestää moni, kunnan yksi ääni jaetaan heidän kesken tasan.} other {Organisaatioiden äänet ratkaisevat. Jos organisaatiosta äänestää moni, sen yksi ääni jaetaan heidän kesken tasan.}}',
    sv: '{kind, select, municipality {Kommunernas röster avgör. Om flera från en kommun röstar delas kommunens enda röst lika mellan dem.} other {Organisationernas röster avgör. Om flera från en organisation röstar delas organisationens enda röst lika mellan dem.}}',
    en: '{kind, select, municipality {The votes of municipalities decide. If several people of a municipality vote, its one vote is divided equally among them.} other {The votes of organisations decide. If several people of an organisation vote, its one vote is divided equally among them.}}',
  },
  personsDecide: {
    fi: 'Henkilöiden äänet ratkaisevat.',
    sv: 'Personernas röster avgör.',
    en: 'People’s votes decide.',
  },
  forGroup: {
    fi: 'Tässä äänestää ryhmä {group}. Jäsenen oma ääni menee varajäsenen äänen edelle.',
    sv: 'Här röstar gruppen {group}. En medlems egen röst går före ersättarens.',
    en: 'The group {group} votes here. A member’s own vote takes precedence over their substitute’s.',
  },
  secretByOrganisation: {
    fi: '{kind, select, municipality {Vain kuntien äänet julkaistaan, ei henkilöiden: niiden erotuksesta voisi päätellä yksittäisiä ääniä. Jos alle {least} kuntaa äänestää, julkaistaan vain äänestäneiden määrä. Jos kaikki kunnat äänestävät samaa vaihtoehtoa, tulos kertoo jokaisen äänen.} other {Vain organisaatioiden äänet julkaistaan, ei henkilöiden: niiden erotuksesta voisi päätellä yksittäisiä ääniä. Jos alle {least} organisaatiota äänestää, julkaistaan vain äänestäneiden määrä. Jos kaikki organisaatiot äänestävät samaa vaihtoehtoa, tulos kertoo jokaisen äänen.}} Koordinaattori saa lopuksi tietää, ketkä äänestivät, mutta ei sitä, mitä he äänestivät.',
    sv: '{kind, select, municipality {Bara kommunernas röster publiceras, inte personernas: av skillnaden kunde man sluta sig till enskilda röster. Om färre än {least} kommuner röstar publiceras bara antalet röstande. Om alla kommuner röstar på samma alternativ avslöjar resultatet allas röster.} other {Bara organisationernas röster publiceras, inte personernas: av skillnaden kunde man sluta sig till enskilda röster. Om färre än {least} organisationer röstar publiceras bara antalet röstande. Om alla organisationer röstar på samma alternativ avslöjar resultatet allas röster.}} Koordinatorn får till slut veta vilka som röstade, men inte vad de röstade på.',
    en: '{kind, select, municipality {Only the votes of municipalities are published, not people’s: the difference would tell single votes. If fewer than {least} municipalities vote, only the number of voters is published. If all municipalities vote for the same option, the result tells how each of them voted.} other {Only the votes of organisations are published, not people’s: the difference would tell single votes. If fewer than {least} organisations vote, only the number of voters is published. If all organisations vote for the same option, the result tells how each of them voted.}} In the end the coordinator learns who voted, but not what they voted for.',
  },
  tieCoordinator: {
    fi: 'Jos äänet menevät tasan, koordinaattori ratkaisee.',
    sv: 'Vid lika röstetal avgör koordinatorn.',
    en: 'In a tie the coordinator decides.',
  },
  tieRevote: {
    fi: 'Jos äänet menevät tasan, kärjessä olevista pidetään uusintaäänestys kerran; sen jälkeen ratkaisee koordinaattori.',
    sv: 'Vid lika röstetal ordnas en ny omröstning en gång mellan alternativen i topp; därefter avgör koordinatorn.',
    en: 'In a tie the leading options go to a re-vote once; after that the coordinator decides.',
  },
  tieBoth: {
    fi: 'Jos äänet menevät tasan, kaikki kärjessä olevat voittavat.',
    sv: 'Vid lika röstetal vinner alla alternativ i topp.',
    en: 'In a tie all the leading options win.',
  },

  // ── The result ──
  won: { fi: 'Tulos: {option}', sv: 'Resultat: {option}', en: 'Result: {option}' },
  decided: {
    fi: 'Äänet menivät tasan. Koordinaattori ratkaisi: {option}',
    sv: 'Det blev lika röstetal. Koordinatorn avgjorde: {option}',
    en: 'It was a tie. The coordinator decided: {option}',
  },
  bothWon: {
    fi: 'Äänet menivät tasan, ja nämä voittivat: {options}',
    sv: 'Det blev lika röstetal och de här vann: {options}',
    en: 'It was a tie, and these won: {options}',
  },
  tie: {
    fi: 'Äänet tasan: {options}. Koordinaattori ratkaisee.',
    sv: 'Lika röstetal: {options}. Koordinatorn avgör.',
    en: 'A tie: {options}. The coordinator decides.',
  },
  revote: {
    fi: 'Äänet tasan: {options}. Uusintaäänestys pidetään tässä ketjussa.',
    sv: 'Lika röstetal: {options}. En ny omröstning ordnas i den här tråden.',
    en: 'A tie: {options}. A re-vote is held in this thread.',
  },
  notValid: {
    fi: 'Tulos ei ole voimassa: {voters, plural, one {# jäsen} other {# jäsentä}} äänesti, ja vähintään {n} olisi tarvittu.',
    sv: 'Resultatet gäller inte: {voters, plural, one {# medlem} other {# medlemmar}} röstade, och minst {n} hade behövts.',
    en: 'The result is not valid: {voters, plural, one {# member} other {# members}} voted, and at least {n} were needed.',
  },
  organisationNotValid: {
    fi: 'Tulos ei ole voimassa: {voted} {kind, select, municipality {{voted, plural, one {kunta} other {kuntaa}}} other {{voted, plural, one {organisaatio} other {organisaatiota}}}} äänesti, ja vähintään {n} olisi tarvittu.',
    sv: 'Resultatet gäller inte: {voted} {kind, select, municipality {{voted, plural, one {kommun} other {kommuner}}} other {{voted, plural, one {organisation} other {organisationer}}}} röstade, och minst {n} hade behövts.',
    en: 'The result is not valid: {voted} {kind, select, municipality {{voted, plural, one {municipality} other {municipalities}}} other {{voted, plural, one {organisation} other {organisations}}}} voted, and at least {n} were needed.',
  },
  noOrganisationVoted: {
    fi: '{kind, select, municipality {Yksikään äänioikeutettu kunta ei äänestänyt} other {Yksikään äänioikeutettu organisaatio ei äänestänyt}}, joten tulosta ei ole.',
    sv: '{kind, select, municipality {Ingen röstberättigad kommun röstade} other {Ingen röstberättigad organisation röstade}}, så det finns inget resultat.',
    en: '{kind, select, municipality {No entitled municipality voted} other {No entitled organisation voted}}, so there is no result.',
  },
  tooFewOrganisations: {
    fi: '{kind, select, municipality {Alle {least} kuntaa äänesti} other {Alle {least} organisaatiota äänesti}}, joten tästä salaisesta äänestyksestä julkaistaan vain äänestäneiden määrä.',
    sv: '{kind, select, municipality {Färre än {least} kommuner röstade} other {Färre än {least} organisationer röstade}}, så av den här hemliga omröstningen publiceras bara antalet röstande.',
    en: '{kind, select, municipality {Fewer than {least} municipalities voted} other {Fewer than {least} organisations voted}}, so of this secret ballot only the number of voters is published.',
  },
  /** Both tallies have leaders, and not the same. Lists, as several may lead. */
  disagree: {
    fi: '{kind, select, municipality {Kunnat} other {Organisaatiot}} ja henkilöt olivat eri mieltä. {kind, select, municipality {Kuntien} other {Organisaatioiden}} äänissä eniten: {organisations}. Henkilöiden äänissä eniten: {persons}.',
    sv: '{kind, select, municipality {Kommunerna} other {Organisationerna}} och personerna var oense. Flest röster av {kind, select, municipality {kommunerna} other {organisationerna}}: {organisations}. Flest röster av personerna: {persons}.',
    en: '{kind, select, municipality {Municipalities} other {Organisations}} and people disagreed. Most votes of {kind, select, municipality {municipalities} other {organisations}}: {organisations}. Most votes of people: {persons}.',
  },
  nobodyVoted: {
    fi: 'Kukaan ei äänestänyt, joten tulosta ei ole.',
    sv: 'Ingen röstade, så det finns inget resultat.',
    en: 'Nobody voted, so there is no result.',
  },
  tooFewToTell: {
    fi: 'Ääniä annettiin alle {least}, joten tästä salaisesta äänestyksestä julkaistaan vain äänestäneiden määrä.',
    sv: 'Färre än {least} röstade, så av den här hemliga omröstningen publiceras bara antalet röstande.',
    en: 'Fewer than {least} voted, so of this secret ballot only the number of voters is published.',
  },

  // ── One’s own vote ──
  onlyYou: { fi: 'Tämä näkyy vain sinulle.', sv: 'Det här ser bara du.', en: 'Only you see this.' },
  recorded: { fi: 'Äänesi on kirjattu.', sv: 'Din röst är registrerad.', en: 'Your vote has been recorded.' },
  changed: { fi: 'Äänesi on muutettu.', sv: 'Din röst är ändrad.', en: 'Your vote has been changed.' },
  withdrawn: {
    fi: 'Äänesi on peruttu. Voit äänestää uudelleen, kunnes äänestys päättyy.',
    sv: 'Din röst är borttagen. Du kan rösta på nytt tills omröstningen stänger.',
    en: 'Your vote has been withdrawn. You can vote again until the poll closes.',
  },
  yourVote: { fi: 'Äänesi: {options}', sv: 'Din röst: {options}', en: 'Your vote: {options}' },
  castAt: { fi: 'Kirjattu {when}.', sv: 'Registrerad {when}.', en: 'Recorded on {when}.' },
  yourComment: { fi: 'Kommenttisi: {comment}', sv: 'Din kommentar: {comment}', en: 'Your comment: {comment}' },
  notVoted: { fi: 'Et ole vielä äänestänyt.', sv: 'Du har inte röstat ännu.', en: 'You have not voted yet.' },
  didNotVote: { fi: 'Et äänestänyt.', sv: 'Du röstade inte.', en: 'You did not vote.' },
  ownIsDestroyed: {
    fi: 'Omaa ääntäsi ei voi enää näyttää: salaisen äänestyksen äänet hävitettiin laskennan jälkeen.',
    sv: 'Din röst kan inte längre visas: rösterna i en hemlig omröstning förstörs efter rösträkningen.',
    en: 'Your vote can’t be shown any more: the votes of a secret ballot are destroyed after counting.',
  },
  saveVote: { fi: 'Tallenna ääni', sv: 'Spara rösten', en: 'Save the vote' },
  withdraw: { fi: 'Peru ääni', sv: 'Ta bort rösten', en: 'Withdraw the vote' },
  commentLabel: {
    fi: 'Kommentti (vapaaehtoinen)',
    sv: 'Kommentar (frivillig)',
    en: 'Comment (optional)',
  },
  commentHow: {
    fi: 'Kommentti julkaistaan ilman nimeäsi.',
    sv: 'Kommentaren publiceras utan ditt namn.',
    en: 'The comment is published without your name.',
  },
  saveComment: { fi: 'Tallenna kommentti', sv: 'Spara kommentaren', en: 'Save the comment' },

  // ── Form ──
  newPoll: { fi: 'Uusi äänestys', sv: 'Ny omröstning', en: 'New poll' },
  toCorrect: { fi: 'Korjaa vielä:', sv: 'Rätta ännu:', en: 'Please correct:' },
  question: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  questionExample: {
    fi: 'Esimerkiksi: Mistä aiheesta seuraava webinaari pidetään?',
    sv: 'Till exempel: Vilket ämne ska nästa webbinarium ha?',
    en: 'For example: Which topic should the next webinar have?',
  },
  options: {
    fi: 'Vaihtoehdot ({least}–{most}), kukin omalle rivilleen',
    sv: 'Alternativ ({least}–{most}), vart och ett på sin egen rad',
    en: 'Options ({least}–{most}), each on a line of its own',
  },
  closesOn: { fi: 'Viimeinen äänestyspäivä', sv: 'Sista röstningsdag', en: 'Last day to vote' },
  closesAtTime: { fi: 'Kellonaika', sv: 'Klockslag', en: 'Time' },
  defaultDeadline: {
    fi: 'Jos et muuta aikaa, äänestys päättyy {when}.',
    sv: 'Om du inte ändrar tiden stänger omröstningen {when}.',
    en: 'If you don’t change the time, the poll closes on {when}.',
  },
  moreSettings: { fi: 'Lisäasetukset', sv: 'Fler inställningar', en: 'More settings' },
  type: { fi: 'Millaisia vaihtoehdot ovat', sv: 'Hurdana alternativen är', en: 'What the options are' },
  typeTopics: { fi: 'Aiheita tai muuta tekstiä', sv: 'Ämnen eller annan text', en: 'Topics or other text' },
  typeDates: {
    fi: 'Päiviä ja kellonaikoja, esimerkiksi 3.12. klo 9–10',
    sv: 'Dagar och klockslag, till exempel 3.12. kl. 9–10',
    en: 'Days and times, for example 3.12. at 9–10',
  },
  description: { fi: 'Kuvaus', sv: 'Beskrivning', en: 'Description' },
  purpose: {
    fi: 'Mihin tulosta käytetään',
    sv: 'Vad resultatet används till',
    en: 'What the result is used for',
  },
  mostChoices: {
    fi: 'Montako vaihtoehtoa saa valita',
    sv: 'Hur många alternativ man får välja',
    en: 'How many options one may choose',
  },
  opensOn: {
    fi: 'Ensimmäinen äänestyspäivä (tyhjä: heti)',
    sv: 'Första röstningsdag (tom: genast)',
    en: 'First day to vote (empty: at once)',
  },
  opensAtTime: { fi: 'Alkaa kello', sv: 'Öppnar kl.', en: 'Opens at' },
  showResults: {
    fi: 'Milloin äänimäärät näkyvät',
    sv: 'När röstetalen visas',
    en: 'When counts are shown',
  },
  pickAlways: { fi: 'Koko ajan', sv: 'Hela tiden', en: 'All the time' },
  pickAfterVote: { fi: 'Oman äänen jälkeen', sv: 'Efter den egna rösten', en: 'After one’s own vote' },
  pickAfterClosing: { fi: 'Äänestyksen päätyttyä', sv: 'När omröstningen har stängt', en: 'After closing' },
  secrecy: { fi: 'Näkyvätkö nimet', sv: 'Visas namnen', en: 'Are names shown' },
  pickUnnamed: {
    fi: 'Nimet eivät näy jäsenille',
    sv: 'Namnen visas inte för medlemmarna',
    en: 'Names are not shown to members',
  },
  pickNamed: {
    fi: 'Kaikki näkevät, mitä kukin äänestää',
    sv: 'Alla ser vad var och en röstar på',
    en: 'Everyone sees what each person votes for',
  },
  pickSecret: {
    fi: 'Salainen: äänimäärät vasta lopuksi',
    sv: 'Hemlig: röstetalen först till slut',
    en: 'Secret: counts only at the end',
  },
  membersAddOptions: { fi: 'Omat vaihtoehdot', sv: 'Egna alternativ', en: 'Options of members' },
  membersAddOptionsTitle: {
    fi: 'Jäsenet voivat lisätä vaihtoehtoja',
    sv: 'Medlemmarna kan lägga till alternativ',
    en: 'Members may add options',
  },
  minimumTurnout: {
    fi: 'Vähintään näin monen on äänestettävä (tyhjä: ei rajaa)',
    sv: 'Minst så här många måste rösta (tom: ingen gräns)',
    en: 'At least so many must vote (empty: no limit)',
  },
  tallies: { fi: 'Kenen äänet ratkaisevat', sv: 'Vems röster avgör', en: 'Whose votes decide' },
  pickPersons: { fi: 'Henkilöiden', sv: 'Personernas', en: 'People’s' },
  pickOrganisations: {
    fi: 'Kuntien: yksi kunta, yksi ääni',
    sv: 'Kommunernas: en kommun, en röst',
    en: 'Municipalities’: one municipality, one vote',
  },
  rule: {
    fi: 'Kun kunnasta äänestää moni',
    sv: 'När flera från en kommun röstar',
    en: 'When several people of a municipality vote',
  },
  pickLatest: {
    fi: 'Viimeksi annettu ääni on kunnan ääni',
    sv: 'Den sist givna rösten är kommunens',
    en: 'The last vote is the municipality’s',
  },
  pickDelegate: {
    fi: 'Nimetyn edustajan ääni on kunnan ääni',
    sv: 'Den utsedda företrädarens röst är kommunens',
    en: 'The named delegate’s vote is the municipality’s',
  },
  pickSplit: {
    fi: 'Kunnan ääni jaetaan tasan',
    sv: 'Kommunens röst delas lika',
    en: 'The municipality’s vote is divided equally',
  },
  group: { fi: 'Ketkä äänestävät', sv: 'Vilka som röstar', en: 'Who votes' },
  pickEveryone: { fi: 'Kaikki jäsenet', sv: 'Alla medlemmar', en: 'All members' },
  onTie: { fi: 'Jos äänet menevät tasan', sv: 'Vid lika röstetal', en: 'In a tie' },
  pickCoordinator: { fi: 'Koordinaattori ratkaisee', sv: 'Koordinatorn avgör', en: 'The coordinator decides' },
  pickRevote: {
    fi: 'Uusintaäänestys kärjessä olevista',
    sv: 'Ny omröstning mellan alternativen i topp',
    en: 'Re-vote between the leading options',
  },
  pickBoth: {
    fi: 'Kaikki kärjessä olevat voittavat',
    sv: 'Alla alternativ i topp vinner',
    en: 'All the leading options win',
  },
  pickDay: { fi: 'Valitse päivä.', sv: 'Välj en dag.', en: 'Choose a day.' },
  pickTime: { fi: 'Valitse kellonaika.', sv: 'Välj ett klockslag.', en: 'Choose a time.' },
  pickOne: { fi: 'Valitse yksi näistä.', sv: 'Välj en av dessa.', en: 'Choose one of these.' },
  writeNumber: {
    fi: 'Kirjoita kokonaisluku, vähintään 1.',
    sv: 'Skriv ett heltal, minst 1.',
    en: 'Write a whole number, at least 1.',
  },
  preview: { fi: 'Esikatsele', sv: 'Förhandsgranska', en: 'Preview' },
  publish: { fi: 'Julkaise kanavalla', sv: 'Publicera i kanalen', en: 'Publish in the channel' },
  edit: { fi: 'Muokkaa', sv: 'Redigera', en: 'Edit' },
  previewTitle: {
    fi: 'Tältä äänestys näyttää kanavalla',
    sv: 'Så här ser omröstningen ut i kanalen',
    en: 'This is how the poll will look in the channel',
  },
  previewHow: {
    fi: 'Mitään ei ole vielä julkaistu.',
    sv: 'Ingenting är publicerat ännu.',
    en: 'Nothing has been published yet.',
  },
  carried: { fi: 'Äänestyksen tiedot', sv: 'Omröstningens uppgifter', en: 'Details of the poll' },

  // ── Managing ──
  manage: { fi: 'Äänestyksen hallinta', sv: 'Hantera omröstningen', en: 'Manage the poll' },
  close: { fi: 'Sulje äänestys', sv: 'Stäng omröstningen', en: 'Close the poll' },
  confirmClose: {
    fi: 'Suljetaanko äänestys nyt? Tulos julkaistaan kanavalla heti.',
    sv: 'Ska omröstningen stängas nu? Resultatet publiceras genast i kanalen.',
    en: 'Close the poll now? The result is published in the channel at once.',
  },
  confirmCloseSecret: {
    fi: 'Suljetaanko äänestys nyt? Tulos julkaistaan kanavalla heti. Salaista äänestystä ei voi avata uudelleen.',
    sv: 'Ska omröstningen stängas nu? Resultatet publiceras genast i kanalen. En hemlig omröstning kan inte öppnas på nytt.',
    en: 'Close the poll now? The result is published in the channel at once. A secret ballot can’t be opened again.',
  },
  yesClose: { fi: 'Kyllä, sulje', sv: 'Ja, stäng', en: 'Yes, close it' },
  undo: { fi: 'Peru äänestys', sv: 'Återta omröstningen', en: 'Take back the poll' },
  confirmUndo: {
    fi: 'Perutaanko äänestys? Sen voi perua vain, kun kukaan ei ole vielä äänestänyt.',
    sv: 'Ska omröstningen återtas? Det går bara så länge ingen har röstat.',
    en: 'Take back the poll? That is possible only while nobody has voted.',
  },
  yesUndo: { fi: 'Kyllä, peru', sv: 'Ja, återta', en: 'Yes, take it back' },
  reopen: { fi: 'Avaa uudelleen', sv: 'Öppna på nytt', en: 'Reopen' },
  remind: { fi: 'Muistuta', sv: 'Påminn', en: 'Remind' },
  showOrganisations: {
    fi: '{kind, select, municipality {Mitkä kunnat äänestivät} other {Ketkä äänestivät}}',
    sv: '{kind, select, municipality {Vilka kommuner röstade} other {Vilka röstade}}',
    en: '{kind, select, municipality {Which municipalities voted} other {Which ones voted}}',
  },
  organisationsVoted: { fi: 'Äänestäneet: {names}', sv: 'Har röstat: {names}', en: 'Voted: {names}' },
  organisationsNotVoted: { fi: 'Ei ole äänestänyt: {names}', sv: 'Har inte röstat: {names}', en: 'Not voted: {names}' },
  decide: { fi: 'Ratkaise tasatulos', sv: 'Avgör', en: 'Decide the tie' },
  decideLabel: {
    fi: 'Äänet menivät tasan. Valitse voittaja',
    sv: 'Det blev lika röstetal. Välj vinnaren',
    en: 'It was a tie. Choose the winner',
  },
  repost: { fi: 'Julkaise uudelleen', sv: 'Publicera på nytt', en: 'Post again' },
  postWaiting: {
    fi: 'Kortti on lähdössä kanavalle.',
    sv: 'Kortet är på väg till kanalen.',
    en: 'The card is on its way to the channel.',
  },
  postUnknown: {
    fi: 'Ei ole varmaa, tuliko kortti kanavalle, koska yhteys katkesi. Katso kanavalta, ennen kuin julkaiset uudelleen.',
    sv: 'Det är inte säkert att kortet kom fram till kanalen, eftersom förbindelsen bröts. Titta i kanalen innan du publicerar på nytt.',
    en: 'It is not certain that the card reached the channel, because the connection broke. Look in the channel before you post again.',
  },
  postFailed: {
    fi: 'Korttia ei saatu kanavalle.',
    sv: 'Kortet kunde inte publiceras i kanalen.',
    en: 'The card could not be posted in the channel.',
  },
  postRemoved: {
    fi: 'Kortti on poistettu kanavalta.',
    sv: 'Kortet har tagits bort från kanalen.',
    en: 'The card has been removed from the channel.',
  },

  // ── Open polls ──
  othersWait: { fi: 'Muuta, joka odottaa sinua', sv: 'Annat som väntar på dig', en: 'What else waits for you' },
  openOther: { fi: 'Avaa', sv: 'Öppna', en: 'Open' },
  openPolls: { fi: 'Avoimet äänestykset', sv: 'Öppna omröstningar', en: 'Open polls' },
  noOpenPolls: {
    fi: 'Avoimia äänestyksiä ei ole juuri nyt.',
    sv: 'Det finns inga öppna omröstningar just nu.',
    en: 'There are no open polls right now.',
  },
  haveVoted: { fi: '✓ Olet äänestänyt.', sv: '✓ Du har röstat.', en: '✓ You have voted.' },
  morePolls: {
    fi: '{n, plural, one {Lisäksi # avoin äänestys on} other {Lisäksi # avointa äänestystä on}} välilehdellä.',
    sv: '{n, plural, one {Ytterligare # öppen omröstning} other {Ytterligare # öppna omröstningar}} finns på fliken.',
    en: '{n, plural, one {# more open poll is} other {# more open polls are}} in the tab.',
  },

  // ── Pages of the personal link ──
  pagePolls: { fi: 'Äänestykset', sv: 'Omröstningar', en: 'Polls' },
  endedPolls: { fi: 'Päättyneet', sv: 'Avslutade', en: 'Ended' },
  optionAdded: {
    fi: 'Vaihtoehto on lisätty. Muista vielä äänestää.',
    sv: 'Alternativet har lagts till. Kom ihåg att också rösta.',
    en: 'The option has been added. Remember to vote too.',
  },

  // ── Reminders ──
  reminder: {
    fi: 'Muistutus: et ole vielä äänestänyt',
    sv: 'Påminnelse: du har inte röstat ännu',
    en: 'Reminder: you have not voted yet',
  },
  reminderInChannel: {
    fi: 'Muistutus: {question}\nÄänestä viimeistään {when}. {voters}/{entitled} jäsenestä on äänestänyt, {notVoted} ei vielä.',
    sv: 'Påminnelse: {question}\nRösta senast {when}. {voters} av {entitled} medlemmar har röstat, {notVoted} har inte röstat ännu.',
    en: 'Reminder: {question}\nVote by {when}. {voters} of {entitled} members have voted, {notVoted} have not yet.',
  },
  remindTitle: { fi: 'Muistutus äänestyksestä', sv: 'Påminnelse om omröstningen', en: 'Reminder of the poll' },
  notVotedCount: {
    fi: '{n, plural, =0 {Kaikki ovat jo äänestäneet. Muistutusta ei tarvita.} one {# jäsen ei ole vielä äänestänyt.} other {# jäsentä ei ole vielä äänestänyt.}}',
    sv: '{n, plural, =0 {Alla har redan röstat. Ingen påminnelse behövs.} one {# medlem har inte röstat ännu.} other {# medlemmar har inte röstat ännu.}}',
    en: '{n, plural, =0 {Everyone has voted already. No reminder is needed.} one {# member has not voted yet.} other {# members have not voted yet.}}',
  },
  reachDirect: { fi: 'Henkilökohtainen viesti', sv: 'Personligt meddelande', en: 'Direct message' },
  reachDirectTitle: {
    fi: '{mail, plural, =0 {Lähetä {direct} jäsenelle Teamsissa} other {{direct, plural, =0 {Lähetä {mail} jäsenelle sähköpostilla} other {Lähetä {direct} jäsenelle Teamsissa ja {mail} sähköpostilla}}}}',
    sv: '{mail, plural, =0 {Skicka till {direct, plural, one {# medlem} other {# medlemmar}} i Teams} other {{direct, plural, =0 {Skicka till {mail, plural, one {# medlem} other {# medlemmar}} per e-post} other {Skicka till {direct, plural, one {# medlem} other {# medlemmar}} i Teams och till {mail} per e-post}}}}',
    en: '{mail, plural, =0 {Send to {direct, plural, one {# member} other {# members}} in Teams} other {{direct, plural, =0 {Send to {mail, plural, one {# member} other {# members}} by e-mail} other {Send to {direct, plural, one {# member} other {# members}} in Teams and {mail} by e-mail}}}}',
  },
  reachChannel: { fi: 'Viesti kanavalle', sv: 'Meddelande i kanalen', en: 'Message in the channel' },
  reachChannelTitle: {
    fi: 'Muistuta kanavalla, vain lukuina',
    sv: 'Påminn i kanalen, bara med siffror',
    en: 'Remind in the channel, by numbers only',
  },
  byChannelOnly: {
    fi: '{n, plural, one {# heistä on tavoitettavissa} other {# heistä on tavoitettavissa}} vain kanavan kautta.',
    sv: '{n, plural, one {# av dem nås} other {# av dem nås}} bara via kanalen.',
    en: '{n, plural, one {# of them is} other {# of them are}} reached by the channel only.',
  },
  channelTextTitle: { fi: 'Kanavalle lähtee:', sv: 'I kanalen publiceras:', en: 'Posted in the channel:' },
  sendReminder: { fi: 'Lähetä muistutus', sv: 'Skicka påminnelsen', en: 'Send the reminder' },

  // ── Letters ──
  letterOpen: { fi: 'Äänestys: {question}', sv: 'Omröstning: {question}', en: 'Poll: {question}' },
  letterReminder: {
    fi: 'Muistutus äänestyksestä: {question}',
    sv: 'Påminnelse om omröstningen: {question}',
    en: 'Reminder of the poll: {question}',
  },
  letterResult: {
    fi: 'Äänestyksen tulos: {question}',
    sv: 'Omröstningens resultat: {question}',
    en: 'Result of the poll: {question}',
  },
  letterHow: {
    fi: 'Valitse vaihtoehto. Linkki avaa sivun, jolla vahvistat äänesi. Pelkkä linkin avaaminen ei vielä ole ääni.',
    sv: 'Välj ett alternativ. Länken öppnar en sida där du bekräftar din röst: att bara öppna länken är ännu ingen röst.',
    en: 'Choose an option. The link opens a page on which you confirm your vote: opening the link alone casts none.',
  },
  openPoll: { fi: 'Avaa äänestys', sv: 'Öppna omröstningen', en: 'Open the poll' },
  openResult: { fi: 'Katso tulos', sv: 'Se resultatet', en: 'See the result' },
  resultLine: { fi: '{option}: {votes}', sv: '{option}: {votes}', en: '{option}: {votes}' },

  // ── Notifications ──
  summaryOpen: { fi: 'Äänestys: {question}', sv: 'Omröstning: {question}', en: 'Poll: {question}' },
  summaryClosed: {
    fi: 'Äänestys on päättynyt: {question}',
    sv: 'Omröstningen är stängd: {question}',
    en: 'Poll closed: {question}',
  },
  summaryWon: {
    fi: 'Äänestyksen tulos: {option} ({question})',
    sv: 'Omröstningens resultat: {option} ({question})',
    en: 'Result of the poll: {option} ({question})',
  },
  // ── Handing over ──
  handOpen: {
    fi: 'Äänestys on auki. Seuraa sitä ja kerro tuloksesta.',
    sv: 'Omröstningen är öppen. Följ den och berätta om resultatet.',
    en: 'The poll is open. Follow it and tell others its result.',
  },
  handScheduled: {
    fi: 'Äänestys avautuu itsestään. Tarkista se tai peru se.',
    sv: 'Omröstningen öppnas av sig själv. Kontrollera den eller ta tillbaka den.',
    en: 'The poll opens by itself. Check it or take it back.',
  },
  handTie: {
    fi: 'Äänet menivät tasan. Ratkaise tulos.',
    sv: 'Rösterna föll lika. Avgör resultatet.',
    en: 'The votes are tied. Decide the result.',
  },
});
