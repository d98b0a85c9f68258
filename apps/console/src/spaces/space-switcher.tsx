import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LIVE_SPACE_ID, type Space } from '@sturmwarte/domain';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import classes from './space-switcher.module.css';
import { spacesQuery } from './spaces.queries.js';
import { useDemo } from './use-demo.js';
import { useSpace } from './use-space.js';

/** Live, or one of the drills and replays; and the way to play the demo storm. */
export function SpaceSwitcher() {
  const t = useText();
  const navigate = useNavigate();
  const { data: spaces = [] } = useQuery(spacesQuery);
  const current = useSpace();
  const others = spaces.filter((space) => space.kind !== 'live').sort((a, b) => b.id - a.id);
  const { brands, demo } = useDemo();
  if (others.length === 0 && brands.length === 0) return null;
  const go = (space: number): void =>
    void navigate({ to: '/', search: space === LIVE_SPACE_ID ? {} : { space } });
  const nameOf = (space: Space): string => {
    const kind = t(`names:spaceKind.${space.kind}`);
    return space.name.startsWith(kind) ? space.name : `${kind}: ${space.name}`;
  };
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          variant="default"
          className={classes.button ?? ''}
          rightSection={<Icon name="chevron" size={14} />}
        >
          <span className="sw-hidden">{t('app:space.label')}: </span>
          <span className={classes.name}>
            {current && current.kind !== 'live' ? nameOf(current) : t('app:space.live')}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
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
            {brands.length > 1
              ? t('app:space.demoFor', { brand: brand.name })
              : t('app:space.demo')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
