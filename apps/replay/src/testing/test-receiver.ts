import { LATENESS_MS } from '@sturmwarte/domain';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type IntakeTrouble = 'full' | 'break-before-commit' | 'break-after-commit';

export interface TestReceiver {
  readonly url: string;
  /** External ids in the order they were stored. */
  readonly stored: readonly string[];
  readonly endedAt: string | null;
  /** What no well-behaved player does. */
  readonly mistakes: readonly string[];
  readonly signedIn: boolean;
  onMentions(hear: () => void): void;
  close(): Promise<void>;
}

/**
 * A server as small as the contract allows: intake, clock, sign-in, spaces. The first posts meet the given troubles, in
 * that order.
 */
export async function startReceiver(
  options: { answers?: IntakeTrouble[]; token?: string } = {},
): Promise<TestReceiver> {
  const receiver = new Receiver(options.token ?? 'the-token', [...(options.answers ?? [])]);
  await receiver.listen();
  return receiver;
}

interface Line {
  readonly externalId: string;
  readonly text?: string;
  readonly observedAt: string;
}

class Receiver implements TestReceiver {
  readonly stored: string[] = [];
  readonly mistakes: string[] = [];
  endedAt: string | null = null;
  signedIn = false;
  url = '';
  private clock = 0;
  private hear: () => void = () => undefined;
  private readonly server = createServer(
    (request, response) => void this.answer(request, response),
  );

  constructor(
    private readonly token: string,
    private readonly troubles: IntakeTrouble[],
  ) {}

  onMentions(hear: () => void): void {
    this.hear = hear;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const route = `${request.method ?? ''} ${request.url ?? ''}`;
    const say = (status: number, answer: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(answer));
    };
    if (/mentions|clock/.test(route)) {
      if (request.headers.authorization !== `Bearer ${this.token}`) {
        return say(401, { code: 'token-unknown', params: {}, traceId: 't' });
      }
      if (route.startsWith('PUT'))
        return this.moveClock(body as { now: string; ended: boolean }, say);
      return this.take(body as Line[], response, say);
    }
    this.account(route, body, request, say);
  }

  private moveClock(body: { now: string; ended: boolean }, say: Say): void {
    const now = Date.parse(body.now);
    if (now < this.clock) this.mistakes.push(`the clock ran backwards to ${body.now}`);
    this.clock = Math.max(this.clock, now);
    if (body.ended) this.endedAt = body.now;
    say(200, {});
  }

  private take(lines: Line[], response: ServerResponse, say: Say): void {
    this.hear();
    const trouble = this.troubles.shift();
    if (trouble === 'full') {
      return say(429, { code: 'queue-full', params: {} }, { 'retry-after': '1' });
    }
    if (trouble === 'break-before-commit') return void response.destroy();
    const errors: unknown[] = [];
    let stored = 0;
    let duplicates = 0;
    for (const [index, { externalId, text, observedAt }] of lines.entries()) {
      this.judgeTime(externalId, Date.parse(observedAt));
      if (text === undefined) {
        errors.push({ line: index + 1, code: 'field-missing', params: { field: 'text' } });
      } else if (this.stored.includes(externalId)) duplicates++;
      else {
        this.stored.push(externalId);
        stored++;
      }
    }
    if (trouble === 'break-after-commit') return void response.destroy();
    const rejected = errors.length;
    say(200, {
      lines: lines.length,
      stored,
      duplicates,
      replaced: 0,
      deleted: 0,
      rejected,
      errors,
    });
  }

  /** Mentions move the space's clock; none of a recording in time order comes late. */
  private judgeTime(externalId: string, atMs: number): void {
    if (this.clock - atMs > LATENESS_MS) this.mistakes.push(`${externalId} comes late`);
    this.clock = Math.max(this.clock, atMs);
  }

  private account(route: string, body: unknown, request: IncomingMessage, say: Say): void {
    if (route === 'POST /api/v1/session') {
      if ((body as { password: string }).password !== 'right') {
        return say(401, { code: 'wrong-credentials', params: {}, traceId: 't' });
      }
      this.signedIn = true;
      const cookie = 'sturmwarte=abc; HttpOnly; SameSite=Strict; Path=/';
      return say(200, { person: {}, csrf: 'c1' }, { 'set-cookie': cookie });
    }
    const { cookie, origin } = request.headers;
    if (cookie !== 'sturmwarte=abc') this.mistakes.push(`${route} without the session`);
    if (route === 'GET /api/v1/brands') return say(200, [{ id: 7, name: 'Nordlicht' }]);
    if (request.headers['x-sturmwarte-csrf'] !== 'c1' || origin !== this.url) {
      this.mistakes.push(`${route} without its proof of origin`);
    }
    if (route === 'DELETE /api/v1/session') {
      this.signedIn = false;
      return say(200, {});
    }
    if ((body as { brandId: number }).brandId !== 7) this.mistakes.push('wrong brand');
    say(201, { space: { id: 2 }, sourceId: 3, token: this.token });
  }
}
type Say = (status: number, answer: unknown, headers?: Record<string, string>) => void;
