/** What polls say, in three languages. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── Refusals ──
  noQuestion: { fi: 'Kirjoita kysymys.', sv: 'Skriv en fråga.', en: 'Write a question.' },
  longQuestion: {
    fi: 'Kysymys on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Frågan är för lång: {n} tecken, högst {most}.',
    en: 'The question is too long: {n} characters, at most {most}.',
  },
  longText: {
    fi: 'Teksti on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Texten är för lång: {n} tecken, högst {most}.',
    en: 'The text is too long: {n} characters, at most {most}.',
  },
  fewOptions: {
    fi: 'Anna vähintään {least} vaihtoehtoa, kukin omalle rivilleen.',
    sv: 'Ange minst {least} alternativ, vart och ett på sin egen rad.',
    en: 'Give at least {least} options, each on a line of its own.',
  },
  manyOptions: {
    fi: 'Vaihtoehtoja on {n}, enintään {most} mahtuu.',
    sv: 'Det finns {n} alternativ, högst {most} ryms.',
    en: 'There are {n} options; at most {most} fit.',
  },
  emptyOption: { fi: 'Vaihtoehto {n} on tyhjä.', sv: 'Alternativ {n} är tomt.', en: 'Option {n} is empty.' },
  repeatedOption: {
    fi: 'Vaihtoehto ”{option}” on mukana kahdesti.',
    sv: 'Alternativet ”{option}” finns två gånger.',
    en: 'The option “{option}” is there twice.',
  },
  longOption: {
    fi: 'Vaihtoehto ”{option}” on liian pitkä: {n} merkkiä, enintään {most}.',
    sv: 'Alternativet ”{option}” är för långt: {n} tecken, högst {most}.',
    en: 'The option “{option}” is too long: {n} characters, at most {most}.',
  },
  unreadableDate: {
    fi: 'Vaihtoehdosta ”{option}” ei löydy tulevaa päivää ja kellonaikaa. Kirjoita esimerkiksi 3.12. klo 9–10.',
    sv: 'I alternativet ”{option}” finns ingen kommande dag med klockslag. Skriv till exempel 3.12. kl. 9–10.',
    en: 'The option “{option}” has no day and time to come. Write for example 3.12. at 9–10.',
  },
  unreadableTime: {
    fi: 'Päivästä tai kellonajasta ei saa selvää. Kirjoita esimerkiksi 3.12. klo 16.',
    sv: 'Datumet eller klockslaget går inte att tolka. Skriv till exempel 3.12. kl. 16.',
    en: 'The date or time can’t be read. Write for example 3.12. at 16.',
  },
  pastDeadline: {
    fi: 'Määräaika on jo mennyt. Valitse myöhempi aika.',
    sv: 'Tiden har redan gått ut. Välj en senare tidpunkt.',
    en: 'That deadline has passed. Choose a later time.',
  },
  farDeadline: {
    fi: 'Määräaika on liian kaukana: enintään {days} päivän päässä.',
    sv: 'Tidsfristen är för långt borta: högst {days} dagar framåt.',
    en: 'That deadline is too far away: at most {days} days ahead.',
  },
  opensAfterClosing: {
    fi: 'Äänestyksen pitää alkaa ennen kuin se päättyy.',
    sv: 'Omröstningen måste öppna innan den stänger.',
    en: 'The poll must open before it closes.',
  },
  badMostChoices: {
    fi: 'Valintojen enimmäismäärä on luku väliltä 1–{most}.',
    sv: 'Högsta antalet val är ett tal mellan 1 och {most}.',
    en: 'The most choices is a number from 1 to {most}.',
  },
  badTurnout: {
    fi: 'Vähimmäismäärä on kokonaisluku, vähintään 1.',
    sv: 'Minsta antalet är ett heltal, minst 1.',
    en: 'The smallest number of voters is a whole number, at least 1.',
  },
  secretShowsLater: {
    fi: 'Salaisen äänestyksen tulokset näytetään vasta sulkemisen jälkeen: kesken näkyvistä luvuista voisi päätellä, mitä kukin äänesti.',
    sv: 'I en hemlig omröstning visas resultatet först efter stängningen: av siffror under tiden kunde man sluta sig till vem som röstat på vad.',
    en: 'A secret ballot shows its results only after closing: numbers seen on the way would tell who voted for what.',
  },
  notYetOpen: {
    fi: 'Äänestys ”{question}” ei ole vielä alkanut.',
    sv: 'Omröstningen ”{question}” har inte öppnat ännu.',
    en: 'The poll “{question}” has not opened yet.',
  },
  closedPoll: {
    fi: 'Äänestys ”{question}” on päättynyt.',
    sv: 'Omröstningen ”{question}” är stängd.',
    en: 'The poll “{question}” is closed.',
  },
  undonePoll: {
    fi: 'Tämä äänestys on peruttu.',
    sv: 'Den här omröstningen har återtagits.',
    en: 'This poll was taken back.',
  },
  unknownOption: {
    fi: 'Tätä vaihtoehtoa ei enää ole. Valitse uudelleen.',
    sv: 'Det alternativet finns inte längre. Välj på nytt.',
    en: 'That option is no longer there. Choose again.',
  },
  manyChoices: {
    fi: 'Voit valita enintään {most, plural, one {# vaihtoehdon} other {# vaihtoehtoa}}.',
    sv: 'Du kan välja högst {most} alternativ.',
    en: 'You can choose at most {most, plural, one {# option} other {# options}}.',
  },
  noOwnOptions: {
    fi: 'Tähän äänestykseen ei voi lisätä omia vaihtoehtoja.',
    sv: 'I den här omröstningen kan man inte lägga till egna alternativ.',
    en: 'This poll takes no options of your own.',
  },
  notClosed: {
    fi: 'Äänestys ei ole vielä päättynyt.',
    sv: 'Omröstningen är inte stängd ännu.',
    en: 'The poll is not closed yet.',
  },
  notRunning: {
    fi: 'Äänestys on jo päättynyt.',
    sv: 'Omröstningen är redan avslutad.',
    en: 'The poll has ended already.',
  },
  secretStaysClosed: {
    fi: 'Salaista äänestystä ei voi avata uudelleen: sen äänet on hävitetty laskennan jälkeen.',
    sv: 'En hemlig omröstning kan inte öppnas igen: rösterna har förstörts efter rösträkningen.',
    en: 'A secret ballot can’t be opened again: its votes were destroyed after counting.',
  },
  revoteWasHeld: {
    fi: 'Äänestystä ei voi avata uudelleen, koska uusintaäänestys on jo alkanut.',
    sv: 'Omröstningen kan inte öppnas igen, eftersom en ny omröstning redan har ordnats.',
    en: 'The poll can’t be opened again, because a re-vote has already begun.',
  },
  hasVotes: {
    fi: 'Äänestystä ei voi enää perua, koska joku on jo äänestänyt. Voit sulkea sen.',
    sv: 'Omröstningen kan inte längre återtas, eftersom någon redan har röstat. Du kan stänga den.',
    en: 'The poll can’t be taken back any more, because someone has voted. You can close it.',
  },
  noTie: {
    fi: 'Ratkaistavaa tasatulosta ei ole.',
    sv: 'Det finns inget lika röstetal att avgöra.',
    en: 'There is no tie to decide.',
  },
  optionHasVotes: {
    fi: 'Vaihtoehtoa ”{option}” ei voi poistaa, koska sillä on jo ääniä.',
    sv: 'Alternativet ”{option}” kan inte tas bort, eftersom det redan har röster.',
    en: 'The option “{option}” can’t be removed, because it has votes.',
  },
  unknownPoll: {
    fi: 'Äänestystä ei löytynyt tästä verkostosta.',
    sv: 'Omröstningen hittades inte i det här nätverket.',
    en: 'There is no such poll in this network.',
  },
});
