import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './mute-mark.module.css';
import { useStandingMutes } from './standing-mutes.js';

/** How many of these topics are muted, where they are not shown one by one. */
export function MutedCount({ topicIds }: { topicIds: readonly number[] }) {
  const t = useText();
  const mutes = useStandingMutes();
  const count = topicIds.filter((id) => mutes.has(id)).length;
  if (count === 0) return null;
  return (
    <span className={classes.mark}>
      <Icon name="bellOff" size={14} /> {t('mutes:markCount', { count })}
    </span>
  );
}
