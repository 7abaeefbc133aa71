/** What Teams shows when someone adds the tab to a channel: says what it is, and what to save. */
import { type ReactNode, useEffect } from 'react';
import { deskText } from '../desk-text.ts';
import { TAB_ENTITY } from '../entity.ts';
import { Heading } from '../heading.tsx';
import { useT } from '../speak.ts';
import { text } from '../text.ts';
import type { Host } from '../where.ts';

export function Configure({ host }: { host: Host }): ReactNode {
  const t = useT();
  useEffect(() => {
    const home = `${location.origin}/tab/`;
    host.offerSettings({
      contentUrl: home,
      websiteUrl: home,
      entityId: TAB_ENTITY,
      suggestedDisplayName: t(deskText.tabName),
    });
  }, [host, t]);
  return (
    <main className="outside">
      <Heading>{t(deskText.configure)}</Heading>
      <p className="prose">{t(deskText.configureWhy)}</p>
      {host.isTeams ? <p className="strong">{t(deskText.configureNow)}</p> : <p>{t(text.outsideWhy)}</p>}
    </main>
  );
}
