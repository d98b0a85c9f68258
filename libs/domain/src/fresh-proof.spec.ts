import { describe, expect, it } from '@jest/globals';
import type { DomainError } from './errors.js';
import {
  checkFreshProof,
  hasSecondFactor,
  proofMethodsOf,
  PROOF_METHODS,
  type Factors,
} from './fresh-proof.js';

const NOW = 1_000_000_000;
const MAX_AGE_MS = 300_000;
const NONE: Factors = { totp: false, passkeys: 0, recoveryCodes: 0 };
const BOTH: Factors = { totp: true, passkeys: 2, recoveryCodes: 9 };

const refusal = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('was not refused');
};

describe('a fresh proof of identity', () => {
  it('stands for as long as the house says, and not a moment longer', () => {
    const proof = { at: NOW, by: 'password' } as const;
    expect(checkFreshProof(proof, NONE, NOW + MAX_AGE_MS, MAX_AGE_MS)).toBe(proof);
    const { code, params } = refusal(() =>
      checkFreshProof(proof, NONE, NOW + MAX_AGE_MS + 1, MAX_AGE_MS),
    );
    expect({ code, params }).toEqual({
      code: 'proof-needed',
      params: { methods: 'password', maxAgeMs: MAX_AGE_MS },
    });
  });

  it('is missing where a session never had one', () => {
    expect(refusal(() => checkFreshProof(null, NONE, NOW, MAX_AGE_MS)).code).toBe('proof-needed');
  });

  it('is no longer the password alone for a person with a second factor', () => {
    for (const by of PROOF_METHODS) {
      const check = () => checkFreshProof({ at: NOW, by }, BOTH, NOW, MAX_AGE_MS);
      if (by === 'password') {
        expect(refusal(check).params['methods']).toBe('passkey,totp,recovery-code');
      } else expect(check().by).toBe(by);
    }
  });

  it('may be given with what is set up, and with nothing else', () => {
    expect(proofMethodsOf(NONE)).toEqual(['password']);
    expect(proofMethodsOf({ ...NONE, totp: true })).toEqual(['totp']);
    expect(proofMethodsOf({ ...NONE, passkeys: 1, recoveryCodes: 3 })).toEqual([
      'passkey',
      'recovery-code',
    ]);
    // Left-over codes replace a factor; they are none.
    expect(hasSecondFactor({ ...NONE, recoveryCodes: 10 })).toBe(false);
    expect(proofMethodsOf({ ...NONE, recoveryCodes: 10 })).toEqual(['password']);
  });
});
