import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { AddressRefused, guardedLookup, pinned } from './guarded-lookup.js';

export interface GuardedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** May the address lie in a private network, and be spoken to without TLS? */
  readonly privateNetwork: boolean;
}

export type GuardedAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Null when it was longer than the bound or broke off: the status stands all the same. */
      readonly body: string | null;
    }
  /** Nothing of the request can have left. */
  | { readonly kind: 'not-sent'; readonly why: string }
  /** The connection stood: the request, or a part of it, may have arrived. */
  | { readonly kind: 'no-answer'; readonly why: string };

/** Nobody needs more to say where something stands. */
const ANSWER_BYTES = 64 * 1024;

/**
 * One request over one new connection to a checked address. Redirects are answers like others, never followed: they
 * would lead where nobody has looked. Says whether something may have left when no answer comes.
 */
export async function guardedRequest(wanted: GuardedRequest): Promise<GuardedAnswer> {
  const url = new URL(wanted.url);
  const secure = url.protocol === 'https:';
  if (!secure && !wanted.privateNetwork) return { kind: 'not-sent', why: 'tls-needed' };
  if (wanted.signal.aborted) return { kind: 'not-sent', why: 'stopped' };
  let lookup;
  try {
    lookup = pinned(await guardedLookup(url.hostname, wanted.privateNetwork));
  } catch (error) {
    return {
      kind: 'not-sent',
      why: error instanceof AddressRefused ? error.fault : 'unresolvable',
    };
  }
  return new Promise((answer) => {
    // A connection of its own: one that was kept open could be dead already, and nobody could tell what left.
    let left = false;
    let why: string | null = null;
    const { method, headers, body, timeoutMs, signal } = wanted;
    const request = (secure ? tlsRequest : plainRequest)(url, {
      ...{ method, lookup, agent: false },
      headers: { ...headers, ...(body === null ? {} : { 'content-length': body.length }) },
    });
    const breakOff = (reason: string): void => {
      why ??= reason;
      request.destroy(new Error(reason));
    };
    const timer = setTimeout(() => breakOff('timeout'), timeoutMs);
    const stop = (): void => breakOff('stopped');
    signal.addEventListener('abort', stop, { once: true });
    const settle = (result: GuardedAnswer): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      request.destroy();
      answer(result);
    };
    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => (left = true));
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const reason = why ?? error.code ?? 'connection-lost';
      settle({ kind: left ? 'no-answer' : 'not-sent', why: reason });
    });
    request.on('response', (response) => {
      void readBounded(response).then((text) =>
        settle({ kind: 'answered', status: response.statusCode ?? 0, body: text }),
      );
    });
    request.end(body ?? undefined);
  });
}

async function readBounded(response: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > ANSWER_BYTES) return null;
      parts.push(part);
    }
  } catch {
    // What was being read is only where it stands; that it was taken is said by the status already.
    return null;
  }
  return Buffer.concat(parts).toString('utf8');
}
