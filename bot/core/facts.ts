/** What a span of time held, as features tell it for the yearly report: plain figures, each with the page of the tab that it comes from. Never who answered what. */
import type { Instant } from './clock.ts';
import type { MemberId, OrganisationId } from './network.ts';

/** From the first instant to before the other. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Where a figure comes from: `page` of the tab, `events/<id>`. */
interface Sourced {
  readonly page: string;
  readonly title: string;
}

export interface EventFact extends Sourced {
  readonly id: string;
  readonly type: 'webinar' | 'seminar' | 'meeting' | 'training' | 'other';
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly isCancelled: boolean;
  /** Who came, each human being once by their main identity; who had a place, where nobody noted who came. */
  readonly people: readonly MemberId[];
  /** Whether `people` were noted as having come. */
  readonly isNoted: boolean;
  /** Counted by hand; it may be more than those known by name. */
  readonly headcount?: number;
}

export interface PollFact extends Sourced {
  readonly closedAt: Instant;
  readonly voters: number;
  readonly entitled: number;
  readonly organisations?: { readonly voted: number; readonly entitled: number };
  /** Labels of what won. */
  readonly winners: readonly string[];
}

export interface SurveyFact extends Sourced {
  readonly type: 'feedback' | 'survey';
  readonly closedAt: Instant;
  /** Id of the event that it is about. */
  readonly event?: string;
  readonly answers: number;
  readonly asked?: number;
  /** Out of five, of those that are published: sum and number, so that averages over several are exact. */
  readonly grade?: { readonly sum: number; readonly n: number };
}

export interface QuoteFact extends Sourced {
  readonly text: string;
  readonly at: Instant;
}

export interface WishFact extends Sourced {
  readonly text: string;
  readonly status: 'new' | 'underWay' | 'done' | 'notNow';
  readonly reply?: string;
  readonly at: Instant;
}

export interface MaterialFact extends Sourced {
  readonly type: string;
  readonly addedAt: Instant;
  /** How often it was opened in the span, by anyone. */
  readonly uses: number;
  /** It was added in the span; else it was only used in it. */
  readonly isNew: boolean;
}

/** Help that the network gave someone: a question that was answered. Who asked, towards the network without their name, is told by organisation alone. */
export interface HelpFact extends Sourced {
  readonly at: Instant;
  /** Organisation of who asked; absent when they have none. */
  readonly from?: OrganisationId;
  /** Organisations of those who answered, each once; the coordinator's answers are counted apart. */
  readonly by: readonly OrganisationId[];
  readonly isByCoordinator: boolean;
}

export interface IdeaFact extends Sourced {
  readonly at: Instant;
  readonly state: 'proposed' | 'merged' | 'voted' | 'decided' | 'underWay' | 'done' | 'notTaken';
  readonly supporters: number;
}

export interface StatementFact extends Sourced {
  readonly at: Instant;
  /** Organisations that joined. */
  readonly organisations: number;
}

/** Each list in order of time. */
export interface Facts {
  readonly events: readonly EventFact[];
  readonly polls: readonly PollFact[];
  readonly surveys: readonly SurveyFact[];
  readonly quotes: readonly QuoteFact[];
  readonly wishes: readonly WishFact[];
  readonly materials: readonly MaterialFact[];
  readonly help: readonly HelpFact[];
  readonly ideas: readonly IdeaFact[];
  readonly statements: readonly StatementFact[];
}

/** What several features tell, as one; each list in order of time. */
export function together(told: readonly Partial<Facts>[]): Facts {
  const all = <K extends keyof Facts>(list: K, at: (of: Facts[K][number]) => string): Facts[K][number][] =>
    told.flatMap((one): readonly Facts[K][number][] => one[list] ?? []).sort((a, b) => (at(a) < at(b) ? -1 : 1));
  return {
    events: all('events', ({ startsAt }) => startsAt),
    polls: all('polls', ({ closedAt }) => closedAt),
    surveys: all('surveys', ({ closedAt }) => closedAt),
    quotes: all('quotes', ({ at }) => at),
    wishes: all('wishes', ({ at }) => at),
    materials: all('materials', ({ addedAt }) => addedAt),
    help: all('help', ({ at }) => at),
    ideas: all('ideas', ({ at }) => at),
    statements: all('statements', ({ at }) => at),
  };
}
