import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { alertQuery } from '../alerts/alerts.queries.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './mention-filters.module.css';
import type { MentionSearch, SetFilters } from './mention-search.js';

/** Filters that have no field of their own, each to be removed; and the way to clear all. */
export function ActiveFilters({ search, set }: { search: MentionSearch; set: SetFilters }) {
  const t = useText();
  const { alert, author } = search;
  if (Object.keys(search).length === 0) return null;
  return (
    <div className={classes.active} role="group" aria-label={t('mentions:filter.active')}>
      {alert === undefined ? null : (
        <AlertFilter id={alert} remove={() => set({ alert: undefined })} />
      )}
      {author === undefined ? null : (
        <Removable
          name={t('mentions:filter.author', { author })}
          remove={() => set({ author: undefined })}
        />
      )}
      <Link to="/mentions" search={({ space }) => (space === undefined ? {} : { space })}>
        {t('mentions:filter.clear')}
      </Link>
    </div>
  );
}

function AlertFilter({ id, remove }: { id: number; remove: () => void }) {
  const t = useText();
  const { data } = useQuery(alertQuery(id));
  const name =
    data === undefined
      ? t('mentions:filter.alertUnknown')
      : t('mentions:filter.alert', { number: data.alert.number, topic: data.alert.topicName });
  return <Removable name={name} remove={remove} />;
}

function Removable({ name, remove }: { name: string; remove: () => void }) {
  const t = useText();
  return (
    <span className={classes.chip}>
      {name}
      <button type="button" aria-label={t('mentions:filter.remove', { name })} onClick={remove}>
        <Icon name="cross" size={14} />
      </button>
    </span>
  );
}
