/** What the page says on which the network words its feedback form. */
import { messages } from '../../text.ts';

export const feedbackText = messages({
  title: { fi: 'Palautelomake', sv: 'Responsformulär', en: 'Feedback form' },
  lead: {
    fi: 'Nämä kysytään jokaisen tilaisuuden jälkeen. Muutokset koskevat tilaisuuksia, jotka eivät ole vielä alkaneet.',
    sv: 'De här frågorna ställs efter varje evenemang. Ändringar gäller evenemang som inte har börjat ännu.',
    en: 'These are asked after every event. Changes apply to events that have not begun yet.',
  },
  warning: {
    fi: 'Pidä sanamuodot samoina vuodesta toiseen. Jos kysymys muuttuu, vuosien vastauksia ei voi enää verrata.',
    sv: 'Håll formuleringarna lika från år till år. Om en fråga ändras går svaren från olika år inte längre att jämföra.',
    en: 'Keep the wording the same from year to year. If a question changes, the answers of different years can no longer be compared.',
  },
  grade: { fi: 'Arvosana 1–5', sv: 'Helhetsbetyg 1–5', en: 'Grade 1–5' },
  best: { fi: 'Mikä oli parasta', sv: 'Vad var bäst', en: 'What was best' },
  improve: { fi: 'Miten kehittäisit', sv: 'Hur skulle du utveckla', en: 'How would you develop it' },
  absent: {
    fi: 'Niille, jotka eivät olleet mukana',
    sv: 'Till dem som inte var med',
    en: 'For those who were not there',
  },
  emptyHint: {
    fi: 'Jätä tyhjäksi, niin kysytään tavallisin sanoin.',
    sv: 'Lämna tomt, så ställs frågan med de vanliga orden.',
    en: 'Leave it empty to ask in the usual words.',
  },
  absentHint: {
    fi: 'Kysytään muiden kysymysten sijasta. Jätä tyhjäksi, niin kysytään tavallisin sanoin.',
    sv: 'Ställs i stället för de andra frågorna. Lämna tomt, så ställs frågan med de vanliga orden.',
    en: 'Asked instead of the other questions. Leave it empty to ask in the usual words.',
  },
  inFi: { fi: 'Suomeksi', sv: 'På finska', en: 'In Finnish' },
  inSv: { fi: 'Ruotsiksi', sv: 'På svenska', en: 'In Swedish' },
  inEn: { fi: 'Englanniksi', sv: 'På engelska', en: 'In English' },
  own: { fi: 'Omat kysymykset', sv: 'Egna frågor', en: 'Own questions' },
  ownWhy: {
    fi: 'Kysytään edellisten jälkeen. Enintään {most} kysymystä: lyhyeen lomakkeeseen vastataan useammin.',
    sv: 'Ställs efter de föregående. Högst {most} frågor: ett kort formulär får fler svar.',
    en: 'Asked after those above. At most {most} questions: a short form gets more answers.',
  },
  saved: { fi: 'Palautelomake tallennettiin.', sv: 'Responsformuläret sparades.', en: 'The feedback form was saved.' },
});
