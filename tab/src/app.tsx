/** The whole tab: theme, language, who is here, which network, and the page that the address names. */
import { FluentProvider } from '@fluentui/react-provider';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-theme';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from './api.ts';
import { Door } from './door.tsx';
import { goBack, usePage } from './router.ts';
import { chosenLanguage } from './session.ts';
import { Language, Speak } from './speak.ts';
import { Skeleton } from './states.tsx';
import { type Locale, localeOf, translator } from './text.ts';
import type { Host } from './where.ts';

const Configure = lazy(() => import('./pages/configure.tsx').then((page) => ({ default: page.Configure })));

const THEMES = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };
/** Milliseconds during which what was fetched counts as fresh. */
const FRESH = 10_000;
const MOST_RETRIES = 2;

const newClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH,
        retry: (failures, error) => failures < MOST_RETRIES && error instanceof ApiProblem && error.isPassing,
      },
    },
  });

export function App({ host }: { host: Host }): ReactNode {
  const theme = useSyncExternalStore(host.onTheme, host.theme);
  const [locale, setLocale] = useState<Locale>(() => localeOf((!host.isTeams && chosenLanguage.get()) || host.locale));
  const t = useMemo(() => translator(locale), [locale]);
  const client = useMemo(newClient, []);
  const page = usePage();
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = theme;
  }, [locale, theme]);
  useEffect(() => {
    host.loaded();
    host.onBack(goBack);
  }, [host]);
  const speak = useCallback(
    (chosen: Locale | undefined): void => {
      chosenLanguage.set(chosen ?? localeOf(host.locale));
      setLocale(chosen ?? localeOf(host.locale));
    },
    [host],
  );
  return (
    <FluentProvider theme={THEMES[theme]} className="app">
      <Language value={t}>
        <Speak value={speak}>
          <QueryClientProvider client={client}>
            {page === 'configure' ? (
              <Suspense fallback={<Skeleton lines={1} />}>
                <Configure host={host} />
              </Suspense>
            ) : (
              <Door host={host} onLanguage={speak} />
            )}
          </QueryClientProvider>
        </Speak>
      </Language>
    </FluentProvider>
  );
}
