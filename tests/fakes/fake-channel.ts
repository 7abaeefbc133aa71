/** Teams' side of the port Channel, in memory: records every request and answers as the test says. */
import type { Clock, Instant } from '../../bot/core/clock.ts';
import type { Address } from '../../bot/core/network.ts';
import type { Channel, PostBody } from '../../bot/core/ports.ts';

export interface Request {
  readonly what: 'create' | 'update' | 'remove' | 'openChat';
  readonly conversation: string;
  readonly thread?: string;
  readonly messageId?: string;
  readonly text?: string;
  readonly at: Instant;
}

export interface FakeChannel extends Channel {
  readonly requests: Request[];
  /** What the conversations show now, by message id. */
  readonly shown: Map<string, string>;
  /** Runs before a request takes effect; throws or waits as the test needs. */
  answer: (request: Request) => Promise<void> | void;
  /** Runs after it took effect and before the bot hears of it. */
  afterwards: (request: Request) => Promise<void> | void;
  /** Texts of the requests of one sort, in order. */
  texts(what: Request['what']): (string | undefined)[];
}

export function fakeChannel(clock: Clock): FakeChannel {
  const requests: Request[] = [];
  const shown = new Map<string, string>();
  let made = 0;
  const textOf = (body: PostBody): string => ('text' in body ? body.text : body.summary);

  async function take<T>(request: Request, effect: () => T): Promise<T> {
    requests.push(request);
    await channel.answer(request);
    const result = effect();
    await channel.afterwards(request);
    return result;
  }
  const about = (what: Request['what'], to: Address & { thread?: string }) => ({
    what,
    conversation: to.conversation,
    ...(to.thread === undefined ? {} : { thread: to.thread }),
    at: clock.now(),
  });

  const channel: FakeChannel = {
    requests,
    shown,
    answer: () => {},
    afterwards: () => {},
    texts: (what) => requests.filter((one) => one.what === what).map(({ text }) => text),
    create: (to, body) =>
      take({ ...about('create', to), text: textOf(body) }, () => {
        const id = `message-${++made}`;
        shown.set(id, textOf(body));
        return id;
      }),
    update: (to, messageId, body) =>
      take({ ...about('update', to), messageId, text: textOf(body) }, () => {
        shown.set(messageId, textOf(body));
      }),
    remove: (to, messageId) =>
      take({ ...about('remove', to), messageId }, () => {
        shown.delete(messageId);
      }),
    openChat: (of, member) =>
      take({ what: 'openChat', conversation: `chat-${member.teamsId}`, at: clock.now() }, () => ({
        serviceUrl: of.serviceUrl,
        conversation: `chat-${member.teamsId}`,
        tenant: of.tenant,
      })),
  };
  return channel;
}
