/** Every card of polls in every language: sound, within its limits, and nothing in it but our own words and escaped user text. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LARGEST_CARD, sizeOf } from '../../bot/cards/kit.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { translator } from '../../bot/core/text.ts';
import * as cards from '../../bot/features/polls/cards.ts';
import * as deskCards from '../../bot/features/polls/desk-cards.ts';
import { LONGEST_DESCRIPTION, LONGEST_OPTION, LONGEST_QUESTION, pollDraft } from '../../bot/features/polls/poll.ts';
import { actionsOf, faultsOf, nodesOf, textsOf } from './check.ts';
import {
  closedPoll,
  examplePoll,
  examples,
  INJECTION,
  largest,
  largestShown,
  now,
  optionsOf,
  shownOf,
  userTexts,
} from './examples.ts';
import { languages, outsideTable } from './pseudo.ts';

const actions = actionsOf(cards);
const fi = translator('fi');
const frame = { now, zone: 'Europe/Helsinki', t: fi, link: 'https://example.org/tab' };

describe.each(examples)('the card “$name”', ({ draw }) => {
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
  const used = new Set(examples.flatMap(({ draw }) => nodesOf(draw(fi)).map(({ node }) => node.verb)));
  expect(verbs.filter((verb) => !used.has(verb))).toEqual([]);
});

describe('size', () => {
  test('the longest poll in both languages with bars keeps all its options within the limit', () => {
    for (const name of ['open-largest', 'own-largest', 'result-largest']) {
      const drawn = examples.find((one) => one.name === name)?.draw(languages['fi+sv']);
      expect(drawn && sizeOf(drawn)).toBeLessThanOrEqual(LARGEST_CARD);
      const texts = JSON.stringify(drawn);
      for (const one of largest.options) expect(texts).toContain(one.label.trim().slice(0, 30));
    }
  });

  test('whatever letters fill a poll, no card outgrows the limit', () => {
    const letter = fc.constantFrom('a', 'ä', '漢', '😀', '*', '"', '\\', '\n', '<', '_', 'e\u0301');
    const filled = (most: number) =>
      letter.map((one) =>
        one
          .repeat(Math.ceil(most / one.length))
          .slice(0, most)
          .toWellFormed(),
      );
    fc.assert(
      fc.property(filled(LONGEST_QUESTION), filled(LONGEST_DESCRIPTION), filled(LONGEST_OPTION), (q, prose, label) => {
        const names = Object.fromEntries(
          largest.options.map((one) => [one.id, Array.from({ length: 159 }, () => 'Aino Esimerkki')]),
        );
        const options = largest.options.map((one) => ({ ...one, label }));
        const long = examplePoll({
          ...largest,
          question: q,
          description: prose,
          purpose: prose,
          secrecy: 'named',
          options,
        });
        const shown = { ...largestShown, names };
        const both = { ...frame, t: languages['fi+sv'] };
        const own = { choices: options.map((one) => one.id), comment: prose.slice(0, 500), castAt: now };
        for (const drawn of [
          cards.pollCard(long, shown, both),
          cards.ownVoteCard(long, shown, own, both),
          deskCards.managePollCard(long, shown, { close: true, remind: true, undo: true }, both),
          cards.reminderCard(long, shown, both),
          cards.openPollsCard(
            Array.from({ length: 20 }, () => ({ poll: long, hasVoted: false })),
            both,
          ),
        ])
          expect(sizeOf(drawn)).toBeLessThanOrEqual(LARGEST_CARD);
      }),
      { numRuns: 25 },
    );
  });
});

describe('pictures', () => {
  const drawnAs = (name: string) => examples.find((one) => one.name === name)?.draw(fi);
  const imagesOn = (name: string) => nodesOf(drawnAs(name)).filter(({ node }) => node.type === 'Image');

  test('stand above the button of their option, as wide as the card, with words for those who do not see them', () => {
    const body = (drawnAs('open-pictures') as unknown as { body: { type: string; altText?: string }[] }).body;
    const at = body.findIndex(({ type }) => type === 'Image');
    expect(body[at]).toMatchObject({ altText: 'Kuva: Katettu pysäkki torin laidalla', size: 'Stretch' });
    expect(body[at + 1]).toMatchObject({ type: 'ActionSet', actions: [{ title: 'Katettu pysäkki torin laidalla' }] });
    expect(imagesOn('open-pictures')).toHaveLength(3);
  });

  test('stand once for each option where the choice is an input, and beside the bar in the result', () => {
    expect(new Set(imagesOn('open-several-pictures').map(({ node }) => node.altText)).size).toBe(8);
    expect(imagesOn('open-several-pictures')).toHaveLength(8);
    expect(imagesOn('result-pictures').map(({ path }) => /columns\[0\]/.test(path))).toEqual([true, true, true]);
  });

  test('give way to words when the card has no room for both', () => {
    const words = JSON.stringify(drawnAs('open-largest-pictures'));
    for (const one of largest.options) expect(words).toContain(one.label.trim().slice(0, 20));
  });
});

test('no button has a title that Teams would cut off', () => {
  const LONGEST = { fi: 40, sv: 40, en: 40, 'fi+sv': 60 };
  for (const [language, most] of Object.entries(LONGEST)) {
    const t = translator(language as keyof typeof LONGEST);
    const titles = examples.flatMap(({ draw }) =>
      nodesOf(draw(t)).flatMap(({ node }) => (String(node.type).startsWith('Action.') ? [String(node.title)] : [])),
    );
    const long = titles.filter((title) => [...title.replaceAll('\u200c', '').replace(/^✓ /, '')].length > most);
    expect([...new Set(long)]).toEqual([]);
  }
});

describe('voting on the card', () => {
  const votes = (of: Parameters<typeof cards.pollCard>[0]) =>
    nodesOf(cards.pollCard(of, { voters: 0, entitled: 3 }, frame)).filter(
      ({ node }) => node.type === 'Action.Execute' && node.verb === cards.castVote.verb,
    );

  test('an open poll of few options has one button an option, each in a set of its own', () => {
    const drawn = cards.pollCard(examplePoll(), { voters: 0, entitled: 3 }, frame);
    const sets = nodesOf(drawn).filter(
      ({ node }) => node.type === 'ActionSet' && JSON.stringify(node).includes('"choice"'),
    );
    expect(sets.map(({ node }) => (node.actions as unknown[]).length)).toEqual([1, 1, 1]);
    expect(votes(examplePoll()).map(({ node }) => cards.castVote.schema.parse(node.data))).toEqual(
      ['o1', 'o2', 'o3'].map((choice) => ({ poll: 'example', choice: [choice] })),
    );
    expect(nodesOf(drawn).some(({ node }) => String(node.type).startsWith('Input.'))).toBe(false);
  });

  test.each([
    ['several choices', examplePoll({ mostChoices: 2 }), true],
    ['more than six options', examplePoll({ options: optionsOf('1', '2', '3', '4', '5', '6', '7') }), false],
    ['a secret ballot', examplePoll({ secrecy: 'secret', showResults: 'afterClosing' }), false],
  ])('%s get an input and one button', (_name, of, isSeveral) => {
    const drawn = cards.pollCard(of, { voters: 0, entitled: 3 }, frame);
    const input = nodesOf(drawn).find(({ node }) => node.id === 'choice')?.node;
    expect(input).toMatchObject({
      type: 'Input.ChoiceSet',
      label: expect.any(String),
      errorMessage: expect.any(String),
    });
    expect(input?.isMultiSelect ?? false).toBe(isSeveral);
    expect(votes(of)).toHaveLength(1);
  });

  test.each([
    ['closed', closedPoll({}, {})],
    ['being counted', examplePoll({ closesAt: now })],
    ['undone', examplePoll({ state: 'undone' })],
    ['scheduled', examplePoll({ opensAt: toInstant('2026-12-01T08:00:00Z') })],
  ])('a %s poll has no button to vote', (_name, of) => {
    expect(votes(of)).toEqual([]);
  });

  test('a click on a button of several choices brings the ids that Teams joins by commas', () => {
    const parse = (choice: unknown) => cards.castVote.schema.parse({ poll: 'p', choice }).choice;
    expect(parse('o1,o3')).toEqual(['o1', 'o3']);
    expect(parse('')).toEqual([]);
    expect(parse(undefined)).toEqual([]);
    expect(parse(['o2'])).toEqual(['o2']);
  });
});

describe('what the shared card tells', () => {
  const read = (of: Parameters<typeof cards.pollCard>[0], shown: cards.Shown = { voters: 12, entitled: 34 }) =>
    textsOf(cards.pollCard(of, shown, frame))
      .join('\n')
      .replaceAll('\u00a0', ' ');

  test('the deadline in words with its weekday, who sees what, the turnout and the tie rule', () => {
    const card = read(examplePoll({ minimumTurnout: 10 }));
    expect(card).toContain('Äänestä viimeistään torstaina 3.12.2026 klo 16.00.');
    expect(card).toContain('Nimet eivät näy jäsenille.');
    expect(card).toContain('12/34 jäsenestä on äänestänyt.');
    expect(card).toContain('vähintään 10 jäsentä');
    expect(card).toContain('Jos äänet menevät tasan');
  });

  test('a poll with names says so before the first button to vote', () => {
    const drawn = JSON.stringify(cards.pollCard(examplePoll({ secrecy: 'named' }), { voters: 0, entitled: 3 }, frame));
    expect(drawn.indexOf('Nimet näkyvät')).toBeGreaterThan(0);
    expect(drawn.indexOf('Nimet näkyvät')).toBeLessThan(drawn.indexOf(cards.castVote.verb));
  });

  test('a secret ballot says in plain words when counts come, what could be connected, and what small numbers tell', () => {
    const card = read(examplePoll({ secrecy: 'secret', showResults: 'afterClosing' }));
    expect(card).toContain('vasta, kun äänestys on päättynyt');
    expect(card).toContain('Siihen asti palvelin voisi toimiessaan yhdistää äänen äänestäjään.');
    expect(card).toContain('äänet hävitetään');
    expect(card).toContain('Jos ääniä annetaan alle 3, julkaistaan vain äänestäneiden määrä.');
    expect(card).toContain('Jos kaikki äänestävät samaa vaihtoehtoa, tulos kertoo jokaisen äänen.');
  });

  test('no text in any language promises to be anonymous', () => {
    for (const t of Object.values(languages))
      for (const { draw } of examples) expect(textsOf(draw(t)).join('\n')).not.toMatch(/anonym/i);
  });

  test('numbers only when they may be shown, and names only when they are given', () => {
    const counts = { o1: 7, o2: 4, o3: 1 };
    expect(read(examplePoll())).not.toMatch(/ääntä ·|█/);
    expect(read(examplePoll(), { voters: 12, entitled: 34, counts })).toContain('7 ääntä · 58 %');
    const names = { o1: ['Aino Esimerkki'] };
    expect(read(examplePoll(), { voters: 12, entitled: 34, counts })).not.toContain('Aino');
    expect(read(examplePoll({ secrecy: 'named' }), { voters: 12, entitled: 34, counts, names })).toContain(
      'Aino Esimerkki',
    );
  });

  test('dates are written in the language of the reader', () => {
    const [option] = [
      { ...optionsOf('')[0], startsAt: toInstant('2026-12-08T07:00:00Z'), endsAt: toInstant('2026-12-08T08:30:00Z') },
    ];
    const written = (t: typeof fi) =>
      cards.optionLabel(option as Parameters<typeof cards.optionLabel>[0], 'Europe/Helsinki', t);
    expect(written(fi)).toBe('ti 8.12. klo 9.00–10.30');
    expect(written(languages.sv)).toBe('tis 8.12 kl. 9.00–10.30');
    expect(written(languages.en)).toBe('Tue 8 Dec at 9:00–10:30');
    expect(written(languages['fi+sv'])).toBe('ti/tis 8.12. 9.00–10.30');
  });

  test('the closed card shows the verdict first, the winner marked by more than colour, most votes first', () => {
    const of = closedPoll(
      {},
      {
        counts: { o1: 2, o2: 9, o3: 1 },
        leaders: examplePoll()
          .options.slice(1, 2)
          .map((one) => one.id),
      },
    );
    const card = read(of, shownOf(of));
    expect(card).toContain('Tulos: Kutsuliikenne haja-asutusalueella');
    expect(card).toContain('✓ Kutsuliikenne haja-asutusalueella');
    expect(card.indexOf('9 ääntä')).toBeLessThan(card.indexOf('2 ääntä'));
  });
});

describe('one municipality, one vote', () => {
  const read = (of: Parameters<typeof cards.pollCard>[0], shown: cards.Shown, t = fi) =>
    textsOf(cards.pollCard(of, shown, { ...frame, t }))
      .join('\n')
      .replaceAll('\u00a0', ' ');
  const organisations = { voted: 14, entitled: 31, counts: { o1: '7/2', o2: '29/3', o3: '0' }, waiting: 1, outside: 0 };
  const shown: cards.Shown = {
    voters: 18,
    entitled: 34,
    counts: { o1: 9, o2: 8, o3: 1 },
    kind: 'municipality',
    organisations,
  };

  test('is said before the first button, with the rule and the least number in municipalities', () => {
    const of = examplePoll({ tallies: 'organisations', rule: 'split', minimumTurnout: 10 });
    const drawn = JSON.stringify(cards.pollCard(of, shown, frame));
    expect(drawn.indexOf('Yksi kunta, yksi ääni')).toBeGreaterThan(0);
    expect(drawn.indexOf('Yksi kunta, yksi ääni')).toBeLessThan(drawn.indexOf(cards.castVote.verb));
    const card = read(of, shown);
    expect(card).toContain('14/31 kuntaa on äänestänyt.');
    expect(card).toContain('1 ääni odottaa kuntatietoa.');
    expect(card).toContain('jaetaan heidän kesken tasan');
    expect(card).toContain('vähintään 10 kuntaa äänestää');
  });

  test('parts of votes have at most two decimals, as each language writes them', () => {
    const of = examplePoll({ tallies: 'organisations', rule: 'split' });
    expect(read(of, shown)).toContain('kuntien ääniä 9,67 · 69 %');
    expect(read(of, shown, languages.sv)).toContain('kommunernas röster 3,5 · 25 %');
    expect(read(of, shown, languages.en)).toContain('votes of municipalities 9.67 · 69%');
    expect(read(of, shown, languages['fi+sv'])).toContain('kuntien ääniä 3,5 · 25 % / kommunernas röster 3,5 · 25 %');
  });

  test('a poll of persons has the municipalities beside them, and says which decides', () => {
    const card = read(examplePoll(), shown);
    expect(card).toContain('9 ääntä · 50 %\nKuntien ääniä 3,5');
    expect(card).toContain('Henkilöiden äänet ratkaisevat.');
  });

  test('what is asked beside the vote gives way when the card would grow too big', () => {
    const aside = [{ type: 'TextBlock', text: 'x'.repeat(LARGEST_CARD), wrap: true }];
    const own = { choices: ['o1'], castAt: now };
    const drawn = cards.ownVoteCard(examplePoll(), shown, own, { ...frame, outcome: 'first', aside });
    expect(sizeOf(drawn)).toBeLessThanOrEqual(LARGEST_CARD);
    expect(textsOf(drawn).join('\n')).toContain('Äänesi on kirjattu');
  });
});

describe('one’s own view and forms', () => {
  test('keeps the choices, the comment and the option that were refused', () => {
    const of = examplePoll({ mostChoices: 2, membersAddOptions: true });
    const drawn = cards.ownVoteCard(of, { voters: 0, entitled: 3 }, undefined, {
      ...frame,
      refusal: 'Ei käy.',
      typedChoices: ['o1', 'o2', 'o3'],
      typedComment: '*kommentti*',
      typedOption: '<at>oma</at>',
    });
    const value = (id: string) => nodesOf(drawn).find(({ node }) => node.id === id)?.node.value;
    expect([value('choice'), value('comment'), value('label')]).toEqual(['o1,o2,o3', '*kommentti*', '<at>oma</at>']);
    expect(nodesOf(drawn).find(({ node }) => node.id === 'ownOption')?.node.isVisible).toBe(true);
    expect(textsOf(drawn)[0]).toBe('Ei käy.');
  });

  test('the form sends every field of a draft, as it was typed, by the names of the domain', () => {
    const typed = pollDraft.parse({
      question: '*Mikä?*',
      options: 'a\n<b>',
      closesOn: '2026-12-24',
      closesAtTime: '09:30',
      opensOn: '2026-12-01',
      opensAtTime: '08:00',
      description: '# kuvaus',
      purpose: '_käyttö_',
      mostChoices: '2',
      showResults: 'afterVote',
      secrecy: 'named',
      membersAddOptions: 'true',
      minimumTurnout: '7',
      onTie: 'both',
      tallies: 'organisations',
      rule: 'split',
      group: 'core',
    });
    const groups = [{ id: 'core', name: 'Ydinryhmä' }];
    const drawn = deskCards.pollFormCard(typed, { ...frame, form: 'f', defaultDeadline: now, groups });
    const inputs = nodesOf(drawn).filter(({ node }) => String(node.type).startsWith('Input.'));
    const sent = Object.fromEntries(inputs.map(({ node }) => [String(node.id), node.value]));
    expect(pollDraft.parse(sent)).toEqual(typed);
    expect(Object.keys(sent).sort()).toEqual(Object.keys(typed).sort());
  });

  test('the form has the default deadline in its inputs and in words', () => {
    const deadline = toInstant('2026-12-03T14:00:00Z');
    const drawn = deskCards.pollFormCard(pollDraft.parse({}), { ...frame, form: 'f', defaultDeadline: deadline });
    const value = (id: string) => nodesOf(drawn).find(({ node }) => node.id === id)?.node.value;
    expect([value('closesOn'), value('closesAtTime')]).toEqual(['2026-12-03', '16:00']);
    expect(textsOf(drawn).join('\n').replaceAll('\u00a0', ' ')).toContain('torstaina 3.12.2026 klo 16.00');
  });

  test('“More settings” is folded until something behind it needs a look, and a problem stands above and at its field', () => {
    const fold = (problems: { field: string; message: string }[]) => {
      const drawn = deskCards.pollFormCard(pollDraft.parse({}), {
        ...frame,
        form: 'f',
        defaultDeadline: now,
        problems,
      });
      return { drawn, isVisible: nodesOf(drawn).find(({ node }) => node.id === 'moreSettings')?.node.isVisible };
    };
    expect(fold([]).isVisible).toBe(false);
    const { drawn, isVisible } = fold([{ field: 'minimumTurnout', message: 'Liian pieni.' }]);
    expect(isVisible).toBe(true);
    expect(textsOf(drawn).filter((one) => one === 'Liian pieni.')).toHaveLength(2);
  });

  test('the preview carries the draft whole, and none of its poll’s buttons can be pressed', () => {
    const draft = pollDraft.parse({ question: `Q ${INJECTION}`, options: 'a\nb', secrecy: 'named' });
    const drawn = deskCards.pollPreviewCard(examplePoll(), draft, 'form-1', frame);
    const inputs = nodesOf(drawn).filter(({ node }) => String(node.type).startsWith('Input.'));
    expect(pollDraft.parse(Object.fromEntries(inputs.map(({ node }) => [String(node.id), node.value])))).toEqual(draft);
    const pressable = nodesOf(drawn).filter(({ node }) => node.type === 'Action.Execute');
    expect(pressable.map(({ node }) => node.verb)).toEqual([cards.createPoll.verb, cards.editDraft.verb]);
  });

  test('what ends a poll is asked once more before it can be pressed', () => {
    const drawn = deskCards.managePollCard(
      examplePoll(),
      { voters: 0, entitled: 3 },
      { close: true, undo: true },
      frame,
    );
    for (const [fold, verb] of [
      ['confirmClose', cards.closePoll.verb],
      ['confirmUndo', cards.undoPoll.verb],
    ]) {
      const container = nodesOf(drawn).find(({ node }) => node.id === fold)?.node;
      expect(container?.isVisible).toBe(false);
      expect(JSON.stringify(container)).toContain(verb);
      expect(JSON.stringify(drawn).split(`"verb":"${verb}"`).length).toBe(
        JSON.stringify(container).split(`"verb":"${verb}"`).length,
      );
    }
  });

  test('the reminder in the channel speaks in numbers, once for each language', () => {
    const line = cards.reminderText(
      examplePoll(),
      { voters: 12, entitled: 34, notVoted: 22 },
      { ...frame, t: languages['fi+sv'] },
    );
    expect(line).toContain('12/34 jäsenestä on äänestänyt, 22 ei vielä.');
    expect(line).toContain('12 av 34 medlemmar har röstat, 22 har inte röstat ännu.');
  });
});
