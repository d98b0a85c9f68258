import { describe, expect, it } from '@jest/globals';
import { createDetector } from './detector.js';
import { aDelta } from './testing/index.js';
import { volumeSnapshot, volumeWatch } from './volume-snapshot.js';
import { VolumeWatch } from './volume-watch.js';

const DAY = 1_440;
/** Mentions in a minute of an ordinary day: more by day than by night, no chance. */
const usual = (minute: number): number => {
  const hour = Math.floor(minute / 60) % 24;
  return minute % (hour >= 8 && hour < 22 ? 2 : 6) === 0 ? 4 : 0;
};

function watched(days: number, from = 0, watch = new VolumeWatch()): VolumeWatch {
  for (let minute = from; minute < from + days * DAY; minute++)
    watch.see(Math.floor(minute / 60) % 168, usual(minute));
  return watch;
}

/** The highest score while `perMinute` mentions come for so many minutes, beginning at noon. */
function surge(watch: VolumeWatch, perMinute: number, minutes: number): number {
  let highest = 0;
  for (let i = 0; i < minutes; i++) {
    watch.see(12, perMinute);
    highest = Math.max(highest, watch.score ?? 0);
  }
  return highest;
}

describe('a topic whose mentions are only counted', () => {
  it('says nothing before its third day, nor of a topic hardly anybody mentions', () => {
    expect(watched(1.9).score).toBeNull();
    const silent = new VolumeWatch();
    for (let i = 0; i < 5 * DAY; i++) silent.see(0, i % 60 === 0 ? 1 : 0);
    expect(silent.score).toBeNull();
  });

  it('keeps quiet through ordinary days, by day and by night', () => {
    const watch = watched(4);
    let highest = 0;
    for (let minute = 4 * DAY; minute < 8 * DAY; minute++) {
      watch.see(Math.floor(minute / 60) % 168, usual(minute));
      highest = Math.max(highest, watch.score ?? 0);
    }
    expect(highest).toBeLessThan(3);
  });

  it('takes ten times the usual volume for an alarm, within a quarter of an hour', () => {
    expect(surge(watched(8.5), 20, 15)).toBeGreaterThanOrEqual(3);
  });

  it('calls a lower peak soon afterwards no news, but a higher one', () => {
    const watch = watched(8.5);
    surge(watch, 20, 20);
    for (let i = 0; i < 60; i++) watch.see(13, 2);
    expect(surge(watch, 14, 20)).toBeLessThan(3);
    expect(surge(watch, 120, 20)).toBeGreaterThanOrEqual(3);
  });

  it('goes on from a snapshot as if nothing had happened', () => {
    const whole = watched(6);
    const restored = volumeWatch(
      JSON.parse(JSON.stringify(volumeSnapshot(watched(3.3)))) as ReturnType<typeof volumeSnapshot>,
    );
    for (let minute = 3.3 * DAY; minute < 6 * DAY; minute++)
      restored.see(Math.floor(minute / 60) % 168, usual(minute));
    expect(volumeSnapshot(restored)).toEqual(volumeSnapshot(whole));
  });

  it('is judged by its tone as soon as one mention is not negative', () => {
    const detector = createDetector();
    detector.configure({ id: 1, rules: [], since: 0 });
    const count = (minute: number, negPermille: number): void => {
      detector.fold(aDelta({ minute, total: 4, negPermille }));
      detector.close(minute);
    };
    for (let minute = 0; minute < 3 * DAY; minute++) count(minute, 4_000);
    expect(detector.snapshot(1)?.volume).not.toBeNull();
    count(3 * DAY, 3_000);
    expect(detector.snapshot(1)?.volume).toBeNull();
  });
});
