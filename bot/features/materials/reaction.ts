/** “Would this work for us? How?”: what one municipality says of a good practice, and the notes that it keeps for itself. */
import { z } from 'zod';
import { type Instant, instant } from '../../core/clock.ts';
import { activityId, type PersonKey, personKey } from '../../core/ids.ts';
import { kind } from '../../core/kind.ts';
import { type OrganisationId, organisationId } from '../../core/network.ts';
import { type Problem, refuseAny } from '../../core/refusal.ts';
import { severalLines } from '../../core/typed.ts';
import { text } from './text.ts';

export const LONGEST_COMMENT = 1000;
export const LONGEST_NOTE = 4000;

export const reactionStatus = z.enum(['tried', 'planned', 'notForUs']);
export type ReactionStatus = z.infer<typeof reactionStatus>;

/** The prompts of the workbook, beside the first, to which the comment is the answer; notes are under them. */
export const PROMPTS = ['people', 'lessMotivated', 'views', 'resources', 'spaces', 'other'] as const;
export const prompt = z.enum(PROMPTS);
export type Prompt = z.infer<typeof prompt>;

export const reaction = z.object({
  material: activityId,
  organisation: organisationId,
  /** Absent: they have notes but have not said yet. */
  status: reactionStatus.optional(),
  /** Seen by every member. */
  comment: z.string().max(LONGEST_COMMENT),
  /** Seen by this organisation's people alone. */
  notes: z.partialRecord(prompt, z.string().max(LONGEST_NOTE)),
  by: personKey.optional(),
  at: instant,
});
export type Reaction = z.infer<typeof reaction>;

/** Id: `<item>|<organisation>`. */
export const reactions = kind<Reaction>({ name: 'reaction', container: 'materials', schema: reaction });

export const reactionId = (material: string, organisation: string): string => `${material}|${organisation}`;

/** As typed; an empty status takes the mark back. */
export const reactionDraft = z.object({
  status: z.union([reactionStatus, z.literal('')]),
  comment: z.string(),
  notes: z.partialRecord(prompt, z.string()),
});
export type ReactionDraft = z.infer<typeof reactionDraft>;

/** What the municipality says from now on; undefined when it says nothing and has no notes any more. Throws a Refusal that names every problem. */
export function react(
  draft: ReactionDraft,
  of: { readonly material: Reaction['material']; readonly organisation: OrganisationId; readonly by: PersonKey },
  at: Instant,
): Reaction | undefined {
  const comment = severalLines(draft.comment);
  const notes = Object.fromEntries(
    PROMPTS.flatMap((one) => {
      const note = severalLines(draft.notes[one] ?? '');
      return note === '' ? [] : [[one, note] as const];
    }),
  );
  const problems: Problem[] = [];
  if (comment.length > LONGEST_COMMENT)
    problems.push({ field: 'comment', row: text.longComment, params: { n: LONGEST_COMMENT } });
  if (comment !== '' && draft.status === '') problems.push({ field: 'status', row: text.commentWithoutStatus });
  for (const [one, note] of Object.entries(notes))
    if (note.length > LONGEST_NOTE)
      problems.push({ field: `notes.${one}`, row: text.longNote, params: { n: LONGEST_NOTE } });
  refuseAny(problems);
  if (draft.status === '' && Object.keys(notes).length === 0) return undefined;
  return { ...of, ...(draft.status === '' ? {} : { status: draft.status }), comment, notes, at };
}
