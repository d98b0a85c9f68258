import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import { MenuOnDemand } from '../ui/menu-on-demand.js';
import { onDemand } from '../ui/on-demand.js';
import classes from './space-switcher.module.css';
import { spacesQuery } from './spaces.queries.js';
import { useDemo } from './use-demo.js';
import { useSpaceName } from './use-space-name.js';
import { useSpace } from './use-space.js';

const load = () => import('./space-entries.js');
const SpaceEntries = onDemand(async () => (await load()).SpaceEntries);

/** Live, or one of the drills and replays; and the way to play the demo storm. */
export function SpaceSwitcher() {
  const t = useText();
  const { data: spaces = [] } = useQuery(spacesQuery);
  const current = useSpace();
  const nameOf = useSpaceName();
  const { brands } = useDemo();
  const others = spaces.filter((space) => space.kind !== 'live').sort((a, b) => b.id - a.id);
  if (others.length === 0 && brands.length === 0) return null;
  return (
    <MenuOnDemand
      position="bottom-start"
      width={300}
      maxHeight={420}
      prepare={load}
      button={(wiring) => (
        <Button
          variant="default"
          className={classes.button ?? ''}
          rightSection={<Icon name="chevron" size={14} />}
          {...wiring}
        >
          <span className="sw-hidden">{t('app:space.label')}: </span>
          <span className={classes.name}>
            {current && current.kind !== 'live' ? nameOf(current) : t('app:space.live')}
          </span>
        </Button>
      )}
    >
      <SpaceEntries others={others} />
    </MenuOnDemand>
  );
}
