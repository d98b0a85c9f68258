import { setTimeout as sleep } from 'node:timers/promises';
import type { AlertView, ErrorBody, LiveMessage } from '@sturmwarte/contracts';
import type { Random } from '../scenario/random.js';
import type { Caller } from './caller.js';

const SLOWEST_MS = 400;
const AGAIN_AFTER_MS = 100;

/** The one person on duty: acknowledges every alert, and insists until the server has said yes. */
export class Acknowledger {
  /** Alerts by id whose acknowledgement was confirmed. */
  readonly confirmed = new Set<number>();
  readonly faults: string[] = [];
  /** Sent, and not answered yet. */
  underWay = 0;
  private gone = false;
  private readonly begun = new Set<number>();

  constructor(
    private readonly person: Caller,
    private readonly random: Random,
  ) {}

  hear({ body }: LiveMessage): void {
    if (body.type === 'alert' && body.alert.state === 'open') this.see(body.alert);
  }

  see(alert: AlertView): void {
    if (this.begun.has(alert.id)) return;
    this.begun.add(alert.id);
    void this.acknowledge(alert.id);
  }

  /** Goes home: whatever is not acknowledged stays so. */
  close(): void {
    this.gone = true;
  }

  private async acknowledge(id: number): Promise<void> {
    await sleep(this.random.below(SLOWEST_MS));
    while (!this.gone) {
      this.underWay++;
      const answer = await this.person
        .call<AlertView | ErrorBody>('POST', `/alerts/${id}/acknowledge`, {})
        .catch(() => null)
        .finally(() => this.underWay--);
      const status = answer?.status ?? 503;
      // Said before, and the answer got lost.
      const before = codeOf(answer?.body) === 'already-acknowledged';
      if (status === 200 || before) {
        this.confirmed.add(id);
        return;
      }
      // Eased meanwhile, by a clock that ran ahead; whoever checks the record sees where that must not be.
      if (codeOf(answer?.body) === 'already-closed') return;
      if (status < 500) {
        this.faults.push(`acknowledging ${id}: ${status} ${JSON.stringify(answer?.body)}`);
        return;
      }
      await sleep(AGAIN_AFTER_MS);
    }
  }
}

function codeOf(body: AlertView | ErrorBody | undefined): string | undefined {
  return body !== undefined && 'code' in body ? body.code : undefined;
}
