/** The figures of a year: counted from what features tell, exact, each beside last year's. */
import { describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { together } from '../../bot/core/facts.ts';
import { MOST_WISHES, spansFor, yearSpan } from '../../bot/features/report/counting.ts';
import {
  averageOf,
  averageText,
  type FigureName,
  type Figures,
  figures as figuresSchema,
  gradeText,
  measureText,
} from '../../bot/features/report/figures.ts';
import { idOf } from '../fakes/register-of.ts';
import { CUSTOMERS, emptyFigures, FACTS, figuresOf, registerWith } from '../fakes/report-year.ts';

const of = (name: FigureName, figures: Figures = figuresOf()) => figures.summary.find((one) => one.name === name);
const counts = (name: FigureName, figures?: Figures) => {
  const { now, before } = of(name, figures) ?? {};
  return [now?.type === 'count' ? now.n : now, before?.type === 'count' ? before.n : before];
};

describe('grades', () => {
  test('the sample of 2024 averages 4.5, 4.0 and 4.5, written with a comma in Finnish and Swedish', () => {
    const grades = figuresOf().events.flatMap(({ grade }) => grade ?? []);
    expect(grades.map((one) => gradeText(one, 'fi'))).toEqual(['4,5/5', '4,0/5', '4,5/5']);
    expect(grades.map((one) => gradeText(one, 'sv'))).toEqual(['4,5/5', '4,0/5', '4,5/5']);
    expect(grades.map((one) => gradeText(one, 'en'))).toEqual(['4.5/5', '4.0/5', '4.5/5']);
  });

  test('the average over all is of all answers, not of averages', () => {
    expect(of('grade')?.now).toEqual({ type: 'average', sum: 236, n: 54 });
    expect(measureText(of('grade')?.now, 'fi')).toBe('4,4/5 (54 vastausta)');
  });

  test('a grade never stands without the number of its answers', () => {
    expect(averageText({ sum: 5, n: 1 }, 'fi')).toBe('5,0/5 (1 vastaus)');
    expect(averageText({ sum: 54, n: 12 }, 'sv')).toBe('4,5/5 (12 svar)');
    expect(averageText({ sum: 54, n: 12 }, 'en')).toBe('4.5/5 (12 answers)');
  });

  test.each([
    [85, 20, '4.3'], // 4.25
    [87, 20, '4.4'], // 4.35, which as a binary fraction is less
    [1, 1, '1.0'],
    [299, 60, '5.0'],
  ])('%i of %i answers is written %s', (sum, n, written) => {
    expect(gradeText({ sum, n }, 'en')).toBe(`${written}/5`);
  });

  test('without answers there is none', () => {
    expect(averageOf([undefined, undefined])).toBeUndefined();
    expect(measureText(undefined, 'fi')).toBe('–');
  });

  test('feedback that closes in January counts in the year of its event, a survey in the year in which it closes', () => {
    const { surveys, events } = figuresOf();
    expect(surveys.map(({ page }) => page)).toEqual([
      ...['surveys/s1', 'surveys/e1-feedback', 'surveys/e2-feedback', 'surveys/e3-feedback'],
    ]);
    expect(events.at(-1)).toMatchObject({ grade: { sum: 99, n: 22 }, gradePage: 'surveys/e3-feedback' });
  });
});

describe('who took part', () => {
  test('those counted by hand count as participants, and a person at several events once among people', () => {
    expect(counts('participants')).toEqual([24 + 16 + 31, 10]);
    expect(counts('people')).toEqual([31, 10]);
  });

  test('a cancelled event is told and counts nowhere', () => {
    const { events } = figuresOf();
    expect(events.find(({ page }) => page === 'events/e4')).toMatchObject({ isCancelled: true, participants: 0 });
    expect(counts('events')).toEqual([3, 1]);
  });

  test('what has not begun yet is not counted', () => {
    const at = toInstant('2024-10-02T10:00:00Z');
    expect(counts('events', figuresOf({ at }))[0]).toBe(2);
  });

  test('municipalities and others apart; new is who took part in nothing before the year', () => {
    expect(counts('municipalities')).toEqual([30, 10]);
    expect(counts('otherOrganisations')).toEqual([1, 0]);
    expect(counts('newOrganisations')).toEqual([21, 10]);
    expect(counts('firstTimers')).toEqual([21, 10]);
  });

  test('someone from outside is a participant and reaches no municipality', () => {
    expect(figuresOf().events.at(-1)).toMatchObject({ participants: 31, municipalities: 30 });
  });

  test('municipalities are told by region, and by area where the network has areas', () => {
    const byRegion = figuresOf();
    expect(byRegion.areAreas).toBe(false);
    expect(byRegion.places.reduce((sum, { now }) => sum + now, 0)).toBe(30);
    expect(of('areas', byRegion)).toBeUndefined();
    const register = registerWith(30, { areas: [{ id: 'a', names: { fi: 'Etelä' }, regions: ['01', '02'] }] });
    const byArea = figuresOf({ register });
    expect(byArea.places).toEqual([{ names: { fi: 'Etelä' }, now: 4, before: 2 }]);
    expect(counts('areas', byArea)).toEqual([1, 1]);
  });

  test('159 municipalities are told by name, each once, in order', () => {
    const all = Array.from({ length: 159 }, (_, n) => idOf(`m${n}`));
    const big = together([
      { ...FACTS, events: FACTS.events.map((one) => (one.id === 'e3' ? { ...one, people: all } : one)) },
    ]);
    const { reached, events } = figuresOf({ register: registerWith(159), now: big });
    expect(events.at(-1)).toMatchObject({ municipalities: 159, title: 'Markkinointi ja yhteistyö' });
    const names = reached.filter(({ isMunicipality }) => isMunicipality).map(({ names: { fi } }) => fi ?? '');
    expect(names).toHaveLength(159);
    expect(names).toEqual([...new Set(names)].sort(new Intl.Collator('fi-FI').compare));
  });
});

test('ideas and statements are counted where a network has them, and are no figures elsewhere', () => {
  const one = { page: 'ideas/idea/i1', title: 'Kimppakyydit', at: toInstant('2024-05-01T10:00:00Z'), supporters: 3 };
  const ideas = [
    { ...one, state: 'proposed' as const },
    { ...one, state: 'done' as const },
  ];
  const statements = [{ page: 'statements/s1', title: 'Rahoitus', at: one.at, organisations: 12 }];
  const figures = figuresOf({ now: together([{ ...FACTS, ideas, statements }]) });
  const names: readonly FigureName[] = ['ideas', 'ideasDone', 'statements'];
  expect(names.map((name) => counts(name, figures))).toEqual([
    [2, 0],
    [1, 0],
    [1, 0],
  ]);
  expect(names.map((name) => of(name))).toEqual([undefined, undefined, undefined]);
});

describe('help', () => {
  const municipality = [...registerWith(1).organisations.values()][0];
  const asked = {
    page: 'questions/q1',
    title: 'Miten?',
    at: toInstant('2024-05-01T10:00:00Z'),
    isByCoordinator: false,
  };
  const from = municipality ? { from: municipality.id } : {};
  const help = [
    { ...asked, ...from, by: [] },
    { ...asked, by: municipality ? [municipality.id] : [], isByCoordinator: true },
  ];

  test('is counted by organisation, and who asked without a name is in the sum alone', () => {
    const figures = figuresOf({ now: together([{ ...FACTS, help }]) });
    expect(counts('helped', figures)).toEqual([2, 0]);
    expect(figures.help).toMatchObject({
      ...{ answered: 2, byCoordinator: 1 },
      organisations: [{ names: municipality?.names, asked: 1, given: 1 }],
    });
  });

  test('where nobody asked anything there is no figure and no part of it', () => {
    expect(of('helped')).toBeUndefined();
    expect(figuresOf().help).toBeUndefined();
  });
});

describe('polls, wishes and materials', () => {
  test('turnout is of all who could vote in all polls', () => {
    expect(of('turnout')?.now).toEqual({ type: 'share', n: 16, of: 32 });
    expect(measureText(of('turnout')?.now, 'fi')).toBe('50 % (16/32)');
  });

  test('wishes and those carried out; new materials and all uses', () => {
    expect([counts('wishes')[0], counts('wishesDone')[0]]).toEqual([3, 1]);
    expect([counts('materials')[0], counts('uses')[0]]).toEqual([1, 35]);
  });

  test('what one document can’t hold is counted, not listed', () => {
    const [wish] = FACTS.wishes;
    const wishes = Array.from({ length: MOST_WISHES + 5 }, () => wish).flatMap((one) => one ?? []);
    const figures = figuresOf({ now: together([{ ...FACTS, wishes }]) });
    expect(figures.wishes).toHaveLength(MOST_WISHES);
    expect(counts('wishes', figures)[0]).toBe(MOST_WISHES + 5);
  });
});

describe('every figure', () => {
  test('has the page that it comes from', () => {
    const figures = figuresOf();
    const lists = [figures.summary, figures.events, figures.polls, figures.surveys, figures.quotes, figures.wishes];
    for (const one of [...lists.flat(), ...figures.materials]) expect(one.page).toMatch(/^[a-z]+(\/[a-z0-9-]+)?$/);
    expect(figures.events[0]).toMatchObject({ page: 'events/e1', title: CUSTOMERS });
  });

  test('fits what is stored and sent, and names no person', () => {
    const figures = figuresOf();
    expect(figuresSchema.parse(figures)).toEqual(figures);
    expect(JSON.stringify(figures)).not.toMatch(/Nimi |"m0"|visitor/);
  });

  test('of a year in which nothing happened is nought, and says so', () => {
    const figures = emptyFigures();
    expect(figures.isEmpty).toBe(true);
    expect(counts('events', figures)).toEqual([0, undefined]);
    expect(of('grade', figures)).toEqual({ name: 'grade', page: 'feedback' });
    expect(figuresOf().isEmpty).toBe(false);
  });
});

describe('the year', () => {
  test('is the network’s own, from midnight to midnight', () => {
    expect(yearSpan(2024, 'Europe/Helsinki')).toEqual({
      from: '2023-12-31T22:00:00.000Z',
      to: '2024-12-31T22:00:00.000Z',
    });
  });

  test('is followed by the weeks in which its feedback closes', () => {
    const { now, after } = spansFor(2024, 'Europe/Helsinki');
    expect(after.from).toBe(now.to);
    expect(after.to > '2025-01-15').toBe(true);
  });
});
