import type { SessionView } from '@sturmwarte/contracts';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
}
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Speaks HTTP as the console does: with the session's cookie and its CSRF secret. */
export class Caller {
  /** `name=value`; null while nobody is signed in. */
  cookie: string | null = null;
  private csrf: string | null = null;

  constructor(readonly url: string) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.call<T>('POST', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.call<T>('PATCH', path, body);
  }

  delete<T>(path: string): Promise<Answer<T>> {
    return this.call<T>('DELETE', path);
  }

  /** What must succeed. */
  async done<T>(answer: Promise<Answer<T>>): Promise<T> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  private async call<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(this.csrf === null ? {} : { 'x-sturmwarte-csrf': this.csrf }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie')?.split(';')[0];
    const text = await response.text();
    const answer = (text === '' ? null : JSON.parse(text)) as T;
    if (set !== undefined) {
      this.cookie = set;
      this.csrf = (answer as SessionView | null)?.csrf ?? null;
    }
    return { status: response.status, body: answer };
  }
}
