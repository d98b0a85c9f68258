import type { Locator, Page } from '@playwright/test';

/** A message in the corner, for the eyes; the same sentence is read out by a hidden line that this does not find. */
export function noticeOf(page: Page, sentence: string | RegExp): Locator {
  return page.locator('.mantine-Notification-description').filter({ hasText: sentence }).first();
}
