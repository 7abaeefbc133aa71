/** What the organiser asks of those who come: the event’s own questions, and for the room diet and access. */
import type { ReactNode } from 'react';
import { useAttempt } from '../../attempt.ts';
import { answerEvent, type EventView } from '../../calls.ts';
import { useEventChange } from '../../data.ts';
import { LongTextField, ManyField, SelectField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { eventText, NEEDS_KEPT } from './text.ts';

type Question = EventView['questions'][number];
type Needs = NonNullable<NonNullable<EventView['answer']>['needs']>;

const DIETS = [
  'vegetarian',
  'vegan',
  'lactoseFree',
  'dairyFree',
  'glutenFree',
  'eggFree',
  'nutFree',
  'fishFree',
] as const satisfies readonly Needs['diet'][number][];
const ACCESSES = [
  'stepFree',
  'hearingLoop',
  'signLanguage',
  'assistant',
] as const satisfies readonly Needs['access'][number][];

interface Draft {
  readonly answers: Readonly<Record<string, string>>;
  readonly diet: readonly string[];
  readonly dietWords: string;
  readonly access: readonly string[];
  readonly accessWords: string;
}

const draftOf = ({ answer }: EventView): Draft => ({
  answers: answer?.answers ?? {},
  diet: answer?.needs?.diet ?? [],
  dietWords: answer?.needs?.dietWords ?? '',
  access: answer?.needs?.access ?? [],
  accessWords: answer?.needs?.accessWords ?? '',
});

export function AnswerDetails({ event }: { event: EventView }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const { draft, set } = useDraft(() => draftOf(event));
  const save = useEventChange(answerEvent, () => {
    attempt.done();
    say(t(eventText.answersSaved));
  });
  const { own, questions } = event;
  const asksNeeds = event.asksNeeds && own.attendance === 'room';
  if (!own.attendance || (questions.length === 0 && !asksNeeds)) return undefined;
  const { attendance } = own;
  const submit = (): void => {
    const { answers, diet, dietWords, access, accessWords } = draft;
    const content = {
      attendance,
      ...(questions.length > 0
        ? { answers: Object.fromEntries(questions.map(({ id }) => [id, answers[id] ?? ''])) }
        : {}),
      ...(asksNeeds ? { needs: { diet: [...diet], dietWords, access: [...access], accessWords } } : {}),
    };
    save.mutate({ params: { event: event.id }, body: { ...content, requestId: attempt.idFor(content) } });
  };
  return (
    <Form
      label={t(questions.length > 0 ? eventText.questions : eventText.needs)}
      onSubmit={submit}
      error={save.error}
      does={t(eventText.saveAnswers)}
      isBusy={save.isPending}
    >
      {questions.length > 0 && (
        <>
          <h3>{t(eventText.questions)}</h3>
          {questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              value={draft.answers[question.id] ?? ''}
              onChange={(value) => set('answers')({ ...draft.answers, [question.id]: value })}
            />
          ))}
        </>
      )}
      {asksNeeds && <NeedsFields draft={draft} set={set} />}
    </Form>
  );
}

function QuestionField({
  question: { id, label, choices, isRequired },
  value,
  onChange,
}: {
  question: Question;
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const t = useT();
  const field = { name: `answer-${id}`, label, value, onChange, isRequired, isOptional: !isRequired };
  if (!choices) return <LongTextField {...field} rows={2} />;
  return (
    <SelectField
      {...field}
      choices={[{ value: '', label: t(eventText.noChoice) }, ...choices.map((one) => ({ value: one, label: one }))]}
    />
  );
}

function NeedsFields({ draft, set }: { draft: Draft; set: ReturnType<typeof useDraft<Draft>>['set'] }): ReactNode {
  const t = useT();
  return (
    <div className="needs">
      <div>
        <h3>{t(eventText.needs)}</h3>
        <p className="quiet small">{t(eventText.needsWhy, { days: NEEDS_KEPT })}</p>
      </div>
      <ManyField
        name="diet"
        label={t(eventText.diet)}
        values={draft.diet}
        choices={DIETS.map((one) => ({ value: one as string, label: t(eventText[one]) }))}
        onChange={set('diet')}
      />
      <TextField
        name="dietWords"
        label={t(eventText.dietWords)}
        isOptional
        value={draft.dietWords}
        onChange={set('dietWords')}
      />
      <ManyField
        name="access"
        label={t(eventText.access)}
        values={draft.access}
        choices={ACCESSES.map((one) => ({ value: one as string, label: t(eventText[one]) }))}
        onChange={set('access')}
      />
      <TextField
        name="accessWords"
        label={t(eventText.accessWords)}
        isOptional
        value={draft.accessWords}
        onChange={set('accessWords')}
      />
    </div>
  );
}
