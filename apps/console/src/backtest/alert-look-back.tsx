import { Link } from '@tanstack/react-router';
import type { AlertView } from '@sturmwarte/contracts';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import classes from './backtest.module.css';

/** From an alert to what other settings would have said. */
export function AlertLookBack({ alert }: { alert: AlertView }) {
  const t = useText();
  if (!useMay()('topics.edit', alert.brandId)) return null;
  return (
    <p>
      <Link
        to="/topics/$topicId/backtest"
        params={{ topicId: alert.topicId }}
        search={({ space }) => (space === undefined ? {} : { space })}
        className={classes.back ?? ''}
      >
        {t('backtest:fromAlert')}
      </Link>
    </p>
  );
}
