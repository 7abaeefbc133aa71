/** Recommending a colleague: the network grows best by members' own word. */
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { getRegister, listOrganisations, recommendColleague } from '../../calls.ts';
import { useRead, useReadPages, useSend } from '../../data.ts';
import { TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { OrganisationPicker } from '../../organisation-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { memberText } from './text.ts';

interface Draft {
  readonly name: string;
  readonly email: string;
  readonly organisation: Pick | undefined;
}
const EMPTY: Draft = { name: '', email: '', organisation: undefined };

export function Recommend(): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const frame = useRead('register', getRegister);
  const organisations = useReadPages('organisations', listOrganisations, { params: {} });
  const { draft, set, replace } = useDraft(EMPTY);
  const [sent, setSent] = useState<string>();
  const send = useSend(recommendColleague, {
    stale: 'register',
    onDone: ({ outcome }) => {
      const words = t(outcome === 'invited' ? memberText.invited : memberText.invitedNoMail, { name: draft.name });
      attempt.done();
      setSent(words);
      say(words);
      replace(EMPTY);
    },
  });
  const left = frame.data?.own.recommendationsLeft;
  const submit = (): void => {
    setSent(undefined);
    const { name, email, organisation } = draft;
    const content = { name, email, ...(organisation ? { organisation: organisation.id } : {}) };
    send.mutate({ body: { draft: content, requestId: attempt.idFor(content) } as Sending });
  };
  return (
    <div className="narrow">
      <BackLink page="members">{t(text.members)}</BackLink>
      <Heading>{t(memberText.recommend)}</Heading>
      <p className="prose lead after">{t(memberText.recommendWhy)}</p>
      {sent && <p className="notice good">{sent}</p>}
      <Form
        label={t(memberText.recommend)}
        onSubmit={submit}
        error={send.error}
        does={t(memberText.sendInvitation)}
        isBusy={send.isPending}
      >
        <TextField isRequired name="name" label={t(memberText.theirName)} value={draft.name} onChange={set('name')} />
        <TextField
          isRequired
          name="email"
          type="email"
          label={t(memberText.theirEmail)}
          hint={t(memberText.theirEmailHint)}
          value={draft.email}
          onChange={set('email')}
        />
        <OrganisationPicker
          isOptional
          name="organisation"
          label={t(memberText.theirOrganisation)}
          value={draft.organisation}
          known={organisations.data?.pages.flatMap((page) => page.organisations) ?? []}
          onChange={set('organisation')}
        />
      </Form>
      {left !== undefined && <p className="quiet small after">{t(memberText.left, { n: left })}</p>}
    </div>
  );
}

/** Ids that the server gave are plain strings here. */
type Sending = NonNullable<typeof recommendColleague.types>[1];
