import { Menu } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { LevelMark } from '../ui/level-mark.js';
import { alarmSound } from './alarm-sound.js';

export function SoundEntries() {
  const t = useText();
  const state = useSyncExternalStore(alarmSound.subscribe, alarmSound.state);
  return (
    <>
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
    </>
  );
}
