import type { Actor } from '../incident/actor.js';
import type { Incident } from '../incident/incident.js';
import { approvalStateOf, isOpen, type ApprovalState } from './approval-state.js';
import { isOutAlready } from './is-out-already.js';
import { mayApprove, type OfferedPlace } from './may-approve.js';
import type { Statement, Variant } from './statement.js';

/** A text that waits for a yes, as one person sees it. */
export interface WaitingText {
  readonly statement: Statement;
  readonly variant: Variant;
  readonly state: ApprovalState;
  /** What this person may fill now; empty: it waits for others. */
  readonly places: readonly OfferedPlace[];
  /** When this person's time begins, as deputy, as the next rung, or when the stage before is through; ISO. */
  readonly mineFrom: string | null;
  /** The end of the earliest open box, ISO. */
  readonly dueAt: string | null;
}

/** Every text of an incident that waits for somebody, at a moment (ISO). */
export function waitingTexts(incident: Incident, actor: Actor, at: string): WaitingText[] {
  return incident.statements.flatMap((statement) =>
    statement.variants.flatMap((variant): WaitingText[] => {
      const state = approvalStateOf(incident, statement, variant, at);
      if (state.phase !== 'waiting' || incident.state === 'merged') return [];
      if (isOutAlready(incident, statement, variant)) return [];
      const { places, refusal } = mayApprove(incident, statement, variant, actor, at);
      const from = refusal?.code === 'approval-not-yet' ? refusal.params['from'] : null;
      const mineFrom = typeof from === 'string' ? from : null;
      const ends = state.stages
        .flatMap((stage) => stage.places)
        .flatMap(({ turn, endsAt }) => (isOpen(turn) && endsAt !== null ? [endsAt] : []));
      return [{ statement, variant, state, places, mineFrom, dueAt: ends.sort()[0] ?? null }];
    }),
  );
}
