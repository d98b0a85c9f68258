import { Link } from '@tanstack/react-router';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import { useRoom } from './room-context.js';
import classes from './room-over.module.css';

/** What a room says when it is over: the all-clear, or the incident it went into. */
export function RoomOver() {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { incident } = useRoom();
  if (incident.state === 'merged' && incident.mergedInto !== null) {
    const { id, number } = incident.mergedInto;
    return (
      <p className={classes.over} role="status">
        <Icon name="link" size={16} /> {t('room:over.merged')}{' '}
        <Link
          to="/incidents/$incidentId"
          params={{ incidentId: id }}
          search={({ space }) => (space === undefined ? {} : { space })}
        >
          {t('room:over.to', { number })}
        </Link>
      </p>
    );
  }
  if (incident.state !== 'all-clear' || incident.allClear === null) return null;
  const { by, at, unmet, reason } = incident.allClear;
  return (
    <p className={classes.over} role="status">
      <Icon name="check" size={16} />{' '}
      {t('room:over.allClear', { name: by?.name ?? '–', time: format.moment(at, now) })}{' '}
      {unmet.length === 0
        ? null
        : t('room:over.despite', { count: unmet.length, reason: reason ?? '–' })}
    </p>
  );
}
