/** Setting up a network in a team, keeping its roll, and pausing when Teams takes the channel away. */
import { type Feature, on } from '../../core/feature.ts';
import { objectIdOf, postId } from '../../core/ids.ts';
import { conversationEntries, members, type Network, networks, personEntries } from '../../core/network.ts';
import { Refusal } from '../../core/refusal.ts';
import { type Outcome, showCard, type Visit } from '../../core/turn.ts';
import { routes } from './api.ts';
import {
  lostCard,
  openSettings,
  savedCard,
  saveSettings,
  sendTest,
  settingsCard,
  setupCard,
  testCard,
  testSentCard,
} from './cards.ts';
import { channelsOf, onTeamEvent, readRoster, roll, save } from './operations.ts';
import { maySetUp, type SettingsDraft, settingsDraft } from './setup.ts';
import { text } from './text.ts';

const draftOf = (of: Network): SettingsDraft => ({
  coordinator: 'me',
  channel: of.channel.id,
  language: of.language,
  zone: of.zone,
  whoMayCreate: of.whoMayCreate,
});

async function form(
  draft: SettingsDraft | undefined,
  visit: Visit,
  problems: readonly string[] = [],
): Promise<Outcome> {
  const now = (await visit.services.store.get(visit.scope, networks, visit.network.id))?.value ?? visit.network;
  if (!maySetUp(now, visit.actor.person)) throw new Refusal(text.notYours);
  const [channels, people] = await Promise.all([channelsOf(visit), roll(visit.scope, visit.services)]);
  const others = people
    .filter((one) => one.person !== visit.actor.person)
    .sort((a, b) => a.name.localeCompare(b.name, visit.t.tag));
  return showCard(settingsCard(now, draft ?? draftOf(now), { t: visit.t, members: others, channels, problems }));
}

export const network: Feature = {
  name: 'network',
  kinds: [networks, members, conversationEntries, personEntries],
  handlers: [
    on(openSettings, async (_, turn) => form(undefined, turn)),
    on(
      saveSettings,
      async (draft, turn) => {
        const { handedOverTo } = await save(draft, turn);
        return showCard(savedCard(turn.t, turn.services.newId(), handedOverTo));
      },
      async (raw, refusal, turn) => {
        const typed = settingsDraft.safeParse(raw);
        if (!typed.success || refusal.problems.length === 0) return undefined;
        return form(
          typed.data,
          turn,
          refusal.problems.map(({ row, params }) => turn.t(row, params)),
        );
      },
    ),
    on(sendTest, async ({ form: id }, turn) => {
      const now = (await turn.services.store.get(turn.scope, networks, turn.network.id))?.value ?? turn.network;
      if (!maySetUp(now, turn.actor.person)) throw new Refusal(text.notYours);
      if (now.state !== 'active') throw new Refusal(text.notActive);
      const post = postId.safeParse(`test-${id}`);
      if (!post.success) throw new Refusal(text.notActive);
      await turn.services.posts.publish({
        id: post.data,
        network: turn.network.id,
        drawing: 'network.test',
        subject: turn.network.id,
        to: { channel: true },
      });
      return showCard(testSentCard(turn.t));
    }),
  ],
  commands: [],
  jobs: [{ kind: 'network.roster', run: async (_, work) => readRoster(work) }],
  drawings: [
    {
      name: 'network.setup',
      async draw(_, work) {
        const people = new Map(
          (await roll(work.scope, work.services)).map((one) => [objectIdOf(one.person), one.name]),
        );
        const names = work.network.coordinators.flatMap((person) => people.get(objectIdOf(person)) ?? []);
        return { card: setupCard(work.network, names, work.channelT), summary: work.channelT(text.welcome) };
      },
    },
    {
      name: 'network.test',
      draw: async (_, { channelT }) => ({ card: testCard(channelT), summary: channelT(text.testTitle) }),
    },
    {
      name: 'network.lost',
      draw: async (_, { network: of, channelT }) =>
        of.pausedBecause === 'channel'
          ? { card: lostCard(of, channelT), summary: channelT(text.channelLost, { name: of.name }) }
          : undefined,
    },
  ],
  routes,
  downloads: [],
  onTeamEvent,
};
