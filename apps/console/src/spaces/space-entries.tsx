import { Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { LIVE_SPACE_ID, type Space } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { useDemo } from './use-demo.js';
import { useSpaceName } from './use-space-name.js';

/** `others`: the spaces beside the live one, the newest first. */
export function SpaceEntries({ others }: { others: readonly Space[] }) {
  const t = useText();
  const navigate = useNavigate();
  const nameOf = useSpaceName();
  const { brands, demo } = useDemo();
  const go = (space: number): void =>
    void navigate({ to: '/', search: space === LIVE_SPACE_ID ? {} : { space } });
  return (
    <>
      <Menu.Item onClick={() => go(LIVE_SPACE_ID)}>{t('app:space.live')}</Menu.Item>
      {others.length > 0 ? <Menu.Divider /> : null}
      {others.map((space) => (
        <Menu.Item key={space.id} onClick={() => go(space.id)}>
          {nameOf(space)}
          {space.endedAt ? ` (${t('app:space.ended')})` : ''}
        </Menu.Item>
      ))}
      {brands.length > 0 ? <Menu.Divider /> : null}
      {brands.map((brand) => (
        <Menu.Item
          key={brand.id}
          leftSection={<Icon name="play" size={16} />}
          onClick={() => demo.mutate(brand.id)}
        >
          {brands.length > 1 ? t('app:space.demoFor', { brand: brand.name }) : t('app:space.demo')}
        </Menu.Item>
      ))}
    </>
  );
}
