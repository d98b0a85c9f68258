import { packWhole, unpackWhole } from './packed-numbers.js';
import { ToneSketch } from './tone.js';

export interface ToneSnapshot {
  readonly last: number;
  readonly counts: string;
}

export function toneSnapshot({ last, counts }: ToneSketch): ToneSnapshot {
  return { last, counts: packWhole(counts) };
}

export function toneSketch({ last, counts }: ToneSnapshot): ToneSketch {
  const sketch = Object.assign(new ToneSketch(), { last });
  unpackWhole(counts, sketch.counts);
  return sketch;
}
