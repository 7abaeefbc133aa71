/** Coordinators see whom mail has reached. */
import { asCoordinator } from '../../core/access.ts';
import { route } from '../../core/feature.ts';
import type { LetterStatus } from '../../core/ports.ts';
import { registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import { listLetters } from './contract.ts';
import { text } from './text.ts';

export const letterRoutes = [
  route(listLetters, 'coordinator', async ({ params: { subject } }, visit) => {
    await asCoordinator(visit);
    const { letters } = visit.services;
    const [all, { members }] = await Promise.all([letters.statuses(visit.network.id, subject), registerOf(visit)]);
    const views = all.map((one) => ({
      ...{ id: one.id, to: one.to, drawing: one.drawing, state: one.state, at: one.at },
      name: members.get(one.to)?.name ?? visit.t(text.someone),
      says: inWords(one, visit.t),
    }));
    const byName = views.sort((a, b) => a.name.localeCompare(b.name, visit.t.tag) || (a.at < b.at ? -1 : 1));
    return { isConfigured: letters.isConfigured, letters: byName };
  }),
];

function inWords({ state, reason }: LetterStatus, t: Translate): string {
  if (state !== 'refused') return t(text[state]);
  if (reason === 'given-up') return t(text.givenUp);
  return reason === undefined || reason === 'error' ? t(text.broken) : t(text.refused, { reason });
}
