/** The network's fee classes: named, added and removed together. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useRef, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { getMembership, setFeeClasses } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { TextField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { AddRegular } from '../../icons.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import type { FeeClasses } from './membership-dialogs.tsx';
import { MEMBERSHIP } from './membership-pages.ts';
import { membershipText } from './membership-text.ts';
import { manageText } from './text.ts';

export function FeeClassesPage(): ReactNode {
  const t = useT();
  const found = useRead('membership', getMembership, { params: {} });
  return (
    <div className="narrow">
      <BackLink page={MEMBERSHIP}>{t(manageText.membership)}</BackLink>
      <Heading>{t(membershipText.classes)}</Heading>
      <p className="lead prose after">{t(membershipText.classesLead)}</p>
      {found.isPending && <Skeleton lines={2} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Classes known={found.data.feeClasses} />}
    </div>
  );
}

interface Typed {
  readonly key: string;
  /** Of one that there is already. */
  readonly id?: string;
  readonly name: string;
}

const typedOf = (classes: FeeClasses): Typed[] => classes.map(({ id, name }) => ({ key: id, id, name }));

function Classes({ known }: { known: FeeClasses }): ReactNode {
  const t = useT();
  const say = useSay();
  const [typed, setTyped] = useState(() => typedOf(known));
  const whole = useRef<HTMLDivElement>(null);
  const focusOn = (what: string): void => whole.current?.querySelector<HTMLElement>(what)?.focus();
  const save = useSend(setFeeClasses, {
    stale: 'membership',
    onDone: ({ feeClasses }) => {
      say(t(membershipText.classesSaved));
      setTyped(typedOf(feeClasses));
    },
  });
  const submit = (): void => {
    const named = typed.filter(({ id, name }) => id !== undefined || name.trim() !== '');
    save.mutate({
      body: { feeClasses: named.map(({ id, name }) => (id === undefined ? { name } : { id, name })) },
    });
  };
  return (
    <div ref={whole}>
      <Form
        label={t(membershipText.classes)}
        onSubmit={submit}
        error={save.error}
        does={t(text.save)}
        isBusy={save.isPending}
        more={
          <Button
            className="add-class"
            icon={<AddRegular />}
            onClick={() => {
              setTyped([...typed, { key: crypto.randomUUID(), name: '' }]);
              requestAnimationFrame(() => focusOn('.with-button:last-child input'));
            }}
          >
            {t(membershipText.addClass)}
          </Button>
        }
      >
        {typed.length === 0 && <p className="quiet">{t(membershipText.noClasses)}</p>}
        <div className="stack">
          {typed.map(({ key, name }, index) => (
            <div key={key} className="with-button">
              <TextField
                name={`feeClasses.${index}.name`}
                label={t(membershipText.className, { n: index + 1 })}
                value={name}
                onChange={(words) => setTyped(typed.map((one) => (one.key === key ? { ...one, name: words } : one)))}
              />
              <Button
                appearance="subtle"
                aria-label={t(membershipText.removeClassOf, { n: index + 1 })}
                onClick={() => {
                  setTyped(typed.filter((one) => one.key !== key));
                  focusOn('.add-class');
                }}
              >
                {t(membershipText.removeClass)}
              </Button>
            </div>
          ))}
        </div>
      </Form>
    </div>
  );
}
