/** A row of counts with what each counts. */
import { type ReactNode, useId } from 'react';

export function Tallies({
  heading,
  counts,
}: {
  heading: string;
  counts: readonly { readonly name: string; readonly count: number | string }[];
}): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className="tallies">
      <h2 id={id}>{heading}</h2>
      <dl>
        {counts.map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
