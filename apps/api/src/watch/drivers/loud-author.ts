import type { LoudAuthor } from '@sturmwarte/domain';
import { groupBy } from './group-by.js';
import type { Heard } from './heard.js';

const FEWEST = 8;
const SHARE = 0.25;

/** One critic who says a quarter of it, or more; null: there is none. */
export function findLoudAuthor(heard: readonly Heard[]): LoudAuthor | null {
  const fewest = Math.max(FEWEST, SHARE * heard.length);
  let loudest: readonly Heard[] = [];
  for (const mentions of groupBy(heard, ({ row }) => row.authorKey).values()) {
    if (mentions.length > loudest.length) loudest = mentions;
  }
  const [newest] = loudest;
  if (newest === undefined || loudest.length < fewest) return null;
  return { mentionId: newest.row.id, mentions: loudest.length };
}
