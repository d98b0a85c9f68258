import { describe, expect, it } from '@jest/globals';
import { LEGAL_CLOCK_RULES } from '@sturmwarte/clock';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clockTable } from './clock-table.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Prettier pads the cells; what counts is what stands in them. */
const cellsOf = (row: string) =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^-+$/, '---'));

describe('people in legal departments', () => {
  it.each([
    ['docs/clocks.md', 'en' as const, 'not legal advice'],
    ['docs/de/fristen.md', 'de' as const, 'keine Rechtsberatung'],
  ])('read in %s what the server calculates with', (path, language, disclaimer) => {
    const document = readFileSync(join(root, path), 'utf8');
    const table = document.split('\n').filter((line) => line.startsWith('|'));
    expect(table.map(cellsOf)).toEqual(clockTable(LEGAL_CLOCK_RULES, language).map(cellsOf));
    for (const { notes } of LEGAL_CLOCK_RULES) {
      expect(document).toContain(language === 'de' ? notes.de : notes.en);
    }
    expect(document).toContain(disclaimer);
  });
});
