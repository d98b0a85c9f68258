import type { Channel } from './mention.js';

/** Said by many and more than usual. Kept as people write it, erased with the mentions it comes from. */
export interface DrivingHashtag {
  /** Without the sign. */
  readonly tag: string;
  readonly count: number;
  /** How much more frequent than usual; null where it was never heard before, or nothing is usual yet. */
  readonly lift: number | null;
}

/** A conversation that carries criticism: answers and comments below one post. */
export interface DrivingThread {
  /** The post it hangs on where we have it, else its newest answer. */
  readonly mentionId: string;
  readonly hasHead: boolean;
  readonly answers: number;
  readonly channel: Channel;
}

/** Why copies look as if one hand had spread them. */
export const COPY_SIGNS = ['few-authors', 'new-authors', 'in-step'] as const;
export type CopySign = (typeof COPY_SIGNS)[number];

/** One text in many mouths: nearly equal texts and what people passed on, counted once. */
export interface DrivingCluster {
  /** The oldest of them that was read. */
  readonly mentionId: string;
  readonly channel: Channel;
  /** The first included. */
  readonly mentions: number;
  /** Of those, passed on openly; the others are copies under a name of their own. */
  readonly reposts: number;
  readonly authors: number;
  readonly signs: readonly CopySign[];
  /** Two signs at least: it looks automated. */
  readonly looksAutomated: boolean;
}

/** A critic whom many hear, or an outlet. Who it is, the mention knows. */
export interface Multiplier {
  readonly mentionId: string;
  readonly channel: Channel;
  /** People who could have seen it; null for an outlet of unknown reach. */
  readonly reach: number | null;
  readonly isOutlet: boolean;
  readonly mentions: number;
}

/** One critic who says much of it. */
export interface LoudAuthor {
  readonly mentionId: string;
  readonly mentions: number;
}

/**
 * Who drives it: counts over the newest negative mentions of the last hour and references to them, never copies of
 * what they say, hashtags excepted.
 */
export interface Drivers {
  /** When the present unrest began; null: unknown. */
  readonly since: string | null;
  /** Negative mentions these counts are taken from. */
  readonly read: number;
  /** All of the hour were read, not only its newest. */
  readonly isAll: boolean;
  /** Distinct authors of those; null where authors are not known. */
  readonly authors: number | null;
  /** Of those, never before heard on this topic; null where there is no past to compare with. */
  readonly newAuthors: number | null;
  readonly reposts: number;
  readonly hashtags: readonly DrivingHashtag[];
  readonly threads: readonly DrivingThread[];
  readonly clusters: readonly DrivingCluster[];
  readonly multipliers: readonly Multiplier[];
  readonly loudAuthor: LoudAuthor | null;
}
