/** A person as others see them: name and whom they represent, also when they have left or were removed from the register. */
import type { OrganisationId } from '../../core/network.ts';
import { isCurrent, type MemberId } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { identitiesOf, mainOf, organisationOf, presentOrganisation, type Register } from '../../core/register.ts';
import { messages, type Translate } from '../../core/text.ts';

const text = messages({
  erased: { fi: 'Poistettu henkilö', sv: 'Raderad person', en: 'Erased person' },
});

export interface PersonShown {
  /** Of the main identity. */
  readonly id: MemberId;
  readonly name: string;
  readonly organisation?: string;
  readonly isCurrent: boolean;
}

/** Never throws: who is not in the register any more is shown as a removed person. */
export function personShown(register: Register, id: MemberId, t: Translate): PersonShown {
  const main = mainOf(register, id) as MemberId;
  const of = register.members.get(main);
  const organisation = organisationOf(register, main);
  return {
    id: main,
    name: of?.name || t(text.erased),
    ...(organisation === undefined ? {} : { organisation: nameIn(organisation.names, t) }),
    isCurrent: isInNetwork(register, main),
  };
}

/** By any of their identities. */
export const isInNetwork = (register: Register, id: string): boolean =>
  identitiesOf(register, id).some((one) => {
    const of = register.members.get(one);
    return of !== undefined && isCurrent(of);
  });

/** The organisation's name in the reader's language; empty when there is none of that id. */
export function organisationName(register: Register, id: OrganisationId, t: Translate): string {
  const of = presentOrganisation(register, id);
  return of === undefined ? '' : nameIn(of.names, t);
}
