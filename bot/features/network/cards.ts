/** The cards of a network's setup. */
import { z } from 'zod';
import { actions, card, choices, execute, heading, notice, openUrl, subtle, text as words } from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import type { Member, Network } from '../../core/network.ts';
import type { Translate } from '../../core/text.ts';
import { MOST_NAMES, type SettingsDraft, settingsDraft, ZONES } from './setup.ts';
import { text } from './text.ts';

export const openSettings = action('network.settings', z.object({}));
export const saveSettings = action('network.save', settingsDraft);
export const claimNetwork = action('network.claim', z.object({}));
export const sendTest = action('network.test', z.object({ form: z.string().max(60) }));

/** Shared in the channel: an invitation to set up, and afterwards who coordinates and how to begin, or that nobody does any more. */
export function setupCard(of: Network, coordinators: readonly string[], t: Translate, isOrphaned = false): Card {
  if (isOrphaned && of.state !== 'setup') return orphanedCard(of, t);
  if (of.state === 'setup') {
    return card(
      heading(t(text.welcome)),
      words(t(text.welcomeBody)),
      words(t(text.installerNext)),
      actions(execute(openSettings, t(text.start), {}, { style: 'positive' })),
    );
  }
  return card(
    heading(t(text.ready, { name: of.name })),
    of.state === 'paused' && notice('warning', words(t(text.paused))),
    coordinators.length > 0 && words(t(text.readyBody, { n: coordinators.length, names: coordinators.join(', ') })),
    words(t(text.readyHow)),
    actions(execute(openSettings, t(text.change), {})),
  );
}

export interface SettingsFormFrame {
  readonly t: Translate;
  readonly members: readonly Member[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly problems?: readonly string[];
}

/** The settings, for the one who opened them alone. */
export function settingsCard(
  of: Network,
  draft: SettingsDraft,
  { t, members, channels, problems = [] }: SettingsFormFrame,
): Card {
  const isNew = of.coordinators.length === 0;
  const people = members.length > MOST_NAMES ? [] : members;
  const pick = (
    id: string,
    label: string,
    value: string,
    options: readonly { id: string; label: string }[],
    compact = true,
  ) => choices({ id, label, value, options, compact, required: true, errorMessage: t(text.choose) });
  const languages = (['fi', 'sv', 'fi+sv', 'en'] as const).map((id) => ({ id, label: t(text[id]) }));
  const zones = [...new Set([...ZONES, of.zone])].map((id) => ({ id, label: id.replace('_', ' ') }));
  return card(
    heading(t(text.settings)),
    problems.length > 0 && notice('attention', ...problems.map((problem) => words(problem))),
    pick('coordinator', t(isNew ? text.coordinator : text.addCoordinator), draft.coordinator, [
      { id: 'me', label: t(isNew ? text.me : text.nobodyNew) },
      ...people.map((one) => ({ id: one.person.slice(one.person.indexOf('|') + 1), label: one.name })),
    ]),
    members.length > MOST_NAMES && subtle(t(text.manyMembers, { n: MOST_NAMES })),
    pick(
      'channel',
      t(text.channel),
      draft.channel,
      channels.map(({ id, name }) => ({ id, label: name || t(text.general) })),
    ),
    pick('language', t(text.language), draft.language, languages),
    pick('zone', t(text.zone), draft.zone, zones),
    pick('whoMayCreate', t(text.whoMayCreate), draft.whoMayCreate, [
      { id: 'coordinators', label: t(text.coordinators) },
      { id: 'members', label: t(text.members) },
    ]),
    actions(execute(saveSettings, t(text.save), {}, { style: 'positive' })),
  );
}

/** After saving: what was done, and a test post. `form` makes one test of one card. */
export function savedCard(t: Translate, form: string, handedOverTo?: string): Card {
  return card(
    notice(
      'good',
      words(t(text.saved), { weight: 'Bolder' }),
      ...(handedOverTo === undefined ? [] : [words(t(text.handedOver, { name: handedOverTo }))]),
    ),
    actions(execute(sendTest, t(text.test), { form }), execute(openSettings, t(text.change), {})),
  );
}

/** To each coordinator in 1:1 chat: why posts pause, and the settings in which another channel can be chosen. */
export const lostCard = (of: Network, t: Translate): Card =>
  card(
    notice('warning', words(t(text.channelLost, { name: of.name }))),
    actions(execute(openSettings, t(text.change), {})),
  );

/** In the channel's setup card, and to who installed the app in 1:1 chat. */
export const orphanedCard = (of: Network, t: Translate): Card =>
  card(
    heading(t(text.orphaned, { name: of.name })),
    words(t(text.orphanedBody)),
    actions(execute(claimNetwork, t(text.claim), {})),
  );

export const claimedCard = (of: Network, t: Translate): Card =>
  card(notice('good', words(t(text.claimed, { name: of.name }))), actions(execute(openSettings, t(text.change), {})));

/** To a new coordinator in 1:1 chat. `by`: who named them. */
export const namedCard = (
  of: Network,
  { by, link }: { readonly by: string; readonly link: string },
  t: Translate,
): Card =>
  card(
    heading(t(text.named, { name: of.name })),
    words(t(text.namedBody, { by })),
    actions(openUrl(t(text.openManage), link)),
  );

export const testSentCard = (t: Translate): Card => card(notice('good', words(t(text.testSent))));

export const testCard = (t: Translate): Card => card(heading(t(text.testTitle)), words(t(text.testBody)));
