/** Handing over: what hangs on a leaving person, who goes on, and what then became of each thing. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { getHandover, type HandoverItem, type HandoverView, handOver, listCoordinators } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { CheckField, ManyField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { Heading } from '../../heading.tsx';
import { LinkButton } from '../../link-button.tsx';
import { MemberPicker } from '../../member-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Skeleton } from '../../states.tsx';
import './manage.css';
import { GROUPS } from './groups-pages.ts';
import { rolesText } from './roles-text.ts';
import { manageText } from './text.ts';

type Called = NonNullable<typeof handOver.types>;

/** What became of it. */
interface Outcome {
  readonly successor: string;
  readonly before: readonly HandoverItem[];
  readonly moves: readonly string[];
  readonly answer: Called[2];
  /** The reader is no longer a coordinator. */
  readonly isReaderGone: boolean;
}

/** `path`: the leaving person's id; none is the reader. */
export function Handover({ path }: { path: readonly string[] }): ReactNode {
  if (path.length > 1) return <NotThere />;
  return <OfPerson key={path[0]} person={path[0]} />;
}

function OfPerson({ person }: { person: string | undefined }): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState(person);
  const [outcome, setOutcome] = useState<Outcome>();
  const found = useRead('handover', getHandover, { params: chosen === undefined ? {} : { person: chosen } });
  const roles = useRead('coordinators', listCoordinators);
  useReaderAnew(outcome?.isReaderGone ?? false);
  if (outcome) return <Done {...outcome} />;
  const you = roles.data?.coordinators.find(({ isYou }) => isYou)?.id;
  return (
    <div className="narrow">
      <BackLink page={GROUPS}>{t(manageText.groups)}</BackLink>
      <Heading>{t(rolesText.handover)}</Heading>
      <p className="lead prose after">{t(rolesText.handoverLead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <MemberPicker
            name="leaving"
            label={t(rolesText.leaving)}
            hint={t(rolesText.leavingHint)}
            value={found.data.person}
            onChange={(one) => one && setChosen(one.id)}
          />
          {!found.isPlaceholderData && (
            <Plan key={found.data.person.id} of={found.data} isYou={found.data.person.id === you} onDone={setOutcome} />
          )}
        </>
      )}
    </div>
  );
}

/** A reader who gave up the role is told first; what they may do is asked anew when they go on from here. */
function useReaderAnew(isGone: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isGone) return;
    return () => void client.invalidateQueries();
  }, [isGone, client]);
}

interface PlanProps {
  readonly of: HandoverView;
  readonly isYou: boolean;
  readonly onDone: (outcome: Outcome) => void;
}

function Plan({ of, isYou, onDone }: PlanProps): ReactNode {
  const t = useT();
  const { person, items } = of;
  const [stays, setStays] = useState<readonly string[]>([]);
  const [successor, setSuccessor] = useState<Pick>();
  const [isMissing, setMissing] = useState(false);
  const [removes, setRemoves] = useState(false);
  const movable = items.filter(({ isMovable }) => isMovable);
  const moves = movable.map(({ id }) => id).filter((id) => !stays.includes(id));
  const removesLeaving = of.isCoordinator && removes;
  const isReaderGone = isYou && removesLeaving;
  const hand = useSend(handOver, {
    ...(isReaderGone ? {} : { stale: ['handover', 'coordinators', 'groups', 'polls', 'organisations', 'audit'] }),
    onDone: (answer) => onDone({ successor: successor?.name ?? '', before: items, moves, answer, isReaderGone }),
  });
  const submit = (): void => {
    setMissing(!successor);
    if (successor) hand.mutate({ body: { from: person.id, to: successor.id, moves, removesLeaving } as Called[1] });
  };
  return (
    <>
      <section aria-labelledby="items" className="after-facts before-form">
        <h2 id="items">{t(rolesText.itemsHead)}</h2>
        {items.length === 0 && <p>{t(rolesText.nothing)}</p>}
        <Items items={items.filter(({ isMovable }) => !isMovable)} heading={t(rolesText.byHand)} level="h3" />
      </section>
      <Form
        label={t(rolesText.handover)}
        onSubmit={submit}
        error={hand.error}
        does={t(rolesText.doHandOver)}
        isBusy={hand.isPending}
      >
        {movable.length > 0 && (
          <ManyField
            name="moves"
            label={t(rolesText.moves)}
            hint={t(rolesText.movesHint)}
            values={moves}
            choices={movable.map(({ id, title, todo }) => ({ value: id, label: title, hint: todo }))}
            onChange={(values) => setStays(movable.map(({ id }) => id).filter((id) => !values.includes(id)))}
          />
        )}
        <MemberPicker
          hasTeams
          isRequired
          name="to"
          label={t(rolesText.successor)}
          hint={t(rolesText.successorHint)}
          problem={isMissing ? t(rolesText.chooseFirst) : undefined}
          value={successor}
          onChange={(one) => {
            setMissing(false);
            setSuccessor(one);
          }}
        />
        {of.isCoordinator && (
          <CheckField
            name="removesLeaving"
            label={t(rolesText.removesLeaving, { name: person.name })}
            {...(isYou ? { hint: t(rolesText.removesSelfHint) } : {})}
            isOn={removes}
            onChange={setRemoves}
          />
        )}
      </Form>
    </>
  );
}

/** Things to be done by hand, each with the way to where it is done. `why`: instead of what there is to do. */
function Items({
  items,
  heading,
  why,
  level: Level = 'h2',
  hasLinks = true,
}: {
  items: readonly HandoverItem[];
  heading: string;
  why?: (item: HandoverItem) => string | undefined;
  level?: 'h2' | 'h3';
  hasLinks?: boolean;
}): ReactNode {
  if (items.length === 0) return undefined;
  return (
    <section className="after-head">
      <Level>{heading}</Level>
      <ul className="plain list">
        {items.map((item) => (
          <li key={item.id} className="line">
            {hasLinks ? <a {...onLink(item.page)}>{item.title}</a> : <p className="bold">{item.title}</p>}
            <p className="quiet small">{why?.(item) ?? item.todo}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Done({ successor, before, moves, answer, isReaderGone }: Outcome): ReactNode {
  const t = useT();
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.querySelector('h1')?.focus(), []);
  const reasons = new Map(answer.refused.map(({ id, reason }) => [id, reason]));
  const refused = before.filter(({ id }) => reasons.has(id));
  const left = answer.items.filter(({ id }) => !reasons.has(id));
  return (
    <div className="narrow" ref={heading}>
      {!isReaderGone && <BackLink page={GROUPS}>{t(manageText.groups)}</BackLink>}
      <Heading>{t(rolesText.done)}</Heading>
      <p className="notice good after">
        {t(rolesText.doneTo, { name: successor })} {t(rolesText.moved, { n: moves.length - refused.length })}
      </p>
      {isReaderGone && <p>{t(rolesText.noLongerYou)}</p>}
      <Items
        items={refused}
        heading={t(rolesText.notMoved)}
        why={({ id }) => reasons.get(id)}
        hasLinks={!isReaderGone}
      />
      <Items items={left} heading={t(rolesText.leftOver)} hasLinks={!isReaderGone} />
      <div className="row">
        {isReaderGone ? (
          <LinkButton page="" appearance="primary">
            {t(rolesText.toHome)}
          </LinkButton>
        ) : (
          <LinkButton page={`${GROUPS}/roles`}>{t(rolesText.toCoordinators)}</LinkButton>
        )}
      </div>
    </div>
  );
}
