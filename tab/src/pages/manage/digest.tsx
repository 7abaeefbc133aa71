/** How often a digest of what is new goes to the channel, and how it would look now. */
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { CardPreview } from '../card-preview.tsx';
import { type DigestView, getDigest, previewDigest, putDigest } from './digest-calls.ts';
import { digestText as words } from './digest-text.ts';

const EVERY = ['never', 'week', 'month'] as const;
/** A Monday, whose week names the days. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 24 * 60 * 60_000;
const FIRST_HOUR = 6;
const HOURS = 15;

export function DigestPages({ path }: { path: readonly string[] }): ReactNode {
  const t = useT();
  const found = useRead('digest', getDigest);
  const preview = useRead('digest', previewDigest);
  if (path.length > 0) return <NotThere />;
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <Heading>{t(words.title)}</Heading>
      <p className="lead prose after">{t(words.lead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Settings of={found.data} />}
      {preview.isError && !preview.data && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && (
        <CardPreview
          card={preview.data.card}
          isStale={preview.isFetching}
          why={t(words.previewWhy)}
          empty={t(words.previewEmpty)}
        />
      )}
    </>
  );
}

/** As it was when the page was opened: what others change meanwhile doesn't take away what is being chosen. */
function Settings({ of }: { of: DigestView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { when } = useWhen();
  const [settings, setSettings] = useState(of.settings);
  const save = useSend(putDigest, { stale: 'digest', onDone: () => say(t(words.saved)) });
  const { every, weekday, hour } = settings;
  const days = new Intl.DateTimeFormat(t.tag, { weekday: 'long', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(t.tag, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const hours = [...new Set([hour, ...Array.from({ length: HOURS }, (_, n) => FIRST_HOUR + n)])].sort((a, b) => a - b);
  return (
    <>
      <p className="after">
        {t(of.next === undefined ? words.off : words.next, { when: of.next === undefined ? '' : when(of.next) })}
        {of.last !== undefined && ` ${t(words.last, { when: when(of.last) })}`}
      </p>
      <Form
        label={t(words.title)}
        does={t(text.save)}
        isBusy={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate({ body: settings })}
      >
        <SelectField
          name="every"
          label={t(words.every)}
          value={every}
          choices={EVERY.map((value) => ({ value, label: t(words[value]) }))}
          onChange={(value) => setSettings({ ...settings, every: value })}
        />
        {every !== 'never' && (
          <>
            <SelectField
              name="weekday"
              label={t(words.weekday)}
              hint={every === 'month' ? t(words.monthlyHint) : undefined}
              value={String(weekday)}
              choices={Array.from({ length: 7 }, (_, n) => ({
                value: String(n + 1),
                label: days.format(MONDAY + n * DAY),
              }))}
              onChange={(value) => setSettings({ ...settings, weekday: Number(value) })}
            />
            <SelectField
              name="hour"
              label={t(words.hour)}
              value={String(hour)}
              choices={hours.map((n) => ({ value: String(n), label: clock.format(MONDAY + n * 60 * 60_000) }))}
              onChange={(value) => setSettings({ ...settings, hour: Number(value) })}
            />
          </>
        )}
      </Form>
    </>
  );
}
