import type { Entry } from '../entry.js';

/** The lines of a recording that `npm run replay -- --file` and every intake can read. */
export function* toNdjson(entries: Iterable<Entry>): Generator<string> {
  for (const { body } of entries) yield `${JSON.stringify(body)}\n`;
}
