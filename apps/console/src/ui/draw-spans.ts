import type uPlot from 'uplot';
import { placeWords } from './place-words.js';

const FONT_SIZE = 12;
const FIRST_ROW = 16;
const ROW_HEIGHT = 15;
const ROWS = 4;

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

/** Bands behind a curve; words that would cover each other stand one below the other. */
export function drawSpans(chart: uPlot, spans: readonly ChartSpan[], ink: string): void {
  const { ctx, bbox } = chart;
  const { min, max } = chart.scales['x'] ?? {};
  if (min == null || max == null) return;
  const ratio = devicePixelRatio;
  const place = (at: number): number => chart.valToPos(Math.min(max, Math.max(min, at)), 'x', true);
  ctx.save();
  ctx.font = `${FONT_SIZE * ratio}px 'Source Sans 3', sans-serif`;
  ctx.lineWidth = ratio;
  const words = spans
    .filter(({ from, to }) => to >= min && from <= max)
    .map(({ from, to, word, colour, fill, dash }) => {
      const left = place(from);
      const width = Math.max(3 * ratio, place(to) - left);
      ctx.globalAlpha = fill;
      ctx.fillStyle = colour;
      ctx.fillRect(left, bbox.top, width, bbox.height);
      ctx.globalAlpha = 1;
      ctx.strokeStyle = colour;
      ctx.setLineDash([dash * ratio, dash * ratio].filter(Boolean));
      ctx.strokeRect(left, bbox.top, width, bbox.height);
      const length = ctx.measureText(word).width;
      const after = left + width + 3 * ratio;
      const end = bbox.left + bbox.width;
      // To the right of its band, else to the left; a word longer than both begins at the edge.
      const before = Math.max(bbox.left + 2 * ratio, left - length - 3 * ratio);
      return { word, left: after + length <= end ? after : before, width: length };
    });
  ctx.fillStyle = ink;
  ctx.textAlign = 'left';
  placeWords(words, ROWS, 6 * ratio).forEach((row, index) => {
    const one = words[index];
    if (row === null || one === undefined) return;
    ctx.fillText(one.word, one.left, bbox.top + (FIRST_ROW + row * ROW_HEIGHT) * ratio);
  });
  ctx.restore();
}
