/** “I support”: pressed once for, once more to take it back. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { CheckmarkRegular } from '../../icons.ts';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { supportIdea } from './calls.ts';
import { useIdeaChange } from './data.ts';
import { ideaText as words } from './text.ts';

export function SupportButton({
  idea: { id, title, isSupported, supporters },
}: {
  idea: { readonly id: string; readonly title: string; readonly isSupported: boolean; readonly supporters: number };
}): ReactNode {
  const t = useT();
  const change = useIdeaChange(supportIdea);
  // The answer to one's own press is shown before the list has been fetched anew.
  const isOn = change.isPending ? !isSupported : isSupported;
  const does = t(isOn ? words.supported : words.support);
  const n = supporters + (isOn === isSupported ? 0 : isOn ? 1 : -1);
  return (
    <div className="support">
      <Button
        aria-pressed={isOn}
        aria-label={`${does} · ${n}: ${title}`}
        appearance={isOn ? 'primary' : 'secondary'}
        {...(isOn ? { icon: <CheckmarkRegular /> } : {})}
        disabledFocusable={change.isPending}
        onClick={() => change.mutate({ params: { idea: id }, body: { isSupported: !isSupported } })}
      >
        {does} · {n}
      </Button>
      <Refused error={change.error} />
    </div>
  );
}
