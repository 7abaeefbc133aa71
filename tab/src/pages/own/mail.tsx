/** What the reader gets by mail: each choice with what it means. */
import { type ReactNode, useState } from 'react';
import type { OwnView } from '../../calls.ts';
import { ManyField } from '../../fields.tsx';
import { Form } from '../../form.tsx';
import { useT } from '../../speak.ts';
import { type Message, text } from '../../text.ts';
import { ownText } from './text.ts';
import { useOwnChange } from './use-own-change.ts';

type Topic = keyof OwnView['mail'];

const TOPICS: readonly { readonly value: Topic; readonly label: Message; readonly hint: Message }[] = [
  { value: 'polls', label: ownText.polls, hint: ownText.pollsHint },
  { value: 'events', label: ownText.events, hint: ownText.eventsHint },
  { value: 'feedback', label: ownText.feedback, hint: ownText.feedbackHint },
  { value: 'questions', label: ownText.questions, hint: ownText.questionsHint },
  { value: 'ideas', label: ownText.ideas, hint: ownText.ideasHint },
  { value: 'bulletins', label: ownText.bulletins, hint: ownText.bulletinsHint },
  { value: 'digest', label: ownText.digest, hint: ownText.digestHint },
];

const chosenOf = ({ mail }: OwnView): Topic[] => TOPICS.flatMap(({ value }) => (mail[value] ? [value] : []));

export function MailChoices({ own }: { own: OwnView }): ReactNode {
  const t = useT();
  const [chosen, setChosen] = useState(() => chosenOf(own));
  const change = useOwnChange((now) => setChosen(chosenOf(now)));
  const submit = (): void => {
    const mail = Object.fromEntries(TOPICS.map(({ value }) => [value, chosen.includes(value)]));
    change.mutate({ body: { mail } });
  };
  return (
    <section aria-labelledby="own-mail">
      <h2 id="own-mail">{t(ownText.mail)}</h2>
      {!own.mailWorks && <p className="notice">{t(ownText.mailOff)}</p>}
      {own.mailWorks && !own.email && <p className="notice">{t(ownText.mailNoAddress)}</p>}
      <Form
        label={t(ownText.mail)}
        onSubmit={submit}
        error={change.error}
        does={t(text.save)}
        isBusy={change.isPending}
      >
        <ManyField<Topic>
          name="mail"
          label={t(ownText.mail)}
          isLabelHidden
          hint={own.hasTeams ? t(ownText.mailTeams) : undefined}
          values={chosen}
          choices={TOPICS.map(({ value, label, hint }) => ({ value, label: t(label), hint: t(hint) }))}
          onChange={setChosen}
        />
      </Form>
      <p className="quiet small after">{t(ownText.mailHours)}</p>
    </section>
  );
}
