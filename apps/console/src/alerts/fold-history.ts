import type { AlertDetail } from '@sturmwarte/contracts';

export interface HistoryEntry {
  readonly seq: number;
  readonly event: AlertDetail['history'][number];
  /** How many like it stand in this one line. */
  readonly times: number;
}

/** Newest first; evidence refreshed again and again between two real events is one line with a count. */
export function foldHistory(history: AlertDetail['history']): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const event of [...history].sort((a, b) => b.seq - a.seq)) {
    const last = entries.at(-1);
    const isMore = event.type === 'evidence-updated' && last?.event.type === event.type;
    if (isMore) entries[entries.length - 1] = { ...last, times: last.times + 1 };
    else entries.push({ seq: event.seq, event, times: 1 });
  }
  return entries;
}
