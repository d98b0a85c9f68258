import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../language/text.js';
import { useFormat } from '../language/format.js';
import { useLive, useLiveStatus } from '../live/live-context.js';
import { Icon } from '../ui/icons.js';
import { useNotice } from '../ui/notice.js';
import classes from './lost-banner.module.css';

/** A device clock this far off is worth a word. */
const SKEW_MS = 5_000;

/** Says when the figures are old, that they stopped moving, and what a reconnect brought. */
export function LostBanner() {
  const t = useText();
  const format = useFormat();
  const live = useLive();
  const { connection, lastHeardAt, clockOffsetMs, reloaded } = useLiveStatus();
  const notice = useNotice();
  const told = useRef(reloaded.at);
  useEffect(() => {
    if (reloaded.at === told.current) return;
    told.current = reloaded.at;
    notice.done(t('app:connection.reloaded', { count: reloaded.count }));
  }, [reloaded, notice, t]);
  if (connection === 'disconnected') {
    const time = lastHeardAt === null ? '–' : format.seconds(lastHeardAt + clockOffsetMs);
    return (
      <div className={classes.lost} role="status">
        <Icon name="warn" />
        <div>
          <strong>{t('app:connection.lostTitle')}</strong>
          <p>{t('app:connection.lostText', { time })}</p>
        </div>
        <Button variant="default" onClick={() => live.retryNow()}>
          {t('app:connection.retry')}
        </Button>
      </div>
    );
  }
  if (Math.abs(clockOffsetMs) > SKEW_MS && connection === 'connected') {
    const seconds = format.integer(Math.abs(clockOffsetMs) / 1_000);
    return <p className={classes.skew}>{t('app:connection.skewed', { seconds })}</p>;
  }
  return null;
}
