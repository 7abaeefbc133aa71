/** The coordinator's desk of one survey: how many answered, what goes out, and what can be done with it. */
import { Button } from '@fluentui/react-button';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { useRead } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { CheckField, DateField, TimeField } from '../../fields.tsx';
import { formText } from '../../form-text.ts';
import { LinkButton } from '../../link-button.tsx';
import { useSay } from '../../says.tsx';
import { useT, useZone } from '../../speak.ts';
import { Failure, Refused } from '../../states.tsx';
import { text } from '../../text.ts';
import { dateIn, timeIn, useWhen } from '../../when.ts';
import { type LetterKind, Letters } from '../letters.tsx';
import {
  closeSurvey,
  type SurveyDesk as DeskView,
  exportSurvey,
  extendSurvey,
  postResults,
  previewSurveyReminder,
  remindSurvey,
  repostSurvey,
  type SurveyView,
  undoSurvey,
} from './calls.ts';
import { useSurveyChange } from './data.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { PublicPage } from './public-page.tsx';
import { surveyPage } from './survey-line.tsx';
import './desk.css';

type Asked = 'remind' | 'close' | 'extend' | 'undo' | 'results';

const LETTERS: readonly LetterKind[] = [
  { drawing: 'surveys.open', name: words.lettersOpen },
  { drawing: 'surveys.reminder', name: words.lettersReminder },
];

export function SurveyDesk({ view }: { view: SurveyView }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const { desk, phase } = view;
  if (!desk) return undefined;
  const { can } = desk;
  const page = surveyPage(view.id);
  const isOver = phase === 'closed' || phase === 'counting';
  const hasTexts = view.results?.questions.some(({ texts }) => texts && texts.count > 0);
  return (
    <section aria-labelledby="desk" className="desk survey-desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(words.desk)}
      </h2>
      <p className="quiet">{t(words.deskWhy)}</p>
      {phase !== 'undone' && <PostState view={view} desk={desk} />}
      {phase !== 'undone' && phase !== 'scheduled' && <Figures view={view} />}
      <div className="row">
        {can.remind && (
          <Button icon={<AlertRegular />} onClick={() => ask('remind')}>
            {t(words.remind)}
          </Button>
        )}
        {can.postResults && (
          <Button appearance={isOver ? 'primary' : 'secondary'} onClick={() => ask('results')}>
            {t(words.postResults)}
          </Button>
        )}
        {hasTexts && (
          <LinkButton page={`${page}/texts`} {...(isOver ? { appearance: 'primary' } : {})}>
            {t(words.toTexts)}
          </LinkButton>
        )}
        {can.enter && <LinkButton page={`${page}/enter`}>{t(words.toEnter)}</LinkButton>}
        {view.secrecy === 'named' && <LinkButton page={`${page}/responses`}>{t(words.toResponses)}</LinkButton>}
        {can.correct && (
          <LinkButton page={`${page}/correct`} icon={<EditRegular />}>
            {t(words.correct)}
          </LinkButton>
        )}
        {can.extend && <Button onClick={() => ask('extend')}>{t(words.extend)}</Button>}
        {can.close && <Button onClick={() => ask('close')}>{t(words.closeNow)}</Button>}
        {can.undo && <Button onClick={() => ask('undo')}>{t(words.undo)}</Button>}
        {view.type === 'survey' && (
          <LinkButton page={`surveys/new/${encodeURIComponent(view.id)}`} icon={<CopyRegular />}>
            {t(words.copyAsNew)}
          </LinkButton>
        )}
      </div>
      {view.results && (
        <Downloads
          call={exportSurvey}
          params={{ survey: view.id }}
          files={[
            { name: t(formText.asExcel), body: { format: 'xlsx' as const } },
            { name: t(formText.asCsv), body: { format: 'csv' as const } },
          ]}
        />
      )}
      {phase !== 'undone' && phase !== 'closed' && <PublicPage view={view} desk={desk} />}
      <Reminders view={view} desk={desk} />
      <Letters subjects={desk.letters} kinds={LETTERS} />
      {asked === 'remind' && <Remind key={round} view={view} {...way} />}
      {asked === 'close' && <Close key={round} view={view} {...way} />}
      {asked === 'extend' && <Extend key={round} view={view} {...way} />}
      {asked === 'undo' && <Undo key={round} view={view} {...way} />}
      {asked === 'results' && <PostResults key={round} view={view} {...way} />}
    </section>
  );
}

interface OfSurvey {
  readonly view: SurveyView;
  readonly desk: DeskView;
}

/** Whether the card is in the channel, when that is not certain. */
function PostState({ view, desk }: OfSurvey): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const say = useSay();
  const repost = useSurveyChange(repostSurvey, () => say(t(words.done)));
  const { state } = desk.post;
  const isAhead = Date.parse(desk.postsAt) > Date.now();
  if (state === 'sent' || state === 'removed') return undefined;
  if (isAhead) {
    const row = view.type === 'feedback' ? words.postAfterEvent : words.postLater;
    return <p className="quiet">{t(row, { when: when(desk.postsAt) })}</p>;
  }
  if (state !== 'unknown' && state !== 'failed') return <p className="quiet">{t(words.postWaiting)}</p>;
  return (
    <div className="notice warning">
      <p>{t(state === 'unknown' ? words.postUnknown : words.postFailed)}</p>
      <Refused error={repost.error} />
      <div className="row">
        <Button disabledFocusable={repost.isPending} onClick={() => repost.mutate({ params: { survey: view.id } })}>
          {t(text.postAgain)}
        </Button>
      </div>
    </div>
  );
}

function Figures({ view }: { view: SurveyView }): ReactNode {
  const t = useT();
  const { answers, asked, absent, entered, open, type } = view;
  const rows = [
    { name: words.answered, value: answers, isShown: true },
    { name: words.askedPeople, value: asked, isShown: true },
    { name: words.absentPeople, value: absent, isShown: type === 'feedback' && absent > 0 },
    { name: words.enteredAnswers, value: entered, isShown: entered > 0 },
    { name: words.openAnswers, value: open, isShown: open > 0 },
  ];
  return (
    <dl className="survey-figures">
      {rows.map(
        ({ name, value, isShown }) =>
          isShown && (
            <div key={name.fi}>
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Reminders({ view, desk }: OfSurvey): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { reminders, remindsAt } = desk;
  const isAhead = remindsAt !== undefined && Date.parse(remindsAt) > Date.now() && view.phase !== 'closed';
  if (reminders.length === 0 && !isAhead) return undefined;
  return (
    <section aria-labelledby="reminders">
      <h3 id="reminders">{t(words.reminders)}</h3>
      {isAhead && <p className="quiet">{t(words.remindsOnce, { when: when(remindsAt) })}</p>}
      <ul className="plain quiet small">
        {reminders.map(({ at, state, direct, mail, channel, isByHand }) => (
          <li key={`${at} ${state}`}>
            {state === 'sent'
              ? t(words.logSent, {
                  ...{ when: when(at), direct, mail },
                  ...{ channel: String(channel), byHand: String(isByHand) },
                })
              : t(state === 'sending' ? words.logSending : state === 'nobody' ? words.logNobody : words.logSkipped, {
                  when: when(at),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}

// ── Dialogs ────────────────────────────────────────────────────────────────────────────────────

interface AboutSurvey extends Way {
  readonly view: SurveyView;
}

function useEnding(onEnd: () => void, said: string): () => void {
  const say = useSay();
  return () => {
    say(said);
    onEnd();
  };
}

function Remind({ view, ...way }: AboutSurvey): ReactNode {
  const t = useT();
  const attempt = useAttempt();
  const [direct, setDirect] = useState(true);
  const [channel, setChannel] = useState(true);
  const reach = useRead('survey-reminder', previewSurveyReminder, { params: { survey: view.id } });
  const ending = useEnding(way.onEnd, t(words.reminded));
  const remind = useSurveyChange(remindSurvey, () => {
    attempt.done();
    ending();
  });
  const found = reach.data;
  const reached = (found?.direct ?? 0) + (found?.mail ?? 0);
  const how = { direct: direct && reached > 0, channel };
  return (
    <Ask
      title={t(words.remindTitle)}
      does={t(words.remindSend)}
      onDo={() => remind.mutate({ params: { survey: view.id }, body: { ...how, requestId: attempt.idFor(how) } })}
      {...way}
      isReady={found !== undefined && (how.direct || channel)}
      isOnlyTold={found?.notAnswered === 0}
      isBusy={remind.isPending}
      error={remind.error}
    >
      <div aria-live="polite">
        {reach.isPending && <p className="quiet">{t(text.loading)}</p>}
        {reach.isError && !found && <Failure error={reach.error} onRetry={() => void reach.refetch()} />}
        {found && (
          <p>{found.notAnswered === 0 ? t(words.remindNobody) : t(words.remindCount, { n: found.notAnswered })}</p>
        )}
      </div>
      {found && found.notAnswered > 0 && (
        <>
          {reached > 0 && (
            <CheckField
              name="direct"
              label={t(words.remindDirect, { direct: found.direct, mail: found.mail })}
              isOn={direct}
              onChange={setDirect}
            />
          )}
          <CheckField
            name="channel"
            label={t(words.remindChannel, { n: found.byChannel })}
            isOn={channel}
            onChange={setChannel}
          />
          {channel && (
            <figure className="quote">
              <figcaption className="quiet small">{t(words.remindChannelText)}</figcaption>
              <blockquote>{found.channelText}</blockquote>
            </figure>
          )}
        </>
      )}
    </Ask>
  );
}

function Close({ view, ...way }: AboutSurvey): ReactNode {
  const t = useT();
  const close = useSurveyChange(closeSurvey, useEnding(way.onEnd, t(words.closed)));
  const isAnonymous = view.secrecy === 'anonymous';
  return (
    <Ask
      title={t(words.closeTitle)}
      does={t(words.closeNow)}
      onDo={() => close.mutate({ params: { survey: view.id } })}
      {...way}
      isBusy={close.isPending}
      error={close.error}
    >
      <p>{t(words.closeWhy)}</p>
      {isAnonymous && <p>{t(words.closeAnonymous)}</p>}
      {isAnonymous && view.missing > 0 && <p>{t(words.closeFew, { n: view.answers, step: view.step })}</p>}
    </Ask>
  );
}

function Extend({ view, ...way }: AboutSurvey): ReactNode {
  const t = useT();
  const zone = useZone();
  const [closesOn, setDay] = useState(() => dateIn(view.closesAt, zone));
  const [closesAtTime, setTime] = useState(() => timeIn(view.closesAt, zone));
  const extend = useSurveyChange(extendSurvey, useEnding(way.onEnd, t(words.extended)));
  return (
    <Ask
      title={t(words.extendTitle)}
      does={t(words.extend)}
      onDo={() => extend.mutate({ params: { survey: view.id }, body: { closesOn, closesAtTime } })}
      {...way}
      isReady={closesOn !== ''}
      isBusy={extend.isPending}
      error={extend.error}
    >
      <div className="survey-when">
        <DateField name="closesOn" label={t(words.day)} value={closesOn} onChange={setDay} />
        <TimeField name="closesAtTime" label={t(words.time)} value={closesAtTime} onChange={setTime} />
      </div>
    </Ask>
  );
}

function Undo({ view, ...way }: AboutSurvey): ReactNode {
  const t = useT();
  const undo = useSurveyChange(undoSurvey, useEnding(way.onEnd, t(words.undoneSaid)));
  return (
    <Ask
      title={t(words.undoTitle)}
      does={t(words.undo)}
      onDo={() => undo.mutate({ params: { survey: view.id } })}
      {...way}
      isBusy={undo.isPending}
      error={undo.error}
    >
      <p>{t(view.series ? words.undoParts : words.undoWhy)}</p>
    </Ask>
  );
}

function PostResults({ view, ...way }: AboutSurvey): ReactNode {
  const t = useT();
  const attempt = useAttempt();
  const ending = useEnding(way.onEnd, t(words.resultsPosted));
  const post = useSurveyChange(postResults, () => {
    attempt.done();
    ending();
  });
  const content = { survey: view.id, at: view.results?.at };
  return (
    <Ask
      title={t(words.postResultsTitle)}
      does={t(words.postResults)}
      onDo={() => post.mutate({ params: { survey: view.id }, body: { requestId: attempt.idFor(content) } })}
      {...way}
      isBusy={post.isPending}
      error={post.error}
    >
      <p>{t(view.event ? words.postResultsThread : words.postResultsWhy)}</p>
    </Ask>
  );
}
