import type { Praise } from '@sturmwarte/domain';
import { useFormat } from '../language/format.js';
import { useText } from '../language/text.js';
import { useSpaceClock } from '../spaces/use-space-clock.js';
import { Icon } from '../ui/icons.js';
import classes from './praise-notice.module.css';

/** Many speak, and kindly: worth knowing, and nobody is called. */
export function PraiseNotice({ praise }: { praise: Praise }) {
  const t = useText();
  const format = useFormat();
  const now = useSpaceClock();
  const { mentions, usualMentions, share, usualShare } = praise;
  return (
    <p className={classes.praise}>
      <Icon name="check" size={16} />
      <span>
        <strong>{t('board:praise.title')}</strong>{' '}
        {t('board:praise.since', { time: format.moment(praise.since, now) })}:{' '}
        {t('board:praise.mentions', { count: mentions, usual: format.decimal(usualMentions) })},{' '}
        {t('board:praise.share', {
          share: format.percent(share),
          usual: format.percent(usualShare),
        })}
      </span>
    </p>
  );
}
