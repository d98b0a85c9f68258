import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CHANNELS } from '@sturmwarte/domain';
import { useState } from 'react';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { useSpaceId } from '../spaces/use-space.js';
import { topicsQuery } from '../topics/topics.queries.js';
import { ActiveFilters } from './active-filters.js';
import { FilterChoice } from './filter-choice.js';
import classes from './mention-filters.module.css';
import { POLARITIES, SPANS, type MentionSearch, type SetFilters } from './mention-search.js';
import { MoreFilters, MORE } from './more-filters.js';
import { OwnPeriod } from './own-period.js';
import { SearchField } from './search-field.js';

const DAY_MS = 86_400_000;
/** Everything the stream can be narrowed by; all of it stands in the address. */
export function MentionFilters({ search }: { search: MentionSearch }) {
  const t = useText();
  const navigate = useNavigate();
  const { data: topics = [] } = useQuery(topicsQuery(useSpaceId()));
  const isOwn = search.from !== undefined || search.to !== undefined;
  const count = MORE.filter((name) => search[name] !== undefined).length;
  const [open, setOpen] = useState(count > 0);
  const set: SetFilters = (change) =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries({ ...before, ...change }).filter(([, value]) => (value ?? '') !== ''),
        ) as never,
      replace: true,
    });
  return (
    <form
      className={classes.form}
      aria-label={t('mentions:filter.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <div className={classes.filters}>
        <SearchField q={search.q ?? ''} onChange={(q) => set({ q })} />
        <FilterChoice
          label={t('mentions:filter.topic')}
          all={t('mentions:filter.allTopics')}
          value={search.topic}
          choices={topics.map(({ id, name }) => [id, name] as const)}
          onChange={(topic) => set({ topic })}
        />
        <FilterChoice
          label={t('mentions:filter.polarity')}
          all={t('mentions:filter.allPolarities')}
          value={search.polarity}
          choices={POLARITIES.map((name) => [name, t(`names:polarity.${name}`)] as const)}
          onChange={(polarity) => set({ polarity })}
        />
        <FilterChoice
          label={t('mentions:filter.channel')}
          all={t('mentions:filter.allChannels')}
          value={search.channel}
          choices={CHANNELS.map((name) => [name, t(`names:channel.${name}`)] as const)}
          onChange={(channel) => set({ channel })}
        />
        <SpanChoice search={search} isOwn={isOwn} set={set} />
        {isOwn ? <OwnPeriod search={search} set={set} /> : null}
        <button
          type="button"
          className={classes.more}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {count > 0 ? t('mentions:filter.moreSet', { count }) : t('mentions:filter.more')}
        </button>
      </div>
      {open ? <MoreFilters search={search} set={set} /> : null}
      <ActiveFilters search={search} set={set} />
    </form>
  );
}

function SpanChoice({
  search,
  isOwn,
  set,
}: {
  search: MentionSearch;
  isOwn: boolean;
  set: SetFilters;
}) {
  const t = useText();
  const now = useSpaceClock();
  return (
    <FilterChoice
      label={t('mentions:filter.span')}
      all={t('mentions:filter.allTime')}
      value={isOwn ? 'own' : search.span}
      choices={[
        ...SPANS.map((name) => [name, t(`mentions:filter.spans.${name}`)] as const),
        ['own', t('mentions:filter.own')] as const,
      ]}
      onChange={(span) =>
        span === 'own'
          ? set({ span: undefined, from: new Date(now - DAY_MS).toISOString() })
          : set({ span, from: undefined, to: undefined })
      }
    />
  );
}
