/** What a person sees of their own details, in the tab and on their personal link alike. */
import { mailChoice, type OrganisationId } from '../../core/network.ts';
import { nameFor } from '../../core/organisation.ts';
import { presentOrganisation, type Register } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import type { OwnView } from './contract.ts';
import { MAIL_TOPICS } from './details.ts';
import { type Own, organisationsToChoose } from './operations.ts';

export async function viewOf(visit: Visit, own: Own): Promise<OwnView> {
  const { member, reached, register } = own;
  const { locale, organisation, claims } = member;
  const { email, emailFailedAt } = reached;
  const represented = named(visit, register, organisation);
  const claimed = named(visit, register, claims);
  return {
    name: member.name,
    hasTeams: member.teamsId !== undefined,
    ...(email === undefined ? {} : { email }),
    emailFailed: emailFailedAt !== undefined,
    mailWorks: visit.services.letters.isConfigured,
    ...(locale === undefined ? {} : { locale }),
    mail: Object.fromEntries(MAIL_TOPICS.map((topic) => [topic, mailChoice(reached, topic)])) as OwnView['mail'],
    title: member.title ?? '',
    phone: member.phone ?? '',
    topics: [...(member.topics ?? [])],
    isListed: member.isListed ?? false,
    ...(represented ? { organisation: represented } : {}),
    ...(claimed ? { claims: claimed } : {}),
    representsNobody: member.representsNobody ?? false,
    confirms: register.rules.confirms,
    organisations: organisationsToChoose(visit, own),
  };
}

function named({ actor }: Visit, register: Register, id: OrganisationId | undefined): OwnView['organisation'] {
  const of = id && presentOrganisation(register, id);
  return of && { id: of.id, name: nameFor(of.names, actor.locale) };
}
