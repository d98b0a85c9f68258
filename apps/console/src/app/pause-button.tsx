import { Button } from '@mantine/core';
import { useText } from '../language/text.js';
import { useFormat } from '../language/format.js';
import { Icon } from '../ui/icons.js';
import { usePause } from './pause.js';
import classes from './pause-button.module.css';

export function PauseButton() {
  const t = useText();
  const format = useFormat();
  const { since, toggle } = usePause();
  return (
    <span className={classes.pause}>
      {since === null ? null : (
        <span className={classes.note} title={t('app:pause.pausedHint')}>
          {t('app:pause.paused', { time: format.seconds(since) })}
        </span>
      )}
      <Button
        variant="default"
        aria-keyshortcuts="."
        leftSection={<Icon name={since === null ? 'pause' : 'play'} size={16} />}
        onClick={toggle}
      >
        {since === null ? t('app:pause.pause') : t('app:pause.resume')}
      </Button>
    </span>
  );
}
