/** What the cards of the material bank say: in the channel, in chat, in the message extension and in the dialog on a message. */
import { messages } from '../../core/text.ts';

export const cardText = messages({
  help: {
    fi: 'Hakee materiaalipankista, esimerkiksi ”materiaali koulukuljetus”. Pelkkä sana näyttää uusimmat.',
    sv: 'Söker i materialbanken, till exempel ”material skolskjuts”. Ordet ensamt visar de nyaste.',
    en: 'Searches the material bank, for instance “material school transport”. The word alone shows the newest.',
  },

  // ── One item ──
  bank: { fi: 'Materiaalipankki', sv: 'Materialbanken', en: 'Material bank' },
  open: { fi: 'Avaa', sv: 'Öppna', en: 'Open' },
  openItem: { fi: 'Avaa: {title}', sv: 'Öppna: {title}', en: 'Open: {title}' },
  openLink: { fi: 'Avaa linkki', sv: 'Öppna länken', en: 'Open the link' },
  guide: { fi: 'Opas', sv: 'Guide', en: 'Guide' },
  slide: { fi: 'Dia {n}', sv: 'Bild {n}', en: 'Slide {n}' },
  page: { fi: 'Sivu {n}', sv: 'Sida {n}', en: 'Page {n}' },
  heading: { fi: '”{heading}”', sv: '”{heading}”', en: '“{heading}”' },
  itemSummary: {
    fi: 'Materiaalipankista: {title}',
    sv: 'Ur materialbanken: {title}',
    en: 'From the material bank: {title}',
  },

  // ── Lists ──
  newest: { fi: 'Uusinta materiaalipankissa', sv: 'Nyast i materialbanken', en: 'Newest in the material bank' },
  found: { fi: 'Materiaalit: ”{words}”', sv: 'Material: ”{words}”', en: 'Material: “{words}”' },
  foundOfType: {
    fi: '{type}: ”{words}”',
    sv: '{type}: ”{words}”',
    en: '{type}: “{words}”',
  },
  best: {
    fi: 'Tässä {shown, number} parasta. Löytyi {n, number}.',
    sv: 'Här är de {shown, number} bästa. {n, number} hittades.',
    en: 'Here are the best {shown, number} of {n, number}.',
  },
  showAll: { fi: 'Näytä kaikki ({n, number})', sv: 'Visa alla ({n, number})', en: 'Show all ({n, number})' },
  openBank: { fi: 'Avaa materiaalipankki', sv: 'Öppna materialbanken', en: 'Open the material bank' },
  ofType: {
    fi: 'Rajaa: {type} ({n, number})',
    sv: 'Begränsa: {type} ({n, number})',
    en: 'Only: {type} ({n, number})',
  },
  words: { fi: 'Mitä etsit?', sv: 'Vad söker du?', en: 'What are you looking for?' },
  wordsExample: { fi: 'esimerkiksi kilpailutus', sv: 'till exempel upphandling', en: 'for instance tendering' },
  noWords: { fi: 'Kirjoita hakusana.', sv: 'Skriv ett sökord.', en: 'Write a word to search for.' },
  search: { fi: 'Hae', sv: 'Sök', en: 'Search' },
  nothing: {
    fi: 'Materiaalipankista ei löytynyt mitään sanoilla ”{words}”.',
    sv: 'Inget i materialbanken hittades med ”{words}”.',
    en: 'Nothing in the material bank was found for “{words}”.',
  },
  nothingNext: {
    fi: 'Kokeile toista sanaa tai vain yhtä sanaa. Voit myös kysyä muilta verkoston kanavalla: vastauksen voi tallentaa pankkiin.',
    sv: 'Försök med ett annat ord eller bara ett ord. Du kan också fråga de andra i nätverkets kanal: svaret kan sparas i banken.',
    en: 'Try another word, or one word alone. You can also ask the others in the network’s channel: the answer can be saved in the bank.',
  },
  empty: {
    fi: 'Materiaalipankissa ei ole vielä mitään. Lisää ensimmäinen välilehdellä, tai tallenna viesti pankkiin viestin valikosta.',
    sv: 'Materialbanken är ännu tom. Lägg till det första på fliken, eller spara ett meddelande i banken från meddelandets meny.',
    en: 'The material bank is still empty. Add the first item in the tab, or save a message in the bank from the message’s menu.',
  },
  didYouMean: { fi: 'Tarkoititko ”{words}”?', sv: 'Menade du ”{words}”?', en: 'Did you mean “{words}”?' },
  searchInstead: { fi: 'Hae ”{words}”', sv: 'Sök ”{words}”', en: 'Search “{words}”' },
  isBehind: {
    fi: 'Aivan viimeksi lisätty voi vielä puuttua.',
    sv: 'Det som lades till alldeles nyss kan ännu saknas.',
    en: 'What was added just now may still be missing.',
  },
  perhaps: {
    fi: 'Materiaalipankista löytyi kuitenkin nämä:',
    sv: 'I materialbanken hittades ändå detta:',
    en: 'The material bank does have these:',
  },

  // ── Saving a message ──
  saveTitle: { fi: 'Tallenna materiaalipankkiin', sv: 'Spara i materialbanken', en: 'Save to the material bank' },
  title: { fi: 'Nimi', sv: 'Namn', en: 'Title' },
  titleMissing: { fi: 'Anna materiaalille nimi.', sv: 'Ge materialet ett namn.', en: 'Give the item a title.' },
  summary: { fi: 'Kuvaus', sv: 'Beskrivning', en: 'Summary' },
  summaryWrong: { fi: 'Lyhennä kuvausta.', sv: 'Korta av beskrivningen.', en: 'Shorten the summary.' },
  type: { fi: 'Tyyppi', sv: 'Typ', en: 'Type' },
  typeMissing: { fi: 'Valitse tyyppi.', sv: 'Välj typ.', en: 'Choose the type.' },
  links: { fi: 'Linkit mukaan', sv: 'Länkar som tas med', en: 'Links to include' },
  linksWrong: { fi: 'Valitse linkit.', sv: 'Välj länkarna.', en: 'Choose the links.' },
  message: { fi: 'Viesti Teamsissa', sv: 'Meddelandet i Teams', en: 'The message in Teams' },
  linksWhy: {
    fi: 'Pankkiin tallentuvat linkit. Tiedostot jäävät paikoilleen ja avautuvat niille, joilla on niihin oikeus. Voit lisätä tiedoston pankkiin välilehdellä.',
    sv: 'Länkarna sparas i banken. Filerna blir kvar där de är och öppnas för dem som har rätt till dem. På fliken kan du lägga till en fil i banken.',
    en: 'The links are saved in the bank. The files stay where they are and open for those who may see them. You can add a file to the bank in the tab.',
  },
  author: { fi: 'Tekijä', sv: 'Upphov', en: 'Author' },
  authorWrong: { fi: 'Lyhennä nimeä.', sv: 'Korta av namnet.', en: 'Shorten the name.' },
  event: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  noEvent: { fi: 'Ei tilaisuutta', sv: 'Inget evenemang', en: 'No event' },
  eventWrong: { fi: 'Valitse tilaisuus.', sv: 'Välj evenemanget.', en: 'Choose the event.' },
  save: { fi: 'Tallenna pankkiin', sv: 'Spara i banken', en: 'Save to the bank' },
  becomesPublished: {
    fi: 'Materiaali näkyy heti kaikille jäsenille.',
    sv: 'Materialet visas genast för alla medlemmar.',
    en: 'All members will see the item at once.',
  },
  becomesProposed: {
    fi: 'Koordinaattori katsoo materiaalin, ennen kuin muut näkevät sen.',
    sv: 'En koordinator ser på materialet innan andra ser det.',
    en: 'A coordinator looks at the item before others see it.',
  },
  savedTitle: { fi: 'Tallennettu', sv: 'Sparat', en: 'Saved' },
  savedPublished: {
    fi: '”{title}” on nyt materiaalipankissa, ja kaikki jäsenet näkevät sen.',
    sv: '”{title}” finns nu i materialbanken, och alla medlemmar ser det.',
    en: '“{title}” is now in the material bank, and all members see it.',
  },
  savedProposed: {
    fi: '”{title}” on lähetetty koordinaattorille. Muut näkevät sen, kun koordinaattori on julkaissut sen.',
    sv: '”{title}” har skickats till koordinatorn. Andra ser det när koordinatorn har publicerat det.',
    en: '“{title}” has been sent to a coordinator. Others will see it once a coordinator has published it.',
  },
  notRead: {
    fi: 'Lomaketta ei voitu lukea, eikä mitään tallennettu. Sulje se ja avaa se uudelleen viestin valikosta.',
    sv: 'Formuläret kunde inte läsas och ingenting sparades. Stäng det och öppna det på nytt från meddelandets meny.',
    en: 'The form could not be read, and nothing was saved. Close it and open it again from the message’s menu.',
  },
});
