/** What every page of the personal link says around its own content, in three languages. */
import { messages } from '../core/text.ts';

export const text = messages({
  toCorrect: { fi: 'Korjaa vielä', sv: 'Det här behöver rättas', en: 'Please correct' },
  toContent: { fi: 'Siirry sisältöön', sv: 'Gå till innehållet', en: 'Skip to content' },
  languages: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
  leaveEmpty: { fi: 'Jätä tämä kenttä tyhjäksi', sv: 'Lämna det här fältet tomt', en: 'Leave this field empty' },
  toStart: { fi: 'Oma sivusi', sv: 'Din sida', en: 'Your page' },
  ownPage: {
    fi: 'Tämä on sinun sivusi verkostossa {network}. Älä jaa linkkiä muille.',
    sv: 'Det här är din sida i nätverket {network}. Ge inte länken vidare.',
    en: 'This is your page in the network {network}. Don’t share the link.',
  },
  hello: { fi: 'Hei {name}', sv: 'Hej {name}', en: 'Hello {name}' },
  waits: { fi: 'Sinua odottaa', sv: 'Det här väntar på dig', en: 'Waiting for you' },
  nothingWaits: {
    fi: 'Juuri nyt mikään ei odota sinua. Saat viestin, kun on jotakin uutta.',
    sv: 'Just nu väntar ingenting på dig. Du får ett meddelande när det finns något nytt.',
    en: 'Nothing is waiting for you right now. You get a message when there is something new.',
  },
  canChange: {
    fi: 'Olet vastannut, mutta voit vielä muuttaa vastaustasi',
    sv: 'Du har svarat, men kan ännu ändra ditt svar',
    en: 'Answered, but you can still change it',
  },
  more: { fi: 'Muut sivut', sv: 'Övriga sidor', en: 'Other pages' },
  notFound: { fi: 'Linkki ei toimi', sv: 'Länken fungerar inte', en: 'This link does not work' },
  notFoundBody: {
    fi: 'Linkki on voinut vanhentua, tai osoitteesta puuttuu loppu. Avaa linkki uusimmasta viestistä, jonka olet saanut, tai pyydä koordinaattorilta uusi.',
    sv: 'Länken kan ha blivit ogiltig, eller så saknas slutet av adressen. Öppna länken i det senaste meddelandet som du har fått, eller be koordinatorn om en ny.',
    en: 'The link may no longer be valid, or the end of the address is missing. Open the link in the latest message you have received, or ask the coordinator for a new one.',
  },
  noPage: { fi: 'Sivua ei löytynyt', sv: 'Sidan hittades inte', en: 'Page not found' },
  noPageBody: {
    fi: 'Sivua ei ole, tai se ei ole enää käytössä.',
    sv: 'Sidan finns inte, eller så används den inte längre.',
    en: 'There is no such page, or it is no longer in use.',
  },
  tooMany: { fi: 'Odota hetki', sv: 'Vänta en stund', en: 'Wait a moment' },
  tooManyBody: {
    fi: 'Sivua on avattu liian monta kertaa peräkkäin. Yritä minuutin kuluttua uudelleen.',
    sv: 'Sidan har öppnats för många gånger efter varandra. Försök igen om en minut.',
    en: 'The page has been opened too many times in a row. Try again in a minute.',
  },
  broken: { fi: 'Jokin meni vikaan', sv: 'Något gick fel', en: 'Something went wrong' },
  brokenBody: {
    fi: 'Yritä hetken päästä uudelleen. Jos vika jatkuu, kerro koordinaattorille tunnus {reference}.',
    sv: 'Försök igen om en stund. Om felet kvarstår, uppge koden {reference} för koordinatorn.',
    en: 'Try again in a moment. If it keeps happening, give the coordinator the reference {reference}.',
  },
  unread: { fi: 'Lomaketta ei voitu lukea', sv: 'Formuläret kunde inte läsas', en: 'The form could not be read' },
  unreadBody: {
    fi: 'Avaa sivu uudelleen ja yritä vielä kerran. Jos kirjoitit paljon, lyhennä tekstiä.',
    sv: 'Öppna sidan på nytt och försök en gång till. Om du skrev mycket, förkorta texten.',
    en: 'Open the page again and try once more. If you wrote a lot, shorten the text.',
  },
  tooLargeBody: {
    fi: 'Kuva on liian suuri, tai kirjoitit liikaa. Palaa lomakkeelle ja valitse kuva, joka on enintään 12 Mt.',
    sv: 'Bilden är för stor, eller så skrev du för mycket. Gå tillbaka till formuläret och välj en bild på högst 12 MB.',
    en: 'The picture is too large, or you wrote too much. Go back to the form and choose a picture of at most 12 MB.',
  },
  refused: { fi: 'Tätä ei voitu tehdä', sv: 'Det här kunde inte göras', en: 'This could not be done' },

  // ── Unsubscribing ──
  unsubscribe: {
    fi: 'Lopeta viestit sähköpostiin',
    sv: 'Avsluta meddelanden per e-post',
    en: 'Stop messages by e-mail',
  },
  unsubscribeHow: {
    fi: 'Verkosto {network} ei enää lähetä sinulle sähköpostia. Muuten mikään ei muutu.',
    sv: 'Nätverket {network} skickar inte längre e-post till dig. I övrigt ändras ingenting.',
    en: 'The network {network} will send you no more e-mail. Nothing else changes.',
  },
  unsubscribed: {
    fi: 'Viestit on lopetettu',
    sv: 'Meddelandena är avslutade',
    en: 'Messages have been stopped',
  },
  unsubscribedHow: {
    fi: 'Verkosto {network} ei lähetä sinulle enää sähköpostia.',
    sv: 'Nätverket {network} skickar inte längre e-post till dig.',
    en: 'The network {network} sends you no more e-mail.',
  },
  byMistake: { fi: 'Lopetitko vahingossa?', sv: 'Avslutade du av misstag?', en: 'Did you stop them by mistake?' },
  subscribeAgain: { fi: 'Tilaa uudelleen', sv: 'Prenumerera på nytt', en: 'Subscribe again' },
  subscribed: {
    fi: 'Saat taas viestit sähköpostiin',
    sv: 'Du får igen meddelanden per e-post',
    en: 'You get messages by e-mail again',
  },
  subscribedHow: {
    fi: 'Verkosto {network} lähettää sinulle taas sähköpostia. Voit lopettaa viestit milloin tahansa tällä sivulla.',
    sv: 'Nätverket {network} skickar igen e-post till dig. Du kan när som helst avsluta meddelandena på den här sidan.',
    en: 'The network {network} sends you e-mail again. You can stop the messages at any time on this page.',
  },
});
