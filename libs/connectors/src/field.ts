import { cleanText } from '@sturmwarte/text';
import { refuse } from './refusal.js';

/** Letters, digits, signs and simple emoji that cleaning leaves as they are: nearly every text of western languages. */
const ALREADY_CLEAN =
  /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\ufe0f]*(?:[\ud83c-\ud83e][\udc00-\udfff][\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\ufe0f]*)*$/;

/** Shown to people and stored: no character that a database refuses. */
const SAMPLE_CHARS = 40;

/** Plain text, cleaned; undefined when absent, null or empty. Refuses other types and more than `max` characters. */
export function textField(
  raw: unknown,
  field: string,
  max: number,
  tooLong: 'field-invalid' | 'text-too-long' = 'field-invalid',
): string | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== 'string') return refuse('field-invalid', { field, wanted: 'text' });
  const clean = cleaned(raw, max);
  if (clean === null) return refuse(tooLong, { field, max });
  return clean === '' ? undefined : clean;
}

/** A name from outside (id, key): cleaned, on one line, without blanks around it. */
export function idField(raw: unknown, field: string, max: number): string | undefined {
  const value = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw;
  const text = textField(value, field, max);
  if (text === undefined) return undefined;
  const line = text.includes('\n') ? text.replaceAll('\n', ' ') : text;
  return line.trim() || undefined;
}

/** A whole number from 0; larger ones than `max` are cut to it. */
export function countField(raw: unknown, field: string, max: number): number | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== 'number' || !Number.isFinite(raw) || raw < 0) {
    return refuse('field-invalid', { field, wanted: 'a number of 0 or more' });
  }
  return Math.min(Math.round(raw), max);
}

export function choiceField<T extends string>(
  raw: unknown,
  field: string,
  choices: ReadonlySet<T>,
): T | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  if (typeof raw !== 'string' || !choices.has(raw as T)) {
    const sample = typeof raw === 'string' ? cleanText(raw, SAMPLE_CHARS) : typeof raw;
    return refuse('field-invalid', { field, wanted: [...choices].join(', '), found: sample });
  }
  return raw as T;
}

export function objectField(raw: unknown, field: string): Record<string, unknown> | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    return refuse('field-invalid', { field, wanted: 'an object' });
  }
  return raw as Record<string, unknown>;
}

/** Null when it is longer than `max` after cleaning. */
function cleaned(raw: string, max: number): string | null {
  const clean = ALREADY_CLEAN.test(raw) ? raw : cleanText(raw, max + 1);
  const trimmed = clean.trim();
  if (trimmed.length <= max) return trimmed;
  return codePoints(trimmed) > max ? null : trimmed;
}

function codePoints(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdbff) pairs++;
  }
  return text.length - pairs;
}
