/** The reader's personal link, which works without Teams: shown, sent, revoked. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { askLink, type OwnView, revokeLink } from '../../calls.ts';
import { CopyField } from '../../copy-field.tsx';
import { useSend } from '../../data.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { ownText } from './text.ts';

export function PersonalLink({ own }: { own: OwnView }): ReactNode {
  const t = useT();
  const say = useSay();
  const [url, setUrl] = useState<string>();
  const { asked, ask, way, round, fallback } = useAsked<'revoke'>();
  const get = useSend(askLink, {
    onDone: ({ url: link, isSent }) => {
      setUrl(link);
      if (isSent) say(t(ownText.linkSent));
    },
  });
  const revoke = useSend(revokeLink, {
    onDone: () => {
      setUrl(undefined);
      say(t(ownText.revoked));
      way.onEnd();
    },
  });
  const request = (byMail: boolean): void => get.mutate({ body: { byMail, requestId: crypto.randomUUID() } });
  return (
    <section aria-labelledby="own-link">
      <h2 id="own-link" ref={fallback} tabIndex={-1}>
        {t(ownText.link)}
      </h2>
      <p className="prose">{t(ownText.linkWhy)}</p>
      {url && <CopyField name="link" label={t(ownText.yourLink)} value={url} />}
      <Refused error={get.error} />
      <div className="row">
        {!url && (
          <Button disabled={get.isPending} onClick={() => request(false)}>
            {t(ownText.showLink)}
          </Button>
        )}
        {own.mailWorks && own.email && !own.emailFailed && (
          <Button disabled={get.isPending} onClick={() => request(true)}>
            {t(ownText.mailLink)}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => ask('revoke')}>
          {t(ownText.revoke)}
        </Button>
      </div>
      {asked && (
        <Ask
          key={round}
          title={t(ownText.revokeTitle)}
          does={t(ownText.revoke)}
          onDo={() => revoke.mutate({})}
          isBusy={revoke.isPending}
          error={revoke.error}
          {...way}
        >
          <p>{t(ownText.revokeWhy)}</p>
        </Ask>
      )}
    </section>
  );
}
