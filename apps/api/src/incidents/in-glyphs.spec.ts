import { describe, expect, it } from '@jest/globals';
import type { ReportPage } from '@sturmwarte/i18n';
import { inGlyphs } from './in-glyphs.js';

/** A font that knows Latin letters, the box, and nothing else. */
const latin = (codePoint: number): boolean => codePoint < 0x250 || codePoint === 0x25a1;
const aPage = (title: string): ReportPage =>
  ({ title, number: 'Lage L-2026-014', foot: ['Prüfsumme', 'Prüfbar'] }) as unknown as ReportPage;
const shown = (title: string) => inGlyphs(aPage(title), latin, '□: anderes Zeichen');

describe('a report in a font that does not know every character', () => {
  it('shows one box for each, also for an emoji of many parts, and explains it', () => {
    const page = shown('Feuer 🔥 Familie 👨‍👩‍👧 中文 Ü');
    expect(page.title).toBe('Feuer □ Familie □ □□ Ü');
    expect(page.foot).toEqual(['Prüfsumme', 'Prüfbar · □: anderes Zeichen']);
  });

  it('leaves out marks that have no shape of their own, and keeps lines', () => {
    const page = shown('a\u200bb\u202ec\u0000 d\nU\u0308');
    expect(page.title).toBe('abc d\nÜ');
    expect(page.foot).toEqual(['Prüfsumme', 'Prüfbar']);
  });
});
