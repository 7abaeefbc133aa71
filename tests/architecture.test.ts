/** The shape of the code: what may import what, checked from the text of every file, and each rule seen to fail once. */
import { describe, expect, test } from '@jest/globals';
import { type Module, moduleOf, readModules } from './architecture/modules.ts';
import { rules } from './architecture/rules.ts';
import { foreignWords, readTexts } from './architecture/texts.ts';

const modules = readModules();

describe('the code keeps its shape', () => {
  test.each(rules)('$name', ({ breaches, why, mend }) => {
    const found = breaches(modules);
    const message = found.length === 0 ? '' : `${found.join('\n')}\nWhy: ${why}\nMend: ${mend}`;
    expect(message).toBe('');
  });

  test('the files were found', () => {
    expect(modules.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['bot/core/gate.ts', 'tests/architecture.test.ts']),
    );
  });
});

/** For each rule, the smallest projects that break it. */
const broken: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'core stands alone': [
    { 'bot/core/ids.ts': "import { randomUUID } from 'node:crypto';" },
    { 'bot/core/gate.ts': "import { DateTime } from 'luxon';" },
    { 'bot/core/turn.ts': "import type { Poll } from '../features/polls/poll.ts';" },
    { 'bot/core/ports.ts': "export type { Item } from '@azure/cosmos';" },
  ],
  'texts import only core': [{ 'bot/features/polls/text.ts': "import { MOST } from './poll.ts';" }],
  'domain files are pure': [
    { 'bot/features/polls/poll.ts': "import { heading } from '../../cards/kit.ts';" },
    { 'bot/features/polls/poll.ts': "import { z } from 'zod';\nimport {\n  castVote,\n} from './operations.ts';" },
    { 'bot/features/polls/rules.ts': "import { text } from '../events/text.ts';" },
  ],
  'domain files have no clock, no chance and no waiting': [
    { 'bot/features/polls/poll.ts': 'export const now = () => Date.now();' },
    { 'bot/features/polls/poll.ts': 'export const pick = (n: number) => Math.floor(Math.random() * n);' },
    { 'bot/features/polls/quota.ts': 'export async function cast() {}' },
  ],
  'cards are plain data from plain data': [
    { 'bot/features/polls/cards.ts': "import { tallyOf } from './operations.ts';" },
    { 'bot/features/polls/cards.ts': "import { AdaptiveCard } from '@microsoft/teams.cards';" },
  ],
  'contracts import only zod, core and domain files': [
    { 'bot/features/polls/contract.ts': "import { text } from './text.ts';" },
    { 'bot/http/contract.ts': "import { server } from './server.ts';" },
  ],
  'contracts run in a browser': [
    {
      'bot/features/polls/contract.ts': "import { seal } from './quota.ts';",
      'bot/features/polls/quota.ts': "import { sealed } from '../../core/seal.ts';",
      'bot/core/seal.ts': "import { createHmac } from 'node:crypto';",
    },
  ],
  'features see ports, never what implements them': [
    { 'bot/features/polls/feature.ts': "import { openEmbedded } from '../../store/embedded.ts';" },
    { 'bot/features/polls/api.ts': "import { config } from '../../config.ts';" },
  ],
  'features leave each other alone': [
    { 'bot/features/events/feature.ts': "import { pollCard } from '../polls/cards.ts';" },
    { 'bot/features/events/operations.ts': "import { closePoll } from '../polls/operations.ts';" },
  ],
  'a feature is its folder and one line in features.ts': [
    { 'bot/features.ts': '', 'bot/features/polls/feature.ts': '' },
    { 'bot/http/api.ts': "import { polls } from '../features/polls/feature.ts';" },
    { 'bot/features/polls/cards/vote.ts': '' },
  ],
  'SDKs stay behind their fences': [
    { 'bot/jobs/queue.ts': "import { CloudAdapter } from 'botbuilder';" },
    { 'bot/jobs/queue.ts': "import { ConnectorClient } from 'botframework-connector';" },
    { 'bot/teams/server.ts': "import restify from 'restify';" },
    { 'bot/store/keybox.ts': "const cosmos = await import('@azure/cosmos');" },
    { 'bot/http/api.ts': "import { OnBehalfOfUserCredential } from '@microsoft/teamsfx';" },
    { 'tab/src/app.tsx': "import { app } from '@microsoft/teams-js';" },
  ],
  'only entry points read the environment': [
    { 'bot/log.ts': 'const level = process.env.LOG_LEVEL;' },
    { 'bot/config.ts': 'const { env } = process;' },
  ],
  "only the gate and jobs make a network's scope": [
    { 'bot/features/polls/feature.ts': "import { networkScope } from '../../core/scope.ts';" },
    { 'bot/http/api.ts': "import { networkScope as scopeOf } from '../core/scope.ts';" },
  ],
  'the tab knows the server by its contracts alone': [
    { 'tab/src/polls.tsx': "import type { Poll } from '../../bot/features/polls/poll.ts';" },
    { 'tab/src/polls.tsx': "const kit = await import('../../bot/cards/kit.ts');" },
  ],
  'the product does not import its tests or scripts': [
    { 'bot/main.ts': "import { fakeClock } from '../tests/fakes/clock.ts';" },
  ],
  'no cycles': [
    {
      'bot/a.ts': "import { b } from './b.ts';",
      'bot/b.ts': "export { c } from './c.ts';",
      'bot/c.ts': "import './a.ts';",
    },
  ],
  'files are named in kebab-case and open with their purpose': [
    { 'bot/pollHelper.ts': '/** Helps. */' },
    { 'bot/jobs/late.ts': 'export const late = 1;' },
  ],
};

const projectOf = (files: Readonly<Record<string, string>>): Module[] =>
  Object.entries(files).map(([path, source]) => moduleOf(path, source));

describe('each rule notices a breach', () => {
  test.each(rules)('$name', ({ name, breaches }) => {
    const examples = broken[name] ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples)
      expect({ example, breaches: breaches(projectOf(example)) }).not.toMatchObject({ breaches: [] });
  });

  test('a project that keeps every rule has no breach', () => {
    const project = projectOf({
      'bot/core/seal.ts': "/** Seals. */\nimport { createHmac } from 'node:crypto';",
      'bot/core/ids.ts': "/** Ids. */\nimport { z } from 'zod';",
      'bot/features.ts': "/** The list. */\nimport { polls } from './features/polls/feature.ts';",
      'bot/features/polls/text.ts': "/** Words. */\nimport { messages } from '../../core/text.ts';",
      'bot/features/polls/poll.ts':
        "/** Rules. */\nimport { id } from '../../core/ids.ts';\nimport { text } from './text.ts';",
      'bot/features/polls/contract.ts': "/** Calls. */\nimport { z } from 'zod';\nimport { poll } from './poll.ts';",
      'bot/features/polls/feature.ts':
        "/** Handlers. */\nimport { seal } from '../../core/seal.ts';\nimport { poll } from './poll.ts';",
      'bot/teams/adapter.ts': "/** Teams. */\nimport { CloudAdapter } from 'botbuilder';",
      'tab/src/app.tsx': "/** The tab. */\nimport { calls } from '../../bot/features/polls/contract.ts';",
    });
    expect(rules.flatMap(({ breaches }) => breaches(project))).toEqual([]);
  });

  test('a type that is imported alone is no cycle and no part of the bundle', () => {
    const [module] = projectOf({
      'bot/a.ts':
        "import { type B } from './b.ts';\nimport type { C } from './c.ts';\nimport { d, type E } from './d.ts';",
    });
    expect(module?.imports.map(({ isType }) => isType)).toEqual([true, true, false]);
  });
});

describe('the text of the repository speaks of the product alone', () => {
  test('no file names a machine, its folders or a private registry', () => {
    expect(readTexts().flatMap(({ path, text }) => foreignWords(text).map((word) => `${path}: ${word}`))).toEqual([]);
  });

  test.each([
    ['/ho', 'me/someone/project/file.ts'],
    ['/Us', 'ers/someone/project'],
    ['C:\\Us', 'ers\\someone'],
    ['/wo', 'rk/project/bot'],
    ['/ro', 'ot/.npm'],
    ['"reso', 'lved": "https://npm.mirror.example/zod/-/zod-4.tgz"'],
    ['regis', 'try=http://127.0.0.1:4873/'],
    ['http://verdac', 'cio:4873/zod'],
  ])('%s%s is noticed', (start, end) => {
    expect(foreignWords(`see ${start}${end}`)).toHaveLength(1);
  });

  test('addresses of the product and of its tests are not', () => {
    const fine =
      '/api/messages /tab/ /home/site/wwwroot http://127.0.0.1:3978 "resolved": "https://registry.npmjs.org/zod/-/zod-4.tgz"';
    expect(foreignWords(fine)).toEqual([]);
  });
});
