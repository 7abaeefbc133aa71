/** One object per action: the card's button is made from it and the click is taken with it. */
import type { z } from 'zod';

export interface Action<T> {
  /** `feature.verb`, unique in the app. */
  readonly verb: string;
  /** Parses the button's data merged with the card's inputs. Untrusted; never holds who acts. */
  readonly schema: z.ZodType<T>;
}

export function action<T>(verb: string, schema: z.ZodType<T>): Action<T> {
  return { verb, schema };
}
