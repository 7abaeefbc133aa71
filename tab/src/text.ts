/** What the tab says, in three languages: one row per message, ICU syntax. */
import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'fi' | 'sv' | 'en';
export type Message = Readonly<Record<Locale, string>>;

export interface Translate {
  (row: Message, params?: Readonly<Record<string, string | number>>): string;
  readonly locale: Locale;
  /** BCP 47: Finland's Swedish formats dates otherwise than Sweden's. */
  readonly tag: string;
}

const TAGS: Readonly<Record<Locale, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** `sv-SE` → sv; a language that the tab does not speak → en for those far away, as Teams itself does. */
export function localeOf(tag: string): Locale {
  const language = tag.toLowerCase().split(/[-_]/)[0];
  return language === 'fi' || language === 'sv' ? language : 'en';
}

export function translator(locale: Locale): Translate {
  const compiled = new Map<Message, IntlMessageFormat>();
  const translate = (row: Message, params: Readonly<Record<string, string | number>> = {}): string => {
    let message = compiled.get(row);
    if (!message) {
      message = new IntlMessageFormat(row[locale], TAGS[locale], undefined, { ignoreTag: true });
      compiled.set(row, message);
    }
    return String(message.format(params));
  };
  return Object.assign(translate, { locale, tag: TAGS[locale] });
}

/** Marks a table of messages; a missing language is a compile error. */
export const messages = <const T extends Record<string, Message>>(table: T): T => table;

export const text = messages({
  // ── Places ──
  app: { fi: 'Verkostobotti', sv: 'Verkostobotti', en: 'Verkostobotti' },
  home: { fi: 'Etusivu', sv: 'Hem', en: 'Home' },
  events: { fi: 'Tilaisuudet', sv: 'Evenemang', en: 'Events' },
  polls: { fi: 'Äänestykset ja kyselyt', sv: 'Omröstningar och enkäter', en: 'Polls and surveys' },
  pollsShort: { fi: 'Äänestykset', sv: 'Omröstningar', en: 'Polls' },
  materials: { fi: 'Materiaalit', sv: 'Material', en: 'Materials' },
  help: { fi: 'Kysymykset ja ideat', sv: 'Frågor och idéer', en: 'Questions and ideas' },
  questions: { fi: 'Kysymykset', sv: 'Frågor', en: 'Questions' },
  ideas: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  statements: { fi: 'Lausunnot', sv: 'Utlåtanden', en: 'Statements' },
  boxes: { fi: 'Laatikko ja haasteet', sv: 'Lådan och utmaningar', en: 'Box and challenges' },
  boxesShort: { fi: 'Laatikko', sv: 'Lådan', en: 'Box' },
  members: { fi: 'Jäsenkunnat', sv: 'Medlemskommuner', en: 'Municipalities' },
  membersShort: { fi: 'Kunnat', sv: 'Kommuner', en: 'Municipalities' },
  manage: { fi: 'Ylläpito', sv: 'Administration', en: 'Manage' },
  own: { fi: 'Omat tietoni', sv: 'Mina uppgifter', en: 'My details' },
  morePlaces: { fi: 'Lisää', sv: 'Mer', en: 'More' },
  navigation: { fi: 'Sivut', sv: 'Sidor', en: 'Pages' },
  skip: { fi: 'Siirry sisältöön', sv: 'Hoppa till innehållet', en: 'Skip to the content' },
  network: { fi: 'Verkosto', sv: 'Nätverk', en: 'Network' },
  chooseNetwork: { fi: 'Valitse verkosto', sv: 'Välj nätverk', en: 'Choose a network' },
  chooseNetworkWhy: {
    fi: 'Kuulut useaan verkostoon. Minkä sivut avataan?',
    sv: 'Du hör till flera nätverk. Vems sidor ska öppnas?',
    en: 'You belong to several networks. Whose pages shall we open?',
  },
  notThere: { fi: 'Sivua ei löytynyt', sv: 'Sidan hittades inte', en: 'There is no such page' },
  notThereWhy: {
    fi: 'Linkki voi olla vanha, tai kohde on poistettu.',
    sv: 'Länken kan vara gammal, eller så har innehållet tagits bort.',
    en: 'The link may be old, or what it led to has been removed.',
  },

  // ── Demo ──
  actAs: { fi: 'Kokeile henkilönä', sv: 'Prova som', en: 'Try it as' },
  actAsCoordinator: { fi: '{name} (koordinaattori)', sv: '{name} (koordinator)', en: '{name} (coordinator)' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  nobody: { fi: 'Ketään ei ole vielä', sv: 'Ingen finns ännu', en: 'Nobody is here yet' },
  nobodyWhy: {
    fi: 'Sovellusta ei ole vielä asennettu mihinkään tiimiin.',
    sv: 'Appen har ännu inte installerats i något team.',
    en: 'The app has not been installed in any team yet.',
  },

  // ── States ──
  loading: { fi: 'Ladataan', sv: 'Laddar', en: 'Loading' },
  slow: {
    fi: 'Tämä kestää tavallista kauemmin. Odota vielä hetki.',
    sv: 'Det här tar längre än vanligt. Vänta en stund till.',
    en: 'This is taking longer than usual. Please wait a moment.',
  },
  failed: { fi: 'Sivun lataaminen ei onnistunut', sv: 'Sidan kunde inte laddas', en: 'The page could not be loaded' },
  failedWhy: {
    fi: 'Palvelin ei vastannut niin kuin piti. Yritä uudelleen.',
    sv: 'Servern svarade inte som den skulle. Försök igen.',
    en: 'The server did not answer as it should. Try again.',
  },
  unreachable: {
    fi: 'Palvelimeen ei saada yhteyttä. Tarkista verkkoyhteys ja yritä uudelleen.',
    sv: 'Servern kan inte nås. Kontrollera nätanslutningen och försök igen.',
    en: 'The server can’t be reached. Check the connection and try again.',
  },
  reference: {
    fi: 'Tunnus ylläpidolle: {reference}',
    sv: 'Kod för administratören: {reference}',
    en: 'Reference for the administrator: {reference}',
  },
  retry: { fi: 'Yritä uudelleen', sv: 'Försök igen', en: 'Try again' },
  offline: {
    fi: 'Ei verkkoyhteyttä. Näet viimeksi haetut tiedot.',
    sv: 'Ingen nätanslutning. Du ser det som senast hämtades.',
    en: 'No connection. You see what was fetched last.',
  },
  outside: { fi: 'Avaa Teamsissa', sv: 'Öppna i Teams', en: 'Open in Teams' },
  outsideWhy: {
    fi: 'Nämä sivut toimivat Microsoft Teamsissa, jossa tiedämme, kuka olet. Avaa verkoston tiimi ja sen välilehti.',
    sv: 'De här sidorna fungerar i Microsoft Teams, där vi vet vem du är. Öppna nätverkets team och dess flik.',
    en: 'These pages work in Microsoft Teams, where we know who you are. Open the network’s team and its tab.',
  },
  consent: { fi: 'Salli kirjautuminen', sv: 'Tillåt inloggning', en: 'Allow signing in' },
  consentWhy: {
    fi: 'Sovellus tarvitsee luvan tietää, kuka olet. Se näkee vain nimesi ja tunnisteesi. Organisaatiosi ylläpito voi joutua antamaan luvan puolestasi.',
    sv: 'Appen behöver lov att veta vem du är. Den ser bara ditt namn och din identitet. Din organisations administratör kan behöva ge lovet.',
    en: 'The app needs leave to know who you are. It sees only your name and your identity. Your organisation’s administrator may have to allow it.',
  },
  signIn: { fi: 'Kirjaudu', sv: 'Logga in', en: 'Sign in' },
  signedOut: { fi: 'Kirjautuminen ei onnistunut', sv: 'Inloggningen lyckades inte', en: 'Signing in did not succeed' },
  signedOutWhy: {
    fi: 'Teams ei kertonut, kuka olet. Yritä uudelleen tai avaa Teams uudestaan.',
    sv: 'Teams berättade inte vem du är. Försök igen eller starta om Teams.',
    en: 'Teams did not tell who you are. Try again, or open Teams anew.',
  },
  notMember: {
    fi: 'Et ole vielä mukana verkostossa',
    sv: 'Du är inte med i nätverket ännu',
    en: 'You are not in the network yet',
  },
  notMemberWhy: {
    fi: 'Sivut avautuvat, kun sinut on lisätty verkoston tiimiin. Pyydä koordinaattoria lisäämään sinut.',
    sv: 'Sidorna öppnas när du har lagts till i nätverkets team. Be koordinatorn lägga till dig.',
    en: 'The pages open when you have been added to the network’s team. Ask the coordinator to add you.',
  },
  notInstalledHere: {
    fi: 'Tätä tiimiä ei ole vielä otettu käyttöön verkostona, tai et kuulu siihen.',
    sv: 'Det här teamet är inte i bruk som nätverk, eller så hör du inte till det.',
    en: 'This team is not in use as a network yet, or you don’t belong to it.',
  },
  more: { fi: 'Näytä lisää', sv: 'Visa fler', en: 'Show more' },
  cancel: { fi: 'Peruuta', sv: 'Avbryt', en: 'Cancel' },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  close: { fi: 'Sulje', sv: 'Stäng', en: 'Close' },

  // ── Time ──
  today: { fi: 'tänään', sv: 'i dag', en: 'today' },
  tomorrow: { fi: 'huomenna', sv: 'i morgon', en: 'tomorrow' },
  yesterday: { fi: 'eilen', sv: 'i går', en: 'yesterday' },
  atTime: { fi: '{day} klo {time}', sv: '{day} kl. {time}', en: '{day} at {time}' },
  closesAt: { fi: 'Päättyy {when}', sv: 'Stänger {when}', en: 'Closes {when}' },
  closedAt: { fi: 'Päättyi {when}', sv: 'Stängde {when}', en: 'Closed {when}' },
  opensAt: { fi: 'Alkaa {when}', sv: 'Öppnar {when}', en: 'Opens {when}' },

  // ── Home ──
  waiting: { fi: 'Odottaa ääntäsi', sv: 'Väntar på din röst', en: 'Waiting for your vote' },
  nothingWaits: {
    fi: 'Olet äänestänyt kaikissa avoimissa äänestyksissä.',
    sv: 'Du har röstat i alla öppna omröstningar.',
    en: 'You have voted in every open poll.',
  },
  noOpenPolls: {
    fi: 'Avoimia äänestyksiä ei ole juuri nyt.',
    sv: 'Det finns inga öppna omröstningar just nu.',
    en: 'There are no open polls just now.',
  },
  alreadyVoted: { fi: 'Olet äänestänyt', sv: 'Du har röstat', en: 'You have voted' },
  latestResults: { fi: 'Viimeksi päätettyä', sv: 'Senast avgjort', en: 'Decided lately' },
  nextSteps: { fi: 'Seuraavaksi', sv: 'Härnäst', en: 'Next' },
  stepFirstPoll: {
    fi: 'Kysy jäseniltä ensimmäinen kysymys, vaikka seuraavan webinaarin aihe.',
    sv: 'Ställ den första frågan till medlemmarna, till exempel ämnet för nästa webbinarium.',
    en: 'Ask the members a first question, perhaps the topic of the next webinar.',
  },
  stepTie: {
    fi: 'Ratkaise tasatulos: ”{question}”',
    sv: 'Avgör lika röstetal: ”{question}”',
    en: 'Decide the tie: “{question}”',
  },
  stepRemind: {
    fi: '”{question}” päättyy pian: {voters}/{entitled} on äänestänyt',
    sv: '”{question}” stänger snart: {voters}/{entitled} har röstat',
    en: '“{question}” closes soon: {voters} of {entitled} have voted',
  },
  stepPost: {
    fi: 'Julkaisu ei ehkä mennyt kanavalle. Tarkista ja julkaise tarvittaessa uudelleen.',
    sv: 'Ett inlägg nådde kanske inte kanalen. Kontrollera och publicera på nytt vid behov.',
    en: 'A post may not have reached the channel. Check, and post it again if needed.',
  },
  stepPostFailed: {
    fi: 'Julkaisu ei mennyt kanavalle. Julkaise se uudelleen.',
    sv: 'Ett inlägg nådde inte kanalen. Publicera det på nytt.',
    en: 'A post did not reach the channel. Post it again.',
  },
  stepDraft: {
    fi: 'Julkaise tai poista luonnos: ”{title}”',
    sv: 'Publicera eller ta bort utkastet: ”{title}”',
    en: 'Publish the draft, or take it back: “{title}”',
  },
  stepWishes: {
    fi: 'Kerro, mitä uusille toiveille tapahtuu.',
    sv: 'Berätta vad som händer med de nya önskemålen.',
    en: 'Say what becomes of the new wishes.',
  },
  toWishes: { fi: 'Vastaa toiveisiin', sv: 'Svara på önskemålen', en: 'Answer the wishes' },
  openSurvey: { fi: 'Avaa kysely', sv: 'Öppna enkäten', en: 'Open the survey' },
  stepSlides: {
    fi: 'Lisää diat tai tallenne: ”{title}”',
    sv: 'Lägg till presentationerna eller inspelningen: ”{title}”',
    en: 'Add the slides or the recording: “{title}”',
  },
  openEvent: { fi: 'Avaa tilaisuus', sv: 'Öppna evenemanget', en: 'Open the event' },
  invitations: { fi: 'Odottaa vastaustasi', sv: 'Väntar på ditt svar', en: 'Waiting for your answer' },
  answerInvitation: { fi: 'Vastaa kutsuun', sv: 'Svara på inbjudan', en: 'Answer the invitation' },
  answerBy: { fi: 'Vastaa viimeistään {when}', sv: 'Svara senast {when}', en: 'Answer by {when}' },
  nextEvent: { fi: 'Seuraava tilaisuus', sv: 'Nästa evenemang', en: 'Next event' },
  allEvents: { fi: 'Kaikki tilaisuudet', sv: 'Alla evenemang', en: 'All events' },
  postAgain: { fi: 'Julkaise uudelleen', sv: 'Publicera på nytt', en: 'Post again' },
  openPoll: { fi: 'Avaa äänestys', sv: 'Öppna omröstningen', en: 'Open the poll' },
  remindNow: { fi: 'Muistuta', sv: 'Påminn', en: 'Remind' },
  decideNow: { fi: 'Ratkaise', sv: 'Avgör', en: 'Decide' },

  // ── List of polls ──
  newPoll: { fi: 'Uusi äänestys', sv: 'Ny omröstning', en: 'New poll' },
  openPolls: { fi: 'Avoimet', sv: 'Öppna', en: 'Open' },
  scheduledPolls: { fi: 'Tulossa', sv: 'Kommande', en: 'Coming' },
  closedPolls: { fi: 'Päättyneet', sv: 'Avslutade', en: 'Closed' },
  noPollsCreate: {
    fi: 'Kysy jäseniltä vaikka seuraavan webinaarin aihe. Äänestys julkaistaan verkoston kanavalla, ja jäsenet äänestävät yhdellä napautuksella.',
    sv: 'Fråga till exempel medlemmarna om ämnet för nästa webbinarium. Omröstningen publiceras i nätverkets kanal, och medlemmarna röstar med ett tryck.',
    en: 'Ask the members, perhaps the topic of the next webinar. The poll goes to the network’s channel, and members vote with one tap.',
  },
  turnout: {
    fi: '{voters}/{entitled} on äänestänyt',
    sv: '{voters}/{entitled} har röstat',
    en: '{voters} of {entitled} have voted',
  },
  turnoutClosed: {
    fi: '{voters}/{entitled} äänesti',
    sv: '{voters}/{entitled} röstade',
    en: '{voters} of {entitled} voted',
  },
  /** Beside the turnout of organisations. */
  peopleTurnout: {
    fi: '{voters}/{entitled} henkilöä on äänestänyt',
    sv: '{voters}/{entitled} personer har röstat',
    en: '{voters} of {entitled} people have voted',
  },
  peopleTurnoutClosed: {
    fi: '{voters}/{entitled} henkilöä äänesti',
    sv: '{voters}/{entitled} personer röstade',
    en: '{voters} of {entitled} people voted',
  },
  /** `kind`: municipality when all that are entitled are municipalities, else organisation. */
  organisationTurnout: {
    fi: '{voted}/{entitled} {kind, select, municipality {kuntaa on äänestänyt} other {organisaatiota on äänestänyt}}',
    sv: '{voted}/{entitled} {kind, select, municipality {kommuner har röstat} other {organisationer har röstat}}',
    en: '{voted} of {entitled} {kind, select, municipality {municipalities have voted} other {organisations have voted}}',
  },
  organisationTurnoutClosed: {
    fi: '{voted}/{entitled} {kind, select, municipality {kuntaa äänesti} other {organisaatiota äänesti}}',
    sv: '{voted}/{entitled} {kind, select, municipality {kommuner röstade} other {organisationer röstade}}',
    en: '{voted} of {entitled} {kind, select, municipality {municipalities voted} other {organisations voted}}',
  },
  voted: { fi: 'Äänestit', sv: 'Du har röstat', en: 'You voted' },
  notVoted: { fi: 'Et ole vielä äänestänyt', sv: 'Du har inte röstat ännu', en: 'You have not voted yet' },
  vote: { fi: 'Äänestä', sv: 'Rösta', en: 'Vote' },

  // ── Phases and verdicts ──
  open: { fi: 'Avoinna', sv: 'Öppen', en: 'Open' },
  scheduled: { fi: 'Tulossa', sv: 'Kommande', en: 'Coming' },
  counting: { fi: 'Ääniä lasketaan', sv: 'Rösterna räknas', en: 'Counting' },
  closed: { fi: 'Päättynyt', sv: 'Avslutad', en: 'Closed' },
  undone: { fi: 'Peruttu', sv: 'Återtagen', en: 'Taken back' },
  won: { fi: 'Voittaja: {winners}', sv: 'Vinnare: {winners}', en: 'Winner: {winners}' },
  decided: {
    fi: 'Äänet menivät tasan. Koordinaattori ratkaisi: {winners}',
    sv: 'Rösterna föll lika. Koordinatorn avgjorde: {winners}',
    en: 'The votes were tied. The coordinator decided: {winners}',
  },
  bothWon: {
    fi: 'Äänet tasan, valituksi tulivat: {winners}',
    sv: 'Lika röstetal, valda blev: {winners}',
    en: 'A tie, and all of these were chosen: {winners}',
  },
  tied: {
    fi: 'Äänet tasan. Koordinaattori ratkaisee.',
    sv: 'Lika röstetal. Koordinatorn avgör.',
    en: 'A tie. The coordinator decides.',
  },
  revoteHeld: {
    fi: 'Äänet tasan. Tasan menneistä pidetään uusintaäänestys.',
    sv: 'Lika röstetal. En ny omröstning hålls mellan dem som fick lika många röster.',
    en: 'A tie. The tied options go to a re-vote.',
  },
  toRevote: { fi: 'Avaa uusintaäänestys', sv: 'Öppna den nya omröstningen', en: 'Open the re-vote' },
  isRevote: {
    fi: 'Uusintaäänestys tasan menneistä vaihtoehdoista.',
    sv: 'Ny omröstning mellan alternativ med lika röstetal.',
    en: 'A re-vote of the options that tied.',
  },
  toFirstVote: { fi: 'Avaa ensimmäinen äänestys', sv: 'Öppna den första omröstningen', en: 'Open the first vote' },
  notValid: {
    fi: 'Äänestäjiä oli vähemmän kuin vaadittiin, joten tulos ei ole voimassa.',
    sv: 'Färre röstade än vad som krävdes, så resultatet gäller inte.',
    en: 'Fewer voted than was required, so the result is not valid.',
  },
  nobodyVoted: { fi: 'Kukaan ei äänestänyt.', sv: 'Ingen röstade.', en: 'Nobody voted.' },
  noOrganisationVoted: {
    fi: '{kind, select, municipality {Yksikään äänioikeutettu kunta ei äänestänyt.} other {Yksikään äänioikeutettu organisaatio ei äänestänyt.}}',
    sv: '{kind, select, municipality {Ingen röstberättigad kommun röstade.} other {Ingen röstberättigad organisation röstade.}}',
    en: '{kind, select, municipality {No entitled municipality voted.} other {No entitled organisation voted.}}',
  },
  disagree: {
    fi: '{kind, select, municipality {Kunnat ja henkilöt olivat eri mieltä. Kuntien äänissä eniten:} other {Organisaatiot ja henkilöt olivat eri mieltä. Organisaatioiden äänissä eniten:}} {organisations}. Henkilöiden äänissä eniten: {persons}.',
    sv: '{kind, select, municipality {Kommunerna och personerna var oense. Flest röster av kommunerna:} other {Organisationerna och personerna var oense. Flest röster av organisationerna:}} {organisations}. Flest röster av personerna: {persons}.',
    en: '{kind, select, municipality {Municipalities and people disagreed. Most votes of municipalities:} other {Organisations and people disagreed. Most votes of organisations:}} {organisations}. Most votes of people: {persons}.',
  },
  disagreeNow: {
    fi: '{kind, select, municipality {Kunnat ja henkilöt ovat nyt eri mieltä. Kuntien äänissä eniten:} other {Organisaatiot ja henkilöt ovat nyt eri mieltä. Organisaatioiden äänissä eniten:}} {organisations}. Henkilöiden äänissä eniten: {persons}.',
    sv: '{kind, select, municipality {Kommunerna och personerna är nu oense. Flest röster av kommunerna:} other {Organisationerna och personerna är nu oense. Flest röster av organisationerna:}} {organisations}. Flest röster av personerna: {persons}.',
    en: '{kind, select, municipality {Municipalities and people disagree so far. Most votes of municipalities:} other {Organisations and people disagree so far. Most votes of organisations:}} {organisations}. Most votes of people: {persons}.',
  },
  tooFewToTell: {
    fi: 'Ääniä oli niin vähän, ettei salaisen äänestyksen tulosta voi näyttää paljastamatta äänestäjiä.',
    sv: 'Rösterna var så få att den hemliga omröstningens resultat inte kan visas utan att avslöja dem som röstat.',
    en: 'There were so few votes that the result of this secret ballot can’t be shown without giving the voters away.',
  },

  // ── Own vote ──
  yourVote: { fi: 'Oma ääneni', sv: 'Min röst', en: 'My vote' },
  chooseOne: { fi: 'Valitse yksi vaihtoehto', sv: 'Välj ett alternativ', en: 'Choose one option' },
  chooseUpTo: {
    fi: 'Valitse enintään {most} vaihtoehtoa',
    sv: 'Välj högst {most} alternativ',
    en: 'Choose at most {most} options',
  },
  changeVote: { fi: 'Vaihda ääni', sv: 'Ändra rösten', en: 'Change my vote' },
  withdrawVote: { fi: 'Peru ääni', sv: 'Ta bort rösten', en: 'Withdraw my vote' },
  comment: { fi: 'Kommentti (vapaaehtoinen)', sv: 'Kommentar (frivillig)', en: 'Comment (optional)' },
  commentHint: {
    fi: 'Kommentti näytetään tulosten yhteydessä ilman nimeäsi.',
    sv: 'Kommentaren visas vid resultaten utan ditt namn.',
    en: 'The comment is shown with the results, without your name.',
  },
  voteKept: { fi: 'Äänesi on tallessa ({when}).', sv: 'Din röst är sparad ({when}).', en: 'Your vote is in ({when}).' },
  voteSaved: { fi: 'Äänesi tallennettiin.', sv: 'Din röst sparades.', en: 'Your vote was saved.' },
  voteWithdrawn: { fi: 'Äänesi on peruttu.', sv: 'Din röst har tagits bort.', en: 'Your vote has been withdrawn.' },
  voteUntil: {
    fi: 'Voit vaihtaa tai perua äänesi, kunnes äänestys päättyy.',
    sv: 'Du kan ändra eller ta bort din röst tills omröstningen stänger.',
    en: 'You can change or withdraw your vote until the poll closes.',
  },
  yourChoice: { fi: 'Äänestit: {choices}', sv: 'Du röstade på: {choices}', en: 'You voted for: {choices}' },
  didNotVote: { fi: 'Et äänestänyt.', sv: 'Du röstade inte.', en: 'You did not vote.' },
  chooseFirst: { fi: 'Valitse ensin vaihtoehto.', sv: 'Välj först ett alternativ.', en: 'Choose an option first.' },
  tooMany: {
    fi: 'Valitse enintään {most}. Poista ensin jokin valinta.',
    sv: 'Välj högst {most}. Ta först bort något val.',
    en: 'Choose at most {most}. Take one away first.',
  },
  secrecyNamed: {
    fi: 'Nimet näkyvät: kaikki jäsenet näkevät, mitä kukin äänesti.',
    sv: 'Namnen syns: alla medlemmar ser vad var och en röstade på.',
    en: 'Names show: every member sees who voted for what.',
  },
  secrecyUnnamed: {
    fi: 'Nimet eivät näy jäsenille. Koordinaattori näkee, ketkä ovat äänestäneet, mutta ei sitä, mitä he äänestivät.',
    sv: 'Namnen syns inte för medlemmarna. Koordinatorn ser vilka som har röstat, men inte vad de röstade på.',
    en: 'Members see no names. The coordinator sees who has voted, but not what they voted for.',
  },
  secrecySecret: {
    fi: 'Salainen äänestys: tulokset näkyvät vasta päättymisen jälkeen, eikä kenenkään ääntä voi sen jälkeen yhdistää äänestäjään.',
    sv: 'Hemlig omröstning: resultatet syns först efter stängningen, och då kan ingens röst längre kopplas till den som röstat.',
    en: 'Secret ballot: results show only after closing, and from then on nobody’s vote can be linked to them.',
  },
  addOption: { fi: 'Lisää oma vaihtoehto', sv: 'Lägg till ett eget alternativ', en: 'Add an option of your own' },
  add: { fi: 'Lisää', sv: 'Lägg till', en: 'Add' },
  optionAdded: { fi: 'Vaihtoehto lisättiin.', sv: 'Alternativet lades till.', en: 'The option was added.' },

  // ── Results ──
  results: { fi: 'Tulokset', sv: 'Resultat', en: 'Results' },
  resultsNow: { fi: 'Tilanne nyt', sv: 'Läget nu', en: 'Standing now' },
  asChart: { fi: 'Kaavio', sv: 'Diagram', en: 'Chart' },
  asTable: { fi: 'Taulukko', sv: 'Tabell', en: 'Table' },
  showAs: { fi: 'Näytä tulokset', sv: 'Visa resultatet', en: 'Show the results' },
  votes: {
    fi: '{n, plural, one {# ääni} other {# ääntä}}',
    sv: '{n, plural, one {# röst} other {# röster}}',
    en: '{n, plural, one {# vote} other {# votes}}',
  },
  personVotes: { fi: 'Henkilöiden ääniä {n}', sv: 'Personernas röster {n}', en: 'Votes of people {n}' },
  organisationVotes: {
    fi: '{kind, select, municipality {Kuntien ääniä} other {Organisaatioiden ääniä}} {n, number, ::.##}',
    sv: '{kind, select, municipality {Kommunernas röster} other {Organisationernas röster}} {n, number, ::.##}',
    en: '{kind, select, municipality {Votes of municipalities} other {Votes of organisations}} {n, number, ::.##}',
  },
  organisationVotesHead: {
    fi: '{kind, select, municipality {Kuntien ääniä} other {Organisaatioiden ääniä}}',
    sv: '{kind, select, municipality {Kommunernas röster} other {Organisationernas röster}}',
    en: '{kind, select, municipality {Votes of municipalities} other {Votes of organisations}}',
  },
  personVotesHead: { fi: 'Henkilöiden ääniä', sv: 'Personernas röster', en: 'Votes of people' },
  votesWaiting: {
    fi: '{kind, select, municipality {{n, plural, one {# ääni odottaa kuntatietoa} other {# ääntä odottaa kuntatietoa}}} other {{n, plural, one {# ääni odottaa tietoa organisaatiosta} other {# ääntä odottaa tietoa organisaatiosta}}}}.',
    sv: '{kind, select, municipality {{n, plural, one {# röst väntar på uppgift om kommun} other {# röster väntar på uppgift om kommun}}} other {{n, plural, one {# röst väntar på uppgift om organisation} other {# röster väntar på uppgift om organisation}}}}.',
    en: '{kind, select, municipality {{n, plural, one {# vote waits for its municipality} other {# votes wait for their municipality}}} other {{n, plural, one {# vote waits for its organisation} other {# votes wait for their organisation}}}}.',
  },
  votesWaited: {
    fi: '{kind, select, municipality {{n, plural, one {# ääni jäi ilman kuntatietoa} other {# ääntä jäi ilman kuntatietoa}}} other {{n, plural, one {# ääni jäi ilman tietoa organisaatiosta} other {# ääntä jäi ilman tietoa organisaatiosta}}}}.',
    sv: '{kind, select, municipality {{n, plural, one {# röst saknar uppgift om kommun} other {# röster saknar uppgift om kommun}}} other {{n, plural, one {# röst saknar uppgift om organisation} other {# röster saknar uppgift om organisation}}}}.',
    en: '{kind, select, municipality {{n, plural, one {# vote had no municipality} other {# votes had no municipality}}} other {{n, plural, one {# vote had no organisation} other {# votes had no organisation}}}}.',
  },
  votesOutside: {
    fi: '{n, plural, one {# ääni lasketaan vain henkilöiden ääniin, koska äänestäjä ei edusta äänioikeutettua organisaatiota.} other {# ääntä lasketaan vain henkilöiden ääniin, koska äänestäjät eivät edusta äänioikeutettua organisaatiota.}}',
    sv: '{n, plural, one {# röst räknas bara bland personernas röster, eftersom den som röstade inte företräder någon röstberättigad organisation.} other {# röster räknas bara bland personernas röster, eftersom de som röstade inte företräder någon röstberättigad organisation.}}',
    en: '{n, plural, one {# vote counts among people’s votes only, because the voter represents no organisation that is entitled to vote.} other {# votes count among people’s votes only, because the voters represent no organisation that is entitled to vote.}}',
  },
  option: { fi: 'Vaihtoehto', sv: 'Alternativ', en: 'Option' },
  votesHead: { fi: 'Ääniä', sv: 'Röster', en: 'Votes' },
  share: { fi: 'Osuus', sv: 'Andel', en: 'Share' },
  sharesOverlap: {
    fi: 'Osuudet ovat äänestäjistä. Moni on voinut valita useamman, joten summa voi ylittää 100 %.',
    sv: 'Andelarna räknas av dem som röstat. Många kan ha valt flera, så summan kan överstiga 100 %.',
    en: 'Shares are of those who voted. Many may have chosen several, so they can add up to more than 100%.',
  },
  votersHead: { fi: 'Äänestäjät', sv: 'Röstade', en: 'Voters' },
  chosen: { fi: 'Valittu', sv: 'Vald', en: 'Chosen' },
  shownAfterVote: {
    fi: 'Näet tulokset, kun olet äänestänyt.',
    sv: 'Du ser resultatet när du har röstat.',
    en: 'You see the results once you have voted.',
  },
  shownAfterClosing: {
    fi: 'Tulokset näytetään, kun äänestys on päättynyt.',
    sv: 'Resultatet visas när omröstningen har stängt.',
    en: 'The results are shown when the poll has closed.',
  },
  comments: { fi: 'Kommentit', sv: 'Kommentarer', en: 'Comments' },
  purpose: { fi: 'Mihin tulosta käytetään', sv: 'Vad resultatet används till', en: 'What the result is used for' },
  forGroup: {
    fi: 'Tässä äänestää ryhmä {group}. Jäsenen oma ääni menee varajäsenen äänen edelle.',
    sv: 'Här röstar gruppen {group}. En medlems egen röst går före ersättarens.',
    en: 'The group {group} votes here. A member’s own vote takes precedence over their substitute’s.',
  },
  personsDecide: {
    fi: 'Henkilöiden äänet ratkaisevat.',
    sv: 'Personernas röster avgör.',
    en: 'People’s votes decide.',
  },
  ruleLatest: {
    fi: '{kind, select, municipality {Yksi kunta, yksi ääni. Jos kunnasta äänestää moni, kunnan ääni on se, joka annettiin viimeksi.} other {Yksi organisaatio, yksi ääni. Jos organisaatiosta äänestää moni, sen ääni on se, joka annettiin viimeksi.}}',
    sv: '{kind, select, municipality {En kommun, en röst. Om flera från en kommun röstar är kommunens röst den som gavs sist.} other {En organisation, en röst. Om flera från en organisation röstar är organisationens röst den som gavs sist.}}',
    en: '{kind, select, municipality {One municipality, one vote. If several people of a municipality vote, its vote is the one cast last.} other {One organisation, one vote. If several people of an organisation vote, its vote is the one cast last.}}',
  },
  ruleDelegate: {
    fi: '{kind, select, municipality {Yksi kunta, yksi ääni. Kunnan ääni on sen nimeämän edustajan ääni, tai jos hän ei äänestä, varaedustajan.} other {Yksi organisaatio, yksi ääni. Organisaation ääni on sen nimeämän edustajan ääni, tai jos hän ei äänestä, varaedustajan.}}',
    sv: '{kind, select, municipality {En kommun, en röst. Kommunens röst är dess utsedda företrädares röst eller, om hen inte röstar, ersättarens.} other {En organisation, en röst. Organisationens röst är dess utsedda företrädares röst eller, om hen inte röstar, ersättarens.}}',
    en: '{kind, select, municipality {One municipality, one vote. A municipality’s vote is that of its named delegate or, if they don’t vote, of the substitute.} other {One organisation, one vote. An organisation’s vote is that of its named delegate or, if they don’t vote, of the substitute.}}',
  },
  ruleSplit: {
    fi: '{kind, select, municipality {Yksi kunta, yksi ääni. Jos kunnasta äänestää moni, ääni jaetaan heidän kesken tasan.} other {Yksi organisaatio, yksi ääni. Jos organisaatiosta äänestää moni, ääni jaetaan heidän kesken tasan.}}',
    sv: '{kind, select, municipality {En kommun, en röst. Om flera från en kommun röstar delas rösten lika mellan dem.} other {En organisation, en röst. Om flera från en organisation röstar delas rösten lika mellan dem.}}',
    en: '{kind, select, municipality {One municipality, one vote. If several people of a municipality vote, the vote is divided equally among them.} other {One organisation, one vote. If several people of an organisation vote, the vote is divided equally among them.}}',
  },
  secretByOrganisation: {
    fi: '{kind, select, municipality {Vain kuntien äänet julkaistaan, ja nekin vain, jos vähintään viisi kuntaa äänestää.} other {Vain organisaatioiden äänet julkaistaan, ja nekin vain, jos vähintään viisi organisaatiota äänestää.}}',
    sv: '{kind, select, municipality {Bara kommunernas röster publiceras, och bara om minst fem kommuner röstar.} other {Bara organisationernas röster publiceras, och bara om minst fem organisationer röstar.}}',
    en: '{kind, select, municipality {Only the votes of municipalities are published, and only if at least five municipalities vote.} other {Only the votes of organisations are published, and only if at least five organisations vote.}}',
  },
  minimumOrganisations: {
    fi: 'Tulos on voimassa, kun vähintään {n} {kind, select, municipality {kuntaa on äänestänyt.} other {organisaatiota on äänestänyt.}}',
    sv: 'Resultatet gäller när minst {n} {kind, select, municipality {kommuner har röstat.} other {organisationer har röstat.}}',
    en: 'The result is valid when at least {n} {kind, select, municipality {municipalities have voted.} other {organisations have voted.}}',
  },
  minimumTurnout: {
    fi: 'Tulos on voimassa, kun vähintään {n} on äänestänyt.',
    sv: 'Resultatet gäller när minst {n} har röstat.',
    en: 'The result is valid when at least {n} have voted.',
  },
  tieCoordinator: {
    fi: 'Jos äänet menevät tasan, koordinaattori ratkaisee.',
    sv: 'Vid lika röstetal avgör koordinatorn.',
    en: 'If there is a tie, the coordinator decides.',
  },
  tieRevote: {
    fi: 'Jos äänet menevät tasan, pidetään uusintaäänestys.',
    sv: 'Vid lika röstetal hålls en ny omröstning.',
    en: 'If there is a tie, a re-vote is held.',
  },
  tieBoth: {
    fi: 'Jos äänet menevät tasan, kaikki kärkeen jääneet valitaan.',
    sv: 'Vid lika röstetal väljs alla som ligger i topp.',
    en: 'If there is a tie, all that lead are chosen.',
  },

  // ── Events ──
  webinar: { fi: 'Webinaari', sv: 'Webbinarium', en: 'Webinar' },
  seminar: { fi: 'Seminaari', sv: 'Seminarium', en: 'Seminar' },
  meeting: { fi: 'Kokous', sv: 'Möte', en: 'Meeting' },
  training: { fi: 'Koulutus', sv: 'Utbildning', en: 'Training' },
  otherEvent: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  inRoom: { fi: 'Paikan päällä', sv: 'På plats', en: 'In the room' },
  online: { fi: 'Etänä', sv: 'På distans', en: 'Online' },
  roomOrOnline: { fi: 'Paikan päällä tai etänä', sv: 'På plats eller på distans', en: 'In the room or online' },
  placeOrOnline: { fi: '{place} tai etänä', sv: '{place} eller på distans', en: '{place} or online' },
  eventDraft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
  eventCancelled: { fi: 'Peruttu', sv: 'Inställt', en: 'Cancelled' },
  eventOngoing: { fi: 'Käynnissä nyt', sv: 'Pågår nu', en: 'On now' },
  eventClosed: { fi: 'Ilmoittautuminen on päättynyt', sv: 'Anmälan har slutat', en: 'Registration has ended' },
  ownRoom: { fi: 'Tulet paikalle', sv: 'Du kommer på plats', en: 'You have a place in the room' },
  ownOnline: { fi: 'Osallistut etänä', sv: 'Du deltar på distans', en: 'You take part online' },
  ownMaybe: { fi: 'Vastasit: ehkä', sv: 'Du svarade: kanske', en: 'You answered: maybe' },
  ownNo: { fi: 'Vastasit: en pääse', sv: 'Du svarade: kan inte komma', en: 'You answered: can’t come' },
  ownWaitsRoom: {
    fi: 'Olet varasijalla {n} (paikan päällä)',
    sv: 'Du står på reservplats {n} (på plats)',
    en: 'You are {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on the waiting list for the room',
  },
  ownWaitsOnline: {
    fi: 'Olet varasijalla {n} (etänä)',
    sv: 'Du står på reservplats {n} (på distans)',
    en: 'You are {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} on the waiting list for online',
  },
  ownUnanswered: { fi: 'Et ole vielä vastannut', sv: 'Du har inte svarat ännu', en: 'You have not answered yet' },
  wasRegistered: { fi: 'Olit ilmoittautunut', sv: 'Du var anmäld', en: 'You were registered' },
  onlyForGroup: { fi: 'Ryhmälle {group}', sv: 'För gruppen {group}', en: 'For the group {group}' },
  comingCount: {
    fi: '{n, plural, =0 {Ei vielä ilmoittautuneita} one {# ilmoittautunut} other {# ilmoittautunutta}}',
    sv: '{n, plural, =0 {Inga anmälda ännu} one {# anmäld} other {# anmälda}}',
    en: '{n, plural, =0 {Nobody registered yet} other {# registered}}',
  },
  freeRoom: {
    fi: '{n, plural, =0 {Paikan päällä täynnä} one {# paikka vapaana paikan päällä} other {# paikkaa vapaana paikan päällä}}',
    sv: '{n, plural, =0 {Fullt på plats} one {# ledig plats i lokalen} other {# lediga platser i lokalen}}',
    en: '{n, plural, =0 {The room is full} one {# place left in the room} other {# places left in the room}}',
  },
  freeOnline: {
    fi: '{n, plural, =0 {Etäpaikat täynnä} one {# etäpaikka vapaana} other {# etäpaikkaa vapaana}}',
    sv: '{n, plural, =0 {Fullt på distans} one {# ledig distansplats} other {# lediga distansplatser}}',
    en: '{n, plural, =0 {Online is full} one {# place left online} other {# places left online}}',
  },

  // ── Links ──
  opensElsewhere: { fi: 'avautuu uuteen ikkunaan', sv: 'öppnas i ett nytt fönster', en: 'opens in a new window' },
});
