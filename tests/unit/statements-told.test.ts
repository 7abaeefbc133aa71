/** What people are told of statements beside the cards: pages of the personal link, letters, the digest, what waits, what is handed over, and what a crash left undone. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../bot/core/clock.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import type { PageRequest, SentForm } from '../../bot/core/page.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { statements } from '../../bot/features/statements/feature.ts';
import { statementLetters } from '../../bot/features/statements/letters.ts';
import { changeStatementNow } from '../../bot/features/statements/memory.ts';
import {
  addComment,
  changeStatement,
  finishStatement,
  followStatement,
  joinStatement,
} from '../../bot/features/statements/operations.ts';
import { statementPages } from '../../bot/features/statements/pages.ts';
import { draftOf, openComments, type Statement } from '../../bot/features/statements/statement.ts';
import { openStatementWorld, person, type StatementWorld, TEXT } from '../fakes/statement-world.ts';

let world: StatementWorld;
beforeEach(async () => {
  world = await openStatementWorld();
});
afterEach(() => world.close());

const [list, one] = statementPages;
const asked = (of?: Pick<Statement, 'id'>, query = ''): PageRequest => ({
  params: of ? { statement: of.id } : {},
  query: new URLSearchParams(query),
  to: (page) => `/p/token/${page}`,
});
const sent = (of: Statement, fields: Record<string, string>, id = 'form-1'): SentForm => ({
  ...asked(of),
  fields: new URLSearchParams(fields),
  id,
});
const shown = async (of: Statement, visit: Visit, query = ''): Promise<string> =>
  (await one?.show(asked(of, query), visit))?.body.html ?? '';
const letter = async (name: string, subject: string, n: number): Promise<string | undefined> => {
  const drawn = await statementLetters.find((of) => of.name === name)?.draw(subject, await world.visit(n));
  return drawn && JSON.stringify(drawn);
};

describe('the personal link', () => {
  test('lists what members may see, and shows the text with what was said of each paragraph, escaped', async () => {
    const of = await world.commenting({ title: 'Laki <b>liikenteestä</b>' });
    await world.draft({ title: 'Salainen luonnos' });
    await addComment(await world.visit(2), of.id, { paragraph: 'p2', text: '<script>x</script>', requestId: 'r1' });
    const lines = (await list?.show(asked(), await world.visit(1)))?.body.html ?? '';
    expect(lines).toContain('Laki &lt;b&gt;liikenteestä&lt;/b&gt;');
    expect(lines).not.toContain('Salainen');
    const html = await shown(of, await world.visit(1), 'paragraph=p3');
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(html).toContain('Jäsen 2, Kunta 2');
    expect(html).toContain('<option value="p3" selected>');
  });

  test('takes a comment once for the same form, says what is wrong with an empty one, and removes one’s own alone', async () => {
    const of = await world.commenting();
    const visit = await world.visit(1);
    const form = sent(of, { act: 'comment', paragraph: 'p1', comment: 'Hyvä.' });
    await one?.take?.(form, visit);
    await one?.take?.(form, visit);
    expect((await shown(of, visit)).split('Poista oma kommenttini')).toHaveLength(2);
    const empty = sent(of, { act: 'comment', paragraph: 'p2', comment: ' ' }, 'form-2');
    const refusal = await one?.take?.(empty, visit).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    const again = await one?.refused?.(empty, refusal as Refusal, visit);
    expect(again?.body.html).toContain('Kirjoita kommentti.');
    expect(again?.body.html).toContain('<option value="p2" selected>');
    const which = /name="which" value="([^"]+)"/.exec(await shown(of, visit))?.[1] ?? '';
    await expect(one?.take?.(sent(of, { act: 'remove', which }), await world.visit(2))).rejects.toThrow(Refusal);
    await one?.take?.(sent(of, { act: 'remove', which }), visit);
    expect(await shown(of, visit)).not.toContain('Hyvä.');
  });

  test('joins and leaves for one’s organisation, and offers neither to who represents nobody', async () => {
    const of = await world.joining();
    const visit = await world.visit(1);
    await one?.take?.(sent(of, { act: 'join', note: 'valtuusto 1.2.' }), visit);
    expect(await shown(of, visit)).toContain('Kunta 1 on mukana lausunnossa.');
    await one?.take?.(sent(of, { act: 'leave' }), visit);
    expect(await shown(of, visit)).toContain('Kuntamme on mukana');
    expect(await shown(of, await world.visit(5))).not.toContain('Kuntamme on mukana');
  });
});

describe('letters', () => {
  test('ask for comments who has not commented, and for joining whose organisation is not in', async () => {
    const of = await world.commenting();
    expect(await letter('statements.open', of.id, 1)).toContain('/statements/');
    await addComment(await world.visit(1), of.id, { text: 'Hyvä.', requestId: 'r1' });
    expect(await letter('statements.open', of.id, 1)).toBeUndefined();
    const open = await world.joining();
    expect(await letter('statements.join', open.id, 2)).toContain('Onko kuntanne mukana?');
    expect(await letter('statements.join', open.id, 5)).toBeUndefined();
    await joinStatement(await world.visit(2), open.id, '');
    expect(await letter('statements.join', open.id, 2)).toBeUndefined();
  });

  test('tell of another content only as long as it waits for an answer, and of the end to who took part', async () => {
    const of = await world.joining();
    await joinStatement(await world.visit(2), of.id, '');
    const draft = { ...draftOf(await world.now(of), 'Europe/Helsinki'), text: `${TEXT}\n\nLisää rahaa.` };
    const { joinsFrom } = await changeStatement(await world.visit(0), of.id, draft, 0);
    expect(await letter('statements.again', `${of.id}|${joinsFrom}`, 2)).toContain('Sisältö on muuttunut');
    expect(await letter('statements.again', `${of.id}|1`, 2)).toBeUndefined();
    await joinStatement(await world.visit(2), of.id, '');
    expect(await letter('statements.again', `${of.id}|${joinsFrom}`, 2)).toBeUndefined();
    await finishStatement(await world.visit(0), of.id);
    expect(await letter('statements.ready', of.id, 2)).toContain('Mukana: Kunta 2');
  });
});

test('the digest tells of open ones and of those that became final since', async () => {
  const of = await world.commenting();
  await world.draft({ title: 'Salainen luonnos' });
  const work = await world.work();
  expect(await statements.news?.(work.services.clock.now(), work)).toMatchObject([
    { section: 'statements', title: of.title, page: `statements/${of.id}` },
  ]);
  await finishStatement(await world.visit(0), of.id);
  expect(await statements.news?.(toInstant('2000-01-01T00:00:00Z'), work)).toMatchObject([{ title: of.title }]);
  expect(await statements.news?.(toInstant('2100-01-01T00:00:00Z'), work)).toEqual([]);
});

test('what waits is done once one has commented or one’s organisation is in; a draft is handed over, a final one is not', async () => {
  const of = await world.commenting();
  const isDone = async (n: number) => (await statements.waiting?.(await world.visit(n)))?.map((line) => line.isDone);
  expect(await isDone(1)).toEqual([undefined]);
  await addComment(await world.visit(1), of.id, { text: 'Hyvä.', requestId: 'r1' });
  expect(await isDone(1)).toEqual([true]);
  const joining = await world.joining({ title: 'Toinen lausunto' });
  await joinStatement(await world.visit(2), joining.id, '');
  expect(await isDone(2)).toEqual([undefined, true]);
  const handed = async () =>
    (await statements.handover?.([memberIdOf(person(0))], await world.visit(0)))?.map(({ title }) => title);
  expect(await handed()).toHaveLength(2);
  await finishStatement(await world.visit(0), of.id);
  expect(await handed()).toEqual(['Toinen lausunto']);
});

test('what a crash left undone after a change is done by its job, once', async () => {
  const { id } = await world.draft();
  const work = await world.work();
  const now = work.services.clock.now();
  await changeStatementNow(work, id, (of) => openComments(of, toInstant(Date.parse(now) + 86_400_000), now));
  expect(world.channel.shown.size).toBe(0);
  await followStatement(work, id);
  await followStatement(work, id);
  await world.clock.rest();
  expect([...world.channel.shown.values()]).toEqual(['Lausunto kommentoitavana: Lausunto joukkoliikennelaista']);
});
