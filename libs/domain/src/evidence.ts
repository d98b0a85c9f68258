import type { Drivers } from './drivers.js';
import type { KeptQuiet } from './kept-quiet.js';
import type { Channel } from './mention.js';
import type { Level } from './level.js';
import type { QualityMark } from './quality-mark.js';
import type { StormCourse } from './storm-course.js';
import type { Outlook } from './outlook.js';
import type { EvidencePeak } from './planned-peak.js';

/** `unknown`: the data cannot tell (counts only, one channel, anonymous authors). Unknown is never "unmet". */
export type SignalState = 'met' | 'unmet' | 'unknown';

export const SIGNALS = [
  'ratio',
  'score',
  'share',
  'authors',
  'channels',
  'doubling',
  'media',
  'calls',
  'aggression',
  'volume',
  'rule',
] as const;
export type SignalName = (typeof SIGNALS)[number];

/** One line of "why it fired". `value` and `threshold` carry the unit of the signal; null where unknown. */
export interface Signal {
  readonly name: SignalName;
  readonly state: SignalState;
  readonly value: number | null;
  readonly threshold: number | null;
}

export interface CurvePoint {
  /** Start of the bucket, minutes since the epoch. */
  readonly minute: number;
  /** Observed sum of negative probability in the bucket. */
  readonly negative: number;
  readonly total: number;
  /** Expected negative sum and its usual upper bound; null before a baseline exists. */
  readonly expected: number | null;
  readonly upper: number | null;
}

export interface EvidenceTerm {
  readonly term: string;
  readonly count: number;
  /** How much more frequent than usual; null without a usual. */
  readonly lift: number | null;
}

/** Why an alert stands at its level, as a snapshot; references mentions, never copies their text. */
export interface Evidence {
  readonly at: string;
  readonly level: Level;
  /** `detector` (spike against baseline) or `rule` (a plain rule of the topic). */
  readonly cause: 'detector' | 'rule';
  readonly ruleId: string | null;
  readonly detectorVersion: string;
  readonly score: number | null;
  /** Negative mentions in the last 60 minutes and what was expected. */
  readonly observed: number;
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly share: number | null;
  readonly usualShare: number | null;
  readonly uniqueAuthors: number | null;
  readonly channels: readonly { readonly channel: Channel; readonly count: number }[];
  readonly doublingMinutes: number | null;
  readonly signals: readonly Signal[];
  readonly terms: readonly EvidenceTerm[];
  /** Who drives it; missing where the mentions were not read (yet), or by a server that did not ask. */
  readonly drivers?: Drivers | null;
  /** Its turning points; missing where the mentions were not read (yet). */
  readonly course?: StormCourse | null;
  /** Why the level is less sure than it looks; missing in evidence from before. */
  readonly quality?: readonly QualityMark[];
  /** What mutes kept from counting; null: nothing; missing where nobody asked (yet). */
  readonly quiet?: KeptQuiet | null;
  readonly firstMentionId: string | null;
  readonly sampleMentionIds: readonly string[];
  /** Sources silent beyond their rhythm at this moment: the picture is incomplete. */
  readonly silentSources: readonly number[];
  /** The planned peak it stands in: what is expected is lifted; null or missing: none. */
  readonly peak?: EvidencePeak | null;
  /** What is to be expected from then on; null in evidence from before there was an outlook. */
  readonly outlook: Outlook | null;
}
