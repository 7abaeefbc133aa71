/** The form of an item around its fields: files dropped on it, what is wrong, and sending once all files have arrived. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../../api.ts';
import { useRead } from '../../data.ts';
import { WithProblems } from '../../form.tsx';
import { focusOnMistake } from '../../kept-form.ts';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import type { Message, Translate } from '../../text.ts';
import { type MaterialChoices, type MaterialDraft, materialChoices } from './desk-calls.ts';
import { titleFrom } from './file-kinds.ts';
import { draftOf, isFolded, type MaterialForm, typeOf } from './form-draft.ts';
import { MaterialFields, MoreFields } from './form-fields.tsx';
import { formText as words } from './form-text.ts';
import { useDrop } from './upload-drop.ts';
import { type FileList, type Files, isUnderWay } from './upload-list.ts';
import './form.css';

export interface Sending {
  /** Sends the form now, or once its files have arrived. */
  readonly send: (how: string) => void;
  readonly isBusy: boolean;
  readonly choices: MaterialChoices | undefined;
}

interface FormFrameProps {
  readonly form: MaterialForm;
  readonly onChange: (form: MaterialForm) => void;
  readonly list: FileList;
  readonly files: Files;
  /** Of what was last sent. */
  readonly error: ApiProblem | null;
  readonly isBusy: boolean;
  /** Of the button that Enter presses. */
  readonly usual: string;
  /** `how`: which button was pressed. */
  readonly onSend: (draft: MaterialDraft, how: string) => void;
  /** Below the fields: buttons, and what they do. */
  readonly children: (sending: Sending) => ReactNode;
}

interface Problem {
  readonly field: string;
  readonly message: string;
}
const NOTHING_WRONG: readonly Problem[] = [];

export function FormFrame(props: FormFrameProps): ReactNode {
  const { form, onChange, list, files, error, isBusy, usual, onSend, children } = props;
  const t = useT();
  const choices = useRead('material-choices', materialChoices).data;
  const element = useRef<HTMLFormElement>(null);
  /** Lines that had not arrived when sending was tried; told until something changes. */
  const [missing, setMissing] = useState(NOTHING_WRONG);
  /** What was pressed while files were still on their way. */
  const [waits, setWaits] = useState<string>();
  const problems = missing.length > 0 ? missing : (error?.fields ?? NOTHING_WRONG);
  const type = typeOf(form, files);
  const isSending = isUnderWay(files);

  const change = (changes: Partial<MaterialForm>): void => {
    setMissing(NOTHING_WRONG);
    onChange({ ...form, ...changes });
  };
  const take = (chosen: readonly File[], folders: readonly string[] = []): void => {
    setMissing(NOTHING_WRONG);
    const [first] = list.add(chosen, folders);
    if (first && form.title.trim() === '') onChange({ ...form, title: titleFrom(first.name) });
  };
  const isOver = useDrop(take);
  const send = (how: string): void => {
    if (isBusy) return;
    const lacking = missingIn(files, t);
    setMissing(lacking);
    if (lacking.length > 0) setWaits(undefined);
    else if (isSending) setWaits(how);
    else {
      setWaits(undefined);
      onSend(draftOf(form, files, choices), how);
    }
  };
  const sendNow = useRef(send);
  useEffect(() => {
    sendNow.current = send;
  });
  useEffect(() => {
    if (waits !== undefined && !isSending) sendNow.current(waits);
  }, [waits, isSending]);
  useEffect(() => {
    if (problems.length > 0) focusOnMistake(element.current);
  }, [problems]);

  return (
    <form
      ref={element}
      noValidate
      className={isOver ? 'fields material-form is-over' : 'fields material-form'}
      onSubmit={(event) => {
        event.preventDefault();
        send(usual);
      }}
    >
      {isOver && (
        <p className="drop-here" aria-hidden="true">
          {t(words.dropHere)}
        </p>
      )}
      <Summary problems={problems} />
      <WithProblems error={{ fields: problems }}>
        <MaterialFields form={form} onChange={change} choices={choices} list={list} files={files} onChosen={take} />
        <details
          className="more-settings"
          open={problems.some(({ field }) => isFolded(field, type)) ? true : undefined}
        >
          <summary>{t(words.more)}</summary>
          <MoreFields form={form} onChange={change} choices={choices} list={list} files={files} onChosen={take} />
        </details>
      </WithProblems>
      {error && error.fields.length === 0 && <Refused error={error} />}
      <div role="status">
        {waits !== undefined && isSending && (
          <div className="notice row material-waits">
            <p>{t(words.waitsForFiles)}</p>
            <Button onClick={() => setWaits(undefined)}>{t(words.waitNoLonger)}</Button>
          </div>
        )}
      </div>
      {children({ send, isBusy, choices })}
    </form>
  );
}

/** Lines that were not sent whole and are not being sent either. */
const missingIn = ({ rows }: Files, t: Translate): readonly Problem[] => {
  const lacking = rows.flatMap(({ phase, next }, index) =>
    phase === 'failed' || phase === 'interrupted'
      ? [{ field: `files.${index}`, message: t(words.notThereYet, { name: next?.name ?? '' }) }]
      : [],
  );
  return lacking.length > 0 ? lacking : NOTHING_WRONG;
};

const NAMES: Readonly<Record<string, Message>> = {
  ...{ title: words.title, summary: words.summary, event: words.event, links: words.links, files: words.files },
  ...{ topic: words.topic, goal: words.goal, implementation: words.implementation, lessons: words.lessons },
  ...{ question: words.question, answer: words.answer, terms: words.themes, newTags: words.tags },
  ...{ targetGroups: words.targetGroups, language: words.language, organisation: words.organisation },
  ...{ author: words.author, audience: words.audience, reviewOn: words.reviewOn },
};

/** All that is wrong, on top; the focus is on the first of it. */
function Summary({ problems }: { problems: readonly Problem[] }): ReactNode {
  const t = useT();
  return (
    <div role="alert">
      {problems.length > 0 && (
        <div className="notice attention">
          <p className="strong">{t(words.mend, { n: problems.length })}</p>
          <ul className="notes">
            {problems.map(({ field, message }) => {
              const name = NAMES[field.split('.')[0] ?? ''];
              return (
                <li key={`${field} ${message}`}>{name ? t(words.problemOf, { name: t(name), message }) : message}</li>
              );
            })}
          </ul>
        </div>
      )}
    </div>
  );
}
