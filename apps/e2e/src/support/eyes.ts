import { expect as see, type Locator } from '@playwright/test';
import { expect } from '@jest/globals';
import { pause } from './until.js';

/** What one person does, the others see within this time, also on a machine that does many other things. */
const SOON_MS = 10_000;
/** And usually within this. How quick it is when nothing else runs is what the benchmark of incidents measures. */
const USUAL_MS = 3_000;
const LOOK_MS = 20;

/** How long it takes from one person's press until it is on the others' screens. */
export class Eyes {
  private readonly delays: number[] = [];

  /** A button is pressed, or something else happens; afterwards the others see what they did not see before. */
  async see(press: Locator | (() => Promise<unknown>), ...seen: readonly Locator[]): Promise<void> {
    for (const one of seen) await see(one).toHaveCount(0);
    if (typeof press !== 'function') await see(press).toBeEnabled();
    const began = performance.now();
    await (typeof press === 'function' ? press() : press.click());
    await Promise.all(seen.map((one) => look(one.first(), began + SOON_MS)));
    this.delays.push(performance.now() - began);
  }

  /** Says how quick it was, and expects it to have been quick. */
  judge(): void {
    const sorted = this.delays.toSorted((a, b) => a - b);
    const median = Math.round(sorted[sorted.length >> 1] ?? Infinity);
    const longest = Math.round(sorted.at(-1) ?? Infinity);
    console.log(
      `${sorted.length} changes on the others' screens: median ${median} ms, longest ${longest} ms`,
    );
    expect(median).toBeLessThan(USUAL_MS);
  }
}

async function look(one: Locator, endMs: number): Promise<void> {
  while (performance.now() < endMs) {
    if (await one.isVisible()) return;
    await pause(LOOK_MS);
  }
  // Says what was waited for.
  await see(one).toBeVisible({ timeout: 1 });
}
