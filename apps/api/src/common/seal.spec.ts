import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './seal.js';

describe('a sealed secret', () => {
  const sealed = seal('the house', 'exits', 'Grüße 🔑');

  it('is read again by the house that sealed it', () => {
    expect(unseal('the house', 'exits', sealed)).toBe('Grüße 🔑');
    expect(sealed.includes('Grüße')).toBe(false);
  });

  it('says nothing to another house, for another purpose, or when somebody touched it', () => {
    expect(() => unseal('another house', 'exits', sealed)).toThrow();
    expect(() => unseal('the house', 'codes', sealed)).toThrow();
    const touched = Buffer.from(sealed);
    touched[touched.length - 1]! ^= 1;
    expect(() => unseal('the house', 'exits', touched)).toThrow();
  });
});
