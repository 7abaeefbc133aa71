/** What the cards of surveys and the chat about them say, beside the words that they share with pages. */
import { messages } from '../../core/text.ts';

export const cardText = messages({
  // ── What it is ──
  feedback: { fi: 'Palaute', sv: 'Respons', en: 'Feedback' },
  survey: { fi: 'Kysely', sv: 'Enkät', en: 'Survey' },
  advance: { fi: 'Ennakkokysely', sv: 'Förhandsenkät', en: 'Advance survey' },
  ofPart: { fi: '{kind} · osa {n}/{of}', sv: '{kind} · del {n}/{of}', en: '{kind} · part {n}/{of}' },
  kindAlone: { fi: '{kind}', sv: '{kind}', en: '{kind}' },
  withState: { fi: '{kind} · {state}', sv: '{kind} · {state}', en: '{kind} · {state}' },
  scheduled: { fi: 'avautuu myöhemmin', sv: 'öppnas senare', en: 'opens later' },
  counting: { fi: 'vastauksia lasketaan', sv: 'svaren räknas', en: 'answers are being counted' },
  closed: { fi: 'päättynyt', sv: 'avslutad', en: 'closed' },
  undone: { fi: 'peruttu', sv: 'tillbakadragen', en: 'taken back' },
  prepares: {
    fi: 'Vastauksesi auttavat suunnittelemaan tilaisuutta ”{title}” ({when}).',
    sv: 'Dina svar hjälper till att planera evenemanget ”{title}” ({when}).',
    en: 'Your answers help to plan “{title}” ({when}).',
  },
  forGroup: {
    fi: 'Tätä kysytään ryhmältä {group}.',
    sv: 'Det här frågas av gruppen {group}.',
    en: 'This is asked of the group {group}.',
  },
  opens: {
    fi: 'Vastata voi {from} – {to}.',
    sv: 'Det går att svara {from} – {to}.',
    en: 'It is open for answers {from} – {to}.',
  },
  countingBody: {
    fi: 'Vastaaminen päättyi. Tulokset tulevat tähän hetken kuluttua.',
    sv: 'Svarstiden är slut. Resultaten kommer hit om en stund.',
    en: 'Answering has ended. The results will be here in a moment.',
  },
  undoneSurvey: {
    fi: 'Kysely on peruttu. Sinun ei tarvitse tehdä mitään.',
    sv: 'Enkäten har dragits tillbaka. Du behöver inte göra något.',
    en: 'The survey has been taken back. You don’t need to do anything.',
  },
  undoneFeedback: {
    fi: 'Palautetta ei kysytä. Sinun ei tarvitse tehdä mitään.',
    sv: 'Ingen respons efterfrågas. Du behöver inte göra något.',
    en: 'No feedback is asked for. You don’t need to do anything.',
  },
  shortened: {
    fi: 'Teksti on lyhennetty. Koko teksti on välilehdellä.',
    sv: 'Texten är förkortad. Hela texten finns på fliken.',
    en: 'The text is shortened. All of it is in the tab.',
  },

  // ── Answering ──
  grade: { fi: '{n}', sv: '{n}', en: '{n}' },
  gradeWorst: { fi: '{n} – heikko', sv: '{n} – svagt', en: '{n} – poor' },
  gradeBest: { fi: '{n} – erinomainen', sv: '{n} – utmärkt', en: '{n} – excellent' },
  scaleEnd: { fi: '{n} – {words}', sv: '{n} – {words}', en: '{n} – {words}' },
  otherField: {
    fi: 'Muu, mikä? ({question})',
    sv: 'Annat, vad? ({question})',
    en: 'Other, what? ({question})',
  },
  withUnit: { fi: '{question} ({unit})', sv: '{question} ({unit})', en: '{question} ({unit})' },
  answer: { fi: 'Vastaa', sv: 'Svara', en: 'Answer' },
  answerInBrowser: { fi: 'Vastaa selaimessa', sv: 'Svara i webbläsaren', en: 'Answer in the browser' },
  openInBrowser: { fi: 'Avaa selaimessa', sv: 'Öppna i webbläsaren', en: 'Open in the browser' },
  showInTab: { fi: 'Avaa välilehdellä', sv: 'Öppna på fliken', en: 'Open in the tab' },
  myAnswer: { fi: 'Oma vastaukseni', sv: 'Mitt svar', en: 'My answer' },
  wasPresent: { fi: 'Olin sittenkin paikalla', sv: 'Jag var trots allt med', en: 'I was there after all' },
  howLong: {
    fi: '{n, plural, one {# kysymys} other {# kysymystä}}, noin {minutes, plural, one {# minuutti} other {# minuuttia}}.',
    sv: '{n, plural, one {# fråga} other {# frågor}}, ungefär {minutes, plural, one {# minut} other {# minuter}}.',
    en: '{n, plural, one {# question} other {# questions}}, about {minutes, plural, one {# minute} other {# minutes}}.',
  },
  howToAnswer: {
    fi: 'Vastauksesi tallentuvat sitä mukaa kuin vastaat, ja voit jatkaa toisella laitteella. Jos välilehti ei aukea puhelimessa, paina ”Vastaa selaimessa”.',
    sv: 'Svaren sparas medan du svarar, och du kan fortsätta på en annan enhet. Om fliken inte öppnas i telefonen, tryck på ”Svara i webbläsaren”.',
    en: 'Answers are saved as you go, and you can go on with another device. If the tab does not open on your phone, press “Answer in the browser”.',
  },
  mayChange: {
    fi: 'Voit muuttaa vastaustasi tai perua sen, kunnes vastaaminen päättyy.',
    sv: 'Du kan ändra eller ta bort ditt svar tills svarstiden går ut.',
    en: 'You can change or withdraw your answer until it closes.',
  },

  // ── Figures ──
  nobodyYet: {
    fi: 'Kukaan ei ole vielä vastannut.',
    sv: 'Ingen har svarat ännu.',
    en: 'Nobody has answered yet.',
  },
  answersOf: {
    fi: '{n, plural, one {# vastaus} other {# vastausta}}, kysytty {asked, plural, one {yhdeltä} other {# ihmiseltä}}.',
    sv: '{n, plural, one {# svar} other {# svar}}, {asked, plural, one {en tillfrågad} other {# tillfrågade}}.',
    en: '{n, plural, one {# answer} other {# answers}}, {asked, plural, one {one person} other {# people}} asked.',
  },
  wereAbsent: {
    fi: '{n, plural, one {Yksi kertoi, ettei ollut} other {# kertoi, ettei ollut}} paikalla.',
    sv: '{n, plural, one {En berättade att hen inte var med} other {# berättade att de inte var med}}.',
    en: '{n, plural, one {One said that they were not} other {# said that they were not}} there.',
  },
  entered: {
    fi: 'Niistä {n, plural, one {yhden} other {#}} koordinaattori kirjasi paperilta tai puhelimesta.',
    sv: 'Av dem skrev koordinatorn in {n, plural, one {ett} other {#}} från papper eller telefon.',
    en: 'Of them the coordinator wrote down {n, plural, one {one} other {#}} from paper or the phone.',
  },
  scaleLine: {
    fi: 'Keskiarvo {average} asteikolla {from}–{to} ({n, plural, one {# vastaus} other {# vastausta}})',
    sv: 'Medeltal {average} på skalan {from}–{to} ({n, plural, one {# svar} other {# svar}})',
    en: 'Average {average} on the scale {from}–{to} ({n, plural, one {# answer} other {# answers}})',
  },
  bar: { fi: '{n}', sv: '{n}', en: '{n}' },
  barAndShare: {
    fi: '{n} ({share, number, ::percent})',
    sv: '{n} ({share, number, ::percent})',
    en: '{n} ({share, number, ::percent})',
  },
  written: {
    fi: '{n, plural, one {Yksi kirjoitettu vastaus on} other {# kirjoitettua vastausta on}} luettavissa välilehdellä.',
    sv: '{n, plural, one {Ett skrivet svar finns} other {# skrivna svar finns}} att läsa på fliken.',
    en: '{n, plural, one {One written answer is} other {# written answers are}} in the tab.',
  },
  quotes: { fi: 'Poimintoja', sv: 'Ur svaren', en: 'From the answers' },
  whyLeftOut: {
    fi: '{n, plural, one {# vastaus ei ole mukana} other {# vastausta ei ole mukana}}, koska niin harvasta voisi arvata, kuka vastasi mitä.',
    sv: '{n, plural, one {# svar är inte med} other {# svar är inte med}}, eftersom man av så få kunde gissa vem som svarade vad.',
    en: '{n, plural, one {# answer is not included} other {# answers are not included}}, because of so few one could guess who answered what.',
  },
  closedAt: {
    fi: 'Vastaaminen päättyi {when}.',
    sv: 'Svarstiden gick ut {when}.',
    en: 'It was open for answers until {when}.',
  },

  // ── One’s own answer ──
  youWereAbsent: {
    fi: 'Kiitos tiedosta: kirjasimme, ettet ollut paikalla.',
    sv: 'Tack, vi har noterat att du inte var med.',
    en: 'Thank you: we have noted that you were not there.',
  },
  withdrawn: {
    fi: 'Vastauksesi on peruttu. Voit vastata uudelleen, kunnes vastaaminen päättyy.',
    sv: 'Ditt svar är borttaget. Du kan svara på nytt tills svarstiden går ut.',
    en: 'Your answer has been withdrawn. You can answer again until it closes.',
  },
  notAnswered: { fi: 'Et ole vielä vastannut.', sv: 'Du har inte svarat ännu.', en: 'You have not answered yet.' },
  didNotAnswer: { fi: 'Et vastannut.', sv: 'Du svarade inte.', en: 'You did not answer.' },
  answersApart: {
    fi: 'Vastaukset on irrotettu vastaajista, joten kukaan ei enää näe omaansa eikä muiden.',
    sv: 'Svaren har skilts från dem som svarade, så ingen ser längre sitt eget eller andras svar.',
    en: 'Answers have been parted from those who gave them, so nobody can see their own or anyone else’s any more.',
  },
  sentAt: { fi: 'Lähetit vastauksesi {when}.', sv: 'Du skickade ditt svar {when}.', en: 'You sent it {when}.' },
  toCorrect: {
    fi: 'Vastaustasi ei vielä lähetetty. Korjaa nämä:',
    sv: 'Ditt svar har inte skickats ännu. Rätta det här:',
    en: 'Your answer was not sent yet. Please correct:',
  },
  problemOf: { fi: '{question} {problem}', sv: '{question} {problem}', en: '{question} {problem}' },
  onlyYou: { fi: 'Tämä näkyy vain sinulle.', sv: 'Det här ser bara du.', en: 'Only you see this.' },

  // ── What waits ──
  openSurveys: { fi: 'Avoimet kyselyt', sv: 'Öppna enkäter', en: 'Open surveys' },
  openFeedback: { fi: 'Anna palautetta', sv: 'Ge respons', en: 'Give feedback' },
  noOpenSurveys: {
    fi: 'Juuri nyt sinulta ei kysytä mitään.',
    sv: 'Just nu frågas du inget.',
    en: 'Nothing is asked of you right now.',
  },
  noOpenFeedback: {
    fi: 'Juuri nyt mistään tilaisuudesta ei kerätä palautetta.',
    sv: 'Just nu samlas ingen respons in.',
    en: 'Feedback is not being collected right now.',
  },
  haveAnswered: { fi: 'Olet vastannut.', sv: 'Du har svarat.', en: 'You have answered.' },
  moreWaiting: {
    fi: '{n, plural, one {Yksi muu on} other {# muuta on}} välilehdellä.',
    sv: '{n, plural, one {En till finns} other {# till finns}} på fliken.',
    en: '{n, plural, one {One more is} other {# more are}} in the tab.',
  },
  lastFeedback: { fi: 'Viimeisimmät arvosanat', sv: 'De senaste betygen', en: 'The latest grades' },
  noGradeYet: { fi: 'Tulokset eivät vielä näy.', sv: 'Resultaten syns inte ännu.', en: 'No results yet.' },

  // ── Reminders ──
  reminder: {
    fi: 'Muistutus: vastauksesi puuttuu vielä.',
    sv: 'Påminnelse: ditt svar saknas ännu.',
    en: 'A reminder: your answer is still missing.',
  },
  remindFeedback: {
    fi: 'Muistutus: palautetta tilaisuudesta ”{title}” voi antaa {when} asti. {answers, plural, =0 {Kukaan ei ole vielä vastannut.} one {Yksi on jo vastannut.} other {# on jo vastannut.}}',
    sv: 'Påminnelse: respons på evenemanget ”{title}” kan ges fram till {when}. {answers, plural, =0 {Ingen har svarat ännu.} one {En har redan svarat.} other {# har redan svarat.}}',
    en: 'A reminder: feedback on “{title}” can be given until {when}. {answers, plural, =0 {Nobody has answered yet.} one {One has answered.} other {# have answered.}}',
  },
  remindSurvey: {
    fi: 'Muistutus: kyselyyn ”{title}” voi vastata {when} asti. {answers, plural, =0 {Kukaan ei ole vielä vastannut.} one {Yksi on jo vastannut.} other {# on jo vastannut.}}',
    sv: 'Påminnelse: enkäten ”{title}” är öppen fram till {when}. {answers, plural, =0 {Ingen har svarat ännu.} one {En har redan svarat.} other {# har redan svarat.}}',
    en: 'A reminder: the survey “{title}” is open until {when}. {answers, plural, =0 {Nobody has answered yet.} one {One has answered.} other {# have answered.}}',
  },
  remindHow: {
    fi: 'Vastaaminen vie noin {minutes, plural, one {# minuutin} other {# minuuttia}}.',
    sv: 'Det tar ungefär {minutes, plural, one {# minut} other {# minuter}} att svara.',
    en: 'It takes about {minutes, plural, one {# minute} other {# minutes}}.',
  },

  // ── Notifications ──
  summaryFeedback: { fi: 'Anna palautetta: {title}', sv: 'Ge respons: {title}', en: 'Give feedback: {title}' },
  summarySurvey: { fi: 'Vastaa kyselyyn: {title}', sv: 'Svara på enkäten: {title}', en: 'Answer the survey: {title}' },
  summaryResults: { fi: 'Tulokset: {title}', sv: 'Resultat: {title}', en: 'Results: {title}' },

  // ── The coordinator’s desk ──
  manage: { fi: 'Hallitse', sv: 'Hantera', en: 'Manage' },
  desk: { fi: 'Kyselyn hallinta', sv: 'Hantera enkäten', en: 'Managing the survey' },
  feedbackDesk: { fi: 'Palautteen hallinta', sv: 'Hantera responsen', en: 'Managing the feedback' },
  close: { fi: 'Sulje', sv: 'Stäng', en: 'Close' },
  confirmClose: {
    fi: 'Vastaaminen päättyy heti. Avoinna olevat vastaukset lasketaan, eikä sulkemista voi perua.',
    sv: 'Svarstiden går ut genast. Svaren räknas, och stängningen kan inte ångras.',
    en: 'Answering ends at once. The answers are counted, and closing can’t be undone.',
  },
  yesClose: { fi: 'Kyllä, sulje', sv: 'Ja, stäng', en: 'Yes, close it' },
  undo: { fi: 'Peru kysely', sv: 'Dra tillbaka', en: 'Take back' },
  confirmUndo: {
    fi: 'Kysely ja sen kortti poistuvat. Kukaan ei ole vielä vastannut.',
    sv: 'Enkäten och dess kort försvinner. Ingen har svarat ännu.',
    en: 'The survey and its card go away. Nobody has answered yet.',
  },
  yesUndo: { fi: 'Kyllä, peru', sv: 'Ja, dra tillbaka', en: 'Yes, take it back' },
  remind: { fi: 'Muistuta', sv: 'Påminn', en: 'Remind' },
  repost: { fi: 'Lähetä uudelleen', sv: 'Skicka på nytt', en: 'Post again' },
  toChannel: {
    fi: 'Julkaise tulokset kanavalla',
    sv: 'Publicera resultaten i kanalen',
    en: 'Post results in the channel',
  },
  postWaiting: {
    fi: 'Kortti on matkalla kanavalle.',
    sv: 'Kortet är på väg till kanalen.',
    en: 'The card is on its way to the channel.',
  },
  postUnknown: {
    fi: 'Ei tiedetä, päätyikö kortti kanavalle. Katso kanavalta ja lähetä tarvittaessa uudelleen.',
    sv: 'Det är oklart om kortet kom fram till kanalen. Titta i kanalen och skicka på nytt vid behov.',
    en: 'It is not known whether the card reached the channel. Look there, and post it again if needed.',
  },
  postFailed: {
    fi: 'Korttia ei saatu kanavalle.',
    sv: 'Kortet kunde inte skickas till kanalen.',
    en: 'The card could not be posted.',
  },
  postRemoved: { fi: 'Kortti on poistettu kanavalta.', sv: 'Kortet har tagits bort.', en: 'The card was removed.' },
  published: {
    fi: '”{title}” on nyt kanavalla {channel}. Vastata voi {closes} asti.',
    sv: '”{title}” finns nu i kanalen {channel}. Svarstiden går ut {closes}.',
    en: '“{title}” is now in the channel {channel}. It closes {closes}.',
  },
  publishedLater: {
    fi: '”{title}” tulee kanavalle {channel} {opens}. Vastata voi {closes} asti.',
    sv: '”{title}” kommer till kanalen {channel} {opens}. Svarstiden går ut {closes}.',
    en: '“{title}” will be in the channel {channel} {opens}. It closes {closes}.',
  },
  general: { fi: 'Yleinen', sv: 'Allmänt', en: 'General' },
  closesSoon: {
    fi: '”{title}” sulkeutuu nyt. Tulokset näkyvät hetken kuluttua.',
    sv: '”{title}” stängs nu. Resultaten syns om en stund.',
    en: '“{title}” is closing now. The results will be there in a moment.',
  },
  tookBack: { fi: '”{title}” on peruttu.', sv: '”{title}” är tillbakadragen.', en: '“{title}” has been taken back.' },
  reposted: {
    fi: 'Kortti lähetetään uudelleen.',
    sv: 'Kortet skickas på nytt.',
    en: 'The card is being posted again.',
  },
  resultsPosted: {
    fi: 'Tulokset ovat matkalla kanavalle.',
    sv: 'Resultaten är på väg till kanalen.',
    en: 'The results are on their way to the channel.',
  },
  reminded: {
    fi: 'Muistutus on lähtenyt: Teamsissa {direct}, sähköpostilla {mail}{channel, select, true { ja kanavalla} other {}}.',
    sv: 'Påminnelsen har skickats: i Teams {direct}, per e-post {mail}{channel, select, true { och i kanalen} other {}}.',
    en: 'The reminder is on its way: {direct} in Teams, {mail} by e-mail{channel, select, true { and in the channel} other {}}.',
  },

  // ── Reminding ──
  remindTitle: {
    fi: 'Muistuta vastaamattomia',
    sv: 'Påminn dem som inte har svarat',
    en: 'Remind who has not answered',
  },
  notAnsweredCount: {
    fi: '{n, plural, =0 {Kaikki ovat vastanneet.} one {Yksi ei ole vastannut.} other {# ei ole vastannut.}}',
    sv: '{n, plural, =0 {Alla har svarat.} one {En har inte svarat.} other {# har inte svarat.}}',
    en: '{n, plural, =0 {Everyone has answered.} one {One has not answered.} other {# have not answered.}}',
  },
  reachDirect: { fi: 'Muistuta suoraan', sv: 'Påminn direkt', en: 'Remind directly' },
  reachDirectTitle: {
    fi: 'Teamsissa {direct}, sähköpostilla {mail}',
    sv: 'I Teams {direct}, per e-post {mail}',
    en: '{direct} in Teams, {mail} by e-mail',
  },
  byChannelOnly: {
    fi: '{n, plural, one {Yhden tavoittaa} other {# tavoittaa}} vain kanavalla.',
    sv: '{n, plural, one {En nås} other {# nås}} bara i kanalen.',
    en: '{n, plural, one {One is reached} other {# are reached}} only in the channel.',
  },
  reachChannel: { fi: 'Muistuta kanavalla', sv: 'Påminn i kanalen', en: 'Remind in the channel' },
  reachChannelTitle: {
    fi: 'Lisää muistutus ketjuun',
    sv: 'Lägg till en påminnelse i tråden',
    en: 'Add a reminder to the thread',
  },
  channelReads: { fi: 'Kanavalla lukisi:', sv: 'I kanalen skulle stå:', en: 'The channel would read:' },
  sendReminder: { fi: 'Lähetä muistutus', sv: 'Skicka påminnelse', en: 'Send the reminder' },

  // ── Making ──
  newSurvey: { fi: 'Uusi kysely', sv: 'Ny enkät', en: 'New survey' },
  formProblems: { fi: 'Korjaa nämä:', sv: 'Rätta det här:', en: 'Please correct:' },
  titleField: { fi: 'Kyselyn nimi', sv: 'Enkätens namn', en: 'Title' },
  titleExample: { fi: 'Syysseminaarin aiheet', sv: 'Höstseminariets ämnen', en: 'Topics of the autumn seminar' },
  questionsField: {
    fi: 'Kysymykset, kukin omalla rivillään',
    sv: 'Frågorna, varje fråga på sin egen rad',
    en: 'The questions, one a line',
  },
  questionsHow: {
    fi: 'Mistä puhutaan? | Tilastot | Kutsuliikenne | … – yksi näistä tai oma. Useita: || ennen ensimmäistä. Arvosana: [1–5]. Asteikko: [0–10 huono … hyvä]. Luku: [123]. Pakollinen: *. Väliotsikko: # Otsikko. Uusi osa: ==',
    sv: 'Vad talar vi om? | Statistik | Anropsstyrd trafik | … – ett av dessa eller ett eget. Flera: || före det första. Betyg: [1–5]. Skala: [0–10 dålig … bra]. Tal: [123]. Obligatorisk: *. Mellanrubrik: # Rubrik. Ny del: ==',
    en: 'What shall we discuss? | Statistics | Demand-responsive transport | … – one of these or one’s own. Several: || before the first. Grade: [1–5]. Scale: [0–10 bad … good]. Number: [123]. Required: *. Heading: # Heading. New part: ==',
  },
  descriptionField: { fi: 'Esittely', sv: 'Introduktion', en: 'Introduction' },
  purposeField: {
    fi: 'Mihin tuloksia käytetään',
    sv: 'Vad resultaten används till',
    en: 'What the results are used for',
  },
  closesOn: { fi: 'Vastaaminen päättyy (päivä)', sv: 'Svarstiden går ut (dag)', en: 'Closes on (day)' },
  closesAtTime: { fi: 'Vastaaminen päättyy (kello)', sv: 'Svarstiden går ut (klockan)', en: 'Closes at (time)' },
  opensOn: { fi: 'Avautuu (päivä)', sv: 'Öppnas (dag)', en: 'Opens on (day)' },
  opensAtTime: { fi: 'Avautuu (kello)', sv: 'Öppnas (klockan)', en: 'Opens at (time)' },
  usualDeadline: {
    fi: 'Jos jätät päättymisen tyhjäksi, kysely on auki viikon.',
    sv: 'Om du lämnar sluttiden tom är enkäten öppen en vecka.',
    en: 'If you leave the closing empty, it is open for a week.',
  },
  pickDay: { fi: 'Valitse päivä.', sv: 'Välj en dag.', en: 'Pick a day.' },
  pickTime: { fi: 'Valitse kellonaika.', sv: 'Välj ett klockslag.', en: 'Pick a time.' },
  pickOne: { fi: 'Valitse yksi.', sv: 'Välj ett.', en: 'Pick one.' },
  moreSettings: { fi: 'Lisää asetuksia', sv: 'Fler inställningar', en: 'More settings' },
  secrecyField: { fi: 'Nimettömyys', sv: 'Anonymitet', en: 'Anonymity' },
  pickAnonymous: {
    fi: 'Nimetön: kukaan ei näe, kuka vastasi mitä',
    sv: 'Anonym: ingen ser vem som svarade vad',
    en: 'Anonymous: nobody sees who answered what',
  },
  pickNamed: {
    fi: 'Nimellä: koordinaattorit näkevät vastaajat',
    sv: 'Med namn: koordinatorerna ser vem som svarade',
    en: 'With names: coordinators see who answered',
  },
  showResultsField: { fi: 'Tulokset näkevät', sv: 'Resultaten ses av', en: 'Results are seen by' },
  pickAll: { fi: 'Kaikki jäsenet', sv: 'Alla medlemmar', en: 'All members' },
  pickCoordinators: { fi: 'Vain koordinaattorit', sv: 'Bara koordinatorerna', en: 'Coordinators alone' },
  stepField: {
    fi: 'Tulokset näytetään näin monen vastauksen erissä',
    sv: 'Resultaten visas i steg om så många svar',
    en: 'Results are shown in steps of so many answers',
  },
  breakdownField: { fi: 'Tulokset eriteltyinä', sv: 'Resultaten uppdelade', en: 'Results broken down' },
  pickNone: { fi: 'Ei erittelyä', sv: 'Ingen uppdelning', en: 'Not broken down' },
  pickSize: { fi: 'Kunnan koon mukaan', sv: 'Enligt kommunens storlek', en: 'By size of municipality' },
  pickArea: { fi: 'Alueittain', sv: 'Enligt område', en: 'By area' },
  groupField: { fi: 'Keneltä kysytään', sv: 'Vem som frågas', en: 'Who is asked' },
  pickEveryone: { fi: 'Kaikilta', sv: 'Alla', en: 'Everyone' },
  eventField: {
    fi: 'Tilaisuus, jota kysely valmistelee',
    sv: 'Evenemang som enkäten förbereder',
    en: 'Event that it prepares',
  },
  pickNoEvent: { fi: 'Ei mitään', sv: 'Inget', en: 'None' },
  eventOption: { fi: '{title}, {when}', sv: '{title}, {when}', en: '{title}, {when}' },
  preview: { fi: 'Esikatsele', sv: 'Förhandsgranska', en: 'Preview' },
  publish: { fi: 'Julkaise', sv: 'Publicera', en: 'Publish' },
  edit: { fi: 'Muokkaa', sv: 'Redigera', en: 'Edit' },
  previewTitle: { fi: 'Esikatselu', sv: 'Förhandsgranskning', en: 'Preview' },
  previewHow: {
    fi: 'Näin kysely näkyy kanavalla. Mitään ei ole vielä julkaistu.',
    sv: 'Så här syns enkäten i kanalen. Inget har publicerats ännu.',
    en: 'This is how it will look in the channel. Nothing has been published yet.',
  },
  partsOpen: {
    fi: 'Kysely on {n} osassa. Ne avautuvat näin:',
    sv: 'Enkäten är i {n} delar. De öppnas så här:',
    en: 'The survey has {n} parts. They open like this:',
  },
  partOpens: {
    fi: '{n}. {when}: {questions, plural, one {# kysymys} other {# kysymystä}}',
    sv: '{n}. {when}: {questions, plural, one {# fråga} other {# frågor}}',
    en: '{n}. {when}: {questions, plural, one {# question} other {# questions}}',
  },
  remindsAt: {
    fi: 'Vastaamattomia muistutetaan {when}.',
    sv: 'De som inte har svarat påminns {when}.',
    en: 'Who has not answered is reminded {when}.',
  },
  remindsNobody: {
    fi: 'Muistutusta ei lähde.',
    sv: 'Ingen påminnelse skickas.',
    en: 'No reminder is sent.',
  },
  morePossible: {
    fi: 'Kuvavaihtoehdot, ehdot, käännökset ja pohjat löydät välilehdeltä.',
    sv: 'Bildalternativ, villkor, översättningar och mallar finns på fliken.',
    en: 'Pictures, conditions, translations and templates are in the tab.',
  },
  carried: { fi: 'Lomakkeen tiedot', sv: 'Formulärets uppgifter', en: 'The form’s data' },

  // ── Words ──
  helpSurvey: {
    fi: 'uusi kysely: nimi ja sen alle kysymykset riveittäin; ilman muuta näytän avoimet',
    sv: 'ny enkät: namnet och under det frågorna rad för rad; utan annat visar jag de öppna',
    en: 'a new survey: its title, and the questions below it, one a line; by itself it shows the open ones',
  },
  helpFeedback: {
    fi: 'anna palautetta tilaisuuksista',
    sv: 'ge respons på evenemang',
    en: 'give feedback on events',
  },
  createInChat: {
    fi: 'Kirjoita samaan viestiin ensin kyselyn nimi ja sen alle kysymykset, kukin omalle rivilleen. Lomakkeen saat, kun kirjoitat minulle kahden kesken. Voit tehdä kyselyn myös välilehdellä: {link}',
    sv: 'Skriv i samma meddelande först enkätens namn och under det frågorna, varje fråga på sin egen rad. Formuläret får du när du skriver till mig i en egen chatt. Du kan också göra enkäten på fliken: {link}',
    en: 'Write in one message first the title and below it the questions, one a line. You get the form when you write to me in a chat of our own. You can also make the survey in the tab: {link}',
  },
  notCreated: {
    fi: 'Kyselyä ei luotu. {problems} Kirjoitit: {typed}',
    sv: 'Enkäten skapades inte. {problems} Du skrev: {typed}',
    en: 'The survey was not made. {problems} You wrote: {typed}',
  },
});
