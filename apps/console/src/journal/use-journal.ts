import type { JournalEntry } from '@sturmwarte/domain';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { entriesBefore } from '../incidents/incidents.queries.js';
import { useRoom } from '../room/room-context.js';
import { useNotice } from '../ui/notice.js';
import { endOfJournal } from './end-of-journal.js';

export interface Older {
  readonly isThere: boolean;
  readonly isBusy: boolean;
  readonly load: () => void;
}

/** The known end of the journal, oldest first, and a way further back; reaches back to the wanted entry by itself. */
export function useJournal(wanted: number | null): {
  readonly entries: readonly JournalEntry[];
  readonly older: Older;
} {
  const { id, entries: recent } = useRoom();
  const notice = useNotice();
  const [before, setBefore] = useState<readonly JournalEntry[]>([]);
  const [isBusy, setBusy] = useState(false);
  const entries = useMemo(() => endOfJournal(before, recent), [before, recent]);
  const first = entries[0]?.seq ?? 1;
  const take = useCallback(
    (page: readonly JournalEntry[]) => setBefore((known) => inFrontOf(known, page)),
    [],
  );
  const load = (): void => {
    setBusy(true);
    void entriesBefore(id, first)
      .then(take, notice.refusal)
      .finally(() => setBusy(false));
  };
  const isMissing = wanted !== null && wanted < first;
  useEffect(() => {
    // One page at a time: each moves `first`, until the wanted entry is there.
    if (isMissing) void entriesBefore(id, first).then(take, notice.refusal);
  }, [isMissing, id, first, take, notice]);
  return { entries, older: { isThere: first > 1, isBusy, load } };
}

/** A page in front of what it leads up to; what it does not lead up to was left behind by reading the room anew. */
function inFrontOf(
  known: readonly JournalEntry[],
  page: readonly JournalEntry[],
): readonly JournalEntry[] {
  const leadsUp = page.at(-1)?.seq === (known[0]?.seq ?? 0) - 1;
  return leadsUp ? [...page, ...known] : page;
}
