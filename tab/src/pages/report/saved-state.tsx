/** Whether what stands in a long form is saved, and a way out when someone else has saved meanwhile. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { useT } from '../../speak.ts';
import { useWhen } from '../../when.ts';
import { reportText } from './text.ts';

export function SavedState({
  isChanged,
  at,
  wasOvertaken,
  onTake,
}: {
  isChanged: boolean;
  at: string | undefined;
  /** Someone else has saved since this form was begun. */
  wasOvertaken: boolean;
  onTake: () => void;
}): ReactNode {
  const t = useT();
  const { when } = useWhen();
  return (
    <>
      <span role="status" className="quiet small">
        {isChanged ? t(reportText.unsaved) : at ? t(reportText.savedAt, { when: when(at) }) : ''}
      </span>
      {wasOvertaken && <Button onClick={onTake}>{t(reportText.takeTheirs)}</Button>}
    </>
  );
}
