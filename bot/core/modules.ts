/** Parts of the app that a network may do without: what is off is not shown, not listened to and not answered, and keeps what it had. */
import { z } from 'zod';
import type { Command, Download, Feature, Handler, Route } from './feature.ts';
import type { Network } from './network.ts';
import type { OpenPage, Page } from './page.ts';
import { Refusal } from './refusal.ts';
import { messages } from './text.ts';

export const moduleName = z.enum(['questions', 'ideas', 'bulletins', 'statements', 'boxes']);
export type ModuleName = z.infer<typeof moduleName>;

/** What most networks want from the first day; the rest waits until someone switches it on. */
const ON_AT_FIRST: readonly ModuleName[] = ['questions', 'ideas', 'bulletins'];

const text = messages({
  off: {
    fi: 'Tämä osa ei ole käytössä tässä verkostossa. Koordinaattori voi ottaa sen käyttöön välilehden Ylläpidossa.',
    sv: 'Den här delen används inte i nätverket. Koordinatorn kan ta den i bruk på fliken under Administration.',
    en: 'This part is not in use in this network. A coordinator can switch it on in the tab, under Manage.',
  },
});

export const isOn = ({ modules }: Pick<Network, 'modules'>, module: ModuleName): boolean =>
  modules?.[module] ?? ON_AT_FIRST.includes(module);

export const modulesOn = (of: Pick<Network, 'modules'>): ModuleName[] =>
  moduleName.options.filter((one) => isOn(of, one));

/** The feature as it answers in each network: where its module is off, it refuses, and shows nothing. Its jobs run on: they look themselves. */
export function switched(feature: Feature): Feature {
  const { module } = feature;
  if (module === undefined) return feature;
  const on = ({ network }: { readonly network: Network }): boolean => isOn(network, module);
  const must = (of: { readonly network: Network }): void => {
    if (!on(of)) throw new Refusal(text.off);
  };
  const handler = (one: Handler): Handler => ({
    ...one,
    async take(raw, turn) {
      must(turn);
      return one.take(raw, turn);
    },
    refused: async (raw, refusal, turn) => (on(turn) ? one.refused(raw, refusal, turn) : undefined),
  });
  const command = (one: Command): Command => ({
    ...one,
    isIn: (network) => isOn(network, module),
    async run(rest, turn, word) {
      must(turn);
      return one.run(rest, turn, word);
    },
  });
  const route = (one: Route): Route => ({
    ...one,
    async run(input, visit) {
      must(visit);
      return one.run(input, visit);
    },
  });
  const download = (one: Download): Download => ({
    ...one,
    async produce(subject, visit) {
      must(visit);
      return one.produce(subject, visit);
    },
  });
  return {
    ...feature,
    handlers: feature.handlers.map(handler),
    commands: feature.commands.map(command),
    routes: feature.routes.map(route),
    downloads: feature.downloads.map(download),
    pages: (feature.pages ?? []).map((one) => switchedPage(one, module, must)),
    openPages: (feature.openPages ?? []).map((one) => switchedOpenPage(one, on)),
    waiting: async (visit) => (on(visit) ? ((await feature.waiting?.(visit)) ?? []) : []),
    ...(feature.inThread
      ? { inThread: async (typed, turn) => (on(turn) ? feature.inThread?.(typed, turn) : undefined) }
      : {}),
    news: async (since, work) => (on(work) ? ((await feature.news?.(since, work)) ?? []) : []),
  };
}

const switchedPage = (page: Page, module: ModuleName, must: (of: { readonly network: Network }) => void): Page => ({
  ...page,
  isIn: (network) => isOn(network, module),
  async show(asked, visit) {
    must(visit);
    return page.show(asked, visit);
  },
  ...(page.take
    ? {
        async take(sent, visit) {
          must(visit);
          return (page.take as NonNullable<Page['take']>)(sent, visit);
        },
      }
    : {}),
});

/** To those outside it is as if it had never been there. */
const switchedOpenPage = (page: OpenPage, on: (of: { readonly network: Network }) => boolean): OpenPage => {
  const { take, refused, file } = page;
  return {
    ...page,
    show: async (asked, visit) => (on(visit) ? page.show(asked, visit) : undefined),
    ...(take ? { take: async (sent, visit) => (on(visit) ? take(sent, visit) : undefined) } : {}),
    ...(refused
      ? { refused: async (sent, refusal, visit) => (on(visit) ? refused(sent, refusal, visit) : undefined) }
      : {}),
    ...(file ? { file: async (name, visit) => (on(visit) ? file(name, visit) : undefined) } : {}),
  };
};
