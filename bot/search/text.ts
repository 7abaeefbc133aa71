/** What the search says of itself. */
import { messages } from '../core/text.ts';

export const text = messages({
  unavailable: {
    fi: 'Haku ei juuri nyt toimi. Yritä hetken päästä uudelleen; materiaalit ovat tallessa.',
    sv: 'Sökningen fungerar inte just nu. Försök igen om en stund; materialet finns kvar.',
    en: 'The search is not working right now. Try again in a moment; the items are safe.',
  },
});
