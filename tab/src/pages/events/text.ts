/** What the pages of events say to members, beside what the first view says. */
import { messages } from '../../text.ts';

/** Days after the event; as the server keeps them, which a test compares. */
export const NEEDS_KEPT = 14;

export const eventText = messages({
  // ── The list ──
  newEvent: { fi: 'Uusi tilaisuus', sv: 'Nytt evenemang', en: 'New event' },
  drafts: { fi: 'Luonnokset', sv: 'Utkast', en: 'Drafts' },
  coming: { fi: 'Tulevat', sv: 'Kommande', en: 'Coming' },
  past: { fi: 'Pidetyt', sv: 'Har hållits', en: 'Past' },
  noComing: {
    fi: 'Tulevia tilaisuuksia ei ole nyt.',
    sv: 'Det finns inga kommande evenemang nu.',
    en: 'There are no coming events now.',
  },
  noEvents: { fi: 'Tilaisuuksia ei ole vielä', sv: 'Det finns inga evenemang ännu', en: 'There are no events yet' },
  noEventsWhy: {
    fi: 'Kun koordinaattori kutsuu webinaariin tai kokoukseen, ilmoittaudut täällä.',
    sv: 'När koordinatorn bjuder in till ett webbinarium eller ett möte anmäler du dig här.',
    en: 'When the coordinator invites you to a webinar or a meeting, you register here.',
  },
  noEventsCreate: {
    fi: 'Kutsu jäsenet ensimmäiseen tilaisuuteen. Kutsu menee kanavalle, ja ilmoittautumiset näet täällä.',
    sv: 'Bjud in medlemmarna till det första evenemanget. Inbjudan går till kanalen, och anmälningarna ser du här.',
    en: 'Invite the members to a first event. The invitation goes to the channel, and you see the registrations here.',
  },

  // ── State ──
  upcoming: { fi: 'Ilmoittautuminen on auki', sv: 'Anmälan är öppen', en: 'Registration is open' },
  isPast: { fi: 'Pidetty', sv: 'Har hållits', en: 'Over' },
  undone: { fi: 'Poistettu', sv: 'Borttaget', en: 'Taken back' },
  cancelledWhat: {
    fi: 'Tilaisuus on peruttu. Sinun ei tarvitse tehdä mitään.',
    sv: 'Evenemanget är inställt. Du behöver inte göra något.',
    en: 'The event has been cancelled. You don’t need to do anything.',
  },
  cancelledWhy: { fi: 'Syy: {reason}', sv: 'Orsak: {reason}', en: 'Reason: {reason}' },
  undoneWhat: {
    fi: 'Koordinaattori poisti tilaisuuden ennen kuin kukaan oli ilmoittautunut.',
    sv: 'Koordinatorn tog bort evenemanget innan någon hade anmält sig.',
    en: 'The coordinator took the event back before anyone had registered.',
  },
  draftWhat: {
    fi: 'Vain koordinaattorit näkevät luonnoksen.',
    sv: 'Bara koordinatorerna ser utkastet.',
    en: 'Only coordinators see the draft.',
  },

  // ── What it is ──
  join: { fi: 'Liity etänä', sv: 'Delta på distans', en: 'Join online' },
  about: { fi: 'Kuvaus', sv: 'Beskrivning', en: 'Description' },
  agenda: { fi: 'Ohjelma', sv: 'Program', en: 'Programme' },
  facts: { fi: 'Tiedot', sv: 'Uppgifter', en: 'Details' },
  registerBy: { fi: 'Ilmoittaudu viimeistään', sv: 'Anmäl dig senast', en: 'Register by' },
  registrationEnded: { fi: 'Ilmoittautuminen päättyi', sv: 'Anmälan slutade', en: 'Registration ended' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  inFinnish: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  inSwedish: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  inEnglish: { fi: 'englanti', sv: 'engelska', en: 'English' },
  inBoth: { fi: 'suomi ja ruotsi', sv: 'finska och svenska', en: 'Finnish and Swedish' },
  contact: { fi: 'Yhteyshenkilö', sv: 'Kontaktperson', en: 'Contact' },
  forWhom: { fi: 'Kenelle', sv: 'För vem', en: 'For whom' },
  series: { fi: 'Sarja', sv: 'Serie', en: 'Series' },
  numberOf: { fi: '{n}. tilaisuus, yhteensä {of}', sv: 'nr {n} av {of}', en: '{n} of {of}' },
  registered: {
    fi: '{n, plural, =0 {ei vielä ilmoittautuneita} one {# ilmoittautunut} other {# ilmoittautunutta}}',
    sv: '{n, plural, =0 {inga anmälda ännu} one {# anmäld} other {# anmälda}}',
    en: '{n, plural, =0 {nobody registered yet} other {# registered}}',
  },
  free: {
    fi: 'paikkoja vapaana {free}/{capacity}',
    sv: 'lediga platser {free}/{capacity}',
    en: '{free} of {capacity} places free',
  },
  places: {
    fi: '{n, plural, one {# paikka} other {# paikkaa}}',
    sv: '{n, plural, one {# plats} other {# platser}}',
    en: '{n, plural, one {# place} other {# places}}',
  },
  full: {
    fi: 'täynnä ({capacity}), varasijalla {waiting}. Uudet pääsevät varasijalle.',
    sv: 'fullt ({capacity}), {waiting} på reservplats. Nya får en reservplats.',
    en: 'full ({capacity}), {waiting} waiting. New ones join the waiting list.',
  },
  preMeetings: { fi: 'Ennen tilaisuutta', sv: 'Före evenemanget', en: 'Before the event' },
  toMainEvent: {
    fi: 'Tämä on ennakkokokous. Avaa varsinainen tilaisuus',
    sv: 'Det här är ett förmöte. Öppna det egentliga evenemanget',
    en: 'This is a pre-meeting. Open the event itself',
  },
  materials: { fi: 'Materiaalit', sv: 'Material', en: 'Materials' },
  changed: {
    fi: 'Tilaisuus on muuttunut ({when})',
    sv: 'Evenemanget har ändrats ({when})',
    en: 'The event has changed ({when})',
  },
  changes: { fi: 'Kaikki muutokset', sv: 'Alla ändringar', en: 'All changes' },
  fromPoll: { fi: 'Äänestyksestä', sv: 'Från omröstningen', en: 'From a poll' },
  fromPollWhy: {
    fi: 'Tilaisuus syntyi äänestyksestä',
    sv: 'Evenemanget kom till genom omröstningen',
    en: 'The event came of the poll',
  },
  othersOfPoll: { fi: 'Muut vaihtoehdot:', sv: 'De andra alternativen:', en: 'The other options:' },

  // ── Answering ──
  own: { fi: 'Oma ilmoittautuminen', sv: 'Min anmälan', en: 'My registration' },
  answers: { fi: 'Osallistutko?', sv: 'Deltar du?', en: 'Will you take part?' },
  room: { fi: 'Tulen paikalle', sv: 'Jag kommer på plats', en: 'In the room' },
  online: { fi: 'Osallistun etänä', sv: 'Jag deltar på distans', en: 'Online' },
  maybe: { fi: 'Ehkä', sv: 'Kanske', en: 'Maybe' },
  no: { fi: 'En pääse', sv: 'Jag kan inte komma', en: 'Can’t come' },
  maybeHolds: {
    fi: '”Ehkä” ei varaa paikkaa.',
    sv: '”Kanske” reserverar ingen plats.',
    en: '“Maybe” holds no place.',
  },
  canChange: {
    fi: 'Voit vaihtaa vastaustasi myöhemmin.',
    sv: 'Du kan ändra ditt svar senare.',
    en: 'You can change your answer later.',
  },
  onlyNo: {
    fi: 'Ilmoittautuminen on päättynyt. Jos et pääsekään, kerro siitä tässä.',
    sv: 'Anmälan har slutat. Berätta här om du inte kan komma.',
    en: 'Registration has ended. If you can’t come after all, say so here.',
  },
  saving: { fi: 'Tallennetaan vastausta', sv: 'Sparar svaret', en: 'Saving your answer' },
  notAnswered: {
    fi: 'Et ole vielä vastannut.',
    sv: 'Du har inte svarat ännu.',
    en: 'You have not answered yet.',
  },
  stayedWaiting: { fi: 'Jäit varasijalle.', sv: 'Du blev på reservplats.', en: 'You stayed on the waiting list.' },
  hasRoom: {
    fi: 'Paikkasi on varattu: tulet paikalle.',
    sv: 'Din plats är reserverad: du kommer på plats.',
    en: 'Your place is reserved: in the room.',
  },
  hasOnline: {
    fi: 'Paikkasi on varattu: osallistut etänä.',
    sv: 'Din plats är reserverad: du deltar på distans.',
    en: 'Your place is reserved: online.',
  },
  waitsRoom: {
    fi: 'Olet varasijalla {n} (paikan päällä). Saat tiedon, kun paikka vapautuu.',
    sv: 'Du står på reservplats {n} (på plats). Du får veta när en plats blir ledig.',
    en: 'You are {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on the waiting list for the room. You will be told when a place is free.',
  },
  waitsOnline: {
    fi: 'Olet varasijalla {n} (etänä). Saat tiedon, kun paikka vapautuu.',
    sv: 'Du står på reservplats {n} (på distans). Du får veta när en plats blir ledig.',
    en: 'You are {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on the waiting list for online. You will be told when a place is free.',
  },
  waitsRoomHolds: {
    fi: 'Olet varasijalla {n} (paikan päällä). Etäpaikkasi pysyy, kunnes paikka vapautuu.',
    sv: 'Du står på reservplats {n} (på plats). Du behåller din distansplats tills en plats blir ledig.',
    en: 'You are {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on the waiting list for the room. Your online place stays until one is free.',
  },
  waitsOnlineHolds: {
    fi: 'Olet varasijalla {n} (etänä). Paikkasi paikan päällä pysyy, kunnes etäpaikka vapautuu.',
    sv: 'Du står på reservplats {n} (på distans). Du behåller din plats i lokalen tills en distansplats blir ledig.',
    en: 'You are {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on the waiting list for online. Your place in the room stays until one is free.',
  },
  saidMaybe: {
    fi: 'Vastasit: ehkä. Se ei varaa paikkaa.',
    sv: 'Du svarade: kanske. Det reserverar ingen plats.',
    en: 'You answered: maybe. It holds no place.',
  },
  saidNo: {
    fi: 'Vastasit, ettet pääse. Kiitos tiedosta!',
    sv: 'Du svarade att du inte kan komma. Tack för beskedet!',
    en: 'You answered that you can’t come. Thank you for telling us.',
  },
  noPlace: {
    fi: 'Sinulla ei ole paikkaa. Vastaa uudelleen, jos haluat mukaan.',
    sv: 'Du har ingen plats. Svara på nytt om du vill delta.',
    en: 'You have no place. Answer again if you want to come.',
  },
  notForYou: {
    fi: 'Tilaisuus on ryhmälle {group}.',
    sv: 'Evenemanget är för gruppen {group}.',
    en: 'The event is for the group {group}.',
  },
  notForYouOther: {
    fi: 'Tilaisuus on vain siihen kutsutuille.',
    sv: 'Evenemanget är bara för dem som bjudits in.',
    en: 'The event is only for those invited to it.',
  },
  closedWhat: {
    fi: 'Ilmoittautuminen on päättynyt. Kysy koordinaattorilta, mahtuuko vielä mukaan.',
    sv: 'Anmälan har slutat. Fråga koordinatorn om det ännu finns plats.',
    en: 'Registration has ended. Ask the coordinator whether there is still room.',
  },
  ongoingWhat: {
    fi: 'Tilaisuus on jo alkanut, eikä siihen voi enää ilmoittautua.',
    sv: 'Evenemanget har redan börjat och tar inte längre emot anmälningar.',
    en: 'The event has begun, and registration is over.',
  },
  leaveList: { fi: 'Luovu varasijasta', sv: 'Lämna reservplatsen', en: 'Leave the waiting list' },
  leftList: {
    fi: 'Et ole enää varasijalla.',
    sv: 'Du står inte längre på reservplats.',
    en: 'You are no longer on the waiting list.',
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
  addToCalendar: { fi: 'Lisää kalenteriin', sv: 'Lägg till i kalendern', en: 'Add to calendar' },
  wish: {
    fi: 'Mikä olisi auttanut sinua osallistumaan?',
    sv: 'Vad hade hjälpt dig att delta?',
    en: 'What would have helped you to take part?',
  },
  wishHint: {
    fi: 'Vain koordinaattorit näkevät vastauksesi.',
    sv: 'Bara koordinatorerna ser ditt svar.',
    en: 'Only coordinators see your answer.',
  },
  send: { fi: 'Lähetä', sv: 'Skicka', en: 'Send' },
  wishSent: {
    fi: 'Kiitos, vastauksesi on tallennettu.',
    sv: 'Tack, ditt svar är sparat.',
    en: 'Thank you, your answer is saved.',
  },

  // ── Feedback ──
  feedback: { fi: 'Palaute', sv: 'Respons', en: 'Feedback' },
  youSaid: { fi: 'Toivoitte – teimme', sv: 'Ni önskade – vi gjorde', en: 'You said, we did' },
  quoted: { fi: '”{words}”', sv: '”{words}”', en: '“{words}”' },

  // ── Questions and needs ──
  questions: { fi: 'Järjestäjä kysyy', sv: 'Arrangören frågar', en: 'The organiser asks' },
  noChoice: { fi: 'Valitse', sv: 'Välj', en: 'Choose' },
  saveAnswers: { fi: 'Tallenna tiedot', sv: 'Spara uppgifterna', en: 'Save these details' },
  answersSaved: { fi: 'Tietosi on tallennettu.', sv: 'Dina uppgifter är sparade.', en: 'Your details are saved.' },
  needs: { fi: 'Ruokavalio ja esteettömyys', sv: 'Kost och tillgänglighet', en: 'Diet and access' },
  needsWhy: {
    fi: 'Kerro vain, jos on tarpeen. Koordinaattori näkee vain yhteismäärät, ei kenen tarpeista on kyse. Tiedot poistetaan {days} päivää tilaisuuden jälkeen, tai heti, jos et tulekaan paikalle.',
    sv: 'Berätta bara om det behövs. Koordinatorn ser bara antalen, inte vems behov det gäller. Uppgifterna tas bort {days} dagar efter evenemanget, eller genast om du ändå inte kommer på plats.',
    en: 'Tell only if there is need. The coordinator sees totals alone, never whose needs they are. The details are removed {days} days after the event, or at once if you don’t come to the room after all.',
  },
  diet: { fi: 'Ruokavalio', sv: 'Kost', en: 'Diet' },
  vegetarian: { fi: 'Kasvisruoka', sv: 'Vegetarisk kost', en: 'Vegetarian' },
  vegan: { fi: 'Vegaaninen', sv: 'Vegansk kost', en: 'Vegan' },
  lactoseFree: { fi: 'Laktoositon', sv: 'Laktosfri', en: 'Lactose-free' },
  dairyFree: { fi: 'Maidoton', sv: 'Mjölkfri', en: 'Dairy-free' },
  glutenFree: { fi: 'Gluteeniton', sv: 'Glutenfri', en: 'Gluten-free' },
  eggFree: { fi: 'Kananmunaton', sv: 'Äggfri', en: 'Egg-free' },
  nutFree: { fi: 'Pähkinätön', sv: 'Nötfri', en: 'Nut-free' },
  fishFree: { fi: 'Kalaton', sv: 'Fiskfri', en: 'Fish-free' },
  dietWords: { fi: 'Muu ruokavalio tai allergia', sv: 'Annan specialkost eller allergi', en: 'Other diet or allergy' },
  access: { fi: 'Esteettömyys', sv: 'Tillgänglighet', en: 'Access' },
  stepFree: { fi: 'Esteetön kulku', sv: 'Tillgängligt utan trappor', en: 'Step-free access' },
  hearingLoop: { fi: 'Induktiosilmukka', sv: 'Hörslinga', en: 'Hearing loop' },
  signLanguage: { fi: 'Viittomakielen tulkkaus', sv: 'Teckenspråkstolkning', en: 'Sign-language interpreting' },
  assistant: { fi: 'Avustaja mukana', sv: 'Assistent med', en: 'Comes with an assistant' },
  accessWords: { fi: 'Muu tarve', sv: 'Annat behov', en: 'Other need' },

  // ── Colleagues ──
  addColleague: { fi: 'Ilmoita kollega', sv: 'Anmäl en kollega', en: 'Register a colleague' },
  colleagueHow: {
    fi: 'Kollegasi saa sähköpostiin oman linkin, jolla hän vahvistaa tai peruu osallistumisensa.',
    sv: 'Din kollega får en egen länk per e-post för att bekräfta eller avboka.',
    en: 'Your colleague gets a link of their own by e-mail, to confirm or to leave.',
  },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  email: { fi: 'Sähköpostiosoite', sv: 'E-postadress', en: 'E-mail address' },
  organisation: { fi: 'Kunta tai organisaatio', sv: 'Kommun eller organisation', en: 'Municipality or organisation' },
  howColleague: { fi: 'Miten hän osallistuu?', sv: 'Hur deltar hen?', en: 'How will they take part?' },
  register: { fi: 'Ilmoita', sv: 'Anmäl', en: 'Register' },
  colleagueDone: { fi: '{name} on ilmoitettu.', sv: '{name} är anmäld.', en: '{name} is registered.' },
  colleagues: { fi: 'Ilmoittamasi kollegat', sv: 'Kolleger som du har anmält', en: 'Colleagues whom you registered' },
  inRoomWord: { fi: 'paikan päällä', sv: 'på plats', en: 'in the room' },
  onlineWord: { fi: 'etänä', sv: 'på distans', en: 'online' },
  waitsAt: { fi: 'varasijalla {n}', sv: 'reservplats {n}', en: 'number {n} on the waiting list' },
  withoutPlace: { fi: 'ei paikkaa', sv: 'ingen plats', en: 'no place' },
});
