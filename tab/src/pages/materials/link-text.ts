/** What the way to the coordinators' desk of the bank says on other pages. */
import { messages } from '../../text.ts';

export const linkText = messages({
  desk: { fi: 'Koordinaattorin työpöytä', sv: 'Koordinatorns bord', en: 'Coordinators’ desk' },
  waiting: {
    fi: 'Työpöytä: {n, plural, one {# odottaa} other {# odottaa}}',
    sv: 'Koordinatorns bord: {n, plural, one {# väntar} other {# väntar}}',
    en: 'Desk: {n, plural, one {# waits} other {# wait}}',
  },
});
