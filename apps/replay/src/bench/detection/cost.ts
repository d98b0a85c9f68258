import { createDetector, detectSpikes } from '@sturmwarte/detect';
import type { CountDelta } from '@sturmwarte/detect';
import { NEVER, Subject } from 'rxjs';
import { median } from '../report.js';

const START_MINUTE = 23_000_000;
const WARM_MINUTES = 90;
const MINUTES = 60;
const ROUNDS = 5;
/** Counts of one commit travel together. */
const BATCH = 500;

export interface CostResult {
  readonly topics: number;
  readonly mentions: number;
  /** Nanoseconds of this process's CPU per mention, median of the rounds. */
  readonly perMention: number;
  readonly least: number;
  readonly most: number;
}

/** What a mention costs the watch: folded through the one window over all topics, its minutes closed and judged. */
export function measureCost(topics: number, mentions: number): CostResult {
  const rounds = Array.from({ length: ROUNDS }, () => oneRound(topics, mentions));
  return {
    topics,
    mentions,
    perMention: median(rounds),
    least: Math.min(...rounds),
    most: Math.max(...rounds),
  };
}

function oneRound(topics: number, mentions: number): number {
  const detector = createDetector();
  for (let id = 0; id < topics; id++) detector.configure({ id, rules: [], since: START_MINUTE });
  const deltas$ = new Subject<readonly CountDelta[]>();
  const watch = detectSpikes(deltas$, NEVER, detector).subscribe();
  const play = (from: number, minutes: number, count: number): void => {
    for (const batch of batches(topics, from, minutes, count)) deltas$.next(batch);
  };
  play(START_MINUTE, WARM_MINUTES, Math.ceil((mentions * WARM_MINUTES) / MINUTES / 10));
  const measured = [...batches(topics, START_MINUTE + WARM_MINUTES, MINUTES, mentions)];
  const before = process.cpuUsage();
  for (const batch of measured) deltas$.next(batch);
  const { user, system } = process.cpuUsage(before);
  watch.unsubscribe();
  return ((user + system) * 1_000) / mentions;
}

/** Evenly spread mentions, one in five negative, each a delta of its own; no chance, so that rounds are alike. */
function* batches(
  topics: number,
  from: number,
  minutes: number,
  mentions: number,
): Generator<CountDelta[]> {
  let batch: CountDelta[] = [];
  for (let i = 0; i < mentions; i++) {
    const negative = i % 5 === 0 ? 1 : 0;
    batch.push({
      topicId: (Math.imul(i, 0x9e3779b1) >>> 0) % topics,
      minute: from + Math.floor((i * minutes) / mentions),
      total: 1,
      negPermille: negative === 1 ? 900 : 60,
      negCount: negative,
    });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
