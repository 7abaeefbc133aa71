/** What the pages of coordinators and of handing over say. */
import { messages } from '../../text.ts';

export const rolesText = messages({
  coordinators: { fi: 'Koordinaattorit', sv: 'Koordinatorer', en: 'Coordinators' },
  coordinatorsWhat: {
    fi: 'Nimeä toinen koordinaattori tai poista tehtävästä',
    sv: 'Utse en till koordinator eller avsluta ett uppdrag',
    en: 'Name another coordinator, or take the role away',
  },
  coordinatorsLead: {
    fi: 'Koordinaattorit pääsevät ylläpitoon, tekevät äänestykset ja saavat tiedon verkoston asioista. Verkostolla on aina vähintään yksi koordinaattori.',
    sv: 'Koordinatorerna kommer in i administrationen, gör omröstningarna och får veta om nätverkets ärenden. Ett nätverk har alltid minst en koordinator.',
    en: 'Coordinators get into these pages, make the polls, and are told of the network’s affairs. A network always has at least one.',
  },
  you: { fi: 'Sinä', sv: 'Du', en: 'You' },
  hasLeft: { fi: 'Ei enää verkostossa', sv: 'Inte längre i nätverket', en: 'No longer in the network' },
  handoverOf: { fi: 'Luovuta tehtävät', sv: 'Lämna över uppgifterna', en: 'Hand over' },
  handoverOfName: {
    fi: 'Luovuta tehtävät: {name}',
    sv: 'Lämna över uppgifterna: {name}',
    en: 'Hand over: {name}',
  },
  remove: { fi: 'Poista tehtävästä', sv: 'Avsluta uppdraget', en: 'Take the role away' },
  removeName: {
    fi: 'Poista tehtävästä: {name}',
    sv: 'Avsluta uppdraget: {name}',
    en: 'Take the role away: {name}',
  },
  removeTitle: {
    fi: 'Poistetaanko {name} koordinaattoreista?',
    sv: 'Ska {name} inte längre vara koordinator?',
    en: 'Take the role of coordinator from {name}?',
  },
  removeWhy: {
    fi: 'Hän jää verkoston jäseneksi. Avoimet äänestykset ja muut asiat eivät siirry itsestään: luovuta ne ensin.',
    sv: 'Personen är fortfarande medlem i nätverket. Öppna omröstningar och annat flyttas inte av sig självt: lämna över dem först.',
    en: 'They stay a member of the network. Open polls and other affairs do not pass on by themselves: hand them over first.',
  },
  removeSelfTitle: {
    fi: 'Lopetatko koordinaattorina?',
    sv: 'Vill du sluta som koordinator?',
    en: 'Stop being a coordinator?',
  },
  removeSelfWhy: {
    fi: 'Et pääse enää ylläpitoon. Jäät verkoston jäseneksi. Avoimet äänestykset ja muut asiat eivät siirry itsestään: luovuta ne ensin.',
    sv: 'Du kommer inte längre in i administrationen. Du är fortfarande medlem i nätverket. Öppna omröstningar och annat flyttas inte av sig självt: lämna över dem först.',
    en: 'You will no longer get into these pages. You stay a member of the network. Open polls and other affairs do not pass on by themselves: hand them over first.',
  },
  stop: { fi: 'Lopeta koordinaattorina', sv: 'Sluta som koordinator', en: 'Stop being a coordinator' },
  removed: {
    fi: '{name} ei ole enää koordinaattori.',
    sv: '{name} är inte längre koordinator.',
    en: '{name} is no longer a coordinator.',
  },
  removedSelf: {
    fi: 'Et ole enää koordinaattori.',
    sv: 'Du är inte längre koordinator.',
    en: 'You are no longer a coordinator.',
  },
  nameAnother: { fi: 'Nimeä koordinaattori', sv: 'Utse en koordinator', en: 'Name a coordinator' },
  whom: { fi: 'Kenet nimeät?', sv: 'Vem utser du?', en: 'Whom do you name?' },
  whomHint: {
    fi: 'Henkilön pitää olla verkoston Teams-tiimissä. Hän saa tiedon Teamsissa.',
    sv: 'Personen ska vara med i nätverkets Teams-team. Hen får veta det i Teams.',
    en: 'They must be in the network’s team in Teams. They are told in Teams.',
  },
  chooseFirst: {
    fi: 'Valitse henkilö luettelosta.',
    sv: 'Välj en person i listan.',
    en: 'Choose a person from the list.',
  },
  named: {
    fi: '{name} on nyt koordinaattori.',
    sv: '{name} är nu koordinator.',
    en: '{name} is a coordinator now.',
  },

  // ── Handing over ──
  handover: { fi: 'Tehtävien luovutus', sv: 'Överlämning', en: 'Handing over' },
  handoverWhat: {
    fi: 'Mitä lähtevältä jää kesken ja kuka jatkaa',
    sv: 'Vad den som slutar lämnar efter sig och vem som fortsätter',
    en: 'What a leaving person leaves undone, and who goes on with it',
  },
  handoverLead: {
    fi: 'Kun joku lopettaa, tästä näet, mitä häneltä jää kesken. Osa siirtyy seuraajalle kerralla, loput hoidetaan omilla sivuillaan.',
    sv: 'När någon slutar ser du här vad som blir ogjort. En del går över till efterträdaren på en gång, resten sköts på sina egna sidor.',
    en: 'When someone leaves, here is what they leave undone. Some of it passes to the successor at once; the rest is done on its own pages.',
  },
  leaving: { fi: 'Kuka luovuttaa?', sv: 'Vem lämnar över?', en: 'Who hands over?' },
  leavingHint: {
    fi: 'Sinä, ellet valitse toista.',
    sv: 'Du, om du inte väljer någon annan.',
    en: 'You, unless you choose another.',
  },
  itemsHead: { fi: 'Mitä jää kesken', sv: 'Vad som blir ogjort', en: 'What is left undone' },
  nothing: {
    fi: 'Mitään ei jää kesken. Voit silti nimetä seuraajan.',
    sv: 'Ingenting blir ogjort. Du kan ändå utse en efterträdare.',
    en: 'Nothing is left undone. You can name a successor all the same.',
  },
  moves: { fi: 'Siirtyy seuraajalle', sv: 'Går över till efterträdaren', en: 'Passes to the successor' },
  movesHint: {
    fi: 'Poista valinta siitä, minkä haluat hoitaa toisin.',
    sv: 'Ta bort valet för det som du vill sköta på annat sätt.',
    en: 'Untick what you want to settle otherwise.',
  },
  byHand: { fi: 'Hoida itse', sv: 'Sköt själv', en: 'Settle these yourself' },
  open: { fi: 'Avaa', sv: 'Öppna', en: 'Open' },
  successorHead: { fi: 'Kuka jatkaa', sv: 'Vem fortsätter', en: 'Who goes on' },
  successor: { fi: 'Seuraaja', sv: 'Efterträdare', en: 'Successor' },
  successorHint: {
    fi: 'Hänestä tulee koordinaattori, ja hän saa siitä tiedon Teamsissa. Hänen pitää olla verkoston Teams-tiimissä.',
    sv: 'Personen blir koordinator och får veta det i Teams. Hen ska vara med i nätverkets Teams-team.',
    en: 'They become a coordinator and are told so in Teams. They must be in the network’s team in Teams.',
  },
  removesLeaving: {
    fi: '{name} lopettaa koordinaattorina',
    sv: '{name} slutar som koordinator',
    en: '{name} stops being a coordinator',
  },
  removesSelfHint: {
    fi: 'Et pääse sen jälkeen ylläpitoon.',
    sv: 'Efter det kommer du inte in i administrationen.',
    en: 'After that you no longer get into these pages.',
  },
  doHandOver: { fi: 'Luovuta tehtävät', sv: 'Lämna över', en: 'Hand over' },
  done: { fi: 'Tehtävät on luovutettu', sv: 'Överlämningen är gjord', en: 'Handed over' },
  doneTo: {
    fi: '{name} on nyt koordinaattori.',
    sv: '{name} är nu koordinator.',
    en: '{name} is a coordinator now.',
  },
  moved: {
    fi: '{n, plural, =0 {Hänelle ei siirretty mitään.} one {Hänelle siirtyi # asia.} other {Hänelle siirtyi # asiaa.}}',
    sv: '{n, plural, =0 {Ingenting gick över.} one {# ärende gick över.} other {# ärenden gick över.}}',
    en: '{n, plural, =0 {Nothing passed to them.} one {# thing passed to them.} other {# things passed to them.}}',
  },
  notMoved: { fi: 'Nämä eivät siirtyneet', sv: 'Det här gick inte över', en: 'These did not pass on' },
  leftOver: { fi: 'Nämä jäävät hoidettaviksi', sv: 'Det här återstår att sköta', en: 'These remain to be settled' },
  noLongerYou: {
    fi: 'Et ole enää koordinaattori, joten ylläpito ei enää aukea sinulle.',
    sv: 'Du är inte längre koordinator, så administrationen öppnas inte längre för dig.',
    en: 'You are no longer a coordinator, so these pages no longer open for you.',
  },
  toHome: { fi: 'Etusivulle', sv: 'Till startsidan', en: 'To the start page' },
  toCoordinators: { fi: 'Koordinaattoreihin', sv: 'Till koordinatorerna', en: 'To the coordinators' },
});
