import type { Page } from '@playwright/test';

/** So long the console's first screen has the line to itself (`use-later.ts`). */
const FIRST_MS = 4_000;

/**
 * The window stays with its first screen, however busy this machine is: what the console fetches of its own accord a
 * moment later does not come. Before the window opens its first page.
 */
export async function firstScreenOnly(page: Page): Promise<void> {
  await page.addInitScript((never) => {
    const soon = globalThis.setTimeout;
    const patched = (work: () => void, ms = 0, ...rest: []): unknown =>
      ms === never ? 0 : soon(work, ms, ...rest);
    Object.assign(globalThis, { setTimeout: patched });
  }, FIRST_MS);
}
