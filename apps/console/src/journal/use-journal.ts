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
  const load = useCallback((): void => {
    setBusy(true);
    entriesBefore(id, first)
      .then((page) => setBefore((known) => endOfJournal(page, endOfJournal(known, recent))))
      .catch(notice.refusal)
      .finally(() => setBusy(false));
  }, [id, first, recent, notice]);
  const isMissing = wanted !== null && wanted < first;
  useEffect(() => {
    if (isMissing && !isBusy) load();
    // One page at a time, until the wanted entry is there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isMissing, first]);
  return { entries, older: { isThere: first > 1, isBusy, load } };
}
