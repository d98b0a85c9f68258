import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
declare const axe: {
  run(context: unknown, options: unknown): Promise<{ readonly violations: readonly Violation[] }>;
};

/** What axe finds wrong with the page as it stands, or a part of it, a line each; empty when all is well. */
export async function findViolations(page: Page, within?: string): Promise<string[]> {
  const loaded = await page.evaluate(() => 'axe' in globalThis);
  if (!loaded) await page.evaluate(SOURCE);
  const asked = { tags: TAGS, within };
  const violations = await page.evaluate(async ({ tags, within }) => {
    const options = { runOnly: tags, resultTypes: ['violations'] };
    return (await axe.run(within ?? document, options)).violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));
  }, asked);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => {
      const why = (failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 200);
      return `${id}: ${help} | ${html.slice(0, 160)} | ${why}`;
    }),
  );
}
