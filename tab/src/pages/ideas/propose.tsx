/** Proposing an idea by the call's rules, with similar ones while one types; and wording one's own anew. */
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { LongTextField, ManyField, SelectField, TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { useSettled } from '../../organisation-picker.tsx';
import { type ChosenPicture, PictureField, pictureSent } from '../../picture-field.tsx';
import { onLink, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import {
  type CollectionView,
  changeIdea,
  getIdeaDraft,
  type IdeaDraft,
  type IdeaView,
  proposeIdea,
  similarIdeas,
} from './calls.ts';
import { IDEAS, useCollection, useIdea, useIdeaChange } from './data.ts';
import { ideaText as words } from './text.ts';
import { collectionPage, euros, ideaPage, PROPOSE, STATES } from './words.ts';

/** What the form holds: the picture with its address beside what is sent of it. */
interface Typed extends Omit<IdeaDraft, 'picture'> {
  readonly picture?: ChosenPicture | undefined;
}
const newIdea = (): Typed => ({ title: '', text: '', cost: '', targetGroup: '', promises: [] });
const draftOf = ({ picture, ...typed }: Typed): IdeaDraft => ({ ...typed, picture: pictureSent(picture) ?? null });

export function Propose({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useCollection(id);
  const { data: of } = found;
  return (
    <>
      <BackLink page={collectionPage(id)}>{of?.title ?? t(words.ideas)}</BackLink>
      {found.isPending && <Skeleton />}
      {found.isError && !of && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {of && <Heading>{t(PROPOSE[of.type])}</Heading>}
      {of && (of.mayPropose ? <NewIdea of={of} /> : <p className="lead">{t(words.mayNot)}</p>)}
    </>
  );
}

function NewIdea({ of }: { of: CollectionView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [typed, setTyped, forget] = useKeptForm(`verkostobotti.idea.${of.id}`, newIdea, (kept) => ({
    ...newIdea(),
    ...kept,
  }));
  const send = useIdeaChange(proposeIdea, (idea) => {
    attempt.done();
    forget();
    say(t(words.sent));
    replaceWith(ideaPage(idea.id));
  });
  const draft = draftOf(typed);
  return (
    <>
      <p className="lead after">{t(of.hidesAuthors || of.type === 'pictures' ? words.visibleLater : words.visible)}</p>
      <Form
        label={t(PROPOSE[of.type])}
        does={t(words.send)}
        isBusy={send.isPending}
        error={send.error}
        onSubmit={() =>
          send.mutate({ params: { collection: of.id }, body: { draft, requestId: attempt.idFor(draft) } })
        }
      >
        <IdeaFields
          of={of}
          typed={typed}
          onChange={setTyped}
          similar={<Similar title={typed.title} collection={of.id} />}
        />
      </Form>
    </>
  );
}

export function ChangeIdea({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useIdea(id);
  const { data: idea } = found;
  const draft = useRead(`${IDEAS}-draft`, getIdeaDraft, { params: { idea: id } });
  const collection = useCollectionOf(idea);
  return (
    <>
      <BackLink page={ideaPage(id)}>{idea?.title ?? t(words.ideas)}</BackLink>
      <Heading>{t(words.changeIdea)}</Heading>
      {(found.isPending || draft.isPending) && <Skeleton />}
      {found.isError && !idea && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {draft.isError && !draft.data && <Failure error={draft.error} onRetry={() => void draft.refetch()} />}
      {idea && draft.data && collection.data && <Change idea={idea} of={collection.data} draft={draft.data.draft} />}
    </>
  );
}

const useCollectionOf = (idea: IdeaView | undefined) => useCollection(idea?.collection ?? '');

function Change({ idea, of, draft }: { idea: IdeaView; of: CollectionView; draft: IdeaDraft }): ReactNode {
  const t = useT();
  const say = useSay();
  const { picture: _, ...kept } = draft;
  const [typed, setTyped] = useState<Typed>({ ...kept, ...(idea.picture ? { picture: idea.picture } : {}) });
  const save = useIdeaChange(changeIdea, () => {
    say(t(words.saved));
    replaceWith(ideaPage(idea.id));
  });
  return (
    <Form
      label={t(words.changeIdea)}
      does={t(text.save)}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ params: { idea: idea.id }, body: { draft: draftOf(typed) } })}
    >
      <IdeaFields of={of} typed={typed} onChange={setTyped} />
    </Form>
  );
}

function IdeaFields({
  of: { type, conditions },
  typed,
  onChange,
  similar,
}: {
  of: CollectionView;
  typed: Typed;
  onChange: (typed: Typed) => void;
  similar?: ReactNode;
}): ReactNode {
  const t = useT();
  const { mostCost, needsCost, needsPicture, targetGroups, promises } = conditions;
  const set = (changes: Partial<Typed>): void => onChange({ ...typed, ...changes });
  const title = { ideas: words.title, topics: words.titleTopic, pictures: words.titlePicture }[type];
  const picture = (
    <PictureField
      name="picture"
      isRequired={needsPicture}
      isOptional={!needsPicture}
      value={typed.picture}
      onChange={(chosen) => set({ picture: chosen })}
    />
  );
  return (
    <>
      {type === 'pictures' && picture}
      <TextField name="title" label={t(title)} isRequired value={typed.title} onChange={(now) => set({ title: now })} />
      {similar}
      <LongTextField
        name="text"
        label={t(words.text)}
        hint={t(words.textHint)}
        isOptional
        rows={6}
        value={typed.text}
        onChange={(now) => set({ text: now })}
      />
      {(type === 'ideas' || needsCost || mostCost !== undefined) && (
        <TextField
          name="cost"
          label={t(words.cost)}
          hint={mostCost === undefined ? t(words.costHint) : t(words.costMost, { cost: euros(mostCost, t) })}
          isRequired={needsCost}
          isOptional={!needsCost}
          inputMode="decimal"
          value={typed.cost}
          onChange={(now) => set({ cost: now })}
        />
      )}
      {targetGroups.length > 0 && (
        <SelectField
          name="targetGroup"
          label={t(words.targetGroup)}
          isRequired
          value={typed.targetGroup}
          onChange={(now) => set({ targetGroup: now })}
          choices={[{ value: '', label: t(words.choose) }, ...targetGroups.map((one) => ({ value: one, label: one }))]}
        />
      )}
      {promises.length > 0 && (
        <ManyField
          name="promises"
          label={t(words.promises)}
          values={typed.promises}
          choices={promises.map((one) => ({ value: one, label: one }))}
          onChange={(now) => set({ promises: now })}
        />
      )}
      {type === 'ideas' && picture}
    </>
  );
}

/** Ideas near the words that are being typed; what one would propose may be here already. */
const FEWEST_LETTERS = 4;
const PAUSE = 400;

function Similar({ title, collection }: { title: string; collection: string }): ReactNode {
  const t = useT();
  const settled = useSettled(title.trim(), PAUSE);
  const found = useRead(`${IDEAS}-similar`, similarIdeas, {
    params: { words: settled.slice(0, 300), collection },
    isWanted: settled.length >= FEWEST_LETTERS,
  });
  const ideas = settled.length >= FEWEST_LETTERS ? (found.data?.ideas ?? []) : [];
  return (
    <div role="status" className="similar">
      {ideas.length > 0 && (
        <div className="notice">
          <p className="bold">{t(words.similar)}</p>
          <p className="quiet small">{t(words.similarWhy)}</p>
          <ul>
            {ideas.map(({ id, title: name, state }) => (
              <li key={id}>
                <a {...onLink(ideaPage(id))}>{name}</a>
                {state !== 'proposed' && <span className="quiet"> ({t(STATES[state]).toLowerCase()})</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
