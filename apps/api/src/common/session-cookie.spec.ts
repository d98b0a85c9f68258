import { describe, expect, it } from '@jest/globals';
import { sessionCookie, sessionTokenIn } from './session-cookie.js';

const token = 'A'.repeat(43);

describe('the session cookie', () => {
  it('comes back as it was given, among others', () => {
    const pair = sessionCookie(token, false).split(';')[0];
    expect(sessionTokenIn(`theme=dark; ${pair}; x=y`)).toBe(token);
  });

  it('is out of reach of scripts and of other sites, and over TLS never travels in clear', () => {
    expect(sessionCookie(token, true)).toBe(
      `__Host-sturmwarte=${token}; Path=/; HttpOnly; SameSite=Strict; Secure`,
    );
  });

  it('prefers the one that only our own host can have set', () => {
    const own = 'B'.repeat(43);
    expect(sessionTokenIn(`sturmwarte=${token}; __Host-sturmwarte=${own}`)).toBe(own);
  });

  it.each([undefined, '', 'sturmwarte=', 'sturmwarte=short', `sturmwarte=${token}x`, `x${token}`])(
    'is not found in %s',
    (header) => {
      expect(sessionTokenIn(header)).toBeNull();
    },
  );
});
