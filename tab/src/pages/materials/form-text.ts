/** What the form of an item says, and the files on their way into it. */
import { messages } from '../../text.ts';

export const formText = messages({
  // ── The page ──
  newTitle: { fi: 'Lisää materiaali', sv: 'Lägg till material', en: 'Add material' },
  newLead: {
    fi: 'Pudota tiedosto sivulle tai liitä linkki. Nimi ja tiivistelmä riittävät alkuun.',
    sv: 'Släpp en fil på sidan eller lägg till en länk. Ett namn och en sammanfattning räcker till att börja med.',
    en: 'Drop a file on the page or add a link. A title and a summary are enough to begin with.',
  },
  editTitle: { fi: 'Muokkaa materiaalia', sv: 'Redigera materialet', en: 'Edit the item' },
  type: { fi: 'Mikä tämä on?', sv: 'Vad är det här?', en: 'What is this?' },
  typeGuessed: {
    fi: 'Tyyppi päätellään tiedostosta tai linkistä. Vaihda, jos se meni väärin.',
    sv: 'Typen gissas utifrån filen eller länken. Byt om det blev fel.',
    en: 'The type is guessed from the file or link. Change it if it is wrong.',
  },
  title: { fi: 'Nimi', sv: 'Namn', en: 'Title' },
  titleOfAnswer: {
    fi: 'Jos jätät nimen tyhjäksi, nimeksi tulee kysymys.',
    sv: 'Om du lämnar namnet tomt blir frågan namn.',
    en: 'If you leave the title empty, the question becomes the title.',
  },
  summary: { fi: 'Tiivistelmä', sv: 'Sammanfattning', en: 'Summary' },
  summaryHint: {
    fi: 'Pari lausetta: mistä tässä on kyse ja kenelle siitä on hyötyä.',
    sv: 'Ett par meningar: vad det handlar om och vem som har nytta av det.',
    en: 'A sentence or two: what this is about and who gains from it.',
  },
  event: { fi: 'Tilaisuus', sv: 'Evenemang', en: 'Event' },
  noEvent: { fi: 'Ei liity tilaisuuteen', sv: 'Hör inte till ett evenemang', en: 'Not from an event' },
  eventNamed: { fi: '{title}, {day}', sv: '{title}, {day}', en: '{title}, {day}' },

  // ── Good practice, question and answer ──
  practice: { fi: 'Hyvä käytäntö', sv: 'God praxis', en: 'Good practice' },
  practiceWhy: {
    fi: 'Kerro niin, että toinen kunta osaa kokeilla samaa. Kaikkiin kohtiin ei tarvitse vastata.',
    sv: 'Berätta så att en annan kommun kan pröva samma sak. Alla punkter behöver inte fyllas i.',
    en: 'Tell it so that another municipality could try the same. Not every part needs an answer.',
  },
  topic: { fi: 'Aihe', sv: 'Ämne', en: 'Topic' },
  topicHint: { fi: 'Mistä on kyse?', sv: 'Vad handlar det om?', en: 'What is it about?' },
  targetGroups: { fi: 'Kohderyhmät', sv: 'Målgrupper', en: 'Target groups' },
  targetGroupsHint: {
    fi: 'Esimerkiksi koululaiset, iäkkäät, päättäjät. Paina Enter jokaisen jälkeen.',
    sv: 'Till exempel skolelever, äldre, beslutsfattare. Tryck på Enter efter varje.',
    en: 'For instance pupils, the elderly, decision-makers. Press Enter after each.',
  },
  goal: { fi: 'Tavoite', sv: 'Mål', en: 'Goal' },
  goalHint: { fi: 'Mitä haluttiin saada aikaan?', sv: 'Vad ville man uppnå?', en: 'What was it to achieve?' },
  implementation: { fi: 'Toteutus', sv: 'Genomförande', en: 'Implementation' },
  implementationHint: {
    fi: 'Mitä tehtiin, kuka teki, mitä se maksoi?',
    sv: 'Vad gjordes, vem gjorde det, vad kostade det?',
    en: 'What was done, by whom, and at what cost?',
  },
  lessons: { fi: 'Opit', sv: 'Lärdomar', en: 'Lessons' },
  lessonsHint: {
    fi: 'Mikä toimi ja mitä tekisitte nyt toisin?',
    sv: 'Vad fungerade och vad skulle ni göra annorlunda nu?',
    en: 'What worked, and what would you now do otherwise?',
  },
  question: { fi: 'Kysymys', sv: 'Fråga', en: 'Question' },
  answer: { fi: 'Vastaus', sv: 'Svar', en: 'Answer' },

  // ── Links ──
  links: { fi: 'Linkit', sv: 'Länkar', en: 'Links' },
  linkNumber: {
    fi: '{n, plural, =1 {Osoite} other {Osoite {n, number}}}',
    sv: '{n, plural, =1 {Adress} other {Adress {n, number}}}',
    en: '{n, plural, =1 {Address} other {Address {n, number}}}',
  },
  linkHint: {
    fi: 'Alkaa https://',
    sv: 'Börjar med https://',
    en: 'Begins with https://',
  },
  linkLabel: { fi: 'Linkin nimi', sv: 'Länkens namn', en: 'Name of the link' },
  addLink: { fi: 'Lisää toinen linkki', sv: 'Lägg till en länk till', en: 'Add another link' },
  removeLink: { fi: 'Poista linkki {n, number}', sv: 'Ta bort länk {n, number}', en: 'Remove link {n, number}' },

  // ── More ──
  more: { fi: 'Lisää asetuksia', sv: 'Fler inställningar', en: 'More settings' },
  themes: { fi: 'Teemat', sv: 'Teman', en: 'Themes' },
  tags: { fi: 'Avainsanat', sv: 'Nyckelord', en: 'Tags' },
  tagsHint: {
    fi: 'Kirjoita sana ja paina Enter. Uusi sana lisätään verkoston luetteloon.',
    sv: 'Skriv ett ord och tryck på Enter. Ett nytt ord läggs till i nätverkets lista.',
    en: 'Type a word and press Enter. A new word is put on the network’s list.',
  },
  addChip: { fi: 'Lisää', sv: 'Lägg till', en: 'Add' },
  addChipTo: { fi: 'Lisää: {name}', sv: 'Lägg till: {name}', en: 'Add: {name}' },
  removeChip: { fi: '{word}: poista', sv: '{word}: ta bort', en: '{word}: remove' },
  chosen: { fi: '{name}: valitut', sv: '{name}: valda', en: '{name}: chosen' },
  chipAdded: { fi: '{word} lisätty', sv: '{word} tillagt', en: '{word} added' },
  chipRemoved: { fi: '{word} poistettu', sv: '{word} borttaget', en: '{word} removed' },
  language: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  languageNone: { fi: 'Ei kerrota', sv: 'Anges inte', en: 'Not said' },
  languageFi: { fi: 'Suomi', sv: 'Finska', en: 'Finnish' },
  languageSv: { fi: 'Ruotsi', sv: 'Svenska', en: 'Swedish' },
  languageEn: { fi: 'Englanti', sv: 'Engelska', en: 'English' },
  organisation: { fi: 'Organisaatio', sv: 'Organisation', en: 'Organisation' },
  organisationHint: {
    fi: 'Kenen materiaali tämä on? Tyhjennä, jos se on verkoston yhteinen.',
    sv: 'Vems material är det? Töm om det är nätverkets gemensamma.',
    en: 'Whose is it? Leave it empty if it is the network’s own.',
  },
  author: { fi: 'Tekijä', sv: 'Upphovsperson', en: 'Author' },
  authorHint: {
    fi: 'Nimi sellaisena kuin se on materiaalissa, esimerkiksi esityksen pitäjä.',
    sv: 'Namnet så som det står i materialet, till exempel föredragshållaren.',
    en: 'The name as it stands in the material, for instance the speaker.',
  },
  audience: { fi: 'Kuka näkee', sv: 'Vem ser', en: 'Who sees it' },
  members: { fi: 'Kaikki jäsenet', sv: 'Alla medlemmar', en: 'All members' },
  coordinators: { fi: 'Vain koordinaattorit', sv: 'Bara koordinatorerna', en: 'Only coordinators' },
  reviewOn: { fi: 'Tarkistetaan viimeistään', sv: 'Granskas senast', en: 'To be looked through by' },
  reviewOnHint: {
    fi: 'Päivän jälkeen materiaali nousee koordinaattorin työpöydälle.',
    sv: 'Efter den dagen kommer materialet upp på koordinatorns bord.',
    en: 'After this day the item comes up on the coordinators’ desk.',
  },

  // ── Sending it ──
  publish: { fi: 'Julkaise', sv: 'Publicera', en: 'Publish' },
  propose: { fi: 'Lähetä koordinaattorille', sv: 'Skicka till koordinatorn', en: 'Send to the coordinators' },
  saveDraft: { fi: 'Tallenna luonnos', sv: 'Spara utkast', en: 'Save as a draft' },
  save: { fi: 'Tallenna muutokset', sv: 'Spara ändringarna', en: 'Save the changes' },
  saveAndPublish: { fi: 'Tallenna ja julkaise', sv: 'Spara och publicera', en: 'Save and publish' },
  clear: { fi: 'Tyhjennä lomake', sv: 'Töm formuläret', en: 'Clear the form' },
  discard: { fi: 'Hylkää muutokset', sv: 'Förkasta ändringarna', en: 'Discard the changes' },
  clearTitle: { fi: 'Tyhjennetäänkö lomake?', sv: 'Tömma formuläret?', en: 'Clear the form?' },
  clearWhy: {
    fi: 'Kirjoittamasi ja lähetetyt tiedostot poistuvat.',
    sv: 'Det du har skrivit och de skickade filerna tas bort.',
    en: 'What you typed and the files that were sent go away.',
  },
  becomesPublished: {
    fi: 'Julkaistu materiaali löytyy heti haulla, myös tiedostojen sisältä. Luonnoksen näette vain sinä ja koordinaattorit.',
    sv: 'Ett publicerat material hittas genast med sökningen, också inne i filerna. Ett utkast ser bara du och koordinatorerna.',
    en: 'A published item is found by searching at once, also by what is inside its files. Only you and the coordinators see a draft.',
  },
  becomesProposed: {
    fi: 'Koordinaattori katsoo materiaalin ja julkaisee sen. Siihen asti sen näette vain sinä ja koordinaattorit.',
    sv: 'Koordinatorn tittar på materialet och publicerar det. Till dess ser bara du och koordinatorerna det.',
    en: 'A coordinator looks at the item and publishes it. Until then only you and the coordinators see it.',
  },
  staysPublished: {
    fi: 'Muutokset näkyvät heti. Aiemmin jaetut linkit avaavat uusimman version.',
    sv: 'Ändringarna syns genast. Länkar som delats tidigare öppnar den nyaste versionen.',
    en: 'Changes show at once. Links that were shared before open the newest version.',
  },
  published: { fi: 'Materiaali julkaistiin.', sv: 'Materialet publicerades.', en: 'The item was published.' },
  proposed: {
    fi: 'Materiaali lähti koordinaattorille.',
    sv: 'Materialet gick till koordinatorn.',
    en: 'The item went to the coordinators.',
  },
  draftSaved: { fi: 'Luonnos tallennettiin.', sv: 'Utkastet sparades.', en: 'The draft was saved.' },
  changesSaved: { fi: 'Muutokset tallennettiin.', sv: 'Ändringarna sparades.', en: 'The changes were saved.' },
  removed: { fi: 'Materiaali poistettiin.', sv: 'Materialet togs bort.', en: 'The item was removed.' },
  remove: { fi: 'Poista materiaali', sv: 'Ta bort materialet', en: 'Remove the item' },
  removeTitle: { fi: 'Poistetaanko ”{title}”?', sv: 'Ta bort ”{title}”?', en: 'Remove “{title}”?' },
  removeWhy: {
    fi: 'Materiaali poistuu tiedostoineen, vanhoine versioineen ja kuntien vastauksineen. Sitä ei saa takaisin.',
    sv: 'Materialet tas bort med sina filer, tidigare versioner och kommunernas svar. Det går inte att få tillbaka.',
    en: 'The item goes with its files, their earlier versions and what municipalities said of it. It can’t be brought back.',
  },
  mend: {
    fi: '{n, plural, one {Korjaa ensin tämä:} other {Korjaa ensin nämä {n, number} kohtaa:}}',
    sv: '{n, plural, one {Rätta först detta:} other {Rätta först dessa {n, number} punkter:}}',
    en: '{n, plural, one {First mend this:} other {First mend these {n, number} things:}}',
  },
  problemOf: { fi: '{name}: {message}', sv: '{name}: {message}', en: '{name}: {message}' },
  waitsForFiles: {
    fi: 'Tiedostoja lähetetään vielä. Materiaali tallentuu itsestään, kun ne ovat perillä.',
    sv: 'Filer skickas fortfarande. Materialet sparas av sig självt när de är framme.',
    en: 'Files are still being sent. The item is saved by itself once they have arrived.',
  },
  waitNoLonger: { fi: 'Älä tallenna vielä', sv: 'Spara inte ännu', en: 'Don’t save yet' },

  // ── Files ──
  files: { fi: 'Tiedostot', sv: 'Filer', en: 'Files' },
  filesHint: {
    fi: 'PDF-, Word-, PowerPoint-, Excel-, kuva-, video-, ääni- ja zip-tiedostot. Yksi tiedosto saa olla enintään {mb, number} Mt, ja niitä voi olla {n, number}.',
    sv: 'PDF-, Word-, PowerPoint-, Excel-, bild-, video-, ljud- och zip-filer. En fil får vara högst {mb, number} MB, och de kan vara {n, number}.',
    en: 'PDF, Word, PowerPoint, Excel, picture, video, sound and zip files. Each may have at most {mb, number} MB, and there may be {n, number}.',
  },
  choose: { fi: 'Valitse tiedostot', sv: 'Välj filer', en: 'Choose files' },
  orDrop: { fi: 'tai pudota ne tälle sivulle', sv: 'eller släpp dem på sidan', en: 'or drop them on this page' },
  dropHere: { fi: 'Pudota tiedostot tähän', sv: 'Släpp filerna här', en: 'Drop the files here' },
  chooseInput: { fi: 'Tiedostot', sv: 'Filer', en: 'Files' },
  chooseOneInput: { fi: 'Tiedosto', sv: 'Fil', en: 'File' },
  waiting: { fi: 'Odottaa vuoroaan · {size}', sv: 'Väntar på sin tur · {size}', en: 'Waits for its turn · {size}' },
  sending: {
    fi: 'Lähetetään: {percent, number} % · {sent} / {size}',
    sv: 'Skickas: {percent, number} % · {sent} / {size}',
    en: 'Sending: {percent, number}% · {sent} of {size}',
  },
  offline: {
    fi: 'Odottaa yhteyttä: {percent, number} % · {sent} / {size}',
    sv: 'Väntar på förbindelse: {percent, number} % · {sent} / {size}',
    en: 'Waits for the connection: {percent, number}% · {sent} of {size}',
  },
  whole: { fi: 'Perillä · {size}', sv: 'Framme · {size}', en: 'Arrived · {size}' },
  wholeVersion: {
    fi: 'Uusi versio on perillä · {size}. Se tulee käyttöön, kun tallennat.',
    sv: 'Den nya versionen är framme · {size}. Den tas i bruk när du sparar.',
    en: 'The new version has arrived · {size}. It is taken into use when you save.',
  },
  inPlaceOf: { fi: '{name} (korvaa: {old})', sv: '{name} (ersätter: {old})', en: '{name} (replaces: {old})' },
  interrupted: {
    fi: 'Lähetys keskeytyi. Valitse sama tiedosto uudelleen, niin lähetys jatkuu siitä, mihin jäi.',
    sv: 'Sändningen avbröts. Välj samma fil igen, så fortsätter den där den blev.',
    en: 'Sending was interrupted. Choose the same file again, and it goes on from where it was.',
  },
  failed: { fi: 'Lähetys ei onnistunut.', sv: 'Filen kunde inte skickas.', en: 'The file could not be sent.' },
  failedUnreachable: {
    fi: 'Yhteys ei toimi. Kokeile hetken päästä uudelleen: lähetys jatkuu siitä, mihin jäi.',
    sv: 'Förbindelsen fungerar inte. Försök igen om en stund: sändningen fortsätter där den blev.',
    en: 'The connection does not work. Try again in a moment: sending goes on from where it was.',
  },
  failedUnreadable: {
    fi: 'Tiedostoa ei voi enää lukea laitteeltasi. Valitse se uudelleen.',
    sv: 'Filen kan inte längre läsas på din enhet. Välj den på nytt.',
    en: 'The file can no longer be read on your device. Choose it again.',
  },
  cancel: { fi: 'Peruuta', sv: 'Avbryt', en: 'Cancel' },
  retry: { fi: 'Yritä uudelleen', sv: 'Försök igen', en: 'Try again' },
  chooseAgain: { fi: 'Valitse tiedosto', sv: 'Välj filen', en: 'Choose the file' },
  newVersion: { fi: 'Uusi versio', sv: 'Ny version', en: 'New version' },
  undoVersion: { fi: 'Peru uusi versio', sv: 'Ångra den nya versionen', en: 'Undo the new version' },
  removeOne: { fi: 'Poista', sv: 'Ta bort', en: 'Remove' },
  up: { fi: 'Ylös', sv: 'Upp', en: 'Up' },
  down: { fi: 'Alas', sv: 'Ner', en: 'Down' },
  doTo: { fi: '{does}: {name}', sv: '{does}: {name}', en: '{does}: {name}' },
  removeFileTitle: { fi: 'Poistetaanko tiedosto?', sv: 'Ta bort filen?', en: 'Remove the file?' },
  removeFileWhy: {
    fi: '”{name}” poistuu materiaalista.',
    sv: '”{name}” tas bort ur materialet.',
    en: '“{name}” goes from the item.',
  },
  removeKeptWhy: {
    fi: '”{name}” ja sen vanhat versiot poistuvat, kun tallennat muutokset.',
    sv: '”{name}” och dess tidigare versioner tas bort när du sparar ändringarna.',
    en: '“{name}” and its earlier versions go when you save the changes.',
  },
  notThereYet: {
    fi: '”{name}” ei ole perillä. Yritä uudelleen tai poista se.',
    sv: '”{name}” är inte framme. Försök igen eller ta bort den.',
    en: '“{name}” has not arrived. Try again or remove it.',
  },
  eachOwn: {
    fi: 'Haluatko jokaisesta oman materiaalin?',
    sv: 'Vill du att var och en blir ett eget material?',
    en: 'Should each be an item of its own?',
  },
  importFolder: { fi: 'Tuo kansio', sv: 'Importera en mapp', en: 'Import a folder' },

  // ── What can't be sent ──
  refused: {
    fi: '{n, plural, one {Tätä tiedostoa ei lisätty:} other {Näitä tiedostoja ei lisätty:}}',
    sv: '{n, plural, one {Den här filen lades inte till:} other {De här filerna lades inte till:}}',
    en: '{n, plural, one {This file was not added:} other {These files were not added:}}',
  },
  faultKind: {
    fi: '”{name}” on tyyppiä, jota pankkiin ei voi lisätä.',
    sv: '”{name}” är av en typ som inte kan läggas till.',
    en: '“{name}” is of a kind that can’t be added.',
  },
  faultName: {
    fi: '”{name}” on liian pitkä nimi. Lyhennä tiedoston nimeä.',
    sv: '”{name}” är ett för långt namn. Korta av filens namn.',
    en: '“{name}” is too long a name. Shorten the name of the file.',
  },
  faultEmpty: { fi: '”{name}” on tyhjä tiedosto.', sv: '”{name}” är en tom fil.', en: '“{name}” is an empty file.' },
  faultLarge: {
    fi: '”{name}” on liian suuri: enintään {mb, number} Mt.',
    sv: '”{name}” är för stor: högst {mb, number} MB.',
    en: '“{name}” is too large: at most {mb, number} MB.',
  },
  faultTwice: {
    fi: '”{name}” on jo tässä materiaalissa.',
    sv: '”{name}” finns redan i det här materialet.',
    en: '“{name}” is already in this item.',
  },
  faultMany: {
    fi: '”{name}” ei mahdu: yhdessä materiaalissa voi olla {n, number} tiedostoa.',
    sv: '”{name}” ryms inte: ett material kan ha {n, number} filer.',
    en: '“{name}” does not fit: one item can have {n, number} files.',
  },
  faultFolder: {
    fi: '”{name}” on kansio. Avaa se ja valitse tiedostot.',
    sv: '”{name}” är en mapp. Öppna den och välj filerna.',
    en: '“{name}” is a folder. Open it and choose the files.',
  },

  // ── Said to those who don't see ──
  newsBegun: {
    fi: '{n, plural, one {Lähetetään tiedostoa {name}} other {Lähetetään {n, number} tiedostoa}}',
    sv: '{n, plural, one {Skickar filen {name}} other {Skickar {n, number} filer}}',
    en: '{n, plural, one {Sending the file {name}} other {Sending {n, number} files}}',
  },
  newsWhole: { fi: '{name} on perillä', sv: '{name} är framme', en: '{name} has arrived' },
  newsFailed: {
    fi: '{name}: lähetys ei onnistunut',
    sv: '{name}: kunde inte skickas',
    en: '{name}: could not be sent',
  },
  newsCancelled: {
    fi: '{name}: lähetys peruttiin',
    sv: '{name}: sändningen avbröts',
    en: '{name}: sending was cancelled',
  },
  newsRemoved: { fi: '{name} poistettiin', sv: '{name} togs bort', en: '{name} was removed' },
  newsMoved: {
    fi: '{name} on nyt {n, number}. tiedosto',
    sv: '{name} är nu fil nummer {n, number}',
    en: '{name} is now file number {n, number}',
  },
});
