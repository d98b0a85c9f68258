import { describe, expect, it } from '@jest/globals';
import { checkPassword } from './password.js';

const ada = { email: 'ada.byron@example.org', name: 'Ada Byron' };

describe('a new password', () => {
  it('may be any long sentence', () => {
    expect(() => checkPassword('vier Möwen über Helgoland', ada)).not.toThrow();
  });

  it.each(['ada.byron@example.org', 'Ada Byron 1815', 'abababababab', '000000000000'])(
    'may not be guessed at once: %s',
    (password) => {
      expect(() => checkPassword(password, ada)).toThrow('password-too-weak');
    },
  );

  it('may contain the name when there is enough beside it', () => {
    expect(() => checkPassword('Ada Byron counted every cog', ada)).not.toThrow();
  });
});
