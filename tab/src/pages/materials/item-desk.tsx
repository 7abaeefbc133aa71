/** What coordinators see of an item beside members: how much it is used, the guide's pin, and the link for people outside. */
import { Button } from '@fluentui/react-button';
import { PinRegular } from '@fluentui/react-icons/svg/pin';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { CopyField } from '../../copy-field.tsx';
import { SelectField } from '../../fields.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { useWhen } from '../../when.ts';
import { type MaterialView, pinMaterial, shareMaterial, unshareMaterial } from './calls.ts';
import { useMaterialChange } from './data.ts';
import { materialText as words } from './text.ts';

type DeskView = NonNullable<MaterialView['desk']>;
interface OfItem {
  readonly material: MaterialView;
  readonly desk: DeskView;
}

/** Days that a link may be good for, as in the contract: at most a year. */
const DAYS = ['7', '30', '90', '365'] as const;
type Days = (typeof DAYS)[number];

export function ItemDesk({ material, desk }: OfItem): ReactNode {
  const t = useT();
  const say = useSay();
  const { id, isPinned, state } = material;
  const pin = useMaterialChange(pinMaterial, (now) => say(t(now.isPinned ? words.pinned : words.unpinned)));
  return (
    <section aria-labelledby="item-desk" className="desk">
      <h2 id="item-desk">{t(words.desk)}</h2>
      <dl className="facts-table">
        <dt>{t(words.seen)}</dt>
        <dd>{t(words.times, { n: desk.seen })}</dd>
        <dt>{t(words.downloaded)}</dt>
        <dd>{t(words.times, { n: desk.downloaded })}</dd>
      </dl>
      <p className="quiet small">{t(words.figuresWhy)}</p>
      {state === 'published' && (
        <div className="row">
          <Button
            icon={<PinRegular />}
            disabledFocusable={pin.isPending}
            onClick={() => pin.mutate({ params: { material: id }, body: { isPinned: !isPinned } })}
          >
            {t(isPinned ? words.unpin : words.pin)}
          </Button>
        </div>
      )}
      <Refused error={pin.error} />
      <Share material={material} desk={desk} />
    </section>
  );
}

function Share({ material, desk: { share } }: OfItem): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const say = useSay();
  const [days, setDays] = useState<Days>('30');
  const { asked, ask, way, round, fallback } = useAsked<'unshare'>();
  const make = useMaterialChange(shareMaterial, () => say(t(words.shareMade)));
  const { id, state, audience } = material;
  const isForAll = state === 'published' && audience === undefined;
  return (
    <section className="share" aria-labelledby="share">
      <h3 id="share" ref={fallback} tabIndex={-1}>
        {t(words.share)}
      </h3>
      {!isForAll && <p className="quiet">{t(words.shareOnlyPublic)}</p>}
      {isForAll && <p className="quiet small">{t(words.shareWhy)}</p>}
      {isForAll && share && (
        <>
          <CopyField
            name="shareLink"
            label={t(words.shareLink)}
            hint={t(words.shareUntil, { when: when(share.until) })}
            value={share.url}
          />
          <div className="row">
            <Button onClick={() => ask('unshare')}>{t(words.shareRemove)}</Button>
          </div>
        </>
      )}
      {isForAll && !share && (
        <>
          <SelectField<Days>
            name="days"
            label={t(words.shareDays)}
            value={days}
            choices={DAYS.map((value) => ({ value, label: t(words.days, { n: Number(value) }) }))}
            onChange={setDays}
          />
          <div className="row">
            <Button
              disabledFocusable={make.isPending}
              onClick={() => make.mutate({ params: { material: id }, body: { days: Number(days) } })}
            >
              {t(words.shareMake)}
            </Button>
          </div>
        </>
      )}
      <Refused error={make.error} />
      {asked === 'unshare' && <Unshare key={round} id={id} {...way} />}
    </section>
  );
}

function Unshare({ id, ...way }: { id: string } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const unshare = useMaterialChange(unshareMaterial, () => {
    say(t(words.shareRemoved));
    way.onEnd();
  });
  return (
    <Ask
      title={t(words.shareRemoveTitle)}
      does={t(words.shareRemove)}
      onDo={() => unshare.mutate({ params: { material: id } })}
      {...way}
      isBusy={unshare.isPending}
      error={unshare.error}
    >
      <p>{t(words.shareRemoveWhy)}</p>
    </Ask>
  );
}
