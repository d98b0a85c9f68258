import type { TopicState } from './topic-state.js';

/** Thousandths of negatives: fewer in the open minutes do not lift a calm topic to an alarm. */
const FEW_NEGATIVES = 3_000;

/** Calm when its last minute closed, and hardly anything since: the next close is soon enough to judge it again. */
export function isStill(topic: TopicState): boolean {
  return topic.isCalm && isStillWith(topic.openNegatives);
}

/** The same of a calm topic, by the thousandths of negatives in its open minutes. */
export function isStillWith(openNegatives: number): boolean {
  return openNegatives < FEW_NEGATIVES;
}
