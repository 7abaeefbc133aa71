/** Whom people say they represent: confirmed, declined, or settled otherwise; and those who did not find theirs in the list. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useRef, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { listClaims, type MemberRow, settleClaim } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { OrganisationPicker } from '../../organisation-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { editMemberPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { type BodyOf, REGISTER_PAGE, SHOWS_REGISTER, useAllOrganisations } from './register-data.ts';
import { registerText } from './register-text.ts';

interface Waiting {
  readonly member: MemberRow;
  readonly words: string;
  /** What they say; absent of those who did not find theirs. */
  readonly claims?: Pick;
}

export function Claims(): ReactNode {
  const t = useT();
  const found = useRead('claims', listClaims);
  const counted = useRef<HTMLHeadingElement>(null);
  const waiting: readonly Waiting[] = found.data
    ? [
        ...found.data.claims.map(({ member, claims }) => ({
          ...{ member, claims },
          words: t(registerText.claimOf, { name: claims.name }),
        })),
        ...found.data.missing.map(({ member, words }) => ({ member, words: t(registerText.missingOf, { words }) })),
      ]
    : [];
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.claims)}</Heading>
      <p className="prose lead after">{t(registerText.claimsLead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" ref={counted} tabIndex={-1}>
            {waiting.length === 0 ? t(registerText.claimsNone) : t(registerText.waiting, { n: waiting.length })}
          </h2>
          {waiting.length > 0 && (
            <ul className="plain list">
              {waiting.map((one) => (
                <li key={`${one.member.id} ${one.claims?.id ?? ''}`} className="line still">
                  <Claim {...one} onDone={() => counted.current?.focus()} />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  );
}

function Claim({ member, words, claims, onDone }: Waiting & { onDone: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const known = useAllOrganisations();
  const [isOther, setOther] = useState(claims === undefined);
  const [other, setOtherOne] = useState<Pick>();
  const [mistake, setMistake] = useState<string>();
  const { id, name, title, email } = member;
  const settle = useSend(settleClaim, { stale: SHOWS_REGISTER });
  const send = (how: 'confirm' | 'decline', organisation?: string): void => {
    const body = {
      settle: how,
      ...(claims ? { claims: claims.id } : {}),
      ...(organisation ? { organisation } : {}),
    } as NonNullable<BodyOf<typeof settleClaim>>;
    settle.mutate(
      { params: { member: id }, body },
      {
        onSuccess: () => {
          say(t(how === 'confirm' ? registerText.confirmed : registerText.declined, { name }));
          onDone();
        },
      },
    );
  };
  return (
    <>
      <p>
        <a {...onLink(editMemberPage(id))}>{name}</a>
      </p>
      <p className="quiet facts">
        {title && <span>{title}</span>}
        {email && <span className="breaks">{email}</span>}
      </p>
      <p>{words}</p>
      <Refused error={settle.error} />
      {isOther && (
        <form
          className="register-merge"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setMistake(other ? undefined : t(registerText.chooseFirst));
            if (other) send('confirm', other.id);
          }}
        >
          <OrganisationPicker
            name="organisation"
            label={t(registerText.organisation)}
            problem={mistake}
            value={other}
            known={known}
            onChange={(one) => {
              setMistake(undefined);
              setOtherOne(one);
            }}
          />
          <Button type="submit" disabledFocusable={settle.isPending}>
            {t(text.save)}
          </Button>
        </form>
      )}
      <div className="row">
        {claims && (
          <Button
            appearance="primary"
            aria-label={t(registerText.confirmNamed, { name })}
            disabledFocusable={settle.isPending}
            onClick={() => send('confirm')}
          >
            {t(registerText.confirm)}
          </Button>
        )}
        <Button
          aria-label={t(registerText.declineNamed, { name })}
          disabledFocusable={settle.isPending}
          onClick={() => send('decline')}
        >
          {t(registerText.decline)}
        </Button>
        {!isOther && (
          <Button appearance="subtle" aria-label={t(registerText.otherNamed, { name })} onClick={() => setOther(true)}>
            {t(registerText.other)}
          </Button>
        )}
      </div>
    </>
  );
}
