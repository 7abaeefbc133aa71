/** A form: what was refused is shown by the field that it is about, and the first such field gets the focus. */
import { Button } from '@fluentui/react-button';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from './api.ts';
import { Refused } from './states.tsx';

const Problems = createContext<readonly { readonly field: string; readonly message: string }[]>([]);

/** What the server said of one field. */
export const useProblemOf = (field: string): string | undefined =>
  useContext(Problems).find((one) => one.field === field)?.message;

/** What was refused and can have the focus: an input, or the words on what is no single input. */
export const MISTAKEN = '[aria-invalid="true"], .mistake[tabindex]';

/** What the server said of all fields whose names begin so. */
export const useProblemsUnder = (beginning: string): readonly { readonly field: string; readonly message: string }[] =>
  useContext(Problems).filter(({ field }) => field.startsWith(beginning));

interface FormProps {
  readonly onSubmit: () => void;
  /** Of the request that the form sent. */
  readonly error: ApiProblem | null;
  /** The words on its button. */
  readonly does: string;
  readonly isBusy: boolean;
  /** Beside the button. */
  readonly more?: ReactNode;
  readonly label?: string;
  readonly children: ReactNode;
}

export function Form({ onSubmit, error, does, isBusy, more, label, children }: FormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(form, error);
  return (
    <form
      ref={form}
      noValidate
      className="fields"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit();
      }}
    >
      <WithProblems error={error}>{children}</WithProblems>
      <Refused error={error} />
      <div className="row">
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {does}
        </Button>
        {more}
      </div>
    </form>
  );
}

/** Fields inside show what was refused; `Form` and `Ask` have it already. */
export function WithProblems({
  error,
  children,
}: {
  error: Pick<ApiProblem, 'fields'> | null;
  children: ReactNode;
}): ReactNode {
  return <Problems value={error?.fields ?? []}>{children}</Problems>;
}

function useFocusOnProblem(form: { readonly current: HTMLElement | null }, error: ApiProblem | null): void {
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>(MISTAKEN)?.focus();
  }, [form, error]);
}

/** What a form holds, and a setter for each of its fields. */
export function useDraft<T extends object>(
  initial: T | (() => T),
): {
  readonly draft: T;
  readonly set: <K extends keyof T>(field: K) => (value: T[K]) => void;
  readonly replace: (draft: T) => void;
} {
  const [draft, replace] = useState(initial);
  return {
    draft,
    replace,
    set: (field) => (value) => replace((now) => ({ ...now, [field]: value })),
  };
}
