import type { OrderInput } from '../incidents/use-order.js';

export type TickOrder = Extract<OrderInput, { type: 'start-step' | 'finish-step' }>;

/** A step somebody ticked without a connection. */
export interface WaitingTick {
  readonly id: number;
  readonly personId: number;
  readonly incidentId: number;
  /** The newest entry the person had on screen. */
  readonly seen: number;
  readonly order: TickOrder;
  /** By the person's own clock, ms. */
  readonly at: number;
}

/**
 * May this wait for the connection? Beginning a step and ticking one that asks for nothing; never what decides,
 * approves, publishes or starts a clock.
 */
export function mayWait(order: OrderInput): order is TickOrder {
  if (order.type === 'start-step') return true;
  return order.type === 'finish-step' && Object.keys(order.inputs ?? {}).length === 0;
}
