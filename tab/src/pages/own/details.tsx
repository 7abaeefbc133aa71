/** How others reach the reader, what they can help with, and whether members see it. */
import type { ReactNode } from 'react';
import type { OwnView } from '../../calls.ts';
import { CheckField, LongTextField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { ownText } from './text.ts';
import { useOwnChange } from './use-own-change.ts';

const draftOf = ({ name, title, email, phone, topics, isListed }: OwnView) => ({
  name,
  title,
  email: email ?? '',
  phone,
  topics: topics.join('\n'),
  isListed,
});

export function Details({ own }: { own: OwnView }): ReactNode {
  const t = useT();
  const { draft, set, replace } = useDraft(() => draftOf(own));
  const change = useOwnChange((now) => replace(draftOf(now)));
  const submit = (): void => {
    const { name, ...details } = draft;
    change.mutate({ body: own.hasTeams ? details : { name, ...details } });
  };
  return (
    <section aria-labelledby="own-details">
      <h2 id="own-details">{t(ownText.details)}</h2>
      {own.hasTeams && <p className="quiet">{t(ownText.nameOfTeams, { name: own.name })}</p>}
      {own.emailFailed && <p className="notice warning">{t(ownText.emailFailed)}</p>}
      <Form
        label={t(ownText.details)}
        onSubmit={submit}
        error={change.error}
        does={t(text.save)}
        isBusy={change.isPending}
      >
        {!own.hasTeams && (
          <TextField
            isRequired
            name="name"
            label={t(ownText.name)}
            autoComplete="name"
            value={draft.name}
            onChange={set('name')}
          />
        )}
        <TextField
          name="title"
          label={t(ownText.title)}
          autoComplete="organization-title"
          value={draft.title}
          onChange={set('title')}
        />
        <TextField
          name="email"
          type="email"
          label={t(ownText.email)}
          autoComplete="email"
          value={draft.email}
          onChange={set('email')}
        />
        <TextField
          name="phone"
          type="tel"
          label={t(ownText.phone)}
          autoComplete="tel"
          value={draft.phone}
          onChange={set('phone')}
        />
        <LongTextField
          name="topics"
          label={t(ownText.topics)}
          hint={t(ownText.topicsHint)}
          rows={4}
          value={draft.topics}
          onChange={set('topics')}
        />
        <CheckField
          name="isListed"
          label={t(ownText.isListed)}
          hint={t(ownText.isListedHint)}
          isOn={draft.isListed}
          onChange={set('isListed')}
        />
      </Form>
    </section>
  );
}
