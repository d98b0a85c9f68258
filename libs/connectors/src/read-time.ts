const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/;
const EARLIEST_MS = Date.UTC(1970, 0, 1);

export interface ReadTime {
  readonly ms: number;
  /** ISO 8601 in UTC. */
  readonly iso: string;
}

/** A moment with its zone, as sources write it; null for anything else, for a date that does not exist, before 1970. */
export function readTime(raw: string): ReadTime | null {
  if (raw.length > 40 || !ISO.test(raw)) return null;
  const ms = Date.parse(raw);
  if (Number.isNaN(ms) || ms < EARLIEST_MS) return null;
  return { ms, iso: CANONICAL.test(raw) ? raw : new Date(ms).toISOString() };
}
