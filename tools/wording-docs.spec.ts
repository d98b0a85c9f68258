import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORM_RULES } from '../libs/domain/src/wording/form-rules.js';
import { PHRASE_RULES } from '../libs/domain/src/wording/phrase-rules.js';

const text = readFileSync(join(process.cwd(), 'docs/wording.md'), 'utf8');
const rows = [...text.matchAll(/^\| `([a-z-]+)`.*?\| ([a-z, ]+?) +\|/gm)];

describe('the page about wording', () => {
  it('names every rule, with the severity it has', () => {
    const told = new Map(rows.map(([, rule = '', severity = '']) => [rule, severity.trim()]));
    for (const [rule, { severity }] of Object.entries(PHRASE_RULES)) {
      expect([rule, told.get(rule)]).toEqual([rule, severity]);
    }
    for (const rule of FORM_RULES) expect(text).toContain(`\`${rule}\``);
  });
});
