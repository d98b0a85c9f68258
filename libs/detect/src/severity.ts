import { ALARM_LEVEL, LEVELS, NOTICE_LEVEL } from '@sturmwarte/domain';
import type { Level, Signal, SignalName } from '@sturmwarte/domain';
import { countChannels } from './channels.js';
import type { Rung } from './level-ladder.js';
import type { Reading } from './reading.js';

/** What a level asks for. 0 asks for nothing. Volumes: last 60 minutes. */
export interface Demand {
  readonly score: number;
  readonly observed: number;
  readonly ratio: number;
  readonly authors: number;
  readonly channels: number;
  readonly share: number;
}

/**
 * Heard shares at which a protest is a campaign, or rages. The word lists hear about one insult in ten and not every
 * call: what they do not hear holds no level down, what they hear lets levels 5 and 6 be reached with part of the volume.
 */
const HEARD = { calls: 0.05, aggression: 0.05 };
const HEARD_EASES = 0.6;

/** The social column of the scale. Meaning from the literature, numbers from our own measurements: a proposal. */
const SOCIAL: Readonly<Record<Level, Demand>> = {
  0: { score: -Infinity, observed: 0, ratio: 0, authors: 0, channels: 0, share: 0 },
  1: { score: 1, observed: 1, ratio: 0, authors: 0, channels: 0, share: 0 },
  2: { score: 2, observed: 4, ratio: 1.2, authors: 3, channels: 0, share: 0 },
  3: { score: 3, observed: 8, ratio: 1.5, authors: 6, channels: 0, share: 0 },
  4: { score: 3.5, observed: 30, ratio: 6, authors: 20, channels: 2, share: 0 },
  5: { score: 4, observed: 100, ratio: 15, authors: 60, channels: 2, share: 0.5 },
  6: { score: 4.5, observed: 300, ratio: 40, authors: 150, channels: 3, share: 0.5 },
};

/** Below this score there is no level, whatever the media do. */
export const LOWEST_SCORE = SOCIAL[1].score;

/** The media column: outlets beyond the usual number, and how the social side must stand for them to lift the level. */
const MEDIA: readonly { level: Level; outlets: number; classic: number; social: Level }[] = [
  { level: 6, outlets: 40, classic: Infinity, social: 3 },
  { level: 5, outlets: 15, classic: 4, social: 3 },
  { level: 4, outlets: 5, classic: 2, social: 2 },
  { level: 3, outlets: 3, classic: 1, social: 1 },
];

/**
 * A few loud people are no storm: an alarm asks for more critics than there usually are negatives. Where each stands for
 * more than so many posts, for more than there are at most. Up to this many critics: their count is coarse beyond.
 */
const POSTS_PER_CRITIC = 2;
const CRITICS_MOST = 400;

/** To hold a level, less is enough than to reach it. */
const SLACK = { score: 1.1, share: 0.7 };
/** So much evidence needs no second look. */
const OVERWHELMING = { score: 5, observed: 60 };

export function rungOf(reading: Reading): Rung {
  const reached = levelOf(reading, 1, 0);
  return {
    // Joy may be as loud as it likes: it is noted, and calls nobody.
    reached: reading.praise !== null && reached >= ALARM_LEVEL ? NOTICE_LEVEL : reached,
    stay: levelOf(reading, SLACK.share, SLACK.score),
    overwhelming: reading.score >= OVERWHELMING.score && reading.observed >= OVERWHELMING.observed,
  };
}

/** What a level asks for at this moment, critics as many as the usual criticism makes necessary. */
export function demandOf(reading: Reading, level: Level): Demand {
  const demand = SOCIAL[level];
  const part = eased(reading, level);
  return {
    ...demand,
    observed: demand.observed * part,
    ratio: demand.ratio * part,
    authors: criticsFor(reading, level),
  };
}

/** The part of a level's volume that is enough, by what is called for and how. */
function eased({ calls, aggression }: Reading, level: Level): number {
  const rages = (aggression ?? 0) >= HEARD.aggression;
  const calling = (calls ?? 0) >= HEARD.calls;
  return (level === 6 && rages) || (level === 5 && (rages || calling)) ? HEARD_EASES : 1;
}

/** Every signal against what `level` asks for: the lines of "why it fired". */
export function signalsFor(reading: Reading, level: Level): Signal[] {
  const demand = demandOf(reading, level);
  const media = MEDIA.find((row) => row.level === level);
  const line = (name: SignalName, value: number | null, threshold: number | null): Signal => ({
    name,
    value,
    threshold,
    state: value === null || threshold === null ? 'unknown' : value >= threshold ? 'met' : 'unmet',
  });
  const channels = reading.channelsTell ? countChannels(reading.channels) : null;
  return [
    line('score', reading.score, demand.score),
    line('volume', reading.observed, demand.observed),
    line('ratio', reading.ratio, demand.ratio),
    line('share', reading.share, demand.share || reading.usualShare),
    line('authors', reading.uniqueAuthors, demand.authors),
    line('channels', channels, demand.channels || 2),
    line('media', reading.outlets, media ? media.outlets + Math.ceil(reading.usualOutlets) : null),
    line('calls', reading.calls, HEARD.calls),
    line('aggression', reading.aggression, HEARD.aggression),
    doubling(reading.doublingMinutes),
  ];
}

function doubling(minutes: number | null): Signal {
  const state = minutes === null ? 'unknown' : minutes <= 180 ? 'met' : 'unmet';
  return { name: 'doubling', state, value: minutes, threshold: 180 };
}

function levelOf(reading: Reading, factor: number, scoreSlack: number): Level {
  let social: Level = 0;
  for (const level of LEVELS) if (meets(reading, level, factor, scoreSlack)) social = level;
  return mediaLevel(reading, social, factor);
}

/** Unknown is never unmet: a missing signal leaves the decision to the others. */
function meets(reading: Reading, level: Level, factor: number, scoreSlack: number): boolean {
  const { uniqueAuthors, ratio, share } = reading;
  const demand = demandOf(reading, level);
  return (
    reading.score >= demand.score - scoreSlack &&
    reading.observed >= demand.observed * factor &&
    (ratio === null || ratio >= demand.ratio * factor) &&
    (uniqueAuthors === null || uniqueAuthors >= demand.authors * factor) &&
    (!reading.channelsTell ||
      countChannels(reading.channels) >= Math.round(demand.channels * factor)) &&
    (share === null || share >= demand.share * factor)
  );
}

/** Distinct critics a level asks for. */
function criticsFor({ observed, uniqueAuthors, expected, upper }: Reading, level: Level): number {
  const { authors } = SOCIAL[level];
  if (level < ALARM_LEVEL || uniqueAuthors === null || expected === null) return authors;
  const few = observed > POSTS_PER_CRITIC * uniqueAuthors;
  const usual = few ? (upper ?? 0) : expected + 2 * Math.sqrt(expected);
  return Math.max(authors, Math.min(Math.ceil(usual), CRITICS_MOST));
}

function mediaLevel(reading: Reading, social: Level, factor: number): Level {
  if (reading.outlets === null) return social;
  const outlets = reading.outlets - Math.ceil(reading.usualOutlets);
  const lifted = MEDIA.find(
    (row) =>
      social >= row.social &&
      (outlets >= row.outlets * factor || reading.classicOutlets >= row.classic * factor),
  );
  return lifted !== undefined && lifted.level > social ? lifted.level : social;
}
