import { Menu } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import './late.css';
import type { MenuOnDemandProps } from './menu-button.js';

/** The real menu, opened at once: it takes the place of the button that asked for it. */
export function OpenedMenu({
  button,
  maxHeight,
  children,
  ...menu
}: Omit<MenuOnDemandProps, 'prepare'>) {
  const target = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      // The focus was on the button before; the menu gives it back there when it closes.
      target.current?.focus({ preventScroll: true });
      setOpened(true);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Menu {...menu} opened={opened} onChange={setOpened}>
      <Menu.Target>{button({ ref: target })}</Menu.Target>
      <Menu.Dropdown
        {...(maxHeight === undefined ? {} : { mah: maxHeight, style: { overflowY: 'auto' } })}
      >
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
