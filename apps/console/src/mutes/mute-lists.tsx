import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { MuteView } from '@sturmwarte/contracts';
import { useEffect, useState, type RefObject } from 'react';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { Problem } from '../ui/problem.js';
import { isPlanned } from './is-planned.js';
import { MuteList } from './mute-list.js';
import { EVERYTHING, isFound } from './mute-search.js';
import { MuteSearchFields } from './mute-search-fields.js';
import { muteQuery, overMutesQuery } from './mutes.queries.js';
import classes from './mutes.module.css';

const SETTLED_MS = 300;
/** Fewer are seen at a glance. */
const MANY = 8;

/** What is in force, what is planned, and what is over, page by page; when there are many, with a search. */
export function MuteLists({
  open,
  place,
}: {
  open: readonly MuteView[];
  /** Where the rows are. */
  place: RefObject<HTMLElement | null>;
}) {
  const t = useText();
  const now = useSpaceClock();
  const [search, setSearch] = useState(EVERYTHING);
  const [settled] = useDebouncedValue(search, SETTLED_MS);
  const over = useInfiniteQuery(overMutesQuery(useSpaceId(), settled));
  const written = over.data?.pages.flat() ?? [];
  // Whether one stands, the clock says; that it is over is written down a moment later.
  const isOver = ({ until }: MuteView) => Date.parse(until) <= now;
  const found = open.filter((mute) => isFound(mute, search));
  const groups = {
    standing: found.filter((mute) => !isOver(mute) && !isPlanned(mute, now)),
    planned: found.filter((mute) => !isOver(mute) && isPlanned(mute, now)),
    over: [
      ...found.filter((mute) => isOver(mute) && !written.some(({ id }) => id === mute.id)),
      ...written,
    ],
  };
  // The focus goes to the first that came, once it stands in the list.
  const [first, setFirst] = useState<number | null>(null);
  const isThere = first !== null && written.some(({ id }) => id === first);
  useEffect(() => {
    if (!isThere) return;
    place.current?.querySelector<HTMLElement>(`[data-kept="${first}"] button`)?.focus();
  }, [first, isThere, place]);
  const isSearched = search.text.trim() !== '' || search.kind !== null;
  const asked = useAsked(over.isSuccess && !isSearched ? [...open, ...written] : null);
  const noneFound = t('mutes:search.none');
  if (!isSearched && over.isSuccess && open.length + written.length === 0 && asked.length === 0) {
    return (
      <div className={`${classes.list ?? ''} ${classes.empty ?? ''}`}>
        <h2>{t('mutes:empty')}</h2>
        <p>{t('mutes:emptyHint')}</p>
      </div>
    );
  }
  const showMore = async (): Promise<void> => {
    const { data } = await over.fetchNextPage();
    setFirst(data?.pages.at(-1)?.[0]?.id ?? null);
  };
  return (
    <>
      {isSearched || open.length + written.length > MANY ? (
        <MuteSearchFields
          search={search}
          onChange={(next) => {
            setFirst(null);
            setSearch(next);
          }}
        />
      ) : null}
      {asked.length > 0 ? <MuteList kind="asked" mutes={asked} none="" count={null} /> : null}
      <MuteList
        kind="standing"
        mutes={groups.standing}
        none={isSearched ? noneFound : t('mutes:empty')}
        count={groups.standing.length}
      />
      {groups.planned.length > 0 ? (
        <MuteList kind="planned" mutes={groups.planned} none="" count={groups.planned.length} />
      ) : null}
      <MuteList
        kind="over"
        mutes={groups.over}
        none={over.isPending ? '…' : isSearched ? noneFound : t('mutes:overNone')}
        count={over.hasNextPage ? null : groups.over.length}
      >
        {over.isError ? <Problem problem={over.error} retry={() => void over.refetch()} /> : null}
        {over.hasNextPage ? (
          <div>
            <Button
              variant="default"
              loading={over.isFetchingNextPage}
              onClick={() => void showMore()}
            >
              {t('mutes:more')}
            </Button>
          </div>
        ) : null}
      </MuteList>
    </>
  );
}

/** The one a link leads to, when it is none of those shown. `shown` null: not known yet. */
function useAsked(shown: readonly MuteView[] | null): readonly MuteView[] {
  const { mute: id } = useSearch({ from: '/watch/mutes' });
  const isMissing = id !== undefined && shown !== null && shown.every((mute) => mute.id !== id);
  const { data } = useQuery({ ...muteQuery(id ?? 0), enabled: isMissing });
  return isMissing && data ? [data.mute] : [];
}
