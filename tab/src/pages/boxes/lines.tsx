/** A box and a challenge as lines of a list, a story as it is read, and the words that they share. */
import type { ReactNode } from 'react';
import { shownAt } from '../../picture-address.ts';
import { onLink } from '../../router.ts';
import { useT } from '../../speak.ts';
import { useWhen } from '../../when.ts';
import type { BoxSummary, ChallengeSummary, StoryView } from './calls.ts';
import { boxText as words } from './text.ts';

export const boxPage = (id: string): string => `boxes/${encodeURIComponent(id)}`;
export const challengePage = (id: string): string => `challenges/${encodeURIComponent(id)}`;

/** When it is opened next; nothing when no schedule opens it any more. */
export function OpensNext({ of }: { of: Pick<BoxSummary, 'opensAt' | 'isWeekly' | 'isOpen'> }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  if (of.opensAt === undefined) return t(words.ended);
  return t(of.isWeekly && of.isOpen ? words.opensWeekly : words.opens, { when: when(of.opensAt) });
}

export function BoxLine({ box }: { box: BoxSummary }): ReactNode {
  const t = useT();
  const { id, title, isOpen, inBox, opened, waiting = 0 } = box;
  return (
    <li className="line">
      <a {...onLink(boxPage(id))}>{title}</a>
      <p className={isOpen ? 'due' : 'quiet'}>
        <OpensNext of={box} />
      </p>
      <p className="quiet small">
        {[
          (isOpen || inBox > 0) && t(words.inBox, { n: inBox }),
          opened > 0 && t(words.openedN, { n: opened }),
          waiting > 0 && t(words.toCheckN, { n: waiting }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

export function ChallengeLine({ challenge }: { challenge: ChallengeSummary }): ReactNode {
  const t = useT();
  const { id, title, phase, count, goal, unit, isForYou } = challenge;
  return (
    <li className="line">
      <a {...onLink(challengePage(id))}>{title}</a>
      <p className={phase === 'ended' ? 'quiet' : 'due'}>
        {[
          t(words.count, { n: count, goal, unit }),
          phase === 'reached' && t(words.reached),
          phase === 'ended' && t(words.ended),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {isForYou && <p className="strong small">{t(words.forYou)}</p>}
    </li>
  );
}

export function Picture({ of }: { of: StoryView['picture'] }): ReactNode {
  if (!of) return undefined;
  return <img src={shownAt(of.address)} alt={of.alt} width={of.width} height={of.height} loading="lazy" />;
}

/** A story with its picture and who tells it. */
export function Story({ story, children }: { story: StoryView; children?: ReactNode }): ReactNode {
  const t = useT();
  const { name, organisation } = story;
  const who = [name ?? (organisation === undefined ? t(words.nobody) : undefined), organisation].filter(Boolean);
  return (
    <li className="story">
      <Picture of={story.picture} />
      <p className="said">{story.text}</p>
      <p className="quiet small">{who.join(', ')}</p>
      {children}
    </li>
  );
}
