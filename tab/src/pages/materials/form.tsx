/** A new item: published at once, sent to the coordinators, or kept as a draft. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { useMaterialChange } from './data.ts';
import { addMaterial, type MaterialDraft } from './desk-calls.ts';
import { emptyMaterial, isUntouched, type MaterialForm } from './form-draft.ts';
import { FormFrame } from './form-frame.tsx';
import { formText as words } from './form-text.ts';
import { LIST_PAGE, materialPage } from './place.ts';
import { useFileList } from './upload-store.ts';

const NO_FILES = [] as const;

export function NewMaterial(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { network, person } = useSession();
  const key = `verkostobotti.newMaterial.${network.id}.${person}`;
  const [form, setForm, forget] = useKeptForm<MaterialForm>(key, emptyMaterial, (kept) => ({
    ...emptyMaterial(),
    ...kept,
  }));
  const { list, files } = useFileList(key, NO_FILES);
  const { asked, ask, way, round } = useAsked<'clear'>();
  const add = useMaterialChange(addMaterial, ({ id, state }) => {
    attempt.done();
    forget();
    list.clear(true);
    say(t(state === 'draft' ? words.draftSaved : state === 'proposed' ? words.proposed : words.published));
    replaceWith(materialPage(id));
  });
  const send = (draft: MaterialDraft, intent: string): void => {
    const body = { draft, intent: intent === 'draft' ? ('draft' as const) : ('send' as const) };
    add.mutate({ body: { ...body, requestId: attempt.idFor(body) } });
  };
  return (
    <>
      <BackLink page={LIST_PAGE}>{t(text.materials)}</BackLink>
      <Heading>{t(words.newTitle)}</Heading>
      <p className="lead">{t(words.newLead)}</p>
      <FormFrame
        form={form}
        onChange={(next) => {
          add.reset();
          setForm(next);
        }}
        list={list}
        files={files}
        error={add.error}
        isBusy={add.isPending}
        usual="send"
        onSend={send}
      >
        {({ send: press, isBusy, choices }) => (
          <div className="stack tight">
            <div className="row">
              <Button type="submit" appearance="primary" size="large" disabledFocusable={isBusy}>
                {t(choices?.becomes === 'proposed' ? words.propose : words.publish)}
              </Button>
              <Button size="large" disabledFocusable={isBusy} onClick={() => press('draft')}>
                {t(words.saveDraft)}
              </Button>
              {!isUntouched(form, files) && (
                <Button appearance="subtle" size="large" onClick={() => ask('clear')}>
                  {t(words.clear)}
                </Button>
              )}
            </div>
            <p className="quiet small">
              {choices && t(choices.becomes === 'proposed' ? words.becomesProposed : words.becomesPublished)}
            </p>
          </div>
        )}
      </FormFrame>
      {asked && (
        <Ask
          key={round}
          title={t(words.clearTitle)}
          does={t(words.clear)}
          onDo={() => {
            way.onEnd();
            add.reset();
            list.clear(false);
            setForm(emptyMaterial());
          }}
          {...way}
          isBusy={false}
          error={null}
        >
          <p>{t(words.clearWhy)}</p>
        </Ask>
      )}
    </>
  );
}
