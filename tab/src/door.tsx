/** Lets people in: finds out who they are and which network they came for, or says what is in the way. */
import { Button } from '@fluentui/react-button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type Api, ApiProblem, apiFor, type Identify } from './api.ts';
import { getMe, getPeople, getPublicConfig, type MyNetwork } from './calls.ts';
import { asSamplePerson, asTeamsPerson, chosenNetwork, chosenPerson, type Session, SessionContext } from './session.ts';
import { Shell } from './shell.tsx';
import { useT, Zone } from './speak.ts';
import { Failure, Notice, Skeleton } from './states.tsx';
import { type Locale, text } from './text.ts';
import { type Host, NoToken } from './where.ts';

const useApiAs = (identify: Identify): Api => {
  const { locale } = useT();
  return useMemo(() => apiFor({ identify, locale }), [identify, locale]);
};

const nobody: Identify = async () => ({});

export function Door({ host, onLanguage }: { host: Host; onLanguage: (locale: Locale) => void }): ReactNode {
  const t = useT();
  const api = useApiAs(nobody);
  const config = useQuery({
    queryKey: ['public-config'],
    queryFn: ({ signal }) => api.send(getPublicConfig, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (config.isPending)
    return (
      <Outside>
        <Skeleton />
      </Outside>
    );
  if (config.isError)
    return (
      <Outside>
        <Failure isPage error={config.error} onRetry={() => void config.refetch()} />
      </Outside>
    );
  if (config.data.auth === 'none') return <DemoDoor host={host} onLanguage={onLanguage} />;
  if (!host.isTeams)
    return (
      <Outside>
        <Notice title={t(text.outside)}>
          <p>{t(text.outsideWhy)}</p>
        </Notice>
      </Outside>
    );
  return <TeamsDoor host={host} onLanguage={onLanguage} />;
}

/** Around whatever is shown before anybody is in. */
function Outside({ children }: { children: ReactNode }): ReactNode {
  return <main className="outside">{children}</main>;
}

function TeamsDoor({ host, onLanguage }: { host: Host; onLanguage: (locale: Locale) => void }): ReactNode {
  const identify = useMemo(() => asTeamsPerson(host), [host]);
  return <Inside key="teams" host={host} person="me" identify={identify} onLanguage={onLanguage} />;
}

/** Without authentication one acts as any of the sample people. */
function DemoDoor({ host, onLanguage }: { host: Host; onLanguage: (locale: Locale) => void }): ReactNode {
  const t = useT();
  const api = useApiAs(nobody);
  const [person, setPerson] = useState(chosenPerson.get);
  const people = useQuery({
    queryKey: ['people'],
    queryFn: async ({ signal }) => (await api.send(getPeople, {}, signal)).people,
  });
  const actor =
    people.data?.find((one) => one.person === person) ??
    people.data?.find((one) => one.coordinator) ??
    people.data?.[0];
  const key = actor?.person;
  const identify = useMemo(() => asSamplePerson(key ?? ''), [key]);
  if (people.isPending)
    return (
      <Outside>
        <Skeleton />
      </Outside>
    );
  if (people.isError)
    return (
      <Outside>
        <Failure isPage error={people.error} onRetry={() => void people.refetch()} />
      </Outside>
    );
  if (!actor)
    return (
      <Outside>
        <Notice title={t(text.nobody)}>
          <p>{t(text.nobodyWhy)}</p>
        </Notice>
      </Outside>
    );
  const demo = (
    <div className="demo">
      <label>
        <span>{t(text.actAs)}</span>
        <select
          value={actor.person}
          onChange={(event) => {
            chosenPerson.set(event.target.value);
            setPerson(event.target.value);
          }}
        >
          {people.data.map((one) => (
            <option key={one.person} value={one.person}>
              {one.coordinator ? t(text.actAsCoordinator, { name: one.name }) : one.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t(text.language)}</span>
        <select value={t.locale} onChange={(event) => onLanguage(event.target.value as Locale)}>
          <option value="fi">Suomi</option>
          <option value="sv">Svenska</option>
          <option value="en">English</option>
        </select>
      </label>
    </div>
  );
  return <Inside key={actor.person} host={host} person={actor.person} identify={identify} demo={demo} />;
}

interface InsideProps {
  readonly host: Host;
  /** Keeps what different people were shown apart. */
  readonly person: string;
  readonly identify: Identify;
  readonly demo?: ReactNode;
  /** Speaks the language that the person has chosen in the network, if they have. */
  readonly onLanguage?: (locale: Locale) => void;
}

function Inside({ host, person, identify, demo, onLanguage }: InsideProps): ReactNode {
  const t = useT();
  const client = useQueryClient();
  const api = useApiAs(identify);
  const [chosen, setChosen] = useState(chosenNetwork.get);
  const me = useQuery({
    queryKey: ['me', person],
    queryFn: ({ signal }) => api.send(getMe, {}, signal),
    staleTime: 5 * 60_000,
  });
  const networks = me.data?.networks ?? [];
  const network = host.team ? networks.find((one) => one.team === host.team) : chooseFrom(networks, chosen);
  const session = useMemo<Session | undefined>(
    () =>
      network && {
        network,
        person: `${person} ${t.locale}`,
        api: apiFor({ identify, locale: t.locale, network: network.id }),
      },
    [network, person, identify, t.locale],
  );
  const chosenLocale = network?.locale;
  useEffect(() => {
    if (chosenLocale) onLanguage?.(chosenLocale);
  }, [chosenLocale, onLanguage]);
  if (me.isPending)
    return (
      <Outside>
        {demo}
        <Skeleton />
      </Outside>
    );
  if (me.isError)
    return (
      <Outside>
        {demo}
        <Locked error={me.error} onRetry={() => void me.refetch()} />
      </Outside>
    );
  const choose = (id: string): void => {
    chosenNetwork.set(id);
    setChosen(id);
    void client.invalidateQueries();
  };
  if (!session)
    return (
      <Outside>
        {demo}
        {networks.length === 0 || host.team ? (
          <Notice title={t(text.notMember)}>
            <p>{t(host.team ? text.notInstalledHere : text.notMemberWhy)}</p>
          </Notice>
        ) : (
          <Notice title={t(text.chooseNetwork)}>
            <p>{t(text.chooseNetworkWhy)}</p>
            <ul className="plain stack">
              {networks.map((one) => (
                <li key={one.id}>
                  <Button size="large" onClick={() => choose(one.id)}>
                    {one.name}
                  </Button>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </Outside>
    );
  return (
    <SessionContext value={session}>
      <Zone value={session.network.zone}>
        <Shell demo={demo} networks={host.team ? [] : networks} onNetwork={choose} />
      </Zone>
    </SessionContext>
  );
}

/** The only one, or the one chosen earlier. */
function chooseFrom(networks: readonly MyNetwork[], chosen: string | undefined): MyNetwork | undefined {
  return networks.length === 1 ? networks[0] : networks.find((one) => one.id === chosen);
}

/** Why nobody came in: no leave to know who they are, no token, or the server failed. */
function Locked({ error, onRetry }: { error: Error; onRetry: () => void }): ReactNode {
  const t = useT();
  if (error instanceof NoToken && error.reason === 'consent')
    return (
      <Notice
        title={t(text.consent)}
        action={
          <Button appearance="primary" onClick={onRetry}>
            {t(text.signIn)}
          </Button>
        }
      >
        <p>{t(text.consentWhy)}</p>
      </Notice>
    );
  if (error instanceof NoToken || (error instanceof ApiProblem && error.status === 401))
    return (
      <Notice
        title={t(text.signedOut)}
        action={
          <Button appearance="primary" onClick={onRetry}>
            {t(text.retry)}
          </Button>
        }
      >
        <p>{t(text.signedOutWhy)}</p>
      </Notice>
    );
  return <Failure isPage error={error} onRetry={onRetry} />;
}
