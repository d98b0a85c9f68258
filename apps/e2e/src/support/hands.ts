import type { Locator, Page } from '@playwright/test';

const MOST_STEPS = 40;

/** Goes on with Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never came there');
}

/** The key Ä of a German keyboard; the browser's own has none. */
export async function pressUmlaut(page: Page): Promise<void> {
  const keys = await page.context().newCDPSession(page);
  const key = { key: 'ä', code: 'Quote', windowsVirtualKeyCode: 222 };
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, text: 'ä' });
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await keys.detach();
}

/** As one types a time into the field. */
export function wallTimeOf(page: Page, at: number): Promise<string> {
  return page.evaluate((ms) => {
    const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
    return local.toISOString().slice(0, 16);
  }, at);
}
