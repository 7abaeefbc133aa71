/** What privacy says in three languages: the notice, erasure, headings of one's own data, and the audit trail in plain words. */
import type { RetentionRow } from '../../core/retention.ts';
import { type Message, messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  badConfirmation: {
    fi: 'Vahvista kirjoittamalla ”{word}”.',
    sv: 'Bekräfta genom att skriva ”{word}”.',
    en: 'To confirm, write “{word}”.',
  },
  lastCoordinator: {
    fi: 'Olet verkoston ainoa koordinaattori. Nimeä ensin toinen koordinaattori ja poista tietosi sen jälkeen.',
    sv: 'Du är nätverkets enda koordinator. Utse först en annan koordinator och radera dina uppgifter efter det.',
    en: 'You are the network’s only coordinator. Name another one first, then erase your data.',
  },
  otherCoordinator: {
    fi: 'Koordinaattorin tietoja ei voi poistaa. Poista häneltä ensin koordinaattorin tehtävä tai pyydä häntä poistamaan tietonsa itse.',
    sv: 'En koordinators uppgifter kan inte raderas. Avsluta först hens uppdrag som koordinator eller be hen radera sina uppgifter själv.',
    en: 'A coordinator can’t be erased. Take the role from them first, or ask them to erase their data themselves.',
  },
  notYourself: {
    fi: 'Omat tietosi voit poistaa kohdasta Omat tietoni.',
    sv: 'Dina egna uppgifter kan du radera under Mina uppgifter.',
    en: 'You can erase your own data under My details.',
  },
  unknownMember: {
    fi: 'Jäsentä ei löydy. Tiedot on ehkä jo poistettu.',
    sv: 'Medlemmen finns inte. Uppgifterna har kanske redan raderats.',
    en: 'There is no such member. Their data may have been erased already.',
  },
  // ── What erasing means ──
  votesStay: {
    fi: 'Annetut äänet jäävät tuloksiin nimettöminä.',
    sv: 'Avgivna röster blir kvar i resultaten utan namn.',
    en: 'Votes that were cast stay in the results, without a name.',
  },
  eventsStay: {
    fi: 'Menneiden tilaisuuksien osallistujamäärät säilyvät. Tulevissa tilaisuuksissa paikka vapautuu.',
    sv: 'Antalet deltagare i tidigare evenemang ändras inte. Platser på kommande evenemang blir lediga.',
    en: 'Numbers of participants in past events stay. Places at coming events become free.',
  },
  surveysStay: {
    fi: 'Kyselyvastaukset jäävät lukuihin ilman nimeä ja ilman kirjoitettuja tekstejä. Suljetun nimettömän kyselyn tekstejä ei voi yhdistää kehenkään, joten ne säilyvät.',
    sv: 'Enkätsvar blir kvar i siffrorna utan namn och utan skrivna texter. Texter i en stängd enkät utan namn kan inte kopplas till någon och blir därför kvar.',
    en: 'Answers to surveys stay in the figures, without a name and without what was written. Texts of a closed survey without names can’t be linked to anyone, so they stay.',
  },
  materialsStay: {
    fi: 'Lisäämäsi materiaalit ja kuntasi puolesta annetut vastaukset jäävät verkostolle ilman nimeäsi. Tiedostojen sisältöä ei muuteta: jos nimesi on tiedostossa, pyydä koordinaattoria vaihtamaan se uuteen.',
    sv: 'Material som du har lagt till och svar som du har gett för din kommun blir kvar i nätverket utan ditt namn. Filernas innehåll ändras inte: om ditt namn står i en fil, be koordinatorn byta ut den.',
    en: 'Items that you added and what you said for your municipality stay with the network without your name. What is inside files is not changed: if your name stands in a file, ask the coordinator to replace it.',
  },
  statementsStay: {
    fi: 'Lausuntoihin kirjoittamasi kommentit poistetaan. Kuntasi mukanaolo lausunnoissa jää ilman nimeäsi.',
    sv: 'Dina kommentarer till utlåtanden raderas. Att din kommun är med i utlåtanden blir kvar utan ditt namn.',
    en: 'Comments that you wrote on statements are removed. That your municipality joined a statement stays, without your name.',
  },
  boxesStay: {
    fi: 'Laatikkoon jättämäsi tarinat poistetaan kuvineen. Haasteisiin kirjaamasi teot lasketaan edelleen, mutta ilman nimeä, tekstiä ja kuvaa.',
    sv: 'Berättelser som du har lämnat i lådan raderas med sina bilder. Dina gärningar i utmaningar räknas fortfarande, men utan namn, text och bild.',
    en: 'Stories that you left in the box are removed with their pictures. Your deeds in challenges still count, without name, words and picture.',
  },
  questionsStay: {
    fi: 'Kysymyksesi verkostolle ja kirjoittamasi vastaukset jäävät verkostolle ilman nimeäsi. Mitä olet kysynyt vain koordinaattorilta, poistetaan.',
    sv: 'Dina frågor till nätverket och svar som du har skrivit blir kvar i nätverket utan ditt namn. Det som du har frågat bara koordinatorn raderas.',
    en: 'Your questions to the network and the answers you wrote stay with the network without your name. What you asked the coordinator alone is removed.',
  },
  ideasStay: {
    fi: 'Ehdottamasi ideat, kannatuksesi ja kommenttisi jäävät verkostolle ilman nimeäsi.',
    sv: 'Dina idéer, ditt stöd för andras idéer och dina kommentarer blir kvar i nätverket utan ditt namn.',
    en: 'Ideas that you proposed, your support and your comments stay with the network without your name.',
  },
  freeTextStays: {
    fi: 'Muiden kirjoittamista teksteistä nimi ei poistu itsestään. Koordinaattori voi käydä ne läpi.',
    sv: 'Ur texter som andra har skrivit försvinner namnet inte av sig självt. Koordinatorn kan gå igenom dem.',
    en: 'A name does not disappear by itself from texts that others wrote. A coordinator can go through them.',
  },
  teamsStays: {
    fi: 'Teamsiin kirjoitetut viestit ovat Teamsissa, eikä sovellus voi poistaa niitä. Kortit, joissa nimi näkyi, päivitetään niin, ettei nimeä enää näy.',
    sv: 'Meddelanden som har skrivits i Teams finns i Teams, och appen kan inte radera dem. Kort där namnet syntes uppdateras så att det inte längre visas.',
    en: 'Messages written in Teams are in Teams, and the app can’t remove them. Cards that showed the name are updated so that it no longer shows.',
  },
  backupsAge: {
    fi: 'Varmuuskopioista tiedot häviävät viimeistään {n} päivän kuluttua.',
    sv: 'Ur säkerhetskopiorna försvinner uppgifterna senast efter {n} dagar.',
    en: 'Backups lose the data after {n} days at the latest.',
  },
  inTeamYou: {
    fi: 'Olet yhä Teams-tiimissä. Teams kertoo sovellukselle tiimin jäsenet, joten nimesi ja osoitteesi tallennetaan uudelleen ja näyt uutena jäsenenä ilman aiempia tietoja. Jos et halua sitä, poistu ensin tiimistä.',
    sv: 'Du är fortfarande med i Teams-teamet. Teams berättar för appen vilka som hör till teamet, så ditt namn och din adress sparas på nytt och du syns som en ny medlem utan tidigare uppgifter. Om du inte vill det, lämna först teamet.',
    en: 'You are still in the Teams team. Teams tells the app who is in the team, so your name and address are stored again and you appear as a new member without earlier data. If you don’t want that, leave the team first.',
  },
  inTeamThem: {
    fi: 'Henkilö on yhä Teams-tiimissä. Teams kertoo sovellukselle tiimin jäsenet, joten nimi ja osoite tallennetaan uudelleen ja hän näkyy uutena jäsenenä ilman aiempia tietoja, ellei häntä poisteta tiimistä.',
    sv: 'Personen är fortfarande med i Teams-teamet. Teams berättar för appen vilka som hör till teamet, så namnet och adressen sparas på nytt och personen syns som en ny medlem utan tidigare uppgifter, om hen inte tas bort ur teamet.',
    en: 'The person is still in the Teams team. Teams tells the app who is in the team, so the name and address are stored again and they appear as a new member without earlier data unless they are removed from the team.',
  },
  // ── Mentions ──
  inPoll: { fi: 'Äänestys', sv: 'Omröstning', en: 'Poll' },
  inComment: { fi: 'Kommentti äänestyksessä', sv: 'Kommentar i en omröstning', en: 'Comment in a poll' },
  inEvent: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  inRegistration: {
    fi: 'Toisen ilmoittautuminen tilaisuuteen',
    sv: 'En annans anmälan till ett evenemang',
    en: 'Another’s registration for an event',
  },
  inStatement: { fi: 'Lausunto', sv: 'Utlåtande', en: 'Statement' },
  inStatementComment: {
    fi: 'Kommentti lausuntoon',
    sv: 'Kommentar till ett utlåtande',
    en: 'Comment on a statement',
  },
  inSurvey: { fi: 'Kysely', sv: 'Enkät', en: 'Survey' },
  inSurveyText: {
    fi: 'Vastaus kyselyyn tai palautteeseen',
    sv: 'Svar på en enkät eller respons',
    en: 'Answer to a survey or feedback',
  },
  inIdea: { fi: 'Idea', sv: 'Idé', en: 'Idea' },
  inIdeaComment: { fi: 'Kommentti ideaan', sv: 'Kommentar till en idé', en: 'Comment on an idea' },
  inIdeaCall: { fi: 'Ideahaku', sv: 'Idéinsamling', en: 'Call for ideas' },
  inQuestion: { fi: 'Kysymys tai vastaus', sv: 'Fråga eller svar', en: 'Question or answer' },
  inMaterial: { fi: 'Materiaali', sv: 'Material', en: 'Material' },
  inPlan: { fi: 'Vuosisuunnitelma', sv: 'Årsplan', en: 'Year plan' },
  inReport: { fi: 'Vuosiraportin luonnos', sv: 'Utkast till årsrapport', en: 'Draft of a yearly report' },
  inPublishedReport: { fi: 'Julkaistu vuosiraportti', sv: 'Publicerad årsrapport', en: 'Published yearly report' },
  inNote: { fi: 'Muistiinpano organisaatiosta', sv: 'Anteckning om en organisation', en: 'Note on an organisation' },
  inOrganisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  inGroup: { fi: 'Ryhmä', sv: 'Grupp', en: 'Group' },
  inMember: { fi: 'Toisen jäsenen tiedot', sv: 'En annan medlems uppgifter', en: 'Another member’s details' },
  inNotice: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy notice' },
  // ── The notice ──
  title: { fi: 'Tietosuoja', sv: 'Dataskydd', en: 'Privacy' },
  noController: {
    fi: 'Koordinaattori ei ole vielä kertonut, kuka vastaa tiedoista. Kysy koordinaattorilta.',
    sv: 'Koordinatorn har ännu inte berättat vem som ansvarar för uppgifterna. Fråga koordinatorn.',
    en: 'The coordinator has not yet said who is responsible for the data. Ask the coordinator.',
  },
  noControllerTyped: {
    fi: 'Kerro, kuka vastaa tiedoista.',
    sv: 'Berätta vem som ansvarar för uppgifterna.',
    en: 'Say who is responsible for the data.',
  },
  whatHeading: { fi: 'Mitä tallennamme ja miksi', sv: 'Vad vi sparar och varför', en: 'What we store and why' },
  whatWho: {
    fi: 'Nimesi, Teams-tunnuksesi ja sähköpostiosoitteesi, jotta verkosto tietää, ketkä siihen kuuluvat, ja tavoittaa heidät. Ne tulevat Teamsin jäsenluettelosta, sinulta itseltäsi, koordinaattorilta, tuodusta luettelosta tai kollegalta, joka suositteli sinua tai ilmoitti sinut tilaisuuteen.',
    sv: 'Ditt namn, din Teams-identitet och din e-postadress, så att nätverket vet vilka som hör till det och når dem. De kommer från Teams medlemslista, från dig själv, från koordinatorn, från en importerad lista eller från en kollega som rekommenderade dig eller anmälde dig till ett evenemang.',
    en: 'Your name, Teams identity and e-mail address, so that the network knows who belongs to it and can reach them. They come from the Teams member list, yourself, the coordinator, an imported list, or a colleague who recommended you or registered you for an event.',
  },
  whatDetails: {
    fi: 'Kuntasi tai muu organisaatiosi, ja jos olet ne antanut, tehtävänimikkeesi, puhelinnumerosi ja aiheet, joissa voit auttaa. Niiden avulla muut löytävät oikean ihmisen.',
    sv: 'Din kommun eller annan organisation och, om du har angett dem, din titel, ditt telefonnummer och de ämnen som du kan hjälpa till med. Med dem hittar andra rätt person.',
    en: 'Your municipality or other organisation and, if you gave them, your title, phone number and the topics you can help with. By these others find the right person.',
  },
  whatDone: {
    fi: 'Äänesi, kommenttisi ja ehdotuksesi, vastauksesi kyselyihin ja palautteeseen, ilmoittautumisesi tilaisuuksiin ja tieto siitä, olitko paikalla, lisäämäsi materiaalit, ryhmät, joihin kuulut, ja viestit, joita sinulle on lähetetty. Niiden avulla verkosto päättää asioista eikä muistuta turhaan.',
    sv: 'Dina röster, kommentarer och förslag, dina svar på enkäter och din respons, dina anmälningar till evenemang och uppgift om du var med, material som du har lagt till, grupperna som du hör till och meddelandena som har skickats till dig. Med dem fattar nätverket beslut och påminner inte i onödan.',
    en: 'Your votes, comments and proposals, your answers to surveys and your feedback, your registrations for events and whether you were there, the items you added, the groups you belong to, and the messages sent to you. With these the network decides things and does not remind you needlessly.',
  },
  whatNeeds: {
    fi: 'Ruokavaliosi ja esteettömyystarpeesi, jos kerrot ne, kun tulet paikan päälle. Niitä käytetään vain järjestelyihin.',
    sv: 'Din specialkost och dina tillgänglighetsbehov, om du berättar om dem när du kommer på plats. De används bara för arrangemangen.',
    en: 'Your diet and access needs, if you give them when you come to the room. They are used for the arrangements alone.',
  },
  whatDesk: {
    fi: 'Mitä koordinaattorit ovat tehneet sovelluksessa, jotta päätökset voidaan selittää jälkeenpäin, ja koordinaattorin muistiinpanot yhteydenpidosta organisaatioihin.',
    sv: 'Vad koordinatorerna har gjort i appen, så att beslut kan förklaras i efterhand, och koordinatorns anteckningar om kontakter med organisationer.',
    en: 'What coordinators did in the app, so that decisions can be explained later, and the coordinator’s notes on contacts with organisations.',
  },
  whoHeading: { fi: 'Kuka näkee mitä', sv: 'Vem ser vad', en: 'Who sees what' },
  whoMembers: {
    fi: 'Verkoston jäsenet näkevät nimesi, tehtävänimikkeesi, organisaatiosi ja ryhmäsi. Sähköpostiosoitteesi, puhelinnumerosi ja aiheesi he näkevät vain, jos olet antanut siihen luvan.',
    sv: 'Nätverkets medlemmar ser ditt namn, din titel, din organisation och dina grupper. Din e-postadress, ditt telefonnummer och dina ämnen ser de bara om du har gett lov till det.',
    en: 'Members of the network see your name, job title, organisation and groups. They see your e-mail address, phone number and topics only if you have agreed to it.',
  },
  whoVotes: {
    fi: 'Jokainen äänestys kertoo ennen äänestämistä, ketkä näkevät äänesi. Salaisessa äänestyksessä sitä ei näe kukaan: palvelin voisi avata äänet vain siihen asti, kunnes äänestys suljetaan.',
    sv: 'Varje omröstning berättar före röstningen vem som ser din röst. I en hemlig omröstning ser ingen den: servern kunde öppna rösterna bara tills omröstningen stängs.',
    en: 'Every poll says before you vote who sees your vote. In a secret ballot nobody does: the server could open the votes only until the poll is closed.',
  },
  whoSurveys: {
    fi: 'Palaute on nimetöntä, ja jokainen kysely kertoo ennen vastaamista, onko se. Nimettömän vastauksen palvelin voisi yhdistää sinuun vain siihen asti, kunnes kysely suljetaan. Sen jälkeen sitä ei voi tehdä kukaan. Tulokset näytetään vain, kun niissä on mukana riittävän monta vastausta. Sulkemisen jälkeen koordinaattorit näkevät, ketkä vastasivat. Avoimella vastaussivulla ei kysytä eikä tallenneta, kuka vastaa.',
    sv: 'Respons ges utan namn, och varje enkät berättar före svarandet om den besvaras så. Ett svar utan namn kunde servern koppla till dig bara tills enkäten stängs. Efter det kan ingen göra det. Resultat visas bara när tillräckligt många svar ingår. Efter stängningen ser koordinatorerna vilka som har svarat. Den öppna svarssidan varken frågar eller sparar vem som svarar.',
    en: 'Feedback is given without a name, and every survey says before you answer whether it is too. The server could link such an answer to you only until the survey closes. After that nobody can. Results are shown only when they hold enough answers. After closing coordinators see who answered. The open page for answering neither asks nor stores who answers.',
  },
  whoStatements: {
    fi: 'Kommenttisi lausuntoluonnoksiin ja se, että ilmoitit kuntasi mukaan lausuntoon, näkyvät nimelläsi verkoston jäsenille. Valmiissa lausunnossa ovat vain kunnat ja muut organisaatiot.',
    sv: 'Dina kommentarer till utkast till utlåtanden och att du anslöt din kommun till ett utlåtande visas med ditt namn för nätverkets medlemmar. I det färdiga utlåtandet står bara kommunerna och de andra organisationerna.',
    en: 'Your comments on drafts of statements, and that you said your municipality joins one, are seen with your name by members of the network. The final statement names only municipalities and other organisations.',
  },
  whoBoxes: {
    fi: 'Laatikkoon jätetyn tarinan näkevät ennen avaamista vain sinä ja koordinaattorit. Avaamisen jälkeen sen näkevät jäsenet sillä nimellä, jonka annoit, tai ilman nimeä. Haasteeseen kirjaamasi teko näkyy nimelläsi, ellet valitse toisin, ja se, kenet haastoit, näkyy jäsenille.',
    sv: 'En berättelse i lådan ser bara du och koordinatorerna innan lådan öppnas. Efter det ser medlemmarna den med namnet som du gav, eller utan namn. Din gärning i en utmaning visas med ditt namn om du inte väljer annat, och vem du utmanade ser medlemmarna.',
    en: 'A story in the box is seen only by you and the coordinators before the box is opened. After that members see it under the name that you gave, or without one. Your deed in a challenge is shown with your name unless you choose otherwise, and members see whom you challenged.',
  },
  whoIdeas: {
    fi: 'Ehdottamasi ideat ja kommenttisi näkyvät jäsenille nimelläsi; kuvakilpailussa nimi näkyy vasta kilpailun päätyttyä. Kannattajista näkyy vain lukumäärä.',
    sv: 'Idéer som du föreslår och dina kommentarer ser medlemmarna med ditt namn; i en bildtävling syns namnet först när tävlingen är avslutad. Av dem som stöder en idé syns bara antalet.',
    en: 'Members see your ideas and comments with your name; in a picture contest the name shows only when the contest has closed. Of those who support an idea only the number is shown.',
  },
  whoQuestions: {
    fi: 'Kysymyksesi verkostolle ja vastauksesi näkyvät jäsenille nimelläsi. Jos kysyt ilman nimeäsi, nimen näkevät vain koordinaattorit. Mitä kysyt vain koordinaattorilta, sitä ei näe kukaan muu jäsen.',
    sv: 'Dina frågor till nätverket och dina svar visas för medlemmarna med ditt namn. Om du frågar utan namn ser bara koordinatorerna det. Det som du frågar bara koordinatorn ser ingen annan medlem.',
    en: 'Your questions to the network and your answers are seen by members with your name. If you ask without it, coordinators alone see who asked. What you ask the coordinator alone no other member sees.',
  },
  whoMaterials: {
    fi: 'Materiaalin katselut ja lataukset lasketaan ilman tietoa katsojasta. Kuntasi kanta hyvään käytäntöön näkyy kaikille jäsenille, kuntasi omat muistiinpanot vain oman kunnan edustajille. Jaetun materiaalin voi avata kuka tahansa, jolla on linkki.',
    sv: 'Visningar och nedladdningar av material räknas utan uppgift om vem som tittar. Din kommuns svar på en god praxis syns för alla medlemmar, kommunens egna anteckningar bara för den egna kommunens företrädare. Delat material kan öppnas av alla som har länken.',
    en: 'Views and downloads of items are counted without saying by whom. What your municipality says of a good practice is seen by every member, its own notes only by its own people. Anyone who has its link can open a shared item.',
  },
  whoCoordinators: {
    fi: 'Koordinaattorit näkevät jäsenten yhteystiedot ja osallistumisen sekä organisaatioiden jäsenyyden vaiheen ja jäsenmaksut.',
    sv: 'Koordinatorerna ser medlemmarnas kontaktuppgifter och deltagande samt organisationernas medlemskap och medlemsavgifter.',
    en: 'Coordinators see members’ contact details and participation, and organisations’ stage of membership and fees.',
  },
  whoEvents: {
    fi: 'Tilaisuuksista jäsenet näkevät, montako osallistuu, koordinaattorit myös ketkä. Ruokavaliot ja esteettömyystarpeet koordinaattorit näkevät vain lukumäärinä ja sanoina ilman nimiä.',
    sv: 'Om evenemang ser medlemmarna hur många som deltar, koordinatorerna också vilka. Specialkost och tillgänglighetsbehov ser koordinatorerna bara som antal och ord utan namn.',
    en: 'Of events members see how many take part, coordinators also who. Coordinators see diets and access needs only as numbers and words without names.',
  },
  whoOthers: {
    fi: 'Palvelimen ylläpitäjä pääsee tietokantaan, ja viestit kulkevat Microsoft Teamsin ja verkoston sähköpostipalvelimen kautta. Tietoja ei luovuteta muille, ei myydä eikä käytetä mainontaan.',
    sv: 'Den som sköter servern har tillgång till databasen, och meddelandena går via Microsoft Teams och nätverkets e-postserver. Uppgifterna ges inte till andra, säljs inte och används inte för reklam.',
    en: 'Whoever runs the server has access to the database, and messages go through Microsoft Teams and the network’s mail server. Data is not passed on to others, sold or used for advertising.',
  },
  rightsHeading: { fi: 'Oikeutesi', sv: 'Dina rättigheter', en: 'Your rights' },
  rightsSee: {
    fi: 'Näet, lataat, korjaat ja poistat tietosi itse: Teamsissa kohdassa Omat tietoni, muuten omalla linkilläsi. Koordinaattori voi korjata ja poistaa ne puolestasi.',
    sv: 'Du ser, laddar ner, rättar och raderar dina uppgifter själv: i Teams under Mina uppgifter, annars med din egen länk. Koordinatorn kan rätta och radera dem åt dig.',
    en: 'You see, download, correct and erase your data yourself: in Teams under My details, otherwise with your own link. A coordinator can correct and erase it for you.',
  },
  rightsMail: {
    fi: 'Sähköpostit voit lopettaa jokaisen viestin lopussa olevasta linkistä.',
    sv: 'E-posten kan du avsluta med länken i slutet av varje meddelande.',
    en: 'You can stop e-mails with the link at the end of every message.',
  },
  rightsComplain: {
    fi: 'Jos tietojasi käsitellään mielestäsi väärin, voit valittaa tietosuojaviranomaiselle, Suomessa tietosuojavaltuutetulle.',
    sv: 'Om du anser att dina uppgifter behandlas fel kan du klaga hos dataskyddsmyndigheten, i Finland dataombudsmannen.',
    en: 'If you think your data is handled wrongly, you can complain to the data protection authority, in Finland the Data Protection Ombudsman.',
  },
  erasureHeading: {
    fi: 'Mitä poistaminen tarkoittaa',
    sv: 'Vad det betyder att radera',
    en: 'What erasing means',
  },
  erasureFirst: {
    fi: 'Poistut verkostosta heti, ja sinusta tallennetut tiedot poistetaan muutamassa minuutissa. Sitä ei voi perua.',
    sv: 'Du är genast ute ur nätverket, och uppgifterna som har sparats om dig raderas inom några minuter. Det kan inte ångras.',
    en: 'You are out of the network at once, and what is stored on you is removed within minutes. It can’t be undone.',
  },
  keptHeading: { fi: 'Kuinka kauan', sv: 'Hur länge', en: 'For how long' },
  keptElse: {
    fi: 'Nämä tiedot säilyvät niin kauan kuin kuulut verkostoon, ellei kohdassa Kuinka kauan sanota muuta.',
    sv: 'De här uppgifterna sparas så länge du hör till nätverket, om inget annat sägs under Hur länge.',
    en: 'This data is kept for as long as you belong to the network, unless “For how long” says otherwise.',
  },
  months: {
    fi: '{n, plural, one {# kuukausi} other {# kuukautta}}',
    sv: '{n, plural, one {# månad} other {# månader}}',
    en: '{n, plural, one {# month} other {# months}}',
  },
  days: {
    fi: '{n, plural, one {# päivä} other {# päivää}}',
    sv: '{n, plural, one {# dag} other {# dagar}}',
    en: '{n, plural, one {# day} other {# days}}',
  },
  // ── Files ──
  ownFile: { fi: 'omat-tietoni', sv: 'mina-uppgifter', en: 'my-data' },
  auditFile: { fi: 'tapahtumaloki-{month}', sv: 'handelselogg-{month}', en: 'audit-{month}' },
  columnTime: { fi: 'Aika', sv: 'Tid', en: 'Time' },
  columnWho: { fi: 'Kuka', sv: 'Vem', en: 'Who' },
  columnWhat: { fi: 'Mitä', sv: 'Vad', en: 'What' },
  auditSheet: { fi: 'Tapahtumaloki', sv: 'Händelselogg', en: 'Audit trail' },
  // ── Audit ──
  erasedPerson: { fi: 'Poistettu henkilö', sv: 'Raderad person', en: 'Erased person' },
  unknownPerson: { fi: 'Tuntematon', sv: 'Okänd', en: 'Unknown' },
  otherAct: {
    fi: 'Muu toimenpide ({act}){what}',
    sv: 'Annan åtgärd ({act}){what}',
    en: 'Another action ({act}){what}',
  },
  // ── Pages of the personal link ──
  download: { fi: 'Lataa tietoni', sv: 'Ladda ner mina uppgifter', en: 'Download my data' },
  erase: { fi: 'Poista tietoni', sv: 'Radera mina uppgifter', en: 'Erase my data' },
  eraseNow: { fi: 'Poista tietoni lopullisesti', sv: 'Radera mina uppgifter för gott', en: 'Erase my data for good' },
  typeWord: {
    fi: 'Vahvista kirjoittamalla ”{word}”',
    sv: 'Bekräfta genom att skriva ”{word}”',
    en: 'To confirm, write “{word}”',
  },
  storedHeading: {
    fi: 'Sinusta tallennetut tiedot',
    sv: 'Uppgifter som har sparats om dig',
    en: 'What is stored on you',
  },
  erased: {
    fi: 'Tietojasi poistetaan. Tämä linkki ei enää toimi.',
    sv: 'Dina uppgifter raderas. Den här länken fungerar inte längre.',
    en: 'Your data is being erased. This link no longer works.',
  },
});

/** The notice's table: what is kept so long, and why. */
export const retention: Readonly<Record<RetentionRow, { readonly what: Message; readonly why: Message }>> = {
  leftPeople: {
    what: {
      fi: 'Verkostosta lähteneen tiedot, lähtöpäivästä alkaen',
      sv: 'Uppgifter om den som har lämnat nätverket, räknat från den dagen',
      en: 'Data of someone who left the network, from the day they left',
    },
    why: {
      fi: 'Takaisin tuleva löytää aiemmat tietonsa, ja seuraavan vuosiraportin luvut voidaan selittää.',
      sv: 'Den som kommer tillbaka hittar sina tidigare uppgifter, och siffrorna i nästa årsrapport kan förklaras.',
      en: 'Someone who returns finds their earlier data, and the figures of the next yearly report can be explained.',
    },
  },
  votes: {
    what: {
      fi: 'Kuka äänesti ja mitä (salaisesta äänestyksestä vain kuka), äänestyksen päättymisestä alkaen',
      sv: 'Vem som röstade och på vad (i hemliga omröstningar bara vem), räknat från att omröstningen stängdes',
      en: 'Who voted and for what (in secret ballots only who), from the closing of the poll',
    },
    why: {
      fi: 'Päätös voidaan tarkistaa. Sen jälkeen jäävät vain luvut.',
      sv: 'Beslutet kan kontrolleras. Efter det blir bara siffrorna kvar.',
      en: 'The decision can be checked. After that only the figures stay.',
    },
  },
  surveyAnswers: {
    what: {
      fi: 'Kuka vastasi kyselyyn tai antoi palautetta, ja nimellä vastattavasta kyselystä myös mitä, kyselyn sulkemisesta alkaen',
      sv: 'Vem som svarade på en enkät eller gav respons, och i enkäter med namn också vad, räknat från att enkäten stängdes',
      en: 'Who answered a survey or gave feedback, and in surveys with names also what, from the closing of the survey',
    },
    why: {
      fi: 'Seuraavan vuosiraportin luvut voidaan selittää. Sen jälkeen jäävät vain luvut ja nimettömät tekstit.',
      sv: 'Siffrorna i nästa årsrapport kan förklaras. Efter det blir bara siffrorna och texter utan namn kvar.',
      en: 'The figures of the next yearly report can be explained. After that only figures and texts without names stay.',
    },
  },
  statementComments: {
    what: {
      fi: 'Kommentit lausuntoluonnokseen ja kuka ilmoitti kuntansa mukaan, valmistelun päättymisestä alkaen',
      sv: 'Kommentarer till ett utkast till utlåtande och vem som anslöt sin kommun, räknat från att beredningen avslutades',
      en: 'Comments on a draft statement, and who said that their municipality joins, from the end of its preparation',
    },
    why: {
      fi: 'Voidaan selittää, miten lausunto syntyi. Sen jälkeen jäävät teksti ja mukana olleet organisaatiot.',
      sv: 'Det går att förklara hur utlåtandet kom till. Efter det blir texten och organisationerna som var med kvar.',
      en: 'How the statement came about can be explained. After that the text and the organisations that joined stay.',
    },
  },
  surveyForms: {
    what: {
      fi: 'Kesken jäänyt kyselylomake, tallentamisesta alkaen',
      sv: 'Ett påbörjat enkätformulär, räknat från att det sparades',
      en: 'An unfinished form of a survey, from when it was saved',
    },
    why: {
      fi: 'Sen tekemistä voidaan jatkaa.',
      sv: 'Arbetet med det kan fortsätta.',
      en: 'It can be gone on with.',
    },
  },
  ideaSupports: {
    what: {
      fi: 'Kuka kannatti mitäkin ideaa, ideahaun päättymisestä alkaen',
      sv: 'Vem som stödde vilken idé, räknat från att idéinsamlingen avslutades',
      en: 'Who supported which idea, from the closing of the call',
    },
    why: {
      fi: 'Voidaan selittää, miten ideoista valittiin. Sen jälkeen jäävät vain luvut.',
      sv: 'Det går att förklara hur idéerna valdes. Efter det blir bara siffrorna kvar.',
      en: 'How ideas were chosen can be explained. After that only the figures stay.',
    },
  },
  loosePictures: {
    what: {
      fi: 'Lähetetty kuva, joka ei ole missään ideassa, tiedotteessa tai tarinassa',
      sv: 'En skickad bild som inte finns i någon idé, något meddelande eller någon berättelse',
      en: 'A picture that was sent and stands in no idea, bulletin or story',
    },
    why: {
      fi: 'Kesken jäänyt kirjoitus voidaan viimeistellä.',
      sv: 'Något halvfärdigt kan skrivas klart.',
      en: 'What was begun can be finished.',
    },
  },
  storyWriters: {
    what: {
      fi: 'Tieto siitä, kuka jätti tarinan laatikkoon, avaamisesta alkaen',
      sv: 'Vem som lämnade en berättelse i lådan, räknat från att den öppnades',
      en: 'Who left a story in the box, from its opening',
    },
    why: {
      fi: 'Kirjoittaja voi itse poistaa tarinansa. Sen jälkeen tarina jää sillä nimellä, jonka kirjoittaja antoi.',
      sv: 'Den som skrev kan själv ta bort sin berättelse. Efter det blir den kvar med namnet som skribenten gav.',
      en: 'The writer can remove the story. After that it stays under the name that its writer gave.',
    },
  },
  refusedStories: {
    what: {
      fi: 'Tarina, jota koordinaattori ei päästänyt laatikkoon',
      sv: 'En berättelse som koordinatorn inte släppte in i lådan',
      en: 'A story that a coordinator did not let into the box',
    },
    why: {
      fi: 'Päätöstä voidaan vielä muuttaa.',
      sv: 'Beslutet kan ännu ändras.',
      en: 'The decision can still be changed.',
    },
  },
  unusedUploads: {
    what: {
      fi: 'Lähetetty tiedosto, joka ei ole missään materiaalissa',
      sv: 'En skickad fil som inte finns i något material',
      en: 'A file that was sent and stands in no item',
    },
    why: {
      fi: 'Kesken jäänyttä lähetystä voidaan jatkaa.',
      sv: 'En avbruten överföring kan fortsätta.',
      en: 'An upload that was cut off can be gone on with.',
    },
  },
  materialVisits: {
    what: {
      fi: 'Milloin katsoit materiaalipankkia viimeksi',
      sv: 'När du senast tittade i materialbanken',
      en: 'When you last looked at the material bank',
    },
    why: {
      fi: 'Sinulle voidaan näyttää, mitä uutta on tullut.',
      sv: 'Du kan få se vad som är nytt.',
      en: 'You can be shown what is new.',
    },
  },
  unusedPictures: {
    what: {
      fi: 'Kuva, joka ei ole missään kyselyssä',
      sv: 'En bild som inte finns i någon enkät',
      en: 'A picture that stands in no survey',
    },
    why: {
      fi: 'Kesken oleva kysely ehditään tallentaa tai julkaista.',
      sv: 'En påbörjad enkät hinner sparas eller publiceras.',
      en: 'There is time to save or publish the survey that it is for.',
    },
  },
  letters: {
    what: {
      fi: 'Tieto lähetetyistä sähköposteista',
      sv: 'Uppgift om skickade e-brev',
      en: 'Record of e-mails sent',
    },
    why: {
      fi: 'Voidaan selvittää, miksi jokin ei tullut perille.',
      sv: 'Det går att reda ut varför något inte kom fram.',
      en: 'It can be found out why something did not arrive.',
    },
  },
  bulletinRecipients: {
    what: {
      fi: 'Tieto siitä, kenelle tiedote lähti sähköpostilla',
      sv: 'Uppgift om vem som fick ett meddelande per e-post',
      en: 'To whom a bulletin went by e-mail',
    },
    why: {
      fi: 'Nähdään, keneltä tiedote jäi saamatta. Sen jälkeen jää vain lukumäärä.',
      sv: 'För att se vem som inte fick meddelandet. Efter det återstår bara antalet.',
      en: 'To see whom a bulletin did not reach. After that only the number stays.',
    },
  },
  directPosts: {
    what: {
      fi: 'Tieto Teamsissa lähetetyistä henkilökohtaisista viesteistä',
      sv: 'Uppgift om personliga meddelanden som har skickats i Teams',
      en: 'Record of personal messages sent in Teams',
    },
    why: {
      fi: 'Samaa ei lähetetä kahdesti, ja voidaan selvittää, miksi jokin ei tullut perille.',
      sv: 'Samma sak skickas inte två gånger, och det går att reda ut varför något inte kom fram.',
      en: 'Nothing is sent twice, and it can be found out why something did not arrive.',
    },
  },
  privateQuestions: {
    what: {
      fi: 'Mitä kysyit vain koordinaattorilta ja mitä hän vastasi, viimeisestä vastauksesta alkaen',
      sv: 'Vad du har frågat bara koordinatorn och vad hen svarade, räknat från det sista svaret',
      en: 'What you asked the coordinator alone and what they answered, from the last answer',
    },
    why: {
      fi: 'Annettuun neuvoon voidaan palata. Sen jälkeen jää vain lukumäärä.',
      sv: 'Det går att återkomma till rådet. Efter det återstår bara antalet.',
      en: 'One can come back to the advice given. After that only the number stays.',
    },
  },
  audit: {
    what: {
      fi: 'Tapahtumaloki koordinaattorien toimista',
      sv: 'Händelselogg över koordinatorernas åtgärder',
      en: 'Audit trail of coordinators’ actions',
    },
    why: {
      fi: 'Kuluvan ja edellisen vuoden päätökset voidaan selittää.',
      sv: 'Årets och det föregående årets beslut kan förklaras.',
      en: 'This year’s and last year’s decisions can be explained.',
    },
  },
  importPlans: {
    what: {
      fi: 'Tuotava jäsenluettelo tai materiaaliluettelo ennen hyväksymistä',
      sv: 'En lista med medlemmar eller material som importeras, före godkännandet',
      en: 'A list of members or items being imported, before it is accepted',
    },
    why: {
      fi: 'Epäselvät rivit ehditään tarkistaa.',
      sv: 'Oklara rader hinner kontrolleras.',
      en: 'There is time to check unclear rows.',
    },
  },
  invitations: {
    what: {
      fi: 'Kutsu, johon ei ole vastattu',
      sv: 'En inbjudan som inte har besvarats',
      en: 'An invitation that was not answered',
    },
    why: {
      fi: 'Kutsuttu ehtii vastata.',
      sv: 'Den inbjudna hinner svara.',
      en: 'There is time to answer.',
    },
  },
  outsiders: {
    what: {
      fi: 'Verkoston ulkopuolinen, josta ei enää säilytetä ilmoittautumisia',
      sv: 'En person utanför nätverket, som det inte längre finns sparade anmälningar av',
      en: 'A person from outside the network, none of whose registrations are kept any more',
    },
    why: {
      fi: 'Kesken oleva ilmoittautuminen ehtii tallentua.',
      sv: 'En pågående anmälan hinner sparas.',
      en: 'A registration that is under way has time to be stored.',
    },
  },
  needs: {
    what: {
      fi: 'Ruokavaliot ja esteettömyystarpeet, tilaisuuden päättymisestä alkaen',
      sv: 'Specialkost och tillgänglighetsbehov, räknat från evenemangets slut',
      en: 'Diets and access needs, from the end of the event',
    },
    why: {
      fi: 'Tarjoilun lasku ehditään tarkistaa.',
      sv: 'Räkningen för serveringen hinner kontrolleras.',
      en: 'There is time to check the bill for the catering.',
    },
  },
  unconfirmedRegistrations: {
    what: {
      fi: 'Ilmoittautuminen avoimelta sivulta, jota ei ole vahvistettu',
      sv: 'En anmälan från den öppna sidan som inte har bekräftats',
      en: 'A registration from the public page that was not confirmed',
    },
    why: {
      fi: 'Ilmoittautunut ehtii avata vahvistuslinkin.',
      sv: 'Den anmälda hinner öppna länken för bekräftelse.',
      en: 'There is time to open the link that confirms it.',
    },
  },
  registrations: {
    what: {
      fi: 'Kuka ilmoittautui ja kuka osallistui, tilaisuuden päättymisestä alkaen',
      sv: 'Vem som anmälde sig och vem som deltog, räknat från evenemangets slut',
      en: 'Who registered and who took part, from the end of the event',
    },
    why: {
      fi: 'Seuraavan vuosiraportin luvut voidaan selittää. Sen jälkeen jäävät vain luvut.',
      sv: 'Siffrorna i nästa årsrapport kan förklaras. Efter det blir bara siffrorna kvar.',
      en: 'The figures of the next yearly report can be explained. After that only the figures stay.',
    },
  },
  invitedAddresses: {
    what: {
      fi: 'Tunniste osoitteesta, johon kutsu lähti (osoitetta ei voi lukea siitä)',
      sv: 'En kod för adressen som fick inbjudan (adressen kan inte läsas ur koden)',
      en: 'A code for the address that was invited (the address can’t be read from it)',
    },
    why: {
      fi: 'Samaa ihmistä ei kutsuta uudelleen.',
      sv: 'Samma person bjuds inte in igen.',
      en: 'The same person is not invited again.',
    },
  },
  failedJobs: {
    what: {
      fi: 'Tehtävä, joka ei onnistunut, kuten lähettämättä jäänyt viesti',
      sv: 'En uppgift som misslyckades, till exempel ett meddelande som inte kunde skickas',
      en: 'Work that failed, such as a message that could not be sent',
    },
    why: {
      fi: 'Sitä voidaan yrittää uudelleen ja vika korjata.',
      sv: 'Man kan försöka igen och rätta felet.',
      en: 'It can be tried again and the fault mended.',
    },
  },
  erasures: {
    what: {
      fi: 'Tieto siitä, että jonkun tiedot poistettiin (ei kenen)',
      sv: 'Uppgift om att någons uppgifter raderades (inte vems)',
      en: 'Record that someone’s data was erased (not whose)',
    },
    why: {
      fi: 'Voidaan osoittaa, että pyyntö täytettiin.',
      sv: 'Det går att visa att begäran uppfylldes.',
      en: 'It can be shown that the request was met.',
    },
  },
};

/** Headings of what is stored on someone, by the key under which it is collected. */
export const headings: Readonly<Record<string, Message>> = {
  pollVotes: { fi: 'Äänesi ja kommenttisi', sv: 'Dina röster och kommentarer', en: 'Your votes and comments' },
  pollsTakenPartIn: {
    fi: 'Äänestykset, joihin osallistuit',
    sv: 'Omröstningar som du deltog i',
    en: 'Polls that you took part in',
  },
  pollsCreated: {
    fi: 'Julkaisemasi äänestykset',
    sv: 'Omröstningar som du har publicerat',
    en: 'Polls that you published',
  },
  pollOptionsAdded: {
    fi: 'Ehdottamasi vaihtoehdot',
    sv: 'Alternativ som du har föreslagit',
    en: 'Options that you proposed',
  },
  pollReminders: {
    fi: 'Lähettämäsi muistutukset',
    sv: 'Påminnelser som du har skickat',
    en: 'Reminders that you sent',
  },
  pollDecisions: {
    fi: 'Ratkaisemasi tasatulokset',
    sv: 'Lika röstetal som du har avgjort',
    en: 'Ties that you decided',
  },
  surveyAnswers: {
    fi: 'Vastauksesi kyselyihin ja palautteeseen',
    sv: 'Dina svar på enkäter och din respons',
    en: 'Your answers to surveys and your feedback',
  },
  surveyDrafts: {
    fi: 'Keskeneräiset vastauksesi',
    sv: 'Dina påbörjade svar',
    en: 'Your unfinished answers',
  },
  surveysTakenPartIn: {
    fi: 'Kyselyt, joihin vastasit',
    sv: 'Enkäter som du svarade på',
    en: 'Surveys that you answered',
  },
  surveysCreated: {
    fi: 'Julkaisemasi kyselyt',
    sv: 'Enkäter som du har publicerat',
    en: 'Surveys that you published',
  },
  surveyReminders: {
    fi: 'Lähettämäsi muistutukset kyselyistä',
    sv: 'Påminnelser om enkäter som du har skickat',
    en: 'Reminders of surveys that you sent',
  },
  surveyForms: {
    fi: 'Kesken olevat kyselylomakkeesi',
    sv: 'Dina påbörjade enkätformulär',
    en: 'Your unfinished forms of surveys',
  },
  statementComments: {
    fi: 'Kommenttisi lausuntoihin',
    sv: 'Dina kommentarer till utlåtanden',
    en: 'Your comments on statements',
  },
  statementsJoined: {
    fi: 'Lausunnot, joihin ilmoitit organisaation mukaan',
    sv: 'Utlåtanden som du anslöt en organisation till',
    en: 'Statements that you joined for an organisation',
  },
  statementsCreated: {
    fi: 'Aloittamasi lausunnot',
    sv: 'Utlåtanden som du har påbörjat',
    en: 'Statements that you began',
  },
  statementVersions: {
    fi: 'Tallentamasi lausuntojen versiot',
    sv: 'Versioner av utlåtanden som du har sparat',
    en: 'Versions of statements that you saved',
  },
  statementsFinished: {
    fi: 'Viimeistelemäsi lausunnot',
    sv: 'Utlåtanden som du har slutfört',
    en: 'Statements that you finished',
  },
  materialsAdded: { fi: 'Lisäämäsi materiaalit', sv: 'Material som du har lagt till', en: 'Items that you added' },
  fileVersionsAdded: {
    fi: 'Lisäämäsi tiedostot',
    sv: 'Filer som du har lagt till',
    en: 'Files that you added',
  },
  municipalityAnswers: {
    fi: 'Kuntasi puolesta kirjoittamasi vastaukset ja muistiinpanot',
    sv: 'Svar och anteckningar som du har skrivit för din kommun',
    en: 'Answers and notes that you wrote for your municipality',
  },
  filesOnTheirWay: {
    fi: 'Lähettämäsi tiedostot, jotka eivät ole vielä materiaalissa',
    sv: 'Filer som du har skickat men som inte finns i något material',
    en: 'Files that you sent and that stand in no item yet',
  },
  boxesCreated: { fi: 'Avaamasi laatikot', sv: 'Lådor som du har satt upp', en: 'Boxes that you put up' },
  stories: { fi: 'Laatikkoon jättämäsi tarinat', sv: 'Berättelser som du har lämnat', en: 'Stories that you left' },
  challengesCreated: {
    fi: 'Julkaisemasi haasteet',
    sv: 'Utmaningar som du har publicerat',
    en: 'Challenges that you put up',
  },
  deeds: { fi: 'Kirjaamasi teot', sv: 'Gärningar som du har skrivit in', en: 'Deeds that you added' },
  challengedBySomeone: {
    fi: 'Haasteet, jotka joku lähetti sinulle',
    sv: 'Utmaningar som någon har skickat till dig',
    en: 'Challenges that someone sent you',
  },
  ideasProposed: { fi: 'Ehdottamasi ideat', sv: 'Idéer som du har föreslagit', en: 'Ideas that you proposed' },
  ideasCredited: {
    fi: 'Ideat, joiden tekijäksi sinut on merkitty',
    sv: 'Idéer där du nämns som upphov',
    en: 'Ideas that you are credited for',
  },
  ideaWordings: {
    fi: 'Ideoihin tekemäsi muutokset',
    sv: 'Dina ändringar i idéer',
    en: 'Changes that you made to ideas',
  },
  ideaSteps: {
    fi: 'Ideoista kirjaamasi vaiheet',
    sv: 'Steg som du har antecknat för idéer',
    en: 'Steps of ideas that you took',
  },
  ideaSupports: { fi: 'Ideat, joita kannatit', sv: 'Idéer som du har stött', en: 'Ideas that you supported' },
  ideaComments: { fi: 'Kommenttisi ideoihin', sv: 'Dina kommentarer till idéer', en: 'Your comments on ideas' },
  ideaMergings: {
    fi: 'Tekemäsi ideoiden yhdistämiset ja jakamiset',
    sv: 'Idéer som du har slagit ihop eller delat',
    en: 'Ideas that you merged or split',
  },
  ideaCalls: {
    fi: 'Hoitamasi ideahaut',
    sv: 'Idéinsamlingar som du har skött',
    en: 'Calls for ideas that you looked after',
  },
  questionsAsked: { fi: 'Kysymyksesi', sv: 'Dina frågor', en: 'Your questions' },
  questionAnswers: { fi: 'Vastauksesi kysymyksiin', sv: 'Dina svar på frågor', en: 'Your answers to questions' },
  questionsTaken: {
    fi: 'Kysymykset, jotka otit hoidettavaksesi',
    sv: 'Frågor som du tog hand om',
    en: 'Questions that you took',
  },
  questionsRequested: {
    fi: 'Kysymykset, joihin sinulta pyydettiin vastausta',
    sv: 'Frågor som du ombads svara på',
    en: 'Questions that you were asked to answer',
  },
  picturesSent: { fi: 'Lähettämäsi kuvat', sv: 'Bilder som du har skickat', en: 'Pictures you sent' },
  materialVisits: {
    fi: 'Milloin katsoit materiaalipankkia viimeksi',
    sv: 'När du senast tittade i materialbanken',
    en: 'When you last looked at the material bank',
  },
  eventRegistrations: {
    fi: 'Ilmoittautumisesi tilaisuuksiin',
    sv: 'Dina anmälningar till evenemang',
    en: 'Your registrations for events',
  },
  eventColleagues: {
    fi: 'Tilaisuudet, joihin ilmoitit kollegan',
    sv: 'Evenemang som du anmälde en kollega till',
    en: 'Events for which you registered a colleague',
  },
  eventsCreated: {
    fi: 'Luomasi tilaisuudet',
    sv: 'Evenemang som du har skapat',
    en: 'Events that you created',
  },
  eventsChanged: {
    fi: 'Muuttamasi tilaisuudet',
    sv: 'Evenemang som du har ändrat',
    en: 'Events that you changed',
  },
  eventsCancelled: {
    fi: 'Perumasi tilaisuudet',
    sv: 'Evenemang som du har ställt in',
    en: 'Events that you cancelled',
  },
  eventReminders: {
    fi: 'Lähettämäsi muistutukset tilaisuuksista',
    sv: 'Påminnelser om evenemang som du har skickat',
    en: 'Reminders of events that you sent',
  },
  eventMeetings: {
    fi: 'Kalenteriisi tehdyt Teams-kokoukset',
    sv: 'Teamsmöten i din kalender',
    en: 'Teams meetings made in your calendar',
  },
  uploadedLists: { fi: 'Tuomasi luettelot', sv: 'Listor som du har läst in', en: 'Lists that you read in' },
  rowsOfUploadedLists: {
    fi: 'Sinua koskevat rivit tuoduissa luetteloissa',
    sv: 'Rader om dig i inlästa listor',
    en: 'Rows about you in lists that were read in',
  },
  members: { fi: 'Jäsentietosi', sv: 'Dina medlemsuppgifter', en: 'Your member details' },
  coordinates: { fi: 'Olet koordinaattori', sv: 'Du är koordinator', en: 'You are a coordinator' },
  installedTheApp: { fi: 'Asensit sovelluksen', sv: 'Du installerade appen', en: 'You installed the app' },
  directory: {
    fi: 'Verkostosi ja keskustelusi botin kanssa',
    sv: 'Dina nätverk och din chatt med boten',
    en: 'Your networks and your chat with the bot',
  },
  seats: { fi: 'Paikkasi ryhmissä', sv: 'Dina platser i grupper', en: 'Your seats in groups' },
  delegateOf: {
    fi: 'Organisaatiot, joiden nimetty edustaja olet',
    sv: 'Organisationer vars utsedda företrädare du är',
    en: 'Organisations whose named delegate you are',
  },
  substituteOf: {
    fi: 'Organisaatiot, joiden varaedustaja olet',
    sv: 'Organisationer där du är den utsedda företrädarens ersättare',
    en: 'Organisations where you are the substitute for the delegate',
  },
  missingOrganisation: {
    fi: 'Organisaatio, jota et löytänyt luettelosta',
    sv: 'En organisation som du inte hittade i listan',
    en: 'An organisation that you did not find in the list',
  },
  recommendationsMade: {
    fi: 'Suosituksesi kollegoille',
    sv: 'Dina rekommendationer till kolleger',
    en: 'Your recommendations of colleagues',
  },
  contactNotes: {
    fi: 'Kirjoittamasi muistiinpanot',
    sv: 'Anteckningar som du har skrivit',
    en: 'Notes that you wrote',
  },
  publishedReports: {
    fi: 'Julkaisemasi vuosiraportit',
    sv: 'Årsrapporter som du har publicerat',
    en: 'Yearly reports that you published',
  },
  bulletinsWritten: { fi: 'Kirjoittamasi tiedotteet', sv: 'Meddelanden som du har skrivit', en: 'Bulletins you wrote' },
  bulletinsCorrected: {
    fi: 'Korjaamasi tiedotteet',
    sv: 'Meddelanden som du har rättat',
    en: 'Bulletins you corrected',
  },
  bulletinsReceived: {
    fi: 'Tiedotteet, joiden vastaanottajissa olet',
    sv: 'Meddelanden med dig bland mottagarna',
    en: 'Bulletins with you among their recipients',
  },
  letters: { fi: 'Sinulle lähetetyt sähköpostit', sv: 'E-brev som har skickats till dig', en: 'E-mails sent to you' },
  reminders: {
    fi: 'Muistutukset viimeisten 12 tunnin ajalta',
    sv: 'Påminnelser under de senaste 12 timmarna',
    en: 'Reminders of the last 12 hours',
  },
  actsByYou: {
    fi: 'Mitä olet tehnyt koordinaattorina',
    sv: 'Vad du har gjort som koordinator',
    en: 'What you did as a coordinator',
  },
  actsAboutYou: { fi: 'Sinua koskevat toimenpiteet', sv: 'Åtgärder som gäller dig', en: 'Actions that concern you' },
  messages: {
    fi: 'Sinulle Teamsissa lähetetyt viestit',
    sv: 'Meddelanden till dig i Teams',
    en: 'Messages to you in Teams',
  },
  tasks: {
    fi: 'Odottavat tehtävät, kuten muistutukset',
    sv: 'Väntande uppgifter, till exempel påminnelser',
    en: 'Waiting tasks, such as reminders',
  },
  personalLinks: {
    fi: 'Omat linkkisi (tiivisteinä)',
    sv: 'Dina egna länkar (som kondensat)',
    en: 'Your own links (as hashes)',
  },
};

/** What each act of the audit trail means; `what` is “: title” or empty. */
export const acts: Readonly<Record<string, Message>> = {
  'polls.create': {
    fi: 'Julkaisi äänestyksen{what}',
    sv: 'Publicerade en omröstning{what}',
    en: 'Published a poll{what}',
  },
  'polls.correct': { fi: 'Korjasi äänestystä{what}', sv: 'Rättade en omröstning{what}', en: 'Corrected a poll{what}' },
  'polls.close': { fi: 'Sulki äänestyksen{what}', sv: 'Stängde en omröstning{what}', en: 'Closed a poll{what}' },
  'polls.reopen': {
    fi: 'Avasi äänestyksen uudelleen{what}',
    sv: 'Öppnade en omröstning på nytt{what}',
    en: 'Reopened a poll{what}',
  },
  'polls.undo': { fi: 'Perui äänestyksen{what}', sv: 'Tog tillbaka en omröstning{what}', en: 'Took back a poll{what}' },
  'polls.decide': { fi: 'Ratkaisi tasatuloksen{what}', sv: 'Avgjorde lika röstetal{what}', en: 'Decided a tie{what}' },
  'polls.repost': {
    fi: 'Julkaisi äänestyksen kortin uudelleen{what}',
    sv: 'Publicerade omröstningens kort på nytt{what}',
    en: 'Posted a poll’s card again{what}',
  },
  'polls.remind': {
    fi: 'Lähetti muistutuksen äänestyksestä{what}',
    sv: 'Skickade en påminnelse om en omröstning{what}',
    en: 'Sent a reminder of a poll{what}',
  },
  'bulletins.create': { fi: 'Kirjoitti tiedotteen', sv: 'Skrev ett meddelande', en: 'Wrote a bulletin' },
  'bulletins.schedule': { fi: 'Ajasti tiedotteen', sv: 'Tidsinställde ett meddelande', en: 'Scheduled a bulletin' },
  'bulletins.unschedule': {
    fi: 'Perui tiedotteen ajastuksen',
    sv: 'Ångrade tidsinställningen av ett meddelande',
    en: 'Undid the scheduling of a bulletin',
  },
  'bulletins.send': { fi: 'Lähetti tiedotteen', sv: 'Skickade ett meddelande', en: 'Sent a bulletin' },
  'bulletins.correct': { fi: 'Korjasi tiedotetta', sv: 'Rättade ett meddelande', en: 'Corrected a bulletin' },
  'bulletins.remove': {
    fi: 'Poisti tiedotteen luonnoksen',
    sv: 'Tog bort ett utkast till meddelande',
    en: 'Removed the draft of a bulletin',
  },
  'bulletins.share': {
    fi: 'Avasi tiedotteen julkisen sivun',
    sv: 'Öppnade meddelandets offentliga sida',
    en: 'Opened the public page of a bulletin',
  },
  'bulletins.unshare': {
    fi: 'Sulki tiedotteen julkisen sivun',
    sv: 'Stängde meddelandets offentliga sida',
    en: 'Closed the public page of a bulletin',
  },
  'bulletins.series': {
    fi: 'Perusti tiedotesarjan',
    sv: 'Skapade en serie meddelanden',
    en: 'Made a series of bulletins',
  },
  'digest.settings': {
    fi: 'Muutti koosteen asetuksia{what}',
    sv: 'Ändrade inställningarna för sammandraget{what}',
    en: 'Changed the settings of the digest{what}',
  },
  'materials.add': {
    fi: 'Lisäsi materiaalin{what}',
    sv: 'Lade till ett material{what}',
    en: 'Added an item of the material bank{what}',
  },
  'materials.change': {
    fi: 'Muutti materiaalia{what}',
    sv: 'Ändrade ett material{what}',
    en: 'Changed an item of the material bank{what}',
  },
  'materials.publish': {
    fi: 'Julkaisi materiaalin{what}',
    sv: 'Publicerade ett material{what}',
    en: 'Published an item of the material bank{what}',
  },
  'materials.remove': {
    fi: 'Poisti materiaalin{what}',
    sv: 'Tog bort ett material{what}',
    en: 'Removed an item of the material bank{what}',
  },
  'materials.pin': {
    fi: 'Kiinnitti materiaalin oppaaksi{what}',
    sv: 'Fäste ett material som guide{what}',
    en: 'Pinned an item as the guide{what}',
  },
  'materials.unpin': {
    fi: 'Irrotti materiaalin oppaista{what}',
    sv: 'Lossade ett material från guiderna{what}',
    en: 'Took an item down from the guides{what}',
  },
  'materials.review': {
    fi: 'Merkitsi materiaalin tarkistetuksi{what}',
    sv: 'Märkte ett material som granskat{what}',
    en: 'Marked an item as looked through{what}',
  },
  'materials.share': {
    fi: 'Teki jakolinkin materiaaliin{what}',
    sv: 'Gjorde en delningslänk till ett material{what}',
    en: 'Made a share link to an item{what}',
  },
  'materials.unshare': {
    fi: 'Poisti jakolinkin materiaaliin{what}',
    sv: 'Tog bort delningslänken till ett material{what}',
    en: 'Removed the share link to an item{what}',
  },
  'materials.post': {
    fi: 'Jakoi materiaalin kanavalle{what}',
    sv: 'Delade ett material i kanalen{what}',
    en: 'Shared an item in the channel{what}',
  },
  'materials.import': {
    fi: 'Toi materiaaleja luettelosta tai kansiosta',
    sv: 'Importerade material från en lista eller mapp',
    en: 'Imported items from a list or folder',
  },
  'materials.term': {
    fi: 'Muutti teemoja tai avainsanoja{what}',
    sv: 'Ändrade teman eller nyckelord{what}',
    en: 'Changed themes or tags{what}',
  },
  'materials.mergeTerm': {
    fi: 'Yhdisti teemoja tai avainsanoja{what}',
    sv: 'Slog ihop teman eller nyckelord{what}',
    en: 'Merged themes or tags{what}',
  },
  'materials.removeTerm': {
    fi: 'Poisti teeman tai avainsanan{what}',
    sv: 'Tog bort ett tema eller nyckelord{what}',
    en: 'Removed a theme or tag{what}',
  },
  'materials.collection': {
    fi: 'Muutti kokoelmaa{what}',
    sv: 'Ändrade en samling{what}',
    en: 'Changed a collection{what}',
  },
  'materials.removeCollection': {
    fi: 'Poisti kokoelman{what}',
    sv: 'Tog bort en samling{what}',
    en: 'Removed a collection{what}',
  },
  'statements.create': {
    fi: 'Aloitti lausunnon{what}',
    sv: 'Påbörjade ett utlåtande{what}',
    en: 'Began a statement{what}',
  },
  'statements.change': {
    fi: 'Muutti lausuntoa{what}',
    sv: 'Ändrade ett utlåtande{what}',
    en: 'Changed a statement{what}',
  },
  'statements.open': {
    fi: 'Avasi lausunnon kommentoitavaksi{what}',
    sv: 'Öppnade ett utlåtande för kommentarer{what}',
    en: 'Opened a statement for comments{what}',
  },
  'statements.joining': {
    fi: 'Avasi ilmoittautumisen lausuntoon{what}',
    sv: 'Öppnade anslutningen till ett utlåtande{what}',
    en: 'Opened a statement for joining{what}',
  },
  'statements.final': {
    fi: 'Viimeisteli lausunnon{what}',
    sv: 'Slutförde ett utlåtande{what}',
    en: 'Finished a statement{what}',
  },
  'statements.bank': {
    fi: 'Vei lausunnon materiaalipankkiin{what}',
    sv: 'Lade ett utlåtande i materialbanken{what}',
    en: 'Put a statement into the material bank{what}',
  },
  'statements.withdraw': {
    fi: 'Lopetti lausunnon valmistelun{what}',
    sv: 'Avslutade beredningen av ett utlåtande{what}',
    en: 'Stopped the work on a statement{what}',
  },
  'statements.repost': {
    fi: 'Julkaisi lausunnon kortin uudelleen{what}',
    sv: 'Publicerade utlåtandets kort på nytt{what}',
    en: 'Posted a statement’s card again{what}',
  },
  'statements.joinFor': {
    fi: 'Kirjasi organisaation mukaan lausuntoon{what}',
    sv: 'Antecknade en organisation som med i ett utlåtande{what}',
    en: 'Wrote down that an organisation joins a statement{what}',
  },
  'statements.removeJoin': {
    fi: 'Poisti organisaation lausunnosta{what}',
    sv: 'Tog bort en organisation ur ett utlåtande{what}',
    en: 'Took an organisation out of a statement{what}',
  },
  'statements.removeComment': {
    fi: 'Poisti kommentin lausunnosta{what}',
    sv: 'Tog bort en kommentar till ett utlåtande{what}',
    en: 'Removed a comment on a statement{what}',
  },
  'boxes.create': {
    fi: 'Avasi laatikon{what}',
    sv: 'Satte upp en låda{what}',
    en: 'Put up a box{what}',
  },
  'boxes.change': {
    fi: 'Muutti laatikkoa{what}',
    sv: 'Ändrade en låda{what}',
    en: 'Changed a box{what}',
  },
  'boxes.end': {
    fi: 'Lopetti laatikon{what}',
    sv: 'Avslutade en låda{what}',
    en: 'Ended a box{what}',
  },
  'boxes.remove': {
    fi: 'Poisti laatikon{what}',
    sv: 'Tog bort en låda{what}',
    en: 'Removed a box{what}',
  },
  'boxes.openLink': {
    fi: 'Avasi laatikon julkisen sivun{what}',
    sv: 'Öppnade lådans offentliga sida{what}',
    en: 'Opened a box’s public page{what}',
  },
  'boxes.closeLink': {
    fi: 'Sulki laatikon julkisen sivun{what}',
    sv: 'Stängde lådans offentliga sida{what}',
    en: 'Closed a box’s public page{what}',
  },
  'boxes.renewLink': {
    fi: 'Uusi laatikon julkisen linkin{what}',
    sv: 'Förnyade lådans offentliga länk{what}',
    en: 'Renewed a box’s public link{what}',
  },
  'boxes.letIn': {
    fi: 'Päästi tarinan laatikkoon{what}',
    sv: 'Släppte in en berättelse i lådan{what}',
    en: 'Let a story into a box{what}',
  },
  'boxes.refuseStory': {
    fi: 'Ei päästänyt tarinaa laatikkoon{what}',
    sv: 'Släppte inte in en berättelse i lådan{what}',
    en: 'Did not let a story into a box{what}',
  },
  'boxes.removeStory': {
    fi: 'Poisti tarinan laatikosta{what}',
    sv: 'Tog bort en berättelse ur lådan{what}',
    en: 'Removed a story from a box{what}',
  },
  'challenges.create': {
    fi: 'Julkaisi haasteen{what}',
    sv: 'Publicerade en utmaning{what}',
    en: 'Put up a challenge{what}',
  },
  'challenges.change': {
    fi: 'Muutti haastetta{what}',
    sv: 'Ändrade en utmaning{what}',
    en: 'Changed a challenge{what}',
  },
  'challenges.end': {
    fi: 'Päätti haasteen{what}',
    sv: 'Avslutade en utmaning{what}',
    en: 'Ended a challenge{what}',
  },
  'challenges.remove': {
    fi: 'Poisti haasteen{what}',
    sv: 'Tog bort en utmaning{what}',
    en: 'Removed a challenge{what}',
  },
  'challenges.removeDeed': {
    fi: 'Poisti teon haasteesta{what}',
    sv: 'Tog bort en gärning ur en utmaning{what}',
    en: 'Removed a deed from a challenge{what}',
  },
  'ideas.addCall': {
    fi: 'Lisäsi ideahaun{what}',
    sv: 'Lade till en idéinsamling{what}',
    en: 'Added a call for ideas{what}',
  },
  'ideas.changeCall': {
    fi: 'Muutti ideahakua{what}',
    sv: 'Ändrade en idéinsamling{what}',
    en: 'Changed a call for ideas{what}',
  },
  'ideas.publishCall': {
    fi: 'Julkaisi ideahaun{what}',
    sv: 'Publicerade en idéinsamling{what}',
    en: 'Published a call for ideas{what}',
  },
  'ideas.closeCall': {
    fi: 'Päätti ideahaun{what}',
    sv: 'Avslutade en idéinsamling{what}',
    en: 'Closed a call for ideas{what}',
  },
  'ideas.undoCall': {
    fi: 'Perui ideahaun{what}',
    sv: 'Tog tillbaka en idéinsamling{what}',
    en: 'Took back a call for ideas{what}',
  },
  'ideas.repostCall': {
    fi: 'Julkaisi ideahaun kortin uudelleen{what}',
    sv: 'Publicerade idéinsamlingens kort på nytt{what}',
    en: 'Posted a call’s card again{what}',
  },
  'ideas.merge': { fi: 'Yhdisti ideoita{what}', sv: 'Slog ihop idéer{what}', en: 'Merged ideas{what}' },
  'ideas.split': { fi: 'Jakoi idean{what}', sv: 'Delade en idé{what}', en: 'Split an idea{what}' },
  'ideas.undoMade': {
    fi: 'Perui ideoiden yhdistämisen tai jakamisen{what}',
    sv: 'Ångrade en sammanslagning eller delning av idéer{what}',
    en: 'Took back a merging or splitting of ideas{what}',
  },
  'ideas.shortlist': {
    fi: 'Valitsi ideoita jatkoon{what}',
    sv: 'Valde idéer till kortlistan{what}',
    en: 'Shortlisted ideas{what}',
  },
  'ideas.vote': {
    fi: 'Vei ideat äänestykseen{what}',
    sv: 'Förde idéer till omröstning{what}',
    en: 'Put ideas to a vote{what}',
  },
  'ideas.decide': {
    fi: 'Kirjasi päätöksen ideoista{what}',
    sv: 'Antecknade ett beslut om idéer{what}',
    en: 'Recorded a decision on ideas{what}',
  },
  'ideas.setState': {
    fi: 'Kirjasi idean etenemisen{what}',
    sv: 'Antecknade hur en idé framskrider{what}',
    en: 'Recorded how far an idea is{what}',
  },
  'ideas.changeIdea': {
    fi: 'Muutti toisen ideaa{what}',
    sv: 'Ändrade någon annans idé{what}',
    en: 'Changed someone’s idea{what}',
  },
  'ideas.removeIdea': {
    fi: 'Poisti toisen idean{what}',
    sv: 'Tog bort någon annans idé{what}',
    en: 'Removed someone’s idea{what}',
  },
  'ideas.removeComment': {
    fi: 'Poisti toisen kommentin ideasta{what}',
    sv: 'Tog bort någon annans kommentar till en idé{what}',
    en: 'Removed someone’s comment on an idea{what}',
  },
  'questions.take': {
    fi: 'Otti kysymyksen hoitaakseen{what}',
    sv: 'Tog hand om en fråga{what}',
    en: 'Took a question{what}',
  },
  'questions.answered': {
    fi: 'Merkitsi kysymyksen vastatuksi{what}',
    sv: 'Märkte en fråga som besvarad{what}',
    en: 'Marked a question as answered{what}',
  },
  'questions.reopen': {
    fi: 'Avasi kysymyksen uudelleen{what}',
    sv: 'Öppnade en fråga på nytt{what}',
    en: 'Opened a question again{what}',
  },
  'questions.withdraw': {
    fi: 'Poisti kysymyksen näkyvistä{what}',
    sv: 'Tog bort en fråga{what}',
    en: 'Took a question away{what}',
  },
  'questions.removeAnswer': {
    fi: 'Poisti toisen vastauksen kysymykseen{what}',
    sv: 'Tog bort en annans svar på en fråga{what}',
    en: 'Removed another’s answer to a question{what}',
  },
  'questions.move': {
    fi: 'Kysyi, saako kysymyksen näyttää kaikille{what}',
    sv: 'Frågade om en fråga får visas för alla{what}',
    en: 'Asked whether a question may be shown to everyone{what}',
  },
  'questions.request': {
    fi: 'Pyysi jäseneltä vastausta kysymykseen{what}',
    sv: 'Bad en medlem svara på en fråga{what}',
    en: 'Asked a member to answer a question{what}',
  },
  'questions.bank': {
    fi: 'Vei kysymyksen ja vastauksen materiaalipankkiin{what}',
    sv: 'Förde en fråga med svar till materialbanken{what}',
    en: 'Put a question and its answer into the material bank{what}',
  },
  'questions.days': {
    fi: 'Muutti sitä, milloin vastaamattomasta kysymyksestä kerrotaan',
    sv: 'Ändrade när obesvarade frågor meddelas',
    en: 'Changed when unanswered questions are told of',
  },
  'surveys.create': {
    fi: 'Julkaisi kyselyn{what}',
    sv: 'Publicerade en enkät{what}',
    en: 'Published a survey{what}',
  },
  'surveys.correct': {
    fi: 'Korjasi kyselyä{what}',
    sv: 'Rättade en enkät{what}',
    en: 'Corrected a survey{what}',
  },
  'surveys.close': {
    fi: 'Sulki kyselyn{what}',
    sv: 'Stängde en enkät{what}',
    en: 'Closed a survey{what}',
  },
  'surveys.extend': {
    fi: 'Siirsi kyselyn määräaikaa{what}',
    sv: 'Flyttade tidsfristen för en enkät{what}',
    en: 'Moved the deadline of a survey{what}',
  },
  'surveys.undo': {
    fi: 'Perui kyselyn{what}',
    sv: 'Tog tillbaka en enkät{what}',
    en: 'Took back a survey{what}',
  },
  'surveys.repost': {
    fi: 'Julkaisi kyselyn kortin uudelleen{what}',
    sv: 'Publicerade enkätens kort på nytt{what}',
    en: 'Posted a survey’s card again{what}',
  },
  'surveys.link': {
    fi: 'Vaihtoi kyselyn avoimen sivun osoitteen{what}',
    sv: 'Bytte adress till enkätens öppna sida{what}',
    en: 'Changed the address of a survey’s open page{what}',
  },
  'surveys.enter': {
    fi: 'Kirjasi vastauksen, joka annettiin paperilla tai puhelimessa{what}',
    sv: 'Antecknade ett svar som gavs på papper eller per telefon{what}',
    en: 'Wrote down an answer given on paper or by phone{what}',
  },
  'surveys.remind': {
    fi: 'Lähetti muistutuksen kyselystä{what}',
    sv: 'Skickade en påminnelse om en enkät{what}',
    en: 'Sent a reminder of a survey{what}',
  },
  'surveys.results': {
    fi: 'Julkaisi kyselyn tulokset kanavassa{what}',
    sv: 'Publicerade enkätens resultat i kanalen{what}',
    en: 'Posted the results of a survey in the channel{what}',
  },
  'surveys.text': {
    fi: 'Teemoitti vastauksen, valitsi sen sitaatiksi, piilotti sen tai vastasi toiveeseen{what}',
    sv: 'Gav ett svar teman, valde det till citat, dolde det eller svarade på ett önskemål{what}',
    en: 'Themed, quoted or hid an answer, or answered a wish{what}',
  },
  'surveys.form': {
    fi: 'Muutti palautelomakkeen kysymyksiä{what}',
    sv: 'Ändrade frågorna i responsformuläret{what}',
    en: 'Changed the questions of the feedback form{what}',
  },
  'events.create': { fi: 'Loi tilaisuuden{what}', sv: 'Skapade ett evenemang{what}', en: 'Created an event{what}' },
  'events.publish': {
    fi: 'Julkaisi tilaisuuden{what}',
    sv: 'Publicerade ett evenemang{what}',
    en: 'Published an event{what}',
  },
  'events.change': { fi: 'Muutti tilaisuutta{what}', sv: 'Ändrade ett evenemang{what}', en: 'Changed an event{what}' },
  'events.cancel': {
    fi: 'Perui tilaisuuden{what}',
    sv: 'Ställde in ett evenemang{what}',
    en: 'Cancelled an event{what}',
  },
  'events.undo': {
    fi: 'Poisti tilaisuuden ennen vastauksia{what}',
    sv: 'Tog bort ett evenemang innan någon svarat{what}',
    en: 'Took back an event before anyone answered{what}',
  },
  'events.repost': {
    fi: 'Julkaisi tilaisuuden kutsun uudelleen{what}',
    sv: 'Publicerade inbjudan till ett evenemang på nytt{what}',
    en: 'Posted the invitation of an event again{what}',
  },
  'events.remind': {
    fi: 'Lähetti muistutuksen tilaisuudesta{what}',
    sv: 'Skickade en påminnelse om ett evenemang{what}',
    en: 'Sent a reminder of an event{what}',
  },
  'events.reminders': {
    fi: 'Muutti tilaisuuden muistutuksia{what}',
    sv: 'Ändrade påminnelserna om ett evenemang{what}',
    en: 'Changed the reminders of an event{what}',
  },
  'events.renewLink': {
    fi: 'Vaihtoi tilaisuuden avoimen ilmoittautumislinkin{what}',
    sv: 'Bytte ut den öppna anmälningslänken till ett evenemang{what}',
    en: 'Replaced the public registration link of an event{what}',
  },
  'events.invite': {
    fi: 'Kutsui tilaisuuteen verkoston ulkopuolisia{what}',
    sv: 'Bjöd in personer utanför nätverket till ett evenemang{what}',
    en: 'Invited people from outside the network to an event{what}',
  },
  'events.answerFor': {
    fi: 'Vastasi toisen puolesta tilaisuuden kutsuun{what}',
    sv: 'Svarade åt en annan på inbjudan till ett evenemang{what}',
    en: 'Answered for someone to an event{what}',
  },
  'events.meeting': {
    fi: 'Teki tai päivitti tilaisuuden Teams-kokouksen{what}',
    sv: 'Skapade eller uppdaterade Teamsmötet för ett evenemang{what}',
    en: 'Made or updated the Teams meeting of an event{what}',
  },
  'events.material': {
    fi: 'Lisäsi tilaisuuteen materiaalia{what}',
    sv: 'Lade till material till ett evenemang{what}',
    en: 'Added material to an event{what}',
  },
  'events.tick': {
    fi: 'Merkitsi, oliko joku paikalla{what}',
    sv: 'Antecknade om någon var på plats{what}',
    en: 'Noted whether someone came{what}',
  },
  'events.addAtDoor': {
    fi: 'Lisäsi osallistujan ovella{what}',
    sv: 'Lade till en deltagare vid dörren{what}',
    en: 'Added a participant at the door{what}',
  },
  'events.report': {
    fi: 'Toi tilaisuuden osallistujaraportin{what}',
    sv: 'Läste in närvarorapporten från ett evenemang{what}',
    en: 'Read in the attendance report of an event{what}',
  },
  'events.headcount': {
    fi: 'Merkitsi tilaisuuden osallistujamäärän{what}',
    sv: 'Antecknade antalet deltagare på ett evenemang{what}',
    en: 'Noted how many came to an event{what}',
  },
  'network.settings': {
    fi: 'Muutti verkoston asetuksia',
    sv: 'Ändrade nätverkets inställningar',
    en: 'Changed the network’s settings',
  },
  'network.moduleOn': {
    fi: 'Otti sovelluksen osan käyttöön{what}',
    sv: 'Tog en del av appen i bruk{what}',
    en: 'Switched a part of the app on{what}',
  },
  'network.moduleOff': {
    fi: 'Poisti sovelluksen osan käytöstä{what}',
    sv: 'Tog en del av appen ur bruk{what}',
    en: 'Switched a part of the app off{what}',
  },
  'posts.again': {
    fi: 'Lähetti viestin uudelleen kanavalle',
    sv: 'Skickade ett meddelande på nytt till kanalen',
    en: 'Posted a message again',
  },
  'groups.create': { fi: 'Perusti ryhmän{what}', sv: 'Skapade en grupp{what}', en: 'Made a group{what}' },
  'groups.remove': { fi: 'Poisti ryhmän{what}', sv: 'Tog bort en grupp{what}', en: 'Removed a group{what}' },
  'groups.rename': { fi: 'Muutti ryhmän nimeä{what}', sv: 'Ändrade en grupps namn{what}', en: 'Renamed a group{what}' },
  'groups.seat': {
    fi: 'Muutti ryhmän paikkoja{what}',
    sv: 'Ändrade platserna i en grupp{what}',
    en: 'Changed the seats of a group{what}',
  },
  'network.claim': {
    fi: 'Otti verkoston koordinoitavakseen',
    sv: 'Tog över koordineringen av nätverket',
    en: 'Took over as coordinator',
  },
  'network.delegate': {
    fi: 'Muutti organisaation nimettyä edustajaa{what}',
    sv: 'Ändrade en organisations utsedda företrädare{what}',
    en: 'Changed the named delegate of an organisation{what}',
  },
  'network.handOver': {
    fi: 'Luovutti koordinoinnin seuraajalle{what}',
    sv: 'Lämnade över koordineringen{what}',
    en: 'Handed over the coordination{what}',
  },
  'network.nameCoordinator': {
    fi: 'Nimesi koordinaattorin{what}',
    sv: 'Utsåg en koordinator{what}',
    en: 'Named a coordinator{what}',
  },
  'network.removeCoordinator': {
    fi: 'Poisti koordinaattorin{what}',
    sv: 'Tog bort en koordinator{what}',
    en: 'Removed a coordinator{what}',
  },
  'membership.stage': {
    fi: 'Muutti jäsenyyden vaihetta{what}',
    sv: 'Ändrade medlemskapets skede{what}',
    en: 'Changed the stage of membership{what}',
  },
  'membership.fee': {
    fi: 'Muutti jäsenmaksua{what}',
    sv: 'Ändrade en medlemsavgift{what}',
    en: 'Changed a membership fee{what}',
  },
  'membership.classes': { fi: 'Muutti maksuluokkia', sv: 'Ändrade avgiftsklasserna', en: 'Changed the fee classes' },
  'membership.invoice': {
    fi: 'Merkitsi jäsenmaksut laskutetuiksi',
    sv: 'Märkte medlemsavgifter som fakturerade',
    en: 'Marked membership fees as invoiced',
  },
  'membership.note': { fi: 'Kirjoitti muistiinpanon{what}', sv: 'Skrev en anteckning{what}', en: 'Wrote a note{what}' },
  'membership.note-edit': {
    fi: 'Muutti muistiinpanoa{what}',
    sv: 'Ändrade en anteckning{what}',
    en: 'Changed a note{what}',
  },
  'membership.note-remove': {
    fi: 'Poisti muistiinpanon{what}',
    sv: 'Tog bort en anteckning{what}',
    en: 'Removed a note{what}',
  },
  'membership.file': {
    fi: 'Latasi jäsenmaksutiedot',
    sv: 'Laddade ner medlemsavgifterna',
    en: 'Downloaded the membership fees',
  },
  'report.plan': {
    fi: 'Kirjoitti vuosisuunnitelmaa{what}',
    sv: 'Skrev på årsplanen{what}',
    en: 'Wrote the year plan{what}',
  },
  'report.texts': {
    fi: 'Kirjoitti vuosiraporttia{what}',
    sv: 'Skrev på årsrapporten{what}',
    en: 'Wrote the yearly report{what}',
  },
  'report.publish': {
    fi: 'Julkaisi vuosiraportin jäsenille{what}',
    sv: 'Publicerade årsrapporten för medlemmarna{what}',
    en: 'Published the yearly report to members{what}',
  },
  'report.withdraw': {
    fi: 'Poisti vuosiraportin jäsenten näkyvistä{what}',
    sv: 'Tog bort årsrapporten från medlemmarna{what}',
    en: 'Withdrew the yearly report from members{what}',
  },
  'report.file': {
    fi: 'Latasi vuosiraportin{what}',
    sv: 'Laddade ner årsrapporten{what}',
    en: 'Downloaded the yearly report{what}',
  },
  'register.rules': {
    fi: 'Muutti jäsenrekisterin sääntöjä',
    sv: 'Ändrade medlemsregistrets regler',
    en: 'Changed the rules of the register',
  },
  'organisations.add': {
    fi: 'Lisäsi organisaation{what}',
    sv: 'Lade till en organisation{what}',
    en: 'Added an organisation{what}',
  },
  'organisations.edit': {
    fi: 'Muutti organisaation tietoja{what}',
    sv: 'Ändrade en organisations uppgifter{what}',
    en: 'Changed an organisation{what}',
  },
  'organisations.remove': {
    fi: 'Poisti organisaation{what}',
    sv: 'Tog bort en organisation{what}',
    en: 'Removed an organisation{what}',
  },
  'organisations.merge': {
    fi: 'Yhdisti organisaation toiseen{what}',
    sv: 'Slog ihop en organisation med en annan{what}',
    en: 'Merged an organisation into another{what}',
  },
  'organisations.unmerge': {
    fi: 'Perui organisaation yhdistämisen{what}',
    sv: 'Upphävde sammanslagningen av en organisation{what}',
    en: 'Undid the merger of an organisation{what}',
  },
  'members.add': { fi: 'Lisäsi jäsenen{what}', sv: 'Lade till en medlem{what}', en: 'Added a member{what}' },
  'members.edit': {
    fi: 'Muutti jäsenen tietoja{what}',
    sv: 'Ändrade en medlems uppgifter{what}',
    en: 'Changed a member’s details{what}',
  },
  'members.remove': {
    fi: 'Poisti jäsenen verkostosta{what}',
    sv: 'Tog bort en medlem ur nätverket{what}',
    en: 'Removed a member from the network{what}',
  },
  'members.return': {
    fi: 'Otti jäsenen takaisin{what}',
    sv: 'Tog tillbaka en medlem{what}',
    en: 'Took a member back{what}',
  },
  'members.merge': {
    fi: 'Yhdisti kaksi jäsentä samaksi ihmiseksi{what}',
    sv: 'Slog ihop två medlemmar till en person{what}',
    en: 'Merged two members into one person{what}',
  },
  'members.unmerge': {
    fi: 'Perui jäsenten yhdistämisen{what}',
    sv: 'Upphävde sammanslagningen av medlemmar{what}',
    en: 'Undid the merging of members{what}',
  },
  'members.confirm': {
    fi: 'Vahvisti, mitä jäsen edustaa{what}',
    sv: 'Bekräftade vad en medlem företräder{what}',
    en: 'Confirmed whom a member represents{what}',
  },
  'members.decline': {
    fi: 'Hylkäsi jäsenen tiedon siitä, mitä hän edustaa{what}',
    sv: 'Avvisade en medlems uppgift om vad hen företräder{what}',
    en: 'Declined whom a member says they represent{what}',
  },
  'members.assign': {
    fi: 'Merkitsi, mitä jäsenet edustavat{what}',
    sv: 'Antecknade vad medlemmarna företräder{what}',
    en: 'Noted whom members represent{what}',
  },
  'members.file': {
    fi: 'Latasi jäsenluettelon tiedostona',
    sv: 'Laddade ner medlemslistan som fil',
    en: 'Downloaded the members as a file',
  },
  'members.mailing-file': {
    fi: 'Latasi postituslistan tiedostona',
    sv: 'Laddade ner sändlistan som fil',
    en: 'Downloaded the mailing list as a file',
  },
  'reach.file': {
    fi: 'Latasi osallistumistiedot',
    sv: 'Laddade ner uppgifterna om deltagande',
    en: 'Downloaded who took part',
  },
  'imports.read': {
    fi: 'Toi jäsenluettelon tarkistettavaksi',
    sv: 'Läste in en medlemslista för granskning',
    en: 'Read in a list of members for checking',
  },
  'imports.remove': {
    fi: 'Hylkäsi tuodun jäsenluettelon',
    sv: 'Förkastade en inläst medlemslista',
    en: 'Discarded a list that was read in',
  },
  'imports.apply': {
    fi: 'Hyväksyi tuodun jäsenluettelon',
    sv: 'Godkände en inläst medlemslista',
    en: 'Accepted a list that was read in',
  },
  'privacy.erase': { fi: 'Poisti henkilön tiedot', sv: 'Raderade en persons uppgifter', en: 'Erased a person’s data' },
  'privacy.notice': {
    fi: 'Muutti tietosuojaselostetta',
    sv: 'Ändrade dataskyddsbeskrivningen',
    en: 'Changed the privacy notice',
  },
};
