/** Questions on the personal link's pages: asking, reading and answering without Teams, by the same rules as everywhere. */
import { createHash } from 'node:crypto';
import { when } from '../../core/clock.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import type { Page, PageBody, PageOutcome, PageRequest, SentForm } from '../../core/page.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Visit } from '../../core/turn.ts';
import {
  ACT,
  buttons,
  checkbox,
  choices,
  entries,
  errorSummary,
  form,
  heading,
  hint,
  linkButton,
  mistakesOf,
  notice,
  type Piece,
  paragraph,
  strong,
  textArea,
  textField,
  together,
  wrongWith,
} from '../../pages/kit.ts';
import { aboutLines, askerLine, dueWords, STATES, whoLine } from './cards.ts';
import type { QuestionRow, QuestionView } from './contract.ts';
import {
  actOn,
  answerMove,
  answerQuestion,
  askQuestion,
  readerOf,
  removeAnswer,
  visibleQuestion,
} from './operations.ts';
import { EMPTY_DRAFT, isAsker, type QuestionDraft } from './question.ts';
import { listFor, rowsFor, shownTo, viewFor } from './shown.ts';
import { text } from './text.ts';

/** Answered ones on the list; older ones are found in the tab and by searching. */
const MOST_ANSWERED = 30;

const pageOf = (id: ActivityId): string => `questions/${id}`;

// ── The list ───────────────────────────────────────────────────────────────────────────────────

const listPage: Page = {
  path: 'questions',
  menu: text.questions,
  async show(asked, visit) {
    const { t } = visit;
    const lists = await listFor(visit);
    const [open, answered, own] = await Promise.all([
      rowsFor(visit, lists.open),
      rowsFor(visit, lists.answered.slice(0, MOST_ANSWERED)),
      rowsFor(visit, lists.own),
    ]);
    const part = (title: string, rows: readonly QuestionRow[]): Piece =>
      rows.length > 0 && [heading(title), entries(rows.map((row) => entryOf(row, asked, visit)))];
    return {
      title: t(text.questions),
      body: together(
        linkButton(t(text.newQuestion), asked.to('questions/new')),
        part(t(text.ownQuestions), own),
        heading(t(text.openQuestions)),
        open.length === 0 ? paragraph(t(text.noOpenQuestions)) : entries(open.map((row) => entryOf(row, asked, visit))),
        part(t(text.answeredQuestions), answered),
      ),
    };
  },
};

function entryOf(row: QuestionRow, asked: PageRequest, { t }: Visit) {
  const lines = [
    row.to === 'coordinator' ? t(text.forCoordinators) : askerLine(row.asker ? { asker: row.asker } : {}, t),
    t(STATES[row.state]),
    t(text.answerCount, { n: row.answers }),
    ...(row.dueOn === undefined || row.state === 'answered' ? [] : [t(text.dueBy, { when: dueWords(row.dueOn) })]),
  ];
  return { title: row.text, hint: lines.join(' · '), address: asked.to(pageOf(row.id)) };
}

// ── Asking ─────────────────────────────────────────────────────────────────────────────────────

const typedIn = ({ fields }: SentForm): QuestionDraft => ({
  text: fields.get('text') ?? '',
  details: fields.get('details') ?? '',
  to: fields.get('to') ?? '',
  isUnnamed: fields.get('isUnnamed') ?? '',
  dueOn: fields.get('dueOn') ?? '',
  topic: fields.get('topic') ?? '',
});

function newBody(asked: PageRequest, { t, services }: Visit, draft: QuestionDraft, refusal?: Refusal): PageBody {
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  return {
    title: t(text.newQuestion),
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      form(
        { to: asked.to('questions/new'), id: services.newId() },
        textArea({ name: 'text', label: t(text.fieldText), value: draft.text, wrong: wrongWith(mistakes, 'text') }),
        textArea({
          ...{ name: 'details', label: t(text.fieldDetails), value: draft.details },
          wrong: wrongWith(mistakes, 'details'),
        }),
        choices({
          ...{ name: 'to', label: t(text.fieldTo), wrong: wrongWith(mistakes, 'to'), chosen: [draft.to] },
          options: [
            { value: 'network', label: t(text.toNetwork) },
            { value: 'coordinator', label: t(text.toCoordinator) },
          ],
        }),
        checkbox({
          ...{ name: 'isUnnamed', label: t(text.fieldUnnamed), hint: t(text.unnamedHow) },
          isChecked: draft.isUnnamed === 'true',
        }),
        textField({ name: 'dueOn', label: t(text.fieldDue), value: draft.dueOn, wrong: wrongWith(mistakes, 'dueOn') }),
        textField({
          name: 'topic',
          label: t(text.fieldTopic),
          value: draft.topic,
          wrong: wrongWith(mistakes, 'topic'),
        }),
        buttons({ label: t(text.send) }),
      ),
    ),
  };
}

const newPage: Page = {
  path: 'questions/new',
  show: async (asked, visit) => newBody(asked, visit, EMPTY_DRAFT),
  async take(sent, visit) {
    const of = await askQuestion(visit, typedIn(sent), contentId(sent));
    return { goTo: pageOf(of.id), said: of.to === 'coordinator' ? text.sentToCoordinator : text.sentByLink };
  },
  refused: async (sent, refusal, visit) => newBody(sent, visit, typedIn(sent), refusal),
};

/** The same form with the same content is one; changed after going back in the browser, it is another. */
function contentId({ id, fields }: SentForm): string {
  return createHash('sha256')
    .update([id, ...fields.values()].join('\n'))
    .digest('base64url')
    .slice(0, 22);
}

// ── One question ───────────────────────────────────────────────────────────────────────────────

function questionIn({ params }: PageRequest): ActivityId {
  const id = activityId.safeParse(params.question);
  if (!id.success) throw new Refusal(text.unknownQuestion);
  return id.data;
}

async function oneBody(asked: PageRequest, visit: Visit, typed?: string, refusal?: Refusal): Promise<PageBody> {
  const { t, network, services } = visit;
  const of = await visibleQuestion(visit, questionIn(asked), await readerOf(visit));
  const [view, shown] = await Promise.all([viewFor(visit, of), shownTo(visit, of)]);
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const look = () => ({ to: asked.to(pageOf(of.id)), id: services.newId() });
  return {
    title: view.text,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      hint(
        [view.to === 'coordinator' && t(text.forCoordinators), t(STATES[view.state]), askerLine(shown, t)]
          .filter(Boolean)
          .join(' · '),
      ),
      view.details !== '' && paragraph(view.details),
      aboutLines(shown, t).map((line) => paragraph(line)),
      hint(t(text.askedOn, { when: when(view.at, network.zone) })),
      view.mayConsent && [
        notice('plain', t(text.mayGoToAll)),
        form(
          look(),
          buttons(
            { label: t(text.agree), act: 'agree' },
            { label: t(text.agreeUnnamed), act: 'agreeUnnamed', isQuiet: true },
            { label: t(text.decline), act: 'decline', isQuiet: true },
          ),
        ),
      ],
      heading(t(text.answersHeading)),
      view.answerList.length === 0 && paragraph(t(text.answerCount, { n: 0 })),
      view.answerList.map((one) => [
        strong(whoLine(one.by)),
        paragraph(one.text),
        hint(when(one.at, network.zone)(visit.actor.locale)),
        one.isOwn && form(look(), buttons({ label: t(text.remove), act: `remove ${one.id}`, isQuiet: true })),
      ]),
      view.mayAnswer &&
        form(
          look(),
          textArea({
            ...{ name: 'answer', label: t(text.fieldAnswer), value: typed },
            wrong: wrongWith(mistakes, 'answer'),
          }),
          buttons({ label: t(text.sendAnswer), act: 'answer' }),
        ),
      ownButtons(view) && form(look(), ownPart(view, visit)),
    ),
  };
}

const ownButtons = ({ isOwn, mayMark, mayReopen, mayWithdraw }: QuestionView): boolean =>
  isOwn && (mayMark || mayReopen || mayWithdraw);

const ownPart = ({ mayMark, mayReopen, mayWithdraw }: QuestionView, { t }: Visit) =>
  buttons(
    mayMark && { label: t(text.markAnswered), act: 'answered', isQuiet: true },
    mayReopen && { label: t(text.reopen), act: 'reopen', isQuiet: true },
    mayWithdraw && { label: t(text.withdraw), act: 'withdraw', isQuiet: true },
  );

async function taken(sent: SentForm, visit: Visit): Promise<PageOutcome> {
  const id = questionIn(sent);
  const act = sent.fields.get(ACT) ?? '';
  const goTo = pageOf(id);
  if (act === 'answered' || act === 'reopen' || act === 'withdraw') {
    await actOn(visit, id, act);
    const said = { answered: text.markedAnswered, reopen: text.reopened, withdraw: text.withdrawn }[act];
    return { goTo: act === 'withdraw' ? 'questions' : goTo, said };
  }
  if (act === 'agree' || act === 'agreeUnnamed' || act === 'decline') {
    await answerMove(visit, id, { agrees: act !== 'decline', isUnnamed: act === 'agreeUnnamed' });
    return { goTo, said: act === 'decline' ? text.declined : text.agreed };
  }
  if (act.startsWith('remove ')) {
    const answer = activityId.safeParse(act.slice('remove '.length));
    if (!answer.success) throw new Refusal(text.unknownAnswer);
    await removeAnswer(visit, id, answer.data);
    return { goTo, said: text.answerRemoved };
  }
  const reader = await readerOf(visit);
  const before = await visibleQuestion(visit, id, reader);
  await answerQuestion(visit, id, { answer: sent.fields.get('answer') ?? '', form: contentId(sent) });
  return { goTo, said: isAsker(before, reader) ? text.additionKept : text.answerKept };
}

const onePage: Page = {
  path: 'questions/{question}',
  show: (asked, visit) => oneBody(asked, visit),
  take: taken,
  refused: (sent, refusal, visit) => oneBody(sent, visit, sent.fields.get('answer') ?? undefined, refusal),
};

export const pages: readonly Page[] = [listPage, newPage, onePage];
