/** Teams around the tab: the only importer of teams-js, loaded only inside a frame. */
import { app, authentication, pages } from '@microsoft/teams-js';
import { type Host, NoToken, type ThemeName } from './where.ts';

/** A token is fetched anew this long before it ends, in milliseconds. */
const MARGIN = 2 * 60_000;

/** Resolves once Teams has answered; rejects when what is around us is no Teams. */
export async function teamsHost(): Promise<Host> {
  await app.initialize();
  const context = await app.getContext();
  const listeners = new Set<() => void>();
  let theme = themeOf(context.app.theme);
  app.registerOnThemeChangeHandler((changed) => {
    theme = themeOf(changed);
    for (const listener of listeners) listener();
  });
  return {
    isTeams: true,
    locale: context.app.locale,
    ...(context.team?.internalId ? { team: context.team.internalId } : {}),
    ...(context.team?.groupId ? { group: context.team.groupId } : {}),
    ...(context.page.subPageId ? { page: context.page.subPageId } : {}),
    theme: () => theme,
    onTheme: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    token: keptToken(),
    loaded: () => {
      app.notifyAppLoaded();
      void app.notifySuccess();
    },
    onBack: (goBack) => {
      if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack);
    },
    offerSettings: (settings) => {
      if (!pages.config.isSupported()) return;
      pages.config.registerOnSaveHandler((event) => {
        pages.config.setConfig(settings).then(
          () => event.notifySuccess(),
          () => event.notifyFailure(),
        );
      });
      pages.config.setValidityState(true);
    },
  };
}

function themeOf(name: string): ThemeName {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

/** One request to Teams at a time; a token is used until shortly before its end. */
function keptToken(): () => Promise<string> {
  let kept: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    try {
      const token = await authentication.getAuthToken();
      kept = { token, until: endOf(token) - MARGIN };
      return token;
    } catch (error) {
      throw new NoToken(needsConsent(error) ? 'consent' : 'failed');
    } finally {
      asking = undefined;
    }
  };
  return () => {
    if (kept && Date.now() < kept.until) return Promise.resolve(kept.token);
    asking ??= ask();
    return asking;
  };
}

/** Source: learn.microsoft.com, “Enable SSO for tab app”, errors of getAuthToken. */
function needsConsent(error: unknown): boolean {
  const said = error instanceof Error ? error.message : String(error);
  return /consent|interaction|cancelled|declined/i.test(said);
}

/** Epoch milliseconds; 0 for what can't be read, so that it is never kept. */
function endOf(token: string): number {
  try {
    const payload = (token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}
