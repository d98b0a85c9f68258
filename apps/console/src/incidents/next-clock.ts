import { ATTENTIONS, attentionOf, type Attention, type IncidentClock } from '@sturmwarte/domain';

export interface NextClock {
  readonly clock: IncidentClock;
  readonly attention: Attention;
  /** Null: it counts up, or nobody has assessed it. */
  readonly dueMs: number | null;
}

/** The clock to look at first: the loudest, of these the one that is due first. Null when all are settled. */
export function nextClock(clocks: readonly IncidentClock[], nowMs: number): NextClock | null {
  const open = clocks
    .map((clock) => ({
      clock,
      attention: attentionOf(clock, nowMs),
      dueMs: dueOf(clock),
    }))
    .filter(({ attention }) => attention !== 'quiet');
  const [first] = open.sort(
    (a, b) =>
      ATTENTIONS.indexOf(b.attention) - ATTENTIONS.indexOf(a.attention) ||
      (a.dueMs ?? Infinity) - (b.dueMs ?? Infinity),
  );
  return first ?? null;
}

/** When a running clock is due; null for one that counts up or does not run. */
export function dueOf({ standing }: IncidentClock): number | null {
  return standing.kind === 'running' ? standing.marks.dueMs : null;
}
