import type { MenuProps } from '@mantine/core';
import type { ReactElement, ReactNode, Ref } from 'react';

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
