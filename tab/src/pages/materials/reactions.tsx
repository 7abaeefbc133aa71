/** “Would this work for us? How?”: the own municipality's mark, comment and notes, and what the others say. */
import { Button } from '@fluentui/react-button';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LongTextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { LinkButton } from '../../link-button.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import type { Message } from '../../text.ts';
import { useWhen } from '../../when.ts';
import {
  type MaterialView,
  type Prompt,
  type ReactionDraft,
  type ReactionStatus,
  type ReactionView,
  reactToMaterial,
} from './calls.ts';
import { useMaterialChange } from './data.ts';
import { materialText as words } from './text.ts';

const STATUSES = ['tried', 'planned', 'notForUs'] as const satisfies ReactionStatus[];
const PROMPTS: readonly { readonly prompt: Prompt; readonly asks: Message }[] = [
  { prompt: 'people', asks: words.people },
  { prompt: 'lessMotivated', asks: words.lessMotivated },
  { prompt: 'views', asks: words.views },
  { prompt: 'resources', asks: words.resources },
  { prompt: 'spaces', asks: words.spaces },
  { prompt: 'other', asks: words.otherNotes },
];

export function Reactions({ material }: { material: MaterialView }): ReactNode {
  const t = useT();
  const { own, reactions } = material;
  return (
    <section className="reactions" aria-labelledby="reactions">
      <h2 id="reactions">{t(words.wouldItWork)}</h2>
      {own ? (
        <OwnReaction material={material} own={own} />
      ) : (
        <div className="notice">
          <p>{t(words.representNobody)}</p>
          <div className="row">
            <LinkButton page="own">{t(words.toOwnDetails)}</LinkButton>
          </div>
        </div>
      )}
      <section className="others-say" aria-labelledby="others-say">
        <h3 id="others-say">{t(words.whatOthersSay)}</h3>
        {reactions.length === 0 && <p className="quiet">{t(words.nobodySaid)}</p>}
        {STATUSES.map((status) => {
          const said = reactions.filter((one) => one.status === status);
          return (
            said.length > 0 && (
              <div key={status} className="said">
                <h4>{t(words.statusCount, { status: t(words[status]), n: said.length })}</h4>
                <ul className="plain list">
                  {said.map((one) => (
                    <Said key={one.organisation} said={one} />
                  ))}
                </ul>
              </div>
            )
          );
        })}
      </section>
    </section>
  );
}

function Said({ said: { name, comment, at, contacts } }: { said: ReactionView }): ReactNode {
  const t = useT();
  const { day } = useWhen();
  return (
    <li className="said-line">
      <p className="facts">
        <span className="bold">{name}</span>
        <span className="quiet">{day(at)}</span>
      </p>
      {comment && <p className="prose">{comment}</p>}
      {contacts.length > 0 && (
        <details>
          <summary>{t(words.askWhom)}</summary>
          <ul className="plain contacts">
            {contacts.map((one) => (
              <li key={`${one.name} ${one.email ?? one.phone ?? ''}`}>
                <p>
                  <span className="bold">{one.name}</span>
                  {one.title && <span className="quiet">, {one.title}</span>}
                </p>
                <p className="reach facts">
                  {one.phone && (
                    <a
                      href={`tel:${one.phone.replace(/[^+\d]/g, '')}`}
                      aria-label={t(words.callTo, { name: one.name, phone: one.phone })}
                    >
                      <CallRegular className="icon" />
                      {one.phone}
                    </a>
                  )}
                  {one.email && (
                    <a href={`mailto:${one.email}`} aria-label={t(words.mailTo, { name: one.name, email: one.email })}>
                      <MailRegular className="icon" />
                      {one.email}
                    </a>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

type Own = NonNullable<MaterialView['own']>;

function OwnReaction({ material, own }: { material: MaterialView; own: Own }): ReactNode {
  const t = useT();
  const say = useSay();
  const [draft, setDraft] = useState<ReactionDraft>(own.draft);
  // What a colleague saved meanwhile shows unless something is being typed here.
  const base = useRef(own.draft);
  useEffect(() => {
    if (JSON.stringify(base.current) === JSON.stringify(own.draft)) return;
    const last = JSON.stringify(base.current);
    base.current = own.draft;
    setDraft((now) => (JSON.stringify(now) === last ? own.draft : now));
  }, [own.draft]);
  const said = useRef(words.saved as Message);
  const save = useMaterialChange(reactToMaterial, (now) => {
    if (now.own) setDraft(now.own.draft);
    say(t(said.current));
  });
  const send = (body: ReactionDraft, words_: Message): void => {
    said.current = words_;
    save.mutate({ params: { material: material.id }, body });
  };
  const hasNotes = Object.values(own.draft.notes).some((one) => one);
  const setNote = (prompt: Prompt) => (note: string) =>
    setDraft((now) => ({ ...now, notes: { ...now.notes, [prompt]: note } }));
  return (
    <div className="own-reaction">
      <Form
        label={t(words.markFor, { name: own.name })}
        onSubmit={() => send(draft, words.saved)}
        error={save.error}
        does={t(words.save)}
        isBusy={save.isPending}
        more={
          own.draft.status !== '' && (
            <Button
              disabledFocusable={save.isPending}
              onClick={() => send({ ...draft, status: '', comment: '' }, words.takenBack)}
            >
              {t(words.takeBack)}
            </Button>
          )
        }
      >
        <fieldset className="marks">
          <legend>{t(words.markFor, { name: own.name })}</legend>
          <div className="marks-row">
            {STATUSES.map((status) => (
              <label key={status} className="choice">
                <input
                  type="radio"
                  name="status"
                  value={status}
                  checked={draft.status === status}
                  onChange={() => setDraft((now) => ({ ...now, status }))}
                />
                {t(words[status])}
              </label>
            ))}
          </div>
          {own.by && <p className="quiet small">{t(words.markedBy, { name: own.by })}</p>}
        </fieldset>
        {draft.status !== '' && (
          <LongTextField
            name="comment"
            label={t(words.comment)}
            hint={t(words.commentHint)}
            isOptional
            value={draft.comment}
            onChange={(comment) => setDraft((now) => ({ ...now, comment }))}
          />
        )}
        <details className="own-notes" open={hasNotes || undefined}>
          <summary>{t(words.ownNotes)}</summary>
          <div className="fields">
            <p className="quiet small">{t(words.ownNotesWhy, { name: own.name })}</p>
            {PROMPTS.map(({ prompt, asks }) => (
              <LongTextField
                key={prompt}
                name={`notes.${prompt}`}
                label={t(asks)}
                isOptional
                rows={2}
                value={draft.notes[prompt] ?? ''}
                onChange={setNote(prompt)}
              />
            ))}
          </div>
        </details>
      </Form>
    </div>
  );
}
