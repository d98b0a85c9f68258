import type { CommandAnswer, IncidentDetail } from '@sturmwarte/contracts';
import type {
  Incident,
  IncidentClock,
  IncidentCommand,
  JournalEntry,
  ProofMethod,
} from '@sturmwarte/domain';
import { createContext, useContext } from 'react';
import type { OrderInput } from '../incidents/use-order.js';
import type { Playbooks } from '../incidents/use-playbooks.js';

export interface Room {
  readonly id: number;
  readonly incident: Incident;
  /** The loaded end of the journal, oldest first. */
  readonly entries: IncidentDetail['entries'];
  readonly playbooks: Playbooks;
  readonly clocks: ReadonlyMap<string, IncidentClock>;
  /** The server's own question: why this would be refused, in a sentence; null when it would not. */
  readonly ask: (command: IncidentCommand) => string | null;
  /** Sends an order; says who was first when refused. True when it became true. */
  readonly send: (order: OrderInput) => Promise<boolean>;
  /** As `send`, and what became true by it; null when it was refused. */
  readonly order: (order: OrderInput) => Promise<CommandAnswer | null>;
  /** Takes over entries that another route answered. */
  readonly put: (entries: readonly JournalEntry[]) => void;
  readonly busy: boolean;
  /** The time in this incident's space, ms; for asking, not for showing. */
  readonly now: () => number;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('no room around this component');
  return room;
}

/** Stands for the proof of identity the server will ask for. */
export const SOME_PROOF: ProofMethod = 'password';

/** Stands for a reason nobody has written yet, when a button asks whether it may be pressed. */
export const SOME_REASON = '…';
