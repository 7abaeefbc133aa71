/** A text to be taken along, such as a link or a letter to forward: shown whole, copied by a button. */
import { Button } from '@fluentui/react-button';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { type ReactNode, useRef } from 'react';
import { Labelled } from './fields.tsx';
import { formText } from './form-text.ts';
import { useSay } from './says.tsx';
import { useT } from './speak.ts';

export function CopyField({
  name,
  label,
  value,
  hint,
  rows = 1,
}: {
  name: string;
  label: string;
  value: string;
  hint?: string;
  /** More than one: the lines of a long text. */
  rows?: number;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      say(t(formText.copied));
    } catch {
      // A frame may be forbidden to: the keyboard can do it.
      input.current?.select();
      say(t(formText.copyByHand));
    }
  };
  return (
    <Labelled
      name={name}
      label={label}
      hint={hint}
      control={(tied) => (
        <div className={rows > 1 ? 'stack tight' : 'beside'}>
          {rows > 1 ? (
            <textarea {...tied} ref={input} className="input" rows={rows} readOnly value={value} />
          ) : (
            <input
              {...tied}
              ref={input}
              className="input"
              type="text"
              readOnly
              value={value}
              onFocus={(event) => event.target.select()}
            />
          )}
          <Button icon={<CopyRegular />} onClick={() => void copy()}>
            {t(formText.copy)}
          </Button>
        </div>
      )}
    />
  );
}
