/** Who comes, who waits and who else has answered, by name and by organisation; answering for someone, and inviting from outside. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useMemo, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import {
  answerFor,
  type EventView,
  exportEvent,
  inviteOutsiders,
  listParticipants,
  type ParticipantsView,
  type ParticipantView,
} from '../../calls.ts';
import { useEventChange, useRead, useSend } from '../../data.ts';
import { Downloads } from '../../download.tsx';
import { LongTextField, OneField, TextField } from '../../fields.tsx';
import { formText } from '../../form-text.ts';
import { LongList } from '../../long-list.tsx';
import { MemberPicker } from '../../member-picker.tsx';
import { fold, type Pick } from '../../picker.tsx';
import { useSay } from '../../says.tsx';
import { Segments } from '../../segments.tsx';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import type { Message, Translate } from '../../text.ts';
import { eventDeskText as words } from './desk-text.ts';
import type { OfEvent } from './event-desk.tsx';

type Side = 'participants' | 'waiting' | 'others' | 'organisations';
type Asked = { readonly what: 'answer'; readonly who?: ParticipantView } | { readonly what: 'invite' };
/** Fewer are seen at a glance. */
const WORTH_SEARCHING = 8;

export function Participants({ event, desk }: OfEvent): ReactNode {
  const t = useT();
  const found = useRead('participants', listParticipants, { params: { event: event.id } });
  const { asked, ask, way, round, fallback } = useAsked<Asked>();
  const mayAnswer = event.phase === 'upcoming' || event.phase === 'closed' || event.phase === 'ongoing';
  return (
    <section aria-labelledby="participants">
      <h3 id="participants" ref={fallback} tabIndex={-1}>
        {t(words.participants)}
      </h3>
      {found.isPending && <Skeleton lines={1} />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <Lists
          of={found.data}
          {...(mayAnswer ? { onAnswer: (who: ParticipantView) => ask({ what: 'answer', who }) } : {})}
        />
      )}
      <div className="row">
        {mayAnswer && <Button onClick={() => ask({ what: 'answer' })}>{t(words.answerForSomeone)}</Button>}
        {desk.can.invite && <Button onClick={() => ask({ what: 'invite' })}>{t(words.invite)}</Button>}
      </div>
      <Downloads
        call={exportEvent}
        params={{ event: event.id }}
        files={[
          { name: t(formText.asExcel), body: { format: 'xlsx' } },
          { name: t(formText.asCsv), body: { format: 'csv' } },
        ]}
      />
      {asked?.what === 'answer' && (
        <AnswerFor key={round} event={event} {...(asked.who ? { who: asked.who } : {})} {...way} />
      )}
      {asked?.what === 'invite' && <Invite key={round} event={event} {...way} />}
    </section>
  );
}

function Lists({ of, onAnswer }: { of: ParticipantsView; onAnswer?: (who: ParticipantView) => void }): ReactNode {
  const t = useT();
  const [side, setSide] = useState<Side>('participants');
  const [typed, setTyped] = useState('');
  const sides = [
    { value: 'participants' as const, label: t(words.coming, { n: of.participants.length }) },
    { value: 'waiting' as const, label: t(words.waiting, { n: of.waiting.length }) },
    { value: 'others' as const, label: t(words.others, { n: of.others.length }) },
    { value: 'organisations' as const, label: t(words.byOrganisation) },
  ];
  const all = side === 'organisations' ? [] : of[side];
  const shown = useMemo(() => {
    const sought = fold(typed);
    return sought ? all.filter(({ name, organisation }) => fold(`${name} ${organisation}`).includes(sought)) : all;
  }, [all, typed]);
  const isSearched = all.length >= WORTH_SEARCHING || typed !== '';
  return (
    <>
      <Segments<Side> name="participants" legend={t(words.show)} value={side} choices={sides} onChange={setSide} />
      {side === 'organisations' ? (
        <ByOrganisation rows={of.organisations} />
      ) : (
        <>
          {isSearched && (
            <search className="event-search">
              <TextField name="search" type="search" label={t(words.search)} value={typed} onChange={setTyped} />
              <p role="status" className="quiet small">
                {typed ? t(words.found, { n: shown.length }) : ''}
              </p>
            </search>
          )}
          {all.length === 0 && <p className="quiet">{t(words.nobodyYet)}</p>}
          {shown.length > 0 && (
            <LongList
              items={shown}
              keyOf={({ who }) => who}
              label={t(words.participants)}
              height={76}
              row={(one) => <Row of={one} {...(onAnswer ? { onAnswer } : {})} />}
            />
          )}
        </>
      )}
    </>
  );
}

const ANSWERS: Readonly<Record<'room' | 'online' | 'maybe' | 'no', Message>> = {
  room: words.inRoom,
  online: words.online,
  maybe: words.maybe,
  no: words.no,
};

function standingOf({ standing, isUnconfirmed }: ParticipantView, t: Translate): string {
  const { holds, waitsFor, position = 1, attendance } = standing;
  const parts = [
    ...(holds ? [t(ANSWERS[holds])] : []),
    ...(waitsFor ? [t(waitsFor === 'room' ? words.positionRoom : words.positionOnline, { n: position })] : []),
  ];
  if (isUnconfirmed) return t(words.unconfirmed);
  if (parts.length > 0) return parts.join(' · ');
  return t(attendance ? ANSWERS[attendance] : words.invited);
}

function Row({ of, onAnswer }: { of: ParticipantView; onAnswer?: (who: ParticipantView) => void }): ReactNode {
  const t = useT();
  const { name, organisation, isFirstTime, isOutsider, registeredBy, isConfirmed, isUnreached, wish, answers } = of;
  const notes = [
    ...(isFirstTime ? [t(words.firstTime)] : []),
    ...(isOutsider ? [t(words.outsider)] : []),
    ...(registeredBy ? [t(words.registeredBy, { name: registeredBy })] : []),
    ...(registeredBy && !isConfirmed ? [t(words.notConfirmed)] : []),
    ...(of.came === undefined ? [] : [t(of.came ? words.came : words.noShows)]),
    ...(of.minutes === undefined ? [] : [t(words.minutes, { n: of.minutes })]),
  ];
  return (
    <div className="participant">
      <div>
        <p>
          <span className="bold">{name}</span> <span className="quiet">{organisation}</span>
        </p>
        <p className="facts">
          <span>{standingOf(of, t)}</span>
          {notes.map((note) => (
            <span key={note} className="quiet">
              {note}
            </span>
          ))}
          {isUnreached && <span className="bold">{t(words.unreached)}</span>}
        </p>
        {wish && <p className="small">{t(words.wish, { wish })}</p>}
        {answers.map(({ question, answer }) => (
          <p key={question} className="small">
            <span className="quiet">{question}</span> {answer}
          </p>
        ))}
      </div>
      {onAnswer && (
        <Button
          size="small"
          appearance="subtle"
          aria-label={t(words.answerForName, { name })}
          onClick={() => onAnswer(of)}
        >
          {t(words.answerFor)}
        </Button>
      )}
    </div>
  );
}

function ByOrganisation({ rows }: { rows: ParticipantsView['organisations'] }): ReactNode {
  const t = useT();
  if (rows.length === 0) return <p className="quiet">{t(words.nobodyYet)}</p>;
  const room = rows.reduce((sum, row) => sum + row.room, 0);
  const online = rows.reduce((sum, row) => sum + row.online, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="table" aria-label={t(words.byOrganisation)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(words.organisation)}</th>
            <th scope="col" className="number">
              {t(words.inRoom)}
            </th>
            <th scope="col" className="number">
              {t(words.online)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name || t(words.noOrganisation)}</th>
              <td className="number">{row.room}</td>
              <td className="number">{row.online}</td>
            </tr>
          ))}
          <tr className="chosen">
            <th scope="row">{t(words.inAll)}</th>
            <td className="number">{room}</td>
            <td className="number">{online}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

// ── Dialogs ────────────────────────────────────────────────────────────────────────────────────

type Attendance = 'room' | 'online' | 'maybe' | 'no';

function AnswerFor({ event, who, ...way }: { event: EventView; who?: ParticipantView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [person, setPerson] = useState<Pick | undefined>(who && { id: who.who, name: who.name });
  const offered: readonly Attendance[] = [
    ...(event.ways === 'online' ? [] : (['room'] as const)),
    ...(event.ways === 'room' ? [] : (['online'] as const)),
    'maybe',
    'no',
  ];
  const [attendance, setAttendance] = useState<Attendance>(who?.standing.attendance ?? offered[0] ?? 'no');
  const answer = useEventChange(answerFor, () => {
    attempt.done();
    say(t(words.answerKept));
    way.onEnd();
  });
  const names = { ...ANSWERS, room: words.answerRoom, online: words.answerOnline };
  return (
    <Ask
      title={who ? t(words.answerForName, { name: who.name }) : t(words.answerForSomeone)}
      does={t(words.save)}
      onDo={() => {
        if (!person) return;
        const content = { who: person.id, attendance };
        answer.mutate({
          params: { event: event.id, who: person.id },
          body: { attendance, requestId: attempt.idFor(content) },
        });
      }}
      {...way}
      isReady={person !== undefined}
      isBusy={answer.isPending}
      error={answer.error}
    >
      <p>{t(words.answerForWhy)}</p>
      {!who && <MemberPicker name="who" label={t(words.person)} isRequired value={person} onChange={setPerson} />}
      <OneField
        name="attendance"
        label={t(words.answer)}
        value={attendance}
        choices={offered.map((value) => ({ value, label: t(names[value]) }))}
        onChange={setAttendance}
      />
    </Ask>
  );
}

function Invite({ event, ...way }: { event: EventView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [people, setPeople] = useState('');
  const invite = useSend(inviteOutsiders, {
    stale: ['participants', 'event', 'letters'],
    onDone: ({ invited }) => {
      attempt.done();
      say(t(words.invitedN, { n: invited }));
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(words.invite)}
      does={t(words.inviteSend)}
      onDo={() =>
        invite.mutate({ params: { event: event.id }, body: { people, requestId: attempt.idFor({ people }) } })
      }
      {...way}
      isReady={people.trim() !== ''}
      isBusy={invite.isPending}
      error={invite.error}
    >
      <p>{t(words.inviteWhy)}</p>
      <LongTextField
        name="people"
        label={t(words.invitePeople)}
        hint={t(words.invitePeopleHint)}
        rows={6}
        value={people}
        onChange={setPeople}
      />
    </Ask>
  );
}
