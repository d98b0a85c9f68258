import { Link } from '@tanstack/react-router';
import type { AlertView } from '@sturmwarte/contracts';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './held-back.module.css';

const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

/** Why this alert calls nobody at present: shown, not hidden. */
export function HeldBack({ alert }: { alert: AlertView }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const held = alert.held ?? null;
  if (held === null || alert.state === 'closed') return null;
  return (
    <div className={classes.held} role="note">
      <Icon name="bellOff" size={18} />
      {held.kind === 'mute' ? (
        <p>
          {t('alerts:held.mute', {
            by: held.by.name,
            until: format.moment(held.until, now),
            reason: held.reason,
          })}{' '}
          {t('alerts:held.muteAfter')}{' '}
          <Link to="/mutes" search={(before) => ({ ...keepSpace(before), mute: held.muteId })}>
            {t('alerts:held.link')}
          </Link>
        </p>
      ) : (
        <p>
          {t('alerts:held.explained', {
            percent: format.percent(held.share),
            topic: held.topicName,
            number: held.number,
          })}{' '}
          {t('alerts:held.explainedAfter')}{' '}
          <Link to="/alerts/$alertId" params={{ alertId: held.alertId }} search={keepSpace}>
            {t('alerts:held.toOther')}
          </Link>
        </p>
      )}
    </div>
  );
}
