/** The options of a question: a row each, moved by buttons, many at once by pasting; with a picture each where pictures are chosen between. */
import { Button } from '@fluentui/react-button';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Labelled } from '../../fields.tsx';
import { useProblemOf } from '../../form.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { addPicture } from './calls.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { pictureOf, rememberPicture, smallPicture } from './picture-file.ts';
import { emptyOption, MOST_OPTIONS, moved, type OptionDraft, type QuestionDraft } from './survey-draft.ts';
import { useLanguages } from './words.tsx';

interface OptionRowsProps {
  readonly question: QuestionDraft;
  /** Of the question in what is refused. */
  readonly field: string;
  readonly onChange: (options: OptionDraft[]) => void;
  /** Only words may change. */
  readonly isFixed?: boolean;
}

export function OptionRows({ question, field, onChange, isFixed = false }: OptionRowsProps): ReactNode {
  const t = useT();
  const name = useId();
  const [locale] = useLanguages();
  const { options, type } = question;
  const problem = useProblemOf(`${field}.options`);
  const rows = useRef<HTMLDivElement>(null);
  /** The row that gets the focus once it is there. */
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    rows.current?.querySelector<HTMLInputElement>(`[data-option="${wanted.current}"] .words-input`)?.focus();
    wanted.current = undefined;
  });
  const change = (all: readonly OptionDraft[]): void => onChange([...all]);
  const write = (id: string, changes: Partial<OptionDraft>): void =>
    change(options.map((one) => (one.id === id ? { ...one, ...changes } : one)));
  const addAfter = (index: number, labels: readonly string[] = ['']): void => {
    const added: OptionDraft[] = [];
    for (const label of labels.slice(0, MOST_OPTIONS - options.length)) {
      const bare = emptyOption([...options, ...added]);
      added.push({ ...bare, label: { ...bare.label, [locale]: label } });
    }
    wanted.current = added.at(-1)?.id;
    change([...options.slice(0, index + 1), ...added, ...options.slice(index + 1)]);
  };
  const remove = (index: number): void => {
    wanted.current = options[Math.max(0, index - 1)]?.id;
    change(options.filter((_, at) => at !== index));
  };
  /** The first line goes on in its row, the others become rows. */
  const paste = (index: number, pasted: string): boolean => {
    const [first = '', ...rest] = pasted.split(/\r?\n/).flatMap((line) => line.trim() || []);
    const one = options[index];
    if (rest.length === 0 || !one) return false;
    const before = options.with(index, { ...one, label: { ...one.label, [locale]: one.label[locale] + first } });
    const added: OptionDraft[] = [];
    for (const label of rest.slice(0, MOST_OPTIONS - before.length)) {
      const bare = emptyOption([...before, ...added]);
      added.push({ ...bare, label: { ...bare.label, [locale]: label } });
    }
    wanted.current = added.at(-1)?.id;
    const after = before.slice(index + 1).filter(({ label }) => label[locale] !== '');
    change([...before.slice(0, index + 1), ...added, ...after]);
    return true;
  };
  return (
    <fieldset className="option-fields survey-options" aria-describedby={`${name}-hint ${name}-problem`}>
      <legend>{t(words.options)}</legend>
      <div ref={rows} className="stack tight">
        {options.map((option, index) => (
          <div key={option.id} data-option={option.id} className="survey-option">
            {type === 'pictures' && (
              <PictureField
                option={option}
                n={index + 1}
                isFixed={isFixed}
                onChange={(picture) => write(option.id, { picture })}
              />
            )}
            <OptionWords
              field={`${field}.options.${index}`}
              n={index + 1}
              isPicture={type === 'pictures'}
              value={option.label[locale]}
              onChange={(label) => write(option.id, { label: { ...option.label, [locale]: label } })}
              onNext={() => !isFixed && options.length < MOST_OPTIONS && addAfter(index)}
              onPaste={(pasted) => !isFixed && paste(index, pasted)}
            />
            {!isFixed && (
              <div className="survey-option-buttons">
                <Button
                  appearance="subtle"
                  icon={<ArrowUpRegular />}
                  aria-label={t(words.optionUp, { n: index + 1 })}
                  disabledFocusable={index === 0}
                  onClick={() => change(moved(options, option.id, -1))}
                />
                <Button
                  appearance="subtle"
                  icon={<ArrowDownRegular />}
                  aria-label={t(words.optionDown, { n: index + 1 })}
                  disabledFocusable={index === options.length - 1}
                  onClick={() => change(moved(options, option.id, 1))}
                />
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  aria-label={t(words.removeOption, { n: index + 1 })}
                  onClick={() => remove(index)}
                />
              </div>
            )}
          </div>
        ))}
      </div>
      {!isFixed && options.length < MOST_OPTIONS && (
        <Button appearance="subtle" icon={<AddRegular />} onClick={() => addAfter(options.length - 1)}>
          {t(words.addOption)}
        </Button>
      )}
      <p id={`${name}-hint`} className="quiet small">
        {isFixed ? '' : t(words.optionsHint)}
      </p>
      <p id={`${name}-problem`} className="mistake" {...(problem ? { tabIndex: -1 } : {})}>
        {problem}
      </p>
    </fieldset>
  );
}

function OptionWords({
  field,
  n,
  isPicture,
  value,
  onChange,
  onNext,
  onPaste,
}: {
  field: string;
  n: number;
  isPicture: boolean;
  value: string;
  onChange: (value: string) => void;
  onNext: () => void;
  /** Whether the paste was taken care of. */
  onPaste: (pasted: string) => boolean;
}): ReactNode {
  const t = useT();
  return (
    <Labelled
      name={field}
      label={t(isPicture ? words.pictureLabel : words.optionNumber, { n })}
      control={(tied) => (
        <input
          {...tied}
          className="input words-input"
          type="text"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onNext();
          }}
          onPaste={(event) => {
            if (onPaste(event.clipboardData.getData('text'))) event.preventDefault();
          }}
        />
      )}
    />
  );
}

/** A picture is chosen from the reader's files, made small here, and kept by the server. */
function PictureField({
  option,
  n,
  isFixed,
  onChange,
}: {
  option: OptionDraft;
  n: number;
  isFixed: boolean;
  onChange: (picture: string) => void;
}): ReactNode {
  const t = useT();
  const { api } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [locale] = useLanguages();
  const address = pictureOf(option.picture);
  const take = async (file: File): Promise<void> => {
    setState('busy');
    try {
      const bytes = await smallPicture(file);
      const { picture } = await api.send(addPicture, { body: { bytes } });
      rememberPicture(picture, `data:image/jpeg;base64,${bytes}`);
      setState('idle');
      onChange(picture);
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="survey-picture">
      {address ? (
        <img src={address} alt={option.label[locale] || t(words.pictureN, { n })} />
      ) : (
        option.picture && <p className="quiet small">{t(words.pictureThere)}</p>
      )}
      {!isFixed && (
        <>
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            className="hidden"
            tabIndex={-1}
            aria-label={t(words.pictureFile, { n })}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              target.value = '';
              if (file) void take(file);
            }}
          />
          <Button disabledFocusable={state === 'busy'} onClick={() => input.current?.click()}>
            {t(option.picture ? words.changePicture : words.choosePicture, { n })}
          </Button>
        </>
      )}
      <p role="status" className={state === 'failed' ? 'mistake' : 'quiet small'}>
        {state === 'busy' ? t(words.pictureBusy) : state === 'failed' ? t(words.pictureFailed) : ''}
      </p>
    </div>
  );
}
