import { OUTLET_TIERS, type Channel, type OutletTier } from './mention.js';

/** Where the criticism turned up first, and when. */
export interface FirstOnChannel {
  readonly channel: Channel;
  /** ISO, by the space's clock. */
  readonly at: string;
  readonly mentionId: string;
}

/** An outlet that carried criticism since it began. */
export interface HeardOutlet {
  readonly outlet: string;
  readonly tier: OutletTier;
  readonly at: string;
  readonly mentionId: string;
  readonly mentions: number;
}

/** The turning points of a storm, with their times: references, never copies of what was said. */
export interface StormCourse {
  /** Channels that take part, in the order they joined: the second is the jump. */
  readonly channels: readonly FirstOnChannel[];
  /** Outlets, those heard furthest first; at most `MOST_OUTLETS`. */
  readonly outlets: readonly HeardOutlet[];
}

export const MOST_OUTLETS = 20;
const PRESS: readonly OutletTier[] = ['online', 'print', 'broadcast'];

/** The moment it jumped to another channel; null while it stays on one. */
export function jumpOf({ channels }: StormCourse): FirstOnChannel | null {
  return channels[1] ?? null;
}

/** The first outlet of the press (online, print, radio and television; a blog is none); null before. */
export function firstPressOf({ outlets }: StormCourse): HeardOutlet | null {
  const press = outlets.filter(({ tier }) => PRESS.includes(tier));
  return press.reduce<HeardOutlet | null>(
    (first, one) => (first === null || one.at < first.at ? one : first),
    null,
  );
}

/** What was known stays known: mentions expire or leave the window that is read, their firsts do not. */
export function mergeCourses(
  known: StormCourse | null | undefined,
  read: StormCourse | null | undefined,
): StormCourse | null {
  if (!known || !read) return known ?? read ?? null;
  const channels = new Map(known.channels.map((one) => [one.channel, one]));
  for (const one of read.channels) {
    const before = channels.get(one.channel);
    if (before === undefined || one.at < before.at) channels.set(one.channel, one);
  }
  const outlets = new Map(known.outlets.map((one) => [one.outlet, one]));
  for (const one of read.outlets) {
    const before = outlets.get(one.outlet);
    const first = before === undefined || one.at < before.at ? one : before;
    const mentions = Math.max(one.mentions, before?.mentions ?? 0);
    outlets.set(one.outlet, { ...first, mentions });
  }
  return { channels: inOrder([...channels.values()]), outlets: heaviest([...outlets.values()]) };
}

export function inOrder<T extends { readonly at: string }>(firsts: readonly T[]): T[] {
  return [...firsts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The first press outlet always stays, or a storm in all papers would forget where it began. */
export function heaviest(outlets: readonly HeardOutlet[]): HeardOutlet[] {
  const weight = ({ tier }: HeardOutlet): number => OUTLET_TIERS.indexOf(tier);
  const sorted = inOrder(outlets).sort((a, b) => weight(b) - weight(a));
  const first = firstPressOf({ channels: [], outlets });
  const most = sorted.slice(0, MOST_OUTLETS);
  return first === null || most.includes(first) ? most : [...most.slice(0, -1), first];
}
