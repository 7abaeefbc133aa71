/** The coordinators' desk of the material bank: what waits, what is due, what the search can't read, and what is used most. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { useRead, useSend } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { OneField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { ChevronRightRegular } from '../../icons.ts';
import { LinkButton } from '../../link-button.tsx';
import { onLink } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT, useZone } from '../../speak.ts';
import { Failure, Refused, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { dateIn, useWhen } from '../../when.ts';
import { listCollections } from './calls.ts';
import { useMaterialChange } from './data.ts';
import {
  exportMaterials,
  getMaterialDesk,
  type MaterialDesk,
  type MaterialRow,
  publishMaterial,
  removeMaterial,
  reviewMaterial,
} from './desk-calls.ts';
import { materialDeskText as words } from './desk-text.ts';
import { lineText } from './line-text.ts';
import { TYPE_ICONS } from './material-line.tsx';
import { collectionPage, editPage, IMPORT_PAGE, LIST_PAGE, materialPage, TERMS_PAGE } from './place.ts';
import { yearsOn } from './years.ts';
import './desk.css';

export function Desk(): ReactNode {
  const t = useT();
  const desk = useRead('material-desk', getMaterialDesk);
  const { data } = desk;
  return (
    <div className="material-desk">
      <BackLink page={LIST_PAGE}>{t(text.materials)}</BackLink>
      <Heading>{t(words.desk)}</Heading>
      <p className="lead">{t(words.deskLead)}</p>
      {desk.isPending && <Skeleton />}
      {desk.isError && !data && <Failure error={desk.error} onRetry={() => void desk.refetch()} />}
      {data && <Waiting desk={data} />}
      {data && <Unread unread={data.unread} />}
      {data && <MostUsed mostUsed={data.mostUsed} />}
      <Arrange />
      {data && data.total > 0 && (
        <section aria-labelledby="export">
          <h2 id="export">{t(words.export)}</h2>
          <p className="quiet small">
            {t(words.total, { n: data.total })} {t(words.exportWhy)}
          </p>
          <Downloads call={exportMaterials} files={[{ name: t(words.exportZip), body: {} }]} />
        </section>
      )}
    </div>
  );
}

type Asked = { readonly what: 'remove' | 'review'; readonly of: MaterialRow };

function Waiting({ desk }: { desk: MaterialDesk }): ReactNode {
  const t = useT();
  const { date } = useWhen();
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const { proposed, toReview, drafts } = desk;
  const doesNothingWait = proposed.length + toReview.length === 0;
  return (
    <>
      <section aria-labelledby="proposed">
        <h2 id="proposed" ref={fallback} tabIndex={-1}>
          {t(words.proposed)}
        </h2>
        {proposed.length === 0 && <p className="quiet">{t(words.nothingWaits)}</p>}
        <Rows of={proposed}>
          {(row) => (
            <>
              <Publish of={row} />
              <Common of={row} onRemove={() => ask({ what: 'remove', of: row })} />
            </>
          )}
        </Rows>
      </section>
      {toReview.length > 0 && (
        <section aria-labelledby="to-review">
          <h2 id="to-review">{t(words.toReview)}</h2>
          <p className="quiet small">{t(words.toReviewWhy)}</p>
          <Rows of={toReview} note={({ reviewOn }) => reviewOn && t(words.reviewDue, { date: date(reviewOn) })}>
            {(row) => (
              <>
                <Button
                  aria-label={t(words.doTo, { does: t(words.reviewed), name: row.title })}
                  onClick={() => ask({ what: 'review', of: row })}
                >
                  {t(words.reviewed)}
                </Button>
                <Common of={row} onRemove={() => ask({ what: 'remove', of: row })} />
              </>
            )}
          </Rows>
        </section>
      )}
      {drafts.length > 0 && (
        <section aria-labelledby="drafts">
          <h2 id="drafts">{t(words.drafts)}</h2>
          <Rows of={drafts}>
            {(row) => (
              <>
                <Publish of={row} />
                <Common of={row} onRemove={() => ask({ what: 'remove', of: row })} />
              </>
            )}
          </Rows>
        </section>
      )}
      {asked?.what === 'remove' && <Remove key={round} of={asked.of} way={way} />}
      {asked?.what === 'review' && <Review key={round} of={asked.of} way={way} />}
      <p className="hidden" role="status">
        {doesNothingWait ? t(words.nothingWaits) : ''}
      </p>
    </>
  );
}

function Rows({
  of,
  note,
  children,
}: {
  of: readonly MaterialRow[];
  note?: (row: MaterialRow) => string | undefined;
  children: (row: MaterialRow) => ReactNode;
}): ReactNode {
  const t = useT();
  const { day } = useWhen();
  if (of.length === 0) return undefined;
  return (
    <ul className="plain list">
      {of.map((row) => {
        const Icon = TYPE_ICONS[row.type];
        const said = note?.(row);
        return (
          <li key={row.id} className="line desk-row">
            <div className="desk-row-words">
              <p className="bold">
                <Icon className="icon" /> <a {...onLink(materialPage(row.id))}>{row.title}</a>
              </p>
              <p className="quiet facts">
                <span>{t(lineText[row.type])}</span>
                {row.organisation && <span>{row.organisation}</span>}
                {row.event && <span>{row.event}</span>}
                <span>{said ?? day(row.addedAt)}</span>
              </p>
            </div>
            <div className="desk-row-buttons">{children(row)}</div>
          </li>
        );
      })}
    </ul>
  );
}

function Publish({ of: { id, title } }: { of: MaterialRow }): ReactNode {
  const t = useT();
  const say = useSay();
  const publish = useMaterialChange(publishMaterial, () => say(t(words.published, { title })));
  return (
    <>
      <Button
        appearance="primary"
        aria-label={t(words.doTo, { does: t(words.publish), name: title })}
        disabledFocusable={publish.isPending}
        onClick={() => publish.mutate({ params: { material: id } })}
      >
        {t(words.publish)}
      </Button>
      {publish.error && <Refused error={publish.error} />}
    </>
  );
}

function Common({ of: { id, title }, onRemove }: { of: MaterialRow; onRemove: () => void }): ReactNode {
  const t = useT();
  const named = (does: Message): string => t(words.doTo, { does: t(does), name: title });
  return (
    <>
      <LinkButton page={editPage(id)} label={named(words.edit)}>
        {t(words.edit)}
      </LinkButton>
      <Button appearance="subtle" aria-label={named(words.remove)} onClick={onRemove}>
        {t(words.remove)}
      </Button>
    </>
  );
}

type Way = ReturnType<typeof useAsked>['way'];

function Remove({ of: { id, title }, way }: { of: MaterialRow; way: Way }): ReactNode {
  const t = useT();
  const say = useSay();
  const remove = useSend(removeMaterial, {
    stale: ['materials', 'collections', 'material-desk', 'material-terms'],
    onDone: () => {
      way.onEnd();
      say(t(words.removed, { title }));
    },
  });
  return (
    <Ask
      title={t(words.removeTitle, { title })}
      does={t(words.remove)}
      onDo={() => remove.mutate({ params: { material: id } })}
      {...way}
      isBusy={remove.isPending}
      error={remove.error}
    >
      <p>{t(words.removeWhy)}</p>
    </Ask>
  );
}

function Review({ of: { id, title }, way }: { of: MaterialRow; way: Way }): ReactNode {
  const t = useT();
  const say = useSay();
  const zone = useZone();
  const { date } = useWhen();
  const [chosen, setChosen] = useState<'1' | '2' | 'never'>('1');
  const today = dateIn(Date.now(), zone);
  const review = useMaterialChange(reviewMaterial, () => {
    way.onEnd();
    say(t(words.reviewSaved, { title }));
  });
  const inYears = (n: number): string => t(words.inYears, { n, date: date(yearsOn(today, n)) });
  return (
    <Ask
      title={t(words.reviewTitle, { title })}
      does={t(words.save)}
      onDo={() =>
        review.mutate({
          params: { material: id },
          body: { reviewOn: chosen === 'never' ? '' : yearsOn(today, Number(chosen)) },
        })
      }
      {...way}
      isBusy={review.isPending}
      error={review.error}
    >
      <OneField
        name="reviewOn"
        label={t(words.reviewNext)}
        value={chosen}
        choices={[
          { value: '1', label: inYears(1) },
          { value: '2', label: inYears(2) },
          { value: 'never', label: t(words.never) },
        ]}
        onChange={setChosen}
      />
    </Ask>
  );
}

type UnreadFile = MaterialDesk['unread'][number];
const WHY: Readonly<Partial<Record<UnreadFile['why'], Message>>> = {
  ...{ cut: words.cut, encrypted: words.encrypted, broken: words.broken, tooLarge: words.tooLarge, slow: words.slow },
};

function Unread({ unread }: { unread: readonly UnreadFile[] }): ReactNode {
  const t = useT();
  if (unread.length === 0) return undefined;
  return (
    <section aria-labelledby="unread">
      <h2 id="unread">{t(words.unread)}</h2>
      <p className="quiet small">{t(words.unreadWhy)}</p>
      <ul className="plain list">
        {unread.map(({ id, title, file, why }) => (
          <li key={`${id} ${file}`} className="line desk-row">
            <div className="desk-row-words">
              <p className="bold">
                <a {...onLink(materialPage(id))}>{title}</a>
              </p>
              <p className="small">{t(WHY[why] ?? words.broken, { file })}</p>
            </div>
            <div className="desk-row-buttons">
              <LinkButton page={editPage(id)} label={t(words.doTo, { does: t(words.edit), name: title })}>
                {t(words.edit)}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MostUsed({ mostUsed }: { mostUsed: MaterialDesk['mostUsed'] }): ReactNode {
  const t = useT();
  if (mostUsed.length === 0) return undefined;
  return (
    <section aria-labelledby="most-used">
      <h2 id="most-used">{t(words.mostUsed)}</h2>
      <p className="quiet small">{t(words.mostUsedWhy)}</p>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t(words.material)}</th>
              <th scope="col" className="number">
                {t(words.seen)}
              </th>
              <th scope="col" className="number">
                {t(words.downloaded)}
              </th>
            </tr>
          </thead>
          <tbody>
            {mostUsed.map(({ id, title, seen, downloaded }) => (
              <tr key={id}>
                <th scope="row">
                  <a {...onLink(materialPage(id))}>{title}</a>
                </th>
                <td className="number">{seen}</td>
                <td className="number">{downloaded}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const PAGES: readonly { readonly page: string; readonly name: Message; readonly what: Message }[] = [
  { page: TERMS_PAGE, name: words.terms, what: words.termsWhat },
  { page: IMPORT_PAGE, name: words.import, what: words.importWhat },
];

function Arrange(): ReactNode {
  const t = useT();
  const collections = useRead('collections', listCollections);
  const all = collections.data?.collections ?? [];
  return (
    <>
      <section aria-labelledby="arrange">
        <h2 id="arrange">{t(words.arrange)}</h2>
        <ul className="plain list">
          {PAGES.map(({ page, name, what }) => (
            <li key={page}>
              <a className="line place" {...onLink(page)}>
                <span>
                  <span className="strong">{t(name)}</span>
                  <span className="quiet small below">{t(what)}</span>
                </span>
                <ChevronRightRegular className="icon" />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="collections">
        <div className="title">
          <h2 id="collections">{t(words.collections)}</h2>
          <LinkButton page={collectionPage('new')}>{t(words.newCollection)}</LinkButton>
        </div>
        {all.length > 0 && (
          <ul className="plain list">
            {all.map(({ id, name, n }) => (
              <li key={id} className="line desk-row">
                <div className="desk-row-words">
                  <p>
                    <a className="bold" {...onLink(collectionPage(id))}>
                      {name}
                    </a>{' '}
                    <span className="quiet small">{t(words.collectionCount, { n })}</span>
                  </p>
                </div>
                <div className="desk-row-buttons">
                  <LinkButton page={`${collectionPage(id)}/edit`} label={t(words.doTo, { does: t(words.edit), name })}>
                    {t(words.edit)}
                  </LinkButton>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
