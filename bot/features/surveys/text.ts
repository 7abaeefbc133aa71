/** What surveys say in every part: why something can't be done, and the words that cards, letters, pages and the tab share. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── The three fixed questions ──
  gradeQuestion: {
    fi: 'Minkä arvosanan annat tilaisuudelle?',
    sv: 'Vilket helhetsbetyg ger du evenemanget?',
    en: 'How would you grade the event?',
  },
  bestQuestion: { fi: 'Mikä oli parasta?', sv: 'Vad var bäst?', en: 'What was best?' },
  improveQuestion: {
    fi: 'Miten kehittäisit tilaisuutta?',
    sv: 'Hur skulle du utveckla evenemanget?',
    en: 'How would you develop it?',
  },
  absentQuestion: {
    fi: 'Mikä olisi auttanut sinua osallistumaan?',
    sv: 'Vad hade hjälpt dig att delta?',
    en: 'What would have helped you to come?',
  },
  // ── What is wrong with a form ──
  noTitle: { fi: 'Kirjoita kyselylle nimi.', sv: 'Skriv ett namn på enkäten.', en: 'Write a title for the survey.' },
  noQuestions: {
    fi: 'Lisää vähintään yksi kysymys.',
    sv: 'Lägg till minst en fråga.',
    en: 'Add at least one question.',
  },
  manyQuestions: {
    fi: 'Kerralla voi kysyä enintään {most} kysymystä, nyt niitä on {n}. Jaa kysely osiin.',
    sv: 'Högst {most} frågor kan ställas åt gången, nu är de {n}. Dela enkäten i delar.',
    en: 'At most {most} questions can be asked at a time, and there are {n}. Divide the survey into parts.',
  },
  manyPictures: {
    fi: 'Yhdessä kyselyssä voi olla enintään {most} kuvaa, nyt niitä on {n}. Jaa kysely osiin.',
    sv: 'En enkät kan ha högst {most} bilder, nu är de {n}. Dela enkäten i delar.',
    en: 'A survey can have at most {most} pictures, and there are {n}. Divide it into parts.',
  },
  manyParts: {
    fi: 'Kyselyssä voi olla enintään {most} osaa, nyt niitä on {n}.',
    sv: 'En enkät kan ha högst {most} delar, nu är de {n}.',
    en: 'A survey can have at most {most} parts, and there are {n}.',
  },
  noLabel: { fi: 'Kirjoita {n}. kysymys.', sv: 'Skriv fråga {n}.', en: 'Write question {n}.' },
  badQuestionId: {
    fi: 'Lomake on vanhentunut. Lataa sivu uudelleen.',
    sv: 'Formuläret är föråldrat. Ladda om sidan.',
    en: 'The form is out of date. Reload the page.',
  },
  longWords: {
    fi: 'Teksti on liian pitkä: enintään {most} merkkiä, nyt {n}.',
    sv: 'Texten är för lång: högst {most} tecken, nu {n}.',
    en: 'The text is too long: at most {most} characters, now {n}.',
  },
  fewOptions: {
    fi: '{least, plural, one {Lisää vähintään yksi vaihtoehto.} other {Lisää vähintään # vaihtoehtoa.}}',
    sv: 'Lägg till minst {least, plural, one {ett alternativ} other {# alternativ}}.',
    en: 'Add at least {least, plural, one {one option} other {# options}}.',
  },
  manyOptions: {
    fi: 'Vaihtoehtoja voi olla enintään {most}, nyt niitä on {n}.',
    sv: 'Högst {most} alternativ, nu är de {n}.',
    en: 'There can be at most {most} options, and there are {n}.',
  },
  emptyOption: { fi: 'Kirjoita {n}. vaihtoehto.', sv: 'Skriv alternativ {n}.', en: 'Write option {n}.' },
  repeatedOption: {
    fi: 'Vaihtoehto ”{option}” on kahdesti.',
    sv: 'Alternativet ”{option}” finns två gånger.',
    en: 'The option “{option}” is there twice.',
  },
  noPicture: {
    fi: 'Lisää kuva {n}. vaihtoehtoon.',
    sv: 'Lägg till en bild till alternativ {n}.',
    en: 'Add a picture to option {n}.',
  },
  badPicture: {
    fi: 'Kuvaa ei voi lukea. Valitse JPEG-, PNG- tai WebP-kuva, enintään 150 kt.',
    sv: 'Bilden går inte att läsa. Välj en JPEG-, PNG- eller WebP-bild, högst 150 kB.',
    en: 'The picture can’t be read. Choose a JPEG, PNG or WebP picture of at most 150 KB.',
  },
  badScale: {
    fi: 'Asteikon pitää olla kokonaislukuja väliltä {least}–{most}, pienempi ensin.',
    sv: 'Skalan ska vara heltal mellan {least} och {most}, det mindre först.',
    en: 'The scale must be whole numbers between {least} and {most}, the smaller one first.',
  },
  badNumber: { fi: 'Kirjoita luku.', sv: 'Skriv ett tal.', en: 'Write a number.' },
  badLimits: {
    fi: 'Pienimmän luvun pitää olla suurinta pienempi.',
    sv: 'Det minsta talet måste vara mindre än det största.',
    en: 'The smallest number must be less than the largest.',
  },
  badCondition: {
    fi: 'Ehdon pitää koskea aiempaa kysymystä ja jotakin sen vastauksista.',
    sv: 'Villkoret måste gälla en tidigare fråga och något av dess svar.',
    en: 'The condition must be about an earlier question and one of its answers.',
  },
  badStep: {
    fi: 'Tulosten vähimmäismäärän pitää olla {least}–{most} vastausta.',
    sv: 'Minsta antalet svar för resultat ska vara {least}–{most}.',
    en: 'The fewest answers for results must be between {least} and {most}.',
  },
  unknownGroup: {
    fi: 'Ryhmää ei ole enää. Valitse toinen.',
    sv: 'Gruppen finns inte längre. Välj en annan.',
    en: 'The group is gone. Choose another.',
  },
  unknownEvent: {
    fi: 'Tilaisuutta ei löydy. Valitse toinen.',
    sv: 'Evenemanget hittas inte. Välj ett annat.',
    en: 'The event can’t be found. Choose another.',
  },
  unreadableTime: {
    fi: 'Aikaa ei voi lukea. Kirjoita se näin: 3.12. klo 16.',
    sv: 'Tiden går inte att läsa. Skriv den så här: 3.12 kl. 16.',
    en: 'The time can’t be read. Write it like this: 3.12. at 16.',
  },
  pastDeadline: {
    fi: 'Määräaika on jo mennyt. Valitse myöhempi aika.',
    sv: 'Tidsfristen har redan gått ut. Välj en senare tid.',
    en: 'The deadline is in the past. Choose a later time.',
  },
  farDeadline: {
    fi: 'Määräaika on liian kaukana: enintään {days} päivän päässä.',
    sv: 'Tidsfristen är för långt fram: högst {days} dagar.',
    en: 'The deadline is too far ahead: at most {days} days.',
  },
  closesBeforeOpening: {
    fi: 'Kysely sulkeutuu ennen kuin se avautuu. Tarkista ajat.',
    sv: 'Enkäten stängs innan den öppnas. Kontrollera tiderna.',
    en: 'The survey closes before it opens. Check the times.',
  },
  closesBeforeLast: {
    fi: 'Kysely sulkeutuu ennen kuin viimeinen osa avautuu. Valitse myöhempi määräaika.',
    sv: 'Enkäten stängs innan den sista delen öppnas. Välj en senare tidsfrist.',
    en: 'The survey closes before its last part opens. Choose a later deadline.',
  },
  closesAfterEvent: {
    fi: 'Ennakkokyselyn pitää sulkeutua ennen tilaisuuden alkua.',
    sv: 'Förhandsenkäten måste stängas innan evenemanget börjar.',
    en: 'An advance survey must close before the event begins.',
  },
  manyTags: { fi: 'Teemoja voi olla enintään {most}.', sv: 'Högst {most} teman.', en: 'At most {most} themes.' },
  longTag: {
    fi: 'Teema voi olla enintään {most} merkkiä pitkä.',
    sv: 'Ett tema kan ha högst {most} tecken.',
    en: 'A theme can have at most {most} characters.',
  },
  // ── What is wrong with an answer ──
  giveGrade: { fi: 'Anna arvosana.', sv: 'Ge ett betyg.', en: 'Give a grade.' },
  chooseOne: { fi: 'Valitse yksi.', sv: 'Välj ett.', en: 'Choose one.' },
  chooseSome: { fi: 'Valitse vähintään yksi.', sv: 'Välj minst ett.', en: 'Choose at least one.' },
  writeAnswer: { fi: 'Kirjoita vastaus.', sv: 'Skriv ett svar.', en: 'Write an answer.' },
  writeNumber: { fi: 'Kirjoita luku.', sv: 'Skriv ett tal.', en: 'Write a number.' },
  writeOther: { fi: 'Kirjoita oma vastauksesi.', sv: 'Skriv ditt eget svar.', en: 'Write your own answer.' },
  longAnswer: {
    fi: 'Vastaus on liian pitkä: enintään {most} merkkiä, nyt {n}.',
    sv: 'Svaret är för långt: högst {most} tecken, nu {n}.',
    en: 'The answer is too long: at most {most} characters, now {n}.',
  },
  unknownChoice: {
    fi: 'Valitsemaasi vaihtoehtoa ei ole enää. Valitse uudelleen.',
    sv: 'Alternativet du valde finns inte längre. Välj på nytt.',
    en: 'The option you chose is gone. Choose again.',
  },
  onlyOne: { fi: 'Valitse vain yksi.', sv: 'Välj bara ett.', en: 'Choose only one.' },
  badGrade: {
    fi: 'Valitse luku väliltä {from}–{to}.',
    sv: 'Välj ett tal mellan {from} och {to}.',
    en: 'Choose a number between {from} and {to}.',
  },
  numberTooSmall: {
    fi: 'Luvun pitää olla vähintään {least}.',
    sv: 'Talet måste vara minst {least}.',
    en: 'The number must be at least {least}.',
  },
  numberTooLarge: {
    fi: 'Luvun pitää olla enintään {most}.',
    sv: 'Talet får vara högst {most}.',
    en: 'The number must be at most {most}.',
  },
  numberOutside: {
    fi: 'Luvun pitää olla väliltä {least}–{most}.',
    sv: 'Talet måste vara mellan {least} och {most}.',
    en: 'The number must be between {least} and {most}.',
  },
  nothingAnswered: {
    fi: 'Vastaa vähintään yhteen kysymykseen.',
    sv: 'Svara på minst en fråga.',
    en: 'Answer at least one question.',
  },
  // ── Why something can't be done ──
  unknownSurvey: {
    fi: 'Kyselyä ei löydy. Se on ehkä peruttu.',
    sv: 'Enkäten hittas inte. Den har kanske dragits tillbaka.',
    en: 'The survey can’t be found. It may have been taken back.',
  },
  notYetOpen: {
    fi: 'Vastaaminen ei ole vielä alkanut.',
    sv: 'Det går inte att svara ännu.',
    en: 'It is not open for answers yet.',
  },
  surveyClosed: { fi: 'Kysely on suljettu.', sv: 'Enkäten är stängd.', en: 'The survey is closed.' },
  feedbackClosed: {
    fi: 'Palautteen anto on päättynyt.',
    sv: 'Det går inte längre att ge respons.',
    en: 'Feedback is closed.',
  },
  lateAnswer: {
    fi: 'Vastauksesi ehti perille vasta sulkemisen jälkeen, eikä se ole mukana.',
    sv: 'Ditt svar kom fram först efter stängningen och är inte med.',
    en: 'Your answer arrived after closing and is not included.',
  },
  lostKey: {
    fi: 'Vastauksia ei voi juuri nyt avata. Yritä myöhemmin uudelleen tai kerro koordinaattorille.',
    sv: 'Svaren kan inte öppnas just nu. Försök igen senare eller berätta för koordinatorn.',
    en: 'Answers can’t be opened just now. Try again later or tell the coordinator.',
  },
  notForYou: {
    fi: 'Tämä kysely on ryhmälle ”{group}”.',
    sv: 'Den här enkäten är för gruppen ”{group}”.',
    en: 'This survey is for the group “{group}”.',
  },
  onlyParticipants: {
    fi: 'Palautetta voivat antaa ne, joille tilaisuus oli.',
    sv: 'Respons kan ges av dem som evenemanget var för.',
    en: 'Feedback is for those whom the event was for.',
  },
  invitedCantAnswer: {
    fi: 'Hyväksy ensin kutsu verkostoon. Sen jälkeen voit vastata.',
    sv: 'Godkänn först inbjudan till nätverket. Därefter kan du svara.',
    en: 'First accept the invitation to the network. Then you can answer.',
  },
  followsEvent: {
    fi: 'Palautekysely kuuluu tilaisuuteen. Ota se pois käytöstä tilaisuuden tiedoissa.',
    sv: 'Responsen hör till evenemanget. Stäng av den i evenemangets uppgifter.',
    en: 'Feedback belongs to its event. Switch it off in the details of the event.',
  },
  resultsAreKept: {
    fi: 'Tämän kyselyn tulokset näkevät vain koordinaattorit, joten niitä ei voi julkaista kanavalla.',
    sv: 'Bara koordinatorer ser resultaten av den här enkäten, så de kan inte publiceras i kanalen.',
    en: 'Only coordinators see the results of this survey, so they can’t be posted to the channel.',
  },
  notOpen: {
    fi: 'Kysely ei ole enää avoinna.',
    sv: 'Enkäten är inte längre öppen.',
    en: 'The survey is no longer open.',
  },
  hasAnswers: {
    fi: 'Kyselyyn on jo vastattu, joten sitä ei voi perua. Voit sulkea sen.',
    sv: 'Enkäten har redan fått svar och kan inte dras tillbaka. Du kan stänga den.',
    en: 'It has answers already and can’t be taken back. You can close it.',
  },
  alreadyOut: { fi: 'Kysely on jo julkaistu.', sv: 'Enkäten är redan publicerad.', en: 'The survey is already out.' },
  nobodyToRemind: {
    fi: 'Kaikki ovat jo vastanneet.',
    sv: 'Alla har redan svarat.',
    en: 'Everyone has answered.',
  },
  noMeansChosen: {
    fi: 'Valitse, miten muistutus lähetetään.',
    sv: 'Välj hur påminnelsen ska skickas.',
    en: 'Choose how to send the reminder.',
  },
  onlyInChannel: {
    fi: 'Ketään ei tavoita postilla eikä kahdenkeskisellä viestillä. Muistuta ketjussa.',
    sv: 'Ingen kan nås per e-post eller med ett meddelande på tu man hand. Påminn i tråden.',
    en: 'Nobody can be reached by mail or by a direct message. Remind in the thread.',
  },
  unknownText: {
    fi: 'Vastausta ei löydy enää. Sen kirjoittaja on ehkä muuttanut sitä.',
    sv: 'Svaret hittas inte längre. Den som skrev det har kanske ändrat det.',
    en: 'The answer is gone. Who wrote it may have changed it.',
  },
  nothingToShow: {
    fi: 'Tuloksia ei voi vielä julkaista: vastauksia on liian vähän.',
    sv: 'Resultaten kan inte publiceras ännu: svaren är för få.',
    en: 'Results can’t be published yet: there are too few answers.',
  },
  // ── Handing over ──
  handOpen: {
    fi: 'Kysely on avoinna. Seuraa sitä ja kerro tuloksista.',
    sv: 'Enkäten är öppen. Följ den och berätta om resultaten.',
    en: 'The survey is open. Follow it and tell others its results.',
  },
  handScheduled: {
    fi: 'Kysely avautuu itsestään. Tarkista se tai peru se.',
    sv: 'Enkäten öppnas av sig själv. Kontrollera den eller dra tillbaka den.',
    en: 'The survey opens by itself. Check it or take it back.',
  },
});
