/** What a failed commit means for its batch. */
export type CommitFailure =
  /** A key was there already: ask about every key. */
  | 'known-key'
  /** Two transactions crossed: the same again. */
  | 'crossed'
  /** A day without a partition. */
  | 'no-partition'
  /** The database is away or full; whether the commit happened is unknown. */
  | 'outage'
  /** Something in the batch itself. */
  | 'bad-data';

const CROSSED = new Set(['40P01', '40001', '55P03']);

export function commitFailure(error: unknown): CommitFailure {
  const { code, table, message } = error as { code?: unknown; table?: string; message?: string };
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return 'outage';
  if (code === '23505' && table === 'mention_key') return 'known-key';
  if (CROSSED.has(code)) return 'crossed';
  if (code === '23514' && /no partition/.test(message ?? '')) return 'no-partition';
  return /^(2[0-3]|42|P0|0A)/.test(code) ? 'bad-data' : 'outage';
}
