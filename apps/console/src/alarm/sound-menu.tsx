import { Button, Menu } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import { alarmSound } from './alarm-sound.js';
import classes from './sound-menu.module.css';

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
    <Menu position="bottom-end" width={280} closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          px={8}
          className={classes.bell ?? ''}
          data-state={state}
          title={state === 'locked' ? t('app:sound.lockedHint') : word}
          aria-label={`${t('app:sound.label')}: ${word}`}
          leftSection={<Icon name={state === 'on' ? 'bell' : 'bellOff'} />}
        >
          <span className={classes.word}>{word}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('app:sound.explain')}</Menu.Label>
        <Menu.Item onClick={() => void alarmSound.turn(state === 'off')}>
          {state === 'off' ? t('app:sound.turnOn') : t('app:sound.turnOff')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('app:sound.testHeading')}</Menu.Label>
        {([3, 4, 5, 6] as const).map((level) => (
          <Menu.Item
            key={level}
            leftSection={<Icon name="play" size={16} />}
            aria-label={t('app:sound.test', { level })}
            onClick={() => void alarmSound.test(level)}
          >
            <LevelMark level={level} small />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
