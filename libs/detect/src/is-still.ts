import { LOWEST_SCORE } from './severity.js';
import type { TopicState } from './topic-state.js';

/** Thousandths of negatives: fewer in the open minutes do not lift a calm topic to an alarm. */
const FEW_NEGATIVES = 3_000;

/** Calm when its last minute closed, and hardly anything since: the next close is soon enough to judge it again. */
export function isStill(topic: TopicState): boolean {
  const { ladder, rules, lastScore } = topic;
  if (lastScore === null || lastScore >= LOWEST_SCORE || rules.rules.length > 0) return false;
  if (ladder.level > 0 || ladder.pendingSince >= 0) return false;
  let negatives = 0;
  for (const one of topic.open) negatives += one.negPermille;
  return negatives < FEW_NEGATIVES;
}
