import type { OutletTier } from './mention.js';

/** Where mentions come from: one feed with its own token, rhythm and retention. */
export interface Source {
  readonly id: number;
  readonly spaceId: number;
  /** Whose mentions these are; null: of every brand. */
  readonly brandId: number | null;
  readonly name: string;
  readonly active: boolean;
  /** Days its mentions are kept, counted from receipt. */
  readonly retentionDays: number;
  /** Minutes without a mention after which people are told; null: learned from its own rhythm. */
  readonly silentAfterMinutes: number | null;
  /** The tier of the outlet this source is; `none` for what is no single outlet. */
  readonly outletTier: OutletTier;
}

export const SOURCE_STATES = ['new', 'ok', 'silent', 'paused'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** What a source's own past says about its gaps, in minutes. */
export interface SourceRhythm {
  /** Longest usual gap (99 %) at this hour; null until it has been heard for a day. */
  readonly usualGapMinutes: number | null;
}

const SILENT_FLOOR_MINUTES = 10;
const SILENT_FACTOR = 3;

/** Silence is not calm: is this source quieter than it ever is? */
export function sourceState(
  source: Pick<Source, 'active' | 'silentAfterMinutes'>,
  lastHeardMs: number | null,
  rhythm: SourceRhythm,
  nowMs: number,
): SourceState {
  if (!source.active) return 'paused';
  if (lastHeardMs === null) return 'new';
  const limit = silenceLimitMinutes(source, rhythm);
  if (limit === null) return 'ok';
  return nowMs - lastHeardMs > limit * 60_000 ? 'silent' : 'ok';
}

/** Minutes of silence that count as too long; null while nothing is known. */
export function silenceLimitMinutes(
  source: Pick<Source, 'silentAfterMinutes'>,
  rhythm: SourceRhythm,
): number | null {
  if (source.silentAfterMinutes !== null) return source.silentAfterMinutes;
  if (rhythm.usualGapMinutes === null) return null;
  return Math.max(SILENT_FLOOR_MINUTES, rhythm.usualGapMinutes * SILENT_FACTOR);
}
