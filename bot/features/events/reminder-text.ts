/** The words of reminders: what the thread reads, and why one can't be sent. */
import { messages } from '../../core/text.ts';

export const text = messages({
  // ── How far ahead ──
  inDays: {
    fi: '{n, plural, =0 {tänään} =1 {huomenna} =2 {ylihuomenna} =7 {viikon päästä} other {# päivän päästä}}',
    sv: '{n, plural, =0 {i dag} =1 {i morgon} =2 {i övermorgon} =7 {om en vecka} other {om # dagar}}',
    en: '{n, plural, =0 {today} =1 {tomorrow} =2 {in two days} =7 {in a week} other {in # days}}',
  },
  inMinutes: {
    fi: '{n, plural, =60 {tunnin päästä} other {# minuutin päästä}}',
    sv: '{n, plural, =60 {om en timme} one {om # minut} other {om # minuter}}',
    en: '{n, plural, =60 {in an hour} one {in # minute} other {in # minutes}}',
  },

  // ── In the thread ──
  begins: {
    fi: 'Muistutus: ”{title}” alkaa {ahead}, {when}.',
    sv: 'Påminnelse: ”{title}” börjar {ahead}, {when}.',
    en: 'Reminder: “{title}” begins {ahead}, {when}.',
  },
  inPlace: { fi: 'Paikka: {place}', sv: 'Plats: {place}', en: 'Place: {place}' },
  coming: { fi: 'Tulossa: {numbers}', sv: 'Kommer: {numbers}', en: 'Coming: {numbers}' },
  inRoom: { fi: '{n} paikan päälle', sv: '{n} på plats', en: '{n} in the room' },
  online: { fi: '{n} etänä', sv: '{n} på distans', en: '{n} online' },
  waiting: {
    fi: '{n, plural, one {# varasijalla} other {# varasijoilla}}',
    sv: '{n, plural, one {# på reservplats} other {# på reservplatser}}',
    en: '{n} on the waiting list',
  },
  registrationEnds: {
    fi: 'Muistutus: ilmoittautuminen tilaisuuteen ”{title}” päättyy {ahead}, {when}.',
    sv: 'Påminnelse: anmälan till ”{title}” slutar {ahead}, {when}.',
    en: 'Reminder: registration for “{title}” ends {ahead}, {when}.',
  },
  silent: {
    fi: '{n, plural, one {# kutsuttu ei ole vielä vastannut} other {# kutsuttua ei ole vielä vastannut}}. Vastaa tämän ketjun kutsussa.',
    sv: '{n, plural, one {# inbjuden har inte svarat} other {# inbjudna har inte svarat}} ännu. Svara på inbjudan i den här tråden.',
    en: '{n, plural, one {# person has not answered} other {# people have not answered}} yet. Answer on the invitation in this thread.',
  },

  // ── Why one can't be sent ──
  notOut: {
    fi: 'Tilaisuutta ei ole julkaistu, joten siitä ei voi muistuttaa.',
    sv: 'Evenemanget är inte publicerat, så det går inte att påminna om det.',
    en: 'The event has not been published, so there is nothing to remind of.',
  },
  hasBegun: {
    fi: '”{title}” on jo alkanut, joten siitä ei enää muistuteta.',
    sv: '”{title}” har redan börjat, så ingen påminnelse skickas längre.',
    en: '“{title}” has begun, so no more reminders are sent.',
  },
  registrationOver: {
    fi: 'Ilmoittautuminen on päättynyt, joten vastausta ei enää voi pyytää.',
    sv: 'Anmälan har slutat, så det går inte längre att be om svar.',
    en: 'Registration has ended, so people can no longer be asked to answer.',
  },
  onlyInChannel: {
    fi: 'Heitä ei tavoiteta viestillä eikä sähköpostilla. Valitse muistutus kanavalle.',
    sv: 'De nås varken med meddelande eller per e-post. Välj en påminnelse i kanalen.',
    en: 'Neither a message nor mail reaches them. Choose a reminder in the channel.',
  },
});
