/** What the pages of events say on the personal link and on the public page, beside the words of the cards. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── The list ──
  events: { fi: 'Tilaisuudet', sv: 'Evenemang', en: 'Events' },
  past: { fi: 'Menneet tilaisuudet', sv: 'Tidigare evenemang', en: 'Past events' },
  isCancelled: { fi: 'Peruttu.', sv: 'Inställt.', en: 'Cancelled.' },
  yourAnswer: { fi: 'Vastauksesi: {answer}.', sv: 'Ditt svar: {answer}.', en: 'Your answer: {answer}.' },
  wereThere: { fi: 'Olit mukana.', sv: 'Du var med.', en: 'You were there.' },

  // ── One event ──
  changes: { fi: 'Muuttunut', sv: 'Har ändrats', en: 'What has changed' },
  changedAt: { fi: 'Muutettu {when}', sv: 'Ändrat {when}', en: 'Changed {when}' },
  joinWithPlace: {
    fi: 'Osallistumislinkki näkyy tässä, kun sinulla on paikka.',
    sv: 'Länken för att delta visas här när du har en plats.',
    en: 'The link to join shows here once you have a place.',
  },
  notConfirmed: {
    fi: 'Ilmoittautumisesi ei ole vielä voimassa. Vahvista se ensin.',
    sv: 'Din anmälan gäller inte ännu. Bekräfta den först.',
    en: 'Your registration does not hold yet. Confirm it first.',
  },
  confirm: { fi: 'Vahvista ilmoittautuminen', sv: 'Bekräfta anmälan', en: 'Confirm registration' },

  // ── The form ──
  register: { fi: 'Ilmoittaudu', sv: 'Anmäl dig', en: 'Register' },
  change: { fi: 'Muuta vastaustasi', sv: 'Ändra ditt svar', en: 'Change your answer' },
  doYouCome: { fi: 'Osallistutko?', sv: 'Deltar du?', en: 'Will you take part?' },
  howDoTheyCome: { fi: 'Miten hän osallistuu?', sv: 'Hur deltar personen?', en: 'How will they take part?' },
  chooseWay: { fi: 'Valitse, miten osallistut.', sv: 'Välj hur du deltar.', en: 'Choose how you take part.' },
  chooseTheirWay: {
    fi: 'Valitse, miten kollegasi osallistuu.',
    sv: 'Välj hur din kollega deltar.',
    en: 'Choose how your colleague takes part.',
  },
  freePlaces: {
    fi: '{n, plural, one {# paikka vapaana} other {# paikkaa vapaana}}',
    sv: '{n, plural, one {# ledig plats} other {# lediga platser}}',
    en: '{n, plural, one {# place free} other {# places free}}',
  },
  isFull: {
    fi: 'Täynnä: pääset varasijalle.',
    sv: 'Fullt: du får en reservplats.',
    en: 'Full: you join the waiting list.',
  },
  isFullForThem: {
    fi: 'Täynnä: kollegasi pääsee varasijalle.',
    sv: 'Fullt: din kollega får en reservplats.',
    en: 'Full: your colleague joins the waiting list.',
  },
  holdsNone: { fi: 'Ei varaa paikkaa.', sv: 'Reserverar ingen plats.', en: 'Holds no place.' },
  wish: {
    fi: 'Jos et pääse: mikä olisi auttanut sinua osallistumaan?',
    sv: 'Om du inte kan komma: vad hade hjälpt dig att delta?',
    en: 'If you can’t come: what would have helped you to take part?',
  },
  questionsHow: { fi: 'Vastaa, jos osallistut.', sv: 'Svara om du deltar.', en: 'Answer if you take part.' },
  noAnswer: { fi: 'En vastaa', sv: 'Inget svar', en: 'No answer' },
  save: { fi: 'Tallenna vastaus', sv: 'Spara svaret', en: 'Save answer' },
  withdraw: { fi: 'Peru ilmoittautuminen', sv: 'Avboka', en: 'Cancel my registration' },
  stillNo: {
    fi: 'Voit vielä perua, jos et pääsekään. Muihin muutoksiin tarvitset koordinaattorin apua.',
    sv: 'Du kan ännu avboka om du får förhinder. För andra ändringar, kontakta koordinatorn.',
    en: 'You can still cancel if you can’t come after all. For other changes, ask the coordinator.',
  },

  // ── Needs ──
  needs: {
    fi: 'Ruokavalio ja esteettömyys: vain paikan päälle tuleville',
    sv: 'Specialkost och tillgänglighet: bara för dem som kommer på plats',
    en: 'Diet and access: only for those who come to the room',
  },
  needsHow: {
    fi: 'Koordinaattorit näkevät valinnat vain lukumäärinä ja kirjoittamasi tarkennukset ilman nimeäsi. Tiedot poistetaan, jos et tulekaan paikan päälle, ja muuten {n, plural, one {# päivä} other {# päivää}} tilaisuuden jälkeen.',
    sv: 'Koordinatorerna ser valen bara som antal och det du skriver utan ditt namn. Uppgifterna tas bort om du inte kommer på plats, och annars {n, plural, one {# dag} other {# dagar}} efter evenemanget.',
    en: 'Coordinators see the choices as counts only, and what you write without your name. It is removed if you don’t come to the room after all, and otherwise {n, plural, one {# day} other {# days}} after the event.',
  },
  tellNeeds: { fi: 'Kerro tarpeistasi', sv: 'Berätta om dina behov', en: 'Tell about your needs' },
  diet: { fi: 'Ruokavalio', sv: 'Specialkost', en: 'Diet' },
  dietWords: { fi: 'Tarkenna ruokavaliota', sv: 'Precisera kosten', en: 'More on your diet' },
  access: { fi: 'Esteettömyys', sv: 'Tillgänglighet', en: 'Access' },
  accessWords: {
    fi: 'Tarkenna esteettömyystarvetta',
    sv: 'Precisera tillgänglighetsbehovet',
    en: 'More on your access needs',
  },

  // ── What was done ──
  gotPlace: {
    fi: 'Ilmoittautumisesi on tallennettu.',
    sv: 'Din anmälan är sparad.',
    en: 'Your registration is saved.',
  },
  gotList: {
    fi: 'Paikat ovat täynnä, joten pääsit varasijalle.',
    sv: 'Platserna är fulla, så du fick en reservplats.',
    en: 'All places are taken, so you are in the waiting list.',
  },
  saved: { fi: 'Vastauksesi on tallennettu.', sv: 'Ditt svar är sparat.', en: 'Your answer is saved.' },
  colleagueSaved: {
    fi: 'Kollegasi on ilmoitettu.',
    sv: 'Din kollega är anmäld.',
    en: 'Your colleague is registered.',
  },
  colleagueWaits: {
    fi: 'Paikat ovat täynnä. Kollegasi on nyt varasijalla.',
    sv: 'Platserna är fulla. Din kollega står nu på reservplats.',
    en: 'All places are taken. Your colleague is now in the waiting list.',
  },
  backToEvent: { fi: 'Takaisin tilaisuuteen', sv: 'Tillbaka till evenemanget', en: 'Back to the event' },

  // ── The public page ──
  openHow: {
    fi: 'Saat sähköpostiin linkin, jolla vahvistat ilmoittautumisesi. Ennen vahvistusta paikkaa ei varata.',
    sv: 'Du får en länk per e-post för att bekräfta din anmälan. Före det reserveras ingen plats.',
    en: 'You get a link by e-mail to confirm your registration. Until then no place is reserved.',
  },
  openClosed: {
    fi: 'Ilmoittautuminen on päättynyt. Kysy järjestäjältä, mahtuuko vielä mukaan.',
    sv: 'Anmälan har slutat. Fråga arrangören om det ännu finns plats.',
    en: 'Registration has ended. Ask the organiser whether there is still room.',
  },
  openWithoutMail: {
    fi: 'Tällä sivulla ei voi nyt ilmoittautua, koska vahvistusta ei voida lähettää sähköpostiin. Ota yhteyttä järjestäjään.',
    sv: 'Det går inte att anmäla sig på den här sidan just nu, eftersom bekräftelsen inte kan skickas per e-post. Kontakta arrangören.',
    en: 'One can’t register on this page now, because the confirmation can’t be sent by e-mail. Please contact the organiser.',
  },
  sendLink: { fi: 'Lähetä vahvistuslinkki', sv: 'Skicka bekräftelselänken', en: 'Send the confirmation link' },
  checkMail: { fi: 'Tarkista sähköpostisi', sv: 'Kontrollera din e-post', en: 'Check your e-mail' },
  linkSent: {
    fi: 'Lähetimme vahvistuslinkin osoitteeseen {email}. Ilmoittautuminen on voimassa vasta, kun vahvistat sen linkin sivulla.',
    sv: 'Vi skickade en bekräftelselänk till {email}. Anmälan gäller först när du har bekräftat den på länkens sida.',
    en: 'We sent a confirmation link to {email}. The registration holds only once you have confirmed it on the link’s page.',
  },
  noLetter: {
    fi: 'Jos viestiä ei näy, katso roskapostista ja tarkista, että osoite on oikein.',
    sv: 'Om meddelandet inte kommer fram, titta i skräpposten och kontrollera att adressen är rätt.',
    en: 'If it does not arrive, look in your spam folder and check that the address is right.',
  },
  privacy: { fi: 'Tietojesi käsittely', sv: 'Hur dina uppgifter behandlas', en: 'How your data is handled' },
  stored: {
    fi: 'Verkosto {network} tallentaa nimesi, sähköpostiosoitteesi, organisaatiosi ja vastauksesi tilaisuuden järjestämistä varten: niillä tehdään osallistujaluettelo ja lähetetään vahvistus, muutokset ja muistutukset. Tiedot näkevät verkoston koordinaattorit.',
    sv: 'Nätverket {network} sparar ditt namn, din e-postadress, din organisation och ditt svar för att ordna evenemanget: för deltagarlistan, bekräftelsen, ändringar och påminnelser. Uppgifterna ses av nätverkets koordinatorer.',
    en: 'The network {network} stores your name, e-mail address, organisation and answer to hold the event: for the list of participants, the confirmation, changes and reminders. The network’s coordinators see them.',
  },
  storedUntil: {
    fi: 'Vahvistamaton ilmoittautuminen poistetaan {n} päivän kuluttua. Vahvistuslinkin sivulla näet, mitä sinusta on tallennettu ja miten kauan, ja voit poistaa tietosi.',
    sv: 'En anmälan som inte bekräftas tas bort efter {n} dagar. På länkens sida ser du vad som sparats om dig och hur länge, och kan radera dina uppgifter.',
    en: 'A registration that is not confirmed is removed after {n} days. On the link’s page you see what is stored on you and for how long, and can erase it.',
  },
  controller: {
    fi: 'Rekisterinpitäjä: {controller}',
    sv: 'Personuppgiftsansvarig: {controller}',
    en: 'Controller: {controller}',
  },
});
