/** Ideas in chat: the command, the form for proposing, and how their posts are drawn. */
import { plain } from '../../cards/kit.ts';
import { coordinates } from '../../core/access.ts';
import { type Command, type Drawing, type Handler, on } from '../../core/feature.ts';
import { activityId } from '../../core/ids.ts';
import { isCurrent } from '../../core/network.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import { translator } from '../../core/text.ts';
import { type Outcome, say, showCard, type Turn } from '../../core/turn.ts';
import { cardFrame, facesOf, ideaPage, stepFaces } from './card-operations.ts';
import { cardText } from './card-text.ts';
import * as cards from './cards.ts';
import { type Collection, LONGEST_TITLE, phaseOf, TOPICS } from './collection.ts';
import { findCall } from './memory.ts';
import { titleIn } from './names.ts';
import { mayPropose, proposeIdea } from './operations.ts';
import { visibleCall, visibleCalls } from './shown.ts';
import { text } from './text.ts';

async function form(
  turn: Turn,
  call: Collection,
  typed: Partial<cards.TypedIdea> = {},
  refusal?: Refusal,
): Promise<Outcome> {
  const { t, services } = turn;
  const problems = refusal?.problems.map(({ field, row, params }) => ({ field, message: t(row, params) }));
  const frame = {
    ...cardFrame(turn, call, t),
    form: typed.form ?? services.newId(),
    ...(problems ? { problems } : {}),
  };
  return showCard(cards.ideaFormCard({ call, title: titleIn(call, t) }, typed, frame), titleIn(call, t));
}

export const handlers: readonly Handler[] = [
  on(cards.openForm, async ({ collection, title, text: words }, turn) => {
    const call = await visibleCall(turn, collection);
    if (phaseOf(call, turn.services.clock.now()) !== 'open') throw new Refusal(text.isClosed);
    if (!mayPropose(turn, await registerOf(turn), call, await coordinates(turn)))
      throw new NotAllowed(text.mayNotProposeHere);
    return form(turn, call, { title, text: words });
  }),
  on(
    cards.proposeIdea,
    async (typed, turn) => {
      const call = await visibleCall(turn, typed.collection);
      const draft = cards.draftFrom(typed, call.conditions);
      const idea = await proposeIdea(turn, call.id, { draft, requestId: typed.form });
      const link = turn.services.linkToTab(turn.network, ideaPage(idea.id));
      return showCard(cards.sentCard(idea, { t: turn.t, link }));
    },
    async (raw, refusal, turn) => {
      const fitting = cards.proposeIdea.schema.safeParse(raw);
      if (!fitting.success || refusal.problems.length === 0) return undefined;
      return form(turn, await visibleCall(turn, fitting.data.collection), fitting.data, refusal);
    },
  ),
];

// ── Words ──────────────────────────────────────────────────────────────────────────────────────

/** Calls that the actor may propose to now, wished topics last. */
async function openCalls(turn: Turn): Promise<readonly Collection[]> {
  const now = turn.services.clock.now();
  const [register, isCoordinator] = await Promise.all([registerOf(turn), coordinates(turn)]);
  return (await visibleCalls(turn)).filter(
    (of) => phaseOf(of, now) === 'open' && mayPropose(turn, register, of, isCoordinator),
  );
}

/** The bare word opens the form, what is typed after it stands in it: the first line is the idea's name. In a channel, where everyone would see the form, it says where it is. */
async function ideaCommand(rest: string, turn: Turn): Promise<Outcome> {
  const { services, network, t } = turn;
  const calls = await openCalls(turn);
  const [only, another] = calls;
  if (!only) throw new Refusal(text.nothingToPropose);
  const page = another ? 'ideas' : `ideas/${only.id}/new`;
  if (turn.place.kind === 'channel') return say(t(cardText.proposeInChat, { link: services.linkToTab(network, page) }));
  const typed = typedIdea(rest);
  if (!another) return form(turn, only, typed);
  const list = calls.map((call) => ({ call, title: titleIn(call, t), frame: cardFrame(turn, call, t) }));
  return showCard(cards.openCallsCard(list, typed, t), t(cardText.chooseCall));
}

function typedIdea(rest: string): { readonly title: string; readonly text: string } {
  const [first = '', ...more] = rest.split('\n');
  const title = first.trim();
  if (title.length <= LONGEST_TITLE) return { title, text: more.join('\n').trim() };
  return { title: '', text: rest.trim() };
}

export const commands: readonly Command[] = [
  {
    name: 'idea',
    words: ['idea', 'ehdotus', 'ehdota', 'idé', 'förslag', 'föreslå', 'suggest'],
    word: { fi: 'idea', sv: 'idé', en: 'idea' },
    help: cardText.help,
    run: ideaCommand,
  },
];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

export const drawings: readonly Drawing[] = [
  {
    name: 'ideas.collection',
    async draw(subject, work) {
      const id = activityId.safeParse(subject);
      const call = id.success ? await findCall(work, id.data) : undefined;
      if (call?.state !== 'published' || call.id === TOPICS) return undefined;
      const card = cards.collectionCard(await facesOf(work, call), cardFrame(work, call, work.channelT));
      const isLive = phaseOf(call, work.services.clock.now()) === 'open';
      return { card, summary: plain(titleIn(call, work.channelT)), live: isLive };
    },
  },
  {
    name: 'ideas.stepDirect',
    async draw(subject, work) {
      const [id = '', at = '', who = ''] = subject.split('|');
      const member = (await registerOf(work)).members.get(who);
      if (!member || !isCurrent(member)) return undefined;
      const t = member.locale ? translator(member.locale) : work.channelT; // they alone read it
      const of = await stepFaces(work, `${id}|${at}`, t);
      if (!of) return undefined;
      const link = work.services.linkToTab(work.network, ideaPage(of.idea.id));
      return { card: cards.stepCard(of, { t, link }), summary: plain(cards.stepLines(of, t)[0] ?? '') };
    },
  },
];
