/** Time on the wall of a zone, as a field of type `datetime-local` has it: `2026-11-22T14:00`. */
export function wallTime(iso: string, zone: string): string {
  return partsIn(Date.parse(iso), zone);
}

/** The instant of a wall time, ISO in UTC; null for what is no time. An hour skipped in spring reads as the next. */
export function instantOf(wall: string, zone: string): string | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  // The zone's offset is asked at the guess, then at the corrected guess: enough on either side of a change.
  let ms = asUtc;
  for (let round = 0; round < 2; round += 1) {
    ms = asUtc - (Date.parse(`${partsIn(ms, zone)}Z`) - floorMinute(ms));
  }
  return new Date(ms).toISOString();
}

function partsIn(ms: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(ms);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

function floorMinute(ms: number): number {
  return Math.floor(ms / 60_000) * 60_000;
}
