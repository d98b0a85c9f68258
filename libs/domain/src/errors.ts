/** Every way to say no, with the HTTP status it travels as. Words live in `@sturmwarte/i18n`. */
export const ERROR_STATUS = {
  // anybody
  internal: 500,
  unavailable: 503,
  'not-found': 404,
  'invalid-input': 400,
  conflict: 409,
  // people and rights
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'not-allowed': 403,
  'bad-origin': 403,
  'too-many-attempts': 429,
  'account-inactive': 403,
  'cannot-write-here': 422,
  'link-invalid': 410,
  'setup-done': 409,
  'password-too-weak': 422,
  'email-taken': 409,
  'last-admin': 409,
  'own-account': 409,
  'proof-needed': 403,
  'proof-wrong': 403,
  'sign-in-expired': 410,
  'passkeys-not-here': 409,
  // intake
  'token-unknown': 401,
  'source-paused': 403,
  'content-type': 415,
  'body-too-large': 413,
  'too-many-items': 413,
  'queue-full': 429,
  'bad-utf8': 400,
  'bad-json': 400,
  'bad-csv': 400,
  'line-too-long': 413,
  'stream-truncated': 400,
  'field-missing': 422,
  'field-invalid': 422,
  'text-too-long': 422,
  'date-in-future': 422,
  'erased-at-source': 410,
  // topics
  'query-invalid': 422,
  'name-taken': 409,
  'backtest-busy': 409,
  // alerts
  'already-acknowledged': 409,
  'already-closed': 409,
  'not-closed': 409,
  'reason-missing': 422,
  // mutes
  'mute-too-short': 422,
  'mute-too-long': 422,
  'mute-over': 409,
  'muted-already': 409,
  'text-too-short': 422,
  'too-many-mutes': 409,
  // incidents
  'incident-over': 409,
  'changed-meanwhile': 409,
  'seat-needed': 403,
  'second-person-needed': 403,
  'asked-of-another': 403,
  'already-decided': 409,
  'already-so': 409,
  'step-settled': 409,
  'step-blocked': 409,
  'step-closed': 409,
  'step-not-planned': 409,
  'input-missing': 422,
  'option-unknown': 422,
  'exit-unmet': 409,
  'hand-over-ended': 409,
  'clock-state': 409,
  'alert-taken': 409,
  // words, approvals, publications
  'wording-changed': 409,
  'wording-dropped': 409,
  'wording-refused': 409,
  'approval-not-asked': 409,
  'approval-missing': 409,
  'approval-not-yet': 403,
  'approval-role-needed': 403,
  'author-approves': 403,
  'approved-already': 409,
  'approver-barred': 403,
  'admin-approves': 403,
  'agreed-expired': 409,
  'emergency-level': 409,
  'emergency-agreed': 409,
  'emergency-unanswered': 409,
  'insider-lock': 409,
  'posting-stopped': 409,
  'published-already': 409,
  'publication-open': 409,
  'posting-not-stopped': 409,
  'exit-unfit': 409,
  // agreed wording
  'wording-blocked': 422,
  // spaces
  'space-ended': 409,
  'drill-running': 409,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** Facts a sentence needs: names, limits, positions. Never free text from outside beyond a bounded sample. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** A refusal: expected, answered to its asker, never logged as a fault. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
