/** Adding someone without Teams; whoever looks like someone known is shown before anything is added. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import type { Call } from '../../call.ts';
import { addMember } from '../../calls.ts';
import { useSend } from '../../data.ts';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { editMemberPage } from '../../register-pages.ts';
import { onLink, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { REGISTER_PAGE, SHOWS_REGISTER, useAllOrganisations, useTakeIn } from './register-data.ts';
import { EMPTY_MEMBER, MemberFields, sentOf } from './register-member-fields.tsx';
import { registerText } from './register-text.ts';

type Likeness = (typeof addMember extends Call<unknown, infer _, infer R> ? R : never)['likenesses'][number];

export function AddMember(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const known = useAllOrganisations();
  const taken = useTakeIn(known);
  const { draft, set } = useDraft(EMPTY_MEMBER);
  const [alike, setAlike] = useState<readonly Likeness[]>([]);
  const add = useSend(addMember, {
    stale: SHOWS_REGISTER,
    onDone: ({ member, likenesses }) => {
      if (!member) {
        setAlike(likenesses);
        return;
      }
      attempt.done();
      say(t(registerText.added, { name: member.name }));
      replaceWith(editMemberPage(member.id));
    },
  });
  const submit = async (anyway: boolean): Promise<void> => {
    if (!(await taken.takeIn(draft.organisation?.id))) return;
    const sent = sentOf(draft);
    add.mutate({ body: { draft: sent, anyway, requestId: attempt.idFor(sent) } });
  };
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.addMember)}</Heading>
      <p className="prose lead after">{t(registerText.addMemberLead)}</p>
      <Form
        label={t(registerText.addMember)}
        onSubmit={() => {
          setAlike([]);
          void submit(false);
        }}
        error={taken.error ?? add.error}
        does={t(registerText.addMember)}
        isBusy={taken.isBusy || add.isPending}
      >
        <MemberFields
          mayRename
          draft={draft}
          set={(field) => (value) => {
            setAlike([]);
            set(field)(value);
          }}
          known={known}
        />
        {alike.length > 0 && <Alike those={alike} isBusy={add.isPending} onAnyway={() => void submit(true)} />}
      </Form>
    </div>
  );
}

function Alike({
  those,
  isBusy,
  onAnyway,
}: {
  those: readonly Likeness[];
  isBusy: boolean;
  onAnyway: () => void;
}): ReactNode {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="notice warning" aria-labelledby="alike">
      <h2 id="alike" ref={heading} tabIndex={-1}>
        {t(registerText.likeTitle)}
      </h2>
      <p>{t(registerText.likeWhy)}</p>
      <ul className="notes">
        {those.map(({ why, member, state }) => (
          <li key={`${member.id} ${why}`}>
            <a {...onLink(editMemberPage(member.id))}>{member.name}</a>:{' '}
            {t(why === 'sameAddress' ? registerText.likeAddress : registerText.likeName)}
            {state !== 'current' && ` (${t(registerText[state])})`}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button disabledFocusable={isBusy} onClick={onAnyway}>
          {t(registerText.addAnyway)}
        </Button>
      </div>
    </section>
  );
}
