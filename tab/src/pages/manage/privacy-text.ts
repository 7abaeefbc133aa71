/** What the coordinator's pages of privacy and of the audit trail say. */
import { messages } from '../../text.ts';

export const privacyText = messages({
  lead: {
    fi: 'Kerro jäsenille, kuka tiedoista vastaa, poista pyydettäessä jäsenen tiedot ja katso, mitä koordinaattorit ovat tehneet.',
    sv: 'Berätta för medlemmarna vem som ansvarar för uppgifterna, radera en medlems uppgifter på begäran och se vad koordinatorerna har gjort.',
    en: 'Tell members who is responsible for the data, erase a member’s data on request, and see what coordinators have done.',
  },
  // ── The notice ──
  noticeHead: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy notice' },
  noticeWhy: {
    fi: 'Muu seloste on valmiina kolmella kielellä. Nämä kaksi kohtaa verkosto kirjoittaa itse.',
    sv: 'Resten av beskrivningen finns färdig på tre språk. De här två punkterna skriver nätverket själv.',
    en: 'The rest of the notice is ready in three languages. The network writes these two parts itself.',
  },
  missing: {
    fi: 'Seloste on kesken: jäsenet eivät vielä näe, kuka tiedoista vastaa.',
    sv: 'Beskrivningen är inte färdig: medlemmarna ser inte ännu vem som ansvarar för uppgifterna.',
    en: 'The notice is not finished: members don’t see yet who is responsible for the data.',
  },
  controller: {
    fi: 'Kuka vastaa tiedoista',
    sv: 'Vem som ansvarar för uppgifterna',
    en: 'Who is responsible for the data',
  },
  controllerHint: {
    fi: 'Rekisterinpitäjä, esimerkiksi verkostoa vetävä kunta, ja sen osoite.',
    sv: 'Den personuppgiftsansvariga, till exempel kommunen som leder nätverket, och dess adress.',
    en: 'The controller, such as the municipality that leads the network, and its address.',
  },
  contact: { fi: 'Keneltä voi kysyä', sv: 'Vem man kan fråga', en: 'Whom to ask' },
  contactHint: {
    fi: 'Esimerkiksi tietosuojavastaavan tehtävänimike ja sähköpostiosoite.',
    sv: 'Till exempel dataskyddsombudets titel och e-postadress.',
    en: 'For example the data protection officer’s title and e-mail address.',
  },
  saved: { fi: 'Seloste on tallennettu.', sv: 'Beskrivningen har sparats.', en: 'The notice is saved.' },
  asMembers: {
    fi: 'Katso seloste sellaisena kuin jäsenet sen näkevät',
    sv: 'Se beskrivningen så som medlemmarna ser den',
    en: 'See the notice as members see it',
  },

  // ── Erasing ──
  erase: { fi: 'Poista jäsenen tiedot', sv: 'Radera en medlems uppgifter', en: 'Erase a member' },
  eraseWhat: {
    fi: 'Kun jäsen pyytää sitä eikä voi tehdä sitä itse',
    sv: 'När en medlem ber om det och inte kan göra det själv',
    en: 'When a member asks for it and can’t do it themselves',
  },
  eraseLead: {
    fi: 'Jokainen voi poistaa tietonsa itse kohdassa Omat tietoni. Tee se tässä, kun jäsen pyytää sinua. Annetut äänet jäävät tuloksiin nimettöminä.',
    sv: 'Var och en kan själv radera sina uppgifter under Mina uppgifter. Gör det här när en medlem ber dig. Avgivna röster blir kvar i resultaten utan namn.',
    en: 'Everyone can erase their own data under My details. Do it here when a member asks you. Votes that were cast stay in the results without a name.',
  },
  state: { fi: 'Ketä haetaan', sv: 'Vem söks', en: 'Whom to look among' },
  current: { fi: 'Verkostossa', sv: 'I nätverket', en: 'In the network' },
  invited: { fi: 'Kutsutut', sv: 'Inbjudna', en: 'Invited' },
  left: { fi: 'Lähteneet', sv: 'De som lämnat', en: 'Those who left' },
  whom: { fi: 'Kenen tiedot poistetaan', sv: 'Vems uppgifter raderas', en: 'Whose data is erased' },
  whomHint: {
    fi: 'Hae nimellä, kunnalla tai osoitteella.',
    sv: 'Sök med namn, kommun eller adress.',
    en: 'Search by name, municipality or address.',
  },
  mentionsHead: { fi: 'Teksteissä mainitaan {name}', sv: '{name} nämns i texter', en: '{name} is named in texts' },
  mentionsWhy: {
    fi: 'Muiden kirjoittamista teksteistä nimi ei poistu itsestään. Käy nämä läpi ennen poistamista: sen jälkeen niitä ei enää löydetä.',
    sv: 'Ur texter som andra har skrivit försvinner namnet inte av sig självt. Gå igenom dem före raderingen: efter den hittas de inte längre.',
    en: 'A name does not disappear by itself from texts that others wrote. Go through these before erasing: afterwards they can’t be found.',
  },
  noMentions: {
    fi: 'Nimeä, osoitetta tai puhelinnumeroa ei löytynyt muiden teksteistä.',
    sv: 'Varken namn, adress eller telefonnummer hittades i andras texter.',
    en: 'Neither name, address nor phone number was found in texts of others.',
  },
  eraseTitle: { fi: 'Poistetaanko tiedot: {name}?', sv: 'Radera uppgifterna: {name}?', en: 'Erase {name}?' },
  eraseWhy: {
    fi: 'Poistamme nimen, yhteystiedot, kommentit, paikat ryhmissä ja muun, mistä hänet tunnistaa. Tätä ei voi perua.',
    sv: 'Vi raderar namnet, kontaktuppgifterna, kommentarerna, platserna i grupper och annat som personen kan kännas igen på. Det går inte att ångra.',
    en: 'We erase the name, contact details, comments, places in groups and whatever else identifies them. This can’t be undone.',
  },
  eraseMentions: {
    fi: '{n, plural, one {Yhdessä tekstissä mainitaan hänet yhä.} other {# tekstissä mainitaan hänet yhä.}}',
    sv: '{n, plural, one {En text nämner personen fortfarande.} other {# texter nämner personen fortfarande.}}',
    en: '{n, plural, one {One text still names them.} other {# texts still name them.}}',
  },
  doErase: { fi: 'Poista tiedot', sv: 'Radera uppgifterna', en: 'Erase the data' },
  eraseWord: { fi: 'poista', sv: 'radera', en: 'erase' },
  erased: {
    fi: 'Henkilö on poissa verkostosta, ja hänen tietojaan poistetaan.',
    sv: 'Personen är ute ur nätverket och uppgifterna raderas.',
    en: 'The person is out of the network, and their data is being erased.',
  },
  erasuresHead: { fi: 'Tehdyt poistot', sv: 'Gjorda raderingar', en: 'Erasures' },
  erasuresWhy: {
    fi: 'Tässä ei näy, kenen tiedot poistettiin.',
    sv: 'Här syns inte vems uppgifter som raderades.',
    en: 'Whose data was erased is not shown.',
  },
  noErasures: { fi: 'Poistoja ei ole tehty.', sv: 'Inga raderingar har gjorts.', en: 'Nothing has been erased.' },
  bySelf: { fi: 'Jäsen poisti itse', sv: 'Medlemmen raderade själv', en: 'By the member' },
  byCoordinator: { fi: 'Koordinaattori poisti', sv: 'Koordinatorn raderade', en: 'By a coordinator' },
  byRetention: { fi: 'Säilytysaika päättyi', sv: 'Lagringstiden tog slut', en: 'The time for keeping it was over' },
  running: { fi: 'Kesken', sv: 'Pågår', en: 'Under way' },
  doneAt: { fi: 'valmis {when}', sv: 'klart {when}', en: 'done {when}' },
  askedAt: { fi: 'alkoi {when}', sv: 'började {when}', en: 'begun {when}' },

  // ── The audit trail ──
  audit: { fi: 'Koordinaattorien toimet', sv: 'Koordinatorernas åtgärder', en: 'What coordinators did' },
  auditWhat: {
    fi: 'Loki kuukausittain, myös tiedostona',
    sv: 'Loggen per månad, också som fil',
    en: 'The trail by month, also as a file',
  },
  auditLead: {
    fi: 'Kuka teki mitä ja milloin. Merkintöjä ei voi muuttaa.',
    sv: 'Vem som gjorde vad och när. Anteckningarna kan inte ändras.',
    en: 'Who did what, and when. Entries can’t be changed.',
  },
  month: { fi: 'Kuukausi', sv: 'Månad', en: 'Month' },
  noEntries: {
    fi: 'Tältä kuukaudelta ei ole merkintöjä.',
    sv: 'Den här månaden har inga anteckningar.',
    en: 'There are no entries in this month.',
  },
  entries: { fi: 'Toimet: {month}', sv: 'Åtgärder: {month}', en: 'What was done: {month}' },
  moreEntries: { fi: 'Näytä lisää', sv: 'Visa fler', en: 'Show more' },
});
