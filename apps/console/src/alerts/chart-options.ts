import type { Format } from '@sturmwarte/i18n';
import uPlot from 'uplot';
import { drawSpans, type ChartSpan } from '../ui/draw-spans.js';
import { hatch } from './hatch.js';

/** Series in the order of the data: 1 upper bound, 2 expectation, 3 threshold, 4 observation, 5 to 7 the outlook. */
const UPPER = 1;
const EXPECTED = 2;
const AHEAD_HIGH = 5;
const AHEAD_LOW = 6;

/** How uPlot draws a course. Colours are those of the page at this moment; the alarm's time in epoch seconds. */
export function chartOptions({
  width,
  height,
  alarm,
  spans,
  format,
  onCursor,
}: {
  width: number;
  height: number;
  alarm: { readonly at: number; readonly label: string } | null;
  /** Bands behind the curve, in the colours of the page. */
  spans: (colour: (name: string) => string) => readonly ChartSpan[];
  format: Format;
  onCursor: (index: number | null) => void;
}): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--sw-${name}`).trim();
  const ink = colour('ink');
  const dim = colour('dim');
  const line = colour('line');
  const link = colour('link');
  const drawn = drawSpans(spans(colour), { ink, ground: colour('panel') });
  const font = `13px 'Source Sans 3', sans-serif`;
  const axis = { stroke: dim, font, grid: { stroke: line, width: 1 }, ticks: { show: false } };
  return {
    width,
    height,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), format.zone),
    legend: { show: false },
    padding: [22, 8, 0, 0],
    cursor: {
      y: false,
      points: { size: 7, fill: ink, stroke: ink },
      drag: { x: false, y: false },
    },
    scales: { y: { range: (_chart, _min, max) => [0, Math.max(4, max * 1.1)] } },
    axes: [
      {
        ...axis,
        values: (_chart, ticks) => ticks.map((at) => format.time(at * 1_000)),
        space: 64,
        size: 30,
      },
      { ...axis, size: 44, values: (_chart, ticks) => ticks.map((value) => format.decimal(value)) },
    ],
    series: [
      {},
      { stroke: 'transparent', points: { show: false } },
      { stroke: link, width: 1.5, points: { show: false } },
      { stroke: ink, width: 1.5, dash: [6, 4], points: { show: false } },
      { stroke: ink, width: 2, points: { show: false }, spanGaps: true },
      { stroke: ink, width: 1, dash: [1, 3], points: { show: false }, spanGaps: true },
      { stroke: ink, width: 1, dash: [1, 3], points: { show: false }, spanGaps: true },
      { stroke: ink, width: 2, dash: [2, 4], points: { show: false }, spanGaps: true },
    ],
    bands: [
      { series: [UPPER, EXPECTED], fill: `${link}33` },
      { series: [AHEAD_HIGH, AHEAD_LOW], fill: hatch(`${ink}66`) },
    ],
    hooks: {
      drawClear: [drawn.bands],
      draw: [
        ...(alarm === null
          ? []
          : [(chart: uPlot) => drawAlarm(chart, alarm.at, alarm.label, ink, font)]),
        drawn.words,
      ],
      setCursor: [(chart) => onCursor(chart.cursor.idx ?? null)],
    },
  };
}

/** The alarm as a mark with its time. */
function drawAlarm(chart: uPlot, at: number, label: string, ink: string, font: string): void {
  const { min, max } = chart.scales['x'] ?? {};
  if (min == null || max == null || at < min || at > max) return;
  const { ctx, bbox } = chart;
  const x = Math.round(chart.valToPos(at, 'x', true));
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  const size = 5 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x - size, bbox.top - size);
  ctx.lineTo(x + size, bbox.top - size);
  ctx.lineTo(x, bbox.top + size / 2);
  ctx.fill();
  ctx.font = font.replace('13px', `${13 * devicePixelRatio}px`);
  const isRight = x > bbox.left + bbox.width * 0.75;
  ctx.textAlign = isRight ? 'right' : 'left';
  ctx.fillText(label, x + (isRight ? -2 : 2) * size, bbox.top - size / 2);
  ctx.restore();
}
