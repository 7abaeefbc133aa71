/** Files on their way from the tab, with a server that fails as told: what is sent, what is sent again, and what stays. */
import { describe, expect, test } from '@jest/globals';
import { LONGEST_FILE_NAME } from '../../bot/core/file-format.ts';
import { FILE_FORMATS, LARGEST_FILE, MOST_FILES } from '../../bot/features/materials/contract.ts';
import { ApiProblem } from '../../tab/src/api.ts';
import * as kinds from '../../tab/src/pages/materials/file-kinds.ts';
import {
  newGates,
  pauseAfter,
  type Sender,
  type Surroundings,
  sendFile,
} from '../../tab/src/pages/materials/upload.ts';
import { type FileRow, fileList, filesOf, isUnderWay } from '../../tab/src/pages/materials/upload-list.ts';
import { yearsOn } from '../../tab/src/pages/materials/years.ts';
import { eventually } from '../fakes/eventually.ts';

const BLOCK = 4;

const fileOf = (name: string, words: string): File => new File([words], name, { lastModified: 1 });
const failure = (status: number, retryAfter?: number): ApiProblem => new ApiProblem({ status, retryAfter });

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly blocks: Map<number, string>;
  isWhole: boolean;
}

/** A server that keeps blocks, and what it was asked for. `fails` throws for what is to fail. */
function fakeServer(fails: (what: string) => void | Promise<void> = () => undefined) {
  const kept: Kept[] = [];
  const asked: string[] = [];
  let inside = 0;
  let most = 0;
  const of = (upload: string): Kept => {
    const found = kept.find(({ id }) => id === upload);
    if (!found) throw failure(409);
    return found;
  };
  const sender: Sender = {
    async start({ name, size }) {
      asked.push(`start ${name}`);
      await fails(`start ${name}`);
      let found = kept.find((one) => one.name === name && one.size === size);
      if (!found) {
        found = { id: `u${kept.length + 1}-${name}`, name, size, blocks: new Map(), isWhole: false };
        kept.push(found);
      }
      const { id, blocks, isWhole } = found;
      return { upload: id, block: BLOCK, blocks: Math.ceil(size / BLOCK), received: [...blocks.keys()], isWhole };
    },
    async block({ upload, index, bytes, sha256 }, signal, onSent) {
      inside += 1;
      most = Math.max(most, inside);
      try {
        onSent(1);
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        const what = `block ${index} ${of(upload).name}`;
        asked.push(what);
        await fails(what);
        signal.throwIfAborted();
        const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
        if (digest !== sha256) throw failure(409);
        of(upload).blocks.set(index, new TextDecoder().decode(bytes));
      } finally {
        inside -= 1;
      }
    },
    async finish(upload) {
      const found = of(upload);
      asked.push(`finish ${found.name}`);
      await fails(`finish ${found.name}`);
      if (found.blocks.size < Math.ceil(found.size / BLOCK)) throw failure(409);
      found.isWhole = true;
    },
  };
  return {
    sender,
    kept,
    asked,
    most: () => most,
    contentOf: (name: string): string => {
      const found = kept.find((one) => one.name === name);
      return [...(found?.blocks ?? [])]
        .sort(([a], [b]) => a - b)
        .map(([, words]) => words)
        .join('');
    },
  };
}

/** Waits are over at once; how long they would have been is noted. */
function fakeSurroundings() {
  const waited: number[] = [];
  let isOnline = true;
  let come: (() => void) | undefined;
  const around: Surroundings = {
    wait: async (time, signal) => {
      waited.push(time);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    isOnline: () => isOnline,
    untilOnline: () =>
      new Promise((resolve) => {
        come = resolve;
      }),
    chance: () => 1,
  };
  return {
    around,
    waited,
    goOffline: () => {
      isOnline = false;
    },
    goOnline: () => {
      isOnline = true;
      come?.();
    },
    isWaiting: () => come !== undefined,
  };
}

/** Fails the first so many times that it is asked for `what`. */
function failing(what: string, times: number, error: () => Error) {
  let left = times;
  return (asked: string): void => {
    if (asked === what && left-- > 0) throw error();
  };
}

function sending(server: ReturnType<typeof fakeServer>, surroundings = fakeSurroundings()) {
  const stop = new AbortController();
  const progress: number[] = [];
  const gates = newGates();
  return {
    stop,
    progress,
    surroundings,
    send: (file: File) =>
      sendFile(file, {
        ...{ sender: server.sender, around: surroundings.around, gates, signal: stop.signal },
        onStart: () => undefined,
        onProgress: (bytes) => void progress.push(bytes),
      }),
  };
}

describe('a file', () => {
  test('is sent in blocks, each with its digest, and is whole at the end', async () => {
    const server = fakeServer();
    const { send, progress } = sending(server);
    await send(fileOf('a.txt', 'yksi kaksi'));
    expect(server.contentOf('a.txt')).toBe('yksi kaksi');
    expect(server.kept[0]?.isWhole).toBe(true);
    expect(progress[0]).toBe(0);
    expect(progress.at(-1)).toBe(10);
  });

  test('that is there already is not sent again', async () => {
    const server = fakeServer();
    await sending(server).send(fileOf('a.txt', 'yksi kaksi'));
    server.asked.length = 0;
    const again = sending(server);
    await again.send(fileOf('a.txt', 'yksi kaksi'));
    expect(server.asked).toEqual(['start a.txt']);
    expect(again.progress).toEqual([10]);
  });

  test('goes on where it was: only blocks that are missing are sent', async () => {
    const server = fakeServer(failing('block 1 a.txt', 1, () => failure(403)));
    await expect(sending(server).send(fileOf('a.txt', 'yksi kaksi'))).rejects.toThrow();
    const had = [...(server.kept[0]?.blocks.keys() ?? [])];
    server.asked.length = 0;
    await sending(server).send(fileOf('a.txt', 'yksi kaksi'));
    const missing = [0, 1, 2].filter((index) => !had.includes(index));
    expect(missing).toContain(1);
    expect(server.asked.filter((one) => one.startsWith('block')).sort()).toEqual(
      missing.map((index) => `block ${index} a.txt`),
    );
    expect(server.contentOf('a.txt')).toBe('yksi kaksi');
  });

  test.each([0, 429, 500, 503])('is tried again after %d, later each time', async (status) => {
    const server = fakeServer(failing('block 0 a.txt', 3, () => failure(status)));
    const { send, surroundings } = sending(server);
    await send(fileOf('a.txt', 'yks'));
    expect(surroundings.waited).toEqual([1000, 2000, 4000]);
    expect(server.contentOf('a.txt')).toBe('yks');
  });

  test('waits as long as the server asks it to', async () => {
    const server = fakeServer(failing('start a.txt', 1, () => failure(503, 7)));
    const { send, surroundings } = sending(server);
    await send(fileOf('a.txt', 'yks'));
    expect(surroundings.waited).toEqual([7000]);
    expect(pauseAfter(1, 100_000, 0)).toBe(5 * 60_000); // but not for ever
    expect(pauseAfter(20, undefined, 1)).toBe(30_000);
    expect(pauseAfter(20, undefined, 0)).toBe(15_000);
  });

  test('is given up in the end, and at once when it is refused', async () => {
    const busy = fakeServer(failing('block 0 a.txt', 1000, () => failure(503)));
    await expect(sending(busy).send(fileOf('a.txt', 'yks'))).rejects.toMatchObject({ status: 503 });
    expect(busy.asked.filter((one) => one.startsWith('block'))).toHaveLength(12);
    const refusing = fakeServer(failing('start a.txt', 1, () => failure(403)));
    await expect(sending(refusing).send(fileOf('a.txt', 'yks'))).rejects.toMatchObject({ status: 403 });
    expect(refusing.asked).toEqual(['start a.txt']);
  });

  test('waits while there is no network, however often that fails, and goes on', async () => {
    const surroundings = fakeSurroundings();
    const server = fakeServer(
      failing('block 0 a.txt', 1, () => {
        surroundings.goOffline();
        return failure(0);
      }),
    );
    const { send } = sending(server, surroundings);
    const sent = send(fileOf('a.txt', 'yks'));
    await eventually(surroundings.isWaiting);
    expect(server.asked).toEqual(['start a.txt', 'block 0 a.txt']);
    surroundings.goOnline();
    await sent;
    expect(surroundings.waited).toEqual([]);
    expect(server.contentOf('a.txt')).toBe('yks');
  });

  test('of which a block was changed on its way, or lost, is mended', async () => {
    const changed = fakeServer(failing('block 1 a.txt', 1, () => failure(409)));
    await sending(changed).send(fileOf('a.txt', 'yksi kaksi'));
    expect(changed.contentOf('a.txt')).toBe('yksi kaksi');
    const lost = fakeServer((what) => {
      if (what === 'finish a.txt' && lost.asked.filter((one) => one === what).length === 1)
        lost.kept[0]?.blocks.delete(1);
    });
    await sending(lost).send(fileOf('a.txt', 'yksi kaksi'));
    expect(lost.contentOf('a.txt')).toBe('yksi kaksi');
  });

  test('whose content is refused is not sent a second time', async () => {
    const server = fakeServer((what) => {
      if (what !== 'finish a.txt') return;
      server.kept.length = 0; // thrown away
      server.kept.push({ id: 'other', name: 'b.txt', size: 1, blocks: new Map(), isWhole: true });
      throw failure(409);
    });
    await expect(sending(server).send(fileOf('a.txt', 'yksi kaksi'))).rejects.toMatchObject({ status: 409 });
    expect(server.asked.filter((one) => one.startsWith('block'))).toHaveLength(3);
  });

  test('that the browser can no longer read is told apart', async () => {
    const file = fileOf('a.txt', 'yks');
    file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
    await expect(sending(fakeServer()).send(file)).rejects.toMatchObject({ name: 'Unreadable' });
  });

  test('stops at once when it is cancelled', async () => {
    const server = fakeServer((what) => (what === 'block 1 a.txt' ? new Promise(() => undefined) : undefined));
    const { send, stop } = sending({
      ...server,
      sender: {
        ...server.sender,
        block: (block, signal, onSent) =>
          Promise.race([
            server.sender.block(block, signal, onSent),
            new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
          ]),
      },
    });
    const sent = send(fileOf('a.txt', 'yksi kaksi kolme'));
    const ended = expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    await eventually(() => server.asked.includes('block 1 a.txt'));
    stop.abort();
    await ended;
    expect(server.asked).not.toContain('finish a.txt');
  });
});

test('at most two files are sent at a time, and two blocks of them all', async () => {
  let under = 0;
  let most = 0;
  const server = fakeServer();
  const sender: Sender = {
    ...server.sender,
    start: async (...of) => {
      under += 1;
      most = Math.max(most, under);
      return server.sender.start(...of);
    },
    finish: async (...of) => {
      await server.sender.finish(...of);
      under -= 1;
    },
  };
  const { send } = sending({ ...server, sender });
  const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt'];
  await Promise.all(names.map((name) => send(fileOf(name, 'sanoja joista tulee monta palaa'))));
  expect(server.kept.map(({ isWhole }) => isWhole)).toEqual(names.map(() => true));
  expect(most).toBe(2);
  expect(server.most()).toBe(2);
});

describe('the list of files', () => {
  function openList(server = fakeServer(), has: readonly FileRow[] = []) {
    const { around } = fakeSurroundings();
    const forgotten: string[] = [];
    const stored: { rows: readonly FileRow[] | undefined } = { rows: undefined };
    let keys = 0;
    const make = () =>
      fileList({
        ...{ sender: server.sender, around, gates: newGates(), has },
        forget: (upload) => void forgotten.push(upload),
        kept: {
          get: () => stored.rows,
          set: (rows) => {
            stored.rows = rows;
          },
        },
        newKey: () => `k${++keys}`,
      });
    return { list: make(), make, forgotten };
  }
  const phases = (list: ReturnType<typeof fileList>) => list.now().rows.map(({ phase }) => phase);

  test('tells what becomes of each, and what is sent in the end', async () => {
    const { list } = openList();
    const changes: number[] = [];
    list.onChange(() => void changes.push(list.now().rows.length));
    list.add([fileOf('a.txt', 'yksi'), fileOf('b.exe', 'MZ'), fileOf('c.txt', '')], ['kansio']);
    expect(isUnderWay(list.now())).toBe(true);
    expect(list.now().refused).toEqual([
      { name: 'kansio', why: 'folder' },
      { name: 'b.exe', why: 'kind' },
      { name: 'c.txt', why: 'empty' },
    ]);
    await eventually(() => phases(list)[0] === 'whole');
    expect(filesOf(list.now())).toEqual([{ upload: 'u1-a.txt' }]);
    expect(list.now().news).toEqual({ what: 'whole', name: 'a.txt', n: 1 });
    expect(changes.length).toBeGreaterThan(2);
  });

  test('is there after a reload: what is whole stays, what was not goes on with the same file', async () => {
    const server = fakeServer(failing('block 1 b.txt', 1, () => failure(403)));
    const { list, make } = openList(server);
    list.add([fileOf('a.txt', 'yksi'), fileOf('b.txt', 'yksi kaksi')]);
    await eventually(() => phases(list).join() === 'whole,failed');
    const reloaded = make();
    expect(phases(reloaded)).toEqual(['whole', 'interrupted']);
    expect(isUnderWay(reloaded.now())).toBe(false);
    reloaded.add([fileOf('b.txt', 'yksi kaksi')]);
    await eventually(() => phases(reloaded).join() === 'whole,whole');
    expect(filesOf(reloaded.now())).toEqual([{ upload: 'u1-a.txt' }, { upload: 'u2-b.txt' }]);
  });

  test('tries a failed one again when it is told to, or when it is chosen once more', async () => {
    const { list } = openList(fakeServer(failing('start a.txt', 2, () => failure(403))));
    list.add([fileOf('a.txt', 'yksi')]);
    await eventually(() => phases(list)[0] === 'failed');
    list.retry('k1');
    expect(phases(list)).toEqual(['waiting']);
    await eventually(() => phases(list)[0] === 'failed');
    list.add([fileOf('a.txt', 'yksi')]);
    await eventually(() => phases(list)[0] === 'whole');
    list.add([fileOf('a.txt', 'yksi')]);
    expect(list.now().refused).toEqual([{ name: 'a.txt', why: 'twice' }]);
  });

  test('takes a new version of a file of the item, and gives it up again', async () => {
    const has = [{ key: 'f1', id: 'f1', has: { name: 'vanha.txt', size: 3 } }];
    const { list, forgotten } = openList(fakeServer(), has);
    expect(filesOf(list.now())).toEqual([{ id: 'f1' }]);
    list.put('f1', fileOf('uusi.txt', 'yksi'));
    await eventually(() => phases(list)[0] === 'whole');
    expect(filesOf(list.now())).toEqual([{ id: 'f1', upload: 'u1-uusi.txt' }]);
    list.cancel('f1');
    expect(filesOf(list.now())).toEqual([{ id: 'f1' }]);
    expect(forgotten).toEqual(['u1-uusi.txt']);
    list.remove('f1');
    expect(filesOf(list.now())).toEqual([]);
    list.clear(false);
    expect(filesOf(list.now())).toEqual([{ id: 'f1' }]);
  });

  test('cancels one that is on its way, moves the others, and forgets all unless they are saved', async () => {
    const server = fakeServer((what) =>
      what.endsWith('b.txt') && what.startsWith('block') ? new Promise(() => undefined) : undefined,
    );
    const { list, forgotten } = openList(server);
    list.add([fileOf('a.txt', 'yksi'), fileOf('b.txt', 'kaks'), fileOf('c.txt', 'kolme')]);
    await eventually(() => phases(list).join() === 'whole,sending,whole');
    list.cancel('k2');
    expect(forgotten).toEqual(['u2-b.txt']);
    list.move('k3', -1);
    expect(list.now().rows.map(({ key }) => key)).toEqual(['k3', 'k1']);
    list.move('k3', -1);
    expect(list.now().rows.map(({ key }) => key)).toEqual(['k3', 'k1']);
    list.clear(true);
    expect(list.now().rows).toEqual([]);
    expect(forgotten).toEqual(['u2-b.txt']);
  });

  test('holds no more than an item may have', () => {
    const { list } = openList();
    list.add(Array.from({ length: MOST_FILES + 1 }, (_, n) => fileOf(`${n}.txt`, 'sana')));
    expect(list.now().rows).toHaveLength(MOST_FILES);
    expect(list.now().refused).toEqual([{ name: `${MOST_FILES}.txt`, why: 'many' }]);
  });
});

describe('the tab’s own table of kinds', () => {
  test('is the server’s', () => {
    const server = FILE_FORMATS.map(({ extension, family }) => `${extension} ${family}`);
    const tab = Object.entries(kinds.KINDS).flatMap(([family, all]) =>
      all.map((extension) => `${extension} ${family}`),
    );
    expect(tab.sort()).toEqual(server.sort());
    expect({ ...kinds }).toMatchObject({ LARGEST_FILE, MOST_FILES, LONGEST_FILE_NAME });
  });

  test.each([
    ['esitys.PPTX', 1, undefined],
    ['ohjelma.exe', 1, 'kind'],
    ['../../x', 1, 'kind'],
    [`${'a'.repeat(200)}.pdf`, 1, 'name'],
    ['tyhja.pdf', 0, 'empty'],
    ['suuri.mp4', LARGEST_FILE, undefined],
    ['suuri.mp4', LARGEST_FILE + 1, 'large'],
  ])('says of %s of %d bytes: %s', (name, size, fault) => {
    expect(kinds.faultOf({ name, size })).toBe(fault);
  });

  test.each([
    [['diat.pptx', 'a.mp4'], true, 'presentation'],
    [['opas.pdf'], false, 'presentation'],
    [['kokous.mp4'], false, 'recording'],
    [['sopimus.docx'], false, 'document'],
    [[], true, 'link'],
    [[], false, undefined],
  ])('guesses of %j and a link %j: %s', (names, hasLink, type) => {
    expect(kinds.guessType(names, hasLink)).toBe(type);
  });

  test('makes a title of a file’s name', () => {
    expect(kinds.titleFrom('kutsuliikenteen_opas__2026.final.pdf')).toBe('kutsuliikenteen opas 2026.final');
  });
});

test.each([
  ['2026-11-28', 1, '2027-11-28'],
  ['2028-02-29', 1, '2029-02-28'],
  ['2026-02-28', 2, '2028-02-28'],
])('%s in %d years is %s', (from, years, date) => {
  expect(yearsOn(from, years)).toBe(date);
});
