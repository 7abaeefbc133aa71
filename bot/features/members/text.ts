/** What the register says, in three languages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals: organisations ──
  noOrganisationName: {
    fi: 'Anna nimi ainakin yhdellä kielellä.',
    sv: 'Ange ett namn på minst ett språk.',
    en: 'Give a name in at least one language.',
  },
  sameOrganisation: {
    fi: '{name} on jo luettelossa.',
    sv: '{name} finns redan i förteckningen.',
    en: '{name} is on the list already.',
  },
  unknownKind: {
    fi: 'Valitse organisaation laji verkoston luettelosta.',
    sv: 'Välj organisationens typ i nätverkets förteckning.',
    en: 'Choose the kind of organisation from the network’s list.',
  },
  unknownRegion: {
    fi: 'Maakuntaa ei löydy. Valitse se luettelosta.',
    sv: 'Landskapet hittas inte. Välj det i förteckningen.',
    en: 'There is no such region. Choose one from the list.',
  },
  badDomain: {
    fi: '”{domain}” ei ole verkkotunnus. Kirjoita esimerkiksi kunta.fi.',
    sv: '”{domain}” är inget domännamn. Skriv till exempel kommun.fi.',
    en: '“{domain}” is not a domain. Write for example town.fi.',
  },
  manyDomains: {
    fi: 'Verkkotunnuksia on {n}, enintään {most} mahtuu.',
    sv: 'Det finns {n} domännamn, högst {most} ryms.',
    en: 'There are {n} domains; at most {most} fit.',
  },
  publicDomain: {
    fi: '{domain} on kaikille avoin sähköpostipalvelu: se ei kerro, ketä kukin edustaa.',
    sv: '{domain} är en e-posttjänst för alla: den säger inte vem någon företräder.',
    en: '{domain} is an e-mail service open to everyone: it does not tell whom anyone represents.',
  },
  delegateElsewhere: {
    fi: 'Nimetyn edustajan ja varaedustajan pitää edustaa tätä organisaatiota.',
    sv: 'Den utsedda företrädaren och ersättaren ska företräda den här organisationen.',
    en: 'The named delegate and the substitute must represent this organisation.',
  },
  delegateTwice: {
    fi: 'Varaedustajan pitää olla eri ihminen kuin nimetyn edustajan.',
    sv: 'Ersättaren ska vara en annan person än den utsedda företrädaren.',
    en: 'The substitute must be another person than the named delegate.',
  },
  unknownOrganisation: {
    fi: 'Organisaatiota ei löydy. Se on ehkä poistettu.',
    sv: 'Organisationen hittas inte. Den kan ha tagits bort.',
    en: 'There is no such organisation. It may have been removed.',
  },
  unknownMunicipality: {
    fi: 'Kuntaa ei löydy tunnuksella {code}.',
    sv: 'Det finns ingen kommun med koden {code}.',
    en: 'There is no municipality with the code {code}.',
  },
  organisationInUse: {
    fi: '{name} on käytössä, joten sitä ei voi poistaa. Siirrä ensin sen edustajat muualle tai merkitse se eronneeksi.',
    sv: '{name} är i bruk och kan inte tas bort. Flytta först dem som företräder den eller märk den som utträdd.',
    en: '{name} is in use and can’t be removed. Move its people first, or mark it as having left.',
  },
  mergedIntoItself: {
    fi: 'Organisaatiota ei voi yhdistää itseensä.',
    sv: 'En organisation kan inte slås samman med sig själv.',
    en: 'An organisation can’t be merged into itself.',
  },
  organisationMerged: {
    fi: '{name} on jo yhdistetty toiseen organisaatioon. Peru ensin yhdistäminen.',
    sv: '{name} har redan slagits samman med en annan. Ångra den sammanslagningen först.',
    en: '{name} is merged into another already. Undo that first.',
  },

  // ── Refusals: rules ──
  kindInUse: {
    fi: 'Lajia ”{kind}” käyttää vielä jokin organisaatio, joten sitä ei voi poistaa.',
    sv: 'Typen ”{kind}” används fortfarande av någon organisation och kan inte tas bort.',
    en: 'The kind “{kind}” is still in use by an organisation and can’t be removed.',
  },
  areaInUse: {
    fi: 'Aluetta ”{area}” käyttää vielä jokin ryhmä, joten sitä ei voi poistaa.',
    sv: 'Området ”{area}” används fortfarande av en grupp och kan inte tas bort.',
    en: 'The area “{area}” is still in use by a group and can’t be removed.',
  },
  noKindName: {
    fi: 'Anna jokaiselle lajille nimi.',
    sv: 'Ange ett namn för varje typ.',
    en: 'Give each kind a name.',
  },
  noAreaName: {
    fi: 'Anna jokaiselle alueelle nimi.',
    sv: 'Ange ett namn för varje område.',
    en: 'Give each area a name.',
  },
  sameIdTwice: {
    fi: 'Sama tunnus on kahdesti: {id}.',
    sv: 'Samma kod finns två gånger: {id}.',
    en: 'The same id is there twice: {id}.',
  },
  noMunicipalityKind: {
    fi: 'Jonkin lajin pitää olla kunta.',
    sv: 'Någon av typerna ska vara kommun.',
    en: 'One of the kinds must be a municipality.',
  },
  sizesNotRising: {
    fi: 'Kokoluokkien rajojen pitää kasvaa.',
    sv: 'Storleksklassernas gränser ska stiga.',
    en: 'The bounds of size classes must rise.',
  },
  manyOfThem: {
    fi: 'Niitä on {n}, enintään {most} mahtuu.',
    sv: 'De är {n}, högst {most} ryms.',
    en: 'There are {n} of them; at most {most} fit.',
  },

  // ── Refusals: people ──
  noName: { fi: 'Kirjoita nimi.', sv: 'Skriv ett namn.', en: 'Write a name.' },
  longField: {
    fi: 'Teksti on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Texten är för lång: {n} tecken, högst {most}.',
    en: 'The text is too long: {n} characters, at most {most}.',
  },
  noAddress: {
    fi: 'Kirjoita sähköpostiosoite: ilman Teamsia häntä ei tavoita muuten.',
    sv: 'Skriv en e-postadress: utan Teams nås hen inte på annat sätt.',
    en: 'Write an e-mail address: without Teams nothing else reaches them.',
  },
  badAddress: {
    fi: 'Sähköpostiosoite ei ole oikein. Se on muotoa nimi@kunta.fi.',
    sv: 'E-postadressen är inte rätt. Den har formen namn@kommun.fi.',
    en: 'The e-mail address is not right. It looks like name@town.fi.',
  },
  manyTopics: {
    fi: 'Aiheita on {n}, enintään {most} mahtuu.',
    sv: 'Det finns {n} ämnen, högst {most} ryms.',
    en: 'There are {n} topics; at most {most} fit.',
  },
  contactWithoutOrganisation: {
    fi: 'Valitse, minkä organisaation yhteyshenkilö hän on.',
    sv: 'Välj vilken organisations kontaktperson hen är.',
    en: 'Choose the organisation whose contact person they are.',
  },
  unknownMember: {
    fi: 'Ihmistä ei löydy verkostosta.',
    sv: 'Personen hittas inte i nätverket.',
    en: 'There is no such person in the network.',
  },
  removeInTeams: {
    fi: '{name} on Teams-tiimissä. Poista hänet tiimistä Teamsissa, niin hän poistuu täältäkin.',
    sv: '{name} finns i Teams-teamet. Ta bort hen från teamet i Teams, så försvinner hen också härifrån.',
    en: '{name} is in the Teams team. Remove them from the team in Teams, and they go from here too.',
  },
  returnInTeams: {
    fi: '{name} oli Teams-tiimissä. Lisää hänet tiimiin Teamsissa, niin hän palaa tännekin.',
    sv: '{name} fanns i Teams-teamet. Lägg till hen i teamet i Teams, så kommer hen tillbaka också hit.',
    en: '{name} was in the Teams team. Add them to the team in Teams, and they are back here too.',
  },
  declinedInvitation: {
    fi: '{name} kieltäytyi kutsusta, joten häntä ei voi palauttaa.',
    sv: '{name} tackade nej till inbjudan och kan inte tas tillbaka.',
    en: '{name} declined the invitation and can’t be taken back.',
  },
  lastCoordinator: {
    fi: 'Koordinaattoria ei voi poistaa. Anna tehtävä ensin toiselle.',
    sv: 'En koordinator kan inte tas bort. Ge först uppdraget till någon annan.',
    en: 'A coordinator can’t be removed. Hand the task over first.',
  },
  alreadyMerged: {
    fi: '{name} on jo yhdistetty toiseen. Peru ensin yhdistäminen.',
    sv: '{name} har redan slagits ihop med en annan. Ångra först sammanslagningen.',
    en: '{name} is merged with another already. Undo that first.',
  },
  samePerson: {
    fi: 'He ovat jo sama ihminen.',
    sv: 'De är redan samma person.',
    en: 'They are the same person already.',
  },
  notMerged: {
    fi: 'Häntä ei ole yhdistetty kehenkään.',
    sv: 'Hen har inte slagits ihop med någon.',
    en: 'They are not merged with anyone.',
  },
  mergedMeanwhile: {
    fi: 'Tietoja muutettiin samaan aikaan. Katso tilanne ja yritä uudelleen.',
    sv: 'Uppgifterna ändrades samtidigt. Se efter och försök igen.',
    en: 'The data changed at the same time. Have a look and try again.',
  },

  // ── Refusals: whom people represent ──
  chooseOrganisation: {
    fi: 'Valitse ensin kunta tai muu organisaatio.',
    sv: 'Välj först en kommun eller en annan organisation.',
    en: 'Choose a municipality or another organisation first.',
  },
  writeOrganisation: {
    fi: 'Kirjoita, mikä luettelosta puuttuu.',
    sv: 'Skriv vad som saknas i listan.',
    en: 'Write what the list lacks.',
  },
  claimChanged: {
    fi: 'Hän on sillä välin valinnut toisin. Katso luettelo uudelleen.',
    sv: 'Hen har valt annorlunda under tiden. Titta på listan på nytt.',
    en: 'They have chosen otherwise meanwhile. Look at the list again.',
  },

  // ── Refusals: recommending ──
  tooManyRecommendations: {
    fi: 'Voit suositella enintään {most} kollegaa päivässä. Jatka huomenna.',
    sv: 'Du kan rekommendera högst {most} kolleger per dag. Fortsätt i morgon.',
    en: 'You can recommend at most {most} colleagues a day. Go on tomorrow.',
  },
  alreadyInvited: {
    fi: 'Tähän osoitteeseen ei lähetetä kutsua: sen haltija on jo mukana, kutsuttu tai kieltäytynyt.',
    sv: 'Ingen inbjudan skickas till den här adressen: personen är redan med, inbjuden eller har tackat nej.',
    en: 'No invitation goes to this address: its holder is in already, was invited, or has declined.',
  },

  // ── Whom do you represent ──
  doYouRepresent: {
    fi: '{isMunicipality, select, true {Edustatko kuntaa} other {Edustatko organisaatiota}} {name}?',
    sv: '{isMunicipality, select, true {Företräder du kommunen} other {Företräder du organisationen}} {name}?',
    en: '{isMunicipality, select, other {Do you represent}} {name}?',
  },
  whomDoYouRepresent: {
    fi: 'Mitä kuntaa tai muuta organisaatiota edustat?',
    sv: 'Vilken kommun eller annan organisation företräder du?',
    en: 'Which municipality or other organisation do you represent?',
  },
  whyAsked: {
    fi: 'Silloin äänesi voidaan laskea myös kuntasi äänenä.',
    sv: 'Då kan din röst räknas också som din kommuns röst.',
    en: 'Then your vote can count for your municipality too.',
  },
  yes: { fi: 'Kyllä', sv: 'Ja', en: 'Yes' },
  another: { fi: 'Jokin muu…', sv: 'En annan…', en: 'Another one…' },
  choose: { fi: 'Valitse…', sv: 'Välj…', en: 'Choose…' },
  nobody: {
    fi: 'En edusta organisaatiota',
    sv: 'Jag företräder ingen organisation',
    en: 'I represent no organisation',
  },
  organisationLabel: {
    fi: 'Kunta tai muu organisaatio',
    sv: 'Kommun eller annan organisation',
    en: 'Municipality or another organisation',
  },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  searchLabel: { fi: 'Hae nimellä', sv: 'Sök med namn', en: 'Search by name' },
  search: { fi: 'Hae', sv: 'Sök', en: 'Search' },
  nothingFound: {
    fi: 'Haulla ”{typed}” ei löytynyt mitään.',
    sv: 'Sökningen ”{typed}” gav inga träffar.',
    en: 'Nothing was found for “{typed}”.',
  },
  moreFound: {
    fi: 'Tässä on {n} ensimmäistä. Tarkenna hakua, jos oikea puuttuu.',
    sv: 'Här är de {n} första. Precisera sökningen om den rätta saknas.',
    en: 'These are the first {n}. Narrow the search if the right one is missing.',
  },
  notListed: {
    fi: 'Puuttuuko se luettelosta? Kirjoita nimi.',
    sv: 'Saknas den i listan? Skriv namnet.',
    en: 'Is it missing from the list? Write its name.',
  },
  tellCoordinator: {
    fi: 'Kerro koordinaattorille',
    sv: 'Meddela koordinatorn',
    en: 'Tell the coordinator',
  },
  youRepresent: {
    fi: 'Edustat nyt: {name}.',
    sv: 'Du företräder nu: {name}.',
    en: 'You now represent {name}.',
  },
  youStillRepresent: {
    fi: 'Edustat jo: {name}. Mitään ei muutettu.',
    sv: 'Du företräder redan: {name}. Inget ändrades.',
    en: 'You represent {name} already. Nothing was changed.',
  },
  claimWaits: {
    fi: 'Kiitos! Koordinaattori vahvistaa, että edustat: {name}. Äänesi lasketaan henkilöiden ääniin jo nyt.',
    sv: 'Tack! Koordinatorn bekräftar att du företräder: {name}. Din röst räknas redan nu bland personernas röster.',
    en: 'Thank you! A coordinator will confirm that you represent {name}. Your vote counts among persons already.',
  },
  claimStillWaits: {
    fi: 'Odottaa jo koordinaattorin vahvistusta: {name}. Mitään ei muutettu.',
    sv: 'Väntar redan på koordinatorns bekräftelse: {name}. Inget ändrades.',
    en: 'This waits for a coordinator already: {name}. Nothing was changed.',
  },
  nobodyNoted: {
    fi: 'Selvä, et edusta mitään organisaatiota. Tätä ei kysytä uudelleen.',
    sv: 'Uppfattat, du företräder ingen organisation. Du får inte frågan igen.',
    en: 'Noted: you represent no organisation. You will not be asked again.',
  },
  missingTold: {
    fi: 'Kiitos! Koordinaattori lisää sen ja merkitsee sinut sen edustajaksi.',
    sv: 'Tack! Koordinatorn lägger till den och antecknar att du företräder den.',
    en: 'Thank you! A coordinator will add it and note that you represent it.',
  },
  changeIt: { fi: 'Vaihda', sv: 'Byt', en: 'Change' },

  // ── The coordinators' desk in chat ──
  unassignedTitle: {
    fi: 'Ketä jäsenet edustavat?',
    sv: 'Medlemmar utan kommun eller organisation',
    en: 'Whom do the members represent?',
  },
  unassignedBody: {
    fi: '{n, plural, one {# jäsenen} other {# jäsenen}} kunta tai organisaatio ei ole tiedossa. Sähköpostiosoitteiden perusteella:',
    sv: 'Kommun eller organisation saknas för {n, plural, one {# medlem} other {# medlemmar}}. Utgående från e-postadresserna:',
    en: 'The municipality or organisation of {n, plural, one {# member} other {# members}} is not known. Going by their addresses:',
  },
  clearOnes: {
    fi: 'Selvät: {members, plural, one {# jäsen} other {# jäsentä}}, {groups, plural, one {# organisaatio} other {# organisaatiota}}.',
    sv: 'Klara: {members, plural, one {# medlem} other {# medlemmar}}, {groups, plural, one {# organisation} other {# organisationer}}.',
    en: 'Clear: {members, plural, one {# member} other {# members}}, {groups, plural, one {# organisation} other {# organisations}}.',
  },
  acceptClear: {
    fi: 'Hyväksy kaikki selvät',
    sv: 'Godkänn alla klara',
    en: 'Accept all clear ones',
  },
  groupOf: {
    fi: '{n, plural, one {# jäsen} other {# jäsentä}}: {domain} → {name}',
    sv: '{n, plural, one {# medlem} other {# medlemmar}}: {domain} → {name}',
    en: '{n, plural, one {# member} other {# members}}: {domain} → {name}',
  },
  groupUnclear: {
    fi: '{n, plural, one {# jäsen} other {# jäsentä}}: {domain}',
    sv: '{n, plural, one {# medlem} other {# medlemmar}}: {domain}',
    en: '{n, plural, one {# member} other {# members}}: {domain}',
  },
  noDomain: {
    fi: 'osoitteesta ei näe organisaatiota',
    sv: 'adressen säger inget om organisationen',
    en: 'the address does not tell the organisation',
  },
  assignTo: { fi: 'Edustavat', sv: 'Företräder', en: 'They represent' },
  assigned: {
    fi: '{n, plural, =0 {Mitään ei muutettu.} one {# jäsenen organisaatio on merkitty.} other {# jäsenen organisaatio on merkitty.}}',
    sv: '{n, plural, =0 {Inget ändrades.} one {Organisationen har antecknats för # medlem.} other {Organisationen har antecknats för # medlemmar.}}',
    en: '{n, plural, =0 {Nothing was changed.} one {The organisation of # member was noted.} other {The organisations of # members were noted.}}',
  },
  allAssigned: {
    fi: 'Kaikkien jäsenten organisaatio on tiedossa.',
    sv: 'Alla medlemmars organisation är känd.',
    en: 'The organisation of every member is known.',
  },
  restInTab: {
    fi: '{n, plural, one {Vielä # näkyy} other {Loput # näkyvät}} välilehdellä.',
    sv: '{n, plural, one {# till visas} other {De övriga # visas}} på fliken.',
    en: '{n, plural, one {# more is} other {The other # are}} in the tab.',
  },
  openInTab: { fi: 'Avaa välilehdellä', sv: 'Öppna på fliken', en: 'Open in the tab' },
  claimsTitle: {
    fi: 'Vahvistettavaa jäsentiedoissa',
    sv: 'Att bekräfta i medlemsuppgifterna',
    en: 'To confirm in the register',
  },
  claimOf: {
    fi: '{member} kertoo edustavansa: {name}',
    sv: '{member} uppger sig företräda: {name}',
    en: '{member} says that they represent {name}',
  },
  missingOf: {
    fi: '{member} ei löytänyt luettelosta: ”{words}”',
    sv: '{member} hittade inte i listan: ”{words}”',
    en: '{member} did not find in the list: “{words}”',
  },
  confirm: { fi: 'Vahvista', sv: 'Bekräfta', en: 'Confirm' },
  decline: { fi: 'Hylkää', sv: 'Avslå', en: 'Decline' },
  noClaims: {
    fi: 'Vahvistettavaa ei ole.',
    sv: 'Det finns inget att bekräfta.',
    en: 'There is nothing to confirm.',
  },
  confirmed: { fi: 'Vahvistettu.', sv: 'Bekräftat.', en: 'Confirmed.' },
  declined: { fi: 'Hylätty.', sv: 'Avslaget.', en: 'Declined.' },

  // ── Members in chat ──
  membersTitle: { fi: 'Jäsenkunnat', sv: 'Medlemskommuner', en: 'Member municipalities' },
  membersCount: {
    fi: 'Mukana on {municipalities, plural, one {# kunta} other {# kuntaa}} ja {people, plural, one {# ihminen} other {# ihmistä}}.',
    sv: 'Med är {municipalities, plural, one {# kommun} other {# kommuner}} och {people, plural, one {# person} other {# personer}}.',
    en: 'There are {municipalities, plural, one {# municipality} other {# municipalities}} and {people, plural, one {# person} other {# people}}.',
  },
  othersCount: {
    fi: 'Lisäksi {n, plural, one {# muu organisaatio} other {# muuta organisaatiota}}.',
    sv: 'Dessutom {n, plural, one {# annan organisation} other {# andra organisationer}}.',
    en: 'And {n, plural, one {# other organisation} other {# other organisations}}.',
  },
  searchMembers: {
    fi: 'Hae kuntaa, ihmistä tai aihetta',
    sv: 'Sök kommun, person eller ämne',
    en: 'Search for a municipality, a person or a topic',
  },
  searchError: {
    fi: 'Kirjoita hakusana.',
    sv: 'Skriv ett sökord.',
    en: 'Write what to search for.',
  },
  foundFor: {
    fi: 'Haku ”{typed}”',
    sv: 'Sökning ”{typed}”',
    en: 'Search for “{typed}”',
  },
  canHelp: { fi: 'Voivat auttaa', sv: 'Kan hjälpa', en: 'Can help' },
  people: { fi: 'Ihmiset', sv: 'Personer', en: 'People' },
  organisations: {
    fi: 'Kunnat ja organisaatiot',
    sv: 'Kommuner och organisationer',
    en: 'Municipalities and organisations',
  },
  moreInTab: {
    fi: 'Lisäksi {n, plural, one {# muu} other {# muuta}} välilehdellä.',
    sv: 'Dessutom {n, plural, one {# till} other {# till}} på fliken.',
    en: 'And {n, plural, one {# more} other {# more}} in the tab.',
  },
  contactPerson: { fi: 'yhteyshenkilö', sv: 'kontaktperson', en: 'contact person' },
  contactsOf: {
    fi: 'Yhteyshenkilöt: {names}',
    sv: 'Kontaktpersoner: {names}',
    en: 'Contact persons: {names}',
  },
  peopleCount: {
    fi: '{n, plural, =0 {ei vielä ketään} one {# ihminen} other {# ihmistä}}',
    sv: '{n, plural, =0 {ingen ännu} one {# person} other {# personer}}',
    en: '{n, plural, =0 {nobody yet} one {# person} other {# people}}',
  },
  helpMembers: {
    fi: 'Keitä verkostossa on: jäsenet koulukuljetus kertoo, kuka voi auttaa.',
    sv: 'Vilka som är med i nätverket: medlemmar skolskjuts visar vem som kan hjälpa.',
    en: 'Who is in the network: members school transport tells who can help.',
  },

  // ── Recommending a colleague ──
  recommend: { fi: 'Suosittele kollegaa', sv: 'Rekommendera en kollega', en: 'Recommend a colleague' },
  recommendBody: {
    fi: 'Kollega saa sähköpostiinsa kutsun, jossa kerrotaan, että suosittelit häntä. Hän päättää itse, tuleeko mukaan.',
    sv: 'Kollegan får en inbjudan per e-post där det står att du har rekommenderat hen. Hen avgör själv om hen vill vara med.',
    en: 'Your colleague gets an invitation by e-mail that says you recommended them. They decide for themselves whether to join.',
  },
  nameLabel: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  emailLabel: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
  organisationOptional: {
    fi: 'Kunta tai organisaatio (voit jättää tyhjäksi)',
    sv: 'Kommun eller organisation (kan lämnas tom)',
    en: 'Municipality or organisation (may be left empty)',
  },
  unknownOrganisationName: {
    fi: 'Organisaatiota ”{typed}” ei löydy luettelosta. Jätä kohta tyhjäksi, jos et tiedä sitä.',
    sv: 'Organisationen ”{typed}” finns inte i listan. Lämna fältet tomt om du inte vet.',
    en: 'The organisation “{typed}” is not on the list. Leave it empty if you don’t know.',
  },
  sendInvitation: { fi: 'Lähetä kutsu', sv: 'Skicka inbjudan', en: 'Send the invitation' },
  invitationSent: {
    fi: 'Kiitos! Kutsu lähtee kollegalle sähköpostilla, arkena kello 7–20.',
    sv: 'Tack! Inbjudan skickas till kollegan per e-post, på en vardag kl. 7–20.',
    en: 'Thank you! The invitation goes to your colleague by e-mail, on a working day between 7 and 20.',
  },
  invitationKept: {
    fi: 'Kiitos! Sähköposti ei ole käytössä tässä verkostossa, joten koordinaattori ottaa kollegaan yhteyttä.',
    sv: 'Tack! E-post används inte i det här nätverket, så koordinatorn tar kontakt med kollegan.',
    en: 'Thank you! E-mail is not in use in this network, so a coordinator will contact your colleague.',
  },

  // ── The invitation by mail ──
  invitationTitle: {
    fi: 'Kutsu verkostoon {network}',
    sv: 'Inbjudan till nätverket {network}',
    en: 'Invitation to the network {network}',
  },
  invitationBy: {
    fi: 'Hei {name}! {by} suosittelee sinulle verkostoa {network}.',
    sv: 'Hej {name}! {by} rekommenderar nätverket {network} för dig.',
    en: 'Hello {name}! {by} recommends the network {network} to you.',
  },
  invitationBySomeone: {
    fi: 'Hei {name}! Verkoston jäsen suosittelee sinulle verkostoa {network}.',
    sv: 'Hej {name}! En medlem rekommenderar nätverket {network} för dig.',
    en: 'Hello {name}! A member recommends the network {network} to you.',
  },
  invitationWhat: {
    fi: 'Verkostossa kuntien asiantuntijat tapaavat toisiaan, äänestävät yhteisistä asioista, jakavat materiaaleja ja auttavat toisiaan. Et tarvitse Teamsia.',
    sv: 'I nätverket träffas kommunernas sakkunniga, röstar om gemensamma frågor, delar material och hjälper varandra. Du behöver inte Teams.',
    en: 'In the network municipal experts meet, vote on common matters, share materials and help each other. You don’t need Teams.',
  },
  invitationAnswer: {
    fi: 'Vastaa kutsuun',
    sv: 'Svara på inbjudan',
    en: 'Answer the invitation',
  },
  invitationNo: {
    fi: 'Sivulla voit myös kieltäytyä. Silloin sinua ei kutsuta uudelleen vuoteen. Jos et vastaa, tietosi poistetaan {days} päivän kuluttua.',
    sv: 'På sidan kan du också tacka nej. Då blir du inte inbjuden på nytt på ett år. Om du inte svarar raderas dina uppgifter efter {days} dagar.',
    en: 'On the page you can also decline. Then you are not invited again for a year. If you don’t answer, your details are removed after {days} days.',
  },
});
