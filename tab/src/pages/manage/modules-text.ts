/** What the page says on which parts of the app are switched on and off, with a sentence on each part. */
import { messages } from '../../text.ts';

export const modulesText = messages({
  title: { fi: 'Käytössä olevat osat', sv: 'Delar i bruk', en: 'Parts in use' },
  lead: {
    fi: 'Ota käyttöön vain se, mitä verkostosi tarvitsee. Osa, joka ei ole käytössä, ei näy kenellekään. Sen sisältö säilyy ja on paikallaan, kun otat osan taas käyttöön.',
    sv: 'Ta i bruk bara det som nätverket behöver. En del som inte är i bruk syns inte för någon. Innehållet finns kvar när du tar delen i bruk igen.',
    en: 'Use only what your network needs. A part that is off is shown to nobody. What is in it is kept, and is there when you switch the part on again.',
  },
  on: { fi: '{name} ovat nyt käytössä.', sv: '{name} är nu i bruk.', en: 'Now in use: {name}.' },
  off: { fi: '{name} eivät ole enää käytössä.', sv: '{name} är inte längre i bruk.', en: 'No longer in use: {name}.' },
  questions: { fi: 'Kysymykset', sv: 'Frågor', en: 'Questions' },
  questionsWhat: {
    fi: 'Jäsenet kysyvät verkostolta tai vain koordinaattorilta, ja vastaukset jäävät talteen.',
    sv: 'Medlemmarna frågar nätverket eller bara koordinatorn, och svaren sparas.',
    en: 'Members ask the network or only the coordinator, and the answers are kept.',
  },
  ideas: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  ideasWhat: {
    fi: 'Ideahaut, toiveaiheet ja kuvakilpailut: ideat kerätään, yhdistetään, äänestetään ja toteutetaan.',
    sv: 'Idéinsamlingar, önskade ämnen och bildtävlingar: idéer samlas in, förs ihop, röstas om och genomförs.',
    en: 'Calls for ideas, wished topics and picture contests: ideas are collected, merged, voted on and carried out.',
  },
  bulletins: { fi: 'Tiedotteet', sv: 'Meddelanden', en: 'Bulletins' },
  bulletinsWhat: {
    fi: 'Tiedotteet kanavalle ja sähköpostiin, myös ajastettuina sarjoina.',
    sv: 'Meddelanden till kanalen och per e-post, också som tidsinställda serier.',
    en: 'Bulletins to the channel and by e-mail, also in scheduled series.',
  },
  statements: { fi: 'Lausunnot', sv: 'Utlåtanden', en: 'Statements' },
  statementsWhat: {
    fi: 'Verkosto kirjoittaa lausunnon yhdessä, ja kunnat liittyvät siihen.',
    sv: 'Nätverket skriver ett utlåtande tillsammans, och kommunerna ansluter sig till det.',
    en: 'The network writes a statement together, and municipalities join it.',
  },
  boxes: { fi: 'Laatikko ja haasteet', sv: 'Lådan och utmaningar', en: 'The box and challenges' },
  boxesWhat: {
    fi: 'Tarinoita ja kuvia jätetään laatikkoon, joka avataan yhdessä. Haaste annetaan nimeltä eteenpäin.',
    sv: 'Berättelser och bilder läggs i lådan, som öppnas tillsammans. En utmaning ges vidare till någon vid namn.',
    en: 'Stories and pictures are left in a box that is opened together. A challenge is passed on by name.',
  },
});
