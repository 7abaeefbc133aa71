/** Municipalities of the register that became part of another: one click makes them so here. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import type { Call } from '../../call.ts';
import { listMergers, mergeOrganisation } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { editOrganisationPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { REGISTER_PAGE, SHOWS_REGISTER, useTakeIn } from './register-data.ts';
import { registerText } from './register-text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

type Merger = (typeof listMergers extends Call<infer _, infer _, infer R> ? R : never)['mergers'][number];

export function Mergers(): ReactNode {
  const t = useT();
  const { date } = useWhen();
  const found = useRead('mergers', listMergers);
  const { asked, ask, way, round, fallback } = useAsked<Merger>();
  // What opened the dialog goes away once the page is asked for anew.
  const settled = useAfterDialog(way.isOpen, () => fallback.current?.focus());
  const mergers = found.data?.mergers ?? [];
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.mergers)}</Heading>
      <p className="prose lead after">{t(registerText.mergersLead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" ref={fallback} tabIndex={-1}>
            {mergers.length === 0 ? t(registerText.mergersNone) : t(registerText.waiting, { n: mergers.length })}
          </h2>
          {mergers.length > 0 && (
            <ul className="plain list">
              {mergers.map((one) => (
                <li key={one.organisation.id} className="line still">
                  <p>
                    <a {...onLink(editOrganisationPage(one.organisation.id))}>{one.organisation.name}</a>
                  </p>
                  <p>
                    {t(registerText.mergerOf, {
                      ...{ name: one.organisation.name, into: one.name },
                      date: date(one.on),
                    })}
                  </p>
                  {!one.into && <p className="quiet small">{t(registerText.mergerNew, { into: one.name })}</p>}
                  <div className="row">
                    <Button
                      aria-label={t(registerText.mergeNamed, { name: one.organisation.name })}
                      onClick={() => ask(one)}
                    >
                      {t(registerText.mergeMember)}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {asked && <Merge key={round} merger={asked} onDone={settled} {...way} />}
    </div>
  );
}

function Merge({
  merger: { organisation, into, code, name },
  onDone,
  ...way
}: Way & { merger: Merger; onDone: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  // The municipality of today has its id from the same country's list as the former one.
  const target = into?.id ?? `${organisation.id.slice(0, organisation.id.indexOf('-'))}-${code}`;
  const taken = useTakeIn(into ? [into] : []);
  const merge = useSend(mergeOrganisation, {
    stale: SHOWS_REGISTER,
    onDone: () => {
      say(t(registerText.merged));
      onDone();
      way.onEnd();
    },
  });
  const submit = async (): Promise<void> => {
    if (!(await taken.takeIn(target))) return;
    merge.mutate({ params: { organisation: organisation.id }, body: { into: target as never } });
  };
  return (
    <Ask
      title={t(registerText.mergeOrganisationTitle, { name: organisation.name })}
      does={t(registerText.mergeDoes)}
      onDo={() => void submit()}
      isBusy={taken.isBusy || merge.isPending}
      error={taken.error ?? merge.error}
      {...way}
    >
      <p>{t(registerText.mergeOrganisationWhy, { gone: organisation.name, kept: name })}</p>
      {!into && <p>{t(registerText.mergerNew, { into: name })}</p>}
    </Ask>
  );
}
