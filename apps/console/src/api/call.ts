import type { ErrorBody } from '@sturmwarte/contracts';
import { ERROR_STATUS } from '@sturmwarte/domain';
import { provenAnew } from './proof-asker.js';
import { Refusal, Unreachable } from './refusal.js';

const CSRF_HEADER = 'x-sturmwarte-csrf';
/** Where the answer itself goes: it never waits for another one. */
const PROOF_PATH = '/api/v1/proof';
let csrf: string | null = null;

/** The secret of the session, sent back with every change. */
export function rememberCsrf(secret: string | null): void {
  csrf = secret;
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Path below `/api/v1` with its search part; unset values are left out. */
export function apiPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

/**
 * One request to the server. `T` is the contract type of the answer.
 * @throws {Refusal} the server refused @throws {Unreachable} no answer, or one that is not ours
 */
async function call<T>(method: Method, url: string, init: RequestInit = {}): Promise<T> {
  try {
    return await ask<T>(method, url, init);
  } catch (problem) {
    // The server asks who is there. Nothing has happened yet, so the same command may go out once more.
    const isAnswer = url === PROOF_PATH;
    if (isAnswer || !(problem instanceof Refusal) || !(await provenAnew(problem))) throw problem;
    return ask<T>(method, url, init);
  }
}

async function ask<T>(method: Method, url: string, init: RequestInit): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('accept', 'application/json');
  if (method !== 'GET' && csrf !== null) headers.set(CSRF_HEADER, csrf);
  const response = await reach(url, { ...init, method, headers, credentials: 'same-origin' });
  const text = await response.text();
  if (response.ok) return text === '' ? (undefined as T) : (readJson(text) as T);
  throw refusalOf(text);
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

function refusalOf(text: string): Error {
  const body = readJson(text) as Partial<ErrorBody> | null;
  if (!body || typeof body.code !== 'string' || !Object.hasOwn(ERROR_STATUS, body.code)) {
    return new Unreachable(text.slice(0, 200));
  }
  return new Refusal(body.code, body.params ?? {}, body.traceId ?? null);
}

function withJson(body: unknown): RequestInit {
  if (body === undefined) return {};
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

export const api = {
  get: <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
    call<T>('GET', apiPath(path, query), signal ? { signal } : {}),
  post: <T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> =>
    call<T>('POST', apiPath(path), { ...withJson(body), ...(signal ? { signal } : {}) }),
  put: <T>(path: string, body?: unknown): Promise<T> =>
    call<T>('PUT', apiPath(path), withJson(body)),
  patch: <T>(path: string, body: unknown): Promise<T> =>
    call<T>('PATCH', apiPath(path), withJson(body)),
  remove: <T>(path: string): Promise<T> => call<T>('DELETE', apiPath(path)),
  /** A body that is not JSON, e.g. an uploaded file. */
  send: <T>(path: string, body: Blob, contentType: string, query: Query = {}): Promise<T> =>
    call<T>('POST', apiPath(path, query), { body, headers: { 'content-type': contentType } }),
};
