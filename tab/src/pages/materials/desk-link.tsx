/** For coordinators: the way to their desk, with how much waits there. Nothing for others. */
import type { ReactNode } from 'react';
import { useRead } from '../../data.ts';
import { LinkButton } from '../../link-button.tsx';
import { useSession } from '../../session.ts';
import { useT } from '../../speak.ts';
import { getMaterialDesk, type MaterialDesk } from './desk-calls.ts';
import { linkText } from './link-text.ts';
import { DESK_PAGE } from './place.ts';

/** Items that someone else wants an answer on, or that are due. */
export const waitingOn = ({ proposed, toReview }: MaterialDesk): number => proposed.length + toReview.length;

export function DeskLink(): ReactNode {
  const t = useT();
  const { network } = useSession();
  const desk = useRead('material-desk', getMaterialDesk, { isWanted: network.coordinator });
  if (!network.coordinator) return undefined;
  const n = desk.data ? waitingOn(desk.data) : 0;
  return <LinkButton page={DESK_PAGE}>{n > 0 ? t(linkText.waiting, { n }) : t(linkText.desk)}</LinkButton>;
}
