/** Privacy for coordinators: the notice's own words, and the ways to erasing and to the audit trail; the page that the address names below `manage/privacy`. */
import { lazy, type ReactNode } from 'react';
import { BackLink } from '../../back-link.tsx';
import { getNotice, type PrivacyNotice, putNotice } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { LongTextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { ChevronRightRegular } from '../../icons.ts';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import './manage.css';
import { privacyText } from './privacy-text.ts';
import { manageText } from './text.ts';

const Erase = lazy(() => import('./privacy-erase.tsx').then((page) => ({ default: page.ErasePage })));
const Audit = lazy(() => import('./audit.tsx').then((page) => ({ default: page.Audit })));

export function Privacy({ path }: { path: readonly string[] }): ReactNode {
  const [item, ...deeper] = path;
  if (deeper.length > 0) return <NotThere />;
  if (item === undefined) return <PrivacyPage />;
  if (item === 'erase') return <Erase />;
  if (item === 'audit') return <Audit />;
  return <NotThere />;
}

function PrivacyPage(): ReactNode {
  const t = useT();
  const notice = useRead('notice', getNotice);
  return (
    <div className="narrow">
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <Heading>{t(manageText.privacy)}</Heading>
      <p className="lead prose">{t(privacyText.lead)}</p>
      <ul className="plain list ways-on">
        {[
          { page: 'manage/privacy/erase', name: privacyText.erase, what: privacyText.eraseWhat },
          { page: 'manage/privacy/audit', name: privacyText.audit, what: privacyText.auditWhat },
        ].map(({ page, name, what }) => (
          <li key={page}>
            <a className="line place" {...onLink(page)}>
              <span>
                <span className="strong">{t(name)}</span>
                <span className="quiet small below">{t(what)}</span>
              </span>
              <ChevronRightRegular className="icon" />
            </a>
          </li>
        ))}
      </ul>
      <section aria-labelledby="notice" className="after-facts">
        <h2 id="notice">{t(privacyText.noticeHead)}</h2>
        {notice.isPending && <Skeleton lines={2} />}
        {notice.isError && <Failure error={notice.error} onRetry={() => void notice.refetch()} />}
        {notice.data && <NoticeWords notice={notice.data} />}
      </section>
    </div>
  );
}

function NoticeWords({ notice }: { notice: PrivacyNotice }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set } = useDraft(() => ({ controller: notice.controller, contact: notice.contact }));
  const save = useSend(putNotice, { stale: ['notice', 'audit'], onDone: () => say(t(privacyText.saved)) });
  return (
    <>
      {notice.missing && <p className="notice warning">{t(privacyText.missing)}</p>}
      <p className="quiet after-head">{t(privacyText.noticeWhy)}</p>
      <Form
        label={t(privacyText.noticeHead)}
        onSubmit={() => save.mutate({ body: draft })}
        error={save.error}
        does={t(text.save)}
        isBusy={save.isPending}
      >
        <LongTextField
          isRequired
          name="controller"
          label={t(privacyText.controller)}
          hint={t(privacyText.controllerHint)}
          value={draft.controller}
          onChange={set('controller')}
        />
        <LongTextField
          isOptional
          name="contact"
          label={t(privacyText.contact)}
          hint={t(privacyText.contactHint)}
          value={draft.contact}
          onChange={set('contact')}
        />
      </Form>
      <p className="after-heading">
        <a className="more" {...onLink('own/notice')}>
          {t(privacyText.asMembers)}
        </a>
      </p>
    </>
  );
}
