/** What coordinators and the jury do with a call: pick several ideas to theme, merge or choose; start the vote; record the decision. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useRead } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { DateField, LongTextField, ManyField, OneField, SelectField, TextField, TimeField } from '../../fields.tsx';
import { LinkButton } from '../../link-button.tsx';
import { goTo, replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT, useZone } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { dateIn } from '../../when.ts';
import {
  type CollectionView,
  closeCollection,
  decideIdeas,
  exportIdeas,
  ideaChoices,
  publishCollection,
  repostCollection,
  shortlistIdeas,
  themeIdeas,
  undoCollection,
  voteOnIdeas,
} from './calls.ts';
import { IDEAS, useIdeaChange, useIdeas } from './data.ts';
import { ideaDeskText as words } from './desk-text.ts';
import { ideaText } from './text.ts';
import { collectionPage } from './words.ts';

interface OfCall {
  readonly of: CollectionView;
  readonly desk: NonNullable<CollectionView['desk']>;
}
type Asked = 'publish' | 'close' | 'undo' | 'vote' | 'decide';

export function CollectionDesk({
  of,
  desk,
  picked,
  onPick,
}: OfCall & {
  picked: readonly string[] | undefined;
  onPick: (picked: readonly string[] | undefined) => void;
}): ReactNode {
  const t = useT();
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const params = { collection: of.id };
  const repost = useIdeaChange(repostCollection);
  const { can, shortlist, post } = desk;
  const isUnsure = post?.state === 'unknown' || post?.state === 'failed';
  return (
    <section aria-labelledby="desk" className="desk">
      <h2 id="desk" ref={fallback} tabIndex={-1}>
        {t(words.desk)}
      </h2>
      {isUnsure && <p className="notice warning">{t(words.postTrouble)}</p>}
      <div className="row">
        {can.publish && (
          <Button appearance="primary" onClick={() => ask('publish')}>
            {t(words.publish)}
          </Button>
        )}
        {can.change && <LinkButton page={`${collectionPage(of.id)}/edit`}>{t(words.edit)}</LinkButton>}
        {can.close && <Button onClick={() => ask('close')}>{t(words.close)}</Button>}
        {can.undo && <Button onClick={() => ask('undo')}>{t(words.undo)}</Button>}
        {can.repost && (
          <Button disabledFocusable={repost.isPending} onClick={() => repost.mutate({ params })}>
            {t(words.repost)}
          </Button>
        )}
      </div>
      <Refused error={repost.error} />
      {of.ideas > 0 && (
        <>
          <h3>{t(words.shortlist, { n: shortlist.length })}</h3>
          <div className="row">
            <Button
              appearance={shortlist.length === 0 ? 'primary' : 'secondary'}
              aria-pressed={picked !== undefined}
              onClick={() => onPick(picked ? undefined : [])}
            >
              {t(picked ? words.pickEnd : words.pick)}
            </Button>
            {can.vote && (
              <Button appearance="primary" onClick={() => ask('vote')}>
                {t(words.vote)}
              </Button>
            )}
            {can.decide && <Button onClick={() => ask('decide')}>{t(words.decide)}</Button>}
          </div>
          <Downloads
            call={exportIdeas}
            params={params}
            files={[
              { name: t(words.asExcel), body: { format: 'xlsx' } },
              { name: t(words.asCsv), body: { format: 'csv' } },
            ]}
          />
        </>
      )}
      {asked === 'vote' && <Vote key={round} of={of} desk={desk} way={way} />}
      {asked === 'decide' && <Decide key={round} of={of} desk={desk} way={way} picked={picked ?? []} />}
      {(asked === 'publish' || asked === 'close' || asked === 'undo') && (
        <Simple key={round} of={of} what={asked} way={way} />
      )}
    </section>
  );
}

/** What is done with the picked ideas, in sight wherever one is in the list. */
export function PickedBar({
  of,
  desk: { shortlist },
  picked,
  onEnd,
}: OfCall & { picked: readonly string[]; onEnd: () => void }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<'theme'>();
  const list = useIdeaChange(shortlistIdeas, () => {
    onEnd();
    say(t(words.listed));
  });
  const setList = (ideas: readonly string[]): void =>
    list.mutate({ params: { collection: of.id }, body: { ideas: [...ideas] as never } });
  return (
    <div className="picked-bar">
      <p role="status" className="bold">
        {t(words.pickedCount, { n: picked.length })}
      </p>
      {picked.length === 0 ? (
        <p className="quiet small">{t(words.pickWhy)}</p>
      ) : (
        <div className="row">
          {picked.length > 1 && (
            <Button
              appearance="primary"
              onClick={() => goTo(`${collectionPage(of.id)}/merge?ideas=${picked.map(encodeURIComponent).join(',')}`)}
            >
              {t(words.merge)}
            </Button>
          )}
          <Button onClick={() => ask('theme')}>{t(words.giveTheme)}</Button>
          <Button disabledFocusable={list.isPending} onClick={() => setList([...new Set([...shortlist, ...picked])])}>
            {t(words.toVote)}
          </Button>
          {picked.some((one) => shortlist.some((other) => other === one)) && (
            <Button
              disabledFocusable={list.isPending}
              onClick={() => setList(shortlist.filter((one) => !picked.includes(one)))}
            >
              {t(words.fromVote)}
            </Button>
          )}
        </div>
      )}
      <Refused error={list.error} />
      {asked && <Theme key={round} of={of} way={way} picked={picked} onDone={onEnd} />}
    </div>
  );
}

/** What needs a yes and no more. */
function Simple({ of, what, way }: { of: CollectionView; what: 'publish' | 'close' | 'undo'; way: Way }): ReactNode {
  const t = useT();
  const say = useSay();
  const publish = useIdeaChange(publishCollection, () => end(t(words.published)));
  const close = useIdeaChange(closeCollection, () => end(t(words.closed)));
  const undo = useIdeaChange(undoCollection, () => {
    end(t(words.undone));
    replaceWith('ideas');
  });
  const end = (saying: string): void => {
    way.onEnd();
    say(saying);
  };
  const { send, title, why, does } = {
    publish: { send: publish, title: words.publishAsk, why: words.publishWhy, does: words.publish },
    close: { send: close, title: words.closeAsk, why: words.closeWhy, does: words.close },
    undo: { send: undo, title: words.undoAsk, why: words.undoWhy, does: words.undo },
  }[what];
  return (
    <Ask
      {...way}
      title={t(title)}
      does={t(does)}
      isBusy={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { collection: of.id } })}
    >
      <p>{t(why)}</p>
    </Ask>
  );
}

function Theme({
  of,
  way,
  picked,
  onDone,
}: {
  of: CollectionView;
  way: Way;
  picked: readonly string[];
  onDone: () => void;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const [theme, setTheme] = useState('');
  const send = useIdeaChange(themeIdeas, () => {
    way.onEnd();
    onDone();
    say(t(words.themed));
  });
  const hint = [
    t(words.themeHint),
    of.themes.length > 0 && t(words.knownThemes, { themes: of.themes.join(', ') }),
  ].filter((one) => one !== false);
  return (
    <Ask
      {...way}
      title={t(words.giveTheme)}
      does={t(words.giveTheme)}
      isBusy={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { collection: of.id }, body: { ideas: [...picked] as never, theme } })}
    >
      <TextField name="theme" label={t(ideaText.theme)} hint={hint.join(' ')} value={theme} onChange={setTheme} />
    </Ask>
  );
}

const SECRECIES = ['unnamed', 'named', 'secret'] as const;

function Vote({ of, desk, way }: OfCall & { way: Way }): ReactNode {
  const t = useT();
  const say = useSay();
  const choices = useRead(`${IDEAS}-choices`, ideaChoices);
  const [question, setQuestion] = useState('');
  const [tallies, setTallies] = useState<'persons' | 'organisations'>('persons');
  const [secrecy, setSecrecy] = useState<(typeof SECRECIES)[number]>('unnamed');
  const [mostChoices, setMostChoices] = useState('1');
  const [closesOn, setClosesOn] = useState('');
  const [closesAtTime, setClosesAtTime] = useState('');
  const start = useIdeaChange(voteOnIdeas, () => {
    way.onEnd();
    say(t(words.voteStarted));
  });
  return (
    <Ask
      {...way}
      title={t(words.voteAsk)}
      does={t(words.vote)}
      isBusy={start.isPending}
      error={start.error}
      onDo={() =>
        start.mutate({
          params: { collection: of.id },
          body: { question, tallies, secrecy, mostChoices: Number(mostChoices), closesOn, closesAtTime },
        })
      }
    >
      <div className="stack">
        <p>{t(words.voteWhy)}</p>
        <TextField
          name="question"
          label={t(words.question)}
          hint={t(words.questionHint)}
          value={question}
          onChange={setQuestion}
        />
        <OneField
          name="tallies"
          label={t(words.tallies)}
          {...(choices.data ? { hint: t(words.entitled, { n: choices.data.entitled }) } : {})}
          value={tallies}
          onChange={setTallies}
          choices={[
            { value: 'persons', label: t(words.persons) },
            { value: 'organisations', label: t(words.organisations) },
          ]}
        />
        <SelectField
          name="mostChoices"
          label={t(words.mostChoices)}
          value={mostChoices}
          onChange={setMostChoices}
          choices={desk.shortlist.map((_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
        />
        <SelectField
          name="secrecy"
          label={t(words.secrecy)}
          value={secrecy}
          onChange={setSecrecy}
          choices={SECRECIES.map((value) => ({ value, label: t(words[value]) }))}
        />
        <DateField
          name="closesOn"
          label={t(words.closesOn)}
          hint={t(words.closesHint)}
          value={closesOn}
          onChange={setClosesOn}
        />
        {closesOn !== '' && (
          <TimeField
            name="closesAtTime"
            label={t(words.closesAt)}
            value={closesAtTime || '16:00'}
            onChange={setClosesAtTime}
          />
        )}
      </div>
    </Ask>
  );
}

/** Of what was voted on or picked; who decides may decide on others too. */
function Decide({ of, desk, way, picked }: OfCall & { way: Way; picked: readonly string[] }): ReactNode {
  const t = useT();
  const say = useSay();
  const zone = useZone();
  const found = useIdeas(of.id, { which: 'current', sort: 'support' });
  const all = (found.data?.pages ?? []).flatMap((page) => page.ideas);
  const isAsked = (id: string): boolean => desk.shortlist.some((one) => one === id) || picked.includes(id);
  const asked = all.filter(({ id }) => isAsked(id));
  const [chosen, setChosen] = useState<readonly string[]>();
  const [body, setBody] = useState(of.decision?.body ?? '');
  const [on, setOn] = useState(of.decision?.on ?? dateIn(Date.now(), zone));
  const [restReason, setRestReason] = useState('');
  const decide = useIdeaChange(decideIdeas, () => {
    way.onEnd();
    say(t(words.decided));
  });
  const ideas = chosen ?? asked.filter(({ isWinner, state }) => isWinner || state === 'decided').map(({ id }) => id);
  return (
    <Ask
      {...way}
      title={t(words.decide)}
      does={t(words.decide)}
      isBusy={decide.isPending}
      isOnlyTold={found.isSuccess && asked.length === 0}
      error={decide.error}
      onDo={() =>
        decide.mutate({ params: { collection: of.id }, body: { ideas: [...ideas] as never, body, on, restReason } })
      }
    >
      {found.isSuccess && asked.length === 0 ? (
        <p>{t(words.nothingToDecide)}</p>
      ) : (
        <div className="stack">
          <p>{t(words.decideWhy)}</p>
          <ManyField
            name="ideas"
            label={t(words.decidedIdeas)}
            values={[...ideas]}
            choices={asked.map(({ id, title, isWinner }) => ({
              value: id as string,
              label: title,
              ...(isWinner ? { hint: t(ideaText.winner) } : {}),
            }))}
            onChange={setChosen}
          />
          <TextField
            name="body"
            label={t(words.decidedBody)}
            hint={t(words.decidedBodyHint)}
            value={body}
            onChange={setBody}
          />
          <DateField name="on" label={t(words.decidedOn)} value={on} onChange={setOn} />
          <LongTextField
            name="restReason"
            label={t(words.restReason)}
            hint={t(words.restReasonHint)}
            value={restReason}
            onChange={setRestReason}
          />
        </div>
      )}
    </Ask>
  );
}
