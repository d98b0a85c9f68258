import type { MentionView } from '@sturmwarte/contracts';

/** The newest mentions as the server has them now, without a hole. */
export interface Look {
  /** Newest first. */
  readonly mentions: readonly MentionView[];
  /** Reaches down to what is shown; otherwise more lies between. */
  readonly meets: boolean;
  /** Where it goes on; null: there is nothing older. */
  readonly next: string | null;
}

/** Ids are decimal numbers of up to 19 digits: too long for a number, without leading zeros. */
export function isNewer(id: string, than: string): boolean {
  return id.length === than.length ? id > than : id.length > than.length;
}

/** How many of the look are newer than everything shown. */
export function countNewer(shown: readonly MentionView[], look: Look): number {
  const newest = shown[0]?.id;
  if (newest === undefined) return look.mentions.length;
  return look.mentions.filter((mention) => isNewer(mention.id, newest)).length;
}

/**
 * The list after a look: what the look covers is as the look says (judged anew, erased, folded), what lies below stays.
 * A look that does not meet the list begins it anew, for a list with a hole would lie.
 */
export function mergeLook(shown: readonly MentionView[], look: Look): readonly MentionView[] {
  const known = new Map(shown.map((mention) => [mention.id, mention]));
  const top = look.mentions.map((mention) => keepSame(known.get(mention.id), mention));
  const oldest = look.mentions.at(-1)?.id;
  if (!look.meets || look.next === null || oldest === undefined) return top;
  return [...top, ...shown.filter((mention) => isNewer(oldest, mention.id))];
}

/** The same object for the same content: rows that did not change are not drawn again. */
function keepSame(before: MentionView | undefined, now: MentionView): MentionView {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
