import { CHANNELS, type DrivingThread } from '@sturmwarte/domain';
import { nameOfPost, type PostName } from '@sturmwarte/store';
import { groupBy } from './group-by.js';
import type { Heard } from './heard.js';

const MOST = 3;
const FEWEST = 5;
const FEWEST_SHARE = 0.1;

/** A conversation below a post that may be stored or not. */
export interface FoundThread {
  readonly head: PostName;
  readonly answers: readonly Heard[];
}

/** The conversations in which much of it is said, largest first. */
export function findThreads(heard: readonly Heard[]): FoundThread[] {
  const fewest = Math.max(FEWEST, FEWEST_SHARE * heard.length);
  const threads = groupBy(heard, ({ row }) => {
    const { thread, sourceId, externalId } = row;
    return thread === null || thread === externalId
      ? null
      : nameOfPost({ sourceId, externalId: thread });
  });
  return [...threads.values()]
    .filter(({ length }) => length >= fewest)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .flatMap((answers) => {
      const { sourceId, thread } = answers[0]?.row ?? {};
      if (sourceId === undefined || typeof thread !== 'string') return [];
      return [{ head: { sourceId, externalId: thread }, answers }];
    });
}

/** `heads`: the mentions that the heads are, by `nameOfPost`. */
export function drivingThreads(
  threads: readonly FoundThread[],
  heads: ReadonlyMap<string, string>,
): DrivingThread[] {
  return threads.map(({ head, answers }) => {
    const known = heads.get(nameOfPost(head));
    const newest = answers[0]?.row;
    return {
      mentionId: known ?? newest?.id ?? '',
      hasHead: known !== undefined,
      answers: answers.length,
      channel: CHANNELS[newest?.channel ?? -1] ?? 'other',
    };
  });
}
