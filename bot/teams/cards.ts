/** The few cards that the bot itself shows. */
import { z } from 'zod';
import { actions, card, execute, heading, notice, subtle, text as words } from '../cards/kit.ts';
import { action } from '../core/action.ts';
import type { Card } from '../core/card.ts';
import type { Command } from '../core/feature.ts';
import { networkId } from '../core/ids.ts';
import type { Network } from '../core/network.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Translate } from '../core/text.ts';
import { text } from './text.ts';

/** Someone of several networks says which one they mean in 1:1 chat. */
export const chooseNetwork = action('teams.choose', z.object({ network: networkId }));

export const chooseCard = (of: readonly Network[], t: Translate): Card =>
  card(
    heading(t(text.whichNetwork)),
    ...actions(...of.map(({ id, name }) => execute(chooseNetwork, name, { network: id }))),
    subtle(t(text.whichNetworkHow)),
  );

/** A refusal of a feature that has no card of its own for it; a form's problems all at once. */
export function refusalCard({ row, params, problems }: Refusal, t: Translate): Card {
  const told = problems.length > 0 ? problems.map((one) => t(one.row, one.params)) : [t(row, params)];
  return card(notice('attention', ...[...new Set(told)].map((line) => words(line))));
}

export const staleCard = (t: Translate): Card => card(notice('warning', words(t(text.stale))));

export const helpCard = (commands: readonly Command[], t: Translate): Card =>
  card(
    heading(t(text.helpTitle)),
    ...commands.flatMap(({ word, words: all, help }) => [
      words(word ? t(word) : (all[0] ?? ''), { weight: 'Bolder' }),
      subtle(t(help), { spacing: 'None' }),
    ]),
    subtle(t(commands.length > 1 ? text.helpInChannel : text.helpNothing), { spacing: 'Medium' }),
  );
