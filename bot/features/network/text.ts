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
  // ── 1:1 notes for coordinators ──
  channelLost: {
    fi: 'Verkoston {name} kanavalle ei pääse enää kirjoittamaan, joten viestit ovat tauolla. Ne jatkuvat, kun kanava palautetaan tai valitset toisen kanavan asetuksista.',
    sv: 'Det går inte längre att skriva i nätverket {name}:s kanal, så meddelandena är pausade. De fortsätter när kanalen återställs eller du väljer en annan kanal i inställningarna.',
    en: 'The channel of {name} can’t be written to any more, so messages are paused. They go on when the channel is restored or you choose another one in the settings.',
  },
});
