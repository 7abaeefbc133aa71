/** Texts of the page on which someone from outside the network reads a shared item. */
import { messages } from '../../core/text.ts';

export const text = messages({
  from: {
    fi: 'Verkoston {network} materiaali. Tämä sivu on jaettu sinulle, ja se toimii {until} saakka.',
    sv: 'Material från nätverket {network}. Den här sidan har delats med dig och fungerar till och med {until}.',
    en: 'An item of the network {network}. This page was shared with you and works until {until}.',
  },
  event: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  organisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  author: { fi: 'Tekijä', sv: 'Upphov', en: 'Author' },
  targetGroups: { fi: 'Kohderyhmät', sv: 'Målgrupper', en: 'Target groups' },
  files: { fi: 'Tiedostot', sv: 'Filer', en: 'Files' },
  links: { fi: 'Linkit', sv: 'Länkar', en: 'Links' },
  download: { fi: 'Lataa {name} ({size})', sv: 'Ladda ner {name} ({size})', en: 'Download {name} ({size})' },
  topic: { fi: 'Aihe', sv: 'Ämne', en: 'Topic' },
  goal: { fi: 'Tavoite', sv: 'Mål', en: 'Goal' },
  implementation: { fi: 'Toteutus', sv: 'Genomförande', en: 'Implementation' },
  lessons: { fi: 'Opit', sv: 'Lärdomar', en: 'Lessons' },
  question: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  answer: { fi: 'Vastaus', sv: 'Svar', en: 'Answer' },
});
