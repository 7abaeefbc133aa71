/** What a coordinator may write of an organisation: the same fields for a new one and for one that is known. */
import { type ReactNode, useState } from 'react';
import type { addOrganisation, OrganisationView, RegisterFrame } from '../../calls.ts';
import { LongTextField, SelectField, TextField } from '../../fields.tsx';
import { useProblemOf } from '../../form.tsx';
import { useT } from '../../speak.ts';
import { type BodyOf, linesOf } from './register-data.ts';
import { registerText } from './register-text.ts';

export interface OrganisationFormDraft {
  readonly kind: string;
  readonly fi: string;
  readonly sv: string;
  readonly en: string;
  readonly region: string;
  readonly domains: string;
  readonly inhabitants: string;
  readonly delegate: string;
  readonly substitute: string;
}

export const emptyOrganisation = (kind: string): OrganisationFormDraft => ({
  ...{ kind, fi: '', sv: '', en: '', region: '', domains: '', inhabitants: '', delegate: '', substitute: '' },
});

export const organisationDraftOf = ({
  kind,
  names,
  region,
  inhabitants,
  desk,
}: OrganisationView): OrganisationFormDraft => ({
  kind,
  ...{ fi: names.fi ?? '', sv: names.sv ?? '', en: names.en ?? '' },
  region: region?.id ?? '',
  domains: (desk?.domains ?? []).join('\n'),
  inhabitants: inhabitants === undefined ? '' : String(inhabitants),
  ...{ delegate: desk?.delegate?.id ?? '', substitute: desk?.substitute?.id ?? '' },
});

/** Undefined: the number of inhabitants is no number. Spaces between thousands are fine. */
export function sentOrganisation(draft: OrganisationFormDraft): OrganisationDraft | undefined {
  const { kind, fi, sv, en, region, domains, delegate, substitute } = draft;
  const inhabitants = draft.inhabitants.replace(/[\s.,]/gu, '');
  if (!/^\d{0,9}$/.test(inhabitants)) return undefined;
  return {
    kind,
    names: Object.fromEntries(Object.entries({ fi, sv, en }).filter(([, name]) => name.trim() !== '')),
    ...(region ? { region } : {}),
    domains: linesOf(domains),
    ...(inhabitants ? { inhabitants: Number(inhabitants) } : {}),
    ...(delegate ? { delegate } : {}),
    ...(substitute ? { substitute } : {}),
  } as OrganisationDraft;
}
export type OrganisationDraft = NonNullable<BodyOf<typeof addOrganisation>>['draft'];

export function OrganisationFields({
  draft,
  set,
  frame,
  isNumberWrong,
}: {
  draft: OrganisationFormDraft;
  set: <K extends keyof OrganisationFormDraft>(field: K) => (value: OrganisationFormDraft[K]) => void;
  frame: RegisterFrame;
  isNumberWrong: boolean;
}): ReactNode {
  const t = useT();
  const namesProblem = useProblemOf('names');
  const [hasEnglish] = useState(draft.en !== '');
  return (
    <>
      <SelectField
        name="kind"
        label={t(registerText.kind)}
        value={draft.kind}
        choices={frame.kinds.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={set('kind')}
      />
      <TextField
        name="fi"
        label={t(registerText.nameFi)}
        problem={namesProblem}
        value={draft.fi}
        onChange={set('fi')}
      />
      <TextField name="sv" label={t(registerText.nameSv)} value={draft.sv} onChange={set('sv')} />
      {(hasEnglish || !frame.kinds.find(({ id }) => id === draft.kind)?.isMunicipality) && (
        <TextField name="en" label={t(registerText.nameEn)} value={draft.en} onChange={set('en')} />
      )}
      <SelectField
        name="region"
        label={t(registerText.region)}
        value={draft.region}
        choices={[
          { value: '', label: t(registerText.noRegion) },
          ...(frame.desk?.regions ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={set('region')}
      />
      <TextField
        name="inhabitants"
        label={t(registerText.inhabitants)}
        inputMode="numeric"
        {...(isNumberWrong ? { problem: t(registerText.notNumber) } : {})}
        value={draft.inhabitants}
        onChange={set('inhabitants')}
      />
      <LongTextField
        name="domains"
        label={t(registerText.domains)}
        hint={t(registerText.domainsHint)}
        rows={2}
        value={draft.domains}
        onChange={set('domains')}
      />
    </>
  );
}
