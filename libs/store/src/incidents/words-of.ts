import type { IncidentEvent } from '@sturmwarte/domain';

/** Fields of events that name things rather than say something. */
const SILENT = new Set([
  'type',
  'hash',
  'mediaType',
  'code',
  'how',
  'standing',
  'kind',
  'stage',
  'id',
]);

/** The words of an event, for the search over decisions and notes: every text in it. */
export function wordsOf(event: IncidentEvent): string {
  const words: string[] = [];
  const take = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!SILENT.has(key)) words.push(value);
    } else if (Array.isArray(value)) {
      for (const one of value) take(one, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) take(one, name);
    }
  };
  take(event, '');
  return words.join(' ');
}
