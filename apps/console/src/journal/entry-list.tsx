import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { JournalEntry } from '@sturmwarte/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePause } from '../app/pause.js';
import { useText } from '../language/text.js';
import { usePrinting } from '../ui/use-printing.js';
import classes from './entry-list.module.css';
import { EntryRow } from './entry-row.js';
import type { Older } from './use-journal.js';

const ROW_PX = 62;
const OVERSCAN = 10;

/**
 * Newest first, of any number. While somebody reads further down, or the display is paused, new entries are counted
 * and not pushed in.
 */
export function EntryList({
  entries,
  corrections,
  older,
  wanted,
}: {
  entries: readonly JournalEntry[];
  corrections: ReadonlyMap<number, JournalEntry>;
  older: Older;
  wanted: number | null;
}) {
  const t = useText();
  const pause = usePause();
  const isPrinting = usePrinting();
  const place = useRef<HTMLDivElement>(null);
  const [heldAt, setHeldAt] = useState<number | null>(null);
  const [isReading, setReading] = useState(false);
  const newest = entries[0]?.seq ?? 0;
  const mustHold = pause.since !== null || isReading;
  if (mustHold && heldAt === null) setHeldAt(newest);
  if (!mustHold && heldAt !== null) setHeldAt(null);
  const rows = heldAt === null ? entries : entries.filter(({ seq }) => seq <= heldAt);
  const waiting = entries.length - rows.length;
  // eslint-disable-next-line react-hooks/incompatible-library -- not compiled; nothing of it is passed on
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: useCallback((index: number) => rows[index]?.seq ?? index, [rows]),
  });
  const wantedAt = wanted === null ? -1 : rows.findIndex(({ seq }) => seq === wanted);
  useEffect(() => {
    if (wantedAt >= 0) virtualizer.scrollToIndex(wantedAt, { align: 'center' });
    // Only when the wanted entry comes into reach, not with every new one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, wantedAt >= 0]);
  const catchUp = (): void => {
    if (pause.since !== null) pause.toggle();
    setReading(false);
    place.current?.scrollTo({ top: 0 });
  };
  if (isPrinting) {
    return (
      <ol className={classes.paper}>
        {rows.map((entry) => (
          <li key={entry.seq}>
            <EntryRow
              entry={entry}
              correction={corrections.get(entry.seq) ?? null}
              isWanted={false}
            />
          </li>
        ))}
      </ol>
    );
  }
  return (
    <>
      {waiting > 0 ? (
        <Button size="compact-sm" variant="default" onClick={catchUp}>
          {t('journal:newer', { count: waiting })}
        </Button>
      ) : null}
      <div
        ref={place}
        className={classes.place}
        tabIndex={0}
        role="region"
        aria-label={t('journal:list')}
        onScroll={(event) => setReading(event.currentTarget.scrollTop > ROW_PX)}
      >
        <ol className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const entry = rows[index];
            if (entry === undefined) return null;
            return (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className={classes.slot}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <EntryRow
                  entry={entry}
                  correction={corrections.get(entry.seq) ?? null}
                  isWanted={entry.seq === wanted}
                />
              </li>
            );
          })}
        </ol>
        {rows.length === 0 ? <p className={classes.end}>{t('journal:none')}</p> : null}
        {older.isThere ? (
          <Button
            size="compact-sm"
            variant="default"
            loading={older.isBusy}
            onClick={older.load}
            className={classes.end ?? ''}
          >
            {t('journal:older')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
