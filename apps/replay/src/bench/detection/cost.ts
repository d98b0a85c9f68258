import { createDetector, detectSpikes } from '@sturmwarte/detect';
import type { CountDelta } from '@sturmwarte/detect';
import { NEVER, Subject } from 'rxjs';
import { median } from '../report.js';
import { CARRIED, madeMention } from './made-mention.js';
import type { Carried } from './made-mention.js';

const START_MINUTE = 23_000_000;
const WARM_MINUTES = 90;
const MINUTES = 60;
const ROUNDS = 5;
/** Counts of one commit travel together. */
const BATCH = 500;

export interface CostResult {
  readonly carried: Carried;
  readonly topics: number;
  readonly mentions: number;
  /** Nanoseconds of this process's CPU per mention, median of the rounds. */
  readonly perMention: number;
  readonly least: number;
  readonly most: number;
}

/**
 * What a mention costs the watch: folded through the one window over all topics, its minutes closed and judged. Rounds
 * of bare mentions and of those that carry more take turns, so that what else the machine does falls on both.
 */
export function measureCost(topics: number, mentions: number): CostResult[] {
  const rounds = new Map(CARRIED.map((carried): [Carried, number[]] => [carried, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [carried, costs] of rounds) costs.push(oneRound(carried, topics, mentions));
  return [...rounds].map(([carried, costs]) => ({
    carried,
    topics,
    mentions,
    perMention: median(costs),
    least: Math.min(...costs),
    most: Math.max(...costs),
  }));
}

function oneRound(carried: Carried, topics: number, mentions: number): number {
  const detector = createDetector();
  for (let id = 0; id < topics; id++) detector.configure({ id, rules: [], since: START_MINUTE });
  const deltas$ = new Subject<readonly CountDelta[]>();
  const watch = detectSpikes(deltas$, NEVER, detector).subscribe();
  const play = (from: number, minutes: number, count: number): void => {
    for (const batch of batches(carried, topics, from, minutes, count)) deltas$.next(batch);
  };
  play(START_MINUTE, WARM_MINUTES, Math.ceil((mentions * WARM_MINUTES) / MINUTES / 10));
  const measured = [...batches(carried, topics, START_MINUTE + WARM_MINUTES, MINUTES, mentions)];
  const before = process.cpuUsage();
  for (const batch of measured) deltas$.next(batch);
  const { user, system } = process.cpuUsage(before);
  watch.unsubscribe();
  return ((user + system) * 1_000) / mentions;
}

/** Mentions evenly spread over the minutes, each a delta of its own. */
function* batches(
  carried: Carried,
  topics: number,
  from: number,
  minutes: number,
  mentions: number,
): Generator<CountDelta[]> {
  let batch: CountDelta[] = [];
  for (let i = 0; i < mentions; i++) {
    const minute = from + Math.floor((i * minutes) / mentions);
    batch.push(madeMention(carried, i, topics, minute));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
