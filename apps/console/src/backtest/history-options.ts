import type { Backtest, BacktestLabel, BacktestRun } from '@sturmwarte/contracts';
import type { Format } from '@sturmwarte/i18n';
import uPlot from 'uplot';
import { peakSpan } from '../peaks/peak-span.js';
import { drawSpans, type ChartSpan } from '../ui/draw-spans.js';
import { letterSides } from '../ui/letter-sides.js';

const FONT = `13px 'Source Sans 3', sans-serif`;
/** Where the alarms of A and of B stand above the curve, from its top. */
const ROWS = [30, 12] as const;
/** What a letter beside its mark needs up to the next. */
const LETTER_ROOM = 22;

export interface HistoryWords {
  readonly storm: string;
  readonly nothing: string;
  readonly peak: (title: string) => string;
}

/** How uPlot draws stored weeks: the curve, what people said as bands below it, the alarms as marks above it. */
export function historyOptions({
  width,
  height,
  labels,
  peaks,
  runs,
  words,
  format,
  hasOther,
  onCursor,
  onSelect,
}: {
  width: number;
  height: number;
  labels: readonly BacktestLabel[];
  peaks: Backtest['peaks'];
  runs: readonly BacktestRun[];
  words: HistoryWords;
  format: Format;
  /** A second curve: what another query would have counted. */
  hasOther: boolean;
  onCursor: (index: number | null) => void;
  /** Epoch seconds. */
  onSelect: (from: number, to: number) => void;
}): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--sw-${name}`).trim();
  const [ink, dim, line] = [colour('ink'), colour('dim'), colour('line')];
  const axis = {
    stroke: dim,
    font: FONT,
    grid: { stroke: line, width: 1 },
    ticks: { show: false },
  };
  const spans = drawSpans(
    [
      ...peaks.map((peak) => peakSpan(peak, words.peak(peak.title), colour('link'))),
      ...labels.map((label) => spanOf(label, words, colour)),
    ],
    { ink, ground: colour('panel') },
  );
  return {
    width,
    height,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), format.zone),
    legend: { show: false },
    padding: [42, 8, 0, 0],
    cursor: {
      y: false,
      points: { size: 7, fill: ink, stroke: ink },
      drag: { x: true, y: false, setScale: false },
    },
    scales: { y: { range: (_chart, _min, max) => [0, Math.max(4, max * 1.1)] } },
    axes: [
      {
        ...axis,
        values: (_chart, ticks) => ticks.map((at) => format.dayMonth(at * 1_000)),
        incrs: [1, 2, 7, 14].map((days) => days * 86_400),
        space: 64,
        size: 30,
      },
      { ...axis, size: 48, values: (_chart, ticks) => ticks.map((value) => format.decimal(value)) },
    ],
    series: [
      {},
      { stroke: ink, width: 1.5, points: { show: false } },
      ...(hasOther ? [{ stroke: dim, width: 1.5, dash: [5, 4], points: { show: false } }] : []),
    ],
    hooks: {
      drawClear: [spans.bands],
      draw: [
        (chart) =>
          runs.forEach((run, index) => drawAlarms(chart, run, index === 0 ? 'A' : 'B', ink)),
        spans.words,
      ],
      setCursor: [(chart) => onCursor(chart.cursor.idx ?? null)],
      setSelect: [
        (chart) => {
          const { left, width: wide } = chart.select;
          if (wide > 0) onSelect(chart.posToVal(left, 'x'), chart.posToVal(left + wide, 'x'));
        },
      ],
    },
  };
}

/** A stretch people judged, storms filled, nothing only outlined with dashes. */
function spanOf(
  { kind, from, to }: BacktestLabel,
  words: HistoryWords,
  colour: (name: string) => string,
): ChartSpan {
  const isStorm = kind === 'storm';
  return {
    ...{ from: Date.parse(from) / 1_000, to: Date.parse(to) / 1_000 },
    word: isStorm ? words.storm : words.nothing,
    colour: isStorm ? colour('warn') : colour('dim'),
    ...(isStorm ? { fill: 0.28, dash: 0 } : { fill: 0.16, dash: 3 }),
  };
}

/** An upright triangle for A, a diamond for B, each with its letter and a line down into the curve. */
function drawAlarms(chart: uPlot, run: BacktestRun, name: 'A' | 'B', ink: string): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  const y = bbox.top - (ROWS[name === 'A' ? 0 : 1] ?? 0) * ratio;
  const size = 5 * ratio;
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = ratio;
  ctx.font = FONT.replace('13px', `${11 * ratio}px`);
  const places = run.alarms
    .map(({ at }) => placeOf(chart, Date.parse(at) / 1_000))
    .filter((place) => place !== null)
    .sort((one, other) => one - other);
  const sides = letterSides(places, LETTER_ROOM * ratio, bbox.left + bbox.width);
  places.forEach((x, index) => {
    ctx.globalAlpha = 0.5;
    ctx.setLineDash(name === 'A' ? [] : [2 * ratio, 3 * ratio]);
    ctx.beginPath();
    ctx.moveTo(x, y + size);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(x, y - size);
    ctx.lineTo(x + size, name === 'A' ? y + size : y);
    ctx.lineTo(name === 'A' ? x - size : x, y + size);
    if (name === 'B') ctx.lineTo(x - size, y);
    ctx.closePath();
    ctx.fill();
    const side = sides[index] ?? null;
    // Its shape says it, too.
    if (side === null) return;
    ctx.textAlign = side === 'left' ? 'right' : 'left';
    ctx.fillText(name, x + (side === 'left' ? -1.6 : 1.6) * size, y + 0.8 * size);
  });
  ctx.restore();
}

function placeOf(chart: uPlot, seconds: number): number | null {
  const { min, max } = chart.scales['x'] ?? {};
  if (min == null || max == null || seconds < min || seconds > max) return null;
  return Math.round(chart.valToPos(seconds, 'x', true));
}
