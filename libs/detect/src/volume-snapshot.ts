import { VolumeWatch } from './volume-watch.js';

/** What a volume watch remembers. Numbers that are null stand for "none yet". */
export interface VolumeSnapshot {
  readonly numbers: readonly (number | null)[];
  readonly shape: readonly number[];
  readonly shapeSeen: readonly number[];
}

export function volumeSnapshot(watch: VolumeWatch): VolumeSnapshot {
  const { peak, highest } = watch;
  return {
    numbers: [
      ...[watch.bins, watch.mentions, watch.gatheredMinutes, watch.gathered, watch.level],
      ...[watch.smoothed, watch.blocks, watch.location, watch.scale, watch.score],
      ...[Number.isFinite(peak) ? peak : null, Number.isFinite(highest) ? highest : null],
    ],
    shape: [...watch.shape],
    shapeSeen: [...watch.shapeSeen],
  };
}

export function volumeWatch({ numbers, shape, shapeSeen }: VolumeSnapshot): VolumeWatch {
  const [bins, mentions, gatheredMinutes, gathered, level, smoothed, ...rest] = numbers;
  const [blocks, location, scale, score = null, peak, highest] = rest;
  const watch = Object.assign(new VolumeWatch(), {
    ...{ bins, mentions, gatheredMinutes, gathered, level, smoothed, blocks, location, scale },
    ...{ score, peak: peak ?? -Infinity, highest: highest ?? -Infinity },
  });
  watch.shape.set(shape);
  watch.shapeSeen.set(shapeSeen);
  return watch;
}
