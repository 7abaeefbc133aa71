/** What the pages and answers about one's own details say, in three languages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  notThere: {
    fi: 'Tietojasi ei ole vielä tallennettu verkostoon. Yritä hetken päästä uudelleen.',
    sv: 'Dina uppgifter finns inte i nätverket ännu. Försök igen om en stund.',
    en: 'Your details are not in the network yet. Try again in a moment.',
  },
  noName: { fi: 'Kirjoita nimesi.', sv: 'Skriv ditt namn.', en: 'Write your name.' },
  tooLong: {
    fi: 'Teksti on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Texten är för lång: {n} tecken, högst {most}.',
    en: 'The text is too long: {n} characters, at most {most}.',
  },
  badAddress: {
    fi: 'Tarkista sähköpostiosoite. Kirjoita se muodossa nimi@kunta.fi.',
    sv: 'Kontrollera e-postadressen. Skriv den i formen namn@kommun.fi.',
    en: 'Check the e-mail address. Write it like name@town.fi.',
  },
  addressNeeded: {
    fi: 'Sähköpostiosoite tarvitaan, koska et käytä Teamsia: muuten verkosto ei tavoita sinua. Jos et halua enää viestejä, ota valinnat pois tai poistu verkostosta.',
    sv: 'E-postadressen behövs eftersom du inte använder Teams: annars når nätverket dig inte. Om du inte vill ha fler meddelanden kan du ta bort valen eller lämna nätverket.',
    en: 'The e-mail address is needed because you don’t use Teams: nothing else reaches you. If you want no more messages, clear the choices or leave the network.',
  },
  badPhone: {
    fi: 'Tarkista puhelinnumero. Kirjoita se numeroin, esimerkiksi 040 123 4567.',
    sv: 'Kontrollera telefonnumret. Skriv det med siffror, till exempel 040 123 4567.',
    en: 'Check the phone number. Write it in digits, for example 040 123 4567.',
  },
  manyTopics: {
    fi: 'Aiheita on {n}, enintään {most} mahtuu.',
    sv: 'Det finns {n} ämnen, högst {most} ryms.',
    en: 'There are {n} topics; at most {most} fit.',
  },
  longTopic: {
    fi: 'Aihe ”{topic}” on liian pitkä: enintään {most} merkkiä.',
    sv: 'Ämnet ”{topic}” är för långt: högst {most} tecken.',
    en: 'The topic “{topic}” is too long: at most {most} characters.',
  },
  unknownOrganisation: {
    fi: 'Tätä organisaatiota ei löytynyt. Valitse luettelosta.',
    sv: 'Organisationen hittades inte. Välj ur listan.',
    en: 'There is no such organisation. Choose one from the list.',
  },

  // ── Own details ──
  own: { fi: 'Omat tietoni', sv: 'Mina uppgifter', en: 'My details' },
  saved: { fi: 'Tietosi on tallennettu.', sv: 'Dina uppgifter har sparats.', en: 'Your details have been saved.' },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  nameFromTeams: {
    fi: 'Nimesi {name} tulee Teamsista.',
    sv: 'Ditt namn {name} kommer från Teams.',
    en: 'Your name {name} comes from Teams.',
  },
  email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  emailFailed: {
    fi: 'Tähän osoitteeseen lähetetty viesti palautui, joten sinne ei lähetetä enää mitään. Tarkista osoite.',
    sv: 'Ett meddelande till den här adressen kom i retur, så inget skickas längre dit. Kontrollera adressen.',
    en: 'A message to this address came back, so nothing is sent there any more. Check the address.',
  },
  noMailHere: {
    fi: 'Sähköposti ei ole vielä käytössä tässä verkostossa. Valintasi tallennetaan silti.',
    sv: 'E-post används inte ännu i det här nätverket. Dina val sparas ändå.',
    en: 'E-mail is not in use in this network yet. Your choices are kept all the same.',
  },
  language: {
    fi: 'Sivujen ja viestien kieli',
    sv: 'Sidornas och meddelandenas språk',
    en: 'Language of pages and messages',
  },
  mail: { fi: 'Mitä haluat sähköpostiisi', sv: 'Vad du vill ha per e-post', en: 'What you want by e-mail' },
  mailPolls: { fi: 'Äänestykset', sv: 'Omröstningar', en: 'Polls' },
  mailPollsWhat: {
    fi: 'Uusi äänestys, muistutus ja tulos.',
    sv: 'Ny omröstning, påminnelse och resultat.',
    en: 'A new poll, a reminder and the result.',
  },
  mailEvents: { fi: 'Tilaisuudet', sv: 'Evenemang', en: 'Events' },
  mailEventsWhat: {
    fi: 'Kutsu, vahvistus ja muutokset.',
    sv: 'Inbjudan, bekräftelse och ändringar.',
    en: 'Invitation, confirmation and changes.',
  },
  mailFeedback: { fi: 'Palautekyselyt', sv: 'Responsenkäter', en: 'Feedback surveys' },
  mailFeedbackWhat: {
    fi: 'Lyhyt kysely tilaisuuden jälkeen.',
    sv: 'En kort enkät efter ett evenemang.',
    en: 'A short survey after an event.',
  },
  mailQuestions: { fi: 'Kysymykset', sv: 'Frågor', en: 'Questions' },
  mailQuestionsWhat: {
    fi: 'Vastaukset kysymyksiisi ja kysymykset, joihin sinulta toivotaan vastausta.',
    sv: 'Svar på dina frågor och frågor som man hoppas att du kan svara på.',
    en: 'Answers to your questions, and questions that you are hoped to answer.',
  },
  mailIdeas: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  mailIdeasWhat: {
    fi: 'Mitä ideoillesi tapahtuu.',
    sv: 'Vad som händer med dina idéer.',
    en: 'What becomes of your ideas.',
  },
  mailBulletins: { fi: 'Tiedotteet', sv: 'Meddelanden', en: 'Bulletins' },
  mailBulletinsWhat: {
    fi: 'Koordinaattorin viestit koko verkostolle.',
    sv: 'Koordinatorns meddelanden till hela nätverket.',
    en: 'The coordinator’s messages to the whole network.',
  },
  mailDigest: { fi: 'Kooste', sv: 'Sammandrag', en: 'Digest' },
  mailDigestWhat: {
    fi: 'Uutuudet yhdessä viestissä.',
    sv: 'Det nya i ett enda meddelande.',
    en: 'What is new, in one message.',
  },
  represents: {
    fi: 'Mitä kuntaa tai organisaatiota edustat',
    sv: 'Vilken kommun eller organisation du företräder',
    en: 'Which municipality or organisation you represent',
  },
  representsHow: {
    fi: 'Valitse luettelosta. Tietokoneella voit kirjoittaa alkukirjaimia.',
    sv: 'Välj ur listan. På en dator kan du skriva de första bokstäverna.',
    en: 'Choose from the list. On a computer you can type the first letters.',
  },
  representsConfirmed: {
    fi: 'Koordinaattori vahvistaa tiedon.',
    sv: 'Koordinatorn bekräftar uppgiften.',
    en: 'The coordinator confirms it.',
  },
  claimed: {
    fi: 'Odottaa koordinaattorin vahvistusta: {name}.',
    sv: 'Väntar på koordinatorns bekräftelse: {name}.',
    en: 'Waits for the coordinator’s confirmation: {name}.',
  },
  sayWhom: {
    fi: 'Kerro, mitä kuntaa tai organisaatiota edustat',
    sv: 'Berätta vilken kommun eller organisation du företräder',
    en: 'Say which municipality or organisation you represent',
  },
  notSaid: { fi: 'En ole vielä valinnut', sv: 'Jag har inte valt ännu', en: 'Not chosen yet' },
  nobody: {
    fi: 'En edusta mitään organisaatiota',
    sv: 'Jag företräder ingen organisation',
    en: 'I represent no organisation',
  },
  title: { fi: 'Tehtävänimike', sv: 'Titel', en: 'Job title' },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
  topics: {
    fi: 'Aiheet, joissa voit auttaa muita',
    sv: 'Ämnen där du kan hjälpa andra',
    en: 'Topics in which you can help others',
  },
  topicsHow: {
    fi: 'Yksi aihe riville, esimerkiksi koulukuljetukset.',
    sv: 'Ett ämne per rad, till exempel skolskjutsar.',
    en: 'One topic per line, for example school transport.',
  },
  isListed: {
    fi: 'Jäsenet saavat nähdä yhteystietoni',
    sv: 'Medlemmarna får se mina kontaktuppgifter',
    en: 'Members may see my contact details',
  },
  isListedHow: {
    fi: 'Sähköposti, puhelin ja aiheet näkyvät muille jäsenille. Ilman tätä ne näkee vain koordinaattori.',
    sv: 'E-post, telefon och ämnen visas för andra medlemmar. Annars ser bara koordinatorn dem.',
    en: 'Your e-mail, phone and topics are shown to other members. Without this only the coordinator sees them.',
  },

  // ── The link ──
  newLink: { fi: 'Uusi linkki', sv: 'Ny länk', en: 'New link' },
  newLinkWhy: {
    fi: 'Jos olet jakanut linkkisi vahingossa, voit mitätöidä sen. Vanhat linkit eivät sen jälkeen avaa mitään.',
    sv: 'Om du har gett länken vidare av misstag kan du göra den ogiltig. Efter det öppnar gamla länkar ingenting.',
    en: 'If you have shared your link by mistake, you can revoke it. Old links open nothing after that.',
  },
  newLinkByMail: {
    fi: 'Uusi linkki lähtee sähköpostiisi.',
    sv: 'En ny länk skickas till din e-post.',
    en: 'A new link is sent to your e-mail.',
  },
  newLinkByTeams: {
    fi: 'Uuden linkin löydät Teamsista kohdasta Omat tietoni.',
    sv: 'Den nya länken hittar du i Teams under Mina uppgifter.',
    en: 'You find the new link in Teams under My details.',
  },
  newLinkByCoordinator: {
    fi: 'Uuden linkin saat koordinaattorilta.',
    sv: 'En ny länk får du av koordinatorn.',
    en: 'The coordinator gives you a new link.',
  },
  revoke: { fi: 'Mitätöi tämä linkki', sv: 'Gör den här länken ogiltig', en: 'Revoke this link' },
  revoked: { fi: 'Linkki on mitätöity', sv: 'Länken är ogiltig', en: 'The link is revoked' },
  letterTitle: {
    fi: 'Oma linkkisi verkostoon {network}',
    sv: 'Din egen länk till nätverket {network}',
    en: 'Your own link to the network {network}',
  },
  letterBody: {
    fi: 'Tällä linkillä avaat oman sivusi ilman Teamsia ja kirjautumista. Linkki on vain sinulle: älä jaa sitä.',
    sv: 'Med den här länken öppnar du din egen sida utan Teams och inloggning. Länken är bara för dig: ge den inte vidare.',
    en: 'This link opens your own page without Teams and without signing in. It is for you alone: don’t share it.',
  },
  letterButton: { fi: 'Avaa oma sivusi', sv: 'Öppna din sida', en: 'Open your page' },

  // ── Leaving ──
  leave: { fi: 'Poistu verkostosta', sv: 'Lämna nätverket', en: 'Leave the network' },
  leaveHow: {
    fi: 'Et saa enää viestejä verkostosta {network}, ja tämä linkki lakkaa toimimasta. Antamasi äänet jäävät voimaan.',
    sv: 'Du får inte längre meddelanden från nätverket {network}, och den här länken slutar fungera. Röster som du har gett gäller fortfarande.',
    en: 'You get no more messages from the network {network}, and this link stops working. Votes that you have cast stay.',
  },
  leaveTeams: {
    fi: 'Olet verkoston Teams-tiimissä ja pysyt siinä. Tästä lopetat sähköpostiviestit ja piilotat yhteystietosi muilta jäseniltä. Tiimistä poistut Teamsissa.',
    sv: 'Du är med i nätverkets team i Teams och blir kvar där. Här avslutar du e-postmeddelandena och döljer dina kontaktuppgifter för andra medlemmar. Teamet lämnar du i Teams.',
    en: 'You are in the network’s team in Teams and stay there. Here you stop the e-mail and hide your contact details from other members. You leave the team in Teams.',
  },
  leaveNow: { fi: 'Kyllä, poistun verkostosta', sv: 'Ja, jag lämnar nätverket', en: 'Yes, I leave the network' },
  silenceNow: {
    fi: 'Lopeta viestit ja piilota yhteystiedot',
    sv: 'Avsluta meddelandena och dölj kontaktuppgifterna',
    en: 'Stop the messages and hide my details',
  },
  stay: { fi: 'Palaa omalle sivulle', sv: 'Tillbaka till din sida', en: 'Back to your page' },
  hasLeft: { fi: 'Olet poistunut verkostosta', sv: 'Du har lämnat nätverket', en: 'You have left the network' },
  hasLeftHow: {
    fi: 'Kiitos, että olit mukana. Jos muutat mielesi, ota yhteyttä koordinaattoriin.',
    sv: 'Tack för att du var med. Kontakta koordinatorn om du ändrar dig.',
    en: 'Thank you for taking part. If you change your mind, contact the coordinator.',
  },
  isSilent: {
    fi: 'Et saa enää sähköpostia verkostosta, eivätkä muut jäsenet näe yhteystietojasi.',
    sv: 'Du får inte längre e-post från nätverket, och andra medlemmar ser inte dina kontaktuppgifter.',
    en: 'You get no more e-mail from the network, and other members don’t see your contact details.',
  },

  // ── An invitation ──
  join: {
    fi: 'Kutsu verkostoon {network}',
    sv: 'Inbjudan till nätverket {network}',
    en: 'Invitation to the network {network}',
  },
  joinHow: {
    fi: 'Jäsenenä voit äänestää yhteisistä asioista, osallistua tilaisuuksiin ja kysyä neuvoa muista kunnista. Teamsia ei tarvita: saat viestit sähköpostiin ja vastaat omalla sivullasi.',
    sv: 'Som medlem kan du rösta i gemensamma frågor, delta i evenemang och fråga andra kommuner om råd. Du behöver inte Teams: du får meddelanden per e-post och svarar på din egen sida.',
    en: 'As a member you can vote on common matters, take part in events and ask other municipalities for advice. You don’t need Teams: messages come by e-mail, and you answer on your own page.',
  },
  joinData: {
    fi: 'Verkostolla on sinusta nimi ja sähköpostiosoite, jotka kollegasi antoi. Jos et halua liittyä, et saa enempää viestejä.',
    sv: 'Nätverket har ditt namn och din e-postadress, som en kollega har angett. Om du inte vill gå med får du inga fler meddelanden.',
    en: 'The network has your name and e-mail address, which a colleague gave. If you don’t want to join, you get no more messages.',
  },
  accept: { fi: 'Liity verkostoon', sv: 'Gå med i nätverket', en: 'Join the network' },
  decline: { fi: 'En liity', sv: 'Jag går inte med', en: 'No, thank you' },
  joined: { fi: 'Tervetuloa verkostoon!', sv: 'Välkommen till nätverket!', en: 'Welcome to the network!' },
  isMember: {
    fi: 'Olet jo verkoston jäsen.',
    sv: 'Du är redan medlem i nätverket.',
    en: 'You are a member of the network already.',
  },
  declined: { fi: 'Et liittynyt verkostoon', sv: 'Du gick inte med i nätverket', en: 'You did not join the network' },
  declinedHow: {
    fi: 'Kiitos vastauksesta. Emme lähetä sinulle enempää viestejä.',
    sv: 'Tack för svaret. Vi skickar inga fler meddelanden till dig.',
    en: 'Thank you for your answer. We send you no more messages.',
  },
});
