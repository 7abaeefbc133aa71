/** Draws an Adaptive Card in the colours of the theme. Loaded only when a card is to be seen: the renderer is big. */
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { toHtml } from './markup.ts';

const colours = (foreground: string, subtle: string): object => ({ default: foreground, subtle });
const foregrounds = {
  default: colours('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground2)'),
  accent: colours('var(--colorBrandForeground1)', 'var(--colorBrandForeground2)'),
  good: colours('var(--colorStatusSuccessForeground1)', 'var(--colorStatusSuccessForeground1)'),
  warning: colours('var(--colorStatusWarningForeground1)', 'var(--colorStatusWarningForeground1)'),
  attention: colours('var(--colorStatusDangerForeground1)', 'var(--colorStatusDangerForeground1)'),
};
const container = (background: string): object => ({ backgroundColor: background, foregroundColors: foregrounds });

const config = new HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  supportsInteractivity: true,
  actions: {
    maxActions: 6,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    buttonSpacing: 8,
    spacing: 'default',
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
  },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--colorNeutralBackground3)'),
    accent: container('var(--colorBrandBackground2)'),
    good: container('var(--colorStatusSuccessBackground1)'),
    warning: container('var(--colorStatusWarningBackground1)'),
    attention: container('var(--colorStatusDangerBackground1)'),
  },
  textStyles: { heading: { size: 'large', weight: 'bolder' } },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *' } } },
});

AdaptiveCard.onProcessMarkdown = (written, result) => {
  result.outputHtml = toHtml(written);
  result.didProcess = true;
};

/** `card` is Adaptive Card JSON; what the renderer does not know is left out. */
export function drawCard(card: unknown, tag: string): HTMLElement {
  const drawn = new AdaptiveCard();
  drawn.hostConfig = config;
  drawn.lang = tag;
  drawn.parse(card);
  return drawn.render() ?? document.createElement('div');
}
