/** One's own details: what may be typed, and what stays as it was. */
import { expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { type Member, mailPerson } from '../../bot/core/network.ts';
import { changeDetails } from '../../bot/features/own/details.ts';

const now = toInstant('2026-11-26T10:00:00Z');
const aino: Member = { person: mailPerson('aino'), name: 'Aino', isGuest: true, phone: 'vaihteen kautta' };

test('a phone that a coordinator wrote otherwise stays while other details change', () => {
  expect(changeDetails(aino, { locale: 'sv' }, now)).toEqual({ ...aino, locale: 'sv' });
  expect(changeDetails(aino, { title: 'suunnittelija', phone: 'vaihteen kautta' }, now)).toEqual({
    ...aino,
    title: 'suunnittelija',
  });
});

test('a new one must be a phone number', () => {
  expect(() => changeDetails(aino, { phone: 'soita' }, now)).toThrow();
  expect(changeDetails(aino, { phone: '+358 40 000 0000 alanro 12' }, now).phone).toBe('+358 40 000 0000 alanro 12');
});
