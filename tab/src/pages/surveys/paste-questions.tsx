/** Many questions at once: lines in a short way of writing, which the server reads. */
import { Button } from '@fluentui/react-button';
import { type ReactNode, useRef, useState } from 'react';
import { useSend } from '../../data.ts';
import { LongTextField } from '../../fields.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import type { Message } from '../../text.ts';
import { readQuestionLines } from './calls.ts';
import { surveyDeskText as words } from './desk-text.ts';
import { type QuestionDraft, saidIn } from './survey-draft.ts';
import { useLanguages } from './words.tsx';

/** A way of writing, and what comes of it; in this order they are an example of their own. */
const RULES: readonly { readonly typed: Message; readonly means: Message }[] = [
  { typed: words.exampleSection, means: words.pasteSection },
  { typed: words.exampleText, means: words.pasteText },
  { typed: words.exampleChoice, means: words.pasteChoice },
  { typed: words.exampleChoices, means: words.pasteChoices },
  { typed: words.exampleGrade, means: words.pasteGrade },
  { typed: words.exampleScale, means: words.pasteScale },
  { typed: words.exampleNumber, means: words.pasteNumber },
  { typed: words.examplePart, means: words.pastePart },
  { typed: words.exampleRequired, means: words.pasteRequired },
];

export function PasteQuestions({
  onRead,
  isOpen = false,
}: {
  onRead: (parts: readonly (readonly QuestionDraft[])[]) => void;
  /** Unfolded at first: nothing else is there yet. */
  isOpen?: boolean;
}): ReactNode {
  const t = useT();
  const say = useSay();
  const [main] = useLanguages();
  const [lines, setLines] = useState('');
  const fold = useRef<HTMLDetailsElement>(null);
  const read = useSend(readQuestionLines, {
    onDone: ({ parts }) => {
      const n = parts.flat().length;
      say(t(n === 0 ? words.pastedNone : words.pasted, { n, parts: parts.length }));
      if (n === 0) return;
      setLines('');
      if (fold.current) fold.current.open = false;
      fold.current?.querySelector('summary')?.focus();
      onRead(parts.map((part) => part.map((one) => saidIn(one, t.locale, main))));
    },
  });
  return (
    <details ref={fold} className="more-settings" open={isOpen || undefined}>
      <summary>{t(words.paste)}</summary>
      <div className="fields">
        <LongTextField
          name="lines"
          label={t(words.pasteLines)}
          hint={t(words.pasteHint)}
          rows={8}
          value={lines}
          onChange={setLines}
        />
        <div className="survey-syntax">
          <h3>{t(words.pasteRules)}</h3>
          <dl>
            {RULES.map(({ typed, means }) => (
              <div key={typed.fi}>
                <dt>
                  <code>{t(typed)}</code>
                </dt>
                <dd className="quiet small">{t(means)}</dd>
              </div>
            ))}
          </dl>
        </div>
        <Refused error={read.error} />
        <div className="row">
          <Button
            appearance="primary"
            disabledFocusable={read.isPending || lines.trim() === ''}
            onClick={() => read.mutate({ body: { lines } })}
          >
            {t(words.addPasted)}
          </Button>
          {lines === '' && (
            <Button onClick={() => setLines(RULES.map(({ typed }) => t(typed)).join('\n'))}>
              {t(words.tryExample)}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}
