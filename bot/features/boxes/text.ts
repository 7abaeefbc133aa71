/** What boxes and challenges say wherever they are: refusals, cards, letters and lists. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Names ────────────────────────────────────────────────────────────────────────────────────
  boxesAndChallenges: {
    fi: 'Laatikko ja haasteet',
    sv: 'Lådan och utmaningar',
    en: 'Box and challenges',
  },
  box: { fi: 'Laatikko', sv: 'Låda', en: 'Box' },
  challenge: { fi: 'Haaste', sv: 'Utmaning', en: 'Challenge' },

  // ── What can't be done ───────────────────────────────────────────────────────────────────────
  unknownBox: {
    fi: 'Tätä laatikkoa ei ole. Se on ehkä poistettu.',
    sv: 'Den här lådan finns inte. Den kan ha tagits bort.',
    en: 'There is no such box. It may have been removed.',
  },
  unknownStory: {
    fi: 'Tätä tarinaa ei ole. Se on ehkä poistettu.',
    sv: 'Den här berättelsen finns inte. Den kan ha tagits bort.',
    en: 'There is no such story. It may have been removed.',
  },
  unknownChallenge: {
    fi: 'Tätä haastetta ei ole. Se on ehkä poistettu.',
    sv: 'Den här utmaningen finns inte. Den kan ha tagits bort.',
    en: 'There is no such challenge. It may have been removed.',
  },
  unknownDeed: {
    fi: 'Tätä tekoa ei ole. Se on ehkä poistettu.',
    sv: 'Den här gärningen finns inte. Den kan ha tagits bort.',
    en: 'There is no such deed. It may have been removed.',
  },
  boxEnded: {
    fi: 'Laatikko ei ota enää tarinoita vastaan.',
    sv: 'Lådan tar inte längre emot berättelser.',
    en: 'The box takes no more stories.',
  },
  challengeEnded: {
    fi: 'Haaste on päättynyt, eikä uusia tekoja voi enää kirjata.',
    sv: 'Utmaningen är avslutad och det går inte längre att skriva in gärningar.',
    en: 'The challenge has ended, and no more deeds can be added.',
  },
  boxFull: {
    fi: 'Laatikossa on nyt niin monta tarkistamatonta tarinaa, ettei uusia mahdu. Yritä myöhemmin uudelleen.',
    sv: 'Så många berättelser väntar på att bli lästa att inga fler ryms just nu. Försök igen senare.',
    en: 'So many stories are waiting to be checked that no more fit for now. Please try again later.',
  },
  alreadyOpened: {
    fi: 'Tarina on jo avattu, joten sitä ei voi enää muuttaa. Voit poistaa sen.',
    sv: 'Berättelsen är redan öppnad och kan inte längre ändras. Du kan ta bort den.',
    en: 'The story has been opened already, so it can’t be changed any more. You can remove it.',
  },
  alreadyIn: {
    fi: 'Tarina on jo laatikossa.',
    sv: 'Berättelsen finns redan i lådan.',
    en: 'The story is in the box already.',
  },
  hasStories: {
    fi: 'Laatikossa on jo tarinoita, joten sitä ei voi poistaa. Voit lopettaa sen.',
    sv: 'Det finns redan berättelser i lådan, så den kan inte tas bort. Du kan avsluta den.',
    en: 'There are stories in the box, so it can’t be removed. You can end it.',
  },
  hasDeeds: {
    fi: 'Haasteessa on jo tekoja, joten sitä ei voi poistaa. Voit päättää sen.',
    sv: 'Utmaningen har redan gärningar, så den kan inte tas bort. Du kan avsluta den.',
    en: 'The challenge has deeds already, so it can’t be removed. You can end it.',
  },
  notYourStory: {
    fi: 'Vain kirjoittaja voi muuttaa tarinaa.',
    sv: 'Bara den som skrev berättelsen kan ändra den.',
    en: 'Only its writer can change a story.',
  },
  notYourDeed: {
    fi: 'Vain tekijä voi tehdä tämän.',
    sv: 'Bara den som gjorde gärningen kan göra det här.',
    en: 'Only who did the deed can do this.',
  },
  dayHasPassed: {
    fi: 'Oman teon voi perua vuorokauden ajan. Pyydä koordinaattoria poistamaan se.',
    sv: 'Du kan ta bort din gärning inom ett dygn. Be koordinatorn ta bort den.',
    en: 'You can take back a deed for one day. Ask the coordinator to remove it.',
  },
  notChallenged: {
    fi: 'Tätä haastetta ei ole osoitettu sinulle, tai olet jo vastannut siihen.',
    sv: 'Den här utmaningen är inte riktad till dig, eller så har du redan svarat på den.',
    en: 'You were not challenged here, or you have answered already.',
  },
  noMember: {
    fi: 'Valitse verkoston jäsen, jonka haluat haastaa.',
    sv: 'Välj en medlem i nätverket som du vill utmana.',
    en: 'Choose a member of the network to challenge.',
  },
  notYourself: {
    fi: 'Et voi haastaa itseäsi. Valitse joku toinen.',
    sv: 'Du kan inte utmana dig själv. Välj någon annan.',
    en: 'You can’t challenge yourself. Choose someone else.',
  },
  isChallenged: {
    fi: '{name} on jo haastettu. Valitse joku toinen.',
    sv: '{name} är redan utmanad. Välj någon annan.',
    en: '{name} has been challenged already. Choose someone else.',
  },
  alreadyPassed: {
    fi: 'Olet jo haastanut jonkun tällä teolla.',
    sv: 'Du har redan utmanat någon med den här gärningen.',
    en: 'You have challenged someone with this deed already.',
  },

  // ── What is wrong with a form ────────────────────────────────────────────────────────────────
  noTitle: { fi: 'Kirjoita nimi.', sv: 'Skriv ett namn.', en: 'Write a name.' },
  tooLong: {
    fi: 'Tässä on {n} merkkiä; enintään {most} mahtuu.',
    sv: 'Det här är {n} tecken; högst {most} ryms.',
    en: 'This is {n} characters; at most {most} fit.',
  },
  noDay: {
    fi: 'Valitse päivä ja kellonaika, jolloin laatikko avataan.',
    sv: 'Välj dag och tid då lådan öppnas.',
    en: 'Choose the day and time at which the box is opened.',
  },
  dayIsPast: {
    fi: 'Aika on jo mennyt. Valitse aika, joka on edessä.',
    sv: 'Tiden har redan gått. Välj en tid som ligger framåt.',
    en: 'That time has passed. Choose one that is ahead.',
  },
  noWeekday: { fi: 'Valitse viikonpäivä.', sv: 'Välj veckodag.', en: 'Choose a day of the week.' },
  noTime: {
    fi: 'Anna kellonaika muodossa 12:00.',
    sv: 'Ange tiden i formen 12:00.',
    en: 'Give the time as 12:00.',
  },
  noStory: { fi: 'Kirjoita tarina.', sv: 'Skriv en berättelse.', en: 'Write a story.' },
  noAlt: {
    fi: 'Kerro, mitä kuvassa on, niille jotka eivät näe sitä.',
    sv: 'Berätta vad bilden visar för dem som inte ser den.',
    en: 'Say what the picture shows, for those who can’t see it.',
  },
  badGoal: {
    fi: 'Anna tavoite kokonaislukuna, enintään {most, number}.',
    sv: 'Ange målet som ett heltal, högst {most, number}.',
    en: 'Give the goal as a whole number, at most {most, number}.',
  },
  noUnit: {
    fi: 'Kerro, mitä lasketaan, esimerkiksi ”hyvää tekoa”.',
    sv: 'Berätta vad som räknas, till exempel ”goda gärningar”.',
    en: 'Say what is counted, for example “good deeds”.',
  },
  noDeed: { fi: 'Kerro, mitä teit.', sv: 'Berätta vad du gjorde.', en: 'Say what you did.' },

  // ── In words ─────────────────────────────────────────────────────────────────────────────────
  opensNext: { fi: 'Avataan {when}', sv: 'Öppnas {when}', en: 'Opens {when}' },
  opensEvery: {
    fi: 'Avataan joka viikko, seuraavan kerran {when}',
    sv: 'Öppnas varje vecka, nästa gång {when}',
    en: 'Opened every week, next {when}',
  },
  boxIsEnded: { fi: 'Laatikko on päättynyt.', sv: 'Lådan är avslutad.', en: 'The box has ended.' },
  inBox: {
    fi: '{n, plural, =0 {Laatikko on vielä tyhjä} one {Laatikossa on # tarina} other {Laatikossa on # tarinaa}}',
    sv: '{n, plural, =0 {Lådan är ännu tom} one {# berättelse i lådan} other {# berättelser i lådan}}',
    en: '{n, plural, =0 {The box is still empty} one {# story in the box} other {# stories in the box}}',
  },
  together: {
    fi: 'Kukaan ei näe tarinoita ennen kuin laatikko avataan. Silloin kaikki avataan yhtä aikaa.',
    sv: 'Ingen ser berättelserna innan lådan öppnas. Då öppnas alla på en gång.',
    en: 'Nobody sees the stories before the box is opened. Then all are opened at once.',
  },
  togetherChecked: {
    fi: 'Muut jäsenet näkevät tarinat vasta, kun laatikko avataan. Koordinaattori lukee ne sitä ennen.',
    sv: 'De andra medlemmarna ser berättelserna först när lådan öppnas. Koordinatorn läser dem innan dess.',
    en: 'Other members see the stories only when the box is opened. A coordinator reads them before that.',
  },
  openedTitle: { fi: '{title} on avattu', sv: '{title} har öppnats', en: '{title} has been opened' },
  openedWith: {
    fi: '{n, plural, one {# tarina} other {# tarinaa}}',
    sv: '{n, plural, one {# berättelse} other {# berättelser}}',
    en: '{n, plural, one {# story} other {# stories}}',
  },
  moreStories: {
    fi: 'Lisäksi {n, plural, one {# tarina} other {# tarinaa}} välilehdellä',
    sv: 'Dessutom {n, plural, one {# berättelse} other {# berättelser}} på fliken',
    en: '{n, plural, one {# more story} other {# more stories}} in the tab',
  },
  byNobody: { fi: 'Nimetön', sv: 'Utan namn', en: 'Unnamed' },
  byMember: { fi: 'Jäsen', sv: 'Medlem', en: 'A member' },
  countOf: {
    fi: '{n, number} / {goal, number} {unit}',
    sv: '{n, number} / {goal, number} {unit}',
    en: '{n, number} / {goal, number} {unit}',
  },
  reachedTitle: {
    fi: '{title}: tavoite täynnä',
    sv: '{title}: målet är nått',
    en: '{title}: the goal is reached',
  },
  reachedBody: {
    fi: 'Koossa on {n, number} {unit}. Kiitos kaikille mukana olleille!',
    sv: 'Tillsammans {n, number} {unit}. Tack till alla som har varit med!',
    en: 'Together {n, number} {unit}. Thank you, everyone who took part!',
  },
  challengeIsEnded: {
    fi: 'Haaste on päättynyt.',
    sv: 'Utmaningen är avslutad.',
    en: 'The challenge has ended.',
  },
  latestDeeds: { fi: 'Viimeksi kirjattu', sv: 'Senast inskrivet', en: 'Added last' },
  challengedYou: {
    fi: '{name} haastoi sinut',
    sv: '{name} utmanade dig',
    en: '{name} challenged you',
  },
  challengedLine: {
    fi: '{name} haastoi sinut mukaan: kirjaa oma tekosi ja haasta seuraava.',
    sv: '{name} utmanar dig: skriv in din egen gärning och utmana nästa.',
    en: '{name} challenges you: add your own deed and challenge the next.',
  },
  theirDeed: { fi: '{name} teki näin:', sv: '{name} gjorde så här:', en: 'What {name} did:' },

  // ── Buttons ──────────────────────────────────────────────────────────────────────────────────
  leaveStory: { fi: 'Jätä tarina', sv: 'Lämna en berättelse', en: 'Leave a story' },
  leaveWithPicture: { fi: 'Jätä tarina ja kuva', sv: 'Lämna berättelse och bild', en: 'Leave a story and a picture' },
  openBox: { fi: 'Avaa laatikko', sv: 'Öppna lådan', en: 'Open the box' },
  readAll: { fi: 'Lue kaikki', sv: 'Läs alla', en: 'Read all' },
  putIn: { fi: 'Laita laatikkoon', sv: 'Lägg i lådan', en: 'Put into the box' },
  addDeed: { fi: 'Kirjaa oma teko', sv: 'Skriv in en gärning', en: 'Add your deed' },
  addAndPass: { fi: 'Kirjaa teko', sv: 'Skriv in gärningen', en: 'Add the deed' },
  openChallenge: { fi: 'Näytä haaste', sv: 'Visa utmaningen', en: 'Show the challenge' },
  decline: { fi: 'Ei sovi nyt', sv: 'Passar inte nu', en: 'Not now' },

  // ── Fields ───────────────────────────────────────────────────────────────────────────────────
  storyLabel: { fi: 'Tarina', sv: 'Berättelse', en: 'Story' },
  nameLabel: {
    fi: 'Nimi, jolla haluat esiintyä',
    sv: 'Namnet du vill använda',
    en: 'The name you want to use',
  },
  nameHint: {
    fi: 'Jätä tyhjäksi, jos et halua nimeä näkyviin.',
    sv: 'Lämna tomt om du inte vill visa något namn.',
    en: 'Leave empty if you want no name shown.',
  },
  showOrganisation: {
    fi: 'Näytä kuntani tarinan yhteydessä',
    sv: 'Visa min kommun vid berättelsen',
    en: 'Show my municipality with the story',
  },
  deedLabel: { fi: 'Mitä teit?', sv: 'Vad gjorde du?', en: 'What did you do?' },
  passLabel: {
    fi: 'Kenet haastat seuraavaksi?',
    sv: 'Vem utmanar du härnäst?',
    en: 'Whom do you challenge next?',
  },
  passHint: {
    fi: 'Kerromme hänelle haasteesta. Voit myös jättää tyhjäksi.',
    sv: 'Vi berättar det för personen. Du kan också lämna fältet tomt.',
    en: 'We tell them. You can also leave this empty.',
  },
  nobodyYet: { fi: 'En ketään vielä', sv: 'Ingen ännu', en: 'Nobody yet' },
  yourName: { fi: 'Nimesi', sv: 'Ditt namn', en: 'Your name' },
  unnamedLabel: {
    fi: 'Älä näytä nimeäni muille',
    sv: 'Visa inte mitt namn för andra',
    en: 'Don’t show my name to others',
  },

  // ── After a click ────────────────────────────────────────────────────────────────────────────
  isInBox: {
    fi: 'Tarinasi on laatikossa. Kiitos!',
    sv: 'Din berättelse är i lådan. Tack!',
    en: 'Your story is in the box. Thank you!',
  },
  waitsForCheck: {
    fi: 'Kiitos! Koordinaattori lukee tarinan, ennen kuin se menee laatikkoon.',
    sv: 'Tack! Koordinatorn läser berättelsen innan den läggs i lådan.',
    en: 'Thank you! A coordinator reads the story before it goes into the box.',
  },
  deedAdded: {
    fi: 'Tekosi on mukana. Kiitos!',
    sv: 'Din gärning är med. Tack!',
    en: 'Your deed counts. Thank you!',
  },
  deedPassed: {
    fi: 'Tekosi on mukana, ja {name} sai haasteen.',
    sv: 'Din gärning är med, och {name} har fått utmaningen.',
    en: 'Your deed counts, and {name} was challenged.',
  },
  deedPassedByNobody: {
    fi: 'Tekosi on mukana, ja {name} on haastettu. Hän ei saa viestejä sovellukselta, joten kerrothan hänelle itse.',
    sv: 'Din gärning är med, och {name} är utmanad. Appen når inte personen, så berätta gärna själv.',
    en: 'Your deed counts, and {name} is challenged. The app can’t reach them, so please tell them yourself.',
  },
  declined: {
    fi: 'Selvä. Voit tarttua haasteeseen myöhemminkin.',
    sv: 'Okej. Du kan anta utmaningen senare också.',
    en: 'All right. You can still take it up later.',
  },

  // ── What waits, what is new, what is handed over ─────────────────────────────────────────────
  waitStories: {
    fi: '{n, plural, one {# tarina odottaa tarkistusta} other {# tarinaa odottaa tarkistusta}}: {title}',
    sv: '{n, plural, one {# berättelse väntar på att bli läst} other {# berättelser väntar på att bli lästa}}: {title}',
    en: '{n, plural, one {# story waits to be checked} other {# stories wait to be checked}}: {title}',
  },
  waitDeed: { fi: 'Sinut on haastettu: {title}', sv: 'Du är utmanad: {title}', en: 'You are challenged: {title}' },
  handBox: {
    fi: 'Laatikko ottaa vastaan tarinoita. Toinen koordinaattori voi hoitaa sitä.',
    sv: 'Lådan tar emot berättelser. En annan koordinator kan sköta den.',
    en: 'The box takes stories. Another coordinator can look after it.',
  },
  handChallenge: {
    fi: 'Haaste on käynnissä. Toinen koordinaattori voi hoitaa sitä.',
    sv: 'Utmaningen pågår. En annan koordinator kan sköta den.',
    en: 'The challenge is running. Another coordinator can look after it.',
  },

  // ── Letters ──────────────────────────────────────────────────────────────────────────────────
  letterPassed: {
    fi: '{name} haastoi sinut: {title}',
    sv: '{name} utmanar dig: {title}',
    en: '{name} challenges you: {title}',
  },
  letterHow: {
    fi: 'Kirjaa oma tekosi sivulla, johon painike vie. Samalla voit haastaa seuraavan.',
    sv: 'Skriv in din egen gärning på sidan som knappen leder till. Där kan du också utmana nästa.',
    en: 'Add your own deed on the page that the button opens. There you can also challenge the next one.',
  },
});
