/** A new survey: its form, and beside it the very card that will be posted and when its parts open. */
import { Button } from '@fluentui/react-button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend, useSurveys } from '../../data.ts';
import { SelectField } from '../../fields.tsx';
import { WithProblems } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { focusOnMistake, useKeptForm, usePreview } from '../../kept-form.ts';
import { goTo, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { CardPreview } from '../card-preview.tsx';
import { copySurvey, createSurvey, getSurvey, listForms, previewSurvey, removeForm, saveForm } from './calls.ts';
import { useSurveyChange } from './data.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { inParts, titleOfParts } from './parts.ts';
import { rememberPicture } from './picture-file.ts';
import { anyWords, draftOf, emptySurvey, formOf, isUntouched, questionsOf, type SurveyForm } from './survey-draft.ts';
import { surveyPage, titleOf } from './survey-line.tsx';
import { SurveyParts } from './survey-parts.tsx';
import { Deadline, SurveySettings } from './survey-settings.tsx';
import { Translations, useLanguages, WordsField } from './words.tsx';
import './desk.css';

/** What of the form is folded away, and so must be unfolded when something in it is wrong. */
const FOLDED = ['description', 'secrecy', 'step', 'breakdown', 'showResults', 'group', 'event', 'opensOn', 'isPublic'];

interface Kept {
  readonly form: SurveyForm;
  /** Under which the form is put aside. */
  readonly id: string;
  /** It is put aside already. */
  readonly isSaved: boolean;
}
const newKept = (form: SurveyForm = emptySurvey()): Kept => ({ form, id: crypto.randomUUID(), isSaved: false });

/** `from`: an earlier survey, whose copy it begins with. */
export function NewSurvey({ from }: { from?: string }): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  const copy = useQuery({
    queryKey: [person, network.id, 'survey-copy', from],
    enabled: from !== undefined,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const params = { survey: from ?? '' };
      const [{ draft }, view] = await Promise.all([
        api.send(copySurvey, { params }, signal),
        api.send(getSurvey, { params }, signal),
      ]);
      for (const { options } of draft.parts.flatMap(({ questions }) => questions))
        for (const { id, picture } of options) {
          const shown = view.questionList.flatMap((one) => one.options).find((one) => one.id === id && one.picture);
          if (picture && shown?.picture) rememberPicture(picture, shown.picture);
        }
      return draft;
    },
  });
  return (
    <>
      <BackLink page="polls">{t(text.polls)}</BackLink>
      <Heading>{t(words.newSurvey)}</Heading>
      <p className="lead">{t(words.newSurveyLead)}</p>
      {from !== undefined && copy.isPending && <Skeleton />}
      {copy.isError && <Failure error={copy.error} onRetry={() => void copy.refetch()} />}
      {from === undefined && <Form key="new" keptAs="new" start={emptySurvey} />}
      {from !== undefined && copy.data && <Form key={from} keptAs={from} start={() => formOf(copy.data)} />}
    </>
  );
}

function Form({ keptAs, start }: { keptAs: string; start: () => SurveyForm }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { when } = useWhen();
  const { network } = useSession();
  const key = `verkostobotti.newSurvey.${network.id}.${keptAs}`;
  const [kept, setKept, forget] = useKeptForm<Kept>(
    key,
    () => newKept(start()),
    ({ form, ...rest }) => ({ ...newKept(), ...rest, form: { ...emptySurvey(), ...form } }),
  );
  /** Problems are told once publishing was tried. */
  const [hasTried, setTried] = useState(false);
  const formElement = useRef<HTMLFormElement>(null);
  const { form } = kept;
  const draft = draftOf(form);
  const preview = usePreview(previewSurvey, draft);
  const drop = useSend(removeForm, { stale: 'survey-forms' });
  const create = useSurveyChange(createSurvey, (survey) => {
    attempt.done();
    forget();
    if (kept.isSaved) drop.mutate({ params: { form: kept.id } });
    say(t(words.published));
    replaceWith(surveyPage(survey.id));
  });
  const save = useSend(saveForm, {
    stale: 'survey-forms',
    onDone: () => {
      setKept({ ...kept, isSaved: true });
      say(t(words.savedAside));
    },
  });
  const refused = create.error?.fields.length ? create.error.fields : undefined;
  const problems = hasTried ? (refused ?? preview.data?.problems ?? []) : [];
  const change = (changes: Partial<SurveyForm>): void => {
    create.reset();
    setKept({ ...kept, form: { ...form, ...changes } });
  };
  useEffect(() => {
    if (refused) focusOnMistake(formElement.current);
  }, [refused]);
  const { card, parts = [], closesAt, remindsAt, asked } = preview.data ?? {};
  const hasHidden = problems.some(({ field }) => FOLDED.includes(field));
  return (
    <>
      {keptAs === 'new' && (
        <Beginnings
          isUntouched={isUntouched(form)}
          current={kept.id}
          onOpen={(id, opened) => {
            setTried(false);
            setKept({ form: opened, id, isSaved: true });
          }}
        />
      )}
      <div className="columns even">
        <form
          ref={formElement}
          noValidate
          className="fields new-survey"
          onSubmit={(event) => {
            event.preventDefault();
            if (create.isPending) return;
            setTried(true);
            create.mutate({ body: { draft, requestId: attempt.idFor(draft) } });
          }}
        >
          <WithProblems error={{ fields: problems }}>
            <WordsField
              name="title"
              label={t(words.surveyTitle)}
              hint={t(words.surveyTitleHint)}
              isRequired
              value={form.title}
              onChange={(title) => change({ title })}
            />
            <WordsField
              name="purpose"
              label={t(words.purpose)}
              hint={t(words.purposeHint)}
              rows={2}
              value={form.purpose}
              onChange={(purpose) => change({ purpose })}
            />
            <Translations>
              <WordsField
                name="title"
                label={t(words.surveyTitle)}
                value={form.title}
                onChange={(title) => change({ title })}
              />
              <WordsField
                name="purpose"
                label={t(words.purpose)}
                rows={2}
                value={form.purpose}
                onChange={(purpose) => change({ purpose })}
              />
            </Translations>
            <SurveyParts form={form} onChange={change} schedule={parts} />
            <Deadline form={form} onChange={change} closesAt={closesAt} />
            <details className="more-settings" open={hasHidden ? true : undefined}>
              <summary>{t(words.moreSettings)}</summary>
              <SurveySettings form={form} onChange={change} remindsAt={remindsAt} />
            </details>
          </WithProblems>
          {refused ? (
            <p role="alert" className="mistake">
              {t(words.mendFirst, { n: refused.length })}
            </p>
          ) : (
            <Refused error={create.error} />
          )}
          <Refused error={save.error} />
          <div className="row">
            <Button type="submit" appearance="primary" size="large" disabledFocusable={create.isPending}>
              {t(parts.length > 1 || form.opensOn ? words.schedule : words.publish)}
            </Button>
            {!isUntouched(form) && (
              <>
                <Button
                  size="large"
                  disabledFocusable={save.isPending}
                  onClick={() => save.mutate({ params: { form: kept.id }, body: { draft } })}
                >
                  {t(words.saveAside)}
                </Button>
                <Button
                  appearance="subtle"
                  size="large"
                  onClick={() => {
                    create.reset();
                    setTried(false);
                    if (keptAs === 'new') setKept(newKept());
                    else {
                      forget();
                      goTo('surveys/new');
                    }
                  }}
                >
                  {t(words.clear)}
                </Button>
              </>
            )}
          </div>
        </form>
        <div className="stack survey-beside">
          <CardPreview
            card={card}
            isStale={preview.isPlaceholderData}
            why={t(words.previewWhy)}
            empty={t(words.previewEmpty)}
          />
          {parts.length > 1 && (
            <section aria-labelledby="schedule-title">
              <h2 id="schedule-title">{t(words.scheduleTitle)}</h2>
              <ol className="notes">
                {parts.map((part) => (
                  <li key={part.opensAt}>
                    {when(part.opensAt)}: {part.title}{' '}
                    <span className="quiet small">{t(words.questionCount, { n: part.questions })}</span>
                  </li>
                ))}
              </ol>
            </section>
          )}
          {card && (
            <section aria-labelledby="by-itself">
              <h2 id="by-itself">{t(words.byItself)}</h2>
              <ul className="notes quiet small">
                {asked !== undefined && <li>{t(words.asksPeople, { n: asked })}</li>}
                {closesAt && <li>{t(words.closesItself, { when: when(closesAt) })}</li>}
                <li>{remindsAt ? t(words.remindsOnce, { when: when(remindsAt) }) : t(words.remindsNot)}</li>
                {form.secrecy !== 'named' && <li>{t(words.inSteps, { n: Number(form.step) || 5 })}</li>}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  );
}

/** Before one begins: forms that were put aside, and earlier surveys to copy. */
function Beginnings({
  isUntouched: isNew,
  current,
  onOpen,
}: {
  isUntouched: boolean;
  current: string;
  onOpen: (id: string, form: SurveyForm) => void;
}): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const say = useSay();
  const [locale] = useLanguages();
  const forms = useRead('survey-forms', listForms);
  const surveys = useSurveys();
  const earlier = inParts(
    (surveys.data?.pages ?? [])
      .flatMap((page) => page.surveys)
      .filter(({ type, phase }) => type === 'survey' && phase !== 'undone'),
  );
  const [chosen, setChosen] = useState('');
  const drop = useSend(removeForm, {
    stale: 'survey-forms',
    onDone: () => say(t(words.formRemoved)),
  });
  const aside = (forms.data?.forms ?? []).filter(({ id }) => id !== current);
  if (!isNew && aside.length === 0) return undefined;
  return (
    <section aria-label={t(words.beginnings)} className="survey-beginnings">
      {aside.length > 0 && (
        <>
          <h2>{t(words.unfinished)}</h2>
          <ul className="plain list">
            {aside.map(({ id, savedAt, draft }) => {
              const form = formOf(draft);
              const title = anyWords(form.title, locale) || t(words.untitled);
              return (
                <li key={id} className="line survey-aside">
                  <p>
                    <span className="bold">{title}</span>
                    <span className="quiet small">
                      {' '}
                      {t(words.savedWhen, { when: when(savedAt), n: questionsOf(form).length })}
                    </span>
                  </p>
                  <div className="row beside-title">
                    <Button
                      aria-label={`${t(words.goOn)}: ${title}`}
                      disabledFocusable={!isNew}
                      onClick={() => {
                        onOpen(id, form);
                        say(t(words.opened));
                      }}
                    >
                      {t(words.goOn)}
                    </Button>
                    <Button
                      appearance="subtle"
                      aria-label={`${t(words.remove)}: ${title}`}
                      onClick={() => drop.mutate({ params: { form: id } })}
                    >
                      {t(words.remove)}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
          <Refused error={drop.error} />
        </>
      )}
      {isNew && earlier.length > 0 && (
        <div className="survey-copy">
          <SelectField
            name="from"
            label={t(words.copyEarlier)}
            hint={t(words.copyEarlierHint)}
            value={chosen}
            choices={[
              { value: '', label: t(words.copyNone) },
              ...earlier.map((parts) => ({
                value: parts[0].id as string,
                label: parts.length > 1 ? titleOfParts(parts) : titleOf(parts[0], t),
              })),
            ]}
            onChange={setChosen}
          />
          <Button disabledFocusable={chosen === ''} onClick={() => goTo(`surveys/new/${encodeURIComponent(chosen)}`)}>
            {t(words.copyNow)}
          </Button>
        </div>
      )}
    </section>
  );
}
