import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useText } from '../language/text.js';
import { Decision } from '../ui/decision.js';

export interface Guard {
  readonly isAsking: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
  /** What was typed is safe: nobody needs to be asked on the way out. */
  readonly release: () => void;
}

/** Holds whoever leaves the page while something typed is not saved. */
export function useLeaveGuard(isDirty: boolean): Guard {
  const dirty = useRef(isDirty);
  useEffect(() => {
    dirty.current = isDirty;
  }, [isDirty]);
  const blocker = useBlocker({
    shouldBlockFn: () => dirty.current,
    enableBeforeUnload: () => dirty.current,
    withResolver: true,
  });
  return {
    isAsking: blocker.status === 'blocked',
    leave: () => blocker.proceed?.(),
    stay: () => blocker.reset?.(),
    release: () => {
      dirty.current = false;
    },
  };
}

export function LeaveGuard({ guard, name }: { guard: Guard; name: string }) {
  const t = useText();
  if (!guard.isAsking) return null;
  return (
    <Decision
      title={t('topics:leave.title')}
      consequence={t('topics:leave.text', { name })}
      confirm={t('topics:leave.confirm')}
      busy={false}
      onConfirm={guard.leave}
      onClose={guard.stay}
    />
  );
}
