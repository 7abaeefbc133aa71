/** A bulletin as one reads it: picture, paragraphs whose addresses are links, and its own link. */
import type { ReactNode } from 'react';
import { shownAt } from '../../picture-address.ts';
import { useT } from '../../speak.ts';
import { useWhen } from '../../when.ts';
import type { BulletinView } from './calls.ts';
import './bulletins.css';
import { bulletinText as words } from './text.ts';

export function BulletinBody({ of }: { of: BulletinView }): ReactNode {
  const t = useT();
  const { when } = useWhen();
  const { picture, link, text, correctedAt } = of;
  return (
    <div className="bulletin">
      {picture && (
        <img
          src={shownAt(picture.address)}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          className="bulletin-picture"
        />
      )}
      <div className="prose">
        {text.split(/\n{2,}/).map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and never change their order here
          <p key={at} className="lines">
            <Linked text={paragraph} />
          </p>
        ))}
      </div>
      {link && (
        <p>
          <a href={link.url} target="_blank" rel="noopener noreferrer">
            {link.label ?? t(words.link)}
          </a>
        </p>
      )}
      {correctedAt !== undefined && <p className="quiet small">{t(words.correctedOn, { when: when(correctedAt) })}</p>}
    </div>
  );
}

const ADDRESS = /(https?:\/\/[^\s<>"”’)]+[^\s<>"”’).,;:!?])/i;

/** Addresses stand between the words around them, each a link. */
function Linked({ text }: { text: string }): ReactNode {
  return text.split(ADDRESS).map((piece, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text
      <a key={at} href={piece} target="_blank" rel="noopener noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  );
}
