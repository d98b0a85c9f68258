import { describe, expect, it } from '@jest/globals';
import { redactInput, redactText } from './redact.js';

describe('a refused line, as its people may see it', () => {
  it('shows what was wrong and nothing about a person', () => {
    const sample = redactInput({
      externalId: 'p17',
      publishedAt: 'gestern',
      text: 'Frau Muster wohnt in der Hauptstraße 3',
      author: { name: 'Erika Muster' },
      metrics: [1, 2],
    });
    expect(sample).toContain('"externalId":"p17"');
    expect(sample).toContain('"publishedAt":"gestern"');
    expect(sample).toContain('(38 characters)');
    expect(sample).not.toMatch(/Muster|Erika/);
    expect(redactInput('Muster')).toBe('(6 characters)');
    expect(redactInput(null)).toBe('(null)');
  });

  it('shows only the skeleton of a line that could not be read, and not much of it', () => {
    expect(redactText('{"name":"Erika 12"\u0000')).toBe('{"aaaa":"aaaaa 00"?');
    expect(redactText('x'.repeat(1_000_000)).length).toBe(120);
    expect(
      redactInput(Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`k${n}`, 'x']))).length,
    ).toBeLessThanOrEqual(400);
  });
});
