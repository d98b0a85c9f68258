import type { ErrorCode, ErrorParams } from '@sturmwarte/domain';

/** Why a line, a field or a body is refused: a code, and the facts its sentence needs. */
export interface Refusal {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export function refusal(code: ErrorCode, params: ErrorParams = {}): Refusal {
  return { ok: false, code, params };
}

/** Thrown inside readers and caught at their door, so that reading a field stays one expression. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export function refuse(code: ErrorCode, params: ErrorParams = {}): never {
  throw new Refused(refusal(code, params));
}
