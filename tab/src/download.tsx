/** Files that the server makes when they are asked for: a button each, and a link to what was made. */
import { Button } from '@fluentui/react-button';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { type ReactNode, useState } from 'react';
import type { Call } from './call.ts';
import { useSend } from './data.ts';
import { formText } from './form-text.ts';
import { useT } from './speak.ts';
import { Refused } from './states.tsx';

interface DownloadsProps<P, B, R> {
  readonly call: Call<P, B, R>;
  readonly params?: P;
  /** What the buttons say, and what each sends. Give the component a key that changes with it. */
  readonly files: readonly { readonly name: string; readonly body: B }[];
  /** What there is to say of the answer, such as how many rows the file has. */
  readonly told?: (answer: R) => string;
}

export function Downloads<P, B, R extends { readonly url: string }>({
  call,
  params,
  files,
  told,
}: DownloadsProps<P, B, R>): ReactNode {
  const t = useT();
  const [made, setMade] = useState<R>();
  const make = useSend(call, {
    onDone: (answer) => {
      setMade(answer);
      openFile(answer.url);
    },
  });
  return (
    <div className="downloads">
      <div className="row">
        {files.map(({ name, body }) => (
          <Button
            key={name}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={make.isPending}
            onClick={() => make.mutate({ body, ...(params === undefined ? {} : { params }) })}
          >
            {name}
          </Button>
        ))}
      </div>
      <p role="status" className="small">
        {made && told && <span>{told(made)} </span>}
        {made && (
          <a href={made.url} target="_blank" rel="noopener noreferrer">
            {t(formText.fileReady)}
          </a>
        )}
      </p>
      <Refused error={make.error} />
    </div>
  );
}

/** A click on a link, which frames let pass more readily than a new window. */
export function openFile(url: string): void {
  const link = document.createElement('a');
  Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer' });
  link.click();
}
