/** The form of a box: a new one, or another wording or schedule of one that there is. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { CheckField, DateField, LongTextField, SelectField, TextField, TimeField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm } from '../../kept-form.ts';
import { goTo, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { Segments } from '../../segments.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { type BoxDraft, type BoxView, createBox, editBox } from './calls.ts';
import { useBox, useBoxChange } from './data.ts';
import { boxPage } from './lines.tsx';
import { boxText as words } from './text.ts';

const EMPTY: BoxDraft = {
  ...{ title: '', intro: '', opens: 'weekly', weekday: '5', time: '12:00', opensOn: '', checksMembers: false },
};

export function NewBox(): ReactNode {
  const t = useT();
  const say = useSay();
  const { network } = useSession();
  const attempt = useAttempt();
  const [draft, setDraft, forget] = useKeptForm<BoxDraft>(
    `verkostobotti.box.${network.id}`,
    () => EMPTY,
    (kept) => ({ ...EMPTY, ...kept }),
  );
  const send = useBoxChange(createBox, ({ id }) => {
    attempt.done();
    forget();
    say(t(words.publishedBox));
    replaceWith(boxPage(id));
  });
  return (
    <>
      <BackLink page="boxes">{t(words.title)}</BackLink>
      <Heading>{t(words.newBox)}</Heading>
      <Form
        does={t(words.publishBox)}
        onSubmit={() => send.mutate({ body: { draft, requestId: attempt.idFor(draft) } })}
        error={send.error}
        isBusy={send.isPending}
      >
        <Fields draft={draft} setDraft={setDraft} />
      </Form>
    </>
  );
}

export function EditBox({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useBox(id);
  const box = found.data?.pages[0];
  return (
    <>
      <BackLink page={boxPage(id)}>{box?.title ?? t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !box && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {box && (box.desk ? <Edit box={box} before={box.desk.draft} /> : <NotThere />)}
    </>
  );
}

function Edit({ box, before }: { box: BoxView; before: BoxDraft }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, replace } = useDraft<BoxDraft>(before);
  const send = useBoxChange(editBox, () => {
    say(t(words.saved));
    goTo(boxPage(box.id));
  });
  return (
    <>
      <Heading>{t(words.edit)}</Heading>
      <Form
        does={t(words.save)}
        onSubmit={() => send.mutate({ params: { box: box.id }, body: { draft } })}
        error={send.error}
        isBusy={send.isPending}
        more={<Button onClick={() => goTo(boxPage(box.id))}>{t(text.cancel)}</Button>}
      >
        <Fields draft={draft} setDraft={replace} />
      </Form>
    </>
  );
}

/** Monday to Sunday in the reader's language; the first of June 2026 is a Monday. */
const weekdays = (tag: string) =>
  Array.from({ length: 7 }, (_, at) => ({
    value: String(at + 1),
    label: new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 5, at + 1)),
  }));

function Fields({ draft, setDraft }: { draft: BoxDraft; setDraft: (draft: BoxDraft) => void }): ReactNode {
  const t = useT();
  const of = (field: 'title' | 'intro' | 'weekday' | 'time' | 'opensOn') => ({
    name: field,
    value: draft[field],
    onChange: (value: string) => setDraft({ ...draft, [field]: value }),
  });
  const isWeekly = draft.opens !== 'once';
  return (
    <>
      <TextField {...of('title')} label={t(words.fieldTitle)} isRequired />
      <LongTextField {...of('intro')} label={t(words.fieldIntro)} hint={t(words.fieldIntroHint)} rows={4} isOptional />
      <Segments
        name="opens"
        legend={t(words.whenOpened)}
        value={isWeekly ? 'weekly' : 'once'}
        choices={[
          { value: 'weekly', label: t(words.weekly) },
          { value: 'once', label: t(words.once) },
        ]}
        onChange={(opens) => setDraft({ ...draft, opens })}
      />
      <div className="box-when">
        {isWeekly ? (
          <SelectField {...of('weekday')} label={t(words.weekday)} choices={weekdays(t.tag)} />
        ) : (
          <DateField {...of('opensOn')} label={t(words.day)} isRequired />
        )}
        <TimeField {...of('time')} label={t(words.time)} isRequired />
      </div>
      <CheckField
        name="checksMembers"
        label={t(words.checksMembers)}
        hint={t(words.checksMembersHint)}
        isOn={draft.checksMembers}
        onChange={(checksMembers) => setDraft({ ...draft, checksMembers })}
      />
    </>
  );
}
