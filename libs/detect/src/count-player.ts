import type { CountDelta } from './count-delta.js';
import type { StoredMinute } from './curve.js';
import type { Detector } from './detector.js';
import type { Evaluation } from './evaluation.js';

/** A stored minute, and who was heard in it, where that is still known. */
export type PastMinute = StoredMinute & Pick<CountDelta, 'authors' | 'channels' | 'media'>;

/** The clock does not stop with the last count: a rise that waits for its second look gets it, as it would live. */
const AFTER_MINUTES = 5;

/**
 * Plays counts of the past through a detector as the live watch would have: all counts of a minute are folded, then the
 * minute is closed. Nothing later is known by then.
 */
export class CountPlayer {
  /** All minutes before it are over; -1 before the first count. */
  private minute = -1;

  constructor(
    private readonly detector: Detector,
    private readonly told: (change: Evaluation) => void,
    private readonly closed: (minute: number) => void = () => undefined,
  ) {}

  /** Time goes on: the minutes before this one are closed, one by one. */
  goTo(minute: number): void {
    for (; this.minute >= 0 && this.minute < minute; this.minute++) {
      this.detector.close(this.minute).forEach(this.told);
      this.closed(this.minute);
    }
    this.minute = Math.max(this.minute, minute);
  }

  /** Counts are played in the order of their minutes. */
  count(delta: CountDelta): void {
    this.detector.fold(delta);
  }

  /** Closes all minutes before this one, and gives what still waits its second look. */
  end(minute: number): void {
    if (this.minute < 0) return;
    this.goTo(minute);
    this.detector.close(this.minute - 1 + AFTER_MINUTES).forEach(this.told);
  }
}
