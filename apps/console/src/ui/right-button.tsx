import { Button, type ButtonProps } from '@mantine/core';
import { rolesWith, type Right } from '@sturmwarte/domain';
import { useId, type ReactNode } from 'react';
import { useText } from '../language/text.js';
import classes from './right-button.module.css';
import { useMay } from '../session/session.js';

/**
 * A button that asks the same function as the server. Without the right it stays readable and reachable, does
 * nothing, and says which roles may.
 */
export function RightButton({
  right,
  brandId,
  onClick,
  children,
  shortcut,
  ...rest
}: Omit<ButtonProps, 'disabled'> & {
  right: Right;
  brandId: number | null;
  onClick: () => void;
  children: ReactNode;
  /** The single key that does the same, shown on the button. */
  shortcut?: string;
}) {
  const t = useText();
  const allowed = useMay()(right, brandId);
  const hintId = useId();
  if (allowed) {
    const key = shortcut ? { rightSection: <kbd className={classes.key}>{shortcut}</kbd> } : {};
    return (
      <Button {...rest} {...key} aria-keyshortcuts={shortcut} onClick={onClick}>
        {children}
      </Button>
    );
  }
  const roles = rolesWith(right)
    .map((role) => t(`names:role.${role}`))
    .join(', ');
  const hint = t('app:error.rolesWhoMay', { roles });
  return (
    <>
      <Button {...rest} aria-disabled="true" data-disabled title={hint} aria-describedby={hintId}>
        {children}
      </Button>
      <span id={hintId} className="sw-hidden">
        {hint}
      </span>
    </>
  );
}
