/** What the bot itself says in Teams, whatever the feature. */
import { messages } from '../core/text.ts';

export const text = messages({
  stale: {
    fi: 'Tämä kortti on vanhentunut, eikä mitään muutettu. Pyydä uusi kortti tai avaa asia verkoston välilehdeltä.',
    sv: 'Kortet är föråldrat och ingenting ändrades. Be om ett nytt kort eller öppna ärendet i nätverkets flik.',
    en: 'This card is out of date and nothing was changed. Ask for a new card or open the matter in the network’s tab.',
  },
  failed: {
    fi: 'Jokin meni vikaan. Kokeile hetken päästä uudelleen. Jos vika toistuu, kerro koordinaattorille viite {reference}.',
    sv: 'Något gick fel. Försök igen om en stund. Om felet upprepas, uppge referensen {reference} för koordinatorn.',
    en: 'Something went wrong. Try again in a moment. If it happens again, give the coordinator the reference {reference}.',
  },
  slow: {
    fi: 'Tämä kestää tavallista kauemmin. Tarkista hetken päästä, menikö se perille, ennen kuin yrität uudelleen.',
    sv: 'Det här tar längre än vanligt. Kontrollera om en stund att det gick fram innan du försöker igen.',
    en: 'This is taking longer than usual. Check in a moment whether it went through before you try again.',
  },
  slowAnswer: {
    fi: 'Tämä kestää tavallista kauemmin. Kokeile hetken päästä uudelleen.',
    sv: 'Det här tar längre än vanligt. Försök igen om en stund.',
    en: 'This is taking longer than usual. Try again in a moment.',
  },
  app: { fi: 'Verkostobotti', sv: 'Verkostobotti', en: 'Verkostobotti' },
  done: { fi: 'Selvä, kirjattu.', sv: 'Klart, noterat.', en: 'Done, noted.' },
  answer: { fi: 'Vastaus sinulle', sv: 'Svar till dig', en: 'An answer for you' },
  notSetUp: {
    fi: 'Tätä tiimiä ei ole vielä otettu käyttöön verkostona. Pyydä tiimin omistajaa poistamaan sovellus ja lisäämään se uudelleen.',
    sv: 'Det här teamet är inte ett nätverk ännu. Be teamets ägare ta bort appen och lägga till den på nytt.',
    en: 'This team is not a network yet. Ask the team’s owner to remove the app and add it again.',
  },
  noNetwork: {
    fi: 'Hei! En löydä verkostoa, jossa olisit jäsenenä. Kun sinut on lisätty verkoston tiimiin, kirjoita minulle uudelleen.',
    sv: 'Hej! Jag hittar inget nätverk där du är medlem. Skriv till mig igen när du har lagts till i nätverkets team.',
    en: 'Hello! I can’t find a network that you are a member of. Write to me again once you have been added to the network’s team.',
  },
  notKnown: {
    fi: 'En tunnista sinua. Kirjaudu Teamsiin sillä tilillä, jolla olet verkoston jäsen.',
    sv: 'Jag känner inte igen dig. Logga in i Teams med det konto som du är medlem i nätverket med.',
    en: 'I don’t recognise you. Sign in to Teams with the account that is a member of the network.',
  },
  notHere: {
    fi: 'Toimin verkoston kanavalla ja kahdenkeskisessä keskustelussa, en ryhmäkeskustelussa. Kirjoita minulle suoraan.',
    sv: 'Jag fungerar i nätverkets kanal och i en enskild chatt, inte i en gruppchatt. Skriv direkt till mig.',
    en: 'I work in the network’s channel and in a one-to-one chat, not in a group chat. Write to me directly.',
  },
  whichNetwork: {
    fi: 'Missä verkostossa asioit?',
    sv: 'I vilket nätverk uträttar du ärenden?',
    en: 'Which network is this about?',
  },
  whichNetworkHow: {
    fi: 'Voit vaihtaa verkostoa myöhemmin kirjoittamalla ”verkosto”.',
    sv: 'Du kan byta nätverk senare genom att skriva ”nätverk”.',
    en: 'You can change it later by typing “network”.',
  },
  chooseBefore: {
    fi: 'Kuulut useaan verkostoon. Kirjoita ensin Verkostobotille kahden kesken ”verkosto” ja valitse, missä asioit. Kokeile sitten uudelleen.',
    sv: 'Du hör till flera nätverk. Skriv först ”nätverk” till Verkostobotti i en enskild chatt och välj vilket det gäller. Försök sedan igen.',
    en: 'You belong to several networks. First type “network” to Verkostobotti in a one-to-one chat and choose which one this is about. Then try again.',
  },
  nothingFound: {
    fi: 'Ei löytynyt. Kokeile toista sanaa.',
    sv: 'Inget hittades. Försök med ett annat ord.',
    en: 'Nothing was found. Try another word.',
  },
  noMore: { fi: 'Enempää ei löytynyt.', sv: 'Det fanns inga fler.', en: 'There are no more.' },
  chosen: {
    fi: 'Selvä, asioit nyt verkostossa {name}.',
    sv: 'Klart, du uträttar nu ärenden i nätverket {name}.',
    en: 'Done, you are now in the network {name}.',
  },
  onlyNetwork: {
    fi: 'Olet jäsenenä yhdessä verkostossa: {name}.',
    sv: 'Du är medlem i ett nätverk: {name}.',
    en: 'You are a member of one network: {name}.',
  },
  didYouMean: {
    fi: 'En ymmärtänyt. Tarkoititko ”{word}”? Kirjoita ”ohje”, niin näet kaiken, mitä osaan.',
    sv: 'Jag förstod inte. Menade du ”{word}”? Skriv ”hjälp” så ser du allt jag kan.',
    en: 'I did not understand that. Did you mean “{word}”? Type “help” to see all that I can do.',
  },
  notUnderstood: {
    fi: 'En ymmärtänyt. Kirjoita ”ohje”, niin näet, mitä osaan.',
    sv: 'Jag förstod inte. Skriv ”hjälp” så ser du vad jag kan.',
    en: 'I did not understand that. Type “help” to see what I can do.',
  },
  helpTitle: {
    fi: 'Hei! Näissä voin auttaa',
    sv: 'Hej! Det här kan jag',
    en: 'Hello! Here is what I can do',
  },
  helpInChannel: {
    fi: 'Kanavalla mainitse minut ensin (@) ja kirjoita sana sen perään. Minulle voit kirjoittaa myös kahden kesken.',
    sv: 'I kanalen nämner du mig först (@) och skriver ordet efter det. Du kan också skriva till mig i en enskild chatt.',
    en: 'In the channel, mention me first (@) and type the word after it. You can also write to me one to one.',
  },
  helpNothing: {
    fi: 'Verkoston asiat löytyvät kanavan korteista ja välilehdeltä.',
    sv: 'Nätverkets ärenden finns i kanalens kort och i fliken.',
    en: 'You will find the network’s matters on the cards in the channel and in the tab.',
  },
  helpOfHelp: { fi: 'Näyttää tämän ohjeen.', sv: 'Visar den här hjälpen.', en: 'Shows this help.' },
  helpOfNetwork: {
    fi: 'Vaihtaa verkostoa kahdenkeskisessä keskustelussa.',
    sv: 'Byter nätverk i den enskilda chatten.',
    en: 'Changes the network in the one-to-one chat.',
  },
});
