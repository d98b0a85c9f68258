import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TopicView } from '@sturmwarte/contracts';
import { ALERT_STATES } from '@sturmwarte/domain';
import { useId, useRef, type ReactNode } from 'react';
import { api } from '../api/call.js';
import { useKeys } from '../keyboard/keyboard.js';
import { useText } from '../language/text.js';
import { useSpaceId } from '../spaces/use-space.js';
import classes from './alert-filters.module.css';

/** State, topic and level; kept in the address, so that a filtered list can be sent to a colleague. */
export function AlertFilters() {
  const t = useText();
  const spaceId = useSpaceId();
  const navigate = useNavigate();
  const search = useSearch({ from: '/watch/alerts' });
  const first = useRef<HTMLSelectElement>(null);
  const { data: topics = [] } = useQuery({
    queryKey: ['topics', spaceId],
    queryFn: ({ signal }) => api.get<readonly TopicView[]>('/topics', { space: spaceId }, signal),
  });
  useKeys({ '/': () => first.current?.focus() });
  const set = (name: 'state' | 'topic' | 'level', value: string): void =>
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => {
        const { [name]: _old, ...rest } = before;
        return value === '' ? rest : { ...rest, [name]: value };
      },
      replace: true,
    });
  return (
    <form className={classes.filters} aria-label={t('alerts:filter.label')}>
      <Filter label={t('alerts:filter.state')}>
        {(id) => (
          <select
            id={id}
            ref={first}
            value={search.state ?? ''}
            onChange={(event) => set('state', event.target.value)}
          >
            <option value="">{t('alerts:filter.allStates')}</option>
            <option value="live">{t('alerts:filter.live')}</option>
            {ALERT_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`names:alertState.${state}`)}
              </option>
            ))}
          </select>
        )}
      </Filter>
      <Filter label={t('alerts:filter.topic')}>
        {(id) => (
          <select
            id={id}
            value={search.topic ?? ''}
            onChange={(event) => set('topic', event.target.value)}
          >
            <option value="">{t('alerts:filter.allTopics')}</option>
            {topics.map((topic) => (
              <option key={topic.id} value={topic.id}>
                {topic.name}
              </option>
            ))}
          </select>
        )}
      </Filter>
      <Filter label={t('alerts:filter.level')}>
        {(id) => (
          <select
            id={id}
            value={search.level ?? ''}
            onChange={(event) => set('level', event.target.value)}
          >
            <option value="">{t('alerts:filter.allLevels')}</option>
            {([2, 3, 4, 5, 6] as const).map((level) => (
              <option key={level} value={level}>
                {level} {t(`names:level.${level}`)}
              </option>
            ))}
          </select>
        )}
      </Filter>
    </form>
  );
}

function Filter({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={classes.filter}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
