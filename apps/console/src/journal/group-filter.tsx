import { ENTRY_GROUPS, type EntryGroup } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import classes from './group-filter.module.css';

/** Which kinds of entries are shown; none chosen means all. */
export function GroupFilter({
  groups,
  setGroups,
}: {
  groups: ReadonlySet<EntryGroup>;
  setGroups: (groups: ReadonlySet<EntryGroup>) => void;
}) {
  const t = useText();
  const toggle = (group: EntryGroup): void => {
    const next = new Set(groups);
    if (!next.delete(group)) next.add(group);
    setGroups(next);
  };
  return (
    <div className={classes.filter} role="group" aria-label={t('journal:filter')}>
      {ENTRY_GROUPS.map((group) => (
        <button
          key={group}
          type="button"
          className={classes.chip}
          aria-pressed={groups.has(group)}
          onClick={() => toggle(group)}
        >
          {t(`journal:group.${group}`)}
        </button>
      ))}
    </div>
  );
}
