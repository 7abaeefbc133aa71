/** The form of a bulletin with its card and letter beside it: a new one, a draft that is written on, or one that is corrected. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { CheckField, LongTextField, SelectField, TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useKeptForm, usePreview } from '../../kept-form.ts';
import { type ChosenPicture, PictureField, pictureSent } from '../../picture-field.tsx';
import { goTo, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { CardPreview } from '../card-preview.tsx';
import './bulletins.css';
import {
  type BulletinDraft,
  type ContentDraft,
  correctBulletin,
  countAudience,
  createBulletin,
  type DeskView,
  editBulletin,
  getChoices,
  getDeskBulletin,
  previewBulletin,
  type RecipientFilter,
} from './calls.ts';
import { DESK_PAGE, deskPage } from './place.ts';
import { bulletinText as words } from './text.ts';

/** What a form holds: the draft, and its picture with the address that shows it. */
interface Kept {
  readonly draft: Omit<BulletinDraft, 'picture'>;
  readonly picture?: ChosenPicture | undefined;
}

export interface KeptContent {
  readonly draft: Omit<ContentDraft, 'picture'>;
  readonly picture?: ChosenPicture | undefined;
}

export const NO_CONTENT: Omit<ContentDraft, 'picture'> = { title: '', text: '', linkUrl: '', linkLabel: '' };
const EMPTY: Kept['draft'] = { ...NO_CONTENT, toChannel: true, mailTo: 'none', filter: {}, isPublic: false };

/** What is sent of what a form holds. */
export function sentOf<T extends object>({
  draft,
  picture,
}: {
  readonly draft: T;
  readonly picture?: ChosenPicture | undefined;
}): T & { picture?: { id: string; alt: string } } {
  const sent = pictureSent(picture);
  return { ...draft, ...(sent ? { picture: sent } : {}) };
}

export function NewBulletin(): ReactNode {
  const t = useT();
  const say = useSay();
  const { network } = useSession();
  const attempt = useAttempt();
  const [kept, setKept, forget] = useKeptForm<Kept>(
    `verkostobotti.bulletin.${network.id}`,
    () => ({ draft: EMPTY }),
    (before) => ({ ...before, draft: { ...EMPTY, ...before.draft } }),
  );
  const send = useSend(createBulletin, {
    stale: ['bulletins', 'bulletin-desk'],
    onDone: ({ id }) => {
      attempt.done();
      forget();
      say(t(words.saved));
      replaceWith(deskPage(id));
    },
  });
  const draft = sentOf(kept);
  return (
    <>
      <BackLink page={DESK_PAGE}>{t(words.title)}</BackLink>
      <Heading>{t(words.newOne)}</Heading>
      <div className="columns even">
        <Form
          does={t(words.saveDraft)}
          onSubmit={() => send.mutate({ body: { draft, requestId: attempt.idFor(draft) } })}
          error={send.error}
          isBusy={send.isPending}
        >
          <ContentFields
            kept={kept}
            setKept={(now) => setKept({ ...kept, ...now, draft: { ...kept.draft, ...now.draft } })}
          />
          <WhereTo draft={kept.draft} setDraft={(now) => setKept({ ...kept, draft: now })} />
        </Form>
        <Preview draft={draft} />
      </div>
    </>
  );
}

/** A draft that is written on; of one that has gone the correction. */
export function EditBulletin({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useRead('bulletin-desk', getDeskBulletin, { params: { bulletin: id } });
  return (
    <>
      <BackLink page={deskPage(id)}>{found.data?.title ?? t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !found.data && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Edit of={found.data} />}
    </>
  );
}

/** As it was when the page was opened: what others change meanwhile doesn't take away what is being written. */
function Edit({ of }: { of: DeskView }): ReactNode {
  const [opened] = useState(of);
  const hasGone = opened.state === 'sending' || opened.state === 'sent';
  if (opened.series) return <NotThere />;
  return hasGone ? <Correction of={opened} /> : <Draft of={opened} />;
}

export function keptOf({ draft: { picture: _, ...draft }, view: { picture } }: DeskView): Kept {
  return { draft, ...(picture ? { picture } : {}) };
}

function Draft({ of }: { of: DeskView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [kept, setKept] = useState(() => keptOf(of));
  const send = useSend(editBulletin, {
    stale: ['bulletins', 'bulletin-desk'],
    onDone: ({ id }) => {
      say(t(words.saved));
      goTo(deskPage(id));
    },
  });
  const draft = sentOf(kept);
  return (
    <>
      <Heading>{t(words.editTitle)}</Heading>
      <div className="columns even">
        <Form
          does={t(text.save)}
          onSubmit={() => send.mutate({ params: { bulletin: of.id }, body: draft })}
          error={send.error}
          isBusy={send.isPending}
        >
          <ContentFields
            kept={kept}
            setKept={(now) => setKept({ ...kept, ...now, draft: { ...kept.draft, ...now.draft } })}
          />
          <WhereTo draft={kept.draft} setDraft={(now) => setKept({ ...kept, draft: now })} />
        </Form>
        <Preview draft={draft} />
      </div>
    </>
  );
}

function Correction({ of }: { of: DeskView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [kept, setKept] = useState<KeptContent>(() => {
    const { draft, picture } = keptOf(of);
    const { title, text: body, linkUrl, linkLabel } = draft;
    return { draft: { title, text: body, linkUrl, linkLabel }, picture };
  });
  const send = useSend(correctBulletin, {
    stale: ['bulletins', 'bulletin-desk'],
    onDone: ({ id }) => {
      say(t(words.corrected));
      goTo(deskPage(id));
    },
  });
  return (
    <>
      <Heading>{t(words.correctTitle)}</Heading>
      <p className="lead prose">{t(words.correctWhy)}</p>
      <Form
        does={t(words.saveCorrection)}
        onSubmit={() => send.mutate({ params: { bulletin: of.id }, body: sentOf(kept) })}
        error={send.error}
        isBusy={send.isPending}
      >
        <ContentFields kept={kept} setKept={setKept} />
      </Form>
    </>
  );
}

/** What it says. */
export function ContentFields({
  kept,
  setKept,
  rows = 8,
}: {
  kept: KeptContent;
  setKept: (kept: KeptContent) => void;
  rows?: number;
}): ReactNode {
  const t = useT();
  const { draft } = kept;
  const set =
    (field: keyof KeptContent['draft']) =>
    (value: string): void =>
      setKept({ ...kept, draft: { ...draft, [field]: value } });
  return (
    <>
      <TextField name="title" label={t(words.heading)} isRequired value={draft.title} onChange={set('title')} />
      <LongTextField
        name="text"
        label={t(words.text)}
        hint={t(words.textHint)}
        rows={rows}
        value={draft.text}
        onChange={set('text')}
      />
      <PictureField
        name="picture"
        isOptional
        value={kept.picture}
        onChange={(picture) => setKept({ ...kept, picture })}
      />
      <TextField
        name="linkUrl"
        label={t(words.linkUrl)}
        isOptional
        type="url"
        value={draft.linkUrl}
        onChange={set('linkUrl')}
      />
      {draft.linkUrl.trim() !== '' && (
        <TextField
          name="linkLabel"
          label={t(words.linkLabel)}
          isOptional
          value={draft.linkLabel}
          onChange={set('linkLabel')}
        />
      )}
    </>
  );
}

/** Where it goes, and how many mail would reach. */
function WhereTo({ draft, setDraft }: { draft: Kept['draft']; setDraft: (draft: Kept['draft']) => void }): ReactNode {
  const t = useT();
  const choices = useRead('bulletin-choices', getChoices);
  const { mailTo, filter } = draft;
  const { groups = [], areas = [], kinds = [] } = choices.data ?? {};
  const hasNoMail = choices.data?.isMailConfigured === false;
  const narrow = (field: 'group' | 'area' | 'kind', value: string): void => {
    const { [field]: _, ...rest } = filter;
    setDraft({ ...draft, filter: value === '' ? rest : { ...rest, [field]: value } });
  };
  const { isContact: __, ...anyone } = filter;
  return (
    <fieldset className="many where-to">
      <legend>{t(words.whereTo)}</legend>
      <CheckField
        name="toChannel"
        label={t(words.toChannel)}
        isOn={draft.toChannel}
        onChange={(toChannel) => setDraft({ ...draft, toChannel })}
      />
      {mailTo === 'readersOf' ? (
        <p>{t(words.toReaders)}</p>
      ) : (
        <CheckField
          name="mailTo"
          label={t(words.toMail)}
          hint={t(hasNoMail ? words.mailOff : words.toMailHint)}
          isOn={mailTo === 'members'}
          onChange={(isOn) => setDraft({ ...draft, mailTo: isOn ? 'members' : 'none' })}
        />
      )}
      {mailTo === 'members' && (
        <>
          {groups.length > 0 && (
            <Narrowing name="group" label={t(words.group)} from={groups} value={filter.group} onChange={narrow} />
          )}
          {areas.length > 0 && (
            <Narrowing name="area" label={t(words.area)} from={areas} value={filter.area} onChange={narrow} />
          )}
          {kinds.length > 1 && (
            <Narrowing name="kind" label={t(words.kind)} from={kinds} value={filter.kind} onChange={narrow} />
          )}
          <CheckField
            name="isContact"
            label={t(words.contacts)}
            isOn={filter.isContact === 'yes'}
            onChange={(isOn) => setDraft({ ...draft, filter: isOn ? { ...anyone, isContact: 'yes' } : anyone })}
          />
          <AudienceLine filter={filter} />
        </>
      )}
      <CheckField
        name="isPublic"
        label={t(words.isPublic)}
        hint={t(words.isPublicHint)}
        isOn={draft.isPublic}
        onChange={(isPublic) => setDraft({ ...draft, isPublic })}
      />
    </fieldset>
  );
}

function Narrowing<N extends 'group' | 'area' | 'kind'>({
  name,
  label,
  from,
  value = '',
  onChange,
}: {
  name: N;
  label: string;
  from: readonly { readonly id: string; readonly name: string }[];
  value: string | undefined;
  onChange: (name: N, value: string) => void;
}): ReactNode {
  const t = useT();
  return (
    <SelectField
      name={name}
      label={label}
      value={value}
      choices={[{ value: '', label: t(words.everyone) }, ...from.map((one) => ({ value: one.id, label: one.name }))]}
      onChange={(chosen) => onChange(name, chosen)}
    />
  );
}

/** How many people are chosen, and how each is reached. */
export function AudienceLine({ filter }: { filter: RecipientFilter }): ReactNode {
  const t = useT();
  const count = useSend(countAudience);
  const { mutate } = count;
  const asked = useRef('');
  const key = JSON.stringify(filter);
  useEffect(() => {
    if (asked.current === key) return;
    asked.current = key;
    mutate({ body: { filter: JSON.parse(key) as RecipientFilter } });
  }, [key, mutate]);
  return (
    <p role="status" className="quiet">
      {count.data ? t(words.audience, count.data) : ''}
    </p>
  );
}

function Preview({ draft }: { draft: BulletinDraft }): ReactNode {
  const t = useT();
  const preview = usePreview(previewBulletin, draft);
  const { card, letter } = preview.data ?? {};
  return (
    <div>
      <CardPreview
        card={card}
        isStale={preview.isFetching}
        why={t(words.previewWhy)}
        empty={draft.toChannel ? t(words.previewEmpty) : ''}
      />
      {letter && (
        <section aria-labelledby="letter">
          <h2 id="letter">{t(words.letter)}</h2>
          <div className="letter-preview">
            <p className="strong">{letter.subject}</p>
            {letter.paragraphs.map((one) => (
              <p key={one}>{one}</p>
            ))}
            {letter.links.map((one) => (
              <p key={one} className="quiet">
                {one}
              </p>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
