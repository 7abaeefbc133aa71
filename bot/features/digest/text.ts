/** What the digest's card says. */
import { messages } from '../../core/text.ts';

export const text = messages({
  title: { fi: 'Verkoston kooste', sv: 'Nätverkets sammandrag', en: 'Digest of the network' },
  lead: {
    fi: 'Mitä uutta verkostossa on ja mitä on tulossa.',
    sv: 'Vad som är nytt i nätverket och vad som är på gång.',
    en: 'What is new in the network, and what lies ahead.',
  },
  summary: {
    fi: 'Verkoston kooste: {n, plural, one {# asia} other {# asiaa}}',
    sv: 'Nätverkets sammandrag: {n, plural, one {# sak} other {# saker}}',
    en: 'Digest of the network: {n, plural, one {# item} other {# items}}',
  },
  materials: { fi: 'Uutta materiaalipankissa', sv: 'Nytt i materialbanken', en: 'New in the material bank' },
  events: { fi: 'Tulevat tilaisuudet', sv: 'Kommande evenemang', en: 'Coming events' },
  polls: { fi: 'Avoimet äänestykset', sv: 'Öppna omröstningar', en: 'Open polls' },
  surveys: { fi: 'Avoimet kyselyt', sv: 'Öppna enkäter', en: 'Open surveys' },
  questions: { fi: 'Kysymyksiä verkostolle', sv: 'Frågor till nätverket', en: 'Questions to the network' },
  ideas: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  statements: { fi: 'Lausunnot ja kannanotot', sv: 'Utlåtanden och ställningstaganden', en: 'Statements' },
  boxes: { fi: 'Laatikko ja haasteet', sv: 'Lådan och utmaningar', en: 'Box and challenges' },
  more: {
    fi: 'Ja {n, plural, one {# muu} other {# muuta}}.',
    sv: 'Och {n, plural, one {# till} other {# till}}.',
    en: 'And {n, plural, one {# more} other {# more}}.',
  },
  openLine: { fi: 'Avaa: {title}', sv: 'Öppna: {title}', en: 'Open: {title}' },
  openBank: { fi: 'Materiaalipankki', sv: 'Materialbanken', en: 'Material bank' },
  openTab: { fi: 'Avaa välilehti', sv: 'Öppna fliken', en: 'Open the tab' },
});
