/** A picture by its own address, as Teams asks for it to draw a card: without signing in, and only with the whole address. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { activityId } from '../../bot/core/ids.ts';
import { networks } from '../../bot/core/network.ts';
import { dropPictures } from '../../bot/core/pictures.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';

let http: HttpApp;
beforeAll(async () => {
  http = await startHttpApp();
});
afterAll(() => http.close());

const png = (): Promise<Uint8Array> => Transformer.fromRgbaPixels(new Uint8Array(60 * 30 * 4).fill(120), 60, 30).png();
const send = async (body: Uint8Array, by: Someone | undefined = people.member, network: string = NETWORK) => {
  const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: body as BodyInit };
  return http.ask(`/api/v1/networks/${network}/pictures`, by, init);
};
const added = async () => (await (await send(await png())).json()) as { id: string; address: string; width: number };

test('whoever has the address sees the picture, and nothing of who sent it', async () => {
  const { id, address, width } = await added();
  expect(width).toBe(60);
  const response = await http.ask(new URL(address).pathname);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': expect.stringContaining('inline'),
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.readUInt16BE(0)).toBe(0xffd8);
  expect(new URL(address).pathname).not.toContain(id);
  expect(http.logged.join('\n')).not.toContain(new URL(address).pathname.split('/')[2]);
});

test('an address that is not whole, of another file or guessed finds nothing', async () => {
  const { pathname } = new URL((await added()).address);
  const token = pathname.split('/')[2] ?? '';
  for (const path of [
    `/p/${token}`,
    `/p/${token}/files/other.jpg`,
    `/p/${token}/files/..%2f..%2fetc`,
    `/p/${token.slice(0, -1)}x/files/picture.jpg`,
    `/p/${'x'.repeat(43)}/files/picture.jpg`,
  ])
    expect([path, (await http.ask(path)).status]).toEqual([path, 404]);
  expect((await http.ask(pathname, undefined, { method: 'POST' })).status).not.toBe(200);
  const old = await http.app.services.linkToOpenPage(NETWORK, 'picture', activityId.parse('pic-none'), 1);
  expect((await http.ask(`${new URL(old).pathname}/files/picture.jpg`)).status).toBe(404);
});

test('a picture that was taken away is gone at its address too', async () => {
  const { id, address } = await added();
  const network = await http.app.services.store.get(networkScope(NETWORK), networks, NETWORK);
  if (!network) throw new Error('no network');
  const of = { services: http.app.services, scope: networkScope(NETWORK), network: network.value };
  await dropPictures(of as never, [activityId.parse(id)]);
  expect((await http.ask(new URL(address).pathname)).status).toBe(404);
});

test('only members send pictures, and only what is one', async () => {
  expect((await send(await png(), people.stranger)).status).toBe(404);
  expect((await http.ask(`/api/v1/networks/${NETWORK}/pictures`, undefined, { method: 'POST' })).status).toBe(401);
  expect((await send(await png(), people.member, OTHER_NETWORK)).status).toBe(404);
  const svg = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'));
  expect([svg.status, await svg.text()]).toEqual([409, expect.stringContaining('JPEG-, PNG- tai WebP')]);
  expect((await send(new Uint8Array(12 * 1024 * 1024 + 1))).status).toBe(413);
});
