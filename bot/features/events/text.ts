/** What events say in every part: why something can't be done, and the words that cards, letters, pages and the tab share. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── What is wrong with a form ──
  noTitle: {
    fi: 'Kirjoita tilaisuudelle nimi.',
    sv: 'Skriv ett namn på evenemanget.',
    en: 'Write a title for the event.',
  },
  noStart: {
    fi: 'Kerro, milloin tilaisuus alkaa, esimerkiksi 3.12. klo 9.',
    sv: 'Ange när evenemanget börjar, till exempel 3.12 kl. 9.',
    en: 'Say when the event begins, for instance 3.12. at 9.',
  },
  unreadableTime: {
    fi: 'Aikaa ei voi lukea. Kirjoita se näin: 3.12. klo 9–16.',
    sv: 'Tiden går inte att läsa. Skriv den så här: 3.12 kl. 9–16.',
    en: 'The time can’t be read. Write it like this: 3.12. at 9–16.',
  },
  pastStart: {
    fi: 'Alkamisaika on jo mennyt. Valitse myöhempi aika.',
    sv: 'Starttiden har redan gått. Välj en senare tid.',
    en: 'The start is in the past. Choose a later time.',
  },
  farStart: {
    fi: 'Ajankohta on liian kaukana: enintään {days} päivän päässä.',
    sv: 'Tidpunkten är för långt fram: högst {days} dagar.',
    en: 'The time is too far ahead: at most {days} days.',
  },
  endsBeforeStart: {
    fi: 'Tilaisuus päättyy ennen kuin se alkaa. Tarkista päättymisaika.',
    sv: 'Evenemanget slutar innan det börjar. Kontrollera sluttiden.',
    en: 'The event ends before it begins. Check the end.',
  },
  tooLong: {
    fi: 'Tilaisuus voi kestää enintään {days} päivää.',
    sv: 'Ett evenemang kan vara högst {days} dagar.',
    en: 'An event can last at most {days} days.',
  },
  deadlineAfterStart: {
    fi: 'Ilmoittautumisen pitää päättyä viimeistään, kun tilaisuus alkaa.',
    sv: 'Anmälan måste sluta senast när evenemanget börjar.',
    en: 'Registration must end no later than the event begins.',
  },
  pastDeadline: {
    fi: 'Ilmoittautumisaika on jo päättynyt. Valitse myöhempi aika.',
    sv: 'Anmälningstiden har redan gått ut. Välj en senare tid.',
    en: 'The end of registration is in the past. Choose a later time.',
  },
  badLink: {
    fi: 'Linkin pitää alkaa https://.',
    sv: 'Länken måste börja med https://.',
    en: 'The link must begin with https://.',
  },
  badCapacity: {
    fi: 'Paikkojen määrä on luku 1–{most}, tai tyhjä, jos paikkoja ei ole rajattu.',
    sv: 'Antalet platser är ett tal 1–{most}, eller tomt om platserna inte är begränsade.',
    en: 'The number of places is between 1 and {most}, or empty when there is no limit.',
  },
  badTimes: {
    fi: 'Kirjoita, montako tilaisuutta sarjassa on: 2–{most}.',
    sv: 'Skriv hur många evenemang serien har: 2–{most}.',
    en: 'Write how many events the series has: 2–{most}.',
  },
  preMeetingLate: {
    fi: 'Ennakkokokouksen pitää alkaa ennen tilaisuutta.',
    sv: 'Förmötet måste börja före evenemanget.',
    en: 'The pre-meeting must begin before the event.',
  },
  preMeetingPast: {
    fi: 'Ennakkokokous alkaisi menneessä. Valitse myöhempi aika tai peru ennakkokokous ensin.',
    sv: 'Förmötet skulle börja i det förflutna. Välj en senare tid eller ställ in förmötet först.',
    en: 'The pre-meeting would begin in the past. Choose a later time, or cancel the pre-meeting first.',
  },
  unknownGroup: {
    fi: 'Ryhmää ei löydy. Valitse se luettelosta.',
    sv: 'Gruppen hittas inte. Välj den i listan.',
    en: 'There is no such group. Choose it from the list.',
  },
  longText: {
    fi: 'Teksti on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Texten är för lång: {n} tecken, högst {most}.',
    en: 'The text is too long: {n} characters, at most {most}.',
  },
  longLine: {
    fi: 'Rivi ”{line}” on tyhjä tai liian pitkä: enintään {most} merkkiä.',
    sv: 'Raden ”{line}” är tom eller för lång: högst {most} tecken.',
    en: 'The line “{line}” is empty or too long: at most {most} characters.',
  },
  manyWishes: {
    fi: 'Kutsuun mahtuu enintään {most} toivetta, valitsit {n}. Poista valintoja.',
    sv: 'Högst {most} önskemål ryms i inbjudan, du valde {n}. Avmarkera några.',
    en: 'An invitation has room for at most {most} wishes, and you chose {n}. Untick some.',
  },
  manyLines: {
    fi: 'Rivejä on liikaa: {n}, enintään {most}.',
    sv: 'Det är för många rader: {n}, högst {most}.',
    en: 'There are too many lines: {n}, at most {most}.',
  },
  badChoices: {
    fi: 'Kysymyksessä ”{question}” pitää olla 2–{most} vaihtoehtoa tai ei yhtään.',
    sv: 'Frågan ”{question}” ska ha 2–{most} alternativ eller inget alls.',
    en: 'The question “{question}” needs 2–{most} choices, or none.',
  },

  // ── Why an answer is not taken ──
  unknownEvent: {
    fi: 'Tilaisuutta ei löydy. Se on ehkä peruttu tai poistettu.',
    sv: 'Evenemanget hittas inte. Det har kanske ställts in eller tagits bort.',
    en: 'There is no such event. It may have been taken back.',
  },
  isCancelled: {
    fi: '”{title}” on peruttu.',
    sv: '”{title}” är inställt.',
    en: '“{title}” has been cancelled.',
  },
  isPast: { fi: '”{title}” on jo pidetty.', sv: '”{title}” har redan hållits.', en: '“{title}” is over.' },
  hasBegun: {
    fi: '”{title}” on jo alkanut, eikä siihen voi enää ilmoittautua.',
    sv: '”{title}” har redan börjat och tar inte längre emot anmälningar.',
    en: '“{title}” has begun, and registration is over.',
  },
  registrationEnded: {
    fi: 'Ilmoittautuminen tilaisuuteen ”{title}” on päättynyt. Kysy koordinaattorilta, mahtuuko vielä mukaan.',
    sv: 'Anmälan till ”{title}” har slutat. Fråga koordinatorn om det ännu finns plats.',
    en: 'Registration for “{title}” has ended. Ask the coordinator whether there is still room.',
  },
  notOffered: {
    fi: 'Tilaisuuteen ei voi osallistua tällä tavalla. Valitse jokin tarjotuista.',
    sv: 'Det går inte att delta på det här sättet. Välj något av alternativen.',
    en: 'One can’t take part in this way. Choose one of those offered.',
  },
  notForYou: {
    fi: 'Tilaisuus on ryhmälle {group}.',
    sv: 'Evenemanget är för gruppen {group}.',
    en: 'The event is for the group {group}.',
  },
  answerNeeded: {
    fi: 'Vastaa kysymykseen ”{question}”.',
    sv: 'Svara på frågan ”{question}”.',
    en: 'Answer the question “{question}”.',
  },
  unknownChoice: {
    fi: 'Valitse jokin kysymyksen ”{question}” vaihtoehdoista.',
    sv: 'Välj något av alternativen i frågan ”{question}”.',
    en: 'Choose one of the answers to “{question}”.',
  },
  chooseFirst: {
    fi: 'Valitse ensin, osallistutko.',
    sv: 'Välj först om du deltar.',
    en: 'Choose first whether you take part.',
  },
  nothingToConfirm: {
    fi: 'Vahvistettavaa ilmoittautumista ei ole.',
    sv: 'Det finns ingen anmälan att bekräfta.',
    en: 'There is no registration to confirm.',
  },

  // ── Why something is not done for others ──
  noName: { fi: 'Kirjoita nimi.', sv: 'Skriv namnet.', en: 'Write the name.' },
  badOpenName: {
    fi: 'Kirjoita pelkkä nimi ilman linkkejä ja osoitteita, enintään {most} merkkiä.',
    sv: 'Skriv bara namnet, utan länkar och adresser, högst {most} tecken.',
    en: 'Write only the name, without links and addresses, at most {most} characters.',
  },
  badAddress: {
    fi: 'Kirjoita sähköpostiosoite muodossa nimi@kunta.fi.',
    sv: 'Skriv e-postadressen i formen namn@kommun.fi.',
    en: 'Write the e-mail address in the form name@municipality.fi.',
  },
  alreadyRegistered: {
    fi: 'Hänet on jo ilmoitettu tähän tilaisuuteen.',
    sv: 'Personen har redan anmälts till det här evenemanget.',
    en: 'This person is already registered for the event.',
  },
  tooManyColleagues: {
    fi: 'Voit ilmoittaa tilaisuuteen enintään {most} kollegaa. Pyydä muita ilmoittautumaan itse.',
    sv: 'Du kan anmäla högst {most} kolleger. Be de andra anmäla sig själva.',
    en: 'You can register at most {most} colleagues. Ask the others to register themselves.',
  },
  tooManyToConfirm: {
    fi: 'Ilmoittautumisia odottaa vahvistusta niin paljon, ettei uusia oteta nyt vastaan. Yritä huomenna uudelleen.',
    sv: 'Så många anmälningar väntar på bekräftelse att nya inte tas emot just nu. Försök igen i morgon.',
    en: 'So many registrations wait for confirmation that no more are taken now. Try again tomorrow.',
  },
  unknownPerson: {
    fi: 'Henkilöä ei löydy tästä tilaisuudesta.',
    sv: 'Personen finns inte bland deltagarna.',
    en: 'This person is not among the event’s people.',
  },

  // ── Why a coordinator’s wish is not done ──
  notDraft: {
    fi: 'Tilaisuus on jo julkaistu tai poistettu.',
    sv: 'Evenemanget har redan publicerats eller tagits bort.',
    en: 'The event has already been published or removed.',
  },
  notChangeable: {
    fi: 'Peruttua tai poistettua tilaisuutta ei voi muuttaa.',
    sv: 'Ett inställt eller borttaget evenemang kan inte ändras.',
    en: 'A cancelled or removed event can’t be changed.',
  },
  hasAnswers: {
    fi: 'Tilaisuuteen on jo vastattu, joten sitä ei voi poistaa. Peru se, niin ilmoittautuneet saavat tiedon.',
    sv: 'Någon har redan svarat, så evenemanget kan inte tas bort. Ställ in det, så får de anmälda veta det.',
    en: 'Someone has answered, so the event can’t be taken back. Cancel it, and those registered are told.',
  },
  overRoom: {
    fi: 'Paikan päälle on ilmoittautunut {n, plural, one {# henkilö} other {# henkilöä}} enemmän kuin paikkoja olisi. Valitse, pitävätkö kaikki paikkansa vai siirtyvätkö viimeiset varasijoille.',
    sv: '{n, plural, one {# person} other {# personer}} fler än antalet platser har anmält sig på plats. Välj om alla behåller sin plats eller om de sista flyttas till reservplatser.',
    en: '{n, plural, one {# person} other {# people}} more than there would be places have registered for the room. Choose whether all keep their place or the last move to the waiting list.',
  },
  overOnline: {
    fi: 'Etänä osallistuvia on {n, plural, one {# henkilö} other {# henkilöä}} enemmän kuin paikkoja olisi. Valitse, pitävätkö kaikki paikkansa vai siirtyvätkö viimeiset varasijoille.',
    sv: '{n, plural, one {# person} other {# personer}} fler än antalet platser deltar på distans. Välj om alla behåller sin plats eller om de sista flyttas till reservplatser.',
    en: '{n, plural, one {# person} other {# people}} more than there would be places take part online. Choose whether all keep their place or the last move to the waiting list.',
  },
  takenWay: {
    fi: 'Joku on jo ilmoittautunut osallistumaan tavalla, jota et enää tarjoaisi. Kysy heiltä ensin tai pidä molemmat tavat.',
    sv: 'Någon har redan anmält sig på ett sätt som du inte längre skulle erbjuda. Fråga dem först eller behåll båda sätten.',
    en: 'Someone has registered in a way that you would no longer offer. Ask them first, or keep both ways.',
  },
  pollNotDecided: {
    fi: 'Äänestyksellä ei ole vielä voittajaa.',
    sv: 'Omröstningen har ännu ingen vinnare.',
    en: 'The poll has no winner yet.',
  },
  nobodyToRemind: {
    fi: 'Ketään ei tarvitse muistuttaa.',
    sv: 'Ingen behöver påminnas.',
    en: 'There is nobody to remind.',
  },
  noAddresses: {
    fi: 'Kirjoita kutsuttavat riveittäin: Nimi, osoite, organisaatio.',
    sv: 'Skriv de inbjudna en per rad: Namn, adress, organisation.',
    en: 'Write whom to invite, one a line: Name, address, organisation.',
  },
  badInvitee: {
    fi: 'Riviltä {n} puuttuu nimi tai kelvollinen sähköpostiosoite.',
    sv: 'På rad {n} saknas namn eller en giltig e-postadress.',
    en: 'Line {n} lacks a name or a valid e-mail address.',
  },
  manyInvitees: {
    fi: 'Kerralla voi kutsua enintään {most} henkilöä.',
    sv: 'Högst {most} personer kan bjudas in på en gång.',
    en: 'At most {most} people can be invited at once.',
  },
  notYetOver: {
    fi: 'Osallistujat voi merkitä vasta, kun tilaisuus on alkamassa.',
    sv: 'Deltagarna kan prickas av först när evenemanget är på väg att börja.',
    en: 'Who came can be noted only when the event is about to begin.',
  },
  badCount: {
    fi: 'Osallistujamäärä on luku 0–{most}.',
    sv: 'Antalet deltagare är ett tal 0–{most}.',
    en: 'The number of participants is between 0 and {most}.',
  },
  notYetOut: {
    fi: 'Materiaalia voi lisätä vain julkaistuun tilaisuuteen, jota ei ole peruttu.',
    sv: 'Material kan läggas till bara i ett publicerat evenemang som inte är inställt.',
    en: 'Material can be added only to a published event that has not been cancelled.',
  },
  badMaterial: {
    fi: 'Anna materiaalille nimi ja https://-alkuinen linkki.',
    sv: 'Ge materialet ett namn och en länk som börjar med https://.',
    en: 'Give the material a title and a link that begins with https://.',
  },
  meetingOnlyInTeams: {
    fi: 'Teams-kokouksen voi luoda vain Teamsissa, jos ylläpito on ottanut kalenterit käyttöön.',
    sv: 'Ett Teams-möte kan skapas bara i Teams, om administratören har aktiverat kalendrar.',
    en: 'A Teams meeting can be made only in Teams, where calendars have been switched on.',
  },
  meetingConsent: {
    fi: 'Organisaatiosi ylläpidon pitää ensin sallia, että sovellus luo kokouksia puolestasi.',
    sv: 'Din organisations administratör måste först tillåta att appen skapar möten för dig.',
    en: 'Your organisation’s administrator must first allow the app to create meetings for you.',
  },
  meetingSignIn: {
    fi: 'Kirjautumisesi on vanhentunut. Avaa välilehti uudelleen ja yritä sitten uudestaan.',
    sv: 'Din inloggning har gått ut. Öppna fliken på nytt och försök igen.',
    en: 'Your sign-in has expired. Open the tab again and try once more.',
  },
  meetingRefused: {
    fi: 'Sinulla ei ole tässä organisaatiossa kalenteria, johon kokouksen voisi luoda. Luo kokous omassa Teamsissasi ja liitä sen linkki tilaisuuteen.',
    sv: 'Du har ingen kalender i den här organisationen där mötet kunde skapas. Skapa mötet i ditt eget Teams och klistra in länken.',
    en: 'You have no calendar in this organisation. Create the meeting in your own Teams and paste its link.',
  },
  meetingGone: {
    fi: 'Kokousta ei enää ole kalenterissasi. Luo uusi Teams-kokous: liittymislinkki vaihtuu samalla.',
    sv: 'Mötet finns inte längre i din kalender. Skapa ett nytt Teams-möte: länken byts samtidigt.',
    en: 'The meeting is no longer in your calendar. Make a new Teams meeting: the link changes with it.',
  },
  meetingLater: {
    fi: 'Teams ei juuri nyt vastaa. Mitään ei muutettu; yritä hetken päästä uudelleen.',
    sv: 'Teams svarar inte just nu. Ingenting ändrades; försök igen om en stund.',
    en: 'Teams does not answer right now. Nothing was changed; try again in a moment.',
  },
  meetingUnknown: {
    fi: 'Yhteys Teamsiin katkesi kesken. Yritä uudelleen: kokousta ei synny kahta.',
    sv: 'Förbindelsen till Teams bröts. Försök igen: det blir inte två möten.',
    en: 'The connection to Teams broke. Try again: there won’t be two meetings.',
  },
  meetingNotYours: {
    fi: 'Vain se, jonka kalenterissa kokous on, voi muuttaa sitä.',
    sv: 'Bara den i vars kalender mötet finns kan ändra det.',
    en: 'Only the person in whose calendar the meeting is can change it.',
  },
  forwardMail: {
    fi: 'Hei!\n\nTervetuloa tilaisuuteen ”{title}” {time}. Järjestäjä on {network}.\n\nIlmoittaudu viimeistään {until}:\n{address}',
    sv: 'Hej!\n\nVälkommen till ”{title}” {time}. Arrangör är {network}.\n\nAnmäl dig senast {until}:\n{address}',
    en: 'Hello!\n\nYou are welcome to “{title}” on {time}, held by {network}.\n\nRegister by {until}:\n{address}',
  },
  forwardShort: {
    fi: '{title}, {time}. Ilmoittaudu: {address}',
    sv: '{title}, {time}. Anmäl dig: {address}',
    en: '{title}, {time}. Register: {address}',
  },
  nameUnknown: { fi: 'Nimi ei tiedossa', sv: 'Okänt namn', en: 'Name unknown' },
  preMeetingTitle: { fi: 'Ennakkokokous: {title}', sv: 'Förmöte: {title}', en: 'Pre-meeting: {title}' },

  // ── Shared words ──
  webinar: { fi: 'Webinaari', sv: 'Webbinarium', en: 'Webinar' },
  seminar: { fi: 'Seminaari', sv: 'Seminarium', en: 'Seminar' },
  meeting: { fi: 'Kokous', sv: 'Möte', en: 'Meeting' },
  training: { fi: 'Koulutus', sv: 'Utbildning', en: 'Training' },
  other: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  room: { fi: 'Tulen paikalle', sv: 'Jag kommer på plats', en: 'In the room' },
  online: { fi: 'Osallistun etänä', sv: 'Jag deltar på distans', en: 'Online' },
  maybe: { fi: 'Ehkä', sv: 'Kanske', en: 'Maybe' },
  no: { fi: 'En pääse', sv: 'Jag kan inte komma', en: 'Can’t come' },
  inRoom: { fi: 'paikan päällä', sv: 'på plats', en: 'in the room' },
  isOnline: { fi: 'etänä', sv: 'på distans', en: 'online' },
  title: { fi: '{title}', sv: '{title}', en: '{title}' },

  // ── Needs ──
  vegetarian: { fi: 'Kasvisruoka', sv: 'Vegetarisk kost', en: 'Vegetarian' },
  vegan: { fi: 'Vegaaninen', sv: 'Vegansk kost', en: 'Vegan' },
  lactoseFree: { fi: 'Laktoositon', sv: 'Laktosfri', en: 'Lactose-free' },
  dairyFree: { fi: 'Maidoton', sv: 'Mjölkfri', en: 'Dairy-free' },
  glutenFree: { fi: 'Gluteeniton', sv: 'Glutenfri', en: 'Gluten-free' },
  eggFree: { fi: 'Kananmunaton', sv: 'Äggfri', en: 'Egg-free' },
  nutFree: { fi: 'Pähkinätön', sv: 'Nötfri', en: 'Nut-free' },
  fishFree: { fi: 'Kalaton', sv: 'Fiskfri', en: 'Fish-free' },
  otherDiet: { fi: 'Muu ruokavalio', sv: 'Annan specialkost', en: 'Other diet' },
  stepFree: { fi: 'Esteetön kulku', sv: 'Tillgängligt utan trappor', en: 'Step-free access' },
  hearingLoop: { fi: 'Induktiosilmukka', sv: 'Hörslinga', en: 'Hearing loop' },
  signLanguage: { fi: 'Viittomakielen tulkkaus', sv: 'Teckenspråkstolkning', en: 'Sign-language interpreting' },
  assistant: { fi: 'Avustaja mukana', sv: 'Assistent med', en: 'Comes with an assistant' },
  otherAccess: { fi: 'Muu esteettömyystarve', sv: 'Annat tillgänglighetsbehov', en: 'Other access need' },
});
