/** What the pages without Teams say of boxes and challenges: the personal link's and the public one. */
import { messages } from '../../core/text.ts';

export const text = messages({
  boxes: { fi: 'Laatikot', sv: 'Lådor', en: 'Boxes' },
  challenges: { fi: 'Haasteet', sv: 'Utmaningar', en: 'Challenges' },
  noBoxes: { fi: 'Laatikoita ei ole nyt.', sv: 'Det finns inga lådor just nu.', en: 'There are no boxes now.' },
  noChallenges: {
    fi: 'Haasteita ei ole nyt.',
    sv: 'Det finns inga utmaningar just nu.',
    en: 'There are no challenges now.',
  },
  leave: { fi: 'Jätä tarina', sv: 'Lämna en berättelse', en: 'Leave a story' },
  own: { fi: 'Omat tarinasi', sv: 'Dina berättelser', en: 'Your stories' },
  openedStories: { fi: 'Avatut tarinat', sv: 'Öppnade berättelser', en: 'Opened stories' },
  noneOpened: {
    fi: 'Laatikkoa ei ole vielä avattu.',
    sv: 'Lådan har inte öppnats än.',
    en: 'The box has not been opened yet.',
  },
  openedOn: { fi: 'Avattu {when}', sv: 'Öppnad {when}', en: 'Opened {when}' },
  pictureLabel: { fi: 'Kuva (ei pakollinen)', sv: 'Bild (frivillig)', en: 'Picture (optional)' },
  pictureHint: {
    fi: 'JPEG, PNG tai WebP, enintään 12 Mt. Kuvauspaikka ja muut kameran tiedot poistetaan.',
    sv: 'JPEG, PNG eller WebP, högst 12 MB. Platsen och andra uppgifter från kameran tas bort.',
    en: 'JPEG, PNG or WebP, at most 12 MB. The place and other data of the camera are removed.',
  },
  altLabel: { fi: 'Mitä kuvassa on?', sv: 'Vad visar bilden?', en: 'What does the picture show?' },
  altHint: {
    fi: 'Niille, jotka eivät näe kuvaa.',
    sv: 'För dem som inte ser bilden.',
    en: 'For those who can’t see the picture.',
  },
  remove: { fi: 'Poista', sv: 'Ta bort', en: 'Remove' },
  removed: { fi: 'Poistettiin.', sv: 'Borttagen.', en: 'Removed.' },
  stateWaiting: {
    fi: 'Odottaa koordinaattorin tarkistusta',
    sv: 'Väntar på att koordinatorn läser',
    en: 'Waits for a coordinator to read it',
  },
  stateKept: { fi: 'Laatikossa', sv: 'I lådan', en: 'In the box' },
  stateRefused: { fi: 'Ei tullut laatikkoon', sv: 'Togs inte in i lådan', en: 'Was not let in' },
  stateOpened: { fi: 'Avattu', sv: 'Öppnad', en: 'Opened' },

  // ── Coordinators ─────────────────────────────────────────────────────────────────────────────
  toCheck: { fi: 'Tarkistettavat tarinat', sv: 'Berättelser att läsa', en: 'Stories to check' },
  letIn: { fi: 'Päästä laatikkoon', sv: 'Släpp in i lådan', en: 'Let in' },
  refuse: { fi: 'Ei laatikkoon', sv: 'Inte i lådan', en: 'Don’t let in' },
  wasLetIn: { fi: 'Tarina on laatikossa.', sv: 'Berättelsen är i lådan.', en: 'The story is in the box.' },
  wasRefused: {
    fi: 'Tarinaa ei päästetty laatikkoon. Se poistetaan kuukauden kuluttua.',
    sv: 'Berättelsen släpptes inte in. Den tas bort om en månad.',
    en: 'The story was not let in. It is removed in a month.',
  },

  // ── Challenges ───────────────────────────────────────────────────────────────────────────────
  yourDeed: { fi: 'Oma tekosi', sv: 'Din gärning', en: 'Your deed' },
  deeds: { fi: 'Teot', sv: 'Gärningar', en: 'Deeds' },
  noDeeds: { fi: 'Tekoja ei ole vielä kirjattu.', sv: 'Inga gärningar har skrivits in än.', en: 'No deeds yet.' },
  takeBack: { fi: 'Peru tekoni', sv: 'Ta bort min gärning', en: 'Take back my deed' },
  tookBack: { fi: 'Tekosi peruttiin.', sv: 'Din gärning togs bort.', en: 'Your deed was taken back.' },
  challengedBy: {
    fi: 'Haastajana {name}',
    sv: 'Utmanad av {name}',
    en: 'Challenged by {name}',
  },
  challenged: { fi: 'Haastoi: {name}', sv: 'Utmanade: {name}', en: 'Challenged: {name}' },
  passed: {
    fi: 'Tekosi on mukana, ja seuraava sai haasteen.',
    sv: 'Din gärning är med, och nästa har fått utmaningen.',
    en: 'Your deed counts, and the next one was challenged.',
  },

  // ── The public page ──────────────────────────────────────────────────────────────────────────
  openHow: {
    fi: 'Koordinaattori lukee tarinan, ennen kuin se menee laatikkoon. Siihen asti muut eivät näe sitä.',
    sv: 'Koordinatorn läser berättelsen innan den läggs i lådan. Fram till dess ser ingen annan den.',
    en: 'A coordinator reads the story before it goes into the box. Until then nobody else sees it.',
  },
  openWho: {
    fi: 'Avatut tarinat näkevät verkoston jäsenet. Älä kirjoita kenenkään muun henkilötietoja.',
    sv: 'Öppnade berättelser ses av nätverkets medlemmar. Skriv inte andras personuppgifter.',
    en: 'Opened stories are seen by the network’s members. Please write no personal data of others.',
  },
  send: { fi: 'Lähetä tarina', sv: 'Skicka berättelsen', en: 'Send the story' },
  thanks: { fi: 'Kiitos tarinasta', sv: 'Tack för berättelsen', en: 'Thank you for the story' },
  thanksBody: {
    fi: 'Tarinasi on perillä. Koordinaattori lukee sen, ja sen jälkeen se odottaa laatikossa avaamista.',
    sv: 'Din berättelse har kommit fram. Koordinatorn läser den, och sedan väntar den i lådan på att öppnas.',
    en: 'Your story has arrived. A coordinator reads it, and then it waits in the box to be opened.',
  },
  another: { fi: 'Jätä toinen tarina', sv: 'Lämna en till', en: 'Leave another one' },
  privacy: { fi: 'Mitä tiedoille tapahtuu', sv: 'Vad som händer med uppgifterna', en: 'What becomes of the data' },
  stored: {
    fi: 'Tarinan, kuvan ja nimen, jonka annat, säilyttää {network}. Mitään muuta sinusta ei tallenneta. Tarina, jota ei päästetä laatikkoon, poistetaan {n, plural, one {# päivän} other {# päivän}} kuluttua.',
    sv: 'Berättelsen, bilden och namnet som du ger sparas av {network}. Inget annat om dig sparas. En berättelse som inte släpps in tas bort efter {n, plural, one {# dag} other {# dagar}}.',
    en: '{network} keeps the story, the picture and the name that you give, and nothing else about you. A story that is not let in is removed after {n, plural, one {# day} other {# days}}.',
  },
});
