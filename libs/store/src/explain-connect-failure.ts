import { DatabaseError } from './database-error.js';

/** SQLSTATE classes of a server that answers and says no: authorisation, unknown database, settings. */
const REFUSALS = /^(28|3D|42501|0A|08P01)/;
const NETWORK = /^(ECONN|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|57P|53300|ENOENT)/;

/** Turns the failure of a first connection into something a person can act on; never repeats the password. */
export function explainConnectFailure(error: unknown, url: string): unknown {
  if (error instanceof DatabaseError || !hasMessage(error)) return error;
  const { hostname, port } = new URL(url);
  const params = {
    host: hostname === '' ? 'localhost' : hostname,
    port: Number(port === '' ? 5432 : port),
    reason: reasonOf(error),
  };
  const code = String(error.code);
  if (REFUSALS.test(code) || /does not support SSL|SASL|certificate/i.test(error.message)) {
    return new DatabaseError('refused', params, { cause: error });
  }
  if (NETWORK.test(code) || /timeout|terminated|ECONN/i.test(error.message)) {
    return new DatabaseError('unreachable', params, { cause: error });
  }
  return error;
}

interface Failure {
  readonly message: string;
  readonly code?: unknown;
  readonly errors?: readonly Failure[];
}

/** By shape: errors of the network layer may come from another realm than ours. */
function hasMessage(error: unknown): error is Failure {
  return typeof error === 'object' && error !== null && 'message' in error;
}

/** An address with several IPs fails as a sum of errors without words of its own. */
function reasonOf(error: Failure): string {
  return error.message === '' ? (error.errors?.[0]?.message ?? '') : error.message;
}
