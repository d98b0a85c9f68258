import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorCode } from '@sturmwarte/domain';

/** Refusals of the frameworks below us, in our own codes. */
const BY_FRAMEWORK_CODE: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'stream-truncated',
  FST_ERR_BAD_URL: 'not-found',
};
const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'invalid-input',
  404: 'not-found',
  405: 'not-found',
  413: 'body-too-large',
  415: 'content-type',
  503: 'unavailable',
};

/** The refusal in an error, or null when it is an outage or a bug. */
export function refusalOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  // Nest wraps what Fastify says. Only what the server itself says about a request counts: an error of the database
  // has no status.
  const own = error instanceof HttpException ? (error.cause ?? error) : error;
  if (typeof own !== 'object' || own === null) return null;
  const { code, statusCode } = own as { code?: unknown; statusCode?: unknown };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (typeof status !== 'number') return null;
  const known = BY_FRAMEWORK_CODE[String(code)] ?? BY_STATUS[status];
  return known ? new DomainError(known) : null;
}
