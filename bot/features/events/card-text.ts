/** What the cards of events and the chat about them say. */
import { messages } from '../../core/text.ts';

export const cardText = messages({
  // ── State ──
  invitation: { fi: 'Kutsu', sv: 'Inbjudan', en: 'Invitation' },
  closed: { fi: 'Ilmoittautuminen on päättynyt', sv: 'Anmälan har slutat', en: 'Registration has ended' },
  ongoing: { fi: 'Käynnissä nyt', sv: 'Pågår nu', en: 'On now' },
  past: { fi: 'Pidetty', sv: 'Har hållits', en: 'Over' },
  cancelled: { fi: 'Peruttu', sv: 'Inställt', en: 'Cancelled' },
  draft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
  undone: { fi: 'Poistettu', sv: 'Borttaget', en: 'Taken back' },
  stateAndType: { fi: '{state} · {type}', sv: '{state} · {type}', en: '{state} · {type}' },
  undoneBody: {
    fi: 'Koordinaattori poisti tilaisuuden ennen kuin kukaan oli ilmoittautunut.',
    sv: 'Koordinatorn tog bort evenemanget innan någon hade anmält sig.',
    en: 'The coordinator took the event back before anyone had registered.',
  },
  cancelledBody: {
    fi: 'Tilaisuus on peruttu. Sinun ei tarvitse tehdä mitään.',
    sv: 'Evenemanget är inställt. Du behöver inte göra något.',
    en: 'The event has been cancelled. You don’t need to do anything.',
  },
  reason: { fi: 'Syy: {reason}', sv: 'Orsak: {reason}', en: 'Reason: {reason}' },

  // ── What it is ──
  span: { fi: '{span}', sv: '{span}', en: '{span}' },
  place: { fi: 'Paikka: {place}', sv: 'Plats: {place}', en: 'Place: {place}' },
  placeAndOnline: {
    fi: 'Paikka: {place} tai etänä',
    sv: 'Plats: {place} eller på distans',
    en: 'Place: {place}, or online',
  },
  placeLater: {
    fi: 'Paikka ilmoitetaan myöhemmin',
    sv: 'Platsen meddelas senare',
    en: 'The place will be told later',
  },
  placeLaterOrOnline: {
    fi: 'Etänä tai paikan päällä; paikka ilmoitetaan myöhemmin',
    sv: 'På distans eller på plats; platsen meddelas senare',
    en: 'Online or in a room; the place will be told later',
  },
  onlineOnly: { fi: 'Etänä', sv: 'På distans', en: 'Online' },
  deadline: {
    fi: 'Ilmoittaudu viimeistään {when}.',
    sv: 'Anmäl dig senast {when}.',
    en: 'Register by {when}.',
  },
  forGroup: {
    fi: 'Tilaisuus on ryhmälle {group}.',
    sv: 'Evenemanget är för gruppen {group}.',
    en: 'The event is for the group {group}.',
  },
  agenda: { fi: 'Ohjelma', sv: 'Program', en: 'Programme' },
  youSaid: { fi: 'Toivoitte – teimme', sv: 'Ni önskade – vi gjorde', en: 'You said, we did' },
  youSaidLine: { fi: '”{said}” – {did}', sv: '”{said}” – {did}', en: '“{said}” – {did}' },
  wishDone: { fi: 'Toteutettu.', sv: 'Genomfört.', en: 'Done.' },
  wishUnderWay: { fi: 'Työn alla.', sv: 'På gång.', en: 'Under way.' },
  preMeeting: {
    fi: '{group} kokoontuu sitä ennen: {when}.',
    sv: '{group} träffas före det: {when}.',
    en: '{group} meets before it: {when}.',
  },
  preMeetingOfSome: {
    fi: 'Sitä ennen: {title}, {when}.',
    sv: 'Före det: {title}, {when}.',
    en: 'Before it: {title}, {when}.',
  },
  contact: { fi: 'Yhteyshenkilö: {contact}', sv: 'Kontaktperson: {contact}', en: 'Contact: {contact}' },
  language: { fi: 'Kieli: {language}', sv: 'Språk: {language}', en: 'Language: {language}' },
  inFinnish: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  inSwedish: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  inEnglish: { fi: 'englanti', sv: 'engelska', en: 'English' },
  inBoth: { fi: 'suomi ja ruotsi', sv: 'finska och svenska', en: 'Finnish and Swedish' },
  series: {
    fi: 'Sarjan {n}. tilaisuus, yhteensä {of}',
    sv: 'Nr {n} av {of} i serien',
    en: '{n} of {of} in the series',
  },
  shortened: {
    fi: 'Teksti on lyhennetty. Koko teksti on välilehdellä.',
    sv: 'Texten är förkortad. Hela texten finns på fliken.',
    en: 'The text is shortened. All of it is in the tab.',
  },

  // ── What changed ──
  changed: { fi: 'Tilaisuus on muuttunut', sv: 'Evenemanget har ändrats', en: 'The event has changed' },
  changedTitle: { fi: 'Nimi: {before} → {after}', sv: 'Namn: {before} → {after}', en: 'Title: {before} → {after}' },
  changedTime: { fi: 'Aika: {before} → {after}', sv: 'Tid: {before} → {after}', en: 'Time: {before} → {after}' },
  changedPlace: { fi: 'Paikka: {before} → {after}', sv: 'Plats: {before} → {after}', en: 'Place: {before} → {after}' },
  newPlace: { fi: 'Paikka: {after}', sv: 'Plats: {after}', en: 'Place: {after}' },
  noPlace: {
    fi: 'Paikka ei ole enää {before}.',
    sv: 'Platsen är inte längre {before}.',
    en: 'The place is no longer {before}.',
  },
  changedLink: {
    fi: 'Osallistumislinkki on vaihtunut. Käytä uutta.',
    sv: 'Länken för att delta har ändrats. Använd den nya.',
    en: 'The link to join has changed. Use the new one.',
  },
  newLink: {
    fi: 'Osallistumislinkki on lisätty.',
    sv: 'Länken för att delta har lagts till.',
    en: 'A link to join has been added.',
  },
  noLink: {
    fi: 'Osallistumislinkki on poistettu.',
    sv: 'Länken för att delta har tagits bort.',
    en: 'The link to join has been taken away.',
  },
  changedWays: {
    fi: 'Osallistuminen: {before} → {after}',
    sv: 'Deltagande: {before} → {after}',
    en: 'Taking part: {before} → {after}',
  },
  roomOrOnline: { fi: 'paikan päällä tai etänä', sv: 'på plats eller på distans', en: 'in the room or online' },

  // ── Places and numbers ──
  roomComing: {
    fi: '{n, plural, =0 {Paikan päälle ei ole vielä ilmoittautunut ketään} other {Paikan päälle tulossa #}}',
    sv: '{n, plural, =0 {Ingen har ännu anmält sig på plats} other {# kommer på plats}}',
    en: '{n, plural, =0 {Nobody has registered for the room yet} other {# coming to the room}}',
  },
  onlineComing: {
    fi: '{n, plural, =0 {Etänä ei ole vielä ilmoittautunut ketään} other {Etänä tulossa #}}',
    sv: '{n, plural, =0 {Ingen har ännu anmält sig på distans} other {# deltar på distans}}',
    en: '{n, plural, =0 {Nobody has registered online yet} other {# taking part online}}',
  },
  free: {
    fi: 'paikkoja vapaana {free}/{capacity}',
    sv: 'lediga platser {free}/{capacity}',
    en: '{free} of {capacity} places free',
  },
  roomFull: {
    fi: 'Paikan päällä täynnä ({capacity}), varasijalla {waiting}. Uudet pääsevät varasijalle.',
    sv: 'Fullt på plats ({capacity}), {waiting} på reservplats. Nya får en reservplats.',
    en: 'The room is full ({capacity}), {waiting} waiting. New ones join the waiting list.',
  },
  onlineFull: {
    fi: 'Etäpaikat täynnä ({capacity}), varasijalla {waiting}. Uudet pääsevät varasijalle.',
    sv: 'Fullt på distans ({capacity}), {waiting} på reservplats. Nya får en reservplats.',
    en: 'All online places are taken ({capacity}), {waiting} waiting. New ones join the waiting list.',
  },
  roomCame: {
    fi: 'Paikan päälle ilmoittautui {n}',
    sv: '{n} anmälde sig på plats',
    en: '{n} registered for the room',
  },
  onlineCame: { fi: 'Etänä ilmoittautui {n}', sv: '{n} anmälde sig på distans', en: '{n} registered online' },
  maybeAndNo: {
    fi: 'Ehkä {maybe} · Ei pääse {no}',
    sv: 'Kanske {maybe} · Kan inte {no}',
    en: 'Maybe {maybe} · Can’t come {no}',
  },

  // ── Answering ──
  tap: {
    fi: 'Vastaa napauttamalla. Voit vaihtaa vastaustasi myöhemmin.',
    sv: 'Tryck för att svara. Du kan ändra ditt svar senare.',
    en: 'Tap to answer. You can change your answer later.',
  },
  maybeHolds: {
    fi: '”Ehkä” ei varaa paikkaa.',
    sv: '”Kanske” reserverar ingen plats.',
    en: '“Maybe” holds no place.',
  },
  myAnswer: { fi: 'Oma ilmoittautuminen', sv: 'Min anmälan', en: 'My registration' },
  join: { fi: 'Liity etänä', sv: 'Delta på distans', en: 'Join online' },
  showInTab: { fi: 'Avaa välilehdellä', sv: 'Öppna på fliken', en: 'Open in the tab' },
  materials: { fi: 'Materiaalit', sv: 'Material', en: 'Materials' },
  addToCalendar: { fi: 'Lisää kalenteriin', sv: 'Lägg till i kalendern', en: 'Add to calendar' },

  // ── One’s own view ──
  notAnswered: {
    fi: 'Et ole vielä vastannut.',
    sv: 'Du har inte svarat ännu.',
    en: 'You have not answered yet.',
  },
  hasPlace: {
    fi: 'Paikkasi on varattu: {how}.',
    sv: 'Din plats är reserverad: {how}.',
    en: 'Your place is reserved: {how}.',
  },
  onList: {
    fi: 'Olet varasijalla {n} ({how}). Saat tiedon, kun paikka vapautuu.',
    sv: 'Du har reservplats {n} ({how}). Du får veta när en plats blir ledig.',
    en: 'You are number {n} in the waiting list ({how}). You will be told when a place is free.',
  },
  onListInRoom: {
    fi: 'Olet varasijalla {n} (paikan päällä). Etäpaikkasi pysyy, kunnes paikka vapautuu.',
    sv: 'Du har reservplats {n} (på plats). Din plats på distans är kvar tills en plats blir ledig.',
    en: 'You are number {n} in the waiting list for the room. Your online place stays until one is free.',
  },
  onListOnline: {
    fi: 'Olet varasijalla {n} (etänä). Paikkasi paikan päällä pysyy, kunnes etäpaikka vapautuu.',
    sv: 'Du har reservplats {n} (på distans). Din plats i lokalen är kvar tills en distansplats blir ledig.',
    en: 'You are number {n} in the waiting list for online. Your place in the room stays until one is free.',
  },
  saidMaybe: {
    fi: 'Vastasit: ehkä. Se ei varaa paikkaa.',
    sv: 'Du svarade: kanske. Det reserverar ingen plats.',
    en: 'You answered: maybe. It holds no place.',
  },
  saidNo: {
    fi: 'Vastasit, ettet pääse. Kiitos tiedosta!',
    sv: 'Du svarade att du inte kan komma. Tack för beskedet!',
    en: 'You answered that you can’t come. Thank you for telling!',
  },
  isUnconfirmed: {
    fi: 'Ilmoittautumisesi odottaa vahvistusta. Avaa sähköpostiisi tullut linkki.',
    sv: 'Din anmälan väntar på bekräftelse. Öppna länken i ditt e-postmeddelande.',
    en: 'Your registration waits for confirmation. Open the link in your e-mail.',
  },
  registeredBy: {
    fi: '{name} on ilmoittanut sinut. Vahvista, jos tieto pitää paikkansa.',
    sv: '{name} har anmält dig. Bekräfta om det stämmer.',
    en: '{name} has registered you. Confirm it if that is right.',
  },
  confirm: { fi: 'Vahvista', sv: 'Bekräfta', en: 'Confirm' },
  confirmed: {
    fi: 'Ilmoittautumisesi on vahvistettu.',
    sv: 'Din anmälan är bekräftad.',
    en: 'Your registration is confirmed.',
  },
  answeredAt: { fi: 'Vastattu {when}', sv: 'Svarat {when}', en: 'Answered {when}' },
  leftList: {
    fi: 'Et ole enää varasijalla.',
    sv: 'Du står inte längre på reservplats.',
    en: 'You are no longer in the waiting list.',
  },
  leaveList: { fi: 'Luovu varasijasta', sv: 'Lämna reservplatsen', en: 'Leave the waiting list' },
  wish: {
    fi: 'Mikä olisi auttanut sinua osallistumaan?',
    sv: 'Vad hade hjälpt dig att delta?',
    en: 'What would have helped you to take part?',
  },
  wishHow: {
    fi: 'Vapaaehtoinen. Vain koordinaattorit näkevät vastauksesi.',
    sv: 'Frivilligt. Bara koordinatorerna ser ditt svar.',
    en: 'Optional. Only coordinators see your answer.',
  },
  sendWish: { fi: 'Lähetä', sv: 'Skicka', en: 'Send' },
  wishSent: {
    fi: 'Kiitos, vastauksesi on tallennettu.',
    sv: 'Tack, ditt svar är sparat.',
    en: 'Thank you, your answer is saved.',
  },
  questions: { fi: 'Järjestäjä kysyy', sv: 'Arrangören frågar', en: 'The organiser asks' },
  neededQuestion: {
    fi: '{question} (tarvitaan vastaus)',
    sv: '{question} (svar behövs)',
    en: '{question} (an answer is needed)',
  },
  saveAnswers: { fi: 'Tallenna vastaukset', sv: 'Spara svaren', en: 'Save answers' },
  answersSaved: { fi: 'Vastauksesi on tallennettu.', sv: 'Dina svar är sparade.', en: 'Your answers are saved.' },
  checkAnswer: { fi: 'Tarkista vastaus.', sv: 'Kontrollera svaret.', en: 'Check the answer.' },
  needsHow: {
    fi: 'Ruokavaliosta ja esteettömyydestä kerrot välilehdellä tai oman linkkisi sivulla, et ketjussa. Koordinaattori ei näe, kenen tarpeista on kyse.',
    sv: 'Om kost och tillgänglighet berättar du på fliken eller på din egen länks sida, inte i tråden. Koordinatorn ser inte vems behov det gäller.',
    en: 'Tell about diet and access in the tab or on the page of your own link, not in the thread. The coordinator does not see whose needs they are.',
  },
  tellNeeds: { fi: 'Kerro ruokavaliosta', sv: 'Berätta om kost', en: 'Tell about diet' },
  onlyYou: { fi: 'Vain sinä näet tämän.', sv: 'Bara du ser det här.', en: 'Only you see this.' },

  // ── Colleagues ──
  addColleague: { fi: 'Ilmoita kollega', sv: 'Anmäl en kollega', en: 'Register a colleague' },
  addToRoom: { fi: 'Ilmoita paikan päälle', sv: 'Anmäl på plats', en: 'Register for the room' },
  addOnline: { fi: 'Ilmoita etänä', sv: 'Anmäl på distans', en: 'Register online' },
  colleagueHow: {
    fi: 'Kollegasi saa sähköpostiin oman linkin, jolla hän vahvistaa tai peruu osallistumisensa.',
    sv: 'Din kollega får en egen länk per e-post för att bekräfta eller avboka.',
    en: 'Your colleague gets a link of their own by e-mail, to confirm or to leave.',
  },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  email: { fi: 'Sähköpostiosoite', sv: 'E-postadress', en: 'E-mail address' },
  organisation: { fi: 'Kunta tai organisaatio', sv: 'Kommun eller organisation', en: 'Municipality or organisation' },
  colleagueDone: { fi: '{name} on ilmoitettu.', sv: '{name} är anmäld.', en: '{name} is registered.' },
  colleagues: { fi: 'Ilmoittamasi kollegat', sv: 'Kolleger som du har anmält', en: 'Colleagues whom you registered' },
  colleague: { fi: '• {name}: {how}', sv: '• {name}: {how}', en: '• {name}: {how}' },
  waitsAt: { fi: 'varasijalla {n}', sv: 'reservplats {n}', en: 'waiting, number {n}' },
  withoutPlace: { fi: 'ei paikkaa', sv: 'ingen plats', en: 'no place' },

  // ── Coming events ──
  coming: { fi: 'Tulevat tilaisuudet', sv: 'Kommande evenemang', en: 'Coming events' },
  noComing: {
    fi: 'Tulevia tilaisuuksia ei ole nyt.',
    sv: 'Det finns inga kommande evenemang nu.',
    en: 'There are no coming events now.',
  },
  moreComing: {
    fi: '{n, plural, one {ja # muu} other {ja # muuta}} välilehdellä.',
    sv: 'och {n, plural, one {# till} other {# till}} på fliken.',
    en: 'and {n, plural, one {# more} other {# more}} in the tab.',
  },
  answerNow: { fi: 'Vastaa', sv: 'Svara', en: 'Answer' },
  waitingHint: { fi: 'Kutsu · {when}', sv: 'Inbjudan · {when}', en: 'Invitation · {when}' },
  answeredHint: { fi: 'Olet vastannut · {when}', sv: 'Du har svarat · {when}', en: 'You have answered · {when}' },

  // ── Posts and notifications ──
  summary: { fi: 'Kutsu: {title}, {when}', sv: 'Inbjudan: {title}, {when}', en: 'Invitation: {title}, {when}' },
  summaryCancelled: { fi: 'Peruttu: {title}', sv: 'Inställt: {title}', en: 'Cancelled: {title}' },
  summaryChanged: { fi: 'Muutos: {title}', sv: 'Ändring: {title}', en: 'Change: {title}' },
  changedInThread: {
    fi: 'Muutos tilaisuuteen ”{title}”:',
    sv: 'Ändring i ”{title}”:',
    en: 'A change to “{title}”:',
  },
  cancelledInThread: { fi: '”{title}” on peruttu.', sv: '”{title}” är inställt.', en: '“{title}” has been cancelled.' },
  materialInThread: {
    fi: 'Tilaisuuden ”{title}” materiaali on nyt materiaalipankissa: ”{material}”.',
    sv: 'Material från ”{title}” finns nu i materialbanken: ”{material}”.',
    en: 'Material of “{title}” is now in the material bank: “{material}”.',
  },
  openMaterial: { fi: 'Avaa', sv: 'Öppna', en: 'Open' },
  gotPlace: {
    fi: 'Sinulle vapautui paikka: {how}.',
    sv: 'En plats har blivit ledig för dig: {how}.',
    en: 'A place has become free for you: {how}.',
  },
  lostPlace: {
    fi: 'Paikkoja on nyt vähemmän, ja siirryit varasijalle {n} ({how}).',
    sv: 'Platserna har blivit färre, och du flyttades till reservplats {n} ({how}).',
    en: 'There are fewer places now, and you moved to number {n} in the waiting list ({how}).',
  },

  // ── The form ──
  newEvent: { fi: 'Uusi tilaisuus', sv: 'Nytt evenemang', en: 'New event' },
  toCorrect: { fi: 'Korjaa nämä:', sv: 'Rätta det här:', en: 'Please correct:' },
  type: { fi: 'Tyyppi', sv: 'Typ', en: 'Type' },
  title: { fi: 'Nimi', sv: 'Namn', en: 'Title' },
  titleExample: {
    fi: 'Joukkoliikenteen tilastot',
    sv: 'Kollektivtrafikens statistik',
    en: 'Public transport statistics',
  },
  startsOn: { fi: 'Päivä', sv: 'Datum', en: 'Date' },
  startsAtTime: { fi: 'Alkaa', sv: 'Börjar', en: 'Begins' },
  endsAtTime: { fi: 'Päättyy', sv: 'Slutar', en: 'Ends' },
  endsOn: { fi: 'Päättymispäivä, jos eri', sv: 'Slutdatum, om annat', en: 'Last day, if another' },
  usualLength: {
    fi: 'Tyhjänä webinaari ja kokous kestävät tunnin, koulutus kolme, seminaari klo 9–16.',
    sv: 'Om fältet är tomt varar ett webbinarium eller möte en timme, en utbildning tre och ett seminarium kl. 9–16.',
    en: 'Left empty, a webinar or meeting takes an hour, a training three, a seminar from 9 to 16.',
  },
  ways: { fi: 'Miten osallistutaan', sv: 'Hur man deltar', en: 'How to take part' },
  pickUsual: { fi: 'Tyypin mukaan', sv: 'Enligt typen', en: 'As usual for the type' },
  pickRoom: { fi: 'Paikan päällä', sv: 'På plats', en: 'In the room' },
  pickOnline: { fi: 'Etänä', sv: 'På distans', en: 'Online' },
  pickBoth: { fi: 'Paikan päällä tai etänä', sv: 'På plats eller på distans', en: 'In the room or online' },
  placeField: { fi: 'Paikka', sv: 'Plats', en: 'Place' },
  joinLink: { fi: 'Osallistumislinkki', sv: 'Länk för att delta', en: 'Link to join' },
  linkExample: { fi: 'https://…', sv: 'https://…', en: 'https://…' },
  moreSettings: { fi: 'Lisäasetukset', sv: 'Fler inställningar', en: 'More settings' },
  description: { fi: 'Kuvaus', sv: 'Beskrivning', en: 'Description' },
  agendaField: {
    fi: 'Ohjelma, kohta riviä kohti: 9.30 Avaus | Puhuja',
    sv: 'Program, en punkt per rad: 9.30 Öppning | Talare',
    en: 'Programme, an item a line: 9.30 Opening | Speaker',
  },
  languageField: { fi: 'Tilaisuuden kieli', sv: 'Språk', en: 'Language of the event' },
  pickNetworkLanguage: { fi: 'Verkoston kieli', sv: 'Nätverkets språk', en: 'That of the network' },
  contactField: { fi: 'Yhteyshenkilö', sv: 'Kontaktperson', en: 'Contact' },
  registrationEndsOn: { fi: 'Ilmoittautuminen päättyy', sv: 'Anmälan slutar', en: 'Registration ends' },
  registrationEndsAtTime: { fi: 'Kellonaika', sv: 'Klockslag', en: 'Time' },
  capacityRoom: {
    fi: 'Paikkoja paikan päällä (tyhjä: ei rajaa)',
    sv: 'Platser i lokalen (tomt: ingen gräns)',
    en: 'Places in the room (empty: no limit)',
  },
  capacityOnline: {
    fi: 'Paikkoja etänä (tyhjä: ei rajaa)',
    sv: 'Platser på distans (tomt: ingen gräns)',
    en: 'Places online (empty: no limit)',
  },
  asksNeeds: { fi: 'Ruokavalio ja esteettömyys', sv: 'Kost och tillgänglighet', en: 'Diet and access' },
  pickAsk: {
    fi: 'Kysytään paikan päälle tulevilta',
    sv: 'Frågas av dem som kommer på plats',
    en: 'Ask those who come to the room',
  },
  pickAskNot: { fi: 'Ei kysytä', sv: 'Frågas inte', en: 'Don’t ask' },
  questionsField: {
    fi: 'Omat kysymykset, yksi riviä kohti: Tuletko lounaalle? * | Kyllä | Ei',
    sv: 'Egna frågor, en per rad: Äter du lunch? * | Ja | Nej',
    en: 'Own questions, one a line: Will you have lunch? * | Yes | No',
  },
  questionsHow: {
    fi: 'Tähti: vastaus tarvitaan. Pystyviivat: vaihtoehdot.',
    sv: 'Stjärna: svar behövs. Lodstreck: alternativ.',
    en: 'A star: an answer is needed. Bars: choices.',
  },
  group: { fi: 'Kenelle', sv: 'För vem', en: 'For whom' },
  pickEveryone: { fi: 'Kaikille jäsenille', sv: 'För alla medlemmar', en: 'All members' },
  isPublic: { fi: 'Julkinen ilmoittautumissivu', sv: 'Öppen anmälningssida', en: 'Public registration page' },
  isPublicTitle: {
    fi: 'Myös verkoston ulkopuoliset voivat ilmoittautua linkistä',
    sv: 'Även personer utanför nätverket kan anmäla sig via en länk',
    en: 'People from outside the network can register by a link too',
  },
  repeats: { fi: 'Toistuu', sv: 'Upprepas', en: 'Repeats' },
  pickOnce: { fi: 'Ei toistu', sv: 'Upprepas inte', en: 'Once' },
  pickWeekly: { fi: 'Joka viikko', sv: 'Varje vecka', en: 'Every week' },
  pickBiweekly: { fi: 'Joka toinen viikko', sv: 'Varannan vecka', en: 'Every other week' },
  pickMonthly: {
    fi: 'Joka kuukausi samana viikonpäivänä',
    sv: 'Varje månad på samma veckodag',
    en: 'Every month on the same weekday',
  },
  pickMonthlyDate: {
    fi: 'Joka kuukausi samana päivänä',
    sv: 'Varje månad på samma datum',
    en: 'Every month on the same date',
  },
  times: { fi: 'Montako kertaa yhteensä', sv: 'Hur många gånger sammanlagt', en: 'How many times in all' },
  preGroup: {
    fi: 'Ryhmän kokous ennen tilaisuutta',
    sv: 'En grupps möte före evenemanget',
    en: 'A group’s meeting before it',
  },
  pickNone: { fi: 'Ei kokousta', sv: 'Inget möte', en: 'No meeting' },
  preStartsAtTime: { fi: 'Kokous alkaa', sv: 'Mötet börjar', en: 'The meeting begins' },
  pickOne: { fi: 'Valitse jokin.', sv: 'Välj något.', en: 'Choose one.' },
  pickDay: { fi: 'Valitse päivä.', sv: 'Välj en dag.', en: 'Choose a day.' },
  pickTime: { fi: 'Valitse kellonaika.', sv: 'Välj ett klockslag.', en: 'Choose a time.' },
  writeNumber: { fi: 'Kirjoita luku.', sv: 'Skriv ett tal.', en: 'Write a number.' },
  atMost: { fi: 'Enintään {most} merkkiä.', sv: 'Högst {most} tecken.', en: 'At most {most} characters.' },
  preview: { fi: 'Esikatsele', sv: 'Förhandsgranska', en: 'Preview' },
  publish: { fi: 'Julkaise', sv: 'Publicera', en: 'Publish' },
  edit: { fi: 'Muokkaa', sv: 'Redigera', en: 'Edit' },
  carried: { fi: 'Lomakkeen tiedot', sv: 'Formulärets uppgifter', en: 'What the form says' },

  // ── The preview ──
  previewTitle: { fi: 'Esikatselu', sv: 'Förhandsgranskning', en: 'Preview' },
  previewHow: {
    fi: 'Tältä kutsu näyttää kanavalla. Mitään ei ole vielä lähetetty.',
    sv: 'Så här ser inbjudan ut i kanalen. Inget har skickats ännu.',
    en: 'This is how the invitation looks in the channel. Nothing has been sent yet.',
  },
  seriesDates: {
    fi: 'Sarjassa on {n} tilaisuutta, joita voit siirtää yksitellen:',
    sv: 'Serien har {n} evenemang som du kan flytta ett i taget:',
    en: 'The series has {n} events, which you can move one by one:',
  },
  dateLine: { fi: '• {when}', sv: '• {when}', en: '• {when}' },
  reminders: {
    fi: 'Muistutukset, jotka lähtevät itsestään',
    sv: 'Påminnelser som skickas automatiskt',
    en: 'Reminders that go out by themselves',
  },
  noReminders: {
    fi: 'Muistutuksia ei lähde itsestään.',
    sv: 'Inga påminnelser skickas automatiskt.',
    en: 'No reminders go out by themselves.',
  },
  pickReminders: {
    fi: 'Poista valinta niistä, joita et halua.',
    sv: 'Avmarkera dem som du inte vill ha.',
    en: 'Untick those that you don’t want.',
  },
  weekReminder: {
    fi: 'Viikkoa ennen ilmoittautuneille: {when}',
    sv: 'En vecka före, till anmälda: {when}',
    en: 'A week before, to those registered: {when}',
  },
  dayReminder: {
    fi: 'Päivää ennen ilmoittautuneille: {when}',
    sv: 'En dag före, till anmälda: {when}',
    en: 'A day before, to those registered: {when}',
  },
  hourReminder: {
    fi: 'Tuntia ennen ilmoittautuneille: {when}',
    sv: 'En timme före, till anmälda: {when}',
    en: 'An hour before, to those registered: {when}',
  },
  nudgeReminder: {
    fi: 'Ennen ilmoittautumisen päättymistä niille, jotka eivät ole vastanneet: {when}',
    sv: 'Innan anmälan slutar, till dem som inte har svarat: {when}',
    en: 'Before registration ends, to those who have not answered: {when}',
  },

  feedback: { fi: 'Palautekysely', sv: 'Enkät om respons', en: 'Feedback' },
  asksFeedback: {
    fi: 'Palautekysely lähtee 5 minuuttia tilaisuuden jälkeen',
    sv: 'En enkät om respons skickas 5 minuter efter evenemanget',
    en: 'A feedback survey goes out 5 minutes after the event',
  },
  toFeedback: { fi: 'Palaute', sv: 'Respons', en: 'Feedback' },

  // ── The coordinator’s card ──
  manage: { fi: 'Koordinaattorin näkymä', sv: 'Koordinatorns vy', en: 'Coordinator’s view' },
  published: {
    fi: '”{title}” on julkaistu kanavalla {channel}. Aika: {when}.',
    sv: '”{title}” har publicerats i kanalen {channel}. Tid: {when}.',
    en: '“{title}” has been published in the channel {channel}. Time: {when}.',
  },
  publishedSeries: {
    fi: 'Sarja on julkaistu: {n} tilaisuutta. Ensimmäinen: {when}. Kutsut tulevat kanavalle {channel}, myöhempien tilaisuuksien neljä viikkoa ennen kutakin.',
    sv: 'Serien har publicerats: {n} evenemang. Det första: {when}. Inbjudningarna kommer i kanalen {channel}, för senare evenemang fyra veckor före vart och ett.',
    en: 'The series has been published: {n} events. The first: {when}. The invitations come in the channel {channel}, those of later events four weeks before each.',
  },
  general: { fi: 'Yleinen', sv: 'Allmänt', en: 'General' },
  hasCancelled: {
    fi: '”{title}” on peruttu. Ilmoittautuneet saavat tiedon.',
    sv: '”{title}” är inställt. De anmälda får veta det.',
    en: '“{title}” has been cancelled. Those registered are told.',
  },
  cancel: { fi: 'Peru tilaisuus', sv: 'Ställ in', en: 'Cancel the event' },
  confirmCancel: {
    fi: 'Peruutus näkyy kanavalla, ja ilmoittautuneet saavat siitä tiedon. Perumista ei voi kumota.',
    sv: 'Det visas i kanalen och de anmälda får veta det. Det går inte att ångra.',
    en: 'It shows in the channel, and those registered are told. It can’t be undone.',
  },
  reasonField: { fi: 'Syy (näkyy kaikille)', sv: 'Orsak (syns för alla)', en: 'Reason (everyone sees it)' },
  yesCancel: { fi: 'Kyllä, peru', sv: 'Ja, ställ in', en: 'Yes, cancel' },
  remindDay: { fi: 'Muistuta ilmoittautuneita', sv: 'Påminn anmälda', en: 'Remind those registered' },
  remindNudge: { fi: 'Muistuta vastaamattomia', sv: 'Påminn dem som inte svarat', en: 'Remind who has not answered' },
  repost: { fi: 'Lähetä uudelleen', sv: 'Publicera på nytt', en: 'Post again' },
  hasReposted: {
    fi: 'Kutsu lähetetään uudelleen.',
    sv: 'Inbjudan publiceras på nytt.',
    en: 'The invitation is posted again.',
  },
  postWaiting: {
    fi: 'Kutsu odottaa lähetysvuoroaan.',
    sv: 'Inbjudan väntar på att skickas.',
    en: 'The invitation waits to be sent.',
  },
  postUnknown: {
    fi: 'Ei ole varmaa, tuliko kutsu kanavalle. Katso kanavalta ja lähetä tarvittaessa uudelleen.',
    sv: 'Det är osäkert om inbjudan kom fram till kanalen. Titta i kanalen och publicera vid behov på nytt.',
    en: 'It is not certain that the invitation reached the channel. Look there, and post it again if needed.',
  },
  postFailed: {
    fi: 'Kutsua ei voitu lähettää kanavalle.',
    sv: 'Inbjudan kunde inte skickas till kanalen.',
    en: 'The invitation could not be posted in the channel.',
  },
  postRemoved: {
    fi: 'Kutsu on poistettu kanavalta.',
    sv: 'Inbjudan har tagits bort från kanalen.',
    en: 'The invitation has been removed from the channel.',
  },
  colleaguesSeen: {
    fi: 'Osallistujat, varasijat ja ruokailutarpeet ovat välilehdellä.',
    sv: 'Deltagare, reservplatser och kostbehov finns på fliken.',
    en: 'Participants, waiting list and catering are in the tab.',
  },

  // ── Reminding by hand ──
  remindTitle: { fi: 'Muistutus', sv: 'Påminnelse', en: 'Reminder' },
  remindReach: {
    fi: 'Muistutettavia on {people}: {direct} saa sen Teamsin keskusteluun ja {mail} sähköpostiin.',
    sv: '{people} påminns: {direct} i en chatt i Teams och {mail} per e-post.',
    en: '{people} to remind: {direct} get it in a Teams chat and {mail} by e-mail.',
  },
  remindOthers: {
    fi: '{n, plural, one {Yhden tavoittaa vain kanavalta} other {# tavoittaa vain kanavalta}}.',
    sv: '{n, plural, one {En nås bara i kanalen} other {# nås bara i kanalen}}.',
    en: '{n, plural, one {One is reached} other {# are reached}} only in the channel.',
  },
  remindChannel: { fi: 'Muistuta myös kanavalla', sv: 'Påminn också i kanalen', en: 'Remind in the channel too' },
  remindChannelTitle: {
    fi: 'Lisää muistutus kutsun ketjuun',
    sv: 'Lägg till en påminnelse i inbjudans tråd',
    en: 'Add a reminder to the invitation’s thread',
  },
  channelReads: { fi: 'Kanavalla lukisi:', sv: 'I kanalen skulle stå:', en: 'The channel would read:' },
  remindNow: { fi: 'Lähetä muistutus', sv: 'Skicka påminnelse', en: 'Send the reminder' },
  hasReminded: {
    fi: 'Muistutus on lähtenyt: Teamsissa {direct}, sähköpostilla {mail}.',
    sv: 'Påminnelsen har skickats: i Teams {direct}, per e-post {mail}.',
    en: 'The reminder is on its way: {direct} in Teams, {mail} by e-mail.',
  },

  // ── Words ──
  helpEvent: {
    fi: 'uusi tilaisuus: webinaari Aihe | 3.12. klo 9–10 | paikka tai linkki; ilman muuta näytän tulevat',
    sv: 'nytt evenemang: webbinarium Ämne | 3.12. kl. 9–10 | plats eller länk; utan annat visar jag de kommande',
    en: 'a new event: webinar Subject | 3.12. at 9–10 | place or link; by itself it shows what is coming',
  },
  createInChat: {
    fi: 'Kirjoita kaikki yhteen viestiin, esimerkiksi: webinaari Tilastot | 3.12. klo 9–10 | https://… Lomakkeen saat, kun kirjoitat minulle kahden kesken. Voit luoda tilaisuuden myös välilehdellä: {link}',
    sv: 'Skriv allt i ett meddelande, till exempel: webbinarium Statistik | 3.12. kl. 9–10 | https://… Formuläret får du när du skriver till mig i en egen chatt. Du kan också skapa evenemanget på fliken: {link}',
    en: 'Write it all in one message, for instance: webinar Statistics | 3.12. at 9–10 | https://… You get the form when you write to me in a chat of our own. You can also make the event in the tab: {link}',
  },
  notCreated: {
    fi: 'Tilaisuutta ei luotu. {problems} Kirjoitit: {typed}',
    sv: 'Evenemanget skapades inte. {problems} Du skrev: {typed}',
    en: 'The event was not made. {problems} You wrote: {typed}',
  },

  // ── Handing over ──
  handComing: {
    fi: 'Tuleva tilaisuus. Kuka tahansa koordinaattori voi muuttaa ja perua sen.',
    sv: 'Kommande evenemang. Vilken koordinator som helst kan ändra och ställa in det.',
    en: 'A coming event. Any coordinator can change and cancel it.',
  },
  handDraft: {
    fi: 'Luonnos. Julkaise tai poista se.',
    sv: 'Utkast. Publicera eller ta bort det.',
    en: 'A draft. Publish it or take it back.',
  },
  handMeeting: {
    fi: 'Teams-kokous on hänen kalenterissaan. Hänen pitää siirtää se, tai luo uusi kokous omaan kalenteriisi ennen kuin hän lähtee.',
    sv: 'Teamsmötet finns i personens kalender. Låt personen flytta det, eller skapa ett nytt möte i din egen kalender innan hen slutar.',
    en: 'The Teams meeting is in their calendar. Let them move it, or make a new one in your own calendar before they leave.',
  },
  calendarJoin: { fi: 'Liity etänä: {link}', sv: 'Delta på distans: {link}', en: 'Join online: {link}' },
});
