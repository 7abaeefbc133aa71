/** Statements from draft to final: who sees what, comments, joining, versions, reminders, letters, and what stays. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus, toInstant } from '../../bot/core/clock.ts';
import { memberIdOf, networks } from '../../bot/core/network.ts';
import { NotAllowed, Refusal } from '../../bot/core/refusal.ts';
import { changeMember } from '../../bot/core/register.ts';
import { findMaterial } from '../../bot/features/materials/memory.ts';
import {
  commentStatement,
  compareVersions,
  createStatement,
  getStatement,
  listStatements,
} from '../../bot/features/statements/contract.ts';
import { statements } from '../../bot/features/statements/feature.ts';
import { commentsOf, joinsOf } from '../../bot/features/statements/memory.ts';
import {
  addComment,
  changeStatement,
  editComment,
  finishStatement,
  joinFor,
  joinStatement,
  leaveStatement,
  openForComments,
  openForJoining,
  removeComment,
  withdrawStatement,
} from '../../bot/features/statements/operations.ts';
import { statementPersonal } from '../../bot/features/statements/personal.ts';
import { draftOf, type Statement } from '../../bot/features/statements/statement.ts';
import { text } from '../../bot/features/statements/text.ts';
import {
  ask,
  objectIdOfMember,
  openChat,
  openStatementWorld,
  person,
  represent,
  SOON,
  type StatementWorld,
  TEXT,
  wordsOf,
} from '../fakes/statement-world.ts';

let world: StatementWorld;
beforeEach(async () => {
  world = await openStatementWorld();
});
afterEach(() => world.close());

const refusal = (of: Promise<unknown>): Promise<Refusal> =>
  of.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  );
const posted = (): string[] => [...world.channel.shown.values()];
/** The shared card as it is drawn now. */
const cardOf = async (of: Statement): Promise<string> => {
  const body = await statements.drawings[0]?.draw(of.id, await world.work());
  return body && 'card' in body ? wordsOf(body.card) : '';
};
const comment = async (n: number, of: Statement, paragraph: string | undefined, said = `Kommentti ${n}`) =>
  addComment(await world.visit(n), of.id, { paragraph, text: said, requestId: world.services.newId() });
const write = async (of: Statement, typed: Partial<ReturnType<typeof draftOf>>): Promise<Statement> => {
  const now = await world.now(of);
  const draft = { ...draftOf(now, 'Europe/Helsinki'), ...typed };
  const changed = await changeStatement(await world.visit(0), of.id, draft, now.edits);
  await world.clock.rest();
  return changed;
};

describe('a draft', () => {
  test('is seen by coordinators alone, and posts nothing', async () => {
    const of = await world.draft();
    await world.clock.rest();
    expect(posted()).toEqual([]);
    expect((await ask(listStatements, await world.visit(1))).statements).toEqual([]);
    expect((await refusal(ask(getStatement, await world.visit(1), { params: { statement: of.id } }))).row).toBe(
      text.unknownStatement,
    );
    const own = await ask(getStatement, await world.visit(0), { params: { statement: of.id } });
    expect(own.state).toBe('draft');
    expect(wordsOf(own.desk?.card as never)).toContain('Kommentoi viimeistään');
  });

  test('is made by coordinators, once for the same form, with all that is wrong named by its field', async () => {
    const body = { draft: { title: 'Laki', text: 'Sisältö.' }, requestId: crypto.randomUUID() };
    const [a, b] = [
      await ask(createStatement, await world.visit(0), { body }),
      await ask(createStatement, await world.visit(0), { body }),
    ];
    expect(a.id).toBe(b.id);
    await expect(ask(createStatement, await world.visit(1), { body })).rejects.toThrow(NotAllowed);
    const empty = { draft: { commentsUntilOn: '1.1.2020', dueOn: 'joskus' }, requestId: crypto.randomUUID() };
    const { problems } = await refusal(ask(createStatement, await world.visit(0), { body: empty }));
    expect(problems.map(({ field }) => field)).toEqual(['title', 'dueOn', 'text', 'commentsUntilOn']);
  });

  test('its text changes in place, and two who write at the same time overwrite nothing', async () => {
    const of = await world.draft();
    const changed = await write(of, { text: `${TEXT}\n\nUusi kohta.` });
    expect(changed.versions).toHaveLength(1);
    const late = changeStatement(await world.visit(0), of.id, { ...draftOf(of, 'Europe/Helsinki'), text: 'X' }, 0);
    expect((await refusal(late)).row).toBe(text.changedMeanwhile);
  });
});

describe('comments', () => {
  test('are taken on paragraphs and on the whole until the deadline, once for the same request', async () => {
    const of = await world.commenting();
    expect(await cardOf(of)).toContain('Kommentoi viimeistään');
    const body = { paragraph: 'p2', text: 'Lisää esimerkki.', requestId: crypto.randomUUID() };
    const params = { statement: of.id };
    await ask(commentStatement, await world.visit(1), { params, body });
    const seen = await ask(commentStatement, await world.visit(1), { params, body });
    expect(seen.paragraphs[1]?.comments).toMatchObject([
      { text: 'Lisää esimerkki.', name: 'Jäsen 1', organisation: 'Kunta 1', isOwn: true },
    ]);
    await comment(2, of, undefined, 'Hyvä kokonaisuus.');
    const others = await ask(getStatement, await world.visit(3), { params });
    expect([others.comments, others.whole[0]?.text]).toEqual([2, 'Hyvä kokonaisuus.']);
    expect((await refusal(comment(2, of, 'p99'))).row).toBe(text.unknownParagraph);
    expect((await refusal(comment(2, of, 'p1', ' '))).problems[0]?.field).toBe('comment');
    await world.passTo(plus(world.clock.now(), 15 * DAY));
    expect((await refusal(comment(2, of, 'p1'))).row).toBe(text.commentsOver);
    expect((await ask(getStatement, await world.visit(0), { params })).desk?.waits).toContain('Kommentointi päättyi');
  });

  test('are changed by who wrote them, and removed by them or a coordinator', async () => {
    const of = await world.commenting();
    const said = await comment(1, of, 'p1');
    await editComment(await world.visit(1), of.id, said.id, 'Toisin sanoen.');
    expect((await refusal(editComment(await world.visit(2), of.id, said.id, 'Ei'))).row).toBe(text.notYourComment);
    expect((await refusal(removeComment(await world.visit(2), of.id, said.id))).row).toBe(text.notYourComment);
    expect(await commentsOf(await world.work(), of.id)).toMatchObject([{ text: 'Toisin sanoen.' }]);
    await removeComment(await world.visit(0), of.id, said.id);
    expect(await commentsOf(await world.work(), of.id)).toEqual([]);
  });

  test('stay with their paragraph in a new version, also under what was removed, and the channel hears of it', async () => {
    const of = await world.commenting();
    await comment(1, of, 'p2', 'Toisesta kohdasta.');
    await comment(2, of, 'p3', 'Kolmannesta kohdasta.');
    const changed = await write(of, {
      text: 'Aluksi uusi kohta.\n\nVerkosto kannattaa esityksen tavoitteita.\n\nPienissä kunnissa kutsuliikenne on yleensä ainoa keino.',
      note: 'Kommentit huomioitu',
    });
    expect(changed.versions.map(({ n }) => n)).toEqual([1, 2]);
    const view = await ask(getStatement, await world.visit(1), { params: { statement: of.id } });
    expect(view.paragraphs.map(({ id, comments }) => [id, comments.length])).toEqual([
      ['p4', 0],
      ['p1', 0],
      ['p2', 1],
    ]);
    expect(view.removed).toMatchObject([{ id: 'p3', comments: [{ text: 'Kolmannesta kohdasta.' }] }]);
    expect(posted().join()).toContain('on uusi versio 2: Kommentit huomioitu');
    const params = { statement: of.id, from: '1', to: '2' };
    const { paragraphs } = await ask(compareVersions, await world.visit(1), { params });
    expect(paragraphs.map((one) => one.change)).toEqual(['added', 'same', 'changed', 'removed']);
  });
});

describe('joining', () => {
  test('is each organisation’s once, from the card too, and can be taken back until the text is final', async () => {
    const of = await world.joining();
    const outcome = await world.click('statements.join', { statement: of.id }, await world.turn(1));
    expect(wordsOf(outcome)).toContain('Kunta 1 on mukana lausunnossa.');
    await represent(world, 4, 1);
    await joinStatement(await world.visit(4), of.id, 'Myös valtuuston puolesta');
    expect(await joinsOf(await world.work(), of.id)).toMatchObject([{ organisation: 'o-1', by: person(4) }]);
    await joinStatement(await world.visit(2), of.id, '');
    expect(await cardOf(of)).toContain('Mukana: Kunta 1 ja Kunta 2');
    const left = await world.click('statements.leave', { statement: of.id }, await world.turn(2));
    expect(wordsOf(left)).toContain('Kunta 2 ei ole enää mukana');
    expect(await joinsOf(await world.work(), of.id)).toHaveLength(1);
  });

  test('is refused with what to do: who represents nobody, before it opens, and after its time', async () => {
    const early = await world.commenting();
    expect((await refusal(joinStatement(await world.visit(1), early.id, ''))).row).toBe(text.joiningLater);
    const of = await world.joining();
    expect((await refusal(joinStatement(await world.visit(5), of.id, ''))).row).toBe(text.representsNobody);
    await world.passTo(plus(world.clock.now(), 15 * DAY));
    expect((await refusal(joinStatement(await world.visit(1), of.id, ''))).row).toBe(text.joiningOver);
    const late = { organisation: 'o-2' as never, reason: '' };
    expect((await refusal(joinFor(await world.visit(0), of.id, late))).problems[0]?.field).toBe('reason');
    await joinFor(await world.visit(0), of.id, { ...late, reason: 'Ilmoitti puhelimessa.' });
    expect(await joinsOf(await world.work(), of.id)).toMatchObject([{ reason: 'Ilmoitti puhelimessa.' }]);
  });

  test('counts for the content that was there: another content asks again, a slip of the pen does not', async () => {
    const of = await world.joining();
    await openChat(world, 1);
    await joinStatement(await world.visit(1), of.id, '');
    await write(of, { text: TEXT.replace('usein', 'monesti'), keepsJoins: 'true' });
    const params = { statement: of.id };
    expect((await ask(getStatement, await world.visit(1), { params })).own).toMatchObject({ isIn: true });
    await write(of, { text: `${TEXT}\n\nKorvaus on kaksinkertaistettava.` });
    await world.clock.advance(20_000);
    const own = await ask(getStatement, await world.visit(1), { params });
    expect(own.own).toMatchObject({ isIn: false, isAskedAgain: true });
    expect(own.joined).toBe(0);
    expect(posted().join()).toContain('mukana olleet ilmoittautuvat uudelleen');
    const inChat = world.channel.requests.filter(({ conversation }) => conversation === 'chat-1');
    expect(inChat.map(({ what }) => what)).toEqual(['create']);
    await joinStatement(await world.visit(1), of.id, '');
    expect((await ask(getStatement, await world.visit(1), { params })).joined).toBe(1);
  });
});

describe('the end', () => {
  test('a final text names who joined it, is in the material bank as a document, and changes no more', async () => {
    const of = await world.joining();
    await joinStatement(await world.visit(2), of.id, 'Erityisesti kohta 2');
    await joinStatement(await world.visit(1), of.id, '');
    const final = await finishStatement(await world.visit(0), of.id);
    await world.clock.rest();
    expect(final.final?.joined).toMatchObject([{ id: 'o-1' }, { id: 'o-2', note: 'Erityisesti kohta 2' }]);
    const item = final.bankItem && (await findMaterial(await world.work(), final.bankItem));
    expect(item).toMatchObject({ type: 'document', title: 'Lausunto joukkoliikennelaista', state: 'published' });
    expect(item?.files[0]?.versions[0]?.name).toBe('Lausunto-joukkoliikennelaista.docx');
    expect((await finishStatement(await world.visit(0), of.id)).bankItem).toBe(final.bankItem);
    expect((await refusal(leaveStatement(await world.visit(1), of.id))).row).toBe(text.isFinal);
    expect((await refusal(withdrawStatement(await world.visit(0), of.id))).row).toBe(text.isFinal);
    expect(posted().join()).toContain('Lausunto ”Lausunto joukkoliikennelaista” on valmis. Mukana 2 organisaatiota.');
    const visit = await world.visit(0);
    const span = { from: toInstant('2000-01-01T00:00:00Z'), to: toInstant('2100-01-01T00:00:00Z') };
    expect((await statements.facts?.(span, visit))?.statements).toMatchObject([{ organisations: 2 }]);
  });

  test('who joins or leaves while it is being made final is never promised what the text does not say', async () => {
    const of = await world.joining();
    await joinStatement(await world.visit(2), of.id, '');
    const finishing = async (meanwhile: () => Promise<unknown>) => {
      const visit = await world.visit(0);
      const { services } = visit;
      const schedule: typeof services.jobs.schedule = async (job) => {
        await meanwhile();
        return services.jobs.schedule(job);
      };
      return finishStatement({ ...visit, services: { ...services, jobs: { schedule } } }, of.id);
    };
    const joins = async () => joinStatement(await world.visit(1), of.id, '');
    expect((await refusal(finishing(joins))).row).toBe(text.joinedMeanwhile);
    const leaves = async () => leaveStatement(await world.visit(2), of.id);
    expect((await refusal(finishing(leaves))).row).toBe(text.joinedMeanwhile);
    expect((await finishStatement(await world.visit(0), of.id)).final?.joined).toMatchObject([{ id: 'o-1' }]);
  });

  test('one that is stopped goes from the channel and from members', async () => {
    const of = await world.commenting();
    await withdrawStatement(await world.visit(0), of.id);
    await world.clock.rest();
    expect(posted()).toEqual([]);
    expect((await ask(listStatements, await world.visit(1))).statements).toEqual([]);
    expect((await refusal(openForJoining(await world.visit(0), of.id, SOON))).row).toBe(text.isWithdrawn);
  });
});

describe('by the clock', () => {
  test('the channel is reminded once two days before a deadline, by the deadline that holds', async () => {
    const of = await world.commenting();
    const reminded = (): number => posted().filter((one) => one.includes('Muistutus: lausuntoa')).length;
    const { commentsUntil = world.clock.now() } = of;
    await openForComments(await world.visit(0), of.id, { on: '2026-12-18', at: '12:00' });
    await world.passTo(plus(commentsUntil, -2 * DAY + 1000));
    await world.clock.advance(6000);
    const moved = (await world.now(of)).commentsUntil ?? commentsUntil;
    expect([reminded(), moved > commentsUntil]).toEqual([0, true]);
    await world.passTo(plus(moved, -2 * DAY + 1000));
    await world.clock.advance(6000);
    expect(reminded()).toBe(1);
  });

  test('nobody is reminded where reminders are off, or the module is', async () => {
    const quiet = await world.commenting({ reminds: 'false' });
    const other = await world.commenting();
    const network = await world.temp.store.get(world.scope, networks, world.scope.network);
    if (network)
      await world.temp.store.upsert(world.scope, networks, network.id, {
        ...network.value,
        modules: { statements: false },
      });
    await world.passTo(plus(other.commentsUntil ?? quiet.createdAt, -2 * DAY + 1000));
    await world.clock.advance(6000);
    expect(posted().filter((one) => one.includes('Muistutus'))).toEqual([]);
  });

  test('mail tells who wants it that one is open, and who took part that it is final', async () => {
    await changeMember(
      await world.work(),
      objectIdOfMember(1),
      (now) => now && { ...now, email: 'yksi@akaa.example', mail: { bulletins: true } },
    );
    const of = await world.joining();
    await joinStatement(await world.visit(1), of.id, '');
    await world.clock.advance(6000);
    await finishStatement(await world.visit(0), of.id);
    await world.clock.advance(6000);
    const drawings = [...world.letters.values()].map(({ drawing, to }) => [drawing, to]);
    const one = memberIdOf(person(1));
    expect(drawings).toContainEqual(['statements.join', one]);
    expect(drawings).toContainEqual(['statements.ready', one]);
    expect(drawings.every(([, to]) => to === one)).toBe(true);
  });
});

test('of someone who is erased no comment and no name stays; what they joined stays the organisation’s', async () => {
  const of = await world.commenting();
  await comment(1, of, 'p1', 'Nimeni on Jäsen 1.');
  await openForJoining(await world.visit(0), of.id, SOON);
  await joinStatement(await world.visit(1), of.id, '');
  const work = await world.work();
  const own = await statementPersonal.collect([memberIdOf(person(1))], work);
  expect(own).toMatchObject({
    statementComments: [{ text: 'Nimeni on Jäsen 1.' }],
    statementsJoined: [{ organisation: 'o-1' }],
  });
  const as = person(99);
  for (const n of [1, 0]) await statementPersonal.erase([memberIdOf(person(n))], as, work);
  expect(await commentsOf(work, of.id)).toEqual([]);
  expect(await joinsOf(work, of.id)).toMatchObject([{ organisation: 'o-1', by: as }]);
  expect(JSON.stringify(await world.now(of))).not.toContain('person-0"');
  await finishStatement(await world.visit(0), of.id);
  await world.passTo(plus(world.clock.now(), 800 * DAY));
  await statementPersonal.expire?.(await world.work());
  expect(await joinsOf(work, of.id)).toEqual([]);
  expect((await world.now(of)).final?.joined).toMatchObject([{ id: 'o-1' }]);
});
