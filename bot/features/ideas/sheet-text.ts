/** Headings of the files of ideas. */
import { messages } from '../../core/text.ts';

export const text = messages({
  sheet: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  call: { fi: 'Ideahaku', sv: 'Idéinsamling', en: 'Call for ideas' },
  taken: { fi: 'Tilanne', sv: 'Läget', en: 'As of' },
  closes: { fi: 'Päättyy', sv: 'Avslutas', en: 'Closes' },
  ideas: { fi: 'Ideoita', sv: 'Antal idéer', en: 'Ideas' },
  decision: { fi: 'Päätetty toteuttaa', sv: 'Beslutade att genomföras', en: 'Decided to be carried out' },
  confirmed: { fi: 'Vahvistettu', sv: 'Fastställt', en: 'Confirmed' },
  idea: { fi: 'Idea', sv: 'Idé', en: 'Idea' },
  text: { fi: 'Kuvaus', sv: 'Beskrivning', en: 'Description' },
  authors: { fi: 'Tekijät', sv: 'Upphov', en: 'Authors' },
  organisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  cost: { fi: 'Kustannus (€)', sv: 'Kostnad (€)', en: 'Cost (€)' },
  targetGroup: { fi: 'Kohderyhmä', sv: 'Målgrupp', en: 'Target group' },
  theme: { fi: 'Teema', sv: 'Tema', en: 'Theme' },
  state: { fi: 'Tila', sv: 'Läge', en: 'State' },
  reason: { fi: 'Perustelu', sv: 'Motivering', en: 'Reason' },
  supporters: { fi: 'Kannattajia', sv: 'Antal som stöder', en: 'Supporters' },
  comments: { fi: 'Kommentteja', sv: 'Kommentarer', en: 'Comments' },
  votes: { fi: 'Ääniä', sv: 'Röster', en: 'Votes' },
  into: { fi: 'Jatkuu ideassa', sv: 'Lever vidare i idén', en: 'Lives on in' },
  from: { fi: 'Koottu ideoista', sv: 'Sammanställd av idéerna', en: 'Made of' },
  at: { fi: 'Ehdotettu', sv: 'Föreslagen', en: 'Proposed' },
});
