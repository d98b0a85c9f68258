import Holidays from 'date-holidays';
import type { LegalCalendar } from '../legal/legal-calendar.js';

/** All countries' data is large, so this part stands behind a door of its own: only the server opens it. */
const REGION = /^([A-Z]{2})(?:-([A-Z0-9]{1,3}))?(?:-([A-Z0-9]{1,6}))?$/;

/**
 * Public holidays of a country (DE), a state of it (DE-BY) or a part of that (DE-BY-KATH), in the days of `zone`.
 * Only days that are free by law count: neither Christmas Eve nor anything banks alone keep. An unknown region throws.
 */
export function holidayCalendar(region: string, zone: string): LegalCalendar {
  const [country, state, part] = partsOf(region);
  const holidays = new Holidays();
  if (part !== undefined) holidays.init(country, state, part);
  else if (state !== undefined) holidays.init(country, state);
  else holidays.init(country);
  const years = new Map<string, ReadonlySet<string>>();
  return {
    zone,
    isHoliday: (date) => {
      const year = date.slice(0, 4);
      let days = years.get(year);
      if (days === undefined) {
        days = publicHolidays(holidays, Number(year));
        years.set(year, days);
      }
      return days.has(date);
    },
  };
}

export function isHolidayRegion(region: string): boolean {
  try {
    partsOf(region);
    return true;
  } catch (problem) {
    if (problem instanceof RangeError) return false;
    throw problem;
  }
}

/** The library takes what it does not know in silence, and then knows too few holidays: so we ask first. */
function partsOf(region: string): [string, string | undefined, string | undefined] {
  const [, country = '', state, part] = REGION.exec(region) ?? [];
  const known = new Holidays();
  const found =
    Object.hasOwn(known.getCountries(), country) &&
    (state === undefined || knows(known.getStates(country), state)) &&
    (part === undefined || knows(known.getRegions(country, state ?? ''), part));
  if (!found) throw new RangeError(`no holidays are known for "${region}"`);
  return [country, state, part];
}

function knows(names: Record<string, string> | undefined, code: string): boolean {
  return names !== undefined && Object.hasOwn(names, code);
}

/** The day is read from its text: the library's instants depend on the zone of the country. */
function publicHolidays(holidays: Holidays, year: number): ReadonlySet<string> {
  return new Set(
    holidays
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10)),
  );
}
