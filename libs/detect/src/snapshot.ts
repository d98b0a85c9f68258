import { asLevel } from '@sturmwarte/domain';
import type { OutletTier, ToneCounts } from '@sturmwarte/domain';
import { AUTHORS, CHANNELS } from './heard-kinds.js';
import { MediaSketch } from './media.js';
import type { MediaEcho } from './count-delta.js';
import { OpenMinute } from './open-minute.js';
import { packWhole, unpackWhole } from './packed-numbers.js';
import { RING_MINUTES } from './topic-memory.js';
import type { TopicConfig } from './topic-config.js';
import { restoreTones, toneSnapshot } from './tone-snapshot.js';
import type { ToneSnapshot } from './tone-snapshot.js';
import { TopicState } from './topic-state.js';
import { volumeSnapshot, volumeWatch } from './volume-snapshot.js';
import type { VolumeSnapshot } from './volume-snapshot.js';

export const SNAPSHOT_FORMAT = 2;

/**
 * The whole memory of one topic, JSON-safe and exact: a topic restored from it goes on as if nothing had happened.
 * About 1 kB for an ordinary topic.
 */
export interface TopicSnapshot {
  readonly format: number;
  /** The last closed minute; counts of later minutes are in `open`. */
  readonly last: number;
  readonly first: number;
  readonly neg: string;
  readonly tot: string;
  /** Left out before plain rules counted mentions; the record knows them. */
  readonly count?: string;
  readonly chan: string;
  readonly open: readonly OpenSnapshot[];
  readonly base: readonly number[];
  readonly day: readonly number[];
  readonly daySeen: readonly number[];
  readonly week: string;
  readonly weekSeen: string;
  readonly share: readonly number[];
  readonly recent: readonly number[];
  /** The third is null before a minute of the half day was seen. */
  readonly habit: readonly (number | null)[];
  /** Null where the tone of mentions is judged. */
  readonly volume: VolumeSnapshot | null;
  readonly halfHours: string;
  readonly hourPeaks: string;
  readonly sixHourPeaks: string;
  /** The fourth is left out before days could be withheld. */
  readonly records: readonly number[];
  readonly ladder: readonly number[];
  /** Left out before topics could rest after an alarm. */
  readonly cooldown?: readonly number[];
  readonly rules: readonly (readonly [id: string, lastMet: number])[];
  readonly authors: string | null;
  readonly channels: readonly [known: number, minutes: number, usual: readonly number[]] | null;
  readonly media: {
    readonly usual: number;
    readonly minutes: number;
    readonly outlets: readonly (readonly [outlet: number, tier: number, minute: number])[];
  } | null;
  /** Left out before anybody listened to the wording. */
  readonly tone?: ToneSnapshot;
  readonly score: number | null;
  readonly incomplete: boolean;
}

interface OpenSnapshot {
  readonly minute: number;
  readonly neg: number;
  readonly tot: number;
  readonly count?: number;
  readonly chan: number;
  readonly authors: readonly number[] | null;
  readonly media: readonly (readonly [outlet: number, tier: OutletTier])[];
  readonly tone?: ToneCounts;
}

export function snapshotOf(topic: TopicState): TopicSnapshot {
  const { ring, baseline, share, recent, habit, records, ladder, authors, channels, media } = topic;
  const columns = ring.columns();
  return {
    format: SNAPSHOT_FORMAT,
    last: ring.last,
    first: ring.first,
    neg: packWhole(columns.negPermille),
    tot: packWhole(columns.total),
    count: packWhole(columns.negCount),
    chan: packWhole(columns.channels),
    open: topic.open.map(openSnapshot),
    base: [
      baseline.hours,
      baseline.level,
      baseline.spread,
      baseline.slot,
      baseline.gathered,
      baseline.gatheredMinutes,
    ],
    day: [...baseline.dayShape],
    daySeen: [...baseline.daySeen],
    week: packWhole(baseline.weekShape),
    weekSeen: packWhole(baseline.weekSeen),
    share: [share.hours, share.share, share.wander, share.negative, share.total],
    recent: [recent.negative, recent.total, recent.expected],
    habit: [
      habit.peak,
      habit.blocks,
      Number.isFinite(habit.highest) ? habit.highest : null,
      habit.disturbed ? 1 : 0,
    ],
    volume: topic.volume === null ? null : volumeSnapshot(topic.volume),
    halfHours: packWhole(Int32Array.from(records.halfHours)),
    hourPeaks: packWhole(records.hourPeaks),
    sixHourPeaks: packWhole(records.sixHourPeaks),
    records: [records.days, records.hourPeak, records.sixHourPeak, records.withheld],
    ladder: [ladder.level, ladder.pending, ladder.pendingSince, ladder.belowSince],
    cooldown: [topic.cooldown.height, topic.cooldown.lastHeight, topic.cooldown.endedAt],
    rules: [...topic.rules.lastMet],
    authors:
      authors === null
        ? null
        : packWhole(authors.lastHeard.map((minute) => ageOf(minute, ring.last))),
    channels: channels === null ? null : [channels.known, channels.minutes, [...channels.usual]],
    media:
      media === null
        ? null
        : {
            usual: media.usual,
            minutes: media.minutes,
            outlets: [...media.outlets].map(([outlet, [tier, minute]]) => [outlet, tier, minute]),
          },
    ...(topic.tone === null ? {} : { tone: toneSnapshot(topic.tone, topic.praise) }),
    score: topic.lastScore,
    incomplete: topic.incomplete,
  };
}

export function restoreTopic(config: TopicConfig, from: TopicSnapshot): TopicState {
  if (from.format !== SNAPSHOT_FORMAT)
    throw new RangeError(`unknown snapshot format ${from.format}`);
  const topic = new TopicState(config);
  const { ring, baseline, share, recent, habit, records, ladder } = topic;
  const column = (packed: string | undefined): Int32Array => {
    const numbers = new Int32Array(RING_MINUTES);
    if (packed !== undefined) unpackWhole(packed, numbers);
    return numbers;
  };
  ring.takeOver(from.first, from.last, {
    negPermille: column(from.neg),
    total: column(from.tot),
    negCount: column(from.count),
    channels: column(from.chan),
  });
  for (const one of from.open) topic.reopen(openMinute(one));
  [
    baseline.hours = 0,
    baseline.level = 0,
    baseline.spread = 0,
    baseline.slot = -1,
    baseline.gathered = 0,
    baseline.gatheredMinutes = 0,
  ] = from.base;
  baseline.forgetRates();
  baseline.dayShape.set(from.day);
  baseline.daySeen.set(from.daySeen);
  unpackWhole(from.week, baseline.weekShape);
  unpackWhole(from.weekSeen, baseline.weekSeen);
  [share.hours = 0, share.share = 0, share.wander = 0, share.negative = 0, share.total = 0] =
    from.share;
  [recent.negative = 0, recent.total = 0, recent.expected = 0] = from.recent;
  const [peak, blocks, highest, disturbed] = from.habit;
  Object.assign(habit, { peak, blocks, highest: highest ?? -Infinity, disturbed: disturbed === 1 });
  topic.volume = from.volume === null ? null : volumeWatch(from.volume);
  const halfHours = Int32Array.from(records.halfHours);
  unpackWhole(from.halfHours, halfHours);
  records.halfHours = [...halfHours];
  unpackWhole(from.hourPeaks, records.hourPeaks);
  unpackWhole(from.sixHourPeaks, records.sixHourPeaks);
  [records.days = 0, records.hourPeak = 0, records.sixHourPeak = 0, records.withheld = 0] =
    from.records;
  records.settle();
  const [level = 0, pending = 0, pendingSince = -1, belowSince = -1] = from.ladder;
  Object.assign(ladder, {
    level: asLevel(level),
    pending: asLevel(pending),
    pendingSince,
    belowSince,
  });
  const [height = 0, lastHeight = 0, endedAt = -1] = from.cooldown ?? [];
  Object.assign(topic.cooldown, {
    height: asLevel(height),
    lastHeight: asLevel(lastHeight),
    endedAt,
  });
  const known = new Set(config.rules.map((rule) => rule.id));
  for (const [id, met] of from.rules) if (known.has(id)) topic.rules.lastMet.set(id, met);
  restoreSketches(topic, from);
  if (from.tone !== undefined) restoreTones(topic, from.tone);
  topic.lastScore = from.score;
  topic.incomplete = from.incomplete;
  topic.noteCalm();
  return topic;
}

function restoreSketches(topic: TopicState, from: TopicSnapshot): void {
  if (from.authors !== null) {
    const { lastHeard } = topic.begin(AUTHORS).authors;
    unpackWhole(from.authors, lastHeard);
    lastHeard.forEach((age, slot) => (lastHeard[slot] = age === 0 ? 0 : from.last - age + 1));
  }
  if (from.channels !== null) {
    const [known, minutes, usual] = from.channels;
    const { channels } = topic.begin(CHANNELS);
    Object.assign(channels, { known, minutes });
    channels.usual.set(usual);
  }
  if (from.media !== null) {
    const { usual, minutes, outlets } = from.media;
    topic.media = Object.assign(new MediaSketch(), { usual, minutes });
    for (const [outlet, tier, minute] of outlets) topic.media.outlets.set(outlet, [tier, minute]);
  }
}

/** 0 never or too long ago to matter, else 1 for the last closed minute, 2 for the one before... */
function ageOf(minute: number, last: number): number {
  const age = last - minute + 1;
  return age >= 1 && age <= 60 ? age : 0;
}

function openSnapshot(one: OpenMinute): OpenSnapshot {
  return {
    minute: one.minute,
    neg: one.negPermille,
    tot: one.total,
    count: one.negCount,
    chan: one.channels,
    authors: one.authors === null ? null : [...one.authors],
    media: one.media.map(({ outlet, tier }) => [outlet, tier]),
    ...(one.tone === null ? {} : { tone: one.tone }),
  };
}

function openMinute(from: OpenSnapshot): OpenMinute {
  const one = new OpenMinute(from.minute);
  one.negPermille = from.neg;
  one.total = from.tot;
  one.negCount = from.count ?? 0;
  one.channels = from.chan;
  one.authors = from.authors === null ? null : Int32Array.from(from.authors);
  one.tone = from.tone ?? null;
  one.media = from.media.map(([outlet, tier]): MediaEcho => ({ outlet, tier }));
  return one;
}
