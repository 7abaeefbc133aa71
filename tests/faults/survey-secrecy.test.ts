/**
 * Anonymous surveys against someone who holds the store, its backups taken while it was open, the log and the times of all answers: one a minute
 * for more than an hour, with drafts, changes and withdrawals among them.
 *
 * What is published in steps is known to everyone, and so is who answered between two steps: with steps of N people nobody can do better than
 * chance within those N, and chance is counted so. Before closing nothing can be read without the keys; after it there are none.
 */
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Instant } from '../../bot/core/clock.ts';
import { objectIdOf } from '../../bot/core/ids.ts';
import { activityScope } from '../../bot/core/scope.ts';
import { sealedAnswers } from '../../bot/features/surveys/ballots.ts';
import { getSurvey, sendAnswers, withdrawAnswers } from '../../bot/features/surveys/contract.ts';
import { surveys } from '../../bot/features/surveys/feature.ts';
import { resultsOf } from '../../bot/features/surveys/memory.ts';
import { saveTyped } from '../../bot/features/surveys/operations.ts';
import { textsOf } from '../../bot/features/surveys/result-operations.ts';
import type { Survey } from '../../bot/features/surveys/survey.ts';
import { openStore } from '../../bot/store/open.ts';
import { askOf } from '../fakes/feature-world.ts';
import { openSurveyWorld, person, type SurveyWorld } from '../fakes/survey-world.ts';
import { attack, type Ballot, type Click, chanceOf, type Guesses } from './attacker.ts';
import { bytesIn, countOf, filesOf, type Taken } from './evidence.ts';

const PEOPLE = 60;
const CHANGES = 15;
const WITHDRAWALS = 6;
const MINUTE = 60_000;
/** Minutes between two backups. */
const BACKUP_EACH = 10;
const TIME = 240_000;
/** All attacks of one test together raise a false alarm less often than this: each gets its part. */
const FALSE_ALARMS = 1e-6;
const LABELS = ['Koulukuljetukset', 'Kutsuliikenne', 'Tilastot'];
const OPTIONS = LABELS.map((label, n) => ({ id: `o${n + 1}`, label }));
const QUESTIONS = `Mikä aihe? | ${LABELS.join(' | ')}\nMiksi?`;
const WORDS = ['vesi', 'tie', 'koulu', 'kirja', 'aamu', 'linja', 'kunta', 'raha', 'aika', 'väki', 'talvi', 'silta'];

const nameless = (n: number) => ({ objectId: `person-${n}`, teamsId: `29:person-${n}`, name: `Jäsen ${n}` });
/** Of three digits each, so that no id begins with another. */
const everyone = Array.from({ length: PEOPLE }, (_, n) => 100 + n);
/** Looks at the results after each answer, and never answers. */
const ONLOOKER = 99;

interface Answered {
  readonly clicks: readonly Click[];
  /** Option id by object id, of those whose answer counts. */
  readonly truth: ReadonlyMap<string, string>;
  /** When the present answer was given, by object id. */
  readonly when: ReadonlyMap<string, Instant>;
  readonly texts: readonly string[];
  /** Times as of which the figures of the choice were published. */
  readonly cuts: readonly Instant[];
  readonly backups: readonly Taken[];
  readonly ballots: readonly Ballot[];
}

/** Nearly as long as may be with the first option, short with the second, nothing with the third: sizes would tell them. */
function wordsWith(option: number): string {
  if (option === 2) return '';
  const words = Array.from({ length: option === 0 ? 300 : 1 }, () => WORDS[randomInt(WORDS.length)]);
  return `${LABELS[option]} ${randomInt(2 ** 47)} ${words.join(' ')}`.slice(0, 1990).trim();
}

const lots = <T>(of: readonly T[]): T[] => {
  const drawn = of.map((one) => ({ one, lot: randomInt(2 ** 32) }));
  return drawn.sort((a, b) => a.lot - b.lot).map(({ one }) => one);
};

describe('on the embedded store', () => {
  let world: SurveyWorld;
  let copy: string;
  let folder: string;
  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'backup-'));
    folder = await mkdtemp(join(tmpdir(), 'survey-'));
    const opened = await openStore({ type: 'embedded', folder });
    world = await openSurveyWorld({
      size: 100 + PEOPLE,
      temp: { ...opened, folder, close: () => opened.store.close() },
    });
  }, TIME);
  afterEach(async () => {
    await world.close();
    for (const one of [copy, folder]) await rm(one, { recursive: true, force: true });
  });

  const logOf = (): string[] => world.log.events.map((one) => JSON.stringify(one));

  /** Everything but the keys. */
  async function take(): Promise<Taken> {
    const stored = await filesOf(folder, await mkdtemp(join(copy, 'taken-')));
    return { ...stored, bytes: [...stored.bytes, { name: 'log', data: Buffer.from(logOf().join('\n')) }] };
  }

  async function ballotsOf(survey: Survey): Promise<Ballot[]> {
    const { items } = await world.temp.store.list(activityScope(world.scope, survey.id), sealedAnswers, { page: 1000 });
    const inOrder = [...items].sort((a, b) => countOf(a.version) - countOf(b.version));
    return inOrder.map(({ id, value }) => ({ id, sealed: value.sealed }));
  }

  /** One after the other, a minute each: somebody answers, changes or withdraws, and now and then somebody puts a draft aside before. */
  async function answerAtRandom(survey: Survey): Promise<Answered> {
    const [choice = '', why = ''] = survey.questions.map(({ id }) => id);
    const clicks: Click[] = [];
    const truth = new Map<string, string>();
    const when = new Map<string, Instant>();
    const texts = new Map<string, string>();
    const cuts: Instant[] = [];
    const backups: Taken[] = [];
    const first = lots(everyone);
    const later = [
      ...lots(everyone)
        .slice(0, CHANGES)
        .map((n) => ({ n, isBack: false })),
      ...lots(everyone)
        .slice(0, WITHDRAWALS)
        .map((n) => ({ n, isBack: true })),
    ];
    // Changes and withdrawals come between, once their people have answered.
    const steps = first.flatMap((n, index) => {
      const between = later.filter((one) => first.indexOf(one.n) < index && randomInt(PEOPLE - index) === 0);
      for (const one of between) later.splice(later.indexOf(one), 1);
      return [{ n, isBack: false }, ...between];
    });
    for (const [minute, { n, isBack }] of [...steps, ...later].entries()) {
      const who = nameless(n);
      const visit = await world.visit(n);
      const option = randomInt(OPTIONS.length);
      const words = wordsWith(option);
      const typed = { [choice]: OPTIONS[option]?.id ?? '', [why]: words };
      const requestId = crypto.randomUUID();
      const params = { survey: survey.id };
      if (!isBack && minute % 4 === 0) {
        const delivery = { id: crypto.randomUUID(), at: world.clock.now(), isInOrder: true };
        await saveTyped(visit, survey.id, { ...typed, [choice]: '' }, delivery);
      }
      const body = isBack ? { requestId } : { typed, requestId };
      await askOf(surveys.routes, isBack ? withdrawAnswers : sendAnswers, visit, { params, body });
      for (const map of [truth, when, texts]) map.delete(who.objectId);
      if (!isBack) {
        truth.set(who.objectId, OPTIONS[option]?.id ?? '');
        when.set(who.objectId, world.clock.now());
        if (words) texts.set(who.objectId, words);
      }
      const view = await askOf(surveys.routes, getSurvey, await world.visit(ONLOOKER), { params });
      const seen = OPTIONS.map(({ id }) => view.results?.questions[0]?.bars.find(({ key }) => key === id)?.n);
      clicks.push({ who, verb: isBack ? 'withdraw' : 'vote', delivery: requestId, seen });
      await world.clock.advance(MINUTE);
      const cut = (await resultsOf(await world.work(), survey.id))?.questions[choice]?.all?.cut;
      if (cut && cut !== cuts.at(-1)) cuts.push(cut);
      if (minute % BACKUP_EACH === BACKUP_EACH - 1) backups.push(await take());
    }
    return { clicks, truth, when, texts: [...texts.values()], cuts, backups, ballots: await ballotsOf(survey) };
  }

  /** People whose answers were published in the same step; of those whose were not, together. */
  function groupsOf({ truth, when, cuts }: Answered): string[][] {
    const groups = new Map<number, string[]>();
    for (const id of truth.keys()) {
      const step = cuts.findIndex((cut) => (when.get(id) ?? '') <= cut);
      groups.set(step, [...(groups.get(step) ?? []), id]);
    }
    return [...groups.values()];
  }

  /** Guesses that chance would hardly ever reach. */
  const findings = (guesses: readonly Guesses[], { truth }: Answered, groups: readonly (readonly string[])[]) =>
    guesses
      .map((one) => ({ attack: one.attack, ...chanceOf(one, truth, groups) }))
      .filter(({ p }) => p < FALSE_ALARMS / guesses.length);

  const optionIn = (value: unknown): string => {
    const { versions } = value as { versions: { answers: Record<string, { choices?: string[] }> }[] };
    return Object.values(versions.at(-1)?.answers ?? {}).flatMap(({ choices }) => choices ?? [])[0] ?? '';
  };

  test(
    'of a survey that tells names the attacks find who answered what',
    async () => {
      const survey = await world.ask({ secrecy: 'named' }, QUESTIONS);
      const answered = await answerAtRandom(survey);
      const evidence = { ...(await take()), log: logOf(), ballots: [] };
      const found = findings(attack(evidence, answered.clicks, OPTIONS), answered, [[...answered.truth.keys()]]);
      expect(found.map((one) => one.attack)).toContain('nearest words');
    },
    TIME,
  );

  test(
    'of an anonymous one no attack does better than chance within a step: not before closing without the keys, and not after it with all that is left',
    async () => {
      const survey = await world.ask({ secrecy: 'anonymous' }, QUESTIONS);
      const answered = await answerAtRandom(survey);
      const { clicks, truth, texts, ballots, backups, cuts } = answered;
      expect(clicks.length).toBeGreaterThanOrEqual(60); // minutes
      expect(cuts.length).toBeGreaterThanOrEqual(5);
      const before = await take();
      const keysBefore = await bytesIn(join(folder, 'keys'));
      const copies = [...backups, before];
      const open = copies.map((one) => Buffer.concat(one.bytes.map(({ data }) => data)));
      const shown = new Set((await textsOf(await world.work(), survey.id)).map(({ text }) => text));
      // What has not had its step stands nowhere.
      const hidden = texts.filter((one) => !shown.has(one));
      for (const one of hidden) for (const data of open) expect(data.includes(one)).toBe(false);
      expect(new Set(ballots.map(({ sealed }) => sealed.length)).size).toBe(1);

      const groups = groupsOf(answered);
      const evidence = { log: logOf(), ballots, written: copies.flatMap(({ written }) => written) };
      const bytes = copies.flatMap((one) => one.bytes);
      expect(findings(attack({ ...evidence, bytes }, clicks, OPTIONS, optionIn), answered, groups)).toEqual([]);
      // With the keys it is another matter: the attack with keys works, and these are the answers.
      const withKeys = attack({ ...evidence, bytes: [...bytes, ...keysBefore] }, clicks, OPTIONS, optionIn);
      expect(findings(withKeys, answered, groups).map((one) => one.attack)).toEqual(['a key that was left']);
      // And texts in the order of answering would be found, though they stand in steps.
      const inOrder = [...truth].sort(([a], [b]) =>
        (answered.when.get(a) ?? '') < (answered.when.get(b) ?? '') ? -1 : 1,
      );
      const betrayed = inOrder.map(
        ([, id]) => `{"id":"surveyText|1","text":"${OPTIONS.find((one) => one.id === id)?.label}"}`,
      );
      const last = new Map(clicks.map(({ who, ...one }) => [who.objectId, { who, ...one }]));
      const votes = inOrder.flatMap(([id]) => last.get(id) ?? []);
      const careless = attack({ log: [], ballots: [], bytes: [], written: [betrayed] }, votes, OPTIONS, optionIn);
      expect(findings(careless, answered, groups)).not.toEqual([]);

      const closed = await world.untilCounted(survey);
      const after = await take();
      const keysAfter = await bytesIn(join(folder, 'keys'));
      const left = [...bytes, ...after.bytes, ...keysAfter];
      const hindsight = { ...evidence, written: [...evidence.written, ...after.written], bytes: left };
      expect(findings(attack(hindsight, clicks, OPTIONS, optionIn), answered, groups)).toEqual([]);

      const now = Buffer.concat([...after.bytes, ...keysAfter].map(({ data }) => data));
      const remains = ballots.filter(
        ({ id, sealed }) => now.includes(id) || [0, 1000, 4000].some((at) => now.includes(sealed.slice(at, at + 40))),
      );
      expect(remains).toEqual([]);
      expect(keysAfter).toEqual([]);
      expect(keysBefore.some(({ data }) => now.includes(data))).toBe(false);
      expect((closed.result?.participants ?? []).map(objectIdOf)).toEqual([...truth.keys()].sort());
      expect(closed.result?.participants).toContain(person(Number([...truth.keys()][0]?.split('-')[1])));
    },
    TIME,
  );
});
