import { useQuery } from '@tanstack/react-query';
import { sourcesQuery } from '../board/board.queries.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { useRoom } from './room-context.js';
import classes from './room-head.module.css';

/** While a source that feeds this brand is silent, the level beside it may be too low. */
export function LevelQuality() {
  const t = useText();
  const { incident } = useRoom();
  const { data = [] } = useQuery(sourcesQuery(incident.spaceId));
  const silent = data.filter(
    ({ brandId, health }) =>
      health.state === 'silent' && (brandId === null || brandId === incident.brandId),
  );
  if (incident.state !== 'open' || silent.length === 0) return null;
  return (
    <span className={classes.warn} title={silent.map(({ name }) => name).join(', ')}>
      <Icon name="warn" size={16} /> {t('room:head.incomplete', { count: silent.length })}
    </span>
  );
}
