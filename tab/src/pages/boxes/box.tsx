/** A box: leaving a story, one's own, those that were opened, and what coordinators do with it. */
import { Button } from '@fluentui/react-button';
import { lazy, type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { BackLink } from '../../back-link.tsx';
import { Heading } from '../../heading.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { text } from '../../text.ts';
import { useWhen } from '../../when.ts';
import { type BoxView, type OpenedStory, type OwnStory, removeStory } from './calls.ts';
import { useBox, useBoxChange } from './data.ts';
import { OpensNext, Story } from './lines.tsx';
import { ChangeStory, LeaveStory } from './story-form.tsx';
import { boxText as words } from './text.ts';

const Desk = lazy(() => import('./box-desk.tsx').then((desk) => ({ default: desk.BoxDesk })));

export function BoxPage({ id }: { id: string }): ReactNode {
  const t = useT();
  const found = useBox(id);
  const pages = found.data?.pages ?? [];
  const [box] = pages;
  return (
    <>
      <BackLink page="boxes">{t(words.title)}</BackLink>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && !box && <Failure isPage error={found.error} onRetry={() => void found.refetch()} />}
      {box && (
        <>
          <Heading>{box.title}</Heading>
          {box.intro !== '' && <p className="lead prose said">{box.intro}</p>}
          <p className={box.isOpen ? 'due' : 'quiet'}>
            <OpensNext of={box} />
          </p>
          {(box.isOpen || box.inBox > 0) && <p className="quiet">{t(words.inBox, { n: box.inBox })}</p>}
          {box.desk && <Desk box={box} desk={box.desk} />}
          {box.isOpen && <LeaveStory box={box} />}
          {box.own.length > 0 && <OwnStories box={box} />}
          <OpenedStories
            box={box}
            stories={pages.flatMap(({ stories }) => stories)}
            more={
              found.hasNextPage && (
                <div className="row">
                  <Button onClick={() => void found.fetchNextPage()} disabledFocusable={found.isFetchingNextPage}>
                    {t(text.more)}
                  </Button>
                </div>
              )
            }
          />
        </>
      )}
    </>
  );
}

const STATES = { waiting: words.waiting, kept: words.kept, refused: words.refused, opened: words.opened };

function OwnStories({ box }: { box: BoxView }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<OwnStory>();
  const [changed, setChanged] = useState<string>();
  return (
    <section aria-labelledby="own-stories">
      <h2 id="own-stories" ref={fallback} tabIndex={-1}>
        {t(words.own)}
      </h2>
      <ul className="plain">
        {box.own.map((one) =>
          changed === one.id ? (
            <li key={one.id}>
              <ChangeStory box={box} story={one} onEnd={() => setChanged(undefined)} />
            </li>
          ) : (
            <Story key={one.id} story={one}>
              <p className="strong small">{t(STATES[one.state])}</p>
              <div className="row">
                {one.state !== 'opened' && (
                  <Button size="small" onClick={() => setChanged(one.id)}>
                    {t(words.change)}
                  </Button>
                )}
                <Button size="small" appearance="subtle" onClick={() => ask(one)}>
                  {t(words.remove)}
                </Button>
              </div>
            </Story>
          ),
        )}
      </ul>
      {asked && <RemoveStory key={round} box={box.id} story={asked.id} {...way} />}
    </section>
  );
}

export function RemoveStory({ box, story, ...way }: { box: string; story: string } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const send = useBoxChange(removeStory, () => {
    say(t(words.removed));
    way.onEnd();
  });
  return (
    <Ask
      {...way}
      title={t(words.removeStoryAsk)}
      does={t(words.remove)}
      onDo={() => send.mutate({ params: { box, story }, body: {} })}
      isBusy={send.isPending}
      error={send.error}
    >
      <p>{t(words.removeStoryWhy)}</p>
    </Ask>
  );
}

/** Those that came out together stand together, the last opening's first. */
function OpenedStories({
  box,
  stories,
  more,
}: {
  box: BoxView;
  stories: readonly OpenedStory[];
  more: ReactNode;
}): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { asked, ask, way, round, fallback } = useAsked<OpenedStory>();
  const openings = [...new Set(stories.map(({ opening }) => opening))];
  return (
    <section aria-labelledby="opened-stories">
      <h2 id="opened-stories" ref={fallback} tabIndex={-1}>
        {t(words.openedStories)}
      </h2>
      {stories.length === 0 && <p className="quiet">{t(words.noneOpened)}</p>}
      {openings.map((n) => {
        const together = stories.filter(({ opening }) => opening === n);
        return (
          <section key={n}>
            <h3>{t(words.openedOn, { when: when(together[0]?.openedAt ?? '') })}</h3>
            <ul className="plain">
              {together.map((one) => (
                <Story key={one.id} story={one}>
                  {box.desk && (
                    <div className="row">
                      <Button size="small" appearance="subtle" onClick={() => ask(one)}>
                        {t(words.remove)}
                      </Button>
                    </div>
                  )}
                </Story>
              ))}
            </ul>
          </section>
        );
      })}
      {more}
      {asked && <RemoveStory key={round} box={box.id} story={asked.id} {...way} />}
    </section>
  );
}
