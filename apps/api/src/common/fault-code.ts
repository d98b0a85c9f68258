/** PostgreSQL is away, shutting down or full up: an outage, to be tried again later. */
const OUTAGE =
  /^(08|57P0|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT)/;
const OUTAGE_WORDS = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** An error that is no refusal: is it an outage (503) or a bug (500)? */
export function faultCode(error: unknown): 'unavailable' | 'internal' {
  if (typeof error !== 'object' || error === null) return 'internal';
  const { code, message } = error as { code?: unknown; message?: unknown };
  const outage = OUTAGE.test(String(code)) || OUTAGE_WORDS.test(String(message));
  return outage ? 'unavailable' : 'internal';
}
