/** Makes the app package that Teams installs: fills the manifest, checks everything offline and zips it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { z } from 'zod';

/** File names of the package with their bytes; everything lies at the root of the zip, as Teams wants. */
export type PackageFiles = Readonly<Record<string, Uint8Array>>;

/** `${{NAME}}`, as the Agents Toolkit writes it. */
const PLACEHOLDER = /\$\{\{\s*([A-Z][A-Z0-9_]*)\s*\}\}/g;

/** Sides of the icons in pixels: Teams' app package reference, “icons”. */
export const ICON_SIDES = { color: 192, outline: 32 } as const;

/** The parts of a manifest that are checked beyond Microsoft's schema. */
const manifestShape = z.object({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.array(
    z.object({
      scopes: z.array(z.string()),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
  composeExtensions: z.array(
    z.object({
      botId: z.string(),
      commands: z.array(
        z.object({
          id: z.string(),
          type: z.string(),
          title: z.string(),
          description: z.string(),
          parameters: z.array(z.object({ title: z.string(), description: z.string() })).optional(),
        }),
      ),
    }),
  ),
  configurableTabs: z.array(z.object({ configurationUrl: z.string() })),
  staticTabs: z.array(
    z.object({ entityId: z.string(), name: z.string().optional(), contentUrl: z.string().optional() }),
  ),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});
export type Manifest = z.infer<typeof manifestShape>;

/** The package cannot be made; `problems` name each reason with its remedy. */
export class PackageError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The app package cannot be made:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'PackageError';
    this.problems = problems;
  }
}

/** Names of the variables that a template uses, each once. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

/** PUBLIC_HOST follows from PUBLIC_URL where it is not given. */
export function withHost(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return !env.PUBLIC_HOST && env.PUBLIC_URL && URL.canParse(env.PUBLIC_URL)
    ? { ...env, PUBLIC_HOST: new URL(env.PUBLIC_URL).host }
    : { ...env };
}

/** Puts the variables in. Throws PackageError naming all that are missing or empty. `where` says where they belong. */
export function fillTemplate(
  template: string,
  env: Readonly<Record<string, string | undefined>>,
  where: string,
): string {
  const missing = placeholdersOf(template).filter((name) => !env[name] && !(name === 'PUBLIC_HOST' && !env.PUBLIC_URL));
  if (missing.length > 0) {
    throw new PackageError(
      missing.map((name) => `${name} is missing: add “${name}=…” to ${where} or set it in the environment.`),
    );
  }
  return template.replace(PLACEHOLDER, (_, name: string) => JSON.stringify(env[name]).slice(1, -1));
}

/** Reads the folder `appPackage` and fills the manifest and its languages. Throws PackageError. */
export function readPackage(
  folder: string,
  env: Readonly<Record<string, string | undefined>>,
  where: string,
): PackageFiles {
  const filled = fillTemplate(readFileSync(join(folder, 'manifest.json'), 'utf8'), withHost(env), where);
  const manifest = parseManifest(filled);
  const others = [
    manifest.icons.color,
    manifest.icons.outline,
    ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file),
  ];
  const files: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(filled) };
  const missing: string[] = [];
  for (const name of others) {
    try {
      files[name] = readFileSync(join(folder, name));
    } catch {
      missing.push(`${name} is missing: manifest.json names it, so put it into appPackage.`);
    }
  }
  if (missing.length > 0) throw new PackageError(missing);
  return files;
}

/** Throws PackageError when the text is no JSON or lacks what this app needs. */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new PackageError([`manifest.json is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const parsed = manifestShape.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new PackageError(
    parsed.error.issues.map(({ path, message }) => `manifest.json: ${path.join('.')}: ${message}`),
  );
}

/** Everything that Teams would refuse or show wrongly; empty when the package is good. */
export async function problemsOf(files: PackageFiles): Promise<string[]> {
  const text = (name: string): string => Buffer.from(files[name] ?? []).toString('utf8');
  let manifest: Manifest;
  try {
    manifest = parseManifest(text('manifest.json'));
  } catch (error) {
    if (error instanceof PackageError) return [...error.problems];
    throw error;
  }
  return [
    ...(await schemaProblems(JSON.parse(text('manifest.json')), manifest.manifestVersion)),
    ...Object.entries(ICON_SIDES).flatMap(([kind, side]) =>
      iconProblems(manifest.icons[kind as keyof typeof ICON_SIDES], side, files),
    ),
    ...(
      await Promise.all(
        manifest.localizationInfo.additionalLanguages.map(({ languageTag, file }) =>
          languageProblems(manifest, file, languageTag, files),
        ),
      )
    ).flat(),
    ...scopeProblems(manifest),
    ...addressProblems(manifest),
  ];
}

/** The zip's bytes, the same for the same files: no clock goes in. */
export function zipPackage(files: PackageFiles): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new Uint8Array(bytes)])), {
    level: 9,
    mtime: '1980-01-01T12:00:00',
  });
}

async function schemaProblems(manifest: object, version: string): Promise<string[]> {
  const schema = bundledSchema(version, 'MicrosoftTeams.schema.json');
  if (!schema) return [`manifestVersion ${version} is unknown to @microsoft/app-manifest: use one that it bundles.`];
  return (await validate(manifest, schema)).map((problem) => `manifest.json ${problem}`);
}

/** Microsoft's own validator with the schema that comes in its package: nothing is fetched. */
async function validate(value: object, schema: object): Promise<string[]> {
  const check = AppManifestUtils.validateAgainstSchema as (value: object, schema: object) => Promise<string[]>;
  return check(value, schema);
}

function bundledSchema(version: string, file: string): object | undefined {
  const main = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  try {
    return JSON.parse(
      readFileSync(join(dirname(main), 'json-schemas', 'teams', `v${version}`, file), 'utf8'),
    ) as object;
  } catch {
    return undefined;
  }
}

const PNG_SIGNATURE = '89504e470d0a1a0a';
/** PNG colour type 6: red, green, blue and opacity. */
const WITH_OPACITY = 6;

function iconProblems(name: string, side: number, files: PackageFiles): string[] {
  const bytes = files[name];
  if (!bytes) return [`${name} is missing: manifest.json names it, so put it into appPackage.`];
  const png = Buffer.from(bytes);
  if (png.subarray(0, 8).toString('hex') !== PNG_SIGNATURE) return [`${name} is not a PNG.`];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  return [
    ...(width === side && height === side
      ? []
      : [`${name} is ${width} × ${height} pixels; Teams wants ${side} × ${side}.`]),
    ...(png[25] === WITH_OPACITY ? [] : [`${name} has no opacity channel; save it as 32-bit PNG.`]),
  ];
}

/** Keys of everything in the manifest that a person reads, as the localisation files name them. */
export function localisedKeys(manifest: Manifest): string[] {
  return [
    'name.short',
    'name.full',
    'description.short',
    'description.full',
    ...manifest.staticTabs.flatMap(({ name }, index) => (name === undefined ? [] : [`staticTabs[${index}].name`])),
    ...manifest.bots.flatMap(({ commandLists }, bot) =>
      commandLists.flatMap(({ commands }, list) =>
        commands.flatMap((_, command) => {
          const key = `bots[${bot}].commandLists[${list}].commands[${command}]`;
          return [`${key}.title`, `${key}.description`];
        }),
      ),
    ),
    ...manifest.composeExtensions.flatMap(({ commands }, extension) =>
      commands.flatMap(({ parameters = [] }, command) => {
        const key = `composeExtensions[${extension}].commands[${command}]`;
        return [key, ...parameters.map((_, at) => `${key}.parameters[${at}]`)].flatMap((of) => [
          `${of}.title`,
          `${of}.description`,
        ]);
      }),
    ),
  ];
}

async function languageProblems(
  manifest: Manifest,
  file: string,
  language: string,
  files: PackageFiles,
): Promise<string[]> {
  if (!files[file]) return [`${file} is missing: manifest.json names it for language ${language}.`];
  let texts: Record<string, unknown>;
  try {
    texts = JSON.parse(Buffer.from(files[file]).toString('utf8')) as Record<string, unknown>;
  } catch {
    return [`${file} is not JSON.`];
  }
  const wanted = localisedKeys(manifest);
  const schema = languageSchema(manifest.manifestVersion);
  return [
    ...(schema ? await validate(texts, schema) : []).map((problem) => `${file} ${problem}`),
    ...wanted
      .filter((key) => typeof texts[key] !== 'string' || texts[key] === '')
      .map((key) => `${file} lacks ${key}.`),
    ...Object.keys(texts)
      .filter((key) => key !== '$schema' && !wanted.includes(key))
      .map((key) => `${file} has ${key}, which is not in manifest.json.`),
  ];
}

/** The schema has patterns that the validator cannot read (an unescaped bracket); they concern parts that this app has not. */
function languageSchema(version: string): object | undefined {
  const schema = bundledSchema(version, 'MicrosoftTeams.Localization.schema.json') as
    | { patternProperties?: Record<string, unknown> }
    | undefined;
  const readable = (pattern: string): boolean => {
    try {
      return Boolean(new RegExp(pattern, 'u'));
    } catch {
      return false;
    }
  };
  const patterns = Object.entries(schema?.patternProperties ?? {}).filter(([pattern]) => readable(pattern));
  return schema && { ...schema, patternProperties: Object.fromEntries(patterns) };
}

function scopeProblems(manifest: Manifest): string[] {
  return manifest.bots.flatMap(({ scopes, commandLists }) => [
    ...commandLists.flatMap((list) =>
      list.scopes
        .filter((scope) => !scopes.includes(scope))
        .map(
          (scope) =>
            `A command list is for scope ${scope}, where the bot is not: add it to the bot's scopes or take it out.`,
        ),
    ),
    ...scopes
      .filter((scope) => !commandLists.some((list) => list.scopes.includes(scope)))
      .map((scope) => `The bot has no command list for scope ${scope}.`),
  ]);
}

function addressProblems(manifest: Manifest): string[] {
  const pages = [
    ...manifest.configurableTabs.map(({ configurationUrl }) => configurationUrl),
    ...manifest.staticTabs.flatMap(({ contentUrl }) => (contentUrl === undefined ? [] : [contentUrl])),
  ];
  const resource = /^api:\/\/([^/]+)\/(.+)$/.exec(manifest.webApplicationInfo.resource);
  return [
    ...pages.flatMap((page) => {
      if (!URL.canParse(page) || new URL(page).protocol !== 'https:')
        return [`${page}: Teams opens tabs by https only; mend PUBLIC_URL.`];
      const { host } = new URL(page);
      return manifest.validDomains.includes(host)
        ? []
        : [`${page}: ${host} is not among validDomains; mend PUBLIC_HOST.`];
    }),
    ...(resource?.[2] === manifest.webApplicationInfo.id && manifest.validDomains.includes(resource[1] ?? '')
      ? []
      : [
          `webApplicationInfo.resource must be api://PUBLIC_HOST/TAB_APP_ID, the same as the app registration's Application ID URI; it is ${manifest.webApplicationInfo.resource}.`,
        ]),
  ];
}
