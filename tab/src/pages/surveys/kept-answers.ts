/** Answers as they are typed: in this window at once, on the server a moment later, so that one goes on with them on any device. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { apiProblem } from '../../api.ts';
import { useKeptForm } from '../../kept-form.ts';
import { useSession } from '../../session.ts';
import type { Typed } from './asked.ts';
import { type SurveyView, saveAnswers } from './calls.ts';
import { keyOfSurvey } from './data.ts';

/** Saving follows the typing by this much, and a failure by the other, in milliseconds. */
const PAUSE = 1500;
const AGAIN = 10_000;

export type Saving =
  | { readonly is: 'idle' | 'saving' }
  | { readonly is: 'saved'; readonly at: string }
  /** `why`: of a refusal, which trying again does not change. */
  | { readonly is: 'failed'; readonly why?: string };

export interface KeptAnswers {
  readonly typed: Typed;
  readonly saving: Saving;
  /** Differs from what was sent last. */
  readonly isUnsent: boolean;
  /** Undefined takes an answer away. */
  readonly type: (changes: Readonly<Record<string, string | undefined>>) => void;
  /** Saves nothing more until `release`; resolves when what was on its way has come to an end. */
  readonly hold: () => Promise<void>;
  readonly release: () => void;
  /** These are what the server has now; releases too. */
  readonly settle: (now: Typed) => void;
}

export function useKeptAnswers({ id, ownAnswers }: Pick<SurveyView, 'id' | 'ownAnswers'>): KeptAnswers {
  const { api, network, person } = useSession();
  const client = useQueryClient();
  const [typed, setTyped, forget] = useKeptForm<Typed>(
    `verkostobotti.answers.${person}.${network.id}.${id}`,
    () => startOf(ownAnswers),
    (kept) => kept,
  );
  const [saving, setSaving] = useState<Saving>({ is: 'idle' });
  const latest = useRef(typed);
  const saved = useRef(JSON.stringify(startOf(ownAnswers)));
  const onItsWay = useRef<Promise<void>>(undefined);
  const isHeld = useRef(false);
  const forgetKept = useRef(forget);

  const save = useCallback((): Promise<void> => {
    const one = async (): Promise<void> => {
      while (!isHeld.current && JSON.stringify(latest.current) !== saved.current) {
        const content = latest.current;
        setSaving({ is: 'saving' });
        try {
          const body = { typed: { ...content }, requestId: crypto.randomUUID() };
          const { savedAt } = await api.send(saveAnswers, { params: { survey: id }, body });
          saved.current = JSON.stringify(content);
          setSaving({ is: 'saved', at: savedAt });
          const isFirst = client.getQueryData<SurveyView>(keyOfSurvey(person, network.id, id))?.own === 'none';
          client.setQueryData<SurveyView>(keyOfSurvey(person, network.id, id), (of) => of && withDraft(of, content));
          if (isFirst) void client.invalidateQueries({ queryKey: [person, network.id, 'surveys'] });
        } catch (error) {
          const { isPassing, detail } = apiProblem(error);
          setSaving({ is: 'failed', ...(isPassing || !detail ? {} : { why: detail }) });
          return;
        }
      }
      if (!isHeld.current) forgetKept.current();
    };
    onItsWay.current ??= one().finally(() => {
      onItsWay.current = undefined;
    });
    return onItsWay.current;
  }, [api, client, id, network.id, person]);

  useEffect(() => {
    if (JSON.stringify(typed) === saved.current) return;
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, save]);

  useEffect(() => {
    if (saving.is !== 'failed' || saving.why !== undefined) return;
    const timer = setTimeout(() => void save(), AGAIN);
    const now = (): void => void save();
    addEventListener('online', now);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', now);
    };
  }, [saving, save]);

  useEffect(() => {
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') void save();
    };
    document.addEventListener('visibilitychange', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      void save();
    };
  }, [save]);

  const keep = (now: Typed): void => {
    latest.current = now;
    setTyped(now);
  };
  return {
    typed,
    saving,
    isUnsent: !isSame(typed, ownAnswers?.sent ?? {}),
    type: (changes) =>
      keep(
        Object.fromEntries(
          Object.entries({ ...latest.current, ...changes }).filter(
            (one): one is [string, string] => one[1] !== undefined,
          ),
        ),
      ),
    hold: () => {
      isHeld.current = true;
      return onItsWay.current ?? Promise.resolve();
    },
    release: () => {
      isHeld.current = false;
      void save();
    },
    settle: (now) => {
      isHeld.current = false;
      saved.current = JSON.stringify(now);
      keep(now);
      forget();
      setSaving({ is: 'idle' });
    },
  };
}

const startOf = (own: SurveyView['ownAnswers']): Typed => own?.draft ?? own?.sent ?? {};

const withDraft = (of: SurveyView, draft: Typed): SurveyView => ({
  ...of,
  own: of.own === 'none' ? 'drafted' : of.own,
  ownAnswers: { sent: {}, isAbsent: false, ...of.ownAnswers, draft: { ...draft } },
});

/** Whatever the order, and whether something is empty or not there. */
function isSame(a: Typed, b: Typed): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => (a[key] ?? '') === (b[key] ?? ''));
}
