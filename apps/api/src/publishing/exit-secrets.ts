import type { StoredExit } from '@sturmwarte/store';
import { seal, unseal } from '../common/seal.js';

/** A webhook signs with each of these that has not ended; the newest first. */
export interface SigningSecret {
  readonly secret: string;
  /** ISO; null: until it is renewed. */
  readonly until: string | null;
}
export interface ExitSecrets {
  readonly signing: readonly SigningSecret[];
  readonly password: string | null;
}

const PURPOSE = 'exit-secrets';
const NONE: ExitSecrets = { signing: [], password: null };

export function sealExitSecrets(houseSecret: string, secrets: ExitSecrets): Buffer {
  return seal(houseSecret, PURPOSE, JSON.stringify(secrets));
}

export function exitSecretsOf(
  houseSecret: string,
  { secrets }: Pick<StoredExit, 'secrets'>,
): ExitSecrets {
  if (secrets === null) return NONE;
  return JSON.parse(unseal(houseSecret, PURPOSE, secrets)) as ExitSecrets;
}

/** Secrets that sign at this moment. */
export function signingNow({ signing }: ExitSecrets, nowMs: number): readonly SigningSecret[] {
  return signing.filter(({ until }) => until === null || Date.parse(until) > nowMs);
}
