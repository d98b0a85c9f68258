import type uPlot from 'uplot';
import { fitWord } from './fit-word.js';
import { placeWords } from './place-words.js';

const FONT_SIZE = 12;
const FIRST_ROW = 16;
const ROW_HEIGHT = 15;
const ROWS = 4;
/** Of the chart's width; what is cut stands whole below it. */
const WIDEST = 0.6;

/** A stretch of time shown as a band with its word. Times in epoch seconds. */
export interface ChartSpan {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly colour: string;
  /** How densely it is filled, 0 to 1. */
  readonly fill: number;
  /** Outlined with dashes of this length; 0: solid. */
  readonly dash: number;
}

/** Bands of time; words that would cover each other stand one below the other. */
export interface DrawnSpans {
  /** Behind the curve. */
  readonly bands: (chart: uPlot) => void;
  /** Before it, with a rim in the colour of the ground: no line cuts through them. */
  readonly words: (chart: uPlot) => void;
}

export function drawSpans(
  spans: readonly ChartSpan[],
  { ink, ground }: { readonly ink: string; readonly ground: string },
): DrawnSpans {
  return {
    bands: (chart) => drawBands(chart, spans),
    words: (chart) => drawWords(chart, spans, ink, ground),
  };
}

/** Those within the time shown, with their place on the canvas. */
function placed(chart: uPlot, spans: readonly ChartSpan[]) {
  const { min, max } = chart.scales['x'] ?? {};
  if (min == null || max == null) return [];
  const place = (at: number): number => chart.valToPos(Math.min(max, Math.max(min, at)), 'x', true);
  return spans
    .filter(({ from, to }) => to >= min && from <= max)
    .map((span) => {
      const left = place(span.from);
      return { ...span, left, width: Math.max(3 * devicePixelRatio, place(span.to) - left) };
    });
}

function drawBands(chart: uPlot, spans: readonly ChartSpan[]): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.lineWidth = ratio;
  for (const { left, width, colour, fill, dash } of placed(chart, spans)) {
    ctx.globalAlpha = fill;
    ctx.fillStyle = colour;
    ctx.fillRect(left, bbox.top, width, bbox.height);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = colour;
    ctx.setLineDash([dash * ratio, dash * ratio].filter(Boolean));
    ctx.strokeRect(left, bbox.top, width, bbox.height);
  }
  ctx.restore();
}

function drawWords(chart: uPlot, spans: readonly ChartSpan[], ink: string, ground: string): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.font = `${FONT_SIZE * ratio}px 'Source Sans 3', sans-serif`;
  const lengthOf = (text: string): number => ctx.measureText(text).width;
  const words = placed(chart, spans).map(({ word: whole, left, width }) => {
    const word = fitWord(whole, WIDEST * bbox.width, lengthOf);
    const length = lengthOf(word);
    const after = left + width + 3 * ratio;
    const end = bbox.left + bbox.width;
    // To the right of its band, else to the left; a word longer than both begins at the edge.
    const before = Math.max(bbox.left + 2 * ratio, left - length - 3 * ratio);
    return { word, left: after + length <= end ? after : before, width: length };
  });
  ctx.fillStyle = ink;
  ctx.strokeStyle = ground;
  ctx.lineWidth = 4 * ratio;
  ctx.lineJoin = 'round';
  ctx.textAlign = 'left';
  placeWords(words, ROWS, 6 * ratio).forEach((row, index) => {
    const one = words[index];
    if (row === null || one === undefined) return;
    const y = bbox.top + (FIRST_ROW + row * ROW_HEIGHT) * ratio;
    ctx.strokeText(one.word, one.left, y);
    ctx.fillText(one.word, one.left, y);
  });
  ctx.restore();
}
