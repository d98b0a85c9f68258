import type { ErrorCode, ErrorParams } from '@sturmwarte/domain';

/** The server said no, and why. Words: `useRefusalText`. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams,
    readonly traceId: string | null,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Nobody answered, or not in our words. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}
