/** What a line of the material bank says, on the home page too. */
import { messages } from '../../text.ts';

export const lineText = messages({
  presentation: { fi: 'Esitys', sv: 'Presentation', en: 'Presentation' },
  recording: { fi: 'Tallenne', sv: 'Inspelning', en: 'Recording' },
  document: { fi: 'Asiakirja', sv: 'Dokument', en: 'Document' },
  link: { fi: 'Linkki', sv: 'Länk', en: 'Link' },
  goodPractice: { fi: 'Hyvä käytäntö', sv: 'God praxis', en: 'Good practice' },
  questionAnswer: { fi: 'Kysymys ja vastaus', sv: 'Fråga och svar', en: 'Question and answer' },
  isNew: { fi: 'Uusi', sv: 'Ny', en: 'New' },
  isPinned: { fi: 'Opas', sv: 'Guide', en: 'Guide' },
  draft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
  proposed: { fi: 'Odottaa koordinaattoria', sv: 'Väntar på koordinatorn', en: 'Waits for a coordinator' },
  slide: { fi: 'Dia {page} · {file}', sv: 'Bild {page} · {file}', en: 'Slide {page} · {file}' },
  page: { fi: 'Sivu {page} · {file}', sv: 'Sida {page} · {file}', en: 'Page {page} · {file}' },
  sheet: { fi: 'Taulukko {page} · {file}', sv: 'Blad {page} · {file}', en: 'Sheet {page} · {file}' },
  heading: { fi: '{heading} · {file}', sv: '{heading} · {file}', en: '{heading} · {file}' },

  // ── The home page ──
  newest: { fi: 'Uusimmat materiaalit', sv: 'Nyaste materialet', en: 'Newest materials' },
  newToYou: {
    fi: '{n, plural, one {# uusi materiaali edellisen käyntisi jälkeen} other {# uutta materiaalia edellisen käyntisi jälkeen}}',
    sv: '{n, plural, one {# nytt material sedan ditt förra besök} other {# nya material sedan ditt förra besök}}',
    en: '{n, plural, one {# new item since your last visit} other {# new items since your last visit}}',
  },
  all: { fi: 'Kaikki materiaalit', sv: 'Allt material', en: 'All materials' },
});
