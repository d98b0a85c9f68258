import { describe, expect, it } from '@jest/globals';
import { passkeyPlaceOf } from './passkey-place.js';

describe('where passkeys work', () => {
  it('is the name of the house over https, and localhost on one’s own machine', () => {
    expect(passkeyPlaceOf({ base: 'https://sturm.example.org' })).toEqual({
      origin: 'https://sturm.example.org',
      rpId: 'sturm.example.org',
    });
    expect(passkeyPlaceOf({ base: 'http://localhost:4400' })).toEqual({
      origin: 'http://localhost:4400',
      rpId: 'localhost',
    });
  });

  it('is nowhere a browser would refuse: bare addresses, names without https, nonsense', () => {
    for (const base of [
      'http://127.0.0.1:4400',
      'https://192.0.2.7',
      'https://[2001:db8::1]:4400',
      'http://sturm.example.org',
      'http://localhost.example.org',
      'http://',
    ]) {
      expect([base, passkeyPlaceOf({ base })]).toEqual([base, null]);
    }
  });
});
