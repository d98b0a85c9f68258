import { DomainError } from './errors.js';

/** How a person can show anew that it is really them. */
export const PROOF_METHODS = ['password', 'passkey', 'totp', 'recovery-code'] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

/** When and how the person behind a session proved who they are; written into journals. */
export interface Proof {
  /** Milliseconds. */
  readonly at: number;
  readonly by: ProofMethod;
}

/** What a person has set up beside the password. */
export interface Factors {
  readonly totp: boolean;
  readonly passkeys: number;
  /** Not used yet. */
  readonly recoveryCodes: number;
}

/** Recovery codes alone are no second factor: they stand in for one. */
export function hasSecondFactor({ totp, passkeys }: Factors): boolean {
  return totp || passkeys > 0;
}

/** What this person is asked for. With a second factor the password alone no longer says who they are. */
export function proofMethodsOf(factors: Factors): readonly ProofMethod[] {
  if (!hasSecondFactor(factors)) return ['password'];
  return [
    ...(factors.passkeys > 0 ? (['passkey'] as const) : []),
    ...(factors.totp ? (['totp'] as const) : []),
    ...(factors.recoveryCodes > 0 ? (['recovery-code'] as const) : []),
  ];
}

/** Does this proof still stand? A password's does not once there is a second factor. */
export function isFreshProof(
  proof: Proof | null,
  factors: Factors,
  now: number,
  maxAgeMs: number,
): proof is Proof {
  if (proof === null || now - proof.at > maxAgeMs) return false;
  return proof.by !== 'password' || !hasSecondFactor(factors);
}

/** Refuses with `proof-needed`: `methods` (separated by commas) this person can answer with, and `maxAgeMs`. */
export function checkFreshProof(
  proof: Proof | null,
  factors: Factors,
  now: number,
  maxAgeMs: number,
): Proof {
  if (isFreshProof(proof, factors, now, maxAgeMs)) return proof;
  throw new DomainError('proof-needed', { methods: proofMethodsOf(factors).join(','), maxAgeMs });
}
