/** Where the tab runs: inside Teams, or as a page of a plain browser (the demo on this machine). */

export type ThemeName = 'default' | 'dark' | 'contrast';

/** What the surroundings tell and can do. */
export interface Host {
  readonly isTeams: boolean;
  /** BCP 47 tag of the reader's language. */
  readonly locale: string;
  /** The team whose channel the tab is in: thread id of its General channel, and object id of its group. */
  readonly team?: string;
  readonly group?: string;
  /** Path under `/tab/` that a deep link asks for, such as `polls/abc`. */
  readonly page?: string;
  theme(): ThemeName;
  /** Calls back on each change of theme; returns how to stop. */
  onTheme(listener: () => void): () => void;
  /** The person's token for our API. Throws NoToken. */
  token(): Promise<string>;
  /** Takes down Teams' own waiting picture: something useful shows. */
  loaded(): void;
  /** Tells that Back of the phone leads to an earlier page of the tab; `goBack` returns false when there is none. */
  onBack(goBack: () => boolean): void;
  /** On the page that Teams shows when the tab is added: what to save when Save is pressed. */
  offerSettings(settings: TabSettings): void;
}

export interface TabSettings {
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly entityId: string;
  readonly suggestedDisplayName: string;
}

/** consent: the person, or their administrator, has not yet allowed the app to know who they are. */
export class NoToken extends Error {
  override name = 'NoToken';
  readonly reason: 'consent' | 'outside' | 'failed';

  constructor(reason: NoToken['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** How long a frame around us may stay silent before we take it for no Teams, in milliseconds; teams-js itself waits a minute. */
const SILENCE = 6000;

/** Finds out where we are. Never fails: whoever is not Teams is a browser. */
export async function findHost(): Promise<Host> {
  const mayBeTeams = window.parent !== window || 'nativeInterface' in window;
  if (!mayBeTeams) return browserHost();
  const silence = new Promise<undefined>((resolve) => setTimeout(resolve, SILENCE, undefined));
  const teams = import('./host.ts').then(({ teamsHost }) => teamsHost()).catch(() => undefined);
  return (await Promise.race([teams, silence])) ?? browserHost();
}

function browserHost(): Host {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const forced = matchMedia('(forced-colors: active)');
  const nothing = (): void => undefined;
  return {
    isTeams: false,
    locale: navigator.languages.find((tag) => /^(fi|sv|en)\b/i.test(tag)) ?? navigator.language,
    theme: () => (forced.matches ? 'contrast' : dark.matches ? 'dark' : 'default'),
    onTheme: (listener) => {
      dark.addEventListener('change', listener);
      forced.addEventListener('change', listener);
      return () => {
        dark.removeEventListener('change', listener);
        forced.removeEventListener('change', listener);
      };
    },
    token: async () => {
      throw new NoToken('outside');
    },
    loaded: nothing,
    onBack: nothing,
    offerSettings: nothing,
  };
}
