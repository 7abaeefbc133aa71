/** A person in the lists: what they let members see of them. */
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { PhoneRegular } from '@fluentui/react-icons/svg/phone';
import type { ReactNode } from 'react';
import type { MemberRow } from '../../calls.ts';
import { editMemberPage, organisationPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { memberText } from './text.ts';

/** `isAtHome`: on the page of their organisation, which need not be named again. */
export function Person({ person, isAtHome = false }: { person: MemberRow; isAtHome?: boolean }): ReactNode {
  const t = useT();
  const { network } = useSession();
  const { name, title, organisation, email, phone, topics } = person;
  return (
    <div className="person">
      <p>
        <span className="strong">{name}</span>
        {person.isContact && !isAtHome && <span className="badge">{t(memberText.contact)}</span>}
      </p>
      <p className="quiet facts">
        {title && <span>{title}</span>}
        {organisation && !isAtHome && <a {...onLink(organisationPage(organisation.id))}>{organisation.name}</a>}
      </p>
      {topics && topics.length > 0 && <p>{t(memberText.helpsWith, { topics: topics.join(', ') })}</p>}
      <p className="facts reach">
        {email && (
          <a href={`mailto:${email}`} aria-label={t(memberText.emailTo, { name: `${name}, ${email}` })}>
            <MailRegular className="icon" />
            {email}
          </a>
        )}
        {phone && (
          <a
            href={`tel:${phone.replace(/[^\d+]/g, '')}`}
            aria-label={t(memberText.callTo, { name: `${name}, ${phone}` })}
          >
            <PhoneRegular className="icon" />
            {phone}
          </a>
        )}
        {topics === undefined && <span className="quiet">{t(memberText.hiddenContact)}</span>}
        {network.coordinator && (
          <a {...onLink(editMemberPage(person.id))}>
            {t(memberText.edit)} <span className="hidden">{name}</span>
          </a>
        )}
      </p>
    </div>
  );
}
