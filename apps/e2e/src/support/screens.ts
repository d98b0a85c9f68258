import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect as see, type Page } from '@playwright/test';
import { findViolations } from './axe.js';

/** The smallest width that must still work without scrolling sideways, and a common phone. */
const PHONE_WIDTHS = [320, 390];
const LANGUAGES = ['de', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Every page behind the door, with its heading in both languages. */
export const PAGES = [
  { path: '/', de: 'Wetterlage', en: 'Storm board' },
  { path: '/alerts', de: 'Alarme', en: 'Alerts' },
  { path: '/incidents', de: 'Lagen', en: 'Incidents' },
  { path: '/tasks', de: 'Aufgaben', en: 'My tasks' },
  { path: '/executive', de: 'Keine Lage ist offen', en: 'No incident is open' },
  { path: '/playbooks', de: 'Playbooks', en: 'Playbooks' },
  { path: '/wordings', de: 'Sprachregelungen', en: 'Agreed wordings' },
  { path: '/mentions', de: 'Stimmen', en: 'Mentions' },
  { path: '/topics', de: 'Themen', en: 'Topics' },
  { path: '/sources', de: 'Quellen', en: 'Sources' },
  { path: '/people', de: 'Personen', en: 'People' },
  { path: '/account', de: 'Mein Konto', en: 'My account' },
] as const;

/**
 * What is wrong with the screen as it stands: axe in light and dark, in German and English, and scrolling sideways on
 * a phone. The page keeps its state and ends in the language it had.
 */
export async function faultsOf(page: Page, name: string): Promise<string[]> {
  const before = await languageOf(page);
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await speak(page, language);
    faults.push(...(await faultsInBothSchemes(page, `${name} ${language}`)));
    faults.push(...(await sidewaysOf(page, `${name} ${language}`)));
  }
  await speak(page, before);
  return faults;
}

/** Only what stands now, in light and dark: for a dialog, which covers the choice of language. */
export async function faultsInBothSchemes(
  page: Page,
  name: string,
  within?: string,
): Promise<string[]> {
  const faults: string[] = [];
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await see(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    faults.push(
      ...(await findViolations(page, within)).map((fault) => `${name} ${scheme}: ${fault}`),
    );
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

/** On a phone nothing is wider than the screen. */
export async function sidewaysOf(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  const faults: string[] = [];
  for (const width of PHONE_WIDTHS) {
    await page.setViewportSize({ width, height: 780 });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))));
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return null;
      const beyond = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      );
      const worst = beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 100));
      return `${scrollWidth} of ${clientWidth} px: ${worst.join(' ')}`;
    });
    if (wide !== null) faults.push(`${name} at ${width} px scrolls sideways, ${wide}`);
  }
  await page.setViewportSize(before);
  return faults;
}

export async function speak(page: Page, language: (typeof LANGUAGES)[number]): Promise<void> {
  await page.locator(`button[lang="${language}"][aria-pressed]`).first().click();
  await see(page.locator('html')).toHaveAttribute('lang', language);
}

/** For the documentation: kept only where PICTURES names a folder. */
export async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function languageOf(page: Page): Promise<(typeof LANGUAGES)[number]> {
  return (await page.locator('html').getAttribute('lang')) === 'en' ? 'en' : 'de';
}
