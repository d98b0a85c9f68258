import { Button, type ButtonProps } from '@mantine/core';
import type { IncidentCommand } from '@sturmwarte/domain';
import { useId, type ReactNode } from 'react';
import keys from '../ui/right-button.module.css';
import { useRoom } from './room-context.js';

/**
 * A button that asks the same decision as the server. When the answer would be no, it stays readable and reachable,
 * does nothing, and says why.
 */
export function AskButton({
  command,
  onClick,
  children,
  about,
  shortcut,
  blocked = null,
  ...rest
}: Omit<ButtonProps, 'disabled'> & {
  command: IncidentCommand;
  onClick: () => void;
  children: ReactNode;
  /** What it is about, for those who do not see where it stands. */
  about?: string;
  /** The single key that does the same, shown on the button. */
  shortcut?: string;
  /** Why it must wait, whatever the decision would say. */
  blocked?: string | null;
}) {
  const hintId = useId();
  const { ask } = useRoom();
  const why = blocked ?? ask(command);
  const inner = (
    <>
      {children}
      {about === undefined ? null : <span className="sw-hidden">: {about}</span>}
    </>
  );
  if (why === null) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        {...rest}
        {...(shortcut === undefined
          ? {}
          : {
              rightSection: <kbd className={keys.key}>{shortcut}</kbd>,
              'aria-keyshortcuts': shortcut,
            })}
        onClick={onClick}
      >
        {inner}
      </Button>
    );
  }
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        {...rest}
        aria-disabled="true"
        data-disabled
        title={why}
        aria-describedby={hintId}
      >
        {inner}
      </Button>
      <span id={hintId} className="sw-hidden">
        {why}
      </span>
    </>
  );
}
