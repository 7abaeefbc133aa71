/** The material bank in chat over HTTP as Teams sends it, with authentication on: found by words, put into messages, saved from messages, and never told to strangers. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { networks, personEntries } from '../../bot/core/network.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import type { MaterialView } from '../../bot/features/materials/contract.ts';
import { materials } from '../../bot/features/materials/material.ts';
import { EMPTY_DRAFT, type MaterialDraft } from '../../bot/features/materials/material-draft.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const OTHER_TEAM = '19:other-team@thread.tacv2';
let world: HttpApp;
let requests = 0;

const uuid = (): string => `00000000-0000-4000-9000-${String(++requests).padStart(12, '0')}`;

async function add(draft: Partial<MaterialDraft>, by: Someone = people.coordinator, network: string = NETWORK) {
  const response = await world.ask(`/api/v1/networks/${network}/materials`, by, {
    method: 'POST',
    json: { draft: { ...EMPTY_DRAFT, ...draft }, intent: 'send', requestId: uuid() },
  });
  expect(response.status).toBe(200);
  return (await response.json()) as MaterialView;
}

/** The index takes in what was written within a moment. */
async function isFound(words: string, by: Someone = people.coordinator, network: string = NETWORK): Promise<boolean> {
  const response = await world.ask(`/api/v1/networks/${network}/materials?words=${words}`, by);
  const { total, isBehind } = (await response.json()) as { total: number; isBehind: boolean };
  return total > 0 && !isBehind;
}

beforeAll(async () => {
  world = await startHttpApp();
  await add({
    title: 'Joukkoliikenteen tilastot',
    type: 'link',
    links: [{ url: 'https://tilastot.example/', label: '' }],
  });
  await add({ title: 'Tilastojen luku <b>ohje</b>', summary: 'Mistä luvut tulevat' });
  await add({ title: 'Tilastot koordinaattoreille', audience: 'coordinators' });
  await add({ title: 'Vieraan verkoston tilastot' }, people.stranger, OTHER_NETWORK);
  await eventually(async () => (await isFound('luku')) && (await isFound('vieraan', people.stranger, OTHER_NETWORK)));
});
afterAll(() => world.close());
beforeEach(() => {
  world.cloud.calls.length = 0;
});

const sentBy = ({ objectId, name }: Someone): Recorded => ({
  from: { id: `29:${objectId}`, name, aadObjectId: objectId },
});
const unknown = { ...people.stranger, objectId: '00000000-0000-4000-8000-000000000099', name: 'Tuntematon' };
/** In a chat of people, where the app is used but is no party. */
const elsewhere: Recorded = {
  conversation: { conversationType: 'personal', isGroup: false, id: '19:a_b@unq.gbl.spaces' },
  channelData: { team: null, teamsTeamId: null, teamsChannelId: null, channel: null },
};

const said = (text: string): string => text.replaceAll('\u00a0', ' ');
const replied = (): string => said(JSON.stringify(world.cloud.calls.filter(({ what }) => what === 'create')));
const type = (text: string, changes: Recorded = {}) =>
  deliver(
    world.url,
    world.cloud,
    recorded('channel-message', world.cloud, { id: uuid(), text: `<at>Verkostobotti</at> ${text}`, ...changes }),
  );
const write = (text: string, who: Someone) =>
  deliver(
    world.url,
    world.cloud,
    recorded('personal-message', world.cloud, {
      ...{ id: uuid(), text, ...sentBy(who) },
      conversation: { id: `a:chat-29:${who.objectId}` },
    }),
  );

describe('the command', () => {
  test('answers in the channel with what all members may see, also to a coordinator', async () => {
    await type('materiaali tilasto', sentBy(people.coordinator));
    expect(replied()).toContain('Joukkoliikenteen tilastot');
    expect(replied()).toContain('luku <');
    expect(replied()).not.toContain('Tilastot koordinaattoreille');
    expect(replied()).not.toContain('Vieraan verkoston');
  });

  test('answers in 1:1 chat with what the reader may see, in their language', async () => {
    await write('material tilasto', people.coordinator);
    expect(replied()).toContain('Tilastot koordinaattoreille');
    world.cloud.calls.length = 0;
    await write('search tilasto', people.member);
    expect(replied()).toContain('Joukkoliikenteen tilastot');
    expect(replied()).not.toContain('Tilastot koordinaattoreille');
  });

  test('alone shows the newest and asks what one is looking for', async () => {
    await type('materiaali');
    expect(replied()).toContain('Uusinta materiaalipankissa');
    expect(replied()).toContain('Mitä etsit?');
  });

  test('finds nothing with a way on', async () => {
    await type('materiaali avaruusliikenne');
    expect(replied()).toContain('Materiaalipankista ei löytynyt mitään sanoilla ”avaruusliikenne”');
  });

  test('is told of nothing by someone who is in no network', async () => {
    await write('materiaali tilastot', unknown);
    expect(replied()).toContain('En löydä verkostoa');
    expect(replied()).not.toContain('Joukkoliikenteen');
  });
});

describe('what is not understood', () => {
  test('is looked for in the bank', async () => {
    await type('joukkoliikenteen tilastot');
    expect(replied()).toContain('En ymmärtänyt');
    expect(replied()).toContain('Joukkoliikenteen tilastot');
  });

  test('and not there either gets the hint alone', async () => {
    await type('xyzzy');
    expect(replied()).toContain('En ymmärtänyt');
    expect(replied()).not.toContain('AdaptiveCard');
  });
});

test('a button searches for who pressed it, and shows them what they may see', async () => {
  const press = (who: Someone) =>
    deliver(
      world.url,
      world.cloud,
      recorded('card-click', world.cloud, {
        ...{ id: `f:${uuid()}`, ...sentBy(who) },
        ...clicking('materials.search', { words: 'tilasto', type: 'document' }),
      }),
    );
  expect(said((await press(people.coordinator)).text)).toContain('Tilastot koordinaattoreille');
  const own = said((await press(people.external)).text);
  expect(own).toContain('Mistä luvut tulevat');
  expect(own).not.toContain('koordinaattoreille');
  expect(own).not.toContain('Joukkoliikenteen tilastot'); // another kind of item
});

// ── The message extension ──────────────────────────────────────────────────────────────────────

interface Results {
  readonly composeExtension: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly {
      readonly contentType: string;
      readonly content: { readonly type: string };
      readonly preview: { readonly content: { readonly title: string; readonly text: string } };
    }[];
  };
}
interface Dialog {
  readonly task: {
    readonly type: string;
    readonly value: { readonly title: string; readonly card: { readonly content: object } } | string;
  };
}

const invoke = async (name: string, changes: Recorded) => {
  const answer = await deliver(
    world.url,
    world.cloud,
    recorded(`extension-${name}`, world.cloud, { id: `f:${uuid()}`, ...changes }),
  );
  return { status: answer.status, text: said(answer.text), body: answer.body as unknown };
};
const query = async (words: string | undefined, { value, ...changes }: Recorded = {}) => {
  const parameters = words === undefined ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: words }];
  const answer = await invoke('query', { value: { parameters, ...(value as object) }, ...changes });
  return { ...answer, body: answer.body as Results };
};
const titles = ({ body }: { body: Results }): string[] =>
  (body.composeExtension.attachments ?? []).map(({ preview }) => preview.content.title);

describe('searching while writing', () => {
  test('lists items as Teams wants them, whose cards go into the message', async () => {
    const answer = await query('tilasto');
    expect(answer.status).toBe(200);
    expect(answer.body.composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
    const [first] = answer.body.composeExtension.attachments ?? [];
    expect(first).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard' },
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail' },
    });
    expect(JSON.stringify(first?.content)).not.toContain('Action.Execute');
  });

  test('escapes what people wrote, in the list too', async () => {
    const answer = await query('luku');
    expect(titles(answer)).toEqual(['Tilastojen luku &lt;b&gt;ohje&lt;/b&gt;']);
    expect(answer.text).not.toContain('<b>');
  });

  test('opens with the newest, and goes on where the list ended', async () => {
    expect(titles(await query(undefined))).toHaveLength(2);
    const rest = await query('tilasto', { value: { queryOptions: { skip: 1, count: 25 } } });
    expect(titles(rest)).toHaveLength(1);
    const end = await query('tilasto', { value: { queryOptions: { skip: 25, count: 25 } } });
    expect(end.body.composeExtension).toMatchObject({ type: 'message', text: 'Enempää ei löytynyt.' });
  });

  test('gives even a coordinator only what every reader of the message may see', async () => {
    expect(titles(await query('tilasto', sentBy(people.coordinator)))).not.toContain('Tilastot koordinaattoreille');
    const chat = await query('tilasto', { ...sentBy(people.coordinator), ...elsewhere });
    expect(titles(chat)).toHaveLength(2);
  });

  test('elsewhere is about the person’s only network, and does not take that chat for the one with the bot', async () => {
    const answer = await query('tilasto', { ...sentBy(people.stranger), ...elsewhere });
    expect(titles(answer)).toEqual(['Vieraan verkoston tilastot']);
    const key = `person|${people.stranger.person}`;
    const entry = await world.app.services.store.get(directoryScope(key), personEntries, key);
    expect(entry?.value.chat?.conversation).not.toBe('19:a_b@unq.gbl.spaces');
  });

  test('in a team without a network is about the person’s own', async () => {
    const team = { id: '19:unknown-team@thread.tacv2' };
    const there = { channelData: { team, teamsTeamId: team.id, channel: team }, conversation: { id: team.id } };
    expect(titles(await query('tilasto', { ...sentBy(people.stranger), ...there }))).toEqual([
      'Vieraan verkoston tilastot',
    ]);
    expect(titles(await query('tilasto', { ...sentBy(unknown), ...there }))).toEqual([]);
  });

  test('tells strangers nothing but where to go', async () => {
    const answer = await query('tilasto', { ...sentBy(unknown), ...elsewhere });
    expect(answer.body.composeExtension).toMatchObject({ type: 'message' });
    expect(answer.text).toContain('En löydä verkostoa');
    expect(answer.text).not.toContain('tilastot');
  });

  test('asks who is in several networks to choose one first', async () => {
    const { store } = world.app.services;
    const id = `person|${people.external.person}`;
    const place = { store, scope: directoryScope(id), kind: personEntries, id };
    world.cloud.rosters.get(OTHER_TEAM)?.push({
      ...{ id: `29:${people.external.objectId}`, aadObjectId: people.external.objectId },
      ...{ name: people.external.name, tenantId: people.external.tenant },
    });
    const before = await store.get(place.scope, personEntries, id);
    await update(place, (now) => now && { ...now, networks: [NETWORK, OTHER_NETWORK] });
    const asks = {
      ...sentBy(people.external),
      ...elsewhere,
      channelData: { ...(elsewhere.channelData as object), tenant: { id: people.external.tenant } },
    };
    expect((await query('tilasto', asks)).text).toContain('Kuulut useaan verkostoon');
    await update(place, (now) => now && { ...now, networks: before?.value.networks ?? [] });
  });

  test.each([
    ['another command', { value: { commandId: 'deleteEverything' } }],
    ['no command', { value: { commandId: null } }],
    ['an action as a query', { value: { commandId: 'saveMaterial' } }],
    ['no value', { value: null }],
  ])('takes %s for nothing that it has', async (_, changes) => {
    const answer = await invoke('query', changes);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ composeExtension: { type: 'message' } });
  });

  test.each([
    { parameters: 'x' },
    { parameters: [{ name: 'words', value: { a: 1 } }] },
    { parameters: [{ name: 'words', value: 'x'.repeat(100_000) }] },
    { queryOptions: { skip: -5, count: 1e9 } },
    { queryOptions: { skip: 'x' } },
  ])('never breaks, whatever is sent: %#', async (value) => {
    expect((await invoke('query', { value })).status).toBe(200);
    expect(world.logged.join('\n')).not.toContain('turn.failed');
  });

  test('answers in time with a word when the search takes long', async () => {
    const { find } = world.app.services.search;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    Object.assign(world.app.services.search, {
      find: async (...args: Parameters<typeof find>) => held.then(() => find(...args)),
    });
    const started = performance.now();
    const answer = await query('tilasto');
    expect(performance.now() - started).toBeLessThan(5000);
    expect(answer.text).toContain('kestää tavallista kauemmin');
    Object.assign(world.app.services.search, { find });
    release();
  });
});

describe('saving a message', () => {
  const open = async (changes: Recorded = {}) => {
    const answer = await invoke('open', changes);
    return { ...answer, dialog: answer.body as Dialog };
  };
  const inputs = (of: unknown): Record<string, { value?: string; choices?: { value: string; title: string }[] }> => {
    const found: Record<string, object> = {};
    JSON.stringify(of, (_, node) => {
      if (typeof node?.id === 'string' && String(node.type).startsWith('Input.')) found[node.id] = node;
      return node;
    });
    return found as ReturnType<typeof inputs>;
  };
  const dataOf = (of: unknown): Recorded => {
    let data: Recorded = {};
    JSON.stringify(of, (_, node) => {
      if (node?.type === 'Action.Submit') data = node.data;
      return node;
    });
    return data;
  };
  const submit = (data: Recorded, changes: Recorded = {}) => invoke('submit', { value: { data }, ...changes });
  const kept = async (network: string = NETWORK) =>
    (await world.app.services.store.list(networkScope(network as typeof NETWORK), materials)).items.map(
      ({ value }) => value,
    );

  test('opens a form with the message’s text, its author and links', async () => {
    const { dialog } = await open();
    expect(dialog.task).toMatchObject({ type: 'continue', value: { title: 'Tallenna materiaalipankkiin' } });
    const form = inputs(dialog);
    expect(form.title?.value).toBe('Kutsuliikenteen kustannukset & opit 🚌');
    expect(form.summary?.value).toBe('Kutsuliikenteen kustannukset & opit 🚌\n\nLisää sivulla.');
    expect(form.author?.value).toBe('Eva Extern');
    expect(form.type?.value).toBe('presentation');
    expect(form.links?.choices?.map(({ title }) => title)).toEqual([
      'kustannukset.pptx',
      'sivulla',
      'Viesti Teamsissa',
    ]);
  });

  test('saves once, however often it is sent, as a proposal of a member', async () => {
    const data = { ...dataOf((await open()).dialog), title: 'Kustannukset', type: 'presentation', links: '0,2' };
    const answers = await Promise.all([submit(data), submit(data), submit(data)]);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).toContain('on lähetetty koordinaattorille');
    }
    const found = (await kept()).filter(({ title }) => title === 'Kustannukset');
    expect(found).toMatchObject([{ state: 'proposed', addedBy: people.member.person }]);
    expect(found[0]?.links.map(({ url, label }) => [new URL(url).hostname, label])).toEqual([
      ['akaa.example', 'kustannukset.pptx'],
      ['teams.microsoft.com', 'Viesti Teamsissa'],
    ]);
  });

  test('publishes at once where members may', async () => {
    const { store } = world.app.services;
    const place = { store, scope: networkScope(NETWORK), kind: networks, id: NETWORK };
    await update(place, (now) => now && { ...now, whoMayCreate: 'members' as const });
    const data = dataOf((await open()).dialog);
    expect((await submit({ ...data, title: 'Heti', type: 'document' })).text).toContain('kaikki jäsenet näkevät sen');
    await update(place, (now) => now && { ...now, whoMayCreate: 'coordinators' as const });
  });

  test('comes back with what was typed and what is wrong', async () => {
    const data = dataOf((await open()).dialog);
    const answer = await submit({ ...data, title: ' ', summary: 'Pidä tämä', type: 'link', links: '' });
    expect(answer.text).toContain('Anna materiaalille nimi.');
    expect(answer.text).toContain('Lisää linkki.');
    expect(inputs(answer.body).summary?.value).toBe('Pidä tämä');
    expect(dataOf(answer.body).form).toBe(data.form);
  });

  test('names its network in a chat, and saves there though another was chosen since', async () => {
    const { dialog } = await open({ ...sentBy(people.stranger), ...elsewhere });
    const data = { ...dataOf(dialog), title: 'Vieraasta', type: 'document', links: '' };
    expect(data).toMatchObject({ network: OTHER_NETWORK });
    await submit(data, { ...sentBy(people.stranger), ...elsewhere });
    expect((await kept(OTHER_NETWORK)).map(({ title }) => title)).toContain('Vieraasta');
    expect((await kept()).map(({ title }) => title)).not.toContain('Vieraasta');
  });

  test('refuses another network’s name in the data, and strangers', async () => {
    const data = { ...dataOf((await open()).dialog), title: 'Luvaton', type: 'document', links: '' };
    for (const who of [people.stranger, unknown]) {
      const answer = await submit({ ...data, network: NETWORK }, { ...sentBy(who), ...elsewhere });
      expect(answer.body).toMatchObject({ task: { type: 'message' } });
      expect(answer.text).toContain('En löydä verkostoa');
    }
    expect((await open({ ...sentBy(unknown), ...elsewhere })).dialog).toMatchObject({ task: { type: 'message' } });
    expect([...(await kept()), ...(await kept(OTHER_NETWORK))].map(({ title }) => title)).not.toContain('Luvaton');
  });

  test.each([
    ['nothing', {}],
    ['a form of its own', { form: 1 }],
    ['links of another kind', { form: 'x', offered: [{ url: 1 }] }],
    [
      'a script as a link',
      { form: 'f-1', title: 'Skripti', type: 'link', links: '0', offered: [{ url: 'javascript:alert(1)', label: '' }] },
    ],
  ])('saves nothing of %s, and says so', async (_, data) => {
    const before = (await kept()).length;
    const answer = await submit(data);
    expect(answer.body).toMatchObject({ task: { type: 'continue' } });
    expect(await kept()).toHaveLength(before);
  });

  test.each([
    ['no message', null],
    ['a message without anything', {}],
    ['wrong types everywhere', { body: 1, from: 'x', attachments: {}, linkToMessage: 5, createdDateTime: [] }],
    ['an unending tag', { body: { contentType: 'html', content: '<!--'.repeat(30_000) } }],
    ['a page of opening brackets', { body: { contentType: 'html', content: '<a '.repeat(30_000) } }],
  ])('opens on %s', async (_, messagePayload) => {
    const answer = await open({ value: { commandId: 'saveMaterial', messagePayload } });
    expect(answer.dialog).toMatchObject({ task: { type: 'continue' } });
    expect(world.logged.join('\n')).not.toContain('turn.failed');
  });

  test('takes over only addresses of https', async () => {
    const attachments = [
      'http://x.example/a.pdf',
      'javascript:alert(1)',
      'https://u:p@x.example/',
      'https://y.example/b.pdf',
    ].map((contentUrl) => ({ contentUrl, name: contentUrl }));
    const value = {
      commandId: 'saveMaterial',
      messagePayload: { attachments, body: null, linkToMessage: 'file:///etc/passwd' },
    };
    const { dialog } = await open({ value });
    expect(dataOf(dialog).offered).toEqual([{ url: 'https://y.example/b.pdf', label: 'https://y.example/b.pdf' }]);
  });
});

test('an invoke that the app does not know is not answered as one that it does', async () => {
  const answer = await invoke('query', { name: 'composeExtension/anonymousQueryLink' });
  expect(answer.status).toBe(501);
});
