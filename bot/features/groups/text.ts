/** What groups say, in three languages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  unknownGroup: {
    fi: 'Ryhmää ei löydy. Se on ehkä poistettu.',
    sv: 'Gruppen finns inte. Den har kanske tagits bort.',
    en: 'There is no such group. It may have been removed.',
  },
  unknownSeat: {
    fi: 'Paikkaa ei löydy ryhmästä. Se on ehkä muuttunut.',
    sv: 'Platsen finns inte i gruppen. Den har kanske ändrats.',
    en: 'There is no such seat in the group. It may have changed.',
  },
  noName: {
    fi: 'Kirjoita ryhmälle nimi ainakin yhdellä kielellä.',
    sv: 'Ge gruppen ett namn på åtminstone ett språk.',
    en: 'Give the group a name in at least one language.',
  },
  longName: {
    fi: 'Nimessä voi olla enintään {n} merkkiä.',
    sv: 'Namnet får ha högst {n} tecken.',
    en: 'A name can have at most {n} characters.',
  },
  nameTaken: {
    fi: 'Verkostossa on jo ryhmä nimeltä ”{name}”.',
    sv: 'Nätverket har redan en grupp som heter ”{name}”.',
    en: 'The network already has a group called “{name}”.',
  },
  manyGroups: {
    fi: 'Verkostossa voi olla enintään {n} ryhmää.',
    sv: 'Ett nätverk kan ha högst {n} grupper.',
    en: 'A network can have at most {n} groups.',
  },
  groupInUse: {
    fi: 'Ryhmällä on vielä avoinna: {titles}. Sulje ensin ne.',
    sv: 'Ännu öppet för gruppen: {titles}. Stäng det först.',
    en: 'Still open for this group: {titles}. Close them first.',
  },
  unknownMember: {
    fi: 'Valitse joku verkoston jäsenistä.',
    sv: 'Välj någon av nätverkets medlemmar.',
    en: 'Choose one of the network’s members.',
  },
  memberLeft: {
    fi: '{name} ei ole enää verkostossa.',
    sv: '{name} är inte längre med i nätverket.',
    en: '{name} is no longer in the network.',
  },
  substituteIsMember: {
    fi: 'Jäsen ei voi olla oma varajäsenensä.',
    sv: 'En medlem kan inte vara sin egen ersättare.',
    en: 'A member can’t be their own substitute.',
  },
  badRole: { fi: 'Valitse tehtävä.', sv: 'Välj uppdrag.', en: 'Choose a role.' },
  unknownArea: {
    fi: 'Valitse alue verkoston alueista.',
    sv: 'Välj ett av nätverkets områden.',
    en: 'Choose one of the network’s areas.',
  },
  badFrom: {
    fi: 'Anna kauden alkupäivä.',
    sv: 'Ange mandatperiodens första dag.',
    en: 'Give the first day of the term.',
  },
  badTo: {
    fi: 'Anna kauden viimeinen päivä tai jätä se tyhjäksi.',
    sv: 'Ange mandatperiodens sista dag eller lämna den tom.',
    en: 'Give the last day of the term, or leave it empty.',
  },
  endBeforeStart: {
    fi: 'Kausi päättyy ennen kuin se alkaa.',
    sv: 'Mandatperioden slutar innan den börjar.',
    en: 'The term ends before it begins.',
  },
  overlaps: {
    fi: 'Henkilöllä {name} on jo paikka ryhmässä samaan aikaan.',
    sv: '{name} har redan en plats i gruppen under samma tid.',
    en: '{name} already has a seat in the group at that time.',
  },
  fullGroup: {
    fi: 'Ryhmään ei mahdu enempää paikkoja.',
    sv: 'Gruppen rymmer inte fler platser.',
    en: 'The group has no room for more seats.',
  },
  // ── Handing over ──
  seatTitle: {
    fi: '{group}: {role, select, chair {puheenjohtaja} viceChair {varapuheenjohtaja} other {jäsen}}',
    sv: '{group}: {role, select, chair {ordförande} viceChair {vice ordförande} other {medlem}}',
    en: '{group}: {role, select, chair {chair} viceChair {vice chair} other {member}}',
  },
  substituteTitle: {
    fi: '{group}: henkilön {name} varajäsen',
    sv: '{group}: ersättare för {name}',
    en: '{group}: substitute for {name}',
  },
  seatUntil: {
    fi: 'Kausi päättyy {date}. Siirrä paikka seuraajalle tai päätä kausi.',
    sv: 'Mandatperioden slutar {date}. För över platsen till efterträdaren eller avsluta mandatperioden.',
    en: 'The term ends on {date}. Pass the seat to the successor or end the term.',
  },
  seatOpenEnded: {
    fi: 'Kausi on voimassa toistaiseksi. Siirrä paikka seuraajalle tai päätä kausi.',
    sv: 'Mandatperioden gäller tills vidare. För över platsen till efterträdaren eller avsluta mandatperioden.',
    en: 'The term goes on until further notice. Pass the seat to the successor or end the term.',
  },
  substituteTodo: {
    fi: 'Valitse uusi varajäsen tai siirrä tehtävä seuraajalle.',
    sv: 'Välj en ny ersättare eller för över uppdraget till efterträdaren.',
    en: 'Choose a new substitute or pass the duty to the successor.',
  },
  hasBegun: {
    fi: 'Kausi on jo alkanut. Päätä se, niin se jää näkyviin.',
    sv: 'Mandatperioden har redan börjat. Avsluta den, så förblir den synlig.',
    en: 'The term has already begun. End it, and it stays visible.',
  },
});
