/** Texts of reach: refusals, and headings of the list as a file. */
import { messages } from '../../core/text.ts';

export const text = messages({
  unknownOrganisation: {
    fi: 'Tätä organisaatiota ei ole enää rekisterissä.',
    sv: 'Den här organisationen finns inte längre i registret.',
    en: 'This organisation is no longer in the register.',
  },
  fileName: { fi: 'osallistuminen-{date}', sv: 'deltagande-{date}', en: 'participation-{date}' },
  sheet: { fi: 'Mukana 12 kuukauden aikana', sv: 'Med under 12 månader', en: 'Last 12 months' },
  columnOrganisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  columnPeople: { fi: 'Henkilöitä', sv: 'Personer', en: 'People' },
  columnActive: { fi: 'Heistä mukana', sv: 'Av dem med', en: 'Of them active' },
  columnTotal: { fi: 'Yhteensä', sv: 'Totalt', en: 'Total' },
  columnFirst: { fi: 'Ensimmäisen kerran', sv: 'Första gången', en: 'First time' },
  columnLast: { fi: 'Viimeksi', sv: 'Senast', en: 'Last time' },
  columnFirstTimers: {
    fi: 'Viimeksi mukana ensimmäistä kertaa',
    sv: 'Senast med för första gången',
    en: 'Last activity: for the first time',
  },
  columnSilent: { fi: 'Ei mukana missään', sv: 'Inte med i något', en: 'Took part in nothing' },
  yes: { fi: 'kyllä', sv: 'ja', en: 'yes' },
  poll: { fi: 'Äänestykset', sv: 'Omröstningar', en: 'Polls' },
  event: { fi: 'Tilaisuudet', sv: 'Evenemang', en: 'Events' },
  feedback: { fi: 'Palautteet', sv: 'Respons', en: 'Feedback' },
  survey: { fi: 'Kyselyt', sv: 'Enkäter', en: 'Surveys' },
  question: { fi: 'Kysymykset', sv: 'Frågor', en: 'Questions' },
  idea: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
});
