/** A feature with one handler for every way that a turn can end, for tests of the edge. */
import { z } from 'zod';
import { card, text as words } from '../../bot/cards/kit.ts';
import { action } from '../../bot/core/action.ts';
import { type Feature, on, type TeamEvent } from '../../bot/core/feature.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { messages } from '../../bot/core/text.ts';
import { nothing, say, showCard, type Turn } from '../../bot/core/turn.ts';

const text = messages({
  refused: { fi: 'Suljettu: {word}', sv: 'Stängd: {word}', en: 'Closed: {word}' },
  kept: { fi: 'Kirjoitit: {word}', sv: 'Du skrev: {word}', en: 'You typed: {word}' },
  help: { fi: 'Toistaa sanasi.', sv: 'Upprepar ditt ord.', en: 'Repeats your word.' },
});

const said = z.object({ word: z.string().min(1).max(100) });

/** The thread that is the feature's own. */
export const OWN_THREAD = '1763800000099';

export interface Echo {
  readonly feature: Feature;
  /** Turns that a handler or command was given, in order. */
  readonly turns: { readonly by: string; readonly data: unknown; readonly turn: Turn }[];
  readonly events: TeamEvent[];
  /** Lets the slow handler go on. */
  release(): void;
}

export function createEcho(): Echo {
  const turns: Echo['turns'][number][] = [];
  const events: TeamEvent[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const note = (by: string, data: unknown, turn: Turn): void => void turns.push({ by, data, turn });
  const feature: Feature = {
    name: 'echo',
    kinds: [],
    handlers: [
      on(action('echo.say', said), async (data, turn) => {
        note('echo.say', data, turn);
        return showCard(card(words(data.word)), data.word);
      }),
      on(action('echo.tell', said), async (data, turn) => {
        note('echo.tell', data, turn);
        return say(data.word);
      }),
      on(action('echo.silent', said), async (data, turn) => {
        note('echo.silent', data, turn);
        return nothing;
      }),
      on(action('echo.refuse', said), async ({ word }) => {
        throw new Refusal(text.refused, { word });
      }),
      on(
        action('echo.refuseKeeping', said),
        async ({ word }) => {
          throw new Refusal(text.refused, { word });
        },
        async (raw, refusal, turn) => {
          const { word } = said.parse(raw);
          return showCard(card(words(turn.t(refusal.row, refusal.params)), words(turn.t(text.kept, { word }))));
        },
      ),
      on(action('echo.break', said), async ({ word }) => {
        throw new Error(`a bug, met with ${word.length} characters`);
      }),
      on(action('echo.slow', said), async (data, turn) => {
        await released;
        note('echo.slow', data, turn);
        return nothing;
      }),
    ],
    commands: [
      {
        name: 'echo',
        words: ['kaiku', 'eko', 'echo'],
        word: { fi: 'kaiku', sv: 'eko', en: 'echo' },
        help: text.help,
        async run(rest, turn) {
          note('echo', rest, turn);
          if (rest === 'kielletty') throw new Refusal(text.refused, { word: rest });
          return rest === 'kortti' ? showCard(card(words(rest)), rest) : say(rest);
        },
      },
    ],
    jobs: [],
    drawings: [],
    routes: [],
    downloads: [],
    async inThread(typed, turn) {
      if (turn.place.kind !== 'channel' || turn.place.thread !== OWN_THREAD) return undefined;
      note('thread', typed, turn);
      if (typed === 'kielletty tässä') throw new Refusal(text.refused, { word: typed });
      return say('kuultu');
    },
    onTeamEvent: async (event) => void events.push(event),
  };
  return { feature, turns, events, release };
}
