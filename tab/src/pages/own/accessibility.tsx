/** The accessibility statement: what is aimed at, how it is tested, and whom to tell what does not work. */
import type { ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { getNotice } from '../../calls.ts';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { ownText } from './text.ts';

export function Accessibility(): ReactNode {
  const t = useT();
  const contact = useRead('notice', getNotice).data?.contact;
  return (
    <article className="narrow">
      <BackLink page="own">{t(text.own)}</BackLink>
      <Heading>{t(ownText.accessibility)}</Heading>
      <p className="prose">{t(ownText.accessibilityAim)}</p>
      <p className="prose">{t(ownText.accessibilityHow)}</p>
      <p className="prose">{t(ownText.accessibilityLimits)}</p>
      <p className="prose">{t(ownText.accessibilityFeedback)}</p>
      {contact && <p className="prose">{contact}</p>}
    </article>
  );
}
