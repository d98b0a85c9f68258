import type { ServerResponse } from 'node:http';
import type { IntakeReceipt } from '@sturmwarte/contracts';

/** At most so often; each one says everything so far. */
const EVERY_MS = 100;

/**
 * Writes receipts while the stream is still coming in. A sender that does not read them must not be able to hold up
 * its own stream: what does not fit into the connection now is left out, the next receipt tells it.
 */
export class ReceiptWriter {
  private timer: NodeJS.Timeout | undefined;
  private writtenAt = -EVERY_MS;

  constructor(
    private readonly response: ServerResponse,
    private readonly take: () => IntakeReceipt,
  ) {}

  /** Something was committed. */
  due(): void {
    if (this.timer !== undefined) return;
    const wait = this.writtenAt + EVERY_MS - performance.now();
    if (wait <= 0) this.write();
    else this.timer = setTimeout(() => this.write(), wait);
  }

  end(last: IntakeReceipt): void {
    clearTimeout(this.timer);
    this.response.end(`${JSON.stringify(last)}\n`);
  }

  private write(): void {
    this.timer = undefined;
    if (this.response.writableNeedDrain || this.response.destroyed) return;
    this.writtenAt = performance.now();
    this.response.write(`${JSON.stringify(this.take())}\n`);
  }
}
