import { ActionIcon, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useText } from '../language/text.js';
import { Icon, type IconName } from '../ui/icons.js';

const NEXT: Record<MantineColorScheme, MantineColorScheme> = {
  auto: 'light',
  light: 'dark',
  dark: 'auto',
};
export const APPEARANCE_ICON: Record<MantineColorScheme, IconName> = {
  auto: 'system',
  light: 'sun',
  dark: 'moon',
};

export function AppearanceButton() {
  const t = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = `${t('app:theme.label')}: ${t(`app:theme.${colorScheme}`)}`;
  return (
    <ActionIcon
      variant="subtle"
      size={36}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(NEXT[colorScheme])}
    >
      <Icon name={APPEARANCE_ICON[colorScheme]} />
    </ActionIcon>
  );
}
