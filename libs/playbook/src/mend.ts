import type { Finding, Path } from './finding.js';

/** Stands where a text is missing. */
export const UNKNOWN_TEXT = '…';

/**
 * Puts something harmless where the schema found a small mistake, so that the rest can be looked at
 * too and people see all mistakes at once. What comes of it is never used as a playbook.
 */
export function mend(data: unknown, findings: readonly Finding[]): unknown {
  const mended = copyOf(data);
  for (const { code, at, params } of findings) {
    switch (code) {
      case 'unknown-key':
      case 'unquoted-comma':
        change(mended, at.path, undefined);
        break;
      case 'missing-language':
        change(mended, at.path, UNKNOWN_TEXT);
        break;
      case 'text-in-one-language':
        change(mended, at.path, { de: UNKNOWN_TEXT, en: UNKNOWN_TEXT });
        break;
      case 'missing-key':
        if (TEXT_KEYS.has(String(params['key']))) {
          change(mended, at.path, { de: UNKNOWN_TEXT, en: UNKNOWN_TEXT });
        }
        break;
      case 'unknown-role':
        change(mended, at.path, 'lead');
        break;
      case 'version-not-number':
        change(mended, at.path, 1);
        break;
      case 'bad-date':
        change(mended, at.path, '9999-01-01');
        break;
      default: // Left as it is: then only what the schema said is told.
    }
  }
  return mended;
}

const TEXT_KEYS = new Set(['title', 'summary', 'why', 'how', 'body', 'label', 'reason', 'note']);

function change(data: unknown, path: Path, value: unknown): void {
  let holder = data;
  for (const step of path.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return;
    holder = (holder as Record<string | number, unknown>)[step];
  }
  const last = path.at(-1);
  if (typeof holder !== 'object' || holder === null || last === undefined) return;
  const record = holder as Record<string | number, unknown>;
  if (value === undefined) delete record[last];
  else record[last] = value;
}

/** What was read from YAML is plain data; `structuredClone` is no part of the language, and this runs anywhere. */
function copyOf(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(copyOf);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, copyOf(value)]));
}
