/** The Word document of a statement, read back by the bank's own reader of files: the text in order, who has joined, and people's words as words. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { MadeFile } from '../../bot/core/feature.ts';
import { statementDownloads } from '../../bot/features/statements/export.ts';
import { changeStatement, finishStatement, joinStatement } from '../../bot/features/statements/operations.ts';
import { draftOf, type Statement } from '../../bot/features/statements/statement.ts';
import { text } from '../../bot/features/statements/text.ts';
import { extractWorld } from '../fakes/extract-world.ts';
import { openStatementWorld, type StatementWorld } from '../fakes/statement-world.ts';

let world: StatementWorld;
beforeEach(async () => {
  world = await openStatementWorld();
});
afterEach(() => world.close());

const HARD = 'Tuki <b>& ehdot</b> “oikein” – myös ☃\nja toinen rivi.';

async function made(of: Statement, n: number, locale: 'fi' | 'sv' = 'fi'): Promise<MadeFile> {
  const file = await statementDownloads[0]?.produce(of.id, await world.visit(n, locale));
  if (!file || !('bytes' in file)) throw new Error('no document');
  return file;
}

/** As the material bank reads the text of what it keeps. */
async function readBack(bytes: Uint8Array): Promise<string> {
  const reader = await extractWorld();
  try {
    expect(await reader.sign(bytes)).toBe('docx');
    const pages = await reader.read('lausunto.docx', bytes);
    if (typeof pages === 'string') throw new Error(pages);
    return pages.map((one) => [one.heading, one.text].filter(Boolean).join('\n')).join('\n');
  } finally {
    await reader.close();
  }
}

test('holds the text in order and who has joined, each once', async () => {
  const of = await world.joining({ text: `Ensimmäinen kohta.\n\n${HARD}\n\nKolmas kohta.`, askedBy: 'Ministeriö' });
  await joinStatement(await world.visit(2), of.id, 'kunnanhallitus 12.1.');
  await joinStatement(await world.visit(1), of.id, '');
  await finishStatement(await world.visit(0), of.id);
  const file = await made(of, 3);
  expect(file.fileName).toBe('Lausunto-joukkoliikennelaista.docx');
  const found = await readBack(file.bytes);
  const inOrder = [
    ...['Lausunto joukkoliikennelaista', 'Lausunnon pyytäjä: Ministeriö', 'Ensimmäinen kohta.'],
    ...['Tuki <b>& ehdot</b> “oikein” – myös ☃', 'ja toinen rivi.', 'Kolmas kohta.'],
    ...['Lausunnossa ovat mukana', 'Kunta 1', 'Kunta 2: kunnanhallitus 12.1.'],
  ];
  const places = inOrder.map((one) => found.indexOf(one));
  expect(places.filter((at) => at < 0)).toEqual([]);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(found.split('Kunta 1').length).toBe(2);
});

test('of one that is not final says which version it is, in the reader’s language, and leaves out who is asked again', async () => {
  const of = await world.joining();
  await joinStatement(await world.visit(1), of.id, '');
  const now = await world.now(of);
  const draft = { ...draftOf(now, 'Europe/Helsinki'), text: 'Kokonaan toinen sisältö.' };
  await changeStatement(await world.visit(0), of.id, draft, now.edits);
  const found = await readBack((await made(of, 1, 'sv')).bytes);
  expect(found).toContain('Utkast, version 2');
  expect(found).not.toContain('Kommun 1');
  expect(found).toContain('Utlåtandet ges av nätverket Pienet kunnat.');
});

test('is in the language that it is written for, so that spelling is checked', async () => {
  const of = await world.commenting();
  const parts = unzipSync((await made(of, 1, 'sv')).bytes);
  expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('sv-FI');
});

test('of a draft is nobody’s but coordinators’', async () => {
  const of = await world.draft();
  await expect(made(of, 1)).rejects.toMatchObject({ row: text.unknownStatement });
  expect((await made(of, 0)).bytes.length).toBeGreaterThan(1000);
});
