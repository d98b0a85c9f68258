import type { TextLanguage } from '../language.js';

/** Where the house's clocks stand unless told otherwise. */
export const HOUSE_ZONE = 'Europe/Berlin';

const LOCALE: Record<TextLanguage, string> = { de: 'de-DE', en: 'en-GB' };
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes numbers and times for one reader. Instants are ISO strings or epoch milliseconds. */
export interface Format {
  readonly language: TextLanguage;
  readonly zone: string;
  /** 14,485 or 14.485. */
  readonly integer: (value: number) => string;
  /** At most this many decimals, default 1. */
  readonly decimal: (value: number, digits?: number) => string;
  /** Comparison to the usual: one decimal below 100, none above. */
  readonly ratio: (value: number) => string;
  /** From a fraction of 0 to 1. */
  readonly percent: (fraction: number) => string;
  /** 14:17 */
  readonly time: (at: string | number) => string;
  /** 14:17:05 */
  readonly seconds: (at: string | number) => string;
  /** Time alone on the same day as `now`, else with weekday and date. */
  readonly moment: (at: string | number, now: number) => string;
  /** Sun 22 Nov, 14:17 */
  readonly dateTime: (at: string | number) => string;
  /** 22 November 2026 */
  readonly date: (at: string | number) => string;
  /** 22 Nov */
  readonly dayMonth: (at: string | number) => string;
  /** How long ago, in one unit: 3 s, 12 min, 5 h, 3 d. */
  readonly age: (ms: number) => string;
  /** A running clock: 02:10 min, 1:23 h, 2 d 3 h. */
  readonly clock: (ms: number) => string;
}

export function createFormat(language: TextLanguage, zone: string = HOUSE_ZONE): Format {
  const locale = LOCALE[language];
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const time = dates(locale, zone, { hour: '2-digit', minute: '2-digit' });
  const seconds = dates(locale, zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const dateTime = dates(locale, zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const date = dates(locale, zone, { day: 'numeric', month: 'long', year: 'numeric' });
  const dayMonth = dates(locale, zone, { day: 'numeric', month: 'short' });
  const day = dates('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' });
  const decimal = (value: number, digits = 1): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return {
    language,
    zone,
    integer: (value) => integer.format(value),
    decimal,
    ratio: (value) => decimal(value, Math.abs(value) < 99.95 ? 1 : 0),
    percent: (fraction) => percent.format(fraction),
    time: (at) => time(at),
    seconds: (at) => seconds(at),
    moment: (at, now) => (day(at) === day(now) ? time(at) : dateTime(at)),
    dateTime: (at) => dateTime(at),
    date: (at) => date(at),
    dayMonth: (at) => dayMonth(at),
    age: ageText,
    clock: clockText,
  };
}

function dates(
  locale: string,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): (at: string | number) => string {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: 'h23' });
  return (at) => format.format(new Date(at));
}

function ageText(ms: number): string {
  const past = Math.max(0, ms);
  if (past < MINUTE) return `${Math.floor(past / SECOND)} s`;
  if (past < HOUR) return `${Math.floor(past / MINUTE)} min`;
  if (past < 2 * DAY) return `${Math.floor(past / HOUR)} h`;
  return `${Math.floor(past / DAY)} d`;
}

function clockText(ms: number): string {
  const past = Math.max(0, ms);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  if (past < HOUR) return `${two(past / MINUTE)}:${two((past % MINUTE) / SECOND)} min`;
  if (past < DAY) return `${Math.floor(past / HOUR)}:${two((past % HOUR) / MINUTE)} h`;
  return `${Math.floor(past / DAY)} d ${Math.floor((past % DAY) / HOUR)} h`;
}
