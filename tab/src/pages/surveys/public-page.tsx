/** The page on which anyone may answer: its address, and its QR code for the last slide. */
import { Button } from '@fluentui/react-button';
import { lazy, type ReactNode, Suspense } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { CopyField } from '../../copy-field.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Skeleton } from '../../states.tsx';
import { renewLink, type SurveyDesk, type SurveyView } from './calls.ts';
import { useSurveyChange } from './data.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { titleOf } from './survey-line.tsx';

const QrCode = lazy(() => import('./qr-code.tsx').then((code) => ({ default: code.QrCode })));

type Asked = 'open' | 'close' | 'renew';

export function PublicPage({ view, desk: { publicLink } }: { view: SurveyView; desk: SurveyDesk }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  return (
    <section aria-labelledby="public-page">
      <h3 id="public-page" ref={fallback} tabIndex={-1}>
        {t(words.publicPage)}
      </h3>
      <p className="quiet">{t(publicLink === undefined ? words.publicClosed : words.publicWhy)}</p>
      {publicLink !== undefined && (
        <div className="survey-public">
          <CopyField name="address" label={t(words.address)} value={publicLink} />
          <Suspense fallback={<Skeleton lines={1} />}>
            <QrCode address={publicLink} name={titleOf(view, t)} />
          </Suspense>
        </div>
      )}
      <div className="row">
        {publicLink === undefined ? (
          <Button onClick={() => ask('open')}>{t(words.openLink)}</Button>
        ) : (
          <>
            <Button onClick={() => ask('renew')}>{t(words.renewLink)}</Button>
            <Button onClick={() => ask('close')}>{t(words.closeLink)}</Button>
          </>
        )}
      </div>
      {asked && <Renew key={round} what={asked} view={view} {...way} />}
    </section>
  );
}

const TITLES = { open: words.openLinkTitle, close: words.closeLinkTitle, renew: words.renewTitle };
const WHYS = { open: words.openLinkWhy, close: words.closeLinkWhy, renew: words.renewWhy };
const DOES = { open: words.openLink, close: words.closeLink, renew: words.renewLink };
const SAID = { open: words.linkOpened, close: words.linkClosed, renew: words.renewed };

function Renew({ what, view, ...way }: { what: Asked; view: SurveyView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const renew = useSurveyChange(renewLink, () => {
    say(t(SAID[what]));
    way.onEnd();
  });
  return (
    <Ask
      title={t(TITLES[what])}
      does={t(DOES[what])}
      onDo={() => renew.mutate({ params: { survey: view.id }, body: { isPublic: what !== 'close' } })}
      {...way}
      isBusy={renew.isPending}
      error={renew.error}
    >
      <p>{t(WHYS[what])}</p>
    </Ask>
  );
}
