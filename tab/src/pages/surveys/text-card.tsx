/** One answer in words, with what the coordinator says of it. */
import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
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
  /** As it will be once it is kept: a tick shows at once. */
  const [shown, setShown] = useState(of);
  useEffect(() => setShown(of), [of]);
  const change = useSend(changeText, {
    stale: STALE,
    onDone: (kept) => {
      setShown(kept);
      say(t(words.saved));
    },
  });
  const mark = (body: Partial<Pick<TextView, 'tags' | 'isQuote' | 'isHidden'>>): void => {
    if (change.isPending) return;
    setShown({ ...shown, ...body });
    change.mutate({ params: { survey, text: of.id }, body }, { onError: () => setShown(of) });
  };
  const { tags: given, isQuote, isHidden, wish } = shown;
  return (
    <article className={isHidden ? 'card survey-text is-hidden' : 'card survey-text'}>
      <blockquote className="prose">{of.text}</blockquote>
      {isHidden && <p className="badge">{t(words.isHidden)}</p>}
      <Themes given={given} suggested={tags} isBusy={change.isPending} onChange={(to) => mark({ tags: [...to] })} />
      <div className="row survey-text-marks">
        <CheckField
          name={`quote-${of.id}`}
          label={t(words.isQuote)}
          isOn={isQuote && !isHidden}
          isFixed={isHidden}
          onChange={(is) => mark({ isQuote: is })}
        />
        <CheckField
          name={`hide-${of.id}`}
          label={t(words.hides)}
          isOn={isHidden}
          onChange={(is) => mark({ isHidden: is })}
        />
      </div>
      <Refused error={change.error} />
      {wish?.reply && <p className="prose quiet">{wish.reply}</p>}
      {wish && <WishForm survey={survey} id={of.id} status={wish.status} reply={wish.reply ?? ''} />}
    </article>
  );
}

/** Themes given by hand: those used before are suggested while one types. */
function Themes({
  given,
  suggested,
  isBusy,
  onChange,
}: {
  given: readonly string[];
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
    if (!given.includes(tag)) onChange([...given, tag]);
  };
  return (
    <div className="survey-themes">
      {given.length > 0 && (
        <ul className="plain chips" aria-label={t(words.themes)}>
          {given.map((tag) => (
            <li key={tag}>
              <button
                type="button"
                aria-label={t(words.removeTheme, { tag })}
                onClick={() => {
                  if (isBusy) return;
                  input.current?.focus();
                  onChange(given.filter((one) => one !== tag));
                }}
              >
                {tag}
                <DismissRegular className="icon" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {given.length < MOST_TAGS && (
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
              .filter((tag) => !given.includes(tag))
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
