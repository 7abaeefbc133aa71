/** What the pages of surveys and feedback say on the personal link and on the page that anyone may answer on. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── The list ──
  surveys: { fi: 'Kyselyt ja palaute', sv: 'Enkäter och respons', en: 'Surveys and feedback' },
  open: { fi: 'Avoinna', sv: 'Öppna', en: 'Open' },
  noneOpen: {
    fi: 'Juuri nyt sinulla ei ole avoimia kyselyitä.',
    sv: 'Just nu har du inga öppna enkäter.',
    en: 'You have no open surveys right now.',
  },
  ended: { fi: 'Päättyneet', sv: 'Avslutade', en: 'Ended' },
  feedbackOn: { fi: 'Palaute: {title}', sv: 'Respons: {title}', en: 'Feedback: {title}' },
  partOf: { fi: '{title} (osa {n}/{of})', sv: '{title} (del {n}/{of})', en: '{title} (part {n}/{of})' },
  answerBy: {
    fi: 'Vastaa viimeistään {when}.',
    sv: 'Svara senast {when}.',
    en: 'Answer by {when}.',
  },
  goOnBy: {
    fi: 'Kesken. Jatka viimeistään {when}.',
    sv: 'Påbörjad. Fortsätt senast {when}.',
    en: 'Begun. Go on by {when}.',
  },
  changeBy: {
    fi: 'Olet vastannut. Voit muuttaa vastaustasi {when} asti.',
    sv: 'Du har svarat. Du kan ändra ditt svar fram till {when}.',
    en: 'You have answered. You can change your answer until {when}.',
  },
  closedAt: { fi: 'Suljettu {when}', sv: 'Stängd {when}', en: 'Closed {when}' },

  // ── About it ──
  purpose: {
    fi: 'Mihin vastauksia käytetään: {purpose}',
    sv: 'Vad svaren används till: {purpose}',
    en: 'What the answers are used for: {purpose}',
  },
  questions: {
    fi: '{n, plural, one {# kysymys} other {# kysymystä}}',
    sv: '{n, plural, one {# fråga} other {# frågor}}',
    en: '{n, plural, one {# question} other {# questions}}',
  },
  opensAt: {
    fi: 'Vastaaminen alkaa {when}. Palaa silloin tälle sivulle.',
    sv: 'Det går att svara från {when}. Kom tillbaka till den här sidan då.',
    en: 'It opens for answers {when}. Come back to this page then.',
  },
  anonymous: {
    fi: 'Vastaukset ovat nimettömiä. Ennen sulkemista vain palvelin pystyy yhdistämään vastauksen sinuun, jotta voit muuttaa sitä. Sulkemisen jälkeen sitä ei pysty yhdistämään sinuun kukaan.',
    sv: 'Svaren är anonyma. Före stängningen kan bara servern koppla svaret till dig, så att du kan ändra det. Efter stängningen kan ingen koppla det till dig.',
    en: 'Answers are anonymous. Until it closes only the server can link your answer to you, so that you can change it. After that nobody can.',
  },
  inSteps: {
    fi: 'Tuloksia näytetään vasta, kun vastauksia on vähintään {n}. Koordinaattori näkee sulkemisen jälkeen, ketkä vastasivat, mutta ei mitä.',
    sv: 'Resultat visas först när det finns minst {n} svar. Efter stängningen ser koordinatorn vilka som har svarat, men inte vad.',
    en: 'Results are shown only once there are at least {n} answers. After closing the coordinator sees who answered, but not what.',
  },
  named: {
    fi: 'Tämä kysely ei ole nimetön: koordinaattorit näkevät nimesi ja vastauksesi. Tuloksissa nimeäsi ei näytetä.',
    sv: 'Den här enkäten är inte anonym: koordinatorerna ser ditt namn och dina svar. I resultaten visas inte ditt namn.',
    en: 'This survey is not anonymous: coordinators see your name and your answers. Results do not show your name.',
  },
  noNames: {
    fi: 'Älä kirjoita vastauksiin omaa nimeäsi tai muiden nimiä.',
    sv: 'Skriv inte ditt eget eller andras namn i svaren.',
    en: 'Don’t write your own or other people’s names in the answers.',
  },

  // ── The parts ──
  parts: {
    fi: 'Kyselyn osat: olet vastannut {n}/{of}',
    sv: 'Enkätens delar: du har svarat på {n}/{of}',
    en: 'Parts of the survey: you have answered {n}/{of}',
  },
  part: { fi: 'Osa {n}: {title}', sv: 'Del {n}: {title}', en: 'Part {n}: {title}' },
  isThis: { fi: 'Tämä osa', sv: 'Den här delen', en: 'This part' },
  isAnswered: { fi: 'Vastattu', sv: 'Besvarad', en: 'Answered' },
  isBegun: { fi: 'Kesken', sv: 'Påbörjad', en: 'Begun' },
  isOpen: { fi: 'Avoinna', sv: 'Öppen', en: 'Open' },
  opensLater: { fi: 'Avautuu {when}', sv: 'Öppnas {when}', en: 'Opens {when}' },
  isClosed: { fi: 'Suljettu', sv: 'Stängd', en: 'Closed' },
  nextPart: { fi: 'Siirry osaan {n}', sv: 'Gå till del {n}', en: 'Go to part {n}' },

  // ── The form ──
  needed: { fi: '{question} *', sv: '{question} *', en: '{question} *' },
  neededHow: {
    fi: 'Tähdellä (*) merkittyihin pitää vastata.',
    sv: 'Frågor med stjärna (*) måste besvaras.',
    en: 'Questions marked with an asterisk (*) need an answer.',
  },
  withUnit: { fi: '{question} ({unit})', sv: '{question} ({unit})', en: '{question} ({unit})' },
  gradeEnds: { fi: '1 = heikko, 5 = erinomainen', sv: '1 = svagt, 5 = utmärkt', en: '1 = poor, 5 = excellent' },
  scaleEnd: { fi: '{n} = {words}', sv: '{n} = {words}', en: '{n} = {words}' },
  longest: {
    fi: 'Enintään {n} merkkiä.',
    sv: 'Högst {n} tecken.',
    en: 'At most {n} characters.',
  },
  least: { fi: 'Vähintään {least}.', sv: 'Minst {least}.', en: 'At least {least}.' },
  most: { fi: 'Enintään {most}.', sv: 'Högst {most}.', en: 'At most {most}.' },
  between: {
    fi: 'Luku väliltä {least}–{most}.',
    sv: 'Ett tal mellan {least} och {most}.',
    en: 'A number between {least} and {most}.',
  },
  chooseSeveral: { fi: 'Voit valita useita.', sv: 'Du kan välja flera.', en: 'You can choose several.' },
  noAnswer: { fi: 'En vastaa', sv: 'Inget svar', en: 'No answer' },
  otherChoice: { fi: 'Muu, mikä?', sv: 'Annat, vad?', en: 'Other, what?' },
  ownAnswer: {
    fi: 'Oma vastaus: {question}',
    sv: 'Eget svar: {question}',
    en: 'Own answer: {question}',
  },
  goOn: { fi: 'Jatka', sv: 'Fortsätt', en: 'Continue' },
  send: { fi: 'Lähetä vastaukset', sv: 'Skicka svaren', en: 'Send answers' },
  sendFeedback: { fi: 'Lähetä palaute', sv: 'Skicka respons', en: 'Send feedback' },
  saveChanges: { fi: 'Tallenna muutokset', sv: 'Spara ändringarna', en: 'Save changes' },
  later: { fi: 'Tallenna ja jatka myöhemmin', sv: 'Spara och fortsätt senare', en: 'Save and go on later' },
  withdraw: { fi: 'Peru vastaukseni', sv: 'Ta bort mitt svar', en: 'Withdraw my answer' },
  change: { fi: 'Muuta vastaustasi', sv: 'Ändra ditt svar', en: 'Change your answer' },
  more: {
    fi: '{n, plural, one {Vastaustesi perusteella tuli yksi lisäkysymys.} other {Vastaustesi perusteella tuli # lisäkysymystä.}} Vastauksesi eivät ole vielä lähteneet.',
    sv: '{n, plural, one {Dina svar ledde till en fråga till.} other {Dina svar ledde till # frågor till.}} Svaren har inte skickats ännu.',
    en: '{n, plural, one {Your answers led to one more question.} other {Your answers led to # more questions.}} They have not been sent yet.',
  },
  allShown: {
    fi: 'Kaikki kysymykset ovat nyt tässä. Tarkista vastauksesi ja lähetä ne.',
    sv: 'Nu finns alla frågor här. Kontrollera dina svar och skicka dem.',
    en: 'All questions are here now. Check your answers and send them.',
  },

  // ── How one stands ──
  hasDraft: {
    fi: 'Keskeneräiset vastauksesi ovat tallessa. Ne eivät ole mukana, ennen kuin lähetät ne.',
    sv: 'Dina påbörjade svar är sparade. De räknas inte förrän du skickar dem.',
    en: 'Your unfinished answers are kept. They do not count until you send them.',
  },
  hasAnswered: { fi: 'Olet vastannut.', sv: 'Du har svarat.', en: 'You have answered.' },
  wasAbsent: {
    fi: 'Kerroit, ettet ollut paikalla.',
    sv: 'Du har berättat att du inte var med.',
    en: 'You said that you weren’t there.',
  },
  canChange: {
    fi: 'Voit muuttaa vastaustasi tai perua sen {when} asti.',
    sv: 'Du kan ändra eller ta bort ditt svar fram till {when}.',
    en: 'You can change or withdraw your answer until {when}.',
  },
  absent: { fi: 'En ollut paikalla', sv: 'Jag var inte med', en: 'I wasn’t there' },
  sendAbsent: { fi: 'Lähetä', sv: 'Skicka', en: 'Send' },

  // ── What was done ──
  sent: {
    fi: 'Kiitos, vastauksesi on tallessa.',
    sv: 'Tack, ditt svar är sparat.',
    en: 'Thank you, your answer is saved.',
  },
  changed: { fi: 'Vastauksesi on muutettu.', sv: 'Ditt svar är ändrat.', en: 'Your answer has been changed.' },
  withdrawn: { fi: 'Vastauksesi on peruttu.', sv: 'Ditt svar är borttaget.', en: 'Your answer has been withdrawn.' },
  saved: {
    fi: 'Vastauksesi ovat tallessa. Voit jatkaa millä tahansa laitteella avaamalla tämän sivun uudelleen.',
    sv: 'Dina svar är sparade. Du kan fortsätta på vilken enhet som helst genom att öppna den här sidan på nytt.',
    en: 'Your answers are kept. You can go on with any device by opening this page again.',
  },
  kept: {
    fi: 'Vastauksesi tähän asti ovat tallessa.',
    sv: 'Dina svar hittills är sparade.',
    en: 'Your answers so far are kept.',
  },

  // ── Results ──
  results: { fi: 'Tulokset', sv: 'Resultat', en: 'Results' },
  soFar: { fi: 'Tulokset tähän mennessä', sv: 'Resultaten hittills', en: 'Results so far' },
  ownAnswers: { fi: 'Omat vastauksesi', sv: 'Dina svar', en: 'Your answers' },
  answers: {
    fi: '{n, plural, one {# vastaus} other {# vastausta}}',
    sv: '{n, plural, one {# svar} other {# svar}}',
    en: '{n, plural, one {# answer} other {# answers}}',
  },
  waiting: {
    fi: '{n}/{of} vastausta. Tulokset näkyvät, kun vielä {missing} vastaa.',
    sv: '{n}/{of} svar. Resultaten visas när {missing} till har svarat.',
    en: '{n} of {of} answers. Results are shown when {missing} more {missing, plural, one {answers} other {answer}}.',
  },
  tooFew: {
    fi: '{n, plural, one {Vastauksia tuli yksi.} other {Vastauksia tuli #.}} Niitä on liian vähän, jotta tulokset voisi näyttää.',
    sv: '{n, plural, one {Det kom ett svar.} other {Det kom # svar.}} De är för få för att resultaten ska kunna visas.',
    en: '{n, plural, one {There was one answer.} other {There were # answers.}} They are too few for results to be shown.',
  },
  none: { fi: 'Vastauksia ei tullut.', sv: 'Det kom inga svar.', en: 'There were no answers.' },
  hidden: {
    fi: 'Tulokset näkyvät vain koordinaattoreille.',
    sv: 'Resultaten visas bara för koordinatorerna.',
    en: 'Results are shown to coordinators alone.',
  },
  lost: {
    fi: 'Vastauksia ei voitu avata, joten tuloksia ei ole.',
    sv: 'Svaren kunde inte öppnas, så det finns inga resultat.',
    en: 'The answers could not be opened, so there are no results.',
  },
  counting: {
    fi: 'Vastauksia lasketaan. Avaa sivu uudelleen hetken päästä.',
    sv: 'Svaren räknas. Öppna sidan på nytt om en stund.',
    en: 'Answers are being counted. Open the page again in a moment.',
  },
  grade: {
    fi: '{average}/5 ({n, plural, one {# vastaus} other {# vastausta}})',
    sv: '{average}/5 ({n, plural, one {# svar} other {# svar}})',
    en: '{average}/5 ({n, plural, one {# answer} other {# answers}})',
  },
  average: {
    fi: 'Keskiarvo {average} ({n, plural, one {# vastaus} other {# vastausta}})',
    sv: 'Medeltal {average} ({n, plural, one {# svar} other {# svar}})',
    en: 'Average {average} ({n, plural, one {# answer} other {# answers}})',
  },
  cell: { fi: '{cell}: {line}', sv: '{cell}: {line}', en: '{cell}: {line}' },
  left: {
    fi: '{n, plural, one {# vastaus ei ole vielä mukana.} other {# vastausta ei ole vielä mukana.}}',
    sv: '{n, plural, one {# svar är inte med ännu.} other {# svar är inte med ännu.}}',
    en: '{n, plural, one {# answer is not included yet.} other {# answers are not included yet.}}',
  },
  leftOut: {
    fi: '{n, plural, one {# vastaus ei ole mukana.} other {# vastausta ei ole mukana.}}',
    sv: '{n, plural, one {# svar är inte med.} other {# svar är inte med.}}',
    en: '{n, plural, one {# answer is not included.} other {# answers are not included.}}',
  },
  quoted: { fi: '”{words}”', sv: '”{words}”', en: '“{words}”' },
  restOfTexts: {
    fi: 'ja {n, plural, one {# muu vastaus} other {# muuta vastausta}}',
    sv: 'och {n, plural, one {# annat svar} other {# andra svar}}',
    en: 'and {n, plural, one {# other answer} other {# other answers}}',
  },

  // ── The page that anyone may answer on ──
  openHow: {
    fi: 'Vastaa vain kerran. Jos olet jo vastannut Teamsissa tai sähköpostin linkistä, älä vastaa enää tässä.',
    sv: 'Svara bara en gång. Om du redan har svarat i Teams eller via länken i e-posten, svara inte här.',
    en: 'Answer only once. If you have answered already in Teams or by the link in a letter, don’t answer here.',
  },
  openForGood: {
    fi: 'Tällä sivulla annettua vastausta ei voi muuttaa eikä perua.',
    sv: 'Ett svar som ges på den här sidan kan inte ändras eller tas bort.',
    en: 'An answer given on this page can’t be changed or withdrawn.',
  },
  openAnonymous: {
    fi: 'Sivu ei kysy eikä tallenna, kuka olet.',
    sv: 'Sidan varken frågar eller sparar vem du är.',
    en: 'The page neither asks nor stores who you are.',
  },
  openInSteps: {
    fi: 'Tuloksia näytetään vasta, kun vastauksia on vähintään {n}.',
    sv: 'Resultat visas först när det finns minst {n} svar.',
    en: 'Results are shown only once there are at least {n} answers.',
  },
  openClosed: {
    fi: 'Vastaaminen on päättynyt {when}.',
    sv: 'Det har inte gått att svara sedan {when}.',
    en: 'It was closed for answers {when}.',
  },
  thanks: { fi: 'Kiitos', sv: 'Tack', en: 'Thank you' },
  openRepeated: {
    fi: 'Vastauksesi oli jo tallessa. Muutokset eivät ole mukana.',
    sv: 'Ditt svar var redan sparat. Ändringarna är inte med.',
    en: 'Your answer was saved already. Changes are not included.',
  },
});
