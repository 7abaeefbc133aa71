/** The material bank in chat: where a hit leads, the card that is posted and goes, and how a message becomes a form. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Search } from '../../bot/core/ports.ts';
import { translator } from '../../bot/core/text.ts';
import { commands, drawings, savedFrom } from '../../bot/features/materials/chat-operations.ts';
import { postMaterial } from '../../bot/features/materials/operations.ts';
import { wordsOf } from '../fakes/feature-world.ts';
import { type MaterialWorld, openMaterialWorld } from '../fakes/material-world.ts';

let world: MaterialWorld;
beforeAll(async () => {
  world = await openMaterialWorld();
});
afterAll(() => world.close());

const draw = async (subject: string) => drawings[0]?.draw(subject, await world.work());

describe('the posted card', () => {
  test('shows the item as it is now, in the channel’s language', async () => {
    const item = await world.add(0, {
      title: 'Kilpailutuksen opas',
      links: [{ url: 'https://opas.example/', label: '' }],
    });
    await postMaterial(await world.visit(0), item.id, { to: 'channel', requestId: 'post-1' });
    await world.clock.advance(20_000);
    expect(world.channel.texts('create')).toEqual(['Materiaalipankista: Kilpailutuksen opas']);
    await world.change(0, item, { title: 'Kilpailutuksen uusi opas' });
    await world.clock.advance(20_000);
    expect(world.channel.texts('update').at(-1)).toBe('Materiaalipankista: Kilpailutuksen uusi opas');
  });

  test('is gone when not every member may see the item any more, or it is removed', async () => {
    const item = await world.add(0, { title: 'Vain hetken' });
    expect(await draw(item.id)).toBeDefined();
    await world.change(0, item, { title: 'Vain hetken', audience: 'coordinators' });
    expect(await draw(item.id)).toBeUndefined();
    expect(await draw('m-unknown')).toBeUndefined();
  });
});

test('a hit leads to the file and page on which the words stand', async () => {
  const upload = await world.send(0, 'reititys.txt', 'Koulukyydit reititetään syksyllä.');
  const item = await world.add(0, { title: 'Reititys', files: [{ upload }] });
  await world.clock.advance(20_000);
  const turn = await world.turn(0, { place: { kind: 'chat' } });
  const { find } = turn.services.search;
  const marking: Search['find'] = async (...args) => {
    const found = await find(...args);
    const where = { file: upload, page: 3 };
    const extract = [{ text: 'Koulukyydit ' }, { text: 'reititetään', isHit: true as const }];
    return { ...found, hits: found.hits.map((hit) => ({ ...hit, where, extract })) };
  };
  const search = { ...turn.services.search, find: marking };
  const own = { ...turn, services: Object.assign(Object.create(turn.services), { search }) };
  const said = wordsOf((await commands[0]?.run('reititys', own, 'materiaali')) as never);
  expect(said).toContain(`materials/${item.id}?file=reititys.txt&page=3`);
  expect(said).toContain('Sivu 3 · reititys.txt');
  expect(said).toContain('reititetään');
});

describe('a message as a form', () => {
  const t = translator('fi');
  const form = (of: Partial<Parameters<typeof savedFrom>[0]>) => savedFrom({ text: '', links: [], ...of }, 'form-1', t);

  test.each([
    ['its first line is the title', { text: '\n Otsikko \nLoput' }, 'Otsikko'],
    [
      'a bare address is none, but the name of its file',
      { text: 'https://x.example/a', links: [{ url: 'https://x.example/a', name: 'Opas.pdf' }] },
      'Opas',
    ],
    [
      'without text it is the file’s name',
      { links: [{ url: 'https://x.example/a.pptx', name: 'Diat 2026.pptx' }] },
      'Diat 2026',
    ],
    ['without anything it is empty', {}, ''],
    ['a long line is cut', { text: 'ä'.repeat(300) }, `${'ä'.repeat(99)}…`],
  ])('%s', (_, of, title) => {
    expect(form(of).title).toBe(title);
  });

  test.each([
    [[], 'document'],
    [[{ url: 'https://x.example/a.pptx' }], 'presentation'],
    [[{ url: 'https://x.example/a?x=1', name: 'tallenne.mp4' }], 'recording'],
    [[{ url: 'https://x.example/a.docx' }, { url: 'https://x.example/' }], 'document'],
    [[{ url: 'https://x.example/' }], 'link'],
  ])('%j is taken for %s', (links, type) => {
    expect(form({ links }).type).toBe(type);
  });

  test('a long text is cut to what a summary holds', () => {
    expect(form({ text: 'a'.repeat(5000) }).summary).toHaveLength(2000);
  });
});
