/** What the reader may do with an item: change, publish, share or remove it. */
import { Button } from '@fluentui/react-button';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { SendRegular } from '@fluentui/react-icons/svg/send';
import { type ReactNode, useState } from 'react';
import { Ask, useAsked, type Way } from '../../ask.tsx';
import { useAttempt } from '../../attempt.ts';
import { useSend } from '../../data.ts';
import { OneField } from '../../fields.tsx';
import { LinkButton } from '../../link-button.tsx';
import { replaceWith } from '../../router.ts';
import { useSay } from '../../says.tsx';
import { useT } from '../../speak.ts';
import { Refused } from '../../states.tsx';
import { useAfterDialog } from '../manage/use-after-dialog.ts';
import { type MaterialView, postMaterial } from './calls.ts';
import { useMaterialChange } from './data.ts';
import { publishMaterial, removeMaterial } from './desk-calls.ts';
import { editPage, LIST_PAGE } from './place.ts';
import { materialText as words } from './text.ts';

type Asked = 'post' | 'remove';

export function Actions({ material }: { material: MaterialView }): ReactNode {
  const t = useT();
  const say = useSay();
  const { asked, ask, way, round } = useAsked<Asked>();
  const leave = useAfterDialog(way.isOpen, () => {
    say(t(words.removed));
    replaceWith(LIST_PAGE);
  });
  const publish = useMaterialChange(publishMaterial, () => say(t(words.published)));
  const { id, state, mayChange, mayPublish, mayPost, desk } = material;
  const params = { material: id };
  return (
    <>
      {state !== 'published' && (
        <div className="notice warning waits">
          <p>{t(state === 'proposed' ? words.isProposed : desk ? words.isDraftOfOther : words.isDraft)}</p>
          {desk?.proposedBy && <p className="quiet small">{t(words.proposedBy, { name: desk.proposedBy })}</p>}
          {mayPublish && (
            <div className="row">
              <Button
                appearance="primary"
                disabledFocusable={publish.isPending}
                onClick={() => publish.mutate({ params })}
              >
                {t(words.publish)}
              </Button>
            </div>
          )}
          <Refused error={publish.error} />
        </div>
      )}
      <div className="row item-actions">
        {mayChange && (
          <LinkButton page={editPage(id)} icon={<EditRegular />}>
            {t(words.edit)}
          </LinkButton>
        )}
        {mayPost && (
          <Button icon={<SendRegular />} onClick={() => ask('post')}>
            {t(words.post)}
          </Button>
        )}
        {mayChange && (
          <Button icon={<DeleteRegular />} onClick={() => ask('remove')}>
            {t(words.remove)}
          </Button>
        )}
      </div>
      {asked === 'post' && <Post key={round} material={material} {...way} />}
      {asked === 'remove' && <Remove key={round} material={material} onDone={leave} {...way} />}
    </>
  );
}

type Where = 'channel' | 'event';

function Post({ material: { id, hasThread }, ...way }: { material: MaterialView } & Way): ReactNode {
  const t = useT();
  const say = useSay();
  const attempt = useAttempt();
  const [to, setTo] = useState<Where>(hasThread ? 'event' : 'channel');
  const post = useMaterialChange(postMaterial, () => {
    attempt.done();
    say(t(words.posted));
    way.onEnd();
  });
  return (
    <Ask
      title={t(words.postTitle)}
      does={t(words.postNow)}
      onDo={() => post.mutate({ params: { material: id }, body: { to, requestId: attempt.idFor({ to }) } })}
      {...way}
      isBusy={post.isPending}
      error={post.error}
    >
      <p>{t(words.postWhy)}</p>
      {hasThread && (
        <OneField<Where>
          name="to"
          label={t(words.postWhere)}
          value={to}
          choices={[
            { value: 'event', label: t(words.toThread) },
            { value: 'channel', label: t(words.toChannel) },
          ]}
          onChange={setTo}
        />
      )}
    </Ask>
  );
}

function Remove({
  material: { id, title },
  onDone,
  ...way
}: { material: MaterialView; onDone: () => void } & Way): ReactNode {
  const t = useT();
  const remove = useSend(removeMaterial, {
    stale: ['materials', 'collections', 'material-desk', 'event', 'events'],
    onDone: () => {
      onDone();
      way.onEnd();
    },
  });
  return (
    <Ask
      title={t(words.removeTitle)}
      does={t(words.remove)}
      onDo={() => remove.mutate({ params: { material: id } })}
      {...way}
      isBusy={remove.isPending}
      error={remove.error}
    >
      <p>{t(words.removeWhy, { title })}</p>
    </Ask>
  );
}
