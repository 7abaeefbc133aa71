/** Setting up a network in a team, keeping its roll, who coordinates it, and pausing when Teams takes the channel away. */
import { audit } from '../../core/audit.ts';
import { when } from '../../core/clock.ts';
import { type Feature, type HandoverItem, on } from '../../core/feature.ts';
import { objectIdOf, postId } from '../../core/ids.ts';
import {
  conversationEntries,
  isCurrent,
  isOneOf,
  type MemberId,
  memberIdOf,
  members,
  type Network,
  networks,
  personEntries,
} from '../../core/network.ts';
import { networkNow, translatorFor } from '../../core/network-now.ts';
import { nameIn } from '../../core/organisation.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { changeOrganisation, organisationOf, type Register, registerNow } from '../../core/register.ts';
import { type Outcome, showCard, type Visit } from '../../core/turn.ts';
import { routes } from './api.ts';
import {
  claimedCard,
  claimNetwork,
  lostCard,
  namedCard,
  openSettings,
  orphanedCard,
  savedCard,
  saveSettings,
  sendTest,
  settingsCard,
  setupCard,
  testCard,
  testSentCard,
} from './cards.ts';
import * as operations from './operations.ts';
import { channelsOf, isLeftAlone, onTeamEvent, readRoster, roll, save } from './operations.ts';
import { organisationName, personShown } from './person.ts';
import { networkPersonal } from './personal.ts';
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
  const now = await networkNow(visit);
  if (!maySetUp(now, visit.actor.person)) throw new NotAllowed(text.notYours);
  const [channels, people] = await Promise.all([channelsOf(visit), roll(visit.scope, visit.services)]);
  const others = people
    .filter((one) => one.teamsId !== undefined && one.person !== visit.actor.person)
    .sort((a, b) => a.name.localeCompare(b.name, visit.t.tag));
  return showCard(settingsCard(now, draft ?? draftOf(now), { t: visit.t, members: others, channels, problems }));
}

// ── Handing over ───────────────────────────────────────────────────────────────────────────────

/** What hangs on a person by the register, and on a coordinator besides: claims to confirm and posts that did not arrive. */
async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const [register, of] = await Promise.all([registerNow(visit), networkNow(visit)]);
  const isTheirs = (id: MemberId | undefined): boolean => id !== undefined && ids.includes(id);
  const coordinates = of.coordinators.some((person) => isOneOf(ids, person));
  return [
    ...delegations(isTheirs, register, visit),
    ...contacts(isTheirs, register, visit),
    ...(coordinates ? [...waitingClaims(register, visit), ...(await troubledPosts(visit))] : []),
  ];
}

function delegations(
  isTheirs: (id: MemberId | undefined) => boolean,
  register: Register,
  visit: Visit,
): readonly HandoverItem[] {
  const duties = ['delegate', 'substitute'] as const;
  return [...register.organisations.values()].flatMap((of) =>
    duties
      .filter((duty) => isTheirs(of[duty]))
      .map((duty) => ({
        id: `network.${duty}|${of.id}`,
        kind: `network.${duty}`,
        title: visit.t(duty === 'delegate' ? text.delegate : text.delegateSubstitute, {
          organisation: nameIn(of.names, visit.t),
        }),
        todo: visit.t(text.delegateTodo),
        page: `members/${of.id}`,
        move: async (to: MemberId) => {
          const now = await registerNow(visit);
          if (organisationOf(now, to)?.id !== of.id) {
            throw new Refusal(text.otherOrganisation, { name: personShown(now, to, visit.t).name });
          }
          await changeOrganisation(visit, of.id, (one) => (one && isTheirs(one[duty]) ? { ...one, [duty]: to } : one));
          await audit(visit, 'network.delegate', of.id);
        },
      })),
  );
}

function contacts(
  isTheirs: (id: MemberId | undefined) => boolean,
  { members: all, ...register }: Register,
  { t }: Visit,
): readonly HandoverItem[] {
  return [...all.values()]
    .filter((one) => one.isContact && isTheirs(memberIdOf(one.person)))
    .flatMap(({ person, organisation }) =>
      organisation === undefined
        ? []
        : {
            id: `network.contact|${objectIdOf(person)}`,
            kind: 'network.contact',
            title: t(text.contact, { organisation: organisationName({ members: all, ...register }, organisation, t) }),
            todo: t(text.contactTodo),
            page: `members/${organisation}`,
          },
    );
}

function waitingClaims(register: Register, { t }: Visit): readonly HandoverItem[] {
  return [...register.members.values()].filter(isCurrent).flatMap(({ person, name, claims }) =>
    claims === undefined
      ? []
      : {
          id: `network.claim|${objectIdOf(person)}`,
          kind: 'network.claim',
          title: t(text.claims, { name, organisation: organisationName(register, claims, t) }),
          todo: t(text.claimsTodo),
          page: 'manage/register/claims',
        },
  );
}

async function troubledPosts({ services, network: of, t }: Visit): Promise<readonly HandoverItem[]> {
  return (await services.posts.troubled(of.id)).map(({ id, state, drawing, subject, at }) => ({
    id: `network.post|${id}`,
    kind: 'network.post',
    title: t(state === 'failed' ? text.failedPost : text.troubledPost, { at: when(at, of.zone) }),
    todo: t(text.postTodo),
    page: drawing.startsWith('polls.') ? `polls/${subject.split('|')[0]}` : '',
  }));
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
    on(claimNetwork, async (_, turn) => showCard(claimedCard(await operations.claimNetwork(turn), turn.t))),
    on(sendTest, async ({ form: id }, turn) => {
      const now = await networkNow(turn);
      if (!maySetUp(now, turn.actor.person)) throw new NotAllowed(text.notYours);
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
        const isAlone = await isLeftAlone(work.network, work.services);
        return { card: setupCard(work.network, names, work.channelT, isAlone), summary: work.channelT(text.welcome) };
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
    {
      name: 'network.named',
      async draw(subject, work) {
        const [named = '', by = ''] = subject.split('|');
        if (!work.network.coordinators.some((person) => objectIdOf(person) === named)) return undefined;
        const t = await translatorFor(named, work);
        const { members: all } = await registerNow(work);
        const link = work.services.linkToTab(work.network, 'manage');
        const { name } = work.network;
        return {
          card: namedCard(work.network, { by: all.get(by)?.name || name, link }, t),
          summary: t(text.named, { name }),
        };
      },
    },
    {
      name: 'network.orphaned',
      async draw(_, work) {
        const { network: of, services } = work;
        if (!(await isLeftAlone(of, services)) || of.installer === undefined) return undefined;
        const t = await translatorFor(objectIdOf(of.installer), work);
        return { card: orphanedCard(of, t), summary: t(text.orphaned, { name: of.name }) };
      },
    },
  ],
  routes,
  downloads: [],
  personal: networkPersonal,
  handover,
  onTeamEvent,
};
