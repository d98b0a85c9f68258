import { useId } from 'react';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import classes from './mention-filters.module.css';
import type { MentionSearch, SetFilters } from './mention-search.js';
import { instantOf, wallTime } from './wall-time.js';

/** From and to, in the wall time of the house. */
export function OwnPeriod({ search, set }: { search: MentionSearch; set: SetFilters }) {
  const t = useText();
  const { zone } = useFormat();
  const id = useId();
  return (['from', 'to'] as const).map((name) => {
    const iso = search[name];
    return (
      <div key={name} className={classes.filter}>
        <label htmlFor={`${id}${name}`}>{t(`mentions:filter.${name}`)}</label>
        <input
          id={`${id}${name}`}
          type="datetime-local"
          title={t('mentions:filter.zone')}
          value={iso === undefined ? '' : wallTime(iso, zone)}
          onChange={(event) => set({ [name]: instantOf(event.target.value, zone) ?? undefined })}
        />
      </div>
    );
  });
}
