import { UsageError } from './usage-error.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export interface RequestOptions {
  /** Without any answer for so long the player gives up. */
  readonly giveUpAfterMs: number;
  readonly onRetry: (why: string) => void;
  /** Ends the pauses between attempts, and with them the attempts. */
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/**
 * One request, repeated while the server is full (429), away (502, 503, 504) or out of reach. Safe because everything the
 * player sends may be sent twice. Returns any other answer; throws UsageError when patience has ended.
 */
export async function request(
  url: string,
  init: RequestInit,
  options: RequestOptions,
): Promise<Answer> {
  const startedMs = performance.now();
  for (let attempt = 0; ; attempt++) {
    const { answer, why, retryAfterMs } = await once(url, init);
    if (answer !== undefined) return answer;
    options.signal.throwIfAborted();
    const wanted = retryAfterMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    if (performance.now() - startedMs + wanted > options.giveUpAfterMs) {
      throw new UsageError(`${new URL(url).origin} does not take it: ${why}. Given up.`);
    }
    options.onRetry(why);
    await pause(wanted, options.signal);
  }
}

interface Attempt {
  readonly answer?: Answer;
  readonly why: string;
  readonly retryAfterMs?: number;
}

async function once(url: string, init: RequestInit): Promise<Attempt> {
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    if (![429, 502, 503, 504].includes(response.status)) {
      return {
        answer: { status: response.status, body: read(text), headers: response.headers },
        why: '',
      };
    }
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    const why = `answered ${response.status}`;
    return Number.isFinite(seconds) ? { why, retryAfterMs: Math.max(0, seconds * 1_000) } : { why };
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // shown as it is where it was not expected
  }
}

/** `fetch` hides what happened in the cause. */
function reasonOf(error: unknown): string {
  const { code, message } = (error as { cause?: Failure }).cause ?? (error as Failure);
  if (code === 'ECONNREFUSED') return 'nobody listens there';
  return message ?? code ?? 'the connection broke';
}
type Failure = { readonly code?: string; readonly message?: string };

export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });
}
