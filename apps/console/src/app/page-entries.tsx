import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';
import type { Page } from './pages.js';

const keepSpace = ({ space }: { space?: number }) => (space === undefined ? {} : { space });

/** The pages that find no place at the bottom of a phone. */
export function PageEntries({ pages }: { pages: readonly Page[] }) {
  const t = useText();
  return pages.map((page) => (
    <Menu.Item
      key={page.name}
      component={Link}
      to={page.to}
      search={keepSpace as never}
      leftSection={<Icon name={page.name} />}
    >
      {t(`app:nav.${page.name}`)}
    </Menu.Item>
  ));
}
