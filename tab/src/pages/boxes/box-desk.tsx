/** What a coordinator does with a box: looks at what waits, passes its public page on, changes and ends it. */
import { Button } from '@fluentui/react-button';
import type { ReactNode } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { CopyField } from '../../copy-field.tsx';
import { LinkButton } from '../../link-button.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { RemoveStory } from './box.tsx';
import {
  type BoxView,
  checkStory,
  endBox,
  type BoxDesk as OfDesk,
  type OwnStory,
  removeBox,
  setPublic,
} from './calls.ts';
import { useBoxChange } from './data.ts';
import { boxPage, Story } from './lines.tsx';
import { boxText as words } from './text.ts';

interface OfBox {
  readonly box: BoxView;
  readonly desk: OfDesk;
}
type Question = 'end' | 'remove' | 'renew';

export function BoxDesk({ box, desk }: OfBox): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<Question>();
  return (
    <section aria-labelledby="desk" className="desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(words.desk)}
      </h2>
      <ToCheck box={box} desk={desk} />
      <PublicPage box={box} desk={desk} onRenew={() => ask('renew')} />
      <div className="row">
        <LinkButton page={`${boxPage(box.id)}/edit`}>{t(words.edit)}</LinkButton>
        {box.isOpen && <Button onClick={() => ask('end')}>{t(words.endBox)}</Button>}
        {desk.canRemove && (
          <Button appearance="subtle" onClick={() => ask('remove')}>
            {t(words.removeBox)}
          </Button>
        )}
      </div>
      {asked === 'end' && <End key={round} id={box.id} {...way} />}
      {asked === 'remove' && <Remove key={round} id={box.id} {...way} />}
      {asked === 'renew' && <Renew key={round} id={box.id} {...way} />}
    </section>
  );
}

/** What waits stands open; what is in the box, or was not let in, is behind a line of its own. */
function ToCheck({ box, desk }: OfBox): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<string>();
  const check = useCheck();
  const checking = (one: OwnStory, isLetIn: boolean): void =>
    check.mutate({ params: { box: box.id, story: one.id }, body: { isLetIn } });
  const removing = (one: OwnStory): ReactNode => (
    <Button size="small" appearance="subtle" onClick={() => ask(one.id)}>
      {t(words.remove)}
    </Button>
  );
  return (
    <>
      <h3 ref={fallback} tabIndex={-1}>
        {t(words.toCheck)}
      </h3>
      {desk.waiting.length === 0 && <p className="quiet">{t(words.nothingToCheck)}</p>}
      <ul className="plain">
        {desk.waiting.map((one) => (
          <Story key={one.id} story={one}>
            {one.isFromOutside && <p className="quiet small">{t(words.fromOutside)}</p>}
            <div className="row">
              <Button size="small" disabledFocusable={check.isPending} onClick={() => checking(one, true)}>
                {t(words.letIn)}
              </Button>
              <Button
                size="small"
                appearance="subtle"
                disabledFocusable={check.isPending}
                onClick={() => checking(one, false)}
              >
                {t(words.refuse)}
              </Button>
            </div>
          </Story>
        ))}
      </ul>
      <Refused error={check.error} />
      {desk.inside.length > 0 && (
        <details>
          <summary>{t(words.inside, { n: desk.inside.length })}</summary>
          <ul className="plain">
            {desk.inside.map((one) => (
              <Story key={one.id} story={one}>
                <div className="row">{removing(one)}</div>
              </Story>
            ))}
          </ul>
        </details>
      )}
      {desk.refused.length > 0 && (
        <details>
          <summary>{t(words.notLetIn, { n: desk.refused.length })}</summary>
          <ul className="plain">
            {desk.refused.map((one) => (
              <Story key={one.id} story={one}>
                <div className="row">
                  <Button size="small" disabledFocusable={check.isPending} onClick={() => checking(one, true)}>
                    {t(words.letIn)}
                  </Button>
                  {removing(one)}
                </div>
              </Story>
            ))}
          </ul>
        </details>
      )}
      {asked && <RemoveStory key={round} box={box.id} story={asked} {...way} />}
    </>
  );
}

function useCheck() {
  const t = useT();
  const say = useSay();
  const check = useBoxChange(checkStory, () =>
    say(t(check.variables?.body?.isLetIn ? words.wasLetIn : words.wasRefused)),
  );
  return check;
}

function PublicPage({ box, desk: { publicLink }, onRenew }: OfBox & { onRenew: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(setPublic, () => say(t(words.saved)));
  const set = (isPublic: boolean): void => send.mutate({ params: { box: box.id }, body: { isPublic, renew: false } });
  return (
    <>
      <h3>{t(words.publicPage)}</h3>
      <p className="quiet">{t(publicLink === undefined ? words.publicClosed : words.publicWhy)}</p>
      {publicLink !== undefined && <CopyField name="address" label={t(words.address)} value={publicLink} />}
      <div className="row">
        {publicLink === undefined ? (
          box.isOpen && (
            <Button disabledFocusable={send.isPending} onClick={() => set(true)}>
              {t(words.openLink)}
            </Button>
          )
        ) : (
          <>
            <Button onClick={onRenew}>{t(words.renewLink)}</Button>
            <Button disabledFocusable={send.isPending} onClick={() => set(false)}>
              {t(words.closeLink)}
            </Button>
          </>
        )}
      </div>
      <Refused error={send.error} />
    </>
  );
}

function Renew({ id, ...way }: { id: string } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(setPublic, () => {
    say(t(words.linkChanged));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.renewAsk)}
      does={t(words.renewLink)}
      onDo={() => send.mutate({ params: { box: id }, body: { isPublic: true, renew: true } })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.renewWhy)}</p>
    </Ask>
  );
}

function End({ id, ...way }: { id: string } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(endBox, () => {
    say(t(words.saved));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.endBoxAsk)}
      does={t(words.endBox)}
      onDo={() => send.mutate({ params: { box: id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.endBoxWhy)}</p>
    </Ask>
  );
}

function Remove({ id, ...way }: { id: string } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(removeBox, () => {
    say(t(words.removed));
    way.onEnd();
    replaceWith('boxes');
  });
  return (
    <Ask
      {...way}
      title={t(words.removeBoxAsk)}
      does={t(words.removeBox)}
      onDo={() => send.mutate({ params: { box: id }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.removeBoxWhy)}</p>
    </Ask>
  );
}
