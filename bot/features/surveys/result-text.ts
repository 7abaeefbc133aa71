/** What figures, files and lists of answers say. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── What answers and cells are called ──
  other: { fi: 'Muu', sv: 'Annat', en: 'Other' },
  sizeUnder: {
    fi: 'alle {to, number} asukasta',
    sv: 'under {to, number} invånare',
    en: 'under {to, number} inhabitants',
  },
  sizeBetween: {
    fi: '{from, number}–{to, number} asukasta',
    sv: '{from, number}–{to, number} invånare',
    en: '{from, number}–{to, number} inhabitants',
  },
  sizeOver: {
    fi: 'vähintään {from, number} asukasta',
    sv: 'minst {from, number} invånare',
    en: '{from, number} inhabitants or more',
  },
  cellUnknown: { fi: 'ei tiedossa', sv: 'inte känt', en: 'not known' },
  // ── Why something can't be shown ──
  anonymousAnswers: {
    fi: 'Kyselyyn vastataan nimettömästi, joten kukaan ei näe, kuka on vastannut mitä.',
    sv: 'Enkäten är anonym, så ingen ser vem som har svarat vad.',
    en: 'The survey is anonymous, so nobody sees who answered what.',
  },
});
