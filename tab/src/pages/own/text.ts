/** What the pages of one's own details say, in three languages. */
import { messages } from '../../text.ts';

export const ownText = messages({
  lead: {
    fi: 'Mitä verkosto tietää sinusta, mitä siitä muut näkevät ja mitä saat.',
    sv: 'Vad nätverket vet om dig, vad andra ser av det och vad du får.',
    en: 'What the network knows of you, what others see of it, and what you get.',
  },
  saved: { fi: 'Tallennettu.', sv: 'Sparat.', en: 'Saved.' },

  // ── Language ──
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  languageLabel: {
    fi: 'Sivujen ja viestien kieli',
    sv: 'Sidornas och meddelandenas språk',
    en: 'Language of pages and messages',
  },
  languageHint: {
    fi: 'Kanavan yhteiset viestit ovat verkoston kielellä.',
    sv: 'Gemensamma inlägg i kanalen är på nätverkets språk.',
    en: 'Shared posts in the channel are in the network’s language.',
  },
  languageOfTeams: { fi: 'Sama kuin Teamsissa', sv: 'Samma som i Teams', en: 'The same as in Teams' },

  // ── Whom one represents ──
  representing: {
    fi: 'Mitä kuntaa tai organisaatiota edustat',
    sv: 'Vilken kommun eller organisation du företräder',
    en: 'Which municipality or organisation you represent',
  },
  representingWhy: {
    fi: 'Kun ääniä lasketaan kunnittain, äänesi lasketaan tämän kunnan tai organisaation äänenä.',
    sv: 'När röster räknas per kommun räknas din röst för den här kommunen eller organisationen.',
    en: 'Where votes are counted by municipality, yours counts for this one.',
  },
  waits: {
    fi: '{name} odottaa koordinaattorin vahvistusta. Siihen asti äänesi lasketaan henkilöiden äänissä.',
    sv: '{name} väntar på koordinatorns bekräftelse. Till dess räknas din röst bland personernas röster.',
    en: '{name} waits for the coordinator’s confirmation. Until then your vote counts among persons.',
  },
  confirmsNext: {
    fi: 'Koordinaattori vahvistaa muutoksen.',
    sv: 'Koordinatorn bekräftar ändringen.',
    en: 'The coordinator confirms a change.',
  },
  howRepresent: {
    fi: 'Edustan',
    sv: 'Jag företräder',
    en: 'I represent',
  },
  someone: {
    fi: 'Kuntaa tai muuta organisaatiota',
    sv: 'En kommun eller en annan organisation',
    en: 'A municipality or another organisation',
  },
  nobody: {
    fi: 'En mitään, olen mukana omissa nimissäni',
    sv: 'Ingen, jag är med i eget namn',
    en: 'None, I take part in my own name',
  },
  nobodyHint: {
    fi: 'Äänesi lasketaan vain henkilöiden äänissä.',
    sv: 'Din röst räknas bara bland personernas röster.',
    en: 'Your vote counts among persons only.',
  },
  missing: {
    fi: 'Oma organisaationi puuttuu luettelosta',
    sv: 'Min organisation finns inte i listan',
    en: 'My organisation is not in the list',
  },
  organisation: { fi: 'Kunta tai organisaatio', sv: 'Kommun eller organisation', en: 'Municipality or organisation' },
  organisationHint: {
    fi: 'Kirjoita nimen alku suomeksi tai ruotsiksi.',
    sv: 'Skriv början av namnet på svenska eller finska.',
    en: 'Type the beginning of its name, in Finnish or Swedish.',
  },
  missingWords: {
    fi: 'Mitä kuntaa tai organisaatiota edustat?',
    sv: 'Vilken kommun eller organisation företräder du?',
    en: 'Which municipality or organisation do you represent?',
  },
  missingHint: {
    fi: 'Kerro nimi, niin koordinaattori lisää sen.',
    sv: 'Skriv namnet så lägger koordinatorn till det.',
    en: 'Give the name, and the coordinator adds it.',
  },
  asked: {
    fi: 'Kerroimme koordinaattorille. Hän lisää organisaation ja merkitsee sinut sen edustajaksi.',
    sv: 'Vi har berättat för koordinatorn. Hen lägger till organisationen och antecknar att du företräder den.',
    en: 'We told the coordinator, who will add it and note that you represent it.',
  },
  chooseFirst: { fi: 'Valitse luettelosta.', sv: 'Välj ur listan.', en: 'Choose one from the list.' },

  // ── Details ──
  details: {
    fi: 'Yhteystiedot ja osaaminen',
    sv: 'Kontaktuppgifter och kunnande',
    en: 'Contact details and expertise',
  },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  nameOfTeams: {
    fi: 'Nimesi {name} tulee Teamsista.',
    sv: 'Ditt namn {name} kommer från Teams.',
    en: 'Your name, {name}, comes from Teams.',
  },
  title: { fi: 'Tehtävänimike', sv: 'Titel', en: 'Job title' },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  emailFailed: {
    fi: 'Viestit tähän osoitteeseen eivät mene perille. Korjaa osoite, niin jatkamme.',
    sv: 'Meddelanden till den här adressen kommer inte fram. Rätta adressen så fortsätter vi.',
    en: 'Messages to this address do not arrive. Correct it, and we will go on.',
  },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  topics: { fi: 'Missä voit auttaa muita?', sv: 'Vad kan du hjälpa andra med?', en: 'What can you help others with?' },
  topicsHint: {
    fi: 'Yksi aihe riville, esimerkiksi koulukuljetukset.',
    sv: 'Ett ämne per rad, till exempel skolskjutsar.',
    en: 'One topic per line, such as school transport.',
  },
  isListed: {
    fi: 'Jäsenet saavat nähdä sähköpostini, puhelinnumeroni ja aiheeni',
    sv: 'Medlemmarna får se min e-post, mitt telefonnummer och mina ämnen',
    en: 'Members may see my e-mail, phone number and topics',
  },
  isListedHint: {
    fi: 'Ilman lupaasi jäsenet näkevät vain nimesi, tehtävänimikkeesi, organisaatiosi ja ryhmäsi. Koordinaattori näkee kaikki yhteystiedot.',
    sv: 'Utan ditt tillstånd ser medlemmarna bara ditt namn, din titel, din organisation och dina grupper. Koordinatorn ser alla kontaktuppgifter.',
    en: 'Without your permission members see only your name, job title, organisation and groups. The coordinator sees all contact details.',
  },

  // ── Mail ──
  mail: { fi: 'Mitä haluat sähköpostiisi', sv: 'Vad du vill ha per e-post', en: 'What you want by e-mail' },
  mailTeams: {
    fi: 'Näet samat asiat aina myös Teamsin kanavalla.',
    sv: 'Du ser samma saker alltid också i Teams-kanalen.',
    en: 'You always see the same things in the Teams channel too.',
  },
  mailHours: {
    fi: 'Viestejä ei lähetetä kello 20–7 eikä viikonloppuisin tai pyhinä. Poikkeuksena ovat viestit, joita pyydät itse, sekä omaa ilmoittautumistasi koskevat vahvistukset, muutokset ja muistutukset.',
    sv: 'Inga meddelanden skickas klockan 20–7, på veckoslut eller på helgdagar. Undantag är meddelanden som du själv ber om samt bekräftelser, ändringar och påminnelser som gäller din egen anmälan.',
    en: 'Nothing is sent between 20:00 and 7:00, at weekends or on public holidays. The exceptions are messages that you ask for, and confirmations, changes and reminders of your own registrations.',
  },
  mailOff: {
    fi: 'Sähköposti ei ole vielä käytössä tässä verkostossa. Valintasi ovat tallessa, kunnes se otetaan käyttöön.',
    sv: 'E-post används inte ännu i det här nätverket. Dina val sparas tills den tas i bruk.',
    en: 'E-mail is not in use in this network yet. Your choices are kept until it is.',
  },
  mailNoAddress: {
    fi: 'Lisää ensin sähköpostiosoitteesi yhteystietoihin.',
    sv: 'Lägg först till din e-postadress bland kontaktuppgifterna.',
    en: 'Add your e-mail address to your contact details first.',
  },
  polls: { fi: 'Äänestykset', sv: 'Omröstningar', en: 'Polls' },
  pollsHint: {
    fi: 'Uusi äänestys, muistutus, jos et ole vielä äänestänyt, ja tulos. Äänestät suoraan viestin linkistä.',
    sv: 'En ny omröstning, en påminnelse om du inte har röstat ännu och resultatet. Du röstar direkt via länken i meddelandet.',
    en: 'A new poll, a reminder if you have not voted, and the result. You vote straight from the link in the message.',
  },
  events: { fi: 'Tilaisuudet', sv: 'Evenemang', en: 'Events' },
  eventsHint: {
    fi: 'Kutsut webinaareihin, seminaareihin ja kokouksiin.',
    sv: 'Inbjudningar till webbinarier, seminarier och möten.',
    en: 'Invitations to webinars, seminars and meetings.',
  },
  feedback: { fi: 'Palautekyselyt', sv: 'Responsenkäter', en: 'Feedback surveys' },
  feedbackHint: {
    fi: 'Lyhyt kysely tilaisuuden jälkeen.',
    sv: 'En kort enkät efter ett evenemang.',
    en: 'A short survey after an event.',
  },
  questions: { fi: 'Kysymykset', sv: 'Frågor', en: 'Questions' },
  questionsHint: {
    fi: 'Vastaukset kysymyksiisi ja kysymykset, joihin sinulta toivotaan vastausta.',
    sv: 'Svar på dina frågor och frågor som man hoppas att du kan svara på.',
    en: 'Answers to your questions, and questions that you are hoped to answer.',
  },
  ideas: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  ideasHint: {
    fi: 'Mitä ideoillesi tapahtuu.',
    sv: 'Vad som händer med dina idéer.',
    en: 'What becomes of your ideas.',
  },
  bulletins: { fi: 'Tiedotteet', sv: 'Meddelanden', en: 'Bulletins' },
  bulletinsHint: {
    fi: 'Koordinaattorin tiedotteet koko verkostolle.',
    sv: 'Koordinatorns meddelanden till hela nätverket.',
    en: 'The coordinator’s bulletins to the whole network.',
  },
  digest: { fi: 'Kooste', sv: 'Sammandrag', en: 'Digest' },
  digestHint: {
    fi: 'Uudet materiaalit, päätökset ja tulevat tilaisuudet yhdessä viestissä.',
    sv: 'Nytt material, beslut och kommande evenemang i ett enda meddelande.',
    en: 'New materials, decisions and coming events in one message.',
  },

  // ── Personal link ──
  link: { fi: 'Henkilökohtainen linkki', sv: 'Personlig länk', en: 'Personal link' },
  linkWhy: {
    fi: 'Linkistä avautuu oma sivusi ilman Teamsia ja kirjautumista: siellä voit äänestää ja muuttaa tietojasi. Kuka tahansa, jolla on linkki, voi toimia siellä nimissäsi. Pidä se itselläsi.',
    sv: 'Länken öppnar din egen sida utan Teams och inloggning: där kan du rösta och ändra dina uppgifter. Vem som helst som har länken kan handla i ditt namn. Håll den för dig själv.',
    en: 'The link opens your own page without Teams or signing in: there you can vote and change your details. Anyone who has the link can act in your name there. Keep it to yourself.',
  },
  showLink: { fi: 'Näytä linkki', sv: 'Visa länken', en: 'Show the link' },
  mailLink: { fi: 'Lähetä se minulle sähköpostiin', sv: 'Skicka den till min e-post', en: 'Send it to me by e-mail' },
  linkSent: {
    fi: 'Linkki on matkalla sähköpostiisi.',
    sv: 'Länken är på väg till din e-post.',
    en: 'The link is on its way to your e-mail.',
  },
  yourLink: { fi: 'Linkkisi', sv: 'Din länk', en: 'Your link' },
  revoke: { fi: 'Mitätöi linkit', sv: 'Gör länkarna ogiltiga', en: 'Revoke the links' },
  revokeTitle: { fi: 'Mitätöidäänkö linkkisi?', sv: 'Ska dina länkar göras ogiltiga?', en: 'Revoke your links?' },
  revokeWhy: {
    fi: 'Mikään tähän mennessä saamasi linkki ei enää avaudu, eivät myöskään sähköpostiviestien linkit. Saat uuden täältä milloin vain. Äänesi ja tietosi eivät muutu.',
    sv: 'Ingen länk som du har fått hittills öppnas längre, inte heller länkarna i e-postmeddelanden. Du får en ny här när du vill. Dina röster och uppgifter ändras inte.',
    en: 'No link that you have been given so far will open any more, and neither will those in e-mail messages. You can get a new one here at any time. Your votes and details don’t change.',
  },
  revoked: {
    fi: 'Aiemmat linkkisi on mitätöity.',
    sv: 'Dina tidigare länkar är ogiltiga nu.',
    en: 'Your earlier links have been revoked.',
  },

  // ── Privacy ──
  privacy: { fi: 'Tietosuoja', sv: 'Dataskydd', en: 'Privacy' },
  seeData: {
    fi: 'Katso, mitä sinusta on tallennettu',
    sv: 'Se vad som är sparat om dig',
    en: 'See what is stored on you',
  },
  seeDataLead: {
    fi: 'Kaikki, mitä verkosto on tallentanut sinusta, siinä muodossa kuin se on tallessa. Tietokenttien nimet ovat englanniksi.',
    sv: 'Allt som nätverket har sparat om dig, i den form det är sparat. Fältens namn är på engelska.',
    en: 'Everything that the network has stored on you, in the form in which it is kept. Names of fields are in English.',
  },
  nothingStored: {
    fi: 'Sinusta ei ole tallennettu mitään.',
    sv: 'Ingenting är sparat om dig.',
    en: 'Nothing is stored on you.',
  },
  download: { fi: 'Lataa tietosi (JSON)', sv: 'Ladda ner dina uppgifter (JSON)', en: 'Download your data (JSON)' },
  downloadReady: {
    fi: 'Tiedosto on valmis. Avaa se tästä, ellei lataus alkanut.',
    sv: 'Filen är klar. Öppna den här om nedladdningen inte började.',
    en: 'The file is ready. Open it here if the download did not start.',
  },
  notice: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy notice' },
  controller: { fi: 'Rekisterinpitäjä', sv: 'Personuppgiftsansvarig', en: 'Controller' },
  whomToAsk: { fi: 'Keneltä voit kysyä', sv: 'Vem du kan fråga', en: 'Whom to ask' },

  // ── Erasure ──
  erase: { fi: 'Poista tietoni', sv: 'Radera mina uppgifter', en: 'Erase my data' },
  eraseTitle: { fi: 'Poistetaanko tietosi?', sv: 'Ska dina uppgifter raderas?', en: 'Erase your data?' },
  eraseWhy: {
    fi: 'Poistut verkostosta heti, eikä poistoa voi perua. Tätä poisto tarkoittaa:',
    sv: 'Du lämnar nätverket genast, och raderingen kan inte ångras. Det här betyder den:',
    en: 'You leave the network at once, and it can’t be undone. This is what it means:',
  },
  eraseWord: { fi: 'poista', sv: 'radera', en: 'erase' },
  erased: { fi: 'Tietosi poistetaan', sv: 'Dina uppgifter raderas', en: 'Your data is being erased' },
  erasedWhy: {
    fi: 'Olet nyt poissa verkostosta. Loput tiedot poistetaan taustalla. Voit sulkea tämän sivun.',
    sv: 'Du är nu ute ur nätverket. Resten av uppgifterna raderas i bakgrunden. Du kan stänga sidan.',
    en: 'You are out of the network now. The rest is being removed in the background. You can close this page.',
  },

  // ── Accessibility ──
  accessibility: { fi: 'Saavutettavuus', sv: 'Tillgänglighet', en: 'Accessibility' },
  accessibilityAim: {
    fi: 'Tavoitteena on, että nämä sivut, henkilökohtaisen linkin sivu ja kanavan kortit täyttävät WCAG 2.2 -ohjeiston tason AA vaatimukset.',
    sv: 'Målet är att de här sidorna, sidan bakom den personliga länken och korten i kanalen uppfyller kraven på nivå AA i WCAG 2.2.',
    en: 'These pages, the page of the personal link and the cards in the channel aim at level AA of WCAG 2.2.',
  },
  accessibilityHow: {
    fi: 'Sivut testataan automaattisesti kolmessa teemassa, puhelimen ja tietokoneen kokoisina sekä pelkällä näppäimistöllä. Ulkopuolista saavutettavuusarviointia ei ole tehty, eikä kaikkia ruudunlukijoita ole kokeiltu.',
    sv: 'Sidorna testas automatiskt i tre teman, i telefonens och datorns storlek och med enbart tangentbord. Ingen utomstående tillgänglighetsgranskning har gjorts, och alla skärmläsare har inte prövats.',
    en: 'The pages are tested automatically in three themes, at the sizes of a phone and a computer, and with the keyboard alone. No outside audit has been made, and not every screen reader has been tried.',
  },
  accessibilityLimits: {
    fi: 'Kortit piirtää Teams, joten niiden ulkoasuun ja näppäinkäyttöön vaikuttaa myös Teamsin oma saavutettavuus. Äänestää ja muuttaa omia tietojasi voit aina myös näillä sivuilla tai henkilökohtaisen linkin sivulla.',
    sv: 'Korten ritas av Teams, så deras utseende och tangentbordsbruk beror också på tillgängligheten i Teams. Du kan alltid rösta och ändra dina uppgifter också på de här sidorna eller på sidan bakom den personliga länken.',
    en: 'Cards are drawn by Teams, so their look and keyboard use also depend on the accessibility of Teams. You can always vote and change your details on these pages or on the page of the personal link as well.',
  },
  accessibilityFeedback: {
    fi: 'Jos jokin ei toimi sinulla, kerro verkoston koordinaattorille, niin asia korjataan ja saat tarvitsemasi toisella tavalla.',
    sv: 'Om något inte fungerar för dig, berätta det för nätverkets koordinator, så rättas det och du får det du behöver på annat sätt.',
    en: 'If something does not work for you, tell the network’s coordinator: it will be put right, and you get what you need in another way.',
  },
});
