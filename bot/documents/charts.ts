/** Charts as pictures: drawn as SVG without a browser, then as PNG with a font that is shipped along. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from './document.ts';
import { xmlSafe } from './xml.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** Of the same widths as Calibri; a server has no fonts of its own. */
const FONT = 'Carlito';
const require = createRequire(import.meta.url);
const FONT_FILES = [
  require.resolve('@expo-google-fonts/carlito/400Regular/Carlito_400Regular.ttf'),
  require.resolve('@expo-google-fonts/carlito/700Bold/Carlito_700Bold.ttf'),
];

/** In the units of the drawing; the document shows it as wide as its text. */
export const WIDTH = 640;
/** Of a label. */
const TWO_LINES = 36;
/** Room for the labels at the left. */
const LABELS = 250;
const BAR = 18;
/** Where several stand side by side. */
const THIN_BAR = 13;
const GAP = 12;
/** Told apart in black and white too: dark and light. */
const COLOURS = ['#0f548c', '#9cc3e6'];
/** Pixels to a unit: sharp in print. */
const SHARPNESS = 3;
/** A label has two lines; more of it tells no more in a chart. */
const LONGEST_LABEL = 76;

export interface Picture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Horizontal bars, the first label on top. */
export function drawChart(chart: Chart, language: string): Picture {
  const { labels, series, decimals, most } = chart;
  const isSeveral = series.length > 1;
  const bar = isSeveral ? THIN_BAR : BAR;
  const row = Math.max(TWO_LINES, series.length * bar + GAP);
  const height = labels.length * row + (isSeveral ? 34 : 8);
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  drawing.setOption({
    animation: false,
    color: COLOURS,
    textStyle: { fontFamily: FONT, fontSize: 14, color: '#242424' },
    legend: { show: isSeveral, bottom: 0, left: LABELS, itemWidth: 14, textStyle: { fontFamily: FONT, fontSize: 14 } },
    grid: { left: LABELS, right: 56, top: 4, bottom: isSeveral ? 30 : 4 },
    xAxis: {
      type: 'value',
      min: 0,
      ...(most === undefined ? {} : { max: most }),
      ...{ axisLabel: { show: false }, splitLine: { show: false } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels.map((label) => shortened(xmlSafe(label))),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#8a8886' } },
      axisLabel: {
        width: LABELS - 16,
        overflow: 'break',
        fontFamily: FONT,
        fontSize: 14,
        lineHeight: 16,
        color: '#242424',
      },
    },
    series: series.map(({ name, values }) => ({
      ...{ type: 'bar', name: xmlSafe(name), barWidth: bar, barGap: '0%' },
      data: values.map((value) => value ?? '-'),
      label: {
        ...{ show: true, position: 'right', fontFamily: FONT, fontSize: 14, color: '#242424' },
        formatter: ({ value }: { value?: unknown }) => (typeof value === 'number' ? number.format(value) : ''),
      },
    })),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  const font = { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FONT };
  const png = new Resvg(svg, { fitTo: { mode: 'zoom', value: SHARPNESS }, font, background: 'white' }).render().asPng();
  return { png, width: WIDTH, height };
}

/** Cut at a word; a word longer than a line is broken by the drawing itself. */
function shortened(label: string): string {
  const line = label.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_LABEL) return line;
  const cut = line.slice(0, LONGEST_LABEL - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST_LABEL / 2 ? cut.slice(0, space) : cut}…`;
}
