/** Example cards of a network's setup and of the bot's own answers, with invented people. */
import { networkId, personOf } from '../../bot/core/ids.ts';
import { type Member, type Network, network } from '../../bot/core/network.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import {
  claimedCard,
  lostCard,
  namedCard,
  orphanedCard,
  savedCard,
  settingsCard,
  setupCard,
  testCard,
  testSentCard,
} from '../../bot/features/network/cards.ts';
import { MOST_NAMES } from '../../bot/features/network/setup.ts';
import { text } from '../../bot/features/network/text.ts';
import { features } from '../../bot/features.ts';
import { chooseCard, helpCard, refusalCard, staleCard } from '../../bot/teams/cards.ts';
import type { Example } from './examples.ts';

/** Names and channels are people's own words: they must come out as plain text. */
const NAME = 'Pienet joukot <at>kaikki</at> [**iso** merkitys](https://example.org)';
const TENANT = '7f3a1c52-0000-4000-8000-0000000d3a01';

const example = (of: Partial<Network> = {}): Network =>
  network.parse({
    id: networkId.parse('network-1'),
    name: 'Pienet joukot, iso merkitys',
    tenant: TENANT,
    team: '19:team@thread.tacv2',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channel: { id: '19:team@thread.tacv2', name: '' },
    language: 'fi',
    zone: 'Europe/Helsinki',
    calendar: 'fi',
    coordinators: [personOf(TENANT, 'kaisa')],
    whoMayCreate: 'coordinators',
    state: 'active',
    createdAt: '2026-11-01T10:00:00.000Z',
    ...of,
  });

const people = (count: number): Member[] =>
  Array.from({ length: count }, (_, n) => ({
    person: personOf(TENANT, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
    teamsId: `29:${n}`,
    name: `${n} Etunimi-Toinen Sukunimi-Kaksoisnimi`,
    isGuest: false,
  }));
const channels = [
  { id: '19:team@thread.tacv2', name: '' },
  { id: '19:polls@thread.tacv2', name: 'Äänestykset' },
];
const draft = {
  coordinator: 'me',
  channel: '19:team@thread.tacv2',
  language: 'fi',
  zone: 'Europe/Helsinki',
  whoMayCreate: 'coordinators',
};
const fresh = example({ state: 'setup', coordinators: [] });
const commands = features.flatMap((feature) => feature.commands);

export const setupExamples: readonly Example[] = [
  { name: 'setup', draw: (t) => setupCard(fresh, [], t) },
  { name: 'setup-ready', draw: (t) => setupCard(example(), ['Kaisa Kulkija'], t) },
  {
    name: 'setup-ready-two',
    draw: (t) => setupCard(example({ name: NAME }), ['Kaisa Kulkija', 'Linnea Linjeberg'], t),
  },
  {
    name: 'setup-paused',
    draw: (t) => setupCard(example({ state: 'paused', pausedBecause: 'channel' }), ['Kaisa Kulkija'], t),
  },
  { name: 'settings-first', draw: (t) => settingsCard(fresh, draft, { t, members: people(5), channels }) },
  { name: 'settings', draw: (t) => settingsCard(example(), draft, { t, members: people(MOST_NAMES), channels }) },
  {
    name: 'settings-many',
    draw: (t) => settingsCard(example(), draft, { t, members: people(MOST_NAMES + 1), channels }),
  },
  {
    name: 'settings-problems',
    draw: (t) =>
      settingsCard(fresh, draft, { t, members: people(5), channels, problems: [t(text.badZone), t(text.badChannel)] }),
  },
  { name: 'settings-saved', draw: (t) => savedCard(t, 'form-1') },
  { name: 'settings-handed-over', draw: (t) => savedCard(t, 'form-1', 'Linnea Linjeberg') },
  { name: 'test-sent', draw: testSentCard },
  { name: 'test-post', draw: testCard },
  { name: 'channel-lost', draw: (t) => lostCard(example({ name: NAME }), t) },
  { name: 'setup-orphaned', draw: (t) => setupCard(example(), [], t, true) },
  { name: 'orphaned', draw: (t) => orphanedCard(example({ name: NAME }), t) },
  { name: 'claimed', draw: (t) => claimedCard(example({ name: NAME }), t) },
  {
    name: 'named',
    draw: (t) => namedCard(example({ name: NAME }), { by: NAME, link: 'https://bot.example/tab/manage' }, t),
  },
  { name: 'help', draw: (t) => helpCard(commands, t) },
  {
    name: 'choose-network',
    draw: (t) => chooseCard([example(), example({ id: networkId.parse('network-2'), name: NAME })], t),
  },
  { name: 'refusal', draw: (t) => refusalCard(new Refusal(text.notYours), t) },
  { name: 'stale', draw: staleCard },
];
