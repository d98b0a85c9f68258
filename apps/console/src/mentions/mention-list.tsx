import { Button } from '@mantine/core';
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type RefObject,
} from 'react';
import type { MentionView } from '@sturmwarte/contracts';
import { useRefusalText } from '../api/refusal-text.js';
import { CiteDialog } from '../incidents/cite-dialog.js';
import { QuietDialog } from '../mutes/quiet-dialog.js';
import { choicesOf } from '../mutes/quiet-choice.js';
import { useText } from '../language/text.js';
import { useMayAnywhere } from '../session/session.js';
import { useIsSpaceOver } from '../spaces/use-is-space-over.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Skeleton } from '../ui/skeleton.js';
import classes from './mention-list.module.css';
import { MentionRow, type RowNames } from './mention-row.js';
import type { MentionStream, StreamState } from './mention-stream.js';

const ROW_PX = 118;
const OVERSCAN = 8;
/** This many rows before the end the next page is asked for. */
const AHEAD = 12;
const HOUR_MS = 3_600_000;

/** The rows near the screen, of any number; the one with the focus stays however far one scrolls. */
export function MentionList({
  stream,
  state,
  names,
  onFocusInside,
}: {
  stream: MentionStream;
  state: StreamState;
  names: RowNames;
  onFocusInside: (inside: boolean) => void;
}) {
  const t = useText();
  const { mentions } = state;
  const place = useRef<HTMLDivElement>(null);
  const mayWrite = useMayAnywhere('incident.write');
  const isOver = useIsSpaceOver();
  const mayMute = useMayAnywhere('mute.set') && !isOver;
  const [muting, setMuting] = useState<MentionView | null>(null);
  const [citing, setCiting] = useState<MentionView | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const today = Math.floor(useSpaceClock() / HOUR_MS) * HOUR_MS;
  const focusedAt = focused === null ? -1 : mentions.findIndex(({ id }) => id === focused);
  const virtualizer = useWindowVirtualizer({
    count: mentions.length,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollMargin: useTop(place),
    getItemKey: useCallback((index: number) => mentions[index]?.id ?? index, [mentions]),
    rangeExtractor: useCallback((range: Range) => withFocused(range, focusedAt), [focusedAt]),
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = mentions.length > 0 && last >= mentions.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && state.older === 'idle') void stream.older();
  }, [isNearEnd, state.older, stream, mentions.length]);
  const leave = (event: FocusEvent): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setFocused(null);
    onFocusInside(false);
  };
  return (
    <>
      <div
        ref={place}
        className={classes.feed}
        role="feed"
        aria-label={t('mentions:list')}
        aria-busy={state.older === 'busy'}
        style={{ height: virtualizer.getTotalSize() }}
        onFocus={(event) => {
          const entry = event.target.closest<HTMLElement>('[data-entry]');
          setFocused(entry?.dataset['entry'] ?? null);
          onFocusInside(true);
        }}
        onBlur={leave}
      >
        {items.map(({ index, key, start }) => {
          const mention = mentions[index];
          if (mention === undefined) return null;
          return (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={classes.slot}
              style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
            >
              <MentionRow
                mention={mention}
                names={names}
                today={today}
                onCite={mayWrite ? setCiting : null}
                onMute={mayMute ? setMuting : null}
              />
            </div>
          );
        })}
      </div>
      <Foot stream={stream} state={state} />
      {muting === null ? null : (
        <QuietDialog
          target={{
            choices: choicesOf(muting, names.sources.get(muting.sourceId) ?? null, t),
            topicIds: muting.topics,
            brandId: null,
          }}
          onClose={() => setMuting(null)}
        />
      )}
      {citing === null ? null : <CiteDialog mention={citing} onClose={() => setCiting(null)} />}
    </>
  );
}

function Foot({ stream, state }: { stream: MentionStream; state: StreamState }) {
  const t = useText();
  const sentence = useRefusalText();
  if (state.older === 'busy') return <Skeleton rows={2} height={72} />;
  if (state.older === 'end') return <p className={classes.end}>{t('mentions:end')}</p>;
  if (state.older !== 'failed') return null;
  return (
    <p className={classes.end} role="alert">
      {sentence(state.problem)}{' '}
      <Button variant="default" onClick={() => void stream.older()}>
        {t('app:error.reload')}
      </Button>
    </p>
  );
}

function withFocused(range: Range, focusedAt: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (focusedAt < 0 || shown.includes(focusedAt)) return shown;
  return [...shown, focusedAt].sort((a, b) => a - b);
}

/** How far down the page the list begins, px; it moves when filters open above it. */
function useTop(place: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = place.current;
      if (element !== null) setTop(element.getBoundingClientRect().top + window.scrollY);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [place]);
  return top;
}
