/** 5 500 people answer one survey within an hour of simulated time, long texts among them: kept and counted exactly, in memory that stays flat. Ratios gate; figures are printed. */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Visit } from '../../bot/core/turn.ts';
import { getSurvey, listTexts } from '../../bot/features/surveys/contract.ts';
import { surveys } from '../../bot/features/surveys/feature.ts';
import { resultsOf } from '../../bot/features/surveys/memory.ts';
import { answerSurvey } from '../../bot/features/surveys/operations.ts';
import { textsOf } from '../../bot/features/surveys/result-operations.ts';
import { totalOf } from '../../bot/features/surveys/results.ts';
import { askOf } from '../fakes/feature-world.ts';
import { openSurveyWorld, type SurveyWorld } from '../fakes/survey-world.ts';

const PEOPLE = 5500;
const HOUR = 3_600_000;
/** Who answer in the same ten seconds. */
const AT_ONCE = Math.ceil(PEOPLE / (HOUR / 10_000));
const LONGEST = 2000;
/** Every so many writes as much as one may. */
const LONG_EACH = 5;
const MEASURED_AT = [1000, 3000, PEOPLE];
const QUESTIONS = `Arvosana? * [1–5]
Miten kuulit meistä? | Kollegalta | Postista | …
Mikä oli parasta?
Mitä kehittäisit?`;
/** Bytes of heap that one more person may take: an id and how they stand, never an answer. */
const MOST_HEAP_EACH = 1500;
const MOST_STORE_REQUESTS = 6;
/** Of the results page with all texts beside the one of a fifth of them. */
const MOST_PAGE_REQUESTS = 12;

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const failures: string[] = [];
const gate = (holds: boolean, what: string): void => {
  tell(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) failures.push(what);
};

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
};
const inMb = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const gradeOf = (n: number): number => 1 + (n % 5);
const isLong = (n: number): boolean => n % LONG_EACH === 0;
const wordsOf = (n: number, what: string): string =>
  isLong(n) ? `${what} ${n} `.padEnd(LONGEST, 'pitkä vastaus ').slice(0, LONGEST) : `${what} ${n}: lisää aikaa.`;

tell(`Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, ${process.platform}`);
tell(`\n${PEOPLE} people answer an anonymous survey within an hour, each ${LONG_EACH}th ${LONGEST} characters twice`);
const world = await openSurveyWorld({ size: PEOPLE + 1 });
try {
  await rush(world);
} finally {
  await world.close();
}
tell(failures.length === 0 ? '\nAll bounds hold.' : `\n${failures.length} bounds do not hold.`);
process.exit(failures.length === 0 ? 0 : 1);

async function rush({ clock, visit, work, ...rest }: SurveyWorld): Promise<void> {
  const survey = await world.ask({ isPublic: 'false' }, QUESTIONS);
  const ids = survey.questions.map(({ id }) => id);
  const [grade = '', way = '', best = '', improve = ''] = ids;
  void rest;
  const send = async (n: number): Promise<void> => {
    const typed = {
      [grade]: String(gradeOf(n)),
      [way]: survey.questions[1]?.options[n % 2]?.id ?? '',
      [best]: wordsOf(n, 'Parasta'),
      [improve]: wordsOf(n, 'Kehitä'),
    };
    const delivery = { id: `answer-${n}`, at: clock.now(), isInOrder: true };
    await answerSurvey(await visit(n), survey.id, { typed, delivery });
  };
  const look = async (who: Visit) => {
    const [before, begun] = [world.requests, performance.now()];
    const view = await askOf(surveys.routes, getSurvey, who, { params: { survey: survey.id } });
    const [ms, requests] = [performance.now() - begun, world.requests - before];
    return { view, ms, requests, bytes: JSON.stringify(view).length };
  };
  const lookTwice = async (when: string) => {
    const member = await visit(1);
    const first = await look(member);
    const again = await look(member);
    tell(
      `  results page ${when}: ${first.ms.toFixed(0)} ms and ${first.requests} store requests when read anew, then ${again.ms.toFixed(0)} ms and ${again.requests}; ${(again.bytes / 1024).toFixed(0)} KB`,
    );
    return again;
  };

  const heaps: number[] = [];
  let [answering, requests, steps] = [0, 0, 0];
  let shownAt = '';
  for (let n = 1; n <= PEOPLE; n += AT_ONCE) {
    const crowd = Array.from({ length: Math.min(AT_ONCE, PEOPLE + 1 - n) }, (_, i) => n + i);
    const [begun, before] = [performance.now(), world.requests];
    await Promise.all(crowd.map(send));
    requests += world.requests - before;
    answering += performance.now() - begun;
    await clock.advance(10_000);
    const at = (await resultsOf(await work(), survey.id))?.at ?? '';
    if (at !== shownAt) steps += 1;
    shownAt = at;
    const due = MEASURED_AT[heaps.length];
    if (due !== undefined && n + AT_ONCE > due) {
      const used = heap();
      heaps.push(used);
      tell(
        `  heap after ${due} answers: ${inMb(used)}, of the process ${inMb(process.memoryUsage().rss)}; ${steps} steps`,
      );
    }
    if (heaps.length === 1 && due !== undefined && n + AT_ONCE > due) await lookTwice('with 1 000 answers');
  }
  tell(
    `  ${(requests / PEOPLE).toFixed(2)} store requests an answer, ${Math.round(PEOPLE / (answering / 1000))} answers a second; ${steps} steps were published`,
  );
  gate(requests / PEOPLE <= MOST_STORE_REQUESTS, `at most ${MOST_STORE_REQUESTS} store requests an answer`);
  const [first = 0, , last = 0] = heaps;
  const each = (last - first) / (PEOPLE - (MEASURED_AT[0] ?? 0));
  tell(
    `  heap of one more answer: ${Math.round(each)} bytes; all of it ${(last / first).toFixed(2)} times that of the first 1 000`,
  );
  gate(each <= MOST_HEAP_EACH, `at most ${MOST_HEAP_EACH} bytes of heap for one more answer`);
  await lookTwice(`with ${PEOPLE} answers, open`);

  await world.passTo((await world.now(survey)).closesAt);
  const [begun, before] = [performance.now(), world.requests];
  const closed = await world.untilCounted(survey);
  tell(
    `  counted at closing in ${((performance.now() - begun) / 1000).toFixed(1)} s with ${world.requests - before} store requests, all jobs of the time included`,
  );
  const figures = await resultsOf(await work(), survey.id);
  const expected = Object.fromEntries(
    [1, 2, 3, 4, 5].map((of) => [
      of,
      Array.from({ length: PEOPLE }, (_, i) => i + 1).filter((n) => gradeOf(n) === of).length,
    ]),
  );
  const counted = figures && totalOf(figures, grade);
  gate(
    closed.result?.answers === PEOPLE && closed.result.participants.length === PEOPLE,
    `${PEOPLE} answers are counted`,
  );
  gate(
    JSON.stringify(counted) === JSON.stringify({ n: PEOPLE, counts: expected }),
    'the grades are exactly those that were given',
  );
  const all = await textsOf(await work(), survey.id);
  const kept = new Set(all.map(({ text }) => text));
  const sent = Array.from({ length: PEOPLE }, (_, i) => [wordsOf(i + 1, 'Parasta'), wordsOf(i + 1, 'Kehitä')]).flat();
  gate(
    all.length === sent.length && sent.every((one) => kept.has(one.trim())),
    `${sent.length} texts are published, word for word`,
  );

  const page = await lookTwice(`with ${PEOPLE} answers, closed`);
  gate(page.requests <= MOST_PAGE_REQUESTS, `at most ${MOST_PAGE_REQUESTS} store requests for the results page`);
  const [read, asked] = [performance.now(), world.requests];
  const texts = await askOf(surveys.routes, listTexts, await visit(1), {
    params: { survey: survey.id, question: best, after: undefined },
  });
  tell(
    `  a page of ${texts.texts.length} texts: ${(performance.now() - read).toFixed(0)} ms, ${world.requests - asked} store requests`,
  );
  tell(`  heap at the end: ${inMb(heap())}`);
}
