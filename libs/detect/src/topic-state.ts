import { MINUTE_MS, NO_TONE } from '@sturmwarte/domain';
import type { Level, ToneCounts } from '@sturmwarte/domain';
import type { AuthorSketch } from './authors.js';
import type { ChannelSpread } from './channel-spread.js';
import { Cooldown } from './cooldown.js';
import type { CountDelta } from './count-delta.js';
import type { StoredMinute } from './curve.js';
import { AUTHORS, CHANNELS, TONE, kindsIn } from './heard-kinds.js';
import { LevelLadder } from './level-ladder.js';
import { type MediaSketch } from './media.js';
import { OpenMinute } from './open-minute.js';
import { RuleBook } from './plain-rule.js';
import type { HourOfWeek } from './hour-of-week.js';
import { liftAt, meanLift, type PlannedPeak } from './planned-peaks.js';
import { NOTHING, type MinuteCounts } from './ring.js';
import { LOWEST_SCORE } from './severity.js';
import type { ToneSketch } from './tone.js';
import { headStartOf, type TopicConfig } from './topic-config.js';
import { RING_MINUTES, takeMemory } from './topic-memory.js';
import { TopicNumbers } from './topic-numbers.js';
import { Voices } from './voices.js';
import { VolumeWatch } from './volume-watch.js';

/** A gap longer than this (the machine was off) is skipped, not counted as silence. */
const LONGEST_GAP_MINUTES = 7 * 24 * 60;

/** Nobody knows beforehand how much it will be: of a planned peak half as much again breaks no record. */
const PLAN_DOUBT = 1.5;

/** Everything the detector keeps of one topic. Topics never touch each other. */
export class TopicState extends TopicNumbers {
  /** Minutes that still receive mentions, in the order of time, usually two or three; the one opened last; what all of them hold. */
  readonly open: OpenMinute[] = [];
  private newest: OpenMinute | null = null;
  openNegatives = 0;
  private spare: OpenMinute | null = null;
  /** Nothing was up and no rule waits. Most topics, most of the time. */
  isUnruffled = false;
  readonly ladder = new LevelLadder();
  readonly cooldown = new Cooldown();
  cooldownMs: number;
  readonly rules: RuleBook;
  private peaks: readonly PlannedPeak[];
  /** Null until something but counts was heard. */
  private voices: Voices | null = null;
  media: MediaSketch | null = null;
  /** Until the first mention that is not negative: up to then nobody may judge the tone of this topic. */
  volume: VolumeWatch | null = new VolumeWatch();
  incomplete = false;

  constructor(
    readonly config: TopicConfig,
    readonly memory = takeMemory(),
  ) {
    super(memory);
    this.rules = new RuleBook(config.rules);
    this.headStart = headStartOf(config);
    this.peaks = config.peaks ?? [];
    this.cooldownMs = (config.cooldownMinutes ?? 0) * MINUTE_MS;
    this.noteCalm();
  }

  /** Null until the first author, channel or tone is heard: what is not known is not judged. The same holds for media. */
  get authors(): AuthorSketch | null {
    return this.heard(AUTHORS)?.authors ?? null;
  }
  get channels(): ChannelSpread | null {
    return this.heard(CHANNELS)?.channels ?? null;
  }
  get tone(): ToneSketch | null {
    return this.heard(TONE)?.tone ?? null;
  }

  /** From now on these kinds are known of its mentions. */
  begin(kinds: number): Voices {
    this.known |= kinds;
    return (this.voices ??= new Voices(this.memory));
  }

  private heard(kind: number): Voices | null {
    return this.voices !== null && (this.known & kind) !== 0 ? this.voices : null;
  }

  /** Takes in who spoke in a minute that is over. */
  hear(minute: number, open: OpenMinute | null, alarm: boolean): void {
    const kinds = open === null ? 0 : kindsIn(open);
    if ((kinds & ~this.known) !== 0) this.begin(kinds);
    this.voices?.hear(minute, open, this.known, alarm);
  }

  /** Takes over what people changed; what was learnt stays. */
  configure(config: TopicConfig): void {
    const { rules, peaks = [], cooldownMinutes = 0 } = config;
    this.rules.replace(rules);
    this.headStart = headStartOf(config);
    this.peaks = peaks;
    this.cooldownMs = cooldownMinutes * MINUTE_MS;
    this.noteCalm();
  }

  /** To be called whenever the ladder or the rules may have changed. */
  noteCalm(): void {
    const { ladder } = this;
    this.isUnruffled =
      ladder.level === 0 && ladder.pendingSince < 0 && this.rules.rules.length === 0;
  }

  /** And its last minute closed without anything. */
  get isCalm(): boolean {
    const { lastScore } = this;
    return this.isUnruffled && lastScore !== null && lastScore < LOWEST_SCORE;
  }

  /** Nothing is up: nothing but its numbers can change while it stays so. */
  get isPlain(): boolean {
    const { media, volume, records } = this;
    return (
      this.isUnruffled &&
      media === null &&
      volume === null &&
      !this.incomplete &&
      this.peaks.length === 0 &&
      records.hourLift === 1 &&
      records.sixHourLift === 1
    );
  }

  /** How many times as much as usual is expected in a minute, by what people planned. */
  liftAt(minute: number): number {
    return this.peaks.length === 0 ? 1 : liftAt(this.peaks, minute);
  }

  /** What the records of an hour and of six hours are held against, for the hours that end with a minute. */
  expectBy(minute: number): void {
    const { peaks, records } = this;
    if (peaks.length === 0 && records.hourLift === 1 && records.sixHourLift === 1) return;
    records.hourLift = 1 + PLAN_DOUBT * (meanLift(peaks, minute, 60) - 1);
    records.sixHourLift = 1 + PLAN_DOUBT * (meanLift(peaks, minute, 360) - 1);
  }

  /** Negatives expected in a minute. */
  rateAt(minute: number, hourOfWeek: HourOfWeek): number {
    return this.baseline.rate(hourOfWeek(minute)) * this.liftAt(minute);
  }

  get level(): Level {
    const rule = this.rules.top().level;
    return rule > this.ladder.level ? rule : this.ladder.level;
  }

  /** What comes for a closed minute counts in the first open one; a correction stays where it belongs or is lost. */
  fold(delta: CountDelta, watermark: number): void {
    if (this.newest !== null && this.newest.minute === delta.minute) {
      this.count(this.newest, delta);
      return;
    }
    const closed = this.ring.last < 0 ? watermark : this.ring.last;
    if (delta.minute > closed) this.count(this.openMinute(delta.minute), delta);
    else if (delta.correction !== true) this.count(this.openMinute(closed + 1), delta);
    else if (this.ring.holds(delta.minute)) {
      this.correct(delta.minute, delta);
      if (delta.tone !== undefined) this.tone?.correct(delta.minute, delta.tone);
    }
  }

  /** The record is right about the closed minutes that can still be corrected: corrections may have been missed. */
  amend(minutes: readonly StoredMinute[]): void {
    const stored = new Map(minutes.map((one) => [one.minute, one]));
    const { ring } = this;
    for (let minute = ring.last - RING_MINUTES + 1; minute <= ring.last; minute++) {
      if (!ring.holds(minute)) continue;
      const right: MinuteCounts & { tone?: ToneCounts } = stored.get(minute) ?? NOTHING;
      if (this.tone?.holds(minute) === true) this.tone.set(minute, right.tone ?? NO_TONE);
      this.correct(minute, {
        negPermille: right.negPermille - ring.negativeAt(minute),
        total: right.total - ring.totalAt(minute),
        negCount: right.negCount - ring.negCountAt(minute),
      });
    }
  }

  private correct(minute: number, by: MinuteCounts): void {
    this.ring.correct(minute, by);
    this.records.correct(this.ring.last - minute, minute, by.negPermille);
  }

  /** The first minute still to be closed: the one after the last, or the first that is known. */
  nextMinute(watermark: number): number {
    if (this.ring.last >= 0) return Math.max(this.ring.last + 1, watermark - LONGEST_GAP_MINUTES);
    let first = this.config.since ?? Infinity;
    for (const one of this.open) if (one.minute < first) first = one.minute;
    return Math.max(first, watermark - LONGEST_GAP_MINUTES);
  }

  /** Takes a minute out of the open ones; null where nothing was counted. */
  takeOpen(minute: number): OpenMinute | null {
    const { open } = this;
    const index = open.length === 1 ? 0 : open.findIndex((one) => one.minute <= minute);
    const one = open[index];
    if (one === undefined || one.minute > minute) return null;
    if (open.length === 1) open.pop();
    else open.splice(index, 1);
    this.openNegatives -= one.negPermille;
    if (one === this.newest) this.newest = null;
    return one;
  }

  /** Opens a minute as it was. */
  reopen(one: OpenMinute): void {
    this.insert(one);
    this.openNegatives += one.negPermille;
  }

  /** Leaves the open minutes to somebody else. */
  leaveOpen(): void {
    this.open.length = 0;
    this.newest = null;
    this.openNegatives = 0;
  }

  /** Gives back a minute that has been counted: the next one opens in its place, which spares the collector. */
  giveBack(one: OpenMinute): void {
    this.spare = one;
  }

  /** The newest minute to judge at `minute`. */
  openEnd(minute: number): number {
    let end = Math.max(minute, this.ring.last);
    for (const one of this.open) if (one.minute > end) end = one.minute;
    return end;
  }

  private count(open: OpenMinute, delta: CountDelta): void {
    open.add(delta);
    this.openNegatives += delta.negPermille;
  }

  private openMinute(minute: number): OpenMinute {
    const { open } = this;
    for (let i = open.length - 1; i >= 0; i--) {
      const one = open[i];
      if (one?.minute === minute) return one;
    }
    const fresh = this.spare ?? new OpenMinute(minute);
    this.spare = null;
    fresh.begin(minute);
    this.newest = fresh;
    this.insert(fresh);
    return fresh;
  }

  /** In the order of time, so that the order of arrival leaves no trace in sums of fractions. */
  private insert(one: OpenMinute): void {
    const { open } = this;
    let at = open.length;
    while (at > 0 && (open[at - 1]?.minute ?? 0) > one.minute) at--;
    if (at === open.length) open.push(one);
    else open.splice(at, 0, one);
  }
}
