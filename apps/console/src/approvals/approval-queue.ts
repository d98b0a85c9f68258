import type { IncidentView } from '@sturmwarte/contracts';
import {
  approvalStateOf,
  isOpen,
  isOutAlready,
  mayApprove,
  type Actor,
  type ApprovalState,
  type CrisisRole,
  type OfferedPlace,
  type PersonRef,
  type Statement,
  type Variant,
} from '@sturmwarte/domain';

export interface WaitingVariant {
  readonly variant: Variant;
  readonly state: ApprovalState;
  /** What this person may fill now; empty: it waits for others. */
  readonly places: readonly OfferedPlace[];
  /** When this person's time begins, as deputy or as the next rung; null: not at all, or now. ISO. */
  readonly mineFrom: string | null;
}

/** A statement of which at least one text waits for somebody. */
export interface QueueItem {
  readonly key: string;
  readonly view: IncidentView;
  readonly statement: Statement;
  readonly waiting: readonly WaitingVariant[];
  readonly isMine: boolean;
  /** The end of the earliest box that is open, ISO; null: none is. */
  readonly dueAt: string | null;
  /** When the first deputy is asked, while only holders are; ISO. */
  readonly deputyAt: string | null;
  readonly asked: readonly PersonRef[];
  /** Roles in which somebody is asked and no seat says who. */
  readonly roles: readonly CrisisRole[];
}

/** Everything that waits for a yes, mine first, the most urgent on top. */
export function approvalQueue(
  views: readonly IncidentView[],
  me: Actor,
  at: string,
): readonly QueueItem[] {
  return views
    .flatMap((view) =>
      view.incident.statements.flatMap((statement) => {
        const item = itemOf(view, statement, me, at);
        return item === null ? [] : [item];
      }),
    )
    .sort(byUrgency);
}

/** The reader's own first, then what is due soonest. */
export const byUrgency = (one: QueueItem, other: QueueItem): number =>
  Number(other.isMine) - Number(one.isMine) ||
  (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9') ||
  one.statement.id - other.statement.id;

function itemOf(view: IncidentView, statement: Statement, me: Actor, at: string): QueueItem | null {
  const { incident } = view;
  if (incident.state === 'merged' || statement.dropped !== null) return null;
  const waiting = statement.variants.flatMap((variant): WaitingVariant[] => {
    if (variant.asked === null || variant.dropped !== null) return [];
    const state = approvalStateOf(incident, statement, variant, at);
    if (state.phase !== 'waiting' || isOutAlready(incident, statement, variant)) return [];
    const { places, refusal } = mayApprove(incident, statement, variant, me, at);
    const from = refusal?.code === 'approval-not-yet' ? refusal.params['from'] : null;
    return [{ variant, state, places, mineFrom: typeof from === 'string' ? from : null }];
  });
  if (waiting.length === 0) return null;
  const open = waiting
    .flatMap(({ state }) => state.stages.flatMap(({ places }) => places))
    .filter(({ turn }) => isOpen(turn));
  const people = open.flatMap(({ asked }) => asked);
  const deputies = open.filter(({ turn, deputy }) => turn === 'holder' && deputy !== null);
  return {
    key: `${view.id}-${statement.id}`,
    ...{ view, statement, waiting },
    isMine: waiting.some(({ places }) => places.length > 0),
    dueAt: earliest(open.map(({ endsAt }) => endsAt)),
    deputyAt: earliest(deputies.map(({ deputyAt }) => deputyAt)),
    asked: people.filter(({ id }, index) => people.findIndex((one) => one.id === id) === index),
    roles: [...new Set(open.filter(({ asked }) => asked.length === 0).map(({ role }) => role))],
  };
}

function earliest(times: readonly (string | null)[]): string | null {
  return times.filter((time) => time !== null).sort()[0] ?? null;
}
