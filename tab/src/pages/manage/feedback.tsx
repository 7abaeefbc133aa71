/** The questions of every feedback form: the network's wording of the fixed ones, and its own after them. */
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { Labelled } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { type Locale, type Message, text } from '../../text.ts';
import { type FeedbackFormView, getFeedbackForm, putFeedbackForm } from '../surveys/calls.ts';
import { QuestionEditor } from '../surveys/question-editor.tsx';
import type { Words } from '../surveys/survey-draft.ts';
import { useLanguages } from '../surveys/words.tsx';
import { feedbackText as words } from './feedback-text.ts';

/** The server's own limit. */
const MOST_OWN = 10;
const FIXED: readonly { readonly field: 'grade' | 'best' | 'improve' | 'absent'; readonly name: Message }[] = [
  { field: 'grade', name: words.grade },
  { field: 'best', name: words.best },
  { field: 'improve', name: words.improve },
  { field: 'absent', name: words.absent },
];
const IN: Readonly<Record<Locale, Message>> = { fi: words.inFi, sv: words.inSv, en: words.inEn };

export function FeedbackQuestions({ path }: { path: readonly string[] }): ReactNode {
  const t = useT();
  const found = useRead('feedback-form', getFeedbackForm);
  if (path.length > 0) return <NotThere />;
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <Heading>{t(words.title)}</Heading>
      <p className="lead prose after">{t(words.lead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Questions form={found.data} />}
    </>
  );
}

/** As it was when the page was opened: what others change meanwhile doesn't take away what is being typed. */
function Questions({ form: { usual, ...kept } }: { form: FeedbackFormView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [form, setForm] = useState(kept);
  const save = useSend(putFeedbackForm, {
    stale: 'feedback-form',
    onDone: ({ usual: _, ...saved }) => {
      setForm(saved);
      say(t(words.saved));
    },
  });
  return (
    <Form
      label={t(words.title)}
      does={t(text.save)}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ body: form })}
    >
      <p className="notice warning">{t(words.warning)}</p>
      {FIXED.map(({ field, name }) => (
        <FixedQuestion
          key={field}
          field={field}
          name={t(name)}
          hint={t(field === 'absent' ? words.absentHint : words.emptyHint)}
          value={form[field]}
          usual={usual[field]}
          onChange={(value) => setForm({ ...form, [field]: value })}
        />
      ))}
      <section aria-labelledby="own-questions">
        <h2 id="own-questions">{t(words.own)}</h2>
        <p className="quiet">{t(words.ownWhy, { most: MOST_OWN })}</p>
        <QuestionEditor
          questions={form.own}
          field="questions"
          most={MOST_OWN}
          onChange={(own) => setForm({ ...form, own: [...own] })}
        />
      </section>
    </Form>
  );
}

function FixedQuestion({
  field,
  name,
  hint,
  value,
  usual,
  onChange,
}: {
  field: string;
  name: string;
  hint: string;
  value: Words;
  usual: Words;
  onChange: (value: Words) => void;
}): ReactNode {
  const t = useT();
  const languages = useLanguages();
  return (
    <fieldset className="fields fixed-question">
      <legend className="bold">{name}</legend>
      <p className="quiet small">{hint}</p>
      {languages.map((locale, index) => (
        <Labelled
          key={locale}
          name={index === 0 ? field : `${field}.${locale}`}
          label={t(IN[locale])}
          control={(tied) => (
            <input
              {...tied}
              className="input"
              type="text"
              autoComplete="off"
              lang={locale}
              placeholder={usual[locale]}
              value={value[locale]}
              onChange={(event) => onChange({ ...value, [locale]: event.target.value })}
            />
          )}
        />
      ))}
    </fieldset>
  );
}
