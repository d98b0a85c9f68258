import { Agent, request } from 'node:http';
import { BATCH, bodyOf, type Batch } from './batches.js';

export interface Intake {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Sent {
  /** `performance.now()` when the request was handed to the network. */
  readonly at: number;
  /** Resolves with milliseconds to the acknowledgement. */
  readonly acknowledged: Promise<number>;
}

/** Open loop: a batch every 50 ms, whether the last one has been answered or not. */
export class Feed {
  mentions = 0;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly more: object[][] = [];
  private next = 0;
  private due = 0;
  private timer: NodeJS.Timeout | undefined;
  private trouble: Error | null = null;

  constructor(
    private readonly intake: Intake,
    private readonly batches: readonly Batch[],
  ) {}

  start(): void {
    this.due = performance.now();
    this.schedule();
  }

  /** Goes out with the next batch; with the one after, and so on. */
  add(parts: readonly object[][]): void {
    this.more.push(...parts);
  }

  /** Everything added has gone out. */
  get drained(): boolean {
    return this.more.length === 0;
  }

  /** The next batch goes at once with this at its end; the beat goes on from here. Moments are thus never on a grid. */
  sendNow(mention: object): Sent {
    clearTimeout(this.timer);
    this.due = performance.now();
    const sent = this.send([mention]);
    this.schedule();
    return sent;
  }

  /** Resolves when everything is answered; rejects when anything was refused. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    await Promise.all(this.underWay);
    this.agent.destroy();
    this.check();
  }

  /** Throws when anything was refused. */
  check(): void {
    if (this.trouble) throw this.trouble;
  }

  private schedule(): void {
    this.due += BATCH.everyMs;
    this.timer = setTimeout(() => {
      this.send(this.more.shift() ?? []);
      this.schedule();
    }, this.due - performance.now());
  }

  private send(more: readonly object[]): Sent {
    const batch = this.batches[this.next++];
    if (batch === undefined) {
      this.trouble ??= new Error('the background ended before the spikes');
      clearTimeout(this.timer);
      return { at: NaN, acknowledged: Promise.resolve(NaN) };
    }
    const body = bodyOf(batch, more);
    this.mentions += BATCH.mentions + more.length;
    const at = performance.now();
    const acknowledged = post(this.agent, this.intake, body)
      .then(() => performance.now() - at)
      .catch((error: unknown) => {
        this.trouble ??= error instanceof Error ? error : new Error(String(error));
        return NaN;
      })
      .finally(() => this.underWay.delete(acknowledged));
    this.underWay.add(acknowledged);
    return { at, acknowledged };
  }
}

/** Rejects unless the whole batch is taken. */
function post(agent: Agent, { url, headers }: Intake, body: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = { 'content-type': 'application/json', 'content-length': body.length };
    const options = { agent, method: 'POST', headers: { ...headers, ...length } };
    const sending = request(url, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`${url} answered ${status}: ${text}`));
      });
      response.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}
