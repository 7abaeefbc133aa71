/** The form of a call for ideas, new or as it is, and beside it the very card that will be posted. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { useRead } from '../../data.ts';
import { CheckField, DateField, LongTextField, OneField, SelectField, TextField, TimeField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm, usePreview } from '../../kept-form.ts';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { CardPreview } from '../card-preview.tsx';
import {
  addCollection,
  type CollectionDraft,
  changeCollection,
  getCollectionDraft,
  ideaChoices,
  previewCollection,
} from './calls.ts';
import { IDEAS, useCollection, useIdeaChange } from './data.ts';
import { ideaDeskText as words } from './desk-text.ts';
import { ideaText } from './text.ts';
import { asLines, collectionPage, linesOf } from './words.ts';

const newCall = (): CollectionDraft => ({
  ...{ type: 'ideas', title: '', description: '', purpose: '', opensOn: '', opensAtTime: '', closesOn: '' },
  ...{ closesAtTime: '', mostCost: '', targetGroups: [], promises: [], needsPicture: false, needsCost: false },
  ...{ whoProposes: 'members', jury: '', themes: [] },
});

export function NewCollection(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { network } = useSession();
  const [draft, setDraft, forget] = useKeptForm(`verkostobotti.ideas.${network.id}`, newCall, (kept) => ({
    ...newCall(),
    ...kept,
  }));
  const add = useIdeaChange(addCollection);
  const send = (intent: 'draft' | 'publish'): void =>
    add.mutate(
      { body: { draft, intent, requestId: attempt.idFor({ draft, intent }) } },
      {
        onSuccess: ({ id }) => {
          attempt.done();
          forget();
          say(t(intent === 'publish' ? words.published : words.draftSaved));
          replaceWith(collectionPage(id));
        },
      },
    );
  return (
    <>
      <BackLink page="ideas">{t(ideaText.ideas)}</BackLink>
      <Heading>{t(words.newTitle)}</Heading>
      <p className="lead">{t(words.newLead)}</p>
      <div className="columns even">
        <Form
          label={t(words.newTitle)}
          does={t(words.publish)}
          isBusy={add.isPending}
          error={add.error}
          more={
            <Button disabledFocusable={add.isPending} onClick={() => send('draft')}>
              {t(words.saveDraft)}
            </Button>
          }
          onSubmit={() => send('publish')}
        >
          <CallFields draft={draft} onChange={setDraft} hasProblem={(add.error?.fields.length ?? 0) > 0} />
        </Form>
        <Preview draft={draft} />
      </div>
    </>
  );
}

export function EditCollection({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useCollection(id);
  const draft = useRead(`${IDEAS}-draft`, getCollectionDraft, { params: { collection: id } });
  return (
    <>
      <BackLink page={collectionPage(id)}>{found.data?.title ?? t(ideaText.ideas)}</BackLink>
      <Heading>{t(words.editTitle)}</Heading>
      {draft.isPending && <Skeleton />}
      {draft.isError && !draft.data && <Failure error={draft.error} onRetry={() => void draft.refetch()} />}
      {draft.data && <Edit id={id} draft={draft.data.draft} />}
    </>
  );
}

function Edit({ id, draft: kept }: { id: string; draft: CollectionDraft }): ReactNode {
  const t = useT();
  const say = useSay();
  const [draft, setDraft] = useState(kept);
  const save = useIdeaChange(changeCollection, () => {
    say(t(ideaText.saved));
    replaceWith(collectionPage(id));
  });
  return (
    <div className="columns even">
      <Form
        label={t(words.editTitle)}
        does={t(text.save)}
        isBusy={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate({ params: { collection: id }, body: { draft } })}
      >
        <CallFields draft={draft} onChange={setDraft} hasProblem={(save.error?.fields.length ?? 0) > 0} isOld />
      </Form>
      <Preview draft={draft} />
    </div>
  );
}

function Preview({ draft }: { draft: CollectionDraft }): ReactNode {
  const t = useT();
  const preview = usePreview(previewCollection, draft);
  return (
    <CardPreview
      card={preview.data?.card}
      isStale={preview.isPlaceholderData}
      why={t(words.previewWhy)}
      empty={t(words.previewEmpty)}
    />
  );
}

function CallFields({
  draft,
  onChange,
  hasProblem,
  isOld = false,
}: {
  draft: CollectionDraft;
  onChange: (draft: CollectionDraft) => void;
  /** What is wrong may stand among what is folded away. */
  hasProblem: boolean;
  isOld?: boolean;
}): ReactNode {
  const t = useT();
  const set = (changes: Partial<CollectionDraft>): void => onChange({ ...draft, ...changes });
  return (
    <>
      {!isOld && (
        <OneField
          name="type"
          label={t(words.type)}
          value={draft.type}
          onChange={(type) => set({ type })}
          choices={[
            { value: 'ideas', label: t(words.typeIdeas) },
            { value: 'topics', label: t(words.typeTopics) },
            { value: 'pictures', label: t(words.typePictures), hint: t(words.picturesWhat) },
          ]}
        />
      )}
      <TextField
        name="title"
        label={t(words.title)}
        isRequired
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <LongTextField
        name="description"
        label={t(words.description)}
        rows={4}
        value={draft.description}
        onChange={(description) => set({ description })}
      />
      <LongTextField
        name="purpose"
        label={t(ideaText.purpose)}
        hint={t(words.purposeHint)}
        value={draft.purpose}
        onChange={(purpose) => set({ purpose })}
      />
      <DateField
        name="closesOn"
        label={t(words.ends)}
        hint={t(words.endsHint)}
        value={draft.closesOn}
        onChange={(closesOn) => set({ closesOn, closesAtTime: closesOn ? draft.closesAtTime || '16:00' : '' })}
      />
      {draft.closesOn !== '' && (
        <TimeField
          name="closesAtTime"
          label={t(words.closesAt)}
          value={draft.closesAtTime}
          onChange={(closesAtTime) => set({ closesAtTime })}
        />
      )}
      <details className="more-settings" open={hasProblem ? true : undefined}>
        <summary>{t(words.conditions)}</summary>
        <Conditions draft={draft} set={set} />
      </details>
    </>
  );
}

function Conditions({
  draft,
  set,
}: {
  draft: CollectionDraft;
  set: (changes: Partial<CollectionDraft>) => void;
}): ReactNode {
  const t = useT();
  const choices = useRead(`${IDEAS}-choices`, ideaChoices);
  const groups = choices.data?.groups ?? [];
  return (
    <div className="fields">
      <TextField
        name="mostCost"
        label={t(words.mostCost)}
        inputMode="decimal"
        value={draft.mostCost}
        onChange={(mostCost) => set({ mostCost })}
      />
      <CheckField
        name="needsCost"
        label={t(words.needsCost)}
        isOn={draft.needsCost}
        onChange={(needsCost) => set({ needsCost })}
      />
      {draft.type === 'ideas' && (
        <CheckField
          name="needsPicture"
          label={t(words.needsPicture)}
          isOn={draft.needsPicture}
          onChange={(needsPicture) => set({ needsPicture })}
        />
      )}
      <LongTextField
        name="promises"
        label={t(words.promises)}
        hint={t(words.promisesHint)}
        value={asLines(draft.promises)}
        onChange={(typed) => set({ promises: linesOf(typed) })}
      />
      <LongTextField
        name="targetGroups"
        label={t(words.targetGroups)}
        hint={t(words.onePerLine)}
        value={asLines(draft.targetGroups)}
        onChange={(typed) => set({ targetGroups: linesOf(typed) })}
      />
      <LongTextField
        name="themes"
        label={t(words.themes)}
        hint={t(words.onePerLine)}
        value={asLines(draft.themes)}
        onChange={(typed) => set({ themes: linesOf(typed) })}
      />
      <SelectField
        name="whoProposes"
        label={t(words.whoProposes)}
        value={draft.whoProposes}
        onChange={(whoProposes) => set({ whoProposes })}
        choices={[
          { value: 'members', label: t(words.members) },
          { value: 'coordinators', label: t(words.coordinators) },
          ...groups.map(({ id, name }) => ({ value: `group:${id}`, label: t(words.group, { name }) })),
        ]}
      />
      {(groups.length > 0 || draft.jury !== '') && (
        <SelectField
          name="jury"
          label={t(words.jury)}
          hint={t(words.juryHint)}
          value={draft.jury}
          onChange={(jury) => set({ jury })}
          choices={[
            { value: '', label: t(words.noJury) },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <DateField
        name="opensOn"
        label={t(words.opensOn)}
        hint={t(words.opensHint)}
        value={draft.opensOn}
        onChange={(opensOn) => set({ opensOn, opensAtTime: opensOn ? draft.opensAtTime || '08:00' : '' })}
      />
      {draft.opensOn !== '' && (
        <TimeField
          name="opensAtTime"
          label={t(words.closesAt)}
          value={draft.opensAtTime}
          onChange={(opensAtTime) => set({ opensAtTime })}
        />
      )}
    </div>
  );
}
