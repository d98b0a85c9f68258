import type { ReactNode } from 'react';
import type { OrderInput } from '../incidents/use-order.js';
import { Decision } from '../ui/decision.js';
import { useRoom } from './room-context.js';

/** A dialog that says what follows, asks for what is missing, and sends an order; it stays open when refused. */
export function OrderDialog({
  title,
  consequence,
  confirm,
  order,
  size,
  tone,
  onClose,
  children,
}: {
  title: string;
  consequence: string;
  confirm: string;
  /** Null while something is missing. */
  order: OrderInput | null;
  size?: 'md' | 'lg';
  tone?: 'red';
  onClose: () => void;
  children?: ReactNode;
}) {
  const { send, busy } = useRoom();
  const confirmed = async (asked: OrderInput): Promise<void> => {
    if (await send(asked)) onClose();
  };
  return (
    <Decision
      title={title}
      consequence={consequence}
      confirm={confirm}
      busy={busy}
      ready={order !== null}
      {...(size ? { size } : {})}
      {...(tone ? { tone } : {})}
      onClose={onClose}
      onConfirm={() => order !== null && void confirmed(order)}
    >
      {children}
    </Decision>
  );
}
