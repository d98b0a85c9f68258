import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { MenuOnDemand } from '../ui/menu-on-demand.js';
import { onDemand } from '../ui/on-demand.js';
import { alarmSound } from './alarm-sound.js';
import classes from './sound-menu.module.css';

const load = () => import('./sound-entries.js');
const SoundEntries = onDemand(async () => (await load()).SoundEntries);

/** 🔔 on, off or locked: always visible, one click to change, every level can be listened to. */
export function SoundMenu() {
  const t = useText();
  const state = useSyncExternalStore(alarmSound.subscribe, alarmSound.state);
  if (state === 'unsupported') {
    return (
      <span className={classes.none} title={t('app:sound.unsupported')}>
        <Icon name="bellOff" />
      </span>
    );
  }
  const word = t(`app:sound.${state}`);
  return (
    <MenuOnDemand
      position="bottom-end"
      width={280}
      closeOnItemClick={false}
      prepare={load}
      button={(wiring) => (
        <Button
          variant="subtle"
          px={8}
          className={classes.bell ?? ''}
          data-state={state}
          title={state === 'locked' ? t('app:sound.lockedHint') : word}
          aria-label={`${t('app:sound.label')}: ${word}`}
          leftSection={<Icon name={state === 'on' ? 'bell' : 'bellOff'} />}
          {...wiring}
        >
          <span className={classes.word}>{word}</span>
        </Button>
      )}
    >
      <SoundEntries />
    </MenuOnDemand>
  );
}
