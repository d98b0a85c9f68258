/** What a log line says about an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Errors of the database repeat what was being written: statement parameters, failing rows, the line of a COPY. None
 * of it belongs in a log, so only name, code, message (values struck out) and the places in our code are kept.
 */
export function serializeError(error: unknown): LoggedError {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: '' };
  const { name, message, code, stack } = error as Record<string, unknown>;
  const ofDatabase = 'query' in error || 'severity' in error || SQLSTATE.test(String(code));
  const said = typeof message === 'string' ? message : '';
  return {
    type: typeof name === 'string' ? name : 'object',
    message: ofDatabase ? struckOut(said) : said,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof stack === 'string' ? { stack: placesOf(stack) } : {}),
  };
}

/** PostgreSQL quotes names and values alike; a log can do without both. */
function struckOut(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/"(?:[^"]|"(?=\S))*"/g, '"…"').slice(0, 300);
}

/** The stack without its first lines, which repeat the message. */
function placesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .join('\n');
}
