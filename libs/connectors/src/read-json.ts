import { isUtf8 } from 'node:buffer';
import { INTAKE_LIMITS } from '@sturmwarte/contracts';
import { refusal, type Refusal } from './refusal.js';
import type { TextLine } from './line-splitter.js';

export interface JsonItems {
  readonly ok: true;
  /** What the body holds, not looked at yet. */
  readonly items: unknown[];
  /** One object instead of an array. */
  readonly single: boolean;
}

/** A whole JSON body: one object, or an array of them. */
export function readJsonBody(body: Buffer): JsonItems | Refusal {
  if (!isUtf8(body)) return refusal('bad-utf8');
  const start = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8', start));
  } catch (error) {
    return refusal('bad-json', { detail: problemOf(error) });
  }
  if (!Array.isArray(value)) return { ok: true, items: [value], single: true };
  if (value.length > INTAKE_LIMITS.arrayItems) {
    return refusal('too-many-items', { max: INTAKE_LIMITS.arrayItems, found: value.length });
  }
  return { ok: true, items: value as unknown[], single: false };
}

/** One line of an NDJSON stream. */
export function readJsonLine({
  text,
  open,
}: TextLine): { readonly ok: true; readonly raw: unknown } | Refusal {
  try {
    return { ok: true, raw: JSON.parse(text) as unknown };
  } catch (error) {
    return open ? refusal('stream-truncated') : refusal('bad-json', { detail: problemOf(error) });
  }
}

/** Where it stopped making sense; the message itself may quote what people wrote. */
function problemOf(error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? 'incomplete' : `position ${position}`;
}
