import { describe, expect, it } from '@jest/globals';
import { outletLength } from './outlet-length.js';

describe('characters as a channel counts them', () => {
  it.each([
    ['plain words', 'Wir prüfen das jetzt.', 21],
    ['umlauts, however they are typed', 'u\u0308ber', 4],
    ['German quotation marks and dashes', '„so“ – „so“', 11],
    ['an ellipsis twice', '…', 2],
    ['a long address', 'Mehr: https://www.example.org/stand/2026/11/29?a=1&b=2', 29],
    ['a short address, made longer', 'https://a.de', 23],
    ['an address without a scheme', 'Mehr auf nordlicht.de/stand', 32],
    ['the full stop behind an address', 'https://example.org/a.', 24],
    ['two addresses', 'https://a.de https://b.de', 47],
    ['a mail address, which is no link', 'post@nordlicht.de', 17],
    ['an emoji', '👍', 2],
    ['a family of four as one emoji', '👨‍👩‍👧‍👦', 2],
    ['a flag', '🇩🇪', 2],
    ['wide characters twice', '回收', 4],
    ['the euro sign twice, as X does', '5 €', 4],
    ['a trade mark as one wide letter', 'Nordlicht™', 11],
    ['nothing', '', 0],
  ])('on X: %s', (_, text, length) => {
    expect(outletLength('x', text)).toBe(length);
  });

  it('counts every address alike on Mastodon, emoji as one', () => {
    expect(outletLength('mastodon', 'https://www.example.org/a/very/long/path 👍')).toBe(25);
  });

  it('counts what people see elsewhere', () => {
    expect(outletLength('bluesky', 'ü👨‍👩‍👧‍👦 https://a.de')).toBe(15);
    expect(outletLength('press', '回收')).toBe(2);
  });
});
