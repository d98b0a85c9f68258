/** A topic knows neither its level nor its day at first; a week later it does. */
const YOUTH_HOURS = 168;
/**
 * What a young topic must fear is one loud robot or one headline, copied. So many critics who post about once each are
 * neither: where they are known, their number vouches for what the record cannot say yet.
 */
const CROWD = 8;
const LONE_VOICES = 0.25;
const OWN_VOICES = 0.5;

export interface Crowd {
  /** Distinct critics of the last hour, and its negatives. */
  readonly critics: number;
  readonly negatives: number;
}

/** How much is still unknown of a topic: 1 at first, 0 after a week, or where a crowd vouches. `crowd`: null where authors are not known. */
export function youthOf(hours: number, crowd: Crowd | null): number {
  const young = Math.max(0, 1 - hours / YOUTH_HOURS);
  if (young === 0 || crowd === null || crowd.critics < CROWD) return young;
  const voices = crowd.critics / Math.max(crowd.negatives, 1);
  const vouched = (voices - LONE_VOICES) / (OWN_VOICES - LONE_VOICES);
  return young * (1 - Math.max(0, Math.min(1, vouched)));
}
