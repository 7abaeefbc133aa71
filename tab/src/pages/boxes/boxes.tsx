/** All boxes and challenges, those that go on first. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { Heading } from '../../heading.tsx';
import { AddRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { listBoxes } from './calls.ts';
import { BoxLine, ChallengeLine } from './lines.tsx';
import { boxText as words } from './text.ts';

const CALM = 60_000;

export function Boxes(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const found = useRead('boxes', listBoxes, { params: {}, every: CALM });
  const { boxes = [], challenges = [] } = found.data ?? {};
  return (
    <>
      <div className="title">
        <Heading>{t(words.title)}</Heading>
        {network.coordinator && (
          <div className="row">
            <LinkButton page="boxes/new" appearance="primary" icon={<AddRegular />}>
              {t(words.newBox)}
            </LinkButton>
            <LinkButton page="challenges/new" icon={<AddRegular />}>
              {t(words.newChallenge)}
            </LinkButton>
          </div>
        )}
      </div>
      <p className="lead prose">{t(words.lead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && boxes.length + challenges.length === 0 && (
        <div className="empty">
          <p className="strong">{t(words.none)}</p>
          <p>{t(network.coordinator ? words.noneCreate : words.noneWhy)}</p>
        </div>
      )}
      {boxes.length > 0 && (
        <section aria-labelledby="boxes">
          <h2 id="boxes">{t(words.boxes)}</h2>
          <ul className="plain list">
            {boxes.map((one) => (
              <BoxLine key={one.id} box={one} />
            ))}
          </ul>
        </section>
      )}
      {challenges.length > 0 && (
        <section aria-labelledby="challenges">
          <h2 id="challenges">{t(words.challenges)}</h2>
          <ul className="plain list">
            {challenges.map((one) => (
              <ChallengeLine key={one.id} challenge={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
