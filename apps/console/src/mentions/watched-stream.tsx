import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { usePause } from '../app/pause.js';
import { sourcesQuery } from '../board/board.queries.js';
import { useEntryKeys } from '../keyboard/use-entry-keys.js';
import { useText } from '../language/text.js';
import { useLiveStatus } from '../live/live-context.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { useAnnounce } from '../ui/announcer.js';
import { cx } from '../ui/cx.js';
import { Problem } from '../ui/problem.js';
import { Skeleton } from '../ui/skeleton.js';
import { MentionList } from './mention-list.js';
import type { RowNames } from './mention-row.js';
import type { MentionSearch } from './mention-search.js';
import type { MentionStream, StreamState } from './mention-stream.js';
import classes from './mentions.page.module.css';
import { useMentionStream } from './use-mention-stream.js';
import { useScrolled } from './use-scrolled.js';

/** The stream of these filters: live, or held still under whoever reads it. */
export function WatchedStream({ filters }: { filters: MentionSearch }) {
  const { stream, state } = useMentionStream(filters);
  const names = useRowNames();
  const [inside, setInside] = useState(false);
  const held = useHold(stream, state, inside);
  const { connection } = useLiveStatus();
  useEntryKeys();
  if (state.phase === 'loading') return <Skeleton rows={6} height={96} />;
  if (state.phase === 'failed') {
    return <Problem problem={state.problem} retry={() => stream.start()} />;
  }
  return (
    <div className={cx(connection === 'disconnected' && classes.old)}>
      <News stream={stream} state={state} held={held} />
      {state.mentions.length === 0 ? (
        <Nothing isFiltered={Object.keys(filters).length > 0} />
      ) : (
        <MentionList stream={stream} state={state} names={names} onFocusInside={setInside} />
      )}
    </div>
  );
}

type Hold = 'paused' | 'focus' | 'scrolled' | null;

/** Nothing moves under a reader: paused, inside the list, or further down. */
function useHold(stream: MentionStream, state: StreamState, inside: boolean): Hold {
  const { since } = usePause();
  const isScrolled = useScrolled();
  const hold = since !== null ? 'paused' : inside ? 'focus' : isScrolled ? 'scrolled' : null;
  useEffect(() => stream.hold(hold !== null), [stream, hold]);
  const t = useText();
  const announce = useAnnounce();
  const { waiting } = state;
  useEffect(() => {
    if (waiting > 0) announce(t('mentions:newer', { count: waiting }));
  }, [waiting, announce, t]);
  return hold;
}

/** Above the rows: how many wait, and why; one press shows them. */
function News({ stream, state, held }: { stream: MentionStream; state: StreamState; held: Hold }) {
  const t = useText();
  const { since, toggle } = usePause();
  const { waiting: count, waitingMore } = state;
  const show = (): void => {
    window.scrollTo({ top: 0 });
    stream.show();
    if (since !== null) toggle();
  };
  return (
    <div className={classes.news} data-waiting={count > 0}>
      {state.stale ? <strong>{t('mentions:newestFailed')} </strong> : null}
      {count > 0 ? (
        <Button onClick={show}>
          {waitingMore ? t('mentions:newerMore', { count }) : t('mentions:newer', { count })}
        </Button>
      ) : null}
      <span className={classes.note}>
        {held === null ? t('mentions:live') : t(`mentions:held.${held}`)}
      </span>
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useText();
  if (!isFiltered) {
    return (
      <div className={classes.empty}>
        <h2>{t('mentions:empty')}</h2>
        <p>{t('mentions:emptyHint')}</p>
      </div>
    );
  }
  return (
    <p className={classes.empty}>
      {t('mentions:emptyFilter')}{' '}
      <Link to="/mentions" search={({ space }) => (space === undefined ? {} : { space })}>
        {t('mentions:filter.clear')}
      </Link>
    </p>
  );
}

function useRowNames(): RowNames {
  const space = useSpaceId();
  const { data: topics } = useQuery(topicsQuery(space));
  const { data: sources } = useQuery(sourcesQuery(space));
  return useMemo(
    () => ({
      topics: new Map(topics?.map(({ id, name }) => [id, name])),
      sources: new Map(sources?.map(({ id, name }) => [id, name])),
    }),
    [topics, sources],
  );
}
