/** The rules of ideas as state in, state out: forms, conditions, phases, wordings, steps and decisions. */
import { describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { translator } from '../../bot/core/text.ts';
import {
  type Collection,
  type CollectionDraft,
  changeCollection,
  close,
  collectionDraftOf,
  decide,
  EMPTY_COLLECTION,
  hidesAuthors,
  makeCollection,
  phaseOf,
  publish,
  readCollection,
  readCost,
  TOPICS,
  topicsFrom,
} from '../../bot/features/ideas/collection.ts';
import {
  EMPTY_IDEA,
  type Idea,
  type IdeaDraft,
  ideaDraftOf,
  makeIdea,
  readIdea,
  reword,
  setState,
  takeStep,
} from '../../bot/features/ideas/idea.ts';

const NOW = toInstant('2026-11-28T08:00:00Z');
const LATER = toInstant('2026-12-28T08:00:00Z');
const by = personOf('tenant', 'author');
const coordinator = personOf('tenant', 'coordinator');
const frame = { now: NOW, zone: 'Europe/Helsinki', isGroup: (id: string) => id === 'core' };
const fi = translator('fi');

const read = (of: Partial<CollectionDraft>) => readCollection({ ...EMPTY_COLLECTION, title: 'Raha', ...of }, frame);
const call = (of: Partial<CollectionDraft> = {}): Collection =>
  publish(
    makeCollection(read(of), { id: activityId.parse('k1'), post: postId.parse('k1-card'), by: coordinator, now: NOW }),
    NOW,
  );
const idea = (of: Partial<IdeaDraft> = {}, at = call()): Idea =>
  makeIdea(readIdea({ ...EMPTY_IDEA, title: 'Kimppakyyti', ...of }, at), at, {
    id: activityId.parse('i1'),
    by,
    now: NOW,
  });

function problemsOf(act: () => unknown): Record<string, string> {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Object.fromEntries(
      error.problems.map(({ field, row, params }) => [field, fi(row, params).replace(/\s/g, ' ')]),
    );
  }
  return {};
}

describe('a cost', () => {
  test.each<[string, number | undefined]>([
    ['10000', 10_000],
    ['10 000 €', 10_000],
    ['10\u00a0000', 10_000],
    ['10.000', 10_000],
    ['1 500,50 euroa', 1500.5],
    ['0', 0],
    ['noin tonni', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    ['99999999999', undefined],
  ])('“%s” is %s', (typed, euros) => {
    expect(readCost(typed)).toBe(euros);
  });
});

describe('a call', () => {
  test('is read whole, and its form brings the same call again', () => {
    const of = call({
      ...{ description: 'Mikä auttaisi?', purpose: 'Hallitus päättää.', closesOn: '2026-12-18', mostCost: '10 000' },
      ...{ targetGroups: ['Nuoret', ' Nuoret '], promises: ['Hyödyttää nuoria'], needsCost: true },
      ...{ whoProposes: 'group:core', jury: 'core', themes: ['Kyydit'] },
    });
    expect(of.conditions).toEqual({
      ...{ mostCost: 10_000, targetGroups: ['Nuoret'], promises: ['Hyödyttää nuoria'] },
      ...{ needsPicture: false, needsCost: true },
    });
    expect(of.closesAt).toBe('2026-12-18T14:00:00.000Z');
    expect(changeCollection(of, readCollection(collectionDraftOf(of, frame.zone), frame, of))).toEqual(of);
  });

  test('names everything that is wrong with it by the field', () => {
    expect(
      Object.keys(
        problemsOf(() =>
          read({
            ...{ title: ' ', mostCost: 'paljon', closesOn: '2026-11-01', whoProposes: 'group:gone', jury: 'gone' },
            ...{
              opensOn: '31.12.',
              themes: ['x'.repeat(81)],
              promises: Array.from({ length: 11 }, (_, n) => `lupaus ${n}`),
            },
          }),
        ),
      ).sort(),
    ).toEqual(['closesOn', 'jury', 'mostCost', 'opensOn', 'promises', 'themes', 'title', 'whoProposes']);
  });

  test('can’t close before it opens', () => {
    expect(problemsOf(() => read({ opensOn: '2026-12-10', closesOn: '2026-12-01' }))).toHaveProperty('closesOn');
  });

  test('is to open, open and closed by the clock', () => {
    const of = call({ opensOn: '2026-12-01', closesOn: '2026-12-18' });
    const at = (time: string) => phaseOf(of, toInstant(time));
    expect([at('2026-11-30T00:00:00Z'), at('2026-12-01T06:00:00Z'), at('2026-12-18T14:00:00Z')]).toEqual([
      ...['scheduled', 'open', 'closed'],
    ]);
    expect(phaseOf({ ...of, state: 'draft' }, NOW)).toBe('draft');
  });

  test('of pictures asks for a picture and hides whose they are until it closes', () => {
    const of = call({ type: 'pictures', closesOn: '2026-12-18' });
    expect(of.conditions.needsPicture).toBe(true);
    expect([hidesAuthors(of, NOW), hidesAuthors(of, LATER)]).toEqual([true, false]);
    expect(hidesAuthors(call(), NOW)).toBe(false);
  });

  test('is closed early once; the standing one never', () => {
    const closed = close(call(), NOW);
    expect(phaseOf(closed, NOW)).toBe('closed');
    expect(close(closed, LATER)).toBe(closed);
    expect(() => close(topicsFrom(by, NOW), NOW)).toThrow(Refusal);
    expect(topicsFrom(by, NOW).id).toBe(TOPICS);
  });
});

describe('the conditions', () => {
  const strict = call({
    ...{ mostCost: '10000', targetGroups: ['Nuoret'], promises: ['Hyödyttää nuoria', 'Valmis keväällä'] },
    ...{ needsCost: true, needsPicture: true },
  });

  test('that are not met are each named', () => {
    const missing = problemsOf(() =>
      readIdea({ ...EMPTY_IDEA, title: 'Bussi', promises: ['Valmis keväällä'] }, strict),
    );
    expect(missing).toEqual({
      cost: 'Arvioi kustannus euroina.',
      targetGroup: 'Valitse kohderyhmä, jota idea koskee.',
      promises: 'Ehtona on, että vahvistat tämän: ”Hyödyttää nuoria”.',
      picture: 'Ehtona on, että ideassa on kuva. Lisää kuva.',
    });
  });

  test('name the limit and the sum', () => {
    const dear = { ...EMPTY_IDEA, title: 'Bussi', cost: '12 500,00' };
    expect(problemsOf(() => readIdea(dear, call({ mostCost: '10000' })))).toEqual({
      cost: 'Kustannus voi olla enintään 10 000 €; tämä on 12 500 €.',
    });
    expect(readIdea({ ...dear, cost: '10000' }, call({ mostCost: '10000' })).cost).toBe(10_000);
  });

  test('are promised as the call puts them, whatever else is sent along', () => {
    const of = call({ promises: ['Hyödyttää nuoria'] });
    const draft = { ...EMPTY_IDEA, title: 'Bussi', promises: ['Hyödyttää nuoria', 'Muuta'], targetGroup: 'Keksitty' };
    expect(readIdea(draft, of)).toEqual({ title: 'Bussi', text: '', promises: ['Hyödyttää nuoria'] });
  });

  test('do not stop words that are too long from being named', () => {
    expect(
      Object.keys(
        problemsOf(() =>
          readIdea({ ...EMPTY_IDEA, title: 'x'.repeat(121), text: 'y'.repeat(3001), cost: 'tonni' }, call()),
        ),
      ),
    ).toEqual([...['title', 'text', 'cost']]);
  });
});

describe('an idea', () => {
  test('that is worded anew keeps how it was worded before, and nothing when it is the same', () => {
    const before = idea({ text: 'Ensin näin.', cost: '100' });
    const changed = reword(before, readIdea({ ...EMPTY_IDEA, title: 'Uusi nimi' }, call()), { by, now: LATER });
    expect(changed).toMatchObject({ title: 'Uusi nimi', text: '' });
    expect(changed).not.toHaveProperty('cost');
    expect(changed.wordings).toEqual([{ at: NOW, by, title: 'Kimppakyyti', text: 'Ensin näin.', cost: 100 }]);
    expect(reword(before, readIdea(ideaDraftOf(before), call()), { by, now: LATER }).wordings).toEqual([]);
    expect(() =>
      reword({ ...before, into: [activityId.parse('i2')] }, readIdea(ideaDraftOf(before), call()), { by, now: NOW }),
    ).toThrow(Refusal);
  });

  test('is not taken only with a reason, which goes when it is taken up again', () => {
    const frameNow = { by: coordinator, now: LATER };
    expect(problemsOf(() => setState(idea(), 'notTaken', ' ', frameNow))).toHaveProperty('note');
    const not = setState(idea(), 'notTaken', 'Raha loppui.', frameNow);
    expect(not).toMatchObject({ state: 'notTaken', reason: 'Raha loppui.' });
    const back = setState(not, 'proposed', '', frameNow);
    expect(back).not.toHaveProperty('reason');
    expect(back.steps.map(({ what }) => what)).toEqual(['proposed', 'notTaken', 'back']);
    expect(setState(back, 'proposed', '', frameNow)).toBe(back);
  });

  test('takes a step of the same cause once', () => {
    const vote = { what: 'voted', at: LATER, by: coordinator, because: 'p1|1|winner' } as const;
    const once = takeStep(idea(), vote, 'voted');
    expect(takeStep(once, { ...vote, at: toInstant('2027-01-01T00:00:00Z') }, 'voted')).toBe(once);
  });
});

describe('a decision', () => {
  const made = { by: coordinator, now: LATER };
  const draft = { ideas: [activityId.parse('i1')], body: ' Kunnanhallitus ', on: '2027-03-12', restReason: '' };

  test('says who confirmed it and when; the same again changes nothing, another one replaces it', () => {
    const decided = decide(call(), draft, made);
    expect(decided.decision).toEqual({
      ...{ ideas: ['i1'], body: 'Kunnanhallitus', on: '2027-03-12', by: coordinator, at: LATER },
    });
    expect(decide(decided, draft, { ...made, now: NOW })).toBe(decided);
    expect(decide(decided, { ...draft, body: '' }, made).decision).not.toHaveProperty('body');
  });

  test('needs a day and an idea', () => {
    expect(Object.keys(problemsOf(() => decide(call(), { ...draft, ideas: [], on: 'eilen' }, made)))).toEqual([
      'on',
      'ideas',
    ]);
  });
});
