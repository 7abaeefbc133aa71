/** The coordinators' queue of questions, when they are told that nobody has answered, and the files. */
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { exportQuestions, getQuestionsDesk, setQuestionsDesk } from './calls.ts';
import { QuestionLine } from './line.tsx';
import { questionText as words } from './text.ts';

/** Milliseconds between looks at what others may have asked. */
const LIVE = 30_000;

export function QuestionsDeskPage(): ReactNode {
  const t = useT();
  const desk = useRead('questions-desk', getQuestionsDesk, { every: LIVE });
  const { data } = desk;
  return (
    <>
      <BackLink page="questions">{t(words.title)}</BackLink>
      <Heading>{t(words.queueTitle)}</Heading>
      <p className="lead">{t(words.queueLead)}</p>
      {desk.isPending && <Skeleton />}
      {desk.isError && !data && <Failure error={desk.error} onRetry={() => void desk.refetch()} />}
      {data?.queue.length === 0 && (
        <div className="empty">
          <p className="strong">{t(words.queueEmpty)}</p>
          <p>{t(words.queueEmptyWhy)}</p>
        </div>
      )}
      {data && data.queue.length > 0 && (
        <ul className="plain list questions">
          {data.queue.map((row) => (
            <QuestionLine key={row.id} of={row} />
          ))}
        </ul>
      )}
      {data && <Days days={data.questionDays} />}
      <section aria-labelledby="file">
        <h2 id="file">{t(words.fileTitle)}</h2>
        <p className="quiet small">{t(words.fileWhy)}</p>
        <Downloads
          call={exportQuestions}
          files={[
            { name: 'CSV', body: { format: 'csv' } },
            { name: 'Excel', body: { format: 'xlsx' } },
          ]}
        />
      </section>
    </>
  );
}

function Days({ days }: { days: number }): ReactNode {
  const t = useT();
  const say = useSay();
  const [typed, setTyped] = useState(String(days));
  const save = useSend(setQuestionsDesk, { stale: 'questions-desk', onDone: () => say(t(words.daysSaved)) });
  return (
    <section aria-labelledby="days">
      <h2 id="days">{t(words.daysTitle)}</h2>
      <Form
        label={t(words.daysTitle)}
        does={t(words.save)}
        isBusy={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate({ body: { questionDays: Math.trunc(Number(typed)) || 0 } })}
      >
        <TextField
          name="questionDays"
          label={t(words.days)}
          hint={t(words.daysHint)}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
        />
      </Form>
    </section>
  );
}
