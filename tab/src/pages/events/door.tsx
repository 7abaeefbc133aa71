/** The list to tick at the door, made for a phone in one hand: what is tapped shows at once, and what was not saved says so. */
import { Button } from '@fluentui/react-button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { type ApiProblem, apiProblem } from '../../api.ts';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { BackLink } from '../../back-link.tsx';
import { addAtDoor, type DoorRow, type DoorView, getDoor, tickDoor } from '../../calls.ts';
import { useSend } from '../../data.ts';
import { TextField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { CheckmarkCircleFilled } from '../../icons.ts';
import { LongList } from '../../long-list.tsx';
import { fold } from '../../picker.tsx';
import { useSay } from '../../says.tsx';
import { Segments } from '../../segments.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { eventDeskText as words } from './desk-text.ts';
import { HeadcountForm } from './event-desk.tsx';
import { eventPage } from './event-line.tsx';
import './desk.css';

/** Milliseconds between looks at what is ticked at another door. */
const EVERY = 10_000;
/** People without a row that a search shows; more words shorten the list. */
const MOST_OTHERS = 20;

/** A tick on its way, or one that did not arrive. */
interface Tick {
  readonly came: boolean | null;
  readonly problem?: ApiProblem;
}
type Ticks = ReadonlyMap<string, Tick>;
interface Person {
  readonly who: string;
  readonly name: string;
  readonly organisation: string;
}

export function Door({ id }: { id: string }): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  const door = useQuery({
    queryKey: [person, network.id, 'door', id],
    queryFn: ({ signal }) => api.send(getDoor, { params: { event: id } }, signal),
    refetchInterval: EVERY,
  });
  return (
    <div className="narrow door">
      <BackLink page={eventPage(id)}>{door.data?.title ?? t(text.events)}</BackLink>
      <Heading>{t(words.door)}</Heading>
      {door.isPending && <Skeleton />}
      {door.isError && !door.data && <Failure error={door.error} onRetry={() => void door.refetch()} />}
      {door.data && <List id={id} door={door.data} />}
    </div>
  );
}

/** Ticks that wait for the server stand over what it last said; an answer puts its row into that. */
function useTicks(event: string): { ticks: Ticks; tick: (who: string, came: boolean | null) => void } {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  const [ticks, setTicks] = useState<Ticks>(new Map());
  /** The last word on each: an answer to an earlier one says nothing any more. */
  const latest = useRef(new Map<string, number>());
  const key = [person, network.id, 'door', event];
  const put = (who: string, tick: Tick | undefined): void =>
    setTicks((now) => {
      const next = new Map(now);
      if (tick) next.set(who, tick);
      else next.delete(who);
      return next;
    });
  const send = useMutation({
    mutationFn: ({ who, came }: { who: string; came: boolean | null; turn: number }) =>
      api.send(tickDoor, { params: { event, who }, body: { came } }),
    // One after another for the same list: two taps on a row must arrive in their order.
    scope: { id: `door-${event}` },
    onSuccess: async (row, { who, turn }) => {
      await client.cancelQueries({ queryKey: key }); // an answer asked for before the tick must not take it back
      client.setQueryData<DoorView>(key, (now) => now && withRow(now, row));
      if (latest.current.get(who) === turn) put(who, undefined);
      for (const name of ['participants', 'event'])
        void client.invalidateQueries({ queryKey: [person, network.id, name], refetchType: 'none' });
    },
    onError: (error, { who, came, turn }) => {
      if (latest.current.get(who) === turn) put(who, { came, problem: apiProblem(error) });
    },
  });
  return {
    ticks,
    tick: (who, came) => {
      const turn = (latest.current.get(who) ?? 0) + 1;
      latest.current.set(who, turn);
      put(who, { came });
      send.mutate({ who, came, turn });
    },
  };
}

function withRow(door: DoorView, row: DoorRow): DoorView {
  const isThere = door.rows.some(({ who }) => who === row.who);
  return {
    ...door,
    rows: isThere ? door.rows.map((one) => (one.who === row.who ? row : one)) : [...door.rows, row],
    others: door.others.filter(({ who }) => who !== row.who),
  };
}

const fits = ({ name, organisation }: Person, sought: string): boolean =>
  sought.split(/\s+/).every((word) => fold(`${name} ${organisation}`).includes(word));

type Which = 'all' | 'left';

function List({ id, door }: { id: string; door: DoorView }): ReactNode {
  const t = useT();
  const { ticks, tick } = useTicks(id);
  const [typed, setTyped] = useState('');
  const [which, setWhich] = useState<Which>('all');
  const { asked, ask, way, round, fallback } = useAsked<'walk-in'>();
  const sought = fold(useDeferredValue(typed));
  const came = ({ who, came: saved }: DoorRow): boolean => (ticks.has(who) ? ticks.get(who)?.came : saved) === true;
  const cameCount = door.rows.filter(came).length;
  // A row that was just ticked stays while it is being saved, and when that failed.
  const shown = door.rows.filter(
    (row) => (which === 'all' || !came(row) || ticks.has(row.who)) && (sought === '' || fits(row, sought)),
  );
  const others = useMemo(
    () => (sought === '' ? [] : door.others.filter((one) => fits(one, sought))),
    [door.others, sought],
  );
  if (!door.mayTick) return <p className="lead after">{t(words.doorClosed)}</p>;
  return (
    <>
      <p className="lead">{t(words.doorLead)}</p>
      <div className="door-top">
        <p className="door-progress" role="status">
          {t(words.doorProgress, { came: cameCount, all: door.rows.length })}
        </p>
        <span className="track" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * cameCount) / Math.max(1, door.rows.length)}%` }} />
        </span>
        <search>
          <TextField name="search" type="search" label={t(words.search)} value={typed} onChange={setTyped} />
        </search>
        <Segments<Which>
          name="which"
          legend={t(words.show)}
          value={which}
          choices={[
            { value: 'all', label: t(words.doorAll) },
            { value: 'left', label: t(words.doorLeft) },
          ]}
          onChange={setWhich}
        />
      </div>
      <h2 ref={fallback} tabIndex={-1} className="hidden">
        {t(words.doorList)}
      </h2>
      {sought && (
        <p role="status" className="quiet small">
          {t(words.found, { n: shown.length })}
        </p>
      )}
      {door.rows.length === 0 && <p className="quiet">{t(words.doorNobody)}</p>}
      {door.rows.length > 0 && shown.length === 0 && !sought && <p className="good">{t(words.doorEmpty)}</p>}
      {shown.length > 0 && (
        <LongList
          items={shown}
          keyOf={({ who }) => who}
          label={t(words.doorList)}
          height={72}
          rowClass="door-line"
          row={(row) => <TickRow row={row} came={came(row)} tick={ticks.get(row.who)} onTick={tick} />}
        />
      )}
      {others.length > 0 && (
        <section aria-labelledby="door-others">
          <h2 id="door-others">{t(words.othersFound)}</h2>
          <ul className="plain list">
            {others.slice(0, MOST_OTHERS).map((one) => (
              <OtherRow key={one.who} person={one} tick={ticks.get(one.who)} onTick={tick} />
            ))}
          </ul>
        </section>
      )}
      <div className="row">
        <Button size="large" onClick={() => ask('walk-in')}>
          {t(words.addWalkIn)}
        </Button>
      </div>
      <HeadcountForm event={id} now={door.headcount} title={t(words.headcount)} />
      {asked === 'walk-in' && <WalkIn key={round} id={id} typed={typed} onAdded={() => setTyped('')} {...way} />}
    </>
  );
}

function TickRow({
  row,
  came,
  tick,
  onTick,
}: {
  row: DoorRow;
  came: boolean;
  tick: Tick | undefined;
  onTick: (who: string, came: boolean | null) => void;
}): ReactNode {
  const t = useT();
  const { who, name, organisation, place, isFirstTime } = row;
  const notes = [
    ...(organisation ? [organisation] : []),
    ...(place === 'online' ? [t(words.doorOnline)] : []),
    ...(place === undefined ? [t(words.doorNoPlace)] : []),
  ];
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a whole row that the arrow keys reach is pressed, and it is on or off */}
      <button
        type="button"
        role="checkbox"
        aria-checked={came}
        className="door-tick"
        onClick={() => onTick(who, came ? null : true)}
      >
        <span className="box" aria-hidden="true">
          {came && <CheckmarkCircleFilled className="icon" />}
        </span>
        <span>
          <span className="bold">{name}</span>
          <span className="facts">
            {notes.map((note) => (
              <span key={note} className="quiet">
                {note}
              </span>
            ))}
            {isFirstTime && <span className="bold">{t(words.firstTime)}</span>}
            {tick && !tick.problem && <span className="quiet">{t(words.saving)}…</span>}
          </span>
        </span>
      </button>
      <NotSaved tick={tick} name={name} onRetry={() => onTick(who, tick?.came ?? null)} />
    </>
  );
}

function OtherRow({
  person: { who, name, organisation },
  tick,
  onTick,
}: {
  person: Person;
  tick: Tick | undefined;
  onTick: (who: string, came: boolean | null) => void;
}): ReactNode {
  const t = useT();
  return (
    <li className="line">
      <div className="participant">
        <p>
          <span className="bold">{name}</span> <span className="quiet">{organisation}</span>
        </p>
        <Button
          disabledFocusable={tick !== undefined && !tick.problem}
          aria-label={t(words.cameAlongOf, { name })}
          onClick={() => onTick(who, true)}
        >
          {t(words.cameAlong)}
        </Button>
      </div>
      <NotSaved tick={tick} name={name} onRetry={() => onTick(who, true)} />
    </li>
  );
}

function NotSaved({ tick, name, onRetry }: { tick: Tick | undefined; name: string; onRetry: () => void }): ReactNode {
  const t = useT();
  const problem = tick?.problem;
  return (
    <div role="alert">
      {problem && (
        <p className="door-mistake">
          <span>
            {t(words.notSaved, {
              why: problem.detail ?? t(problem.status === 0 ? text.unreachable : text.failedWhy),
            })}
          </span>
          <Button aria-label={t(words.retryOf, { name })} onClick={onRetry}>
            {t(text.retry)}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Someone who is on no list; what was looked for in vain is their name. */
function WalkIn({ id, typed, onAdded, ...way }: { id: string; typed: string; onAdded: () => void } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [name, setName] = useState(typed.trim());
  const [email, setEmail] = useState('');
  const [organisation, setOrganisation] = useState('');
  const content = { name, email, organisation };
  const add = useSend(addAtDoor, {
    stale: ['door', 'participants', 'event'],
    onDone: (row) => {
      attempt.done();
      say(t(words.added, { name: row.name }));
      onAdded();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(words.addWalkIn)}
      does={t(words.add)}
      onDo={() => add.mutate({ params: { event: id }, body: { ...content, requestId: attempt.idFor(content) } })}
      {...way}
      isReady={name.trim() !== ''}
      isBusy={add.isPending}
      error={add.error}
    >
      <p>{t(words.walkInWhy)}</p>
      <TextField name="name" label={t(words.name)} isRequired value={name} onChange={setName} />
      <TextField
        name="organisation"
        label={t(words.organisation)}
        isOptional
        value={organisation}
        onChange={setOrganisation}
      />
      <TextField name="email" type="email" label={t(words.email)} isOptional value={email} onChange={setEmail} />
    </Ask>
  );
}
