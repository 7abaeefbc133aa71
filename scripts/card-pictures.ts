/** Draws the example cards as pictures, as Teams would show them: `node scripts/card-pictures.ts [folder] [fi,sv,en,fi+sv] [name part]`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ChannelLanguage } from '../bot/core/text.ts';
import { translator } from '../bot/core/text.ts';
import { boxExamples } from '../tests/cards/boxes-examples.ts';
import { bulletinExamples } from '../tests/cards/bulletins-examples.ts';
import { eventExamples } from '../tests/cards/events-examples.ts';
import { examples as pollExamples } from '../tests/cards/examples.ts';
import { ideaExamples } from '../tests/cards/ideas-examples.ts';
import { materialExamples } from '../tests/cards/materials-examples.ts';
import { memberExamples } from '../tests/cards/members-examples.ts';
import { questionExamples } from '../tests/cards/questions-examples.ts';
import { setupExamples } from '../tests/cards/setup-examples.ts';
import { statementExamples } from '../tests/cards/statements-examples.ts';
import { surveyExamples } from '../tests/cards/surveys-examples.ts';
import { launchBrowser } from '../tests/fakes/browser.ts';

const examples = [
  ...pollExamples,
  ...setupExamples,
  ...memberExamples,
  ...eventExamples,
  ...surveyExamples,
  ...boxExamples,
  ...bulletinExamples,
  ...materialExamples,
  ...ideaExamples,
  ...questionExamples,
  ...statementExamples,
];
const [folder = 'build/cards', languages = 'fi', part = '', looks = ''] = process.argv.slice(2);

const FONT = "'Segoe UI', 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif";
interface Theme {
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly attention: string;
  readonly border: string;
  readonly button: string;
  readonly fills: Readonly<Record<'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>>;
}
/** Colours near those of Teams' own themes. */
const THEMES: Readonly<Record<'light' | 'dark' | 'contrast', Theme>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    ink: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    attention: '#c4314b',
    border: '#d1d1d1',
    button: '#ffffff',
    fills: { emphasis: '#f0f0f0', accent: '#e8ebfa', good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6' },
  },
  dark: {
    page: '#1f1f1f',
    card: '#292929',
    ink: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    attention: '#f9526b',
    border: '#666666',
    button: '#292929',
    fills: { emphasis: '#3d3d3d', accent: '#383966', good: '#0d2e0d', warning: '#463100', attention: '#3e1f25' },
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    ink: '#ffffff',
    subtle: '#ffffff',
    accent: '#1aebff',
    good: '#3ff23f',
    attention: '#ffff00',
    border: '#ffffff',
    button: '#000000',
    fills: { emphasis: '#000000', accent: '#000000', good: '#000000', warning: '#000000', attention: '#000000' },
  },
};
const SHAPES = { phone: 360, desktop: 640 } as const;

function hostConfig(theme: Theme, isPhone: boolean): object {
  const colour = (one: string, soft = one) => ({ default: one, subtle: soft });
  const foregroundColors = {
    default: colour(theme.ink, theme.subtle),
    accent: colour(theme.accent),
    good: colour(theme.good),
    attention: colour(theme.attention),
    warning: colour(theme.ink),
    dark: colour(theme.ink, theme.subtle),
    light: colour(theme.ink, theme.subtle),
  };
  const fill = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: FONT,
    supportsInteractivity: true,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: theme.border },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      actionsOrientation: isPhone ? 'vertical' : 'horizontal',
      actionAlignment: isPhone ? 'stretch' : 'left',
      showCard: { actionMode: 'inline' },
    },
    containerStyles: {
      default: fill(theme.card),
      emphasis: fill(theme.fills.emphasis),
      accent: fill(theme.fills.accent),
      good: fill(theme.fills.good),
      warning: fill(theme.fills.warning),
      attention: fill(theme.fills.attention),
    },
    inputs: {
      label: {
        requiredInputs: { suffix: ' *', suffixColor: 'attention' },
        optionalInputs: {},
      },
    },
  };
}

const css = (theme: Theme): string => `
  body { margin: 0; padding: 12px; background: ${theme.page}; font: 14px ${FONT}; color: ${theme.ink}; }
  #card { background: ${theme.card}; border: 1px solid ${theme.border}; border-radius: 8px; overflow: hidden; }
  .ac-adaptiveCard { padding: 12px 16px 16px !important; }
  .ac-textBlock p, .ac-richTextBlock p { margin: 0; }
  .ac-textBlock p + p { margin-top: 6px; }
  .ac-pushButton { font: 600 14px ${FONT}; padding: 5px 12px; min-height: 32px; border-radius: 4px; max-width: 100%;
    border: 1px solid ${theme.border}; background: ${theme.button}; color: ${theme.ink}; box-sizing: border-box; overflow: hidden; }
  .ac-pushButton div { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-width: 100%; }
  .ac-pushButton.style-positive { background: ${theme.accent}; color: ${theme.card}; border-color: ${theme.accent}; }
  .ac-pushButton.style-destructive { color: ${theme.attention}; border-color: ${theme.attention}; }
  button[disabled] { font: 600 14px ${FONT}; padding: 5px 12px; min-height: 32px; border-radius: 4px; border: 1px solid ${theme.border}; background: transparent; color: ${theme.subtle}; }
  input:not([type=radio]):not([type=checkbox]), select, textarea { font: 14px ${FONT}; color: ${theme.ink}; background: ${theme.page};
    border: 1px solid ${theme.border}; border-radius: 4px; padding: 5px 8px; min-height: 32px; width: 100%; box-sizing: border-box; }
  textarea { min-height: 64px; }
  .ac-choiceSetInput-expanded > div, .ac-choiceSetInput-multiSelect > div { display: flex; align-items: center; gap: 8px; padding: 4px 0; }
`;

/** Runs in the page; as text, because its globals are the page's. */
const DRAW = `({ card, config }) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text);
    result.didProcess = true;
  };
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.version = AdaptiveCards.Versions.v1_5;
  drawn.hostConfig = new AdaptiveCards.HostConfig(config);
  drawn.parse(card);
  document.getElementById('card').replaceChildren(drawn.render());
}`;

const require = createRequire(import.meta.url);
const scripts = await Promise.all(
  [
    require.resolve('adaptivecards/dist/adaptivecards.js'),
    join(dirname(require.resolve('markdown-it')), 'browser/markdown-it.umd.min.js'),
  ].map((path) => readFile(path, 'utf8')),
);

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
const names: string[] = [];
for (const [shape, width] of Object.entries(SHAPES)) {
  const context = await browser.newContext({ viewport: { width, height: 700 }, deviceScaleFactor: 1, locale: 'fi-FI' });
  const page = await context.newPage();
  for (const [look, theme] of Object.entries(THEMES)) {
    if (looks && !looks.split(',').includes(`${look}-${shape}`)) continue;
    await page.setContent(`<!doctype html><style>${css(theme)}</style><div id="card"></div>`);
    for (const script of scripts) await page.addScriptTag({ content: script });
    for (const language of languages.split(',') as ChannelLanguage[]) {
      const t = translator(language);
      for (const example of examples.filter(({ name }) => name.includes(part))) {
        await page.evaluate(
          `(${DRAW})(${JSON.stringify({ card: example.draw(t), config: hostConfig(theme, shape === 'phone') })})`,
        );
        const name = `${example.name}.${language}.${look}.${shape}.png`;
        await writeFile(join(folder, name), await page.locator('body').screenshot());
        names.push(name);
      }
    }
  }
  await context.close();
}
await browser.close();
process.stdout.write(`${names.length} pictures in ${folder}\n`);
