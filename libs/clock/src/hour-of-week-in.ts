const HOUR_MINUTES = 60;
/** Zones change their offset on quarter hours at the earliest. */
const QUARTER_MINUTES = 15;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Quarter hours remembered before starting afresh: about three years. */
const REMEMBERED = 105_000;

/**
 * Minute since the epoch -> hour of the week (0 is Monday 00:00) where people live by the zone's clock, daylight
 * saving included: crowds follow the clock on the wall, not UTC. `zone` is an IANA name; an unknown one throws.
 */
export function hourOfWeekIn(zone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, number>();
  return (minute) => {
    const quarter = Math.floor(minute / QUARTER_MINUTES);
    let hour = known.get(quarter);
    if (hour === undefined) {
      hour = read(format, quarter * QUARTER_MINUTES);
      if (known.size >= REMEMBERED) known.clear();
      known.set(quarter, hour);
    }
    return hour;
  };
}

function read(format: Intl.DateTimeFormat, minute: number): number {
  const parts = format.formatToParts(minute * HOUR_MINUTES * 1_000);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return DAYS.indexOf(part('weekday')) * 24 + Number(part('hour'));
}
