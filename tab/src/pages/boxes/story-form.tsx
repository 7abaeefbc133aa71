/** The form of a story, with its picture: a new one, or one's own while it is not opened. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { useAttempt } from '../../attempt.ts';
import { CheckField, LongTextField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { type ChosenPicture, PictureField, pictureSent } from '../../picture-field.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { type BoxView, changeStory, leaveStory, type OwnStory } from './calls.ts';
import { useBoxChange } from './data.ts';
import { boxText as words } from './text.ts';

interface Draft {
  readonly text: string;
  readonly name: string;
  readonly showsOrganisation: boolean;
  readonly picture?: ChosenPicture | undefined;
}
const EMPTY: Draft = { text: '', name: '', showsOrganisation: false };

const sentOf = ({ picture, ...draft }: Draft) => {
  const sent = pictureSent(picture);
  return { ...draft, ...(sent ? { picture: sent } : {}) };
};

export function LeaveStory({ box }: { box: BoxView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const key = `verkostobotti.story.${box.id}`;
  const [draft, setDraft, forget] = useKeptForm<Draft>(
    key,
    () => EMPTY,
    (kept) => ({ ...EMPTY, ...kept }),
  );
  const send = useBoxChange(leaveStory, ({ own }) => {
    attempt.done();
    setDraft({ ...EMPTY, name: draft.name, showsOrganisation: draft.showsOrganisation });
    forget();
    say(t(own[0]?.state === 'waiting' ? words.wasSent : words.wasPutIn));
  });
  return (
    <section aria-labelledby="leave-story">
      <h2 id="leave-story">{t(words.leave)}</h2>
      <p className="quiet">{t(box.checksMembers ? words.leaveChecked : words.leaveHow)}</p>
      <Form
        does={t(words.putIn)}
        onSubmit={() =>
          send.mutate({ params: { box: box.id }, body: { draft: sentOf(draft), requestId: attempt.idFor(draft) } })
        }
        error={send.error}
        isBusy={send.isPending}
      >
        <Fields box={box} draft={draft} setDraft={setDraft} />
      </Form>
    </section>
  );
}

export function ChangeStory({ box, story, onEnd }: { box: BoxView; story: OwnStory; onEnd: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, replace } = useDraft<Draft>({
    ...{ text: story.text, name: story.name ?? '', showsOrganisation: story.showsOrganisation },
    ...(story.picture ? { picture: story.picture } : {}),
  });
  const send = useBoxChange(changeStory, () => {
    say(t(words.saved));
    onEnd();
  });
  return (
    <Form
      does={t(words.save)}
      label={t(words.change)}
      onSubmit={() => send.mutate({ params: { box: box.id, story: story.id }, body: { draft: sentOf(draft) } })}
      error={send.error}
      isBusy={send.isPending}
      more={<Button onClick={onEnd}>{t(text.cancel)}</Button>}
    >
      <Fields box={box} draft={draft} setDraft={replace} />
    </Form>
  );
}

function Fields({ box, draft, setDraft }: { box: BoxView; draft: Draft; setDraft: (draft: Draft) => void }): ReactNode {
  const t = useT();
  return (
    <>
      <LongTextField
        name="text"
        label={t(words.story)}
        rows={6}
        isRequired
        value={draft.text}
        onChange={(now) => setDraft({ ...draft, text: now })}
      />
      <PictureField
        name="picture"
        isOptional
        value={draft.picture}
        onChange={(picture) => setDraft({ ...draft, picture })}
      />
      <TextField
        name="name"
        label={t(words.name)}
        hint={t(words.nameHint)}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
      />
      {box.yourOrganisation !== undefined && (
        <CheckField
          name="showsOrganisation"
          label={t(words.showOrganisation, { organisation: box.yourOrganisation })}
          isOn={draft.showsOrganisation}
          onChange={(showsOrganisation) => setDraft({ ...draft, showsOrganisation })}
        />
      )}
    </>
  );
}
