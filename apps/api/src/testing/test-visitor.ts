/** What the server answered, its body already read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text of anything else. */
  readonly body: unknown;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One browser: keeps its cookie and the CSRF secret of its session, like the console does. */
export class TestVisitor {
  cookie: string | null = null;
  csrf: string | null = null;

  constructor(private readonly url: string) {}

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.send('POST', path, body);
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', path, body);
  }

  put(path: string, body?: unknown): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  /** `headers` win over what a browser would send. */
  async send(
    method: Method,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(this.csrf === null || method === 'GET' ? {} : { 'x-sturmwarte-csrf': this.csrf }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = {
      status: response.status,
      headers: response.headers,
      body: await read(response),
    };
    this.remember(answer);
    return answer;
  }

  private remember({ headers, body }: Answer): void {
    const set = headers.get('set-cookie');
    if (set !== null) {
      const pair = set.split(';')[0] ?? '';
      this.cookie = pair.endsWith('=') ? null : pair;
    }
    if (typeof body === 'object' && body !== null && 'csrf' in body) this.csrf = String(body.csrf);
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') === true;
  return json ? (JSON.parse(text) as unknown) : text;
}
