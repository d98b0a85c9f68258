import { Link } from '@tanstack/react-router';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './mute-mark.module.css';
import { useStandingMutes } from './standing-mutes.js';

/** That a topic is muted, and until when, wherever its wind is shown: nobody may take a mute for calm. */
export function MuteMark({ topicId, name }: { topicId: number; name: string }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const mute = useStandingMutes().get(topicId);
  if (mute === undefined) return null;
  return (
    <Link
      to="/mutes"
      search={({ space }) => ({ ...(space === undefined ? {} : { space }), mute: mute.id })}
      className={classes.mark ?? ''}
      title={mute.reason}
    >
      <Icon name="bellOff" size={14} />
      <span>
        {t('mutes:mark', { time: format.moment(mute.until, now) })}
        <span className="sw-hidden">: {name}</span>
      </span>
    </Link>
  );
}
