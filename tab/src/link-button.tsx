/** A link that looks like a button, for what leads to another page. */
import { Button, type ButtonProps } from '@fluentui/react-button';
import type { ReactElement, ReactNode } from 'react';
import { onLink } from './router.ts';

export function LinkButton({
  page,
  label,
  appearance,
  icon,
  children,
}: {
  page: string;
  /** Spoken instead of the visible words, which it must begin with. */
  label?: string;
  appearance?: NonNullable<ButtonProps['appearance']>;
  icon?: ReactElement;
  children: ReactNode;
}): ReactNode {
  return (
    <Button
      as="a"
      {...onLink(page)}
      {...(label ? { 'aria-label': label } : {})}
      {...(appearance ? { appearance } : {})}
      {...(icon ? { icon } : {})}
    >
      {children}
    </Button>
  );
}
