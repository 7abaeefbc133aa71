/** The coordinator's desk of one poll: remind, correct, close, reopen, undo, decide, export, post again. */
import { Button } from '@fluentui/react-button';
import { Checkbox } from '@fluentui/react-checkbox';
import { Field } from '@fluentui/react-field';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { Input } from '@fluentui/react-input';
import { Radio, RadioGroup } from '@fluentui/react-radio';
import { Textarea } from '@fluentui/react-textarea';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../ask.tsx';
import { useAttempt } from '../attempt.ts';
import {
  closePoll,
  correctPoll,
  decidePoll,
  eventFromPoll,
  exportPoll,
  type PollView,
  previewReminder,
  remindPoll,
  reopenPoll,
  repostPoll,
  undoPoll,
} from '../calls.ts';
import { useEventChange, usePollChange, useSend } from '../data.ts';
import { deskText } from '../desk-text.ts';
import { goTo } from '../router.ts';
import { useSay } from '../says.tsx';
import { useSession } from '../session.ts';
import { useT } from '../speak.ts';
import { Refused } from '../states.tsx';
import { text } from '../text.ts';
import { useWhen } from '../when.ts';
import { Letters } from './letters.tsx';
import { validation } from './new-poll.tsx';
import { OptionFields, type TypedOption } from './option-fields.tsx';

type DeskView = NonNullable<PollView['desk']>;
type Asked = 'remind' | 'correct' | 'close' | 'reopen' | 'undo' | 'decide';

export function Desk({ poll, desk }: { poll: PollView; desk: DeskView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const { can } = desk;
  return (
    <section aria-labelledby="desk" className="desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(deskText.desk)}
      </h2>
      <p className="quiet">{t(deskText.deskWhy)}</p>
      <PostState poll={poll} desk={desk} />
      <div className="row">
        {can.decide && (
          <Button appearance="primary" onClick={() => ask('decide')}>
            {t(deskText.decide)}
          </Button>
        )}
        {can.remind && (
          <Button icon={<AlertRegular />} onClick={() => ask('remind')}>
            {t(deskText.remind)}
          </Button>
        )}
        {can.correct && (
          <Button icon={<EditRegular />} onClick={() => ask('correct')}>
            {t(deskText.correct)}
          </Button>
        )}
        {can.close && <Button onClick={() => ask('close')}>{t(deskText.closeNow)}</Button>}
        {can.reopen && <Button onClick={() => ask('reopen')}>{t(deskText.reopen)}</Button>}
        {can.undo && <Button onClick={() => ask('undo')}>{t(deskText.undo)}</Button>}
      </div>
      {poll.phase === 'closed' && <MakeEvent poll={poll} />}
      {poll.phase !== 'undone' && poll.phase !== 'scheduled' && <Exports poll={poll} />}
      {desk.organisations && <Organisations kind={poll.kind} {...desk.organisations} />}
      {desk.votedNames && desk.votedNames.length > 0 && (
        <details>
          <summary>{t(deskText.whoVoted, { n: desk.votedNames.length })}</summary>
          <ul className="names">
            {desk.votedNames.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same name
              <li key={`${index} ${name}`}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      <Letters subjects={desk.letters} />
      {desk.reminders.length > 0 && (
        <>
          <h3>{t(deskText.remindersSent)}</h3>
          <ul className="plain quiet">
            {desk.reminders.map(({ at, direct, mail, channel }) => (
              <li key={at}>{t(deskText.reminderLine, { when: when(at), direct, mail, channel: String(channel) })}</li>
            ))}
          </ul>
        </>
      )}
      {asked === 'remind' && <Remind key={round} poll={poll} {...way} />}
      {asked === 'correct' && <Correct key={round} poll={poll} desk={desk} {...way} />}
      {asked === 'close' && <Close key={round} poll={poll} {...way} />}
      {asked === 'reopen' && <Reopen key={round} poll={poll} {...way} />}
      {asked === 'undo' && <Undo key={round} poll={poll} {...way} />}
      {asked === 'decide' && <Decide key={round} poll={poll} {...way} />}
    </section>
  );
}

/** Which have voted and which have not; what they voted for is not told here. */
function Organisations({
  kind,
  voted,
  notVoted,
}: { kind: PollView['kind'] } & NonNullable<DeskView['organisations']>): ReactNode {
  const t = useT();
  const lists = [
    { title: t(deskText.haveVoted), names: voted },
    { title: t(deskText.haveNotVoted), names: notVoted },
  ];
  return (
    <details>
      <summary>
        {t(deskText.organisationsVoted, { kind, voted: voted.length, all: voted.length + notVoted.length })}
      </summary>
      {lists.map(
        ({ title, names }) =>
          names.length > 0 && (
            <div key={title}>
              <h3>{title}</h3>
              <ul className="names">
                {names.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </details>
  );
}

/** What won becomes a draft of an event in one click; the others may become one too, more quietly. */
function MakeEvent({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const make = useEventChange(eventFromPoll, (event) => goTo(`events/${encodeURIComponent(event.id)}/edit`));
  const [winner, ...tied] = poll.winnerIds;
  const isWon = tied.length === 0 && (poll.verdict === 'winner' || poll.verdict === 'decided');
  const others = poll.options.filter(({ id }) => !isWon || id !== winner);
  if (poll.verdict === undefined) return undefined;
  return (
    <>
      {isWon && winner !== undefined && (
        <div className="row">
          <Button
            appearance="primary"
            icon={<CalendarAddRegular />}
            disabledFocusable={make.isPending}
            onClick={() => make.mutate({ body: { poll: poll.id, option: winner } })}
          >
            {t(deskText.makeEvent)}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t(deskText.makeEventOther)}</summary>
          <p className="quiet small">{t(deskText.makeEventOtherWhy)}</p>
          <div className="chips">
            {others.map(({ id, label }) => (
              <button
                key={id}
                type="button"
                disabled={make.isPending}
                onClick={() => make.mutate({ body: { poll: poll.id, option: id } })}
              >
                {label}
              </button>
            ))}
          </div>
        </details>
      )}
      <Refused error={make.error} />
    </>
  );
}

/** Whether the card is in the channel, when that is not certain. */
function PostState({ poll, desk }: { poll: PollView; desk: DeskView }): ReactNode {
  const t = useT();
  const say = useSay();
  const repost = usePollChange(repostPoll, () => say(t(deskText.done)));
  const { state } = desk.post;
  if (state === 'waiting' || state === 'sending') return <p className="quiet">{t(deskText.postWaiting)}</p>;
  if (state !== 'unknown' && state !== 'failed') return undefined;
  return (
    <div className="notice warning">
      <p>{t(state === 'unknown' ? deskText.postUnknown : deskText.postFailed)}</p>
      <Refused error={repost.error} />
      <div className="row">
        <Button disabled={repost.isPending} onClick={() => repost.mutate({ params: { poll: poll.id } })}>
          {t(text.postAgain)}
        </Button>
      </div>
    </div>
  );
}

function Exports({ poll }: { poll: PollView }): ReactNode {
  const t = useT();
  const [ready, setReady] = useState<string>();
  const make = useSend(exportPoll, {
    onDone: ({ url }) => {
      setReady(url);
      open(url);
    },
  });
  const fetchAs = (format: 'csv' | 'xlsx'): void => make.mutate({ params: { poll: poll.id }, body: { format } });
  return (
    <>
      <div className="row">
        <Button
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          disabled={make.isPending}
          onClick={() => fetchAs('csv')}
        >
          {t(deskText.exportCsv)}
        </Button>
        <Button
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          disabled={make.isPending}
          onClick={() => fetchAs('xlsx')}
        >
          {t(deskText.exportXlsx)}
        </Button>
      </div>
      {ready && (
        <p className="small">
          <a href={ready} target="_blank" rel="noopener noreferrer">
            {t(deskText.exportReady)}
          </a>
        </p>
      )}
      <Refused error={make.error} />
    </>
  );
}

/** A click on a link, which frames let pass more readily than a new window. */
function open(url: string): void {
  const link = document.createElement('a');
  Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer' });
  link.click();
}

// ── Dialogs ────────────────────────────────────────────────────────────────────────────────────

interface OfPoll extends Way {
  readonly poll: PollView;
}

function useEnding(onEnd: () => void, words: string): () => void {
  const say = useSay();
  return () => {
    say(words);
    onEnd();
  };
}

function Close({ poll, ...way }: OfPoll): ReactNode {
  const t = useT();
  const close = usePollChange(closePoll, useEnding(way.onEnd, t(deskText.done)));
  return (
    <Ask
      title={t(deskText.closeTitle)}
      does={t(deskText.closeNow)}
      onDo={() => close.mutate({ params: { poll: poll.id } })}
      {...way}
      isBusy={close.isPending}
      error={close.error}
    >
      <p>{t(deskText.closeWhy)}</p>
      {poll.secrecy === 'secret' && <p>{t(deskText.closeSecret)}</p>}
    </Ask>
  );
}

function Undo({ poll, ...way }: OfPoll): ReactNode {
  const t = useT();
  const undo = usePollChange(undoPoll, useEnding(way.onEnd, t(deskText.done)));
  return (
    <Ask
      title={t(deskText.undoTitle)}
      does={t(deskText.undo)}
      onDo={() => undo.mutate({ params: { poll: poll.id } })}
      {...way}
      isBusy={undo.isPending}
      error={undo.error}
    >
      <p>{t(deskText.undoWhy)}</p>
    </Ask>
  );
}

function Reopen({ poll, ...way }: OfPoll): ReactNode {
  const t = useT();
  const [closesOn, setDay] = useState('');
  const [closesAtTime, setTime] = useState('16:00');
  const reopen = usePollChange(reopenPoll, useEnding(way.onEnd, t(deskText.done)));
  return (
    <Ask
      title={t(deskText.reopenTitle)}
      does={t(deskText.reopen)}
      onDo={() => reopen.mutate({ params: { poll: poll.id }, body: { closesOn, closesAtTime } })}
      {...way}
      isBusy={reopen.isPending}
      error={reopen.error}
    >
      <p>{t(deskText.reopenWhy)}</p>
      <div className="date-inputs">
        <Field label={t(deskText.deadlineDay)} required>
          <Input type="date" value={closesOn} onChange={(_, { value }) => setDay(value)} />
        </Field>
        <Field label={t(deskText.deadlineTime)} required>
          <Input type="time" value={closesAtTime} onChange={(_, { value }) => setTime(value)} />
        </Field>
      </div>
    </Ask>
  );
}

function Decide({ poll, ...way }: OfPoll): ReactNode {
  const t = useT();
  const tied = poll.options.filter(({ id }) => poll.winnerIds.includes(id));
  const [option, setOption] = useState('');
  const decide = usePollChange(decidePoll, useEnding(way.onEnd, t(deskText.done)));
  return (
    <Ask
      title={t(deskText.decideTitle)}
      does={t(text.decideNow)}
      onDo={() => decide.mutate({ params: { poll: poll.id }, body: { option } })}
      {...way}
      isBusy={decide.isPending || !option}
      error={decide.error}
    >
      <p>{t(deskText.decideWhy)}</p>
      <RadioGroup value={option} onChange={(_, { value }) => setOption(value)} aria-label={t(deskText.decideTitle)}>
        {tied.map(({ id, label }) => (
          <Radio key={id} value={id} label={label} />
        ))}
      </RadioGroup>
    </Ask>
  );
}

function Correct({ poll, desk, ...way }: OfPoll & { desk: DeskView }): ReactNode {
  const t = useT();
  const [question, setQuestion] = useState(poll.question);
  const [description, setDescription] = useState(poll.description ?? '');
  const [purpose, setPurpose] = useState(poll.purpose ?? '');
  const [options, setOptions] = useState<readonly TypedOption[]>(() =>
    poll.options.map(({ id, label }) => ({ key: id, id, label })),
  );
  const correct = usePollChange(correctPoll, useEnding(way.onEnd, t(deskText.corrected)));
  const problemOf = (field: string): string | undefined =>
    correct.error?.fields.find((one) => one.field === field)?.message;
  return (
    <Ask
      title={t(deskText.correct)}
      does={t(text.save)}
      onDo={() =>
        correct.mutate({
          params: { poll: poll.id },
          body: {
            question,
            description,
            purpose,
            options: options.flatMap(({ id, label }) => (id || label.trim() ? [{ id, label }] : [])),
          },
        })
      }
      {...way}
      isBusy={correct.isPending}
      error={correct.error}
    >
      <div className="stack">
        <Field label={t(deskText.question)} required {...validation(problemOf('question'))}>
          <Textarea value={question} rows={2} resize="vertical" onChange={(_, { value }) => setQuestion(value)} />
        </Field>
        <OptionFields
          type={poll.type}
          options={options}
          locked={desk.lockedOptions}
          problem={problemOf('options')}
          onChange={setOptions}
        />
        <Field label={t(deskText.description)} {...validation(problemOf('description'))}>
          <Textarea value={description} resize="vertical" onChange={(_, { value }) => setDescription(value)} />
        </Field>
        <Field label={t(text.purpose)} {...validation(problemOf('purpose'))}>
          <Textarea value={purpose} resize="vertical" onChange={(_, { value }) => setPurpose(value)} />
        </Field>
      </div>
    </Ask>
  );
}

function Remind({ poll, ...way }: OfPoll): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  const attempt = useAttempt();
  const [direct, setDirect] = useState(true);
  const [channel, setChannel] = useState(true);
  const reach = useQuery({
    queryKey: [person, network.id, 'reminder', poll.id],
    queryFn: ({ signal }) => api.send(previewReminder, { params: { poll: poll.id } }, signal),
    staleTime: 0,
  });
  const remind = usePollChange(remindPoll, useEnding(way.onEnd, t(deskText.reminded)));
  const found = reach.data;
  const reached = (found?.direct ?? 0) + (found?.mail ?? 0);
  const send = (): void => {
    const how = { direct: direct && reached > 0, channel };
    remind.mutate({ params: { poll: poll.id }, body: { ...how, requestId: attempt.idFor(how) } });
  };
  return (
    <Ask
      title={t(deskText.remindTitle)}
      does={t(deskText.remindSend)}
      onDo={send}
      {...way}
      isBusy={remind.isPending || !found || (!direct && !channel)}
      isOnlyTold={found?.notVoted === 0}
      error={remind.error}
    >
      <div aria-live="polite">
        {reach.isPending && <p className="quiet">{t(text.loading)}</p>}
        {reach.isError && <p className="mistake">{t(text.failedWhy)}</p>}
        {found && (
          <p>{found.notVoted === 0 ? t(deskText.remindNobody) : t(deskText.remindCount, { n: found.notVoted })}</p>
        )}
      </div>
      {found && found.notVoted > 0 && (
        <>
          {reached > 0 && (
            <Checkbox
              label={t(deskText.remindDirect, { direct: found.direct, mail: found.mail })}
              checked={direct}
              onChange={(_, { checked }) => setDirect(checked === true)}
            />
          )}
          <Checkbox
            label={t(deskText.remindChannel, { n: found.byChannel })}
            checked={channel}
            onChange={(_, { checked }) => setChannel(checked === true)}
          />
          {channel && (
            <figure className="quote">
              <figcaption className="quiet small">{t(deskText.remindChannelText)}</figcaption>
              <blockquote>{found.channelText}</blockquote>
            </figure>
          )}
        </>
      )}
    </Ask>
  );
}
