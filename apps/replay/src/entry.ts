import type { DeletionInput, MentionInput } from '@sturmwarte/contracts';

/** One line of a recording. `atMs`: when it was witnessed, milliseconds since the epoch. */
export interface Entry {
  readonly atMs: number;
  /** Line in its file, counted from 1. */
  readonly line: number;
  readonly body: MentionInput | DeletionInput;
}

/** A line that cannot be played, told apart from what the server rejects. */
export interface Unplayable {
  readonly line: number;
  readonly reason: 'bad-json' | 'no-time' | 'bad-csv';
}

export type Read = { readonly entry: Entry } | { readonly unplayable: Unplayable };

/**
 * Gives a raw line its moment. What the platform witnessed counts; a recording that only knows when something was
 * published is taken to have been witnessed then, or the server would date it by its own clock.
 */
export function toEntry(raw: unknown, line: number): Read {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { unplayable: { line, reason: 'bad-json' } };
  }
  const body = raw as Partial<MentionInput>;
  const at = body.observedAt ?? body.publishedAt ?? (raw as { at?: string }).at;
  const atMs = typeof at === 'string' ? Date.parse(at) : NaN;
  if (Number.isNaN(atMs)) return { unplayable: { line, reason: 'no-time' } };
  const observedAt = body.observedAt ?? at;
  return {
    entry: { atMs, line, body: { ...(raw as MentionInput), observedAt: observedAt as string } },
  };
}
