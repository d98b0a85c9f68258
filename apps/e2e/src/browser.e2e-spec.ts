import { chromium } from '@playwright/test';
import { describe, expect, it } from '@jest/globals';
import { browserLaunchOptions } from './support/browser.js';

describe('the browser of these stories', () => {
  it('opens a page and draws it', async () => {
    const browser = await chromium.launch(await browserLaunchOptions());
    try {
      const page = await browser.newPage({ viewport: { width: 400, height: 200 } });
      await page.setContent('<html lang="de"><h1>Sturmwarte äöüß</h1></html>');
      expect(await page.textContent('h1')).toBe('Sturmwarte äöüß');
      const picture = await page.screenshot();
      expect(picture.length).toBeGreaterThan(1000);
    } finally {
      await browser.close();
    }
  }, 30_000);
});
