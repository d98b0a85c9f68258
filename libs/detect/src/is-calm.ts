import type { Score } from './score.js';
import { LOWEST_SCORE } from './severity.js';
import type { TopicState } from './topic-state.js';

/** Nothing is up, nothing was up, and no rule waits: most topics in most minutes. Such a topic needs no full reading. */
export function isCalm(topic: TopicState, score: Score): boolean {
  return score.value < LOWEST_SCORE && topic.isUnruffled;
}
