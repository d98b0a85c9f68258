import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthorKeys } from './author-keys.js';
import { keysOfPseudonym, numberOfAuthor, pseudonym, pseudonymNumber } from './pseudonym.js';

describe('the name an author has everywhere', () => {
  const keys = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

  it('is the same for the same key, and leads back to the keys that bear it', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const name = pseudonym(key);
        expect(name).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);
        const range = keysOfPseudonym(name.toLowerCase());
        expect(range !== null && range.from <= key && key <= range.to).toBe(true);
        expect(pseudonym(range?.from ?? 0n)).toBe(name);
        expect(pseudonym(range?.to ?? 0n)).toBe(name);
      }),
    );
  });

  it('is not read out of anything else', () => {
    for (const name of ['', 'K7F3', 'K7F3-2U', "K7F3-2'", 'K7F3-2QX']) {
      expect(keysOfPseudonym(name)).toBeNull();
    }
  });
});

describe('the number of a pseudonym', () => {
  it('is that of every author who bears it', () => {
    const authors = new AuthorKeys('secret');
    for (let n = 0; n < 200; n++) {
      const author = authors.of(1, `author ${n}`);
      const name = pseudonym(BigInt(author?.key ?? 0));
      expect(pseudonymNumber(name)).toBe(numberOfAuthor(author?.hash ?? 0));
    }
    expect(pseudonymNumber('nobody')).toBeNull();
  });
});
