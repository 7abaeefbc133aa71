/** Adding an organisation that is no municipality: an authority, a company, an association. */
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { addOrganisation, getRegister, type RegisterFrame } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { editOrganisationPage } from '../../register-pages.ts';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { REGISTER_PAGE, SHOWS_REGISTER } from './register-data.ts';
import { emptyOrganisation, OrganisationFields, sentOrganisation } from './register-organisation-fields.tsx';
import { registerText } from './register-text.ts';

export function AddOrganisation(): ReactNode {
  const t = useT();
  const frame = useRead('register', getRegister);
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.addOrganisation)}</Heading>
      <p className="prose lead after">{t(registerText.addOrganisationLead)}</p>
      {frame.isPending && <Skeleton />}
      {frame.isError && <Failure error={frame.error} onRetry={() => void frame.refetch()} />}
      {frame.data && <NewOrganisation frame={frame.data} />}
    </div>
  );
}

function NewOrganisation({ frame }: { frame: RegisterFrame }): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [isNumberWrong, setNumberWrong] = useState(false);
  const kinds = frame.kinds.filter(({ isMunicipality }) => !isMunicipality);
  const { draft, set } = useDraft(() => emptyOrganisation(kinds[0]?.id ?? frame.kinds[0]?.id ?? ''));
  const add = useSend(addOrganisation, {
    stale: SHOWS_REGISTER,
    onDone: ({ id, name }) => {
      attempt.done();
      say(t(registerText.added, { name }));
      replaceWith(editOrganisationPage(id));
    },
  });
  const submit = (): void => {
    const sent = sentOrganisation(draft);
    setNumberWrong(!sent);
    if (sent) add.mutate({ body: { draft: sent, requestId: attempt.idFor(sent) } });
  };
  return (
    <Form
      label={t(registerText.addOrganisation)}
      onSubmit={submit}
      error={add.error}
      does={t(registerText.addOrganisation)}
      isBusy={add.isPending}
    >
      <OrganisationFields draft={draft} set={set} frame={frame} isNumberWrong={isNumberWrong} />
    </Form>
  );
}
