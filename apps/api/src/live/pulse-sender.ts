import type { Pulse, TopicPulse } from '@sturmwarte/contracts';
import { LIVE_SPACE_ID, type Clock } from '@sturmwarte/domain';
import type { TopicRepository } from '@sturmwarte/store';
import { arrivedRoom, pulseRoom, type LiveNamespace } from './live-socket.js';
import { PulseSum } from './pulse-sum.js';

/**
 * Sends what moves, limited to the brands a person may see: one broadcast per brand, one for those who see all.
 * Volatile: whoever is slow misses one and gets the next.
 */
export class PulseSender {
  private sums = new Map<number, PulseSum>();
  /** space -> topic -> brand */
  private readonly brands = new Map<number, Map<number, number>>();
  /** Clocks of the spaces that have one of their own, as last told. */
  private readonly clocks = new Map<number, string>();

  constructor(
    private readonly topics: TopicRepository,
    private readonly clock: Clock,
  ) {}

  moved(spaceId: number, now: string): void {
    this.clocks.set(spaceId, now);
  }

  pulsed(spaceId: number, now: string, topics: readonly TopicPulse[]): void {
    if (spaceId !== LIVE_SPACE_ID) this.clocks.set(spaceId, now);
    this.sumOf(spaceId).pulse(topics);
  }

  arrived(spaceId: number, arrived: readonly { topicId: number; count: number }[]): void {
    this.sumOf(spaceId).arrive(arrived);
  }

  /** Forgets which topic belongs to which brand: they changed. */
  forget(spaceId: number): void {
    this.brands.delete(spaceId);
  }

  ended(spaceId: number): void {
    this.forget(spaceId);
    this.clocks.delete(spaceId);
  }

  async flush(namespace: LiveNamespace): Promise<void> {
    const sums = this.sums;
    this.sums = new Map();
    for (const [spaceId, sum] of sums) await this.send(namespace, spaceId, sum);
  }

  private async send(namespace: LiveNamespace, spaceId: number, sum: PulseSum): Promise<void> {
    const now = this.clocks.get(spaceId) ?? new Date(this.clock.now()).toISOString();
    const brandOf = this.brands.get(spaceId) ?? (await this.load(spaceId));
    for (const brand of ['all' as const, ...new Set(brandOf.values())]) {
      const mine = (topicId: number): boolean =>
        brand === 'all' ? brandOf.has(topicId) : brandOf.get(topicId) === brand;
      await this.tell(namespace, pulseRoom(spaceId, brand), () => sum.numbers(now, mine));
      await this.tell(namespace, arrivedRoom(spaceId, brand), () => sum.arrived(now, mine));
    }
  }

  private async tell(
    namespace: LiveNamespace,
    room: string,
    what: () => Pulse | null,
  ): Promise<void> {
    if (!namespace.adapter.rooms.has(room)) return;
    const pulse = what();
    if (pulse === null) return;
    namespace.to(room).volatile.emit('pulse', pulse);
    // A line takes a volatile packet only when the one before has left it: who is in several rooms would get the first.
    await new Promise(setImmediate);
  }

  private async load(spaceId: number): Promise<Map<number, number>> {
    const topics = await this.topics.list({ spaceId, brands: 'all' });
    const brands = new Map(topics.map(({ id, brandId }) => [id, brandId]));
    this.brands.set(spaceId, brands);
    return brands;
  }

  private sumOf(spaceId: number): PulseSum {
    let sum = this.sums.get(spaceId);
    if (!sum) {
      sum = new PulseSum(spaceId);
      this.sums.set(spaceId, sum);
    }
    return sum;
  }
}
