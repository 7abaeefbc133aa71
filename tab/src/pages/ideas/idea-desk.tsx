/** What coordinators and the jury do with one idea: say how far it is, split it, or take back what made it. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { LongTextField, OneField } from '../../fields.tsx';
import { LinkButton } from '../../link-button.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { type IdeaView, type SettableState, setIdeaState, undoMade } from './calls.ts';
import { useIdeaChange } from './data.ts';
import { ideaDeskText as words } from './desk-text.ts';
import { ideaText } from './text.ts';
import { collectionPage, ideaPage } from './words.ts';

export function IdeaDesk({ idea }: { idea: IdeaView }): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<'state' | 'undo'>();
  const { can } = idea;
  const undoes = t(idea.from.length === 1 ? words.undoSplit : words.undoMerge);
  return (
    <section aria-labelledby="desk" className="desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(words.manage)}
      </h2>
      <div className="row">
        {can.manage && <Button onClick={() => ask('state')}>{t(words.state)}</Button>}
        {can.split && <LinkButton page={`${ideaPage(idea.id)}/split`}>{t(words.split)}</LinkButton>}
        {can.undo && <Button onClick={() => ask('undo')}>{undoes}</Button>}
      </div>
      {asked === 'state' && <SetState key={round} idea={idea} way={way} />}
      {asked === 'undo' && <Undo key={round} idea={idea} way={way} does={undoes} />}
    </section>
  );
}

function SetState({ idea, way }: { idea: IdeaView; way: Way }): ReactNode {
  const t = useT();
  const say = useSay();
  const now: SettableState =
    idea.state === 'notTaken' || idea.state === 'done' || idea.state === 'underWay' ? idea.state : 'underWay';
  const [state, setState] = useState<SettableState>(now);
  const [note, setNote] = useState(idea.reason ?? '');
  const send = useIdeaChange(setIdeaState, () => {
    way.onEnd();
    say(t(words.stateSet));
  });
  return (
    <Ask
      {...way}
      title={t(words.state)}
      does={t(words.state)}
      isBusy={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { idea: idea.id }, body: { state, note } })}
    >
      <div className="stack">
        <OneField
          name="state"
          label={t(words.stateOf)}
          value={state}
          onChange={setState}
          choices={[
            { value: 'underWay', label: t(ideaText.underWay) },
            { value: 'done', label: t(ideaText.done) },
            { value: 'notTaken', label: t(ideaText.notTaken) },
            { value: 'proposed', label: t(words.again) },
          ]}
        />
        <LongTextField name="note" label={t(words.note)} hint={t(words.noteHint)} value={note} onChange={setNote} />
      </div>
    </Ask>
  );
}

function Undo({ idea, way, does }: { idea: IdeaView; way: Way; does: string }): ReactNode {
  const t = useT();
  const say = useSay();
  const undo = useIdeaChange(undoMade, () => {
    say(t(words.madeUndone));
    replaceWith(collectionPage(idea.collection));
  });
  return (
    <Ask
      {...way}
      title={t(words.undoMadeAsk)}
      does={does}
      isBusy={undo.isPending}
      error={undo.error}
      onDo={() => undo.mutate({ params: { idea: idea.id } })}
    >
      <p>{t(words.undoMadeWhy)}</p>
    </Ask>
  );
}
