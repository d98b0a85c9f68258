import { expect as see, type Locator, type Page } from '@playwright/test';
import { PATIENCE_MS } from './people.js';

const seeing = see.configure({ timeout: PATIENCE_MS });

/** A step of a playbook, as its row in the room. */
export const stepOf = (page: Page, title: string): Locator =>
  page.locator('button[data-entry]').filter({ hasText: title });

/** A button that says what it is about to those who do not see where it stands. */
export const buttonAbout = (scope: Page | Locator, verb: string, about: string): Locator =>
  scope.getByRole('button', { name: new RegExp(`^${verb}\\s?: ${escaped(about)}`) });

/** A part of the room by its heading. */
export const panelOf = (page: Page, heading: RegExp): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });

/** Opens one of the things in the menu beside the buttons of the room. */
export async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Fills the open dialog, by label; selects are chosen by what they show. */
export async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true });
    await seeing(field).toBeVisible();
    const isChoice = await field.evaluate(({ tagName }) => tagName === 'SELECT');
    if (isChoice) await field.selectOption({ label: value });
    else await field.fill(value);
  }
  return dialog;
}

/** The verb of the open dialog. */
export const verbOf = (page: Page, verb: string): Locator =>
  page.getByRole('dialog').getByRole('button', { name: verb, exact: true });

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
