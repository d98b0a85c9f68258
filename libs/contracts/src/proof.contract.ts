import type { ProofMethod } from '@sturmwarte/domain';
import { z } from 'zod';
import { nameSchema } from './fields.js';

/** Typed as people read it off a screen or paper: with spaces and dashes, in any case. */
const typedCode = z
  .string()
  .max(64)
  .transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase());
const base64url = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
};

/** What a browser answers to `PasskeyOptions`. */
const assertionSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type PasskeyAssertion = z.infer<typeof assertionSchema>;
const attestationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
export type PasskeyAttestation = z.infer<typeof attestationSchema>;

/** POST /api/v1/proof — answers `ProofView`; a wrong answer is refused with `proof-wrong`. */
export const proofSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('password'), password: z.string().max(256) }),
  z.object({ method: z.literal('totp'), code: typedCode }),
  z.object({ method: z.literal('recovery-code'), code: typedCode }),
  z.object({ method: z.literal('passkey'), assertion: assertionSchema }),
]);
export type ProofRequest = z.infer<typeof proofSchema>;

/** GET /api/v1/proof: how fresh the proof of this session is, and what the person is asked for. */
export interface ProofView {
  /** Null when there is none that still stands. */
  readonly proof: { readonly at: string; readonly by: ProofMethod } | null;
  readonly methods: readonly ProofMethod[];
  readonly maxAgeMs: number;
}

/**
 * POST /api/v1/proof/challenge, POST /api/v1/session/second-step/challenge, POST /api/v1/me/factors/passkeys/options:
 * handed to the browser as it is (WebAuthn's own JSON).
 */
export type PasskeyOptions = Readonly<Record<string, unknown>>;

/** POST /api/v1/session and /api/v1/links/:token, when the person has a second factor: nobody is signed in yet. */
export interface SecondStepView {
  readonly secondStep: {
    readonly token: string;
    readonly methods: readonly ProofMethod[];
    readonly expiresAt: string;
  };
}
const stepToken = z.string().max(100);
/** POST /api/v1/session/second-step/challenge */
export const secondStepSchema = z.object({ token: stepToken });
/** POST /api/v1/session/second-step — answers `SessionView`. */
export const secondStepProofSchema = z.object({ token: stepToken, proof: proofSchema });
export type SecondStepProof = z.infer<typeof secondStepProofSchema>;

/** GET /api/v1/me/factors */
export interface FactorsView {
  /** Since when an authenticator app is set up. */
  readonly totp: { readonly since: string } | null;
  readonly passkeys: readonly PasskeyView[];
  /** Left. */
  readonly recoveryCodes: number;
  /** Browsers know passkeys on https and on localhost only, and never for a bare IP address. */
  readonly passkeysHere: boolean;
}
export interface PasskeyView {
  readonly id: number;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** POST /api/v1/me/factors/totp */
export interface TotpOffer {
  /** Base32, for typing. */
  readonly secret: string;
  /** `otpauth://`, for a QR code. */
  readonly uri: string;
}
/** POST /api/v1/me/factors/totp/confirm */
export const totpConfirmSchema = z.object({ code: typedCode });
/** POST /api/v1/me/factors/passkeys */
export const passkeyAddSchema = z.object({ name: nameSchema, attestation: attestationSchema });
export type PasskeyAdd = z.infer<typeof passkeyAddSchema>;

/** Answer to a new factor and POST /api/v1/me/factors/recovery-codes: shown once; null when nothing is new. */
export interface RecoveryCodesView {
  readonly recoveryCodes: readonly string[] | null;
}
