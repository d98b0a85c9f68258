export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** How long an answer may take: a database that hangs takes its time. */
const PATIENCE_MS = 60_000;

/** Speaks HTTP as a console does: with the session's cookie and its CSRF secret. */
export class Caller {
  cookie = '';
  private csrf = '';

  /** @param url asked before every call: a server may come back elsewhere */
  constructor(private readonly url: () => string) {}

  /** Rejects when there is no answer at all. */
  async call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(`${this.url()}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === '' ? {} : { cookie: this.cookie, 'x-sturmwarte-csrf': this.csrf }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await response.json()) as T;
    const set = response.headers.get('set-cookie')?.split(';')[0];
    if (set !== undefined) {
      this.cookie = set;
      this.csrf = (answer as { csrf?: string }).csrf ?? '';
    }
    return { status: response.status, body: answer };
  }

  /** What must succeed. */
  async done<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const answer = await this.call<T>(method, path, body);
    if (answer.status >= 300) {
      throw new Error(
        `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`,
      );
    }
    return answer.body;
  }
}
