import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { first } from '@sturmwarte/i18n/de/first';
import { rest } from '@sturmwarte/i18n/de/rest';

const SOURCE = join(import.meta.dirname, '../apps/console/src');
/** What is on the screen before anybody went anywhere. */
const ROOTS = ['main.tsx', 'app/shell.tsx', 'board/board.page.tsx', 'board/first-steps.tsx'];
const LAZY = ['app/account-entries.tsx', 'app/page-entries.tsx', 'keyboard/keyboard-help.tsx'];
const MORE = ['alarm/sound-entries.tsx', 'spaces/space-entries.tsx', 'spaces/space-actions.tsx'];

/** A file and everything it imports right away, lazily loaded pages not among them. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, path = ''] of text.matchAll(/^(?:import|export)[^;]*? from '(\.[^']+)'/gm)) {
    const stem = join(dirname(file), path).replace(/\.js$/, '');
    const found = [`${stem}.tsx`, `${stem}.ts`].find((one) => existsSync(one));
    if (found !== undefined) reached(found, seen);
  }
  return seen;
}

describe('the first screen', () => {
  it('says only what is loaded before it', () => {
    const files = [...ROOTS, ...LAZY, ...MORE].flatMap((file) => [...reached(join(SOURCE, file))]);
    expect(files.length).toBeGreaterThan(60);
    const late = new RegExp(`['"\`](${Object.keys(rest).join('|')}):[a-zA-Z]`);
    const strangers = files.filter((file) => late.test(readFileSync(file, 'utf8')));
    expect(strangers.map((file) => file.slice(SOURCE.length + 1))).toEqual([]);
  });
  it('leaves no text out and none in twice', () => {
    expect(Object.keys(first).filter((name) => name in rest)).toEqual([]);
  });
});
