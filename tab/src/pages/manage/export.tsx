/** Members or the mailing list as a file: who comes into it, how many they are, and the file itself. */
import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { BackLink } from '../../back-link.tsx';
import { getRegister, membersFile } from '../../calls.ts';
import { usePolls, useRead } from '../../data.ts';
import { CheckField, OneField, SelectField } from '../../fields.tsx';
import { Heading } from '../../heading.tsx';
import { useSettled } from '../../organisation-picker.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { Failure, Skeleton } from '../../states.tsx';
import { IMPORT_PAGE } from './import-data.ts';
import { importText } from './import-text.ts';
import type { BodyOf } from './register-data.ts';
import { Filters, filterOf, NOTHING } from './register-filters.tsx';
import { registerText } from './register-text.ts';

/** The count follows the choices by this much, in milliseconds. */
const PAUSE = 300;
/** The file's signed address lives longer than this, in milliseconds. */
const FRESH = 4 * 60_000;

type Content = 'members' | 'mailingList';
type Format = 'xlsx' | 'csv';

export function ExportMembers(): ReactNode {
  const t = useT();
  const { api, network, person } = useSession();
  const frame = useRead('register', getRegister);
  const polls = usePolls();
  const [content, setContent] = useState<Content>('members');
  const [format, setFormat] = useState<Format>('xlsx');
  const [search, setSearch] = useState(NOTHING);
  const [isSilent, setSilent] = useState(false);
  const [poll, setPoll] = useState('');
  const chosen = useSettled(
    JSON.stringify({
      filter: {
        ...filterOf(search, search.text.trim(), true),
        ...(isSilent ? { isSilent: 'yes' } : {}),
        ...(poll ? { event: poll } : {}),
      },
      content,
      format,
    }),
    PAUSE,
  );
  const file = useQuery({
    queryKey: [person, network.id, 'members-file', chosen],
    queryFn: ({ signal }) =>
      api.send(membersFile, { body: JSON.parse(chosen) as NonNullable<BodyOf<typeof membersFile>> }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: FRESH,
  });
  const isCounting = file.isFetching && file.isPlaceholderData;
  return (
    <div className="narrow">
      <BackLink page={IMPORT_PAGE}>{t(importText.title)}</BackLink>
      <Heading>{t(importText.export)}</Heading>
      <p className="prose lead after">{t(importText.exportLead)}</p>
      <div className="fields">
        <OneField<Content>
          name="content"
          label={t(importText.content)}
          value={content}
          choices={[
            { value: 'members', label: t(importText.contentMembers) },
            { value: 'mailingList', label: t(importText.contentMailing), hint: t(importText.contentMailingHint) },
          ]}
          onChange={setContent}
        />
        <OneField<Format>
          name="format"
          label={t(importText.format)}
          value={format}
          choices={[
            { value: 'xlsx', label: 'Excel (XLSX)' },
            { value: 'csv', label: 'CSV' },
          ]}
          onChange={setFormat}
        />
        {frame.isPending && <Skeleton lines={1} />}
        {frame.isError && <Failure error={frame.error} onRetry={() => void frame.refetch()} />}
        {frame.data && (
          <section aria-labelledby="who">
            <h2 id="who">{t(importText.who)}</h2>
            <Filters
              isOfPeople
              hasStates={false}
              frame={frame.data}
              search={search}
              onSearch={setSearch}
              more={
                <CheckField name="isSilent" label={t(importText.onlySilent)} isOn={isSilent} onChange={setSilent} />
              }
            />
            {polls.data && polls.data.polls.length > 0 && (
              <SelectField
                name="event"
                label={t(importText.took)}
                value={poll}
                choices={[
                  { value: '', label: t(registerText.all) },
                  ...polls.data.polls.map(({ id, question }) => ({ value: id as string, label: question })),
                ]}
                onChange={setPoll}
              />
            )}
          </section>
        )}
        {file.isError && <Failure error={file.error} onRetry={() => void file.refetch()} />}
        <div>
          <p role="status" className="bold">
            {isCounting || file.isPending
              ? t(importText.counting)
              : file.data && t(importText.holds, { n: file.data.people })}
          </p>
          {file.data && file.data.people > 0 && !isCounting && (
            <div className="row">
              <Button
                as="a"
                href={file.data.url}
                target="_blank"
                rel="noopener noreferrer"
                appearance="primary"
                icon={<ArrowDownloadRegular />}
              >
                {t(importText.download)}
              </Button>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
