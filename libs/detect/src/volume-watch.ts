const BIN_MINUTES = 5;
const BINS_A_DAY = 288;
const HOURS = 24;
/** Unusual volume is judged from the third day on. */
const WARM_BINS = 2 * BINS_A_DAY;
/** A topic of which hardly anything was heard may simply not have met its first friend. */
const FEW_MENTIONS = 200;
const SHAPE_AFTER_BINS = BINS_A_DAY / 2;
const FIRST_BINS = 12;

/** Half-lives: more than two days for the level, about five same hours for the hour of the day. */
const LEVEL_STEP = 0.001;
const SHAPE_STEP = 0.012;
/** Chance moves the square root of any count by about this much; how much more a topic wanders, its half days tell. */
const DEVIATION = 0.55;
const MOST_DEVIATIONS = 3;
/** A single bin is often chance: the deviation is smoothed over about two. */
const SMOOTH = 0.7;

/** Half days, whose highest deviations say what is rare (Gumbel's law of maxima). */
const BLOCK_BINS = BINS_A_DAY / 2;
const BLOCK_STEP = 0.1;
const DOUBT_BLOCKS = 2;
const MOST_SCALES = 6;
const FIRST_LOCATION = 2.5;
const FIRST_SCALE = 0.8;
const LEAST_SCALE = 0.3;

/** A peak is remembered for about half a day: only what exceeds it by a margin is news. */
const MEMORY_BINS = 144;
const NEWS_MARGIN = 0.4;

/** Reduced variate of the alarm threshold: once in about seventy half days. */
const RARE = 4.2;
const ALARM_SCORE = 3;
/** What is not news holds an alarm (see `severity`), but raises none. */
const NO_NEWS_SCORE = 1.95;

/**
 * Where mentions are only counted and nobody judges their tone, volume is all there is: square roots of counts of five
 * minutes against their usual level and hour of the day, as a return period against the topic's own half days.
 */
export class VolumeWatch {
  /** Bins seen, and the minutes of the one being gathered. */
  bins = 0;
  mentions = 0;
  gatheredMinutes = 0;
  gathered = 0;
  level = 0;
  readonly shape = new Float64Array(HOURS);
  readonly shapeSeen = new Float64Array(HOURS);
  smoothed = 0;
  peak = -Infinity;
  blocks = 0;
  highest = -Infinity;
  location = FIRST_LOCATION;
  scale = FIRST_SCALE;
  /** On the alarm scale; null while too little is known. */
  score: number | null = null;

  /** Takes in the minute just closed. Bins are counted from the topic's first minute. */
  see(hourOfWeek: number, count: number): void {
    this.gathered += count;
    this.mentions += count;
    if (++this.gatheredMinutes < BIN_MINUTES) return;
    const root = Math.sqrt(this.gathered);
    this.gathered = 0;
    this.gatheredMinutes = 0;
    const hour = hourOfWeek % HOURS;
    const z = (root - this.level - (this.shape[hour] ?? 0)) / DEVIATION;
    this.smoothed += ((this.bins > FIRST_BINS ? z : 0) - this.smoothed) * SMOOTH;
    const isKnown = this.bins > WARM_BINS && this.mentions >= FEW_MENTIONS;
    this.score = isKnown ? this.judge() : null;
    this.remember();
    this.learn(hour, Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, z)) * DEVIATION);
  }

  private judge(): number {
    const rare = (this.smoothed - this.location) / this.scale;
    const score = ALARM_SCORE + (rare - RARE) / Math.LN10;
    const isNews = this.smoothed > this.peak + NEWS_MARGIN;
    return Math.max(0, isNews ? score : Math.min(score, NO_NEWS_SCORE));
  }

  private remember(): void {
    const faded = Number.isFinite(this.peak) ? this.peak * 0.5 ** (1 / MEMORY_BINS) : this.peak;
    this.peak = Math.max(faded, this.smoothed);
    if (this.smoothed > this.highest) this.highest = this.smoothed;
    if (this.bins % BLOCK_BINS !== BLOCK_BINS - 1) return;
    this.blocks++;
    const most = this.location + MOST_SCALES * this.scale;
    const off = Math.min(this.highest, most) - this.location;
    const step = Math.max(BLOCK_STEP, 1 / (this.blocks + DOUBT_BLOCKS));
    this.location += off * step;
    this.scale = Math.max(LEAST_SCALE, this.scale + (Math.abs(off) - this.scale) * step);
    this.highest = -Infinity;
  }

  /** `off`: how far the bin lay from what was usual, cut where it would move too much. */
  private learn(hour: number, off: number): void {
    this.level += off * Math.max(LEVEL_STEP, 1 / (this.bins + 1));
    if (this.bins > SHAPE_AFTER_BINS) {
      const seen = this.shapeSeen[hour] ?? 0;
      this.shape[hour] = (this.shape[hour] ?? 0) + off * Math.max(SHAPE_STEP, 1 / (seen + 12));
      this.shapeSeen[hour] = seen + 1;
    }
    this.bins++;
  }
}
