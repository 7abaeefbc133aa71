/** Changing an item: its words and files, new versions of them, and sending in what was a draft. */
import { Button } from '@fluentui/react-button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { getMaterial } from './calls.ts';
import { useMaterialChange } from './data.ts';
import {
  changeMaterial,
  getMaterialDraft,
  type MaterialDraft,
  type MaterialView,
  removeMaterial,
} from './desk-calls.ts';
import { formOf, type MaterialForm } from './form-draft.ts';
import { FormFrame } from './form-frame.tsx';
import { formText as words } from './form-text.ts';
import { LIST_PAGE, materialPage } from './place.ts';
import { useFileList } from './upload-store.ts';

export function EditMaterial({ id }: { id: string }): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  /** As it was when the page was opened: what others change meanwhile doesn't take away what is being typed. */
  const found = useQuery({
    queryKey: [person, network.id, 'material-draft', id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const params = { material: id };
      const [{ draft }, material] = await Promise.all([
        api.send(getMaterialDraft, { params }, signal),
        api.send(getMaterial, { params }, signal),
      ]);
      return { draft, material };
    },
  });
  if (found.isError) return <Failure isPage error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      {found.data && <BackLink page={materialPage(id)}>{found.data.material.title}</BackLink>}
      <Heading>{t(words.editTitle)}</Heading>
      {found.isPending ? <Skeleton /> : <Edit {...found.data} />}
    </>
  );
}

interface Kept {
  /** The item as it was when one began to change it: what is kept of another one means nothing. */
  readonly base: string;
  readonly form: MaterialForm;
}

function Edit({ material, draft }: { material: MaterialView; draft: MaterialDraft }): ReactNode {
  const t = useT();
  const say = useSay();
  const { network, person } = useSession();
  const { id, state } = material;
  const key = `verkostobotti.material.${network.id}.${person}.${id}`;
  const base = JSON.stringify(draft);
  const fresh = (): Kept => ({ base, form: formOf(draft) });
  const [kept, setKept, forget] = useKeptForm<Kept>(key, fresh, (one) => (one.base === base ? one : fresh()));
  const has = useMemo(
    () =>
      draft.files.flatMap(({ id: file = '' }) => {
        const one = material.files.find((each) => each.id === file);
        return file ? [{ key: file, id: file, has: { name: one?.name ?? file, size: one?.size ?? 0 } }] : [];
      }),
    [draft, material],
  );
  const { list, files } = useFileList(key, has);
  const { asked, ask, way, round } = useAsked<'remove'>();
  const end = (saying: string, page: string): void => {
    forget();
    list.clear(true);
    say(saying);
    replaceWith(page);
  };
  const change = useMaterialChange(changeMaterial, (now) => {
    const saying =
      state === 'published' || now.state === state
        ? words.changesSaved
        : now.state === 'published'
          ? words.published
          : words.proposed;
    end(t(now.state === 'draft' ? words.draftSaved : saying), materialPage(id));
  });
  const remove = useSend(removeMaterial, {
    stale: ['materials', 'collections', 'material-desk', 'material-terms'],
    onDone: () => end(t(words.removed), LIST_PAGE),
  });
  const isChanged = JSON.stringify(kept.form) !== JSON.stringify(formOf(draft)) || files.rows.some(({ next }) => next);
  return (
    <>
      <FormFrame
        form={kept.form}
        onChange={(form) => {
          change.reset();
          setKept({ base, form });
        }}
        list={list}
        files={files}
        error={change.error}
        isBusy={change.isPending}
        usual="send"
        onSend={(now, how) =>
          change.mutate({
            params: { material: id },
            body: { draft: now, intent: how === 'draft' ? 'draft' : 'send' },
          })
        }
      >
        {({ send, isBusy, choices }) => {
          const isProposed = choices?.becomes === 'proposed';
          const sends =
            state === 'published' || (state === 'proposed' && isProposed)
              ? words.save
              : state === 'proposed'
                ? words.saveAndPublish
                : isProposed
                  ? words.propose
                  : words.publish;
          return (
            <div className="stack tight">
              <div className="row">
                <Button type="submit" appearance="primary" size="large" disabledFocusable={isBusy}>
                  {t(sends)}
                </Button>
                {state === 'draft' && (
                  <Button size="large" disabledFocusable={isBusy} onClick={() => send('draft')}>
                    {t(words.saveDraft)}
                  </Button>
                )}
                {isChanged && (
                  <Button
                    appearance="subtle"
                    size="large"
                    onClick={() => {
                      change.reset();
                      list.clear(false);
                      setKept(fresh());
                    }}
                  >
                    {t(words.discard)}
                  </Button>
                )}
                <Button appearance="subtle" size="large" onClick={() => ask('remove')}>
                  {t(words.remove)}
                </Button>
              </div>
              <p className="quiet small">
                {t(
                  state === 'published'
                    ? words.staysPublished
                    : isProposed
                      ? words.becomesProposed
                      : words.becomesPublished,
                )}
              </p>
            </div>
          );
        }}
      </FormFrame>
      {asked && (
        <Ask
          key={round}
          title={t(words.removeTitle, { title: material.title })}
          does={t(words.remove)}
          onDo={() => remove.mutate({ params: { material: id } })}
          {...way}
          isBusy={remove.isPending}
          error={remove.error}
        >
          <p>{t(words.removeWhy)}</p>
        </Ask>
      )}
    </>
  );
}
