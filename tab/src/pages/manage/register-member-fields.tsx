/** What a coordinator may write of a person: the same fields for a new one and for one that is known. */
import type { ReactNode } from 'react';
import type { addMember, MemberView, OrganisationRow } from '../../calls.ts';
import { CheckField, LongTextField, SelectField, TextField } from '../../fields.tsx';
import { OrganisationPicker } from '../../organisation-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { useT } from '../../speak.ts';
import { type BodyOf, linesOf } from './register-data.ts';
import { registerText } from './register-text.ts';

export interface MemberFormDraft {
  readonly name: string;
  readonly email: string;
  readonly organisation: Pick | undefined;
  readonly title: string;
  readonly phone: string;
  /** Empty: that of Teams or of the network. */
  readonly locale: '' | 'fi' | 'sv' | 'en';
  readonly isContact: boolean;
  readonly topics: string;
}

export const EMPTY_MEMBER: MemberFormDraft = {
  name: '',
  email: '',
  organisation: undefined,
  title: '',
  phone: '',
  locale: '',
  isContact: false,
  topics: '',
};

export const draftOf = ({
  name,
  email,
  organisation,
  title,
  phone,
  isContact,
  topics,
  detail,
}: MemberView): MemberFormDraft => ({
  ...{ name, email: email ?? '', organisation, title: title ?? '', phone: phone ?? '', isContact },
  ...{ locale: detail?.locale ?? '', topics: (topics ?? []).join('\n') },
});

export type MemberDraft = NonNullable<BodyOf<typeof addMember>>['draft'];

export const sentOf = ({ organisation, locale, topics, ...plain }: MemberFormDraft): MemberDraft =>
  ({
    ...plain,
    ...(organisation ? { organisation: organisation.id } : {}),
    ...(locale ? { locale } : {}),
    topics: linesOf(topics),
  }) as MemberDraft;

export function MemberFields({
  draft,
  set,
  known,
  mayRename,
}: {
  draft: MemberFormDraft;
  set: <K extends keyof MemberFormDraft>(field: K) => (value: MemberFormDraft[K]) => void;
  known: readonly OrganisationRow[];
  /** False of someone in the team, whose name comes from Teams. */
  mayRename: boolean;
}): ReactNode {
  const t = useT();
  return (
    <>
      {mayRename ? (
        <TextField isRequired name="name" label={t(registerText.name)} value={draft.name} onChange={set('name')} />
      ) : (
        <p className="quiet">{t(registerText.nameOfTeams)}</p>
      )}
      <TextField
        isRequired={mayRename}
        name="email"
        type="email"
        label={t(registerText.email)}
        value={draft.email}
        onChange={set('email')}
      />
      <OrganisationPicker
        name="organisation"
        label={t(registerText.organisation)}
        hint={t(registerText.organisationHint)}
        value={draft.organisation}
        known={known}
        onChange={set('organisation')}
      />
      <CheckField
        name="isContact"
        label={t(registerText.isContact)}
        isOn={draft.isContact}
        onChange={set('isContact')}
      />
      <TextField name="title" label={t(registerText.jobTitle)} value={draft.title} onChange={set('title')} />
      <TextField name="phone" type="tel" label={t(registerText.phone)} value={draft.phone} onChange={set('phone')} />
      <SelectField
        name="locale"
        label={t(registerText.language)}
        value={draft.locale}
        choices={[
          { value: '', label: t(registerText.languageOwn) },
          { value: 'fi', label: t(registerText.finnish) },
          { value: 'sv', label: t(registerText.swedish) },
          { value: 'en', label: t(registerText.english) },
        ]}
        onChange={set('locale')}
      />
      <LongTextField
        name="topics"
        label={t(registerText.topics)}
        hint={t(registerText.topicsHint)}
        value={draft.topics}
        onChange={set('topics')}
      />
    </>
  );
}
