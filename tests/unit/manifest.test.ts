/** The app package: manifest, languages, commands and icons as Teams takes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { understand } from '../../bot/core/command.ts';
import type { Command } from '../../bot/core/feature.ts';
import type { Locale } from '../../bot/core/text.ts';
import { nothing } from '../../bot/core/turn.ts';
import { features } from '../../bot/features.ts';
import { TAB_ENTITY } from '../../bot/http/contract.ts';
import {
  fillTemplate,
  ICON_SIDES,
  localisedKeys,
  type Manifest,
  PackageError,
  type PackageFiles,
  parseManifest,
  problemsOf,
  readPackage,
  zipPackage,
} from '../../scripts/app-package.ts';

const root = join(import.meta.dirname, '..', '..');
const env = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_ID: '22222222-2222-4222-8222-222222222222',
  TAB_APP_ID: '33333333-3333-4333-8333-333333333333',
  PUBLIC_URL: 'https://verkosto.example.org',
  DEVELOPER_NAME: 'Esimerkkikunta',
  WEBSITE_URL: 'https://example.org/',
  PRIVACY_URL: 'https://example.org/tietosuoja',
  TERMS_URL: 'https://example.org/ehdot',
};
const files = readPackage(join(root, 'appPackage'), env, 'env/.env.dev');
const textOf = (name: string): string => Buffer.from(files[name] ?? []).toString('utf8');
const dispatch = readFileSync(join(root, 'bot', 'teams', 'dispatch.ts'), 'utf8');
const manifest = parseManifest(textOf('manifest.json'));
const languages = ['fi', ...manifest.localizationInfo.additionalLanguages.map(({ languageTag }) => languageTag)];

/** What a person of this language reads at `key`. */
function localised(language: string, key: string): string {
  const file = manifest.localizationInfo.additionalLanguages.find(({ languageTag }) => languageTag === language)?.file;
  if (file) return String((JSON.parse(textOf(file)) as Record<string, unknown>)[key]);
  return String(
    key.split(/[.[\]]+/).reduce<unknown>((of, step) => (of as Record<string, unknown> | undefined)?.[step], manifest),
  );
}

/** The bot's own, beside those of its features. */
const help: Command = {
  name: 'help',
  words: [...(/words: \[('ohje'[^\]]*)\]/.exec(dispatch)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    ([, word = '']) => word,
  ),
  word: { fi: 'ohje', sv: 'hjälp', en: 'help' },
  help: { fi: '', sv: '', en: '' },
  run: async () => nothing,
};
const commands = [...features.flatMap((feature) => feature.commands), help];
const commandKeys = (of: Manifest): string[] =>
  localisedKeys(of).filter((key) => key.startsWith('bots[') && key.endsWith('.title'));
/** The name of the bot's command behind each command of the manifest; undefined where the bot knows none. */
function commandsOf(of: Manifest, title: (key: string) => string): Map<string, string | undefined> {
  return new Map(commandKeys(of).map((key) => [key, understand(title(key), commands)?.command.name]));
}

describe('the app package', () => {
  test('is what Teams accepts', async () => {
    expect(await problemsOf(files)).toEqual([]);
  });

  test('holds the manifest, two icons and the other languages, and nothing else', () => {
    const zip = unzipSync(zipPackage(files));
    expect(Object.keys(zip).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png', 'sv.json']);
    expect(strFromU8(zip['manifest.json'] ?? new Uint8Array())).not.toContain('${{');
    expect(Buffer.from(zipPackage(files)).equals(zipPackage(files))).toBe(true);
  });

  test('has the version of the project', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(version);
  });

  test('works in shared channels, in the team and in 1:1 chat, without permissions beyond writing to members', () => {
    expect(JSON.parse(textOf('manifest.json'))).toMatchObject({
      supportsChannelFeatures: 'tier1',
      bots: [{ scopes: ['team', 'personal'] }],
      configurableTabs: [{ scopes: ['team'] }],
      permissions: ['identity', 'messageTeamMembers'],
    });
    for (const absent of ['authorization', 'devicePermissions']) {
      expect(JSON.parse(textOf('manifest.json'))).not.toHaveProperty(absent);
    }
  });

  test('keeps the ids that links and saved tabs point at', () => {
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toEqual([TAB_ENTITY, 'conversations', 'about']);
  });

  test('keeps the letters of its languages', () => {
    expect(textOf('manifest.json')).toContain('äänestys');
    expect(textOf('sv.json')).toContain('omröstning');
  });
});

describe('commands', () => {
  test.each(languages)('each command shown in %s is one that the bot takes', (language) => {
    const found = commandsOf(manifest, (key) => localised(language, key));
    expect([...found].filter(([, name]) => name === undefined)).toEqual([]);
  });

  test.each(languages)('each is shown in %s by the word that the bot itself uses in that language', (language) => {
    const titles = commandKeys(manifest).map((key) => localised(language, key));
    const own = commands.map(({ word }) => word?.[language as Locale]);
    expect(titles.filter((title) => !own.includes(title))).toEqual([]);
  });

  test('a command means the same in every language', () => {
    const inFinnish = commandsOf(manifest, (key) => localised('fi', key));
    for (const language of languages) {
      expect(commandsOf(manifest, (key) => localised(language, key))).toEqual(inFinnish);
    }
  });

  test('both scopes show the same commands, each once', () => {
    const names = manifest.bots.flatMap(({ commandLists }) =>
      commandLists.map(({ commands: shown }) => shown.map(({ title }) => understand(title, commands)?.command.name)),
    );
    expect(names.length).toBe(2);
    for (const shown of names) expect(new Set(shown).size).toBe(shown.length);
    expect(names[0]).toEqual(names[1]);
  });

  /** Teams shows twelve at most: the report, which is read once a year and stands in the tab, gave way. */
  const LEFT_OUT = ['report'];

  test('every command of the bot is shown, but for one', () => {
    const shown = new Set(commandsOf(manifest, (key) => localised('fi', key)).values());
    expect(commands.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual(LEFT_OUT);
  });

  test('a word that no feature knows would be noticed', () => {
    expect([...commandsOf(manifest, () => 'lentokenttä').values()]).toContain(undefined);
  });
});

describe('the message extension', () => {
  test('has exactly the commands that features answer, each of its type', () => {
    const shown = manifest.composeExtensions.flatMap(({ commands: all }) => all.map(({ id, type }) => [id, type]));
    const answered = features.flatMap((feature) => feature.extensions ?? []).map(({ id, type }) => [id, type]);
    expect(shown.sort()).toEqual(answered.sort());
    expect(manifest.composeExtensions.map(({ botId }) => botId)).toEqual([env.BOT_ID]);
  });

  test('searches where people write, at once as it is opened, and saves a message by a dialog that the bot makes', () => {
    expect(JSON.parse(textOf('manifest.json')).composeExtensions[0].commands).toMatchObject([
      { id: 'searchMaterials', context: ['compose', 'commandBox'], initialRun: true },
      { id: 'saveMaterial', context: ['message'], fetchTask: true },
    ]);
  });

  test.each(languages)('speaks %s', (language) => {
    const titles = { fi: 'Tallenna materiaalipankkiin', sv: 'Spara i materialbanken', en: 'Save to the material bank' };
    expect(localised(language, 'composeExtensions[0].commands[1].title')).toBe(titles[language as Locale]);
  });
});

describe('icons', () => {
  test.each(Object.entries(ICON_SIDES))('the %s icon has its size', (kind, side) => {
    const { width, height } = pixelsOf(files[`${kind}.png`]);
    expect([width, height]).toEqual([side, side]);
  });

  test('the outline icon is white on transparency', () => {
    const { pixels } = pixelsOf(files['outline.png']);
    expect(pixels.filter(([red, green, blue, opacity]) => opacity > 0 && red + green + blue < 3 * 255)).toEqual([]);
    expect(pixels.filter(([, , , opacity]) => opacity === 0).length).toBeGreaterThan(pixels.length / 3);
    expect(pixels.filter(([, , , opacity]) => opacity === 255).length).toBeGreaterThan(100);
  });

  test('the colour icon fills its square with the accent colour', () => {
    const { pixels } = pixelsOf(files['color.png']);
    const { accentColor } = JSON.parse(textOf('manifest.json')) as { accentColor: string };
    const corner = pixels[0]?.slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
    expect(`#${corner?.join('')}`.toUpperCase()).toBe(accentColor);
    expect(pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  });
});

type Pixel = readonly [red: number, green: number, blue: number, opacity: number];

/** Reads an RGBA PNG with unfiltered rows, as scripts/icons.ts writes it. */
function pixelsOf(file: Uint8Array | undefined): { width: number; height: number; pixels: Pixel[] } {
  const png = Buffer.from(file ?? []);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('ascii', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const rows = inflateSync(Buffer.concat(data));
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const at = Math.floor(index / width) * (1 + width * 4) + 1 + (index % width) * 4;
    return [rows[at] ?? 0, rows[at + 1] ?? 0, rows[at + 2] ?? 0, rows[at + 3] ?? 0];
  });
  return { width, height, pixels };
}

describe('a broken package is caught', () => {
  type Json = Record<string, unknown>;
  const changed = (change: (of: { [key: string]: Json[] } & Json) => void, name = 'manifest.json'): PackageFiles => {
    const json = JSON.parse(textOf(name));
    change(json);
    return { ...files, [name]: Buffer.from(JSON.stringify(json)) };
  };
  const without = (name: string): PackageFiles =>
    Object.fromEntries(Object.entries(files).filter(([other]) => other !== name));

  test.each<[string, PackageFiles, string]>([
    ['a missing icon', without('outline.png'), 'outline.png is missing'],
    ['the wrong icon', { ...files, 'color.png': files['outline.png'] ?? new Uint8Array() }, '192 × 192'],
    ['an icon that is no picture', { ...files, 'color.png': Buffer.from('<svg/>') }, 'is not a PNG'],
    ['a missing language', without('sv.json'), 'sv.json is missing'],
    ['a text not translated', changed((of) => delete of['name.full'], 'sv.json'), 'sv.json lacks name.full'],
    [
      'a translation of nothing',
      changed((of) => Object.assign(of, { 'staticTabs[3].name': 'X' }), 'en.json'),
      'not in manifest.json',
    ],
    [
      'a translation that is too long',
      changed((of) => Object.assign(of, { 'description.short': 'x'.repeat(81) }), 'sv.json'),
      'sv.json',
    ],
    [
      'a scope that does not exist',
      changed((of) => Object.assign(of.bots?.[0] ?? {}, { scopes: ['team', 'personal', 'galaxy'] })),
      '/bots/0/scopes/2',
    ],
    [
      'commands where the bot is not',
      changed((of) => Object.assign(of.bots?.[0] ?? {}, { scopes: ['team'] })),
      'scope personal',
    ],
    ['no short name', changed((of) => Object.assign(of, { name: { full: 'Verkostobotti' } })), '/name'],
    ['an unknown version of the manifest', changed((of) => Object.assign(of, { manifestVersion: '9.9' })), '9.9'],
    ['a domain left out', changed((of) => Object.assign(of, { validDomains: [] })), 'validDomains'],
    [
      'a tab without https',
      changed((of) => Object.assign(of.staticTabs?.[0] ?? {}, { contentUrl: 'http://verkosto.example.org/tab/' })),
      'https',
    ],
    [
      'another resource',
      changed((of) => Object.assign(of.webApplicationInfo ?? {}, { resource: 'api://other/x' })),
      'webApplicationInfo.resource',
    ],
    ['no JSON at all', { ...files, 'manifest.json': Buffer.from('{') }, 'not JSON'],
  ])('%s', async (_, broken, problem) => {
    expect((await problemsOf(broken)).join('\n')).toContain(problem);
  });

  test('missing variables are all named, with the file to put them into', () => {
    try {
      readPackage(join(root, 'appPackage'), { ...env, BOT_ID: '', TERMS_URL: undefined }, 'env/.env.prod');
      throw new Error('It was made all the same.');
    } catch (error) {
      expect(error).toBeInstanceOf(PackageError);
      expect((error as PackageError).problems).toEqual([
        expect.stringMatching(/^TERMS_URL is missing: .*env\/\.env\.prod/),
        expect.stringMatching(/^BOT_ID is missing/),
      ]);
    }
  });

  test('what a variable holds cannot break out of its place', () => {
    const filled = fillTemplate(
      `{ "name": "$\{{DEVELOPER_NAME}}" }`,
      { DEVELOPER_NAME: 'A "quoted" \\ $& name' },
      'env',
    );
    expect(JSON.parse(filled)).toEqual({ name: 'A "quoted" \\ $& name' });
  });
});
