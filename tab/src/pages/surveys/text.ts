/** What the pages of surveys, feedback and wishes say to members, beside what the first view says. */
import { messages } from '../../text.ts';

export const surveyText = messages({
  // ── The list ──
  newSurvey: { fi: 'Uusi kysely', sv: 'Ny enkät', en: 'New survey' },
  feedbackOn: { fi: 'Palaute: {title}', sv: 'Respons: {title}', en: 'Feedback: {title}' },
  survey: { fi: 'Kysely', sv: 'Enkät', en: 'Survey' },
  feedback: { fi: 'Palaute', sv: 'Respons', en: 'Feedback' },
  advance: { fi: 'Ennakkokysely', sv: 'Förhandsenkät', en: 'Advance survey' },
  answered: { fi: 'Vastattu', sv: 'Besvarad', en: 'Answered' },
  wasAbsent: { fi: 'Et ollut paikalla', sv: 'Du var inte på plats', en: 'You were not there' },
  begun: { fi: 'Kesken', sv: 'Påbörjad', en: 'Begun' },
  notAnswered: { fi: 'Vastaamatta', sv: 'Obesvarad', en: 'Not answered' },
  answers: {
    fi: '{n, plural, =0 {Ei vielä vastauksia} one {# vastaus} other {# vastausta}}',
    sv: '{n, plural, =0 {Inga svar ännu} one {# svar} other {# svar}}',
    en: '{n, plural, =0 {No answers yet} one {# answer} other {# answers}}',
  },
  answersOver: {
    fi: '{n, plural, =0 {Ei vastauksia} one {# vastaus} other {# vastausta}}',
    sv: '{n, plural, =0 {Inga svar} one {# svar} other {# svar}}',
    en: '{n, plural, =0 {No answers} one {# answer} other {# answers}}',
  },
  average: {
    fi: '{value}/5 ({n, plural, one {# vastaus} other {# vastausta}})',
    sv: '{value}/5 ({n, plural, one {# svar} other {# svar}})',
    en: '{value}/5 ({n, plural, one {# answer} other {# answers}})',
  },
  partsAnswered: {
    fi: '{answered}/{of} osaa vastattu',
    sv: '{answered}/{of} delar besvarade',
    en: '{answered}/{of} parts answered',
  },
  feedbackYears: { fi: 'Palaute vuosittain', sv: 'Responsen år för år', en: 'Feedback by year' },
  wishes: { fi: 'Toivoitte – teimme', sv: 'Ni önskade – vi gjorde', en: 'You said – we did' },
  nothing: {
    fi: 'Ei vielä äänestyksiä eikä kyselyjä',
    sv: 'Inga omröstningar eller enkäter ännu',
    en: 'No polls or surveys yet',
  },
  nothingWhy: {
    fi: 'Kun koordinaattori julkaisee äänestyksen tai kyselyn, se näkyy täällä ja verkoston kanavalla.',
    sv: 'När koordinatorn publicerar en omröstning eller en enkät syns den här och i nätverkets kanal.',
    en: 'When the coordinator publishes a poll or a survey, it shows here and in the network’s channel.',
  },

  // ── Home ──
  dueTitle: { fi: 'Kyselyt ja palaute', sv: 'Enkäter och respons', en: 'Surveys and feedback' },
  giveFeedback: { fi: 'Anna palautetta', sv: 'Ge respons', en: 'Give feedback' },
  answer: { fi: 'Vastaa', sv: 'Svara', en: 'Answer' },
  goOn: { fi: 'Jatka vastaamista', sv: 'Fortsätt svara', en: 'Go on answering' },
  questionCount: {
    fi: '{n, plural, one {# kysymys} other {# kysymystä}}',
    sv: '{n, plural, one {# fråga} other {# frågor}}',
    en: '{n, plural, one {# question} other {# questions}}',
  },
  partOf: { fi: 'Osa {number}/{of}', sv: 'Del {number}/{of}', en: 'Part {number} of {of}' },

  // ── One survey ──
  open: { fi: 'Avoinna', sv: 'Öppen', en: 'Open' },
  scheduled: { fi: 'Tulossa', sv: 'Kommande', en: 'Coming' },
  counting: { fi: 'Lasketaan tuloksia', sv: 'Resultaten räknas', en: 'Counting the results' },
  closed: { fi: 'Päättynyt', sv: 'Avslutad', en: 'Closed' },
  undone: { fi: 'Poistettu', sv: 'Borttagen', en: 'Taken back' },
  undoneWhat: {
    fi: 'Koordinaattori poisti kyselyn ennen kuin kukaan oli vastannut.',
    sv: 'Koordinatorn tog bort enkäten innan någon hade svarat.',
    en: 'The coordinator took the survey back before anyone had answered.',
  },
  opensAt: { fi: 'Avautuu {when}', sv: 'Öppnas {when}', en: 'Opens {when}' },
  closesAt: { fi: 'Päättyy {when}', sv: 'Stängs {when}', en: 'Closes {when}' },
  closedAt: { fi: 'Päättyi {when}', sv: 'Stängdes {when}', en: 'Closed {when}' },
  toEvent: { fi: 'Tilaisuus: {title}', sv: 'Evenemang: {title}', en: 'Event: {title}' },
  purpose: {
    fi: 'Miksi kysymme ja mihin vastauksia käytetään',
    sv: 'Varför vi frågar och vad svaren används till',
    en: 'Why we ask and what the answers are used for',
  },
  parts: { fi: 'Kyselyn osat', sv: 'Enkätens delar', en: 'Parts of the survey' },
  thisPart: { fi: 'tämä osa', sv: 'den här delen', en: 'this part' },
  nextPart: {
    fi: 'Siirry osaan {number}: {title}',
    sv: 'Gå till del {number}: {title}',
    en: 'Go to part {number}: {title}',
  },
  allAnswered: {
    fi: 'Olet vastannut kaikkiin osiin. Kiitos!',
    sv: 'Du har svarat på alla delar. Tack!',
    en: 'You have answered every part. Thank you!',
  },
  nextOpens: {
    fi: 'Olet vastannut kaikkiin avoimiin osiin. Seuraava osa avautuu {when}.',
    sv: 'Du har svarat på alla öppna delar. Nästa del öppnas {when}.',
    en: 'You have answered every open part. The next one opens {when}.',
  },

  // ── Answering ──
  yourAnswers: { fi: 'Omat vastaukset', sv: 'Dina svar', en: 'Your answers' },
  anonymous: {
    fi: 'Vastaat nimettömänä: kukaan ei näe, kuka vastasi mitä.',
    sv: 'Du svarar anonymt: ingen ser vem som svarade vad.',
    en: 'You answer anonymously: nobody sees who answered what.',
  },
  anonymousHow: {
    fi: 'Vastauksesi säilytetään sinetöitynä, kunnes kysely päättyy, jotta voit muuttaa niitä. Siihen asti vain palvelin pystyy yhdistämään ne sinuun. Sen jälkeen siihen ei pysty enää koskaan kukaan.',
    sv: 'Dina svar förvaras förseglade tills enkäten stängs, så att du kan ändra dem. Fram till dess kan bara servern koppla dem till dig. Därefter kan ingen någonsin göra det.',
    en: 'Your answers are kept sealed until the survey closes, so that you can change them. Until then only the server can connect them to you. After that nobody can, ever.',
  },
  anonymousStep: {
    fi: 'Tuloksia näytetään vasta, kun vähintään {step} on vastannut.',
    sv: 'Resultat visas först när minst {step} har svarat.',
    en: 'Results are shown only once at least {step} have answered.',
  },
  named: {
    fi: 'Koordinaattori näkee nimesi vastaustesi vieressä. Muut jäsenet eivät näe nimeäsi.',
    sv: 'Koordinatorn ser ditt namn bredvid dina svar. De andra medlemmarna ser inte ditt namn.',
    en: 'The coordinator sees your name beside your answers. Other members don’t see your name.',
  },
  requiredMark: {
    fi: '* Tähdellä merkittyihin tarvitaan vastaus.',
    sv: '* Frågor med stjärna måste besvaras.',
    en: '* Questions marked with a star need an answer.',
  },
  isRequired: { fi: 'vastaus tarvitaan', sv: 'svar krävs', en: 'an answer is needed' },
  progress: {
    fi: '{answered}/{of} vastattu',
    sv: '{answered}/{of} besvarade',
    en: '{answered} of {of} answered',
  },
  saving: { fi: 'Tallennetaan luonnosta', sv: 'Sparar utkastet', en: 'Saving the draft' },
  savedAt: {
    fi: 'Luonnos tallennettu klo {time}',
    sv: 'Utkastet sparat kl. {time}',
    en: 'Draft saved at {time}',
  },
  notSaved: {
    fi: 'Luonnosta ei saatu tallennettua palvelimelle. Vastauksesi ovat tallessa tässä ikkunassa, ja yritämme pian uudelleen.',
    sv: 'Utkastet kunde inte sparas på servern. Dina svar finns kvar i det här fönstret, och vi försöker snart igen.',
    en: 'The draft could not be saved on the server. Your answers are kept in this window, and we try again soon.',
  },
  notSavedWhy: {
    fi: 'Luonnosta ei voitu tallentaa: {why}',
    sv: 'Utkastet kunde inte sparas: {why}',
    en: 'The draft could not be saved: {why}',
  },
  onlyDraft: {
    fi: 'Luonnos ei ole vielä vastaus. Voit jatkaa myöhemmin millä laitteella tahansa. Vastauksesi lasketaan mukaan, kun lähetät ne.',
    sv: 'Ett utkast är ännu inget svar. Du kan fortsätta senare på vilken enhet som helst. Dina svar räknas när du skickar dem.',
    en: 'A draft is not an answer yet. You can go on later on any device. Your answers count once you send them.',
  },
  changesUnsent: {
    fi: 'Sinulla on muutoksia, joita et ole lähettänyt. Aiemmat vastauksesi ovat voimassa, kunnes lähetät ne.',
    sv: 'Du har ändringar som du inte har skickat. Dina tidigare svar gäller tills du skickar dem.',
    en: 'You have changes that you have not sent. Your earlier answers stand until you send them.',
  },
  send: { fi: 'Lähetä vastaukset', sv: 'Skicka svaren', en: 'Send the answers' },
  sendChanges: { fi: 'Lähetä muutetut vastaukset', sv: 'Skicka de ändrade svaren', en: 'Send the changed answers' },
  keepEarlier: { fi: 'Hylkää muutokset', sv: 'Förkasta ändringarna', en: 'Discard the changes' },
  kept: {
    fi: 'Aiemmat vastauksesi jäivät voimaan.',
    sv: 'Dina tidigare svar gäller.',
    en: 'Your earlier answers stand.',
  },
  thanks: {
    fi: 'Kiitos, vastauksesi on lähetetty.',
    sv: 'Tack, dina svar har skickats.',
    en: 'Thank you, your answers have been sent.',
  },
  sentAt: {
    fi: 'Vastauksesi on lähetetty {when}.',
    sv: 'Dina svar skickades {when}.',
    en: 'Your answers were sent {when}.',
  },
  sent: { fi: 'Vastauksesi on lähetetty.', sv: 'Dina svar har skickats.', en: 'Your answers have been sent.' },
  canChange: {
    fi: 'Voit muuttaa vastauksiasi tai perua ne, kunnes kysely päättyy {when}.',
    sv: 'Du kan ändra dina svar eller ta tillbaka dem tills enkäten stängs {when}.',
    en: 'You can change your answers or take them back until the survey closes {when}.',
  },
  change: { fi: 'Muuta vastauksia', sv: 'Ändra svaren', en: 'Change the answers' },
  withdraw: { fi: 'Peru vastaukset', sv: 'Ta tillbaka svaren', en: 'Take the answers back' },
  withdrawTitle: { fi: 'Perutaanko vastauksesi?', sv: 'Ta tillbaka dina svar?', en: 'Take your answers back?' },
  withdrawWhat: {
    fi: 'Vastauksesi poistetaan, eivätkä ne ole mukana tuloksissa. Voit vastata uudelleen, kunnes kysely päättyy.',
    sv: 'Dina svar tas bort och räknas inte med i resultaten. Du kan svara på nytt tills enkäten stängs.',
    en: 'Your answers are removed and don’t count in the results. You can answer again until the survey closes.',
  },
  withdrawn: {
    fi: 'Vastauksesi on peruttu.',
    sv: 'Dina svar har tagits tillbaka.',
    en: 'Your answers have been taken back.',
  },
  didAnswer: { fi: 'Vastasit tähän.', sv: 'Du svarade på den här.', en: 'You answered this.' },
  didNotAnswer: { fi: 'Et vastannut tähän.', sv: 'Du svarade inte på den här.', en: 'You did not answer this.' },
  notYet: {
    fi: 'Vastaaminen alkaa {when}.',
    sv: 'Du kan svara från och med {when}.',
    en: 'You can answer from {when}.',
  },

  absent: { fi: 'En ollut paikalla', sv: 'Jag var inte på plats', en: 'I wasn’t there' },
  wasThere: { fi: 'Olin paikalla', sv: 'Jag var på plats', en: 'I was there' },
  absentWhat: {
    fi: 'Ei haittaa! Yksi kysymys riittää.',
    sv: 'Ingen fara! En fråga räcker.',
    en: 'No matter! One question is enough.',
  },
  saidAbsent: {
    fi: 'Kerroit, ettet ollut paikalla. Kiitos tiedosta!',
    sv: 'Du berättade att du inte var på plats. Tack för beskedet!',
    en: 'You told us that you were not there. Thank you!',
  },

  // ── Questions ──
  best: { fi: 'paras', sv: 'bäst', en: 'best' },
  worst: { fi: 'heikoin', sv: 'sämst', en: 'worst' },
  other: { fi: 'Muu, mikä?', sv: 'Annat, vad?', en: 'Other, what?' },
  otherWords: { fi: 'Oma vastauksesi', sv: 'Ditt eget svar', en: 'Your own answer' },
  clear: { fi: 'Poista valinta', sv: 'Ta bort valet', en: 'Clear the choice' },
  manyMay: { fi: 'Voit valita useita.', sv: 'Du kan välja flera.', en: 'You can choose several.' },
  charactersLeft: {
    fi: '{n, plural, one {# merkki} other {# merkkiä}} jäljellä',
    sv: '{n, plural, one {# tecken} other {# tecken}} kvar',
    en: '{n, plural, one {# character} other {# characters}} left',
  },
  charactersOver: {
    fi: '{n, plural, one {# merkki} other {# merkkiä}} liikaa',
    sv: '{n, plural, one {# tecken} other {# tecken}} för mycket',
    en: '{n, plural, one {# character} other {# characters}} too many',
  },
  between: { fi: '{least}–{most}', sv: '{least}–{most}', en: '{least}–{most}' },
  atLeast: { fi: 'vähintään {least}', sv: 'minst {least}', en: 'at least {least}' },
  atMost: { fi: 'enintään {most}', sv: 'högst {most}', en: 'at most {most}' },
  problems: {
    fi: '{n, plural, one {Yksi kysymys tarvitsee vielä vastauksen tai korjauksen} other {# kysymystä tarvitsee vielä vastauksen tai korjauksen}}',
    sv: '{n, plural, one {En fråga behöver ännu ett svar eller en rättelse} other {# frågor behöver ännu ett svar eller en rättelse}}',
    en: '{n, plural, one {One question still needs an answer or a correction} other {# questions still need an answer or a correction}}',
  },
  problem: { fi: '{label} – {message}', sv: '{label} – {message}', en: '{label} – {message}' },

  // ── Results ──
  results: { fi: 'Tulokset', sv: 'Resultat', en: 'Results' },
  resultsNow: { fi: 'Tulokset nyt', sv: 'Resultat nu', en: 'Results so far' },
  turnout: {
    fi: '{answers, plural, one {# vastaus} other {# vastausta}}, kysyttiin {asked} henkilöltä',
    sv: '{answers, plural, one {# svar} other {# svar}}, {asked, plural, one {# person} other {# personer}} ombads svara',
    en: '{answers, plural, one {# answer} other {# answers}}, {asked, plural, one {# person was} other {# people were}} asked',
  },
  absentCount: {
    fi: '{n, plural, one {# ei ollut paikalla} other {# ei ollut paikalla}}',
    sv: '{n, plural, one {# var inte på plats} other {# var inte på plats}}',
    en: '{n, plural, one {# was not there} other {# were not there}}',
  },
  entered: {
    fi: '{n, plural, one {Vastauksista # on kirjattu paperilta tai puhelimesta.} other {Vastauksista # on kirjattu paperilta tai puhelimesta.}}',
    sv: '{n, plural, one {# av svaren har antecknats från papper eller telefon.} other {# av svaren har antecknats från papper eller telefon.}}',
    en: '{n, plural, one {# of the answers was written down from paper or by phone.} other {# of the answers were written down from paper or by phone.}}',
  },
  byPublicPage: {
    fi: '{n, plural, one {Vastauksista # on annettu julkisella sivulla.} other {Vastauksista # on annettu julkisella sivulla.}}',
    sv: '{n, plural, one {# av svaren har getts på den öppna sidan.} other {# av svaren har getts på den öppna sidan.}}',
    en: '{n, plural, one {# of the answers was given on the public page.} other {# of the answers were given on the public page.}}',
  },
  asOf: { fi: 'Luvut ovat tilanteesta {when}.', sv: 'Siffrorna är från {when}.', en: 'Figures as of {when}.' },
  waiting: {
    fi: '{answers}/{needed} vastausta. Tulokset näkyvät, kun vielä {missing, plural, one {yksi} other {#}} vastaa.',
    sv: '{answers}/{needed} svar. Resultaten visas när {missing, plural, one {en till} other {# till}} har svarat.',
    en: '{answers} of {needed} answers. The results are shown when {missing, plural, one {one more answers} other {# more answer}}.',
  },
  waitingWhy: {
    fi: 'Tulokset näytetään vähintään {step} vastauksen erissä, jotta yksittäisiä vastauksia ei voi päätellä.',
    sv: 'Resultaten visas i omgångar om minst {step} svar, så att enskilda svar inte går att sluta sig till.',
    en: 'Results are shown in steps of at least {step} answers, so that no single answer can be worked out.',
  },
  tooFew: {
    fi: '{answers, plural, one {Tuli # vastaus.} other {Tuli # vastausta.}} Tuloksia ei näytetä, koska vastauksia pitäisi olla vähintään {step}, jotta yksittäisiä vastauksia ei voi päätellä.',
    sv: '{answers, plural, one {# svar gavs.} other {# svar gavs.}} Resultaten visas inte: det behövs minst {step} svar för att enskilda svar inte ska gå att sluta sig till.',
    en: '{answers, plural, one {# answer was given.} other {# answers were given.}} The results are not shown: it takes at least {step} answers for no single answer to be worked out.',
  },
  none: { fi: 'Kukaan ei vastannut.', sv: 'Ingen svarade.', en: 'Nobody answered.' },
  noneYet: {
    fi: 'Vastauksia ei ole vielä.',
    sv: 'Det finns inga svar ännu.',
    en: 'There are no answers yet.',
  },
  lost: {
    fi: 'Vastausten salausavain katosi palvelimelta, eikä tuloksia voi enää laskea. Vastaukset eivät päätyneet kenenkään nähtäviksi.',
    sv: 'Svarens krypteringsnyckel försvann från servern, och resultaten kan inte längre räknas. Ingen har fått se svaren.',
    en: 'The key of the answers was lost on the server, and the results can no longer be counted. Nobody got to see the answers.',
  },
  hiddenResults: {
    fi: 'Tulokset näkevät vain koordinaattorit.',
    sv: 'Bara koordinatorerna ser resultaten.',
    en: 'Only coordinators see the results.',
  },
  showAs: { fi: 'Näytä tulokset', sv: 'Visa resultaten', en: 'Show the results' },
  asChart: { fi: 'Kaavioina', sv: 'Som diagram', en: 'As charts' },
  asTable: { fi: 'Taulukkoina', sv: 'Som tabeller', en: 'As tables' },
  answerHead: { fi: 'Vastaus', sv: 'Svar', en: 'Answer' },
  countHead: { fi: 'Vastauksia', sv: 'Antal svar', en: 'Answers' },
  share: { fi: 'Osuus', sv: 'Andel', en: 'Share' },
  averageHead: { fi: 'Keskiarvo', sv: 'Medeltal', en: 'Average' },
  overlap: {
    fi: 'Osuudet ovat vastanneista. Moni on voinut valita useita, joten summa voi ylittää 100 %.',
    sv: 'Andelarna räknas av dem som svarat. Många kan ha valt flera, så summan kan överstiga 100 %.',
    en: 'Shares are of those who answered. Many may have chosen several, so they can add up to more than 100%.',
  },
  averageOf: {
    fi: 'Keskiarvo {value} ({n, plural, one {# vastaus} other {# vastausta}})',
    sv: 'Medeltal {value} ({n, plural, one {# svar} other {# svar}})',
    en: 'Average {value} ({n, plural, one {# answer} other {# answers}})',
  },
  scaleOf: {
    fi: 'asteikolla {from}–{to}',
    sv: 'på skalan {from}–{to}',
    en: 'on a scale of {from}–{to}',
  },
  left: {
    fi: '{n, plural, one {# vastaus ei ole mukana, koska niitä on liian vähän näytettäväksi.} other {# vastausta ei ole mukana, koska niitä on liian vähän näytettäväksi.}}',
    sv: '{n, plural, one {# svar är inte med, eftersom svaren är för få för att visas.} other {# svar är inte med, eftersom de är för få för att visas.}}',
    en: '{n, plural, one {# answer is not included, because there are too few to be shown.} other {# answers are not included, because they are too few to be shown.}}',
  },
  noAnswersHere: {
    fi: 'Ei näytettäviä vastauksia.',
    sv: 'Inga svar att visa.',
    en: 'No answers to show.',
  },
  bySizeClass: { fi: 'Kokoluokittain', sv: 'Enligt storleksklass', en: 'By size class' },
  byArea: { fi: 'Alueittain', sv: 'Enligt område', en: 'By area' },
  sizeClass: { fi: 'Kokoluokka', sv: 'Storleksklass', en: 'Size class' },
  area: { fi: 'Alue', sv: 'Område', en: 'Area' },
  texts: {
    fi: '{n, plural, one {# kirjoitettu vastaus} other {# kirjoitettua vastausta}}',
    sv: '{n, plural, one {# skrivet svar} other {# skrivna svar}}',
    en: '{n, plural, one {# written answer} other {# written answers}}',
  },
  ownTexts: { fi: 'Omia vastauksia', sv: 'Egna svar', en: 'Answers of their own' },
  quotes: { fi: 'Poimintoja', sv: 'Urval', en: 'Picked out' },
  showAll: { fi: 'Näytä kaikki ({n})', sv: 'Visa alla ({n})', en: 'Show all ({n})' },
  showFewer: { fi: 'Näytä vähemmän', sv: 'Visa färre', en: 'Show fewer' },
  theme: { fi: 'Teema', sv: 'Tema', en: 'Theme' },
  allThemes: { fi: 'Kaikki teemat', sv: 'Alla teman', en: 'All themes' },
  themeCount: { fi: '{tag} ({n})', sv: '{tag} ({n})', en: '{tag} ({n})' },

  // ── Feedback over the years ──
  yearsLead: {
    fi: 'Tilaisuuksien arvosanat asteikolla 1–5.',
    sv: 'Evenemangens helhetsbetyg på skalan 1–5.',
    en: 'Grades of the events on a scale of 1–5.',
  },
  averages: { fi: 'Vuosien keskiarvot', sv: 'Medeltal per år', en: 'Averages by year' },
  yearFacts: {
    fi: '{events, plural, one {# tilaisuus} other {# tilaisuutta}}, {answers, plural, one {# vastaus} other {# vastausta}}',
    sv: '{events, plural, one {# evenemang} other {# evenemang}}, {answers, plural, one {# svar} other {# svar}}',
    en: '{events, plural, one {# event} other {# events}}, {answers, plural, one {# answer} other {# answers}}',
  },
  noGrade: { fi: 'Arvosanaa ei näytetä', sv: 'Betyget visas inte', en: 'The grade is not shown' },
  gradeLater: { fi: 'Palautetta kerätään vielä', sv: 'Respons samlas ännu in', en: 'Feedback is still open' },
  noFeedback: { fi: 'Palautetta ei ole vielä', sv: 'Ingen respons ännu', en: 'No feedback yet' },
  noFeedbackWhy: {
    fi: 'Kun verkoston tilaisuudesta on annettu palautetta, arvosanat näkyvät täällä.',
    sv: 'När ett evenemang i nätverket har fått respons syns betygen här.',
    en: 'Once an event of the network has feedback, its grades show here.',
  },

  // ── Wishes ──
  wishesLead: {
    fi: 'Kehittämistoiveita palautteista ja kyselyistä, ja mitä niille on tehty.',
    sv: 'Önskemål ur respons och enkäter, och vad som har gjorts åt dem.',
    en: 'What people wished for in feedback and surveys, and what was done.',
  },
  wishNew: { fi: 'Uusi', sv: 'Nytt', en: 'New' },
  wishUnderWay: { fi: 'Työn alla', sv: 'På gång', en: 'Under way' },
  wishDone: { fi: 'Tehty', sv: 'Gjort', en: 'Done' },
  wishNotNow: { fi: 'Ei nyt', sv: 'Inte nu', en: 'Not now' },
  reply: { fi: 'Koordinaattorin vastaus', sv: 'Koordinatorns svar', en: 'The coordinator’s reply' },
  told: { fi: 'Kerrottu kutsussa', sv: 'Berättat i inbjudan', en: 'Told in an invitation' },
  statusFilter: { fi: 'Näytä', sv: 'Visa', en: 'Show' },
  all: { fi: 'Kaikki', sv: 'Alla', en: 'All' },
  noWishes: { fi: 'Ei vielä vastattuja toiveita', sv: 'Inga besvarade önskemål ännu', en: 'No answered wishes yet' },
  noWishesWhy: {
    fi: 'Kun koordinaattori on vastannut palautteissa annettuihin toiveisiin, ne näkyvät täällä.',
    sv: 'När koordinatorn har svarat på önskemålen i responsen syns de här.',
    en: 'Once the coordinator has answered wishes given in feedback, they show here.',
  },
  noWishesSo: {
    fi: 'Näillä rajauksilla ei löydy toiveita.',
    sv: 'Inga önskemål med det här urvalet.',
    en: 'No wishes match this choice.',
  },
});
