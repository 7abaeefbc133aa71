/** People who probably are one: merged, and merged apart again. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { listDoubles, type MemberRow, mergeMember, unmergeMember } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { OneField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { editMemberPage } from '../../register-pages.ts';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { REGISTER_PAGE, SHOWS_REGISTER } from './register-data.ts';
import { registerText } from './register-text.ts';
import { useAfterDialog } from './use-after-dialog.ts';

type Pair = readonly [MemberRow, MemberRow];

export function Doubles(): ReactNode {
  const t = useT();
  const say = useSay();
  const found = useRead('doubles', listDoubles);
  const { asked, ask, way, round, fallback } = useAsked<Pair>();
  // What opened the dialog goes away once the page is asked for anew.
  const settled = useAfterDialog(way.isOpen, () => fallback.current?.focus());
  const split = useSend(unmergeMember, {
    stale: SHOWS_REGISTER,
    onDone: ({ name }) => {
      say(t(registerText.wasSplit, { name }));
      fallback.current?.focus();
    },
  });
  const { likely = [], merged = [] } = found.data ?? {};
  return (
    <div className="narrow">
      <BackLink page={REGISTER_PAGE}>{t(registerText.title)}</BackLink>
      <Heading>{t(registerText.doubles)}</Heading>
      <p className="prose lead after">{t(registerText.doublesLead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <section aria-labelledby="likely">
          <h2 id="likely" ref={fallback} tabIndex={-1}>
            {t(likely.length === 0 ? registerText.doublesNone : registerText.likely)}
          </h2>
          {likely.length > 0 && (
            <ul className="plain list">
              {likely.map(({ why, members }) => (
                <li key={members.map(({ id }) => id).join(' ')} className="line still">
                  <p className="quiet small">
                    {t(why === 'sameAddress' ? registerText.likeAddress : registerText.likeName)}
                  </p>
                  <div className="register-two">
                    {members.map((one) => (
                      <Someone key={one.id} person={one} />
                    ))}
                  </div>
                  <div className="row">
                    <Button
                      aria-label={t(registerText.mergeNamed, {
                        name: t(registerText.pair, { first: members[0].name, second: members[1].name }),
                      })}
                      onClick={() => ask(members)}
                    >
                      {t(registerText.mergeMember)}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {merged.length > 0 && (
        <section aria-labelledby="merged" className="after-facts">
          <h2 id="merged">{t(registerText.mergedPairs)}</h2>
          <Refused error={split.error} />
          <ul className="plain list">
            {merged.map(({ member, into }) => (
              <li key={member.id} className="line still">
                <div className="register-pairs">
                  <div>
                    <span>
                      {t(registerText.countsAs, { name: member.name, into: into.name })}
                      {member.email && <span className="quiet small below breaks">{member.email}</span>}
                    </span>
                    <Button
                      aria-label={t(registerText.splitNamed, { name: member.name })}
                      disabledFocusable={split.isPending}
                      onClick={() => split.mutate({ params: { member: member.id } })}
                    >
                      {t(registerText.split)}
                    </Button>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asked && <Merge key={round} pair={asked} onDone={settled} {...way} />}
    </div>
  );
}

function Someone({ person }: { person: MemberRow }): ReactNode {
  const t = useT();
  const { id, name, organisation, title, email, desk } = person;
  return (
    <div>
      <p>
        <a {...onLink(editMemberPage(id))}>{name}</a>
      </p>
      <p className="quiet small">{[organisation?.name, title].filter(Boolean).join(', ')}</p>
      <p className="quiet small breaks">{email}</p>
      <p className="quiet small">{t(desk?.hasTeams ? registerText.inTeams : registerText.withoutTeams)}</p>
    </div>
  );
}

function Merge({ pair, onDone, ...way }: Way & { pair: Pair; onDone: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  // Whoever is in Teams is named by Teams: theirs are the details to show.
  const [kept, setKept] = useState<string>((pair.find(({ desk }) => desk?.hasTeams) ?? pair[0]).id);
  const merge = useSend(mergeMember, {
    stale: SHOWS_REGISTER,
    onDone: () => {
      say(t(registerText.merged));
      onDone();
      way.onEnd();
    },
  });
  const gone = pair.find(({ id }) => id !== kept);
  const detailsOf = ({ organisation, email }: MemberRow): string =>
    [organisation?.name, email].filter(Boolean).join(', ');
  return (
    <Ask
      title={t(registerText.mergeTitle)}
      does={t(registerText.mergeDoes)}
      onDo={() => gone && merge.mutate({ params: { member: gone.id }, body: { into: kept as never } })}
      isBusy={merge.isPending}
      error={merge.error}
      {...way}
    >
      <p>{t(registerText.isOneWhy)}</p>
      <OneField
        name="into"
        label={t(registerText.whichStays)}
        value={kept}
        choices={pair.map((one) => ({ value: one.id as string, label: one.name, hint: detailsOf(one) }))}
        onChange={setKept}
      />
    </Ask>
  );
}
