import { ALARM_LEVEL, LEVELS, type Level, type OutlookWait } from '@sturmwarte/domain';
import { countChannels } from '../channels.js';
import type { Reading } from '../reading.js';
import { demandOf, type Demand } from '../severity.js';

/** What is missing for the next level. */
export interface WayUp {
  readonly level: Level;
  /** Negatives an hour it would take: by number, by ratio, and by critics if each goes on saying as much. */
  readonly negatives: number;
  readonly observed: number;
  /** Missing in score and in share; 0 where nothing is. */
  readonly score: number;
  readonly share: number;
  /** What counts cannot foretell and is missing; null where nothing is. */
  readonly waitsFor: OutlookWait | null;
}

/** Null on the highest level. */
export function wayUp(reading: Reading, level: Level): WayUp | null {
  const next = LEVELS[level + 1];
  if (next === undefined) return null;
  const { observed, expected, ratio, share, uniqueAuthors, score } = reading;
  const demand = demandOf(reading, next);
  const byRatio = ratio === null || ratio === 0 ? 0 : (demand.ratio * observed) / ratio;
  const byAuthors = uniqueAuthors ? (demand.authors * observed) / uniqueAuthors : 0;
  return {
    level: next,
    negatives: Math.max(demand.observed, expected === null ? 0 : byRatio, byAuthors),
    observed,
    score: Math.max(0, demand.score - score),
    share: share === null ? 0 : Math.max(0, demand.share - share),
    waitsFor: waitsFor(reading, next, demand),
  };
}

function waitsFor(reading: Reading, level: Level, demand: Demand): OutlookWait | null {
  const { channelsTell, channels, praise } = reading;
  if (praise !== null && level >= ALARM_LEVEL) return 'support';
  return channelsTell && countChannels(channels) < demand.channels ? 'channels' : null;
}
