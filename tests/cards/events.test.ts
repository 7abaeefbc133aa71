/** Every card of events in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_CARD, sizeOf } from '../../bot/cards/kit.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { translator } from '../../bot/core/text.ts';
import { cardText } from '../../bot/features/events/card-text.ts';
import * as cards from '../../bot/features/events/cards.ts';
import * as deskCards from '../../bot/features/events/desk-cards.ts';
import { eventDraft, LONGEST_DESCRIPTION, LONGEST_YOU_SAID, MOST_YOU_SAID } from '../../bot/features/events/event.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import {
  eventExamples,
  exampleEvent,
  full,
  fullDraft,
  groups,
  nobody,
  registered,
  userTexts,
  ZONE,
} from './events-examples.ts';
import { INJECTION, now } from './examples.ts';
import { languages, outsideTable } from './pseudo.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const frame = { now, zone: ZONE, t: fi, link: 'https://example.org/tab' };
const read = (drawn: ReturnType<typeof cards.eventCard>): string => textsOf(drawn).join('\n').replaceAll('\u00a0', ' ');
const own = (of: Partial<cards.Own> = {}): cards.Own => ({ standing: {}, colleagues: [], ...of });

describe.each(eventExamples)('the card “$name”', ({ draw }) => {
  test.each(Object.entries(languages))('is sound in %s', (_language, t) => {
    expect(faultsOf(draw(t), actions)).toEqual([]);
  });

  test('says nothing that is not in the table of texts', () => {
    const known = userTexts();
    const strays = textsOf(draw(languages.pseudo))
      .map(outsideTable)
      .map((text) => known.reduce((rest, one) => rest.replaceAll(one, ''), text))
      .filter((rest) => /\p{L}/u.test(rest));
    expect(strays).toEqual([]);
  });
});

test('every verb is unique and every action has a button on some card', () => {
  const verbs = actions.map((one) => one.verb);
  expect(new Set(verbs).size).toBe(verbs.length);
  const used = new Set(eventExamples.flatMap(({ draw }) => nodesOf(draw(fi)).map(({ node }) => node.verb)));
  expect(verbs.filter((verb) => !used.has(verb))).toEqual([]);
});

test('no card grows over its limit, whatever is typed', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: LONGEST_DESCRIPTION });
  fc.assert(
    fc.property(words, words, fc.array(words, { maxLength: 12 }), (description, typed, items) => {
      const agenda = items.map((one) => ({ title: one.slice(0, 200) || '–', speakers: one.slice(0, 200) }));
      const youSaid = items.slice(0, MOST_YOU_SAID).map((one, n) => ({
        ...{ id: `s~${n}`, said: one.slice(0, LONGEST_YOU_SAID) || '–', did: one.slice(0, LONGEST_YOU_SAID) },
      }));
      const of = exampleEvent({ description: description.slice(0, LONGEST_DESCRIPTION), agenda, youSaid });
      const drawn = [
        cards.eventCard(of, full, { ...frame, t: languages['fi+sv'] }),
        cards.ownEventCard(of, full, own({ registration: registered({ attendance: 'no' }) }), {
          ...{ ...frame, form: 'f' },
          typed: { wish: typed.repeat(20), name: typed, email: typed, organisation: typed },
        }),
      ];
      expect(Math.max(...drawn.map(sizeOf))).toBeLessThanOrEqual(LARGEST_CARD);
    }),
    { numRuns: 40 },
  );
});

describe('the invitation', () => {
  test('has a button for each way that the event offers, and none for others', () => {
    const answers = (ways: 'room' | 'online' | 'both') =>
      nodesOf(cards.eventCard(exampleEvent({ ways }), nobody, frame)).flatMap(({ node }) =>
        node.verb === 'events.answer' && node.type === 'Action.Execute'
          ? [(node.data as { attendance: string }).attendance]
          : [],
      );
    expect(answers('both')).toEqual(['room', 'online', 'maybe', 'no']);
    expect(answers('room')).toEqual(['room', 'maybe', 'no']);
    expect(answers('online')).toEqual(['online', 'maybe', 'no']);
  });

  test.each([
    ['has ended its registration', { registrationEndsAt: toInstant('2026-11-25T14:00:00Z') }],
    ['has begun', { startsAt: toInstant('2026-11-26T09:00:00Z') }],
    ['is over', { startsAt: toInstant('2026-11-25T09:00:00Z'), endsAt: toInstant('2026-11-25T10:00:00Z') }],
    ['is cancelled', { state: 'cancelled' as const }],
  ])('an event that %s takes no answers, and still shows everyone their own', (_what, of) => {
    const verbs = nodesOf(cards.eventCard(exampleEvent(of), full, frame)).map(({ node }) => node.verb);
    expect(verbs).not.toContain('events.answer');
    expect(verbs).toContain('events.mine');
  });

  test('says beneath “maybe” that it holds no place', () => {
    expect(read(cards.eventCard(exampleEvent(), nobody, frame))).toContain('Ehkä\n”Ehkä” ei varaa paikkaa.');
  });

  test('counts places and those who wait', () => {
    const drawn = read(cards.eventCard(exampleEvent(), full, frame));
    expect(drawn).toContain('Paikan päällä täynnä (40), varasijalla 3.');
    expect(drawn).toContain('Etänä tulossa 21 · paikkoja vapaana 39/60');
    expect(drawn).toContain('Ehkä 3 · Ei pääse 5');
  });

  test('writes time by the wall clock of the zone, over both changes of the clocks', () => {
    const span = (startsAt: string, endsAt: string, locale: 'fi' | 'sv' | 'en' = 'fi') =>
      cards
        .timeSpan(
          { startsAt: toInstant(startsAt), endsAt: toInstant(endsAt) },
          ZONE,
        )(locale)
        .replaceAll('\u00a0', ' ');
    expect(span('2026-12-03T07:00Z', '2026-12-03T14:00Z')).toBe('torstaina 3.12.2026 klo 9–16');
    expect(span('2026-12-03T07:30Z', '2026-12-03T09:00Z')).toBe('torstaina 3.12.2026 klo 9.30–11.00');
    expect(span('2026-12-03T07:00Z', '2026-12-03T14:00Z', 'sv')).toBe('torsdag 3 december 2026 kl. 9–16');
    expect(span('2026-12-03T07:00Z', '2026-12-03T14:00Z', 'en')).toBe('Thursday, 3 December 2026, 9:00–16:00');
    expect(span('2026-10-24T06:00Z', '2026-10-25T14:00Z')).toBe(
      'lauantaina 24.10.2026 klo 9 – sunnuntaina 25.10.2026 klo 16',
    );
    expect(span('2027-03-27T07:00Z', '2027-03-28T06:00Z')).toBe(
      'lauantaina 27.3.2027 klo 9 – sunnuntaina 28.3.2027 klo 9',
    );
  });

  test('shows the last change old and new for a week', () => {
    const change = { at: toInstant('2026-11-25T08:00:00Z'), by: exampleEvent().createdBy, place: 'Valtuustosali' };
    const of = exampleEvent({ changes: [change] });
    expect(read(cards.eventCard(of, nobody, frame))).toContain('Paikka: Valtuustosali → Akaan kaupungintalo');
    const later = { ...frame, now: toInstant('2026-12-03T08:00:00Z') };
    expect(read(cards.eventCard(of, nobody, later))).not.toContain('Valtuustosali');
  });

  test('tells a move in one line with both times', () => {
    const of = exampleEvent({ startsAt: toInstant('2026-12-04T07:00Z'), endsAt: toInstant('2026-12-04T08:00Z') });
    const before = { startsAt: toInstant('2026-12-03T07:00Z'), endsAt: toInstant('2026-12-03T08:00Z') };
    const lines = cards.changeLines({ at: now, by: of.createdBy, ...before }, of, frame);
    expect(lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      'Aika: to 3.12.2026 klo 9–10 → pe 4.12.2026 klo 9–10',
    ]);
  });

  test('says what people wished for and what was done, each once in a channel of two languages too', () => {
    const youSaid = [{ id: 's~1', said: 'Pidempi seminaari', did: 'Seminaari kestää nyt koko päivän.' }];
    const drawn = read(cards.eventCard(exampleEvent({ youSaid }), nobody, { ...frame, t: languages['fi+sv'] }));
    for (const line of [
      'Toivoitte – teimme',
      'Ni önskade – vi gjorde\n”Pidempi seminaari” – Seminaari kestää nyt koko päivän.',
    ])
      expect(drawn).toContain(line);
    expect(drawn.split('Pidempi')).toHaveLength(2);
    expect(read(cards.eventCard(exampleEvent(), nobody, frame))).not.toContain('Toivoitte');
  });

  test('shortens wishes before it leaves them out, and says where the rest is', () => {
    const youSaid = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, said: id.repeat(300), did: id.repeat(300) }));
    const description = '€'.repeat(LONGEST_DESCRIPTION);
    const agenda = Array.from({ length: 40 }, () => ({ title: '€'.repeat(200), speakers: '€'.repeat(200) }));
    const drawn = read(cards.eventCard(exampleEvent({ youSaid, description, agenda }), full, frame));
    expect(drawn).toMatch(/”a{50,}…?” – a{50,}/);
    expect(drawn).toContain(cardText.shortened.fi);
  });

  test('never says who comes', () => {
    const shown = { ...full, names: ['Aino Esimerkki'] };
    expect(JSON.stringify(cards.eventCard(exampleEvent(), shown, frame))).not.toContain('Aino');
  });
});

describe('one’s own view', () => {
  const drawn = (of: Partial<cards.Own>, more: Partial<cards.OwnFrame> = {}, event = exampleEvent()) =>
    cards.ownEventCard(event, full, own(of), { ...frame, form: 'f', ...more });

  test('who switches is told which place they keep meanwhile', () => {
    const card = read(
      drawn({
        registration: registered({ attendance: 'room' }),
        standing: { holds: 'online', waitsFor: 'room', position: 3 },
      }),
    );
    expect(card).toContain('Olet varasijalla 3 (paikan päällä). Etäpaikkasi pysyy, kunnes paikka vapautuu.');
    expect(card).not.toContain('Paikkasi on varattu');
    expect(card).toContain('Luovu varasijasta');
  });

  test('marks the present answer, and what would have helped is asked only of who can’t come', () => {
    const inputs = (of: Partial<cards.Own>) => nodesOf(drawn(of)).map(({ node }) => node.id);
    const no = { registration: registered({ attendance: 'no' }) };
    expect(read(drawn(no))).toContain('✓ En pääse');
    expect(inputs(no)).toContain('wish');
    expect(inputs({ registration: registered({ attendance: 'maybe' }) })).not.toContain('wish');
  });

  test('keeps everything that was typed when it was refused, with the form of a colleague open', () => {
    const typed = { name: '*Sanna*', email: 'sanna', organisation: '<at>Akaa</at>' };
    const card = drawn({}, { refusal: 'Ei käy.', typed });
    const value = (id: string) => nodesOf(card).find(({ node }) => node.id === id)?.node.value;
    expect([value('name'), value('email'), value('organisation')]).toEqual(Object.values(typed));
    expect(nodesOf(card).find(({ node }) => node.id === 'colleague')?.node.isVisible).toBe(true);
    expect(textsOf(card)[0]).toBe('Ei käy.');
  });

  test('never asks diet or access on a card, only says where to tell them', () => {
    const event = exampleEvent({ asksNeeds: true });
    const card = drawn({ registration: registered({ attendance: 'room' }), standing: { holds: 'room' } }, {}, event);
    expect(read(card)).toContain('Ruokavaliosta ja esteettömyydestä kerrot välilehdellä');
    const ids = nodesOf(card).flatMap(({ node }) => (String(node.type).startsWith('Input.') ? [node.id] : []));
    expect(ids).toEqual(['name', 'email', 'organisation']);
    const online = drawn(
      { registration: registered({ attendance: 'online' }), standing: { holds: 'online' } },
      {},
      event,
    );
    expect(read(online)).not.toContain('Ruokavaliosta');
  });

  test('who comes can still say after the deadline that they can’t, and nobody else can answer', () => {
    const closed = exampleEvent({ registrationEndsAt: toInstant('2026-11-25T14:00:00Z') });
    const offered = (of: Partial<cards.Own>) =>
      nodesOf(drawn(of, {}, closed)).flatMap(({ node }) =>
        node.verb === 'events.answer' && node.type === 'Action.Execute'
          ? [(node.data as { attendance: string }).attendance]
          : [],
      );
    expect(offered({ registration: registered({ attendance: 'room' }), standing: { holds: 'room' } })).toEqual(['no']);
    expect(offered({})).toEqual([]);
  });

  test('what is asked beside the answer gives way when the card would grow too big', () => {
    const aside = [{ type: 'TextBlock', text: 'x'.repeat(LARGEST_CARD), wrap: true }];
    expect(sizeOf(drawn({}, { aside }))).toBeLessThanOrEqual(LARGEST_CARD);
  });
});

describe('forms', () => {
  const sent = (drawn: ReturnType<typeof cards.eventCard>) =>
    Object.fromEntries(
      nodesOf(drawn).flatMap(({ node }) =>
        String(node.type).startsWith('Input.') ? [[String(node.id), node.value]] : [],
      ),
    );

  test('the form sends every field of a draft, as it was typed, by the names of the domain', () => {
    const drawn = deskCards.eventFormCard(fullDraft, { ...frame, form: 'f', groups });
    expect(eventDraft.parse(sent(drawn))).toEqual(fullDraft);
    expect(Object.keys(sent(drawn)).sort()).toEqual(Object.keys(fullDraft).sort());
  });

  test('shows first what nine of ten need, and the rest when something there was set or is wrong', () => {
    const isOpen = (draft: object, problems: { field: string; message: string }[] = []) =>
      nodesOf(deskCards.eventFormCard(eventDraft.parse(draft), { ...frame, form: 'f', groups, problems })).find(
        ({ node }) => node.id === 'moreSettings',
      )?.node.isVisible;
    expect(isOpen({ type: 'seminar', title: 'X', ways: 'both', place: 'Akaa' })).toBe(false);
    expect(isOpen({ group: '-', asksNeeds: '-', isPublic: 'false' })).toBe(false);
    expect(isOpen({ capacityRoom: '40' })).toBe(true);
    expect(isOpen({}, [{ field: 'times', message: 'Liikaa.' }])).toBe(true);
  });

  test('the preview carries the draft whole, and none of the invitation’s buttons can be pressed', () => {
    const draft = eventDraft.parse({ title: `Q ${INJECTION}`, description: '# a\n<b>', asksFeedback: 'true' });
    const drawn = deskCards.eventPreviewCard([exampleEvent()], draft, 'form-1', { ...frame, shown: nobody, due: [] });
    expect(eventDraft.parse(sent(drawn))).toEqual(draft);
    const pressable = nodesOf(drawn).filter(({ node }) => node.type === 'Action.Execute');
    expect(pressable.map(({ node }) => node.verb)).toEqual([cards.createEvent.verb, cards.editDraft.verb]);
  });

  test('cancelling is asked once more before it can be pressed', () => {
    const drawn = deskCards.manageEventCard(exampleEvent(), nobody, { cancel: true }, frame);
    const container = nodesOf(drawn).find(({ node }) => node.id === 'cancelling')?.node;
    expect(container?.isVisible).toBe(false);
    expect(JSON.stringify(drawn).split('"verb":"events.cancel"').length).toBe(
      JSON.stringify(container).split('"verb":"events.cancel"').length,
    );
  });
});
