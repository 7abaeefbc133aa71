/** The material bank as it is used: files sent and gone on with, items added once, changed, found, shared and removed, and what a bad day leaves. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, plus } from '../../bot/core/clock.ts';
import { BLOCK } from '../../bot/core/file-format.ts';
import { type ActivityId, activityId, postId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { networks } from '../../bot/core/network.ts';
import { NoRoom, Unextractable } from '../../bot/core/ports.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { changeGroup, changeMember } from '../../bot/core/register.ts';
import { RETENTION } from '../../bot/core/retention.ts';
import { translator } from '../../bot/core/text.ts';
import { update } from '../../bot/core/update.ts';
import { eventDraft, events } from '../../bot/features/events/event.ts';
import { createEvents } from '../../bot/features/events/operations.ts';
import { routes } from '../../bot/features/materials/api.ts';
import { getCollection, getMaterialDesk, listMaterials, listTerms } from '../../bot/features/materials/contract.ts';
import {
  addCollection,
  addTerm,
  changeCollection,
  mergeTerm,
  removeCollection,
} from '../../bot/features/materials/desk-operations.ts';
import { downloads } from '../../bot/features/materials/export.ts';
import type { Material } from '../../bot/features/materials/material.ts';
import { EMPTY_DRAFT } from '../../bot/features/materials/material-draft.ts';
import { vocabularyOf } from '../../bot/features/materials/memory.ts';
import {
  addMaterial,
  openFile,
  openMaterial,
  pinMaterial,
  postMaterial,
  publishMaterial,
  reactToMaterial,
  removeMaterial,
  reviewMaterial,
  shareMaterial,
  unshareMaterial,
} from '../../bot/features/materials/operations.ts';
import { openPages } from '../../bot/features/materials/pages.ts';
import { materialPersonal } from '../../bot/features/materials/personal.ts';
import { reactions } from '../../bot/features/materials/reaction.ts';
import { text } from '../../bot/features/materials/text.ts';
import { readText, textIn } from '../../bot/features/materials/text-operations.ts';
import { uploads } from '../../bot/features/materials/upload.ts';
import {
  cancelUpload,
  expireUploads,
  finishUpload,
  startUpload,
} from '../../bot/features/materials/upload-operations.ts';
import { materialUses } from '../../bot/features/materials/use.ts';
import { eventually } from '../fakes/eventually.ts';
import { askOf, NETWORK, objectIdOfMember, person, represent } from '../fakes/feature-world.ts';
import { type MaterialWorld, openMaterialWorld } from '../fakes/material-world.ts';

let world: MaterialWorld;
beforeEach(async () => {
  world = await openMaterialWorld();
});
afterEach(() => world.close());

const offer = (of = {}) => ({ name: 'diat.txt', size: 10, changedAt: 5, ...of });
const letMembersCreate = async (): Promise<void> => {
  await update({ store: world.services.store, scope: world.scope, kind: networks, id: NETWORK }, (of) =>
    of ? { ...of, whoMayCreate: 'members' as const } : of,
  );
};
/** What is refused, in Finnish. */
const refused = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'not refused',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return error.row.fi;
    },
  );

/** The text inside the newest version of every file has been read; packing it takes a moment of real time. */
const isRead = (item: Pick<Material, 'id'>) =>
  eventually(async () => (await world.now(item))?.files.every(({ versions }) => versions.at(-1)?.text === 'ready'));

// ── Files on their way ─────────────────────────────────────────────────────────────────────────

describe('a file on its way', () => {
  test('is gone on with where it was, by the same person with the same file alone', async () => {
    const size = 2 * BLOCK + 10;
    const visit = await world.visit(1);
    const first = await startUpload(visit, offer({ size }));
    await world.block(1, first.upload.id, 1, new Uint8Array(BLOCK));
    const again = await startUpload(visit, offer({ size }));
    expect([again.upload.id, again.received]).toEqual([first.upload.id, [1]]);
    const others = await startUpload(await world.visit(2), offer({ size }));
    const newer = await startUpload(visit, offer({ size, changedAt: 6 }));
    expect(new Set([first, others, newer].map(({ upload }) => upload.id)).size).toBe(3);
  });

  test('takes blocks only as they must be, and only from who began it', async () => {
    const { upload } = await startUpload(await world.visit(1), offer());
    const ten = new Uint8Array(10);
    expect(await refused(world.block(1, upload.id, 0, ten, '0'.repeat(64)))).toBe(text.badBlock.fi);
    expect(await refused(world.block(1, upload.id, 0, new Uint8Array(9)))).toBe(text.badBlock.fi);
    expect(await refused(world.block(1, upload.id, 1, ten))).toBe(text.badBlock.fi);
    expect(await refused(world.block(2, upload.id, 0, ten))).toBe(text.unknownUpload.fi);
    expect(await world.has(upload.id)).toBe(false);
  });

  test('is not put together before all of it is there, and twice is as once', async () => {
    const { upload } = await startUpload(await world.visit(1), offer());
    const visit = await world.visit(1);
    expect(await refused(finishUpload(visit, upload.id))).toBe(text.missingBlocks.fi);
    await world.block(1, upload.id, 0, Buffer.from('kymmenen!!'));
    expect((await finishUpload(visit, upload.id)).state).toBe('assembled');
    expect((await finishUpload(visit, upload.id)).state).toBe('assembled');
  });

  test('whose content is not what its name says is refused and leaves nothing', async () => {
    const bytes = 'sign:pptx esitys';
    expect(await refused(world.send(1, 'ohje.docx', bytes))).toBe(text.wrongContent.fi);
    const [left] = await listAll(world.services.store, world.scope, uploads);
    expect(left).toBeUndefined();
    const kept = await world.files.list(NETWORK);
    expect(kept.files).toEqual([]);
  });

  test('that finds no room says so, and goes on when there is some', async () => {
    const { upload } = await startUpload(await world.visit(1), offer());
    world.files.fails = (method) => (method === 'putBlock' ? new NoRoom('full') : undefined);
    expect(await refused(world.block(1, upload.id, 0, Buffer.from('kymmenen!!')))).toBe(text.noRoom.fi);
    world.files.fails = () => undefined;
    await world.block(1, upload.id, 0, Buffer.from('kymmenen!!'));
    expect((await finishUpload(await world.visit(1), upload.id)).state).toBe('assembled');
  });

  test('that is not wanted after all is gone', async () => {
    const file = await world.send(1, 'ohje.txt', 'Koulukuljetukset');
    await cancelUpload(await world.visit(2), file); // not theirs
    expect(await world.has(file)).toBe(true);
    await cancelUpload(await world.visit(1), file);
    expect([await world.has(file), await refused(finishUpload(await world.visit(1), file))]).toEqual([
      false,
      text.unknownUpload.fi,
    ]);
  });

  test('that nobody goes on with is removed after its time, and nothing that stands in an item', async () => {
    const unused = await world.send(1, 'kesken.txt', 'Kesken');
    const used = await world.send(1, 'ohje.txt', 'Ohje');
    const item = await world.add(1, { files: [{ upload: used }] });
    const orphan = { network: NETWORK, id: activityId.parse('orphan') };
    await world.files.putBlock(orphan, 0, new Uint8Array(1));
    await expireUploads(await world.work());
    expect(await world.has(unused)).toBe(true);
    await world.passTo(plus(world.clock.now(), (RETENTION.unusedUploads + 1) * DAY));
    await expireUploads(await world.work());
    expect([await world.has(unused), await world.has('orphan'), await world.has(used)]).toEqual([false, false, true]);
    await isRead(item);
    expect(await textIn(await world.work(), used)).toHaveLength(1);
  });
});

// ── Adding and changing ────────────────────────────────────────────────────────────────────────

describe('adding', () => {
  test('the same request adds once', async () => {
    const request = { draft: { ...EMPTY_DRAFT, title: 'Ohje' }, intent: 'send' as const, requestId: 'same' };
    const both = await Promise.all([0, 0].map(async (n) => addMaterial(await world.visit(n), request)));
    expect(both[0]?.id).toBe(both[1]?.id);
    expect(await world.titles(0)).toEqual(['Ohje']);
  });

  test('a member’s goes to the coordinators first, who publish it', async () => {
    const item = await world.add(1);
    expect([item.state, await world.titles(1), await world.titles(2)]).toEqual(['proposed', [item.title], []]);
    expect(await refused(publishMaterial(await world.visit(1), item.id))).not.toBe('not refused');
    const desk = await askOf(routes, getMaterialDesk, await world.visit(0));
    expect(desk.proposed.map(({ id }) => id)).toEqual([item.id]);
    await publishMaterial(await world.visit(0), item.id);
    expect(await world.titles(2)).toEqual([item.title]);
  });

  test('where members create, theirs is out at once, unless it is a draft', async () => {
    await letMembersCreate();
    const [out, draft] = [await world.add(1), await world.add(1, { title: 'Luonnos' }, 'draft')];
    expect([out.state, draft.state, await world.titles(2)]).toEqual(['published', 'draft', [out.title]]);
    await world.change(1, draft, { title: 'Valmis' });
    expect(await world.titles(2)).toEqual(['Valmis', out.title]);
  });

  test('a new tag by its words comes onto the network’s list once', async () => {
    const first = await world.add(0, { newTags: ['Pysäkit'] });
    const second = await world.add(0, { newTags: [' pysäkit ', ''] });
    expect(second.terms).toEqual(first.terms);
    expect((await vocabularyOf(await world.work())).terms.map(({ names }) => names.fi)).toEqual(['Pysäkit']);
  });

  test('an upload of someone else can’t be put into an item', async () => {
    const upload = await world.send(2, 'ohje.txt', 'Ohje');
    expect(await refused(world.add(1, { files: [{ upload }] }))).toBe(text.unknownUpload.fi);
  });
});

describe('changing', () => {
  test('is for who added it and for coordinators', async () => {
    const item = await world.add(0);
    expect(await refused(world.change(1, item, { title: 'Toinen' }))).toBe(text.notYours.fi);
    const own = await world.add(1);
    expect((await world.change(1, own, { title: 'Oma' })).title).toBe('Oma');
  });

  test('a field that is emptied is gone', async () => {
    const item = await world.add(0, { author: 'Tekijä', language: 'fi', reviewOn: '2027-01-31' });
    const changed = await world.change(0, item, {});
    expect([changed.author, changed.language, changed.reviewOn]).toEqual([undefined, undefined, undefined]);
  });

  test('a new version is opened by the old link, and the old one is still there', async () => {
    const one = await world.send(0, 'ohje.txt', 'Vanha ohje');
    const item = await world.add(0, { files: [{ upload: one }] });
    const two = await world.send(0, 'ohje uusi.txt', 'Uusi ohje pysäkeistä');
    await world.change(0, item, { files: [{ id: one, upload: two }] });
    await isRead(item);
    const seen = await world.seen(1, item);
    expect(seen.files).toMatchObject([{ id: one, file: two, name: 'ohje uusi.txt', earlier: [{ file: one }] }]);
    const visit = await world.visit(1);
    expect(await openFile(visit, item.id, one, 'download')).toContain(`${item.id}|${two}`);
    expect([await world.titles(1, 'pysäkeistä'), await world.titles(1, 'vanha')]).toEqual([[item.title], []]);
    const old = await downloads[0]?.produce(`${item.id}|${one}`, visit);
    expect(old).toMatchObject({ fileName: 'ohje.txt', stored: { id: one }, isInline: false });
  });

  test('a file that is taken out leaves no byte, also when the process died in between', async () => {
    const [kept, gone] = [await world.send(0, 'a.txt', 'Aaa'), await world.send(0, 'b.txt', 'Bbb')];
    const item = await world.add(0, { files: [{ upload: kept }, { upload: gone }] });
    await isRead(item);
    expect(await world.has(`${gone}.text`)).toBe(true);
    world.files.fails = (method) => (method === 'remove' ? new Error('cut off') : undefined);
    await expect(world.change(0, item, { files: [{ id: kept }] })).rejects.toThrow('cut off');
    world.files.fails = () => undefined;
    await world.clock.advance(60_000);
    expect([await world.has(gone), await world.has(`${gone}.text`), await world.has(kept)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('text inside files', () => {
  test('is found, with the item', async () => {
    const upload = await world.send(0, 'diat.txt', 'Eka dia\fToka dia kertoo lippuhinnoista');
    const item = await world.add(0, { title: 'Diat', files: [{ upload }] });
    await isRead(item);
    expect(await world.titles(1, 'lippuhinnoista')).toEqual(['Diat']);
  });

  test('that can’t be read is said on the desk, and the item stands', async () => {
    const upload = await world.send(0, 'salainen.txt', 'Salaista');
    world.extractor.fails = () => new Unextractable('encrypted');
    const item = await world.add(0, { title: 'Salasanalla', files: [{ upload }] });
    const desk = await askOf(routes, getMaterialDesk, await world.visit(0));
    expect(desk.unread).toEqual([{ id: item.id, title: 'Salasanalla', file: 'salainen.txt', why: 'encrypted' }]);
    expect(await world.titles(1)).toEqual(['Salasanalla']);
  });

  test('is read again after an outage, until it is there', async () => {
    const upload = await world.send(0, 'diat.txt', 'Lippuhinnat');
    let isDown = true;
    world.extractor.fails = () => (isDown ? new Error('outage') : undefined);
    const item = await world.add(0, { files: [{ upload }] });
    expect((await world.now(item))?.files[0]?.versions[0]?.text).toBe('waiting');
    isDown = false;
    await world.clock.advance(10 * 60_000);
    await isRead(item);
  });

  test('that is longer than is read is found by its beginning, and coordinators are told so', async () => {
    const upload = await world.send(0, 'pitka.txt', 'Lippuhinnat');
    world.extractor.fails = () => new Error('outage');
    const { id } = await world.add(0, { title: 'Pitkä', files: [{ upload }] });
    const work = await world.work();
    const extract = async () => ({ pages: [{ number: 1, text: 'Lippuhinnat' }], isCut: true });
    const services = { ...work.services, extractor: { ...work.services.extractor, extract } };
    await readText({ ...work, services }, `${id}|${upload}`);
    expect(await world.titles(1, 'lippuhinnat')).toEqual(['Pitkä']);
    expect((await askOf(routes, getMaterialDesk, await world.visit(0))).unread).toEqual([
      { id, title: 'Pitkä', file: 'pitka.txt', why: 'cut' },
    ]);
  });

  test('that is being read when its item is removed leaves nothing', async () => {
    const upload = await world.send(0, 'diat.txt', 'Lippuhinnat');
    world.extractor.fails = () => new Error('outage');
    const { id } = await world.add(0, { files: [{ upload }] });
    const work = await world.work();
    const extract = async () => {
      await removeMaterial(await world.visit(0), id);
      return { pages: [{ number: 1, text: 'Lippuhinnat' }], isCut: false };
    };
    const services = { ...work.services, extractor: { ...work.services.extractor, extract } };
    await readText({ ...work, services }, `${id}|${upload}`);
    expect((await world.files.list(NETWORK)).files).toEqual([]);
  });
});

// ── Removing ───────────────────────────────────────────────────────────────────────────────────

test('a removed item leaves nothing, also when the process died in between', async () => {
  await represent(world, 1, 1);
  const upload = await world.send(0, 'ohje.txt', 'Ohje');
  const item = await world.add(0, { type: 'goodPractice', files: [{ upload }] });
  await reactToMaterial(await world.visit(1), item.id, { status: 'tried', comment: 'Toimi', notes: {} });
  await openMaterial(await world.visit(1), item.id);
  expect(await refused(removeMaterial(await world.visit(2), item.id))).toBe(text.notYours.fi);
  world.files.fails = (method) => (method === 'remove' ? new Error('cut off') : undefined);
  await expect(removeMaterial(await world.visit(0), item.id)).rejects.toThrow('cut off');
  expect(await world.titles(0)).toEqual([]); // at once, whatever is still to be cleared away
  world.files.fails = () => undefined;
  await world.clock.advance(60_000);
  const { store } = world.services;
  const left = [
    await listAll(store, world.scope, reactions),
    await listAll(store, world.scope, materialUses),
    (await world.files.list(NETWORK)).files,
  ];
  expect(left).toEqual([[], [], []]);
});

// ── Who sees what ──────────────────────────────────────────────────────────────────────────────

describe('an item for a group', () => {
  const seat = { id: 's1', member: objectIdOfMember(1), role: 'member' as const, from: '2020-01-01' };
  beforeEach(async () => {
    const work = await world.work();
    await changeGroup(work, 'g1', () => ({
      ...{ id: 'g1', names: { fi: 'Ydinryhmä' }, seats: [seat as never], createdAt: world.clock.now() },
    }));
  });

  test('is there for its people and coordinators, and for nobody else in any way', async () => {
    const upload = await world.send(0, 'ohje.txt', 'Salaperäinen');
    const item = await world.add(0, { title: 'Ryhmän ohje', audience: 'g1', files: [{ upload }] });
    expect([await world.titles(0), await world.titles(1), await world.titles(2)]).toEqual([
      ['Ryhmän ohje'],
      ['Ryhmän ohje'],
      [],
    ]);
    expect((await world.seen(1, item)).audience).toBe('Ydinryhmä');
    const outsider = await world.visit(2);
    const download = downloads[0]?.produce(`${item.id}|${upload}`, outsider) ?? Promise.resolve();
    for (const act of [
      world.seen(2, item),
      openFile(outsider, item.id, upload, 'show'),
      openMaterial(outsider, item.id),
      download,
      world.change(2, item, {}),
    ])
      expect(await refused(act)).toBe(text.unknownMaterial.fi);
    const list = await askOf(routes, listMaterials, outsider);
    expect([list.total, list.facets]).toEqual([0, []]);
  });
});

test('two identities of one person are one author', async () => {
  const item = await world.add(1);
  await changeMember(
    await world.work(),
    objectIdOfMember(1),
    (of) => of && { ...of, sameAs: objectIdOfMember(2) as never },
  );
  expect(await world.titles(2)).toEqual([item.title]);
  expect((await world.seen(2, item)).mayChange).toBe(true);
});

// ── What municipalities say ────────────────────────────────────────────────────────────────────

describe('what a municipality says', () => {
  test('all see, with whom to call; its notes only its own people', async () => {
    await represent(world, 1, 1);
    await represent(world, 2, 1);
    await represent(world, 3, 2);
    await changeMember(
      await world.work(),
      objectIdOfMember(2),
      (of) => of && { ...of, isContact: true, isListed: true, phone: '+358 40 0000000' },
    );
    const item = await world.add(0, { type: 'goodPractice', topic: 'Kyydit' });
    await reactToMaterial(await world.visit(1), item.id, {
      ...{ status: 'tried', comment: 'Toimi hyvin.', notes: { people: 'Rehtorit mukaan' } },
    });
    const others = await world.seen(3, item);
    expect(others.reactions).toMatchObject([
      {
        name: 'Kunta 1',
        status: 'tried',
        comment: 'Toimi hyvin.',
        contacts: [{ name: 'Jäsen 2', phone: '+358 40 0000000' }],
      },
    ]);
    expect(JSON.stringify(others)).not.toContain('Rehtorit');
    expect((await world.seen(2, item)).own).toMatchObject({
      ...{ name: 'Kunta 1', by: 'Jäsen 1', draft: { status: 'tried', notes: { people: 'Rehtorit mukaan' } } },
    });
    expect((await world.seen(0, item)).own).toBeUndefined();
  });

  test('is refused of who represents none, and on anything but a good practice', async () => {
    await represent(world, 1, 1);
    const [practice, document] = [await world.add(0, { type: 'goodPractice' }), await world.add(0)];
    const draft = { status: 'tried' as const, comment: '', notes: {} };
    expect(await refused(reactToMaterial(await world.visit(2), practice.id, draft))).toBe(text.notRepresenting.fi);
    expect(await refused(reactToMaterial(await world.visit(1), document.id, draft))).toBe(text.notAPractice.fi);
  });
});

// ── Sharing ────────────────────────────────────────────────────────────────────────────────────

describe('a shared item', () => {
  const [page] = openPages;
  const open = async (item: { id: ActivityId }, round: number, file?: string) => {
    const visit = { ...(await world.work()), subject: item.id, round, locale: 'fi' as const, t: translator('fi') };
    if (file !== undefined) return page?.file?.(file, visit);
    return page?.show({ params: {}, query: new URLSearchParams(), to: (path) => `/p/token/${path}` }, visit);
  };

  test('opens with its words and newest files, until its time is over or it is taken back', async () => {
    const old = await world.send(0, 'vanha.txt', 'Vanha');
    const item = await world.add(0, { type: 'goodPractice', goal: 'Kyyti <b>kaikille</b>', files: [{ upload: old }] });
    const now = await world.send(0, 'uusi.txt', 'Uusi');
    await world.change(0, item, {
      type: 'goodPractice',
      goal: 'Kyyti <b>kaikille</b>',
      files: [{ id: old, upload: now }],
    });
    await shareMaterial(await world.visit(0), item.id, 7);
    expect((await world.seen(0, item)).desk?.share?.url).toContain('share');
    const shown = await open(item, 1);
    const html = shown && 'body' in shown ? shown.body.html : '';
    expect(html).toContain('Kyyti &lt;b&gt;kaikille');
    expect(html).toContain(`files/${now}`);
    expect(await open(item, 1, now)).toMatchObject({ fileName: 'uusi.txt', isInline: false });
    expect([await open(item, 1, old), await open(item, 2), await open(item, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await world.passTo(plus(world.clock.now(), 8 * DAY));
    expect([await open(item, 1), await open(item, 1, now)]).toEqual([undefined, undefined]);
  });

  test('is a coordinator’s to share, and closes when it is taken back or is no more for all', async () => {
    const item = await world.add(0);
    expect(await refused(shareMaterial(await world.visit(1), item.id, 7))).not.toBe('not refused');
    expect(await refused(shareMaterial(await world.visit(0), item.id, 0))).toBe(text.badShareDays.fi);
    await shareMaterial(await world.visit(0), item.id, 7);
    expect(await open(item, 1)).toBeDefined();
    await world.change(0, item, { audience: 'coordinators' });
    expect(await open(item, 1)).toBeUndefined();
    await world.change(0, item, {});
    expect(await open(item, 1)).toBeDefined();
    await unshareMaterial(await world.visit(0), item.id);
    expect(await open(item, 1)).toBeUndefined();
  });
});

// ── Around it ──────────────────────────────────────────────────────────────────────────────────

test('an item from an event is on the event, and in its thread when shared there', async () => {
  const startsOn = plus(world.clock.now(), 14 * DAY).slice(0, 10);
  const draft = eventDraft.parse({ type: 'webinar', title: 'Tilastot', startsOn, startsAtTime: '09:00' });
  const [event] = await createEvents(await world.visit(0), draft, { form: 'form', publishes: true });
  if (!event) throw new Error('no event');
  await world.clock.advance(5000);
  const item = await world.add(0, { title: 'Diat', event: event.id });
  const stored = await world.services.store.get(world.scope, events, event.id);
  expect(stored?.value.materials).toMatchObject([{ id: item.id }]);
  const shared = await postMaterial(await world.visit(0), item.id, { to: 'event', requestId: 'r1' });
  await postMaterial(await world.visit(0), item.id, { to: 'event', requestId: 'r1' });
  expect(shared.posts).toHaveLength(1);
  expect(await world.services.posts.status(NETWORK, postId.parse(shared.posts[0] ?? ''))).toMatchObject({
    drawing: 'materials.item',
  });
  const other = await world.add(0);
  expect(await refused(postMaterial(await world.visit(0), other.id, { to: 'event', requestId: 'r2' }))).toBe(
    text.noThread.fi,
  );
});

test('what is new since my last visit is marked, and the guide stands on top', async () => {
  const guide = await world.add(0, { title: 'Opas' });
  await pinMaterial(await world.visit(0), guide.id, true);
  const first = await askOf(routes, listMaterials, await world.visit(1));
  expect([first.newItems, first.pinned.map(({ title }) => title)]).toEqual([0, ['Opas']]);
  await world.passTo(plus(world.clock.now(), DAY));
  await world.add(0, { title: 'Uusi' });
  const second = await askOf(routes, listMaterials, await world.visit(1));
  expect(second.materials.map(({ title, isNew }) => [title, isNew])).toEqual([
    ['Uusi', true],
    ['Opas', false],
  ]);
  expect(second.newItems).toBe(1);
});

test('items to look through come onto the desk on their day', async () => {
  const item = await world.add(0, { reviewOn: world.clock.now().slice(0, 10) });
  await world.add(0, { title: 'Myöhemmin', reviewOn: '2199-01-01' });
  const due = async () => (await askOf(routes, getMaterialDesk, await world.visit(0))).toReview.map(({ id }) => id);
  expect(await due()).toEqual([item.id]);
  await reviewMaterial(await world.visit(0), item.id, '2199-01-01');
  expect(await due()).toEqual([]);
  expect(await refused(reviewMaterial(await world.visit(0), item.id, '31.12.'))).toBe(text.badDate.fi);
});

test('a theme that is merged takes its items along, and its Swedish name finds them', async () => {
  const visit = await world.visit(0);
  await addTerm(visit, { kind: 'theme', fi: 'Koulukuljetukset', sv: 'Skolskjutsar', en: '' });
  await addTerm(visit, { kind: 'theme', fi: 'Koulukyydit', sv: '', en: '' });
  const [kept, gone] = (await vocabularyOf(visit)).terms.map(({ id }) => id);
  const item = await world.add(0, { terms: [gone ?? ''] });
  await mergeTerm(visit, gone ?? '', kept ?? '');
  const { terms } = await askOf(routes, listTerms, visit);
  expect(terms).toMatchObject([{ id: kept, fi: 'Koulukuljetukset', n: 1 }]);
  expect(await world.titles(1, 'skolskjutsar')).toEqual([item.title]);
  expect((await world.seen(1, item, 'sv')).themes).toEqual(['Skolskjutsar']);
});

test('a collection shows what the reader may see, in its order', async () => {
  const [one, two, hidden] = [
    await world.add(0, { title: 'Yksi' }),
    await world.add(0, { title: 'Kaksi' }),
    await world.add(0, { title: 'Piilossa', audience: 'coordinators' }),
  ];
  const draft = { fi: 'Alkuun', sv: '', en: '', about: '', items: [two.id, hidden.id, one.id] };
  const made = await addCollection(await world.visit(0), draft, 'r1');
  expect((await addCollection(await world.visit(0), draft, 'r1')).id).toBe(made.id);
  expect(await refused(addCollection(await world.visit(1), draft, 'r2'))).not.toBe('not refused');
  const seen = async (n: number) =>
    (await askOf(routes, getCollection, await world.visit(n), { params: { collection: made.id } })).materials.map(
      ({ title }) => title,
    );
  expect([await seen(0), await seen(1)]).toEqual([
    ['Kaksi', 'Piilossa', 'Yksi'],
    ['Kaksi', 'Yksi'],
  ]);
  await changeCollection(await world.visit(0), made.id, { ...draft, items: [one.id] });
  expect(await seen(1)).toEqual(['Yksi']);
  await removeCollection(await world.visit(0), made.id);
  expect(await refused(seen(1))).toBe(text.unknownCollection.fi);
});

test('erased, a person is in nothing that the bank keeps, and every item stays', async () => {
  await represent(world, 1, 1);
  const upload = await world.send(1, 'ohje.txt', 'Ohje');
  const item = await world.add(1, { type: 'goodPractice', author: 'jäsen 1', files: [{ upload }] });
  await reactToMaterial(await world.visit(1), item.id, { status: 'tried', comment: 'Toimi', notes: {} });
  const waiting = await world.send(1, 'kesken.txt', 'Kesken');
  await askOf(routes, listMaterials, await world.visit(1));
  const ids = [objectIdOfMember(1) as never];
  const own = await materialPersonal.collect(ids, await world.work());
  expect(Object.values(own).map((all) => (all as unknown[]).length)).toEqual([1, 1, 1, 1, 1]);
  await materialPersonal.erase(ids, person(99), await world.work());
  expect(Object.values(await materialPersonal.collect(ids, await world.work())).flat()).toEqual([]);
  const left = await world.now(item);
  expect([left?.title, left?.author, left?.addedBy, await world.has(waiting), await world.has(upload)]).toEqual([
    item.title,
    undefined,
    undefined,
    false,
    true,
  ]);
  expect(JSON.stringify(left)).not.toContain('person-1"');
});
