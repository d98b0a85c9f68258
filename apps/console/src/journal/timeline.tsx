import { useSearch } from '@tanstack/react-router';
import { type EntryGroup } from '@sturmwarte/domain';
import { useMemo, useState } from 'react';
import { PauseButton } from '../app/pause-button.js';
import { useText } from '../language/text.js';
import { useRoom } from '../room/room-context.js';
import { Composer } from './composer.js';
import { correctionsOf } from './corrections-of.js';
import { EntryList } from './entry-list.js';
import { GroupFilter } from './group-filter.js';
import { inGroups } from './in-groups.js';
import classes from './timeline.module.css';
import { useJournal } from './use-journal.js';

/** What happened, the newest first: to be filtered, added to and corrected, never changed. */
export function Timeline() {
  const t = useText();
  const { incident } = useRoom();
  const { entry } = useSearch({ from: '/watch/incidents/$incidentId' });
  const { entries, older } = useJournal(entry ?? null);
  const [groups, setGroups] = useState<ReadonlySet<EntryGroup>>(new Set());
  const shown = useMemo(() => inGroups(entries, groups).toReversed(), [entries, groups]);
  const corrections = useMemo(() => correctionsOf(entries), [entries]);
  return (
    <section className={classes.timeline} aria-labelledby="timeline">
      <div className={classes.head}>
        <h2 id="timeline" tabIndex={-1}>
          {t('journal:title')}
        </h2>
        <span className={classes.small}>{t('journal:count', { count: incident.version })}</span>
        <span className={classes.pause}>
          <PauseButton />
        </span>
      </div>
      {incident.state === 'merged' ? null : <Composer />}
      <GroupFilter groups={groups} setGroups={setGroups} />
      <EntryList entries={shown} corrections={corrections} older={older} wanted={entry ?? null} />
    </section>
  );
}
