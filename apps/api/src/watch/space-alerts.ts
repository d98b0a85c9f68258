import { NOTICE_LEVEL, type Topic } from '@sturmwarte/domain';
import type { AlertRaiser, Seen } from './alert-raiser.js';
import { SightingQueue } from './sighting-queue.js';

/** The alerts of one space on their way to the record, a queue per topic. */
export class SpaceAlerts {
  private readonly queues = new Map<number, SightingQueue<Seen>>();
  /** Topics whose alert is not closed, as far as is known here. */
  private readonly open = new Set<number>();

  constructor(
    private readonly raiser: AlertRaiser,
    private readonly onTrouble: (error: unknown) => void,
    /** Before an alert is written: what may explain it. A failure of this holds nothing up. */
    private readonly look: (topic: Topic) => Promise<void>,
  ) {}

  knowOpen(topicId: number): void {
    this.open.add(topicId);
  }

  sight(seen: Seen): void {
    this.queueOf(seen.topic.id).push(seen);
  }

  /** Topics to be looked at again although nothing was reported: their alert still burns low, or may be closed. */
  quietButOpen(level: (topicId: number) => number): number[] {
    return [...this.open].filter((topicId) => level(topicId) < NOTICE_LEVEL);
  }

  forget(topicId: number): void {
    this.queues.delete(topicId);
    this.open.delete(topicId);
  }

  async idle(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.idle()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.stop()));
  }

  private queueOf(topicId: number): SightingQueue<Seen> {
    let queue = this.queues.get(topicId);
    if (!queue) {
      queue = new SightingQueue((seen) => this.record(seen), this.onTrouble);
      this.queues.set(topicId, queue);
    }
    return queue;
  }

  private async record(seen: Seen): Promise<void> {
    if (seen.level >= NOTICE_LEVEL) await this.look(seen.topic).catch(() => undefined);
    const recorded = await this.raiser.record(seen);
    if (recorded === null) return;
    if (recorded.alert.state === 'closed') this.open.delete(seen.topic.id);
    else this.open.add(seen.topic.id);
  }
}
