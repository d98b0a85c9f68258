import { TONE_KINDS } from './heard-memory.js';
import { packWhole, unpackWhole } from './packed-numbers.js';
import type { PraiseWatch } from './praise.js';
import { TONE } from './heard-kinds.js';
import { RING_MINUTES } from './topic-memory.js';
import type { ToneSketch } from './tone.js';
import type { TopicState } from './topic-state.js';

export interface ToneSnapshot {
  readonly last: number;
  readonly counts: string;
  readonly praise: readonly number[];
}

export function toneSnapshot({ last, counts }: ToneSketch, praise: PraiseWatch): ToneSnapshot {
  const { minutes, rate, share, loudest, pending, since } = praise;
  return {
    last,
    counts: packWhole(counts),
    praise: [minutes, rate, share, loudest, pending, since],
  };
}

export function restoreTones(topic: TopicState, from: ToneSnapshot): void {
  const counts = new Int32Array(RING_MINUTES * TONE_KINDS);
  unpackWhole(from.counts, counts);
  topic.begin(TONE).tone.takeOver(from.last, counts);
  const [minutes = 0, rate = 0, share = 0, loudest = 0, pending = 0, since = -1] = from.praise;
  Object.assign(topic.praise, { minutes, rate, share, loudest, pending, since });
}
