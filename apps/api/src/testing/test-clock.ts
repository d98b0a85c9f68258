import type { Clock } from '@sturmwarte/domain';

const START_MS = Date.parse('2026-11-22T08:00:00Z');

/** A clock that moves only when told to. */
export class TestClock implements Clock {
  constructor(private nowMs = START_MS) {}

  now(): number {
    return this.nowMs;
  }

  advance(ms: number): void {
    this.nowMs += ms;
  }
}
