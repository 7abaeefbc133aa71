/** Taking municipalities of the country into the register: any number of them at once. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { addMunicipalities, searchMunicipalities } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { LongList } from '../../long-list.tsx';
import { useSettled } from '../../organisation-picker.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { REGISTER_PAGE, SHOWS_REGISTER } from './register-data.ts';
import { registerText } from './register-text.ts';

/** The search follows the typing by this much, in milliseconds. */
const PAUSE = 200;

export function AddMunicipalities(): ReactNode {
  const t = useT();
  const say = useSay();
  const { date } = useWhen();
  const [typed, setTyped] = useState('');
  const words = useSettled(typed.trim().slice(0, 100), typed ? PAUSE : 0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const found = useRead('municipalities', searchMunicipalities, { params: words ? { text: words } : {} });
  const add = useSend(addMunicipalities, {
    stale: SHOWS_REGISTER,
    onDone: ({ added }) => {
      setChosen(new Set());
      say(t(registerText.addedMunicipalities, { n: added.length }));
    },
  });
  const choose = (code: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(code);
    else next.delete(code);
    setChosen(next);
  };
  const rows = found.data?.municipalities ?? [];
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.addMunicipalities)}</Heading>
      <p className="prose lead">{t(registerText.addMunicipalitiesLead)}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.size > 0 && !add.isPending) add.mutate({ body: { codes: [...chosen] } });
        }}
      >
        <div className="register-choosing">
          <label className="field">
            <span>{t(registerText.searchMunicipality)}</span>
            <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
          <Button type="submit" appearance="primary" disabledFocusable={chosen.size === 0 || add.isPending}>
            {t(registerText.addChosen, { n: chosen.size })}
          </Button>
        </div>
        <Refused error={add.error} />
        {found.isPending && <Skeleton />}
        {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
        <p role="status" className="quiet small">
          {found.isSuccess && words ? t(registerText.countOrganisations, { n: rows.length }) : ''}
        </p>
        {rows.length > 0 && (
          <LongList
            items={rows}
            keyOf={({ code }) => code}
            label={t(registerText.municipalities)}
            height={56}
            rowClass="line check"
            row={({ code, name, region, isInRegister }) =>
              isInRegister ? (
                <p>
                  {name} <span className="quiet small">{t(registerText.inRegister)}</span>
                </p>
              ) : (
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.has(code)}
                    onChange={(event) => choose(code, event.target.checked)}
                  />
                  <span>
                    {name} <span className="quiet small">{region}</span>
                  </span>
                </label>
              )
            }
          />
        )}
        {found.data && (
          <p className="quiet small after">{t(registerText.listSince, { date: date(found.data.since) })}</p>
        )}
      </form>
    </div>
  );
}
