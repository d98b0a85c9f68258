import type { ErrorCode, ErrorParams } from '@sturmwarte/domain';

/** Body of every HTTP refusal. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly traceId: string;
}

/** Answer to every inbound socket message. */
export type Reply<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams };
