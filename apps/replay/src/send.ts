import type { IntakeReceipt } from '@sturmwarte/contracts';
import type { Entry } from './entry.js';
import { request, type Answer, type RequestOptions } from './request.js';
import { UsageError } from './usage-error.js';

/** The two things a player tells a server, with the token of its source. */
export interface Receiver {
  /** Sends one batch; resolves once the server has it in its books. */
  mentions(entries: readonly Entry[]): Promise<IntakeReceipt>;
  /** Moves the space's clock; `ended` closes the space. */
  clock(nowMs: number, ended?: boolean): Promise<void>;
}

export function receiverAt(server: string, token: string, options: RequestOptions): Receiver {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const call = async (method: string, path: string, body: unknown): Promise<Answer> =>
    request(`${server}${path}`, { method, headers, body: JSON.stringify(body) }, options);
  return {
    async mentions(entries) {
      const answer = await call(
        'POST',
        '/api/v1/mentions',
        entries.map((entry) => entry.body),
      );
      if (isReceipt(answer.body)) return answer.body;
      throw refusal('The intake', answer);
    },
    async clock(nowMs, ended = false) {
      const now = new Date(nowMs).toISOString();
      const answer = await call('PUT', '/api/v1/spaces/clock', { now, ended });
      if (answer.status >= 300) throw refusal("The space's clock", answer);
    },
  };
}

function isReceipt(body: unknown): body is IntakeReceipt {
  return typeof body === 'object' && body !== null && 'stored' in body && 'errors' in body;
}

/** A refusal in words: the code and what the server says about it. */
export function refusal(what: string, { status, body }: Answer): UsageError {
  const told = body as { code?: unknown; params?: unknown } | string | null;
  if (typeof told !== 'object' || told === null || typeof told.code !== 'string') {
    return new UsageError(`${what} answered ${status}: ${JSON.stringify(body).slice(0, 200)}`);
  }
  const params = JSON.stringify(told.params ?? {});
  const known = HINTS[told.code];
  const details = params === '{}' ? '' : ` ${params}`;
  return new UsageError(`${what} refused: ${told.code}${details}${known ? `. ${known}` : ''}`);
}

const HINTS: Record<string, string | undefined> = {
  'token-unknown': 'The token belongs to no source, or it was revoked.',
  'space-ended': 'This space has ended; play into a new one.',
  'wrong-credentials': 'E-mail or password is wrong.',
  'not-allowed': 'The account may not run drills and replays for this brand.',
  'source-paused': 'The source is paused.',
};
