/** One picture in a form: chosen, taken or dropped, made smaller here, sent at once, and told in words to those who can't see it. */
import { Button } from '@fluentui/react-button';
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { apiProblem } from './api.ts';
import { TextField } from './fields.tsx';
import { useProblemOf } from './form.tsx';
import { formText } from './form-text.ts';
import { shownAt } from './picture-address.ts';
import { sendPicture } from './picture-calls.ts';
import './picture.css';
import { lighter } from './picture-lighter.ts';
import { pictureText as words } from './picture-text.ts';
import { useSession } from './session.ts';
import { useT } from './speak.ts';

/** What the server reads, by its content. */
const FORMATS = 'image/jpeg,image/png,image/webp';
/** Bytes; the server's own limit. */
const LARGEST = 12 * 1024 * 1024;

/** A picture that the server keeps. `address` shows it; for what stood there before, the address that came with it. */
export interface ChosenPicture {
  readonly id: string;
  readonly alt: string;
  readonly address: string;
}

/** As a request carries it. */
export const pictureSent = (chosen: ChosenPicture | undefined): { id: string; alt: string } | undefined =>
  chosen && { id: chosen.id, alt: chosen.alt };

interface PictureFieldProps {
  /** Of the field in what is sent; a refusal names it, or `<name>.alt`. */
  readonly name: string;
  /** “Kuva” when it is absent. */
  readonly label?: string;
  /** Empty: not in sight, where many such fields follow each other. */
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
  readonly isOptional?: boolean;
  /** Of what the picture shows, instead of a question to the reader: an option of a poll says it in its own words. */
  readonly alt?: string;
  readonly value: ChosenPicture | undefined;
  readonly onChange: (picture: ChosenPicture | undefined) => void;
}

export function PictureField({
  name,
  label: given,
  hint,
  isRequired = false,
  isOptional = false,
  alt,
  value,
  onChange,
}: PictureFieldProps): ReactNode {
  const t = useT();
  const { api } = useSession();
  const id = useId();
  const told = useProblemOf(name);
  const input = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const [said, setSaid] = useState('');
  const [mistake, setMistake] = useState('');
  const label = given ?? t(words.picture);
  const problem = mistake || told;

  const take = async (file: File | undefined): Promise<void> => {
    if (!file || isBusy) return;
    setBusy(true);
    setMistake('');
    setSaid(t(words.busy));
    try {
      const light = await lighter(file);
      if (light.size > LARGEST) throw new TooLarge();
      const { id: kept, address } = await api.sendFile(sendPicture, light);
      onChange({ id: kept, alt: value?.alt ?? '', address });
      setSaid(t(words.added));
    } catch (error) {
      setSaid('');
      setMistake(error instanceof TooLarge ? t(words.tooLarge) : (apiProblem(error).detail ?? t(words.failed)));
    }
    setBusy(false);
  };
  const remove = (): void => {
    onChange(undefined);
    setMistake('');
    setSaid(t(words.removed));
    group.current?.querySelector('button')?.focus();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const fileInput = (ref: typeof input, hidden: string, isCamera: boolean): ReactNode => (
    <input
      ref={ref}
      type="file"
      accept={FORMATS}
      {...(isCamera ? { capture: 'environment' as const } : {})}
      className="hidden"
      tabIndex={-1}
      aria-label={hidden}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        target.value = '';
        void take(file);
      }}
    />
  );
  return (
    <fieldset
      ref={group}
      className={`picture-field${isOver ? ' over' : ''}`}
      aria-describedby={`${id}-hint ${id}-problem`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
        {isOptional && <span className="quiet"> ({t(formText.optional)})</span>}
      </legend>
      <p id={`${id}-hint`} className={hint === '' ? 'hidden' : 'quiet small'}>
        {hint || t(words.formats)} <span className="only-pointer">{t(words.drop)}</span>
      </p>
      {value && <img className="chosen-picture" src={shownAt(value.address)} alt={(alt ?? value.alt) || label} />}
      {fileInput(input, t(words.file, { label }), false)}
      {fileInput(camera, t(words.fromCamera, { label }), true)}
      <div className="row">
        <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
          {t(value ? words.change : words.choose)}
          {given && <span className="hidden">: {given}</span>}
        </Button>
        <Button className="only-touch" disabledFocusable={isBusy} onClick={() => camera.current?.click()}>
          {t(words.camera)}
          {given && <span className="hidden">: {given}</span>}
        </Button>
        {value && (
          <Button appearance="subtle" disabledFocusable={isBusy} onClick={remove}>
            {t(words.remove)}
            {given && <span className="hidden">: {given}</span>}
          </Button>
        )}
      </div>
      <p role="status" className="quiet small">
        {said}
      </p>
      <p id={`${id}-problem`} className="mistake" {...(problem ? { tabIndex: -1 } : {})}>
        {problem}
      </p>
      {value && alt === undefined && (
        <TextField
          name={`${name}.alt`}
          label={t(words.alt)}
          hint={t(words.altHint)}
          isRequired
          value={value.alt}
          onChange={(now) => onChange({ ...value, alt: now })}
        />
      )}
    </fieldset>
  );
}

/** Even made smaller. */
class TooLarge extends Error {
  override name = 'TooLarge';
}
