/** One answer in words, with what the coordinator says of it. */
import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useSend } from '../../data.ts';
import { CheckField, LongTextField, SelectField } from '../../fields.tsx';
import { WithProblems } from '../../form.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { changeText, type TextView } from './calls.ts';
import { surveyDeskText as words } from './desk-text.ts';

export type WishStatus = NonNullable<TextView['wish']>['status'];
export const STATUSES: readonly { readonly status: WishStatus; readonly name: Message }[] = [
  { status: 'new', name: words.wishNew },
  { status: 'underWay', name: words.wishUnderWay },
  { status: 'done', name: words.wishDone },
  { status: 'notNow', name: words.wishNotNow },
];

/** What a change makes stale. */
const STALE = ['survey-texts', 'survey', 'wishes', 'new-wishes'];
/** The server's own limit. */
const MOST_TAGS = 10;

export function TextCard({
  survey,
  of,
  tags,
}: {
  survey: string;
  of: TextView;
  /** To be suggested. */
  tags: readonly string[];
}): ReactNode {
  const t = useT();
  const say = useSay();
  const change = useSend(changeText, { stale: STALE, onDone: () => say(t(words.saved)) });
  const params = { survey, text: of.id };
  return (
    <article className={of.isHidden ? 'card survey-text is-hidden' : 'card survey-text'}>
      <blockquote className="prose">{of.text}</blockquote>
      {of.isHidden && <p className="badge">{t(words.isHidden)}</p>}
      <Themes
        of={of}
        suggested={tags}
        isBusy={change.isPending}
        onChange={(to) => change.mutate({ params, body: { tags: [...to] } })}
      />
      <div className="row survey-text-marks">
        <CheckField
          name={`quote-${of.id}`}
          label={t(words.isQuote)}
          isOn={of.isQuote}
          isFixed={of.isHidden}
          onChange={(isQuote) => !change.isPending && change.mutate({ params, body: { isQuote } })}
        />
        <CheckField
          name={`hide-${of.id}`}
          label={t(words.hides)}
          isOn={of.isHidden}
          onChange={(isHidden) => !change.isPending && change.mutate({ params, body: { isHidden } })}
        />
      </div>
      <Refused error={change.error} />
      {of.wish?.reply && <p className="prose quiet">{of.wish.reply}</p>}
      {of.wish && <WishForm survey={survey} id={of.id} status={of.wish.status} reply={of.wish.reply ?? ''} />}
    </article>
  );
}

/** Themes given by hand: those used before are suggested while one types. */
function Themes({
  of,
  suggested,
  isBusy,
  onChange,
}: {
  of: TextView;
  suggested: readonly string[];
  isBusy: boolean;
  onChange: (tags: readonly string[]) => void;
}): ReactNode {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const add = (): void => {
    const tag = typed.replace(/\s+/g, ' ').trim();
    if (tag === '' || isBusy) return;
    setTyped('');
    input.current?.focus();
    if (!of.tags.includes(tag)) onChange([...of.tags, tag]);
  };
  return (
    <div className="survey-themes">
      {of.tags.length > 0 && (
        <ul className="plain chips" aria-label={t(words.themes)}>
          {of.tags.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                aria-label={t(words.removeTheme, { tag })}
                onClick={() => {
                  if (isBusy) return;
                  input.current?.focus();
                  onChange(of.tags.filter((one) => one !== tag));
                }}
              >
                {tag}
                <DismissRegular className="icon" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {of.tags.length < MOST_TAGS && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <label htmlFor={id} className="small quiet">
            {t(words.addTheme)}
          </label>
          <div className="beside">
            <input
              id={id}
              ref={input}
              className="input"
              type="text"
              autoComplete="off"
              list={`${id}-themes`}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit" disabledFocusable={typed.trim() === '' || isBusy}>
              {t(words.add)}
            </Button>
          </div>
          <datalist id={`${id}-themes`}>
            {suggested
              .filter((tag) => !of.tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
        </form>
      )}
    </div>
  );
}

/** What became of a wish, and the words that members read of it; folded, since they stand in long lists. */
export function WishForm({
  survey,
  id,
  status: now,
  reply: said,
  onSaved,
}: {
  survey: string;
  id: string;
  status: WishStatus;
  reply: string;
  /** Where the form goes away once it is saved: takes the focus. */
  onSaved?: () => void;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const [status, setStatus] = useState(now);
  const [reply, setReply] = useState(said);
  const fold = useRef<HTMLDetailsElement>(null);
  const change = useSend(changeText, {
    stale: STALE,
    onDone: () => {
      say(t(words.saved));
      if (fold.current) fold.current.open = false;
      if (onSaved) onSaved();
      else fold.current?.querySelector('summary')?.focus();
    },
  });
  const isChanged = status !== now || reply !== said;
  const standing = STATUSES.find((one) => one.status === now)?.name ?? words.wishNew;
  return (
    <details ref={fold} className="survey-wish">
      <summary>
        {t(words.wishStatus)}: {t(standing)}
      </summary>
      <form
        noValidate
        className="fields"
        aria-label={t(words.wishTitle)}
        onSubmit={(event) => {
          event.preventDefault();
          if (!change.isPending) change.mutate({ params: { survey, text: id }, body: { wish: { status, reply } } });
        }}
      >
        <WithProblems error={change.error}>
          <SelectField<WishStatus>
            name="status"
            label={t(words.wishStatus)}
            value={status}
            choices={STATUSES.map((one) => ({ value: one.status, label: t(one.name) }))}
            onChange={setStatus}
          />
          <LongTextField
            name="reply"
            label={t(words.wishReply)}
            hint={t(words.wishReplyHint)}
            isOptional
            rows={2}
            value={reply}
            onChange={setReply}
          />
        </WithProblems>
        {(change.error?.fields.length ?? 0) === 0 && <Refused error={change.error} />}
        <div className="row">
          <Button type="submit" disabledFocusable={!isChanged || change.isPending}>
            {t(text.save)}
          </Button>
        </div>
      </form>
    </details>
  );
}
