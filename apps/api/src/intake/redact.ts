const KEEP_CHARS = 60;
const SAMPLE_CHARS = 400;
/** Fields that tell what was wrong and nothing about a person. */
const PLAIN = new Set([
  'op',
  'externalId',
  'version',
  'kind',
  'channel',
  'outletTier',
  'lang',
  'publishedAt',
  'observedAt',
  'rating',
]);

/** A rejected line as people may see it: its shape, technical values, and for everything else only its size. */
export function redactInput(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null) return sizeOf(raw);
  const entries = Object.entries(raw)
    .slice(0, 30)
    .map(([key, value]): [string, unknown] => [key.slice(0, 40), shown(key, value)]);
  return JSON.stringify(Object.fromEntries(entries)).slice(0, SAMPLE_CHARS);
}

/** A line that could not even be read: letters and digits are blanked, so that only its punctuation is left. */
export function redactText(text: string): string {
  return text.slice(0, 120).replace(/\p{L}/gu, 'a').replace(/\p{N}/gu, '0').replace(/\p{C}/gu, '?');
}

function shown(key: string, value: unknown): unknown {
  const plain = typeof value === 'string' || typeof value === 'number';
  if (PLAIN.has(key) && plain) return String(value).slice(0, KEEP_CHARS);
  return sizeOf(value);
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return `(${value.length} characters)`;
  if (Array.isArray(value)) return `(list of ${value.length})`;
  return value === null ? '(null)' : `(${typeof value})`;
}
