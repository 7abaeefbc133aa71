/** Texts of the pages of ideas on the personal link. */
import { messages } from '../../core/text.ts';

export const text = messages({
  menu: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  open: { fi: 'Avoinna nyt', sv: 'Öppna nu', en: 'Open now' },
  ended: { fi: 'Päättyneet', sv: 'Avslutade', en: 'Closed' },
  coming: { fi: 'Tulossa', sv: 'Kommande', en: 'Coming' },
  own: { fi: 'Omat ideani', sv: 'Mina idéer', en: 'My ideas' },
  none: {
    fi: 'Ideahakuja ei ole nyt avoinna.',
    sv: 'Inga idéinsamlingar är öppna just nu.',
    en: 'No calls are open now.',
  },
  ideas: { fi: 'Ideat', sv: 'Idéer', en: 'Ideas' },
  propose: { fi: 'Ehdota ideaa', sv: 'Lämna ett förslag', en: 'Propose an idea' },
  picture: { fi: 'Kuva', sv: 'Bild', en: 'Picture' },
  pictureHow: {
    fi: 'JPEG, PNG tai WebP, enintään 12 Mt.',
    sv: 'JPEG, PNG eller WebP, högst 12 MB.',
    en: 'JPEG, PNG or WebP, at most 12 MB.',
  },
  pictureAlt: { fi: 'Mitä kuvassa on?', sv: 'Vad visar bilden?', en: 'What does the picture show?' },
  pictureAltHow: {
    fi: 'Niille, jotka eivät näe kuvaa. Täytä, jos lisäät kuvan.',
    sv: 'För dem som inte ser bilden. Fyll i om du lägger till en bild.',
    en: 'For those who can’t see it. Fill this in if you add a picture.',
  },
  proposed: {
    fi: 'Kiitos! Ideasi on nyt muiden nähtävillä.',
    sv: 'Tack! Din idé syns nu för de andra.',
    en: 'Thank you! Your idea can now be seen by everyone.',
  },
  support: { fi: 'Kannatan', sv: 'Jag stöder', en: 'I support this' },
  unsupport: { fi: 'En kannata enää', sv: 'Jag stöder inte längre', en: 'I no longer support this' },
  supported: {
    fi: 'Kannatuksesi on kirjattu.',
    sv: 'Ditt stöd har registrerats.',
    en: 'Your support has been recorded.',
  },
  unsupported: {
    fi: 'Kannatuksesi on peruttu.',
    sv: 'Ditt stöd har tagits bort.',
    en: 'Your support has been taken back.',
  },
  supporters: {
    fi: '{n, plural, =0 {Ei vielä kannattajia} one {Yksi kannattaja} other {# kannattajaa}}',
    sv: '{n, plural, =0 {Ingen stöder idén ännu} one {En stöder idén} other {# stöder idén}}',
    en: '{n, plural, =0 {No supporters yet} one {One supporter} other {# supporters}}',
  },
  youSupport: { fi: 'Kannatat tätä.', sv: 'Du stöder den här.', en: 'You support this.' },
  by: { fi: 'Ehdottaja: {who}', sv: 'Förslag av {who}', en: 'Proposed by {who}' },
  authors: { fi: 'Tekijät: {who}', sv: 'Upphov: {who}', en: 'By {who}' },
  costIs: { fi: 'Kustannus: {n, number} €', sv: 'Kostnad: {n, number} €', en: 'Cost: €{n, number}' },
  targetGroupIs: { fi: 'Kohderyhmä: {group}', sv: 'Målgrupp: {group}', en: 'Target group: {group}' },
  livesOn: {
    fi: 'Tämä idea elää nyt täällä:',
    sv: 'Den här idén lever nu vidare här:',
    en: 'This idea now lives on here:',
  },
  madeOf: { fi: 'Koottu näistä ideoista', sv: 'Sammanställd av dessa idéer', en: 'Made of these ideas' },
  undone: {
    fi: 'Yhdistäminen tai jakaminen peruttiin, joten tämä ei ole enää oma ideansa. Alkuperäiset ideat:',
    sv: 'Sammanslagningen eller delningen ångrades, så det här är inte längre en egen idé. De ursprungliga idéerna:',
    en: 'The merging or splitting was taken back, so this is no idea of its own any more. The original ideas:',
  },
  wordings: { fi: 'Aiemmat sanamuodot', sv: 'Tidigare formuleringar', en: 'Earlier wordings' },
  steps: { fi: 'Mitä ideasta tuli', sv: 'Vad som blev av idén', en: 'What became of it' },
  comments: { fi: 'Kommentit', sv: 'Kommentarer', en: 'Comments' },
  comment: { fi: 'Oma kommenttisi', sv: 'Din kommentar', en: 'Your comment' },
  send: { fi: 'Lähetä kommentti', sv: 'Skicka kommentaren', en: 'Send the comment' },
  commented: { fi: 'Kommenttisi on lisätty.', sv: 'Din kommentar har lagts till.', en: 'Your comment has been added.' },
  similar: {
    fi: 'Lue ennen lähettämistä muiden ideat alta: samaa voi myös kannattaa.',
    sv: 'Läs de andras idéer nedan innan du skickar: du kan också stödja en likadan.',
    en: 'Read the other ideas below before you send: you can also support one like yours.',
  },
});
