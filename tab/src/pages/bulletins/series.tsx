/** A series of posts prepared beforehand: its name, days and time, each day's post, and scheduling them together. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { CheckField, DateField, TextField, TimeField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import './bulletins.css';
import {
  changeSeries,
  createSeries,
  type DayView,
  getSeries,
  removeSeries,
  type SeriesDraft,
  type SeriesView,
  scheduleSeries,
  unscheduleSeries,
  writeDay,
} from './calls.ts';
import { ContentFields, type KeptContent, NO_CONTENT, sentOf } from './form.tsx';
import { DESK_PAGE, deskPage, seriesPage } from './place.ts';
import { bulletinText as words } from './text.ts';

const STALE = ['bulletin-series', 'bulletin-desk', 'bulletins'];
const EMPTY: SeriesDraft = {
  ...{ title: '', firstDay: '', days: '24', isWeekdaysOnly: false, time: '09:00', isPublic: false },
};

export function NewSeries(): ReactNode {
  const t = useT();
  const attempt = useAttempt();
  const [draft, setDraft] = useState(EMPTY);
  const send = useSend(createSeries, {
    stale: STALE,
    onDone: ({ id }) => {
      attempt.done();
      replaceWith(seriesPage(id));
    },
  });
  return (
    <>
      <BackLink page={DESK_PAGE}>{t(words.title)}</BackLink>
      <Heading>{t(words.newSeries)}</Heading>
      <p className="lead prose">{t(words.seriesLead)}</p>
      <Form
        does={t(words.makeSeries)}
        onSubmit={() => send.mutate({ body: { draft, requestId: attempt.idFor(draft) } })}
        error={send.error}
        isBusy={send.isPending}
      >
        <FrameFields draft={draft} setDraft={setDraft} />
      </Form>
    </>
  );
}

function FrameFields({ draft, setDraft }: { draft: SeriesDraft; setDraft: (draft: SeriesDraft) => void }): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        name="title"
        label={t(words.seriesName)}
        isRequired
        value={draft.title}
        onChange={(title) => setDraft({ ...draft, title })}
      />
      <DateField
        name="firstDay"
        label={t(words.firstDay)}
        isRequired
        value={draft.firstDay}
        onChange={(firstDay) => setDraft({ ...draft, firstDay })}
      />
      <TextField
        name="days"
        label={t(words.days)}
        hint={t(words.daysHint)}
        isRequired
        inputMode="numeric"
        value={draft.days}
        onChange={(days) => setDraft({ ...draft, days })}
      />
      <CheckField
        name="isWeekdaysOnly"
        label={t(words.weekdaysOnly)}
        isOn={draft.isWeekdaysOnly}
        onChange={(isWeekdaysOnly) => setDraft({ ...draft, isWeekdaysOnly })}
      />
      <TimeField
        name="time"
        label={t(words.seriesTime)}
        isRequired
        value={draft.time}
        onChange={(time) => setDraft({ ...draft, time })}
      />
      <CheckField
        name="isPublic"
        label={t(words.isPublic)}
        hint={t(words.isPublicHint)}
        isOn={draft.isPublic}
        onChange={(isPublic) => setDraft({ ...draft, isPublic })}
      />
    </>
  );
}

export function SeriesEditor({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useRead('bulletin-series', getSeries, { params: { series: id } });
  return (
    <>
      <BackLink page={DESK_PAGE}>{t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={6} />}
      {found.isError && !found.data && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Editor of={found.data} />}
    </>
  );
}

function Editor({ of }: { of: SeriesView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { date } = useWhen();
  const [open, setOpen] = useState<string>();
  const { asked, ask, way, round } = useAsked<'remove'>();
  const params = { series: of.id };
  const plan = useSend(scheduleSeries, { stale: STALE });
  const undo = useSend(unscheduleSeries, { stale: STALE, onDone: () => say(t(words.unscheduled)) });
  const remove = useSend(removeSeries, {
    stale: STALE,
    onDone: () => {
      way.onEnd();
      say(t(words.seriesRemoved));
      replaceWith(DESK_PAGE);
    },
  });
  const { filled, days, scheduled, sent } = of;
  const told = plan.data;
  return (
    <>
      <p className="eyebrow">
        {date(of.firstDay)}–{date(of.lastDay)}
      </p>
      <Heading>{of.title}</Heading>
      <p className="lead">{t(words.seriesCount, { filled, days, scheduled, sent })}</p>
      <div className="row">
        <Button appearance="primary" disabledFocusable={plan.isPending} onClick={() => plan.mutate({ params })}>
          {t(words.scheduleSeries)}
        </Button>
        {scheduled > 0 && (
          <Button disabledFocusable={undo.isPending} onClick={() => undo.mutate({ params })}>
            {t(words.unschedule)}
          </Button>
        )}
        {sent === 0 && (
          <Button appearance="subtle" onClick={() => ask('remove')}>
            {t(words.removeSeries)}
          </Button>
        )}
      </div>
      <div role="status">
        {told && (
          <div className="notice spaced">
            <p>{t(words.seriesScheduled, { n: told.scheduled })}</p>
            {told.empty.length > 0 && <p>{t(words.seriesEmpty, { days: told.empty.map(date).join(', ') })}</p>}
            {told.missed.length > 0 && <p>{t(words.seriesMissed, { days: told.missed.map(date).join(', ') })}</p>}
          </div>
        )}
      </div>
      <Refused error={plan.error ?? undo.error} />
      <ul className="plain list spaced">
        {of.list.map((day) => (
          <Day
            key={day.day}
            series={of.id}
            of={day}
            isOpen={open === day.day}
            onOpen={(isOpen) => setOpen(isOpen ? day.day : undefined)}
          />
        ))}
      </ul>
      <Frame of={of} />
      {asked === 'remove' && (
        <Ask
          key={round}
          {...way}
          title={t(words.removeSeriesTitle)}
          does={t(words.removeSeries)}
          onDo={() => remove.mutate({ params })}
          isBusy={remove.isPending}
          error={remove.error}
        >
          <p>{t(words.removeSeriesWhy)}</p>
        </Ask>
      )}
    </>
  );
}

function Day({
  series,
  of,
  isOpen,
  onOpen,
}: {
  series: string;
  of: DayView;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}): ReactNode {
  const t = useT();
  const { day } = useWhen();
  const { post } = of;
  const hasGone = post?.state === 'sending' || post?.state === 'sent';
  const name = day(of.at);
  const state = !post
    ? words.dayEmpty
    : hasGone
      ? words.dayPosted
      : post.isMissed
        ? words.missed
        : post.state === 'scheduled'
          ? words.scheduled
          : words.dayReady;
  return (
    <li className="line series-day">
      <span className="date">{name}</span>
      <span>
        {post && <span className="strong">{post.view.title} </span>}
        <span className={post?.isMissed ? 'badge late' : 'quiet small'}>{t(state)}</span>
      </span>
      {hasGone && post ? (
        <LinkButton page={deskPage(post.id)} appearance="subtle" label={`${t(words.readOne)}: ${name}`}>
          {t(words.readOne)}
        </LinkButton>
      ) : (
        <Button appearance="subtle" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {t(post ? words.edit : words.write)}
          <span className="hidden">: {name}</span>
        </Button>
      )}
      {isOpen && !hasGone && <DayForm series={series} of={of} onDone={() => onOpen(false)} />}
    </li>
  );
}

function DayForm({ series, of, onDone }: { series: string; of: DayView; onDone: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const [kept, setKept] = useState<KeptContent>(() => contentOf(of));
  const send = useSend(writeDay, {
    stale: STALE,
    onDone: () => {
      say(t(words.saved));
      onDone();
    },
  });
  const params = { series, day: of.day };
  return (
    <div className="day-form">
      <Form
        label={of.day}
        does={t(words.saveDay)}
        onSubmit={() => send.mutate({ params, body: sentOf(kept) })}
        error={send.error}
        isBusy={send.isPending}
        more={
          <>
            {of.post && (
              <Button
                appearance="subtle"
                disabledFocusable={send.isPending}
                onClick={() => send.mutate({ params, body: NO_CONTENT })}
              >
                {t(words.clearDay)}
              </Button>
            )}
            <Button appearance="subtle" onClick={onDone}>
              {t(text.cancel)}
            </Button>
          </>
        }
      >
        <ContentFields kept={kept} setKept={setKept} rows={4} />
      </Form>
    </div>
  );
}

function contentOf({ post }: DayView): KeptContent {
  if (!post) return { draft: NO_CONTENT };
  const { title, text: body, link, picture } = post.view;
  return {
    draft: { title, text: body, linkUrl: link?.url ?? '', linkLabel: link?.label ?? '' },
    ...(picture ? { picture } : {}),
  };
}

/** Name, days and time, folded away once the days are being filled. */
function Frame({ of }: { of: SeriesView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [draft, setDraft] = useState(of.draft);
  const send = useSend(changeSeries, { stale: STALE, onDone: () => say(t(words.saved)) });
  return (
    <details className="more-settings spaced">
      <summary>{t(words.seriesSettings)}</summary>
      <Form
        label={t(words.seriesSettings)}
        does={t(text.save)}
        onSubmit={() => send.mutate({ params: { series: of.id }, body: draft })}
        error={send.error}
        isBusy={send.isPending}
      >
        <FrameFields draft={draft} setDraft={setDraft} />
      </Form>
    </details>
  );
}
