/** A question that is answered before the page goes on; fetched when the first one is asked. */
import { Button } from '@fluentui/react-button';
import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-dialog';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AskProps } from './ask.tsx';
import { TextField } from './fields.tsx';
import { WithProblems } from './form.tsx';
import { formText } from './form-text.ts';
import { useT } from './speak.ts';
import { Refused } from './states.tsx';
import { text } from './text.ts';

export function AskDialog(props: AskProps): ReactNode {
  const {
    title,
    does,
    onDo,
    isOpen,
    onEnd,
    isBusy,
    error,
    isOnlyTold = false,
    isReady = true,
    typed,
    children,
  } = props;
  const t = useT();
  const form = useRef<HTMLFormElement>(null);
  const [word, setWord] = useState('');
  const isConfirmed = !typed || word.trim().toLowerCase() === typed.toLowerCase();
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open: opens }) => !opens && onEnd()}>
      <DialogSurface>
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation(); // React tells the form around the dialog too, though it stands elsewhere in the page
            if (isConfirmed && isReady && !isBusy) onDo();
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className="dialog">
              <WithProblems error={error}>{children}</WithProblems>
              {typed && (
                <TextField
                  name="typed"
                  label={t(formText.typeToConfirm, { word: typed })}
                  value={word}
                  onChange={setWord}
                />
              )}
              <Refused error={error} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onEnd}>{t(isOnlyTold ? text.close : text.cancel)}</Button>
              {!isOnlyTold && (
                <Button type="submit" appearance="primary" disabled={isBusy || !isReady || !isConfirmed}>
                  {does}
                </Button>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
