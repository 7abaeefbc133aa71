/** Turns a verified activity into a turn of the app and runs the feature that it is for. */
import { type Card, inNetwork } from '../core/card.ts';
import { nearest, understand } from '../core/command.ts';
import {
  type Command,
  type Extension,
  type Feature,
  type Handler,
  StaleCard,
  type TeamEvent,
} from '../core/feature.ts';
import type { Gate, Sender } from '../core/gate.ts';
import { type PersonKey, personOf } from '../core/ids.ts';
import { type Address, type Network, personEntries } from '../core/network.ts';
import { type Channel, ChannelFailure, type PostBody, type Services } from '../core/ports.ts';
import { Refusal } from '../core/refusal.ts';
import { directoryScope } from '../core/scope.ts';
import { localeOf, type Translate, translator } from '../core/text.ts';
import { nothing, type Outcome, say, showCard, type Turn, type Visit } from '../core/turn.ts';
import { update } from '../core/update.ts';
import { chooseCard, chooseNetwork, helpCard, refusalCard, staleCard } from './cards.ts';
import { installedIn, isPersonalInstall, teamEventOf } from './events.ts';
import {
  CLOSED,
  dialogOf,
  type ExtensionInvoke,
  extensionInvoke,
  openedOn,
  queryOf,
  resultsOf,
  submittedBy,
  toldBy,
} from './extensions.ts';
import type { Envelope } from './guard.ts';
import { type Inbound, readInbound } from './inbound.ts';
import { ADAPTIVE_CARD } from './post.ts';
import type { TeamRoster } from './roster.ts';
import { text } from './text.ts';

/** Teams gives a message and an invoke 15 s before it delivers again; this leaves room for the way there and back. */
const ANSWER_WITHIN = 10_000;
/** The message extension's answers it awaits for 5 s only. */
const EXTENSION_WITHIN = 4_000;
/** So many people's chats are known by heart, so that their entry is not read for every message. */
const MOST_KNOWN_CHATS = 10_000;
const CLICK = 'adaptiveCard/action';

export interface DispatchParts {
  readonly channel: Channel;
  readonly roster: TeamRoster;
  readonly gate: Gate;
  readonly services: Services;
  readonly features: readonly Feature[];
  /** A turn is answered within this, in milliseconds; default 10 s, and 4 s in the message extension. The work goes on. */
  readonly answerWithin?: number;
}

/** The body of an invoke's answer; undefined when the activity is not one, or not one that the app knows. Never rejects. */
export type Dispatch = (activity: Envelope) => Promise<object | undefined>;

/** How a turn ended, and what the actor is told. */
interface Ending {
  readonly outcome: Outcome['type'] | 'refused' | 'stale' | 'failed' | 'late' | 'outside' | 'ignored' | 'event';
  readonly answer: Outcome;
  readonly reference?: string;
  /** Of the message extension: what Teams is answered instead. */
  readonly body?: object;
}

/** What became known of a turn while it ran; also when it then failed. */
interface Track {
  readonly inbound: Inbound;
  /** The verb, command or event; never a word that a stranger made up. */
  of?: string;
  visit?: Visit;
}

interface Click {
  readonly verb: string;
  readonly raw: Readonly<Record<string, unknown>>;
}

export function createDispatch(parts: DispatchParts): Dispatch {
  const { channel, roster, gate, services, features, answerWithin = ANSWER_WITHIN } = parts;
  const { store, clock, log } = services;
  const handlers = handlersByVerb(features);
  const extensions = new Map(features.flatMap((feature) => feature.extensions ?? []).map((one) => [one.id, one]));
  const networksOf = async (person: PersonKey): Promise<readonly Network[]> =>
    (await gate.membershipsOf(person)).map(({ of }) => of);
  const help: Command = {
    name: 'help',
    words: ['ohje', 'ohjeet', 'apua', 'hei', 'moi', '?', 'hjälp', 'hej', 'help', 'hi'],
    word: { fi: 'ohje', sv: 'hjälp', en: 'help' },
    help: text.helpOfHelp,
    run: async (_, { t, network }) =>
      showCard(
        helpCard(
          helped.filter(({ isIn }) => isIn?.(network) ?? true),
          t,
        ),
        t(text.helpTitle),
      ),
  };
  const change: Command = {
    name: 'network',
    words: ['verkosto', 'verkostot', 'nätverk', 'network'],
    word: { fi: 'verkosto', sv: 'nätverk', en: 'network' },
    help: text.helpOfNetwork,
    run: async (_, turn) => askNetwork(await networksOf(turn.actor.person), turn.t),
  };
  const commands = [...features.flatMap((feature) => feature.commands), help, change];
  const helped = [...features.flatMap((feature) => feature.commands), help];
  const knownChats = new Map<PersonKey, string>();

  // ── Who acts where ─────────────────────────────────────────────────────────────────────────────

  /** The visit, or what to tell someone who has none. */
  async function enter(track: Track, claim?: unknown): Promise<Visit | Outcome> {
    const { inbound } = track;
    const { scene, sender } = inbound;
    const t = speakTo(track);
    if (!sender) return say(t(text.notKnown));
    if (scene.kind === 'group') return say(t(text.notHere));
    if (scene.kind === 'channel') {
      const visit = (await gate.inChannel(scene.team, sender)) ?? (await recover(inbound, sender));
      if (visit) track.visit = visit;
      return visit ?? say(t(text.notSetUp));
    }
    await rememberChat(inbound, sender);
    const found = await gate.inChat(sender, typeof claim === 'string' ? claim : undefined);
    if ('none' in found) return say(t(text.noNetwork));
    if ('choose' in found) return askNetwork(found.choose, t);
    track.visit = found.visit;
    return found.visit;
  }

  /** Someone speaks to the bot in a team that it doesn't know: the news of its installation never came. */
  async function recover(inbound: Inbound, sender: Sender): Promise<Visit | undefined> {
    const event = installedIn(inbound);
    if (!event || inbound.scene.kind !== 'channel') return undefined;
    log.warn('teams.installationMissed', { team: inbound.scene.team });
    await tell(event);
    return gate.inChannel(inbound.scene.team, sender);
  }

  function turnOf(visit: Visit, inbound: Inbound, answers: Turn['answers']): Turn {
    const { scene } = inbound;
    const place: Turn['place'] =
      scene.kind === 'channel'
        ? {
            kind: 'channel',
            channel: scene.conversation,
            ...(scene.thread === undefined ? {} : { thread: scene.thread }),
          }
        : { kind: 'chat' };
    return { ...visit, place, delivery: { id: inbound.id, at: inbound.at }, answers };
  }

  /** Resolves to true at the first contact in this chat. */
  async function rememberChat({ scene, serviceUrl, tenant }: Inbound, sender: Sender): Promise<boolean> {
    const person = personOf(sender.tenant, sender.objectId);
    const chat: Address = { serviceUrl, conversation: scene.conversation, tenant };
    const address = `${serviceUrl}\n${scene.conversation}`;
    if (knownChats.get(person) === address) return false;
    const id = `person|${person}`;
    let isFirst = false;
    await update({ store, scope: directoryScope(id), kind: personEntries, id }, (now) => {
      isFirst = now?.chat === undefined;
      const isSame = now?.chat?.conversation === chat.conversation && now.chat.serviceUrl === chat.serviceUrl;
      return isSame ? now : { ...(now ?? { person, networks: [] }), chat };
    });
    if (knownChats.size >= MOST_KNOWN_CHATS) knownChats.clear();
    knownChats.set(person, address);
    return isFirst;
  }

  // ── Clicks on cards ────────────────────────────────────────────────────────────────────────────

  async function click(track: Track, { verb, raw }: Click, answers: Turn['answers']): Promise<Ending> {
    if (verb === chooseNetwork.verb) return choose(track, raw);
    const visit = await enter(track, raw.network);
    if ('type' in visit) return { outcome: 'outside', answer: visit };
    const handler = handlers.get(verb);
    track.of = handler?.verb ?? 'unknown';
    if (!handler) return stale(visit.t);
    const turn = turnOf(visit, track.inbound, answers);
    try {
      const answer = await handler.take(raw, turn);
      return { outcome: answer.type, answer };
    } catch (error) {
      if (error instanceof StaleCard) return stale(visit.t);
      if (!(error instanceof Refusal)) throw error;
      return { outcome: 'refused', answer: await refuse(error, handler, raw, turn) };
    }
  }

  async function refuse(refusal: Refusal, handler: Handler, raw: Click['raw'], turn: Turn): Promise<Outcome> {
    try {
      return (await handler.refused(raw, refusal, turn)) ?? showCard(refusalCard(refusal, turn.t));
    } catch (error) {
      if (error instanceof Refusal) return showCard(refusalCard(error, turn.t)); // the form itself is refused to them
      throw error;
    }
  }

  /** Membership is asked now: the card may be old, and its data anyone's. */
  async function choose(track: Track, raw: Click['raw']): Promise<Ending> {
    const { scene, sender } = track.inbound;
    const t = speakTo(track);
    track.of = chooseNetwork.verb;
    const wanted = chooseNetwork.schema.safeParse(raw);
    if (!sender || scene.kind !== 'chat' || !wanted.success) return stale(t);
    const person = personOf(sender.tenant, sender.objectId);
    const chosen = (await networksOf(person)).find(({ id }) => id === wanted.data.network);
    if (!chosen) return stale(t);
    const id = `person|${person}`;
    await update({ store, scope: directoryScope(id), kind: personEntries, id }, (now) =>
      now && now.chosen !== chosen.id ? { ...now, chosen: chosen.id } : now,
    );
    return { outcome: 'message', answer: say(t(text.chosen, { name: chosen.name })) };
  }

  function askNetwork(of: readonly Network[], t: Translate): Outcome {
    const [only] = of;
    if (of.length === 1 && only) return say(t(text.onlyNetwork, { name: only.name }));
    return of.length === 0 ? say(t(text.noNetwork)) : showCard(chooseCard(of, t), t(text.whichNetwork));
  }

  // ── Messages ───────────────────────────────────────────────────────────────────────────────────

  async function message(track: Track): Promise<Ending> {
    const { inbound } = track;
    const visit = await enter(track);
    if ('type' in visit) return { outcome: 'outside', answer: visit };
    const understood = understand(inbound.text || '?', commands); // a mention alone asks what the bot can do
    track.of = understood?.command.name ?? 'unknown';
    const turn = turnOf(visit, inbound, 'message');
    const isBare = understood !== undefined && understood.rest === '';
    try {
      const heard = isBare ? undefined : await hear(turn, inbound.text);
      if (heard) track.of = 'thread';
      const answer =
        heard ??
        (understood
          ? await understood.command.run(understood.rest, turn, understood.word)
          : await guess(turn, inbound.text));
      return { outcome: answer.type, answer };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { outcome: 'refused', answer: showCard(refusalCard(error, visit.t)) };
    }
  }

  /** What a feature takes as said in a thread of its own. */
  async function hear(turn: Turn, typed: string): Promise<Outcome | undefined> {
    if (turn.place.kind !== 'channel' || turn.place.thread === undefined) return undefined;
    for (const feature of features) {
      const heard = await feature.inThread?.(typed, turn);
      if (heard) return heard;
    }
    return undefined;
  }

  /** “Did you mean …?”, with what features find for the words. */
  async function guess(turn: Turn, typed: string): Promise<Outcome> {
    const near = nearest(typed, commands);
    const told = near ? turn.t(text.didYouMean, { word: near.word }) : turn.t(text.notUnderstood);
    for (const feature of features) {
      try {
        const found = await feature.whenNotUnderstood?.(typed, told, turn);
        if (found) return found;
      } catch (error) {
        log.error('teams.guessFailed', error, { feature: feature.name }); // what wasn't asked for must not take the answer away
      }
    }
    return say(told);
  }

  /** Posts what a message is answered with, where it was said. A failure is logged: there is nobody left to tell. */
  async function reply(track: Track, { answer }: Ending): Promise<void> {
    const { scene, serviceUrl, tenant, id } = track.inbound;
    const body = bodyOf(answer, speakTo(track));
    if (!body) return;
    const thread = scene.kind === 'channel' ? (scene.thread ?? id) : '';
    const to = { serviceUrl, conversation: scene.conversation, tenant, ...(thread ? { thread } : {}) };
    await attempt('teams.replyFailed', () => channel.create(to, body));
  }

  /** The Submit fallback in a channel shows nothing there; only what the person must know reaches them, in their 1:1 chat. */
  async function replyInPerson({ visit }: Track, { answer, outcome }: Ending): Promise<void> {
    const mustKnow = outcome === 'refused' || outcome === 'stale' || outcome === 'failed';
    const body = visit && mustKnow ? bodyOf(answer, visit.t) : undefined;
    if (!visit || !body) return;
    const { person, teamsId = '', name } = visit.actor;
    await attempt('teams.personNotReached', async () => {
      const chat = await channel.openChat(visit.network, { person, teamsId, name, isGuest: false });
      await channel.create(chat, body);
    });
  }

  async function attempt(event: string, send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      log.warn(event, { outcome: error.outcome, code: error.code });
    }
  }

  // ── The message extension ──────────────────────────────────────────────────────────────────────

  /** In a network's channel it is about that network; everywhere else, also in chats of others, about the person's only or chosen one. */
  async function enterExtension(track: Track, claim: unknown): Promise<Visit | Outcome> {
    const { scene, sender } = track.inbound;
    const t = speakTo(track);
    if (!sender) return say(t(text.notKnown));
    const here = scene.kind === 'channel' ? await gate.inChannel(scene.team, sender) : undefined;
    if (here) {
      track.visit = here;
      return here;
    }
    // the chat is not the one with the bot, so its address is not remembered
    const found = await gate.inChat(sender, typeof claim === 'string' ? claim : undefined);
    if ('none' in found) return say(t(text.noNetwork));
    if ('choose' in found) return say(t(text.chooseBefore));
    track.visit = found.visit;
    return found.visit;
  }

  async function extend(track: Track, invoke: ExtensionInvoke): Promise<Ending> {
    const { value, scene } = track.inbound;
    const data = invoke === 'submit' ? cleaned(submittedBy(value)?.data) : {};
    const visit = await enterExtension(track, data.network);
    if ('type' in visit) return { outcome: 'outside', answer: visit };
    // in a team without a network it is as in a chat: nothing of the place is the network's
    const isHere = scene.kind === 'channel' && (await gate.networkOf(scene.team)) === visit.network.id;
    const turn: Turn = { ...turnOf(visit, track.inbound, 'self'), ...(isHere ? {} : { place: { kind: 'chat' } }) };
    try {
      const body = await extended(track, invoke, turn, data);
      if (body) return { outcome: 'card', answer: nothing, body };
      return invoke === 'query' ? { outcome: 'stale', answer: say(visit.t(text.stale)) } : stale(visit.t);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const answer = invoke === 'query' ? say(visit.t(error.row, error.params)) : showCard(refusalCard(error, visit.t));
      return { outcome: 'refused', answer };
    }
  }

  /** Undefined: the app has no such command, or the invoke is not of Teams' shape. */
  async function extended(
    track: Track,
    invoke: ExtensionInvoke,
    turn: Turn,
    data: Click['raw'],
  ): Promise<object | undefined> {
    const { value } = track.inbound;
    const about = <T extends { card: Card }>(of: T): T => ({ ...of, card: inNetwork(of.card, turn.network.id) });
    const find = <T extends Extension['type']>(id: string | undefined, type: T) => {
      const found = id === undefined ? undefined : extensions.get(id);
      track.of = found?.type === type ? found.id : 'unknown';
      return found?.type === type ? (found as Extract<Extension, { type: T }>) : undefined;
    };
    if (invoke === 'query') {
      const asked = queryOf(value);
      const found = find(asked?.id, 'query');
      if (!asked || !found) return undefined;
      const items = await found.run(asked.words, asked.page, turn);
      return resultsOf(items.map(about), turn.t(asked.page.from > 0 ? text.noMore : text.nothingFound));
    }
    if (invoke === 'open') {
      const asked = openedOn(value);
      const found = find(asked?.id, 'action');
      return asked && found && dialogOf(about(await found.open(asked.message, turn)));
    }
    const found = find(submittedBy(value)?.id, 'action');
    if (!found) return undefined;
    const next = await found.submit(data, turn);
    return next ? dialogOf(about(next)) : CLOSED;
  }

  // ── Events ─────────────────────────────────────────────────────────────────────────────────────

  async function event(track: Track): Promise<Ending> {
    const { inbound } = track;
    const told = teamEventOf(inbound);
    if (told) {
      track.of = told.type;
      await tell(told.type === 'installed' ? await withInstaller(told, inbound) : told);
      return { outcome: 'event', answer: nothing };
    }
    if (!inbound.sender || !isPersonalInstall(inbound)) return { outcome: 'ignored', answer: nothing };
    track.of = 'personalInstall';
    const isFirst = await rememberChat(inbound, inbound.sender);
    const t = speakTo(track);
    return { outcome: 'event', answer: isFirst ? showCard(helpCard(helped, t), t(text.helpTitle)) : nothing };
  }

  async function withInstaller(event: TeamEvent, { sender }: Inbound): Promise<TeamEvent> {
    if (!sender || event.type !== 'installed') return event;
    try {
      const by = await roster.one(event, sender.teamsId);
      return by ? { ...event, by } : event;
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      return event; // a team owner can still claim the network
    }
  }

  /** Every feature hears it, also when another stumbles. */
  async function tell(event: TeamEvent): Promise<void> {
    for (const feature of features) {
      try {
        await feature.onTeamEvent?.(event, services);
      } catch (error) {
        log.error('teams.eventFailed', error, { feature: feature.name, event: event.type });
      }
    }
  }

  // ── One turn, one answer, one log line ─────────────────────────────────────────────────────────

  /** Does what the activity asks and sends what it is answered with, but for an invoke, whose answer goes back as it is. */
  async function run(track: Track): Promise<Ending> {
    const { type, name, scene, text: typed, value } = track.inbound;
    if (type === 'invoke') {
      const invoke = extensionInvoke(name);
      if (invoke) return caught(track, () => extend(track, invoke));
      if (name !== CLICK) return { outcome: 'ignored', answer: nothing };
      return caught(track, () => click(track, clickOf(value), 'self'));
    }
    const submitted = type === 'message' && typed === '' ? submitOf(value) : undefined;
    if (submitted && scene.kind === 'channel') {
      const ending = await caught(track, () => click(track, submitted, 'none'));
      await replyInPerson(track, ending);
      return ending;
    }
    const work = submitted ? () => click(track, submitted, 'message') : () => message(track);
    const ending = await caught(track, type === 'message' ? work : () => event(track));
    await reply(track, ending);
    return ending;
  }

  /** The one catch: whatever is thrown that is no refusal is our bug. */
  async function caught(track: Track, work: () => Promise<Ending>): Promise<Ending> {
    try {
      return aboutNetwork(track, await work());
    } catch (error) {
      const reference = services.newId();
      log.error('turn.failed', error, { reference, ...idsOf(track) });
      return { outcome: 'failed', answer: say(speakTo(track)(text.failed, { reference })), reference };
    }
  }

  return async (activity) => {
    const started = performance.now();
    const inbound = readInbound(activity, clock.now());
    if (!inbound) {
      log.warn('teams.unreadable', { type: activity.type });
      return undefined;
    }
    const track: Track = { inbound };
    const note = ({ outcome, reference }: Pick<Ending, 'outcome' | 'reference'>, event = 'turn'): void =>
      log.info(event, {
        ...idsOf(track),
        outcome,
        ms: Math.round(performance.now() - started),
        ...(reference === undefined ? {} : { reference }),
      });
    const work = caught(track, () => run(track));
    const invoke = inbound.type === 'invoke' ? extensionInvoke(inbound.name) : undefined;
    const ending = await inTime(work, invoke ? Math.min(answerWithin, EXTENSION_WITHIN) : answerWithin);
    if (ending) note(ending);
    else {
      note({ outcome: 'late' });
      void work.then((late) => note(late, 'turn.finishedLate'));
    }
    const t = speakTo(track);
    if (invoke) {
      const late = say(t(invoke === 'submit' ? text.slow : text.slowAnswer));
      return ending?.body ?? toldBy(invoke, ending?.answer ?? late, t(text.app));
    }
    if (inbound.type !== 'invoke' || inbound.name !== CLICK) return undefined;
    return invokeAnswer(ending?.answer ?? say(t(text.slow)), t);
  };
}

/** The actor's language, as far as it is known yet. */
const speakTo = ({ visit, inbound }: Track): Translate => visit?.t ?? translator(localeOf(inbound.locale) ?? 'fi');

const stale = (t: Translate): Ending => ({ outcome: 'stale', answer: showCard(staleCard(t)) });

const idsOf = ({ inbound, of, visit }: Track): Record<string, unknown> => ({
  type: inbound.type,
  scene: inbound.scene.kind,
  ...(of === undefined ? {} : { of }),
  delivery: inbound.id,
  ...(visit ? { network: visit.network.id } : {}),
});

/** Undefined when `work` takes longer. */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function handlersByVerb(features: readonly Feature[]): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const handler of features.flatMap((feature) => feature.handlers)) {
    if (handlers.has(handler.verb))
      throw new Error(`Two handlers take ${handler.verb}; give one of them another verb.`);
    handlers.set(handler.verb, handler);
  }
  return handlers;
}

/** What is answered in 1:1 chat names its network in every button: by the click someone may have turned to another one. */
function aboutNetwork({ inbound, visit }: Track, ending: Ending): Ending {
  const { answer, outcome } = ending;
  const isPersonal = inbound.scene.kind === 'chat' || outcome === 'refused';
  if (!visit || !isPersonal || answer.type !== 'card') return ending;
  return { ...ending, answer: { ...answer, card: inNetwork(answer.card, visit.network.id) } };
}

function clickOf(value: unknown): Click {
  const action = isRecord(value) && isRecord(value.action) ? value.action : {};
  return { verb: verbOf(action), raw: cleaned(action.data) };
}

/** Action.Submit comes as a message with the button's data and no text. */
function submitOf(value: unknown): Click | undefined {
  if (!isRecord(value)) return undefined;
  return { verb: verbOf(value), raw: cleaned(value) };
}

/** Empty, and so unknown to every feature, when there is none. */
function verbOf({ verb }: Record<string, unknown>): string {
  return typeof verb === 'string' ? verb : '';
}

/** Data of a button with the card's inputs, without the key that would change a prototype when copied carelessly. */
function cleaned(data: unknown): Click['raw'] {
  return isRecord(data) ? Object.fromEntries(Object.entries(data).filter(([key]) => key !== '__proto__')) : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bodyOf(answer: Outcome, t: Translate): PostBody | undefined {
  if (answer.type === 'nothing') return undefined;
  if (answer.type === 'message') return { text: answer.text };
  return { card: answer.card, summary: answer.summary ?? t(text.answer) };
}

/** learn.microsoft.com, “Universal Actions for Adaptive Cards”, response format. */
function invokeAnswer(answer: Outcome, t: Translate): object {
  if (answer.type === 'card') return { statusCode: 200, type: ADAPTIVE_CARD, value: answer.card };
  const value = answer.type === 'message' ? answer.text : t(text.done);
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}
