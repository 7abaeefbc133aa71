/** The parts of the app that a network may do without, each with a switch. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import type { Me } from '../../calls.ts';
import { useRead, useSend } from '../../data.ts';
import { CheckField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { useSay } from '../../says.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, NotThere, Refused, Skeleton } from '../../states.tsx';
import { type Message, text } from '../../text.ts';
import { listModules, switchModule } from './modules-calls.ts';
import { modulesText as words } from './modules-text.ts';

type Module = 'questions' | 'ideas' | 'bulletins' | 'statements' | 'boxes';
const PARTS: readonly { readonly module: Module; readonly name: Message; readonly what: Message }[] = [
  { module: 'questions', name: words.questions, what: words.questionsWhat },
  { module: 'ideas', name: words.ideas, what: words.ideasWhat },
  { module: 'bulletins', name: words.bulletins, what: words.bulletinsWhat },
  { module: 'statements', name: words.statements, what: words.statementsWhat },
  { module: 'boxes', name: words.boxes, what: words.boxesWhat },
];

export function Modules({ path }: { path: readonly string[] }): ReactNode {
  const t = useT();
  const found = useRead('modules', listModules);
  if (path.length > 0) return <NotThere />;
  return (
    <>
      <BackLink page="manage">{t(text.manage)}</BackLink>
      <Heading>{t(words.title)}</Heading>
      <p className="lead prose after">{t(words.lead)}</p>
      {found.isPending && <Skeleton />}
      {found.isError && !found.data && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Switches on={found.data.on} />}
    </>
  );
}

function Switches({ on }: { on: readonly Module[] }): ReactNode {
  const t = useT();
  const say = useSay();
  const client = useQueryClient();
  const { network } = useSession();
  /** What was asked for last, until the server has answered. */
  const [asked, setAsked] = useState<{ module: Module; isOn: boolean }>();
  const send = useSend(switchModule, {
    stale: 'modules',
    // Which parts the tab shows at all is said with who one is; the server may remember the former ones for some seconds.
    onDone: ({ on: now }) =>
      client.setQueriesData<Me>(
        { queryKey: ['me'] },
        (me) =>
          me && { ...me, networks: me.networks.map((one) => (one.id === network.id ? { ...one, modules: now } : one)) },
      ),
  });
  return (
    <>
      <div className="stack">
        {PARTS.map(({ module, name, what }) => (
          <CheckField
            key={module}
            name={module}
            label={t(name)}
            hint={t(what)}
            isOn={send.isPending && asked?.module === module ? asked.isOn : on.includes(module)}
            onChange={(isOn) => {
              if (send.isPending) return;
              setAsked({ module, isOn });
              send.mutate(
                { params: { module }, body: { on: isOn } },
                { onSuccess: () => say(t(isOn ? words.on : words.off, { name: t(name) })) },
              );
            }}
          />
        ))}
      </div>
      <Refused error={send.error} />
    </>
  );
}
