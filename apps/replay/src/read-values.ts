import { UsageError } from './usage-error.js';

const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** `90s`, `2m`, `1.5h` in milliseconds. */
export function readDuration(option: string, text: string): number {
  const found = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text);
  const ms = Number(found?.[1]) * (UNITS[found?.[2] ?? ''] ?? NaN);
  if (!(ms > 0)) throw new UsageError(`${option} ${text} is no duration such as 60s, 5m or 1h.`);
  return ms;
}

export function readSpeed(option: string, text: string): number {
  const factor = Number(text);
  if (!(factor > 0 && Number.isFinite(factor))) {
    throw new UsageError(`${option} ${text} is no number above 0, such as 360.`);
  }
  return factor;
}

/** An ISO 8601 moment in milliseconds; without a zone it is UTC. */
export function readTime(option: string, text: string): number {
  const zoned = /([zZ]|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const ms = /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? Date.parse(zoned) : NaN;
  if (Number.isNaN(ms)) {
    throw new UsageError(`${option} ${text} is no time such as 2015-02-22T18:00:00Z.`);
  }
  return ms;
}

/** Midnight UTC of a date. */
export function readDay(option: string, text: string): number {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(ms)) throw new UsageError(`${option} ${text} is no date such as 2026-09-15.`);
  return ms;
}
