/** The dry run: columns recognised, cells read, and every kind of row with its reason. */
import { describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { organisationId } from '../../bot/core/network.ts';
import type { Message } from '../../bot/core/text.ts';
import type { Columns } from '../../bot/features/imports/fields.ts';
import { recognise } from '../../bot/features/imports/headings.ts';
import { columnProblems, dryRun, type PlannedRow, type Settled } from '../../bot/features/imports/plan.ts';
import { recipient } from '../../bot/features/imports/recipient.ts';
import { text } from '../../bot/features/imports/text.ts';
import { type Cells, isSimilarName, nameWords, readValues } from '../../bot/features/imports/values.ts';
import { idOf, mailMember, org, places, registerOf, teamMember } from '../fakes/register-of.ts';

describe('columns', () => {
  test.each([
    [
      'fi',
      [
        'Etunimi',
        'Sukunimi',
        'Sähköposti',
        'Kunta',
        'Tehtävänimike',
        'Puh.',
        'Kieli',
        'Yhteyshenkilö',
        'Aiheet',
        'Asukasluku',
      ],
    ],
    [
      'sv',
      [
        'Förnamn',
        'Efternamn',
        'E-postadress:',
        'KOMMUN',
        'Titel',
        'Telefon',
        'Språk',
        'Kontaktperson',
        'Ämnen',
        'Invånarantal',
      ],
    ],
    [
      'en',
      [
        'First name',
        'Last name',
        'E-mail',
        'Municipality',
        'Job title',
        'Phone',
        'Language',
        'Contact person',
        'Topics',
        'Inhabitants',
      ],
    ],
  ])('are recognised in %s', (_, headings) => {
    expect(recognise(headings)).toEqual([
      ...[
        'firstName',
        'lastName',
        'email',
        'organisation',
        'title',
        'phone',
        'language',
        'isContact',
        'topics',
        'inhabitants',
      ],
    ]);
  });

  test('an unknown heading is left out, and the first of two that mean the same is taken', () => {
    expect(recognise(['Nimi', 'Kengännumero', 'Sähköposti', 'E-mail', 'Jäsenyys'])).toEqual([
      'name',
      null,
      'email',
      null,
      'membership',
    ]);
  });

  test('a list without addresses, or with a field twice, says so', () => {
    expect(columnProblems(['name', null])).toEqual([text.noEmailColumn]);
    expect(columnProblems(['email', 'name', 'name'])).toEqual([text.columnTwice]);
    expect(columnProblems(['email', null, null])).toEqual([]);
  });
});

describe('cells', () => {
  test.each<[string, Cells, object]>([
    ['a name in two columns', { firstName: 'Matti', lastName: 'Mäki' }, { name: 'Matti Mäki' }],
    ['a family name first', { name: 'Mäki, Matti' }, { name: 'Matti Mäki' }],
    [
      'a name with the address',
      { email: 'Matti Mäki <Matti@Kunta.Example>' },
      { name: 'Matti Mäki', email: 'matti@kunta.example' },
    ],
    ['a link to mail', { email: 'mailto:matti@kunta.example' }, { email: 'matti@kunta.example' }],
    ['a cell guarded against formulas', { phone: "'+358 40 123 4567" }, { phone: '+358 40 123 4567' }],
    ['a language by name', { language: 'Ruotsi' }, { locale: 'sv' }],
    ['a language by code', { language: 'fi-FI' }, { locale: 'fi' }],
    ['yes', { isContact: 'Kyllä' }, { isContact: true }],
    ['a cross', { isContact: 'X' }, { isContact: true }],
    ['no takes nothing away', { isContact: 'nej' }, {}],
    ['topics', { topics: 'Kutsuliikenne; Tilastot, Tilastot' }, { topics: ['Kutsuliikenne', 'Tilastot'] }],
    ['a stage', { membership: 'medlem på prov' }, { membership: 'trial' }],
    ['a number with spaces', { inhabitants: '19 250' }, { inhabitants: 19250 }],
  ])('%s is read', (_, cells, values) => {
    expect(readValues(cells)).toEqual({ values, wrong: [] });
  });

  test.each<[string, Cells, Message]>([
    ['a bad address', { email: 'matti(at)kunta.example' }, text.badAddress],
    ['two addresses', { email: 'a@kunta.example; b@kunta.example' }, text.severalAddresses],
    ['a long name', { name: 'x'.repeat(121) }, text.tooLong],
    ['a phone in words', { phone: 'soita vaihteeseen' }, text.badPhone],
    ['another language', { language: 'savo' }, text.badLanguage],
    ['neither yes nor no', { isContact: 'ehkä' }, text.badYesNo],
    ['too many topics', { topics: Array.from({ length: 21 }, (_, n) => `aihe ${n}`).join(',') }, text.badTopics],
    ['an unknown stage', { membership: 'ystävä' }, text.badStage],
    ['a number in words', { inhabitants: 'paljon' }, text.badNumber],
  ])('%s is wrong, and says why', (_, cells, row) => {
    expect(readValues(cells).wrong.map((one) => one.row)).toEqual([row]);
  });

  test.each([
    ['Matti Meikäläinen', 'Meikäläinen Matti', true],
    ['Matti Meikäläinen', 'M. Meikäläinen', true],
    ['Matti Meikäläinen', 'Matti Meikalainen (Akaa)', true],
    ['Matti Meikäläinen', 'Matti Johannes Meikäläinen', true],
    ['Matti Virtanen', 'Matti Virtanne', true],
    ['Matti Virtanen', 'Maija Virtanen', false],
    ['Matti Virtanen', 'Matti Korhonen', false],
    ['Matti', 'Matti Virtanen', false],
    ['Ann Li', 'Åke Ek', false],
  ])('%s and %s are similar: %s', (a, b, similar) => {
    expect(isSimilarName(nameWords(a), nameWords(b))).toBe(similar);
    expect(isSimilarName(nameWords(b), nameWords(a))).toBe(similar);
  });
});

// ── Rows ───────────────────────────────────────────────────────────────────────────────────────

const pietarsaari = organisationId.parse('fi-598');
const register = registerOf({
  organisations: [
    org('fi-598', { names: { fi: 'Pietarsaari', sv: 'Jakobstad' }, code: '598' }),
    org('fi-020', { names: { fi: 'Akaa' }, code: '020', inhabitants: 16000, membership: 'interested' }),
    org('o-liitto', { names: { fi: 'Pienten kuntien liitto' }, kind: 'association' }),
    org('fi-588', { names: { fi: 'Pertunmaa' }, code: '588', mergedInto: organisationId.parse('fi-507') }),
    org('fi-507', { names: { fi: 'Mäntyharju' }, code: '507' }),
  ],
  members: [
    teamMember('anna', {
      name: 'Anna Ahlfors (Jakobstad)',
      email: 'anna@jakobstad.example',
      organisation: pietarsaari,
    }),
    mailMember('bengt', {
      name: 'Bengt Berg',
      email: 'bengt@akaa.example',
      title: 'Suunnittelija',
      topics: ['Tilastot'],
    }),
    mailMember('info', { name: 'Iida Infonen', email: 'info@pori.example' }),
    mailMember('kaksi-1', { name: 'Kalle Kaksonen', email: 'kaksi@rauma.example' }),
    mailMember('kaksi-2', { name: 'Kalle Kaksonen', email: 'kaksi@rauma.example' }),
    mailMember('lea', { name: 'Lea Lähtenyt', email: 'lea@akaa.example', leftAt: toInstant(0) }),
    mailMember('kutsuttu', { name: 'Kirsi Kutsuttu', email: 'kirsi@akaa.example', isInvited: true }),
    mailMember('olli', { name: 'Olli Ulkopuolinen', email: 'olli@yritys.example', isOutsider: true }),
    mailMember('annas-mail', { name: 'Anna Ahlfors', email: 'anna@koti.example', sameAs: idOf('anna') }),
    mailMember('poistettu', { name: 'x', email: 'erased@akaa.example', leftAt: toInstant(0), isErased: true }),
  ],
});
const COLUMNS: Columns = [
  'name',
  'email',
  'organisation',
  'title',
  'membership',
  'inhabitants',
  'isContact',
  'topics',
  'phone',
];
/** Cells as `name; email; organisation; title; membership; inhabitants; contact; topics; phone`. */
const rowsOf = (...lines: string[]) =>
  lines.map((line, index) => ({ number: index + 2, cells: line.split(';').map((cell) => cell.trim()) }));
const run = (lines: readonly string[], settled: readonly Settled[] = []) =>
  dryRun(rowsOf(...lines), COLUMNS, new Map(settled.map((one) => [one.row, one])), { register, places });
const one = (line: string, said?: Omit<Settled, 'row'>): PlannedRow => {
  const [row] = run([line], said ? [{ row: 2, ...said }] : []).rows;
  if (!row) throw new Error('no row');
  return row;
};
const doubtsOf = (row: PlannedRow | undefined) => row?.doubts.map(({ code }) => code);
const wrongOf = (row: PlannedRow | undefined) => row?.wrong.map(({ field, row: message }) => [field, message]);

describe('a row', () => {
  test('of someone unknown is new, with all it says', () => {
    const row = one('Uusi Henkilö; uusi@akaa.example; Akaa; Johtaja; ; ; x; Tilastot; 040 1234');
    expect(row).toMatchObject({ outcome: 'new', member: undefined, organisation: { id: 'fi-020', isNew: false } });
    expect(row.set).toEqual({
      ...{ name: 'Uusi Henkilö', email: 'uusi@akaa.example', organisation: 'fi-020', title: 'Johtaja' },
      ...{ isContact: true, topics: ['Tilastot'], phone: '040 1234' },
    });
  });

  test('of someone known changes what it says otherwise, and takes nothing away', () => {
    const row = one('Bengt Berg; BENGT@akaa.example; Akaa; Johtaja; ; ; ; Kutsuliikenne');
    expect(row).toMatchObject({ outcome: 'changed', member: { name: 'Bengt Berg' } });
    expect(row.set).toEqual({ title: 'Johtaja', organisation: 'fi-020', topics: ['Tilastot', 'Kutsuliikenne'] });
    expect(row.before).toEqual({ title: 'Suunnittelija', topics: ['Tilastot'] });
  });

  test('that says what is known is the same', () => {
    expect(one('Berg Bengt; bengt@akaa.example; ; Suunnittelija')).toMatchObject({ outcome: 'same', set: {} });
  });

  test('of someone who takes part from outside makes them a member, by their address alone', () => {
    const row = one('Olli Ulkopuolinen; olli@yritys.example; Akaa; Johtaja');
    expect(row).toMatchObject({ outcome: 'changed', takesIn: true, member: { name: 'Olli Ulkopuolinen' } });
    expect(row.set).toEqual({ organisation: 'fi-020', title: 'Johtaja' });
    expect(one('Olli Ulkopuolinen; olli@yritys.example')).toMatchObject({ outcome: 'changed', takesIn: true });
    expect(one('Olli Ulkopuolinen; toinen@yritys.example')).toMatchObject({ outcome: 'new', member: undefined });
  });

  test('of someone in Teams fills what is missing and keeps their name', () => {
    const row = one('Anna Maria Ahlfors; anna@jakobstad.example; Jakobstad; Projektchef');
    expect(row).toMatchObject({ outcome: 'changed', member: { teamsId: '29:anna' }, set: { title: 'Projektchef' } });
    expect(row.set.name).toBeUndefined();
  });

  test('with an address of another identity is the person, once', () => {
    expect(one('Anna Ahlfors; anna@koti.example')).toMatchObject({ outcome: 'same', member: { teamsId: '29:anna' } });
  });

  test('with someone’s address and another name is doubtful', () => {
    const row = one('Olli Ohimennen; info@pori.example');
    expect([row.outcome, doubtsOf(row), row.doubts[0]?.members.map(({ name }) => name)]).toEqual([
      'doubtful',
      ['sharedAddress'],
      ['Iida Infonen'],
    ]);
    expect(one('Olli Ohimennen; info@pori.example', { decision: 'new' }).outcome).toBe('new');
    expect(one('Olli Ohimennen; info@pori.example', { decision: 'member', member: idOf('info') }).member?.name).toBe(
      'Iida Infonen',
    );
  });

  test('with an address of several is doubtful until one is chosen', () => {
    const line = 'Kalle Kaksonen; kaksi@rauma.example; ; Johtaja';
    expect(doubtsOf(one(line))).toEqual(['severalMembers']);
    expect(one(line, { decision: 'member', member: idOf('kaksi-2') })).toMatchObject({
      outcome: 'changed',
      set: { title: 'Johtaja' },
    });
  });

  test.each([
    ['the same name', 'Bengt Berg; uusi.osoite@akaa.example', ['similarName']],
    ['the same name the other way round', 'Berg Bengt; uusi.osoite@akaa.example', ['similarName']],
    ['nearly the same name', 'Bengt Bergg; uusi.osoite@akaa.example; Akaa', ['similarName']],
    ['nearly the same name at another organisation', 'Ana Ahlfors; ana@akaa.example; Akaa', []],
    ['the same name at another organisation', 'Anna Ahlfors; ana@akaa.example; Akaa', ['similarName']],
    ['someone who has left', 'Lea Lähtenyt; lea@akaa.example', ['left']],
    ['someone invited', 'Kirsi Kutsuttu; kirsi@akaa.example', ['invited']],
    ['someone erased', 'Entinen Jäsen; erased@akaa.example', []],
  ])('with %s is judged so', (_, line, doubts) => {
    expect(doubtsOf(one(line))).toEqual(doubts);
  });

  test('brings back who has left only when that is said', () => {
    const row = one('Lea Lähtenyt; lea@akaa.example', { decision: 'member', member: idOf('lea') });
    expect(row).toMatchObject({ outcome: 'changed', takesIn: true });
  });

  test.each([
    ['no name', '; uusi@akaa.example', [['name', text.noName]]],
    ['no address', 'Uusi Henkilö', [['email', text.noAddress]]],
    ['a bad address', 'Uusi Henkilö; uusi@', [['email', text.badAddress]]],
    ['an unknown municipality', 'Uusi Henkilö; uusi@akaa.example; Zzyzx', [['organisation', text.unknownOrganisation]]],
    [
      'a contact person of nobody',
      'Uusi Henkilö; uusi@gmail.com; ; ; ; ; x',
      [['isContact', text.contactWithoutOrganisation]],
    ],
    ['a stage of nobody', 'Uusi Henkilö; uusi@gmail.com; ; ; jäsen', [['membership', text.noOrganisation]]],
    [
      'several things',
      '; x; ; ; ystävä',
      [
        ['email', text.badAddress],
        ['membership', text.badStage],
        ['name', text.noName],
      ],
    ],
  ])('with %s is wrong and says in which field', (_, line, wrong) => {
    const row = one(line);
    expect([row.outcome, wrongOf(row)]).toEqual(['wrong', wrong]);
  });

  test('can be mended in its cells', () => {
    const row = one('Uusi Henkilö; uusi@', { cells: { email: 'uusi@akaa.example' } });
    expect(row).toMatchObject({ outcome: 'new', mended: ['email'], set: { email: 'uusi@akaa.example' } });
  });

  test('can be left out, whatever is wrong with it', () => {
    expect(one('; x', { decision: 'skip' })).toMatchObject({ outcome: 'skipped', doubts: [], wrong: [] });
  });
});

describe('whom a row’s words mean', () => {
  const found = (typed: string, email = 'uusi@gmail.com') => {
    const row = one(`Uusi Henkilö; ${email}; ${typed}`);
    return [row.outcome, row.organisation?.id ?? row.doubts[0]?.organisations.map(({ id }) => id)];
  };
  test.each([
    ['the Finnish name', 'pietarsaari', 'fi-598'],
    ['the Swedish name', 'Jakobstad', 'fi-598'],
    ['the code', '598', 'fi-598'],
    ['a code that a spreadsheet has taken for a number', '20', 'fi-020'],
    ['an organisation of the network', 'Pienten kuntien liitto', 'o-liitto'],
    ['what became part of another', 'Pertunmaa', 'fi-507'],
    ['with the word town', 'Jakobstad stad', 'fi-598'],
  ])('by %s it is clear', (_, typed, id) => {
    expect(found(typed)).toEqual(['new', id]);
  });

  test('a municipality that is not in the register comes into it, once', () => {
    const { rows, newOrganisations } = run([
      'Eka Eka; eka@gmail.com; Nystad',
      'Toka Toka; toka@gmail.com; Uusikaupunki',
    ]);
    expect(rows.map(({ organisation }) => [organisation?.id, organisation?.isNew])).toEqual([
      ['fi-895', true],
      ['fi-895', true],
    ]);
    expect(newOrganisations.map(({ id }) => id)).toEqual(['fi-895']);
  });

  test('unclear words come with suggestions; one answer holds for all rows with the same words', () => {
    const lines = ['Eka Eka; eka@gmail.com; Uudenkaupungin', 'Toka Toka; toka@gmail.com; Uudenkaupungin'];
    const before = run(lines);
    expect(before.rows.map((row) => [row.outcome, doubtsOf(row)])).toEqual([
      ['doubtful', ['organisation']],
      ['doubtful', ['organisation']],
    ]);
    expect(before.rows[0]?.doubts[0]?.organisations.map(({ id }) => id)).toContain('fi-895');
    const after = run(lines, [{ row: 2, organisation: organisationId.parse('fi-895') }]);
    expect(after.rows.map(({ organisation }) => organisation?.id)).toEqual(['fi-895', 'fi-895']);
  });

  test('an address of the municipality decides what the words leave open, and stands in for an empty cell', () => {
    expect(found('Uudenkaupungin', 'uusi@uusikaupunki.fi')).toEqual(['new', 'fi-895']);
    expect(found('', 'uusi@jakobstad.fi')).toEqual(['new', 'fi-598']);
    expect(found('', 'uusi@gmail.com')).toEqual(['new', undefined]);
  });
});

describe('rows of one file', () => {
  test.each([
    ['the same address', ['Uusi Henkilö; uusi@akaa.example', 'Toinen Nimi; uusi@akaa.example']],
    ['the same name at the same place', ['Uusi Henkilö; a@akaa.example; Akaa', 'Henkilö Uusi; b@akaa.example; Akaa']],
    ['the same member', ['Bengt Berg; bengt@akaa.example; ; A', 'Bengt Berg; bengt@akaa.example; ; B']],
  ])('with %s: the later one is doubtful and names the earlier', (_, lines) => {
    const [first, second] = run(lines).rows;
    expect(doubtsOf(first)).toEqual([]);
    expect([doubtsOf(second), second?.doubts[0]?.row]).toEqual([['twice'], 2]);
  });

  test('are two people when that is said, and one when the other is left out', () => {
    const lines = ['Uusi Henkilö; uusi@akaa.example', 'Toinen Nimi; uusi@akaa.example'];
    expect(run(lines, [{ row: 3, decision: 'new' }]).counts.new).toBe(2);
    expect(run(lines, [{ row: 2, decision: 'skip' }]).rows.map(({ outcome }) => outcome)).toEqual(['skipped', 'new']);
  });

  test('never change one member twice', () => {
    const lines = ['Bengt Berg; bengt@akaa.example; ; A', 'Bengt Berg; bengt@akaa.example; ; B'];
    const [, second] = run(lines, [{ row: 3, decision: 'member', member: idOf('bengt') }]).rows;
    expect(wrongOf(second)).toEqual([['name', text.sameMember]]);
  });

  test('may name an organisation’s stage and size as often as they agree; it is one change', () => {
    const { rows } = run([
      'Eka Eka; eka@gmail.com; Akaa; ; jäsen; 16 000',
      'Toka Toka; toka@gmail.com; Akaa; ; jäsen; 16000',
    ]);
    expect(rows.map(({ organisationSet }) => organisationSet)).toEqual([{ membership: 'member' }, {}]);
    expect(rows[0]?.organisationBefore).toEqual({ membership: 'interested' });
    const [, other] = run(['Eka Eka; eka@gmail.com; Akaa; ; jäsen', 'Toka Toka; toka@gmail.com; Akaa; ; eronnut']).rows;
    expect(wrongOf(other)).toEqual([['membership', text.otherwise]]);
  });
});

test.each([
  ['Matti Mäki', 'Matti Mäki <a@b.example>'],
  ['Mäki, Matti', '"Mäki, Matti" <a@b.example>'],
  ['Matti "Masa" Mäki', '"Matti \\"Masa\\" Mäki" <a@b.example>'],
  ['Matti\r\nBcc: <x@y.example>', '"Matti Bcc: x@y.example" <a@b.example>'],
  ['', 'a@b.example'],
])('%j stands in a mailing list as %s', (name, written) => {
  expect(recipient(name, 'a@b.example')).toBe(written);
});
