import type { LookBack } from './look-back.js';
import type { Reading } from './reading.js';
import { rungOf } from './severity.js';
import type { TopicState } from './topic-state.js';

/** Lets a topic rise as far as the reading says: plain rules at once, the detector by its ladder. */
export function raise(topic: TopicState, reading: Reading, window: LookBack, at: number): void {
  topic.rules.meet(reading.minute, window);
  const rung = rungOf(reading);
  const reached = topic.cooldown.limit(at, rung.reached, topic.cooldownMs);
  topic.ladder.rise(at, { ...rung, reached });
  topic.cooldown.see(at, topic.ladder.level);
  topic.noteCalm();
}
