/** What the coordinator's pages of the register share: which data their changes make old, and all organisations to choose from. */
import { useEffect } from 'react';
import type { ApiProblem } from '../../api.ts';
import { addMunicipalities, listOrganisations, type OrganisationRow } from '../../calls.ts';
import { useReadPages, useSend } from '../../data.ts';
import type { Message } from '../../text.ts';
import { registerText } from './register-text.ts';

export const REGISTER_PAGE = 'manage/register';

/** Everything that shows something of the register. */
export const SHOWS_REGISTER = [
  'register',
  'organisations',
  'people',
  'people-search',
  'person',
  'claims',
  'unassigned',
  'doubles',
  'mergers',
  'municipalities',
  'help',
  'groups',
  'own',
];

/** Ids that the server gave are plain strings here; it checks them. */
export type BodyOf<C extends { readonly types?: readonly unknown[] }> = NonNullable<C['types']>[1];

export const STAGES: Readonly<Record<NonNullable<OrganisationRow['membership']>, Message>> = {
  contacted: registerText.stageContacted,
  interested: registerText.stageInterested,
  trial: registerText.stageTrial,
  member: registerText.stageMember,
  left: registerText.stageLeft,
};

/** All organisations by name, fetched page by page; there are hundreds at most. */
export function useAllOrganisations(): readonly OrganisationRow[] {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useReadPages('organisations', listOrganisations, {
    params: {},
  });
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return data?.pages.flatMap((page) => page.organisations) ?? [];
}

/** `fi-598` → `598` */
const codeOf = (organisation: string): string => organisation.slice(organisation.indexOf('-') + 1);

/** Takes a chosen municipality into the register where it is not there yet. */
export function useTakeIn(known: readonly { readonly id: string }[]): {
  /** Resolves to false when that failed; `error` tells why. */
  readonly takeIn: (organisation: string | undefined) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly error: ApiProblem | null;
} {
  const add = useSend(addMunicipalities, { stale: ['register', 'organisations', 'municipalities'] });
  return {
    isBusy: add.isPending,
    error: add.error,
    takeIn: async (organisation) => {
      if (organisation === undefined || known.some(({ id }) => id === organisation)) return true;
      return add.mutateAsync({ body: { codes: [codeOf(organisation)] } }).then(
        () => true,
        () => false,
      );
    },
  };
}

/** One a line, without empty ones. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
