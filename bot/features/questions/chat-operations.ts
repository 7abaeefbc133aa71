/** Questions in the flow of chat: the command, the buttons of cards, answers written in a thread, and how posts are drawn. */
import type { z } from 'zod';
import { plain } from '../../cards/kit.ts';
import { coordinates } from '../../core/access.ts';
import type { Action } from '../../core/action.ts';
import { when } from '../../core/clock.ts';
import { type Command, type Drawing, type Handler, on } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { isCurrent } from '../../core/network.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, type Register, registerOf } from '../../core/register.ts';
import { translator } from '../../core/text.ts';
import { nothing, type Outcome, say, showCard, type Turn, type Visit, type Work } from '../../core/turn.ts';
import * as cards from './cards.ts';
import { answersNow, findQuestion } from './memory.ts';
import {
  actOn,
  answerMove,
  answerQuestion,
  askQuestion,
  questionOfThread,
  readerOf,
  visibleQuestion,
} from './operations.ts';
import {
  EMPTY_DRAFT,
  isAsker,
  isForAll,
  isOpen,
  maySee,
  type Question,
  type QuestionDraft,
  type Reader,
} from './question.ts';
import { answerShown, listFor, shownTo, shownToAll, viewFor } from './shown.ts';
import { text } from './text.ts';

const isInChannel = (turn: Turn): boolean => turn.place.kind === 'channel';
/** In the network's own channel the card is the answer; in another of the team nobody would see it. */
const showsItself = ({ place, network }: Turn): boolean =>
  place.kind === 'channel' && (place.channel === undefined || place.channel === network.channel.id);
/** What is answered is seen by everyone in the channel, and not by who acts alone. */
const isSeenByAll = ({ place, answers }: Turn): boolean => place.kind === 'channel' && answers !== 'self';

// ── One question for who acts ──────────────────────────────────────────────────────────────────

type Told = Pick<cards.OwnFrame, 'done' | 'refusal' | 'typed'>;

/** As the reader may see it, with what they may do. */
async function own(turn: Turn, of: Question, told: Told = {}): Promise<Outcome> {
  if (isSeenByAll(turn)) return told.done === undefined ? nothing : say(told.done);
  const [shown, view] = await Promise.all([shownTo(turn, of), viewFor(turn, of)]);
  return showCard(
    cards.ownCard(shown, {
      ...{ t: turn.t, ...told, mayMark: view.mayMark && view.isOwn, mayReopen: view.mayReopen && view.isOwn },
      ...{ mayTake: view.desk?.mayTake, mayConsent: view.mayConsent },
    }),
    turn.t(text.question),
  );
}

const onQuestion = <T extends { question: ActivityId }>(
  of: Action<T>,
  take: (data: T, turn: Turn) => Promise<Question>,
  done: (changed: Question, data: T) => (typeof text)[keyof typeof text],
): Handler =>
  on(of, async (data, turn) => {
    const changed = await take(data, turn);
    return own(turn, changed, { done: turn.t(done(changed, data)) });
  });

async function seen(turn: Turn, id: ActivityId): Promise<Question> {
  return visibleQuestion(turn, id, await readerOf(turn));
}

async function refusedAnswer(raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> {
  const fitting = cards.answer.schema.safeParse(raw);
  if (!fitting.success || refusal.row === text.unknownQuestion) return undefined;
  const of = await seen(turn, fitting.data.question);
  return own(turn, of, { refusal: turn.t(refusal.row, refusal.params), typed: fitting.data.answer });
}

/** Who asked adds to it; others answer. */
async function keptWords(turn: Turn, of: Question): Promise<string> {
  return turn.t(isAsker(of, await readerOf(turn)) ? text.additionKept : text.answerKept);
}

// ── Asking ─────────────────────────────────────────────────────────────────────────────────────

function form(turn: Turn, draft: QuestionDraft, id = turn.services.newId(), refusal?: Refusal): Outcome {
  const problems = refusal?.problems.map(({ field, row, params }) => ({ field, message: turn.t(row, params) }));
  const frame = { t: turn.t, form: id, ...(problems ? { problems } : {}) };
  return showCard(cards.formCard(draft, frame), turn.t(text.newQuestion));
}

function sentWords({ network, t }: Turn, of: Question): string {
  if (of.to === 'coordinator') return t(text.sentToCoordinator);
  return t(text.sentToNetwork, { channel: network.channel.name || t(text.general) });
}

const draftOf = ({ form: _, ...draft }: z.infer<typeof cards.ask.schema>): QuestionDraft => draft;

export const handlers: readonly Handler[] = [
  on(
    cards.ask,
    async (data, turn) => {
      const of = await askQuestion(turn, draftOf(data), data.form);
      return own(turn, of, { done: sentWords(turn, of) });
    },
    async (raw, refusal, turn) => {
      const fitting = cards.ask.schema.safeParse(raw);
      if (!fitting.success || refusal.problems.length === 0) return undefined;
      return form(turn, draftOf(fitting.data), fitting.data.form, refusal);
    },
  ),
  on(
    cards.answer,
    async (data, turn) => {
      // one card serves everyone in the channel: the same words of the same person are the same answer
      const of = await answerQuestion(turn, data.question, { answer: data.answer, form: `card ${data.answer}` });
      return own(turn, of, { done: await keptWords(turn, of) });
    },
    refusedAnswer,
  ),
  onQuestion(
    cards.takeIt,
    ({ question }, turn) => actOn(turn, question, 'take'),
    () => text.taken,
  ),
  onQuestion(
    cards.markIt,
    ({ question }, turn) => actOn(turn, question, 'answered'),
    () => text.markedAnswered,
  ),
  onQuestion(
    cards.reopenIt,
    ({ question }, turn) => actOn(turn, question, 'reopen'),
    () => text.reopened,
  ),
  onQuestion(
    cards.consentTo,
    ({ question, says }, turn) => answerMove(turn, question, { agrees: says !== 'no', isUnnamed: says === 'unnamed' }),
    (_, { says }) => (says === 'no' ? text.declined : text.agreed),
  ),
];

/** `kysymys Miten …?` asks the network at once in the channel and opens the filled form in 1:1 chat, where one can ask otherwise too. */
async function command(rest: string, turn: Turn): Promise<Outcome> {
  if (!isInChannel(turn)) return form(turn, { ...EMPTY_DRAFT, text: rest });
  if (!rest) return listed(turn);
  try {
    const of = await askQuestion(turn, { ...EMPTY_DRAFT, text: rest }, turn.delivery.id);
    return showsItself(turn) ? nothing : say(sentWords(turn, of));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
    return say(
      turn.t(text.notAsked, { problems: error.problems.map(({ row, params }) => turn.t(row, params)).join(' ') }),
    );
  }
}

/** What is open, as everyone may see it, and how to ask without everyone reading along. */
async function listed(turn: Turn): Promise<Outcome> {
  const { services, network, t } = turn;
  const { open } = await listFor(turn);
  if (open.length === 0) return say(t(text.askInChat, { link: services.linkToTab(network, 'questions/new') }));
  const shown = await Promise.all(open.slice(0, cards.MOST_LISTED).map((of) => shownToAll(turn, of, t)));
  return showCard(cards.listCard(shown, services.linkToTab(network, 'questions'), t), t(text.openQuestions));
}

export const commands: readonly Command[] = [
  {
    name: 'question',
    words: ['kysymys', 'kysy', 'fråga', 'question', 'ask'],
    word: { fi: 'kysymys', sv: 'fråga', en: 'question' },
    help: text.help,
    run: command,
  },
];

/** What is said to the app in the thread of a question’s card is an answer to it. */
export async function inThread(typed: string, turn: Turn): Promise<Outcome | undefined> {
  const { place } = turn;
  if (place.kind !== 'channel' || place.thread === undefined) return undefined;
  const of = await questionOfThread(turn, place.thread);
  if (!of) return undefined;
  try {
    const answered = await answerQuestion(turn, of.id, {
      ...{ answer: typed, form: `thread ${turn.delivery.id}`, isInThread: true },
    });
    return say(await keptWords(turn, answered));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return say(turn.t(error.row, error.params));
  }
}

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

const found = async (work: Work, id: string | undefined): Promise<Question | undefined> =>
  findQuestion(work, (id ?? '') as ActivityId);

/** As everyone may see it; gone when it is no longer for everyone. */
async function drawQuestion(subject: string, work: Work) {
  const of = await found(work, subject);
  if (!of || !isForAll(of)) return undefined;
  const shown = await shownToAll(work, of, work.channelT);
  return {
    card: cards.questionCard(shown, work.channelT),
    summary: plain(cards.questionSummary(shown, work.channelT)),
  };
}

async function drawAnswer(subject: string, work: Work) {
  const [question, answer] = subject.split('|');
  const of = await found(work, question);
  const one = of && (await answersNow(work, of.id)).find(({ id }) => id === answer);
  const shown = of && one && isForAll(of) ? answerShown(await registerOf(work), of, one, work.channelT) : undefined;
  if (!shown) return undefined;
  const words = { who: plain(cards.whoLine(shown.by)), answer: plain(shown.text).replace(/\n+/g, '\n\n') };
  return { text: work.channelT(text.inThread, words) };
}

interface ToOne {
  readonly of: Question;
  readonly visit: Visit;
  readonly reader: Reader;
  readonly rest: readonly string[];
}

const isMember = ({ members }: Register, id: string): boolean => {
  const one = members.get(id);
  return one !== undefined && isCurrent(one);
};

/** A card in the 1:1 chat of who is named last in the subject, in their language; gone when it no longer concerns them. */
const direct = (name: string, why: (to: ToOne) => Promise<readonly string[] | undefined>): Drawing => ({
  name,
  async draw(subject, work) {
    const parts = subject.split('|');
    const [member, register] = [parts.at(-1) ?? '', await registerOf(work)];
    const of = await found(work, parts[0]);
    const person = register.members.get(member);
    const isThere = identitiesOf(register, member).some((id) => isMember(register, id));
    if (!of || !person || !isThere || !isOn(work.network, 'questions')) return undefined;
    const t = person.locale ? translator(person.locale) : work.channelT;
    const locale = person.locale ?? (t.locales[0] as 'fi' | 'sv' | 'en');
    const visit: Visit = { ...work, t, actor: { person: person.person, name: person.name, locale } };
    const reader = { ids: identitiesOf(register, member), isCoordinator: await coordinates(visit) };
    if (!maySee(of, reader)) return undefined;
    const lines = await why({ of, visit, reader, rest: parts.slice(1, -1) });
    if (!lines) return undefined;
    const [shown, view] = await Promise.all([shownTo(visit, of), viewFor(visit, of)]);
    const may = {
      ...{ mayMark: view.mayMark && view.isOwn, mayReopen: view.mayReopen && view.isOwn },
      ...{ mayTake: view.desk?.mayTake, mayConsent: view.mayConsent },
    };
    return { card: cards.toldCard(shown, lines, { t, ...may }), summary: plain(`${lines[0]}: ${shown.text}`) };
  },
});

async function answerLines({ of, visit, reader, rest }: ToOne): Promise<readonly string[] | undefined> {
  if (!isAsker(of, reader)) return undefined;
  const one = (await answersNow(visit, of.id)).find(({ id }) => id === rest[0]);
  const shown = one && answerShown(await registerOf(visit), of, one, visit.t);
  if (!shown) return undefined;
  return [visit.t(text.toldAnswer, { who: cards.whoLine(shown.by) }), cards.clip(shown.text, 1500)];
}

export const drawings: readonly Drawing[] = [
  { name: 'questions.question', draw: drawQuestion },
  { name: 'questions.answer', draw: drawAnswer },
  direct('questions.answered', answerLines),
  direct('questions.asked', async ({ of, visit, reader }) =>
    reader.isCoordinator && of.to === 'coordinator' ? [visit.t(text.toldForYou)] : undefined,
  ),
  direct('questions.unanswered', async ({ of, visit, reader }) =>
    reader.isCoordinator && isOpen(of)
      ? [visit.t(text.toldUnanswered), visit.t(text.unansweredSince, { when: when(of.at, visit.network.zone) })]
      : undefined,
  ),
  direct('questions.requested', async ({ of, visit }) =>
    isForAll(of) ? [visit.t(text.toldRequested), visit.t(text.requestedWhy)] : undefined,
  ),
  direct('questions.move', async ({ of, visit, reader }) =>
    isAsker(of, reader) && of.moveAskedAt !== undefined ? [visit.t(text.consentTitle)] : undefined,
  ),
];
