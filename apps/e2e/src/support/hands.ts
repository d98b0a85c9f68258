import { expect as see, type Locator, type Page } from '@playwright/test';
import { PATIENCE_MS } from './people.js';
import { until } from './until.js';

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

/** Goes to a request for approval with J, opens it and waits until it may be answered. */
export async function readRequest(page: Page, title: string): Promise<void> {
  const row = page.locator('button[data-entry]').filter({ hasText: title });
  await until(async () => {
    if (await row.evaluate((element) => element === document.activeElement)) return true;
    await page.keyboard.press('j');
    return false;
  });
  await page.keyboard.press('Enter');
  const item = page.locator('[data-open]').filter({ hasText: title });
  const yes = item.getByRole('button', { name: /^Freigeben/ });
  await see.configure({ timeout: PATIENCE_MS })(yes).not.toHaveAttribute('aria-disabled', 'true');
}
