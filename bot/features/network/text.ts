/** What the network's setup says, in three languages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  notYours: {
    fi: 'Asetukset voi antaa vain koordinaattori. Ennen käyttöönottoa sen tekee se, joka asensi sovelluksen.',
    sv: 'Bara koordinatorn kan ändra inställningarna. Före ibruktagningen görs det av den som installerade appen.',
    en: 'Only a coordinator can change the settings. Before setup it is the person who installed the app.',
  },
  badLanguage: { fi: 'Valitse kieli.', sv: 'Välj språk.', en: 'Choose a language.' },
  badZone: { fi: 'Valitse aikavyöhyke.', sv: 'Välj tidszon.', en: 'Choose a time zone.' },
  badChannel: { fi: 'Valitse kanava.', sv: 'Välj kanal.', en: 'Choose a channel.' },
  badCoordinator: {
    fi: 'Valitse koordinaattoriksi joku tiimin jäsenistä.',
    sv: 'Välj någon av teamets medlemmar till koordinator.',
    en: 'Choose one of the team’s members as coordinator.',
  },
  notActive: {
    fi: 'Viestit ovat tauolla. Ota verkosto ensin käyttöön.',
    sv: 'Meddelandena är pausade. Ta först nätverket i bruk.',
    en: 'Messages are paused. Set up the network first.',
  },
  unknownMember: {
    fi: 'Valitse joku verkoston jäsenistä.',
    sv: 'Välj någon av nätverkets medlemmar.',
    en: 'Choose one of the network’s members.',
  },
  needsTeams: {
    fi: '{name} ei ole tiimissä, joten hän ei voi koordinoida verkostoa.',
    sv: '{name} är inte med i teamet och kan därför inte koordinera nätverket.',
    en: '{name} is not in the team and so can’t coordinate the network.',
  },
  lastCoordinator: {
    fi: 'Verkostolla on oltava ainakin yksi koordinaattori, joka on tiimissä. Nimeä ensin toinen.',
    sv: 'Nätverket måste ha minst en koordinator som är med i teamet. Utse först en annan.',
    en: 'The network must have at least one coordinator who is in the team. Name another one first.',
  },
  notOrphaned: {
    fi: 'Verkostolla on jo koordinaattori. Pyydä häntä lisäämään sinut.',
    sv: 'Nätverket har redan en koordinator. Be hen lägga till dig.',
    en: 'The network already has a coordinator. Ask them to add you.',
  },
  mayNotClaim: {
    fi: 'Koordinaattoriksi voi nyt ryhtyä tiimin omistaja tai se, joka on asentanut sovelluksen tiimiin. Jos Teams ei tunnista sinua omistajaksi, asenna sovellus tiimiin uudelleen.',
    sv: 'Teamets ägare eller den som har installerat appen i teamet kan nu bli koordinator. Om Teams inte känner igen dig som ägare, installera appen i teamet på nytt.',
    en: 'An owner of the team, or who installed the app in it, can become coordinator now. If Teams doesn’t know you as an owner, install the app in the team again.',
  },
  samePerson: {
    fi: 'Valitse seuraajaksi joku muu.',
    sv: 'Välj någon annan till efterträdare.',
    en: 'Choose someone else as the successor.',
  },
  otherOrganisation: {
    fi: '{name} ei edusta tätä organisaatiota.',
    sv: '{name} företräder inte den här organisationen.',
    en: '{name} does not represent this organisation.',
  },
  // ── The shared card ──
  welcome: { fi: 'Tervetuloa!', sv: 'Välkommen!', en: 'Welcome!' },
  welcomeBody: {
    fi: 'Verkostobotti hoitaa verkoston äänestykset tässä tiimissä. Se ei lähetä mitään, ennen kuin koordinaattori niin päättää.',
    sv: 'Verkostobotti sköter nätverkets omröstningar i det här teamet. Den skickar ingenting förrän koordinatorn bestämmer det.',
    en: 'Verkostobotti runs the network’s polls in this team. It sends nothing until a coordinator decides so.',
  },
  installerNext: {
    fi: 'Sovelluksen asentaja: aloita käyttöönotto ja kerro, kuka koordinoi verkostoa. Siihen menee minuutti.',
    sv: 'Du som installerade appen: börja här och berätta vem som koordinerar nätverket. Det tar en minut.',
    en: 'You who installed the app: start here and say who coordinates the network. It takes a minute.',
  },
  start: { fi: 'Aloita käyttöönotto', sv: 'Börja', en: 'Start setup' },
  ready: { fi: '{name} on käytössä', sv: '{name} är i bruk', en: '{name} is ready' },
  readyBody: {
    fi: '{n, plural, one {Koordinaattori: {names}} other {Koordinaattorit: {names}}}',
    sv: '{n, plural, one {Koordinator: {names}} other {Koordinatorer: {names}}}',
    en: '{n, plural, one {Coordinator: {names}} other {Coordinators: {names}}}',
  },
  readyHow: {
    fi: 'Koordinaattori kysyy jäseniltä kirjoittamalla esimerkiksi: @Verkostobotti äänestys Mikä aihe? | Koulukuljetukset | Kutsuliikenne. Muut näkevät avoimet äänestykset sanalla avoimet.',
    sv: 'Koordinatorn frågar medlemmarna genom att skriva till exempel: @Verkostobotti omröstning Vilket ämne? | Skolskjutsar | Anropsstyrd trafik. Ordet öppna visar vad som är på gång.',
    en: 'A coordinator asks the members by writing for example: @Verkostobotti poll Which topic? | School transport | Demand-responsive transport. The word open shows what is going on.',
  },
  paused: {
    fi: 'Viestit ovat tauolla, koska kanava on poistettu tai arkistoitu.',
    sv: 'Meddelandena är pausade, eftersom kanalen har tagits bort eller arkiverats.',
    en: 'Messages are paused, because the channel was removed or archived.',
  },
  change: { fi: 'Muuta asetuksia', sv: 'Ändra inställningar', en: 'Change settings' },
  // ── The form ──
  settings: { fi: 'Verkoston asetukset', sv: 'Nätverkets inställningar', en: 'Settings of the network' },
  coordinator: {
    fi: 'Kuka koordinoi verkostoa?',
    sv: 'Vem koordinerar nätverket?',
    en: 'Who coordinates the network?',
  },
  addCoordinator: { fi: 'Lisää koordinaattori', sv: 'Lägg till en koordinator', en: 'Add a coordinator' },
  me: { fi: 'Minä', sv: 'Jag', en: 'I do' },
  nobodyNew: { fi: 'Ei muutosta', sv: 'Ingen ändring', en: 'No change' },
  channel: {
    fi: 'Millä kanavalla äänestykset julkaistaan?',
    sv: 'I vilken kanal publiceras omröstningarna?',
    en: 'Which channel do polls go to?',
  },
  general: { fi: 'Yleinen', sv: 'Allmänt', en: 'General' },
  language: {
    fi: 'Millä kielellä botti kirjoittaa kanavalle?',
    sv: 'Vilket språk talar boten i kanalen?',
    en: 'Which language does the bot speak in the channel?',
  },
  fi: { fi: 'suomi', sv: 'finska', en: 'Finnish' },
  sv: { fi: 'ruotsi', sv: 'svenska', en: 'Swedish' },
  en: { fi: 'englanti', sv: 'engelska', en: 'English' },
  'fi+sv': {
    fi: 'suomi ja ruotsi rinnakkain',
    sv: 'finska och svenska sida vid sida',
    en: 'Finnish and Swedish side by side',
  },
  zone: { fi: 'Aikavyöhyke', sv: 'Tidszon', en: 'Time zone' },
  whoMayCreate: { fi: 'Kuka saa luoda äänestyksiä?', sv: 'Vem får skapa omröstningar?', en: 'Who may create polls?' },
  coordinators: { fi: 'Vain koordinaattorit', sv: 'Bara koordinatorer', en: 'Coordinators only' },
  members: { fi: 'Kaikki jäsenet', sv: 'Alla medlemmar', en: 'All members' },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  choose: { fi: 'Valitse yksi.', sv: 'Välj ett.', en: 'Choose one.' },
  manyMembers: {
    fi: 'Verkostossa on yli {n} jäsentä, joten nimilista ei mahdu tähän. Voit aloittaa itse koordinaattorina ja lisätä muita myöhemmin.',
    sv: 'Nätverket har över {n} medlemmar, så namnlistan ryms inte här. Du kan börja som koordinator själv och lägga till andra senare.',
    en: 'The network has over {n} members, so their names don’t fit here. You can start as coordinator yourself and add others later.',
  },
  // ── After saving ──
  saved: { fi: 'Asetukset on tallennettu.', sv: 'Inställningarna har sparats.', en: 'The settings are saved.' },
  handedOver: {
    fi: '{name} on nyt verkoston koordinaattori.',
    sv: '{name} är nu nätverkets koordinator.',
    en: '{name} now coordinates the network.',
  },
  test: { fi: 'Lähetä koeviesti', sv: 'Skicka ett testmeddelande', en: 'Send a test post' },
  testSent: {
    fi: 'Koeviesti on matkalla kanavalle.',
    sv: 'Testmeddelandet är på väg till kanalen.',
    en: 'The test post is on its way to the channel.',
  },
  testTitle: { fi: 'Koeviesti', sv: 'Testmeddelande', en: 'Test post' },
  testBody: {
    fi: 'Verkostobotti pystyy kirjoittamaan tälle kanavalle. Tähän ei tarvitse vastata.',
    sv: 'Verkostobotti kan skriva i den här kanalen. Du behöver inte svara på det här.',
    en: 'Verkostobotti can write in this channel. No answer is needed.',
  },
  // ── An orphaned network ──
  orphaned: {
    fi: 'Verkostolla {name} ei ole nyt koordinaattoria',
    sv: 'Nätverket {name} har nu ingen koordinator',
    en: '{name} has no coordinator now',
  },
  orphanedBody: {
    fi: 'Kukaan verkoston koordinaattoreista ei ole enää tiimissä. Tiimin omistaja tai sovelluksen asentaja voi ryhtyä koordinaattoriksi. Jos nappi ei toimi, asenna sovellus tiimiin uudelleen ja yritä sitten.',
    sv: 'Ingen av nätverkets koordinatorer är längre med i teamet. Teamets ägare eller den som installerade appen kan bli koordinator. Om knappen inte fungerar, installera appen i teamet på nytt och försök sedan.',
    en: 'None of the network’s coordinators is in the team any more. An owner of the team, or who installed the app, can become coordinator. If the button doesn’t work, install the app in the team again, then try.',
  },
  claim: { fi: 'Ryhdy koordinaattoriksi', sv: 'Bli koordinator', en: 'Become coordinator' },
  claimed: {
    fi: 'Olet nyt verkoston {name} koordinaattori. Tarkista vielä asetukset.',
    sv: 'Du är nu koordinator för nätverket {name}. Kontrollera också inställningarna.',
    en: 'You now coordinate {name}. Please check the settings.',
  },
  // ── Handing over ──
  delegate: {
    fi: '{organisation}: nimetty edustaja',
    sv: '{organisation}: utsedd företrädare',
    en: '{organisation}: named delegate',
  },
  delegateSubstitute: {
    fi: '{organisation}: varaedustaja',
    sv: '{organisation}: ersättare för den utsedda företrädaren',
    en: '{organisation}: substitute for the named delegate',
  },
  delegateTodo: {
    fi: 'Pyydä organisaatiota nimeämään uusi tai siirrä tehtävä seuraajalle, jos hän edustaa samaa organisaatiota.',
    sv: 'Be organisationen utse en ny, eller för över uppdraget till efterträdaren om hen företräder samma organisation.',
    en: 'Ask the organisation to name a new one, or pass the duty to the successor if they represent the same organisation.',
  },
  contact: {
    fi: '{organisation}: yhteyshenkilö',
    sv: '{organisation}: kontaktperson',
    en: '{organisation}: contact person',
  },
  contactTodo: {
    fi: 'Sovi organisaation kanssa uudesta yhteyshenkilöstä.',
    sv: 'Kom överens med organisationen om en ny kontaktperson.',
    en: 'Agree on a new contact person with the organisation.',
  },
  claims: {
    fi: '{name} kertoo edustavansa: {organisation}',
    sv: '{name} uppger sig företräda: {organisation}',
    en: '{name} says they represent: {organisation}',
  },
  claimsTodo: {
    fi: 'Odottaa koordinaattorin vahvistusta.',
    sv: 'Väntar på att en koordinator bekräftar.',
    en: 'Waits for a coordinator to confirm it.',
  },
  troubledPost: {
    fi: 'Viesti, jonka perillemeno ei ole varmaa ({at})',
    sv: 'Meddelande som kanske inte kom fram ({at})',
    en: 'A post that may not have arrived ({at})',
  },
  failedPost: {
    fi: 'Viesti, joka ei mennyt perille ({at})',
    sv: 'Meddelande som inte kom fram ({at})',
    en: 'A post that did not arrive ({at})',
  },
  postTodo: {
    fi: 'Katso kanavalta, onko viesti siellä, ja julkaise se tarvittaessa uudelleen.',
    sv: 'Se efter i kanalen om meddelandet finns där, och publicera det på nytt vid behov.',
    en: 'Check in the channel whether the post is there, and post it again if needed.',
  },
  // ── 1:1 notes for coordinators ──
  named: {
    fi: 'Olet nyt verkoston {name} koordinaattori',
    sv: 'Du är nu koordinator för nätverket {name}',
    en: 'You now coordinate {name}',
  },
  namedBody: {
    fi: '{by} nimesi sinut koordinaattoriksi. Voit luoda äänestyksiä, hoitaa jäsenten tietoja ja nimetä muita koordinaattoreita. Kaikki, mitä teet koordinaattorina, kirjataan.',
    sv: '{by} utsåg dig till koordinator. Du kan skapa omröstningar, sköta medlemmarnas uppgifter och utse andra koordinatorer. Allt du gör som koordinator antecknas.',
    en: '{by} named you coordinator. You can create polls, look after the members’ details and name other coordinators. Everything you do as coordinator is recorded.',
  },
  openManage: { fi: 'Avaa ylläpito', sv: 'Öppna administrationen', en: 'Open the management pages' },
  channelLost: {
    fi: 'Verkoston {name} kanavalle ei pääse enää kirjoittamaan, joten viestit ovat tauolla. Ne jatkuvat, kun kanava palautetaan tai valitset toisen kanavan asetuksista.',
    sv: 'Det går inte längre att skriva i nätverket {name}:s kanal, så meddelandena är pausade. De fortsätter när kanalen återställs eller du väljer en annan kanal i inställningarna.',
    en: 'The channel of {name} can’t be written to any more, so messages are paused. They go on when the channel is restored or you choose another one in the settings.',
  },
});
