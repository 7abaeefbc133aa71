/** What Teams shows when someone adds the tab to a channel: says what it is, and what to save. */
import { type ReactNode, useEffect } from 'react';
import { Heading } from '../heading.tsx';
import { useT } from '../speak.ts';
import { text } from '../text.ts';
import type { Host } from '../where.ts';

/** The tab's id in Teams, `TAB_ENTITY` of the server's contract: deep links name it. */
export const TAB_ENTITY = 'network';

export function Configure({ host }: { host: Host }): ReactNode {
  const t = useT();
  useEffect(() => {
    const home = `${location.origin}/tab/`;
    host.offerSettings({
      contentUrl: home,
      websiteUrl: home,
      entityId: TAB_ENTITY,
      suggestedDisplayName: t(text.tabName),
    });
  }, [host, t]);
  return (
    <main className="outside">
      <Heading>{t(text.configure)}</Heading>
      <p className="prose">{t(text.configureWhy)}</p>
      {host.isTeams ? <p className="strong">{t(text.configureNow)}</p> : <p>{t(text.outsideWhy)}</p>}
    </main>
  );
}
