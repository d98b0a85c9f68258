import { dayOf, firstIdOf } from '../mentions/mention-id.js';

export interface EvidenceSpan {
  readonly topicId: number;
  /** Minute since the epoch the span begins or ends with, by the clock of the topic's space. */
  readonly minute: number;
  /** Mentions received on earlier days (milliseconds, the server's clock) are not looked for; null: all of them. */
  readonly receivedSinceMs: number | null;
}

/** The first id a mention of the span can have. */
export function sinceId({ receivedSinceMs }: EvidenceSpan): number {
  return receivedSinceMs === null ? 0 : firstIdOf(dayOf(receivedSinceMs));
}
