/** What letters on events say, beside the words of the cards and pages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Subjects ──
  invitation: { fi: 'Kutsu: {title}, {span}', sv: 'Inbjudan: {title}, {span}', en: 'Invitation: {title}, {span}' },
  hasPlace: {
    fi: 'Olet ilmoittautunut: {title}, {span}',
    sv: 'Du är anmäld: {title}, {span}',
    en: 'You are registered: {title}, {span}',
  },
  onList: {
    fi: 'Olet varasijalla {n}: {title}',
    sv: 'Du står på reservplats {n}: {title}',
    en: 'You are number {n} in the waiting list: {title}',
  },
  answered: { fi: 'Vastauksesi: {title}', sv: 'Ditt svar: {title}', en: 'Your answer: {title}' },
  byOther: {
    fi: '{name} ilmoitti sinut: {title}, {span}',
    sv: '{name} har anmält dig: {title}, {span}',
    en: '{name} has registered you: {title}, {span}',
  },
  confirm: {
    fi: 'Vahvista ilmoittautumisesi: {title}',
    sv: 'Bekräfta din anmälan: {title}',
    en: 'Confirm your registration: {title}',
  },
  already: {
    fi: 'Olet jo ilmoittautunut: {title}',
    sv: 'Du är redan anmäld: {title}',
    en: 'You are already registered: {title}',
  },
  alreadyAnswered: {
    fi: 'Olet jo vastannut: {title}',
    sv: 'Du har redan svarat: {title}',
    en: 'You have already answered: {title}',
  },
  gotPlace: {
    fi: 'Sait paikan: {title}, {span}',
    sv: 'Du har fått en plats: {title}, {span}',
    en: 'You have got a place: {title}, {span}',
  },
  lostPlace: {
    fi: 'Siirryit varasijalle: {title}',
    sv: 'Du har flyttats till reservplats: {title}',
    en: 'You have moved to the waiting list: {title}',
  },
  changed: { fi: 'Muutos: {title}, {span}', sv: 'Ändring: {title}, {span}', en: 'Change: {title}, {span}' },
  cancelled: { fi: 'Peruttu: {title}, {span}', sv: 'Inställt: {title}, {span}', en: 'Cancelled: {title}, {span}' },
  reminder: { fi: '{ahead}: {title}, {span}', sv: '{ahead}: {title}, {span}', en: '{ahead}: {title}, {span}' },
  nudge: {
    fi: 'Ilmoittautuminen päättyy {ahead}: {title}',
    sv: 'Anmälan slutar {ahead}: {title}',
    en: 'Registration ends {ahead}: {title}',
  },

  // ── Sentences ──
  invitedBy: { fi: '{name} kutsui sinut mukaan.', sv: '{name} har bjudit in dig.', en: '{name} has invited you.' },
  invitedTo: {
    fi: '{type} verkostossa {network}',
    sv: '{type} i nätverket {network}',
    en: '{type} of the network {network}',
  },
  answerHow: {
    fi: 'Vastaa valitsemalla jokin näistä. Linkki avaa oman sivusi, ja vastauksesi tallentuu vasta, kun tallennat sen siellä.',
    sv: 'Svara genom att välja något av alternativen. Länken öppnar din egen sida, och svaret sparas först när du sparar det där.',
    en: 'Answer by choosing one of these. The link opens your own page; your answer is saved only when you save it there.',
  },
  waitingList: { fi: '{label} (varasija)', sv: '{label} (reservplats)', en: '{label} (waiting list)' },
  byOtherHow: {
    fi: 'Omalla sivullasi voit vahvistaa ilmoittautumisen, muuttaa sitä tai perua sen.',
    sv: 'På din egen sida kan du bekräfta anmälan, ändra den eller avboka.',
    en: 'On your own page you can confirm the registration, change it or cancel it.',
  },
  changeHow: {
    fi: 'Jos suunnitelmasi muuttuu, muuta vastaustasi omalla sivullasi.',
    sv: 'Om dina planer ändras kan du ändra ditt svar på din egen sida.',
    en: 'If your plans change, change your answer on your own page.',
  },
  inCalendar: {
    fi: 'Kalenterimerkintä on tämän viestin liitteenä. Jos tilaisuus muuttuu, saat päivitetyn merkinnän.',
    sv: 'Kalenderbokningen finns som bilaga till det här meddelandet. Om evenemanget ändras får du en uppdaterad bokning.',
    en: 'The calendar entry is attached to this message. If the event changes, you get an updated one.',
  },
  tentative: {
    fi: 'Liitteenä on alustava kalenterimerkintä. Se ei vielä ilmoita sinua: vastaa yllä olevasta linkistä.',
    sv: 'Som bilaga finns en preliminär kalenderbokning. Den anmäler dig inte ännu: svara via länken ovan.',
    en: 'A tentative calendar entry is attached. It does not register you yet: answer by the link above.',
  },
  outOfCalendar: {
    fi: 'Tämän viestin liite poistaa tilaisuuden kalenteristasi.',
    sv: 'Bilagan till det här meddelandet tar bort evenemanget ur din kalender.',
    en: 'The attachment of this message takes the event out of your calendar.',
  },
  tellNeeds: {
    fi: 'Kerro omalla sivullasi myös ruokavaliostasi ja esteettömyystarpeistasi.',
    sv: 'Berätta på din egen sida också om din kost och dina tillgänglighetsbehov.',
    en: 'Tell on your own page about your diet and access needs, too.',
  },
  confirmHow: {
    fi: 'Sinut on ilmoitettu tähän tilaisuuteen julkisella lomakkeella. Ilmoittautuminen on voimassa vasta, kun vahvistat sen.',
    sv: 'Du har anmälts till det här evenemanget med det öppna formuläret. Anmälan gäller först när du bekräftar den.',
    en: 'You have been registered for this event with the public form. The registration holds only once you confirm it.',
  },
  notYou: {
    fi: 'Jos et ole itse ilmoittautunut, sinun ei tarvitse tehdä mitään: tiedot poistetaan {n} päivän kuluttua.',
    sv: 'Om du inte själv har anmält dig behöver du inte göra något: uppgifterna tas bort efter {n} dagar.',
    en: 'If you did not register yourself, you need not do anything: the data is removed after {n} days.',
  },
  alreadyHow: {
    fi: 'Osoitteellasi yritettiin ilmoittautua uudelleen. Aiempi vastauksesi on voimassa, ja voit muuttaa sitä omalla sivullasi.',
    sv: 'Någon försökte anmäla sig på nytt med din adress. Ditt tidigare svar gäller, och du kan ändra det på din egen sida.',
    en: 'Someone tried to register again with your address. Your earlier answer holds, and you can change it on your own page.',
  },
  whatChanged: { fi: 'Mikä muuttui', sv: 'Vad som ändrats', en: 'What has changed' },
  now: { fi: 'Tilaisuus nyt', sv: 'Evenemanget nu', en: 'The event now' },
  begins: {
    fi: '”{title}” alkaa {ahead}.',
    sv: '”{title}” börjar {ahead}.',
    en: '“{title}” begins {ahead}.',
  },
  registrationEnds: {
    fi: 'Ilmoittautuminen tilaisuuteen ”{title}” päättyy {ahead}, {when}. Et ole vielä vastannut.',
    sv: 'Anmälan till ”{title}” slutar {ahead}, {when}. Du har inte svarat ännu.',
    en: 'Registration for “{title}” ends {ahead}, {when}. You have not answered yet.',
  },
  stillMaybe: {
    fi: 'Vastasit ehkä, eikä sinulle ole varattu paikkaa. Ilmoittaudu, jos pääset.',
    sv: 'Du svarade kanske och har ingen reserverad plats. Anmäl dig om du kan komma.',
    en: 'You answered maybe, and no place is reserved for you. Register if you can come.',
  },

  // ── Links ──
  openPage: { fi: 'Avaa tilaisuuden sivu', sv: 'Öppna evenemangets sida', en: 'Open the event’s page' },
  openToConfirm: {
    fi: 'Siirry vahvistamaan',
    sv: 'Gå till bekräftelsen',
    en: 'Go and confirm',
  },
  cannotCome: { fi: 'En pääsekään', sv: 'Jag kan inte komma', en: 'I can’t come after all' },
});
