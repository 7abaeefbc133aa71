/** The field in which one looks for materials: the list answers while one types, and words that go on from what is typed are offered. */
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { suggestMaterials } from './calls.ts';
import { type Asked, suggested } from './place.ts';
import { materialText as words } from './text.ts';

/** Milliseconds without a key before the list answers: about the time between two letters of who types slowly. */
const PAUSE = 150;
const LEAST_SUGGESTED = 2;
const LONGEST = 200;

interface SearchBoxProps {
  readonly asked: Asked;
  readonly onWords: (typed: string) => void;
}

export function SearchBox({ asked, onWords }: SearchBoxProps): ReactNode {
  const t = useT();
  const id = useId();
  const list = `${id}-list`;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(asked.words);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const told = useRef(asked.words);
  const tell = useRef(onWords);
  useEffect(() => {
    tell.current = onWords;
  });
  const send = (now: string): void => {
    if (told.current === now) return;
    told.current = now;
    tell.current(now);
  };
  const sendLatest = useRef(send);
  useEffect(() => {
    sendLatest.current = send;
  });
  // Other words in the address, as by “did you mean” or “show all”, are not typed here.
  useEffect(() => {
    if (asked.words === told.current) return;
    told.current = asked.words;
    setTyped(asked.words);
  }, [asked.words]);
  useEffect(() => {
    const timer = setTimeout(() => sendLatest.current(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  const offered = useSuggestions(typed, isOpen);
  const isShown = isOpen && offered.length > 0;
  const current = isShown ? offered[active] : undefined;

  const close = (): void => {
    setOpen(false);
    setActive(-1);
  };
  const look = (now: string): void => {
    setTyped(now);
    send(now);
    close();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') look(current ?? typed);
    else if (event.key === 'Escape' && isShown) close();
    else if (event.key === 'Escape' && typed !== '') look('');
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && offered.length > 0) {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      // Before the first and after the last one is what was typed.
      setActive((now) => (!isShown ? (by > 0 ? 0 : offered.length - 1) : wrapped(now + by, offered.length)));
    } else return;
    event.preventDefault();
  };

  return (
    <search className="seek">
      <label htmlFor={id}>{t(words.search)}</label>
      <div className="seek-box">
        <SearchRegular className="icon" />
        <input
          ref={input}
          id={id}
          type="search"
          className="input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={list}
          aria-activedescendant={current === undefined ? undefined : `${list}-${active}`}
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="search"
          spellCheck={false}
          maxLength={LONGEST}
          placeholder={t(words.searchHint)}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={press}
          onBlur={close}
        />
        {typed !== '' && (
          <button
            type="button"
            className="seek-clear"
            aria-label={t(words.clearWords)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              look('');
              input.current?.focus();
            }}
          >
            <DismissRegular className="icon" />
          </button>
        )}
        <div className="choices-below" hidden={!isShown}>
          <div id={list} role="listbox" aria-label={t(words.suggestions)}>
            {isShown &&
              offered.map((one, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
                <div
                  key={one}
                  id={`${list}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  className={index === active ? 'active' : undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => look(one)}
                >
                  {one}
                </div>
              ))}
          </div>
        </div>
      </div>
      <p role="status" className="hidden">
        {isShown ? t(words.suggested, { n: offered.length }) : ''}
      </p>
    </search>
  );
}

const wrapped = (at: number, length: number): number => (at < -1 ? length - 1 : at >= length ? -1 : at);

/** Whole searches that go on from what is typed. */
function useSuggestions(typed: string, isWanted: boolean): readonly string[] {
  const { api, network, person } = useSession();
  const [steady, setSteady] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(setSteady, PAUSE, typed);
    return () => clearTimeout(timer);
  }, [typed]);
  const sought = steady.trimStart();
  const { data } = useQuery({
    queryKey: [person, network.id, 'material-suggestions', sought],
    queryFn: ({ signal }) => api.send(suggestMaterials, { params: { words: sought } }, signal),
    enabled: isWanted && sought.length >= LEAST_SUGGESTED,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false, // they are help, not the answer
  });
  if (typed.trim().length < LEAST_SUGGESTED) return [];
  const last = lastWord(typed);
  const whole = (data?.words ?? [])
    .filter((one) => lastWord(one).startsWith(last)) // those of the letters before, while the next are on their way
    .map((one) => suggested(typed, one));
  return [...new Set(whole)].filter((one) => one.trim().toLowerCase() !== typed.trim().toLowerCase());
}

const lastWord = (of: string): string => of.trimEnd().split(/\s+/).at(-1)?.toLowerCase() ?? '';
