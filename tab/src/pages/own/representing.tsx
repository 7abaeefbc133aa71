/** Whom the reader represents: an organisation, nobody, or one that the list lacks. */
import { type ReactNode, useState } from 'react';
import { type OwnView, represent } from '../../calls.ts';
import { useSend } from '../../data.ts';
import { OneField, TextField } from '../../fields.tsx';
import { Form, useDraft } from '../../form.tsx';
import { OrganisationPicker } from '../../organisation-picker.tsx';
import type { Pick } from '../../picker.tsx';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { text } from '../../text.ts';
import { ownText } from './text.ts';
import { SHOWS_OWN, useOwnChange } from './use-own-change.ts';

type How = 'organisation' | 'nobody' | 'missing';
interface Draft {
  readonly how: How;
  readonly organisation: Pick | undefined;
  readonly words: string;
}

const draftOf = ({ organisation, claims, representsNobody }: OwnView): Draft => ({
  how: representsNobody && !claims ? 'nobody' : 'organisation',
  organisation: claims ?? organisation,
  words: '',
});

export function Representing({ own }: { own: OwnView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { draft, set, replace } = useDraft(() => draftOf(own));
  const [mistake, setMistake] = useState<string>();
  const [hasAsked, setAsked] = useState(false);
  const change = useOwnChange((now) => replace(draftOf(now)));
  const ask = useSend(represent, {
    stale: SHOWS_OWN,
    onDone: () => {
      say(t(ownText.asked));
      setAsked(true);
    },
  });
  const submit = (): void => {
    const { how, organisation, words } = draft;
    setAsked(false);
    setMistake(how === 'organisation' && !organisation ? t(ownText.chooseFirst) : undefined);
    if (how === 'missing') ask.mutate({ body: { type: 'missing', words } });
    else if (how === 'nobody') change.mutate({ body: { organisation: 'nobody' } });
    else if (organisation) change.mutate({ body: { organisation: organisation.id } });
  };
  return (
    <section aria-labelledby="own-representing">
      <h2 id="own-representing">{t(ownText.representing)}</h2>
      <p className="prose">{t(ownText.representingWhy)}</p>
      {own.claims && <p className="notice">{t(ownText.waits, { name: own.claims.name })}</p>}
      {hasAsked && <p className="notice">{t(ownText.asked)}</p>}
      <Form
        label={t(ownText.representing)}
        onSubmit={submit}
        error={draft.how === 'missing' ? ask.error : change.error}
        does={t(text.save)}
        isBusy={change.isPending || ask.isPending}
      >
        <OneField<How>
          name="how"
          label={t(ownText.howRepresent)}
          value={draft.how}
          choices={[
            { value: 'organisation', label: t(ownText.someone) },
            { value: 'nobody', label: t(ownText.nobody), hint: t(ownText.nobodyHint) },
            { value: 'missing', label: t(ownText.missing) },
          ]}
          onChange={set('how')}
        />
        {draft.how === 'organisation' && (
          <OrganisationPicker
            name="organisation"
            label={t(ownText.organisation)}
            hint={`${t(ownText.organisationHint)}${own.confirms ? ` ${t(ownText.confirmsNext)}` : ''}`}
            problem={mistake}
            value={draft.organisation}
            known={own.organisations}
            onChange={(organisation) => {
              setMistake(undefined);
              set('organisation')(organisation);
            }}
          />
        )}
        {draft.how === 'missing' && (
          <TextField
            name="words"
            label={t(ownText.missingWords)}
            hint={t(ownText.missingHint)}
            value={draft.words}
            onChange={set('words')}
          />
        )}
      </Form>
    </section>
  );
}
