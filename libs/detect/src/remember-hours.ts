import type { HourOfWeek } from './hour-of-week.js';

const MINUTES = 256;

/** The same answers, remembered for the last minutes asked for: thousands of topics ask for the same two. */
export function rememberHours(hourOfWeek: HourOfWeek): HourOfWeek {
  const minutes = new Float64Array(MINUTES).fill(-1);
  const hours = new Uint8Array(MINUTES);
  return (minute) => {
    const slot = minute & (MINUTES - 1);
    if (minutes[slot] !== minute) {
      hours[slot] = hourOfWeek(minute);
      minutes[slot] = minute;
    }
    return hours[slot] ?? 0;
  };
}
