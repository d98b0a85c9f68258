import type { MenuProps } from '@mantine/core';
import { useState, type ReactElement, type ReactNode, type Ref } from 'react';
import { useNotice } from './notice.js';
import type { OpenedMenu } from './opened-menu.js';

/** What the button of a menu must pass on to its element. */
export interface MenuButton {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
  readonly onClick?: () => void;
  readonly onFocus?: () => void;
  readonly onPointerEnter?: () => void;
}

export interface MenuOnDemandProps extends Pick<
  MenuProps,
  'position' | 'width' | 'closeOnItemClick'
> {
  readonly button: (wiring: MenuButton) => ReactElement;
  /** Beyond it the entries scroll. */
  readonly maxHeight?: number;
  /** Fetches the code of the entries. */
  readonly prepare: () => Promise<unknown>;
  /** The entries, best a lazy component. */
  readonly children: ReactNode;
}

/** A menu whose machinery is fetched when somebody reaches for its button: the first screen does without it. */
export function MenuOnDemand({ prepare, ...menu }: MenuOnDemandProps) {
  const notice = useNotice();
  const [fetched, setFetched] = useState<{ readonly Menu: typeof OpenedMenu } | null>(null);
  if (fetched !== null) return <fetched.Menu {...menu} />;
  const fetchAll = async (): Promise<typeof OpenedMenu> => {
    const [{ OpenedMenu }] = await Promise.all([import('./opened-menu.js'), prepare()]);
    return OpenedMenu;
  };
  // What fails while one only passes by is tried again, and told, at the click.
  const reach = (): void => void fetchAll().catch(() => undefined);
  const open = (): void =>
    void fetchAll().then(
      (Menu) => setFetched({ Menu }),
      (problem: unknown) => notice.refusal(problem),
    );
  return menu.button({
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: open,
    onFocus: reach,
    onPointerEnter: reach,
  });
}
