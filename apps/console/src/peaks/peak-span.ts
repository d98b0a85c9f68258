import type { EvidencePeak } from '@sturmwarte/domain';
import type { ChartSpan } from '../ui/draw-spans.js';

/** A planned peak on a curve. */
export function peakSpan(
  { from, until }: Pick<EvidencePeak, 'from' | 'until'>,
  word: string,
  colour: string,
): ChartSpan {
  const [begin, end] = [Date.parse(from) / 1_000, Date.parse(until) / 1_000];
  return { from: begin, to: end, word, colour, fill: 0.14, dash: 5 };
}
