/** Ideas on the personal link's pages: reading, proposing with a picture, supporting and commenting without Teams. */
import { when } from '../../core/clock.ts';
import type { Page, PageBody, PageRequest, SentForm } from '../../core/page.ts';
import { keepPicture } from '../../core/pictures.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Visit } from '../../core/turn.ts';
import {
  ACT,
  buttons,
  choices,
  entries,
  errorSummary,
  form,
  heading,
  hint,
  list,
  mistakesOf,
  notice,
  type Piece,
  paragraph,
  picture,
  pictureFileField,
  select,
  strong,
  textArea,
  textField,
  together,
  unfolding,
  wrongWith,
} from '../../pages/kit.ts';
import { ownRows } from './api.ts';
import { ideaPage } from './card-operations.ts';
import { cardText } from './card-text.ts';
import { closing, conditionLines, dateIn, stateLabel, stepLabel } from './cards.ts';
import { type Collection, phaseOf } from './collection.ts';
import type { IdeaRow } from './contract.ts';
import type { IdeaDraft } from './idea.ts';
import { readId } from './memory.ts';
import { titleIn } from './names.ts';
import { commentIdea, proposeIdea, supportIdea } from './operations.ts';
import { text } from './page-text.ts';
import {
  collectionView,
  currentIn,
  gather,
  ideaView,
  inOrder,
  rowOf,
  visibleCall,
  visibleCalls,
  visibleIdea,
} from './shown.ts';
import { text as shared } from './text.ts';

const pageOf = ({ id }: Pick<Collection, 'id'>): string => `ideas/${id}`;

/** Ideas on one page; the others are in the tab. */
const MOST_LISTED = 200;

// ── The list ───────────────────────────────────────────────────────────────────────────────────

const listPage: Page = {
  path: 'ideas',
  menu: text.menu,
  async show(asked, visit) {
    const { t, services, network } = visit;
    const now = services.clock.now();
    const calls = (await visibleCalls(visit)).filter(({ state }) => state === 'published');
    const of = (phase: string) =>
      calls
        .filter((one) => phaseOf(one, now) === phase)
        .map((one) => ({
          title: titleIn(one, t),
          hint: hintOf(visit, one),
          address: asked.to(pageOf(one)),
        }));
    const hintOf = ({ t: say }: Visit, one: Collection): string | undefined => {
      if (phaseOf(one, now) === 'scheduled') return say(cardText.opens, { when: when(one.opensAt, network.zone) });
      return phaseOf(one, now) === 'open' && one.closesAt
        ? say(cardText.closes, { when: when(one.closesAt, network.zone) })
        : undefined;
    };
    const [open, coming, ended, own] = [of('open'), of('scheduled'), of('closed'), await ownRows(visit)];
    return {
      title: t(text.menu),
      body: together(
        heading(t(text.open)),
        open.length === 0 ? paragraph(t(text.none)) : entries(open),
        coming.length > 0 && [heading(t(text.coming)), entries(coming)],
        own.length > 0 && [heading(t(text.own)), ideaEntries(asked, visit, own)],
        ended.length > 0 && [heading(t(text.ended)), entries(ended)],
      ),
    };
  },
};

const ideaEntries = (asked: PageRequest, { t }: Visit, rows: readonly IdeaRow[]): Piece =>
  entries(
    rows.map((row) => ({
      title: row.title,
      hint: [
        t(stateLabel({ state: row.state, into: [] })),
        row.authors.join(', '),
        row.supporters > 0 && t(text.supporters, { n: row.supporters }),
      ]
        .filter(Boolean)
        .join(' · '),
      address: asked.to(ideaPage(row.id)),
    })),
  );

// ── One call ───────────────────────────────────────────────────────────────────────────────────

async function callPage(asked: PageRequest, visit: Visit, sent?: SentForm, refusal?: Refusal): Promise<PageBody> {
  const { t, network } = visit;
  const call = await visibleCall(visit, readId(asked.params.collection ?? '', shared.unknownCollection));
  const [view, of] = await Promise.all([collectionView(visit, call), gather(visit, call)]);
  const rows = await Promise.all(
    inOrder(of, currentIn(of), 'newest', t)
      .slice(0, MOST_LISTED)
      .map((one) => rowOf(visit, of, one)),
  );
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const conditions = conditionLines(call, t);
  const { decision } = view;
  return {
    title: titleIn(call, t),
    hasFiles: true,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      view.type === 'topics' && view.description === undefined && paragraph(t(cardText.topicsAbout)),
      view.description !== undefined && paragraph(view.description),
      view.purpose !== undefined && hint(t(cardText.purpose, { purpose: view.purpose })),
      conditions.length > 0 && [heading(t(cardText.conditions)), list(conditions)],
      view.phase === 'scheduled' && strong(t(cardText.opens, { when: when(call.opensAt, network.zone) })),
      view.phase === 'open' && call.closesAt && strong(closing(call, { t, zone: network.zone })),
      view.phase === 'closed' && !decision && notice('plain', t(cardText.closed)),
      view.hidesAuthors && hint(t(cardText.hidden)),
      decision &&
        notice(
          'good',
          strong(t(cardText.decided)),
          list(decision.ideas.map(({ title }) => title)),
          hint(
            decision.body
              ? t(cardText.confirmed, { body: decision.body, on: dateIn(decision.on, network.zone) })
              : t(cardText.confirmedOn, { on: dateIn(decision.on, network.zone) }),
          ),
        ),
      view.mayPropose && proposeForm(asked, visit, call, sent, mistakes),
      heading(t(text.ideas)),
      rows.length === 0 ? paragraph(t(cardText.noIdeas)) : ideaEntries(asked, visit, rows),
    ),
  };
}

function proposeForm(
  asked: PageRequest,
  { t, services }: Visit,
  call: Collection,
  sent: SentForm | undefined,
  mistakes: ReturnType<typeof mistakesOf>,
): Piece {
  const typed = (name: string): string | undefined => sent?.fields.get(name) ?? undefined;
  const wrong = (name: string) => ({ wrong: wrongWith(mistakes, name) });
  const isTopic = call.type === 'topics';
  const { targetGroups, promises } = call.conditions;
  return [
    heading(t(isTopic ? cardText.proposeTopic : text.propose)),
    form(
      { to: asked.to(pageOf(call)), id: services.newId(), hasFiles: true },
      hint(t(text.similar)),
      textField({
        ...{ name: 'title', label: t(isTopic ? cardText.topicTitle : cardText.title), value: typed('title') },
        ...wrong('title'),
      }),
      textArea({ name: 'text', label: t(cardText.text), value: typed('text'), ...wrong('text') }),
      !isTopic &&
        textField({ name: 'cost', label: t(cardText.cost), value: typed('cost'), isNumber: true, ...wrong('cost') }),
      targetGroups.length > 0 &&
        select({
          ...{ name: 'targetGroup', label: t(cardText.targetGroup), chosen: typed('targetGroup') },
          options: ['', ...targetGroups].map((one) => ({ value: one, label: one || '–' })),
          ...wrong('targetGroup'),
        }),
      promises.length > 0 &&
        choices({
          ...{ name: 'promises', label: t(cardText.promises), several: true },
          options: promises.map((one, at) => ({ value: String(at), label: one })),
          chosen: sent?.fields.getAll('promises') ?? [],
          ...wrong('promises'),
        }),
      !isTopic && [
        pictureFileField({ name: 'picture', label: t(text.picture), hint: t(text.pictureHow), ...wrong('picture') }),
        textField({
          ...{ name: 'pictureAlt', label: t(text.pictureAlt), hint: t(text.pictureAltHow), value: typed('pictureAlt') },
        }),
      ],
      buttons({ label: t(isTopic ? cardText.sendTopic : cardText.send) }),
    ),
  ];
}

const onePage: Page = {
  path: 'ideas/{collection}',
  takesFiles: true,
  show: (asked, visit) => callPage(asked, visit),
  async take(sent, visit) {
    const call = await visibleCall(visit, readId(sent.params.collection ?? '', shared.unknownCollection));
    const draft = await draftIn(sent, visit, call);
    const { id } = await proposeIdea(visit, call.id, { draft, requestId: sent.id });
    return { goTo: ideaPage(id), said: text.proposed };
  },
  refused: (sent, refusal, visit) => callPage(sent, visit, sent, refusal),
};

/** The picture is kept before the idea is looked at; one that stands in none goes by itself within a week. */
async function draftIn({ fields, files }: SentForm, visit: Visit, call: Collection): Promise<IdeaDraft> {
  const bytes = files?.get('picture');
  const kept = bytes && bytes.length > 0 ? await onPicture(keepPicture(visit, visit.actor.person, bytes)) : undefined;
  return {
    ...{ title: fields.get('title') ?? '', text: fields.get('text') ?? '', cost: fields.get('cost') ?? '' },
    targetGroup: fields.get('targetGroup') ?? '',
    promises: fields.getAll('promises').flatMap((one) => call.conditions.promises[Number(one)] ?? []),
    picture: kept ? { id: kept.id, alt: fields.get('pictureAlt') ?? '' } : null,
  };
}

async function onPicture<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.row, error.params, [{ field: 'picture', row: error.row, params: error.params }]);
  }
}

// ── One idea ───────────────────────────────────────────────────────────────────────────────────

async function oneIdea(asked: PageRequest, visit: Visit, sent?: SentForm, refusal?: Refusal): Promise<PageBody> {
  const { t, services, network } = visit;
  const { idea, call } = await visibleIdea(visit, readId(asked.params.idea ?? '', shared.unknownIdea));
  const view = await ideaView(visit, idea, call);
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const look = () => ({ to: asked.to(ideaPage(idea.id)), id: services.newId() });
  const relatives = (of: typeof view.from): Piece =>
    entries(of.map(({ id, title, authors }) => ({ title, hint: authors.join(', '), address: asked.to(ideaPage(id)) })));
  const who = view.authors.join(', ');
  return {
    title: view.title,
    hasFiles: true,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      hint(t(cardText.ofCall, { title: view.collectionTitle })),
      view.isUndone && [notice('plain', t(text.undone)), relatives(view.from)],
      view.into.length > 0 && [notice('plain', t(text.livesOn)), relatives(view.into)],
      strong(
        view.reason === undefined
          ? t(stateLabel(idea))
          : `${t(stateLabel(idea))}. ${t(cardText.why, { note: view.reason })}`,
      ),
      view.picture && picture(view.picture),
      view.text !== '' && paragraph(view.text),
      view.cost !== undefined && hint(t(text.costIs, { n: view.cost })),
      view.targetGroup !== undefined && hint(t(text.targetGroupIs, { group: view.targetGroup })),
      who !== '' && hint(t(view.authors.length > 1 ? text.authors : text.by, { who })),
      paragraph(
        [t(text.supporters, { n: view.supporters }), view.isSupported && t(text.youSupport)].filter(Boolean).join('. '),
      ),
      view.can.support &&
        form(
          look(),
          buttons({
            label: t(view.isSupported ? text.unsupport : text.support),
            act: view.isSupported ? 'unsupport' : 'support',
            isQuiet: view.isSupported,
          }),
        ),
      !view.isUndone && view.from.length > 0 && [heading(t(text.madeOf)), relatives(view.from)],
      view.steps.length > 1 && [
        heading(t(text.steps)),
        list(
          view.steps.map((one) =>
            [`${t(stepLabel(one))} ${when(one.at, network.zone)(visit.actor.locale)}`, one.note]
              .filter(Boolean)
              .join(': '),
          ),
        ),
      ],
      view.wordings.length > 0 &&
        unfolding(
          t(text.wordings),
          false,
          view.wordings.map((one) => [strong(one.title), paragraph(one.text)]),
        ),
      (view.comments.length > 0 || view.can.comment) && heading(t(text.comments)),
      view.comments.map((one) => [
        hint(
          [one.author, one.organisation, when(one.at, network.zone)(visit.actor.locale)].filter(Boolean).join(' · '),
        ),
        paragraph(one.text),
      ]),
      view.can.comment &&
        form(
          look(),
          textArea({
            ...{ name: 'text', label: t(text.comment), value: sent?.fields.get('text') ?? '' },
            wrong: wrongWith(mistakes, 'text'),
          }),
          buttons({ label: t(text.send), act: 'comment' }),
        ),
    ),
  };
}

const ideaOnlyPage: Page = {
  path: 'ideas/idea/{idea}',
  show: (asked, visit) => oneIdea(asked, visit),
  async take(sent, visit) {
    const { idea } = await visibleIdea(visit, readId(sent.params.idea ?? '', shared.unknownIdea));
    const goTo = ideaPage(idea.id);
    if (sent.fields.get(ACT) === 'comment') {
      await commentIdea(visit, idea.id, { text: sent.fields.get('text') ?? '', requestId: sent.id });
      return { goTo, said: text.commented };
    }
    const isFor = sent.fields.get(ACT) !== 'unsupport';
    await supportIdea(visit, idea.id, isFor);
    return { goTo, said: isFor ? text.supported : text.unsupported };
  },
  refused: (sent, refusal, visit) => oneIdea(sent, visit, sent, refusal),
};

export const ideaPages: readonly Page[] = [listPage, onePage, ideaOnlyPage];
