/** What every letter says below its content: whose it is, why it came, and how to stop it. */
import { messages } from '../core/text.ts';

export const text = messages({
  from: {
    fi: 'Tämän viestin lähetti verkosto {network}.',
    sv: 'Det här meddelandet skickades av nätverket {network}.',
    en: 'This message was sent by the network {network}.',
  },

  // ── Why they get it ──────────────────────────────────────────────────────────────────────────
  chosen: {
    fi: 'Saat sen, koska olet valinnut, että {topic} tulevat sinulle sähköpostilla.',
    sv: 'Du får det eftersom du har valt att få {topic} per e-post.',
    en: 'You get it because you chose to get {topic} by e-mail.',
  },
  notInTeams: {
    fi: 'Saat sen, koska et ole verkoston Teams-tiimissä: siksi {topic} tulevat sinulle sähköpostilla.',
    sv: 'Du får det eftersom du inte är med i nätverkets team i Teams: därför får du {topic} per e-post.',
    en: 'You get it because you are not in the network’s team in Microsoft Teams: that is why you get {topic} by e-mail.',
  },
  always: {
    fi: 'Se koskee vain sinua, joten se lähetettiin sähköpostivalinnoistasi riippumatta.',
    sv: 'Det gäller bara dig och skickades därför oberoende av dina e-postval.',
    en: 'It concerns you alone and was therefore sent whatever your e-mail choices are.',
  },
  invited: {
    fi: 'Jos et liity verkostoon, et saa siltä muita viestejä.',
    sv: 'Om du inte går med i nätverket får du inga andra meddelanden från det.',
    en: 'If you don’t join the network, you get no other messages from it.',
  },
  outsider: {
    fi: 'Saat sen, koska sinut on kutsuttu verkoston tilaisuuteen tai ilmoitettu siihen.',
    sv: 'Du får det eftersom du har bjudits in eller anmälts till ett av nätverkets evenemang.',
    en: 'You get it because you were invited to an event of the network or registered for it.',
  },
  polls: { fi: 'äänestykset', sv: 'omröstningar', en: 'polls' },
  events: { fi: 'tilaisuudet', sv: 'evenemang', en: 'events' },
  feedback: { fi: 'palautekyselyt', sv: 'responsenkäter', en: 'feedback surveys' },
  questions: { fi: 'kysymykset', sv: 'frågor', en: 'questions' },
  ideas: { fi: 'ideat', sv: 'idéer', en: 'ideas' },
  bulletins: { fi: 'tiedotteet', sv: 'meddelanden', en: 'bulletins' },
  digest: { fi: 'koosteet', sv: 'sammandrag', en: 'digests' },

  // ── Where the address came from ──────────────────────────────────────────────────────────────
  teams: {
    fi: 'Sähköpostiosoitteesi saatiin Teamsista {date}.',
    sv: 'Din e-postadress kommer från Teams ({date}).',
    en: 'Your address came from Microsoft Teams on {date}.',
  },
  /** The list's own name, when it has one, and the day on which it was collected. */
  import: {
    fi: 'Sähköpostiosoitteesi on verkoston postituslistalta{named, select, true { ”{list}”} other {}}, joka koottiin {date}.',
    sv: 'Din e-postadress kommer från nätverkets sändlista{named, select, true { ”{list}”} other {}}, som sammanställdes {date}.',
    en: 'Your address came from the network’s mailing list{named, select, true { “{list}”} other {}}, collected on {date}.',
  },
  coordinator: {
    fi: 'Koordinaattori lisäsi sähköpostiosoitteesi {date}.',
    sv: 'Koordinatorn lade till din e-postadress {date}.',
    en: 'A coordinator added your address on {date}.',
  },
  self: {
    fi: 'Annoit sähköpostiosoitteesi itse {date}.',
    sv: 'Du gav din e-postadress själv {date}.',
    en: 'You gave your address yourself on {date}.',
  },
  recommendation: {
    fi: 'Kollegasi suositteli sinua verkostoon ja antoi sähköpostiosoitteesi {date}.',
    sv: 'En kollega rekommenderade dig till nätverket och gav din e-postadress {date}.',
    en: 'A colleague recommended you to the network and gave your address on {date}.',
  },
  registration: {
    fi: 'Sähköpostiosoitteesi annettiin, kun sinut ilmoitettiin tilaisuuteen {date}.',
    sv: 'Din e-postadress gavs när du anmäldes till ett evenemang {date}.',
    en: 'Your address was given when you were registered for an event on {date}.',
  },

  // ── What they can do about it ────────────────────────────────────────────────────────────────
  choices: { fi: 'Muuta sähköpostivalintojasi', sv: 'Ändra dina e-postval', en: 'Change your e-mail choices' },
  stop: {
    fi: 'Lopeta tämän verkoston sähköpostit',
    sv: 'Avsluta all e-post från det här nätverket',
    en: 'Stop all e-mail from this network',
  },
});
