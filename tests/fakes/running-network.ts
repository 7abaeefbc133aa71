/** A network set up through Teams alone, as a coordinator would: installed, settings saved, polls asked in the channel. */
import {
  type Answer,
  click,
  type courier,
  installation,
  rosterOf,
  type Somebody,
  somebody,
  typed,
} from './people-of-teams.ts';
import { type Call, TEAM, type TeamsCloud } from './teams-cloud.ts';

export interface RunningPoll {
  readonly poll: string;
  /** Ids of the options, in order. */
  readonly options: readonly string[];
  /** Id of the shared card's message in the channel. */
  readonly message: string;
}

export interface RunningNetwork {
  /** Delivers with a good token. */
  deliver(what: object): Promise<Answer>;
  /** Asks with the quick command in the channel; resolves when the card stands there. */
  ask(command: string): Promise<RunningPoll>;
  vote(
    of: RunningPoll,
    who: Somebody,
    option: number,
    telling?: { id?: string; at?: number; locale?: string },
  ): Promise<Answer>;
}

/** `url` is asked anew for every delivery, since a restarted server listens elsewhere. The team gets `size` members; the first coordinates. */
export async function setUpNetwork(
  cloud: TeamsCloud,
  url: () => string,
  by: ReturnType<typeof courier>,
  size: number,
): Promise<RunningNetwork> {
  const token = cloud.sign();
  const deliver = (what: object) => by.deliver(url(), token, what);
  const coordinator = somebody(0);
  cloud.rosters.set(TEAM, rosterOf(size));
  await expectOk(deliver(installation(cloud, coordinator)));
  await cloud.called(({ what, conversation }) => what === 'create' && conversation.startsWith(TEAM));
  const settings = {
    coordinator: 'me',
    channel: TEAM,
    language: 'fi',
    zone: 'Europe/Helsinki',
    whoMayCreate: 'coordinators',
  };
  await expectOk(deliver(click(cloud, coordinator, 'network.save', settings)));
  const seen = new Set<string>();
  return {
    deliver,
    async ask(command) {
      await expectOk(deliver(typed(cloud, coordinator, command)));
      const isNew = (call: Call) =>
        call.what === 'create' && pollIn(call.body) !== undefined && !seen.has(pollIn(call.body) ?? '');
      const posted = await cloud.called(isNew);
      const poll = pollIn(posted.body) ?? '';
      seen.add(poll);
      const all = JSON.stringify(posted.body);
      const options = [
        ...new Set([...all.matchAll(/"choice":"(o\d+)"|"value":"(o\d+)"/g)].map((found) => found[1] ?? found[2] ?? '')),
      ];
      const message = cloud.messages(TEAM).find((one) => JSON.stringify(one.activity).includes(poll))?.id ?? '';
      return { poll, options, message };
    },
    vote: ({ poll, options }, who, option, telling = {}) =>
      deliver(click(cloud, who, 'polls.vote', { poll, choice: options[option] }, telling)),
  };
}

const pollIn = (body: unknown): string | undefined => /"poll":"([^"]+)"/.exec(JSON.stringify(body ?? {}))?.[1];

async function expectOk(answer: Promise<Answer>): Promise<Answer> {
  const got = await answer;
  if (got.status !== 200 && got.status !== 202)
    throw new Error(`The bot answered ${got.status}: ${got.body.slice(0, 300)}`);
  return got;
}
