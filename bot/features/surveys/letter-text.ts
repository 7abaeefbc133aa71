/** What letters on surveys and feedback say, beside the words of the pages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Subjects ──
  feedback: { fi: 'Anna palautetta: {title}', sv: 'Ge respons: {title}', en: 'Give feedback: {title}' },
  feedbackReminder: {
    fi: 'Ehdit vielä antaa palautetta: {title}',
    sv: 'Du hinner ännu ge respons: {title}',
    en: 'There is still time to give feedback: {title}',
  },
  survey: { fi: 'Vastaa kyselyyn: {title}', sv: 'Svara på enkäten: {title}', en: 'Answer the survey: {title}' },
  advance: {
    fi: 'Vastaa ennakkokyselyyn: {title}',
    sv: 'Svara på förhandsenkäten: {title}',
    en: 'Answer the advance survey: {title}',
  },
  surveyReminder: {
    fi: 'Ehdit vielä vastata: {title}',
    sv: 'Du hinner ännu svara: {title}',
    en: 'There is still time to answer: {title}',
  },

  // ── Sentences ──
  gradeHow: {
    fi: 'Valitse arvosana. Linkki avaa oman sivusi, ja arvosana tallentuu vasta, kun lähetät palautteen siellä.',
    sv: 'Välj ett betyg. Länken öppnar din egen sida, och betyget sparas först när du skickar responsen där.',
    en: 'Choose a grade. The link opens your own page; the grade is saved only when you send your feedback there.',
  },
  gradeLink: { fi: '{n}/5', sv: '{n}/5', en: '{n}/5' },
  worst: { fi: '{n}/5 (heikko)', sv: '{n}/5 (svagt)', en: '{n}/5 (poor)' },
  best: { fi: '{n}/5 (erinomainen)', sv: '{n}/5 (utmärkt)', en: '{n}/5 (excellent)' },
  absentHow: {
    fi: 'Jos et ollut paikalla, voit kertoa samalla sivulla, mikä olisi auttanut sinua osallistumaan.',
    sv: 'Om du inte var med kan du på samma sida berätta vad som hade hjälpt dig att delta.',
    en: 'If you weren’t there, you can say on the same page what would have helped you to come.',
  },
  length: {
    fi: '{n, plural, one {Kyselyssä on # kysymys.} other {Kyselyssä on # kysymystä.}} Voit keskeyttää ja jatkaa myöhemmin, vaikka toisella laitteella.',
    sv: '{n, plural, one {Enkäten har # fråga.} other {Enkäten har # frågor.}} Du kan ta en paus och fortsätta senare, också på en annan enhet.',
    en: '{n, plural, one {It has # question.} other {It has # questions.}} You can pause and go on later, also with another device.',
  },
  part: {
    fi: 'Tämä on osa {n}/{of}. Jokaiseen osaan vastataan erikseen.',
    sv: 'Det här är del {n}/{of}. Varje del besvaras för sig.',
    en: 'This is part {n} of {of}. Each part is answered by itself.',
  },
  begun: {
    fi: 'Olet aloittanut vastaamisen. Vastauksesi ovat tallessa, mutta et ole vielä lähettänyt niitä.',
    sv: 'Du har börjat svara. Dina svar är sparade, men du har inte skickat dem ännu.',
    en: 'You have begun to answer. Your answers are kept, but you have not sent them yet.',
  },
  openFeedback: { fi: 'Avaa palautelomake', sv: 'Öppna responsformuläret', en: 'Open the feedback form' },
  openSurvey: { fi: 'Avaa kysely', sv: 'Öppna enkäten', en: 'Open the survey' },
});
