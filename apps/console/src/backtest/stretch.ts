/** A stretch of time about to be judged, ISO. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Both ends to the whole minute, in order. */
export function stretchOf(oneMs: number, otherMs: number): Stretch {
  const minute = (ms: number): string => new Date(Math.round(ms / 60_000) * 60_000).toISOString();
  return { from: minute(Math.min(oneMs, otherMs)), to: minute(Math.max(oneMs, otherMs)) };
}
