/** The rules of docs/ARCHITECTURE.md, “Rules”, each with the reason for it and the way to mend a breach. */
import { basename } from 'node:path';
import { type Import, type Module, withoutComments } from './modules.ts';

export interface Rule {
  readonly name: string;
  readonly why: string;
  readonly mend: string;
  /** One line for each breach. */
  breaches(modules: readonly Module[]): string[];
}

/** Every import that `isWrong` names. */
function wrongImports(
  modules: readonly Module[],
  isWrong: (from: string, to: string, one: Import) => boolean,
): string[] {
  return modules.flatMap((module) =>
    module.imports.filter((one) => isWrong(module.path, one.to, one)).map(({ to }) => `${module.path} imports ${to}`),
  );
}

/**
 * The file names that a feature may have beside its domain files, each also with a word before it (`desk-cards.ts` are the coordinators' cards). `ballots.ts` keeps answers in the store, `memory.ts` is what one
 * process remembers between requests, `shown.ts` decides what a reader may see, `pages.ts` are those of the personal link, `letters.ts` what goes by mail,
 * `personal.ts` what is stored on people.
 */
const PARTS = [
  'text.ts',
  'cards.ts',
  'ballots.ts',
  'memory.ts',
  'shown.ts',
  'operations.ts',
  'feature.ts',
  'api.ts',
  'contract.ts',
  'export.ts',
  'pages.ts',
  'letters.ts',
  'personal.ts',
];

const isIn = (folder: string, path: string): boolean => path.startsWith(`${folder}/`);
const featureOf = (path: string): string | undefined => /^bot\/features\/([^/]+)\//.exec(path)?.[1];
/** `desk-cards.ts` and `answer-operations.ts` are parts too: a part that has grown is cut by what it is about. */
const partOf = (path: string): string | undefined =>
  PARTS.find((part) => basename(path) === part || basename(path).endsWith(`-${part}`));
const isPart = (path: string, ...parts: readonly string[]): boolean =>
  featureOf(path) !== undefined && parts.includes(partOf(path) ?? '');
/** A feature's file of another name than the parts': the pure domain. */
const isDomain = (path: string): boolean => featureOf(path) !== undefined && partOf(path) === undefined;
const isOwn = (from: string, to: string): boolean => featureOf(to) !== undefined && featureOf(from) === featureOf(to);
const isProduct = (path: string): boolean => isIn('bot', path) || isIn('tab', path);
const isLocal = (to: string): boolean => /^(bot|tab|scripts|tests)\//.test(to);
const isContract = (path: string): boolean => path.startsWith('bot/') && basename(path) === 'contract.ts';

/** Packages that core may use, and where. */
const CORE_PACKAGES: readonly [name: string, where: RegExp][] = [
  ['zod', /./],
  ['luxon', /^bot\/core\/(clock|when)\.ts$/],
  ['intl-messageformat', /^bot\/core\/text\.ts$/],
  ['node:crypto', /^bot\/core\/seal\.ts$/],
  ['node:zlib', /^bot\/core\/seal\.ts$/],
];

/** SDKs and the only places of the product that may import them. */
const FENCES: readonly [sdk: RegExp, where: RegExp, place: string][] = [
  [/^(botbuilder|botframework)(-|$)/, /^bot\/teams\//, 'bot/teams'],
  [/^restify(-|$)/, /^bot\/http\//, 'bot/http'],
  [/^@azure\/cosmos$/, /^bot\/store\/cosmos\.ts$/, 'bot/store/cosmos.ts'],
  [/^@azure\/storage-blob$/, /^bot\/files\//, 'bot/files'],
  [/^nodemailer(\/|$)/, /^bot\/mail\//, 'bot/mail'],
  [/^snowball-stemmers$/, /^bot\/search\//, 'bot/search'],
  [/^@microsoft\/teamsfx$/, /^bot\/graph\//, 'bot/graph'],
  [/^@microsoft\/teams-js$/, /^tab\/src\/host\.ts$/, 'tab/src/host.ts'],
];

/** Runs in a browser as it is. */
const BROWSER_PACKAGES = ['zod', 'luxon', 'intl-messageformat'];

export const rules: readonly Rule[] = [
  {
    name: 'core stands alone',
    why: 'Everything speaks core, the browser too: a library that core needs, all need.',
    mend: 'Add a port to bot/core/ports.ts and import the library where the port is implemented. Luxon belongs in clock.ts and when.ts, the message formatter in text.ts, node:crypto and node:zlib in seal.ts.',
    breaches: (modules) =>
      wrongImports(
        modules,
        (from, to) =>
          isIn('bot/core', from) &&
          !isIn('bot/core', to) &&
          !CORE_PACKAGES.some(([name, where]) => name === to && where.test(from)),
      ),
  },
  {
    name: 'texts import only core',
    why: 'A table of messages is data: translators and the pseudo-locale read it whole.',
    mend: 'Move what is computed into cards.ts or operations.ts and give it to the message as a parameter.',
    breaches: (modules) => wrongImports(modules, (from, to) => isPart(from, 'text.ts') && !isIn('bot/core', to)),
  },
  {
    name: 'domain files are pure',
    why: 'State in, state out: only so can the rules be tested in tables and shared with the browser.',
    mend: `Import core, zod, the feature's own text.ts or a domain file, nothing else. A file named otherwise than ${PARTS.join(', ')} is a domain file.`,
    breaches: (modules) =>
      wrongImports(
        modules,
        (from, to) =>
          isDomain(from) &&
          !isIn('bot/core', to) &&
          to !== 'zod' &&
          !isDomain(to) &&
          !(isOwn(from, to) && isPart(to, 'text.ts')),
      ),
  },
  {
    name: 'domain files have no clock, no chance and no waiting',
    why: 'The same arguments must give the same result, today and in a test.',
    mend: 'Take the time and new ids as arguments; do what waits in operations.ts or feature.ts.',
    breaches: (modules) =>
      modules
        .filter(({ path }) => isDomain(path))
        .flatMap(({ path, source }) => {
          const found =
            /Date\.now\(|new Date\(\)|DateTime\.(now|local|utc)\(\)|systemClock|Math\.random|randomUUID|getRandomValues|\basync\b|\bawait\b|\bPromise\b|setTimeout/.exec(
              withoutComments(source),
            );
          return found ? [`${path} has ${found[0]}`] : [];
        }),
  },
  {
    name: 'cards are plain data from plain data',
    why: 'A card must be drawn the same for a post, a preview and a test.',
    mend: 'Import core, bot/cards, zod and the own domain and text; load data in operations.ts or feature.ts and pass it in.',
    breaches: (modules) =>
      wrongImports(
        modules,
        (from, to) =>
          isPart(from, 'cards.ts') &&
          !isIn('bot/core', to) &&
          !isIn('bot/cards', to) &&
          to !== 'zod' &&
          !isDomain(to) &&
          !(isOwn(from, to) && isPart(to, 'text.ts', 'cards.ts')),
      ),
  },
  {
    name: 'contracts import only zod, core and domain files',
    why: 'The tab is built from contracts: what a contract imports, every phone downloads.',
    mend: 'Move what the contract needs into the domain file, or leave it on the server.',
    breaches: (modules) =>
      wrongImports(
        modules,
        (from, to) => isContract(from) && to !== 'zod' && !isIn('bot/core', to) && !isDomain(to) && !isContract(to),
      ),
  },
  {
    name: 'contracts run in a browser',
    why: 'Whatever a contract reaches, through any number of files, is bundled into the tab.',
    mend: 'Break the chain at the file named last: import types only, or split that file.',
    breaches: (modules) => {
      const byPath = new Map(modules.map((module) => [module.path, module]));
      const reach = (path: string, chain: readonly string[], seen: Set<string>): string[] => {
        if (seen.has(path)) return [];
        seen.add(path);
        return (byPath.get(path)?.imports ?? [])
          .filter(({ isType }) => !isType)
          .flatMap(({ to }) => {
            if (isLocal(to)) return reach(to, [...chain, to], seen);
            return BROWSER_PACKAGES.includes(to) ? [] : [`${chain.join(' → ')} → ${to}`];
          });
      };
      return modules.filter(({ path }) => isContract(path)).flatMap(({ path }) => reach(path, [path], new Set()));
    },
  },
  {
    name: 'features see ports, never what implements them',
    why: 'Store, Teams and HTTP can be replaced in a day only if no feature knows which one it is.',
    mend: 'Use the port in turn.services (bot/core/ports.ts); if it lacks something, add it there.',
    breaches: (modules) =>
      wrongImports(
        modules,
        (from, to) =>
          featureOf(from) !== undefined &&
          isLocal(to) &&
          !isIn('bot/core', to) &&
          !isIn('bot/cards', to) &&
          !isIn('bot/pages', to) &&
          !isIn('bot/sheets', to) &&
          !isIn('bot/documents', to) &&
          !isIn('bot/features', to),
      ),
  },
  {
    name: 'features leave each other alone',
    why: 'A feature can be read, changed and removed by itself.',
    mend: "Import the other feature's domain file or contract; what both need in cards or handlers goes to bot/cards or bot/core.",
    breaches: (modules) =>
      wrongImports(
        modules,
        (from, to) =>
          featureOf(from) !== undefined &&
          featureOf(to) !== undefined &&
          !isOwn(from, to) &&
          !isDomain(to) &&
          !isContract(to),
      ),
  },
  {
    name: 'a feature is its folder and one line in features.ts',
    why: 'A new feature must not touch anything else of the app.',
    mend: "Import the feature's feature.ts in bot/features.ts and put it into the list; let nothing else of bot/ import from its folder.",
    breaches: (modules) => {
      const list = modules.find(({ path }) => path === 'bot/features.ts');
      const listed = list?.imports.map(({ to }) => to) ?? [];
      const unlisted = modules
        .filter(({ path }) => isPart(path, 'feature.ts') && !listed.includes(path))
        .map(({ path }) => `bot/features.ts does not import ${path}`);
      const reaching = wrongImports(
        modules,
        (from, to) =>
          isIn('bot', from) &&
          featureOf(from) === undefined &&
          featureOf(to) !== undefined &&
          !(from === 'bot/features.ts' && isPart(to, 'feature.ts')),
      );
      const nested = modules
        .filter(({ path }) => /^bot\/features\/[^/]+\/.+\//.test(path))
        .map(({ path }) => `${path} lies deeper than its feature's folder`);
      return [...unlisted, ...reaching, ...nested];
    },
  },
  {
    name: 'SDKs stay behind their fences',
    why: 'Bot Framework and TeamsFx are past their support dates, and any SDK changes: one place each makes them replaceable in a day.',
    mend: `Import the SDK only in its place (${FENCES.map(([, , place]) => place).join(', ')}) and reach it from elsewhere through a port.`,
    breaches: (modules) =>
      wrongImports(
        modules,
        (from, to) => isProduct(from) && FENCES.some(([sdk, where]) => sdk.test(to) && !where.test(from)),
      ),
  },
  {
    name: 'only entry points read the environment',
    why: 'All settings are checked at once at the start, and tests can give others.',
    mend: 'Add the setting to bot/config.ts and pass its value in.',
    breaches: (modules) =>
      modules
        .filter(({ path }) => !/^(bot\/main\.ts$|bot\/commands\/|scripts\/|tests\/)/.test(path))
        .filter(({ source }) => /\bprocess\s*\.\s*env\b|\benv\s*[,}][^;]*=\s*process\b/.test(withoutComments(source)))
        .map(({ path }) => `${path} reads process.env`),
  },
  {
    name: "only the gate and jobs make a network's scope",
    why: "A scope is the proof that someone was let in; whoever makes one can read another network's data.",
    mend: 'Take the scope from the visit or the work that you were given.',
    breaches: (modules) =>
      modules
        .filter(({ path }) => isProduct(path))
        .filter(
          ({ path }) =>
            !/^bot\/(core\/(scope|gate)\.ts$|jobs\/|mail\/|http\/personal-links\.ts$|features\/network\/)/.test(path),
        )
        .filter(({ source }) => /\bnetworkScope\b/.test(withoutComments(source)))
        .map(({ path }) => `${path} uses networkScope`),
  },
  {
    name: 'the tab knows the server by its contracts alone',
    why: 'The browser must never carry handlers or a store, and the API is what its contract says.',
    mend: 'Import from a contract.ts of bot/; let the contract re-export the types that the tab needs.',
    breaches: (modules) => wrongImports(modules, (from, to) => isIn('tab', from) && isIn('bot', to) && !isContract(to)),
  },
  {
    name: 'the product does not import its tests or scripts',
    why: 'What is shipped must stand without them.',
    mend: 'Move what is shared into bot/ or tab/.',
    breaches: (modules) =>
      wrongImports(modules, (from, to) => isProduct(from) && (isIn('tests', to) || isIn('scripts', to))),
  },
  {
    name: 'no cycles',
    why: 'In a cycle no file can be understood or loaded by itself.',
    mend: 'Move what both need into a third file, import types only, or load one of them when it is asked for.',
    breaches: cycles,
  },
  {
    name: 'files are named in kebab-case and open with their purpose',
    why: 'Someone new opens a file and knows what it is for.',
    mend: 'Name it like when-it-closes.ts (React components too) and begin it with /** One sentence. */.',
    breaches: (modules) =>
      modules.flatMap(({ path, source }) => [
        ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.tsx?$/.test(basename(path))
          ? []
          : [`${path} is not kebab-case`]),
        ...(/^(#!.*\n)?\/\*\*\s+(\* )?\S/.test(source) ? [] : [`${path} does not say what it is for`]),
      ]),
  },
];

/** Each cycle of imports that run, once. */
function cycles(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { to, isType, isLazy } of byPath.get(path)?.imports ?? []) {
      if (!isType && !isLazy && byPath.has(to)) visit(to, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return found;
}
