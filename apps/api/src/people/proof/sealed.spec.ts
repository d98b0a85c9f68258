import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './sealed.js';

const HOUSE = 'a secret that is used in tests only';
const SECRET = Buffer.from('12345678901234567890');

describe('a sealed secret', () => {
  it('is read again by its house, for its person', () => {
    const sealed = seal(HOUSE, 'person:1', SECRET);
    expect(sealed.includes(SECRET)).toBe(false);
    expect(unseal(HOUSE, 'person:1', sealed)).toEqual(SECRET);
    expect(seal(HOUSE, 'person:1', SECRET)).not.toEqual(sealed);
  });

  it('opens for nobody else: another person, another house, a changed byte', () => {
    const sealed = seal(HOUSE, 'person:1', SECRET);
    expect(() => unseal(HOUSE, 'person:2', sealed)).toThrow();
    expect(() => unseal(`${HOUSE}!`, 'person:1', sealed)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(HOUSE, 'person:1', changed)).toThrow();
    }
  });
});
